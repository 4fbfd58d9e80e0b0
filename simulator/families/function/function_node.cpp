// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/kept_order.h"
#include "simulator/families/function/async_events.h"
#include "simulator/families/function/environments.h"
#include "simulator/families/function/event_destinations.h"
#include "simulator/families/function/function.h"
#include "simulator/families/function/invocation_runs.h"
#include "simulator/families/function/lane_mappings.h"
#include "simulator/families/function/queue_mappings.h"
#include "simulator/families/function/settled_function.h"
#include "simulator/families/shared/reply_to.h"

namespace plimsoll {

using namespace function_node;

namespace {

struct FunctionFigures {
    std::uint64_t invocations = 0, errors = 0, timeouts = 0;
    std::uint64_t failedByCalls = 0;  ///< runs that failed because a call was given up
    std::uint64_t billedMillis = 0;   ///< each invocation, its cold start included, rounded up to 1 ms
    std::uint64_t waitsForConcurrency = 0;
    std::uint64_t throttledReceives = 0;  ///< messages of a queue that no environment was free for
    std::uint64_t throttledByRequests = 0;
    Duration starting{};  ///< of the time billed
    std::uint64_t payloadSteps = 0;
    RateUse requests;
    std::uint64_t asyncRetries = 0, mappingRetries = 0, filtered = 0;
};

struct FunctionNode : NodeBase,
                      InvocationRuns<FunctionNode>,
                      AsyncEvents<FunctionNode>,
                      LaneMappings<FunctionNode>,
                      QueueMappings<FunctionNode>,
                      EventDestinations<FunctionNode> {
    FunctionNode(FunctionConfig c, const DrawKey& coldDraws)
        : config{std::move(c)}, environments{config, coldDraws}
    {}

    template <class Emit>
    void start(Emit&)
    {
        startPolling();
        startReceiving();
    }

    int concurrency() const { return static_cast<int>(config.concurrency.perUnit * faults.capacity); }
    /// Takes an environment; nothing when none may be had now.
    std::optional<Environments::Taken> takeEnvironment(SimTime t, const MessageId& id)
    {
        const std::optional<Environments::Taken> taken = environments.take(t, id, concurrency());
        if (taken && taken->isNew)
            errands.addClient();  // every environment runs an SDK client of its own
        return taken;
    }

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        meter.offered(t, m.records, m.id.attempt > 0);
        if (takesEvent(m))
            return acceptEvent(t, m, emit);
        figures.requests.add(t, 1);
        // Both must have room before either is charged.
        const bool tooMany = config.requests.perUnit > 0 && !requests.has(1, t);
        figures.throttledByRequests += tooMany && !faults.down ? 1 : 0;
        const auto taken = faults.down || tooMany ? std::nullopt : takeEnvironment(t, m.id);
        if (taken)
            requests.take(1);
        if (!taken) {
            if (faults.down)
                meter.rejected(t, m.records);
            else
                meter.throttled(t, m.records);
            return emit.refuse(t, m, faults.down ? Outcome::Failed : Outcome::Throttled);
        }
        meter.accepted(m.records);
        Invocation run;
        run.kind = Invocation::Kind::Sync;
        run.request = m;
        run.members = m.members;
        run.records = m.records;
        run.bytes = m.bytes;
        run.arrived = t;
        begin(t, *taken, std::move(run), emit);
    }
    template <class Emit>
    void reply(SimTime t, const Reply& r, Emit& emit)
    {
        if (!r.call.reversed)
            return errands.reply(t, r, *this, emit);
        if (const std::optional<std::uint32_t> queue = queueOf(r.call.connection))
            return receivedFromQueue(t, *queue, r, emit);
        polled(t, r, emit);
    }

    template <class Emit>
    void end(SimTime t, std::uint32_t slot, Emit& emit)
    {
        Invocation run = std::move(*runs.at(slot));
        runs.close(slot);
        errands.drop(run.errand, emit);  // where it ends before its calls
        environments.giveBack(t, run.version, run.environment);
        // The start is billed like the run.
        // Source: https://aws.amazon.com/blogs/compute/aws-lambda-standardizes-billing-for-init-phase/
        const std::int64_t nanos = (t - run.started).count();
        figures.starting += std::min(t, run.ready) - run.started;
        figures.billedMillis += static_cast<std::uint64_t>((nanos + 999'999) / 1'000'000);
        if (run.kind == Invocation::Kind::Queued) {
            endQueued(t, run, emit);
            return wakeLanes(t, emit);
        }
        const double errors = std::max(config.errorShare, faults.errors);
        if (errors > 0 && errorDraws.at(mix64(run.serial) ^ run.request.id.attempt) < errors)
            run.failed = true;
        if (!poisons.empty()) {
            eachMember(run, emit, [&](const MessageId& id, SimTime, SimTime) {
                run.failed |= std::any_of(poisons.begin(), poisons.end(),
                                          [&](const Poison& poison) { return poison.is(id); });
            });
        }
        figures.errors += run.failed ? 1 : 0;
        if (!run.failed) {
            meter.completed(t, run.records, t - run.arrived);
            if (run.kind == Invocation::Kind::Sync)
                meter.abandoned(t, run.request.deadline, run.records);
            if (run.members) {
                const std::vector<Member>& members = emit.spans().members(run.members);
                emit.spentEach(meter, members, TimePart::Service, run.computed, t);
                emit.readableEach(meter, t, members);
            } else {
                emit.spent(meter, run.request.id, TimePart::Service, run.computed, t);
                emit.readable(meter, t, run.request.id, run.request.born);
            }
        } else {
            meter.failed(t, run.records);
        }
        switch (run.kind) {
        case Invocation::Kind::Sync:
            if (run.request.carriesUnit && !run.failed)
                meter.units.done += run.records;
            emit.answer(t, run.request.replyTo,
                        replyTo(run.request, run.failed ? Outcome::Failed : Outcome::Done));
            emit.spans().release(run.members);
            break;
        case Invocation::Kind::Async:
            endAsync(t, run, emit);
            break;
        case Invocation::Kind::Mapped:
            endMapped(t, run, emit);
            break;
        case Invocation::Kind::Queued:
            break;  // above
        }
        wakeLanes(t, emit);
    }
    /// What a failed run took is, for a record that is tried again, time lost to retries.
    template <class Emit>
    void lostRun(SimTime t, const Invocation& run, Emit& emit)
    {
        eachMember(run, emit, [&](const MessageId& id, SimTime, SimTime) {
            emit.waited(TraceStore::kNoConnection, id, TimePart::Retry, run.started, t);
        });
    }
    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        if (decltype(errands)::Desk::owns(id))
            return errands.alarm(t, id, *this, emit);
        const std::uint32_t high = highOf(id), low = lowOf(id);
        switch (alarmOf(id)) {
        case Alarm::Poll:
            return poll(t, high, low, emit);
        case Alarm::Window:
            return windowOver(t, high, low >> 8, low & 0xFF, emit);
        case Alarm::Computed:
            return computed(t, high, low, emit);
        case Alarm::InvocationTimeout:
            return runTimedOut(t, high, low, emit);
        case Alarm::AsyncRetry:
            return tryAgain(t, high, emit);
        case Alarm::QueueAsk:
            return askQueue(t, high, low, emit);
        case Alarm::LaneScale:
            return scalePollers(t, high, emit);
        case Alarm::QueueScale:
            return scaleQueue(t, high);
        }
    }

    template <class Emit>
    void control(SimTime t, const Control& c, Emit& emit)
    {
        if (c.kind == Control::Kind::Changed) {
            change(t, config.later[static_cast<std::size_t>(c.factor)]);
            return wakeLanes(t, emit);
        }
        faults.apply(c);
        if (c.kind == Control::Kind::Down && c.begins) {
            std::vector<std::uint32_t> running;
            runs.forEach([&](const Invocation& run) { running.push_back(run.slot); });
            for (const std::uint32_t slot : running) {
                runs.at(slot)->failed = true;
                end(t, slot, emit);
            }
        }
        if (c.kind == Control::Kind::Poison) {
            if (c.begins)
                poisons.push_back({c.name, t, false, {}});
            else
                std::erase_if(poisons, [&](const Poison& poison) { return poison.name == c.name; });
        }
        if (c.kind
            == Control::Kind::Replaced) {  // provisioned environments are ready before the traffic shifts
            environments.replace();
        }
        if (c.kind == Control::Kind::Paused && !faults.paused)
            resumePolling(t);
        wakeLanes(t, emit);  // nobody's end would, if nothing runs
    }
    void change(SimTime t, const FunctionConfig& next)
    {
        // Until here, what was billed was billed as it was provisioned.
        onProvisionedBefore = onProvisioned(t);
        billedBefore = figures.billedMillis;
        provisionedSince = t;
        for (int each = environments.provision(next.provisioned); each > 0; --each)
            errands.addClient();
        config.provisioned = next.provisioned;
        config.concurrency = next.concurrency;
        config.requests = next.requests;
        const double perSecond = next.requests.perUnit * next.requests.count;
        requests.setRate(perSecond, perSecond, t);
        setTracks(t);
    }
    void setTracks(SimTime t)
    {
        provisioned.set(t, config.provisioned);
        concurrent.set(t, config.concurrency.perUnit);
        requestRate.set(t, config.requests.perUnit * config.requests.count);
    }
    /// Billed seconds until `t` that provisioned environments served.
    double onProvisioned(SimTime t) const
    {
        const double billed = static_cast<double>(figures.billedMillis - billedBefore) * 1e-3;
        return onProvisionedBefore + std::min(billed, config.provisioned * seconds(t - provisionedSince));
    }
    void sample(SimTime t)
    {
        double backlog = static_cast<double>(asyncWaiting.openCount()), age = ageOfWaiting(t);
        addWaiting(t, backlog, age);
        meter.sample(t, backlog, age);
    }

    std::uint64_t resident() const
    {
        std::uint64_t records = 0;
        runs.forEach([&](const Invocation& run) { records += run.records; });
        asyncWaiting.forEach([&](const WaitingEvent& waiting) { records += waiting.event.records; });
        return records;
    }
    std::uint64_t unitsInFlight() const
    {
        std::uint64_t units = inLanes();
        runs.forEach([&](const Invocation& run) {
            units += run.kind != Invocation::Kind::Mapped && run.request.carriesUnit ? run.records : 0;
        });
        asyncWaiting.forEach([&](const WaitingEvent& waiting) { units += waiting.event.records; });
        return units;
    }
    void report(NodeReport& out) const
    {
        const double s = std::max(out.seconds, 1e-9);
        const SimTime end{fromSeconds(out.seconds)};
        const HeldUse& use = environments.use();
        LimitSpec concurrency = config.concurrency, rate = config.requests;
        concurrency.perUnit = concurrent.meanUntil(end);
        rate.count = rate.perUnit > 0 ? requestRate.meanUntil(end) / rate.perUnit : 0;
        out.component.limits.push_back(
            withHistory(heldLimit(concurrency, use.integralUntil(end) / s, use.peak(),
                                  static_cast<double>(environments.refusedByConcurrency())),
                        use, concurrent, s));
        if (figures.requests.total() > 0 && rate.perUnit > 0)
            out.component.limits.push_back(
                withHistory(rateLimit(rate, figures.requests.total() / s, figures.requests.peak(),
                                      static_cast<double>(figures.throttledByRequests)),
                            figures.requests, requestRate, s));
        if (config.newEnvironments.perUnit > 0)
            out.component.limits.push_back(startedLimit(s));
        addCounts(
            out.component,
            {{"invocations", "invocations", figures.invocations},
             {"cold-starts", "cold starts", environments.coldStarts()},
             {"errors", "errors", figures.errors},
             {"failed-by-calls", "runs failed by a call", figures.failedByCalls},
             {"timeouts", "timeouts", figures.timeouts},
             {"waits-for-concurrency", "waits for concurrency", figures.waitsForConcurrency},
             {"refused-by-the-scaling-rate", "refused by the scaling rate", environments.refusedByScaling()},
             {"asynchronous-retries", "asynchronous retries", figures.asyncRetries},
             {"batch-retries", "batch retries", figures.mappingRetries},
             {"filtered-records", "filtered records", figures.filtered}});
        if (!queues.empty())
            addCounts(out.component,
                      {{"throttled-receives", "messages received and throttled", figures.throttledReceives}});
        if (!mappings.empty())
            out.component.facts.emplace_back("blocked-lane-seconds",
                                             "seconds of lanes blocked by a failing batch", Aggregation::Sum,
                                             blockedUntil(end));
        out.component.facts.emplace_back("records-per-invocation", "records per invocation",
                                         Aggregation::Share,
                                         figures.invocations ? static_cast<double>(recordsInvoked)
                                                                   / static_cast<double>(figures.invocations)
                                                             : 0);
        double pollers = 0;
        for (const QueueMapping& queue : queues)
            pollers += queue.rules.pollers(queue.track.meanUntil(end));
        double units = 0;
        for (const Mapping& mapping : mappings)
            units += mapping.units.integralUntil(end) / s;
        bill({static_cast<double>(figures.invocations) / s,
              static_cast<double>(figures.billedMillis) * 1e-3 / s, seconds(figures.starting) / s,
              static_cast<double>(figures.payloadSteps) / s, provisioned.meanUntil(end),
              onProvisioned(end) / s, static_cast<double>(environments.coldStarts()) / s, pollers, units},
             out);
        if (!config.later.empty()) {
            reportCapacity(concurrent, "capacity", "executions", out.seconds, out.component);
            reportCapacity(provisioned, "provisioned concurrency", "environments", out.seconds,
                           out.component);
        }
        if (!successes.empty())
            addCounts(out.component, {{"told-of", "events told to on-success destinations", told}});
        if (!failures.empty())
            out.component.facts.emplace_back("dead-lettered", "dead-lettered", Aggregation::Sum,
                                             static_cast<double>(deadLettered));
        reportGuards(errands.desk().guards(), out.component);
        for (const Mapping& mapping : mappings)
            out.component.limits.push_back(laneLimit(mapping, s));
        for (const QueueMapping& queue : queues) {
            reportScaling(queue.scaling, queue.track, "batches", out.seconds, out.component);
            out.component.limits.push_back(queueLimit(queue, s));
        }
    }
    LimitUse startedLimit(double runSeconds) const
    {
        const double asked = environments.asked().total() / runSeconds;
        LimitUse started =
            rateLimit(config.newEnvironments, asked, std::max(asked, environments.mostAskedPerSecond()),
                      static_cast<double>(environments.refusedByScaling()));
        // A second in which the bucket lends many is not one above its rate, unless it had to refuse some.
        return environments.refusedByScaling() > 0
                   ? withHistory(std::move(started), environments.asked(), runSeconds)
                   : started;
    }
    LimitUse queueLimit(const QueueMapping& queue, double runSeconds) const
    {
        LimitSpec spec = config.queueBatches;
        spec.label += " of " + queue.label;
        spec.perUnit = queue.scaling.policy().most;
        return withHistory(
            heldLimit(spec, queue.working.integralUntil(SimTime{fromSeconds(runSeconds)}) / runSeconds,
                      queue.working.peak(), 0),
            queue.working, runSeconds);
    }
    LimitUse laneLimit(const Mapping& mapping, double runSeconds) const
    {
        LimitSpec spec = config.laneBatches;
        spec.label += " of " + mapping.label;
        spec.perUnit = 0;
        for (const ShardMapping& shard : mapping.shards)
            spec.perUnit += static_cast<double>(shard.lanes.size());
        if (mapping.rules.own)
            spec.perUnit = std::min(spec.perUnit, mapping.rules.most * LanePollers::kBatches);
        return withHistory(
            heldLimit(spec, mapping.busyLanes.integralUntil(SimTime{fromSeconds(runSeconds)}) / runSeconds,
                      mapping.busyLanes.peak(), 0),
            mapping.busyLanes, runSeconds);
    }

    FunctionConfig config;
    BillOf<FunctionLoad> bill;
    Environments environments;
    TokenBucket requests;
    std::vector<Poison> poisons;
    DrawKey errorDraws, filterDraws, phase;
    std::uint32_t origin = 0;
    FunctionFigures figures;
    CapacityTrack provisioned, concurrent, requestRate;
    double onProvisionedBefore = 0;  ///< billed seconds on environments as they were provisioned ...
    std::uint64_t billedBefore = 0;  ///< ... of so many milliseconds
    SimTime provisionedSince = kSimStart;
};

/// Starts with 5 concurrent batches, up to 300 more a minute while messages are left. What happens within the minute is
/// not published; it is taken as 5 a second (assumption).
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
QueueMapping queueMapping(const ConnectionPort& port, std::uint32_t origin, int settled,
                          const FunctionConfig& function, const NodeContext& context)
{
    QueueMapping queue;
    QueuePollers::Config config;
    config.connection = port.index;
    config.name = hashOf(port.connection->id);
    config.origin = origin;
    config.batchSize = static_cast<std::size_t>(std::max(1.0, port.number("batchSize", 10)));
    config.payload = function.batchPayload;
    config.window = fromMillis(port.number("batchWindowMillis", 0));
    queue.pollers = QueuePollers{config};
    queue.label = port.other.name();
    queue.rules = queueSlotsOf(port, function);
    ScalingPolicy policy;
    policy.period = queue.rules.period;
    policy.outStep = queue.rules.step;
    policy.grain = queue.rules.grain;
    policy.inPoints = policy.inWindow = 1;
    policy.target = function.queueBatchesBusy;
    policy.least = queue.rules.least;
    policy.most = queue.rules.most;
    queue.scaling = ScalingController{policy, std::max<double>(policy.least, settled)};
    queue.looks.fill(static_cast<std::size_t>(settled));
    queue.track = CapacityTrack{context.binSeconds, context.bins};
    queue.byItem = port.text("reportBatchItemFailures", "false") == "true";
    queue.ordered = isOrderedQueue(*port.other.spec, port.other.component->parameters);
    queue.passShare = port.number("filterShare", 100) / 100;
    return queue;
}
Mapping laneMapping(const ConnectionPort& port, const FunctionConfig& function, double settledPollers)
{
    Mapping mapping;
    mapping.rules = lanePollersOf(port);
    if (mapping.rules.own) {
        mapping.pollers = std::max(mapping.rules.least, settledPollers);
        mapping.units.set(kSimStart, mapping.rules.units(mapping.pollers, 0));
    }
    mapping.connection = port.index;
    mapping.label = port.other.name();
    mapping.payload = function.batchPayload;
    mapping.batchSize = static_cast<std::size_t>(std::max(1.0, port.number("batchSize", 100)));
    mapping.window = fromMillis(port.number("batchWindowMillis", 0));
    mapping.attempts = static_cast<int>(port.number("maximumRetryAttempts", -1));
    mapping.bisect = port.text("bisectOnError", "false") == "true";
    mapping.passShare = port.number("filterShare", 100) / 100;
    const bool enhanced = port.text("reader", "shared") == "enhanced";
    const auto parallel =
        static_cast<std::size_t>(std::clamp(port.number("parallelizationFactor", 1), 1.0, 10.0));
    for (int lane = 0; lane < port.otherLanes; ++lane) {
        ShardMapping shard;
        shard.poller.connection = port.index;
        shard.poller.name = hashOf(port.connection->id);
        shard.poller.lane = static_cast<std::uint16_t>(lane);
        shard.poller.interval = enhanced ? Duration{std::chrono::milliseconds{100}} : port.otherPollInterval;
        shard.poller.backToBack =
            std::min<Duration>(shard.poller.interval, std::chrono::milliseconds{enhanced ? 100 : 200});
        shard.lanes.resize(parallel);
        mapping.shards.push_back(std::move(shard));
    }
    return mapping;
}

}  // namespace

NodeHandle FunctionFamily::makeNode(Config config, const NodeContext& context, BillOf<Load> bill)
{
    auto node = std::make_unique<FunctionNode>(std::move(config), context.draws(Purpose::Cold));
    node->bill = std::move(bill);
    node->meter = context.meter();
    const SettledFunction settled =
        context.before ? settledFunction(node->config, context.self, *context.before) : SettledFunction{};
    node->environments.warm(settled.warm);
    for (CapacityTrack* track : {&node->provisioned, &node->concurrent, &node->requestRate})
        *track = CapacityTrack{context.binSeconds, context.bins};
    node->setTracks(kSimStart);
    const double perSecond = node->config.requests.perUnit * node->config.requests.count;
    node->requests = TokenBucket{perSecond, perSecond, settled.overRequests ? 0 : perSecond};
    node->errands.open({Outgoing::Sender::Handler, context.self, context.outputs}, context,
                       std::max(0, node->config.provisioned) + settled.warm);
    for (const ConnectionPort& port : context.outputs) {
        const std::string role = port.text("role", "work");
        if (role != "work")
            (role == "on-success" ? node->successes : node->failures)
                .push_back({port.index, port.other.spec->invoked ? Operation::Invoke : Operation::Write});
    }
    node->errorDraws = context.draws(Purpose::Error);
    node->filterDraws = context.draws(Purpose::Filter);
    node->phase = context.draws(Purpose::Phase);
    node->origin = static_cast<std::uint32_t>(hashOf(context.self.component->id));
    for (const ConnectionPort& port : context.inputs) {
        if (port.kind == ConnectionKind::Notify)
            node->asyncInputs.push_back({port.index, static_cast<int>(port.number("maximumRetryAttempts", 2)),
                                         fromSeconds(port.number("maximumEventAgeSeconds", 21'600))});
        if (port.kind != ConnectionKind::Poll)
            continue;
        if (port.other.spec->feed.shape == FeedSpec::Shape::Queue) {
            const auto slots = settled.queueBatches.find(port.index);
            node->queues.push_back(queueMapping(port, node->origin,
                                                slots == settled.queueBatches.end() ? 0 : slots->second,
                                                node->config, context));
            continue;
        }
        const auto pollers = settled.lanePollers.find(port.index);
        node->mappings.push_back(
            laneMapping(port, node->config, pollers == settled.lanePollers.end() ? 0 : pollers->second));
    }
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
