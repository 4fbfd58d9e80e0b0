// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/fleet/fleet.h"
#include "simulator/families/fleet/unit_life.h"
#include "simulator/families/shared/capacity_track.h"

namespace plimsoll {

/// How many units a fleet has, and machines below them, as its policies decide.
class FleetSize {
public:
    FleetSize() = default;
    FleetSize(const FleetConfig& config, double binSeconds, std::size_t bins)
        : m_hosts{config.hosts},
          m_scales{config.metric != FleetMetric::None},
          m_changes{!config.later.empty()},
          m_units{config.start},
          m_machines{config.hosts.start},
          m_track{binSeconds, bins}
    {
        m_policy = config.scaling;
    }

    void open(int units)
    {
        m_controller = ScalingController{m_policy, static_cast<double>(units)};
        int here = units;
        if (onHosts()) {
            const double wanted = hostsFor(m_hosts, units);
            m_hostController = ScalingController{m_hosts.scaling, wanted};
            m_machines.open(static_cast<int>(wanted));
            here = std::min(units, room());
            m_units.setRoom(kSimStart, room());
        }
        m_units.open(here);
        m_units.want(kSimStart, units);  // the others wait for room
        m_track.set(kSimStart, here);
    }
    bool onHosts() const { return m_hosts.unitsEach > 0; }
    int inService() const { return m_units.inService(); }
    bool scales() const { return m_scales; }
    const ScalingPolicy& policy() const { return m_controller.policy(); }

    /// Another number is asked for.
    void want(SimTime t, int units)
    {
        m_units.want(t, units);
        settle(t);
    }
    /// One look at the load.
    void decide(SimTime t, double load)
    {
        m_controller.sample(t, load);
        if (!m_controller.applyDue(t))
            return;
        m_units.want(t, static_cast<int>(m_controller.capacity() + 0.5));
        settle(t);
    }
    /// One look at the machines: as many as the units that are wanted need.
    void lookAtHosts(SimTime t)
    {
        m_hostController.sample(t, m_units.wanted());
        if (m_hostController.applyDue(t)) {
            // One with units on it stays.
            const int held = (m_units.existing() + m_hosts.unitsEach - 1) / m_hosts.unitsEach;
            m_machines.want(t, std::max(held, static_cast<int>(m_hostController.capacity() + 0.5)));
        }
        settle(t);
    }
    /// What starts by itself by `t`; next() says when to come again.
    void advance(SimTime t)
    {
        m_machines.advance(t);
        m_units.advance(t);
        settle(t);
    }
    SimTime next(SimTime t) { return std::min(m_units.next(t), m_machines.next(t)); }

    /// So many units are taken away, and with them the machines that carried them; nothing starts before give().
    void take(SimTime t, int units)
    {
        m_units.take(t, units);
        if (onHosts())
            m_machines.take(t, units / m_hosts.unitsEach);
        settle(t);
    }
    void give(SimTime t)
    {
        if (onHosts())
            m_machines.give(t);
        m_units.give(t);
        settle(t);
    }

    /// Time means until `end`.
    FleetLoad load(SimTime end) const
    {
        const double length = std::max(1e-9, seconds(end.time_since_epoch()));
        return {m_units.billedSeconds(end) / length, m_machines.billedSeconds(end) / length};
    }
    double meanInService(SimTime end) const { return m_track.meanUntil(end); }
    const HeldUse& use() const { return m_track.use(); }
    void report(const std::string& noun, double runSeconds, ComponentReport& out) const
    {
        if (m_scales)
            reportScaling(m_controller, m_track, noun, runSeconds, out);
        else if (m_changes)
            reportCapacity(m_track, "capacity", noun, runSeconds, out);
        if (m_units.launches() > 0)
            out.facts.emplace_back("launches", "launches", Aggregation::Sum,
                                   static_cast<double>(m_units.launches()));
        if (m_units.pending() > 0)
            out.facts.emplace_back("not-launched-at-the-end", "not launched at the end", Aggregation::Last,
                                   m_units.pending());
        if (onHosts())
            out.facts.emplace_back("mean-machines", "mean machines", Aggregation::TimeMean,
                                   load(SimTime{fromSeconds(runSeconds)}).hosts);
    }

private:
    int room() const { return m_machines.inService() * m_hosts.unitsEach; }
    void settle(SimTime t)
    {
        if (onHosts())
            m_units.setRoom(t, room());
        if (m_units.inService() != static_cast<int>(m_track.use().value()))
            m_track.set(t, m_units.inService());
    }

    FleetHosts m_hosts;
    bool m_scales = false, m_changes = false;
    ScalingPolicy m_policy;
    ScalingController m_controller, m_hostController;
    UnitLife m_units, m_machines;
    CapacityTrack m_track;
};

}  // namespace plimsoll
