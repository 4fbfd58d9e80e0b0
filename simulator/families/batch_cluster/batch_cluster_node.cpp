// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/batch_cluster/batch_cluster.h"

#include "simulator/families/batch_cluster/kept_workers.h"
#include "simulator/families/shared/capacity_track.h"
#include "simulator/metrics/facts.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>

namespace plimsoll {

namespace {

enum class Alarm : std::uint64_t { Due, Ready, Worked, Committed, Evaluate, Resize, Window };
constexpr std::uint64_t alarmId(Alarm kind, std::uint64_t serial)
{
    return static_cast<std::uint64_t>(kind) << 56 | serial;
}

/// A run that is to be made: of which job, since when, and for which starters that wait for it.
struct Start {
    std::size_t job = 0;
    SimTime due;
    std::uint64_t batch = 0;  ///< of start requests; 0 = nobody waits
    std::int64_t tries = 0;   ///< that failed before this one
};

struct Run {
    Start start;
    SimTime begun, read;
    SimTime up = kNever;  ///< its cluster works
    SpanRef members;
    double bytes = 0;
    std::uint64_t records = 0;
    bool reading = false;  ///< asked its store, no answer yet
    bool counted = false;  ///< what it reads has been counted as accepted
    bool working = false;  ///< between read and commit
    double left = 0;       ///< bytes still to work on
};

/// Start requests whose senders wait for the end of the runs that they started together.
struct StartBatch {
    std::size_t left = 0;  ///< runs that have not ended
    bool failed = false;
    std::vector<Message> waiting;
};

/// What a failed run had read: the job's bookmark has not moved, so its next run reads it again.
struct Unread {
    SpanRef members;
    double bytes = 0;
    std::uint64_t records = 0;
};

struct ClusterFigures {
    std::uint64_t started = 0, finished = 0, skipped = 0, refused = 0;
    double clusterSeconds = 0;  ///< a cluster existed, summed over clusters that have ended
    double billedSeconds = 0;   ///< and so long they are billed for
    HeldUse held;               ///< units of all runs, those starting included
    HeldUse working;            ///< jobs reading or writing
    double readBytes = 0, writtenBytes = 0, longestSeconds = 0;
};

struct ClusterNode : NodeBase {
    ClusterNode(const ClusterConfig& c, BillOf<ClusterLoad> b) : config{c}, bill{std::move(b)} {}

    template <class Emit>
    void start(Emit&)
    {
        for (std::size_t job = 0; job < jobs.size(); ++job) {
            // Without a schedule a job runs once, unless something starts it.
            if (jobs[job].afterJob.empty() && (jobs[job].everySeconds > 0 || !hasStarters))
                timers.arm(kSimStart + fromSeconds(jobs[job].firstAtSeconds), alarmId(Alarm::Due, job));
        }
        track.set(kSimStart, config.workers);
        billed.set(kSimStart, config.workers);
        if (config.scaling)
            timers.arm(kSimStart + config.scaling->period, alarmId(Alarm::Evaluate, 0));
    }

    // --- managed scaling ----------------------------------------------------------------------------------------

    double workers() const { return config.scaling ? controller.capacity() : config.workers; }
    void evaluate(SimTime t)
    {
        timers.arm(t + config.scaling->period, alarmId(Alarm::Evaluate, 0));
        advance(t);
        double containers = 0;
        for (const auto& [serial, run] : runs)
            containers += run.working ? std::ceil(std::max(0.0, run.left) / config.bytesPerContainer) : 0;
        const SimTime due = controller.sample(t, containers);
        if (due != kNever)
            timers.arm(due, alarmId(Alarm::Resize, 0));
        // A node is billed from its launch.
        billed.set(t, std::max(controller.capacity(), controller.decided()));
    }
    void resize(SimTime t)
    {
        advance(t);
        if (!controller.applyDue(t))
            return;
        track.set(t, controller.capacity());
        billed.set(t, controller.capacity());
        plan(t);
    }

    // --- starts ---------------------------------------------------------------------------------------------------

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        meter.offered(t, m.records, m.id.attempt > 0);
        if (faults.down) {
            meter.rejected(t, m.records);
            return emit.refuse(t, m, Outcome::Failed);
        }
        meter.accepted(m.records);
        if (std::find(waitedFor.begin(), waitedFor.end(), m.replyTo.connection) != waitedFor.end())
            gathering.push_back(m);
        else
            answer(t, m, Outcome::Done, emit);
        if (++gathered == 1 && config.startsTogether > 1)
            timers.arm(t + config.startWindow, alarmId(Alarm::Window, gatherings));
        if (static_cast<double>(gathered) >= config.startsTogether)
            startJobs(t, emit);
    }
    /// Every job without a schedule of its own.
    template <class Emit>
    void startJobs(SimTime t, Emit& emit)
    {
        const std::uint64_t batch = gathering.empty() ? 0 : gatherings;
        ++gatherings;
        gathered = 0;
        const auto isStarted = [](const JobLoad& job) {
            return job.everySeconds <= 0 && job.afterJob.empty();
        };
        if (batch > 0)
            batches[batch] = {static_cast<std::size_t>(std::count_if(jobs.begin(), jobs.end(), isStarted))
                                  + 1,
                              false, std::move(gathering)};
        gathering.clear();
        for (std::size_t job = 0; job < jobs.size(); ++job) {
            if (isStarted(jobs[job]))
                due(t, {job, t, batch}, emit);
        }
        ended(t, batch, false, emit);
    }
    template <class Emit>
    void answer(SimTime t, const Message& m, Outcome outcome, Emit& emit)
    {
        if (outcome == Outcome::Done)
            meter.completed(t, m.records, t - m.sent);
        else
            meter.failed(t, m.records);
        if (m.carriesUnit)
            (outcome == Outcome::Done ? meter.units.done : meter.units.lost) += m.records;
        emit.spans().release(m.members);
        emit.answer(t, m.replyTo,
                    {.call = {},
                     .id = m.id,
                     .outcome = outcome,
                     .more = false,
                     .members = {},
                     .bytes = 0,
                     .sent = m.sent,
                     .units = 0});
    }
    /// One run for these starters will not go on; the last lets them know.
    template <class Emit>
    void ended(SimTime t, std::uint64_t batch, bool failed, Emit& emit)
    {
        const auto found = batches.find(batch);
        if (found == batches.end())
            return;
        found->second.failed = found->second.failed || failed;
        if (--found->second.left > 0)
            return;
        for (const Message& m : found->second.waiting)
            answer(t, m, found->second.failed ? Outcome::Failed : Outcome::Done, emit);
        batches.erase(found);
    }

    template <class Emit>
    void due(SimTime t, const Start& start, Emit& emit)
    {
        const JobLoad& load = jobs[start.job];
        const bool runningAlready = std::any_of(
            runs.begin(), runs.end(), [&](const auto& entry) { return entry.second.start.job == start.job; });
        if (runningAlready && load.overlap == JobOverlap::Skip) {
            ++figures.skipped;
            return ended(t, start.batch, true, emit);
        }
        if (runningAlready && load.overlap == JobOverlap::Queue) {
            queued.push_back(start);
            return;
        }
        launch(t, start, emit);
    }

    template <class Emit>
    void launch(SimTime t, const Start& start, Emit& emit)
    {
        if (faults.down)
            return postponed.push_back(start);
        if (config.mostUnits > 0
            && static_cast<double>(runs.size() + 1) * config.unitsPerRun > config.mostUnits) {
            ++figures.refused;
            return ended(t, start.batch, true, emit);
        }
        Run run;
        run.start = start;
        run.begun = t;
        ++figures.started;
        const std::uint64_t serial = ++serials;
        runs.emplace(serial, run);
        held(t);
        const Duration startUp = config.startKept && kept.up(t) ? *config.startKept : config.startUp;
        kept.begins(t);
        timers.arm(config.transient ? t + startUp : t + Duration{1}, alarmId(Alarm::Ready, serial));
    }
    void held(SimTime t) { figures.held.set(t, static_cast<double>(runs.size()) * config.unitsPerRun); }
    void billUntil(SimTime t, const Run& run)
    {
        figures.clusterSeconds += config.transient ? seconds(t - run.begun) : 0;
        figures.billedSeconds += billedSeconds(t, run);
    }
    double billedSeconds(SimTime t, const Run& run) const
    {
        const SimTime from = config.billsStartUp ? run.begun : run.up;
        return from > t ? 0 : std::max(seconds(config.leastBilled), seconds(t - from));
    }

    template <class Emit>
    void ready(SimTime t, std::uint64_t serial, Emit& emit)
    {
        if (!runs.contains(serial))
            return;  // a fault ended it
        Run& run = runs.at(serial);
        run.up = t;
        const JobLoad& load = jobs[run.start.job];
        const auto input = std::find_if(inputs.begin(), inputs.end(), [&](const auto& in) {
            return load.input.empty() || in.second == load.input;
        });
        if (input == inputs.end() || load.gigabytes > 0) {
            run.bytes = load.gigabytes * 1073741824.0;
            return process(t, serial);
        }
        Message pull;
        pull.id = {.serial = serial, .origin = origin, .part = 0, .visit = 0, .attempt = 0};
        pull.born = pull.sent = t;
        pull.records = 0;
        pull.operation = Operation::Pull;
        pull.limit = load.reads == JobReads::New ? 1 : 0;
        if (load.reads == JobReads::Window)
            pull.key = static_cast<std::uint32_t>(std::clamp(load.windowSeconds, 1.0, 4e9));
        pull.replyTo = {static_cast<std::uint32_t>(serial), 0, input->first, true};
        run.reading = true;
        emit.send(input->first, t, pull);
    }

    template <class Emit>
    void reply(SimTime t, const Reply& r, Emit& emit)
    {
        if (!r.call.reversed) {  // our own output, written
            emit.spans().release(r.members);
            if (r.outcome != Outcome::Done) {
                meter.units.lost += r.units;
                ++outputFailures;
            }
            return;
        }
        const std::uint64_t records = r.members ? emit.spans().members(r.members).size() : 0;
        const Unread read{r.members, static_cast<double>(r.bytes), records};
        const auto found = runs.find(r.call.slot);
        if (found == runs.end()) {  // it failed while it waited for this
            if (const auto late = lateReads.find(r.call.slot); late != lateReads.end()) {
                if (read.members)
                    keep(late->second, read, emit);
                lateReads.erase(late);
            }
            return;
        }
        Run& run = found->second;
        run.reading = false;
        keep(run.start.job, read, emit);
        const auto all = unread.find(run.start.job);
        run.members = all->second.members;
        run.bytes = all->second.bytes;
        run.records = all->second.records;
        meter.offered(t, run.records - records, true);
        meter.accepted(run.records - records);
        unread.erase(all);
        process(t, r.call.slot, records);
    }
    /// Joins what a job has read already with what it reads now.
    template <class Emit>
    void keep(std::size_t job, const Unread& read, Emit& emit)
    {
        Unread& all = unread[job];
        all.bytes += read.bytes;
        all.records += read.records;
        if (!all.members) {
            all.members = read.members;
        } else if (read.members) {
            const std::vector<Member> more = emit.spans().members(read.members);
            std::vector<Member>& members = emit.spans().members(all.members);
            members.insert(members.end(), more.begin(), more.end());
            emit.spans().release(read.members);
        }
    }

    /// A run ends without a result: tried again as its job says, else what it read is left to the next run.
    template <class Emit>
    void fail(SimTime t, std::uint64_t serial, Emit& emit)
    {
        const Run run = runs.at(serial);
        runs.erase(serial);
        held(t);
        kept.ends(t);
        ++failures;
        billUntil(t, run);
        if (run.reading)
            lateReads[serial] = run.start.job;
        if (run.counted) {
            figures.working.set(t, figures.working.value() - 1);
            meter.failed(t, run.records);
            if (run.members)
                keep(run.start.job, {run.members, run.bytes, run.records}, emit);
        }
        if (run.start.tries < jobs[run.start.job].retries) {
            Start again = run.start;
            ++again.tries;
            return launch(t, again, emit);
        }
        ended(t, run.start.batch, true, emit);
        launchQueued(t, run.start.job, emit);
    }
    template <class Emit>
    void launchQueued(SimTime t, std::size_t job, Emit& emit)
    {
        const auto next =
            std::find_if(queued.begin(), queued.end(), [&](const Start& start) { return start.job == job; });
        if (next == queued.end())
            return;
        const Start start = *next;
        queued.erase(next);
        launch(t, start, emit);
    }

    void process(SimTime t, std::uint64_t serial, std::uint64_t fresh = 0)
    {
        Run& run = runs.at(serial);
        run.counted = true;
        figures.working.set(t, figures.working.value() + 1);
        run.read = t;
        figures.readBytes += run.bytes;
        meter.offered(t, fresh, false);
        meter.accepted(fresh);
        advance(t);
        run.working = true;
        run.left = run.bytes;
        plan(t);
    }

    /// Jobs side by side share a cluster that is kept running; started for a job, each has a cluster of its own.
    double rateOfEach() const
    {
        if (faults.down)
            return 0;
        const auto sharing =
            std::count_if(runs.begin(), runs.end(), [](const auto& entry) { return entry.second.working; });
        return config.bytesPerSecond * (workers() / config.workers) * faults.capacity
               / std::max(faults.slow, 1e-9)
               / (config.transient ? 1.0 : static_cast<double>(std::max<std::ptrdiff_t>(1, sharing)));
    }
    void advance(SimTime t)
    {
        const double done = rateOfEach() * seconds(t - advancedAt);
        advancedAt = t;
        for (auto& [serial, run] : runs)
            run.left -= run.working ? done : 0;
    }
    /// The end of work that comes next, if nothing changes before.
    void plan(SimTime t)
    {
        ++planned;
        const double rate = rateOfEach();
        double soonest = -1;
        for (const auto& [serial, run] : runs) {
            if (run.working && (soonest < 0 || run.left < soonest))
                soonest = std::max(0.0, run.left);
        }
        if (soonest >= 0 && rate > 0)
            timers.arm(t + fromSeconds(soonest / rate), alarmId(Alarm::Worked, planned));
    }
    void worked(SimTime t, std::uint64_t plan_)
    {
        if (plan_ != planned)
            return;
        advance(t);
        // Times are whole nanoseconds, so what a few of them leave over is done.
        const double rest = rateOfEach() * 4e-9;
        for (auto& [serial, run] : runs) {
            if (!run.working || run.left > rest)
                continue;
            run.working = false;
            timers.arm(t + config.commit, alarmId(Alarm::Committed, serial));
        }
        plan(t);
    }

    template <class Emit>
    void committed(SimTime t, std::uint64_t serial, Emit& emit)
    {
        if (!runs.contains(serial))
            return;  // a fault ended it
        if (faults.errors > 0 && errorDraws.at(serial) < faults.errors)
            return fail(t, serial, emit);
        const Run run = runs.at(serial);
        runs.erase(serial);
        held(t);
        kept.ends(t);
        ++figures.finished;
        figures.working.set(t, figures.working.value() - 1);
        figures.longestSeconds = std::max(figures.longestSeconds, seconds(t - run.start.due));
        billUntil(t, run);
        if (run.records > 0)
            meter.completed(t, run.records, t - run.start.due);
        const JobLoad& load = jobs[run.start.job];
        const double written = run.bytes * load.outputFactor;
        if (run.members) {
            for (const Member& member : emit.spans().members(run.members)) {
                emit.spent(meter, member.id, TimePart::Service, run.read, t);
                emit.readable(meter, t, member.id, member.born);
            }
        }
        const auto output = std::find_if(outputs.begin(), outputs.end(), [&](const auto& out) {
            return load.output.empty() || out.to == load.output;
        });
        if (output != outputs.end() && written > 0) {
            figures.writtenBytes += written;
            Message message;
            message.id = {.serial = serial, .origin = origin, .part = 0, .visit = 1, .attempt = 0};
            message.born = run.start.due;
            message.sent = t;
            message.bytes = static_cast<std::uint64_t>(written);
            message.records = static_cast<std::uint32_t>(std::max<std::uint64_t>(1, run.records));
            message.members = run.members;
            message.carriesUnit = true;
            if (run.records == 0)
                ++meter.units.generated;
            message.operation = output->operation;
            message.replyTo = {CallToken::kNobody, 0, output->index, false};
            emit.send(output->index, t, message);
        } else {
            meter.units.done += run.records;
            emit.spans().release(run.members);
        }
        for (std::size_t job = 0; job < jobs.size(); ++job) {
            if (!jobs[job].afterJob.empty() && jobs[job].afterJob == load.id)
                due(t, {job, t}, emit);
        }
        ended(t, run.start.batch, false, emit);
        launchQueued(t, run.start.job, emit);
    }

    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        const std::uint64_t serial = id & 0xFFFFFFFFFFFFFF;
        switch (static_cast<Alarm>(id >> 56)) {
        case Alarm::Due:
            // What is due on the horizon is the first of what comes after it.
            if (const SimTime next = t + fromSeconds(jobs[serial].everySeconds);
                jobs[serial].everySeconds > 0 && next < meter.horizon())
                timers.arm(next, id);
            if (faults.down || (faults.paused && reads(jobs[serial])))
                return void(++figures.skipped);
            return due(t, {serial, t}, emit);
        case Alarm::Ready:
            return ready(t, serial, emit);
        case Alarm::Worked:
            return worked(t, serial);
        case Alarm::Committed:
            return committed(t, serial, emit);
        case Alarm::Evaluate:
            return evaluate(t);
        case Alarm::Resize:
            return resize(t);
        case Alarm::Window:
            return gathered > 0 && serial == gatherings ? startJobs(t, emit) : void();
        }
    }

    template <class Emit>
    void control(SimTime t, const Control& c, Emit& emit)
    {
        advance(t);
        if (c.kind == Control::Kind::Taken)
            redo(c.factor);
        faults.apply(c);
        if (faults.down) {
            std::vector<std::uint64_t> struck;
            for (const auto& [serial, run] : runs)
                struck.push_back(serial);
            for (const std::uint64_t serial : struck)
                fail(t, serial, emit);
        } else {
            std::vector<Start> ready;
            ready.swap(postponed);
            for (const Start& start : ready)
                launch(t, start, emit);
        }
        plan(t);
    }
    /// What the nodes that go had done of the running jobs is to be done again by those that stay.
    void redo(double shareLeft)
    {
        const double gone =
            faults.capacity > 0 ? 1 - std::min(shareLeft, faults.capacity) / faults.capacity : 0;
        for (auto& [serial, run] : runs) {
            if (!run.working)
                continue;
            const double again = (run.bytes - run.left) * gone * config.redoneShare;
            run.left += again;
            redoneBytes += again;
        }
    }
    bool reads(const JobLoad& load) const { return load.gigabytes <= 0 && !inputs.empty(); }
    void sample(SimTime t)
    {
        meter.sample(t, static_cast<double>(queued.size()),
                     queued.empty() ? 0 : seconds(t - queued.front().due));
    }
    std::uint64_t resident() const
    {
        std::uint64_t records = 0;
        for (const auto& [serial, run] : runs)
            records += run.records;
        for (const Message& m : gathering)
            records += m.records;
        for (const auto& [batch, starts] : batches) {
            for (const Message& m : starts.waiting)
                records += m.records;
        }
        return records;
    }
    std::uint64_t unitsInFlight() const
    {
        std::uint64_t units = resident();
        const auto withoutUnit = [](const std::vector<Message>& starts) {
            std::uint64_t records = 0;
            for (const Message& m : starts)
                records += m.carriesUnit ? 0 : m.records;
            return records;
        };
        units -= withoutUnit(gathering);
        for (const auto& [batch, starts] : batches)
            units -= withoutUnit(starts.waiting);
        for (const auto& [job, read] : unread)
            units += read.records;
        return units;
    }
    LimitUse busyLimit(SimTime end, double s) const
    {
        const bool bounded = config.mostUnits > 0;
        const HeldUse& use = bounded ? figures.held : figures.working;
        return withHistory(heldLimit(config.busy, use.integralUntil(end) / s, use.peak(),
                                     static_cast<double>(bounded ? figures.refused : figures.skipped)),
                           use, s);
    }
    void report(NodeReport& out) const
    {
        const double s = std::max(out.seconds, 1e-9);
        const SimTime end{fromSeconds(out.seconds)};
        double clusterSeconds = config.transient ? figures.clusterSeconds : out.seconds;
        double billedTime = figures.billedSeconds;
        for (const auto& [serial, run] : runs) {
            if (config.transient)
                clusterSeconds += seconds(end - run.begun);
            billedTime += billedSeconds(end, run);
        }
        if (config.scaling)
            reportScaling(controller, track, "nodes", out.seconds, out.component);
        if (figures.started == 0)
            out.component.idle = config.idle;
        else
            out.component.limits.push_back(busyLimit(end, s));
        addCounts(out.component, {{"jobs-started", "jobs started", figures.started},
                                  {"jobs-finished", "jobs finished", figures.finished},
                                  {"jobs-skipped", "jobs skipped", figures.skipped}});
        if (config.mostUnits > 0)
            addCounts(out.component, {{"jobs-refused", "jobs refused", figures.refused}});
        double period = 0;
        for (const JobLoad& job : jobs)
            period = std::max(period, job.everySeconds);
        addReadingPeriod(out.component, period);
        out.component.facts.emplace_back("longest-job-s", "longest job s", Aggregation::Peak,
                                         figures.longestSeconds);
        out.component.facts.emplace_back("gb-read", "GB read", Aggregation::Sum, figures.readBytes / kGib);
        out.component.facts.emplace_back("gb-written", "GB written", Aggregation::Sum,
                                         figures.writtenBytes / kGib);
        bill({clusterSeconds / s, out.seconds > 0 ? billed.integralUntil(end) / out.seconds : config.workers,
              billedTime / s, config.startKept ? kept.secondsUp(end) / s : 0},
             out);
        if (failures > 0)
            out.component.facts.emplace_back("job-runs-failed", "job runs failed", Aggregation::Sum,
                                             static_cast<double>(failures));
        if (redoneBytes > 0)
            out.component.facts.emplace_back("gb-done-again", "GB done again", Aggregation::Sum,
                                             redoneBytes / kGib);
    }

    ClusterConfig config;
    BillOf<ClusterLoad> bill;
    std::vector<JobLoad> jobs;
    ScalingController controller;
    KeptWorkers kept;
    CapacityTrack track;
    HeldUse billed;
    struct Output {
        std::uint32_t index = 0;
        ComponentId to;
        Operation operation = Operation::Write;
    };
    std::vector<std::pair<std::uint32_t, ComponentId>> inputs;
    std::vector<Output> outputs;
    std::uint32_t origin = 0;
    std::map<std::uint64_t, Run> runs;
    std::map<std::size_t, Unread> unread;            ///< by job
    std::map<std::uint64_t, std::size_t> lateReads;  ///< by serial of the failed run: its job
    std::vector<Start> postponed;
    std::vector<std::uint32_t> waitedFor;  ///< connections whose starters wait for the end of the runs
    bool hasStarters = false;
    std::uint64_t gathered = 0,
                  gatherings = 1;    ///< start requests for the next runs; which gathering that is
    std::vector<Message> gathering;  ///< of them, those that wait
    std::map<std::uint64_t, StartBatch> batches;
    DrawKey errorDraws;
    std::uint64_t failures = 0;
    double redoneBytes = 0;
    std::deque<Start> queued;
    SimTime advancedAt = kSimStart;
    std::uint64_t planned = 0;
    std::uint64_t serials = 0, outputFailures = 0;
    ClusterFigures figures;
};

}  // namespace

NodeHandle BatchClusterFamily::makeNode(const ClusterConfig& config, const NodeContext& context,
                                        BillOf<ClusterLoad> bill)
{
    auto node = std::make_unique<ClusterNode>(config, std::move(bill));
    node->jobs = jobsOf(context.self, *context.scenario);
    node->meter = context.meter();
    node->errorDraws = context.draws(Purpose::Error);
    node->origin = static_cast<std::uint32_t>(hashOf(context.self.component->id));
    node->track = CapacityTrack{context.binSeconds, context.bins};
    node->kept = KeptWorkers{config.idleStop};
    if (node->config.scaling)
        node->controller = ScalingController{*node->config.scaling, node->config.workers};
    for (const ConnectionPort& port : context.inputs) {
        if (port.kind == ConnectionKind::Load)
            node->inputs.emplace_back(port.index, port.connection->from);
        node->hasStarters = node->hasStarters || isStart(port.kind);
        if (port.kind == ConnectionKind::Start && port.text("wait", "no") == "finish")
            node->waitedFor.push_back(port.index);
    }
    for (const ConnectionPort& port : context.outputs) {
        if (port.kind == ConnectionKind::Load)
            node->outputs.push_back({port.index, port.connection->to,
                                     port.other.spec->runsQueries ? Operation::Load : Operation::Write});
    }
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
