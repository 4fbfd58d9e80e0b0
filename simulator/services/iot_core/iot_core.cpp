// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/topic/topic.h"
#include "simulator/services/family_service.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace plimsoll::services::iot_core {

ServiceSpec iotCoreSpec();  // iot_core_spec.cpp

namespace {

constexpr const char* kQuotas = "https://docs.aws.amazon.com/general/latest/gr/iot-core.html";
constexpr const char* kLimits = "https://docs.aws.amazon.com/iot/latest/developerguide/limits-iot.html";

/// The sources say "smaller Regions" without a list; the eight large ones of other services are taken as not small.
double regionalQuota(const std::string& region)
{
    constexpr std::array<std::string_view, 9> large{"us-east-1",      "us-east-2",      "us-west-2",
                                                    "eu-west-1",      "eu-central-1",   "ap-southeast-1",
                                                    "ap-southeast-2", "ap-northeast-1", "ap-south-1"};
    return region.empty() || std::find(large.begin(), large.end(), region) != large.end() ? 20'000 : 2000;
}

TopicConfig configure(const ComponentView& self)
{
    TopicConfig config;
    config.publishedParameter = "publishPerSecond";
    const double own = self.number("publishPerSecond");
    config.published = {"published",
                        "Messages published",
                        "messages/s",
                        own > 0 ? own : regionalQuota(self.placement.region),
                        1,
                        "",
                        kLimits};
    config.perKey = {
        "device", "Messages of one device", "messages/s", self.number("publishPerDevice"), 1, "devices",
        kQuotas};
    config.largest = static_cast<std::uint64_t>(self.number("maxMessageKib") * kKib);
    config.acknowledgement = Law::deterministic(self.number("publishLatencyMillis") * 1e6);
    config.propagation = Law::logNormalFromQuantiles(self.number("deliveryMillis") * 1e6,
                                                     self.number("deliveryP99Millis") * 1e6);
    const double pause = self.number("retrySeconds");
    config.toServices = config.toEndpoints = {{{1, pause, pause}}, 0};
    config.endpointTimeout = fromMillis(self.number("endpointTimeoutMillis"));
    config.callStep = config.recordStep = 5 * kKib;
    return config;
}

/// A connection is a rule with one action: what it takes triggers the rule.
void bill(const ComponentView& self, const TopicLoad& load, const MeterSink& meters)
{
    const TopicVolume all = load.published();
    const double devices = self.number("devices");
    meters.count("connection-minutes", devices / 60, {given("connected devices", devices, "")});
    if (!self.flag("basicIngest"))
        meters.count("messages", all.recordSteps,
                     {given("messages", all.records, "1/s"),
                      given("messages in steps of 5 KB", all.recordSteps, "1/s")});
    meters.count("rules-triggered", load.copies.records,
                 {given("messages that a rule took", load.copies.records, "1/s")});
    meters.count("actions", load.copies.recordSteps,
                 {given("messages that a rule took", load.copies.records, "1/s"),
                  given("in steps of 5 KB", load.copies.recordSteps, "1/s")});
}

}  // namespace

Service iotCore()
{
    return serviceOf<TopicFamily>(iotCoreSpec(), configure, bill);
}

}  // namespace plimsoll::services::iot_core
