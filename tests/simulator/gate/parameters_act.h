// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/gate/stages.h"

#include <algorithm>
#include <map>
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

/// What a stage is like whatever it is about: its drive, how long the way in is, and what stands after it or is special.
inline std::string shapeOf(const Stage& stage)
{
    const std::size_t x = stage.name.find(" x");
    const std::string before = stage.name.substr(0, x);
    return before.substr(0, before.find(' ')) + std::to_string(std::count(before.begin(), before.end(), ' '))
           + (x == std::string::npos ? std::string{} : stage.name.substr(x));
}

/// Where a parameter of this name was last seen to act: it is looked for there first.
struct LastSeen {
    std::string shape;
    std::size_t value = 0;  ///< of `otherValues`
    bool inVariants = false;
};
inline LastSeen& lastSeen(const ParameterSpec& parameter)
{
    static std::map<std::string, LastSeen> seen;
    return seen[parameter.id];
}

/// Whether some stage says something else when the parameter has another value. That stage goes to the front: what shows
/// one parameter often shows the next one too.
template <class Reveal, class Values>
bool acts(std::vector<Stage>& stages, Reveal makeVisible, Values values, const ParameterSpec& parameter)
{
    LastSeen& last = lastSeen(parameter);
    std::stable_partition(stages.begin(), stages.end(),
                          [&](const Stage& stage) { return shapeOf(stage) == last.shape; });
    for (auto stage = stages.begin(); stage != stages.end(); ++stage) {
        Design design = stage->design;
        makeVisible(design);
        const auto own = values(design).find(parameter.id);
        const ParameterValue now = own == values(design).end() ? parameter.defaultValue : own->second;
        const std::string before = saidAsItIs(design);
        if (before.starts_with("error"))
            continue;
        const std::vector<ParameterValue> others = otherValues(parameter, now);
        for (std::size_t at = 0; at < others.size(); ++at) {
            const std::size_t which = (at + last.value) % others.size();
            Design changed = design;
            values(changed)[parameter.id] = others[which];
            const std::string after = saidOf(changed);
            if (!after.starts_with("error") && after != before) {
                last = {shapeOf(*stage), which, false};
                std::rotate(stages.begin(), stage, stage + 1);
                return true;
            }
        }
    }
    return false;
}

}  // namespace plimsoll::tests
