// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/time.h"
#include "simulator/draws/elementary.h"
#include "simulator/draws/law_table.h"
#include "simulator/draws/random.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace plimsoll {

/// The law of a duration (or of a size, in "nanoseconds" of bytes); sampled from one uniform draw by its quantile.
class Law {
public:
    enum class Kind { Deterministic, Exponential, LogNormal, Uniform, Quantiles };
    static Law deterministic(double mean) { return {Kind::Deterministic, mean, 0, 0}; }
    static Law exponential(double mean) { return {Kind::Exponential, mean, 0, 0}; }
    /// Between 0 and twice the mean.
    static Law uniform(double mean) { return {Kind::Uniform, mean, 0, 0}; }
    static Law logNormal(double mean, double coefficientOfVariation)
    {
        if (mean <= 0)  // there is no logarithm of it
            return deterministic(0);
        // sigma^2 = ln(1 + cv^2), mu = ln(mean) - sigma^2 / 2
        const double variance = deterministicLog(1 + coefficientOfVariation * coefficientOfVariation);
        return {Kind::LogNormal, mean, deterministicLog(mean) - variance / 2, std::sqrt(variance)};
    }
    static Law logNormalFromQuantiles(double median, double p99)
    {
        if (p99 <= median || median <= 0)
            return deterministic(median);
        // z(0.99) = 2.3263478740408408
        const double mu = deterministicLog(median);
        const double sigma = (deterministicLog(p99) - mu) / 2.3263478740408408;
        return {Kind::LogNormal, deterministicExp(mu + sigma * sigma / 2), mu, sigma};
    }
    struct Quantile {
        double share = 0;  ///< 0.5 for the median
        double value = 0;
    };
    static constexpr std::size_t kMostQuantiles = 4;
    /// Through two to four known quantiles, ascending: the logarithm of a draw is piecewise linear in the standard normal
    /// quantile of its share, a log-normal law between each two of them; the outer pieces go on beyond.
    static Law fromQuantiles(std::initializer_list<Quantile> known)
    {
        Law law{Kind::Quantiles, 0, 0, 0};
        for (const Quantile& each : known) {
            if (law.m_pieces == kMostQuantiles)
                break;
            law.m_shares[law.m_pieces] = normalQuantile(each.share);
            law.m_logs[law.m_pieces++] = deterministicLog(std::max(each.value, 1e-9));
        }
        if (law.m_pieces < 2)
            return deterministic(known.size() > 0 ? known.begin()->value : 0);
        law.m_mean = law.meanOf([](double value) { return value; });
        return law;
    }
    double mean() const { return m_mean; }
    double variance() const
    {
        switch (m_kind) {
        case Kind::Deterministic:
            return 0;
        case Kind::Exponential:
            return m_mean * m_mean;
        case Kind::Uniform:
            return m_mean * m_mean / 3;
        case Kind::LogNormal:
            return m_mean * m_mean * (deterministicExp(m_sigma * m_sigma) - 1);
        case Kind::Quantiles:
            return meanOf([this](double value) { return (value - m_mean) * (value - m_mean); });
        }
        return 0;
    }
    /// No draw is shorter: the quantile of the smallest uniform there is.
    Duration least() const { return fromNanos(quantile(0x1p-53)); }
    /// u in (0, 1).
    double quantile(double u) const
    {
        switch (m_kind) {
        case Kind::Deterministic:
            return m_mean;
        case Kind::Exponential:
            return -m_mean * deterministicLog(1 - u);
        case Kind::Uniform:
            return 2 * m_mean * u;
        case Kind::LogNormal:
            return deterministicExp(m_mu + m_sigma * normalQuantile(u));
        case Kind::Quantiles:
            return atNormal(normalQuantile(u));
        }
        return m_mean;
    }
    /// Of a message; what is always the same needs no draw.
    double drawFor(const MessageId& id, const DrawKey& draws) const
    {
        return m_kind == Kind::Deterministic ? m_mean : drawn(draws.at(id));
    }
    /// The same of several messages at once.
    void drawAll(const IdColumn& ids, const DrawKey& key, double* draws) const
    {
        if (m_kind == Kind::Exponential) {
            key.exponentials(ids, draws);
            for (std::size_t n = 0; n < ids.count; ++n)
                draws[n] *= m_mean;
            return;
        }
        for (std::size_t n = 0; n < ids.count; ++n)
            draws[n] = m_kind == Kind::Deterministic ? m_mean : drawn(key.at(ids.serials[n], ids.rests[n]));
    }
    Duration draw(double u) const { return fromNanos(drawn(u) + 0.5); }
    /// What tells a law from others.
    using Shape = std::array<double, 4 + 2 * kMostQuantiles>;
    Shape shape() const
    {
        Shape shape{static_cast<double>(m_kind), m_mean, m_mu, m_sigma};
        std::copy(m_shares.begin(), m_shares.end(), shape.begin() + 4);
        std::copy(m_logs.begin(), m_logs.end(), shape.begin() + 4 + kMostQuantiles);
        return shape;
    }

private:
    Law(Kind kind, double mean, double mu, double sigma)
        : m_kind{kind}, m_mean{mean}, m_mu{mu}, m_sigma{sigma}
    {}
    /// Of a function of the values, by the trapezium rule over the normal density, which is as good as exact for functions
    /// this smooth.
    template <class Function>
    double meanOf(Function of) const
    {
        double sum = 0, weights = 0;
        for (int step = -160; step <= 160; ++step) {
            const double z = 0.05 * step, weight = deterministicExp(-z * z / 2);
            sum += weight * of(atNormal(z));
            weights += weight;
        }
        return sum / weights;
    }
    /// The quantile, by the table of a law that is dear to evaluate.
    double drawn(double u) const
    {
        if (m_kind == Kind::LogNormal || m_kind == Kind::Quantiles) {
            if (const double tabled = m_table.of(*this).at(u); tabled > 0)
                return tabled;
        }
        return quantile(u);
    }
    double atNormal(double z) const
    {
        std::size_t piece = 0;
        while (piece + 2 < m_pieces && z > m_shares[piece + 1])
            ++piece;
        const double slope = (m_logs[piece + 1] - m_logs[piece]) / (m_shares[piece + 1] - m_shares[piece]);
        return deterministicExp(m_logs[piece] + slope * (z - m_shares[piece]));
    }
    Kind m_kind = Kind::Deterministic;
    double m_mean = 0, m_mu = 0, m_sigma = 0;
    std::array<double, kMostQuantiles> m_shares{}, m_logs{};  ///< as standard normal quantiles; of the values
    std::size_t m_pieces = 0;
    LawTableSlot m_table;

public:
    Law() = default;
};

}  // namespace plimsoll
