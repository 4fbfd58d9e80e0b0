// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/run/findings/binding.h"

#include "simulator/metrics/facts.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

namespace plimsoll {

namespace {

constexpr double kFewRecords = 100;    ///< fewer that wait are news to nobody
constexpr double kBehindSeconds = 10;  ///< younger work is not late

bool counts(const LimitUse& limit)
{
    return std::isfinite(limit.utilisation) && limit.capacity > 0;
}

const LimitUse* mostUsed(const ComponentReport& component)
{
    const LimitUse* most = nullptr;
    for (const LimitUse& limit : component.limits) {
        if (counts(limit) && (!most || worstUse(component, limit) > worstUse(component, *most)))
            most = &limit;
    }
    return most;
}

/// The limit that keeps most waiting: one that turns work away at the door keeps none, where another one is used up.
const LimitUse* mostHolding(const ComponentReport& component)
{
    const LimitUse* most = nullptr;
    for (const LimitUse& limit : component.limits) {
        if (counts(limit) && !(limit.refused > 0)
            && (!most || worstUse(component, limit) > worstUse(component, *most)))
            most = &limit;
    }
    return most && worstUse(component, *most) >= kNearLimit ? most : mostUsed(component);
}

/// The limit that refused most of those who take work out of the component. Limits at the door come first, and what they
/// refused adds up to what it turned away: they keep nothing waiting.
const LimitUse* mostRefusingReaders(const ComponentReport& component)
{
    const LimitUse* most = nullptr;
    auto atDoor = static_cast<double>(component.counts.throttled + component.counts.rejected);
    for (const LimitUse& limit : component.limits) {
        if (!counts(limit))
            continue;
        if (limit.refused > 0 && limit.refused <= atDoor)
            atDoor -= limit.refused;
        else if (limit.refused > (most ? most->refused : 0))
            most = &limit;
    }
    return most;
}

/// The reader of a store that is furthest behind.
const ComponentReport* slowestReader(const ComponentReport& store, const RunReport& report)
{
    const ConsumerCounts* slowest = nullptr;
    for (const ConsumerCounts& consumer : store.consumers) {
        if (!slowest || consumer.resident > slowest->resident)
            slowest = &consumer;
    }
    return slowest ? findComponent(report, slowest->consumer) : nullptr;
}

/// Of the readers that come by the clock the one that comes most seldom, where `reader` is one of them: what waits for it is as
/// old as it gets.
const ComponentReport* seldomest(const ComponentReport& store, const ComponentReport* reader,
                                 const RunReport& report)
{
    if (!reader || factOf(*reader, kReadingPeriod) <= 0)
        return reader;
    for (const ConsumerCounts& consumer : store.consumers) {
        const ComponentReport* other = findComponent(report, consumer.consumer);
        if (other && factOf(*other, kReadingPeriod) > factOf(*reader, kReadingPeriod))
            reader = other;
    }
    return reader;
}

bool isBehind(const ComponentReport& component)
{
    return component.backlogPeak > kFewRecords && component.peakAgeSeconds > kBehindSeconds
           && !isUnread(component) && !isReadAgain(component);
}

/// Whether what waits keeps its level, as a buffer does that is handed on when it is full or old enough: neither more and
/// more, nor a heap now and then.
bool isSteady(const ComponentReport& component)
{
    constexpr double kHeap = 3, kGrowth = 1.5;  // times the median; of the last quarter over the second
    for (const TimeSeries& series : component.series) {
        if (series.name != "backlog" || series.values.size() < 8)
            continue;
        std::vector<double> sorted = series.values;
        const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
        std::nth_element(sorted.begin(), middle, sorted.end());
        const auto quarter = static_cast<std::ptrdiff_t>(series.values.size() / 4);
        const double second = std::accumulate(series.values.begin() + quarter,
                                              series.values.begin() + 2 * quarter, 0.0),
                     last = std::accumulate(series.values.end() - quarter, series.values.end(), 0.0);
        return component.backlogPeak <= kHeap * *middle && last <= kGrowth * second;
    }
    return false;
}

/// How many are in a component on average (Little's law), or were left in it where it hardly finishes any.
double inside(const ComponentReport& component, double simulatedSeconds)
{
    const double finished = static_cast<double>(component.counts.completed)
                            * component.latency.mean.value_or(0) * 1e-3 / simulatedSeconds;
    return std::max(finished, static_cast<double>(component.counts.inFlight));
}

/// The one it calls that refuses much of that and is asked again: its caller is busy with the pauses between.
const ComponentReport* mostRetriedAt(const ComponentReport& caller, const RunReport& report)
{
    constexpr double kMuch = 0.1;  // of what it is asked
    const ComponentReport* most = nullptr;
    for (const ComponentId& id : caller.calls) {
        const ComponentReport* callee = findComponent(report, id);
        if (!callee || callee->counts.retried == 0)
            continue;
        const auto refused = static_cast<double>(callee->counts.throttled + callee->counts.rejected);
        if (refused >= kMuch * static_cast<double>(callee->counts.offered)
            && (!most || callee->counts.retried > most->counts.retried))
            most = callee;
    }
    return most;
}

/// Sets who kept busy what a caller has, `busy` units of it on average: the one it calls in which most of that many are; of
/// those that are called in turn the last, `most` callers deep, as calls may go in a circle.
void findCallee(Binding& binding, const ComponentReport& caller, double busy, const RunReport& report,
                std::size_t most)
{
    constexpr double kMostOfThem = 0.5;
    const double seconds = report.provenance.simulatedSeconds;
    const ComponentReport* fullest = nullptr;
    for (const ComponentId& id : caller.calls) {
        const ComponentReport* callee = findComponent(report, id);
        if (callee && inside(*callee, seconds) >= kMostOfThem * busy
            && (!fullest || inside(*callee, seconds) > inside(*fullest, seconds)))
            fullest = callee;
    }
    if (!fullest)
        fullest = mostRetriedAt(caller, report);
    const bool refuses = fullest && inside(*fullest, seconds) < kMostOfThem * busy;
    const LimitUse* limit = !fullest ? nullptr : refuses ? mostUsed(*fullest) : mostHolding(*fullest);
    if (!limit)
        return;
    if (worstUse(*fullest, *limit) >= kNearLimit) {
        binding.callee = fullest;
        binding.calleeLimit = limit;
    }
    if (most > 0 && !refuses)
        findCallee(binding, *fullest, inside(*fullest, seconds), report, most - 1);
}

/// What is taken and given back, such as executions or connections: it is used up sooner the longer each is kept.
bool isHeld(const LimitUse& limit)
{
    return !limit.unit.ends_with("/s");
}

std::optional<Binding> heldUp(const ComponentReport& waits, const RunReport& report)
{
    Binding binding;
    binding.why = Binding::Why::HoldsUp;
    binding.waits = &waits;
    binding.records = waits.backlogPeak;
    // Reads that were refused hold up the reader; else the reader's own limit, else the component's.
    const ComponentReport* reader = slowestReader(waits, report);
    const LimitUse* own = mostRefusingReaders(waits);
    if (isDueLater(waits, seldomest(waits, reader, report)))
        return std::nullopt;
    binding.at = reader ? reader : &waits;
    binding.limit = mostHolding(*binding.at);
    if (reader && own && (!binding.limit || worstUse(*reader, *binding.limit) < kNearLimit)) {
        binding.at = &waits;
        // What those who put in wait for may hold more than what those who read are refused.
        const LimitUse* holding = mostHolding(waits);
        binding.limit = holding && worstUse(waits, *holding) > worstUse(waits, *own) ? holding : own;
    }
    if (binding.limit)
        binding.share = worstUse(*binding.at, *binding.limit);
    // A limit that was far from used up is not what work waits for.
    if (binding.share < kNearLimit) {
        binding.limit = nullptr;
        binding.share = 0;
        binding.blockedSeconds = blockedSeconds(*binding.at, report.provenance.simulatedSeconds);
        constexpr double kMostly = 0.5;
        binding.byOrder = factOf(waits, kHeldByOrder) > kMostly;
        if (!(binding.blockedSeconds > 0) && isSteady(waits))
            return std::nullopt;
    }
    return binding;
}

}  // namespace

double blockedSeconds(const ComponentReport& component, double simulatedSeconds)
{
    constexpr double kHiccup = 0.05;  // of the run
    const double blocked = factOf(component, "blocked-lane-seconds");
    return blocked >= kHiccup * simulatedSeconds && simulatedSeconds > 0 ? blocked : 0;
}

double worstUse(const ComponentReport& component, const LimitUse& limit)
{
    double worst = limit.utilisation;
    // Who works by the clock is in full work whenever it is at work.
    if (factOf(component, kReadingPeriod) > 0)
        return worst;
    for (const BindingSpan& span : component.binding) {
        if (span.limit == limit.limit)
            worst = std::max(worst, span.utilisation);
    }
    return worst;
}

bool relieves(const Sizing& sizing, const LimitUse& limit)
{
    return sizing.relieves.empty()
           || std::find(sizing.relieves.begin(), sizing.relieves.end(), limit.limit) != sizing.relieves.end();
}

const Sizing* tooSmallFor(const ComponentReport& component, const LimitUse* limit)
{
    for (const Sizing& sizing : component.sizing)
        if ((!limit || relieves(sizing, *limit)) && sizing.recommended > sizing.current)
            return &sizing;
    return nullptr;
}

bool staysBehind(const ComponentReport& component)
{
    return component.backlogFinal > component.backlogPeak / 2;
}

/// What waits for the next time a job or a load is due waits as it is meant to.
bool isDueLater(const ComponentReport& waits, const ComponentReport* reader)
{
    constexpr double kPeriods = 2;  // one until it is due, and as long as may be until it is done
    const double every = factOf(reader ? *reader : waits, kReadingPeriod);
    return every > 0 && waits.peakAgeSeconds <= kPeriods * every;
}

bool isReadAgain(const ComponentReport& component)
{
    return factOf(component, "replayed-records") >= component.backlogPeak / 2
           && factOf(component, "replay-catch-up-seconds") > 0;
}

bool isUnread(const ComponentReport& component)
{
    // A store is done with a record when it keeps it; whoever works on records is done with it later, and what it gathers
    // into batches is little of what came.
    return component.consumers.empty() && component.backlogFinal > 0
           && 2 * component.counts.completed > component.counts.accepted
           && 2 * component.backlogFinal >= static_cast<double>(component.counts.accepted);
}

std::vector<Binding> bindings(const RunReport& report)
{
    std::vector<Binding> all;
    for (const ComponentReport& component : report.components) {
        bool bound = false;
        for (const LimitUse& limit : component.limits) {
            if (!counts(limit) || !(limit.refused > 0))
                continue;
            all.push_back({Binding::Why::Refuses, &component, nullptr, &limit, limit.refused,
                           worstUse(component, limit)});
            bound = true;
        }
        if (isBehind(component)) {
            if (std::optional<Binding> held = heldUp(component, report)) {
                all.push_back(std::move(*held));
                bound = true;
            }
        }
        const LimitUse* most = mostUsed(component);
        if (!bound && most && worstUse(component, *most) > 0)
            all.push_back({Binding::Why::Near, &component, nullptr, most, 0, worstUse(component, *most)});
    }
    for (Binding& binding : all) {
        if (binding.why != Binding::Why::Near && binding.limit && isHeld(*binding.limit)
            && binding.limit->mean > 0 && report.provenance.simulatedSeconds > 0)
            findCallee(binding, *binding.at, binding.limit->mean, report, report.components.size());
    }
    std::stable_sort(all.begin(), all.end(), [](const Binding& a, const Binding& b) {
        const bool aNear = a.why == Binding::Why::Near, bNear = b.why == Binding::Why::Near;
        if (aNear != bNear)
            return bNear;
        return aNear ? a.share > b.share : a.records > b.records;
    });
    return all;
}

}  // namespace plimsoll
