// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/key_value_store/key_value_store.h"
#include "simulator/families/key_value_store/partition_map.h"
#include "simulator/families/shared/background_copies.h"
#include "simulator/families/shared/capacity_track.h"
#include "simulator/families/shared/put_records.h"

#include <unordered_map>

namespace plimsoll {

namespace {

constexpr Duration kMinute = std::chrono::minutes{1};

struct Partition {
    TokenBucket bucket;
    double demand = 0;  ///< units asked since partitions were split last ...
    std::uint64_t offered = 0, bytes = 0, turnedAway = 0;  ///< ... items and bytes, and those it refused
    std::uint32_t refused = 0;                             ///< in the running minute
    std::uint32_t hotMinutes = 0;
};

/// Capacity of one direction over time: the table's bucket, the partitions' buckets, what changes them.
struct Capacity {
    CapacityConfig config;
    ScalingController scaling;
    CapacityTrack track;
    TokenBucket table;
    std::vector<Partition> partitions;
    RateUse asked;  ///< units
    double used = 0;
    double units = 0;                             ///< in force now
    std::uint64_t lastBytes = ~std::uint64_t{0};  ///< asked last: items are mostly of one size
    double lastUnits = 0;
    double minuteUse = 0;  ///< consumed in the running minute; what is refused moves no capacity
    double busiest = 0;    ///< units asked of the busiest partition, summed over the times between splits
    std::uint64_t refusedByTable = 0, refusedByPartition = 0;

    void open(const CapacityConfig& c, double burstSeconds, std::size_t count, double credit)
    {
        config = c;
        units = c.table.perUnit;
        table = TokenBucket{units, units * burstSeconds, std::clamp(credit, units, units * burstSeconds)};
        partitions.assign(count, {TokenBucket{c.partition.perUnit, c.partition.perUnit}});
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
    double busiestNow() const
    {
        double most = 0;
        for (const Partition& partition : partitions)
            most = std::max(most, partition.demand);
        return busiest + most;
    }
    /// Each new partition takes over the credit of the one it came from.
    void split(const std::vector<std::uint32_t>& parents)
    {
        busiest = busiestNow();
        std::vector<Partition> parts;
        for (const std::uint32_t parent : parents)
            parts.push_back({partitions[parent].bucket});
        partitions = std::move(parts);
    }
    CapacityUse useOver(double s, const CapacityTrack& partitionCount) const
    {
        const SimTime end{fromSeconds(s)};
        return {.asked = asked.total() / s,
                .peak = asked.peak(),
                .capacity = track.meanUntil(end),
                .partitions = partitionCount.meanUntil(end),
                .busiestShare = asked.total() > 0 ? busiestNow() / asked.total() : 0,
                .refusedByTable = static_cast<double>(refusedByTable),
                .refusedByPartition = static_cast<double>(refusedByPartition)};
    }
};

/// The indexes, all written alike: one bucket stands for each.
struct Indexes {
    IndexConfig config;
    TokenBucket bucket;
    DrawKey draws;
    RateUse asked;  ///< units of one index
    double used = 0;
    std::uint64_t refused = 0;

    /// Of one index; 0 when the write does not reach it.
    double unitsFor(const Member& member, bool twice) const
    {
        if (config.reached < 1 && draws.at(member.id) >= config.reached)
            return 0;
        const double bytes = static_cast<double>(member.bytes) * config.projected;
        return std::max(1.0, std::ceil(bytes / config.unitBytes)) * (twice ? 2 : 1);
    }
    bool has(double units, SimTime t)
    {
        asked.add(t, units);
        return !config.bounded || bucket.has(units, t);
    }
    void take(double units)
    {
        bucket.take(units);
        used += units;
    }
};

struct TableNode : NodeBase {
    static constexpr std::uint64_t kMinuteTick = 0;
    static constexpr std::uint64_t kApplyWrites = 1, kApplyReads = 2;

    TableNode(TableConfig c, BillOf<TableLoad> b) : config{std::move(c)}, bill{std::move(b)} {}

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
        const bool read = fetches(m.operation);
        const Law& law = read ? config.readLatency : config.writeLatency;
        const SimTime ack = t + fromNanos(law.drawFor(m.id, latencies) * faults.slow + 0.5);
        // Of a batch BatchWriteItem returns the unprocessed items.
        putRecords(t, m, meter, emit, [&](Member member) {
            member.arrived = ack;
            return PutAnswer{handle(t, ack, member, m, read, emit), ack};
        });
    }

    bool takesRuns() const
    {
        return !faults.down && faults.errors <= 0 && config.transactions <= 0 && config.indexes.count == 0
               && copies.empty() && !copies.isReplicated();
    }
    /// Writes of single items by the column; what readers ask, reads and batches one by one.
    template <class Emit>
    void acceptRun(RequestRun run, Emit& emit)
    {
        for (const Lane<Message>::Entry* entry : run)
            prefetch(entry->payload);
        eachStretch(
            run,
            [&](const Message& m) {
                return m.operation != Operation::Pull && m.operation != Operation::Read
                       && m.operation != Operation::Query && !m.members && m.bytes <= config.largestItem;
            },
            [&](RequestRun stretch) {
                return putColumn(stretch, column, config.writeLatency, latencies, faults.slow, meter, emit,
                                 [&](std::size_t n, SimTime t, const Member& member) {
                                     const double units = writes.unitsFor(member.bytes);
                                     if (!charge(t, writes, member, units, 0))
                                         return false;
                                     keep(member.arrived, member, stretch[n]->payload.carriesUnit, emit);
                                     return true;
                                 });
            },
            [&](const Lane<Message>::Entry& entry) {
                emit.setNow(entry.time);
                accept(SimTime{Duration{entry.time}}, entry.payload, emit);
            });
    }

    void prefetch(const Message& m) const
    {
        map.prefetch(m.key);
        feedPlaces.prefetch(m.key);
    }

    template <class Emit>
    Outcome handle(SimTime t, SimTime ack, const Member& member, const Message& m, bool read, Emit& emit)
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
        double units = capacity.unitsFor(member.bytes);
        const bool twice = config.transactions > 0 && transactionDraws.at(member.id) < config.transactions;
        if (twice)  // prepared, then committed; a transaction never reads eventually
            units *= capacity.config.transactionFactor / capacity.config.unitFactor;
        const double indexUnits = read || config.indexes.count == 0 ? 0 : index.unitsFor(member, twice);
        if (!charge(t, capacity, member, units, indexUnits)) {
            meter.throttled(t, 1);
            return Outcome::Throttled;
        }
        meter.accepted(1);
        meter.completed(ack, 1, ack - t);
        emit.spent(meter, member.id, TimePart::Service, t, ack);
        if (read) {
            if (m.carriesUnit)
                finishUnit(ack);
            return Outcome::Done;
        }
        keep(ack, member, m.carriesUnit, emit);
        emit.readable(meter, ack, member.id, member.born);
        if (!copies.empty() || copies.isReplicated())
            passOn(ack, member, m, emit);
        return Outcome::Done;
    }
    /// Takes the units of an item, or none of them where one of the quotas has no room.
    bool charge(SimTime t, Capacity& capacity, const Member& member, double units, double indexUnits)
    {
        Partition& partition = capacity.partitions[map.of(member.key)];
        capacity.asked.add(t, units);
        partition.demand += units;
        ++partition.offered;
        partition.bytes += member.bytes;
        const bool indexRoom = indexUnits == 0 || index.has(indexUnits, t);
        const bool tableRoom = capacity.table.has(units, t);
        const bool partitionRoom = partition.bucket.has(units, t);
        if (!indexRoom || !tableRoom || !partitionRoom) [[unlikely]] {
            ++(!indexRoom  ? index.refused
               : tableRoom ? capacity.refusedByPartition
                           : capacity.refusedByTable);
            partition.refused += indexRoom && tableRoom ? 1 : 0;
            partition.turnedAway += indexRoom && tableRoom ? 1 : 0;
            return false;
        }
        capacity.minuteUse += units;
        capacity.used += units;
        capacity.table.take(units);
        partition.bucket.take(units);
        if (indexUnits > 0)
            index.take(indexUnits);
        return true;
    }
    template <class Emit>
    void keep(SimTime ack, const Member& member, bool carriesUnit, Emit& emit)
    {
        ++itemsWritten;
        bytesWritten += member.bytes;
        if (config.feed && feed.consumers() > 0)
            feed.store(feedPlaces.laneOf(member.key, feedLanes), member, carriesUnit, meter, emit);
        else if (carriesUnit)
            finishUnit(ack);
    }

    /// To streams and to the tables that hold the same items elsewhere.
    template <class Emit>
    void passOn(SimTime ack, const Member& member, const Message& m, Emit& emit)
    {
        const bool isCopy = copies.isCopy(m.replyTo);
        if (copies.isReplicated())
            compareWriters(ack, member.key, m.sent, isCopy);
        Message stored;
        stored.id = member.id;
        stored.born = member.born;
        stored.key = member.key;
        stored.bytes = member.bytes;
        (m.carriesUnit ? meter.units.copied : meter.units.generated) += copies.copiesOf(isCopy);
        changeUnits += streams
                       * static_cast<std::uint64_t>(
                           std::max(1.0, std::ceil(static_cast<double>(member.bytes) / config.changeStep)));
        copies.send(ack, stored, isCopy, meter, emit);
    }
    /// The last writer wins: a copy that was written before this table's own last write of the key is lost, and whoever
    /// wrote the later one had not seen it.
    void compareWriters(SimTime ack, std::uint32_t key, SimTime writtenAt, bool isCopy)
    {
        if (!isCopy) {
            lastOwn[key] = ack;
            return;
        }
        const auto own = lastOwn.find(key);
        overwritten += own != lastOwn.end() && own->second > writtenAt ? 1 : 0;
    }

    void finishUnit(SimTime ack)
    {
        if (ack <= meter.horizon())
            ++meter.units.done;
        else
            ++unitsAfterEnd;
    }

    template <class Emit>
    void reply(SimTime t, const Reply& r, Emit& emit)
    {
        copies.reply(t, r, timers, meter, emit);
    }

    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        if (BackgroundCopies::owns(id))
            return copies.tryAgain(t, id & ~BackgroundCopies::kRetry, emit);
        if (id == kApplyWrites)
            return apply(t, writes);
        if (id == kApplyReads)
            return apply(t, reads);
        minute(t, writes, kApplyWrites);
        minute(t, reads, kApplyReads);
        splitForNeed(t);
        splitForHeat(t);
        timers.arm(t + kMinute, kMinuteTick);
    }

    void setCapacity(SimTime t, Capacity& capacity, double units)
    {
        capacity.units = units;
        const double now = units * faults.capacity;
        capacity.table.setRate(now, now * config.burstSeconds, t);
        capacity.track.set(t, units);
        splitForNeed(t);
    }
    /// More capacity, or more data, needs more partitions.
    void splitForNeed(SimTime t)
    {
        const double stored =
            (static_cast<double>(bytesWritten) + static_cast<double>(itemsWritten) * config.itemOverhead)
            * config.newItems;
        const std::size_t count =
            partitionsFor(config, writes.units, reads.units, config.partitions.heldBytes + stored);
        if (count > map.ranges())
            split(t, map.grown(static_cast<std::uint32_t>(count)));
    }
    /// A partition that has refused work for long is split, whatever the table as a whole could serve.
    void splitForHeat(SimTime t)
    {
        const auto minutes = static_cast<std::uint32_t>(config.partitions.heatSplit / kMinute);
        if (minutes == 0)
            return;
        std::vector<std::uint32_t> hot;
        for (Capacity* capacity : {&writes, &reads}) {
            for (std::uint32_t at = 0; at < capacity->partitions.size(); ++at) {
                Partition& partition = capacity->partitions[at];
                partition.hotMinutes = partition.refused > 0 ? partition.hotMinutes + 1 : 0;
                partition.refused = 0;
                if (partition.hotMinutes >= minutes)
                    hot.push_back(at);
            }
        }
        if (!hot.empty() && map.size() < config.partitions.most)
            split(t, map.halved(hot));
    }
    void split(SimTime t, const std::vector<std::uint32_t>& parents)
    {
        if (parents.size() == writes.partitions.size())
            return;
        writes.split(parents);
        reads.split(parents);
        partitionCount.set(t, static_cast<double>(parents.size()));
        splitAt = t;
        if (config.feed)
            feed.setReadRate(t, static_cast<double>(parents.size()) / feedLanes);
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
        if (!capacity.config.scales)
            return;
        if (const SimTime due = capacity.scaling.sample(t, rate); due != kNever)
            timers.arm(due, applyId);
    }

    template <class Emit>
    void control(SimTime t, const Control& c, Emit&)
    {
        if (c.kind == Control::Kind::Changed) {
            const TableConfig& next = config.later[static_cast<std::size_t>(c.factor)];
            setCapacity(t, writes, next.writes.table.perUnit);
            return setCapacity(t, reads, next.reads.table.perUnit);
        }
        if (c.kind == Control::Kind::Replay)
            return feed.replay(t, SimTime{fromSeconds(c.factor)}, c.name, meter);
        faults.apply(c);
        setCapacity(t, writes, writes.units);
        setCapacity(t, reads, reads.units);
        const double indexUnits = config.indexes.capacity.perUnit * faults.capacity;
        index.bucket.setRate(indexUnits, indexUnits * config.burstSeconds, t);
    }
    void sample(SimTime t) { feed.sample(t, meter); }
    Duration leastAnswer() const
    {
        return faults.shortest(std::min(config.writeLatency.least(), config.readLatency.least()));
    }
    Duration leastPullAnswer() const { return feed.leastAnswer(); }
    bool attends(std::uint32_t connection) const { return copies.sendsOver(connection); }
    bool sends(std::uint32_t connection) const { return copies.sendsOver(connection); }
    std::uint64_t resident() const { return 0; }
    std::uint64_t unitsInFlight() const { return feed.residentUnits() + unitsAfterEnd + copies.waiting(); }
    void report(NodeReport& out) const
    {
        const double s = std::max(out.seconds, 1e-9);
        const CapacityUse write = writes.useOver(s, partitionCount), read = reads.useOver(s, partitionCount);
        const IndexUse indexUse{index.asked.total() / s, index.asked.peak(),
                                static_cast<double>(index.refused)};
        std::vector<LimitUse> limits = limitsOf(config, write, read, indexUse);
        const HeldUse& parts = partitionCount.use();
        out.component.limits = {withHistory(std::move(limits[0]), writes.asked, writes.track.use(), s),
                                withHistory(std::move(limits[1]), reads.asked, reads.track.use(), s),
                                withParts(std::move(limits[2]), writes.asked, parts, s),
                                withParts(std::move(limits[3]), reads.asked, parts, s)};
        if (limits.size() > 4)
            out.component.limits.push_back(withHistory(std::move(limits[4]), index.asked, s));
        if (config.feed) {
            out.component.consumers = feed.counts();
            feed.reportReplays(out.component);
        }
        if (!config.later.empty()) {
            reportCapacity(writes.track, "capacity", "WCU", out.seconds, out.component);
            reportCapacity(reads.track, "read capacity", "RCU", out.seconds, out.component);
        }
        if (writes.config.scales || reads.config.scales) {
            const SimTime end{fromSeconds(out.seconds)};
            out.component.series.push_back(writes.track.series("capacity", "WCU", end));
            out.component.series.push_back(reads.track.series("read capacity", "RCU", end));
            addCounts(out.component,
                      {{"scale-outs", "scale-outs", writes.scaling.scaleOuts() + reads.scaling.scaleOuts()},
                       {"scale-ins", "scale-ins", writes.scaling.scaleIns() + reads.scaling.scaleIns()}});
        }
        out.component.facts.emplace_back("partitions-assumed", "partitions (assumed)", Aggregation::Last,
                                         static_cast<double>(map.size()));
        if (feed.consumers() > 0)
            addCounts(out.component,
                      {{"stream-getrecords-calls", "stream GetRecords calls", feed.readCalls()}});
        copies.report(out.component);
        if (copies.isReplicated())
            addCounts(out.component, {{"updates-lost", "updates lost to a later writer", overwritten}});
        describeLanes(out.component, s);
        const auto items = static_cast<double>(itemsWritten), bytes = static_cast<double>(bytesWritten);
        bill({.writeUnits = writes.used / s,
              .readUnits = reads.used / s,
              .indexUnits = index.used * config.indexes.count / s,
              .indexCapacity = config.indexes.capacity.perUnit * config.indexes.count,
              .writeCapacity = write.capacity,
              .readCapacity = read.capacity,
              .itemsWritten = items / s,
              .writtenBytes = bytes / s,
              .tableBytes = tableBytes(config, items, bytes) / s,
              .changeUnits = static_cast<double>(changeUnits) / s,
              .storedBytes = storedBytes(config, items, bytes) / s,
              .isReplicated = copies.isReplicated()},
             out);
    }

    /// Of the partitions there are at the end, since they were split last.
    void describeLanes(ComponentReport& component, double s) const
    {
        const double length = std::max(1e-9, s - seconds(splitAt - kSimStart));
        const std::size_t count = writes.partitions.size();
        for (std::size_t at = 0; at < std::min(count, kMostLanesShown); ++at) {
            const Partition &write = writes.partitions[at], &read = reads.partitions[at];
            component.lanes.push_back({"partition " + std::to_string(at + 1) + " of " + std::to_string(count),
                                       static_cast<double>(write.offered + read.offered),
                                       static_cast<double>(write.turnedAway + read.turnedAway),
                                       static_cast<double>(write.bytes + read.bytes),
                                       std::max(write.demand / config.writes.partition.perUnit,
                                                read.demand / config.reads.partition.perUnit)
                                           / length});
        }
    }

    MessageColumn column;  ///< what is put at present
    TableConfig config;
    BillOf<TableLoad> bill;
    Capacity writes, reads;
    Indexes index;
    PartitionMap map;
    CapacityTrack partitionCount;
    LaneConsumers feed;
    BackgroundCopies copies;
    std::uint64_t streams = 0, changeUnits = 0;          ///< that changes are captured to; units of them
    std::unordered_map<std::uint32_t, SimTime> lastOwn;  ///< by key, where tables copy each other
    std::uint64_t overwritten = 0;
    std::uint32_t feedLanes = 1;
    SimTime splitAt = kSimStart;
    LaneTable feedPlaces;
    DrawKey latencies, errorDraws, transactionDraws;
    std::uint64_t itemsWritten = 0, bytesWritten = 0;
    std::uint64_t unitsAfterEnd = 0;
};

}  // namespace

NodeHandle TableFamily::makeNode(TableConfig config, const NodeContext& context, BillOf<TableLoad> bill)
{
    // A run opens with what scaling has come to.
    if (context.before) {
        const SettledCapacity settled = settledCapacity(config, context.before->inputs);
        config.writes.table.perUnit = settled.writes;
        config.reads.table.perUnit = settled.reads;
    }
    auto node = std::make_unique<TableNode>(std::move(config), std::move(bill));
    const TableConfig& c = node->config;
    node->meter = context.meter();
    node->latencies = context.draws(Purpose::Latency);
    node->errorDraws = context.draws(Purpose::Error);
    node->transactionDraws = context.draws(Purpose::Service);
    const auto partitions = static_cast<std::uint32_t>(lanes(c));
    node->map = PartitionMap{context.keyHashes, partitions};
    node->partitionCount = CapacityTrack{context.binSeconds, context.bins};
    node->partitionCount.set(kSimStart, partitions);
    for (const auto& [capacity, own] : {std::pair{&node->writes, &c.writes}, {&node->reads, &c.reads}}) {
        const double saved = context.settled ? own->table.perUnit * c.burstSeconds : 0;
        capacity->open(*own, c.burstSeconds, partitions, saved);
        capacity->scaling = ScalingController{own->scaling, capacity->units};
        capacity->track = CapacityTrack{context.binSeconds, context.bins};
        capacity->track.set(kSimStart, capacity->units);
    }
    const double indexUnits = c.indexes.capacity.perUnit;
    node->index.config = c.indexes;
    node->index.draws = context.draws(Purpose::Filter);
    node->index.bucket = TokenBucket{indexUnits, indexUnits * c.burstSeconds,
                                     context.settled ? indexUnits * c.burstSeconds : indexUnits};
    node->feedLanes = partitions;
    node->feedPlaces = LaneTable{context.keyHashes};
    std::vector<BackgroundCopies::Way> ways;
    for (const ConnectionPort& port : context.outputs) {
        if (port.kind != ConnectionKind::Replicate)
            continue;
        if (isReplica(context.self, port)) {
            ways.push_back({port.index, 1, c.replicaLag, true});
            continue;
        }
        ways.push_back({port.index, changeFactor(c)});
        ++node->streams;
    }
    node->copies.open(context, std::move(ways), c.captureRetry);
    if (c.feed)
        node->feed.open(context, partitions, c.feedRead);
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
