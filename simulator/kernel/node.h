// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/simulation_state.h"
#include "simulator/kernel/timer_set.h"
#include "simulator/metrics/node_meter.h"
#include "simulator/metrics/support_use.h"

#include <algorithm>
#include <array>
#include <concepts>
#include <cstdint>
#include <functional>
#include <vector>

namespace plimsoll {

/// What a fault does to a node while it lasts.
struct FaultState {
    bool down = false;
    double slow = 1;      ///< service times are multiplied by this
    double errors = 0;    ///< share of work that fails
    double capacity = 1;  ///< share of capacity left
    bool paused = false;  ///< asks for no records
    double fastest = 1;   ///< smallest factor `slow` takes in this run: a fault may also help
    /// A delay of the node, as short as any fault makes it.
    Duration shortest(Duration delay) const
    {
        return Duration{static_cast<std::int64_t>(static_cast<double>(delay.count()) * fastest)};
    }
    /// Faults may overlap: each lasts to its own end, and of several of one kind the worst counts.
    void apply(const Control& control)
    {
        std::vector<double>& factors = m_active[static_cast<std::size_t>(control.kind)];
        if (control.begins) {
            factors.push_back(control.factor);
        } else if (const auto one = std::find(factors.begin(), factors.end(), control.factor);
                   one != factors.end()) {
            factors.erase(one);
        }
        // A factor may also help (a latency of half), so the worst is sought among the factors alone.
        const auto worst = [&](double none, auto worse) {
            return factors.empty() ? none : *std::min_element(factors.begin(), factors.end(), worse);
        };
        switch (control.kind) {
        case Control::Kind::Down:
            down = !factors.empty();
            break;
        case Control::Kind::Slow:
            slow = worst(1, std::greater<>{});
            break;
        case Control::Kind::Errors:
            errors = worst(0, std::greater<>{});
            break;
        case Control::Kind::CapacityCut:
            capacity = worst(1, std::less<>{});
            break;
        case Control::Kind::Paused:
            paused = !factors.empty();
            break;
        case Control::Kind::Poison:
        case Control::Kind::Replaced:
        case Control::Kind::Taken:
        case Control::Kind::Redrive:
        case Control::Kind::Changed:
        case Control::Kind::Replay:
            break;  // not states of every node: whom it concerns looks at the edge
        }
    }

private:
    std::array<std::vector<double>, 11> m_active;  ///< by Control::Kind
};

/// Where a node writes its part of the report.
struct NodeReport {
    ComponentReport& component;
    Usage& usage;
    double seconds = 0;  ///< simulated
    SupportUse use{};    ///< what those who use this component asked of it, all in all
};

/// What every node has: its alarms, its counters, its faults. Not a polymorphic base: the drivers know the type.
struct NodeBase {
    TimerSet timers;
    NodeMeter meter;
    FaultState faults;
    SimTime nextTimer() const { return timers.next(); }

    // What the drivers may rely on; a node that can promise more hides these with its own.
    /// No answer to a request, refusals included, leaves sooner than this after it. Faults may still shorten it by
    /// their factor.
    Duration leastAnswer() const { return Duration{1}; }
    /// The same for an answer to a pull.
    Duration leastPullAnswer() const { return Duration{1}; }
    /// Whether it does anything with answers to what it sends over this connection.
    bool attends(std::uint32_t /*connection*/) const { return true; }
    /// Whether it ever sends over this connection, rather than only answer who pulls over it.
    bool sends(std::uint32_t /*connection*/) const { return true; }
};

/// Node code: the same plain struct runs under every driver. `Emit` offers send(connection, t, message),
/// answer(t, token, reply), spans(), trace(), readable(), gone(). All times given to it are now or later.
/// A node may also do several requests or alarms at once, as accept() and timer() would do each, setting e's clock itself;
/// the columnar driver asks where it can: acceptRun(run, e) while takesRuns(), and runTimers(until, e), which returns how
/// many it did, 0 = one by one then.
template <class N, class Emit>
concept NodeCode = std::derived_from<N, NodeBase> && requires(N n, const N c, SimTime t, const Message& m,
                                                              const Reply& r, std::uint64_t id,
                                                              const Control& k, Emit& e, NodeReport& report)
{
    n.start(e);
    n.accept(t, m, e);
    n.reply(t, r, e);
    n.timer(t, id, e);
    n.control(t, k, e);
    n.sample(t);  // once in each simulated second, at a drawn instant
    {
        c.leastAnswer()
        } -> std::same_as<Duration>;
    {
        c.leastPullAnswer()
        } -> std::same_as<Duration>;
    {
        c.attends(std::uint32_t{})
        } -> std::same_as<bool>;
    {
        c.sends(std::uint32_t{})
        } -> std::same_as<bool>;
    {
        c.resident()
        } -> std::same_as<std::uint64_t>;  // records accepted here and not yet ended
    {
        c.unitsInFlight()
        } -> std::same_as<std::uint64_t>;  // units of work this node holds
    c.report(report);
};

}  // namespace plimsoll
