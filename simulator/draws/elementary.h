// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

namespace plimsoll {

// Our own exp, log and normal quantile: the standard library's differ in the last digit between systems, and one
// digit is enough to reorder two events. Plain IEEE arithmetic only, so every machine gives the same bits.

/// A whole number below 2^52 as a double, exactly: put into the mantissa of 2^52. Unlike a conversion it can be done to
/// several at once on every processor.
constexpr double smallToDouble(std::uint64_t number)
{
    return std::bit_cast<double>(number | 0x4330000000000000ull) - 0x1p52;
}

/// Natural logarithm of a positive, normal double; error below 2e-15.
[[gnu::always_inline]] inline double deterministicLog(double x)
{
    const std::uint64_t bits = std::bit_cast<std::uint64_t>(x);
    const double raw = std::bit_cast<double>((bits & 0x000FFFFFFFFFFFFFull) | 0x3FF0000000000000ull);
    const bool high = raw > 1.4142135623730951;
    const double mantissa = raw * (high ? 0.5 : 1.0);
    const double exponent = smallToDouble(bits >> 52) - (high ? 1022.0 : 1023.0);
    // log m = 2 artanh((m - 1) / (m + 1)), |s| <= 0.172
    const double s = (mantissa - 1.0) / (mantissa + 1.0);
    const double z = s * s;
    // 1/3 + z/5 + ... + z^7/17 in pairs (Estrin's scheme): half as long a chain as Horner's rule, as a draw is waited for.
    const double zz = z * z;
    const double tailLow = (1.0 / 3 + z * (1.0 / 5)) + zz * (1.0 / 7 + z * (1.0 / 9));
    const double tailHigh = (1.0 / 11 + z * (1.0 / 13)) + zz * (1.0 / 15 + z * (1.0 / 17));
    const double tail = z * (tailLow + (zz * zz) * tailHigh);
    return exponent * 0.6931471805599453 + 2.0 * s * (1.0 + tail);
}

/// e^x for |x| < 700; relative error below 1e-15.
inline double deterministicExp(double x)
{
    const double k = std::floor(x * 1.4426950408889634 + 0.5);
    const double r = (x - k * 0.693147180369123816490) - k * 1.90821492927058770002e-10;
    // Sum of r^n / n! up to n = 13, in pairs and pairs of pairs (Estrin's scheme).
    const double rr = r * r;
    const double r4 = rr * rr;
    const double a = (1.0 + r) + rr * (1.0 / 2 + r * (1.0 / 6));
    const double b = (1.0 / 24 + r * (1.0 / 120)) + rr * (1.0 / 720 + r * (1.0 / 5040));
    const double c = (1.0 / 40320 + r * (1.0 / 362880)) + rr * (1.0 / 3628800 + r * (1.0 / 39916800));
    const double d = 1.0 / 479001600 + r * (1.0 / 6227020800);
    const double sum = (a + r4 * b) + (r4 * r4) * (c + r4 * d);
    const auto exponent = static_cast<std::uint64_t>(static_cast<std::int64_t>(k) + 1023);
    return sum * std::bit_cast<double>(exponent << 52);
}

/// Quantile of the standard normal, 0 < p < 1. Rational approximation of P. J. Acklam, relative error 1.15e-9.
inline double normalQuantile(double p)
{
    constexpr double a[] = {-3.969683028665376e+01, 2.209460984245205e+02,  -2.759285104469687e+02,
                            1.383577518672690e+02,  -3.066479806614716e+01, 2.506628277459239e+00};
    constexpr double b[] = {-5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02,
                            6.680131188771972e+01, -1.328068155288572e+01};
    constexpr double c[] = {-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
                            -2.549732539343734e+00, 4.374664141464968e+00,  2.938163982698783e+00};
    constexpr double d[] = {7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00,
                            3.754408661907416e+00};
    constexpr double low = 0.02425;
    if (p < low || p > 1 - low) {
        const double q = std::sqrt(-2 * deterministicLog(p < low ? p : 1 - p));
        const double value = (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5])
                             / ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1);
        return p < low ? value : -value;
    }
    const double q = p - 0.5;
    const double r = q * q;
    const double rr = r * r;
    const double above = ((a[5] + r * a[4]) + rr * (a[3] + r * a[2])) + (rr * rr) * (a[1] + r * a[0]);
    const double below = ((1 + r * b[4]) + rr * (b[3] + r * b[2])) + (rr * rr) * (b[1] + r * b[0]);
    return above * q / below;
}

}  // namespace plimsoll
