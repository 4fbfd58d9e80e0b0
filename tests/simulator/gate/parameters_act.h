// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/gate/stages.h"

#include <algorithm>
#include <optional>
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

/// What showed that a parameter acts: a stage, and the value that made it say something else.
struct Shown {
    std::string stage, value;
};

/// The value that makes this stage say something else; only the one named, if one is.
template <class Reveal, class Values>
std::optional<Shown> shownIn(const Stage& stage, Reveal makeVisible, Values values,
                             const ParameterSpec& parameter, const std::string& onlyValue = {})
{
    Design design = stage.design;
    makeVisible(design);
    const auto own = values(design).find(parameter.id);
    const ParameterValue now = own == values(design).end() ? parameter.defaultValue : own->second;
    const std::string before = saidAsItIs(design);
    if (before.starts_with("error"))
        return {};
    for (const ParameterValue& other : otherValues(parameter, now)) {
        if (!onlyValue.empty() && toString(other) != onlyValue)
            continue;
        Design changed = design;
        values(changed)[parameter.id] = other;
        const std::string after = saidOf(changed);
        if (!after.starts_with("error") && after != before)
            return Shown{stage.name, toString(other)};
    }
    return {};
}

/// Whether some stage says something else when the parameter has another value. That stage goes to the front: what shows
/// one parameter often shows the next one too.
template <class Reveal, class Values>
std::optional<Shown> acts(std::vector<Stage>& stages, Reveal makeVisible, Values values,
                          const ParameterSpec& parameter)
{
    for (auto stage = stages.begin(); stage != stages.end(); ++stage) {
        const std::optional<Shown> shown = shownIn(*stage, makeVisible, values, parameter);
        if (!shown)
            continue;
        std::rotate(stages.begin(), stage, stage + 1);
        return shown;
    }
    return {};
}

/// Whether what showed the parameter before does so again.
template <class Reveal, class Values>
bool showsAgain(std::vector<Stage>& stages, const Shown& known, Reveal makeVisible, Values values,
                const ParameterSpec& parameter)
{
    const auto stage = std::find_if(stages.begin(), stages.end(),
                                    [&known](const Stage& each) { return each.name == known.stage; });
    if (stage == stages.end() || !shownIn(*stage, makeVisible, values, parameter, known.value))
        return false;
    std::rotate(stages.begin(), stage, stage + 1);
    return true;
}

/// Where the search for what a parameter does was long: looked at first the next time. With PLIMSOLL_SHOWN naming a file,
/// searches do not know this and write there what they found, line by line as `shown.inc` has them.
class ShownBook {
public:
    /// What showed this parameter of this row of the test, if it is known.
    static const Shown* find(const std::string& row, const std::string& parameter);
    /// Called after a search that played so many designs.
    static void note(const std::string& row, const std::string& parameter, const Shown& shown, int played);
};

}  // namespace plimsoll::tests
