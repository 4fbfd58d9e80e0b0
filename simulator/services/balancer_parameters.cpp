// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/balancer_parameters.h"

#include "simulator/services/parameter_factories.h"

namespace plimsoll {

std::vector<ParameterSpec> checkParameters(const CheckDefaults& defaults)
{
    using namespace declare;
    const auto fact = documented(defaults.source);
    return {
        choice("checks", "Health check",
               {{"up", "Asks whether the target is up"}, {"as-requests", "Does what a request does"}}, "up",
               "One that does what requests do shares the fate of the request answered last, so that slow or "
               "refusing targets are removed too.",
               assumed("your program's choice")),
        movable(Lever::Less, integer("checkIntervalSeconds", "Check interval", "s",
                                     {static_cast<double>(defaults.leastIntervalSeconds),
                                      static_cast<double>(defaults.mostIntervalSeconds)},
                                     defaults.intervalSeconds, "Each target is checked this often.", fact)),
        when("checks", {"as-requests"},
             integer("checkTimeoutSeconds", "Check timeout", "s",
                     {static_cast<double>(defaults.leastTimeoutSeconds),
                      static_cast<double>(defaults.mostTimeoutSeconds)},
                     defaults.timeoutSeconds, "A check unanswered for this long has failed.", fact)),
        movable(Lever::Less,
                integer("unhealthyThreshold", "Failures to remove", "checks", {2, 10}, 2,
                        "After so many failed checks in a row a target gets no more requests.", fact)),
        integer("healthyThreshold", "Passes to return", "checks", {2, 10}, 5,
                "After so many passed checks in a row it gets requests again.", fact),
    };
}

std::vector<ParameterSpec> clientParameters()
{
    using namespace declare;
    const auto fact = assumed("depends on your clients");
    return {
        integer("requestsPerConnection", "Requests of a connection", "requests", {1, 1000000}, 10,
                "How many a client sends before it leaves its connection idle.", fact),
        real("gapSeconds", "Gap between requests", "s", {0, 100000}, 1,
             "Between two requests of a connection; where it is longer than the idle timeout each request "
             "opens a new one.",
             fact),
        integer("answerBytes", "Size of an answer", "B", {0, 1073741824}, 4096,
                "Mean, header included; answers count as processed bytes.", fact),
    };
}

std::vector<ParameterSpec> ownTimeParameters(double medianMillis, double p99Millis)
{
    using namespace declare;
    return {
        real("overheadMillis", "Own latency, median", "ms", {0, 60000}, medianMillis,
             "Time the balancer adds to half of all requests at most.", assumed("not published")),
        real("overheadP99Millis", "Own latency, 99th percentile", "ms", {0, 60000}, p99Millis,
             "With the median it sets the log-normal law of the balancer's own time.",
             assumed("not published")),
    };
}

void configureBalancer(const ComponentView& self, BalancerConfig& config)
{
    config.overhead = Law::logNormalFromQuantiles(self.number("overheadMillis") * 1e6,
                                                  self.number("overheadP99Millis") * 1e6);
    config.checks.asRequests = self.text("checks") == "as-requests";
    config.checks.interval = fromSeconds(self.number("checkIntervalSeconds"));
    config.checks.timeout = fromSeconds(self.number("checkTimeoutSeconds"));
    config.checks.failuresToLeave = static_cast<int>(self.number("unhealthyThreshold"));
    config.checks.passesToReturn = static_cast<int>(self.number("healthyThreshold"));
    config.requestsPerConnection = self.number("requestsPerConnection");
    config.gapSeconds = self.number("gapSeconds");
    config.answerBytes = self.number("answerBytes");
}

void billBalancer(const BalancerLoad& load, const MeterSink& meters, const char* unitHours)
{
    meters.level("hours", 1, {given("balancers", 1, "")});
    std::vector<Derivation> inputs;
    for (const BalancerLoad::Dimension& each : load.dimensions())
        inputs.push_back(given(std::string{"by "} + each.name, each.units, "units"));
    const BalancerLoad::Dimension most = load.binding();
    meters.level(unitHours, most.units,
                 {computed(std::string{"capacity units, bound by "} + most.name, most.units, "units",
                           "the largest of the dimensions", std::move(inputs))});
}

}  // namespace plimsoll
