// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/stream/stream.h"

#include "simulator/families/shared/capacity_track.h"
#include "simulator/families/shared/put_records.h"

#include <cmath>

namespace plimsoll {

namespace {

struct Shard {
    TokenBucket bytes, records;
    std::uint64_t recordDemand = 0, byteDemand = 0, refused = 0;  ///< since the shards were split last
};

struct StreamNode : NodeBase {
    static constexpr std::uint64_t kTick = 0, kSplit = 1;

    StreamNode(StreamConfig c, BillOf<StreamLoad> b) : config{std::move(c)}, bill{std::move(b)} {}

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
        const SimTime ack = t
                            + Duration{static_cast<std::int64_t>(
                                config.putLatency.drawFor(m.id, latencies) * faults.slow + 0.5)};
        verdicts.clear();
        if (config.packedBytes > 0 && m.members)
            pack(t, emit.spans().members(m.members));
        std::size_t at = 0;
        putRecords(t, m, meter, emit, [&](Member member) {
            member.arrived = ack;
            const std::uint32_t place = placeOf(member);
            Outcome outcome = at < verdicts.size() ? verdicts[at++] : outcomeOf(member);
            if (outcome == Outcome::Done && verdicts.empty())
                outcome = admit(t, place, member.bytes, 1);
            if (outcome == Outcome::Done)
                store(t, ack, place, member, m.carriesUnit, emit);
            else if (outcome == Outcome::Throttled)
                meter.throttled(t, 1);
            else
                meter.rejected(t, 1);
            return PutAnswer{outcome, ack};
        });
    }

    bool takesRuns() const { return !faults.down && faults.errors <= 0; }
    /// Puts of single records by the column; what readers ask, and packs, one by one.
    template <class Emit>
    void acceptRun(RequestRun run, Emit& emit)
    {
        for (const Lane<Message>::Entry* entry : run)
            prefetch(entry->payload);
        eachStretch(
            run,
            [&](const Message& m) {
                return m.operation != Operation::Pull && !m.members && m.bytes <= config.largestRecord;
            },
            [&](RequestRun stretch) {
                return putColumn(stretch, column, config.putLatency, latencies, faults.slow, meter, emit,
                                 [&](std::size_t n, SimTime t, const Member& member) {
                                     const std::uint32_t place = placeOf(member);
                                     if (admit(t, place, member.bytes, 1) != Outcome::Done)
                                         return false;
                                     keep(place, member, stretch[n]->payload.carriesUnit, emit);
                                     return true;
                                 });
            },
            [&](const Lane<Message>::Entry& entry) {
                emit.setNow(entry.time);
                accept(SimTime{Duration{entry.time}}, entry.payload, emit);
            });
    }

    std::uint32_t placeOf(const Member& member)
    {
        return places.laneOf(member.key, static_cast<std::uint32_t>(shards.size()));
    }
    /// Whether a record can be taken at all.
    Outcome outcomeOf(const Member& member)
    {
        if (faults.down || (faults.errors > 0 && errorDraws.at(member.id) < faults.errors))
            return Outcome::Failed;
        return member.bytes > config.largestRecord ? Outcome::Rejected : Outcome::Done;
    }
    /// What the records of a put make together for each shard is taken or refused as one; fills `verdicts` in their order.
    void pack(SimTime t, const std::vector<Member>& members)
    {
        struct Pack {
            std::uint32_t place = 0;
            std::uint64_t bytes = 0;
            std::vector<std::size_t> members;
        };
        std::vector<Pack> packs;
        std::vector<std::size_t> last(shards.size(), ~std::size_t{0});  // of each shard
        for (std::size_t n = 0; n < members.size(); ++n) {
            verdicts.push_back(outcomeOf(members[n]));
            if (verdicts.back() != Outcome::Done)
                continue;
            const std::uint32_t place = placeOf(members[n]);
            const bool fits =
                last[place] < packs.size()
                && static_cast<double>(packs[last[place]].bytes + members[n].bytes) <= config.packedBytes;
            if (!fits) {
                last[place] = packs.size();
                packs.push_back({place, 0, {}});
            }
            packs[last[place]].bytes += members[n].bytes;
            packs[last[place]].members.push_back(n);
        }
        for (const Pack& each : packs) {
            const Outcome outcome = admit(t, each.place, each.bytes, each.members.size());
            for (const std::size_t n : each.members)
                verdicts[n] = outcome;
        }
    }
    /// One record, packed of so many or not, into a shard.
    Outcome admit(SimTime t, std::uint32_t place, std::uint64_t recordBytes, std::uint64_t packed)
    {
        Shard& shard = shards[place];
        const auto size = static_cast<double>(recordBytes);
        ++shard.recordDemand;
        shard.byteDemand += recordBytes;
        recordUse.add(t, 1);
        byteUse.add(t, size);
        // Both quotas must have room before either is charged: a refused put costs nothing.
        const bool recordRoom = shard.records.has(1, t);
        const bool byteRoom = shard.bytes.has(size, t);
        if (!recordRoom || !byteRoom) {
            (recordRoom ? bytesRefused : recordsRefused) += packed;
            ++shard.refused;
            return Outcome::Throttled;
        }
        shard.records.take(1);
        shard.bytes.take(size);
        ++records;
        bytes += recordBytes;
        steps += std::max<std::uint64_t>(1, static_cast<std::uint64_t>(std::ceil(size / config.stepBytes)));
        return Outcome::Done;
    }

    void prefetch(const Message& m) const { places.prefetch(m.key); }

    template <class Emit>
    void store(SimTime t, SimTime ack, std::uint32_t place, const Member& member, bool carriesUnit,
               Emit& emit)
    {
        meter.accepted(1);
        meter.completed(ack, 1, ack - t);
        emit.spent(meter, member.id, TimePart::Service, t, ack);
        keep(place, member, carriesUnit, emit);
        emit.readable(meter, ack, member.id, member.born);
    }
    template <class Emit>
    void keep(std::uint32_t place, const Member& member, bool carriesUnit, Emit& emit)
    {
        // Shards that a load splits are read where the parent was, so a key's records stay in order.
        readers.keep(shards.size() <= lanes ? place : parents.laneOf(member.key, lanes), member, carriesUnit,
                     meter, emit);
    }

    template <class Emit>
    void reply(SimTime, const Reply&, Emit&)
    {}
    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit&)
    {
        if (id == kSplit) {
            if (const std::size_t before = shards.size(); controller.applyDue(t)) {
                split(t, std::max(before, static_cast<std::size_t>(controller.capacity() + 0.5)));
                readers.setReadRate(t, static_cast<double>(shards.size()) / static_cast<double>(lanes));
            }
            return;
        }
        // The load is what was stored: what is refused raises no peak.
        const double span = seconds(config.scaling->period);
        const double recordRate = static_cast<double>(records - recordsBefore) / span;
        const double byteRate = static_cast<double>(bytes - bytesBefore) / span;
        recordsBefore = records;
        bytesBefore = bytes;
        const SimTime due = controller.sample(
            t, std::max(recordRate / config.records.perUnit, byteRate / config.bytes.perUnit));
        if (due != kNever)
            timers.arm(due, kSplit);
        timers.arm(t + config.scaling->period, kTick);
    }
    /// The hash range is cut into so many equal parts. Each takes over the credit of the shard it came from.
    void split(SimTime t, std::size_t count)
    {
        const std::size_t before = shards.size();
        if (count == before)
            return;
        closeEpoch();
        splitAt = t;
        std::vector<Shard> parts;
        for (std::size_t at = 0; at < count; ++at)
            parts.push_back(shards[at * before / count]);
        shards = std::move(parts);
        track.set(t, static_cast<double>(count));
    }
    /// UpdateShardCount is done: parents take no more, and their children are read when the parents are.
    void reshard(SimTime t, const StreamConfig& next)
    {
        readers.reshard(static_cast<std::uint32_t>(shards.size()), static_cast<std::uint32_t>(next.shards));
        split(t, next.shards);
    }
    /// The busiest shard's demand is that of the busiest one between two splits, summed over them.
    double busiest(std::uint64_t Shard::*demand) const
    {
        std::uint64_t most = 0;
        for (const Shard& shard : shards)
            most = std::max(most, shard.*demand);
        return static_cast<double>(most);
    }
    void closeEpoch()
    {
        busiestRecords += busiest(&Shard::recordDemand);
        busiestBytes += busiest(&Shard::byteDemand);
        for (Shard& shard : shards)
            shard.recordDemand = shard.byteDemand = shard.refused = 0;
    }
    template <class Emit>
    void control(SimTime t, const Control& c, Emit&)
    {
        if (c.kind == Control::Kind::Changed)
            return reshard(t, config.later[static_cast<std::size_t>(c.factor)]);
        if (c.kind == Control::Kind::Replay)
            return readers.replay(t, SimTime{fromSeconds(c.factor)}, c.name, meter);
        faults.apply(c);
        const double recordRate = config.records.perUnit * faults.capacity;
        const double byteRate = config.bytes.perUnit * faults.capacity;
        for (Shard& shard : shards) {
            shard.records.setRate(recordRate, recordRate, t);
            shard.bytes.setRate(byteRate, byteRate, t);
        }
    }
    void sample(SimTime t) { readers.sample(t, meter); }
    Duration leastAnswer() const { return faults.shortest(config.putLatency.least()); }
    Duration leastPullAnswer() const { return readers.leastAnswer(); }
    bool attends(std::uint32_t) const { return false; }
    bool sends(std::uint32_t) const { return false; }
    std::uint64_t resident() const { return 0; }
    std::uint64_t unitsInFlight() const { return readers.residentUnits() + readers.unitsAfterEnd(); }
    void report(NodeReport& out) const
    {
        const double s = std::max(out.seconds, 1e-9);
        out.component.consumers = readers.counts();
        readers.reportReplays(out.component);
        out.component.facts.emplace_back("getrecords-calls", "GetRecords calls", Aggregation::Sum,
                                         static_cast<double>(readers.readCalls()));
        if (config.scaling)
            reportScaling(controller, track, "shards", out.seconds, out.component);
        else if (!config.later.empty())
            reportCapacity(track, "capacity", "shards", out.seconds, out.component);
        const StreamUse use = useOver(s);
        std::vector<LimitUse> limits = limitsOf(config, use);
        // In the order of limitsOf().
        std::vector<const RateUse*> demands{&recordUse, &byteUse};
        if (use.shared)
            demands.insert(demands.end(), {&readers.sharedUse().bytes, &readers.sharedUse().calls});
        if (use.enhanced)
            demands.push_back(&readers.enhancedUse().bytes);
        for (std::size_t row = 0; row < limits.size(); ++row)
            out.component.limits.push_back(withParts(std::move(limits[row]), *demands[row], track.use(), s));
        describeLanes(out.component, s);
        bill({.shards = use.shards,
              .records = static_cast<double>(records) / s,
              .bytes = static_cast<double>(bytes) / s,
              .steps = static_cast<double>(steps) / s,
              .sharedBytesRead = readers.sharedUse().bytes.total() / s,
              .enhancedBytesRead = readers.enhancedUse().bytes.total() / s,
              .enhancedConsumers = static_cast<double>(readers.enhancedConsumers())},
             out);
    }
    /// Of the shards there are at the end, since they were split last.
    void describeLanes(ComponentReport& component, double s) const
    {
        const double length = std::max(1e-9, s - seconds(splitAt - kSimStart));
        for (std::size_t at = 0; at < std::min(shards.size(), kMostLanesShown); ++at) {
            const Shard& shard = shards[at];
            const auto asked = static_cast<double>(shard.recordDemand);
            const auto size = static_cast<double>(shard.byteDemand);
            component.lanes.push_back(
                {"shard " + std::to_string(at + 1) + " of " + std::to_string(shards.size()), asked,
                 static_cast<double>(shard.refused), size,
                 std::max(asked / config.records.perUnit, size / config.bytes.perUnit) / length});
        }
    }
    StreamUse useOver(double s) const
    {
        const auto share = [](double part, double all) { return all > 0 ? part / all : 0; };
        const LaneConsumers::Use& shared = readers.sharedUse();
        const LaneConsumers::Use& pushed = readers.enhancedUse();
        const auto enhanced = static_cast<double>(readers.enhancedConsumers());
        StreamUse use{.shards = track.meanUntil(SimTime{fromSeconds(s)}),
                      .records = recordUse.total() / s,
                      .bytes = byteUse.total() / s,
                      .recordPeak = recordUse.peak(),
                      .bytePeak = byteUse.peak(),
                      .busiestRecordShare =
                          share(busiestRecords + busiest(&Shard::recordDemand), recordUse.total()),
                      .busiestByteShare = share(busiestBytes + busiest(&Shard::byteDemand), byteUse.total()),
                      .recordsRefused = static_cast<double>(recordsRefused),
                      .bytesRefused = static_cast<double>(bytesRefused),
                      .shared = readers.consumers() > readers.enhancedConsumers(),
                      .enhanced = readers.enhancedConsumers() > 0};
        use.readBytes = shared.bytes.total() / s;
        use.readBytePeak = shared.bytes.peak();
        use.readCalls = shared.calls.total() / s;
        use.readCallPeak = shared.calls.peak();
        use.readBytesRefused = static_cast<double>(shared.refusedByBytes);
        use.readCallsRefused = static_cast<double>(shared.refusedByCalls);
        use.pushedBytes = share(pushed.bytes.total() / s, enhanced);
        use.pushedBytePeak = share(pushed.bytes.peak(), enhanced);
        use.pushesRefused = static_cast<double>(pushed.refusedByBytes);
        return use;
    }

    MessageColumn column;  ///< what is put at present
    StreamConfig config;
    BillOf<StreamLoad> bill;
    std::vector<Shard> shards;
    std::uint32_t lanes = 1;  ///< that readers know of: shards at the start, or the most there are to be
    ScalingController controller;
    CapacityTrack track;
    std::uint64_t recordsBefore = 0, bytesBefore = 0;
    LaneConsumers readers;
    LaneTable places, parents;
    DrawKey latencies, errorDraws;
    std::uint64_t records = 0, bytes = 0, steps = 0;  ///< stored
    std::uint64_t recordsRefused = 0, bytesRefused = 0;
    RateUse recordUse, byteUse;
    std::vector<Outcome> verdicts;  ///< of the records of a put that are packed
    double busiestRecords = 0, busiestBytes = 0;
    SimTime splitAt = kSimStart;
};

}  // namespace

NodeHandle StreamFamily::makeNode(StreamConfig config, const NodeContext& context, BillOf<StreamLoad> bill)
{
    auto node = std::make_unique<StreamNode>(std::move(config), std::move(bill));
    node->meter = context.meter();
    node->places = LaneTable{context.keyHashes};
    node->parents = LaneTable{context.keyHashes};
    node->latencies = context.draws(Purpose::Latency);
    node->errorDraws = context.draws(Purpose::Error);
    const StreamConfig& c = node->config;
    const Shard empty{TokenBucket{c.bytes.perUnit, c.bytes.perUnit},
                      TokenBucket{c.records.perUnit, c.records.perUnit}, 0, 0, 0};
    node->shards.assign(c.shards, empty);
    node->lanes = static_cast<std::uint32_t>(lanes(c));
    node->track = CapacityTrack{context.binSeconds, context.bins};
    if (c.scaling)
        node->controller = ScalingController{*c.scaling, static_cast<double>(c.shards)};
    node->readers.open(context, node->lanes, c.read);
    node->readers.reshard(node->lanes, static_cast<std::uint32_t>(c.shards));
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
