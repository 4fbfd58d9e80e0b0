// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/fleet/fleet.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace plimsoll {

/// The leases of a fleet's readers, one for each lane: who holds it goes on while it is renewed; when the holder is lost, the
/// lane stands still until the lease has run out, and what was read since the last checkpoint is read again. Renewals and
/// checkpoints are writes to a table of its own. `Work` is what a reader had in hand.
template <class Work>
class Leases {
public:
    /// Over all inputs with lanes, in their order.
    void open(const LeaseConfig& config, std::size_t lanes)
    {
        m_config = config;
        m_leases.resize(on() ? lanes : 0);
    }
    bool on() const { return m_config.failover > Duration{}; }
    std::size_t count() const { return m_leases.size(); }
    Duration renewal() const { return m_config.renewal(); }
    /// Leases are spread evenly over so many workers; those of the last `gone` are lost with them.
    bool lostWith(std::size_t lease, int workers, int gone) const
    {
        return static_cast<int>(lease) % std::max(1, workers) >= workers - gone;
    }

    /// Nobody reads the lane now: its holder is lost.
    bool stands(std::size_t lease) const { return m_leases[lease].standing; }
    /// Its holder is lost; true when it was not before. Somebody has it again at `t` + the fail-over time.
    bool lose(std::size_t lease)
    {
        if (m_leases[lease].standing)
            return false;
        m_leases[lease].standing = true;
        ++m_lost;
        return true;
    }
    void keep(std::size_t lease, Work work) { m_leases[lease].held.push_back(std::move(work)); }
    /// A poll that was due while it stood is due when it is read again.
    void pollLater(std::size_t lease) { m_leases[lease].pollDue = true; }
    /// Records that whoever has it now reads again first.
    std::uint64_t again(std::size_t lease)
    {
        m_readAgain += m_leases[lease].since;
        return m_leases[lease].since;
    }
    /// What was read again is done: what to go on with, and whether to poll if that is nothing.
    std::pair<std::vector<Work>, bool> resume(std::size_t lease)
    {
        Lease& one = m_leases[lease];
        one.standing = false;
        std::vector<Work> held;
        std::swap(held, one.held);
        const bool poll = std::exchange(one.pollDue, false);
        return {std::move(held), poll};
    }

    void renew(std::size_t lease) { m_renewals += m_leases[lease].standing ? 0 : 1; }
    /// So many records of the lane are done.
    void progress(SimTime t, std::size_t lease, std::uint64_t records)
    {
        Lease& one = m_leases[lease];
        one.since += records;
        if (t - one.checkpointed < m_config.checkpoint)
            return;
        one.since = 0;
        one.checkpointed = t;
        ++m_checkpoints;
    }

    double writes() const { return static_cast<double>(m_renewals + m_checkpoints); }
    void report(ComponentReport& out) const
    {
        const auto sum = [&](const char* id, const char* name, std::uint64_t value) {
            out.facts.emplace_back(id, name, Aggregation::Sum, static_cast<double>(value));
        };
        sum("lease-renewals", "lease renewals", m_renewals);
        sum("checkpoints", "checkpoints", m_checkpoints);
        if (m_lost > 0) {
            sum("leases-lost", "leases lost", m_lost);
            sum("records-read-again", "records read again", m_readAgain);
        }
    }
    template <class Visit>
    void forEachHeld(Visit visit) const
    {
        for (const Lease& lease : m_leases) {
            for (const Work& work : lease.held)
                visit(work);
        }
    }

private:
    struct Lease {
        SimTime checkpointed = kSimStart;
        std::uint64_t since = 0;  ///< records since the checkpoint
        bool standing = false, pollDue = false;
        std::vector<Work> held;
    };
    LeaseConfig m_config;
    std::vector<Lease> m_leases;
    std::uint64_t m_renewals = 0, m_checkpoints = 0, m_lost = 0, m_readAgain = 0;
};

}  // namespace plimsoll
