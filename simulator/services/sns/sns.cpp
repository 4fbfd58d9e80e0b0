// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/topic/topic.h"
#include "simulator/services/family_service.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace plimsoll::services::sns {

ServiceSpec snsSpec();  // sns_spec.cpp

namespace {

constexpr const char* kQuotas = "https://docs.aws.amazon.com/general/latest/gr/sns.html";
constexpr const char* kRetries =
    "https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html";
constexpr double kDay = 86'400;

bool isFifo(const ComponentView& self)
{
    return self.text("type") == "fifo";
}

/// Messages a second of a Region and account, standard and FIFO. Source: kQuotas.
double regionalQuota(const std::string& region, bool fifo)
{
    constexpr std::array<std::string_view, 2> large{"us-west-2", "eu-west-1"};
    constexpr std::array<std::string_view, 8> middle{"us-east-2",      "us-west-1",      "ap-south-1",
                                                     "ap-northeast-2", "ap-southeast-1", "ap-southeast-2",
                                                     "ap-northeast-1", "eu-central-1"};
    const auto isIn = [&](const auto& regions) {
        return std::find(regions.begin(), regions.end(), region) != regions.end();
    };
    if (region.empty() || region == "us-east-1")
        return 30'000;
    if (isIn(large))
        return 9000;
    if (isIn(middle))
        return fifo ? 3000 : 1500;
    return fifo ? 3000 : 300;
}

LimitSpec limit(const char* id, const char* label, const char* unit, double perSecond)
{
    return {id, label, unit, perSecond, 1, "", kQuotas};
}

TopicConfig configure(const ComponentView& self)
{
    TopicConfig config;
    const double own = self.number("publishPerSecond");
    const double quota = own > 0 ? own : regionalQuota(self.placement.region, isFifo(self));
    const bool byGroup = self.text("throughputScope") == "group";
    config.ordered = isFifo(self);
    config.publishedParameter = "publishPerSecond";
    const double topic = isFifo(self) && !byGroup ? std::min(quota, 3000.0) : quota;
    config.published = limit("published", "Messages published", "messages/s", topic);
    if (isFifo(self) && !byGroup)
        config.publishedBytes = limit("published-bytes", "Data published", "B/s", 20e6);
    if (isFifo(self) && byGroup) {
        config.perKey = limit("group", "Messages of one group", "messages/s", 300);
        config.perKey->countName = "groups";
    }
    if (const double pace = self.number("maxReceivesPerSecond"); pace > 0) {
        config.endpointPace = limit("pace", "Pace of an endpoint", "messages/s", pace);
        config.endpointPace->source = kRetries;
    }
    config.largest = static_cast<std::uint64_t>(self.number("maxMessageKib") * kKib);
    config.acknowledgement = Law::deterministic(self.number("publishLatencyMillis") * 1e6);
    config.propagation = Law::logNormalFromQuantiles(self.number("deliveryMillis") * 1e6,
                                                     self.number("deliveryP99Millis") * 1e6);
    const double jitter = self.number("retryJitterPercent") / 100,
                 pause = self.number("endpointPauseSeconds");
    config.toServices = {{{3, 0, 0}, {2, 1, 1}, {10, 1, 20}, {1, 20, 20}}, jitter};  // source: kRetries
    config.toEndpoints = {{{1, pause, pause}}, jitter};
    config.endpointTimeout = fromMillis(self.number("endpointTimeoutMillis"));
    config.callStep = config.recordStep = 64 * kKib;
    return config;
}

void billFifo(const ComponentView& self, const TopicLoad& load, const MeterSink& meters)
{
    const TopicVolume published = load.published();
    const TopicVolume& delivered = load.deliveredTo(Receiver::Queue);
    meters.count("fifo-publish-requests", published.calls, {given("publish calls", published.calls, "1/s")});
    meters.count("fifo-publish-gb", published.bytes / kGib, {given("published", published.bytes, "B/s")});
    meters.count("fifo-messages", delivered.records, {given("messages delivered", delivered.records, "1/s")});
    meters.count("fifo-message-gb", delivered.bytes / kGib, {given("delivered", delivered.bytes, "B/s")});
    const double days = self.number("archiveDays");
    if (days <= 0)
        return;
    const std::vector<Derivation> inputs{given("published", published.bytes, "B/s"),
                                         given("kept", days, "days")};
    meters.count("archive-processing-gb", published.bytes / kGib, inputs);
    meters.stock("archive-storage", 0, published.bytes / kGib, inputs, days * kDay);
}

/// A call costs a request for each 64 KB; a delivery that succeeded costs by its receiver, whatever the tries.
void billStandard(const TopicLoad& load, const MeterSink& meters)
{
    const TopicVolume published = load.published();
    meters.count("publish-requests", published.callSteps,
                 {given("publish calls", published.calls, "1/s"), given("published", published.bytes, "B/s"),
                  given("calls in steps of 64 KB", published.callSteps, "1/s")});
    constexpr std::array<const char*, kReceivers> names{"function-deliveries", "queue-deliveries",
                                                        "stream-deliveries", "http-deliveries"};
    for (std::size_t receiver = 0; receiver < kReceivers; ++receiver)
        meters.count(names[receiver], load.delivered[receiver].records,
                     {given("messages delivered", load.delivered[receiver].records, "1/s")});
}

void bill(const ComponentView& self, const TopicLoad& load, const MeterSink& meters)
{
    if (isFifo(self))
        billFifo(self, load, meters);
    else
        billStandard(load, meters);
    const TopicVolume published = load.published();
    if (self.text("filterOn") == "payload")
        meters.count("payload-filter-gb", load.filteredBytes / kGib,
                     {given("looked at by filters", load.filteredBytes, "B/s")});
    if (self.flag("dataProtection"))
        meters.count("scanning-gb", published.bytes / kGib, {given("published", published.bytes, "B/s")});
}

}  // namespace

Service sns()
{
    return serviceOf<TopicFamily>(snsSpec(), configure, bill);
}

}  // namespace plimsoll::services::sns
