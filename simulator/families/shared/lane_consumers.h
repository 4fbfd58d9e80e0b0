// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/kernel/node.h"
#include "simulator/kernel/node_context.h"
#include "simulator/queueing/record_log.h"
#include "simulator/queueing/token_bucket.h"

#include <algorithm>
#include <vector>

namespace plimsoll {

/// The read side of a sharded store, shared by streams and change feeds: one log per lane, one cursor per consumer,
/// shared or dedicated read limits, retention.
class LaneConsumers {
public:
    /// How soon an enhanced consumer sees a record: as if it asked so often, at a drawn phase.
    static constexpr Duration kPushInterval = std::chrono::milliseconds{50};
    /// A delay that is nearly always the same, with a rare slow tail: the law of what has been measured of such reads.
    /// Source: https://bitesizedserverless.com/bite/serverless-messaging-latency-compared/
    static Law rarelySlow(double medianNanos, double p99Nanos)
    {
        const double p95 = 1.15 * medianNanos;
        if (medianNanos <= 0 || p99Nanos <= p95)
            return Law::deterministic(medianNanos);
        return Law::fromQuantiles(
            {{0.5, medianNanos}, {0.95, p95}, {0.99, p99Nanos}, {0.9999, 2 * p99Nanos}});
    }
    struct Limits {
        double bytesPerSecond = 2.0 * 1024 * 1024;  ///< per lane, all shared readers together
        double callsPerSecond = 5;                  ///< per lane, all shared readers together
        std::uint32_t recordsPerCall = 10'000;
        double bytesPerCall = 10.0 * 1024 * 1024;
        Law latency = Law::deterministic(10e6);  ///< nanoseconds; of a shared reader's call
        Duration retention = std::chrono::hours{24};
        Law push = Law::deterministic(20e6);              ///< nanoseconds; to an enhanced consumer
        Duration pollInterval = std::chrono::seconds{1};  ///< of an idle shared reader
        /// A lane is closed so often, at a phase of its own, and another takes its place; each reader finds that one
        /// within `discovery`, a drawn time. 0 = never.
        Duration rollover{}, discovery{};
        /// How often a shared reader over this connection asks each lane when there is nothing to read.
        Duration intervalOf(const ConnectionPort& port) const
        {
            return fromMillis(std::max(1.0, port.number("pollMillis", seconds(pollInterval) * 1e3)));
        }
    };
    /// Whether the connection's other end reads the records of the lanes.
    static bool reads(const ConnectionPort& port)
    {
        return port.kind == ConnectionKind::Poll || port.kind == ConnectionKind::Load;
    }
    /// Whether it has a read limit of its own and is pushed to.
    static bool enhanced(const ConnectionPort& port) { return port.text("reader", "shared") == "enhanced"; }

    void open(const NodeContext& context, std::size_t lanes, const Limits& limits)
    {
        m_limits = limits;
        m_rollovers = context.draws(Purpose::Node);
        m_phases = context.draws(Purpose::Phase);
        m_latencies = context.draws(Purpose::Notify);
        for (const ConnectionPort& port : context.outputs) {
            if (reads(port))
                m_consumers.push_back({port.index,
                                       port.connection->id,
                                       port.connection->to,
                                       enhanced(port),
                                       {},
                                       hashOf(port.connection->id),
                                       {},
                                       {}});
        }
        const std::size_t readers = m_consumers.size();
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            Lane& l = m_lanes.emplace_back();
            l.log = RecordLog{readers};
            l.bytes = TokenBucket{limits.bytesPerSecond, limits.bytesPerSecond};
            l.calls = TokenBucket{limits.callsPerSecond, limits.callsPerSecond};
            for (std::size_t reader = 0; reader < readers; ++reader)
                l.enhanced.push_back({limits.bytesPerSecond, limits.bytesPerSecond});
        }
        m_open = lanes;
        for (const Replay& replay : context.scenario->replays)
            m_replaysLeft += isConsumer(hashOf(replay.connection)) ? 1 : 0;
        keepRead(m_replaysLeft > 0);
    }
    /// Of `before` equal parts of the hash `after` are made, one to a lane. What comes into a lane from now on is read
    /// when all is read that came before into those its part was cut from, so that the records of a key stay in order.
    void reshard(std::uint32_t before, std::uint32_t after)
    {
        m_open = after;
        if (m_stored == 0)
            return;
        for (std::uint64_t lane = 0; lane < after; ++lane) {
            Barrier barrier{m_lanes[lane].log.end(), {}};
            const std::uint64_t last = ((lane + 1) * before + after - 1) / after;
            for (std::uint64_t parent = lane * before / after; parent < last; ++parent) {
                if (parent != lane)
                    barrier.parents.push_back(
                        {static_cast<std::uint32_t>(parent), m_lanes[parent].log.end()});
            }
            if (!barrier.parents.empty())
                m_lanes[lane].barriers.push_back(std::move(barrier));
        }
    }
    /// The consumer over the connection with this hash goes back to what came at `from`; each record that it reads again is
    /// a new unit of work.
    void replay(SimTime now, SimTime from, std::uint64_t connection, NodeMeter& meter)
    {
        for (std::size_t consumer = 0; consumer < m_consumers.size(); ++consumer) {
            Consumer& reader = m_consumers[consumer];
            if (reader.name != connection)
                continue;
            --m_replaysLeft;
            reader.behindLanes.resize(m_lanes.size(), false);
            reader.again.resize(m_lanes.size(), 0);
            for (std::size_t lane = 0; lane < m_lanes.size(); ++lane) {
                RecordLog& log = m_lanes[lane].log;
                reader.again[lane] = std::max(reader.again[lane], log.passed(consumer));
                const std::uint64_t records = log.rewind(consumer, from);
                reader.behindLanes[lane] = records > 0 || log.unread(consumer) > 0;
                reader.replayed += records;
                meter.units.generated += records;
            }
            reader.replayedAt = now;
            caughtUp(reader, now);
        }
        keepRead(m_replaysLeft > 0);
    }
    /// What was read again, and how long the longest replay took to catch up with what comes in.
    void reportReplays(ComponentReport& out) const
    {
        std::uint64_t replayed = 0;
        double longest = 0;
        bool any = false, behind = false;
        for (const Consumer& reader : m_consumers) {
            any |= !reader.again.empty();
            replayed += reader.replayed;
            longest = std::max(longest, reader.catchUpSeconds);
            behind |= reader.isBehind();
        }
        if (!any)
            return;
        out.facts.emplace_back("replayed-records", "records to read again", Aggregation::Sum,
                               static_cast<double>(replayed));
        if (longest > 0)
            out.facts.emplace_back("replay-catch-up-seconds", "seconds until a replay had caught up",
                                   Aggregation::Peak, longest);
        out.facts.emplace_back("replays-behind-at-the-end", "replays not caught up at the end",
                               Aggregation::Last, behind ? 1 : 0);
    }
    std::size_t consumers() const { return m_consumers.size(); }
    /// Place of the consumer behind this connection.
    std::size_t consumerAt(std::uint32_t connection) const { return consumerOf(connection); }
    /// Each lane may be read this many times as fast as one shard: it holds as many.
    void setReadRate(SimTime t, double factor)
    {
        const double bytes = m_limits.bytesPerSecond * factor, calls = m_limits.callsPerSecond * factor;
        for (Lane& lane : m_lanes) {
            lane.bytes.setRate(bytes, bytes, t);
            lane.calls.setRate(calls, calls, t);
            for (TokenBucket& bucket : lane.enhanced)
                bucket.setRate(bytes, bytes, t);
        }
    }

    /// A record is there for every consumer from `member.arrived` on. Units: the arriving one goes to the first
    /// consumer and is copied for the others; without one each consumer's is generated here.
    template <class Emit>
    void store(std::uint32_t lane, const Member& member, bool carriesUnit, NodeMeter& meter, Emit& emit)
    {
        // A reader that has stopped asking keeps nothing alive: what comes in pushes out what is too old.
        expire(m_lanes[lane], member.arrived, meter, emit);
        const std::uint64_t n = m_consumers.size();
        if (carriesUnit)
            meter.units.copied += n - 1;
        else
            meter.units.generated += n;
        m_lanes[lane].log.push(member);
        ++m_stored;
    }

    /// As store(); without a consumer the record ends here, and its unit with it.
    template <class Emit>
    void keep(std::uint32_t lane, const Member& member, bool carriesUnit, NodeMeter& meter, Emit& emit)
    {
        if (!m_consumers.empty())
            return store(lane, member, carriesUnit, meter, emit);
        if (carriesUnit)
            ++(member.arrived <= meter.horizon() ? meter.units.done : m_unitsAfterEnd);
    }
    std::uint64_t unitsAfterEnd() const { return m_unitsAfterEnd; }
    /// The oldest record that this consumer, named by its connection, has not read; null when there is none.
    const Member* oldestUnread(std::uint32_t lane, std::uint32_t connection) const
    {
        return m_lanes[lane].log.oldestUnread(consumerOf(connection));
    }

    template <class Emit>
    void pull(SimTime t, const Message& m, NodeMeter& meter, Emit& emit)
    {
        if (m.lane >= m_lanes.size())  // a change feed that is off has nothing for its readers
            return fail(t, m, emit);
        const std::size_t consumer = consumerOf(m.replyTo.connection);
        Lane& lane = m_lanes[m.lane];
        expire(lane, t, meter, emit);
        Reply reply{.call = {},
                    .id = m.id,
                    .outcome = Outcome::Done,
                    .more = false,
                    .members = {},
                    .bytes = 0,
                    .sent = m.sent,
                    .units = 0};
        Consumer& reader = m_consumers[consumer];
        // Before a read more waits than after it.
        const Member* oldest = lane.log.oldestUnread(consumer);
        const double age = oldest ? std::max(0.0, seconds(t - oldest->arrived)) : 0;
        reader.counts.peakAgeSeconds = std::max(reader.counts.peakAgeSeconds, age);
        meter.peak(
            static_cast<double>(m_stored + reader.replayed - reader.counts.delivered - reader.counts.expired),
            age);
        const bool enhanced = reader.pushed;
        const SimTime at = answeredAt(t, m.id, enhanced ? m_limits.push : m_limits.latency);
        const std::uint64_t readable = readableOf(m.lane, consumer);
        if (readable == 0 && (m.lane >= m_open || lane.log.unread(consumer) > 0)) [[unlikely]] {
            emit.answer(at, m.replyTo, reply);  // a shard that is not there, or not read yet, is not asked
            return;
        }
        TokenBucket& bytes = enhanced ? lane.enhanced[consumer] : lane.bytes;
        Use& use = enhanced ? m_pushed : m_shared;
        use.calls.add(t, 1);
        const bool called = enhanced || lane.calls.tryTake(1, t);
        if (!called || bytes.credit(t) <= 0) {
            reply.outcome = Outcome::Throttled;
            ++(called ? use.refusedByBytes : use.refusedByCalls);
            emit.answer(at, m.replyTo, reply);
            return;
        }
        ++m_readCalls;
        if (lane.log.unread(consumer) == 0) {
            emit.answer(at, m.replyTo, reply);
            return;
        }
        reply.members = emit.spans().create();
        std::vector<Member>& out = emit.spans().members(reply.members);
        const SimTime until = seenUntil(m.lane, reader, t);
        const std::uint64_t from = lane.log.passed(consumer);
        const std::uint64_t taken = lane.log.read(
            consumer, until, std::min<std::uint64_t>({m.limit, m_limits.recordsPerCall, readable}),
            m_limits.bytesPerCall, out);
        readAgain(reader, m.lane, from, out);
        bytes.take(static_cast<double>(taken));
        use.bytes.add(t, static_cast<double>(taken));
        reply.bytes = taken;
        reply.units = out.size();
        reader.counts.delivered += out.size();
        const Member* next = lane.log.oldestUnread(consumer);
        reply.more = next && next->arrived <= until && out.size() < readable;
        if (!reply.more && reader.isBehind())
            reached(reader, m.lane, t);
        emit.spentEach(
            meter, out, TimePart::BufferWait, [](const Member& member) { return member.arrived; }, at);
        for (Member& member : out)
            member.arrived = at;
        if (out.empty()) {
            emit.spans().release(reply.members);
            reply.members = {};
        }
        emit.answer(at, m.replyTo, reply);
    }

    template <class Emit>
    void fail(SimTime t, const Message& m, Emit& emit) const
    {
        emit.answer(answeredAt(t, m.id, m_limits.latency), m.replyTo,
                    {.call = {},
                     .id = m.id,
                     .outcome = Outcome::Failed,
                     .more = false,
                     .members = {},
                     .bytes = 0,
                     .sent = m.sent,
                     .units = 0});
    }

    /// No pull is answered sooner.
    Duration leastAnswer() const { return std::min(m_limits.latency.least(), m_limits.push.least()); }

    /// Backlog of the slowest consumer, and the age of its oldest unread record.
    void sample(SimTime t, NodeMeter& meter)
    {
        double worst = 0, worstAge = 0;
        for (std::size_t consumer = 0; consumer < m_consumers.size(); ++consumer) {
            double backlog = 0, age = 0;
            for (const Lane& lane : m_lanes) {
                backlog += static_cast<double>(lane.log.unread(consumer));
                if (const Member* oldest = lane.log.oldestUnread(consumer))
                    age = std::max(age, seconds(t - oldest->arrived));
            }
            ConsumerCounts& counts = m_consumers[consumer].counts;
            counts.peakAgeSeconds = std::max(counts.peakAgeSeconds, age);
            worst = std::max(worst, backlog);
            worstAge = std::max(worstAge, age);
        }
        meter.sample(t, worst, worstAge);
    }
    std::uint64_t residentUnits() const
    {
        std::uint64_t total = 0;
        for (std::size_t consumer = 0; consumer < m_consumers.size(); ++consumer)
            total += residentOf(consumer);
        return total;
    }
    std::vector<ConsumerCounts> counts() const
    {
        std::vector<ConsumerCounts> all;
        for (std::size_t consumer = 0; consumer < m_consumers.size(); ++consumer) {
            ConsumerCounts counts = m_consumers[consumer].counts;
            counts.connection = m_consumers[consumer].connection;
            counts.consumer = m_consumers[consumer].component;
            counts.resident = residentOf(consumer);
            all.push_back(counts);
        }
        return all;
    }
    /// What one kind of consumers asked of the read limits.
    struct Use {
        RateUse calls;  ///< asked, refused ones too
        RateUse bytes;  ///< read
        std::uint64_t refusedByCalls = 0, refusedByBytes = 0;
    };
    const Use& sharedUse() const { return m_shared; }
    const Use& enhancedUse() const { return m_pushed; }
    std::uint64_t readCalls() const { return m_readCalls; }  ///< answered
    std::size_t enhancedConsumers() const
    {
        return static_cast<std::size_t>(std::count_if(m_consumers.begin(), m_consumers.end(),
                                                      [](const Consumer& c) { return c.pushed; }));
    }

private:
    struct Consumer {
        std::uint32_t link = 0;
        ConnectionId connection;
        ComponentId component;
        bool pushed = false;
        ConsumerCounts counts;
        std::uint64_t name = 0;            ///< hash of the connection's id
        std::vector<std::uint64_t> again;  ///< by lane: up to here it has read before
        std::vector<bool> behindLanes;     ///< where a replay has not come to the newest record yet
        std::uint64_t replayed = 0;
        SimTime replayedAt = kSimStart;
        double catchUpSeconds = 0;
        bool isBehind() const
        {
            return std::find(behindLanes.begin(), behindLanes.end(), true) != behindLanes.end();
        }
    };
    /// Records of a lane from `from` on wait until these others are read so far.
    struct Barrier {
        struct Parent {
            std::uint32_t lane = 0;
            std::uint64_t until = 0;
        };
        std::uint64_t from = 0;
        std::vector<Parent> parents;
    };
    struct Lane {
        RecordLog log;
        TokenBucket bytes, calls;
        std::vector<TokenBucket> enhanced;  // by consumer
        std::vector<Barrier> barriers;
    };
    bool isConsumer(std::uint64_t name) const
    {
        return std::any_of(m_consumers.begin(), m_consumers.end(),
                           [&](const Consumer& reader) { return reader.name == name; });
    }
    void keepRead(bool keep)
    {
        for (Lane& lane : m_lanes)
            lane.log.keepRead(keep);
    }
    /// Records of the lane that the consumer may read before others of other lanes.
    std::uint64_t readableOf(std::uint32_t lane, std::size_t consumer) const
    {
        const RecordLog& log = m_lanes[lane].log;
        for (const Barrier& barrier : m_lanes[lane].barriers) {
            const bool open = std::all_of(
                barrier.parents.begin(), barrier.parents.end(), [&](const Barrier::Parent& parent) {
                    return m_lanes[parent.lane].log.passed(consumer) >= parent.until;
                });
            if (!open)
                return barrier.from - std::min(barrier.from, log.passed(consumer));
        }
        return log.unread(consumer);
    }
    /// What is read once more is another visit of the message.
    static void readAgain(const Consumer& reader, std::size_t lane, std::uint64_t from,
                          std::vector<Member>& members)
    {
        if (reader.again.empty() || from >= reader.again[lane]) [[likely]]
            return;
        const std::uint64_t old = std::min<std::uint64_t>(members.size(), reader.again[lane] - from);
        for (std::uint64_t at = 0; at < old; ++at)
            ++members[at].id.visit;
    }
    void reached(Consumer& reader, std::size_t lane, SimTime t)
    {
        reader.behindLanes[lane] = false;
        caughtUp(reader, t);
    }
    void caughtUp(Consumer& reader, SimTime t)
    {
        if (!reader.isBehind())
            reader.catchUpSeconds = std::max(reader.catchUpSeconds, seconds(t - reader.replayedAt));
    }
    template <class Emit>
    void expire(Lane& lane, SimTime t, NodeMeter& meter, Emit& emit)
    {
        if (!lane.log.holdsBefore(t - m_limits.retention)) [[likely]]
            return;
        lane.log.expire(t - m_limits.retention, [&](std::size_t reader, const Member& member) {
            ++m_consumers[reader].counts.expired;
            ++meter.units.lost;
            emit.gone(member.born);
        });
    }
    SimTime answeredAt(SimTime t, const MessageId& pull, const Law& law) const
    {
        return t + fromNanos(law.drawFor(pull, m_latencies) + 0.5);
    }
    /// A reader sees what was stored up to here: all of it, but for a while after a lane was closed.
    SimTime seenUntil(std::uint32_t lane, const Consumer& reader, SimTime t) const
    {
        if (m_limits.rollover <= Duration{})
            return t;
        const Duration every = m_limits.rollover;
        const Duration since = t - kSimStart
                               + Duration{static_cast<std::int64_t>(m_phases.at(std::uint64_t{lane})
                                                                    * static_cast<double>(every.count()))};
        const Duration open = since % every;
        const auto shard = static_cast<std::uint64_t>(since / every);
        if (shard == 0)  // found before the run began
            return t;
        const double found = m_rollovers.at(mix64(reader.name ^ lane) + shard);
        const bool late =
            static_cast<double>(open.count()) < found * static_cast<double>(m_limits.discovery.count());
        return late ? t - open - Duration{1} : t;
    }
    std::size_t consumerOf(std::uint32_t link) const
    {
        for (std::size_t consumer = 0; consumer < m_consumers.size(); ++consumer) {
            if (m_consumers[consumer].link == link)
                return consumer;
        }
        return 0;
    }
    std::uint64_t residentOf(std::size_t consumer) const
    {
        std::uint64_t total = 0;
        for (const Lane& lane : m_lanes)
            total += lane.log.unread(consumer);
        return total;
    }
    Limits m_limits;
    DrawKey m_latencies, m_rollovers, m_phases;
    std::vector<Consumer> m_consumers;
    std::vector<Lane> m_lanes;
    std::uint64_t m_stored = 0, m_unitsAfterEnd = 0;
    std::uint64_t m_readCalls = 0;
    Use m_shared, m_pushed;
    std::size_t m_open = 0;         ///< lanes that take records: those above are closed, or not opened yet
    std::size_t m_replaysLeft = 0;  ///< to come: until the last, what was read stays
};

}  // namespace plimsoll
