// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/metrics/run_report.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace plimsoll {

/// A further figure of a component by its stable id; 0 where it says nothing of it.
inline double factOf(const ComponentReport& component, std::string_view id)
{
    const auto found = std::find_if(component.facts.begin(), component.facts.end(),
                                    [&](const Fact& fact) { return fact.id == id; });
    return found == component.facts.end() ? 0 : found->value;
}

/// The limit of readers whose store hands out, lane by lane, one batch after the other.
inline constexpr const char* kLaneBatches = "lane-batches";

/// Share of the time in which a receive waited and messages did, and only those of groups in work.
inline constexpr const char* kHeldByOrder = "held-by-order-share";

inline constexpr std::string_view kReadingPeriod = "reads-every-s";

/// How often a component that reads by the clock does so at the longest: what waits for it until then is not late.
inline void addReadingPeriod(ComponentReport& component, double seconds)
{
    if (seconds > 0)
        component.facts.emplace_back(std::string{kReadingPeriod}, "seconds between reads", Aggregation::Peak,
                                     seconds);
}

}  // namespace plimsoll
