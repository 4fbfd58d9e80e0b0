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
    double own = 0;  ///< seconds that an attempt holds its place, its calls apart
    double ownVariance = 0;
    double held = 0;        ///< with its calls, as far as it comes to them
    double calling = 1;     ///< of the attempts, those that come to their calls
    double succeeds = 1;    ///< of the attempts
    double childFails = 0;  ///< of the children, after their last attempt
    double places = 0;      ///< work: places it keeps busy
};

double startSeconds(const JobQueueConfig& config)
{
    const UnitStart& start = config.capacity.start;
    return seconds(config.unitPerJob ? start.provision + start.boot : config.containerStart);
}

/// An attempt's own time and its calls, as far as its time limit lets it go on.
struct Worked {
    double own = 0, variance = 0;
    double calls = 0;                 ///< seconds of those that come to them
    double ended = 0, endedLate = 0;  ///< shares whose time is up: before their calls, and within them
};
Worked workedOf(const JobQueueConfig& config, double callSeconds)
{
    const ServiceTime& service = config.capacity.service;
    Worked worked{service.law.mean() * 1e-9, 0, callSeconds};
    worked.variance = service.squaredVariation * worked.own * worked.own;
    if (config.longest <= Duration{0})
        return worked;
    constexpr int kSteps = 1000;
    const double longest = seconds(config.longest);
    double squares = 0;
    worked = {};
    for (int step = 0; step < kSteps; ++step) {
        const double all = service.law.quantile((step + 0.5) / kSteps) * 1e-9, own = std::min(all, longest);
        worked.own += own / kSteps;
        squares += own * own / kSteps;
        worked.ended += all > longest ? 1.0 / kSteps : 0;
        worked.endedLate += all <= longest && all + callSeconds > longest ? 1.0 / kSteps : 0;
        worked.calls += all > longest ? 0 : std::min(callSeconds, longest - own) / kSteps;
    }
    worked.variance = std::max(0.0, squares - worked.own * worked.own);
    if (worked.ended < 1)
        worked.calls /= 1 - worked.ended;
    return worked;
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
    asked.calls = outgoing.send(outputs, asked.jobs * config.children);
    const Worked worked = workedOf(config, asked.calls.seconds);
    asked.calls.seconds = worked.calls;
    asked.calling = (1 - worked.ended) * (1 - config.failShare);
    const double late = worked.endedLate * (1 - config.failShare);
    asked.succeeds = (asked.calling - late) * (1 - asked.calls.failedShare);
    const double ended = worked.ended + late, again = std::max(0.0, 1 - ended - asked.succeeds);
    const double all = std::pow(again, config.attempts);
    const double tries = again < 1 ? (1 - all) / (1 - again) : config.attempts;
    asked.childFails = std::min(1.0, all + ended * tries);
    double children = config.children;
    if (config.oneByOne && asked.childFails > 0)  // none comes after one that failed
        children = (1 - std::pow(1 - asked.childFails, children)) / asked.childFails;
    asked.attempts = asked.jobs * children * tries;
    asked.own = startSeconds(config) + worked.own;
    asked.ownVariance = worked.variance;
    asked.held = asked.own + asked.calling * asked.calls.seconds;
    asked.places = asked.attempts.messagesPerSecond * asked.held * config.nodes;
    return asked;
}

double longestOf(const JobQueueConfig& config)
{
    return config.longest > Duration{0} ? seconds(config.longest) : 1e18;
}

/// Mean of the longest of `count` draws, none of them above `bound`.
double longestSeconds(const Law& law, double count, double bound)
{
    constexpr int kSteps = 400;
    double sum = 0;
    for (int step = 0; step < kSteps; ++step)  // by shares of the law of the longest
        sum += std::min(bound, law.quantile(std::pow((step + 0.5) / kSteps, 1 / count)) * 1e-9);
    return sum / kSteps;
}

/// From its start until a job has ended: children side by side as far as there are places, in rounds else.
double jobSeconds(const JobQueueConfig& config, const Asked& asked, double waits, double places)
{
    if (config.children == 1 || config.oneByOne)
        return (waits + asked.held) * asked.attempts.messagesPerSecond
               / std::max(1e-12, asked.jobs.messagesPerSecond);
    const double together = std::max(1.0, std::min<double>(config.children, places));
    const double rounds = std::ceil(config.children / together) - 1;
    return waits + rounds * asked.held + startSeconds(config)
           + longestSeconds(config.capacity.service.law, together, longestOf(config)) + asked.calls.seconds;
}

/// Mean seconds that a unit of a job's own is billed for.
double billedSeconds(const JobQueueConfig& config, const Asked& asked)
{
    const UnitStart& start = config.capacity.start;
    constexpr int kSteps = 400;
    double sum = 0;
    for (int step = 0; step < kSteps; ++step) {
        const double own =
            std::min(longestOf(config), config.capacity.service.law.quantile((step + 0.5) / kSteps) * 1e-9);
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
    // However few jobs of several nodes there are, so many instances come for one.
    const double forOne = std::min(config.nodes, config.capacity.scaling.most * config.capacity.slots);
    const double places =
        config.unitPerJob ? config.mostUnits : std::max(units * config.capacity.slots, forOne);
    const double variation = asked.own > 0 ? asked.ownVariance / asked.own / asked.own : 0;
    LineFlow line = lineFlow(context, asked.attempts, asked.own, variation, asked.calls,
                             std::max(std::floor(places / config.nodes + 1e-9), 1e-9), std::nullopt);
    if (context.followed && context.followed->waitSeconds > 0) {
        const double before = line.seconds - asked.own - asked.calls.seconds;
        line.seconds += context.followed->waitSeconds - (line.passes < 1 ? 0 : before);
    }
    // Only attempts that do not fail by themselves come to their calls.
    passAccepted(context, outgoing, asked.attempts * asked.calling, line);
    const double allSucceed = std::pow(1 - asked.childFails, config.children);
    const double handed = asked.attempts.messagesPerSecond * asked.calling * (1 - line.failedShare);
    const double handsOn = config.handsOnWhole ? asked.jobs.messagesPerSecond * allSucceed
                                               : asked.attempts.messagesPerSecond * asked.succeeds;
    for (const OutCall& way : outgoing.ways()) {
        FlowRate& rate = context.outputs[way.output].rate;
        if (way.handsOver && handed > 0)
            rate = rate * (handsOn / handed);
    }
    const double waits = std::max(0.0, line.seconds - asked.own - asked.calls.seconds);
    const double jobTime = jobSeconds(config, asked, waits, places);
    const FlowRate offered = context.arriving();
    context.result.accepted = offered * (1 - asked.refused);
    context.result.refused = offered * asked.refused;
    context.result.serviceMillis = jobTime * 1e3;
    answerStarters(context, asked, jobTime, line.variance, 1 - allSucceed, line.passes);

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
                           .heldSeconds = asked.calling * asked.calls.seconds,
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
