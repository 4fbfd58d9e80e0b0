// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/clusters.h"
#include "simulator/kernel/driver_options.h"
#include "simulator/kernel/lane.h"
#include "simulator/kernel/message_column.h"
#include "simulator/kernel/node.h"

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace plimsoll {

class NodeEmit;
class EventCluster;
class ClusterPipeline;

/// The lanes into one node, and how far it has been run.
struct Inbox {
    std::vector<Lane<Message>*>
        requests;                       ///< in connection order; what is pulled from a store comes here too
    std::vector<Lane<Reply>*> replies;  ///< in connection order
    EventCluster* cluster = nullptr;    ///< that runs the node; nothing: it runs in columns
    std::int64_t doneUntil = 0;         ///< nanoseconds; nothing may arrive before
};

/// The drivers' view of one node type: one indirect call per event or per column, made once by the family that knows it.
struct NodeOps {
    void (*start)(void*, NodeEmit&);
    void (*accept)(void*, SimTime, const Message&, NodeEmit&);
    void (*reply)(void*, SimTime, const Reply&, NodeEmit&);
    void (*timer)(void*, SimTime, std::uint64_t, NodeEmit&);
    void (*control)(void*, SimTime, const Control&, NodeEmit&);
    /// Everything before `until`, in order; returns how much that was.
    std::uint64_t (*advance)(void*, Inbox&, std::int64_t until, NodeEmit&);
    void (*sample)(void*, SimTime);
    std::uint64_t (*resident)(const void*);
    std::uint64_t (*unitsInFlight)(const void*);
    Duration (*leastAnswer)(const void*);
    Duration (*leastPullAnswer)(const void*);
    bool (*attends)(const void*, std::uint32_t connection);
    bool (*sends)(const void*, std::uint32_t connection);
    void (*report)(const void*, NodeReport&);
    void (*destroy)(void*);
};

/// Owns one node of unknown type.
class NodeHandle {
public:
    NodeHandle(void* node, NodeBase* base, const NodeOps* ops)
        : m_node{node, ops->destroy}, m_base{base}, m_ops{ops}
    {}
    void* node() const { return m_node.get(); }
    NodeBase& base() const { return *m_base; }
    const NodeOps& ops() const { return *m_ops; }

private:
    std::unique_ptr<void, void (*)(void*)> m_node;
    NodeBase* m_base;
    const NodeOps* m_ops;
};

/// Runs the nodes of one replication. The graph is condensed into clusters of nodes that wait for each other; clusters
/// run one after the other and hand each other columns. Inside a cluster each node runs through its column as far as
/// nothing can still reach it, which follows from what the others have before them and the least delays between them
/// (conservative synchronisation after Chandy, Misra and Bryant, 1979, computed afresh each round instead of sent as
/// null messages). Where that is hardly an event at a time, the cluster is run from an event list instead. Each node
/// sees its events in one order in every case: time, inlet, connection, message id.
class Driver {
public:
    /// `rates`: messages a second that each node is likely to see, by rank; they size the columns and share out the work, and
    /// do not change what happens.
    Driver(std::vector<NodeHandle> nodes, SimulationState& state, const DriverOptions& options = {},
           std::vector<double> rates = {});
    ~Driver();
    /// A fault's edge, before run().
    void schedule(SimTime at, std::uint32_t rank, const Control& control);
    /// To the horizon or until `keepGoing(now)` says no; returns the time reached. Several clusters run on as many threads
    /// as the options say, where nothing needs to see all nodes at an instant on the way (checkpoints) and the columns are
    /// long enough; then nothing but held() may be asked of the run while keepGoing() is.
    SimTime run(const std::function<bool(SimTime)>& keepGoing);
    /// While keepGoing() is asked: units of work that the nodes hold, each with its weight (SimulationState::heldWeight).
    std::uint64_t held() const;
    /// Whether run() used, or would use, several threads.
    bool inParallel() const;
    const std::vector<NodeHandle>& nodes() const { return m_nodes; }
    /// Units of work on their way between nodes when the run ended.
    std::uint64_t unitsInTransit() const;
    /// How the graph was divided, in the order the clusters run.
    struct ClusterInfo {
        std::vector<std::uint32_t> ranks;
        std::vector<DelayEdge> edges;  ///< between positions in `ranks`
        bool columnar = true;
        std::uint64_t rounds = 0, events = 0;  ///< while in columns
    };
    const std::vector<ClusterInfo>& clusters() const { return m_info; }
    /// False when something arrived where time had passed already: a node broke its promise of a least delay. The
    /// result is then not to be used; the event driver needs no such promise.
    bool inOrder() const { return m_inOrder; }

private:
    friend class NodeEmit;
    friend class EventCluster;
    friend class ClusterPipeline;
    /// Where what is sent over one connection in one direction arrives.
    template <class Payload>
    struct Way {
        Lane<Payload> lane;
        Lane<Payload>* into = nullptr;    ///< where it is put: the lane, or what is carried to another thread
        EventCluster* cluster = nullptr;  ///< nothing: the node runs in columns
        EventCluster* events = nullptr;   ///< that it is told of at once; nothing: it is put `into`
        bool crosses = false;             ///< to another cluster, which may run on another thread
        std::uint32_t rank = 0;
        std::uint32_t connection = 0;
        const std::int64_t* doneUntil = nullptr;
    };
    void plan(const DriverOptions& options);
    void runByEvents(std::size_t cluster);
    /// A stretch of time that all clusters run before the next.
    struct Window {
        std::int64_t from = 0, until = 0;
        std::int64_t sampleAt = -1;                     ///< nodes and sinks are looked at then, at its end
        std::size_t firstControl = 0, controlsEnd = 0;  ///< faults' edges at its beginning
        bool asks = false;                              ///< whether to go on is asked at its end
    };
    /// The stretches one after the other; they depend on nothing that happens.
    class Windows {
    public:
        explicit Windows(const Driver& driver);
        /// False at the end of the run.
        bool next(Window& window);

    private:
        std::int64_t sampleIn(std::int64_t second) const;
        const Driver& m_driver;
        std::int64_t m_end, m_now = 0, m_nextSecond, m_nextSample;
        std::size_t m_nextControl = 0;
        std::uint32_t m_rounds = 0;
    };
    void sortControls();
    void start(std::uint32_t rank);
    void fireControl(std::size_t number);
    void advance(std::size_t cluster, std::int64_t until);
    std::uint64_t heldBy(std::uint32_t rank) const;
    template <class Payload, class Fill>
    void push(Way<Payload>& way, std::int64_t time, Fill fill);
    template <class Payload, class TimeOf, class Fill>
    void pushEach(Way<Payload>& way, std::size_t count, TimeOf timeOf, Fill fill);
    /// What an event list is told of next, to be filled in and closed before anything else.
    static Message& openEvent(const Way<Message>& way, std::uint32_t& slot);
    static Reply& openEvent(const Way<Reply>& way, std::uint32_t& slot);
    static void closeEvent(const Way<Message>& way, std::int64_t time, std::uint32_t slot);
    static void closeEvent(const Way<Reply>& way, std::int64_t time, std::uint32_t slot);

    std::vector<NodeHandle> m_nodes;
    SimulationState& m_state;
    std::vector<Inbox> m_inboxes;  // by rank
    // By connection: requests to its target, pulls to its source, answers to its source, answers to a puller.
    std::vector<Way<Message>> m_requests, m_pulls;
    std::vector<Way<Reply>> m_replies, m_pulled;
    std::vector<ClusterInfo> m_info;
    std::vector<std::unique_ptr<EventCluster>> m_eventClusters;  // by cluster; nothing = columnar
    struct TimedControl {
        std::int64_t at;
        std::uint32_t rank;
        Control control;
    };
    std::vector<TimedControl> m_controls;  // sorted before the run
    struct Scratch {
        std::vector<std::int64_t> earliest, bound;  // by position in a cluster
    };
    std::vector<Scratch> m_scratch;    // by cluster
    std::vector<NodeShare*> m_shares;  // by rank
    DriverOptions m_options;
    std::vector<double> m_rates;
    double m_busiest = 0;
    std::int64_t m_macro = 0;  // nanoseconds the clusters run at a time
    std::atomic<bool> m_inOrder{true};
    ClusterPipeline* m_pipeline = nullptr;  // while it runs
};

/// What node code may do while it handles one event at `now()`.
class NodeEmit {
public:
    NodeEmit(Driver& driver, std::uint32_t rank)
        : m_driver{driver},
          m_state{driver.m_state},
          m_share{*driver.m_shares[rank]},
          m_sink{m_state.sinkOfNode[rank]},
          m_rank{rank}
    {}
    void setNow(std::int64_t now) { m_now = now; }

    /// Along the connection (a Pull goes against it), arriving at `t`.
    void send(std::uint32_t connection, SimTime t, const Message& message)
    {
        send(connection, t, message.operation, [&](Message& m) { m = message; });
    }
    /// The same, with a message that `fill(Message&)` writes where it will be read; its operation is set already.
    template <class Fill>
    void send(std::uint32_t connection, SimTime t, Operation operation, Fill fill)
    {
        auto& way =
            operation == Operation::Pull ? m_driver.m_pulls[connection] : m_driver.m_requests[connection];
        std::int64_t at = t.time_since_epoch().count();
        // What goes back costs time, or two nodes could answer each other for ever within one instant.
        if (way.rank <= m_rank && at <= m_now)
            at = m_now + 1;
        m_driver.push<Message>(way, at, [&](Message& m) {
            m.operation = operation;
            fill(m);
        });
    }
    /// The same `count` times, no Pulls, each of which `fill(n, Message&)` writes with its operation: while the node handles
    /// what it got at `causes[n]`, arriving at `times[n]`.
    template <class Fill>
    void sendEach(std::uint32_t connection, std::span<const SimTime> causes, std::span<const SimTime> times,
                  Fill fill)
    {
        auto& way = m_driver.m_requests[connection];
        const bool back = way.rank <= m_rank;
        m_driver.pushEach<Message>(
            way, times.size(),
            [&](std::size_t n) {
                const std::int64_t at = times[n].time_since_epoch().count();
                return back ? std::max(at, causes[n].time_since_epoch().count() + 1) : at;
            },
            fill);
    }
    /// Back to the caller at `t`; unattended: only measured, at once; to nobody: the units that come back are lost.
    void answer(SimTime t, const CallToken& token, const Reply& reply)
    {
        if (token.slot >= CallToken::kNobody)
            return unattended(t, token, reply);
        answer(t, token, [&](Reply& r) { r = reply; });
    }
    /// That the request is done, without anything coming back.
    void done(SimTime t, const Message& request)
    {
        const CallToken& token = request.replyTo;
        if (token.slot == CallToken::kNobody)
            return;
        if (token.slot == CallToken::kUnattended)
            return unattended(t, request);
        answer(t, token, [&](Reply& r) {
            r.id = request.id;
            r.sent = request.sent;
        });
    }
    /// Turns a message away whole: its units and its members go back to the caller, who may try again.
    void refuse(SimTime t, const Message& message, Outcome outcome)
    {
        refuse(t, message, outcome, message.members);
    }
    /// Turns away these members of it; the caller keeps what remains of the message's own batch.
    void refuse(SimTime t, const Message& message, Outcome outcome, SpanRef members);
    SpanPool& spans() { return m_share.spans; }
    /// Where a record's time went; sums over all, journeys of the sampled ones.
    void spent(NodeMeter& meter, const MessageId& id, TimePart part, SimTime from, SimTime to)
    {
        if (to == from)
            return;
        meter.spent(part, to - from, 1);
        traced(id, part, from, to);
    }
    /// As spent(), of each member, whose stretch began at `from(member)`. Whether the journey of any of them is followed.
    template <class From>
    bool spentEach(NodeMeter& meter, const std::vector<Member>& members, TimePart part, From from, SimTime to)
    {
        Duration sum{0};
        bool followed = false;
        for (const Member& member : members) {
            sum += to - from(member);
            followed |= m_share.traces.isSampled(member.id);
        }
        meter.spent(part, sum, 1);
        if (!followed)
            return false;
        for (const Member& member : members) {
            if (const SimTime since = from(member); since < to)
                traced(member.id, part, since, to);
        }
        return true;
    }
    /// The same where all began at once; `followed`: whether the journey of any of them may be followed.
    void spentEach(NodeMeter& meter, const std::vector<Member>& members, TimePart part, SimTime from,
                   SimTime to, bool followed = true)
    {
        if (from == to)
            return;
        meter.spent(part, to - from, members.size());
        if (!followed)
            return;
        for (const Member& member : members)
            traced(member.id, part, from, to);
    }
    /// As spent(), of a sampled journey only: the node's sums have this time already.
    void traced(const MessageId& id, TimePart part, SimTime from, SimTime to)
    {
        if (m_share.traces.isSampled(id))
            m_share.traces.add(id, m_rank, part, from, to);
    }
    /// A try (over `connection`, or of the node's own work) came to nothing, and the next begins at `to`.
    void waited(std::uint32_t connection, const MessageId& id, TimePart part, SimTime from, SimTime to)
    {
        if (m_share.traces.isSampled(id))
            m_share.traces.waited(id, m_rank, connection, part, from, to);
    }
    /// An answer over `connection` was waited for: that time is the callee's.
    void called(std::uint32_t connection, const MessageId& id, SimTime from, SimTime to)
    {
        if (m_share.traces.isSampled(id))
            m_share.traces.called(id, m_rank, connection, from, to);
    }
    /// A source has its answer over `connection`; its last try left at `tried`.
    void responded(std::uint32_t connection, const MessageId& id, SimTime sent, SimTime tried, SimTime t)
    {
        if (m_share.traces.isSampled(id))
            m_share.traces.respond(id, connection, sent, tried, t);
    }
    /// The record can be read at this node from `at` on.
    void readable(NodeMeter& meter, SimTime at, const MessageId& id, SimTime born)
    {
        if (m_sink < 0 || at > m_state.horizon)
            return;
        ++meter.readable;
        meter.delay.add(at - born);
        settled(static_cast<std::uint32_t>(m_sink), born);
        if (m_share.traces.isSampled(id))
            m_share.traces.arrive(id, m_rank, born, at);
    }
    void readableEach(NodeMeter& meter, SimTime at, const std::vector<Member>& members)
    {
        if (m_sink < 0 || at > m_state.horizon)
            return;
        meter.readable += members.size();
        std::array<Duration, MessageColumn::kMost> delays;
        std::array<SimTime, MessageColumn::kMost> births;
        for (std::size_t from = 0; from < members.size(); from += delays.size()) {
            const std::size_t count = std::min(delays.size(), members.size() - from);
            SimTime first = kNever, last = kSimStart;
            bool sampled = false;
            for (std::size_t n = 0; n < count; ++n) {
                const Member& member = members[from + n];
                births[n] = member.born;
                delays[n] = at - births[n];
                first = std::min(first, births[n]);
                last = std::max(last, births[n]);
                sampled |= m_share.traces.isSampled(member.id);
            }
            meter.delay.addAll({delays.data(), count});
            settledEach({births.data(), count}, first, last);
            for (std::size_t n = 0; sampled && n < count; ++n) {
                const Member& member = members[from + n];
                if (m_share.traces.isSampled(member.id))
                    m_share.traces.arrive(member.id, m_rank, member.born, at);
            }
        }
    }
    /// As readable(), of a column that can be read at these instants, none after the horizon.
    void readableEach(NodeMeter& meter, std::span<const SimTime> at, const MessageColumn& column)
    {
        if (m_sink < 0)
            return;
        Durations room;
        meter.readable += at.size();
        meter.delay.addAll(differences(at, column.born(), room));
        settledEach(column.born(), column.firstBorn, column.lastBorn);
    }
    /// As done() of a column, none after the horizon, that nobody waits for.
    void doneEach(std::span<const SimTime> at, const MessageColumn& column)
    {
        if (column.asked != MessageColumn::Asked::Unattended)
            return;
        PathMeter& path = m_state.paths[column.connection];
        Durations room;
        path.succeeded += at.size();
        path.response.addAll(differences(at, column.sent(), room));
    }
    /// The places in the column of the messages whose journey is followed.
    template <class Visit>
    void forEachSampled(const MessageColumn& column, Visit visit)
    {
        std::array<std::uint8_t, MessageColumn::kMost> places;
        std::size_t count = 0;
        for (std::size_t n = 0; n < column.size(); ++n) {
            places[count] = static_cast<std::uint8_t>(n);
            count += m_share.traces.isSampled(column.ids.serials[n], column.ids.rests[n]) ? 1 : 0;
        }
        for (std::size_t n = 0; n < count; ++n)
            visit(std::size_t{places[n]});
    }
    /// The journey of a sampled message ends here, readable at `at`.
    void arrived(SimTime at, const MessageId& id, SimTime born)
    {
        if (m_sink >= 0)
            m_share.traces.arrive(id, m_rank, born, at);
    }
    /// The record will never reach the sinks below this node.
    void gone(SimTime born)
    {
        for (const std::uint32_t sink : m_state.sinksBelow[m_rank])
            settled(sink, born);
    }
    /// The record took these of the node's ways, perhaps none: the sinks that only the others reach need not wait for it.
    void took(std::span<const std::uint32_t> connections, SimTime born)
    {
        for (const std::uint32_t sink : m_state.sinksBelow[m_rank]) {
            const bool reached = std::any_of(connections.begin(), connections.end(), [&](std::uint32_t way) {
                const std::vector<std::uint32_t>& sinks = m_state.links[way].sinks;
                return std::find(sinks.begin(), sinks.end(), sink) != sinks.end();
            });
            if (!reached && m_state.sinkOfNode[m_rank] != static_cast<std::int32_t>(sink))
                settled(sink, born);
        }
    }
    void took(std::uint32_t connection, SimTime born) { took(std::span{&connection, 1}, born); }
    /// A record entered the system over this connection: the sinks below now wait for it.
    void entered(std::uint32_t connection, SimTime born)
    {
        for (const std::uint32_t sink : m_state.links[connection].sinks) {
            if (m_share.notes) [[unlikely]]
                m_share.notes->add(sink, 1, {&born, 1}, born, born);
            else
                m_state.freshness[sink].accepted(born);
        }
    }
    /// The same of a column that nobody waits for.
    void enteredEach(const MessageColumn& column)
    {
        if (column.asked != MessageColumn::Asked::Unattended)
            return;
        for (const std::uint32_t sink : m_state.links[column.connection].sinks) {
            if (m_share.notes) [[unlikely]]
                m_share.notes->add(sink, 1, column.born(), column.firstBorn, column.lastBorn);
            else
                m_state.freshness[sink].acceptedEach(column.born(), column.firstBorn, column.lastBorn);
        }
    }
    PathMeter& path(std::uint32_t connection) { return m_state.paths[connection]; }
    SimTime horizon() const { return m_state.horizon; }

private:
    void settled(std::uint32_t sink, SimTime born)
    {
        if (m_share.notes) [[unlikely]]
            m_share.notes->add(sink, -1, {&born, 1}, born, born);
        else
            m_state.freshness[sink].settled(born);
    }
    /// At this node's own sink.
    void settledEach(std::span<const SimTime> born, SimTime first, SimTime last)
    {
        const auto sink = static_cast<std::uint32_t>(m_sink);
        if (m_share.notes) [[unlikely]]
            m_share.notes->add(sink, -1, born, first, last);
        else
            m_state.freshness[sink].settledEach(born, first, last);
    }
    template <class Fill>
    requires std::invocable<Fill, Reply&>
    void answer(SimTime t, const CallToken& token, Fill fill)
    {
        // A loop must cost time, or two nodes could answer each other for ever within one instant.
        const std::int64_t at = std::max(t.time_since_epoch().count(), m_now + 1);
        m_driver.push<Reply>(token.reversed ? m_driver.m_pulled[token.connection]
                                            : m_driver.m_replies[token.connection],
                             at, [&](Reply& r) {
                                 fill(r);
                                 r.call = token;
                             });
    }
    void unattended(SimTime t, const CallToken& token, const Reply& reply);
    void unattended(SimTime t, const Message& request)
    {
        if (t > m_state.horizon)
            return;
        PathMeter& path = m_state.paths[request.replyTo.connection];
        ++path.succeeded;
        path.response.add(t - request.sent);
        responded(request.replyTo.connection, request.id, request.sent, request.sent, t);
    }

    using Durations = std::array<Duration, MessageColumn::kMost>;
    static std::span<const Duration> differences(std::span<const SimTime> to, std::span<const SimTime> from,
                                                 Durations& room)
    {
        for (std::size_t n = 0; n < to.size(); ++n)
            room[n] = to[n] - from[n];
        return {room.data(), to.size()};
    }

    Driver& m_driver;
    SimulationState& m_state;
    NodeShare& m_share;
    std::int32_t m_sink;  ///< of this node, where it is one; -1: it is not
    std::int64_t m_now = 0;
    std::uint32_t m_rank;
};

template <class Payload, class Fill>
inline void Driver::push(Way<Payload>& way, std::int64_t time, Fill fill)
{
    if (time < *way.doneUntil) [[unlikely]]
        m_inOrder = false;
    if (way.events == nullptr) {
        fill(way.into->open(time));
        way.into->close();
    } else {
        std::uint32_t slot = 0;
        fill(openEvent(way, slot));
        closeEvent(way, time, slot);
    }
}

template <class Payload, class TimeOf, class Fill>
inline void Driver::pushEach(Way<Payload>& way, std::size_t count, TimeOf timeOf, Fill fill)
{
    const std::int64_t doneUntil = *way.doneUntil;
    bool inOrder = true;
    for (std::size_t n = 0; n < count; ++n)
        inOrder &= timeOf(n) >= doneUntil;
    if (!inOrder) [[unlikely]]
        m_inOrder = false;
    if (way.events == nullptr)
        return way.into->append(count, timeOf, fill);
    for (std::size_t n = 0; n < count; ++n) {
        std::uint32_t slot = 0;
        fill(n, openEvent(way, slot));
        closeEvent(way, timeOf(n), slot);
    }
}

/// How many messages ahead a node is told what comes; about a cache miss's worth of work.
inline constexpr std::size_t kPrefetch = 8;

/// How many requests a node is handed together at most.
inline constexpr std::size_t kMostInRun = MessageColumn::kMost;

/// Up to how many lanes are merged into runs; of more, one is taken as long as it is the first.
inline constexpr std::size_t kMostMerged = 16;

/// Merges so many lanes, all in order, whose entries lie in [next, end) each; returns how many come before `limit` and find
/// room in `run`, and moves `next` past them. What is compared stays in registers, and none is asked at each step whether it
/// has ended: only as often as one could have.
template <std::size_t N>
std::size_t mergeInOrder(std::array<const Lane<Message>::Entry*, kMostMerged>& next,
                         const std::array<const Lane<Message>::Entry*, kMostMerged>& end, std::int64_t limit,
                         std::array<const Lane<Message>::Entry*, kMostInRun>& run)
{
    using Entry = Lane<Message>::Entry;
    std::array<const Entry*, N> at;
    std::array<std::int64_t, N> front;
    std::copy_n(next.begin(), N, at.begin());
    std::size_t count = 0;
    for (bool more = true; more && count < run.size();) {
        std::size_t steps = run.size() - count;
        for (std::size_t n = 0; n < N; ++n) {
            const auto left = static_cast<std::size_t>(end[n] - at[n]);
            front[n] = left > 0 ? at[n]->time : Lane<Message>::kNothing;
            steps = left > 0 ? std::min(steps, left) : steps;
        }
        for (; steps > 0; --steps) {
            // Which comes first is as good as drawn: chosen without a branch.
            const Entry* first = at[0];
            std::int64_t time = front[0];
            for (std::size_t n = 1; n < N; ++n) {
                const bool sooner = front[n] < time;
                first = sooner ? at[n] : first;
                time = sooner ? front[n] : time;
            }
            more = time < limit;
            if (!more)
                break;
            run[count++] = first;
            for (std::size_t n = 0; n < N; ++n) {
                const bool taken = first == at[n];
                at[n] += taken ? 1 : 0;
                front[n] = taken ? first[1].time : front[n];
            }
        }
    }
    std::copy_n(at.begin(), N, next.begin());
    return count;
}

/// Takes out the first requests before `limit` from all the lanes in the order a node sees them.
inline std::size_t takeMerged(std::span<Lane<Message>* const> lanes, std::int64_t limit,
                              std::array<const Lane<Message>::Entry*, kMostInRun>& run)
{
    if (lanes.size() == 1)
        return lanes.front()->take(limit, run);
    std::array<std::int64_t, kMostMerged> fronts;
    bool inOrder = true;
    for (std::size_t at = 0; at < lanes.size(); ++at) {
        fronts[at] = lanes[at]->frontTime();
        inOrder &= lanes[at]->isInOrder();
    }
    std::size_t count = 0;
    if (inOrder) {
        std::array<const Lane<Message>::Entry*, kMostMerged> next, end;
        for (std::size_t at = 0; at < lanes.size(); ++at) {
            const std::span<const Lane<Message>::Entry> rest = lanes[at]->inOrder();
            next[at] = rest.data();
            end[at] = next[at] + rest.size();
        }
        if (lanes.size() <= 4) {
            count = lanes.size() == 2   ? mergeInOrder<2>(next, end, limit, run)
                    : lanes.size() == 3 ? mergeInOrder<3>(next, end, limit, run)
                                        : mergeInOrder<4>(next, end, limit, run);
            for (std::size_t at = 0; at < lanes.size(); ++at)
                lanes[at]->skip(static_cast<std::size_t>(next[at] - lanes[at]->inOrder().data()));
            return count;
        }
        while (count < run.size()) {
            std::size_t first = 0;
            std::int64_t time = fronts[0];
            for (std::size_t at = 1; at < lanes.size(); ++at) {
                const bool sooner = fronts[at] < time;
                time = sooner ? fronts[at] : time;
                first = sooner ? at : first;
            }
            if (time >= limit)
                break;
            run[count++] = next[first]++;
            fronts[first] = next[first] < end[first] ? next[first]->time : Lane<Message>::kNothing;
        }
        for (std::size_t at = 0; at < lanes.size(); ++at)
            lanes[at]->skip(static_cast<std::size_t>(next[at] - lanes[at]->inOrder().data()));
        return count;
    }
    while (count < run.size()) {
        // Which comes first is as good as drawn: chosen without a branch.
        std::size_t first = 0;
        std::int64_t time = fronts[0];
        for (std::size_t at = 1; at < lanes.size(); ++at) {
            const bool sooner = fronts[at] < time;
            time = sooner ? fronts[at] : time;
            first = sooner ? at : first;
        }
        if (time >= limit)
            break;
        run[count++] = lanes[first]->take();
        fronts[first] = lanes[first]->frontTime();
    }
    return count;
}

/// The columnar loop of one node: what comes first by time, then reply, timer, request, then connection, then id.
template <class N>
std::uint64_t advanceNode(N& node, Inbox& inbox, std::int64_t until, NodeEmit& out)
{
    constexpr std::int64_t nothing = Lane<Message>::kNothing;
    for (std::uint64_t handled = 0;;) {
        Lane<Reply>* reply = nullptr;
        std::int64_t replyAt = nothing;
        for (Lane<Reply>* lane : inbox.replies) {
            if (const std::int64_t at = lane->frontTime(); at < replyAt) {
                replyAt = at;
                reply = lane;
            }
        }
        Lane<Message>* request = nullptr;
        std::int64_t requestAt = nothing, otherRequestAt = nothing;
        for (Lane<Message>* lane : inbox.requests) {
            const std::int64_t at = lane->frontTime();
            if (at < requestAt) {
                otherRequestAt = requestAt;
                requestAt = at;
                request = lane;
            } else if (at < otherRequestAt) {
                otherRequestAt = at;
            }
        }
        std::int64_t timerAt = node.nextTimer().time_since_epoch().count();
        if (replyAt <= timerAt && replyAt <= requestAt) {
            if (replyAt >= until)
                return handled;
            ++handled;
            out.setNow(replyAt);
            node.reply(SimTime{Duration{replyAt}}, reply->front(), out);
            reply->pop();
            continue;
        }
        if (timerAt <= requestAt) {
            if (timerAt >= until)
                return handled;
            // Nothing else can come in between: a node's alarms are its own, and nobody sends to it meanwhile.
            const std::int64_t stop = std::min({until, replyAt, requestAt});
            if constexpr (requires { node.runTimers(stop, out); }) {
                if (const std::uint64_t run = node.runTimers(stop, out); run > 0) {
                    handled += run;
                    continue;
                }
            }
            do {
                ++handled;
                out.setNow(timerAt);
                node.timer(SimTime{Duration{timerAt}}, node.timers.pop(), out);
                timerAt = node.nextTimer().time_since_epoch().count();
            } while (timerAt < stop);
            continue;
        }
        if (requestAt >= until)
            return handled;
        const std::int64_t stop = std::min({until, replyAt, otherRequestAt});
        if constexpr (requires { node.takesRuns(); }) {
            if (node.takesRuns()) {
                std::array<const Lane<Message>::Entry*, kMostInRun> run;
                const std::size_t count =
                    inbox.requests.size() <= kMostMerged
                        ? takeMerged(inbox.requests, std::min({until, replyAt, timerAt}), run)
                        : request->take(std::min(stop, timerAt), run);
                if (count > 0) {
                    node.acceptRun(RequestRun{run.data(), count}, out);
                    for (Lane<Message>* lane : inbox.requests)
                        lane->release();
                    handled += count;
                    continue;
                }
            }
        }
        do {
            if constexpr (requires(const Message& m) { node.prefetch(m); }) {
                if (const Message* later = request->peek(kPrefetch))
                    node.prefetch(*later);
            }
            ++handled;
            out.setNow(requestAt);
            node.accept(SimTime{Duration{requestAt}}, request->front(), out);
            request->pop();
            requestAt = request->frontTime();
        } while (requestAt < stop && requestAt < node.nextTimer().time_since_epoch().count());
    }
}

/// Instantiates the drivers for one node type; called by the families, in their .cpp files.
template <class N>
NodeHandle makeNode(std::unique_ptr<N> node) requires NodeCode<N, NodeEmit>
{
    static constexpr NodeOps ops{
        [](void* n, NodeEmit& e) { static_cast<N*>(n)->start(e); },
        [](void* n, SimTime t, const Message& m, NodeEmit& e) { static_cast<N*>(n)->accept(t, m, e); },
        [](void* n, SimTime t, const Reply& r, NodeEmit& e) { static_cast<N*>(n)->reply(t, r, e); },
        [](void* n, SimTime t, std::uint64_t id, NodeEmit& e) { static_cast<N*>(n)->timer(t, id, e); },
        [](void* n, SimTime t, const Control& c, NodeEmit& e) { static_cast<N*>(n)->control(t, c, e); },
        [](void* n, Inbox& in, std::int64_t until, NodeEmit& e) {
            return advanceNode(*static_cast<N*>(n), in, until, e);
        },
        [](void* n, SimTime t) { static_cast<N*>(n)->sample(t); },
        [](const void* n) { return static_cast<const N*>(n)->resident(); },
        [](const void* n) { return static_cast<const N*>(n)->unitsInFlight(); },
        [](const void* n) { return static_cast<const N*>(n)->leastAnswer(); },
        [](const void* n) { return static_cast<const N*>(n)->leastPullAnswer(); },
        [](const void* n, std::uint32_t connection) { return static_cast<const N*>(n)->attends(connection); },
        [](const void* n, std::uint32_t connection) { return static_cast<const N*>(n)->sends(connection); },
        [](const void* n, NodeReport& r) { static_cast<const N*>(n)->report(r); },
        [](void* n) { delete static_cast<N*>(n); }};
    NodeBase* base = node.get();
    return NodeHandle{static_cast<void*>(node.release()), base, &ops};
}

}  // namespace plimsoll
