// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/traffic/key_law.h"

#include <algorithm>

namespace plimsoll {

KeyLaw::KeyLaw(std::uint32_t keys, double skew, double hotShare)
    : m_keys{std::max<std::uint32_t>(1, keys)},
      m_range{hotShare > 0 && m_keys > 1 ? m_keys - 1 : m_keys},
      m_skew{skew},
      m_hotShare{hotShare}
{
    if (m_skew > 0) {
        m_low = integral(1.5) - 1;
        m_high = integral(m_range + 0.5);
        m_accept = 2 - integralInverse(integral(2.5) - density(2));
    }
}

double KeyLaw::density(double x) const
{
    return deterministicExp(-m_skew * deterministicLog(x));
}

double KeyLaw::integral(double x) const
{
    const double log = deterministicLog(x);
    const double s = (1 - m_skew) * log;
    // (x^(1-s) - 1) / (1-s), which tends to log x
    if (std::fabs(s) < 1e-8)
        return log * (1 + s / 2);
    return (deterministicExp(s) - 1) / (1 - m_skew);
}

double KeyLaw::integralInverse(double x) const
{
    double t = x * (1 - m_skew);
    t = std::max(t, -1.0 + 1e-15);
    if (std::fabs(t) < 1e-8)
        return deterministicExp(x * (1 - t / 2));
    return deterministicExp(deterministicLog(1 + t) / (1 - m_skew));
}

double KeyLaw::hottestShare() const
{
    if (m_keys == 1)
        return 1;
    const double cold = 1 - m_hotShare;
    if (m_skew <= 0)
        return std::max(m_hotShare, cold / m_range);
    // Generalised harmonic number: the first terms exactly, the rest by the integral (midpoint rule).
    double harmonic = 0;
    const std::uint32_t exact = std::min<std::uint32_t>(m_range, 1000);
    for (std::uint32_t k = 1; k <= exact; ++k)
        harmonic += density(k);
    if (m_range > exact)
        harmonic += integral(m_range + 0.5) - integral(exact + 0.5);
    return std::max(m_hotShare, cold / harmonic);
}

std::uint32_t KeyLaw::draw(std::uint64_t bits) const
{
    if (m_hotShare > 0) {
        if (toUnit(bits) < m_hotShare)
            return 0;
        bits = mix64(bits);
    }
    // With a hot key the others share the rest.
    const std::uint32_t first = m_keys - m_range;
    if (m_skew <= 0)
        return first + static_cast<std::uint32_t>(((bits >> 32) * m_range) >> 32);
    for (int attempt = 0; attempt < 64; ++attempt) {
        const double u = m_high + toUnit(bits) * (m_low - m_high);
        const double x = integralInverse(u);
        const double k = std::clamp(std::floor(x + 0.5), 1.0, static_cast<double>(m_range));
        if (k - x <= m_accept || u >= integral(k + 0.5) - density(k))
            return first + static_cast<std::uint32_t>(k) - 1;
        bits = mix64(bits);
    }
    return first;
}

}  // namespace plimsoll
