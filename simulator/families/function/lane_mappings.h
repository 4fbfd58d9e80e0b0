// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/function/invocation.h"
#include "simulator/families/function/lane_pollers.h"
#include "simulator/families/function/mapping_play.h"
#include "simulator/kernel/node.h"
#include "simulator/queueing/lane_poller.h"

#include <algorithm>
#include <deque>
#include <string>
#include <vector>

namespace plimsoll::function_node {

/// Event source mapping of one stream shard and one parallel lane: batches leave in order, one at a time.
struct BatchLane {
    std::vector<Member> buffer;  ///< waiting records
    std::size_t head = 0;
    bool busy = false, waiting = false;
    int failures = 0;
    int tries = 0;              ///< failures that count as retries: splitting a batch does not
    std::size_t retrySize = 0;  ///< after a failure: the same records again, or half of them
    SimTime windowArmed = kNever;
    SimTime pausedUntil = kSimStart;  ///< after a failure
    SimTime failedAt = kSimStart;
    SimTime failingSince = kSimStart;  ///< the first failure of the batch in hand
    std::size_t size() const { return buffer.size() - head; }
    static constexpr std::size_t kKeptRoom = 256;  ///< records that an empty lane keeps storage for
};

/// Order is kept per key: of the parallel lanes of a shard a key always takes the same one.
inline std::size_t laneInShard(std::uint32_t key, std::size_t lanes)
{
    return lanes == 1 ? 0 : mix64(key) % lanes;
}

struct ShardMapping {
    LanePoller poller;
    SimTime askedAt = kSimStart;
    std::vector<BatchLane> lanes;
    std::size_t readAhead = 0;  ///< records it may hold; what is beyond stays in the shard and ages there
    bool more = false;          ///< the last read left some
    bool parked = false;        ///< it was due while paused
};

/// Source of the mapping's defaults and limits:
/// https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
struct Mapping {
    std::uint32_t connection = 0;
    std::string label;  ///< of the stream
    std::size_t batchSize = 100;
    Duration window{};
    double runSeconds = 0;  ///< of the last batch that succeeded; 0 = none has
    int attempts = -1;      ///< retries; -1 = for ever
    bool bisect = false;
    double passShare = 1;
    std::vector<ShardMapping> shards;
    HeldUse busyLanes;
    double blockedSeconds = 0;  ///< of lanes, by batches that fail again and again
    void setBusy(SimTime t, BatchLane& lane, bool isBusy)
    {
        lane.busy = isBusy;
        busyLanes.set(t, busyLanes.value() + (isBusy ? 1 : -1));
    }
    std::uint64_t payload = 6'000'000;  ///< bytes that close a batch

    LanePollers rules;
    double pollers = 0;                  ///< there now, of one's own
    HeldUse units;                       ///< that they are billed for
    double bytesSeen = 0, busySeen = 0;  ///< at the last look: read since then, and lane seconds until then
    bool isFull() const { return rules.own && busyLanes.value() >= pollers * LanePollers::kBatches - 1e-9; }
    /// From a read of so many bytes to the next one of its shard.
    Duration pauseAfter(double bytes) const
    {
        if (!rules.own)
            return {};
        return fromSeconds(bytes * static_cast<double>(shards.size())
                           / (pollers * LanePollers::kBytesPerSecond));
    }
    /// One look a minute: as many as what the last one needed, twice as many where all were at work.
    void look(SimTime t)
    {
        const double span = seconds(LanePollers::kLook), busy = busyLanes.integralUntil(t) - busySeen;
        double next = rules.wanted(busy / span, bytesSeen / span);
        if (busy / span >= LanePollers::kBusy * LanePollers::kBatches * pollers)
            next = std::max(next, std::min(rules.most, 2 * pollers));
        pollers = next;
        units.set(t, rules.units(pollers, bytesSeen / span));
        busySeen += busy;
        bytesSeen = 0;
    }
};
/// The readers of streams: one per shard, batches in order, as many at once for each shard as it has lanes.
template <class Fn>
struct LaneMappings {
    void startPolling()
    {
        for (std::uint32_t m = 0; m < mappings.size(); ++m) {
            for (std::uint32_t s = 0; s < mappings[m].shards.size(); ++s)
                fn().timers.arm(mappings[m].shards[s].poller.firstPoll(fn().phase),
                                alarmId(Alarm::Poll, m, s));
            if (mappings[m].rules.own)
                fn().timers.arm(kSimStart + LanePollers::kLook, alarmId(Alarm::LaneScale, m));
        }
    }
    template <class Emit>
    void scalePollers(SimTime t, std::uint32_t m, Emit& emit)
    {
        mappings[m].look(t);
        fn().timers.arm(t + LanePollers::kLook, alarmId(Alarm::LaneScale, m));
        wakeLanes(t, emit);
    }

    /// Records that small batches get through in a second, so that a slow read does not idle them; none while one fails.
    static std::size_t ofASecond(const Mapping& mapping, const ShardMapping& shard)
    {
        constexpr double kFew = 64;
        const bool fails = std::any_of(shard.lanes.begin(), shard.lanes.end(),
                                       [](const BatchLane& lane) { return lane.failures > 0; });
        if (fails || mapping.runSeconds <= 0)
            return 0;
        return static_cast<std::size_t>(
            std::min(kFew, static_cast<double>(mapping.batchSize * shard.lanes.size()) / mapping.runSeconds));
    }

    template <class Emit>
    void poll(SimTime t, std::uint32_t m, std::uint32_t s, Emit& emit)
    {
        Mapping& mapping = mappings[m];
        ShardMapping& shard = mapping.shards[s];
        if (fn().faults.paused) {
            shard.parked = true;
            return;
        }
        std::size_t held = 0;
        for (const BatchLane& lane : shard.lanes)
            held += lane.size();
        // Two batches for every lane, or about twice what its runs get through between two reads: less, and the lanes
        // would stand idle until the next one. It gives up what it holds beyond that only when next to nothing was used,
        // as a read that takes long uses up far more than the usual one.
        const std::size_t least =
            std::max(2 * mapping.batchSize * shard.lanes.size(), ofASecond(mapping, shard));
        if (16 * held > 15 * shard.readAhead || shard.readAhead < least)
            shard.readAhead = std::max(least, shard.readAhead / 2);
        else if (shard.more && 4 * held <= shard.readAhead)
            shard.readAhead = std::max(least, std::min<std::size_t>(10'000, 2 * shard.readAhead));
        // Keys fall unevenly: while one lane lacks a full next batch, the others must not hold it up.
        std::size_t most = shard.readAhead;
        if (shard.lanes.size() > 1
            && std::any_of(shard.lanes.begin(), shard.lanes.end(),
                           [&](const BatchLane& lane) { return lane.size() < 2 * mapping.batchSize; }))
            most = std::max(most, std::min<std::size_t>(10'000, held + least / 2));
        if (held >= most) {
            fn().timers.arm(t + shard.poller.backToBack, alarmId(Alarm::Poll, m, s));
            return;
        }
        shard.askedAt = t;
        const auto wanted = static_cast<std::uint32_t>(std::min<std::size_t>(10'000, most - held));
        emit.send(mapping.connection, t, shard.poller.ask(t, fn().origin, wanted));
    }
    template <class Emit>
    void polled(SimTime t, const Reply& r, Emit& emit)
    {
        const auto found = std::find_if(mappings.begin(), mappings.end(),
                                        [&](const Mapping& m) { return m.connection == r.call.connection; });
        const auto m = static_cast<std::uint32_t>(found - mappings.begin());
        const std::uint32_t s = r.call.slot;
        ShardMapping& shard = found->shards[s];
        shard.more = r.outcome == Outcome::Done && r.more;
        double bytes = 0;
        if (found->rules.own && r.members)
            for (const Member& member : emit.spans().members(r.members))
                bytes += member.bytes;
        found->bytesSeen += bytes;
        fn().timers.arm(std::max(shard.poller.nextPoll(t, shard.askedAt, r), t + found->pauseAfter(bytes)),
                        alarmId(Alarm::Poll, m, s));
        if (!r.members)
            return;
        if (found->passShare >= 1 && fn().poisons.empty() && shard.lanes.size() == 1)
            takeAll(shard.lanes.front(), r.members, emit);
        else
            sortOut(m, s, r.members, emit);
        fn().meter.peak(static_cast<double>(buffered + fn().asyncWaiting.openCount()));
        for (std::uint32_t lane = 0; lane < shard.lanes.size(); ++lane)
            tryBatch(t, m, s, lane, emit);
    }
    /// Everything read is for one lane: an empty one takes it over as it is.
    template <class Emit>
    void takeAll(BatchLane& lane, SpanRef read, Emit& emit)
    {
        const std::vector<Member>& members = emit.spans().members(read);
        buffered += members.size();
        if (lane.buffer.empty())
            return emit.spans().moveOut(read, lane.buffer);
        lane.buffer.insert(lane.buffer.end(), members.begin(), members.end());
        emit.spans().release(read);
    }
    /// Each record that passes goes to the lane of its key.
    template <class Emit>
    void sortOut(std::uint32_t m, std::uint32_t s, SpanRef read, Emit& emit)
    {
        ShardMapping& shard = mappings[m].shards[s];
        for (const Member& member : emit.spans().members(read)) {
            if (mappings[m].passShare < 1 && fn().filterDraws.at(member.id) >= mappings[m].passShare) {
                ++fn().figures.filtered;
                ++fn().meter.units.filtered;
                emit.gone(member.born);
                continue;
            }
            for (Poison& poison : fn().poisons) {
                if (m == poison.name % mappings.size() && s == mix64(poison.name) % mappings[m].shards.size()
                    && poison.takes(member.id, member.born))
                    break;
            }
            shard.lanes[laneInShard(member.key, shard.lanes.size())].buffer.push_back(member);
            ++buffered;
        }
        emit.spans().release(read);
    }
    /// Starts the lane's next batch if it is full, or its window is over.
    template <class Emit>
    void tryBatch(SimTime t, std::uint32_t m, std::uint32_t s, std::uint32_t l, Emit& emit)
    {
        Mapping& mapping = mappings[m];
        BatchLane& lane = mapping.shards[s].lanes[l];
        if (lane.busy || lane.waiting || lane.size() == 0 || t < lane.pausedUntil)
            return;
        std::size_t count = 0;
        std::uint64_t bytes = 0;
        const std::size_t most = lane.retrySize > 0 ? lane.retrySize : mapping.batchSize;
        bool full = false;
        while (lane.head + count < lane.buffer.size() && !full) {
            bytes += lane.buffer[lane.head + count].bytes;
            ++count;
            full = count >= most || bytes >= mapping.payload;
        }
        const SimTime deadline = lane.buffer[lane.head].arrived + mapping.window;
        if (!full && t < deadline && lane.failures == 0) {
            if (lane.windowArmed != deadline) {
                lane.windowArmed = deadline;
                fn().timers.arm(deadline, alarmId(Alarm::Window, m, s << 8 | l));
            }
            return;
        }
        if (mapping.isFull()) {  // the end of one of its batches wakes it
            lane.waiting = true;
            waitingLanes.push_back({m, s, l});
            return;
        }
        const MessageId first = lane.buffer[lane.head].id;
        const auto taken = fn().faults.down ? std::nullopt : fn().takeEnvironment(t, first);
        if (!taken) {
            ++fn().figures.waitsForConcurrency;
            lane.waiting = true;
            waitingLanes.push_back({m, s, l});
            if (fn().environments.busy() == 0 || fn().faults.down
                || fn().environments.refusedByScaling() > 0)  // nobody's end would wake it
                fn().timers.arm(t + std::chrono::milliseconds{100}, alarmId(Alarm::Window, m, s << 8 | l));
            return;
        }
        Invocation run;
        run.kind = Invocation::Kind::Mapped;
        run.mapping = m;
        run.shard = s;
        run.lane = l;
        run.members = emit.spans().create();
        std::vector<Member>& members = emit.spans().members(run.members);
        members.assign(lane.buffer.begin() + static_cast<std::ptrdiff_t>(lane.head),
                       lane.buffer.begin() + static_cast<std::ptrdiff_t>(lane.head + count));
        run.records = static_cast<std::uint32_t>(count);
        run.bytes = bytes;
        run.arrived = members.front().arrived;
        run.waitedFor = lane.failures > 0 ? TimePart::Retry : TimePart::BufferWait;
        run.resumed = lane.failures > 0 ? lane.failedAt : kSimStart;
        run.request.id = first;
        run.request.id.attempt = static_cast<std::uint8_t>(std::min(lane.failures, 255));
        run.request.born = members.front().born;
        mapping.setBusy(t, lane, true);
        lane.windowArmed = kNever;
        fn().meter.offered(t, count, lane.failures > 0);
        fn().meter.accepted(count);
        fn().begin(t, *taken, std::move(run), emit);
    }
    void dropTaken(BatchLane& lane, std::size_t count)
    {
        lane.head += count;
        buffered -= count;
        if (lane.head == lane.buffer.size()) {
            // A lane is empty most of the time between two reads, and there may be thousands of them.
            if (lane.buffer.capacity() > BatchLane::kKeptRoom)
                std::vector<Member>{}.swap(lane.buffer);
            lane.buffer.clear();
            lane.head = 0;
        } else if (lane.head > 4096 && lane.head * 2 > lane.buffer.size()) {
            lane.buffer.erase(lane.buffer.begin(),
                              lane.buffer.begin() + static_cast<std::ptrdiff_t>(lane.head));
            lane.head = 0;
        }
    }
    template <class Emit>
    void endMapped(SimTime t, const Invocation& run, Emit& emit)
    {
        Mapping& mapping = mappings[run.mapping];
        BatchLane& lane = mapping.shards[run.shard].lanes[run.lane];
        mapping.setBusy(t, lane, false);
        bool giveUp = false;
        if (run.failed) {
            if (lane.failures++ == 0)
                lane.failingSince = t;
            // Source: https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-parameters.html
            lane.tries += mapping.bisect && run.records > 1 ? 0 : 1;
            giveUp = mapping.attempts >= 0 && lane.tries > mapping.attempts;
            lane.retrySize = mapping.bisect ? (run.records + 1) / 2 : run.records;
            fn().figures.mappingRetries += giveUp ? 0 : 1;
            lane.failedAt = t;
            if (!giveUp)
                fn().lostRun(t, run, emit);
        }
        if (!run.failed)
            mapping.runSeconds = seconds(t - run.started);
        if (!run.failed || giveUp) {
            dropTaken(lane, run.records);
            if (lane.failures > 0)
                mapping.blockedSeconds += seconds(t - lane.failingSince);
            lane.failures = 0;
            lane.tries = 0;
            lane.retrySize = 0;
            if (!giveUp)
                fn().meter.units.done += run.records;
            else
                fn().discardBatch(t, run, emit);
            if (giveUp)
                fn().eachMember(run, emit, [&](const MessageId&, SimTime, SimTime born) { emit.gone(born); });
        }
        emit.spans().release(run.members);
        if (lane.failures > 0) {
            lane.pausedUntil = t + fromSeconds(LanePlay::kPauseSeconds);
            fn().timers.arm(lane.pausedUntil, alarmId(Alarm::Window, run.mapping, run.shard << 8 | run.lane));
        } else {
            tryBatch(t, run.mapping, run.shard, run.lane, emit);
        }
    }
    template <class Emit>
    void wakeLanes(SimTime t, Emit& emit)
    {
        // Those of a mapping whose pollers are all at work stay where they are.
        std::size_t stays = 0;
        while (stays < waitingLanes.size() && fn().environments.busy() < fn().concurrency()) {
            const WaitingLane next = waitingLanes[stays];
            BatchLane& lane = mappings[next.mapping].shards[next.shard].lanes[next.lane];
            if (lane.waiting && mappings[next.mapping].isFull()) {
                ++stays;
                continue;
            }
            waitingLanes.erase(waitingLanes.begin() + static_cast<std::ptrdiff_t>(stays));
            if (!lane.waiting)
                continue;
            lane.waiting = false;
            tryBatch(t, next.mapping, next.shard, next.lane, emit);
            if (lane.waiting)
                return;
        }
    }
    /// Each poller at its own phase again.
    void resumePolling(SimTime t)
    {
        for (std::uint32_t m = 0; m < mappings.size(); ++m) {
            for (std::uint32_t s = 0; s < mappings[m].shards.size(); ++s) {
                ShardMapping& shard = mappings[m].shards[s];
                if (shard.parked)
                    fn().timers.arm(t + (shard.poller.firstPoll(fn().phase) - kSimStart),
                                    alarmId(Alarm::Poll, m, s));
                shard.parked = false;
            }
        }
    }

    template <class Emit>
    void windowOver(SimTime t, std::uint32_t m, std::uint32_t s, std::uint32_t l, Emit& emit)
    {
        mappings[m].shards[s].lanes[l].waiting = false;
        tryBatch(t, m, s, l, emit);
    }
    /// Time that lanes spent, or still spend at the `end`, behind a batch that fails again and again.
    double blockedUntil(SimTime end) const
    {
        double blocked = 0;
        for (const Mapping& mapping : mappings) {
            blocked += mapping.blockedSeconds;
            for (const ShardMapping& shard : mapping.shards) {
                for (const BatchLane& lane : shard.lanes)
                    blocked += lane.failures > 0 ? seconds(end - lane.failingSince) : 0;
            }
        }
        return blocked;
    }
    /// Records in the lanes, and the age of the oldest.
    void addWaiting(SimTime t, double& backlog, double& ageSeconds) const
    {
        for (const Mapping& mapping : mappings) {
            for (const ShardMapping& shard : mapping.shards) {
                for (const BatchLane& lane : shard.lanes) {
                    backlog += static_cast<double>(lane.size());
                    if (lane.size() > 0)
                        ageSeconds = std::max(ageSeconds, seconds(t - lane.buffer[lane.head].arrived));
                }
            }
        }
    }
    /// A running batch is still in its lane.
    std::uint64_t inLanes() const
    {
        std::uint64_t records = 0;
        for (const Mapping& mapping : mappings) {
            for (const ShardMapping& shard : mapping.shards) {
                for (const BatchLane& lane : shard.lanes)
                    records += lane.size();
            }
        }
        return records;
    }

    std::vector<Mapping> mappings;
    std::uint64_t buffered = 0;  ///< records in the lanes of all mappings

private:
    struct WaitingLane {
        std::uint32_t mapping, shard, lane;
    };
    std::deque<WaitingLane> waitingLanes;
    Fn& fn() { return static_cast<Fn&>(*this); }
    const Fn& fn() const { return static_cast<const Fn&>(*this); }
};

}  // namespace plimsoll::function_node
