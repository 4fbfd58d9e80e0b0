// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/cache/lru.h"
#include "simulator/families/gateway/gateway.h"
#include "simulator/kernel/node_context.h"

namespace plimsoll {

/// The answers that a gateway keeps during a run.
class AnswerCache {
public:
    explicit AnswerCache(const std::optional<GatewayCache>& config)
        : m_config{config}, m_items{config ? config->keep.memoryBytes : 0}
    {}
    void open(const NodeContext& context) { m_draws = context.draws(Purpose::Filter); }
    /// Whether it has the answer to a request that may be answered so.
    bool answers(const Message& m, SimTime t)
    {
        if (!takes(m))
            return false;
        ++m_asked;
        const bool hit = m_items.find(m.key, t);
        m_hits += hit ? 1 : 0;
        return hit;
    }
    /// An answer has come; one that is there already is not renewed.
    void keep(const Message& m, SimTime t)
    {
        if (!takes(m) || m_items.find(m.key, t))
            return;
        m_items.expire(t);
        m_items.put(m.key, m_config->answerBytes, t + m_config->keep.timeToLive);
    }
    void report(ComponentReport& out) const
    {
        if (!m_config)
            return;
        out.facts.emplace_back("answered-from-the-cache", "answered from the cache", Aggregation::Sum,
                               static_cast<double>(m_hits));
        if (m_asked > 0)
            out.facts.emplace_back("hit-share", "hit share", Aggregation::Share,
                                   static_cast<double>(m_hits) / static_cast<double>(m_asked));
    }

private:
    bool takes(const Message& m) const { return m_config && m_draws.at(m.id) < m_config->share; }

    std::optional<GatewayCache> m_config;
    LruItems m_items;
    DrawKey m_draws;
    std::uint64_t m_asked = 0, m_hits = 0;
};

}  // namespace plimsoll
