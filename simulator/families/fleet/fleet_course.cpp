// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/fleet/fleet_course.h"

#include "simulator/families/fleet/fleet_size.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plimsoll {

namespace {

/// The work of a fleet as a fluid: what comes beyond what its workers get through waits.
struct Fluid {
    double waiting = 0;      ///< pieces
    double busySeconds = 0;  ///< of workers, since the last look
    double pieces = 0;       ///< that came, since the last look

    struct Places {
        double most = std::numeric_limits<double>::infinity();
        double answerWithin = 0;  ///< seconds after which nobody waits any more; 0 = no bound
    };
    /// Adds up in `slice` what happens to its pieces.
    void flow(FollowedSlice& slice, double workers, const Places& places, double span)
    {
        const double served =
            slice.heldSeconds > 0 ? workers / slice.heldSeconds : std::numeric_limits<double>::infinity();
        const double gain = slice.perSecond - served, before = waiting;
        // Until the line is empty all workers are at work, then as many as what comes keeps busy.
        const double full = gain >= 0 ? span : std::min(span, waiting / -gain);
        const double rest = slice.perSecond * slice.heldSeconds * (span - full);
        busySeconds += workers * full + rest;
        waiting = std::max(0.0, waiting + gain * span);
        const double longest =
            places.answerWithin > 0 ? std::max(served, slice.perSecond) * places.answerWithin : waiting;
        const double late = std::max(0.0, waiting - longest);
        waiting -= late;
        const double refused = std::max(0.0, waiting - places.most);
        waiting -= refused;
        pieces += slice.perSecond * span;
        slice.workers += workers * span;
        if (before > 0 || gain > 0)
            slice.takenOutOfLine += served * full;
        slice.taken += (before > 0 || gain > 0 ? served * full : slice.perSecond * full)
                       + slice.perSecond * (span - full);
        slice.waitSeconds += (before + waiting) / 2 * (gain >= 0 ? span : full);
        slice.refusedShare += refused;
        slice.lateShare += late;
    }
    /// What was added up, as means.
    static void finish(FollowedSlice& slice)
    {
        const double came = slice.perSecond * slice.seconds;
        for (double* const each : {&slice.workers, &slice.taken, &slice.takenOutOfLine})
            *each = slice.seconds > 0 ? *each / slice.seconds : 0;
        for (double* const each : {&slice.waitSeconds, &slice.refusedShare, &slice.lateShare})
            *each = came > 0 ? *each / came : 0;
    }
};

/// What a look at the load sees, as FleetNode::loadSeen() and the answers about a queue say it.
double seen(const FleetConfig& config, const Fluid& fluid, const FollowedSlice& slice, double workers)
{
    const double period = seconds(config.scaling.period);
    switch (config.metric) {
    case FleetMetric::Backlog:
        return fluid.waiting;
    case FleetMetric::Waiting:
        return fluid.waiting + std::min(workers, slice.perSecond * slice.heldSeconds);
    case FleetMetric::Requests:
        return fluid.pieces * 60 / period;
    case FleetMetric::BusyShare:
    case FleetMetric::None:
        break;
    }
    return fluid.busySeconds / period;
}

Fluid::Places placesOf(const FleetConfig& config)
{
    Fluid::Places places;
    if (config.queueLimit)
        places.most = static_cast<double>(*config.queueLimit);
    places.answerWithin = std::max(0.0, seconds(config.answerWithin));
    return places;
}

}  // namespace

void followLoad(const FleetConfig& config, int unitsAtStart, std::vector<FollowedSlice>& slices)
{
    constexpr double kMostLooks = 1e6;  // beyond them the course of a scenario is one of long stretches
    double whole = 0;
    for (const FollowedSlice& slice : slices)
        whole += slice.seconds;
    const Duration period = std::max<Duration>(config.scaling.period, std::chrono::seconds{1});
    if (whole / seconds(period) > kMostLooks)
        return;
    FleetSize size{config, whole, 1};
    size.open(unitsAtStart);
    Fluid fluid;
    SimTime t = kSimStart, look = t + period, hostLook = t + config.hosts.scaling.period;
    double elapsed = 0, units = 0, hosts = 0;
    for (FollowedSlice& slice : slices) {
        elapsed += slice.seconds;
        const SimTime end = kSimStart + fromSeconds(elapsed);
        while (t < end) {
            const double workers = static_cast<double>(size.inService()) * config.slots;
            SimTime next = std::min(end, look);
            if (size.onHosts())
                next = std::min(next, hostLook);
            if (const SimTime change = size.next(t); change > t)
                next = std::min(next, change);
            fluid.flow(slice, workers, placesOf(config), seconds(next - t));
            t = next;
            size.advance(t);
            if (size.onHosts() && t == hostLook) {
                size.lookAtHosts(t);
                hostLook += config.hosts.scaling.period;
            }
            if (t == look) {
                size.decide(t,
                            seen(config, fluid, slice, static_cast<double>(size.inService()) * config.slots));
                fluid.busySeconds = fluid.pieces = 0;
                look += period;
            }
        }
        const FleetLoad so = size.load(t);
        const double span = seconds(t.time_since_epoch());
        slice.units = slice.seconds > 0 ? (so.instances * span - units) / slice.seconds : 0;
        slice.hosts = slice.seconds > 0 ? (so.hosts * span - hosts) / slice.seconds : 0;
        Fluid::finish(slice);
        units = so.instances * span;
        hosts = so.hosts * span;
    }
}

}  // namespace plimsoll
