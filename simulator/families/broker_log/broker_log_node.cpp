// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/broker_log/broker_log.h"

#include "simulator/families/shared/put_records.h"
#include "simulator/queueing/token_bucket.h"

#include <array>
#include <cmath>
#include <optional>

namespace plimsoll {

namespace {

/// Bytes pass one after the other at a rate; what comes while others pass waits for them.
struct Pipe {
    double bytesPerSecond = 0;  ///< 0 = it holds nothing up
    SimTime until = kSimStart;
    Duration wait(SimTime t) const { return until > t ? until - t : Duration{0}; }
    SimTime pass(SimTime t, double bytes)
    {
        if (bytesPerSecond <= 0)
            return t;
        until = std::max(t, until) + fromSeconds(bytes / bytesPerSecond);
        return until;
    }
};

/// The limits that hold up a put, in the order of limitsOf().
enum Limit : std::size_t { kIn, kOut, kDisk, kPartitionIn, kLimits };

struct Broker {
    Pipe in, out, disk;
    TokenBucket sends;  ///< bytes to consumers and to other brokers
    double inAsked = 0, outAsked = 0, diskAsked = 0, records = 0, refused = 0;
};

struct Partition {
    Pipe in;
    int leader = 0;             ///< broker; -1 = none of its brokers is there
    std::vector<int> replicas;  ///< brokers that are there and keep it, the leader first
    SimTime lastAck = kSimStart;
    double asked = 0;
};

/// A fetch that waits for records.
struct Parked {
    std::optional<Message> fetch;
    SimTime until, armed = kNever;
};

struct BrokerLogNode : NodeBase {
    BrokerLogNode(BrokerLogConfig c, BillOf<BrokerLogLoad> b) : config{std::move(c)}, bill{std::move(b)} {}

    template <class Emit>
    void start(Emit&)
    {}

    void open(const NodeContext& context)
    {
        readers.open(context, static_cast<std::size_t>(config.partitions), config.read);
        brokers.resize(static_cast<std::size_t>(config.brokers));
        partitions.resize(static_cast<std::size_t>(config.partitions));
        parked.resize(partitions.size() * readers.consumers());
        for (Partition& partition : partitions)
            partition.in.bytesPerSecond = config.partitionIn.perUnit;
        // The followers and the consumer groups of a partition are streams of the same bytes, which share what its leader
        // can send; so a put gets the followers' part of that.
        const double copies = config.copiesSent(),
                     streams = copies + static_cast<double>(readers.consumers());
        for (Broker& broker : brokers) {
            broker.in.bytesPerSecond = config.in.perUnit;
            broker.disk.bytesPerSecond = config.disk.perUnit;
            broker.out.bytesPerSecond = copies > 0 ? config.out.perUnit * copies / streams : 0;
            broker.sends = TokenBucket{config.out.perUnit, config.out.perUnit};
        }
        placePartitions(config.brokers);
    }
    /// Partition n lies on the brokers from n on; of those that are there the first leads it.
    void placePartitions(int there)
    {
        for (int n = 0; n < config.partitions; ++n) {
            Partition& partition = partitions[static_cast<std::size_t>(n)];
            partition.replicas.clear();
            for (int copy = 0; copy < config.copies(); ++copy) {
                if (const int broker = (n + copy) % config.brokers; broker < there)
                    partition.replicas.push_back(broker);
            }
            partition.leader = partition.replicas.empty() ? -1 : partition.replicas.front();
        }
    }
    Broker& at(int broker) { return brokers[static_cast<std::size_t>(broker)]; }

    // --- writing ------------------------------------------------------------------------------------------------------

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        if (m.operation == Operation::Pull)
            return fetch(t, m, emit);
        const Duration latency{
            static_cast<std::int64_t>(config.putLatency.drawFor(m.id, latencies) * faults.slow + 0.5)};
        putRecords(t, m, meter, emit,
                   [&](const Member& member) { return put(t, latency, member, m.carriesUnit, emit); });
    }
    void prefetch(const Message& m) const { places.prefetch(m.key); }

    template <class Emit>
    PutAnswer put(SimTime t, Duration latency, Member member, bool carriesUnit, Emit& emit)
    {
        const bool fails = faults.down || (faults.errors > 0 && errorDraws.at(member.id) < faults.errors);
        if (fails || member.bytes > config.largestRecord) {
            meter.rejected(t, 1);
            return {fails ? Outcome::Failed : Outcome::Rejected, t + latency};
        }
        const std::uint32_t lane = places.laneOf(member.key, static_cast<std::uint32_t>(config.partitions));
        Partition& partition = partitions[lane];
        if (static_cast<int>(partition.replicas.size()) < std::min(config.inSync, config.copies())) {
            ++tooFewInSync;
            meter.rejected(t, 1);
            return {Outcome::Failed, t + latency};
        }
        const double size = member.bytes;
        ask(t, partition, size);
        const auto [wait, limit] = longestWait(t, partition);
        if (wait > config.patience) {
            ++refused[limit];
            ++at(partition.leader).refused;
            meter.throttled(t, 1);
            return {Outcome::Throttled, t + config.patience};
        }
        const SimTime passed = pass(t, partition, size);
        // A partition's records become readable in their order.
        const SimTime ack = partition.lastAck = std::max(partition.lastAck, passed + latency);
        member.arrived = ack;
        meter.accepted(1);
        meter.completed(ack, 1, ack - t);
        emit.spent(meter, member.id, TimePart::ThrottleWait, t, passed);
        emit.spent(meter, member.id, TimePart::Service, passed, ack);
        ++records;
        bytes += member.bytes;
        readers.keep(lane, member, carriesUnit, meter, emit);
        wake(lane, ack);
        emit.readable(meter, ack, member.id, member.born);
        return {Outcome::Done, ack};
    }
    /// What is asked of each limit, taken or not.
    void ask(SimTime t, Partition& partition, double size)
    {
        ++at(partition.leader).records;
        partition.asked += size;
        partitionUse.add(t, size);
        const std::size_t seen = config.copiesCount ? partition.replicas.size() : 1;
        for (std::size_t copy = 0; copy < seen; ++copy) {
            Broker& broker = at(partition.replicas[copy]);
            broker.inAsked += size;
            inUse.add(t, size);
            if (config.disk.perUnit > 0) {
                broker.diskAsked += size;
                diskUse.add(t, size);
            }
        }
        if (seen > 1) {
            const double sent = size * static_cast<double>(seen - 1);
            at(partition.leader).outAsked += sent;
            outUse.add(t, sent);
        }
    }
    std::pair<Duration, std::size_t> longestWait(SimTime t, const Partition& partition) const
    {
        std::pair<Duration, std::size_t> longest{partition.in.wait(t), kPartitionIn};
        const auto see = [&](const Pipe& pipe, std::size_t limit) {
            if (pipe.wait(t) > longest.first)
                longest = {pipe.wait(t), limit};
        };
        const std::size_t seen = config.copiesCount ? partition.replicas.size() : 1;
        for (std::size_t copy = 0; copy < seen; ++copy) {
            const Broker& broker = brokers[static_cast<std::size_t>(partition.replicas[copy])];
            see(broker.in, kIn);
            see(broker.disk, kDisk);
        }
        see(brokers[static_cast<std::size_t>(partition.leader)].out, kOut);
        return longest;
    }
    /// When the record has passed all that it passes.
    SimTime pass(SimTime t, Partition& partition, double size)
    {
        SimTime passed = partition.in.pass(t, size);
        const std::size_t seen = config.copiesCount ? partition.replicas.size() : 1;
        for (std::size_t copy = 0; copy < seen; ++copy) {
            Broker& broker = at(partition.replicas[copy]);
            passed = std::max({passed, broker.in.pass(t, size), broker.disk.pass(t, size)});
        }
        if (seen > 1) {
            const double sent = size * static_cast<double>(seen - 1);
            Broker& leader = at(partition.leader);
            passed = std::max(passed, leader.out.pass(t, sent));
            leader.sends.credit(t);
            leader.sends.take(sent);
        }
        return passed;
    }

    // --- reading ------------------------------------------------------------------------------------------------------

    template <class Emit>
    void fetch(SimTime t, const Message& m, Emit& emit)
    {
        if (m.lane >= partitions.size() || faults.down || partitions[m.lane].leader < 0)
            return readers.fail(t, m, emit);
        const Member* oldest = readers.oldestUnread(m.lane, m.replyTo.connection);
        if (!oldest || oldest->arrived > t) {
            Parked& place = placeOf(m);
            if (config.fetchWait > Duration{0} && !place.fetch) {
                place.fetch = m;
                place.until = t + config.fetchWait;
                return rouse(static_cast<std::size_t>(&place - parked.data()),
                             oldest ? std::min(oldest->arrived, place.until) : place.until);
            }
        }
        Broker& leader = at(partitions[m.lane].leader);
        // Slowed, not refused: the reader asks again later.
        if (leader.sends.credit(t) <= 0) {
            ++fetchesHeld;
            return holdBack(t, m, emit);
        }
        const bool far =
            config.nearRetention > Duration{0} && oldest && t - oldest->arrived > config.nearRetention;
        const double before = readers.sharedUse().bytes.total();
        readers.pull(t, m, meter, emit);
        const double taken = readers.sharedUse().bytes.total() - before;
        leader.sends.take(taken);
        leader.outAsked += taken;
        outUse.add(t, taken);
        partitionOutAsked[m.lane] += taken;
        farBytesRead += far ? taken : 0;
    }
    template <class Emit>
    void holdBack(SimTime t, const Message& m, Emit& emit) const
    {
        Reply reply;
        reply.id = m.id;
        reply.outcome = Outcome::Throttled;
        reply.sent = m.sent;
        emit.answer(t + readers.leastAnswer(), m.replyTo, reply);
    }
    Parked& placeOf(const Message& m)
    {
        const std::size_t consumer = readers.consumerAt(m.replyTo.connection);
        return parked[m.lane * readers.consumers() + consumer];
    }
    /// Fetches that wait for records of the partition look again at `t`.
    void wake(std::uint32_t lane, SimTime t)
    {
        for (std::size_t consumer = 0; consumer < readers.consumers(); ++consumer) {
            const std::size_t place = lane * readers.consumers() + consumer;
            if (parked[place].fetch)
                rouse(place, std::min(t, parked[place].until));
        }
    }
    void rouse(std::size_t place, SimTime t)
    {
        if (t >= parked[place].armed)
            return;
        parked[place].armed = t;
        timers.arm(t, place);
    }

    template <class Emit>
    void reply(SimTime, const Reply&, Emit&)
    {}
    template <class Emit>
    void timer(SimTime t, std::uint64_t place, Emit& emit)
    {
        Parked& waits = parked[place];
        if (t >= waits.armed)
            waits.armed = kNever;
        if (!waits.fetch)
            return;
        const Member* oldest = readers.oldestUnread(waits.fetch->lane, waits.fetch->replyTo.connection);
        if (t < waits.until && (!oldest || oldest->arrived > t))
            return rouse(place, oldest ? std::min(oldest->arrived, waits.until) : waits.until);
        const Message m = *waits.fetch;
        // It has waited long enough, or there is something: answered either way.
        fetch(t, m, emit);
        waits.fetch.reset();
    }

    template <class Emit>
    void control(SimTime, const Control& c, Emit&)
    {
        faults.apply(c);
        placePartitions(static_cast<int>(std::lround(config.brokers * faults.capacity)));
    }
    void sample(SimTime t) { readers.sample(t, meter); }
    Duration leastAnswer() const { return faults.shortest(config.putLatency.least()); }
    Duration leastPullAnswer() const { return readers.leastAnswer(); }
    bool attends(std::uint32_t) const { return false; }
    bool sends(std::uint32_t) const { return false; }
    std::uint64_t resident() const { return 0; }
    std::uint64_t unitsInFlight() const { return readers.residentUnits() + readers.unitsAfterEnd(); }

    // --- the report ---------------------------------------------------------------------------------------------------

    void report(NodeReport& out) const
    {
        const double s = std::max(out.seconds, 1e-9);
        out.component.consumers = readers.counts();
        addCounts(out.component, {{"fetches", "fetches answered", readers.readCalls()},
                                  {"fetches-held", "fetches held back", fetchesHeld},
                                  {"too-few-in-sync", "puts without enough brokers in sync", tooFewInSync}});
        std::vector<LimitUse> limits = limitsOf(config, useOver(s));
        std::vector<const RateUse*> demands{&inUse, &outUse};
        if (config.disk.perUnit > 0)
            demands.push_back(&diskUse);
        if (config.partitionIn.perUnit > 0)
            demands.push_back(&partitionUse);
        if (config.partitionOut.perUnit > 0)
            demands.push_back(&readers.sharedUse().bytes);
        for (std::size_t row = 0; row < limits.size(); ++row)
            out.component.limits.push_back(withHistory(std::move(limits[row]), *demands[row], s));
        for (std::size_t n = 0; n < std::min(brokers.size(), kMostLanesShown); ++n) {
            const Broker& broker = brokers[n];
            double use =
                std::max(broker.inAsked / s / config.in.perUnit, broker.outAsked / s / config.out.perUnit);
            if (config.disk.perUnit > 0)
                use = std::max(use, broker.diskAsked / s / config.disk.perUnit);
            out.component.lanes.push_back(
                {"broker " + std::to_string(n + 1) + " of " + std::to_string(brokers.size()), broker.records,
                 broker.refused, broker.inAsked, use});
        }
        bill({static_cast<double>(records) / s, static_cast<double>(bytes) / s,
              readers.sharedUse().bytes.total() / s, farBytesRead / s},
             out);
    }
    BrokerLogUse useOver(double s) const
    {
        const auto share = [](double most, double all) { return all > 0 ? most / all : 0; };
        const auto ofBrokers = [&](const RateUse& use, double Broker::*asked, double held) {
            double most = 0;
            for (const Broker& broker : brokers)
                most = std::max(most, broker.*asked);
            return BrokerLogUse::Demand{use.total() / s, use.peak(), share(most, use.total()), held};
        };
        const auto number = [](std::uint64_t count) { return static_cast<double>(count); };
        BrokerLogUse use;
        use.in = ofBrokers(inUse, &Broker::inAsked, number(refused[kIn]));
        use.out = ofBrokers(outUse, &Broker::outAsked, number(refused[kOut] + fetchesHeld));
        use.disk = ofBrokers(diskUse, &Broker::diskAsked, number(refused[kDisk]));
        double most = 0;
        for (const Partition& partition : partitions)
            most = std::max(most, partition.asked);
        use.partitionIn = {partitionUse.total() / s, partitionUse.peak(), share(most, partitionUse.total()),
                           number(refused[kPartitionIn])};
        const LaneConsumers::Use& read = readers.sharedUse();
        const double mostRead = *std::max_element(partitionOutAsked.begin(), partitionOutAsked.end());
        use.partitionOut = {read.bytes.total() / s, read.bytes.peak(), share(mostRead, read.bytes.total()),
                            number(read.refusedByBytes)};
        return use;
    }

    BrokerLogConfig config;
    BillOf<BrokerLogLoad> bill;
    std::vector<Broker> brokers;
    std::vector<Partition> partitions;
    std::vector<Parked> parked;  ///< by partition, then consumer
    std::vector<double> partitionOutAsked;
    LaneConsumers readers;
    LaneTable places;
    DrawKey latencies, errorDraws;
    std::uint64_t records = 0, bytes = 0;  ///< stored
    std::array<std::uint64_t, kLimits> refused{};
    std::uint64_t fetchesHeld = 0, tooFewInSync = 0;
    double farBytesRead = 0;
    RateUse inUse, outUse, diskUse, partitionUse;
};

}  // namespace

NodeHandle BrokerLogFamily::makeNode(const BrokerLogConfig& config, const NodeContext& context,
                                     BillOf<BrokerLogLoad> bill)
{
    auto node = std::make_unique<BrokerLogNode>(config, std::move(bill));
    node->meter = context.meter();
    node->places = LaneTable{context.keyHashes};
    node->latencies = context.draws(Purpose::Latency);
    node->errorDraws = context.draws(Purpose::Error);
    node->partitionOutAsked.assign(static_cast<std::size_t>(config.partitions), 0);
    node->open(context);
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
