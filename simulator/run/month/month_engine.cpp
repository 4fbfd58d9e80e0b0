// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/run/month/month_engine.h"

#include "model/support/number_text.h"
#include "simulator/kernel/worker_threads.h"
#include "simulator/run/month/month_combine.h"
#include "simulator/run/month/segment.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <map>
#include <mutex>

namespace plimsoll {

namespace {

constexpr double kPilotMessages = 150'000;        // of one level
constexpr double kShortest = 40, kLongest = 600;  // seconds of a pilot
constexpr double kLongestSlow = 1600;
constexpr double kLeastWorth = 0.6;  // share of the messages above which sampling saves nothing
constexpr int kRounds = 5;
constexpr int kMostRuns = 5;  // of one kind of stretch

/// The stretches' and levels' runs so far, in the order they were asked for.
class MonthRunner {
public:
    MonthRunner(const MonthStage& stage, const MonthPlan& plan, const FlowReport& flow,
                const RunOptions& options, int replication, const std::function<bool(double)>& keepGoing)
        : m_stage{stage},
          m_graph{stage.graph},
          m_scenario{stage.scenario},
          m_plan{plan},
          m_flow{flow},
          m_options{options},
          m_replication{replication},
          m_keepGoing{keepGoing}
    {
        if (options.sampling.cache)
            m_working = workingPartOf(stage.design, stage.scenario);
        m_parts.levels.resize(plan.levels.size());
        m_parts.kinds.resize(plan.kinds.size());
    }

    MonthRun run()
    {
        std::vector<Job> jobs;
        for (std::size_t kind = 0; kind < m_plan.kinds.size(); ++kind) {
            // Equal stretches are each other's replications; a lone one is run twice, or it would show no spread.
            const double count = m_plan.kinds[kind].count;
            const double affordable =
                m_plan.exactMessages > 0 ? m_options.sampling.budgetMessages / m_plan.exactMessages : 1;
            const double runs =
                std::clamp(std::floor(affordable), 1.0, std::clamp(count, 2.0, double{kMostRuns}));
            for (int run = 0; run < static_cast<int>(runs); ++run)
                jobs.push_back(stretchJob(kind, run));
        }
        double pilots = 0;
        for (const MonthLevel& level : m_plan.levels)
            pilots += (pilotSeconds(level) + level.warmUpSeconds) * level.messagesPerSecond;
        // At very high rates even the first look must be short.
        const double most = m_options.sampling.budgetMessages * 0.6;
        m_shrink = pilots > most ? most / pilots : 1;
        for (std::size_t level = 0; level < m_plan.levels.size(); ++level)
            jobs.push_back(levelJob(level, pilotSeconds(m_plan.levels[level]) * m_shrink));
        run(std::move(jobs), 0.6);
        Combined combined = combine(m_scenario, m_plan, m_parts, CombineDepth::Intervals);
        for (int round = 1; round < kRounds && !m_cancelled; ++round) {
            if (combined.widest <= m_options.sampling.targetShare)
                break;
            std::vector<Job> more;
            for (std::size_t level = 0; level < m_plan.levels.size(); ++level) {
                const double seconds = wantedSeconds(level, combined);
                if (seconds > 0)
                    more.push_back(levelJob(level, seconds));
            }
            double cost = 0;
            for (const Job& job : more)
                cost += job.spec.messages;
            const double left = m_options.sampling.budgetMessages - m_levelMessages;
            if (more.empty() || left < 0.02 * m_options.sampling.budgetMessages)
                break;
            if (cost > left) {
                for (Job& job : more)
                    shorten(job, left / cost);
            }
            run(std::move(more), 0.6 + 0.4 * round / kRounds);
            combined = combine(m_scenario, m_plan, m_parts, CombineDepth::Intervals);
        }
        return finish(combine(m_scenario, m_plan, m_parts, CombineDepth::Whole, m_options.monthlyCost));
    }

private:
    struct Job {
        SegmentSpec spec;
        bool isLevel = false;
        std::size_t at = 0;
    };

    double pilotSeconds(const MonthLevel& level) const
    {
        // Eight batches of several memories each; at a limit credits wander for minutes.
        const double slow = level.utilisation > 0.95 ? 1600 : 40 * level.settleSeconds;
        const double least = std::max(kShortest, std::min(slow, kLongestSlow));
        return std::ceil(std::clamp(kPilotMessages / std::max(1e-9, level.messagesPerSecond), least,
                                    std::max(kLongest, least)));
    }
    Job levelJob(std::size_t at, double seconds)
    {
        const MonthLevel& level = m_plan.levels[at];
        Job job{{}, true, at};
        job.spec.isLevel = true;
        job.spec.rates = level.rates;
        job.spec.epoch = level.epoch;
        job.spec.warmUpSeconds =
            m_shrink < 1 ? std::max(5.0, std::ceil(level.warmUpSeconds * m_shrink)) : level.warmUpSeconds;
        job.spec.seconds = std::max(8.0, std::ceil(seconds / 8) * 8);
        job.spec.batches = job.spec.seconds >= 160 && level.utilisation < 0.95 ? 16 : 8;
        job.spec.messages = (job.spec.warmUpSeconds + job.spec.seconds) * level.messagesPerSecond;
        job.spec.settled = level.utilisation < 1;
        setRun(job.spec);
        job.spec.seed =
            segmentSeed(m_scenario, m_plan, job.spec, m_options.seed, m_replication, m_levelRuns[at]++);
        return job;
    }
    void setRun(SegmentSpec& spec) const
    {
        spec.phaseSeed = m_options.seed;
        spec.phaseReplication = m_replication;
        spec.mostHeld = m_options.mostHeld;
    }
    void shorten(Job& job, double factor) const
    {
        job.spec.seconds = std::max(8.0, std::floor(job.spec.seconds * factor / 8) * 8);
        job.spec.messages =
            (job.spec.warmUpSeconds + job.spec.seconds) * m_plan.levels[job.at].messagesPerSecond;
    }
    Job stretchJob(std::size_t at, int number) const
    {
        const MonthStretchKind& kind = m_plan.kinds[at];
        Job job{{}, false, at};
        job.spec.from = kind.from - kind.leadInSeconds;
        job.spec.warmUpSeconds = kind.leadInSeconds;
        job.spec.seconds = kind.to - kind.from;
        job.spec.messages = kind.messages;
        job.spec.settled = kind.settled;
        setRun(job.spec);
        job.spec.seed = segmentSeed(m_scenario, m_plan, job.spec, m_options.seed, m_replication, number);
        return job;
    }

    /// Messages go where they cut the variance most: seconds in proportion to weight x spread / sqrt(cost a second).
    double wantedSeconds(std::size_t at, const Combined& combined) const
    {
        const MonthLevel& level = m_plan.levels[at];
        double wanted = 0;
        for (const LevelEffort& effort : combined.efforts) {
            const double goal = m_options.sampling.targetShare * 0.9;
            if (effort.share <= m_options.sampling.targetShare)
                continue;
            // Sampling can only cut what levels add to the variance.
            const double stretches = effort.stretchVariance;
            const double allowed = std::max(goal * goal - stretches, 0.25 * goal * goal);
            double sum = 0;
            for (std::size_t other = 0; other < m_plan.levels.size(); ++other)
                sum += std::sqrt(effort.levelSpread[other]
                                 * std::max(1.0, m_plan.levels[other].messagesPerSecond));
            const double seconds =
                std::sqrt(effort.levelSpread[at] / std::max(1.0, level.messagesPerSecond)) * sum / allowed;
            wanted = std::max(wanted, seconds);
        }
        const double have = combined.levelSeconds[at];
        const double more = std::min(wanted - have, 7 * have);
        return more > 0.15 * have ? std::ceil(more) : 0;
    }

    void run(std::vector<Job> jobs, double until)
    {
        std::vector<std::shared_ptr<const SegmentResult>> results(jobs.size());
        double all = 0;
        for (const Job& job : jobs)
            all += job.spec.messages;
        const double begin = m_progress;
        std::vector<double> done(jobs.size(), 0);
        std::mutex guard;
        std::atomic<bool> stop{m_cancelled};
        const auto runJob = [&](std::size_t number) {
            if (stop)
                return;
            const Job& job = jobs[number];
            SegmentCache* cache = m_options.sampling.cache.get();
            const std::string key =
                cache ? segmentKey(m_working, m_scenario, m_plan, job.spec) : std::string{};
            if (cache)
                results[number] = cache->find(key);
            if (results[number])
                return;
            auto fresh = std::make_shared<SegmentResult>(
                runSegment(m_stage, m_plan, m_flow, job.spec, m_options.driver, [&](double fraction) {
                    const std::lock_guard lock{guard};
                    done[number] = fraction * job.spec.messages;
                    double sum = 0;
                    for (const double messages : done)
                        sum += messages;
                    if (!m_keepGoing(begin + (until - begin) * (all > 0 ? sum / all : 1)))
                        stop = true;
                    return !stop;
                }));
            if (fresh->cancelled) {
                const std::lock_guard lock{guard};
                if (m_stopped.empty())
                    m_stopped = fresh->stopped;
                stop = true;
                return;
            }
            if (cache)
                cache->keep(key, fresh);
            results[number] = std::move(fresh);
        };
        // The longest first, or the last one started would run alone.
        std::vector<std::size_t> order(jobs.size());
        for (std::size_t n = 0; n < order.size(); ++n)
            order[n] = n;
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return jobs[a].spec.messages > jobs[b].spec.messages;
        });
        const auto threads = std::min(static_cast<std::size_t>(std::max(1, m_options.threads)), jobs.size());
        std::atomic<std::size_t> next{0};
        const auto work = [&] {
            for (std::size_t n = next++; n < order.size(); n = next++)
                runJob(order[n]);
        };
        runOnThreads(threads, work, [&] { stop = true; });
        m_cancelled = stop;
        m_progress = until;
        for (std::size_t number = 0; number < jobs.size(); ++number) {
            if (!results[number])
                continue;
            (jobs[number].isLevel ? m_parts.levels : m_parts.kinds)[jobs[number].at].push_back(
                results[number]);
            m_simulated += results[number]->messages;
            if (jobs[number].isLevel)
                m_levelMessages += results[number]->messages;
        }
    }

    MonthRun finish(Combined combined) const
    {
        MonthRun out;
        out.whole = std::move(combined.whole);
        SamplingReport& sampling = out.sampling;
        sampling.sampled = true;
        sampling.targetShare = m_options.sampling.targetShare;
        sampling.converged = !m_cancelled && combined.widest <= m_options.sampling.targetShare;
        sampling.messages = m_plan.messages;
        sampling.simulatedMessages = m_simulated;
        sampling.budgetMessages = m_options.sampling.budgetMessages;
        sampling.intervals = std::move(combined.intervals);
        for (std::size_t at = 0; at < m_plan.levels.size(); ++at) {
            const MonthLevel& level = m_plan.levels[at];
            SampledLevel one;
            for (std::size_t source = 0; source < m_plan.sources.size(); ++source)
                one.ratesPerSecond.emplace_back(m_graph.nodes[m_plan.sources[source]].view.component->id,
                                                level.rates[source]);
            one.seconds = level.seconds;
            one.simulatedSeconds = combined.levelSeconds[at];
            one.utilisation = level.utilisation;
            sampling.levels.push_back(std::move(one));
        }
        std::vector<bool> listed(m_plan.kinds.size(), false);
        for (const MonthStretch& stretch : m_plan.stretches) {
            if (listed[stretch.kind])
                continue;
            listed[stretch.kind] = true;
            sampling.stretches.push_back({stretch.from, stretch.to,
                                          static_cast<int>(m_plan.kinds[stretch.kind].count),
                                          static_cast<int>(m_parts.kinds[stretch.kind].size()), stretch.why});
        }
        double exact = 0;
        for (const MonthStretchKind& kind : m_plan.kinds)
            exact += (kind.to - kind.from) * kind.count;
        sampling.text = fmt::format(
            "{} steady level{} for {:.1f} h, {} of {:.0f} s in all {} run as {}; {} of {} messages "
            "simulated{}",
            m_plan.levels.size(), m_plan.levels.size() == 1 ? " stands" : "s stand",
            (m_scenario.durationSeconds - exact) / 3600,
            m_plan.stretches.size() == 1 ? "1 stretch" : fmt::format("{} stretches", m_plan.stretches.size()),
            exact, m_plan.stretches.size() == 1 ? "was" : "were",
            m_plan.stretches.size() == 1 ? "it is" : "they are", figure(m_simulated), figure(m_plan.messages),
            sampling.converged ? ""
                               : fmt::format("; not converged: widest interval {:.1f}% of its figure, target "
                                             "{:.1f}%",
                                             combined.widest * 100, sampling.targetShare * 100));
        RunReport& report = out.whole.report;
        report.provenance.partial = m_cancelled;
        report.provenance.stopped = m_stopped;
        report.provenance.simulatedSeconds =
            m_cancelled ? combined.coveredSeconds : m_scenario.durationSeconds;
        return out;
    }

    const MonthStage& m_stage;
    const EngineGraph& m_graph;
    const Scenario& m_scenario;
    const MonthPlan& m_plan;
    const FlowReport& m_flow;
    const RunOptions& m_options;
    int m_replication;
    const std::function<bool(double)>& m_keepGoing;
    std::string m_working;
    MonthParts m_parts;
    std::map<std::size_t, int> m_levelRuns;
    double m_shrink = 1, m_progress = 0, m_simulated = 0, m_levelMessages = 0;
    bool m_cancelled = false;
    std::string m_stopped;  ///< why, when not by the user
};

}  // namespace

SamplingChoice chooseSampling(const MonthPlan& plan, const SamplingOptions& options)
{
    if (!plan.cannot.empty())
        return {false, "run message by message: " + plan.cannot};
    if (plan.messages <= options.exactBelowMessages)
        return {false, fmt::format("run message by message: {} messages are fewer than the {} from which "
                                   "sampling pays",
                                   figure(plan.messages), figure(options.exactBelowMessages))};
    double least = plan.exactMessages;
    for (const MonthLevel& level : plan.levels)
        least += (kShortest + level.warmUpSeconds) * level.messagesPerSecond;
    if (least > kLeastWorth * plan.messages)
        return {false, "run message by message: too little of it is steady for sampling to pay"};
    return {true, ""};
}

MonthRun runMonth(const MonthStage& stage, const MonthPlan& plan, const FlowReport& flow,
                  const RunOptions& options, int replication, const std::function<bool(double)>& keepGoing)
{
    return MonthRunner{stage, plan, flow, options, replication, keepGoing}.run();
}

}  // namespace plimsoll
