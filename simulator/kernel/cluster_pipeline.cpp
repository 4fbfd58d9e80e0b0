// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/cluster_pipeline.h"

#include "simulator/kernel/event_cluster.h"
#include "simulator/kernel/worker_threads.h"

#include <algorithm>
#include <limits>
#include <thread>

namespace plimsoll {

namespace {

constexpr std::int64_t kUnknown = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
/// What has not been told a receiver yet is never late: who takes it over looks.
constexpr std::int64_t kAlways = std::numeric_limits<std::int64_t>::min();
/// So many stations a thread: enough for all to be busy, few enough that each has something to do.
constexpr int kStationsPerThread = 4;
/// What running a cluster, or a node, through a window takes, as messages a second.
constexpr double kRateOfItself = 20;
/// Looks for a change before a thread goes to sleep: to wake it takes as long as a window's work, or longer.
constexpr int kLooks = 200;

}  // namespace

ClusterPipeline::ClusterPipeline(Driver& driver)
    : m_driver{driver}, m_stationOf(driver.m_nodes.size()), m_plan{driver}, m_last{kUnknown}
{
    makeStations();
    for (std::size_t at = 0; at < m_stations.size(); ++at) {
        // The same messages are followed as elsewhere.
        m_stations[at].share.traces = m_driver.m_state.traces;
        for (const std::uint32_t rank : ranksOf(m_stations[at])) {
            m_stationOf[rank] = at;
            m_driver.m_shares[rank] = &m_stations[at].share;
        }
    }
    m_driver.m_pipeline = this;
}

void ClusterPipeline::makeStations()
{
    const std::vector<Driver::ClusterInfo>& clusters = m_driver.m_info;
    const auto work = [&](const Driver::ClusterInfo& cluster) {
        double rate = kRateOfItself;
        for (const std::uint32_t rank : cluster.ranks)
            rate += kRateOfItself + (rank < m_driver.m_rates.size() ? m_driver.m_rates[rank] : 0);
        return rate;
    };
    double all = 0;
    for (const Driver::ClusterInfo& cluster : clusters)
        all += work(cluster);
    const double share = all / static_cast<double>(kStationsPerThread * m_driver.m_options.threads);
    double here = 0;
    for (std::size_t at = 0; at < clusters.size(); ++at) {
        const double more = work(clusters[at]);
        if (m_stations.empty() || here + more > share) {
            m_stations.emplace_back();
            m_stations.back().first = at;
            here = 0;
        }
        here += more;
        m_stations.back().end = at + 1;
    }
}

std::vector<std::uint32_t> ClusterPipeline::ranksOf(const Station& station) const
{
    std::vector<std::uint32_t> ranks;
    for (std::size_t cluster = station.first; cluster < station.end; ++cluster)
        ranks.insert(ranks.end(), m_driver.m_info[cluster].ranks.begin(),
                     m_driver.m_info[cluster].ranks.end());
    return ranks;
}

ClusterPipeline::~ClusterPipeline()
{
    m_driver.m_pipeline = nullptr;
    std::fill(m_driver.m_shares.begin(), m_driver.m_shares.end(), &m_driver.m_state);
}

template <class Payload>
void ClusterPipeline::open(std::vector<Driver::Way<Payload>>& ways, std::deque<Crossing<Payload>>& crossings,
                           std::vector<Crossing<Payload>*> Station::*in,
                           std::vector<Crossing<Payload>*> Station::*out)
{
    for (std::size_t link = 0; link < ways.size(); ++link) {
        Driver::Way<Payload>& way = ways[link];
        const Link& ends = m_driver.m_state.links[link];
        const std::size_t to = m_stationOf[way.rank];
        const std::size_t from = m_stationOf[way.rank == ends.to ? ends.from : ends.to];
        if (from == to)
            continue;
        Crossing<Payload>& crossing = crossings.emplace_back();
        crossing.way = &way;
        crossing.from = from;
        crossing.to = to;
        crossing.doneUntil = way.doneUntil;
        for (auto& load : crossing.loads)
            load.lane.collect();
        way.crosses = true;
        way.events = nullptr;
        way.doneUntil = &kAlways;
        (m_stations[from].*out).push_back(&crossing);
        if (from > to)  // nothing is ever sent there; if it is, a promise is broken
            continue;
        (m_stations[to].*in).push_back(&crossing);
        m_stations[to].before.push_back(from);
    }
}

template <class Payload>
void ClusterPipeline::close(std::deque<Crossing<Payload>>& crossings)
{
    for (Crossing<Payload>& crossing : crossings) {
        Driver::Way<Payload>& way = *crossing.way;
        way.crosses = false;
        way.into = &way.lane;
        way.events = way.cluster;
        way.doneUntil = crossing.doneUntil;
    }
}

SimTime ClusterPipeline::run(const std::function<bool(SimTime)>& keepGoing)
{
    open(m_driver.m_requests, m_messages, &Station::messagesIn, &Station::messagesOut);
    open(m_driver.m_pulls, m_messages, &Station::messagesIn, &Station::messagesOut);
    open(m_driver.m_replies, m_replies, &Station::repliesIn, &Station::repliesOut);
    open(m_driver.m_pulled, m_replies, &Station::repliesIn, &Station::repliesOut);
    const std::size_t threads =
        std::min(static_cast<std::size_t>(m_driver.m_options.threads), m_stations.size());
    runOnThreads(
        threads, [&] { work(keepGoing); },
        [&] {
            const std::lock_guard lock{m_guard};
            m_stopped = true;
            m_changed.notify_all();
        });
    close(m_messages);
    close(m_replies);
    SimulationState& state = m_driver.m_state;
    for (Station& station : m_stations) {
        state.traces.merge(std::move(station.share.traces));
        state.units.done += station.share.units.done;
        state.units.gaveUp += station.share.units.gaveUp;
        state.units.lost += station.share.units.lost;
        state.unitsAfterEnd += station.share.unitsAfterEnd;
    }
    if (!m_givenUp)
        return state.horizon;
    return SimTime{Duration{m_windows[static_cast<std::size_t>(m_last - 1) % m_windows.size()].until - 1}};
}

void ClusterPipeline::work(const std::function<bool(SimTime)>& keepGoing)
{
    std::unique_lock lock{m_guard};
    while (!m_stopped && m_settled < m_last) {
        const std::int64_t settling = m_settled;
        const bool whole = !m_settling && settling < m_planned
                           && std::all_of(m_stations.begin(), m_stations.end(),
                                          [&](const Station& s) { return s.done > settling; });
        const std::size_t at = whole ? kNone : ready();
        if (whole) {
            m_settling = true;
            const bool asks = !m_givenUp;
            lock.unlock();
            const bool goesOn = settle(settling, asks ? keepGoing : nullptr);
            lock.lock();
            m_settling = false;
            ++m_settled;
            if (!goesOn && !m_givenUp) {
                // All come to one instant: as far as the first of them is, or will be when it has run its window.
                m_givenUp = true;
                m_last = m_settled;
                for (const Station& station : m_stations)
                    m_last = std::max(m_last, station.done + station.running);
            }
        } else if (at != kNone) {
            Station& station = m_stations[at];
            const std::int64_t first = station.done;
            std::int64_t count = 1;
            while (count < kTogether && canRun(station, first + count))
                ++count;
            station.running = count;
            lock.unlock();
            for (std::int64_t number = first; number < first + count; ++number)
                runWindow(at, number);
            lock.lock();
            station.running = 0;
            station.done += count;
        } else {
            wait(lock);
            continue;
        }
        m_version.fetch_add(1, std::memory_order_relaxed);
        m_changed.notify_all();
    }
    m_version.fetch_add(1, std::memory_order_relaxed);
    m_changed.notify_all();
}

void ClusterPipeline::wait(std::unique_lock<std::mutex>& lock)
{
    const std::uint64_t seen = m_version.load(std::memory_order_relaxed);
    lock.unlock();
    for (int look = 0; look < kLooks; ++look) {
        if (m_version.load(std::memory_order_relaxed) != seen) {
            lock.lock();
            return;
        }
        std::this_thread::yield();  // where threads share a processor, to the one that is waited for
    }
    lock.lock();
    m_changed.wait(lock, [&] { return m_stopped || m_version.load(std::memory_order_relaxed) != seen; });
}

bool ClusterPipeline::nextWindow()
{
    if (m_planned >= m_last)
        return false;
    Window window;
    if (!m_plan.next(window)) {
        m_last = m_planned;
        return false;
    }
    m_windows[static_cast<std::size_t>(m_planned++) % m_windows.size()] = window;
    return true;
}

bool ClusterPipeline::canRun(const Station& station, std::int64_t number)
{
    return number < m_last && number < m_settled + static_cast<std::int64_t>(kAhead)
           && std::all_of(station.before.begin(), station.before.end(),
                          [&](std::size_t before) { return m_stations[before].done > number; })
           && (number < m_planned || nextWindow());
}

std::size_t ClusterPipeline::ready()
{
    std::size_t best = kNone;
    for (std::size_t at = 0; at < m_stations.size(); ++at) {
        const Station& station = m_stations[at];
        if (station.running == 0 && (best == kNone || station.done < m_stations[best].done)
            && canRun(station, station.done))
            best = at;
    }
    return best;
}

void ClusterPipeline::runWindow(std::size_t at, std::int64_t number)
{
    Station& station = m_stations[at];
    const std::size_t slot = static_cast<std::size_t>(number) % kAhead;
    const Window& window = m_windows[static_cast<std::size_t>(number) % m_windows.size()];
    station.share.notes = &station.notes[slot];
    const auto receive = [&](const auto& crossings) {
        for (auto* crossing : crossings)
            deliver(*crossing, slot, station.share);
    };
    const auto collect = [&](const auto& crossings) {
        for (auto* crossing : crossings)
            crossing->way->into = &crossing->loads[slot].lane;
    };
    receive(station.messagesIn);
    receive(station.repliesIn);
    collect(station.messagesOut);
    collect(station.repliesOut);
    if (number == 0) {
        for (const std::uint32_t rank : ranksOf(station))
            m_driver.start(rank);
    }
    for (std::size_t control = window.firstControl; control < window.controlsEnd; ++control) {
        if (m_stationOf[m_driver.m_controls[control].rank] == at)
            m_driver.fireControl(control);
    }
    station.held[slot] = 0;
    for (std::size_t cluster = station.first; cluster < station.end; ++cluster) {
        m_driver.advance(cluster, window.until);
        for (const std::uint32_t rank : m_driver.m_info[cluster].ranks) {
            const NodeHandle& node = m_driver.m_nodes[rank];
            if (window.sampleAt >= 0)
                node.ops().sample(node.node(), SimTime{Duration{window.sampleAt}});
            station.held[slot] += window.asks ? m_driver.heldBy(rank) : 0;
        }
    }
    for (Crossing<Message>* crossing : station.messagesOut)
        ship(*crossing, slot, station.share);
    for (Crossing<Reply>* crossing : station.repliesOut)
        ship(*crossing, slot, station.share);
}

template <class Payload>
void ClusterPipeline::ship(Crossing<Payload>& crossing, std::size_t slot, NodeShare& share)
{
    auto& load = crossing.loads[slot];
    if (crossing.from > crossing.to && load.lane.size() > 0) {
        m_driver.m_inOrder = false;
        return load.lane.forget();
    }
    load.used = 0;
    load.lane.changeEach([&](Payload& payload) {
        if (!payload.members)
            return;
        if (load.used == load.batches.size())
            load.batches.emplace_back();
        share.spans.moveOut(payload.members, load.batches[load.used]);
        payload.members.slot = static_cast<std::uint32_t>(++load.used);
    });
}

template <class Payload>
void ClusterPipeline::deliver(Crossing<Payload>& crossing, std::size_t slot, NodeShare& share)
{
    auto& load = crossing.loads[slot];
    if (load.lane.size() == 0)
        return;
    if (load.used > 0) {
        load.lane.changeEach([&](Payload& payload) {
            if (!payload.members)
                return;
            const SpanRef here = share.spans.create();
            share.spans.members(here).swap(load.batches[payload.members.slot - 1]);
            payload.members = here;
        });
        for (std::vector<Member>& batch : load.batches)
            batch.clear();
    }
    if (load.lane.firstTime() < *crossing.doneUntil)
        m_driver.m_inOrder = false;
    Driver::Way<Payload>& way = *crossing.way;
    if (!way.cluster)
        return load.lane.moveTo(way.lane);
    load.lane.forEach([&](std::int64_t time, const Payload& payload) {
        way.cluster->push(way.rank, way.connection, time, payload);
    });
    load.lane.forget();
}

bool ClusterPipeline::settle(std::int64_t number, const std::function<bool(SimTime)>& keepGoing)
{
    const std::size_t slot = static_cast<std::size_t>(number) % kAhead;
    const Window& window = m_windows[static_cast<std::size_t>(number) % m_windows.size()];
    std::vector<FreshnessTracker>& sinks = m_driver.m_state.freshness;
    m_held = 0;
    for (Station& station : m_stations) {
        station.notes[slot].tell(sinks);
        m_held += station.held[slot];
    }
    if (window.sampleAt >= 0) {
        for (FreshnessTracker& sink : sinks)
            sink.sample(SimTime{Duration{window.sampleAt}});
    }
    return !keepGoing || !window.asks || keepGoing(SimTime{Duration{window.until}});
}

}  // namespace plimsoll
