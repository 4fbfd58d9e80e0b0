// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/design/parameter_value.h"

#include <charconv>
#include <cmath>

namespace plimsoll {

namespace {

// Visitors with one overload per alternative, so that a new alternative fails to compile here.
struct ToText {
    std::string operator()(Auto) const { return "auto"; }
    std::string operator()(bool value) const { return value ? "true" : "false"; }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const
    {
        char buffer[64];
        const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
        return error == std::errc{} ? std::string(buffer, end) : std::string{"nan"};
    }
    std::string operator()(const std::string& value) const { return value; }
    std::string operator()(const RawJson& value) const { return value.text; }
};

struct ToNumber {
    double otherwise;
    double operator()(Auto) const { return otherwise; }
    double operator()(bool value) const { return value ? 1 : 0; }
    double operator()(std::int64_t value) const { return static_cast<double>(value); }
    double operator()(double value) const { return value; }
    double operator()(const std::string&) const { return otherwise; }
    double operator()(const RawJson&) const { return otherwise; }
};

}  // namespace

std::string toString(const ParameterValue& value)
{
    return std::visit(ToText{}, value);
}

double asNumber(const ParameterValue& value, double otherwise)
{
    return std::visit(ToNumber{otherwise}, value);
}

ParameterValue parameterValueFromText(std::string_view text)
{
    if (text == "auto")
        return Auto{};
    if (text == "true" || text == "false")
        return text == "true";
    const char* const end = text.data() + text.size();
    std::int64_t whole = 0;
    if (const auto read = std::from_chars(text.data(), end, whole); read.ec == std::errc{} && read.ptr == end)
        return whole;
    double real = 0;
    // from_chars would also take "inf" and "nan", which are words here.
    if (const auto read = std::from_chars(text.data(), end, real);
        read.ec == std::errc{} && read.ptr == end && std::isfinite(real))
        return real;
    if (!text.empty() && (text.front() == '{' || text.front() == '['))
        return RawJson{std::string{text}};
    return std::string{text};
}

}  // namespace plimsoll
