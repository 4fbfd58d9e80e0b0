// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/batch_cluster/batch_cluster.h"
#include "simulator/families/transfer/transfer.h"

#include "simulator/metrics/facts.h"

#include <algorithm>
#include <deque>

namespace plimsoll {

namespace {

enum class Alarm : std::uint64_t { Due, Crossed, Worked, Again, Wake };
constexpr std::uint64_t alarmId(Alarm kind, std::uint64_t number)
{
    return static_cast<std::uint64_t>(kind) << 56 | number;
}

struct Change {
    Message message;
    SimTime arrived;
};

/// One target of a change in work.
struct Delivery {
    std::uint32_t connection = 0;
    bool done = false;
    bool holdsUnit = false;  ///< refused: the change is here until it is tried again
};

/// Who applies one change at a time.
struct Applier {
    bool busy = false, working = false;  ///< working: not handed to the targets yet
    std::uint32_t generation = 0;
    Change change;
    SimTime begun;
    std::uint8_t tries = 0;
    std::vector<Delivery> deliveries;
};

struct TransferNode : NodeBase {
    TransferNode(const TransferConfig& c, BillOf<TransferLoad> b) : config{c}, bill{std::move(b)}
    {
        appliers.resize(static_cast<std::size_t>(std::max(1, c.appliers)));
    }

    template <class Emit>
    void start(Emit&)
    {
        for (std::size_t job = 0; job < jobs.size(); ++job) {
            if (jobs[job].gigabytes > 0)
                timers.arm(kSimStart + fromSeconds(jobs[job].firstAtSeconds), alarmId(Alarm::Due, job));
        }
    }

    // --- full load ------------------------------------------------------------------------------------------------

    bool loading() const { return left > 0; }
    double rate() const
    {
        return faults.down ? 0 : loadRate(config) * faults.capacity / std::max(faults.slow, 1e-9);
    }
    void advance(SimTime t)
    {
        if (loading()) {
            const double passed = seconds(t - advancedAt),
                         still = std::min(underWay, faults.down ? 0 : passed);
            underWay -= still;
            const double crossed = std::min(left, rate() * (passed - still));
            left -= crossed;
            onPath += crossed;
        }
        advancedAt = t;
    }
    void plan(SimTime t)
    {
        ++planned;
        if (loading() && rate() > 0)
            timers.arm(t + fromSeconds(underWay + left / rate()), alarmId(Alarm::Crossed, planned));
    }
    void due(SimTime t, std::size_t job)
    {
        // What is due on the horizon is the first of what comes after it.
        if (const SimTime next = t + fromSeconds(jobs[job].everySeconds);
            jobs[job].everySeconds > 0 && next < meter.horizon())
            timers.arm(next, alarmId(Alarm::Due, job));
        advance(t);
        if (!loading())
            loadBegan = t;
        const double bytes = jobs[job].gigabytes * kGib;
        left += bytes;
        loadBytes += bytes;
        trips += tripsOf(config, bytes);
        underWay += tripsOf(config, bytes) * seconds(config.perTrip);
        ++loadsStarted;
        plan(t);
    }
    template <class Emit>
    void crossed(SimTime t, std::uint64_t plan_, Emit& emit)
    {
        if (plan_ != planned)
            return;
        advance(t);
        left = 0;  // times are whole nanoseconds
        ++loadsFinished;
        longestLoad = std::max(longestLoad, seconds(t - loadBegan));
        apply(t, emit);
    }

    // --- changes --------------------------------------------------------------------------------------------------

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        meter.offered(t, m.records, m.id.attempt > 0);
        if (faults.down) {
            meter.rejected(t, m.records);
            return emit.refuse(t, m, Outcome::Failed);
        }
        const auto bytes = static_cast<double>(m.bytes);
        if (config.cacheBytes > 0 && cache.value() + bytes > config.cacheBytes) {
            ++turnedAway;
            meter.throttled(t, m.records);
            return emit.refuse(t, m, Outcome::Throttled);
        }
        meter.accepted(m.records);
        cache.set(t, cache.value() + bytes);
        changeBytes += bytes;
        if (loading()) {  // it shares the path with the load
            advance(t);
            left += bytes;
            plan(t);
        } else {
            onPath += bytes;
        }
        if (m.replyTo.slot == CallToken::kUnattended)
            emit.entered(m.replyTo.connection, m.born);
        Change change{m, t};
        // Whoever made the change does not wait for its copy.
        emit.done(t, m);
        waiting.push_back(change);
        apply(t, emit);
        meter.peak(static_cast<double>(waiting.size()));
    }
    /// When a change that came at `t` is looked at.
    SimTime eligible(SimTime t) const
    {
        if (config.gather <= Duration{0})
            return t;
        const std::int64_t every = config.gather.count(), since = t.time_since_epoch().count() - phase;
        return SimTime{Duration{phase + (since >= 0 ? (since + every - 1) / every : 0) * every}};
    }
    template <class Emit>
    void apply(SimTime t, Emit&)
    {
        if (loading() || faults.down || faults.paused)
            return;
        for (std::size_t slot = 0; slot < appliers.size() && !waiting.empty(); ++slot) {
            Applier& applier = appliers[slot];
            if (applier.busy)
                continue;
            const SimTime from = eligible(waiting.front().arrived);
            if (from > t) {
                timers.arm(from, alarmId(Alarm::Wake, 0));
                return;
            }
            applier = {true, true, applier.generation + 1, waiting.front(), t, 0, {}};
            waiting.pop_front();
            busy.set(t, busy.value() + 1);
            const Message& m = applier.change.message;
            const double own =
                std::max(static_cast<double>(m.records) / config.changesPerApplier,
                         static_cast<double>(m.bytes) * config.appliers / config.pathBytesPerSecond);
            timers.arm(t + fromSeconds(own * faults.slow),
                       alarmId(Alarm::Worked, slot << 32 | applier.generation));
        }
    }
    template <class Emit>
    void worked(SimTime t, std::uint64_t id, Emit& emit)
    {
        Applier& applier = appliers[id >> 32 & 0xFFFFFF];
        if (!applier.busy || applier.generation != static_cast<std::uint32_t>(id))
            return;
        applier.working = false;
        const Message& m = applier.change.message;
        if (targets.empty()) {
            if (m.carriesUnit)
                meter.units.done += m.records;
            eachRecord(m, emit,
                       [&](const MessageId& record, SimTime born) { emit.readable(meter, t, record, born); });
            return applied(t, applier, emit);
        }
        if (m.carriesUnit)
            meter.units.copied += (targets.size() - 1) * m.records;
        else
            meter.units.generated += targets.size() * m.records;
        for (const std::uint32_t connection : targets)
            applier.deliveries.push_back({connection, false, false});
        for (Delivery& delivery : applier.deliveries)
            deliver(t, applier, delivery, emit);
    }
    template <class Emit>
    void deliver(SimTime t, Applier& applier, Delivery& delivery, Emit& emit)
    {
        Message next = applier.change.message;
        next.id.visit = static_cast<std::uint8_t>(next.id.visit + 1);
        next.id.attempt = applier.tries;
        next.id.part = static_cast<std::uint16_t>(next.id.part + (&delivery - applier.deliveries.data()));
        next.sent = t;
        next.deadline = kNever;
        next.operation = Operation::Write;
        next.carriesUnit = true;
        next.client = 0;
        next.replyTo = {static_cast<std::uint32_t>(&applier - appliers.data()), applier.generation,
                        delivery.connection, false};
        delivery.holdsUnit = false;
        if (next.members)
            emit.spans().retain(next.members);
        emit.send(delivery.connection, t, next);
    }
    template <class Emit>
    void reply(SimTime t, const Reply& r, Emit& emit)
    {
        emit.spans().release(r.members);
        if (r.call.slot >= appliers.size())
            return;
        Applier& applier = appliers[r.call.slot];
        const auto delivery =
            std::find_if(applier.deliveries.begin(), applier.deliveries.end(),
                         [&](const Delivery& d) { return d.connection == r.call.connection && !d.done; });
        if (!applier.busy || applier.generation != r.call.generation || delivery == applier.deliveries.end())
            return;
        emit.called(r.call.connection, applier.change.message.id, r.sent, t);
        if (r.outcome == Outcome::Done) {
            delivery->done = true;
            if (std::all_of(applier.deliveries.begin(), applier.deliveries.end(),
                            [](const Delivery& d) { return d.done; }))
                applied(t, applier, emit);
            return;
        }
        // A change is never given up: the next ones wait behind it.
        ++retries;
        delivery->holdsUnit = true;
        timers.arm(t + config.retry,
                   alarmId(Alarm::Again, std::uint64_t{r.call.slot} << 32 | applier.generation));
    }
    template <class Emit>
    void again(SimTime t, std::uint64_t id, Emit& emit)
    {
        Applier& applier = appliers[id >> 32 & 0xFFFFFF];
        if (!applier.busy || applier.generation != static_cast<std::uint32_t>(id))
            return;
        applier.tries = static_cast<std::uint8_t>(std::min(255, applier.tries + 1));
        for (Delivery& delivery : applier.deliveries) {
            if (delivery.holdsUnit)
                deliver(t, applier, delivery, emit);
        }
    }
    template <class Emit>
    void applied(SimTime t, Applier& applier, Emit& emit)
    {
        const Message& m = applier.change.message;
        meter.completed(t, m.records, t - applier.change.arrived);
        eachRecord(m, emit, [&](const MessageId& record, SimTime) {
            emit.spent(meter, record, TimePart::Queue, applier.change.arrived, applier.begun);
            emit.spent(meter, record, TimePart::Service, applier.begun, t);
        });
        cache.set(t, std::max(0.0, cache.value() - static_cast<double>(m.bytes)));
        busy.set(t, busy.value() - 1);
        changesApplied += m.records;
        emit.spans().release(m.members);
        applier.busy = false;
        apply(t, emit);
    }
    template <class Emit, class Visit>
    void eachRecord(const Message& m, Emit& emit, Visit visit)
    {
        if (!m.members)
            return visit(m.id, m.born);
        for (const Member& member : emit.spans().members(m.members))
            visit(member.id, member.born);
    }

    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        const std::uint64_t number = id & 0xFFFFFFFFFFFFFF;
        switch (static_cast<Alarm>(id >> 56)) {
        case Alarm::Due:
            return due(t, number);
        case Alarm::Crossed:
            return crossed(t, number, emit);
        case Alarm::Worked:
            return worked(t, number, emit);
        case Alarm::Again:
            return again(t, number, emit);
        case Alarm::Wake:
            return apply(t, emit);
        }
    }
    /// What is down goes on where it was: loads and changes are not lost.
    template <class Emit>
    void control(SimTime t, const Control& c, Emit& emit)
    {
        advance(t);
        faults.apply(c);
        plan(t);
        apply(t, emit);
    }
    void sample(SimTime t)
    {
        meter.sample(t, static_cast<double>(waiting.size()),
                     waiting.empty() ? 0 : seconds(t - waiting.front().arrived));
    }
    std::uint64_t resident() const
    {
        std::uint64_t records = 0;
        for (const Change& change : waiting)
            records += change.message.records;
        for (const Applier& applier : appliers)
            records += applier.busy ? applier.change.message.records : 0;
        return records;
    }
    std::uint64_t unitsInFlight() const
    {
        std::uint64_t units = 0;
        for (const Change& change : waiting)
            units += change.message.carriesUnit ? change.message.records : 0;
        for (const Applier& applier : appliers) {
            if (!applier.busy)
                continue;
            const Message& m = applier.change.message;
            units += applier.working && m.carriesUnit ? m.records : 0;
            for (const Delivery& delivery : applier.deliveries)
                units += delivery.holdsUnit ? m.records : 0;
        }
        return units;
    }
    void report(NodeReport& out) const
    {
        const double s = std::max(out.seconds, 1e-9);
        const SimTime end{fromSeconds(out.seconds)};
        const double passed = seconds(end - advancedAt), still = std::min(underWay, passed);
        const double running = loading() ? std::min(left, rate() * (passed - still)) : 0;
        const double crossedAll = onPath + running;
        std::vector<LimitUse>& limits = out.component.limits;
        limits.push_back(
            rateLimit(config.path, crossedAll / s, loadsStarted > 0 ? loadRate(config) : crossedAll / s, 0));
        limits.push_back(
            withHistory(heldLimit(config.apply, busy.integralUntil(end) / s, busy.peak(), 0), busy, s));
        if (config.cacheBytes > 0)
            limits.push_back(withHistory(heldLimit(config.cache, cache.integralUntil(end) / s, cache.peak(),
                                                   static_cast<double>(turnedAway)),
                                         cache, s));
        addCounts(out.component, {{"changes-applied", "changes applied", changesApplied},
                                  {"changes-tried-again", "changes tried again", retries},
                                  {"full-loads-finished", "full loads finished", loadsFinished}});
        const double rest = loading() && rate() > 0 ? underWay - still + (left - running) / rate() : 0;
        const double longest = std::max(longestLoad, loading() ? seconds(end - loadBegan) + rest : 0.0);
        if (loadsStarted > 0)
            out.component.facts.emplace_back("full-load-hours", "full load takes h", Aggregation::Peak,
                                             longest / 3600);
        // Shorter ones are a batch that fills, and no schedule.
        constexpr double kBatch = 10;
        if (seconds(config.gather) > kBatch)
            addReadingPeriod(out.component, seconds(config.gather));
        out.component.facts.emplace_back("gb-moved", "GB moved", Aggregation::Sum, crossedAll / kGib);
        bill({crossedAll / s, static_cast<double>(loadsStarted) / s, loadBytes / s, trips / s}, out);
    }

    TransferConfig config;
    BillOf<TransferLoad> bill;
    std::vector<JobLoad> jobs;
    std::vector<std::uint32_t> targets;
    std::deque<Change> waiting;
    std::vector<Applier> appliers;
    HeldUse cache, busy;  ///< bytes of changes here; appliers at work
    double left = 0;      ///< bytes still to cross until the load ends
    double underWay = 0;  ///< seconds that trips take beside their bytes
    double onPath = 0, loadBytes = 0, changeBytes = 0, longestLoad = 0, trips = 0;
    SimTime advancedAt = kSimStart, loadBegan = kSimStart;
    std::uint64_t planned = 0, loadsStarted = 0, loadsFinished = 0;
    std::uint64_t turnedAway = 0, changesApplied = 0, retries = 0;
    std::int64_t phase = 0;
};

}  // namespace

NodeHandle TransferFamily::makeNode(const TransferConfig& config, const NodeContext& context,
                                    BillOf<TransferLoad> bill)
{
    auto node = std::make_unique<TransferNode>(config, std::move(bill));
    node->meter = context.meter();
    node->jobs = jobsOf(context.self, *context.scenario);
    node->phase = static_cast<std::int64_t>(context.draws(Purpose::Phase).at(std::uint64_t{0})
                                            * static_cast<double>(config.gather.count()));
    for (const ConnectionPort& port : context.outputs) {
        if (takesChanges(port.kind))
            node->targets.push_back(port.index);
    }
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
