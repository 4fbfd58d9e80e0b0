// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/job_queue/job_play.h"
#include "simulator/families/job_queue/job_queue.h"
#include "simulator/families/shared/acknowledged.h"
#include "simulator/families/shared/line_flow.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

/// What is asked of the capacity, before it is known whether it keeps up.
struct Asked {
    FlowRate jobs;       ///< taken by the quota of submits
    double refused = 0;  ///< share that it throttles
    FlowRate attempts;
    CallsOfWork calls;
    double own = 0;         ///< seconds that an attempt holds its place, its calls apart
    double held = 0;        ///< with its calls, as far as it comes to them
    double fails = 0;       ///< of the attempts
    double childFails = 0;  ///< of the children, after their last attempt
    double places = 0;      ///< work: places it keeps busy
};

double startSeconds(const JobQueueConfig& config)
{
    const UnitStart& start = config.capacity.start;
    return seconds(config.unitPerJob ? start.provision + start.boot : config.containerStart);
}

Asked askedOf(const JobQueueConfig& config, const Outgoing& outgoing, const std::vector<FlowPort>& inputs,
              std::vector<FlowPort>& outputs)
{
    Asked asked;
    for (const FlowPort& input : inputs)
        asked.jobs = asked.jobs + input.rate;
    const double submits = asked.jobs.messagesPerSecond;
    if (submits > config.submits.perUnit)
        asked.refused = 1 - config.submits.perUnit / submits;
    asked.jobs = asked.jobs * (1 - asked.refused);
    const FlowRate children = asked.jobs * config.children;
    asked.calls = outgoing.send(outputs, children);
    asked.fails = 1 - (1 - config.failShare) * (1 - asked.calls.failedShare);
    asked.childFails = std::pow(asked.fails, config.attempts);
    const double tries = asked.fails < 1 ? (1 - asked.childFails) / (1 - asked.fails) : config.attempts;
    asked.attempts = children * tries;
    asked.own = startSeconds(config) + config.capacity.service.law.mean() * 1e-9;
    asked.held = asked.own + (1 - config.failShare) * asked.calls.seconds;
    asked.places = asked.attempts.messagesPerSecond * asked.held;
    return asked;
}

/// Mean of the longest of `count` draws.
double longestSeconds(const Law& law, double count)
{
    constexpr int kSteps = 400;
    double sum = 0;
    for (int step = 0; step < kSteps; ++step)  // by shares of the law of the longest
        sum += law.quantile(std::pow((step + 0.5) / kSteps, 1 / count));
    return sum / kSteps * 1e-9;
}

/// From its start until a job has ended: children side by side as far as there are places, in rounds else.
double jobSeconds(const JobQueueConfig& config, const Asked& asked, double waits, double places)
{
    if (config.children == 1)
        return (waits + asked.held) * asked.attempts.messagesPerSecond
               / std::max(1e-12, asked.jobs.messagesPerSecond);
    const double together = std::max(1.0, std::min<double>(config.children, places));
    const double rounds = std::ceil(config.children / together) - 1;
    return waits + rounds * asked.held + startSeconds(config)
           + longestSeconds(config.capacity.service.law, together) + asked.calls.seconds;
}

/// Mean seconds that a unit of a job's own is billed for.
double billedSeconds(const JobQueueConfig& config, const Asked& asked)
{
    const UnitStart& start = config.capacity.start;
    constexpr int kSteps = 400;
    double sum = 0;
    for (int step = 0; step < kSteps; ++step) {
        const double own = config.capacity.service.law.quantile((step + 0.5) / kSteps) * 1e-9;
        sum += start.charged(start.boot + fromSeconds(own + asked.held - asked.own));
    }
    return sum / kSteps;
}

void answerStarters(FlowContext& context, const Asked& asked, double jobTime, double variance, double failed,
                    double passes)
{
    for (FlowPort& input : context.inputs) {
        const bool leaves = isAcknowledged(input.port)
                            || (input.port.kind == ConnectionKind::Start && !waitsForEnd(input.port));
        input.answer =
            leaves ? Answer{0, asked.refused}
                   : Answer{(1 - asked.refused) * jobTime, asked.refused + (1 - asked.refused) * failed};
        input.answer.variance = leaves ? 0 : variance;
        if (!leaves && passes < 1)
            input.answer.overload = 1 / passes;
    }
}

}  // namespace

double settledUnits(const JobQueueConfig& config, const Outgoing& outgoing,
                    const std::vector<FlowPort>& inputs, std::vector<FlowPort>& outputs)
{
    const double places = askedOf(config, outgoing, inputs, outputs).places;
    const ScalingPolicy& policy = config.capacity.scaling;
    return std::clamp(std::ceil(places / config.capacity.slots - 1e-9), policy.least, policy.most);
}

JobQueueLoad JobQueueFamily::flow(const Config& config, FlowContext& context)
{
    const Outgoing outgoing{Outgoing::Sender::Worker, context.self, context.outputs};
    const Asked asked = askedOf(config, outgoing, context.inputs, context.outputs);
    const double units =
        config.unitPerJob ? 0 : settledUnits(config, outgoing, context.inputs, context.outputs);
    const double places = config.unitPerJob ? config.mostUnits : units * config.capacity.slots;
    const double work = asked.own - startSeconds(config);
    const double variation =
        asked.own > 0 ? config.capacity.service.squaredVariation * work * work / asked.own / asked.own : 0;
    LineFlow line = lineFlow(context, asked.attempts, asked.own, variation, asked.calls,
                             std::max(places, 1e-9), std::nullopt);
    if (context.followed && context.followed->waitSeconds > 0) {
        const double before = line.seconds - asked.own - asked.calls.seconds;
        line.seconds += context.followed->waitSeconds - (line.passes < 1 ? 0 : before);
    }
    // Only attempts that do not fail by themselves come to their calls.
    passAccepted(context, outgoing, asked.attempts * (1 - config.failShare), line);
    const double waits = std::max(0.0, line.seconds - asked.own - asked.calls.seconds);
    const double jobTime = jobSeconds(config, asked, waits, places);
    const FlowRate offered = context.arriving();
    context.result.accepted = offered * (1 - asked.refused);
    context.result.refused = offered * asked.refused;
    context.result.serviceMillis = jobTime * 1e3;
    answerStarters(context, asked, jobTime, line.variance,
                   1 - std::pow(1 - asked.childFails, config.children), line.passes);

    LimitSpec spec = config.places;
    const double inService = context.followed ? context.followed->workers / config.capacity.slots : units;
    spec.count = config.unitPerJob ? 1 : inService;
    const double busy = std::min(asked.places, places);
    LimitUse use = heldLimit(spec, busy, busy, 0);
    const double there = config.unitPerJob ? places : inService * config.capacity.slots;
    use.utilisation = there > 0 ? asked.places / there : 0;
    context.result.limits.push_back(use);
    const double submits = offered.messagesPerSecond;
    context.result.limits.push_back(rateLimit(config.submits, submits, submits, submits * asked.refused));
    if (!config.sized.empty()) {
        context.result.sizing.push_back(
            sizeFor(config.sized, config.sizedUnit, config.sizedNow, context.targetUtilisation,
                    {{"work", config.sizedUnit, asked.places, 1 / config.sizedEach, config.places.source}}));
        context.result.sizing.back().relieves = {config.places.limit};
    }
    if (config.unitPerJob)
        return {asked.attempts.messagesPerSecond * line.passes * billedSeconds(config, asked)};
    context.result.asks = {.perSecond = asked.jobs.messagesPerSecond,
                           .heldSeconds = (1 - config.failShare) * asked.calls.seconds,
                           .units = units};
    const ScalingPolicy& policy = config.capacity.scaling;
    if (policy.least < policy.most) {
        context.result.swings = true;
        const bool evenly = arrivalVariation(context) <= 0;
        context.result.follow = [&config, evenly](std::vector<FollowedSlice>& slices, bool settled) {
            const double atStart = settled ? slices.front().units : config.capacity.instances;
            playJobs(config, static_cast<int>(atStart + 0.5), evenly, slices);
        };
    }
    return {context.followed ? context.followed->units : units};
}

}  // namespace plimsoll
