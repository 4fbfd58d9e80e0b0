// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/draws/elementary.h"
#include "simulator/families/shared/outgoing.h"
#include "simulator/families/stream_processor/stream_processor.h"
#include "simulator/queueing/extremes.h"
#include "simulator/traffic/key_popularity.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

Duration LatenessLaw::at(double u) const
{
    return u < share ? fromSeconds(-meanSeconds * deterministicLog(u / share)) : Duration{0};
}

double LatenessLaw::olderThan(double seconds) const
{
    return meanSeconds > 0 ? share * decay(seconds / meanSeconds) : 0;
}

double LatenessLaw::lateShare(double boundSeconds, double lengthSeconds) const
{
    // (1 / length) x integral of P(L > bound + x) over the length.
    if (meanSeconds <= 0 || lengthSeconds <= 0)
        return 0;
    return olderThan(boundSeconds) * meanSeconds / lengthSeconds * (1 - decay(lengthSeconds / meanSeconds));
}

namespace {

/// Sum over the keys of f(records of the key a second). Of unknown keys, each record has its own.
template <class F>
double overKeys(const FlowRate& rate, F f)
{
    if (rate.recordsPerSecond <= 0)
        return 0;
    if (!rate.keys)
        return rate.recordsPerSecond;
    double sum = 0;
    for (const KeyLaw::Share& group : rate.keys->groups())
        sum += group.keys * f(group.each * rate.recordsPerSecond);
    return sum;
}

/// Keys met within so long, of Poisson arrivals.
double distinct(const FlowRate& rate, double seconds)
{
    if (!rate.keys)
        return rate.recordsPerSecond * seconds;
    return overKeys(rate, [&](double each) { return 1 - decay(each * seconds); });
}

/// What windows make of records at a steady rate.
struct WindowFlow {
    double results = 0;  ///< a second
    double keys = 0;     ///< kept, on average
    double seconds = 0;  ///< from the reading of a record to its first result, processing apart
};

/// Watermark, reading and ticks together make a result come `behind` seconds after the end of its window.
WindowFlow timeWindows(const WindowRules& windows, const LatenessLaw& lateness, const FlowRate& rate,
                       double behind)
{
    const double slide = seconds(windows.slide), length = seconds(windows.length);
    WindowFlow flow;
    flow.results = distinct(rate, length) / slide;
    // The pane that fills, and the full ones until the last window with them has been fired. A record waits for what is
    // left of its slide; one whose event is older by L for L less, unless it is late: E[T - L; L < T].
    constexpr int kSteps = 16;
    double waits = 0, counted = 0;
    for (int step = 0; step < kSteps; ++step) {
        const double at = slide * (step + 0.5) / kSteps, waited = at + behind;
        flow.keys += distinct(rate, at) / kSteps;
        const double inTime = 1 - (lateness.share > 0 ? lateness.olderThan(waited) / lateness.share : 0);
        waits += waited - lateness.share * lateness.meanSeconds * inTime;
        counted += 1 - lateness.share * (1 - inTime);
    }
    flow.seconds = waits / counted;
    flow.keys += distinct(rate, slide) * ((length - slide) / slide + behind / slide);
    return flow;
}

/// With Poisson arrivals at a rate r of one key, the next gap of g begins on average (e^(r g) - 1) / r - g later.
WindowFlow sessions(const WindowRules& windows, const FlowRate& rate, double behind)
{
    const double gap = seconds(windows.gap);
    WindowFlow flow;
    double waited = 0;
    const auto closes = [&](double each) {  // from an event to the end of its session
        return each > 0 ? std::min(1e9, (deterministicExp(std::min(each * gap, 50.0)) - 1) / each) : gap;
    };
    flow.results = overKeys(rate, [&](double each) { return each * decay(each * gap); });
    flow.keys = rate.keys
                    ? overKeys(rate,
                               [&](double each) {
                                   return std::min(1.0, each * decay(each * gap) * (closes(each) + behind));
                               })
                    : rate.recordsPerSecond * (gap + behind);
    waited = overKeys(rate, [&](double each) { return each * closes(each); });
    flow.seconds = behind + (rate.keys && rate.recordsPerSecond > 0 ? waited / rate.recordsPerSecond : gap);
    return flow;
}

/// Pairs a second: of each key, the records of the one input in a window times those of the other.
double pairsOf(const StreamProcessorConfig& config, const FlowContext& context, double length, double slide)
{
    if (context.inputs.size() < 2 || length <= 0)
        return 0;
    const FlowRate& a = context.inputs.front().rate;
    double b = 0;
    for (std::size_t n = 1; n < context.inputs.size(); ++n)
        b += context.inputs[n].rate.recordsPerSecond;
    if (!a.keys || a.recordsPerSecond <= 0)
        return 0;
    const double other = b / a.recordsPerSecond;
    const double pairs =
        overKeys(a, [&](double each) { return each * length * each * other * length; }) / slide;
    return std::min(pairs, static_cast<double>(WindowState::kMostPairs) / slide)
           * (config.windows.joins ? 1 : 0);
}

/// How long after it was there a record is read, on average, and one of the lane that is read last of all.
struct ReadLag {
    double own = 0, slowest = 0;
};

ReadLag readLag(const FlowContext& context)
{
    ReadLag lag;
    for (const FlowPort& input : context.inputs) {
        if (input.port.kind != ConnectionKind::Poll)
            continue;
        const double interval = seconds(input.port.otherPollInterval), lanes = input.port.otherLanes;
        lag.own = std::max(lag.own, interval / 2);
        lag.slowest = std::max(lag.slowest, interval * lanes / (lanes + 1));
    }
    return lag;
}

double lanesOf(const FlowContext& context)
{
    double lanes = 0;
    for (const FlowPort& input : context.inputs)
        lanes += input.port.kind == ConnectionKind::Poll ? input.port.otherLanes : 0;
    return lanes;
}

}  // namespace

StreamProcessorLoad StreamProcessorFamily::flow(const StreamProcessorConfig& config, FlowContext& context)
{
    const Outgoing outgoing{Outgoing::Sender::Worker, context.self, context.outputs};
    const FlowRate offered = context.arriving();
    const bool windowed = config.windows.kind != WindowRules::Kind::None;
    const double slide = seconds(config.windows.slide), length = seconds(config.windows.length);
    const ReadLag lag = readLag(context);
    const double ticks = seconds(config.bound) + seconds(config.watermarkEvery) / 2;
    const double behind = ticks + lag.slowest - lag.own;
    const double late = config.windows.kind == WindowRules::Kind::Time
                            ? config.lateness.lateShare(behind + (length - slide), slide)
                        : windowed ? config.lateness.olderThan(behind + seconds(config.windows.gap))
                                   : 0;
    FlowRate kept = offered * (1 - late);
    WindowFlow made{offered.recordsPerSecond * config.passShare, 0, 0};
    if (config.windows.kind == WindowRules::Kind::Time)
        made = timeWindows(config.windows, config.lateness, kept, behind);
    else if (windowed)
        made = sessions(config.windows, kept, behind);
    else if (config.keepsState && offered.keys)
        made.keys = offered.keys->keys();
    if (config.windows.joins)
        made.results =
            pairsOf(config, context, windowed && length <= 0 ? seconds(config.windows.gap) : length,
                    windowed && slide <= 0 ? seconds(config.windows.gap) : slide);

    const double each = seconds(config.perRecord);
    const double units = config.scales ? config.mostUnits : config.units();
    const double asked = each * (offered.recordsPerSecond + (windowed ? made.results : 0));  // busy units
    double passes = asked > units ? units / asked : 1;
    FlowRate results = kept * passes;
    const double ratio = kept.recordsPerSecond > 0 ? made.results / kept.recordsPerSecond : 0;
    results = results * (windowed ? ratio : config.passShare);
    if (windowed && config.resultBytes > 0) {
        results.sizes = SizeMix::constant(static_cast<double>(config.resultBytes));
        results.bytesPerSecond = results.recordsPerSecond * static_cast<double>(config.resultBytes);
    }
    // Each unit sends what one window comes to as one piece of work.
    if (windowed && slide > 0)
        results.messagesPerSecond = std::min(results.recordsPerSecond, config.units() / slide);
    // All units together send what a batch comes to, of which some bring no window.
    if (config.microBatches)
        results.messagesPerSecond =
            std::min(results.recordsPerSecond, 1 / std::max(slide, seconds(config.checkpointEvery)));
    CallsOfWork calls = outgoing.send(context.outputs, results);
    // Answers that take long hold up the reading: it goes on while no more than so many pieces of work are open, and what
    // is read then makes the next, one of all units together, one of each, or one of each lane that is read.
    const double next = config.microBatches ? 1 : windowed ? config.units() : lanesOf(context);
    const double open = results.messagesPerSecond * calls.seconds;
    if (const double most = static_cast<double>(kOpenSends) * config.parallelism + next; open > most) {
        passes *= most / open;
        calls = outgoing.send(context.outputs, results * (most / open));
    }

    // What one slide comes to leaves within the time of a piece's calls, as often as one ends, or a batch does.
    if (windowed && slide > 0)
        for (const OutCall& way : outgoing.ways()) {
            FlowRate& sent = context.outputs[way.output].rate;
            sent.burstRecords = sent.recordsPerSecond
                                * std::max(slide, config.microBatches ? seconds(config.checkpointEvery) : 0);
            sent.burstSeconds = calls.seconds;
        }

    FlowComponent& result = context.result;
    result.accepted = offered * passes;
    result.backlogGrowthPerSecond = offered.recordsPerSecond * (1 - passes);
    // A unit sends what a window comes to once all of it is made.
    const double making = made.results * slide / config.units() * each;
    // Of micro-batches the watermark moves with a batch, so that a window's results wait for the whole of the next one.
    const double ofOne = asked / units * seconds(config.checkpointEvery);
    const double batch = config.microBatches && ofOne > 0 ? slowestOf(units, {ofOne, ofOne * each}) : 0;
    const double waited = config.microBatches && windowed ? 1 : 0.5;
    const double commits = config.exactlyOnce
                               ? waited * seconds(config.checkpointEvery) + seconds(config.checkpointBase)
                                     + std::min(batch, seconds(config.checkpointEvery))
                               : 0;
    result.serviceMillis = (made.seconds + each + making + commits + calls.seconds) * 1e3;
    for (FlowPort& input : context.inputs) {
        if (input.port.kind != ConnectionKind::Poll)
            continue;
        const double share =
            offered.recordsPerSecond > 0 ? input.rate.recordsPerSecond / offered.recordsPerSecond : 1;
        const double costs =
            each
            * (1 + (windowed && offered.recordsPerSecond > 0 ? made.results / offered.recordsPerSecond : 0));
        input.answer.pulls.perSecond = input.port.otherLanes / seconds(input.port.otherPollInterval);
        if (costs > 0 && share > 0)
            input.answer.pulls.mostRecordsPerSecond = units * share / costs;
    }
    LimitSpec processor = config.processor, state = config.state;
    const double present =
        config.scales ? std::clamp(std::ceil(asked / 0.75 - 1e-9), static_cast<double>(config.units()), units)
                      : config.units();
    processor.count = state.count = present;
    const double hot = offered.hottestKeyShare;
    result.limits.push_back(
        rateLimit(processor, asked, asked, 0, std::max(1 / present, hot + (1 - hot) / present)));
    const double bytes = made.keys * config.stateBytesPerKey;
    result.limits.push_back(heldLimit(state, bytes, bytes, 0));
    if (const auto& sized = config.sizedBy; !sized.parameter.empty()) {
        const double unitsOfOne = sized.subtasks / config.perUnit;
        // What does no work is there all the same.
        result.sizing.push_back(sizeFor(sized.parameter, sized.unit, sized.now, context.targetUtilisation,
                                        {{"work", "busy units", asked + sized.withoutWork * unitsOfOne,
                                          unitsOfOne, config.processor.source},
                                         {"state", "GiB", bytes / 1073741824.0,
                                          state.perUnit / 1073741824.0 * unitsOfOne, state.source}}));
    }
    return {present, bytes};
}

}  // namespace plimsoll
