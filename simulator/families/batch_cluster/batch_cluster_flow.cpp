// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/batch_cluster/batch_cluster.h"

#include <algorithm>
#include <cmath>
#include <limits>

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

constexpr double kNeverSeconds = std::numeric_limits<double>::infinity();

/// Start requests a second, and the mean time from one run they make to the next: the wait for a first one, then for the
/// others or for the end of the window.
double startPeriod(const ClusterConfig& config, double startsPerSecond)
{
    const double others = (std::max(1.0, config.startsTogether) - 1) / startsPerSecond;
    return 1 / startsPerSecond + std::min(others, seconds(config.startWindow));
}

/// One job as it comes round again and again.
struct Course {
    double asked = kNeverSeconds;  ///< seconds from start to start, as its schedule says
    double every = kNeverSeconds;  ///< and as it comes about
    double bytes = 0;              ///< read by one run
    double workSeconds = 0;        ///< of one run
    double cycleSeconds = 0;       ///< with the start-up of its own cluster
    double startUp = 0;            ///< of that
    /// Share of the time that workers are kept for it.
    double keptShare(Duration idleStop) const
    {
        return std::min(1.0, (cycleSeconds + std::min(seconds(idleStop), std::max(0.0, every - cycleSeconds)))
                                 / every);
    }
};

/// How many bytes one run reads when runs are so far apart. Sets grow from nothing, so a job that reads them whole meets
/// half of what they are at the end on average.
double bytesRead(const JobLoad& job, double every, const FlowRate& offered, double durationSeconds)
{
    if (job.gigabytes > 0)
        return job.gigabytes * kGib;
    switch (job.reads) {
    case JobReads::New:
        return offered.bytesPerSecond * every;
    case JobReads::Window: {
        const double window = std::min(job.windowSeconds, durationSeconds);
        return offered.bytesPerSecond * window * (1 - window / (2 * durationSeconds));
    }
    case JobReads::All:
        return offered.bytesPerSecond * durationSeconds / 2;
    }
    return 0;
}

Course courseOf(const ClusterConfig& config, const JobLoad& job, double asked, const FlowRate& offered,
                double durationSeconds, double startUp)
{
    Course course{.asked = asked, .every = asked, .startUp = startUp};
    // A longer gap leaves more to read, so the gap is found by going round.
    constexpr int kRounds = 60;
    for (int round = 0; round < kRounds; ++round) {
        course.bytes = bytesRead(job, course.every, offered, durationSeconds);
        course.workSeconds = course.bytes / config.bytesPerSecond + seconds(config.commit);
        course.cycleSeconds = startUp + course.workSeconds;
        double next = asked;
        if (job.overlap == JobOverlap::Queue)  // the next one begins when the one before has ended
            next = std::max(asked, course.cycleSeconds);
        else if (job.overlap == JobOverlap::Skip)  // at the first date that finds it free
            next = asked * std::max(1.0, std::ceil(course.cycleSeconds / asked - 1e-9));
        next = std::min(next, std::max(asked, durationSeconds));
        if (next == course.every)
            break;
        course.every = next;
    }
    return course;
}

/// With the start-up of its own cluster, or of workers that are still there from its last run.
Course courseOf(const ClusterConfig& config, const JobLoad& job, double asked, const FlowRate& offered,
                double durationSeconds)
{
    const double startUp = config.transient ? seconds(config.startUp) : 0;
    const Course cold = courseOf(config, job, asked, offered, durationSeconds, startUp);
    if (!config.startKept || cold.every - cold.cycleSeconds > seconds(config.idleStop))
        return cold;
    return courseOf(config, job, asked, offered, durationSeconds, seconds(*config.startKept));
}

/// A job that follows another one starts as often as that one ends.
std::vector<Course> coursesOf(const ClusterConfig& config, const std::vector<JobLoad>& jobs,
                              const FlowRate& offered, double startsPerSecond, const Scenario& scenario)
{
    std::vector<Course> courses(jobs.size());
    std::vector<bool> known(jobs.size());
    for (std::size_t round = 0; round < jobs.size(); ++round) {
        for (std::size_t at = 0; at < jobs.size(); ++at) {
            const JobLoad& job = jobs[at];
            const auto before = std::find_if(jobs.begin(), jobs.end(), [&](const JobLoad& other) {
                return !job.afterJob.empty() && other.id == job.afterJob;
            });
            const bool follows = before != jobs.end();
            if (known[at] || (!follows && !job.afterJob.empty())
                || (follows && !known[static_cast<std::size_t>(before - jobs.begin())]))
                continue;
            // Without a period it starts as often as it is asked to, or once.
            const double asked = follows ? courses[static_cast<std::size_t>(before - jobs.begin())].every
                                 : job.everySeconds > 0 ? job.everySeconds
                                 : startsPerSecond > 0  ? startPeriod(config, startsPerSecond)
                                                        : scenario.durationSeconds;
            courses[at] = courseOf(config, job, asked, offered, scenario.durationSeconds);
            known[at] = true;
        }
    }
    return courses;
}

}  // namespace

ClusterLoad BatchClusterFamily::flow(const ClusterConfig& config, FlowContext& context)
{
    FlowRate offered, starts;
    for (const FlowPort& input : context.inputs) {
        FlowRate& way = isStart(input.port.kind) ? starts : offered;
        way = way + input.rate;
    }
    const std::vector<JobLoad> jobs = jobsOf(context.self, *context.scenario);
    const std::vector<Course> courses =
        coursesOf(config, jobs, offered, starts.messagesPerSecond, *context.scenario);
    // One cluster for the whole run shares itself among its jobs, and gets through no more than all of it.
    double busy = 0;
    for (const Course& course : courses)
        busy += course.workSeconds / course.every;
    const double slowed = config.transient ? 1 : std::max(1.0, busy);
    double exists = config.transient ? 0 : 1, billed = 0, held = 0, longest = 0, asked = 0;
    double notKept = 1, startUp = 0;
    FlowRate written;
    for (std::size_t at = 0; at < jobs.size(); ++at) {
        const Course& course = courses[at];
        longest = std::max(longest, course.workSeconds);
        asked += course.workSeconds / course.asked;
        if (config.transient)
            exists += course.cycleSeconds / course.every;
        held += course.cycleSeconds / course.every * config.unitsPerRun;
        notKept *= 1 - (config.startKept ? course.keptShare(config.idleStop) : 0);
        startUp = std::max(startUp, course.startUp);
        billed += std::max(seconds(config.leastBilled),
                           (config.billsStartUp ? course.startUp : 0) + course.workSeconds)
                  / course.every;
        const bool carries = jobs[at].gigabytes <= 0 && jobs[at].reads == JobReads::New;
        FlowRate part = carries ? offered : FlowRate{};
        part.messagesPerSecond = 1 / (course.every * slowed);
        part.recordsPerSecond = carries ? offered.recordsPerSecond : part.messagesPerSecond;
        part.bytesPerSecond = course.bytes * jobs[at].outputFactor * part.messagesPerSecond;
        written = written + part;
    }
    // Jobs of a size of their own take nothing of what arrives.
    const bool takesInput =
        std::any_of(jobs.begin(), jobs.end(), [](const JobLoad& job) { return job.gigabytes <= 0; });
    context.result.offered = context.result.accepted = takesInput ? offered + starts : starts;
    // Whoever asks for a start is answered at once.
    context.result.serviceMillis =
        starts.messagesPerSecond > 0 && offered.recordsPerSecond <= 0 ? 0 : longest * 1e3;
    if (jobs.empty()) {
        context.result.idle = config.idle;
    } else {
        // Transient clusters run side by side; one for the whole run works on what it has.
        const double working = config.transient ? busy : std::min(1.0, busy);
        const bool bounded = config.mostUnits > 0;
        LimitUse use = bounded ? heldLimit(config.busy, held, std::max(config.unitsPerRun, held), 0)
                               : heldLimit(config.busy, working, std::max(1.0, working), 0);
        if (!bounded)
            use.utilisation = asked;
        context.result.limits.push_back(use);
        if (offered.bytesPerSecond > 0 && !config.sized.empty())
            context.result.sizing.push_back(
                sizeFor(config.sized, config.sizedUnit, config.sizedNow, context.targetUtilisation,
                        {{"bytes", "MB/s", offered.bytesPerSecond / 1e6, config.bytesPerSized / 1e6,
                          "throughput a vCPU is an assumption"}}));
    }
    // What is new is read once by all that ask for it, sets that are read whole again each time.
    double bytesRead = 0;
    bool readsNew = false;
    for (std::size_t at = 0; at < jobs.size(); ++at) {
        if (jobs[at].gigabytes > 0)
            continue;
        if (jobs[at].reads == JobReads::New)
            readsNew = true;
        else
            bytesRead += courses[at].bytes / courses[at].every;
    }
    const double share = offered.bytesPerSecond > 0 ? bytesRead / offered.bytesPerSecond : 0;
    for (FlowPort& input : context.inputs)
        input.answer.pulls.objectShare = share + (readsNew ? 1 : 0);
    for (FlowPort& input : context.inputs) {
        if (!isStart(input.port.kind))
            continue;
        const bool waits =
            input.port.kind == ConnectionKind::Start && input.port.text("wait", "no") == "finish";
        input.answer.seconds = waits ? startUp + longest : 0;
    }
    context.passOn(written);
    return {exists, config.workers, billed, 1 - notKept};
}

}  // namespace plimsoll
