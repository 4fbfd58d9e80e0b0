// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/gateway/gateway.h"
#include "simulator/families/shared/key_parts.h"
#include "simulator/queueing/token_bucket.h"

#include <algorithm>
#include <vector>

namespace plimsoll {

/// What each API key has asked during a run, and may still ask.
class PlannedKeys {
public:
    explicit PlannedKeys(const std::optional<UsagePlan>& plan) : m_plan{plan}
    {
        if (!plan)
            return;
        m_keys.resize(plan->keys);
        for (Key& key : m_keys)
            key.bucket = TokenBucket{plan->ratePerSecond, plan->burst};
    }
    /// Whether the key may ask one more; that takes nothing yet.
    bool admits(const Message& m, SimTime t)
    {
        if (!m_plan)
            return true;
        Key& key = keyOf(m);
        ++key.asked;
        if (const std::int64_t period = (t - kSimStart) / m_plan->period; period != key.period) {
            key.period = period;
            key.used = 0;
        }
        if (m_plan->quota > 0 && static_cast<double>(key.used) >= m_plan->quota) {
            ++m_overQuota;
            return false;
        }
        if (key.bucket.has(1, t))
            return true;
        ++m_overRate;
        return false;
    }
    void take(const Message& m)
    {
        if (!m_plan)
            return;
        Key& key = keyOf(m);
        key.bucket.take(1);
        key.mostUsed = std::max(key.mostUsed, ++key.used);
    }
    void report(ComponentReport& out, double s) const
    {
        if (!m_plan)
            return;
        std::uint64_t asked = 0, used = 0;
        for (const Key& key : m_keys) {
            asked = std::max(asked, key.asked);
            used = std::max(used, key.mostUsed);
        }
        const double busiest = static_cast<double>(asked) / s;
        out.limits.push_back(rateLimit(m_plan->rateLimit, busiest, busiest, static_cast<double>(m_overRate)));
        if (m_plan->quota > 0)
            out.limits.push_back(heldLimit(m_plan->quotaLimit, static_cast<double>(used),
                                           static_cast<double>(used), static_cast<double>(m_overQuota)));
        addCounts(out, {{"over-plan-rate", "requests over a key's rate", m_overRate},
                        {"over-plan-quota", "requests over a key's quota", m_overQuota}});
    }

private:
    struct Key {
        TokenBucket bucket;
        std::int64_t period = 0;
        std::uint64_t asked = 0, used = 0, mostUsed = 0;
    };
    Key& keyOf(const Message& m) { return m_keys[partOf(m.key, m_plan->keys)]; }

    std::optional<UsagePlan> m_plan;
    std::vector<Key> m_keys;
    std::uint64_t m_overRate = 0, m_overQuota = 0;
};

}  // namespace plimsoll
