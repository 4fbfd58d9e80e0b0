// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/time.h"

#include <algorithm>

namespace plimsoll {

/// A quota of `rate` units per second with `depth` units of credit, starting full unless told otherwise. Equivalent
/// to the generic cell rate algorithm: no refill events, the credit is computed when asked.
class TokenBucket {
public:
    TokenBucket() = default;
    TokenBucket(double ratePerSecond, double depth) : TokenBucket(ratePerSecond, depth, depth) {}
    TokenBucket(double ratePerSecond, double depth, double start)
        : m_rate{ratePerSecond}, m_depth{depth}, m_credit{start}
    {}
    bool has(double units, SimTime now)
    {
        refill(now);
        // A request larger than the depth must not wait for ever: it passes on a full bucket and leaves a debt.
        return m_credit >= std::min(units, m_depth) - 1e-9;
    }
    /// After has(): the units may take the credit below zero.
    void take(double units) { m_credit -= units; }
    bool tryTake(double units, SimTime now)
    {
        if (!has(units, now))
            return false;
        take(units);
        return true;
    }
    /// When `units` will be available, if nothing else takes them.
    SimTime readyAt(double units, SimTime now)
    {
        refill(now);
        const double missing = std::min(units, m_depth) - m_credit;
        if (missing <= 0 || m_rate <= 0)
            return missing <= 0 ? now : kNever;
        return now + fromSeconds(missing / m_rate) + Duration{1};
    }
    double credit(SimTime now)
    {
        refill(now);
        return m_credit;
    }
    double rate() const { return m_rate; }
    void setRate(double ratePerSecond, double depth, SimTime now)
    {
        refill(now);
        m_rate = ratePerSecond;
        m_depth = depth;
        m_credit = std::min(m_credit, depth);
    }

private:
    void refill(SimTime now)
    {
        if (now <= m_last)
            return;
        m_credit = std::min(m_depth, m_credit + m_rate * seconds(now - m_last));
        m_last = now;
    }
    double m_rate = 0, m_depth = 0, m_credit = 0;
    SimTime m_last = kSimStart;
};

}  // namespace plimsoll
