// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/shared/acknowledged.h"
#include "simulator/families/workflow/task_slots.h"
#include "simulator/families/workflow/workflow.h"
#include "simulator/queueing/call_desk.h"
#include "simulator/queueing/token_bucket.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

enum class Alarm : std::uint64_t { Finish, TooLong, TooManyEvents, Ready, Look, Scaled };

/// A rate that holds back what is above it, in the order in which it is asked.
class Pace {
public:
    Pace() = default;
    Pace(double perSecond, double burst) : m_bucket{perSecond, burst}, m_limited{perSecond > 0} {}
    Duration take(SimTime now)
    {
        m_use.add(now, 1);
        if (!m_limited)
            return {};
        m_bucket.take(1);
        const double missing = -m_bucket.credit(now);
        m_held += missing > 0 ? 1 : 0;
        return missing > 0 ? fromSeconds(missing / m_bucket.rate()) : Duration{};
    }
    double waiting(SimTime now) { return m_limited ? std::max(0.0, -m_bucket.credit(now)) : 0; }
    double rate() const { return m_bucket.rate(); }
    void setRate(double perSecond, double burst, SimTime now) { m_bucket.setRate(perSecond, burst, now); }
    LimitUse use(const LimitSpec& spec, double seconds) const
    {
        return withHistory(rateLimit(spec, m_use.total() / seconds, m_use.peak(), m_held), m_use, seconds);
    }
    const RateUse& asked() const { return m_use; }

private:
    TokenBucket m_bucket;
    bool m_limited = false;
    RateUse m_use;
    double m_held = 0;
};

struct WorkflowFigures {
    std::uint64_t executions = 0, transitions = 0, retries = 0, caught = 0, tooLong = 0, tooManyEvents = 0;
    std::uint64_t tooLarge = 0, tooManyOpen = 0, throttled = 0;
    std::uint64_t children = 0;
    double billedSeconds = 0, childSeconds = 0, events = 0;
    double mostEvents = 0;
    HeldUse open;
};

struct WorkflowNode : NodeBase {
    using Task = WorkflowSteps::Task;
    /// How far an execution is with one task.
    struct Round {
        std::uint64_t calls = 0, issued = 0;
    };
    struct Execution {
        Message request;
        SimTime arrived, begun;
        std::vector<Round> rounds;
        std::size_t next = 0;  ///< first task of the next order
        std::uint32_t outstanding = 0;
        bool failed = false, caught = false;
        double events = history::kExecution;
    };
    /// One call of a task.
    struct TaskCall {
        CallToken execution;
        std::uint32_t task = 0;
        SimTime began{};
    };
    using Desk = CallDesk<TaskCall, CallerKind::Worker>;
    /// The desk's alarms pass through here: each retry is a transition of its own.
    struct DeskTimers {
        WorkflowNode& node;
        void arm(SimTime at, std::uint64_t id)
        {
            constexpr std::uint64_t kTimeoutKind = 0xFE;
            if (id >> 56 < kTimeoutKind)
                node.retries();
            node.timers.arm(at, id);
        }
    };
    struct Bridge {
        WorkflowNode& node;
        DeskTimers timers;
        NodeMeter& meter;
        template <class Emit>
        void callEnded(SimTime t, const TaskCall& call, Outcome outcome, Emit& emit)
        {
            node.callEnded(t, call, outcome, emit);
        }
    };
    Bridge bridge() { return {*this, {*this}, meter}; }

    WorkflowNode(const WorkflowConfig& c, WorkflowSteps s, BillOf<WorkflowLoad> b)
        : config{c}, bill{std::move(b)}, steps{std::move(s)}, tasks{steps.tasks()}
    {}

    template <class Emit>
    void start(Emit&)
    {
        starts = TokenBucket{config.startsPerSecond, config.startBurst};
        transitions = Pace{config.transitionsPerSecond, config.transitionBurst};
        callbacks = Pace{config.callbacksPerSecond, config.callbackBurst};
        children = Pace{config.childrenPerSecond, config.childrenPerSecond};
        if (slots.used())
            arm(kSimStart + slots.period(), Alarm::Look);
    }

    // --- an execution begins ------------------------------------------------------------------------------------

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        now = t;
        meter.offered(t, m.records, m.id.attempt > 0);
        asked.add(t, 1);
        const bool fails = faults.down || (faults.errors > 0 && errorDraws.at(m.id) < faults.errors);
        const bool tooLarge = static_cast<double>(m.bytes) > config.mostInputBytes;
        if (fails || tooLarge) {
            figures.tooLarge += fails ? 0 : 1;
            meter.rejected(t, m.records);
            return emit.refuse(t, m, fails ? Outcome::Failed : Outcome::Rejected);
        }
        const bool full = config.mostOpen > 0
                          && static_cast<double>(executions.openCount()) >= config.mostOpen * faults.capacity;
        if (full || !starts.tryTake(1, t)) {
            ++(full ? figures.tooManyOpen : figures.throttled);
            meter.throttled(t, m.records);
            return emit.refuse(t, m, Outcome::Throttled);
        }
        meter.accepted(m.records);
        ++figures.executions;
        if (acknowledged.holds(m))
            emit.answer(t, m.replyTo, acknowledged.reply(m));
        const bool answered = m.replyTo.slot < CallToken::kNobody && !acknowledged.holds(m);
        const Law& law = answered ? config.answeredStartLatency : config.startLatency;
        const SimTime begun = t + fromNanos(law.drawFor(m.id, latencies) * faults.slow + 0.5);
        emit.spent(meter, m.id, TimePart::Service, t, begun);
        begin(m, t, begun, emit);
    }
    template <class Emit>
    void begin(const Message& m, SimTime arrived, SimTime begun, Emit& emit)
    {
        Execution execution;
        execution.request = m;
        execution.arrived = arrived;
        execution.begun = begun;
        execution.rounds.resize(tasks.size());
        const CallToken token = executions.open(execution, 0);
        figures.open.set(arrived, static_cast<double>(executions.openCount()));
        if (config.longest > Duration{0})
            arm(begun + config.longest, Alarm::TooLong, token);
        goOn(begun, token, emit);
    }

    // --- its states ---------------------------------------------------------------------------------------------

    /// One more state is entered at `at`, or later where transitions are held back. Whether they are is asked now, in
    /// the order of the run, as an execution may know of its next states before another one's come first.
    SimTime enter(SimTime at, Execution& execution, double events)
    {
        ++figures.transitions;
        execution.events += events;
        const Duration held = transitions.take(now), step = slowed(config.transition);
        meter.spent(TimePart::ThrottleWait, held, execution.request.records);
        meter.spent(TimePart::Service, step, execution.request.records);
        return at + held + step;
    }
    SimTime waitState(SimTime at, Execution& execution)
    {
        const SimTime waits = enter(at, execution, history::kState);
        meter.spent(TimePart::Service, config.wait, execution.request.records);
        return waits + config.wait;
    }
    SimTime orderBegins(SimTime at, Execution& execution, std::size_t first)
    {
        if (steps.waitsBefore(first))
            at = waitState(at, execution);
        for (int state = 0; state < steps.before(first); ++state)
            at = enter(at, execution, history::kState);
        return at;
    }
    bool runsChild(const Task& task) const { return task.isMap && config.map != WorkflowConfig::Map::Inline; }
    SimTime callBegins(SimTime at, const CallToken& token, Execution& execution, const Task& task)
    {
        if (runsChild(task)) {
            ++figures.children;
            return at + children.take(now) + slowed(config.transition);
        }
        at = enter(at, execution, history::kTask + (task.isMap ? history::kIteration : 0));
        if (config.mostEvents > 0 && execution.events > config.mostEvents)
            arm(at, Alarm::TooManyEvents, token);
        return at;
    }
    void retries()
    {
        ++figures.retries;
        ++figures.transitions;
        transitions.take(now);
    }

    /// Begins the next order that has anything to do; after the last one the execution leaves its tasks.
    template <class Emit>
    void goOn(SimTime t, const CallToken& token, Emit& emit)
    {
        for (;;) {
            Execution& execution = *executions.at(token.slot);
            const std::size_t from = execution.next;
            if (from >= (execution.caught ? tasks.size() : steps.firstCatch()))
                return leaveTasks(t, token, emit);
            const std::size_t to = execution.next = steps.orderEnd(from);
            t = orderBegins(t, execution, from);
            const Message& m = execution.request;
            for (std::size_t at = from; at < to; ++at) {
                const bool taken = tasks[at].takes(routes.at(m.id), m.key);
                execution.rounds[at] = {taken ? tasks[at].callsFor(m.records) : 0, 0};
            }
            for (std::size_t at = from; at < to; ++at) {
                const std::uint64_t calls =
                    std::min<std::uint64_t>(execution.rounds[at].calls, tasks[at].concurrency);
                for (std::uint64_t n = 0; n < calls; ++n)
                    issue(t, token, at, emit);
            }
            if (executions.at(token.slot)->outstanding > 0)
                return;
        }
    }
    template <class Emit>
    void issue(SimTime t, const CallToken& token, std::size_t at, Emit& emit)
    {
        Execution& execution = *executions.at(token.slot);
        const Task& task = tasks[at];
        const std::uint64_t n = execution.rounds[at].issued++;
        ++execution.outstanding;
        t = callBegins(t, token, execution, task);
        if (!slots.used())
            return place(t, {token, at, n, t}, emit);
        slots.expect({token, at, n, t});
        arm(t, Alarm::Ready);
    }
    /// Tasks that are ready begin, as far as there are workers for them.
    template <class Emit>
    void beginTasks(SimTime t, Emit& emit)
    {
        slots.lineUp(t);
        while (const std::optional<ReadyTask> task = slots.next(t, faults.capacity)) {
            if (const Execution* execution = executions.find(task->execution)) {
                meter.spent(TimePart::Queue, t - task->ready, execution->request.records);
                place(t, *task, emit);
            } else {  // it was cut off while it waited
                slots.giveBack(t);
            }
        }
    }
    template <class Emit>
    void place(SimTime t, const ReadyTask& ready, Emit& emit)
    {
        const CallToken& token = ready.execution;
        const std::size_t at = ready.task;
        const std::uint64_t n = ready.number;
        Execution& execution = *executions.at(token.slot);
        const Task& task = tasks[at];
        Message message = task.per == OutCall::Per::Record ? itemOf(execution.request, task, n, emit)
                                                           : wholeOf(execution.request, task, n, emit);
        message.id.visit = static_cast<std::uint8_t>(execution.request.id.visit + 1);
        message.id.attempt = 0;
        message.born = execution.request.born;
        message.sent = t;
        message.operation = task.operation;
        emit.traced(message.id, TimePart::Queue, execution.begun, t);
        Bridge over = bridge();
        desk.place(t, message, static_cast<std::uint32_t>(at), {token, static_cast<std::uint32_t>(at), t},
                   over, emit);
    }
    /// One record of the input, or the input's only one, for its n-th operation.
    template <class Emit>
    Message itemOf(const Message& input, const Task& task, std::uint64_t n, Emit& emit)
    {
        Message message;
        message.id = task.copyOf(input.id, n);
        message.key = input.key;
        message.bytes = task.bytesFor(input.bytes);
        if (!input.members)
            return message;
        const Member member = emit.spans().members(input.members)[n / task.operations];
        message.id = task.copyOf(member.id, n % task.operations);
        message.key = member.key;
        message.bytes = task.bytesFor(member.bytes);
        return message;
    }
    /// The input as a whole: what hands it on takes its records along.
    template <class Emit>
    Message wholeOf(const Message& input, const Task& task, std::uint64_t n, Emit& emit)
    {
        Message message;
        message.id = task.copyOf(input.id, n);
        message.key = input.key;
        message.bytes = task.bytesFor(input.bytes);
        const bool fetches = plimsoll::fetches(task.operation);
        message.records = fetches ? 1 : input.records;
        if (fetches || !input.members)
            return message;
        message.members = emit.spans().create();
        for (Member record : std::vector<Member>{emit.spans().members(input.members)}) {
            record.id = task.copyOf(record.id, n);
            record.bytes = static_cast<std::uint32_t>(task.bytesFor(record.bytes));
            emit.spans().members(message.members).push_back(record);
        }
        return message;
    }
    template <class Emit>
    void callEnded(SimTime t, const TaskCall& call, Outcome outcome, Emit& emit)
    {
        Execution* execution = executions.find(call.execution);
        if (slots.used()) {
            slots.giveBack(t);
            beginTasks(t, emit);
            execution = executions.find(call.execution);
        }
        if (!execution)  // it was cut off meanwhile
            return;
        if (runsChild(tasks[call.task]))
            figures.childSeconds += billed(t - call.began + slowed(config.transition));
        --execution->outstanding;
        execution->failed |= outcome != Outcome::Done;
        const Round& round = execution->rounds[call.task];
        if (!execution->failed && round.issued < round.calls)
            return issue(t, call.execution, call.task, emit);
        if (execution->outstanding > 0)
            return;
        if (execution->failed && !execution->caught && steps.firstCatch() < tasks.size()) {
            ++figures.caught;
            execution->failed = false;
            execution->caught = true;
            execution->next = steps.firstCatch();
        }
        if (execution->failed)
            return end(t, call.execution, Outcome::Failed, emit);
        goOn(t, call.execution, emit);
    }
    /// What comes after the last task.
    template <class Emit>
    void leaveTasks(SimTime at, const CallToken& token, Emit& emit)
    {
        Execution& execution = *executions.at(token.slot);
        if (execution.caught && !config.caughtSucceeds)
            return end(at, token, Outcome::Failed, emit);
        if (steps.waitsAtEnd())
            at = waitState(at, execution);
        for (int state = 0; state < config.otherStates; ++state)
            at = enter(at, execution, history::kState);
        arm(at, Alarm::Finish, token);
    }

    // --- its end --------------------------------------------------------------------------------------------------

    template <class Emit>
    void end(SimTime t, const CallToken& token, Outcome outcome, Emit& emit)
    {
        const Execution execution = *executions.at(token.slot);
        executions.close(token.slot);
        figures.open.set(t, static_cast<double>(executions.openCount()));
        figures.billedSeconds += billed(t - execution.begun);
        figures.events += execution.events;
        figures.mostEvents = std::max(figures.mostEvents, execution.events);
        const Message& m = execution.request;
        if (outcome == Outcome::Done)
            return complete(t, m, execution.arrived, emit);
        meter.failed(t, m.records);
        acknowledged.fail(t, m, meter, emit);
    }
    template <class Emit>
    void complete(SimTime t, const Message& m, SimTime arrived, Emit& emit)
    {
        meter.completed(t, m.records, t - arrived);
        if (m.members) {
            const std::vector<Member>& members = emit.spans().members(m.members);
            emit.readableEach(meter, t, members);
            for (const Member& member : members)
                tookItsWays(member.id, member.key, member.born, emit);
        } else {
            emit.readable(meter, t, m.id, m.born);
            tookItsWays(m.id, m.key, m.born, emit);
        }
        if (m.replyTo.slot == CallToken::kUnattended && t <= meter.horizon())
            emit.entered(m.replyTo.connection, m.born);
        emit.spans().release(m.members);
        if (m.carriesUnit)
            meter.units.done += m.records;
        if (acknowledged.holds(m))
            return;
        meter.abandoned(t, m.deadline, m.records);
        emit.done(t, m);
    }
    /// Sinks that only the other choices reach need not wait for it.
    template <class Emit>
    void tookItsWays(const MessageId& id, std::uint32_t key, SimTime born, Emit& emit) const
    {
        if (steps.copies())
            return;
        std::vector<std::uint32_t> taken;
        for (const Task& task : tasks) {
            if (!task.catches && task.takes(routes.at(id), key))
                taken.push_back(task.index);
        }
        emit.took(std::span<const std::uint32_t>{taken}, born);
    }
    double billed(Duration length) const
    {
        if (config.billedStep <= Duration{0})
            return seconds(length);
        const auto count = (length.count() + config.billedStep.count() - 1) / config.billedStep.count();
        return static_cast<double>(std::max<std::int64_t>(1, count)) * seconds(config.billedStep);
    }

    // ----------------------------------------------------------------------------------------------------------------

    template <class Emit>
    void reply(SimTime t, const Reply& r, Emit& emit)
    {
        now = t;
        Bridge over = bridge();
        const bool isCallback = std::any_of(tasks.begin(), tasks.end(), [&](const Task& task) {
            return task.isCallback && task.index == r.call.connection;
        });
        desk.reply(isCallback ? t + callbacks.take(t) : t, r, over, emit);
    }
    void arm(SimTime at, Alarm kind) { timers.arm(at, static_cast<std::uint64_t>(kind) << 56); }
    void arm(SimTime at, Alarm kind, const CallToken& token)
    {
        timers.arm(at, static_cast<std::uint64_t>(kind) << 56 | std::uint64_t{token.generation & kLow} << 28
                           | token.slot);
    }
    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        now = t;
        if (Desk::owns(id)) {
            Bridge over = bridge();
            return desk.alarm(t, id, over, emit);
        }
        if (static_cast<Alarm>(id >> 56) >= Alarm::Ready)
            return workersTurn(t, static_cast<Alarm>(id >> 56), emit);
        const CallToken token{static_cast<std::uint32_t>(id & kLow),
                              static_cast<std::uint32_t>(id >> 28 & kLow), 0, false};
        if (!executions.find(token))
            return;
        switch (static_cast<Alarm>(id >> 56)) {
        case Alarm::Finish:
            return end(t, token, Outcome::Done, emit);
        case Alarm::TooLong:
            ++figures.tooLong;
            return end(t, token, Outcome::TimedOut, emit);
        case Alarm::TooManyEvents:
            ++figures.tooManyEvents;
            return end(t, token, Outcome::Failed, emit);
        case Alarm::Ready:
        case Alarm::Look:
        case Alarm::Scaled:
            return;
        }
    }
    template <class Emit>
    void workersTurn(SimTime t, Alarm kind, Emit& emit)
    {
        if (kind == Alarm::Look) {
            if (const SimTime due = slots.look(t); due != kNever)
                arm(due, Alarm::Scaled);
            return arm(t + slots.period(), Alarm::Look);
        }
        if (kind == Alarm::Scaled)
            slots.applyDue(t);
        beginTasks(t, emit);
    }
    /// What is open goes on: an execution is kept by the service, not by a machine.
    template <class Emit>
    void control(SimTime t, const Control& c, Emit& emit)
    {
        faults.apply(c);
        starts.setRate(config.startsPerSecond * faults.capacity, config.startBurst * faults.capacity, t);
        if (config.transitionsPerSecond > 0)
            transitions.setRate(config.transitionsPerSecond * faults.capacity,
                                config.transitionBurst * faults.capacity, t);
        now = t;
        if (slots.used())
            beginTasks(t, emit);
    }
    Duration slowed(Duration time) const
    {
        return fromNanos(static_cast<double>(time.count()) * faults.slow + 0.5);
    }
    void sample(SimTime t)
    {
        const double held = transitions.waiting(t);
        meter.sample(t, held + slots.waiting(),
                     slots.used() ? slots.oldest(t)
                     : held > 0   ? held / transitions.rate()
                                  : 0);
    }
    std::uint64_t resident() const
    {
        std::uint64_t records = 0;
        executions.forEach([&](const Execution& one) { records += one.request.records; });
        return records;
    }
    std::uint64_t unitsInFlight() const
    {
        std::uint64_t units = 0;
        executions.forEach(
            [&](const Execution& one) { units += one.request.carriesUnit ? one.request.records : 0; });
        return units;
    }
    void report(NodeReport& out) const
    {
        const double s = std::max(out.seconds, 1e-9);
        ComponentReport& component = out.component;
        component.limits.push_back(withHistory(
            rateLimit(config.starts, asked.total() / s, asked.peak(), static_cast<double>(figures.throttled)),
            asked, s));
        if (config.transitionsPerSecond > 0)
            component.limits.push_back(transitions.use(config.transitions, s));
        if (config.mostOpen > 0)
            component.limits.push_back(withHistory(
                heldLimit(config.open, figures.open.integralUntil(SimTime{fromSeconds(out.seconds)}) / s,
                          figures.open.peak(), static_cast<double>(figures.tooManyOpen)),
                figures.open, s));
        const std::uint64_t ended = figures.executions - executions.openCount();
        if (config.mostEvents > 0 && ended > 0)
            component.limits.push_back(heldLimit(config.events, figures.events / static_cast<double>(ended),
                                                 figures.mostEvents,
                                                 static_cast<double>(figures.tooManyEvents)));
        if (slots.used())
            component.limits.push_back(slots.use(s));
        if (std::any_of(tasks.begin(), tasks.end(), [](const Task& task) { return task.isCallback; }))
            component.limits.push_back(callbacks.use(config.callbacks, s));
        if (figures.children > 0 && config.childrenPerSecond > 0)
            component.limits.push_back(children.use(config.children, s));
        addCounts(component, {{"executions", "executions", figures.executions},
                              {"transitions", "state transitions", figures.transitions},
                              {"state-retries", "retries of states", figures.retries},
                              {"failures-caught", "failures caught", figures.caught},
                              {"executions-too-long", "executions that took too long", figures.tooLong},
                              {"inputs-too-large", "inputs too large", figures.tooLarge},
                              {"map-children", "executions started by Map states", figures.children},
                              {"tasks-waited", "tasks that waited for a worker", slots.waited()},
                              {"workers-added", "times that workers were added", slots.scaleOuts()}});
        reportGuards(desk.guards(), component);
        bill({static_cast<double>(figures.executions) / s, static_cast<double>(figures.transitions) / s,
              figures.billedSeconds / s, static_cast<double>(figures.children) / s, figures.childSeconds / s,
              slots.used() ? slots.workersUntil(SimTime{fromSeconds(out.seconds)}) : 0},
             out);
    }

    static constexpr std::uint64_t kLow = 0xFFFFFFF;

    WorkflowConfig config;
    BillOf<WorkflowLoad> bill;
    WorkflowSteps steps;
    const std::vector<Task>& tasks;
    Desk desk;
    Acknowledged acknowledged;
    TokenBucket starts;
    Pace transitions, callbacks, children;
    TaskSlots slots;
    RateUse asked;
    DrawKey latencies, errorDraws, routes;
    PendingSlab<Execution> executions;
    WorkflowFigures figures;
    SimTime now = kSimStart;
};

}  // namespace

NodeHandle WorkflowFamily::makeNode(const WorkflowConfig& config, const NodeContext& context,
                                    BillOf<WorkflowLoad> bill)
{
    auto node = std::make_unique<WorkflowNode>(config, WorkflowSteps{config, context.self, context.outputs},
                                               std::move(bill));
    node->meter = context.meter();
    node->latencies = context.draws(Purpose::Latency);
    node->errorDraws = context.draws(Purpose::Error);
    node->routes = context.draws(Purpose::Route);
    node->desk.drawBackoffs(context.draws(Purpose::Backoff));
    for (const WorkflowSteps::Task& task : node->tasks)
        node->desk.addWay(task.index, task.retry, task.timeout, CallUnit::None);
    if (const auto& workers = config.workers) {
        const auto settled = [&](const SettledFlow& flow) {
            return std::round(
                settledWorkers(*workers, steadyTasks(config, context.self, flow.inputs, flow.outputs)));
        };
        node->slots.open(workers, context.before ? settled(*context.before) : workers->scaling.least);
    }
    // Whoever only starts an execution hears at once that it was, as of what is put.
    std::vector<ConnectionPort> inputs = context.inputs;
    for (ConnectionPort& input : inputs)
        input.kind = isAnswered(input) ? ConnectionKind::Call : ConnectionKind::Put;
    node->acknowledged.open(inputs);
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
