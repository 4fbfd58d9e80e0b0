// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/ready_endpoint.h"

namespace plimsoll::ready_endpoint {

void declareOn(ServiceSpec& spec, const Facts& facts)
{
    using namespace declare;
    constexpr const char* kNoTime = "not published; measure yours";
    spec.noun = "request";
    spec.invoked = true;
    spec.parameters.push_back(
        movable(Lever::More, real("quotaPerSecond", facts.quotaName, facts.unit, {0.1, 1e8}, facts.quota,
                                  "Quota of the account for this operation; requests beyond are throttled.",
                                  assumed("differs by operation, Region and account; see Service Quotas"))));
    spec.parameters.push_back(real("answerMillis", "Answer, median", "ms", {0, 60000}, facts.median,
                                   "Half of all requests are answered within it.", assumed(kNoTime)));
    spec.parameters.push_back(real("answerP99Millis", "Answer, 99th percentile", "ms", {0, 600000}, facts.p99,
                                   "With the median it sets the log-normal law of the answer's time.",
                                   assumed(kNoTime)));
}

GatewayConfig of(const ComponentView& self, double tokensEach)
{
    GatewayConfig config;
    // One second's depth: how much may be saved up is not published.
    config.ratePerSecond = self.number("quotaPerSecond");
    config.burst = std::max(config.ratePerSecond, tokensEach);
    config.tokensEach = tokensEach;
    config.timeout = std::chrono::minutes{1};  // nothing is called, so that nothing is waited for
    config.overhead =
        Law::logNormalFromQuantiles(self.number("answerMillis") * 1e6, self.number("answerP99Millis") * 1e6);
    const ParameterSpec* quota = findParameter(*self.spec, "quotaPerSecond");
    config.limit = {"quota", quota->name, quota->unit, config.ratePerSecond, 1, "", "set on the component"};
    return config;
}

}  // namespace plimsoll::ready_endpoint
