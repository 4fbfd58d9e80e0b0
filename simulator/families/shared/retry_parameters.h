// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/node_context.h"
#include "simulator/queueing/call_guard.h"

#include <string>
#include <utility>
#include <vector>

namespace plimsoll {

/// The policy in model/catalog/connection_parameters.h's words; `number(id)` and `text(id)` read one of them.
template <class Number, class Text>
RetryPolicy retryPolicyFrom(Number number, Text text, const LegacyRetry& legacy)
{
    RetryPolicy policy = RetryPolicy::of(text("retry"), static_cast<int>(number("maxAttempts")),
                                         number("retryDelayMillis"), legacy);
    const std::string jitter = text("retryJitter");
    policy.spread = jitter == "none"           ? RetryPolicy::Jitter::None
                    : jitter == "equal"        ? RetryPolicy::Jitter::Equal
                    : jitter == "decorrelated" ? RetryPolicy::Jitter::Decorrelated
                                               : RetryPolicy::Jitter::Full;
    policy.cap = fromMillis(number("retryCapMillis"));
    policy.multiplier = number("retryMultiplier");
    policy.budgetShare = number("retryBudgetPercent") / 100;
    policy.breaker.on = text("breaker") == "true";
    policy.breaker.failureShare = number("breakerFailurePercent") / 100;
    policy.breaker.window = fromSeconds(number("breakerWindowSeconds"));
    policy.breaker.leastCalls = static_cast<int>(number("breakerMinimumCalls"));
    policy.breaker.open = fromSeconds(number("breakerOpenSeconds"));
    policy.breaker.trials = static_cast<int>(number("breakerTrials"));
    return policy;
}

inline RetryPolicy retryPolicyOf(const ConnectionPort& port)
{
    if (std::none_of(port.specs->begin(), port.specs->end(),
                     [](const ParameterSpec& spec) { return spec.id == "retry"; }))
        return {};
    return retryPolicyFrom([&](const char* id) { return port.number(id, 0); },
                           [&](const char* id) { return port.text(id, ""); }, port.other.spec->legacyRetry);
}

/// The sender's own policy towards `callee`.
inline RetryPolicy retryPolicyOf(const ComponentView& self, const ServiceSpec& callee)
{
    return retryPolicyFrom([&](const char* id) { return self.number(id); },
                           [&](const char* id) { return self.text(id); }, callee.legacyRetry);
}

/// What the guards of a component stopped, as named figures; nothing when there was nothing to watch.
template <class Guards>
void reportGuards(const Guards& guards, ComponentReport& report)
{
    std::uint64_t quota = 0, budget = 0, stopped = 0, opened = 0;
    bool hasQuota = false, hasBudget = false, hasBreaker = false;
    for (const CallGuard& guard : guards) {
        hasQuota |= guard.policy().kind == RetryPolicy::Kind::SdkStandard;
        hasBudget |= guard.policy().budgetShare > 0;
        hasBreaker |= guard.policy().breaker.on;
        quota += guard.overQuota();
        budget += guard.overBudget();
        stopped += guard.breaker().stopped();
        opened += guard.breaker().opened();
    }
    if (hasQuota && quota > 0)
        addCounts(report, {{"retries-beyond-quota", "retries beyond the SDK's quota", quota}});
    if (hasBudget)
        addCounts(report, {{"retries-beyond-budget", "retries beyond the budget", budget}});
    if (hasBreaker)
        addCounts(report, {{"calls-stopped-by-breaker", "calls stopped by the breaker", stopped},
                           {"times-breaker-opened", "times the breaker opened", opened}});
}

}  // namespace plimsoll
