// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/stream/stream.h"

#include "simulator/families/shared/capacity_track.h"

namespace plimsoll {

namespace {

struct Shard {
    TokenBucket bytes, records;
    std::uint64_t recordDemand = 0, byteDemand = 0;
};

struct StreamNode : NodeBase {
    static constexpr std::uint64_t kTick = 0, kSplit = 1;

    explicit StreamNode(StreamConfig c) : config{std::move(c)} {}

    template <class Emit>
    void start(Emit&)
    {
        track.set(kSimStart, static_cast<double>(shards.size()));
        if (config.scaling)
            timers.arm(kSimStart + config.scaling->period, kTick);
    }

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        if (m.operation == Operation::Pull)
            return faults.down ? readers.fail(t, m, emit) : readers.pull(t, m, meter, emit);
        meter.offered(t, m.records, m.id.attempt > 0);
        const SimTime ack = t
                            + Duration{static_cast<std::int64_t>(
                                static_cast<double>(config.putLatency.count()) * faults.slow + 0.5)};
        if (!m.members) {
            const Outcome outcome =
                put(t, ack, Member{m.id, m.born, ack, m.key, static_cast<std::uint32_t>(m.bytes)},
                    m.carriesUnit, emit);
            if (outcome != Outcome::Done)
                return emit.refuse(ack, m, outcome);  // it costs the round trip all the same
            meter.abandoned(ack, m.deadline, 1);
            if (m.replyTo.slot == CallToken::kUnattended && ack <= emit.horizon())
                emit.entered(m.replyTo.connection, m.born);
        } else {
            // Each record of a batch succeeds or fails alone; the refused ones go back to the caller.
            SpanRef refused = emit.spans().create();
            for (const Member& member : emit.spans().members(m.members)) {
                if (put(t, ack, Member{member.id, member.born, ack, member.key, member.bytes}, m.carriesUnit,
                        emit)
                    != Outcome::Done)
                    emit.spans().members(refused).push_back(member);
            }
            meter.abandoned(ack, m.deadline, m.records - emit.spans().members(refused).size());
            emit.spans().release(m.members);
            if (!emit.spans().members(refused).empty())
                return emit.refuse(ack, m, Outcome::Throttled, refused);
            emit.spans().release(refused);
        }
        emit.done(ack, m);
    }

    void prefetch(const Message& m) const { places.prefetch(m.key); }

    template <class Emit>
    Outcome put(SimTime t, SimTime ack, const Member& member, bool carriesUnit, Emit& emit)
    {
        const bool fails = faults.down || (faults.errors > 0 && errorDraws.at(member.id) < faults.errors);
        if (fails || member.bytes > config.largestRecord) {
            meter.rejected(t, 1);
            return fails ? Outcome::Failed : Outcome::Rejected;
        }
        const std::uint32_t place = places.laneOf(member.key, static_cast<std::uint32_t>(shards.size()));
        Shard& shard = shards[place];
        const auto bytes = static_cast<double>(member.bytes);
        ++shard.recordDemand;
        shard.byteDemand += member.bytes;
        figures.recordUse.add(t, 1);
        figures.byteUse.add(t, bytes);
        // Both quotas must have room before either is charged: a refused put costs nothing.
        const bool recordRoom = shard.records.has(1, t);
        const bool byteRoom = shard.bytes.has(bytes, t);
        if (!recordRoom || !byteRoom) {
            ++(recordRoom ? figures.bytesRefused : figures.recordsRefused);
            meter.throttled(t, 1);
            return Outcome::Throttled;
        }
        shard.records.take(1);
        shard.bytes.take(bytes);
        meter.accepted(1);
        meter.completed(ack, 1, ack - t);
        emit.spent(meter, member.id, TimePart::Service, t, ack);
        ++figures.records;
        figures.bytes += member.bytes;
        figures.payloadUnits += (member.bytes + 25 * 1024 - 1) / (25 * 1024);
        figures.roundedKilobytes += (member.bytes + 1023) / 1024;
        if (readers.consumers() > 0) {
            // The children of a shard are read where the parent was, so a key's records stay in order.
            const std::uint32_t lane = shards.size() == lanes ? place : parents.laneOf(member.key, lanes);
            readers.store(lane, member, carriesUnit, meter, emit);
        } else if (carriesUnit) {
            if (ack <= meter.horizon())
                ++meter.units.done;
            else
                ++unitsAfterEnd;
        }
        emit.readable(meter, ack, member.id, member.born);
        return Outcome::Done;
    }

    template <class Emit>
    void reply(SimTime, const Reply&, Emit&)
    {}
    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit&)
    {
        if (id == kSplit) {
            if (controller.applyDue(t))
                split(t, static_cast<std::size_t>(controller.capacity() + 0.5));
            return;
        }
        // The load is what was stored: what is refused raises no peak.
        const double span = seconds(config.scaling->period);
        const double records = static_cast<double>(figures.records - recordsBefore) / span;
        const double bytes = static_cast<double>(figures.bytes - bytesBefore) / span;
        recordsBefore = figures.records;
        bytesBefore = figures.bytes;
        const SimTime due =
            controller.sample(t, std::max(records / config.recordsPerShard, bytes / config.bytesPerShard));
        if (due != kNever)
            timers.arm(due, kSplit);
        timers.arm(t + config.scaling->period, kTick);
    }
    /// The hash range is cut into more equal parts. Each takes over the credit, and what is known of the demand, of the
    /// shard it came from.
    void split(SimTime t, std::size_t count)
    {
        const std::size_t before = shards.size();
        if (count <= before)
            return;
        std::vector<std::uint64_t> children(before, 0);
        for (std::size_t at = 0; at < count; ++at)
            ++children[at * before / count];
        std::vector<Shard> parts;
        for (std::size_t at = 0; at < count; ++at) {
            const std::size_t parent = at * before / count;
            Shard& part = parts.emplace_back(shards[parent]);
            part.recordDemand /= children[parent];
            part.byteDemand /= children[parent];
        }
        shards = std::move(parts);
        readers.setReadRate(t, static_cast<double>(count) / static_cast<double>(lanes));
        track.set(t, static_cast<double>(count));
    }
    template <class Emit>
    void control(SimTime t, const Control& c, Emit&)
    {
        faults.apply(c);
        for (Shard& shard : shards) {
            shard.records.setRate(config.recordsPerShard * faults.capacity,
                                  config.recordsPerShard * faults.capacity, t);
            shard.bytes.setRate(config.bytesPerShard * faults.capacity,
                                config.bytesPerShard * faults.capacity, t);
        }
    }
    void sample(SimTime t) { readers.sample(t, meter); }
    Duration leastAnswer() const { return faults.shortest(config.putLatency); }
    Duration leastPullAnswer() const { return readers.leastAnswer(); }
    bool attends(std::uint32_t) const { return false; }
    bool sends(std::uint32_t) const { return false; }
    std::uint64_t resident() const { return 0; }
    std::uint64_t unitsInFlight() const { return readers.residentUnits() + unitsAfterEnd; }
    void report(NodeReport& out) const
    {
        StreamFigures done = figures;
        done.seconds = out.seconds;
        done.shards = shards.size();
        done.meanShards = track.meanUntil(SimTime{fromSeconds(out.seconds)});
        std::uint64_t allRecords = 0, allBytes = 0, mostRecords = 0, mostBytes = 0;
        for (const Shard& shard : shards) {
            allRecords += shard.recordDemand;
            allBytes += shard.byteDemand;
            mostRecords = std::max(mostRecords, shard.recordDemand);
            mostBytes = std::max(mostBytes, shard.byteDemand);
        }
        done.busiestRecordShare =
            allRecords ? static_cast<double>(mostRecords) / static_cast<double>(allRecords) : 0;
        done.busiestByteShare = allBytes ? static_cast<double>(mostBytes) / static_cast<double>(allBytes) : 0;
        done.bytesRead = readers.bytesRead();
        done.enhancedBytesRead = readers.enhancedBytesRead();
        done.enhancedConsumers = readers.enhancedConsumers();
        done.readsRefused = readers.readsRefused();
        out.component.consumers = readers.counts();
        out.component.facts.emplace_back("getrecords-calls", "GetRecords calls", Aggregation::Sum,
                                         static_cast<double>(readers.readCalls()));
        if (config.scaling)
            reportScaling(controller, track, "shards", out.seconds, out.component);
        if (config.finish)
            config.finish(done, out);
    }

    StreamConfig config;
    std::vector<Shard> shards;
    std::uint32_t lanes = 1;  ///< shards there were at the start: what readers know of
    ScalingController controller;
    CapacityTrack track;
    std::uint64_t recordsBefore = 0, bytesBefore = 0;
    LaneConsumers readers;
    LaneTable places, parents;
    DrawKey errorDraws;
    StreamFigures figures;
    std::uint64_t unitsAfterEnd = 0;
};

}  // namespace

NodeHandle makeStream(StreamConfig config, const NodeContext& context)
{
    auto node = std::make_unique<StreamNode>(std::move(config));
    node->meter = context.meter();
    node->places = LaneTable{context.keyHashes};
    node->parents = LaneTable{context.keyHashes};
    node->errorDraws = context.draws(Purpose::Error);
    const StreamConfig& c = node->config;
    for (std::size_t shard = 0; shard < c.shards; ++shard)
        node->shards.push_back({TokenBucket{c.bytesPerShard, c.bytesPerShard},
                                TokenBucket{c.recordsPerShard, c.recordsPerShard}, 0, 0});
    node->lanes = static_cast<std::uint32_t>(c.shards);
    node->track = CapacityTrack{context.binSeconds, context.bins};
    if (c.scaling)
        node->controller = ScalingController{*c.scaling, static_cast<double>(c.shards)};
    node->readers.open(context, c.shards, c.read);
    return makeNode(std::move(node));
}

}  // namespace plimsoll
