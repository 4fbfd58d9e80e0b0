// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/key_value_store/key_value_store.h"

#include "simulator/families/shared/capacity_track.h"
#include "simulator/queueing/scaling_controller.h"

#include <array>

namespace plimsoll {

namespace {

constexpr Duration kMinute = std::chrono::minutes{1};

/// Two minutes above the target raise, fifteen below lower, by UpdateTable calls that take their time.
/// Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html
ScalingPolicy provisionedPolicy(const AutoScalingConfig& scaling)
{
    ScalingPolicy policy;
    policy.period = kMinute;
    policy.target = scaling.target;
    policy.slack = 0.2;  // scaling in starts when use has stayed 20% (relative) under the target
    policy.outPoints = policy.outWindow = 2;
    policy.inPoints = policy.inWindow = 15;
    policy.least = scaling.least;
    policy.most = scaling.most;
    policy.outDelay = policy.inDelay = scaling.delay;
    return policy;
}

/// Twice the highest past minute is served; a new high counts half an hour later.
/// Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ProvisionedThroughput.html
ScalingPolicy onDemandPolicy(double served)
{
    ScalingPolicy policy;
    policy.period = kMinute;
    policy.target = 0.5;
    policy.grain = 0;
    policy.least = served;
    policy.outDelay = std::chrono::minutes{30};
    policy.pendingGrows = true;
    return policy;
}

/// Capacity of one direction over time: the table's bucket, the partitions' buckets, what changes them.
struct Capacity {
    CapacityConfig config;
    ScalingController scaling;
    CapacityTrack track;
    TokenBucket table;
    std::vector<TokenBucket> partitions;
    double units = 0;                             ///< in force now
    std::uint64_t lastBytes = ~std::uint64_t{0};  ///< asked last: items are mostly of one size
    double lastUnits = 0;
    double minuteUse = 0;  ///< consumed in the running minute; what is refused moves no capacity

    void open(double burstSeconds, std::size_t count, bool settled)
    {
        units = config.units;
        // One second of credit at the start; unused capacity is saved up to `burstSeconds`.
        table = TokenBucket{units, units * burstSeconds, settled ? units * burstSeconds : units};
        partitions.assign(count, TokenBucket{config.perPartition, config.perPartition});
    }
    double unitsFor(std::uint64_t bytes)
    {
        if (bytes != lastBytes) {
            lastBytes = bytes;
            lastUnits =
                std::max(1.0, std::ceil(static_cast<double>(bytes) / config.unitBytes)) * config.unitFactor;
        }
        return lastUnits;
    }
};

struct TableNode : NodeBase {
    static constexpr std::uint64_t kMinuteTick = 0;
    static constexpr std::uint64_t kApplyWrites = 1, kApplyReads = 2;

    explicit TableNode(TableConfig c) : config{std::move(c)} {}

    template <class Emit>
    void start(Emit&)
    {
        timers.arm(kSimStart + kMinute, kMinuteTick);
    }

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        if (m.operation == Operation::Pull)
            return faults.down ? feed.fail(t, m, emit) : feed.pull(t, m, meter, emit);
        const bool read = m.operation == Operation::Read || m.operation == Operation::Query;
        meter.offered(t, m.records, m.id.attempt > 0);
        const Law& law = read ? config.readLatency : config.writeLatency;
        const SimTime ack =
            t + Duration{static_cast<std::int64_t>(law.drawFor(m.id, latencies) * faults.slow + 0.5)};
        if (!m.members) {
            const Outcome outcome =
                handle(t, ack, Member{m.id, m.born, ack, m.key, static_cast<std::uint32_t>(m.bytes)}, read,
                       m.carriesUnit, emit);
            if (outcome != Outcome::Done)
                return emit.refuse(ack, m, outcome);
            meter.abandoned(ack, m.deadline, 1);
            if (m.replyTo.slot == CallToken::kUnattended && ack <= emit.horizon())
                emit.entered(m.replyTo.connection, m.born);
        } else {
            SpanRef refused = emit.spans().create();
            for (const Member& member : emit.spans().members(m.members)) {
                if (handle(t, ack, Member{member.id, member.born, ack, member.key, member.bytes}, read,
                           m.carriesUnit, emit)
                    != Outcome::Done)
                    emit.spans().members(refused).push_back(member);
            }
            meter.abandoned(ack, m.deadline, m.records - emit.spans().members(refused).size());
            emit.spans().release(m.members);
            if (!emit.spans().members(refused).empty())  // BatchWriteItem returns the unprocessed items
                return emit.refuse(ack, m, Outcome::Throttled, refused);
            emit.spans().release(refused);
        }
        emit.done(ack, m);
    }

    void prefetch(const Message& m) const
    {
        places.prefetch(m.key);
        feedPlaces.prefetch(m.key);
    }

    template <class Emit>
    Outcome handle(SimTime t, SimTime ack, const Member& member, bool read, bool carriesUnit, Emit& emit)
    {
        if (faults.down || (faults.errors > 0 && errorDraws.at(member.id) < faults.errors)) {
            meter.rejected(t, 1);
            return Outcome::Failed;
        }
        if (!read && member.bytes > config.largestItem) {
            meter.rejected(t, 1);
            return Outcome::Rejected;
        }
        Capacity& capacity = read ? reads : writes;
        const double units = capacity.unitsFor(member.bytes);
        const std::uint32_t lane =
            places.laneOf(member.key, static_cast<std::uint32_t>(capacity.partitions.size()));
        (read ? figures.reads : figures.writes).add(t, units);
        demand[lane] += units;
        const bool tableRoom = capacity.table.has(units, t);
        const bool partitionRoom = capacity.partitions[lane].has(units, t);
        if (!tableRoom || !partitionRoom) {
            ++(tableRoom ? figures.refusedByPartition : figures.refusedByTable);
            meter.throttled(t, 1);
            return Outcome::Throttled;
        }
        capacity.minuteUse += units;
        capacity.table.take(units);
        capacity.partitions[lane].take(units);
        meter.accepted(1);
        meter.completed(ack, 1, ack - t);
        emit.spent(meter, member.id, TimePart::Service, t, ack);
        if (read) {
            figures.readUnitsUsed += units;
            ++figures.readRequests;
            if (carriesUnit)
                finishUnit(ack);
            return Outcome::Done;
        }
        figures.writeUnitsUsed += units;
        ++figures.itemsWritten;
        figures.bytesWritten += member.bytes;
        if (config.stream && feed.consumers() > 0) {
            const auto shards = static_cast<std::uint32_t>(config.partitions);
            feed.store(feedPlaces.laneOf(member.key, shards), member, carriesUnit, meter, emit);
        } else if (carriesUnit) {
            finishUnit(ack);
        }
        emit.readable(meter, ack, member.id, member.born);
        return Outcome::Done;
    }

    void finishUnit(SimTime ack)
    {
        if (ack <= meter.horizon())
            ++meter.units.done;
        else
            ++unitsAfterEnd;
    }

    template <class Emit>
    void reply(SimTime, const Reply&, Emit&)
    {}

    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit&)
    {
        if (id == kApplyWrites)
            return apply(t, writes);
        if (id == kApplyReads)
            return apply(t, reads);
        minute(t, writes, kApplyWrites);
        minute(t, reads, kApplyReads);
        timers.arm(t + kMinute, kMinuteTick);
    }

    void setCapacity(SimTime t, Capacity& capacity, double units)
    {
        capacity.units = units;
        const double now = units * faults.capacity;
        capacity.table.setRate(now, now * config.burstSeconds, t);
        capacity.track.set(t, units);
        if (config.partitionsFor)
            split(config.partitionsFor(writes.units, reads.units));
    }
    /// Each new partition takes over the credit, and what is known of the demand, of the one it came from.
    void split(std::size_t count)
    {
        const std::size_t before = demand.size();
        if (count <= before)
            return;
        std::vector<double> children(before, 0);
        for (std::size_t at = 0; at < count; ++at)
            ++children[at * before / count];
        std::vector<double> shares;
        for (Capacity* capacity : {&writes, &reads}) {
            std::vector<TokenBucket> buckets;
            for (std::size_t at = 0; at < count; ++at)
                buckets.push_back(capacity->partitions[at * before / count]);
            capacity->partitions = std::move(buckets);
        }
        for (std::size_t at = 0; at < count; ++at)
            shares.push_back(demand[at * before / count] / children[at * before / count]);
        demand = std::move(shares);
    }
    void apply(SimTime t, Capacity& capacity)
    {
        if (capacity.scaling.applyDue(t))
            setCapacity(t, capacity, capacity.scaling.capacity());
    }
    void minute(SimTime t, Capacity& capacity, std::uint64_t applyId)
    {
        const double rate = capacity.minuteUse / 60;
        capacity.minuteUse = 0;
        if (!config.onDemand && !(&capacity == &writes ? config.writeScaling : config.readScaling).on)
            return;
        if (const SimTime due = capacity.scaling.sample(t, rate); due != kNever)
            timers.arm(due, applyId);
    }

    template <class Emit>
    void control(SimTime t, const Control& c, Emit&)
    {
        faults.apply(c);
        setCapacity(t, writes, writes.units);
        setCapacity(t, reads, reads.units);
    }
    void sample(SimTime t) { feed.sample(t, meter); }
    Duration leastAnswer() const
    {
        return faults.shortest(std::min(config.writeLatency.least(), config.readLatency.least()));
    }
    Duration leastPullAnswer() const { return feed.leastAnswer(); }
    bool attends(std::uint32_t) const { return false; }
    bool sends(std::uint32_t) const { return false; }
    std::uint64_t resident() const { return 0; }
    std::uint64_t unitsInFlight() const { return feed.residentUnits() + unitsAfterEnd; }
    void report(NodeReport& out) const
    {
        TableFigures done = figures;
        done.seconds = out.seconds;
        done.partitions = demand.size();
        done.writeCapacity = writes.track.use();
        done.readCapacity = reads.track.use();
        double total = 0, most = 0;
        for (const double units : demand) {
            total += units;
            most = std::max(most, units);
        }
        done.busiestPartitionShare = total > 0 ? most / total : 0;
        done.streamReadCalls = feed.readCalls();
        done.streamConsumers = feed.consumers();
        if (config.stream)
            out.component.consumers = feed.counts();
        if (config.onDemand || config.writeScaling.on) {
            const SimTime end{fromSeconds(out.seconds)};
            out.component.series.push_back(writes.track.series("capacity", "WCU", end));
            out.component.series.push_back(reads.track.series("read capacity", "RCU", end));
            out.component.facts.emplace_back(
                "scale-outs", "scale-outs", Aggregation::Sum,
                static_cast<double>(writes.scaling.scaleOuts() + reads.scaling.scaleOuts()));
            out.component.facts.emplace_back(
                "scale-ins", "scale-ins", Aggregation::Sum,
                static_cast<double>(writes.scaling.scaleIns() + reads.scaling.scaleIns()));
        }
        if (config.finish)
            config.finish(done, out);
    }

    TableConfig config;
    Capacity writes, reads;
    LaneConsumers feed;
    std::vector<double> demand;  // by partition
    LaneTable places, feedPlaces;
    DrawKey latencies, errorDraws;
    TableFigures figures;
    std::uint64_t unitsAfterEnd = 0;
};

}  // namespace

NodeHandle makeTable(TableConfig config, const NodeContext& context)
{
    auto node = std::make_unique<TableNode>(std::move(config));
    const TableConfig& c = node->config;
    node->meter = context.meter();
    node->places = LaneTable{context.keyHashes};
    node->feedPlaces = LaneTable{context.keyHashes};
    node->latencies = context.draws(Purpose::Latency);
    node->errorDraws = context.draws(Purpose::Error);
    node->writes.config = c.writes;
    node->reads.config = c.reads;
    node->writes.open(c.burstSeconds, c.partitions, context.settled);
    node->reads.open(c.burstSeconds, c.partitions, context.settled);
    for (Capacity* capacity : {&node->writes, &node->reads}) {
        const AutoScalingConfig& scaling = capacity == &node->writes ? c.writeScaling : c.readScaling;
        capacity->scaling = ScalingController{
            c.onDemand ? onDemandPolicy(capacity->units) : provisionedPolicy(scaling), capacity->units};
        capacity->track = CapacityTrack{context.binSeconds, context.bins};
        capacity->track.set(kSimStart, capacity->units);
    }
    node->demand.assign(c.partitions, 0);
    if (c.stream)
        node->feed.open(context, c.partitions, c.streamRead);
    return makeNode(std::move(node));
}

}  // namespace plimsoll
