// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/driver.h"

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

template <class Payload>
struct Slab {
    std::vector<Payload> items;
    std::vector<std::uint32_t> free;
    std::uint32_t put(const Payload& item)
    {
        if (free.empty()) {
            items.push_back(item);
            return static_cast<std::uint32_t>(items.size() - 1);
        }
        const std::uint32_t slot = free.back();
        free.pop_back();
        items[slot] = item;
        return slot;
    }
};

std::int64_t nanos(SimTime t)
{
    return t.time_since_epoch().count();
}

}  // namespace

/// Nodes coupled too closely for windows, run one event at a time in the content order of event_queue.h.
class EventCluster {
public:
    EventCluster(Driver& driver, const std::vector<std::uint32_t>& ranks, QueueKind queue)
        : m_driver{driver},
          m_ranks{ranks},
          m_timerAt(driver.m_nodes.size(), kNothing),
          m_queue{BeforeById{this}, queue}
    {}
    void push(std::uint32_t rank, std::uint32_t connection, std::int64_t time, const Message& message)
    {
        m_queue.push({time, Event::tieOf(rank, Inlet::Request, connection), m_messages.put(message)});
    }
    void push(std::uint32_t rank, std::uint32_t connection, std::int64_t time, const Reply& reply)
    {
        m_queue.push({time, Event::tieOf(rank, Inlet::Reply, connection), m_replies.put(reply)});
    }
    /// After something ran at this node from outside: its alarms may have changed.
    void watchTimers(std::uint32_t rank)
    {
        const std::int64_t next = nanos(m_driver.m_nodes[rank].base().nextTimer());
        if (next < m_timerAt[rank]) {
            m_timerAt[rank] = next;
            m_queue.push({next, Event::tieOf(rank, Inlet::Timer, 0), 0});
        }
    }
    void advance(std::int64_t until)
    {
        while (!m_queue.empty() && m_queue.top().time < until)
            dispatch(m_queue.pop());
        for (const std::uint32_t rank : m_ranks)
            m_driver.m_inboxes[rank].doneUntil = until;
    }
    template <class VisitMessage, class VisitReply>
    void forEach(VisitMessage message, VisitReply reply) const
    {
        m_queue.forEach([&](const Event& event) {
            if (event.inlet() == Inlet::Request)
                message(event.time, m_messages.items[event.slot]);
            else if (event.inlet() == Inlet::Reply)
                reply(event.time, m_replies.items[event.slot]);
        });
    }

private:
    struct BeforeById {
        const EventCluster* cluster;
        bool operator()(std::uint32_t a, std::uint32_t b, Inlet inlet) const
        {
            if (inlet == Inlet::Request)
                return cluster->m_messages.items[a].id < cluster->m_messages.items[b].id;
            if (inlet == Inlet::Reply)
                return cluster->m_replies.items[a].id < cluster->m_replies.items[b].id;
            return a < b;
        }
    };
    void dispatch(const Event& event)
    {
        const std::uint32_t rank = event.rank();
        const NodeHandle& node = m_driver.m_nodes[rank];
        NodeEmit emit{m_driver, rank};
        emit.setNow(event.time);
        const SimTime now{Duration{event.time}};
        switch (event.inlet()) {
        case Inlet::Request: {
            const Message message = m_messages.items[event.slot];
            m_messages.free.push_back(event.slot);
            node.ops().accept(node.node(), now, message, emit);
            break;
        }
        case Inlet::Reply: {
            const Reply reply = m_replies.items[event.slot];
            m_replies.free.push_back(event.slot);
            node.ops().reply(node.node(), now, reply, emit);
            break;
        }
        case Inlet::Timer:
            // The queue may hold an alarm that an earlier one overtook: only the one on file counts.
            if (m_timerAt[rank] != event.time)
                return;
            m_timerAt[rank] = kNothing;
            if (nanos(node.base().nextTimer()) == event.time)
                node.ops().timer(node.node(), now, node.base().timers.pop(), emit);
            break;
        case Inlet::Control:
            break;  // the driver fires those itself, before anything else of their instant
        }
        watchTimers(rank);
    }

    Driver& m_driver;
    std::vector<std::uint32_t> m_ranks;
    Slab<Message> m_messages;
    Slab<Reply> m_replies;
    std::vector<std::int64_t> m_timerAt;  // by rank: the alarm the queue already holds
    EventQueue<BeforeById> m_queue;
};

Driver::Driver(std::vector<NodeHandle> nodes, SimulationState& state, const DriverOptions& options,
               double busiest)
    : m_nodes{std::move(nodes)}, m_state{state}, m_inboxes(m_nodes.size()), m_options{options}
{
    const std::size_t links = state.links.size();
    m_requests.resize(links);
    m_pulls.resize(links);
    m_replies.resize(links);
    m_pulled.resize(links);
    for (std::uint32_t link = 0; link < links; ++link) {
        const auto open = [&](auto& way, std::uint32_t rank) {
            way.rank = rank;
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
    const double nanosPerColumn = busiest > 0 ? kColumn / busiest * 1e9 : 1e9;
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

void Driver::pushEvent(EventCluster& cluster, std::uint32_t rank, std::uint32_t connection, std::int64_t time,
                       const Message& message)
{
    cluster.push(rank, connection, time, message);
}

void Driver::pushEvent(EventCluster& cluster, std::uint32_t rank, std::uint32_t connection, std::int64_t time,
                       const Reply& reply)
{
    cluster.push(rank, connection, time, reply);
}

void Driver::fireControls(std::int64_t at)
{
    for (; m_nextControl < m_controls.size() && m_controls[m_nextControl].at <= at; ++m_nextControl) {
        const TimedControl& timed = m_controls[m_nextControl];
        const NodeHandle& node = m_nodes[timed.rank];
        NodeEmit emit{*this, timed.rank};
        emit.setNow(timed.at);
        node.ops().control(node.node(), SimTime{Duration{timed.at}}, timed.control, emit);
        if (EventCluster* cluster = m_inboxes[timed.rank].cluster)
            cluster->watchTimers(timed.rank);
    }
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
    m_earliest.resize(count);
    m_bound.resize(count);
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
            m_earliest[n] = next;
            m_bound[n] = until;
            first = std::min(first, next);
        }
        if (first >= until)
            break;
        if (longest < until - first)
            std::fill(m_bound.begin(), m_bound.end(), first + std::max<std::int64_t>(1, longest));
        // What a node can still receive leaves another no sooner than that has something to do, and is on its way for
        // the least delay: shortest paths, by relaxation, as the graphs are small.
        for (bool changed = true; changed;) {
            changed = false;
            for (const DelayEdge& edge : cluster.edges) {
                const std::int64_t leaves = std::min(m_earliest[edge.from], m_bound[edge.from]);
                if (leaves < kNothing - edge.least.count()
                    && leaves + edge.least.count() < m_bound[edge.to]) {
                    m_bound[edge.to] = leaves + edge.least.count();
                    changed = true;
                }
            }
        }
        for (std::size_t n = 0; n < count; ++n) {
            if (m_earliest[n] < m_bound[n])
                cluster.events += run(cluster.ranks[n], m_bound[n]);
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

void Driver::sample(SimTime t)
{
    for (const NodeHandle& node : m_nodes)
        node.ops().sample(node.node(), t);
    for (FreshnessTracker& tracker : m_state.freshness)
        tracker.sample(t);
}

SimTime Driver::run(const std::function<bool(SimTime)>& keepGoing)
{
    // Equal instants: by rank, then as scheduled.
    std::stable_sort(m_controls.begin(), m_controls.end(), [](const TimedControl& a, const TimedControl& b) {
        return a.at != b.at ? a.at < b.at : a.rank < b.rank;
    });
    for (std::uint32_t rank = 0; rank < m_nodes.size(); ++rank) {
        NodeEmit emit{*this, rank};
        m_nodes[rank].ops().start(m_nodes[rank].node(), emit);
        if (EventCluster* cluster = m_inboxes[rank].cluster)
            cluster->watchTimers(rank);
    }
    const std::int64_t end = nanos(m_state.horizon) + 1;  // what falls on the horizon still happens
    // Once in each second, at a drawn instant: what polls every second would otherwise be met in the same phase each
    // time. In the last second at the end, so that what was left over is seen.
    const auto sampleIn = [&](std::int64_t second) {
        const auto into = static_cast<std::int64_t>(m_state.sampling.at(static_cast<std::uint64_t>(second))
                                                    * static_cast<double>(kSecond - 1));
        return (second + 1) * kSecond >= end - 1 ? end - 1 : second * kSecond + 1 + into;
    };
    std::int64_t now = 0, nextSecond = kSecond, nextSample = sampleIn(0);
    for (std::uint32_t rounds = 1; now < end; ++rounds) {
        fireControls(now);
        std::int64_t until = std::min({end, nextSecond + 1, (now / m_macro + 1) * m_macro});
        if (nextSample >= now)
            until = std::min(until, nextSample + 1);
        if (m_nextControl < m_controls.size())
            until = std::min(until, m_controls[m_nextControl].at);
        if (m_state.nextCheckpoint < m_state.checkpoints.size())
            until = std::min(until, nanos(m_state.checkpoints[m_state.nextCheckpoint]) + 1);
        for (std::size_t cluster = 0; cluster < m_info.size(); ++cluster)
            advance(cluster, until);
        now = until;
        if (now == nextSample + 1)
            sample(SimTime{Duration{nextSample}});
        const bool whole = now == nextSecond + 1;
        if (whole) {
            nextSample = sampleIn(nextSecond / kSecond);
            nextSecond += kSecond;
        }
        m_state.passCheckpointsBefore(SimTime{Duration{now}});
        if ((whole || rounds % kAskAfter == 0) && now < end && !keepGoing(SimTime{Duration{now}}))
            return SimTime{Duration{now - 1}};
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
    m_state.spans.release(reply.members);
    if (token.slot == CallToken::kNobody) {
        m_state.units.lost += reply.units;
        return;
    }
    if (t > m_state.horizon) {
        m_state.unitsAfterEnd += reply.units;
        return;
    }
    PathMeter& path = m_state.paths[token.connection];
    if (reply.outcome == Outcome::Done) {
        ++path.succeeded;
        path.response.add(t - reply.sent);
        responded(token.connection, reply.id, reply.sent, reply.sent, t);
        m_state.units.done += reply.units;
    } else {
        ++path.failed;
        ++path.gaveUp;
        m_state.units.gaveUp += reply.units;
    }
}

void NodeEmit::refuse(SimTime t, const Message& message, Outcome outcome, SpanRef members)
{
    SpanPool& pool = m_state.spans;
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
