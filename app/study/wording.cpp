// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/wording.h"

#include <fmt/format.h>

#include <cmath>

namespace plimsoll {

namespace {

/// Commas between thousands of the digits before the point.
std::string group(std::string digits)
{
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    std::size_t at = std::min(digits.find('.'), digits.size());
    while (at > first + 3) {
        at -= 3;
        digits.insert(at, ",");
    }
    return digits;
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

/// At most three significant digits; whole from 100 on.
std::string shortNumber(double value)
{
    const double magnitude = std::fabs(value);
    if (magnitude >= 100 || magnitude == 0)
        return fmt::format("{:.0f}", value);
    const int digitsBefore = static_cast<int>(std::floor(std::log10(magnitude))) + 1;
    return trimmed(fmt::format("{:.{}f}", value, std::min(12, 3 - digitsBefore)));
}

}  // namespace

std::string dollars(Money amount)
{
    const std::string text = amount.toString();
    return text.starts_with('-') ? "-$" + text.substr(1) : "$" + text;
}

std::string roundDollars(Money amount)
{
    const std::int64_t nano = amount.nanodollars();
    if (nano > -100'000'000'000 && nano < 100'000'000'000)
        return dollars(amount);
    const std::int64_t whole = (std::abs(nano) + 500'000'000) / 1'000'000'000;
    return (nano < 0 ? "-$" : "$") + group(std::to_string(whole));
}

std::string figure(double value)
{
    if (!std::isfinite(value))
        return value > 0 ? "unlimited" : "none";
    return group(shortNumber(value));
}

std::string figure(std::uint64_t value)
{
    return group(std::to_string(value));
}

std::string percent(double share)
{
    const double value = share * 100;
    if (!std::isfinite(value))
        return "over any limit";
    if (value == 0)
        return "0%";
    if (value < 0.1)
        return "<0.1%";
    // 99.96 must not read 100: what binds and what nearly binds are different news.
    if (value > 99 && value < 99.95)
        return fmt::format("{:.1f}%", value);
    if (value < 10)
        return trimmed(fmt::format("{:.1f}", value)) + "%";
    return group(fmt::format("{:.0f}", value)) + "%";
}

std::string millisText(double milliseconds)
{
    const double magnitude = std::fabs(milliseconds);
    if (magnitude == 0)
        return "0 ms";
    if (magnitude < 1)
        return shortNumber(milliseconds * 1000) + " us";
    if (magnitude < 1000)
        return shortNumber(milliseconds) + " ms";
    if (magnitude < 120'000)
        return shortNumber(milliseconds / 1000) + " s";
    return spanText(milliseconds / 1000);
}

std::string spanText(double seconds)
{
    if (!std::isfinite(seconds))
        return "for ever";
    if (seconds < 1)
        return shortNumber(seconds * 1000) + " ms";
    if (seconds < 120)
        return shortNumber(seconds) + " s";
    const auto whole = static_cast<std::int64_t>(std::llround(seconds));
    if (whole < 7200) {
        if (whole == 3600)
            return "1 h";
        return whole % 60 == 0 ? fmt::format("{} min", whole / 60)
                               : fmt::format("{} min {} s", whole / 60, whole % 60);
    }
    if (whole < 172'800)
        return whole % 3600 == 0 ? fmt::format("{} h", whole / 3600)
                                 : fmt::format("{} h {} min", whole / 3600, whole % 3600 / 60);
    return figure(seconds / 86400) + " days";
}

std::string bytesText(double bytes)
{
    constexpr const char* kUnits[] = {"B", "KB", "MB", "GB", "TB", "PB"};
    // 1,024 B stays bytes: records are entered in bytes and people look for the number they typed.
    int unit = 0;
    double value = bytes;
    while (unit < 5 && std::fabs(value) >= (unit == 0 ? 2048 : 1024)) {
        value /= 1024;
        ++unit;
    }
    return figure(value) + " " + kUnits[unit];
}

std::string counted(std::uint64_t count, std::string_view noun)
{
    return fmt::format("{} {}{}", figure(count), noun, count == 1 ? "" : "s");
}

std::string capitalised(std::string text)
{
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

}  // namespace plimsoll
