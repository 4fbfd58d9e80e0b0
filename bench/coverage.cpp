// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How often stated 95% intervals hold the truth: one queue whose truth is a formula, one AWS pipeline whose truth is the
// mean over two hundred times as much, and peaks of sampled runs whose truth is another whole run. plimsoll-coverage [TRIALS [PART-OF-A-ROW]], 200 if not told; exit 1 below 90%.

#include "app/study/coverage.h"
#include "simulator/services/builtin_services.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>

using namespace plimsoll;

namespace {

Component place(const char* id, const char* service, ParameterMap parameters)
{
    Component made;
    made.id = made.label = id;
    made.service = service;
    made.parameters = std::move(parameters);
    return made;
}

Connection link(const char* id, const char* from, const char* to, ParameterMap parameters)
{
    Connection made;
    made.id = id;
    made.from = from;
    made.to = to;
    made.parameters = std::move(parameters);
    return made;
}

Design withTraffic(Design design, double rate, double seconds)
{
    std::sort(design.components.begin(), design.components.end(),
              [](const Component& a, const Component& b) { return a.id < b.id; });
    Scenario scenario;
    scenario.id = "steady";
    scenario.durationSeconds = seconds;
    scenario.traffic["in"].ratePerSecond = rate;
    design.scenarios = {scenario};
    return design;
}

/// M/M/1: lambda 80/s, mean service 10 ms.
Design queue(double seconds)
{
    Design design;
    design.components = {place("in", "traffic-source", {}),
                         place("server", "custom-server", {{"serviceTimeMicros", 10000.0}})};
    design.connections = {link("c1", "in", "server", {{"kind", std::string{"put"}}})};
    return withTraffic(std::move(design), 80, seconds);
}

/// Producers into one shard, read in batches by a function that writes each record to a table.
Design pipeline(double seconds)
{
    Design design;
    design.components = {place("in", "traffic-source", {{"recordSizeBytes", std::int64_t{1024}}}),
                         place("orders", "kinesis-data-streams", {{"shards", std::int64_t{1}}}),
                         place("work", "lambda", {{"fixedMillis", 20.0}, {"perRecordMicros", 500.0}})};
    design.connections = {link("c1", "in", "orders", {{"kind", std::string{"put"}}}),
                          link("c2", "orders", "work",
                               {{"kind", std::string{"poll"}},
                                {"batchSize", std::int64_t{100}},
                                {"batchWindowMillis", std::int64_t{0}}})};
    return withTraffic(std::move(design), 200, seconds);
}

class Table {
public:
    Table(int trials, std::string only) : m_trials{trials}, m_only{std::move(only)} {}
    void row(const char* what, const Design& design, RunOptions options, double truth,
             const StatedFigure& figure)
    {
        if (!isWanted(what))
            return;
        const ServiceLibrary library = builtinServices();
        const Result<Coverage> coverage =
            coverageOf(design, library, std::move(options), 1000, m_trials, truth, figure);
        if (!coverage) {
            std::printf("%s: %s\n", what, coverage.error().toString().c_str());
            m_sound = false;
            return;
        }
        m_sound = m_sound && coverage->covered * 10 >= m_trials * 9;
        std::printf("%-48s truth %8.3f ms  covered %d/%d, none stated %d, mean half-width %.3f ms\n", what,
                    truth, coverage->covered, coverage->trials, coverage->trials - coverage->stated,
                    coverage->meanHalfWidth);
        std::fflush(stdout);
    }
    /// `off` and `width`: sums over the trials that state an interval, as shares of the peak.
    void peak(const char* what, int trials, int covered, int stated, double off, double width)
    {
        m_sound = m_sound && covered * 10 >= trials * 9;
        std::printf("%-48s covered %d/%d, none stated %d, %+.1f%% off on average, mean half-width %.1f%%\n",
                    what, covered, trials, trials - stated, 100 * off / std::max(1, stated),
                    100 * width / std::max(1, stated));
        std::fflush(stdout);
    }
    int trials() const { return m_trials; }
    bool isSound() const { return m_sound; }
    bool isWanted(const std::string& what) const { return what.find(m_only) != std::string::npos; }

private:
    int m_trials;
    std::string m_only;
    bool m_sound = true;
};

const LatencySummary& queueTime(const RunReport& report)
{
    return findComponent(report, "server")->latency;
}

const LatencySummary& pipelineDelay(const RunReport& report)
{
    for (const SinkReport& sink : report.sinks)
        if (sink.component == "work")
            return sink.delay;
    return findComponent(report, "work")->latency;
}

}  // namespace

int main(int argc, char** argv)
{
    const int trials = argc > 1 ? std::atoi(argv[1]) : 200;
    Table table{std::clamp(trials, 1, 100'000), argc > 2 ? argv[2] : ""};

    // M/M/1: the time in the system is exponential with mean 1 / (mu - lambda) = 50 ms.
    const double mean = 50, p50 = 50 * std::log(2), p95 = 50 * std::log(20), p99 = 50 * std::log(100),
                 p999 = 50 * std::log(1000);
    const auto of = [](std::optional<Estimate> (*pick)(const LatencySummary&),
                       const LatencySummary& (*where)(const RunReport&)) {
        return [=](const RunReport& report) { return pick(where(report)); };
    };
    const RunOptions single;
    RunOptions five;
    five.replications = 5;
    table.row("M/M/1, one run of 1200 s, mean", queue(1200), single, mean, of(statedMean, queueTime));
    table.row("M/M/1, one run of 1200 s, p50", queue(1200), single, p50, of(statedP50, queueTime));
    table.row("M/M/1, one run of 1200 s, p99", queue(1200), single, p99, of(statedP99, queueTime));
    table.row("M/M/1, 5 replications of 300 s, mean", queue(300), five, mean, of(statedMean, queueTime));
    table.row("M/M/1, one run of 1200 s, p95", queue(1200), single, p95, of(statedP95, queueTime));
    table.row("M/M/1, 5 replications of 1200 s, p99.9", queue(1200), five, p999, of(statedP999, queueTime));
    table.row("M/M/1, 5 replications of 300 s, p99.9", queue(300), five, p999, of(statedP999, queueTime));
    table.row("M/M/1, 5 replications of 300 s, p95", queue(300), five, p95, of(statedP95, queueTime));
    table.row("M/M/1, 5 replications of 300 s, p99", queue(300), five, p99, of(statedP99, queueTime));

    const auto pipelineRows = [&](const char* how, double seconds, int replications, int lots) {
        if (!table.isWanted(how))
            return true;
        // A run is about its own stretch, start and end included, so the truth is of runs just as long: the mean over many
        // that share no seed with the trials.
        const ServiceLibrary library = builtinServices();
        RunOptions many;
        many.seed = 9'999'999;
        many.replications = lots;
        RunMonitor monitor;
        const Result<RunReport> truth = simulate(pipeline(seconds), library, many, monitor);
        if (!truth) {
            std::printf("%s\n", truth.error().toString().c_str());
            return false;
        }
        const LatencySummary& known = pipelineDelay(*truth);
        std::printf("Kinesis to Lambda, %.0f s, truth: mean %.4f +- %.4f ms\n", seconds, *known.mean,
                    known.meanHalfWidth.value_or(0));
        RunOptions options;
        options.replications = replications;
        table.row(how, pipeline(seconds), options, *known.mean, of(statedMean, pipelineDelay));
        return true;
    };
    // A peak is drawn anew by each run: the truth of a trial is what another seed sees, message by message.
    const auto peakRow = [&](const char* what, int spikes) {
        if (!table.isWanted(what))
            return true;
        const ServiceLibrary library = builtinServices();
        Design design = pipeline(6 * 3600.0);
        TrafficProfile& traffic = design.scenarios.front().traffic["in"];
        TrafficSpike spike;
        spike.startSeconds = 1800;
        spike.seconds = 60;
        spike.peakPerSecond = 1300;  // a shard takes 1,000/s
        spike.everySeconds = spikes > 1 ? 6 * 3600.0 / spikes : 0;
        traffic.spikes = {spike};
        int covered = 0, stated = 0;
        double off = 0, width = 0;
        const int most = std::min(table.trials(), 50);  // a trial is two long runs
        for (int trial = 0; trial < most; ++trial) {
            RunOptions sampled;
            sampled.engine = Engine::Auto;
            sampled.sampling.exactBelowMessages = 0;
            sampled.seed = 1000 + static_cast<std::uint64_t>(trial);
            RunOptions whole;
            whole.seed = 500'000 + static_cast<std::uint64_t>(trial);
            RunMonitor monitor;
            const Result<RunReport> said = simulate(design, library, sampled, monitor);
            const Result<RunReport> truth = simulate(design, library, whole, monitor);
            if (!said || !truth) {
                std::printf("%s: %s\n", what, (said ? truth : said).error().toString().c_str());
                return false;
            }
            const double peak = findComponent(*truth, "orders")->backlogPeak;
            for (const FigureInterval& interval : said->sampling.intervals) {
                if (interval.figure != "orders/backlog-peak" || !interval.halfWidth)
                    continue;
                ++stated;
                covered += std::abs(peak - interval.value) <= *interval.halfWidth ? 1 : 0;
                off += (interval.value - peak) / peak;
                width += *interval.halfWidth / interval.value;
            }
        }
        table.peak(what, most, covered, stated, off, width);
        return true;
    };
    if (!peakRow("auto, peak backlog of one spike", 1) || !peakRow("auto, peak backlog of four spikes", 4))
        return 1;
    if (!pipelineRows("Kinesis to Lambda, one run of 600 s, mean", 600, 1, 200)
        || !pipelineRows("Kinesis to Lambda, 5 replications of 120 s, mean", 120, 5, 1000))
        return 1;
    return table.isSound() ? 0 : 1;
}
