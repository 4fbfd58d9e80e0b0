// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/batch_cluster/batch_cluster.h"
#include "simulator/families/transfer/transfer.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

/// When full loads run, as a fluid: each job's bytes from when it is due, one after the other.
struct Loads {
    double bytes = 0;  ///< of the scenario
    double count = 0, trips = 0;
    double longest = 0;  ///< seconds that one of them takes
    double from = 0, until = 0;
    double share(double begin, double end) const
    {
        const double inside = std::min(end, until) - std::max(begin, from);
        return end > begin ? std::clamp(inside / (end - begin), 0.0, 1.0) : 0;
    }
};

Loads loadsOf(const TransferConfig& config, const FlowContext& context, double changeBytes)
{
    Loads loads;
    loads.from = context.scenario->durationSeconds;
    const double rate = std::max(1e-9, loadRate(config) - changeBytes);
    for (const JobLoad& job : jobsOf(context.self, *context.scenario)) {
        const double rest = context.scenario->durationSeconds - job.firstAtSeconds;
        if (rest <= 0 || job.gigabytes <= 0)
            continue;
        const double times = job.everySeconds > 0 ? std::ceil(rest / job.everySeconds) : 1;
        const double bytes = job.gigabytes * kGib, trips = tripsOf(config, bytes);
        loads.bytes += times * bytes;
        loads.count += times;
        loads.trips += times * trips;
        loads.longest = std::max(loads.longest, bytes / rate + trips * seconds(config.perTrip));
        loads.from = std::min(loads.from, job.firstAtSeconds);
    }
    loads.until = loads.from + loads.bytes / rate + loads.trips * seconds(config.perTrip);
    return loads;
}

/// Share of the changes that come in which are applied meanwhile: none while a load runs, then as fast as it goes until
/// what waited is done.
double appliedShare(const Loads& loads, double coming, double most, double begin, double end)
{
    if (coming <= 0)
        return 1;
    const double rate = std::min(coming, most);
    const double waited = loads.bytes > 0 ? coming * (loads.until - loads.from) : 0;
    const double caughtUp = most > coming ? loads.until + waited / (most - coming) : 1e30;
    const auto overlap = [&](double from, double until) {
        return std::max(0.0, std::min(end, until) - std::max(begin, from));
    };
    const double before = loads.bytes > 0 ? overlap(0, loads.from) : 0;
    const double catching = loads.bytes > 0 ? overlap(loads.until, caughtUp) : 0;
    const double after = loads.bytes > 0 ? overlap(std::min(caughtUp, 1e30), 1e30) : end - begin;
    const double applied = (before + after) * rate + catching * most;
    const double share = end > begin ? applied / ((end - begin) * coming) : 1;
    return share > 1 - 1e-9 ? 1 : share;
}

void size(const TransferConfig& config, const Loads& loads, double changeBytes, FlowContext& context)
{
    if (config.sized.empty() || (loads.bytes <= 0 && changeBytes <= 0))
        return;
    double largest = 0;
    for (const JobLoad& job : jobsOf(context.self, *context.scenario))
        largest = std::max(largest, job.gigabytes * kGib);
    // The bandwidth with which the largest load, and what changes meanwhile, crosses in the time it may take.
    const double demand = largest / std::max(1.0, config.loadWithin) + changeBytes;
    context.result.sizing.push_back(sizeFor(
        config.sized, config.sizedUnit, config.sizedNow, 1,
        {{"path", "B/s", demand, config.bytesPerSized, "full load / time it may take, and the changes"}}));
}

}  // namespace

TransferLoad TransferFamily::flow(const TransferConfig& config, FlowContext& context)
{
    const FlowRate changes = context.arriving();
    const double begin = context.atSeconds, end = context.atSeconds + context.sliceSeconds;
    const double length = std::max(1.0, context.scenario->durationSeconds);
    const Loads loads = loadsOf(config, context, changes.bytesPerSecond);
    double slowest = 0;
    std::size_t targets = 0;
    for (const FlowPort& output : context.outputs) {
        if (!takesChanges(output.port.kind))
            continue;
        ++targets;
        slowest = std::max(slowest, output.answer.seconds);
    }
    // One after the other, each until the slowest target has it.
    const double own = std::max(1 / config.changesPerApplier,
                                changes.bytesPerRecord() * config.appliers / config.pathBytesPerSecond);
    const double each = own * std::max(1.0, changes.recordsPerMessage()) + slowest;
    const double most = config.appliers / each;
    const double passes = std::min(appliedShare(loads, changes.messagesPerSecond, most, begin, end),
                                   changes.messagesPerSecond > 0 ? most / changes.messagesPerSecond : 1);
    for (FlowPort& output : context.outputs) {
        if (!takesChanges(output.port.kind))
            continue;
        output.rate = changes * passes;
        // Each applier waits for its answer, so a change meets those of the others alone.
        output.rate.metShare = 1 - 1.0 / config.appliers;
    }
    FlowComponent& result = context.result;
    result.offered = result.accepted = changes;
    result.backlogGrowthPerSecond = changes.recordsPerSecond * std::max(0.0, 1 - passes);
    result.serviceMillis = 1e3 * (each + seconds(config.gather) / 2);
    context.answerAll({.seconds = 0});  // whoever made the change does not wait for its copy
    const double loading = loads.share(begin, end);
    // Of the time a load takes, what its trips are under way leaves the path alone.
    const double halting =
        loads.bytes > 0 ? loads.trips * seconds(config.perTrip) / std::max(1e-9, loads.until - loads.from)
                        : 0;
    const double onPath =
        loading * (1 - halting) * (loadRate(config) - changes.bytesPerSecond) + changes.bytesPerSecond;
    result.limits.push_back(rateLimit(config.path, onPath, onPath, 0));
    const double busy =
        std::min(static_cast<double>(config.appliers), changes.messagesPerSecond * passes * each);
    result.limits.push_back(heldLimit(config.apply, busy, busy, 0));
    const double waiting = loading * changes.bytesPerSecond * (loads.until - loads.from) / 2;
    if (config.cacheBytes > 0)
        result.limits.push_back(heldLimit(config.cache, waiting, waiting, 0));
    size(config, loads, changes.bytesPerSecond, context);
    const double share = std::min(1.0, (length - loads.from) / std::max(1e-9, loads.until - loads.from));
    return {(loads.bytes > 0 ? loads.bytes * share / length : 0) + changes.bytesPerSecond,
            loads.count / length, loads.bytes / length, loads.trips / length};
}

}  // namespace plimsoll
