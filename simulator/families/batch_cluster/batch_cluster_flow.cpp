// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/batch_cluster/batch_cluster.h"

#include <algorithm>

namespace plimsoll {

std::vector<JobLoad> jobsOf(const ComponentView& self, const Scenario& scenario)
{
    std::vector<JobLoad> mine;
    for (const JobLoad& job : scenario.jobs) {
        if (job.component == self.component->id)
            mine.push_back(job);
    }
    return mine;
}

namespace {

constexpr double kGib = 1073741824.0;

/// Start requests a second, and the mean time from one run they make to the next: the wait for a first one, then for the
/// others or for the end of the window.
double startPeriod(const ClusterConfig& config, double startsPerSecond)
{
    const double others = (std::max(1.0, config.startsTogether) - 1) / startsPerSecond;
    return 1 / startsPerSecond + std::min(others, seconds(config.startWindow));
}

/// How often a job starts: its period, that of the job it follows, or as often as it is asked to.
double periodOf(const JobLoad& job, const Scenario& scenario, const ClusterConfig& config,
                double startsPerSecond)
{
    const JobLoad* at = &job;
    for (std::size_t hops = 0; hops <= scenario.jobs.size() && !at->afterJob.empty(); ++hops) {
        const auto before = std::find_if(scenario.jobs.begin(), scenario.jobs.end(),
                                         [&](const JobLoad& other) { return other.id == at->afterJob; });
        if (before == scenario.jobs.end())
            break;
        at = &*before;
    }
    if (at->everySeconds > 0)
        return at->everySeconds;
    return startsPerSecond > 0 ? startPeriod(config, startsPerSecond) : scenario.durationSeconds;
}

}  // namespace

ClusterLoad BatchClusterFamily::flow(const ClusterConfig& config, FlowContext& context)
{
    FlowRate offered, starts;
    for (const FlowPort& input : context.inputs) {
        FlowRate& way = isStart(input.port.kind) ? starts : offered;
        way = way + input.rate;
    }
    double busy = 0, clusters = config.transient ? 0 : 1, billed = 0, held = 0;
    const std::vector<JobLoad> jobs = jobsOf(context.self, *context.scenario);
    FlowRate written;
    double longest = 0;
    for (const JobLoad& job : jobs) {
        const double every = periodOf(job, *context.scenario, config, starts.messagesPerSecond);
        const double bytes = job.gigabytes > 0 ? job.gigabytes * kGib : offered.bytesPerSecond * every;
        const double work = bytes / config.bytesPerSecond + seconds(config.commit);
        longest = std::max(longest, work);
        busy += work / every;
        held += ((config.transient ? seconds(config.startUp) : 0) + work) / every * config.unitsPerRun;
        billed +=
            std::max(seconds(config.leastBilled), (config.billsStartUp ? seconds(config.startUp) : 0) + work)
            / every;
        if (config.transient)
            clusters += (seconds(config.startUp) + work) / every;
        FlowRate part = job.gigabytes > 0 ? FlowRate{} : offered;
        part.messagesPerSecond = 1 / every;
        part.recordsPerSecond = job.gigabytes > 0 ? 1 / every : offered.recordsPerSecond;
        part.bytesPerSecond = bytes * job.outputFactor / every;
        written = written + part;
    }
    context.result.offered = context.result.accepted = offered + starts;
    for (FlowPort& input : context.inputs) {
        if (input.port.kind == ConnectionKind::Start && input.port.text("wait", "no") == "finish")
            input.answer.seconds = (config.transient ? seconds(config.startUp) : 0) + longest;
    }
    context.result.serviceMillis = longest * 1e3;
    if (jobs.empty()) {
        context.result.idle = config.idle;
    } else {
        // Transient clusters run side by side; one for the whole run works on what it has.
        const double working = config.transient ? busy : std::min(1.0, busy);
        const bool bounded = config.mostUnits > 0;
        LimitUse use = bounded ? heldLimit(config.busy, held, std::max(config.unitsPerRun, held), 0)
                               : heldLimit(config.busy, working, std::max(1.0, working), 0);
        if (!bounded)
            use.utilisation = busy;
        context.result.limits.push_back(use);
        if (offered.bytesPerSecond > 0 && !config.sized.empty())
            context.result.sizing.push_back(
                sizeFor(config.sized, config.sizedUnit, config.sizedNow, context.targetUtilisation,
                        {{"bytes", "MB/s", offered.bytesPerSecond / 1e6, config.bytesPerSized / 1e6,
                          "throughput a vCPU is an assumption"}}));
    }
    context.passOn(written);
    return {clusters, config.workers, billed};
}

}  // namespace plimsoll
