// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/topic/topic.h"
#include "simulator/services/family_service.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace plimsoll::services::eventbridge {

ServiceSpec eventbridgeSpec();  // eventbridge_spec.cpp

namespace {

constexpr const char* kQuota = "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html";
constexpr double kDay = 86'400;

/// Calls of PutEvents and invocations of targets a second. Source: kQuota.
struct RegionalQuota {
    double calls = 400, invocations = 750;
};

RegionalQuota quotaOf(const std::string& region)
{
    constexpr std::array<std::string_view, 3> large{"us-east-1", "us-west-2", "eu-west-1"};
    constexpr std::array<std::string_view, 3> second{"us-east-2", "eu-central-1", "eu-south-2"};
    constexpr std::array<std::string_view, 5> third{"us-west-1", "ap-northeast-1", "ap-southeast-1",
                                                    "ap-southeast-2", "eu-west-2"};
    constexpr std::array<std::string_view, 7> fourth{
        "ap-east-1", "ap-northeast-2", "ap-south-1", "ca-central-1", "eu-north-1", "eu-west-3", "sa-east-1"};
    const auto isIn = [&](const auto& regions) {
        return std::find(regions.begin(), regions.end(), region) != regions.end();
    };
    if (region.empty() || isIn(large))
        return {10'000, 18'750};
    if (isIn(second))
        return {2400, 4500};
    if (isIn(third))
        return {1200, 2250};
    if (isIn(fourth))
        return {600, 1100};
    return {};
}

TopicConfig configure(const ComponentView& self)
{
    const auto limit = [](const char* id, const char* label, const char* unit, double perSecond) {
        return LimitSpec{id, label, unit, perSecond, 1, "", kQuota};
    };
    const RegionalQuota regional = quotaOf(self.placement.region);
    const double calls = self.number("publishPerSecond"), invocations = self.number("invocationsPerSecond");
    TopicConfig config;
    config.countsCalls = true;
    config.publishedParameter = "publishPerSecond";
    config.deliveriesParameter = "invocationsPerSecond";
    config.published =
        limit("published", "PutEvents calls", "requests/s", calls > 0 ? calls : regional.calls);
    config.deliveries = limit("invocations", "Invocations of targets", "invocations/s",
                              invocations > 0 ? invocations : regional.invocations);
    config.endpointPace =
        limit("pace", "Calls of an API destination", "calls/s", self.number("apiDestinationPerSecond"));
    config.largest = static_cast<std::uint64_t>(self.number("maxEventKib") * kKib);
    config.acknowledgement = Law::deterministic(self.number("publishLatencyMillis") * 1e6);
    config.propagation = Law::logNormalFromQuantiles(self.number("deliveryMillis") * 1e6,
                                                     self.number("deliveryP99Millis") * 1e6);
    const double first = self.number("firstRetrySeconds");
    const double longest = std::max(first, self.number("longestRetrySeconds"));
    config.toServices = {{{10, first, longest}, {1, longest, longest}}, 0.5};
    config.toEndpoints = config.toServices;
    config.endpointTimeout = fromMillis(self.number("apiDestinationTimeoutMillis"));
    config.callStep = config.recordStep = 64 * kKib;
    config.fineStep = 8 * kKib;
    return config;
}

void bill(const ComponentView& self, const TopicLoad& load, const MeterSink& meters)
{
    const TopicVolume all = load.published();
    const auto steps = [](const TopicVolume& volume) {
        return std::vector<Derivation>{given("events", volume.records, "1/s"),
                                       given("events in steps of 64 KB", volume.recordSteps, "1/s")};
    };
    meters.count("custom-events", load.asked.recordSteps, steps(load.asked));
    meters.count("opt-in-events", load.told.recordSteps, steps(load.told));
    const double called = load.deliveredTo(Receiver::Endpoint).records;
    meters.count("api-destination-calls", called, {given("calls that succeeded", called, "1/s")});
    if (self.flag("schemaDiscovery"))
        meters.count("discovered-events", all.fineSteps,
                     {given("events in steps of 8 KB", all.fineSteps, "1/s")});
    const double days = self.number("archiveDays");
    if (days <= 0)
        return;
    const std::vector<Derivation> inputs{given("events", all.bytes, "B/s"), given("kept", days, "days")};
    meters.count("archive-gb", all.bytes / kGib, inputs);
    meters.stock("archive-storage", 0, all.bytes / kGib, inputs, days * kDay);
}

}  // namespace

Service eventbridge()
{
    return serviceOf<TopicFamily>(eventbridgeSpec(), configure, bill);
}

}  // namespace plimsoll::services::eventbridge
