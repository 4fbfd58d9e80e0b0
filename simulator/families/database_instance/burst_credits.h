// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/time.h"

#include <algorithm>

namespace plimsoll {

/// A volume works off operations one after the other, above its rate for as long as what was saved up lasts: it saves
/// its rate all the time and spends what it does.
/// Source: https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html
class BurstVolume {
public:
    BurstVolume() = default;
    BurstVolume(double perSecond, double burstPerSecond, double most, double saved)
        : m_rate{perSecond}, m_burst{std::max(perSecond, burstPerSecond)}, m_most{most}, m_saved{saved}
    {}
    /// When these operations are done if nothing comes before them that has not come yet.
    SimTime take(SimTime t, double operations)
    {
        if (m_rate <= 0)
            return t;
        const SimTime begin = std::max(t, m_free);
        m_saved = std::min(m_most, m_saved + m_rate * seconds(begin - m_free));
        double length = operations / m_rate;
        if (m_burst > m_rate) {
            const double spent = 1 - m_rate / m_burst;  // of an operation done in a burst
            const double fast = std::min(operations, m_saved / spent);
            m_saved -= fast * spent;
            length = fast / m_burst + (operations - fast) / m_rate;
        }
        m_busy += length;
        m_free = begin + fromSeconds(length);
        return m_free;
    }
    double saved() const { return m_saved; }
    double busySeconds() const { return m_busy; }
    SimTime free() const { return m_free; }

private:
    double m_rate = 0, m_burst = 0, m_most = 0, m_saved = 0, m_busy = 0;
    SimTime m_free = kSimStart;
};

/// vCPU-seconds of a burstable class: it earns a share of its vCPUs all the time and spends those in use. Without any
/// left, what is used beyond what is earned is a surplus.
/// Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-credits-baseline-concepts.html
class VcpuCredits {
public:
    VcpuCredits() = default;
    VcpuCredits(double earnedPerSecond, double most, double saved)
        : m_earned{earnedPerSecond}, m_most{most}, m_saved{saved}
    {}
    /// From the last call to `t` so many were in use.
    void pass(SimTime t, double inUse)
    {
        const double length = seconds(t - m_at);
        m_at = t;
        m_saved += (m_earned - inUse) * length;
        m_saved = std::min(m_saved, m_most);
        if (m_saved < 0) {
            m_surplus -= m_saved;
            m_saved = 0;
        }
    }
    bool spent() const { return m_saved <= 0; }
    double saved() const { return m_saved; }
    double surplus() const { return m_surplus; }

private:
    double m_earned = 0, m_most = 0, m_saved = 0, m_surplus = 0;
    SimTime m_at = kSimStart;
};

}  // namespace plimsoll
