// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/random.h"
#include "simulator/kernel/node_context.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace plimsoll {

/// The scenario's queries that this component answers.
inline std::vector<QueryLoad> queriesOf(const ComponentView& self, const Scenario& scenario)
{
    std::vector<QueryLoad> mine;
    std::copy_if(scenario.queries.begin(), scenario.queries.end(), std::back_inserter(mine),
                 [&](const QueryLoad& query) { return query.target == self.component->id; });
    return mine;
}

/// Who asks a component the scenario's queries: users who think between answer and question, or so many an hour.
class QueryAskers {
public:
    void open(std::vector<QueryLoad> loads, const DrawKey& phase)
    {
        m_loads = std::move(loads);
        for (std::size_t load = 0; load < m_loads.size(); ++load)
            m_gaps.emplace_back(phase.bitsAt(load + 1000));
    }
    const QueryLoad& load(std::size_t at) const { return m_loads[at]; }
    std::size_t size() const { return m_loads.size(); }
    bool isClosed(std::size_t at) const { return m_loads[at].users > 0; }
    /// `arm(t, load)`: somebody asks then.
    template <class Arm>
    void start(Arm arm)
    {
        for (std::size_t at = 0; at < m_loads.size(); ++at) {
            for (std::int64_t user = 0; user < m_loads[at].users; ++user)
                arm(kSimStart + think(at), at);
            if (!isClosed(at) && m_loads[at].perHour > 0)
                arm(kSimStart + gap(at), at);
        }
    }
    /// The next query of an open load, whatever comes of this one.
    template <class Arm>
    void asked(SimTime t, std::size_t at, Arm arm)
    {
        if (!isClosed(at))
            arm(t + gap(at), at);
    }
    /// A user has the answer and thinks; one without an answer, a second at least.
    template <class Arm>
    void answered(SimTime t, std::size_t at, bool isDone, Arm arm)
    {
        if (!isClosed(at))
            return;
        const Duration pause = think(at);
        arm(t + (isDone ? pause : std::max<Duration>(pause, std::chrono::seconds{1})), at);
    }
    MessageId nextId(std::size_t at)
    {
        return {.serial = m_asked++,
                .origin = static_cast<std::uint32_t>(hashOf(m_loads[at].id)),
                .part = 0,
                .visit = 0,
                .attempt = 0};
    }

private:
    Duration gap(std::size_t at)
    {
        return fromSeconds(m_gaps[at].exponential() * 3600 / m_loads[at].perHour);
    }
    Duration think(std::size_t at)
    {
        return fromSeconds(m_gaps[at].exponential() * m_loads[at].thinkSeconds);
    }
    std::vector<QueryLoad> m_loads;
    std::vector<GapStream> m_gaps;
    std::uint64_t m_asked = 0;
};

}  // namespace plimsoll
