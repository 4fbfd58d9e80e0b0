// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/gate/stages.h"

#include <algorithm>
#include <string>
#include <vector>

namespace plimsoll::tests {

/// Makes the parameter count: sets whatever it is shown under, from the outside in.
template <class Specs>
void reveal(const Specs& specs, const ParameterSpec& parameter, ParameterMap& values, int depth = 0)
{
    if (parameter.visibleWhen.parameter.empty() || depth > 4)
        return;
    for (const ParameterSpec& other : specs) {
        if (other.id != parameter.visibleWhen.parameter)
            continue;
        reveal(specs, other, values, depth + 1);
        const auto own = values.find(other.id);
        const std::string now = toString(own == values.end() ? other.defaultValue : own->second);
        std::vector<std::string> wanted = parameter.visibleWhen.values;
        if (std::find(wanted.begin(), wanted.end(), now) != wanted.end() || wanted.empty())
            continue;
        if (other.type == ParameterType::Choice)
            std::erase_if(wanted, [&other](const std::string& value) {
                return std::none_of(
                    other.choices.begin(), other.choices.end(),
                    [&value](const ParameterChoice& choice) { return choice.value == value; });
            });
        if (other.type == ParameterType::Boolean)
            values[other.id] = wanted.front() == "true";
        else if (other.type == ParameterType::Choice)
            values[other.id] = wanted.front();
        else
            values[other.id] = static_cast<std::int64_t>(std::stoll(wanted.front()));
    }
}

/// Whether some stage says something else when the parameter has another value. That stage goes to the front: what shows
/// one parameter often shows the next one too.
template <class Reveal, class Values>
bool acts(std::vector<Stage>& stages, Reveal makeVisible, Values values, const ParameterSpec& parameter)
{
    for (auto stage = stages.begin(); stage != stages.end(); ++stage) {
        Design design = stage->design;
        makeVisible(design);
        const auto own = values(design).find(parameter.id);
        const ParameterValue now = own == values(design).end() ? parameter.defaultValue : own->second;
        const std::string before = saidAsItIs(design);
        if (before.starts_with("error"))
            continue;
        for (const ParameterValue& other : otherValues(parameter, now)) {
            Design changed = design;
            values(changed)[parameter.id] = other;
            const std::string after = saidOf(changed);
            if (!after.starts_with("error") && after != before) {
                std::rotate(stages.begin(), stage, stage + 1);
                return true;
            }
        }
    }
    return false;
}

}  // namespace plimsoll::tests
