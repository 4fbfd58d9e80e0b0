// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_spec.h"
#include "model/units/time.h"
#include "simulator/draws/random.h"

#include <algorithm>
#include <string_view>

namespace plimsoll {

/// When a caller stops calling because too much fails, and how it finds out that it may call again.
struct BreakerRule {
    bool on = false;
    double failureShare = 0.5;  ///< opens at this share of the calls in the window ...
    int leastCalls = 20;        ///< ... of which there must be so many
    Duration window = std::chrono::seconds{10};
    Duration open = std::chrono::seconds{10};
    int trials = 1;  ///< calls let through after that; all must succeed
};

/// When a caller tries again. Source of the SDK modes: botocore's _retry.json and retries/standard.py
/// (https://github.com/boto/botocore/blob/develop/botocore/retries/standard.py).
struct RetryPolicy {
    enum class Kind { None, Fixed, Exponential, SdkLegacy, SdkStandard } kind = Kind::None;
    /// Source: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
    enum class Jitter { None, Full, Equal, Decorrelated };
    int attempts = 1;                                      ///< in all, the first included
    Duration fixedDelay = std::chrono::milliseconds{100};  ///< Exponential: the first pause
    bool jitter = true;                                    ///< SDK legacy: some clients sleep the full time
    Jitter spread = Jitter::Full;                          ///< Exponential
    Duration cap = std::chrono::seconds{20};               ///< Exponential
    double multiplier = 2;                                 ///< Exponential
    double budgetShare = 0;                                ///< retries for each first try; 0 = no budget
    BreakerRule breaker;

    static RetryPolicy of(std::string_view name, int maxAttempts, double fixedDelayMillis,
                          const LegacyRetry& legacy = {})
    {
        const Duration delay = fromMillis(fixedDelayMillis);
        RetryPolicy policy;
        policy.attempts = std::max(1, maxAttempts);
        policy.fixedDelay = delay;
        if (name == "fixed") {
            policy.kind = Kind::Fixed;
            policy.jitter = false;
        } else if (name == "exponential") {
            policy.kind = Kind::Exponential;
        } else if (name == "sdk-legacy") {
            policy.kind = Kind::SdkLegacy;
            policy.attempts = std::max(1, legacy.attempts);
            policy.fixedDelay = fromMillis(legacy.baseMillis);
            policy.jitter = legacy.jitter;
        } else if (name == "sdk-standard") {
            policy.kind = Kind::SdkStandard;
        } else {
            policy.attempts = 1;
        }
        return policy;
    }
    bool allows(int triesSoFar) const { return kind != Kind::None && triesSoFar < attempts; }
    /// Sleep before the next try after `triesSoFar` of them; `u` is a uniform draw (jitter).
    Duration delay(int triesSoFar, double u) const
    {
        switch (kind) {
        case Kind::None:
            return {};
        case Kind::Fixed:
            return fixedDelay;
        case Kind::Exponential:
            return fromSeconds(spread == Jitter::None    ? pause(triesSoFar)
                               : spread == Jitter::Equal ? pause(triesSoFar) * (0.5 + 0.5 * u)
                                                         : pause(triesSoFar) * u);
        case Kind::SdkLegacy:  // rand(0,1) x base x 2^(n-1)
            return fromSeconds((jitter ? u : 1.0) * seconds(fixedDelay)
                               * static_cast<double>(1u << std::min(triesSoFar - 1, 20)));
        case Kind::SdkStandard:  // rand(0,1) x min(2^i, 20)
            return fromSeconds(u * std::min(static_cast<double>(1u << std::min(triesSoFar - 1, 20)), 20.0));
        }
        return {};
    }
    /// Sleep after the attempt named `last`. Decorrelated pauses depend on the ones before, which are drawn again here:
    /// nothing has to be kept with the call.
    Duration delayAfter(MessageId last, const DrawKey& draws) const
    {
        if (kind != Kind::Exponential || spread != Jitter::Decorrelated)
            return delay(last.attempt + 1, draws.at(last));
        const int tries = last.attempt + 1;
        const double base = seconds(fixedDelay), most = seconds(cap);
        double sleep = base;
        for (int tried = 0; tried < tries; ++tried) {
            last.attempt = static_cast<std::uint8_t>(tried);
            sleep = std::min(most, base + draws.at(last) * (3 * sleep - base));
        }
        return fromSeconds(sleep);
    }

private:
    /// base x multiplier^(n-1), the cap at most; by hand, as the library's pow differs between systems.
    double pause(int triesSoFar) const
    {
        const double most = seconds(cap);
        double sleep = seconds(fixedDelay);
        for (int tried = 1; tried < triesSoFar && sleep < most && multiplier > 1; ++tried)
            sleep *= multiplier;
        return std::min(sleep, most);
    }
};

}  // namespace plimsoll
