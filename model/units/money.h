// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plimsoll {

/// US dollars in whole nanodollars, so that sums are exact.
class Money {
public:
    constexpr Money() = default;
    static constexpr Money nanodollars(std::int64_t n) { return Money{n}; }
    static constexpr Money dollars(std::int64_t d) { return Money{d * 1'000'000'000}; }
    /// Reads a plain decimal such as "0.0000166667"; digits past the ninth are rounded half up.
    /// Nothing on anything else (sign, exponent, spaces, more than 9 integer digits).
    static std::optional<Money> parse(std::string_view decimal);
    constexpr std::int64_t nanodollars() const { return m_nano; }
    constexpr double dollars() const { return static_cast<double>(m_nano) * 1e-9; }
    /// "1,450.90": two decimals, half away from zero, grouped; for the CLI and reports.
    std::string toString() const;
    friend constexpr Money operator+(Money a, Money b) { return Money{a.m_nano + b.m_nano}; }
    friend constexpr Money operator-(Money a, Money b) { return Money{a.m_nano - b.m_nano}; }
    constexpr Money& operator+=(Money other)
    {
        m_nano += other.m_nano;
        return *this;
    }
    friend constexpr auto operator<=>(Money, Money) = default;

private:
    explicit constexpr Money(std::int64_t nano) : m_nano{nano} {}
    std::int64_t m_nano = 0;
};

}  // namespace plimsoll
