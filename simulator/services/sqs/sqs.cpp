// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/queue/queue.h"
#include "simulator/services/family_service.h"

namespace plimsoll {

ServiceSpec sqsSpec();  // sqs_spec.cpp

namespace {

constexpr const char* kVisibility =
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html";
constexpr double kKib = 1024;

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
    config.inFlight = {"in-flight", "Messages in flight", "messages", self.number("inFlightQuota"), 1,
                       "",          kVisibility};
    return config;
}

/// Sends, receives and deletes cost alike, each 64 KB of a payload as one request.
void bill(const ComponentView&, const QueueLoad& load, const MeterSink& meters)
{
    const double requests = load.sends + load.receives + load.deletes;
    meters.count(
        "requests", requests,
        {computed("requests", requests, "requests/s", "sends + receives + deletes, by 64 KB chunk",
                  {given("sends", load.sends, "requests/s"), given("receives", load.receives, "requests/s"),
                   given("deletes", load.deletes, "requests/s")})});
}

}  // namespace

Service sqs()
{
    return serviceOf<QueueFamily>(sqsSpec(), configure, bill);
}

}  // namespace plimsoll
