// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/number_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>

namespace plimsoll {

namespace {

std::string fixed(double value, int decimals)
{
    // Never localised, as printf would be under a desktop's locale; the longest double has 309 digits.
    char text[400];
    const auto [end, error] =
        std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, decimals);
    return error == std::errc{} ? std::string(text, end) : std::string{};
}

std::string trimmed(std::string text)
{
    if (text.find('.') == std::string::npos)
        return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text;
}

}  // namespace

std::string grouped(std::string digits)
{
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    std::size_t at = std::min(digits.find('.'), digits.size());
    while (at > first + 3) {
        at -= 3;
        digits.insert(at, ",");
    }
    return digits;
}

std::string shortNumber(double value)
{
    const double magnitude = std::fabs(value);
    if (magnitude >= 100 || magnitude == 0)
        return fixed(value, 0);
    const int digitsBefore = static_cast<int>(std::floor(std::log10(magnitude))) + 1;
    return trimmed(fixed(value, std::min(12, 3 - digitsBefore)));
}

std::string figure(double value)
{
    if (!std::isfinite(value))
        return value > 0 ? "unlimited" : "none";
    return grouped(shortNumber(value));
}

std::string figure(std::uint64_t value)
{
    return grouped(std::to_string(value));
}

std::string percent(double share)
{
    if (share < 0)
        return "-" + percent(-share);
    const double value = share * 100;
    if (!std::isfinite(value))
        return "over any limit";
    if (value == 0)
        return "0%";
    // Small shares keep a second decimal: what one component lost, of its own traffic and of all of it, reads 0.09% and
    // 0.04% rather than "0.1%" beside "<0.1%".
    if (value < 0.005)
        return "<0.01%";
    if (value < 0.095)
        return fixed(value, 2) + "%";
    // 99.96 must not read 100: what binds and what nearly binds are different news.
    if (value > 99 && value < 99.95)
        return fixed(value, 1) + "%";
    if (value < 10)
        return trimmed(fixed(value, 1)) + "%";
    return grouped(fixed(value, 0)) + "%";
}

std::string dataNumber(double value)
{
    if (!std::isfinite(value))
        return "";
    char text[64];
    // Through its 15 digits to the nearest number that has no more than those.
    const auto digits = std::to_chars(text, text + sizeof text, value, std::chars_format::scientific, 14);
    double rounded = 0;
    std::from_chars(text, digits.ptr, rounded);
    if (rounded == 0)
        return "0";
    const double magnitude = std::fabs(rounded);
    const bool plain = magnitude >= 1e-6 && magnitude < 1e15;
    const auto written = plain ? std::to_chars(text, text + sizeof text, rounded, std::chars_format::fixed)
                               : std::to_chars(text, text + sizeof text, rounded);
    return written.ec == std::errc{} ? std::string(text, written.ptr) : "";
}

}  // namespace plimsoll
