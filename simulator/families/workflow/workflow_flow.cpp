// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/workflow/workflow.h"
#include "simulator/queueing/waiting_line.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

/// Mean of ceil(length / step) x step of a log-normal length beyond `fixed` seconds.
double roundedUp(double fixed, double mean, double variance, Duration step)
{
    const double each = seconds(step);
    if (each <= 0)
        return fixed + mean;
    constexpr int kPoints = 256;
    const Law law = Law::logNormal(mean * 1e9, mean > 0 ? std::sqrt(std::max(0.0, variance)) / mean : 0);
    double sum = 0;
    for (int point = 0; point < kPoints; ++point) {
        const double length = fixed + (mean > 0 ? law.quantile((point + 0.5) / kPoints) * 1e-9 : 0);
        sum += std::max(1.0, std::ceil(length / each - 1e-9));
    }
    return sum / kPoints * each;
}

/// What one execution that begins does, on average.
struct Course {
    double stateSeconds = 0;  ///< in states, besides the tasks' own time
    double callSeconds = 0, callVariance = 0;
    double transitions = 0, events = history::kExecution;
    double children = 0, childSeconds = 0, callbacks = 0;
    double tasks = 0, taskSeconds = 0, taskVariance = 0;  ///< calls, the time of all of them, and its square
    double rounds = 0;                                    ///< of calls, one after the other
    double failedShare = 0;                               ///< at the end of it
    double seconds() const { return stateSeconds + callSeconds; }
};

/// The tasks of one order that a share `reach` of the executions gets to.
class OrderFlow {
public:
    OrderFlow(const WorkflowConfig& config, const WorkflowSteps& steps, const FlowRate& work, double reach)
        : m_config{config}, m_steps{steps}, m_work{work}, m_reach{reach}
    {}
    double succeeds() const { return m_succeeds; }

    void enter(std::size_t first, Course& course) const
    {
        const double others = m_steps.before(first) + (m_steps.waitsBefore(first) ? 1 : 0);
        course.transitions += m_reach * others;
        course.events += m_reach * others * history::kState;
        course.stateSeconds += m_reach * others * seconds(m_config.transition);
        course.stateSeconds += m_steps.waitsBefore(first) ? m_reach * seconds(m_config.wait) : 0;
    }
    void ask(const WorkflowSteps::Task& task, const Outgoing& outgoing, FlowPort& output, Course& course)
    {
        const Answer& answer = output.answer;
        output.rate = outgoing.rateOf(task, m_work * m_reach, answer);
        const double share = task.share(m_work);
        const double attempts = std::max(1e-12, Outgoing::attemptsOf(task, answer));
        const double tries =
            m_work.messagesPerSecond > 0 ? output.rate.messagesPerSecond / m_work.messagesPerSecond : 0;
        const double calls = tries / attempts;
        const double each = m_reach * share > 0 ? calls / (m_reach * share) : 0;
        const double rounds = std::max(1.0, each / task.concurrency);
        count(task, answer, tries, calls, course);
        const double one = Outgoing::secondsOf(task, answer);
        course.tasks += calls;
        course.taskSeconds += calls * one;
        course.taskVariance += calls * attempts * answer.spread();
        m_rounds = std::max(m_rounds, share * rounds);
        m_succeeds *=
            1 - share * (1 - std::pow(1 - Outgoing::failedShareOf(task, answer), std::max(1.0, each)));
        const double spent = rounds * Outgoing::secondsOf(task, answer);
        const double variance = rounds * attempts * answer.spread();
        const double entered = rounds * seconds(m_config.transition);
        if (task.route != OutCall::Route::Copy) {
            m_shares += share;
            m_one += share * spent;
            m_oneSquared += share * (variance + spent * spent);
            m_oneEntered += share * entered;
        } else if (entered + spent > m_allEntered + m_all) {
            m_all = spent;
            m_allVariance = variance;
            m_allEntered = entered;
        }
    }
    /// Of equal orders the longest counts; of a Choice there is one at a time.
    void leave(Course& course) const
    {
        const double mean = m_shares > 0 ? m_one / m_shares : 0;
        const bool chooses = m_shares > 0 && mean > m_all;
        const double share = std::min(1.0, m_shares);
        course.callSeconds += m_reach * (chooses ? share * mean + (1 - share) * m_all : m_all);
        course.callVariance +=
            m_reach * (chooses ? std::max(0.0, m_oneSquared / m_shares - mean * mean) : m_allVariance);
        course.stateSeconds += m_reach * std::max(m_oneEntered, m_allEntered);
        course.rounds += m_reach * m_rounds;
    }

private:
    void count(const WorkflowSteps::Task& task, const Answer& answer, double tries, double calls,
               Course& course) const
    {
        course.callbacks += task.isCallback ? calls : 0;
        course.events += (tries - calls) * history::kRetry;
        if (!task.isMap || m_config.map == WorkflowConfig::Map::Inline) {
            course.transitions += tries;
            course.events += calls * (history::kTask + (task.isMap ? history::kIteration : 0));
            return;
        }
        course.transitions += tries - calls;  // retries
        course.children += calls;
        course.childSeconds += calls
                               * roundedUp(seconds(m_config.transition), Outgoing::secondsOf(task, answer),
                                           answer.spread(), m_config.billedStep);
    }
    const WorkflowConfig& m_config;
    const WorkflowSteps& m_steps;
    const FlowRate& m_work;
    double m_reach = 1, m_succeeds = 1;
    double m_all = 0, m_allVariance = 0, m_allEntered = 0;
    double m_one = 0, m_oneSquared = 0, m_oneEntered = 0, m_shares = 0;
    double m_rounds = 0;
};

/// Fills the rates of the tasks, too: where an order fails, the later ones are not begun.
Course courseOf(const WorkflowConfig& config, const WorkflowSteps& steps, std::vector<FlowPort>& outputs,
                const FlowRate& work)
{
    Course course;
    const Outgoing outgoing;
    double succeeds = 1, caught = 1;
    for (std::size_t at = 0; at < steps.tasks().size(); at = steps.orderEnd(at)) {
        const bool catches = at >= steps.firstCatch();
        OrderFlow order{config, steps, work, catches ? (1 - succeeds) * caught : succeeds};
        order.enter(at, course);
        for (std::size_t task = at; task < steps.orderEnd(at); ++task)
            order.ask(steps.tasks()[task], outgoing, outputs[steps.tasks()[task].output], course);
        order.leave(course);
        (catches ? caught : succeeds) *= order.succeeds();
    }
    const bool isCaught = steps.firstCatch() < steps.tasks().size() && config.caughtSucceeds;
    course.failedShare = (1 - succeeds) * (isCaught ? 1 - caught : 1);
    const double ends = 1 - course.failedShare, last = config.otherStates + (steps.waitsAtEnd() ? 1 : 0);
    course.transitions += ends * last;
    course.events += ends * last * history::kState;
    course.stateSeconds += ends * last * seconds(config.transition);
    course.stateSeconds += steps.waitsAtEnd() ? ends * seconds(config.wait) : 0;
    return course;
}

/// Share of the executions that get to their end where one line holds back all transitions: each of `steps` stages passes
/// on the same part g of what it is asked for, so that rate x (1 + g + .. + g^(steps - 1)) x g = capacity.
double passedOn(double rate, double steps, double capacity)
{
    if (capacity <= 0 || rate * steps <= capacity)
        return 1;
    double low = 0, high = 1;
    for (int round = 0; round < 60; ++round) {
        const double g = (low + high) / 2;
        const double asked = g < 1 ? rate * (1 - std::pow(g, steps)) / (1 - g) : rate * steps;
        (g * asked > capacity ? high : low) = g;
    }
    return std::pow(low, steps);
}

void addRate(FlowContext& context, const LimitSpec& limit, double perSecond)
{
    if (perSecond > 0)
        context.result.limits.push_back(rateLimit(limit, perSecond, perSecond, 0));
}

/// What the workers make of the tasks.
struct OnWorkers {
    double workers = 0, passes = 1, waitSeconds = 0;
};
OnWorkers onWorkers(const WorkflowConfig& config, const Course& course, double rate)
{
    if (!config.workers)
        return {};
    OnWorkers on;
    const double running = rate * course.taskSeconds, each = config.workers->each;
    const double most = config.workers->scaling.most * each;
    const SteadyTasks tasks{running, course.tasks > 0 ? course.taskSeconds / course.tasks : 0};
    on.workers = settledWorkers(*config.workers, tasks);
    on.passes = running > most ? most / running : 1;
    if (course.tasks <= 0 || running <= 0 || on.passes < 1)
        return on;
    LineLoad load;
    load.arrivalsPerSecond = rate * course.tasks;
    load.serviceSeconds = course.taskSeconds / course.tasks;
    load.serviceVariation = course.taskVariance / course.tasks / (load.serviceSeconds * load.serviceSeconds);
    double workers = config.workers->scaling.least;
    for (const double share : sharesOfWorkers(*config.workers, tasks)) {
        // Where there are too few for long, more come before the line is long.
        constexpr double kNearlyFull = 0.98;
        load.servers = std::max(1.0, std::max(std::floor(workers++ * each), running / kNearlyFull));
        on.waitSeconds += share > 0 ? share * waitingLine(load).waitSeconds : 0;
    }
    return on;
}

}  // namespace

double settledWorkers(const TaskWorkers& workers, const SteadyTasks& tasks)
{
    double mean = 0, at = workers.scaling.least;
    for (const double share : sharesOfWorkers(workers, tasks))
        mean += share * at++;
    return mean;
}

SteadyTasks steadyTasks(const WorkflowConfig& config, const ComponentView& self,
                        const std::vector<FlowPort>& inputs, std::vector<FlowPort> outputs)
{
    FlowRate work;
    for (const FlowPort& input : inputs)
        work = work + input.rate;
    std::vector<ConnectionPort> ports;
    for (const FlowPort& output : outputs)
        ports.push_back(output.port);
    const WorkflowSteps steps{config, self, ports};
    const double begins = std::min(1.0, config.startsPerSecond / std::max(1e-12, work.messagesPerSecond));
    const Course course = courseOf(config, steps, outputs, work);
    return {work.messagesPerSecond * begins * course.taskSeconds,
            course.tasks > 0 ? course.taskSeconds / course.tasks : 0};
}

WorkflowLoad WorkflowFamily::flow(const WorkflowConfig& config, FlowContext& context)
{
    const FlowRate offered = context.arriving();
    const double tooLarge = offered.sizes.shareAbove(config.mostInputBytes);
    const double asked = offered.messagesPerSecond * (1 - tooLarge);
    const double begins = asked > config.startsPerSecond ? config.startsPerSecond / asked : 1;
    const FlowRate accepted = offered * ((1 - tooLarge) * begins);
    std::vector<ConnectionPort> ports;
    for (const FlowPort& output : context.outputs)
        ports.push_back(output.port);
    const WorkflowSteps steps{config, context.self, ports};
    Course course = courseOf(config, steps, context.outputs, accepted);
    const double rate = accepted.messagesPerSecond;
    const OnWorkers on = onWorkers(config, course, rate);
    course.stateSeconds += on.waitSeconds * course.rounds;
    const double held = passedOn(rate, course.transitions, config.transitionsPerSecond);
    const double passes = std::min(held, on.passes);
    // What is held back is so at every state, more at the later ones: on average their rate goes down to the capacity.
    const double entered =
        std::min(held < 1 ? config.transitionsPerSecond / (rate * course.transitions) : 1, on.passes);
    if (entered < 1) {
        for (const WorkflowSteps::Task& task : steps.tasks())
            context.outputs[task.output].rate = context.outputs[task.output].rate * entered;
    }
    const bool tooLong = config.longest > Duration{0} && course.seconds() > seconds(config.longest);
    const bool tooMany = config.mostEvents > 0 && course.events > config.mostEvents;
    const double length = tooLong ? seconds(config.longest) : course.seconds();
    const double fails = tooLong || tooMany ? 1 : course.failedShare;
    const double refused = 1 - (1 - tooLarge) * begins;

    FlowComponent& result = context.result;
    result.accepted = accepted;
    result.refused = offered * refused;
    result.backlogGrowthPerSecond = accepted.recordsPerSecond * (1 - passes);
    result.limits.push_back(
        rateLimit(config.starts, offered.messagesPerSecond, offered.messagesPerSecond, asked * (1 - begins)));
    if (config.transitionsPerSecond > 0)
        result.limits.push_back(
            rateLimit(config.transitions, rate * course.transitions, rate * course.transitions, 0));
    if (config.workers) {
        LimitSpec tasks = config.workers->tasks;
        tasks.count = on.workers;
        const double running =
            std::min(rate * course.taskSeconds, config.workers->scaling.most * config.workers->each);
        result.limits.push_back(heldLimit(tasks, running, running, 0));
    }
    double before = 0;
    for (FlowPort& input : context.inputs) {
        const Law& start = isAnswered(input.port) ? config.answeredStartLatency : config.startLatency;
        const double own = start.mean() * 1e-9;
        before += own * input.rate.messagesPerSecond;
        const bool startsOnly = !isAnswered(input.port) && !input.port.other.spec->isSource;
        input.answer =
            startsOnly ? Answer{0, refused} : Answer{own + length, refused + (1 - refused) * fails};
        input.answer.variance =
            startsOnly ? 0 : start.variance() * 1e-18 + (tooLong ? 0 : course.callVariance);
        if (passes < 1)
            input.answer.overload = 1 / passes;
    }
    const double start = offered.messagesPerSecond > 0 ? before / offered.messagesPerSecond : 0;
    result.serviceMillis = (start + length) * 1e3;
    const double open = rate * (start + length);
    if (config.mostOpen > 0)
        result.limits.push_back(heldLimit(config.open, open, open, 0));
    if (config.mostEvents > 0 && rate > 0)
        result.limits.push_back(heldLimit(config.events, course.events, course.events, tooMany ? rate : 0));
    addRate(context, config.callbacks, rate * course.callbacks);
    if (config.childrenPerSecond > 0)
        addRate(context, config.children, rate * course.children);
    const double billed =
        tooLong ? roundedUp(length, 0, 0, config.billedStep)
                : roundedUp(course.stateSeconds, course.callSeconds, course.callVariance, config.billedStep);
    return {rate,
            rate * course.transitions * entered,
            rate * passes * billed,
            rate * course.children * entered,
            rate * course.childSeconds * entered,
            on.workers};
}

}  // namespace plimsoll
