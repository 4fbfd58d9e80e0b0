// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/database_instance/callers.h"
#include "simulator/families/database_instance/instance.h"
#include "simulator/kernel/pending_slab.h"

#include <algorithm>
#include <map>

namespace plimsoll {

using namespace database_node;

namespace {

struct DatabaseFigures {
    std::uint64_t borrowTimeouts = 0, refusedFull = 0, failovers = 0;
    double keptBytes = 0;
    std::uint64_t replayed = 0;
    Duration lag{}, longestLag{};
    double writeOperations = 0;
    HeldUse borrowed;
};

struct DatabaseNode : NodeBase {
    enum class Stage : std::uint8_t { Borrowing, Connecting, Waiting, Working, Ending };
    /// A statement from its arrival to its answer.
    struct Job {
        Message request;
        std::uint64_t owner = 0;
        std::uint32_t slot = 0, instance = 0;
        Stage stage = Stage::Waiting;
        double speed = 1;
        SimTime due = kNever;  ///< of its alarm; an earlier one no longer counts
        SimTime arrived, granted, queued, begun, worked, turn;
    };
    static constexpr std::uint64_t kTakeOver = std::uint64_t{1} << 63, kLook = kTakeOver + 1;

    DatabaseNode(const DatabaseConfig& c, BillOf<DatabaseLoad> b) : config{c}, bill{std::move(b)} {}

    template <class Emit>
    void start(Emit&)
    {
        if (config.elastic)
            timers.arm(kSimStart + std::chrono::seconds{1}, kLook);
    }

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        meter.offered(t, m.records, m.id.attempt > 0);
        const std::uint32_t place = placeOf(m);
        const bool waitsForTakeOver = config.proxy && config.failover;
        if ((place == 0 && isDown() && !waitsForTakeOver)
            || (faults.errors > 0 && errorDraws.at(m.id) < faults.errors))
            return refuse(t, m, Outcome::Failed, emit);
        if (isFull(m)) {
            ++figures.refusedFull;
            return refuse(t, m, Outcome::Rejected, emit);
        }
        Job job;
        job.request = m;
        job.instance = place;
        job.owner = callers.ownerOf(m.replyTo.connection, m.client);
        job.arrived = job.granted = t;
        if (config.proxy && place == 0)
            return borrow(t, std::move(job), emit);
        const ConnectionBook::Taken taken = instances[place].connections.take(t, job.owner);
        if (taken == ConnectionBook::Taken::Refused)
            return refuse(t, m, Outcome::Rejected, emit);
        meter.accepted(m.records);
        const std::uint32_t slot = open(std::move(job));
        if (taken == ConnectionBook::Taken::Opened && config.connect > Duration{0})
            return arm(t + config.connect, slot, Stage::Connecting);
        queue(t, slot);
    }
    /// The first is the primary; of several replicas a read takes one by its draw, an environment always the same.
    std::uint32_t placeOf(const Message& m) const
    {
        if (!isRead(m) || instances.size() == 1 || routeDraws.at(m.id) >= config.replicas.readShare)
            return 0;
        const std::uint64_t replicas = instances.size() - 1;
        const std::uint64_t name = m.client > 0 ? m.client : nodeDraws.bitsAt(m.id);
        return static_cast<std::uint32_t>(1 + name % replicas);
    }
    static bool isRead(const Message& m) { return fetches(m.operation); }
    bool isDown() const { return faults.down && !tookOver; }
    bool isFull(const Message& m) const
    {
        return !isRead(m) && config.storage.allocatedBytes > 0 && !config.storage.grows
               && config.storage.heldBytes + figures.keptBytes
                          + static_cast<double>(m.bytes) * config.storage.keptShare
                      > config.storage.allocatedBytes;
    }
    template <class Emit>
    void refuse(SimTime t, const Message& m, Outcome outcome, Emit& emit)
    {
        meter.rejected(t, m.records);
        emit.refuse(t + networkOf(m), m, outcome);
    }
    Duration networkOf(const Message& m) const
    {
        return fromNanos(config.network.drawFor(m.id, latencies) * faults.slow + 0.5);
    }
    std::uint32_t open(Job job)
    {
        const std::uint32_t slot = jobs.open(std::move(job), 0).slot;
        jobs.at(slot)->slot = slot;
        return slot;
    }
    void arm(SimTime at, std::uint32_t slot, Stage stage)
    {
        Job& job = *jobs.at(slot);
        job.stage = stage;
        job.due = at;
        timers.arm(at, std::uint64_t{jobs.generationOf(slot)} << 32 | slot);
    }

    // --- a shared connection ------------------------------------------------------------------------------------------

    template <class Emit>
    void borrow(SimTime t, Job job, Emit& emit)
    {
        meter.accepted(job.request.records);
        const std::uint32_t slot = open(std::move(job));
        borrowers.push_back(slot);
        arm(t + config.proxy->longestWait, slot, Stage::Borrowing);
        lend(t, emit);
    }
    template <class Emit>
    void lend(SimTime t, Emit&)
    {
        while (!borrowers.empty() && !isDown() && figures.borrowed.value() < config.proxy->connections) {
            const std::uint32_t slot = borrowers.front();
            borrowers.pop_front();
            figures.borrowed.set(t, figures.borrowed.value() + 1);
            Job& job = *jobs.at(slot);
            job.granted = t;
            if (config.proxy->passes > Duration{0})
                arm(t + config.proxy->passes, slot, Stage::Connecting);
            else
                queue(t, slot);
        }
    }
    template <class Emit>
    void borrowTimedOut(SimTime t, std::uint32_t slot, Emit& emit)
    {
        ++figures.borrowTimeouts;
        std::erase(borrowers, slot);
        fail(t, slot, emit);
    }

    // --- vCPU and volume ----------------------------------------------------------------------------------------------

    void queue(SimTime t, std::uint32_t slot)
    {
        Job& job = *jobs.at(slot);
        job.stage = Stage::Waiting;
        job.due = kNever;
        job.queued = t;
        instances[job.instance].line.push_back(slot);
        serve(t, job.instance);
    }
    void serve(SimTime t, std::uint32_t place)
    {
        Instance& instance = instances[place];
        while (!instance.line.empty() && instance.hasVcpu(faults.capacity)) {
            const std::uint32_t slot = instance.line.front();
            instance.line.pop_front();
            Job& job = *jobs.at(slot);
            const StatementCost& cost = costOf(job.request);
            const double nanos =
                cost.processor.law.drawFor(job.request.id, serviceDraws) * job.request.records * faults.slow;
            job.begun = t;
            const Duration length = instance.begin(t, nanos, faults.capacity);
            job.speed = instance.speedOfLast;
            arm(t + length, slot, Stage::Working);
        }
    }
    const StatementCost& costOf(const Message& m) const { return isRead(m) ? config.read : config.write; }
    void worked(SimTime t, std::uint32_t slot)
    {
        Job& job = *jobs.at(slot);
        Instance& instance = instances[job.instance];
        instance.end(t, job.speed);
        const StatementCost& cost = costOf(job.request);
        const bool read = isRead(job.request);
        const double mean = cost.operations * job.request.records * (read ? instance.missShare() : 1);
        const double operations = instance.operations(mean, volumeDraws.at(job.request.id));
        job.worked = job.turn = t;
        SimTime done = t;
        if (operations > 0) {
            job.turn = std::max(t, instance.volume.free());
            instance.operationsUse.add(t, operations);
            figures.writeOperations += read ? 0 : operations;
            done = instance.volume.take(t, operations) + cost.volumeLatency;
            if (config.volume.perSecond <= 0)
                job.turn = t;
            if (read)
                instance.warmPages += operations;
        }
        if (!read)
            replay(done, job.request);
        arm(done + networkOf(job.request), slot, Stage::Ending);
        serve(t, job.instance);
    }
    /// A write is applied on the replicas one after the other.
    void replay(SimTime committed, const Message& m)
    {
        if (instances.size() == 1)
            return;
        const double nanos = config.write.processor.law.drawFor(m.id, serviceDraws) * m.records
                             * config.replicas.replayShare * faults.slow;
        replayedTo = std::max(replayedTo, committed) + fromNanos(nanos + 0.5);
        const Duration lag = replayedTo - committed;
        figures.lag += lag;
        figures.longestLag = std::max(figures.longestLag, lag);
        ++figures.replayed;
    }

    // --- the end ------------------------------------------------------------------------------------------------------

    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        if (id == kTakeOver)
            return takeOver(t, emit);
        if (id == kLook)
            return look(t);
        const auto slot = static_cast<std::uint32_t>(id);
        const Job* job = jobs.find({slot, static_cast<std::uint32_t>(id >> 32), 0, false});
        if (!job || job->due != t)
            return;
        switch (job->stage) {
        case Stage::Borrowing:
            return borrowTimedOut(t, slot, emit);
        case Stage::Connecting:
            return queue(t, slot);
        case Stage::Working:
            return worked(t, slot);
        case Stage::Ending:
            return finish(t, slot, emit);
        case Stage::Waiting:
            return;
        }
    }
    void look(SimTime t)
    {
        for (std::uint32_t place = 0; place < instances.size(); ++place) {
            instances[place].look(t);
            serve(t, place);
        }
        timers.arm(t + std::chrono::seconds{1}, kLook);
    }
    template <class Emit>
    void finish(SimTime t, std::uint32_t slot, Emit& emit)
    {
        const Job job = *jobs.at(slot);
        const Message& m = job.request;
        jobs.close(slot);
        meter.completed(t, m.records, t - job.arrived);
        meter.abandoned(t, m.deadline, m.records);
        spend(job, TimePart::Queue, job.arrived, job.granted, emit);
        spend(job, TimePart::Service, job.granted, job.queued, emit);
        spend(job, TimePart::Queue, job.queued, job.begun, emit);
        spend(job, TimePart::Service, job.begun, job.worked, emit);
        spend(job, TimePart::Queue, job.worked, job.turn, emit);
        spend(job, TimePart::Service, job.turn, t, emit);
        if (m.carriesUnit)
            meter.units.done += m.records;
        if (!isRead(m)) {
            figures.keptBytes += static_cast<double>(m.bytes) * config.storage.keptShare;
            if (m.members)
                emit.readableEach(meter, t, emit.spans().members(m.members));
            else
                emit.readable(meter, t, m.id, m.born);
        }
        if (m.replyTo.slot == CallToken::kUnattended
            && !isRead(m))  // a read brings nothing that anybody waits for
            emit.entered(m.replyTo.connection, m.born);
        emit.spans().release(m.members);
        emit.done(t, m);
        leave(t, job, emit);
    }
    template <class Emit>
    void spend(const Job& job, TimePart part, SimTime from, SimTime to, Emit& emit)
    {
        if (job.request.members)
            emit.spentEach(meter, emit.spans().members(job.request.members), part, from, to);
        else
            emit.spent(meter, job.request.id, part, from, to);
    }
    template <class Emit>
    void leave(SimTime t, const Job& job, Emit& emit)
    {
        if (!config.proxy || job.instance > 0)
            return instances[job.instance].connections.giveBack(t, job.owner);
        figures.borrowed.set(t, figures.borrowed.value() - 1);
        lend(t, emit);
    }
    template <class Emit>
    void fail(SimTime t, std::uint32_t slot, Emit& emit)
    {
        const Message m = jobs.at(slot)->request;
        jobs.close(slot);
        const SimTime at = t + networkOf(m);
        meter.failed(at, m.records);
        emit.refuse(at, m, Outcome::Failed);
    }

    // --- faults -------------------------------------------------------------------------------------------------------

    /// What goes down takes with it what it has in work, everybody's connection, and what is in memory.
    template <class Emit>
    void control(SimTime t, const Control& c, Emit& emit)
    {
        faults.apply(c);
        if (c.kind == Control::Kind::Down && c.begins) {
            std::vector<std::uint32_t> struck;
            jobs.forEach([&](const Job& job) {
                if (job.instance == 0 && job.stage != Stage::Borrowing)
                    struck.push_back(job.slot);
            });
            instances.front().strike(t, config.coldAfterFailover);
            if (config.proxy)
                figures.borrowed.set(t, 0);
            for (const std::uint32_t slot : struck)
                fail(t, slot, emit);
            tookOver = false;
            takesOverAt = config.failover ? t + *config.failover : kNever;
            if (config.failover)
                timers.arm(takesOverAt, kTakeOver);
        }
        tookOver = tookOver && faults.down;
        for (std::uint32_t place = 0; place < instances.size(); ++place)
            serve(t, place);
        if (config.proxy)
            lend(t, emit);
    }
    template <class Emit>
    void takeOver(SimTime t, Emit& emit)
    {
        if (!faults.down || tookOver || t != takesOverAt)
            return;
        tookOver = true;
        ++figures.failovers;
        if (config.proxy)
            lend(t, emit);
    }
    template <class Emit>
    void reply(SimTime, const Reply&, Emit&)
    {}
    void sample(SimTime t)
    {
        double waiting = static_cast<double>(borrowers.size());
        SimTime oldest = borrowers.empty() ? t : jobs.at(borrowers.front())->arrived;
        for (Instance& instance : instances) {
            instance.connections.closeIdle(t);
            waiting += static_cast<double>(instance.line.size());
            if (!instance.line.empty())
                oldest = std::min(oldest, jobs.at(instance.line.front())->arrived);
        }
        meter.sample(t, waiting, seconds(t - oldest));
    }
    Duration leastAnswer() const { return faults.shortest(config.network.least()); }
    bool attends(std::uint32_t) const { return false; }
    bool sends(std::uint32_t) const { return false; }
    std::uint64_t resident() const
    {
        std::uint64_t records = 0;
        jobs.forEach([&](const Job& job) { records += job.request.records; });
        return records;
    }
    std::uint64_t unitsInFlight() const
    {
        std::uint64_t units = 0;
        jobs.forEach([&](const Job& job) { units += job.request.carriesUnit ? job.request.records : 0; });
        return units;
    }
    void report(NodeReport& out) const;

    DatabaseConfig config;
    BillOf<DatabaseLoad> bill;
    std::vector<Instance> instances;  ///< the primary first
    Callers callers;
    PendingSlab<Job> jobs;
    std::deque<std::uint32_t> borrowers;  ///< wait for a shared connection
    SimTime replayedTo = kSimStart, takesOverAt = kNever;
    bool tookOver = false;
    DrawKey serviceDraws, latencies, errorDraws, routeDraws, nodeDraws, volumeDraws;
    DatabaseFigures figures;
};

void DatabaseNode::report(NodeReport& out) const
{
    const double s = std::max(out.seconds, 1e-9);
    const SimTime end{fromSeconds(out.seconds)};
    std::vector<LimitUse>& limits = out.component.limits;
    std::uint64_t opened = 0;
    for (std::size_t place = 0; place < instances.size(); ++place) {
        const Instance& instance = instances[place];
        opened += instance.connections.opened();
        const bool shared = config.proxy && place == 0;
        if (place > 1)
            continue;  // the replicas are alike
        const std::string of = place == 0 ? "" : " of a replica", id = place == 0 ? "" : "replica-";
        const auto named = [&](LimitSpec spec) {
            spec.limit = id + spec.limit;
            spec.label += of;
            return spec;
        };
        if (!shared)
            limits.push_back(withHistory(heldLimit(named(config.connections),
                                                   instance.connections.use().integralUntil(end) / s,
                                                   instance.connections.use().peak(),
                                                   static_cast<double>(instance.connections.refused())),
                                         instance.connections.use(), s));
        limits.push_back(withHistory(
            heldLimit(named(config.vcpus), instance.use.integralUntil(end) / s, instance.use.peak(), 0),
            instance.use, s));
        if (config.elastic && place == 0)
            out.component.facts.emplace_back("capacity-at-the-end", "capacity at the end", Aggregation::Last,
                                             instance.size);
        if (config.volume.perSecond > 0)
            limits.push_back(
                withHistory(rateLimit(named(config.operations), instance.operationsUse.total() / s,
                                      instance.operationsUse.peak(), 0),
                            instance.operationsUse, s));
    }
    if (config.proxy)
        limits.push_back(
            withHistory(heldLimit(config.pool, figures.borrowed.integralUntil(end) / s,
                                  figures.borrowed.peak(), static_cast<double>(figures.borrowTimeouts)),
                        figures.borrowed, s));
    if (config.storage.allocatedBytes > 0) {
        const double held = config.storage.heldBytes + figures.keptBytes;
        limits.push_back(heldLimit(config.allocated, held, held, static_cast<double>(figures.refusedFull)));
    }
    addCounts(out.component, {{"connections-opened", "connections opened", opened}});
    if (config.proxy)
        addCounts(out.component,
                  {{"waited-too-long", "waited too long for a connection", figures.borrowTimeouts}});
    if (figures.failovers > 0)
        addCounts(out.component, {{"failovers", "failovers", figures.failovers}});
    if (figures.replayed > 0) {
        const double replay = seconds(figures.lag) * 1e3 / static_cast<double>(figures.replayed);
        const double longest = seconds(figures.longestLag) * 1e3;
        const double near = replay + seconds(config.replicas.lag) * 1e3,
                     far = replay + seconds(config.replicas.farLag) * 1e3;
        if (config.replicas.count > config.replicas.far) {
            out.component.facts.emplace_back("replica-lag-ms", "replica lag ms", Aggregation::Share, near);
            out.component.facts.emplace_back("longest-replica-lag-ms", "longest replica lag ms",
                                             Aggregation::Peak, longest - replay + near);
        }
        if (config.replicas.far > 0) {
            out.component.facts.emplace_back("second-region-lag-ms", "lag of the second Region ms",
                                             Aggregation::Share, far);
            out.component.facts.emplace_back("longest-second-region-lag-ms",
                                             "longest lag of the second Region ms", Aggregation::Peak,
                                             longest - replay + far);
        }
    }
    double operations = 0, surplus = 0, capacity = 0;
    for (const Instance& instance : instances) {
        VcpuCredits credits = instance.credits;
        credits.pass(end, instance.inUse);
        operations += instance.operationsUse.total() / s;
        capacity += instance.capacity.integralUntil(end) / s;
        surplus += credits.surplus() / s;
    }
    bill({operations, config.processor.unlimited ? surplus : 0, figures.keptBytes / s, capacity,
          figures.writeOperations / s},
         out);
}

}  // namespace

NodeHandle DatabaseFamily::makeNode(const DatabaseConfig& config, const NodeContext& context,
                                    BillOf<DatabaseLoad> bill)
{
    auto node = std::make_unique<DatabaseNode>(config, std::move(bill));
    const DatabaseConfig& c = node->config;
    node->meter = context.meter();
    node->serviceDraws = context.draws(Purpose::Service);
    node->latencies = context.draws(Purpose::Latency);
    node->errorDraws = context.draws(Purpose::Error);
    node->routeDraws = context.draws(Purpose::Route);
    node->nodeDraws = context.draws(Purpose::Node);
    node->volumeDraws = context.draws(Purpose::Filter);
    node->callers.open(context.inputs);
    // What is saved up is full after a long time with less than is earned, and used up after one with more.
    const Opened opened = openedWith(c, context);
    node->instances.reserve(static_cast<std::size_t>(c.replicas.count)
                            + 1);  // places in their books are kept
    for (int place = 0; place <= c.replicas.count; ++place) {
        const InstanceOpened& own = place == 0 ? opened.primary : opened.replica;
        Instance instance{c, own.savedOperations, own.savedVcpuSeconds, own.vcpus};
        instance.warmPages = c.bufferPages;
        node->instances.push_back(std::move(instance));
    }
    for (const KeptConnections& kept : opened.connections) {
        for (int client = 1; client <= kept.clients; ++client) {
            const std::uint64_t owner =
                node->callers.ownerOf(kept.connection, static_cast<std::uint32_t>(client));
            if (kept.primary && !c.proxy)
                node->instances.front().connections.keep(owner);
            if (kept.replica && c.replicas.count > 0)
                node->instances[static_cast<std::size_t>(1 + client % c.replicas.count)].connections.keep(
                    owner);
        }
    }
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
