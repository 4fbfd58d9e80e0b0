// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/simulation_state.h"
#include "simulator/kernel/timer_set.h"
#include "simulator/metrics/node_meter.h"

#include <concepts>
#include <cstdint>

namespace plimsoll {

/// What a fault does to a node while it lasts.
struct FaultState {
    bool down = false;
    double slow = 1;     ///< service times are multiplied by this
    double errors = 0;   ///< share of work that fails
    double capacity = 1; ///< share of capacity left
    void apply(const Control& control)
    {
        switch (control.kind) {
        case Control::Kind::Down: down = control.begins; break;
        case Control::Kind::Slow: slow = control.begins ? control.factor : 1; break;
        case Control::Kind::Errors: errors = control.begins ? control.factor : 0; break;
        case Control::Kind::CapacityCut: capacity = control.begins ? control.factor : 1; break;
        }
    }
};

/// Where a node writes its part of the report.
struct NodeReport {
    ComponentReport& component;
    Usage& usage;
    double seconds = 0; ///< simulated
};

/// What every node has: its alarms, its counters, its faults. Not a polymorphic base: the drivers know the type.
struct NodeBase {
    TimerSet timers;
    NodeMeter meter;
    FaultState faults;
    SimTime nextTimer() const { return timers.next(); }
};

/// Node code: the same plain struct runs under every driver. `Emit` offers send(connection, t, message),
/// answer(t, token, reply), spans(), trace(), readable(), gone(). All times given to it are now or later.
template <class N, class Emit>
concept NodeCode = std::derived_from<N, NodeBase> &&
    requires(N n, const N c, SimTime t, const Message& m, const Reply& r, std::uint64_t id, const Control& k, Emit& e,
             NodeReport& report) {
        n.start(e);
        n.accept(t, m, e);
        n.reply(t, r, e);
        n.timer(t, id, e);
        n.control(t, k, e);
        n.sample(t);                                        // once a simulated second
        { c.leastDelay() } -> std::same_as<Duration>;       // no answer or output sooner than this after its cause
        { c.resident() } -> std::same_as<std::uint64_t>;    // records accepted here and not yet ended
        { c.unitsInFlight() } -> std::same_as<std::uint64_t>; // units of work this node holds
        c.report(report);
    };

} // namespace plimsoll
