// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/stream.h"

namespace plimsoll {

namespace {

struct Shard {
    TokenBucket bytes, records;
    std::uint64_t recordDemand = 0, byteDemand = 0;
};

struct StreamNode : NodeBase {
    explicit StreamNode(StreamConfig c) : config{std::move(c)} {}

    template <class Emit>
    void start(Emit&)
    {}

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        if (m.operation == Operation::Pull)
            return faults.down ? readers.fail(t, m, emit) : readers.pull(t, m, meter, emit);
        meter.offered(t, m.records, m.id.attempt > 0);
        const SimTime ack = t
                            + Duration{static_cast<std::int64_t>(
                                static_cast<double>(config.putLatency.count()) * faults.slow + 0.5)};
        Reply reply{.call = {},
                    .id = m.id,
                    .outcome = Outcome::Done,
                    .more = false,
                    .members = {},
                    .bytes = 0,
                    .sent = m.sent,
                    .units = 0};
        if (!m.members) {
            reply.outcome = put(t, ack, Member{m.id, m.born, t, m.key, static_cast<std::uint32_t>(m.bytes)},
                                m.carriesUnit, emit);
            if (reply.outcome != Outcome::Done)
                return emit.refuse(ack, m, reply.outcome);  // it costs the round trip all the same
            meter.abandoned(ack, m.deadline, 1);
            if (m.replyTo.slot == CallToken::kUnattended && ack <= emit.horizon())
                emit.entered(m.replyTo.connection, m.born);
        } else {
            // Each record of a batch succeeds or fails alone; the refused ones go back to the caller.
            SpanRef refused = emit.spans().create();
            for (const Member& member : emit.spans().members(m.members)) {
                if (put(t, ack, Member{member.id, member.born, t, member.key, member.bytes}, m.carriesUnit,
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
        emit.answer(ack, m.replyTo, reply);
    }

    void prefetch(const Message& m) const { places.prefetch(m.key); }

    template <class Emit>
    Outcome put(SimTime t, SimTime ack, Member member, bool carriesUnit, Emit& emit)
    {
        const bool fails = faults.down || (faults.errors > 0 && errorDraws.at(member.id) < faults.errors);
        if (fails || member.bytes > config.largestRecord) {
            meter.rejected(t, 1);
            return fails ? Outcome::Failed : Outcome::Rejected;
        }
        const std::uint32_t lane = places.laneOf(member.key, static_cast<std::uint32_t>(shards.size()));
        Shard& shard = shards[lane];
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
        member.arrived = ack;
        if (readers.consumers() > 0) {
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
    void timer(SimTime, std::uint64_t, Emit&)
    {}
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
        out.component.facts.emplace_back("GetRecords calls", static_cast<double>(readers.readCalls()));
        if (config.finish)
            config.finish(done, out);
    }

    StreamConfig config;
    std::vector<Shard> shards;
    LaneConsumers readers;
    LaneTable places;
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
    node->errorDraws = context.draws(Purpose::Error);
    const StreamConfig& c = node->config;
    for (std::size_t shard = 0; shard < c.shards; ++shard)
        node->shards.push_back({TokenBucket{c.bytesPerShard, c.bytesPerShard},
                                TokenBucket{c.recordsPerShard, c.recordsPerShard}, 0, 0});
    node->readers.open(context, c.shards, c.read);
    return makeNode(std::move(node));
}

}  // namespace plimsoll
