// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/time.h"

#include <algorithm>
#include <string_view>

namespace plimsoll {

/// When a caller tries again. Source of the SDK modes: botocore's _retry.json and retries/standard.py
/// (https://github.com/boto/botocore/blob/develop/botocore/retries/standard.py).
struct RetryPolicy {
    enum class Kind { None, Fixed, SdkLegacy, SdkStandard } kind = Kind::None;
    int attempts = 1;  ///< in all, the first included
    Duration fixedDelay = std::chrono::milliseconds{100};
    bool jitter = true;  ///< SDK legacy: DynamoDB's client sleeps the full time

    static RetryPolicy of(std::string_view name, int maxAttempts, double fixedDelayMillis,
                          bool dynamoDb = false)
    {
        const Duration delay = fromMillis(fixedDelayMillis);
        if (name == "fixed")
            return {Kind::Fixed, std::max(1, maxAttempts), delay, false};
        if (name == "sdk-legacy")  // 5 attempts, DynamoDB 10
            return {Kind::SdkLegacy, dynamoDb ? 10 : 5,
                    dynamoDb ? Duration{50'000'000} : Duration{1'000'000'000}, !dynamoDb};
        if (name == "sdk-standard")
            return {Kind::SdkStandard, std::max(1, maxAttempts), delay, true};
        return {};
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
        case Kind::SdkLegacy:  // rand(0,1) x base x 2^(n-1)
            return fromSeconds((jitter ? u : 1.0) * seconds(fixedDelay)
                               * static_cast<double>(1u << std::min(triesSoFar - 1, 20)));
        case Kind::SdkStandard:  // rand(0,1) x min(2^i, 20)
            return fromSeconds(u * std::min(static_cast<double>(1u << std::min(triesSoFar - 1, 20)), 20.0));
        }
        return {};
    }
};

}  // namespace plimsoll
