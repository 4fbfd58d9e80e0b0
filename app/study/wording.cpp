// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/wording.h"

#include <fmt/format.h>

#include <cmath>

namespace plimsoll {

std::string amountText(Money amount)
{
    const std::int64_t nano = amount.nanodollars();
    constexpr std::int64_t kCent = 10'000'000;
    if (nano == 0 || nano <= -kCent || nano >= kCent)
        return amount.toString();
    return amount.dollars() < 0 ? "-" + shortNumber(-amount.dollars()) : shortNumber(amount.dollars());
}

std::string dollars(Money amount)
{
    const std::string text = amountText(amount);
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

PhraseArgument inDollars(std::string name, Money amount)
{
    return {std::move(name), PhraseArgument::Kind::Dollars, roundDollars(amount), amount.dollars()};
}

std::string millisText(double milliseconds)
{
    const double magnitude = std::fabs(milliseconds);
    if (magnitude == 0)
        return "0 ms";
    // What is handed on at once may take a nanosecond of the clock; nobody measures that.
    if (magnitude < 0.0005)
        return "<1 us";
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
    if (seconds == 0)
        return "0 s";
    if (seconds < 1)
        return millisText(seconds * 1000);
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

std::string pluralOf(std::string_view noun)
{
    std::string text{noun};
    const auto isVowel = [](char c) { return std::string_view{"aeiou"}.find(c) != std::string_view::npos; };
    if (text.size() > 1 && text.ends_with('y') && !isVowel(text[text.size() - 2])) {
        text.pop_back();
        return text + "ies";
    }
    const bool hisses =
        text.ends_with('s') || text.ends_with('x') || text.ends_with("ch") || text.ends_with("sh");
    return text + (hisses ? "es" : "s");
}

std::string counted(std::uint64_t count, std::string_view noun)
{
    return fmt::format("{} {}", figure(count), count == 1 ? std::string{noun} : pluralOf(noun));
}

std::string lowered(std::string text)
{
    // "WCU" stays, "Batch size" does not.
    if (text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && !(text[1] >= 'A' && text[1] <= 'Z'))
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

std::string capitalised(std::string text)
{
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

}  // namespace plimsoll
