// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/driver.h"

#include "simulator/kernel/cluster_pipeline.h"
#include "simulator/kernel/event_cluster.h"

#include <bit>

namespace plimsoll {

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::int64_t kNothing = Lane<Message>::kNothing;
/// A round over the nodes of a cluster pays when it handles at least this many events a node: measured, the share of
/// one node in a round costs about 25 ns and an event through the list 35 ns more than through a column.
constexpr double kLeastPerNode = 0.7;
constexpr std::uint64_t kJudgeAfter = 1024;  // rounds
/// Rounds of the driver after which it is asked whether to go on: some 30,000 messages, a hundredth of a second, and where
/// each message is tried a hundred times still less than what people notice.
constexpr std::uint32_t kAskAfter = 16;
/// About what a column should hold to stay in the second-level cache.
constexpr double kColumn = 2048;

std::int64_t nanos(SimTime t)
{
    return t.time_since_epoch().count();
}

}  // namespace

Driver::Driver(std::vector<NodeHandle> nodes, SimulationState& state, const DriverOptions& options,
               std::vector<double> rates)
    : m_nodes{std::move(nodes)},
      m_state{state},
      m_inboxes(m_nodes.size()),
      m_shares(m_nodes.size(), &state),
      m_options{options},
      m_rates{std::move(rates)},
      m_busiest{m_rates.empty() ? 0 : *std::max_element(m_rates.begin(), m_rates.end())}
{
    const std::size_t links = state.links.size();
    m_requests.resize(links);
    m_pulls.resize(links);
    m_replies.resize(links);
    m_pulled.resize(links);
    for (std::uint32_t link = 0; link < links; ++link) {
        const auto open = [&](auto& way, std::uint32_t rank) {
            way.rank = rank;
            way.into = &way.lane;
            way.connection = link;
            way.doneUntil = &m_inboxes[rank].doneUntil;
        };
        const Link& ends = state.links[link];
        open(m_requests[link], ends.to);
        open(m_pulls[link], ends.from);
        open(m_replies[link], ends.from);
        open(m_pulled[link], ends.to);
        m_inboxes[ends.to].requests.push_back(&m_requests[link].lane);
        m_inboxes[ends.from].requests.push_back(&m_pulls[link].lane);
        m_inboxes[ends.from].replies.push_back(&m_replies[link].lane);
        m_inboxes[ends.to].replies.push_back(&m_pulled[link].lane);
    }
    plan(options);
    const double nanosPerColumn = m_busiest > 0 ? kColumn / m_busiest * 1e9 : 1e9;
    m_macro = static_cast<std::int64_t>(
        std::bit_floor(static_cast<std::uint64_t>(std::clamp(nanosPerColumn, 1024.0, 1e9))));
}

Driver::~Driver() = default;

void Driver::plan(const DriverOptions& options)
{
    const auto count = static_cast<std::uint32_t>(m_nodes.size());
    if (options.kind == DriverOptions::Kind::Event) {
        ClusterInfo all;
        all.columnar = false;
        for (std::uint32_t rank = 0; rank < count; ++rank)
            all.ranks.push_back(rank);
        m_info.push_back(std::move(all));
    } else {
        std::vector<DelayEdge> edges;
        for (std::uint32_t link = 0; link < m_state.links.size(); ++link) {
            const Link& ends = m_state.links[link];
            const NodeHandle& from = m_nodes[ends.from];
            const NodeHandle& to = m_nodes[ends.to];
            const auto back = [](std::uint32_t a, std::uint32_t b) { return Duration{b <= a ? 1 : 0}; };
            const bool sends = from.ops().sends(from.node(), link);
            if (sends)
                edges.push_back({ends.from, ends.to, back(ends.from, ends.to)});
            if (sends && from.ops().attends(from.node(), link))
                edges.push_back({ends.to, ends.from, std::max(Duration{1}, to.ops().leastAnswer(to.node()))});
            if (ends.pulled) {
                edges.push_back({ends.to, ends.from, back(ends.to, ends.from)});
                edges.push_back(
                    {ends.from, ends.to, std::max(Duration{1}, from.ops().leastPullAnswer(from.node()))});
            }
        }
        for (Cluster& cluster : clustersOf(count, edges)) {
            ClusterInfo info;
            info.ranks = std::move(cluster.nodes);
            info.edges = std::move(cluster.edges);
            m_info.push_back(std::move(info));
        }
    }
    m_eventClusters.resize(m_info.size());
    m_scratch.resize(m_info.size());
    for (std::size_t at = 0; at < m_info.size(); ++at) {
        if (!m_info[at].columnar)
            runByEvents(at);
    }
}

void Driver::runByEvents(std::size_t at)
{
    m_info[at].columnar = false;
    m_eventClusters[at] = std::make_unique<EventCluster>(*this, m_info[at].ranks, m_options.queue);
    EventCluster* cluster = m_eventClusters[at].get();
    const auto move = [&](auto& way) {
        way.cluster = cluster;
        if (!way.crosses)
            way.events = cluster;
        way.lane.forEach([&](std::int64_t time, const auto& payload) {
            cluster->push(way.rank, way.connection, time, payload);
        });
        way.lane.clear();
    };
    for (const std::uint32_t rank : m_info[at].ranks) {
        m_inboxes[rank].cluster = cluster;
        for (std::size_t link = 0; link < m_state.links.size(); ++link) {
            const Link& ends = m_state.links[link];
            if (ends.to == rank) {
                move(m_requests[link]);
                move(m_pulled[link]);
            }
            if (ends.from == rank) {
                move(m_pulls[link]);
                move(m_replies[link]);
            }
        }
        cluster->watchTimers(rank);
    }
}

void Driver::schedule(SimTime at, std::uint32_t rank, const Control& control)
{
    m_controls.push_back({nanos(at), rank, control});
}

Message& Driver::openEvent(const Way<Message>& way, std::uint32_t& slot)
{
    return way.events->openMessage(slot);
}

Reply& Driver::openEvent(const Way<Reply>& way, std::uint32_t& slot)
{
    return way.events->openReply(slot);
}

void Driver::closeEvent(const Way<Message>& way, std::int64_t time, std::uint32_t slot)
{
    way.events->closeMessage(way.rank, way.connection, time, slot);
}

void Driver::closeEvent(const Way<Reply>& way, std::int64_t time, std::uint32_t slot)
{
    way.events->closeReply(way.rank, way.connection, time, slot);
}

void Driver::fireControl(std::size_t number)
{
    const TimedControl& timed = m_controls[number];
    const NodeHandle& node = m_nodes[timed.rank];
    NodeEmit emit{*this, timed.rank};
    emit.setNow(timed.at);
    node.ops().control(node.node(), SimTime{Duration{timed.at}}, timed.control, emit);
    if (EventCluster* cluster = m_inboxes[timed.rank].cluster)
        cluster->watchTimers(timed.rank);
}

void Driver::advance(std::size_t at, std::int64_t until)
{
    if (m_eventClusters[at])
        return m_eventClusters[at]->advance(until);
    ClusterInfo& cluster = m_info[at];
    const std::size_t count = cluster.ranks.size();
    const auto run = [&](std::uint32_t rank, std::int64_t end) {
        NodeEmit emit{*this, rank};
        const NodeHandle& node = m_nodes[rank];
        m_inboxes[rank].doneUntil = end;
        return node.ops().advance(node.node(), m_inboxes[rank], end, emit);
    };
    if (cluster.edges.empty()) {
        run(cluster.ranks.front(), until);
        return;
    }
    std::vector<std::int64_t>& earliest = m_scratch[at].earliest;
    std::vector<std::int64_t>& bounds = m_scratch[at].bound;
    earliest.resize(count);
    bounds.resize(count);
    const std::int64_t longest = m_options.longestWindow.count();
    for (;;) {
        std::int64_t first = kNothing;
        for (std::size_t n = 0; n < count; ++n) {
            const std::uint32_t rank = cluster.ranks[n];
            std::int64_t next = nanos(m_nodes[rank].base().nextTimer());
            for (const Lane<Message>* lane : m_inboxes[rank].requests)
                next = std::min(next, lane->frontTime());
            for (const Lane<Reply>* lane : m_inboxes[rank].replies)
                next = std::min(next, lane->frontTime());
            earliest[n] = next;
            bounds[n] = until;
            first = std::min(first, next);
        }
        if (first >= until)
            break;
        if (longest < until - first)
            std::fill(bounds.begin(), bounds.end(), first + std::max<std::int64_t>(1, longest));
        // What a node can still receive leaves another no sooner than that has something to do, and is on its way for
        // the least delay: shortest paths, by relaxation, as the graphs are small.
        for (bool changed = true; changed;) {
            changed = false;
            for (const DelayEdge& edge : cluster.edges) {
                const std::int64_t leaves = std::min(earliest[edge.from], bounds[edge.from]);
                if (leaves < kNothing - edge.least.count() && leaves + edge.least.count() < bounds[edge.to]) {
                    bounds[edge.to] = leaves + edge.least.count();
                    changed = true;
                }
            }
        }
        for (std::size_t n = 0; n < count; ++n) {
            if (earliest[n] < bounds[n])
                cluster.events += run(cluster.ranks[n], bounds[n]);
        }
        if (++cluster.rounds % kJudgeAfter == 0 && m_options.kind == DriverOptions::Kind::Automatic
            && static_cast<double>(cluster.events)
                   < kLeastPerNode * static_cast<double>(count) * static_cast<double>(cluster.rounds)) {
            runByEvents(at);
            return m_eventClusters[at]->advance(until);
        }
    }
    for (const std::uint32_t rank : cluster.ranks)
        m_inboxes[rank].doneUntil = until;
}

void Driver::sortControls()
{
    // Equal instants: by rank, then as scheduled.
    std::stable_sort(m_controls.begin(), m_controls.end(), [](const TimedControl& a, const TimedControl& b) {
        return a.at != b.at ? a.at < b.at : a.rank < b.rank;
    });
}

void Driver::start(std::uint32_t rank)
{
    NodeEmit emit{*this, rank};
    m_nodes[rank].ops().start(m_nodes[rank].node(), emit);
    if (EventCluster* cluster = m_inboxes[rank].cluster)
        cluster->watchTimers(rank);
}

Driver::Windows::Windows(const Driver& driver)
    : m_driver{driver},
      m_end{nanos(driver.m_state.horizon) + 1},  // what falls on the horizon still happens
      m_nextSecond{kSecond},
      m_nextSample{sampleIn(0)}
{}

/// Once in each second, at a drawn instant: what polls every second would otherwise be met in the same phase each time. In
/// the last second at the end, so that what was left over is seen.
std::int64_t Driver::Windows::sampleIn(std::int64_t second) const
{
    const auto into = static_cast<std::int64_t>(
        m_driver.m_state.sampling.at(static_cast<std::uint64_t>(second)) * static_cast<double>(kSecond - 1));
    return (second + 1) * kSecond >= m_end - 1 ? m_end - 1 : second * kSecond + 1 + into;
}

bool Driver::Windows::next(Window& window)
{
    if (m_now >= m_end)
        return false;
    const std::vector<TimedControl>& controls = m_driver.m_controls;
    const SimulationState& state = m_driver.m_state;
    ++m_rounds;
    window = {};
    window.from = m_now;
    window.firstControl = m_nextControl;
    while (m_nextControl < controls.size() && controls[m_nextControl].at <= m_now)
        ++m_nextControl;
    window.controlsEnd = m_nextControl;
    std::int64_t until =
        std::min({m_end, m_nextSecond + 1, (m_now / m_driver.m_macro + 1) * m_driver.m_macro});
    if (m_nextSample >= m_now)
        until = std::min(until, m_nextSample + 1);
    if (m_nextControl < controls.size())
        until = std::min(until, controls[m_nextControl].at);
    if (state.nextCheckpoint < state.checkpoints.size())
        until = std::min(until, nanos(state.checkpoints[state.nextCheckpoint]) + 1);
    m_now = window.until = until;
    if (m_now == m_nextSample + 1)
        window.sampleAt = m_nextSample;
    const bool whole = m_now == m_nextSecond + 1;
    if (whole) {
        m_nextSample = sampleIn(m_nextSecond / kSecond);
        m_nextSecond += kSecond;
    }
    window.asks = (whole || m_rounds % kAskAfter == 0) && m_now < m_end;
    return true;
}

bool Driver::inParallel() const
{
    return m_options.threads > 1 && m_info.size() > 1 && m_busiest >= m_options.leastInParallel
           && m_state.checkpoints.empty();
}

std::uint64_t Driver::heldBy(std::uint32_t rank) const
{
    const std::uint64_t units = m_nodes[rank].ops().unitsInFlight(m_nodes[rank].node());
    return units * (rank < m_state.heldWeight.size() ? m_state.heldWeight[rank] : 1);
}

std::uint64_t Driver::held() const
{
    if (m_pipeline)
        return m_pipeline->held();
    std::uint64_t held = 0;
    for (std::uint32_t rank = 0; rank < m_nodes.size(); ++rank)
        held += heldBy(rank);
    return held;
}

SimTime Driver::run(const std::function<bool(SimTime)>& keepGoing)
{
    sortControls();
    if (inParallel()) {
        ClusterPipeline pipeline{*this};
        return pipeline.run(keepGoing);
    }
    for (std::uint32_t rank = 0; rank < m_nodes.size(); ++rank)
        start(rank);
    Windows windows{*this};
    for (Window window; windows.next(window);) {
        for (std::size_t number = window.firstControl; number < window.controlsEnd; ++number)
            fireControl(number);
        for (std::size_t cluster = 0; cluster < m_info.size(); ++cluster)
            advance(cluster, window.until);
        if (window.sampleAt >= 0) {
            const SimTime t{Duration{window.sampleAt}};
            for (const NodeHandle& node : m_nodes)
                node.ops().sample(node.node(), t);
            for (FreshnessTracker& tracker : m_state.freshness)
                tracker.sample(t);
        }
        m_state.passCheckpointsBefore(SimTime{Duration{window.until}});
        if (window.asks && !keepGoing(SimTime{Duration{window.until}}))
            return SimTime{Duration{window.until - 1}};
    }
    return m_state.horizon;
}

std::uint64_t Driver::unitsInTransit() const
{
    std::uint64_t units = m_state.unitsAfterEnd;
    const auto message = [&](std::int64_t, const Message& m) { units += m.carriesUnit ? m.records : 0; };
    const auto reply = [&](std::int64_t, const Reply& r) { units += r.units; };
    for (std::size_t link = 0; link < m_requests.size(); ++link) {
        m_requests[link].lane.forEach(message);
        m_pulls[link].lane.forEach(message);
        m_replies[link].lane.forEach(reply);
        m_pulled[link].lane.forEach(reply);
    }
    for (const std::unique_ptr<EventCluster>& cluster : m_eventClusters) {
        if (cluster)
            cluster->forEach(message, reply);
    }
    return units;
}

void NodeEmit::unattended(SimTime t, const CallToken& token, const Reply& reply)
{
    m_share.spans.release(reply.members);
    if (token.slot == CallToken::kNobody) {
        m_share.units.lost += reply.units;
        return;
    }
    if (t > m_state.horizon) {
        m_share.unitsAfterEnd += reply.units;
        return;
    }
    PathMeter& path = m_state.paths[token.connection];
    if (reply.outcome == Outcome::Done) {
        ++path.succeeded;
        path.response.add(t - reply.sent);
        responded(token.connection, reply.id, reply.sent, reply.sent, t);
        m_share.units.done += reply.units;
    } else {
        ++path.failed;
        ++path.gaveUp;
        m_share.units.gaveUp += reply.units;
    }
}

void NodeEmit::refuse(SimTime t, const Message& message, Outcome outcome, SpanRef members)
{
    SpanPool& pool = m_share.spans;
    const std::uint64_t records = members ? pool.members(members).size() : message.records;
    if (message.replyTo.slot == CallToken::kNobody) {  // no one tries again: the sinks must not wait for it
        if (members) {
            for (const Member& member : pool.members(members))
                gone(member.born);
        } else {
            gone(message.born);
        }
    }
    answer(t, message.replyTo,
           {.call = {},
            .id = message.id,
            .outcome = outcome,
            .more = false,
            .members = members,
            .bytes = 0,
            .sent = message.sent,
            .units = message.carriesUnit ? records : 0});
}

}  // namespace plimsoll
