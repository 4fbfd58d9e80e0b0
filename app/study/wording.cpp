// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/wording.h"

#include <fmt/format.h>

#include <cmath>

namespace plimsoll {

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
    return (nano < 0 ? "-$" : "$") + grouped(std::to_string(whole));
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
