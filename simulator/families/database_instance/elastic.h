// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/database_instance/database_instance.h"
#include "simulator/traffic/key_popularity.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::database_node {

/// Whole servers that stand for so many vCPUs; each is as fast as makes up for the rest.
inline double serversFor(double vcpus)
{
    return vcpus <= 0 ? 0 : std::max(1.0, std::floor(vcpus + 0.5));
}

/// One second's step of a capacity that follows its load.
class ElasticCapacity {
public:
    ElasticCapacity(const ElasticConfig& config, double vcpus)
        : m_config{config}, m_exact{std::clamp(vcpus, config.leastVcpus, config.mostVcpus)}
    {}
    /// `busy`: vCPUs in use over the last second, on average.
    void look(double busy)
    {
        constexpr double kLn2 = 0.6931471805599453;
        const double wanted = busy / m_config.target;
        const double more = deterministicExp(kLn2 / seconds(m_config.doubling));
        const double fewer = decay(kLn2 / seconds(m_config.halving));
        m_exact = std::clamp(wanted, m_exact * fewer, m_exact * more);
        m_exact = std::clamp(m_exact, m_config.leastVcpus, m_config.mostVcpus);
    }
    double vcpus() const { return stepped(m_config, m_exact); }
    double exact() const { return m_exact; }
    static double stepped(const ElasticConfig& config, double vcpus)
    {
        const double steps = std::ceil(vcpus / config.stepVcpus - 1e-9) * config.stepVcpus;
        return std::clamp(steps, config.leastVcpus, config.mostVcpus);
    }

private:
    ElasticConfig m_config;
    double m_exact;
};

/// Where it settles. It grows in as large a share of all seconds as makes up for the others, in which it shrinks: the
/// share `doubling / (doubling + halving)`. What is in use over a second is taken for normal, with the variance of
/// Poisson arrivals: `squares`, the sum of the squared vCPU times asked for in it.
inline double settledVcpus(const ElasticConfig& config, double busy, double squares)
{
    const double up = seconds(config.doubling), down = seconds(config.halving);
    const double spread = normalQuantile(down / (up + down)) * std::sqrt(squares);
    return std::max(busy + spread, 0.0) / config.target;
}

/// Half a step above where it is: steps are rounded up, and it is anywhere between two of them.
inline double meanStepped(const ElasticConfig& config, double exact)
{
    return std::clamp(exact + config.stepVcpus / 2, config.leastVcpus, config.mostVcpus);
}

/// Where it goes, second by second, while `busy` vCPUs of statements come that it would settle at `settles` for; what it
/// cannot serve at once waits for it, `most` vCPU seconds of it.
class ElasticWay {
public:
    ElasticWay(const ElasticConfig& config, double vcpus, double most)
        : m_config{config}, m_capacity{config, vcpus}, m_most{most}
    {}
    /// Time means of so many seconds.
    struct Means {
        double vcpus = 0, waiting = 0;  ///< vCPUs; vCPU seconds that wait
    };
    Means go(double busy, double settles, double seconds)
    {
        Means sum;
        double left = seconds;
        while (left > 0) {
            const double before = m_capacity.exact(), there = meanStepped(m_config, before);
            const bool behind = m_waiting > 0 || busy > there;
            m_capacity.look(behind ? there : settles * m_config.target);
            const double step = !behind && m_capacity.exact() == before ? left : std::min(1.0, left);
            const double next = std::clamp(m_waiting + (busy - there) * step, 0.0, m_most);
            sum.waiting += step * (m_waiting + next) / 2;
            m_waiting = next;
            sum.vcpus += step * meanStepped(m_config, m_capacity.exact());
            left -= step;
        }
        if (seconds > 0) {
            sum.vcpus /= seconds;
            sum.waiting /= seconds;
        }
        return sum;
    }

private:
    const ElasticConfig& m_config;
    ElasticCapacity m_capacity;
    double m_most, m_waiting = 0;
};

}  // namespace plimsoll::database_node
