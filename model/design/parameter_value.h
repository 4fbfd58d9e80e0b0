// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>

namespace plimsoll {

/// "auto": sized at the target utilisation when the design runs.
struct Auto {
    friend bool operator==(Auto, Auto) = default;
};

/// A structured value (a distribution, a list of states) or one this version does not know, kept as JSON text.
struct RawJson {
    std::string text;
    friend bool operator==(const RawJson&, const RawJson&) = default;
};

using ParameterValue = std::variant<Auto, bool, std::int64_t, double, std::string, RawJson>;

/// Sorted by key, so that files and iteration are stable.
using ParameterMap = std::map<std::string, ParameterValue, std::less<>>;

/// The value as the design file and the CLI's --set write it: `auto`, `true`, `3`, `0.5`, `text`.
std::string toString(const ParameterValue& value);

/// Numbers as double; booleans as 0/1; anything else `otherwise`.
double asNumber(const ParameterValue& value, double otherwise = 0);

/// Reads what toString writes; objects and lists become RawJson, everything else that is no number stays text.
ParameterValue parameterValueFromText(std::string_view text);

}  // namespace plimsoll
