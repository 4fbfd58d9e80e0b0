// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/design.h"

#include <optional>
#include <string>
#include <vector>

namespace plimsoll {

/// A parameter that two designs set differently; nothing: left at its default.
struct ParameterDifference {
    std::string parameter;
    std::optional<ParameterValue> before, after;
};

/// A component or connection that only one of two designs has, or that they have with other parameters. Where it
/// lies, what it is called and how it is drawn changes no number and does not count.
struct ItemDifference {
    enum class Kind { Added, Removed, Changed };
    Kind kind;
    Id id;
    bool isConnection = false;
    std::vector<ParameterDifference> parameters;
};

/// What leads from one design to the other: components first, each in the order of their ids.
std::vector<ItemDifference> differenceOf(const Design& before, const Design& after);

/// Called so among the parameters of a source: the mean rate that the scenario lets it send, or, of equal rates, another course.
inline constexpr auto kTrafficDifference = "traffic";
/// The same, with what the sources send in this scenario of each.
std::vector<ItemDifference> differenceOf(const Design& before, const Design& after,
                                         const ScenarioId& scenario);

}  // namespace plimsoll
