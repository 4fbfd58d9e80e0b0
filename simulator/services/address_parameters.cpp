// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/address_parameters.h"

#include "simulator/families/server/server.h"
#include "simulator/services/family_service.h"
#include "simulator/services/named_least.h"

namespace plimsoll::outside_address {

namespace {

constexpr const char* kTheirs = "not AWS's: measure it, or ask who runs it";

ServerConfig of(const ComponentView& self)
{
    ServerConfig config;
    config.servers = static_cast<int>(self.number("workers"));
    config.service.law = Law::logNormalFromQuantiles(self.number("requestMillis") * 1e6,
                                                     self.number("requestP99Millis") * 1e6);
    const double mean = config.service.law.mean();
    config.service.squaredVariation = mean > 0 ? config.service.law.variance() / (mean * mean) : 0;
    if (const double places = self.number("waitingPlaces"); places >= 0)
        config.queueLimit = static_cast<std::uint64_t>(places);
    config.limit = {"workers", "Requests in work",    "requests", self.number("workers"), 1,
                    "",        "set on the component"};
    return config;
}

void bill(const ComponentView& /*self*/, const ServerLoad& /*load*/, const MeterSink& /*meters*/) {}

}  // namespace

void declareOn(ServiceSpec& spec, const Words& words)
{
    using namespace declare;
    ChangeSpec atOnce;
    atOnce.evidence = Evidence::Assumption;
    atOnce.source = "its owner's; taken as at once";
    spec.parameters.push_back(
        changeable(atOnce, movable(Lever::More, integer("workers", words.workers, "", {1, 1000000},
                                                        words.count, words.workersHelp, assumed(kTheirs)))));
    spec.parameters.push_back(real("requestMillis", "Request, median", "ms", {0, 600000}, words.medianMillis,
                                   "Half of all requests are answered in this time, without waiting.",
                                   assumed(kTheirs)));
    spec.parameters.push_back(real("requestP99Millis", "Request, 99th percentile", "ms", {0, 6000000},
                                   words.p99Millis, "With the median it sets the log-normal law of the time.",
                                   assumed(kTheirs)));
    spec.parameters.push_back(leastMeans(
        "no limit", integer("waitingPlaces", "Waiting places", "requests", {-1, 1e12}, 100,
                            "Requests that may wait; one more is refused with 503, and -1 sets no limit.",
                            assumed(kTheirs))));
}

Service serviceOf(ServiceSpec spec)
{
    return plimsoll::serviceOf<ServerFamily>(std::move(spec), of, bill);
}

}  // namespace plimsoll::outside_address
