// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/rate_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace plimsoll {

namespace {

constexpr double kMostPerSecond = 1e9;
constexpr std::size_t kMostQuoted = 60;

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// "3,000,000" without its commas; nothing when they do not stand between thousands.
std::optional<std::string> ungrouped(std::string_view digits)
{
    std::string plain;
    const std::size_t point = std::min(digits.find_first_of(".eE"), digits.size());
    for (std::size_t at = 0; at < digits.size(); ++at) {
        if (digits[at] != ',') {
            plain += digits[at];
            continue;
        }
        const std::size_t next = std::min(digits.find(',', at + 1), point);
        if (at == 0 || at > point || next - at != 4 || (plain.size() == at && at > 3))
            return std::nullopt;
    }
    return plain;
}

std::optional<double> multipleOf(std::string_view suffix)
{
    constexpr std::pair<std::string_view, double> kMultiples[] = {{"", 1},    {"k", 1e3}, {"K", 1e3},
                                                                  {"M", 1e6}, {"G", 1e9}, {"B", 1e9}};
    for (const auto& [name, value] : kMultiples)
        if (suffix == name)
            return value;
    return std::nullopt;
}

std::optional<double> secondsOf(std::string_view unit, double monthHours)
{
    const std::pair<std::string_view, double> units[] = {{"s", 1},
                                                         {"sec", 1},
                                                         {"second", 1},
                                                         {"min", 60},
                                                         {"minute", 60},
                                                         {"h", 3600},
                                                         {"hour", 3600},
                                                         {"d", 86'400},
                                                         {"day", 86'400},
                                                         {"week", 7 * 86'400.0},
                                                         {"month", monthHours * 3600}};
    for (const auto& [name, value] : units)
        if (unit == name)
            return value;
    return std::nullopt;
}

}  // namespace

Result<double> rateOf(std::string_view text, double monthHours)
{
    const std::string_view all = trimmed(text);
    const Error wrong{"", "\"" + std::string{all.substr(0, kMostQuoted)} + "\" is not a rate",
                      "write it as 3M/month, 40M/day, 5k/s, 2/min or plain units per second"};
    if (!(monthHours > 0) || !std::isfinite(monthHours))
        return wrong;
    const std::size_t slash = all.find('/');
    const std::string_view amount = trimmed(all.substr(0, slash));
    std::size_t letters = amount.find_first_not_of("0123456789.,");
    // "1.5e6": an exponent is part of the number, whatever else letters mean.
    if (letters < amount.size() && (amount[letters] == 'e' || amount[letters] == 'E')) {
        const std::size_t exponent = amount.find_first_not_of("+-", letters + 1);
        letters = amount.find_first_not_of("0123456789", std::min(exponent, amount.size()));
    }
    letters = std::min(letters, amount.size());
    const std::optional<std::string> digits = ungrouped(trimmed(amount.substr(0, letters)));
    const std::optional<double> multiple = multipleOf(trimmed(amount.substr(letters)));
    const std::optional<double> span = slash == std::string_view::npos
                                           ? std::optional{1.0}
                                           : secondsOf(trimmed(all.substr(slash + 1)), monthHours);
    if (!digits || digits->empty() || !multiple || !span)
        return wrong;
    double value = 0;
    const auto [end, error] = std::from_chars(digits->data(), digits->data() + digits->size(), value);
    if (error != std::errc{} || end != digits->data() + digits->size() || !std::isfinite(value))
        return wrong;
    const double perSecond = value * *multiple / *span;
    if (!(perSecond <= kMostPerSecond))
        return Error{"", "\"" + std::string{all.substr(0, kMostQuoted)} + "\" is more than 1,000,000,000/s",
                     "give a lower rate"};
    return perSecond;
}

}  // namespace plimsoll
