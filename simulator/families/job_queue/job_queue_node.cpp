// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/fleet/fleet_size.h"
#include "simulator/families/job_queue/job_queue.h"
#include "simulator/families/shared/acknowledged.h"
#include "simulator/families/shared/errands.h"
#include "simulator/families/shared/hand_over.h"
#include "simulator/kernel/pending_slab.h"

#include <array>
#include <cmath>
#include <deque>

namespace plimsoll {

namespace {

enum class Alarm : std::uint64_t { Done, Tick, Size, Launch, TooLong };
constexpr std::uint64_t alarmId(Alarm kind, const CallToken& token = {})
{
    return static_cast<std::uint64_t>(kind) << 56 | std::uint64_t{token.slot & 0xFFFFFFF} << 28
           | (token.generation & 0xFFFFFFF);
}

/// What was submitted at once.
struct Job {
    Message request;
    std::uint32_t left = 0;  ///< children that have not ended
    bool failed = false;     ///< one of them did
    bool urgent = false;
    SimTime arrived;
};

/// Children of a job that wait for their `attempt`.
struct Waiting {
    CallToken job;
    std::uint32_t next = 0, until = 0;
    std::uint8_t attempt = 0;
};

/// An attempt of one child on its way.
struct Attempt {
    CallToken job;
    std::uint32_t child = 0;
    std::uint8_t number = 0;
    CallToken errand{};
    SimTime launched, begun;
};

struct JobFigures {
    RateUse submits;
    std::uint64_t throttled = 0, begun = 0, failedAttempts = 0, retried = 0, taken = 0, waited = 0,
                  tooLong = 0;
    double waitSeconds = 0, billedSeconds = 0;
    std::uint64_t urgent = 0;  ///< of the attempts begun
    double urgentSeconds = 0;  ///< that they waited
    HeldUse busy;              ///< places
};

struct JobQueueNode : NodeBase {
    JobQueueNode(const JobQueueConfig& c, BillOf<JobQueueLoad> b) : config{c}, bill{std::move(b)} {}

    template <class Emit>
    void start(Emit&)
    {
        if (!config.unitPerJob)
            timers.arm(kSimStart + size.policy().period, alarmId(Alarm::Tick));
    }
    /// Attempts that there are places for now; those above them go on to their end.
    double places() const
    {
        if (faults.down)
            return 0;
        const double all = config.unitPerJob ? config.mostUnits
                                             : static_cast<double>(size.inService()) * config.capacity.slots;
        return std::floor(std::floor(all * faults.capacity + 1e-9) / config.nodes);
    }

    // --- submitting ---------------------------------------------------------------------------------------------------

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        meter.offered(t, m.records, m.id.attempt > 0);
        if (faults.down) {
            meter.rejected(t, m.records);
            return emit.refuse(t, m, Outcome::Failed);
        }
        figures.submits.add(t, 1);
        if (!submits.tryTake(1, t)) {
            ++figures.throttled;
            meter.throttled(t, m.records);
            return emit.refuse(t, m, Outcome::Throttled);
        }
        meter.accepted(m.records);
        if (m.replyTo.slot == CallToken::kUnattended)
            emit.entered(m.replyTo.connection, m.born);
        if (acknowledged.holds(m))
            emit.answer(t, m.replyTo, acknowledged.reply(m));
        const bool urgent = config.urgentShare > 0 && urgentDraws.at(m.id) < config.urgentShare;
        const std::uint32_t first = config.oneByOne ? 1 : config.children;
        wait({jobs.open({m, config.children, false, urgent, t}, 0), 0, first, 0});
        begin(t, emit);
        meter.peak(static_cast<double>(waiting));
    }

    // --- attempts -----------------------------------------------------------------------------------------------------

    /// RUNNABLE, behind those that are.
    void wait(const Waiting& children)
    {
        lines[jobs.at(children.job.slot)->urgent ? 0 : 1].push_back(children);
        waiting += children.until - children.next;
    }
    template <class Emit>
    void begin(SimTime t, Emit&)
    {
        while (static_cast<double>(running.openCount()) < places()) {
            auto& line = lines[lines[0].empty() ? 1 : 0];
            if (line.empty() || !mayLaunch(t))
                return;
            Waiting& first = line.front();
            --waiting;
            launch(t, first.job, first.next++, first.attempt);
            if (first.next == first.until)
                line.pop_front();
        }
    }
    /// Units that come with their jobs are launched as the bucket allows.
    bool mayLaunch(SimTime t)
    {
        if (!config.unitPerJob || config.capacity.start.launchBurst <= 0 || launches.tryTake(1, t))
            return true;
        if (const SimTime at = launches.readyAt(1, t); at != launchAlarm) {
            launchAlarm = at;
            timers.arm(at, alarmId(Alarm::Launch));
        }
        return false;
    }
    void launch(SimTime t, const CallToken& job, std::uint32_t child, std::uint8_t number)
    {
        const UnitStart& start = config.capacity.start;
        const Duration wait = config.unitPerJob ? start.provision + start.boot : config.containerStart;
        ++figures.begun;
        const CallToken token = running.open({job, child, number, {}, t, t + wait}, 0);
        figures.busy.set(t, placesTaken());
        const Job& whole = *jobs.at(job.slot);
        const double waits = seconds(t - whole.arrived);
        figures.waited += waits > 0 ? 1 : 0;
        figures.waitSeconds += waits;
        figures.urgent += whole.urgent ? 1 : 0;
        figures.urgentSeconds += whole.urgent ? waits : 0;
        const double nanos = config.capacity.service.law.drawFor(idOf(*running.at(token.slot)), draws);
        const Duration works{static_cast<std::int64_t>(nanos * faults.slow + 0.5)};
        const bool tooLong = config.longest > Duration{0} && works > config.longest;
        timers.arm(t + wait + (tooLong ? config.longest : works),
                   alarmId(tooLong ? Alarm::TooLong : Alarm::Done, token));
    }
    double placesTaken() const { return static_cast<double>(running.openCount()) * config.nodes; }
    /// Of one attempt: draws of children and tries are independent.
    MessageId idOf(const Attempt& attempt)
    {
        MessageId id = OutCall{}.copyOf(jobs.at(attempt.job.slot)->request.id, attempt.child);
        id.attempt = attempt.number;
        return id;
    }
    template <class Emit>
    void done(SimTime t, const CallToken& token, Emit& emit)
    {
        const Attempt* attempt = running.find(token);
        if (!attempt)  // lost before its end
            return;
        const MessageId id = idOf(*attempt);
        const double fails = std::max(config.failShare, faults.errors);
        if (fails > 0 && errorDraws.at(id) < fails)
            return workEnded(t, token, true, emit);
        Message asks = jobs.at(attempt->job.slot)->request;
        asks.id = id;
        asks.id.attempt = 0;
        const CallToken errand = errands.empty() ? CallToken{} : errands.begin(t, asks, token, *this, emit);
        if (errand.slot == CallToken::kNobody)
            return workEnded(t, token, false, emit);
        running.at(token.slot)->errand = errand;
        if (config.longest > Duration{0})
            timers.arm(running.at(token.slot)->begun + config.longest, alarmId(Alarm::TooLong, token));
    }
    /// Its time is up: it is not tried again.
    template <class Emit>
    void tooLong(SimTime t, const CallToken& token, Emit& emit)
    {
        if (!running.find(token))
            return;
        const Attempt attempt = closed(t, token.slot);
        if (attempt.errand.slot != CallToken::kNobody)
            errands.drop(attempt.errand, emit);
        ++figures.tooLong;
        ++figures.failedAttempts;
        jobs.at(attempt.job.slot)->failed = true;
        childEnded(t, attempt, emit);
        begin(t, emit);
    }
    template <class Emit>
    void workEnded(SimTime t, const CallToken& token, bool failed, Emit& emit)
    {
        const Attempt attempt = closed(t, token.slot);
        if (failed)
            failedOne(t, attempt, emit);
        else
            childEnded(t, attempt, emit);
        begin(t, emit);
    }
    Attempt closed(SimTime t, std::uint32_t slot)
    {
        const Attempt attempt = *running.at(slot);
        running.close(slot);
        figures.busy.set(t, placesTaken());
        figures.billedSeconds += chargedFor(t, attempt);
        return attempt;
    }
    /// Of a unit of its own.
    double chargedFor(SimTime t, const Attempt& attempt) const
    {
        const UnitStart& start = config.capacity.start;
        return config.unitPerJob ? start.charged(t - attempt.launched - start.provision) : 0;
    }
    template <class Emit>
    void failedOne(SimTime t, const Attempt& attempt, Emit& emit)
    {
        ++figures.failedAttempts;
        if (attempt.number + 1 < config.attempts) {
            ++figures.retried;
            return wait({attempt.job, attempt.child, attempt.child + 1,
                         static_cast<std::uint8_t>(attempt.number + 1)});
        }
        jobs.at(attempt.job.slot)->failed = true;
        childEnded(t, attempt, emit);
    }

    /// The last child ends the job; what succeeded is handed on, child by child, the job's unit with the last.
    template <class Emit>
    void childEnded(SimTime t, const Attempt& attempt, Emit& emit)
    {
        Job& job = *jobs.at(attempt.job.slot);
        // Children that wait for one that failed fail with it.
        job.left = config.oneByOne && job.failed ? 0 : job.left - 1;
        const bool last = job.left == 0;
        if (config.oneByOne && !last)
            wait({attempt.job, attempt.child + 1, attempt.child + 2, 0});
        if (!last && !job.failed && !handOver.empty() && !config.handsOnWhole) {
            Message part = job.request;
            part.id = OutCall{}.copyOf(part.id, attempt.child);
            emit.spans().retain(part.members);
            handOver.send(t, part, meter, emit, [](std::size_t) { return false; });
        }
        if (!last)
            return;
        const Job ended = job;
        jobs.close(attempt.job.slot);
        if (ended.failed)
            return fail(t, ended.request, emit);
        succeed(t, ended, attempt, emit);
    }
    template <class Emit>
    void succeed(SimTime t, const Job& job, const Attempt& attempt, Emit& emit)
    {
        const Message& m = job.request;
        meter.completed(t, m.records, t - job.arrived);
        const auto served = [&](const MessageId& id, SimTime born) {
            emit.spent(meter, id, TimePart::Queue, job.arrived, attempt.launched);
            emit.spent(meter, id, TimePart::ColdStart, attempt.launched, attempt.begun);
            emit.spent(meter, id, TimePart::Service, attempt.begun, t);
            emit.readable(meter, t, id, born);
        };
        if (m.members) {
            for (const Member& member : emit.spans().members(m.members))
                served(member.id, member.born);
        } else {
            served(m.id, m.born);
        }
        if (!handOver.empty()) {
            Message part = m;
            part.id = OutCall{}.copyOf(m.id, attempt.child);
            handOver.send(t, part, meter, emit, [&](std::size_t) { return m.carriesUnit; });
        } else {
            emit.spans().release(m.members);
            meter.units.done += m.carriesUnit ? m.records : 0;
        }
        if (!acknowledged.holds(m))
            emit.answer(t, m.replyTo, acknowledged.reply(m));
    }
    template <class Emit>
    void fail(SimTime t, const Message& m, Emit& emit)
    {
        acknowledged.failWork(t, m, meter, emit);
    }

    // --- capacity -----------------------------------------------------------------------------------------------------

    template <class Emit>
    void resized(SimTime t, Emit& emit)
    {
        if (const SimTime next = size.next(t); next != kNever && next != sizeAlarm) {
            sizeAlarm = next;
            timers.arm(next, alarmId(Alarm::Size));
        }
        begin(t, emit);
    }
    /// Attempts on units that go are lost; any may be on any of them.
    template <class Emit>
    void lose(SimTime t, double share, std::uint64_t name, Emit& emit)
    {
        const double hit = 1 - std::pow(1 - share, config.nodes);  // any of its nodes
        double go = std::ceil(static_cast<double>(running.openCount()) * hit - 1e-9);
        auto among = static_cast<double>(running.openCount());
        std::vector<std::uint32_t> slots;
        running.forEachSlot([&](std::uint32_t slot, const Attempt& attempt) {
            if (toUnit(mix64(unitDraws.bitsAt(idOf(attempt)) ^ name)) >= go / among--)
                return;
            slots.push_back(slot);
            --go;
        });
        figures.taken += slots.size();
        for (const std::uint32_t slot : slots) {
            const Attempt attempt = closed(t, slot);
            if (attempt.errand.slot != CallToken::kNobody)
                errands.drop(attempt.errand, emit);
            failedOne(t, attempt, emit);
        }
    }
    template <class Emit>
    void control(SimTime t, const Control& c, Emit& emit)
    {
        if (c.kind == Control::Kind::Taken) {
            lose(t, 1 - c.factor, c.name, emit);
            if (!config.unitPerJob) {
                spotFaults.push_back(c.name);
                size.take(t, size.inService() - static_cast<int>(size.inService() * c.factor + 1e-9));
            }
            return resized(t, emit);
        }
        const auto spot = std::find(spotFaults.begin(), spotFaults.end(), c.name);
        if (spot != spotFaults.end() && c.kind == Control::Kind::CapacityCut) {
            // The cut that comes with it: its units are gone already, and come back as new ones.
            if (!c.begins) {
                spotFaults.erase(spot);
                size.give(t);
            }
            return resized(t, emit);
        }
        const bool was = faults.down;
        faults.apply(c);
        if (faults.down && !was)
            lose(t, 1, 0, emit);
        resized(t, emit);
    }
    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        if (errands.owns(id))
            return errands.alarm(t, id, *this, emit);
        const CallToken token{static_cast<std::uint32_t>(id >> 28) & 0xFFFFFFF,
                              static_cast<std::uint32_t>(id) & 0xFFFFFFF, 0, false};
        switch (static_cast<Alarm>(id >> 56)) {
        case Alarm::Done:
            return done(t, token, emit);
        case Alarm::Tick:
            timers.arm(t + size.policy().period, alarmId(Alarm::Tick));
            size.decide(t, static_cast<double>(waiting) * config.nodes + placesTaken());
            return resized(t, emit);
        case Alarm::Size:
            size.advance(t);
            return resized(t, emit);
        case Alarm::Launch:
            launchAlarm = kNever;
            return begin(t, emit);
        case Alarm::TooLong:
            return tooLong(t, token, emit);
        }
    }
    template <class Emit>
    void reply(SimTime t, const Reply& r, Emit& emit)
    {
        errands.reply(t, r, *this, emit);
    }
    bool attends(std::uint32_t connection) const { return errands.asks(connection); }
    void sample(SimTime t)
    {
        SimTime oldest = t;
        for (const auto& line : lines) {
            if (!line.empty())
                oldest = std::min(oldest, jobs.at(line.front().job.slot)->arrived);
        }
        meter.sample(t, static_cast<double>(waiting), seconds(t - oldest));
    }
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

    void report(NodeReport& out) const
    {
        const SimTime end{fromSeconds(out.seconds)};
        const double s = std::max(out.seconds, 1e-9);
        LimitSpec places = config.places;
        if (!config.unitPerJob) {
            size.report(config.capacity.noun, out.seconds, out.component);
            places.count = size.meanInService(end);
            out.component.facts.emplace_back("mean-instances-in-service",
                                             "mean " + config.capacity.noun + " in service",
                                             Aggregation::TimeMean, places.count);
        }
        const LimitUse use = heldLimit(places, figures.busy.integralUntil(end) / s, figures.busy.peak(), 0);
        // Places that come and go have no one capacity to hold a history against.
        out.component.limits.push_back(config.unitPerJob ? withHistory(use, figures.busy, s) : use);
        out.component.limits.push_back(
            withHistory(rateLimit(config.submits, figures.submits.total() / s, figures.submits.peak(),
                                  static_cast<double>(figures.throttled)),
                        figures.submits, s));
        addCounts(out.component, {{"attempts", "attempts", figures.begun},
                                  {"attempts-failed", "attempts that failed", figures.failedAttempts},
                                  {"attempts-again", "attempts made again", figures.retried}});
        if (config.longest > Duration{0})
            addCounts(out.component, {{"attempts-too-long", "attempts that took too long", figures.tooLong}});
        if (figures.begun > 0) {
            const auto begun = static_cast<double>(figures.begun);
            out.component.facts.emplace_back("mean-wait-s", "mean wait s", Aggregation::Share,
                                             figures.waitSeconds / begun);
            out.component.facts.emplace_back("share-that-waited", "share that waited", Aggregation::Share,
                                             static_cast<double>(figures.waited) / begun);
        }
        if (figures.urgent > 0)
            out.component.facts.emplace_back("mean-wait-urgent-s", "mean wait of urgent jobs s",
                                             Aggregation::Share,
                                             figures.urgentSeconds / static_cast<double>(figures.urgent));
        if (figures.taken > 0)
            addCounts(out.component, {{"taken-with-capacity", "taken with their capacity", figures.taken}});
        reportGuards(errands.desk().guards(), out.component);
        bill({unitsBilled(end, s)}, out);
    }
    double unitsBilled(SimTime end, double runSeconds) const
    {
        if (!config.unitPerJob)
            return size.load(end).instances;
        double billed = figures.billedSeconds;
        running.forEach([&](const Attempt& attempt) {  // their last step and least time are yet to come
            billed += std::max(0.0, seconds(end - attempt.launched - config.capacity.start.provision));
        });
        return billed / runSeconds;
    }

    JobQueueConfig config;
    BillOf<JobQueueLoad> bill;
    DrawKey draws, errorDraws, unitDraws, urgentDraws;
    Errands<CallToken> errands;
    HandOver handOver;
    Acknowledged acknowledged;
    TokenBucket submits, launches;
    FleetSize size;
    PendingSlab<Job> jobs;
    PendingSlab<Attempt> running;
    std::array<std::deque<Waiting>, 2> lines;  ///< the urgent first
    std::uint64_t waiting = 0;                 ///< children in them
    std::vector<std::uint64_t> spotFaults;     ///< under way
    SimTime sizeAlarm = kNever, launchAlarm = kNever;
    JobFigures figures;
};

}  // namespace

NodeHandle JobQueueFamily::makeNode(const JobQueueConfig& config, const NodeContext& context,
                                    BillOf<JobQueueLoad> bill)
{
    auto node = std::make_unique<JobQueueNode>(config, std::move(bill));
    node->meter = context.meter();
    node->draws = context.draws(Purpose::Service);
    node->errorDraws = context.draws(Purpose::Error);
    node->unitDraws = context.draws(Purpose::Node);
    node->urgentDraws = context.draws(Purpose::Filter);
    const Outgoing outgoing{Outgoing::Sender::Worker, context.self, context.outputs};
    node->errands.open(outgoing, context);
    node->handOver.open(outgoing, context);
    node->acknowledged.open(context.inputs);
    for (const ConnectionPort& input : context.inputs) {
        if (input.kind == ConnectionKind::Start && !waitsForEnd(input))
            node->acknowledged.add(input.index);
    }
    node->submits = TokenBucket{config.submits.perUnit, config.submits.perUnit};
    const UnitStart& start = config.capacity.start;
    node->launches = TokenBucket{start.launchesPerSecond, start.launchBurst};
    if (!config.unitPerJob) {
        node->size = FleetSize{config.capacity, context.binSeconds, context.bins};
        int units = config.capacity.instances;
        if (context.before) {
            std::vector<FlowPort> outputs = context.before->outputs;
            units = static_cast<int>(settledUnits(config, outgoing, context.before->inputs, outputs) + 0.5);
        }
        node->size.open(units);
    }
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
