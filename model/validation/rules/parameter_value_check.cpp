// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::validation {

namespace {

std::string range(const ParameterSpec& spec)
{
    const std::string unit = spec.unit.empty() ? "" : " " + spec.unit;
    return "use " + plainNumber(spec.minimum) + " to " + plainNumber(spec.maximum) + unit;
}

std::string choices(const ParameterSpec& spec)
{
    std::string text = "use ";
    for (std::size_t at = 0; at < spec.choices.size(); ++at)
        text += (at == 0 ? "" : at + 1 == spec.choices.size() ? " or " : ", ") + spec.choices[at].value;
    return text;
}

/// A distribution may stand where a plain number does: {"distribution": "lognormal", ...}.
bool isDistribution(const ParameterValue& value)
{
    const auto* raw = std::get_if<RawJson>(&value);
    return raw != nullptr && raw->text.starts_with('{')
           && raw->text.find("\"distribution\"") != std::string::npos;
}

ValueProblem problemOfNumber(const ParameterSpec& spec, const ParameterValue& value)
{
    const bool whole = std::holds_alternative<std::int64_t>(value);
    if (!whole && !std::holds_alternative<double>(value))
        return isDistribution(value) ? ValueProblem{} : ValueProblem{"is not a number", range(spec)};
    const double amount = asNumber(value);
    if (!std::isfinite(amount))
        return {"is not a number", range(spec)};
    if (spec.type == ParameterType::Integer && amount != std::floor(amount))
        return {"is " + plainNumber(amount) + ", not a whole number", range(spec)};
    const bool bounded = spec.minimum < spec.maximum || spec.minimum != 0;
    if (bounded && (amount < spec.minimum || amount > spec.maximum))
        return {"is " + plainNumber(amount) + (spec.unit.empty() ? "" : " " + spec.unit)
                    + ", outside its range",
                range(spec)};
    return {};
}

}  // namespace

ValueProblem problemOf(const ParameterSpec& spec, const ParameterValue& value)
{
    if (std::holds_alternative<Auto>(value)) {
        if (spec.sizable || std::holds_alternative<Auto>(spec.defaultValue))
            return {};
        return {"cannot be sized automatically",
                "give it a value; the default is " + toString(spec.defaultValue)};
    }
    switch (spec.type) {
    case ParameterType::Integer:
    case ParameterType::Real:
        return problemOfNumber(spec, value);
    case ParameterType::Boolean:
        if (!std::holds_alternative<bool>(value))
            return {"is neither true nor false", "use true or false, without quotes"};
        return {};
    case ParameterType::Choice: {
        const std::string text = toString(value);
        const auto means = [&text](const ParameterChoice& choice) { return choice.value == text; };
        const std::vector<std::string>& former = spec.formerChoices;
        if (std::none_of(spec.choices.begin(), spec.choices.end(), means)
            && std::find(former.begin(), former.end(), text) == former.end())
            return {"is \"" + text + "\", which is none of its choices", choices(spec)};
        return {};
    }
    case ParameterType::Text:
        if (!std::holds_alternative<std::string>(value))
            return {"is not text", "put it in double quotes"};
        return {};
    case ParameterType::Structured:
        return {};
    }
    return {};
}

bool holds(const VisibleWhen& when, const std::vector<ParameterSpec>& all, const ParameterMap& values)
{
    if (when.parameter.empty())
        return true;
    std::string current;
    if (const auto own = values.find(when.parameter); own != values.end()) {
        current = toString(own->second);
    } else {
        const auto other = std::find_if(
            all.begin(), all.end(), [&when](const ParameterSpec& each) { return each.id == when.parameter; });
        if (other == all.end())
            return true;
        current = toString(other->defaultValue);
    }
    return std::find(when.values.begin(), when.values.end(), current) != when.values.end();
}

bool isVisible(const ParameterSpec& spec, const std::vector<ParameterSpec>& all, const ParameterMap& values)
{
    return holds(spec.visibleWhen, all, values);
}

}  // namespace plimsoll::validation
