// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/queue/queue.h"
#include "simulator/services/family_service.h"

#include <array>
#include <string_view>

namespace plimsoll::services::sqs {

ServiceSpec sqsSpec();  // sqs_spec.cpp

namespace {

constexpr const char* kVisibility =
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html";
constexpr const char* kQuotas =
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html";
/// Calls a second of each action: of a FIFO queue without high throughput, and of each partition of one with it.
constexpr double kCallsOfPartition = 300;

bool isFifo(const ComponentView& self)
{
    return self.text("type") == "fifo";
}

bool isFair(const ComponentView& self)
{
    return !isFifo(self) && self.flag("fair");
}

/// Calls a second of each action that a FIFO queue with high throughput may have in this Region. Source: kQuotas.
double highThroughput(const std::string& region)
{
    struct Quota {
        std::string_view region;
        double callsPerSecond;
    };
    constexpr std::array<Quota, 11> quotas{{{"us-east-1", 70'000},
                                            {"us-west-2", 70'000},
                                            {"eu-west-1", 70'000},
                                            {"us-east-2", 19'000},
                                            {"eu-central-1", 19'000},
                                            {"ap-south-1", 9000},
                                            {"ap-southeast-1", 9000},
                                            {"ap-southeast-2", 9000},
                                            {"ap-northeast-1", 9000},
                                            {"eu-west-2", 4500},
                                            {"sa-east-1", 4500}}};
    for (const Quota& quota : quotas) {
        if (region == quota.region)
            return quota.callsPerSecond;
    }
    return region.empty() ? quotas.front().callsPerSecond : 2400;
}

void configureFifo(const ComponentView& self, QueueConfig& config)
{
    config.ordered = true;
    const bool high = self.flag("highThroughput");
    const double own = self.number("callsPerSecond");
    const double calls = own > 0 ? own : high ? highThroughput(self.placement.region) : kCallsOfPartition;
    const auto limit = [&](const char* id, const char* label) {
        return LimitSpec{id, label, "calls/s", calls, 1, "", kQuotas};
    };
    config.sendCalls = limit("send-calls", "Send calls");
    config.receiveCalls = limit("receive-calls", "Receive calls");
    config.deleteCalls = limit("delete-calls", "Delete calls");
    if (high)
        config.groupSends = LimitSpec{
            "group-sends", "Send calls of one group", "calls/s", kCallsOfPartition, 1, "groups", kQuotas};
}

QueueConfig configure(const ComponentView& self)
{
    QueueConfig config;
    config.sendLatency = fromMillis(self.number("sendLatencyMillis"));
    config.receiveLatency = fromMillis(self.number("receiveLatencyMillis"));
    config.visibility = fromSeconds(self.number("visibilitySeconds"));
    config.retention = fromSeconds(self.number("retentionSeconds"));
    config.delay = fromSeconds(self.number("delaySeconds"));
    config.largestMessage = static_cast<std::uint64_t>(self.number("maxMessageKib") * kKib);
    config.chunk = static_cast<std::uint64_t>(64 * kKib);
    config.maxReceives = static_cast<int>(self.number("maxReceives"));
    config.redrivePerSecond = self.number("redrivePerSecond");
    config.inFlightQuota = static_cast<std::uint64_t>(self.number("inFlightQuota"));
    config.fair = isFair(self);
    if (isFifo(self))
        configureFifo(self, config);
    config.inFlight = {"in-flight", "Messages in flight", "messages", self.number("inFlightQuota"), 1,
                       "",          kVisibility};
    return config;
}

/// Sends, receives and deletes cost alike, each 64 KB of a payload as one request; those of a fair queue a surcharge on top.
void bill(const ComponentView& self, const QueueLoad& load, const MeterSink& meters)
{
    const double requests = load.sends + load.receives + load.deletes;
    if (isFair(self))
        meters.count("fair-requests", requests,
                     {computed("fair-requests", requests, "requests/s", "every request of a fair queue",
                               {given("requests", requests, "requests/s")})});
    meters.count(
        isFifo(self) ? "fifo-requests" : "requests", requests,
        {computed("requests", requests, "requests/s", "sends + receives + deletes, by 64 KB chunk",
                  {given("sends", load.sends, "requests/s"), given("receives", load.receives, "requests/s"),
                   given("deletes", load.deletes, "requests/s")})});
}

}  // namespace

Service sqs()
{
    return serviceOf<QueueFamily>(sqsSpec(), configure, bill);
}

}  // namespace plimsoll::services::sqs
