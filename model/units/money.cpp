// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/units/money.h"

namespace plimsoll {

std::optional<Money> Money::parse(std::string_view decimal)
{
    std::int64_t whole = 0;
    std::size_t at = 0;
    for (; at < decimal.size() && decimal[at] >= '0' && decimal[at] <= '9'; ++at) {
        if (at >= 9)
            return std::nullopt;
        whole = whole * 10 + (decimal[at] - '0');
    }
    if (at == 0)
        return std::nullopt;
    std::int64_t nano = 0;
    if (at < decimal.size()) {
        if (decimal[at] != '.' || at + 1 == decimal.size())
            return std::nullopt;
        ++at;
        std::int64_t unit = 100'000'000;
        bool roundUp = false;
        for (int digit = 0; at < decimal.size(); ++at, ++digit) {
            if (decimal[at] < '0' || decimal[at] > '9')
                return std::nullopt;
            if (digit < 9) {
                nano += (decimal[at] - '0') * unit;
                unit /= 10;
            } else if (digit == 9) {
                roundUp = decimal[at] >= '5';
            }
        }
        nano += roundUp ? 1 : 0;
    }
    return Money{whole * 1'000'000'000 + nano};
}

std::string Money::toString() const
{
    const bool negative = m_nano < 0;
    const std::uint64_t magnitude =
        negative ? 0 - static_cast<std::uint64_t>(m_nano) : static_cast<std::uint64_t>(m_nano);
    const std::uint64_t cents = (magnitude + 5'000'000) / 10'000'000;
    std::string digits = std::to_string(cents / 100);
    for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    const std::uint64_t rest = cents % 100;
    return std::string{negative && cents > 0 ? "-" : ""} + digits + "." + (rest < 10 ? "0" : "")
           + std::to_string(rest);
}

}  // namespace plimsoll
