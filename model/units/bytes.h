// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>

namespace plimsoll {

/// A number of bytes. 1 KB is 1024 B here, as in AWS's own limits and billing.
class Bytes {
public:
    constexpr Bytes() = default;
    static constexpr Bytes of(std::int64_t count) { return Bytes{count}; }
    constexpr std::int64_t count() const { return m_count; }
    /// Gibibytes, the unit AWS prices as "GB".
    constexpr double gigabytes() const { return static_cast<double>(m_count) / 1073741824.0; }
    /// The size after rounding up to whole multiples of `granule`, as billing units do.
    constexpr Bytes roundedUpTo(Bytes granule) const
    {
        return Bytes{(m_count + granule.m_count - 1) / granule.m_count * granule.m_count};
    }
    friend constexpr Bytes operator+(Bytes a, Bytes b) { return Bytes{a.m_count + b.m_count}; }
    friend constexpr Bytes operator-(Bytes a, Bytes b) { return Bytes{a.m_count - b.m_count}; }
    friend constexpr Bytes operator*(Bytes a, std::int64_t times) { return Bytes{a.m_count * times}; }
    friend constexpr double operator/(Bytes a, Bytes b)
    {
        return static_cast<double>(a.m_count) / static_cast<double>(b.m_count);
    }
    constexpr Bytes& operator+=(Bytes other)
    {
        m_count += other.m_count;
        return *this;
    }
    friend constexpr auto operator<=>(Bytes, Bytes) = default;

private:
    explicit constexpr Bytes(std::int64_t count) : m_count{count} {}
    std::int64_t m_count = 0;
};

inline namespace literals {
constexpr Bytes operator""_B(unsigned long long n)
{
    return Bytes::of(static_cast<std::int64_t>(n));
}
constexpr Bytes operator""_KiB(unsigned long long n)
{
    return Bytes::of(static_cast<std::int64_t>(n) * 1024);
}
constexpr Bytes operator""_MiB(unsigned long long n)
{
    return Bytes::of(static_cast<std::int64_t>(n) * 1024 * 1024);
}
constexpr Bytes operator""_GiB(unsigned long long n)
{
    return Bytes::of(static_cast<std::int64_t>(n) * 1024 * 1024 * 1024);
}
}  // namespace literals

}  // namespace plimsoll
