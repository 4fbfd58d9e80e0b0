// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/time.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

namespace plimsoll {

/// How a capacity follows a load: what is looked at, how often, how long it must hold, what is then done and when it
/// takes effect. A load is given in whatever one unit of capacity carries `target` of: capacity units used, busy
/// slots, messages waiting, seconds of age.
struct ScalingPolicy {
    Duration period = std::chrono::minutes{1};  ///< from one look at the load to the next
    double target = 1;                          ///< load that one unit of capacity should carry
    double slack = 0.2;  ///< "below" is below (1 - slack) of the target: a dead band against flapping
    int outPoints = 1, outWindow = 1;  ///< looks above, of the last so many, that scale out; 0 never does
    int inPoints = 0, inWindow = 0;    ///< looks below, of the last so many, that scale in; 0 never does
    double outStep = 0, inStep = 0;    ///< units added or taken at once; 0 goes to load / target
    double grain = 1;                  ///< capacity is rounded up to multiples of this; 0 does not round
    double least = 0, most = 1e15;
    Duration outDelay{}, inDelay{};        ///< from the decision until the capacity is there, or gone
    Duration outCooldown{}, inCooldown{};  ///< after a change no other one of its kind for this long
    bool pendingGrows = false;             ///< a higher load raises a change that is still on its way
};

/// The policy at work. The caller looks at the load once a period and calls applyDue() when a change is due; it keeps
/// no clock and allocates nothing, so that exact nodes and mean-rate estimates run the same one.
class ScalingController {
public:
    ScalingController() = default;
    ScalingController(const ScalingPolicy& policy, double capacity) : m_policy{policy}, m_capacity{capacity}
    {}

    /// One look at the load; the instant at which a change decided now takes effect (maybe `t`), or kNever.
    SimTime sample(SimTime t, double load)
    {
        if (m_due != kNever) {
            // Until a change is there, what is seen says nothing about the capacity that it brings.
            if (m_policy.pendingGrows)
                m_pending = std::max(m_pending, wantedFor(load));
            return kNever;
        }
        m_above = shifted(m_above, load > m_capacity * m_policy.target, m_policy.outWindow);
        m_below =
            shifted(m_below, load < m_capacity * m_policy.target * (1 - m_policy.slack), m_policy.inWindow);
        const bool out = holds(m_above, m_policy.outPoints) && t >= m_outAgain;
        const bool in = !out && holds(m_below, m_policy.inPoints) && t >= m_inAgain;
        if (!out && !in)
            return kNever;
        m_above = m_below = 0;
        const double step = out ? m_policy.outStep : m_policy.inStep;
        const double wanted = step > 0 ? bounded(m_capacity + (out ? step : -step)) : wantedFor(load);
        if (wanted == m_capacity)
            return kNever;
        const bool grows = wanted > m_capacity;
        m_pending = wanted;
        m_due = t + (grows ? m_policy.outDelay : m_policy.inDelay);
        ++(grows ? m_outs : m_ins);
        (grows ? m_outAgain : m_inAgain) = m_due + (grows ? m_policy.outCooldown : m_policy.inCooldown);
        return m_due;
    }
    /// Puts a change that is due in force; false when none is.
    bool applyDue(SimTime t)
    {
        if (t < m_due)
            return false;
        m_capacity = m_pending;
        m_due = kNever;
        return true;
    }
    double capacity() const { return m_capacity; }
    /// The capacity once all that was decided has happened.
    double decided() const { return m_due != kNever ? m_pending : m_capacity; }
    SimTime due() const { return m_due; }
    std::uint64_t scaleOuts() const { return m_outs; }
    std::uint64_t scaleIns() const { return m_ins; }
    const ScalingPolicy& policy() const { return m_policy; }

private:
    double bounded(double capacity) const { return std::clamp(capacity, m_policy.least, m_policy.most); }
    double wantedFor(double load) const
    {
        const double exact = load / m_policy.target;
        // What falls a rounding error above a multiple is that multiple.
        return bounded(m_policy.grain > 0 ? std::ceil(exact / m_policy.grain - 1e-9) * m_policy.grain
                                          : exact);
    }
    /// The last looks as bits, the newest lowest; a window holds at most 64.
    static std::uint64_t shifted(std::uint64_t looks, bool newest, int window)
    {
        const std::uint64_t kept = window >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << window) - 1;
        return (looks << 1 | (newest ? 1 : 0)) & kept;
    }
    static bool holds(std::uint64_t looks, int points)
    {
        return points > 0 && std::popcount(looks) >= points;
    }

    ScalingPolicy m_policy;
    double m_capacity = 0, m_pending = 0;
    SimTime m_due = kNever;
    SimTime m_outAgain = kSimStart, m_inAgain = kSimStart;
    std::uint64_t m_above = 0, m_below = 0;
    std::uint64_t m_outs = 0, m_ins = 0;
};

}  // namespace plimsoll
