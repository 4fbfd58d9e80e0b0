// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/queueing/extremes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plimsoll {

double normalShare(double z)
{
    return std::erfc(-z / std::numbers::sqrt2) / 2;
}

namespace {

/// A time of this mean and variance as a log-normal law.
class LogNormal {
public:
    explicit LogNormal(const DrawnTime& time)
        : m_sigma{std::sqrt(std::log1p(time.variance / (time.mean * time.mean)))},
          m_mu{std::log(time.mean) - m_sigma * m_sigma / 2}
    {}
    double shareBelow(double seconds) const { return normalShare((std::log(seconds) - m_mu) / m_sigma); }
    /// Calls back with the weights and values of a rule that integrates over the law, its second moment included.
    template <class Visit>
    void forEach(Visit visit) const
    {
        constexpr int kPoints = 64;
        const double from = -kWidth, until = kWidth + 2 * m_sigma, step = (until - from) / kPoints;
        for (int n = 0; n < kPoints; ++n) {
            const double z = from + (n + 0.5) * step;
            visit(step * std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi),
                  std::exp(m_mu + m_sigma * z));
        }
    }

private:
    static constexpr double kWidth = 5;  // standard deviations, beyond which nothing counts
    double m_sigma, m_mu;
};

constexpr double kFarApart = 6;  // spreads, beyond which the longer is the later one

}  // namespace

DrawnTime laterOf(const DrawnTime& a, const DrawnTime& b)
{
    const double spread = std::sqrt(a.variance + b.variance);
    if (!(a.variance > 0) || !(b.variance > 0) || a.mean <= 0 || b.mean <= 0
        || std::fabs(a.mean - b.mean) > kFarApart * spread)
        return a.mean >= b.mean ? a : b;
    const LogNormal first{a}, second{b};
    DrawnTime later;
    double squared = 0;
    const auto add = [&](const LogNormal& one, const LogNormal& other) {
        one.forEach([&](double weight, double seconds) {
            const double last = weight * other.shareBelow(seconds);
            later.mean += last * seconds;
            squared += last * seconds * seconds;
        });
    };
    add(first, second);
    add(second, first);
    later.variance = std::max(0.0, squared - later.mean * later.mean);
    return later;
}

double slowestOf(double n, const DrawnTime& each)
{
    if (n <= 1 || each.mean <= 0 || !(each.variance > 0))
        return each.mean;
    const LogNormal law{each};
    double mean = 0;
    law.forEach([&](double weight, double seconds) {
        mean += weight * n * std::pow(law.shareBelow(seconds), n - 1) * seconds;
    });
    return mean;
}

CutOff cutOff(const DrawnTime& time, double limitSeconds)
{
    if (limitSeconds <= 0)
        return {0, time.mean > 0 || limitSeconds < 0 ? 1.0 : 0.0};
    if (!(time.variance > 0) || time.mean <= 0)
        return {std::min(time.mean, limitSeconds), time.mean > limitSeconds ? 1.0 : 0.0};
    const double squaredSigma = std::log1p(time.variance / (time.mean * time.mean));
    const double sigma = std::sqrt(squaredSigma);
    const double z = (std::log(limitSeconds / time.mean) + squaredSigma / 2) / sigma;
    const double share = normalShare(-z);
    return {time.mean * normalShare(z - sigma) + limitSeconds * share, share};
}

}  // namespace plimsoll
