// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/jobs.h"

#include "app/study/templates.h"
#include "model/serialization/design_file.h"
#include "simulator/draws/random.h"
#include "simulator/estimate/flow.h"
#include "simulator/kernel/event_queue.h"
#include "simulator/kernel/lane.h"
#include "simulator/run/simulation.h"
#include "simulator/services/builtin_services.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <sys/resource.h>
#include <vector>

namespace plimsoll {

namespace {

constexpr const char* kUsage =
    "plimsoll-bench mm1 N [events]            M/M/1 at rho 0.8, N customers\n"
    "plimsoll-bench fan N [events]            three shards, a batcher and fifty workers\n"
    "plimsoll-bench g10 RATE SECONDS          ten AWS components, message by message\n"
    "plimsoll-bench comparison SECONDS        the comparison of the templates\n"
    "plimsoll-bench hold PENDING FIRINGS LAW  the event list alone; LAW: exponential, bimodal, equal\n"
    "plimsoll-bench memory SECONDS            fan at two records a second\n"
    "  (mm1, fan, g10, comparison: a last word threads=N spreads the one run over threads)\n"
    "plimsoll-bench replications THREADS      eight replications of fan, wall time\n"
    "plimsoll-bench copy MESSAGES             a column of so many messages, copied at the memory's rate\n"
    "plimsoll-bench flow COMPONENTS           first numbers of a design of so many components\n";

double processorSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto in = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
    };
    return in(usage.ru_utime) + in(usage.ru_stime);
}

double wallSeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Peak of this program alone; what getrusage() says may come from whoever started it.
double peakMegabytes()
{
    double kilobytes = 0;
    if (std::FILE* status = std::fopen("/proc/self/status", "r")) {
        char line[256];
        while (std::fgets(line, sizeof line, status)) {
            if (std::strncmp(line, "VmHWM:", 6) == 0)
                kilobytes = std::strtod(line + 6, nullptr);
        }
        std::fclose(status);
    }
    return kilobytes / 1024;
}

const ServiceLibrary& library()
{
    static const ServiceLibrary all = builtinServices();
    return all;
}

std::string text(const char* value)
{
    return value;
}

std::int64_t whole(std::int64_t value)
{
    return value;
}

/// Places and joins components; the order the file format asks for is made at the end.
class Sketch {
public:
    void place(const std::string& id, const std::string& service, ParameterMap parameters = {})
    {
        Component made;
        made.id = made.label = id;
        made.service = service;
        made.parameters = std::move(parameters);
        m_design.components.push_back(std::move(made));
    }
    void join(const std::string& from, const std::string& to, const char* kind, ParameterMap parameters = {})
    {
        Connection made;
        char id[16];
        std::snprintf(id, sizeof id, "c%04zu", m_design.connections.size());
        made.id = id;
        made.from = from;
        made.to = to;
        parameters["kind"] = text(kind);
        made.parameters = std::move(parameters);
        m_design.connections.push_back(std::move(made));
    }
    Design withTraffic(double ratePerSecond, double seconds)
    {
        std::sort(m_design.components.begin(), m_design.components.end(),
                  [](const Component& a, const Component& b) { return a.id < b.id; });
        Scenario scenario;
        scenario.id = "main";
        scenario.durationSeconds = seconds;
        scenario.traffic["in"].ratePerSecond = ratePerSecond;
        m_design.scenarios = {scenario};
        return m_design;
    }

private:
    Design m_design;
};

/// A service of 1 ms stands for the peers' 1 s: otherwise the sample each simulated second would be most of the work.
Design singleServer(double customers)
{
    Sketch sketch;
    sketch.place("in", "traffic-source");
    sketch.place("server", "custom-server", {{"serviceTimeMicros", 1000.0}});
    sketch.join("in", "server", "put");
    return sketch.withTraffic(800, customers / 800);
}

/// 2400/s over three shards of 1 ms, batches of 100 or 1 s, fifty workers with exponential 5/3 s a batch.
Design fan(double ratePerSecond, double seconds)
{
    Sketch sketch;
    sketch.place("in", "traffic-source");
    sketch.place("workers", "custom-server",
                 {{"servers", whole(50)},
                  {"serviceTimeMicros", 5e6 / 3},
                  {"batchSize", whole(100)},
                  {"batchWaitMillis", 1000.0}});
    for (const char* shard : {"shard1", "shard2", "shard3"}) {
        sketch.place(shard, "custom-server",
                     {{"serviceTimeMicros", 1000.0}, {"serviceDistribution", text("deterministic")}});
        sketch.join("in", shard, "put", {{"route", text("split")}});
        sketch.join(shard, "workers", "put");
    }
    return sketch.withTraffic(ratePerSecond, seconds);
}

/// Ten components between the records and their table: a stream read by a function that writes a table, whose API and
/// delivery to a bucket hang beside it, and a queue with its workers.
Design tenNodes(double ratePerSecond, double seconds)
{
    Sketch sketch;
    const auto shards = std::max<std::int64_t>(4, static_cast<std::int64_t>(ratePerSecond / 750));
    sketch.place("in", "traffic-source", {{"recordSizeBytes", whole(512)}});
    sketch.place("entry", "custom-server",
                 {{"servers", whole(shards * 64)},
                  {"serviceTimeMicros", 8000.0},
                  {"serviceDistribution", text("lognormal")}});
    sketch.place("records", "kinesis-data-streams", {{"shards", shards}});
    sketch.place("work", "lambda", {{"fixedMillis", 20.0}, {"perRecordMicros", 100.0}});
    sketch.place("archive", "data-firehose");
    sketch.place("bucket", "s3");
    sketch.place("checks", "custom-server",
                 {{"servers", whole(shards * 8)},
                  {"serviceTimeMicros", 2000.0},
                  {"serviceDistribution", text("lognormal")}});
    sketch.place("workers", "custom-server",
                 {{"servers", whole(shards * 16)},
                  {"serviceTimeMicros", 1e6},
                  {"batchSize", whole(100)},
                  {"batchWaitMillis", 1000.0}});
    sketch.place("pool", "custom-server", {{"servers", whole(shards * 32)}, {"serviceTimeMicros", 20000.0}});
    sketch.place("store", "custom-server",
                 {{"servers", whole(shards * 64)},
                  {"serviceTimeMicros", 30000.0},
                  {"serviceDistribution", text("lognormal")}});
    sketch.join("in", "entry", "put", {{"route", text("split")}, {"share", whole(50)}});
    sketch.join("in", "records", "put", {{"route", text("split")}, {"share", whole(50)}});
    sketch.join("records", "work", "poll");
    sketch.join("records", "archive", "poll");
    sketch.join("archive", "bucket", "put");
    sketch.join("entry", "checks", "put");
    sketch.join("checks", "pool", "put");
    sketch.join("pool", "workers", "put");
    sketch.join("workers", "store", "put");
    return sketch.withTraffic(ratePerSecond, seconds);
}

/// Sources into streams into functions, twenty to a row: the flow face's load.
Design wide(int components)
{
    Sketch sketch;
    sketch.place("in", "traffic-source");
    std::string before = "in";
    for (int n = 1; n < components; ++n) {
        const std::string id = "server" + std::to_string(1000 + n);
        sketch.place(id, "custom-server", {{"servers", whole(100)}, {"serviceTimeMicros", 1000.0}});
        sketch.join(n % 20 == 1 ? "in" : before, id, "put");
        before = id;
    }
    return sketch.withTraffic(1000, 3600);
}

struct Run {
    RunReport report;
    double cpu = 0, wall = 0;
};

/// Ends the program where the job cannot run: a benchmark has nothing else to do then.
Run runDesign(const Design& design, const RunOptions& options)
{
    RunMonitor monitor;
    Run run;
    const double cpu = processorSeconds(), wall = wallSeconds();
    Result<RunReport> report = simulate(design, library(), options, monitor);
    run.cpu = processorSeconds() - cpu;
    run.wall = wallSeconds() - wall;
    if (!report) {
        std::fprintf(stderr, "%s\n", report.error().toString().c_str());
        std::exit(1);
    }
    run.report = std::move(*report);
    return run;
}

const ComponentReport* componentOf(const RunReport& report, const char* id)
{
    for (const ComponentReport& component : report.components) {
        if (component.id == id)
            return &component;
    }
    return nullptr;
}

/// `events` are the job's logical ones, the same for every engine that runs it.
void print(const char* job, const Run& run, double events, const LatencySummary& latency)
{
    const auto inSeconds = [](std::optional<double> millis) { return millis.value_or(0) * 1e-3; };
    std::printf(
        "job=%s events=%.0f born=%llu cpu_s=%.4f wall_s=%.4f ns_per_event=%.2f ns_per_message=%.2f mean=%.6g "
        "p50=%.6g p99=%.6g rss_mb=%.1f driver=\"%s\"\n",
        job, events, static_cast<unsigned long long>(run.report.totals.born), run.cpu, run.wall,
        1e9 * run.cpu / events, 1e9 * run.cpu / std::max(1.0, static_cast<double>(run.report.totals.born)),
        inSeconds(latency.mean), inSeconds(latency.p50), inSeconds(latency.p99), peakMegabytes(),
        run.report.provenance.driver.c_str());
}

double factOf(const ComponentReport& component, const char* name)
{
    for (const Fact& fact : component.facts) {
        if (fact.name == name)
            return fact.value;
    }
    return 0;
}

LatencySummary deliveredTo(const RunReport& report, const char* component)
{
    for (const SinkReport& sink : report.sinks) {
        if (sink.component == component)
            return sink.delay;
    }
    return {};
}

void runFan(const char* job, const Design& design, const RunOptions& options)
{
    const Run run = runDesign(design, options);
    const ComponentReport& workers = *componentOf(run.report, "workers");
    const auto records = static_cast<double>(run.report.totals.born);
    const double perBatch = std::max(1.0, factOf(workers, "mean requests in a batch"));
    print(job, run, 2 * records + 2 * records / perBatch, deliveredTo(run.report, "workers"));
}

/// Each fired event is replaced by one an increment later; `pending` stay in the list.
int hold(std::int64_t pending, std::int64_t firings, const std::string& law)
{
    GapStream gaps{1};
    std::vector<std::int64_t> increments(65536);
    for (std::int64_t& each : increments) {
        if (law == "equal")
            each = 100'000'000;
        else if (law == "bimodal" && gaps.exponential() < 0.105)  // one in ten comes late
            each = 500'000'000 + static_cast<std::int64_t>(gaps.exponential() * 1e8);
        else
            each = 1 + static_cast<std::int64_t>(gaps.exponential() * (law == "bimodal" ? 1e6 : 1e8));
    }
    const auto before = [](std::uint32_t a, std::uint32_t b, Inlet) { return a < b; };
    EventQueue<decltype(before)> list{before};
    std::size_t next = 0;
    for (std::int64_t n = 0; n < pending; ++n)
        list.push({increments[next++ & 0xFFFF] + n % 97, 0, static_cast<std::uint32_t>(n)});
    const auto fire = [&](std::int64_t times) {
        for (std::int64_t n = 0; n < times; ++n) {
            Event event = list.pop();
            event.time += increments[(next += 7) & 0xFFFF];
            list.push(event);
        }
    };
    fire(std::max<std::int64_t>(2 * pending, 100'000));
    const double begin = processorSeconds();
    fire(firings);
    const double cpu = processorSeconds() - begin;
    std::printf("job=hold pending=%lld law=%s events=%lld cpu_s=%.4f ns_per_event=%.2f mean=0 p50=0 p99=0 "
                "rss_mb=%.1f\n",
                static_cast<long long>(pending), law.c_str(), static_cast<long long>(firings), cpu,
                1e9 * cpu / static_cast<double>(firings), peakMegabytes());
    return 0;
}

/// A hop writes a message into a column and reads it there: what that costs at least is copying a column.
int copyColumns(std::size_t messages)
{
    using Entry = Lane<Message>::Entry;
    constexpr std::size_t kColumns = 4;  // as many as are under way in a small design
    std::vector<std::vector<Entry>> columns(kColumns, std::vector<Entry>(messages));
    const std::size_t rounds = std::max<std::size_t>(4, 20'000'000 / messages);
    const double begin = processorSeconds();
    for (std::size_t round = 0; round < rounds; ++round) {
        std::vector<Entry>& to = columns[(round + 1) % kColumns];
        std::copy(columns[round % kColumns].begin(), columns[round % kColumns].end(), to.begin());
        asm volatile("" ::"r"(to.data()) : "memory");
    }
    const double cpu = processorSeconds() - begin;
    const double copied = static_cast<double>(rounds) * static_cast<double>(messages);
    std::printf("job=copy messages=%zu bytes=%zu member_bytes=%zu events=%.0f cpu_s=%.4f ns_per_event=%.3f "
                "gb_per_s=%.2f mean=0 p50=0 p99=0 rss_mb=%.1f\n",
                messages, sizeof(Entry), sizeof(Member), copied, cpu, 1e9 * cpu / copied,
                1e-9 * copied * sizeof(Entry) / cpu, peakMegabytes());
    return 0;
}

int comparison(double seconds, RunOptions options)
{
    const Result<LoadedDesign> loaded = parseDesign(designTemplates().front().text, library().catalog());
    if (!loaded) {
        std::fprintf(stderr, "%s\n", loaded.error().toString().c_str());
        return 1;
    }
    options.durationSeconds = seconds;
    const Run run = runDesign(loaded->design, options);
    print("comparison", run, static_cast<double>(run.report.provenance.events),
          run.report.sinks.empty() ? LatencySummary{} : run.report.sinks.front().delay);
    return 0;
}

int flow(int components)
{
    const Design design = wide(components);
    std::vector<double> times;
    for (int round = 0; round < 5; ++round) {
        const double begin = processorSeconds();
        const Result<FlowReport> estimate = estimateFlow(design, library(), "");
        times.push_back(processorSeconds() - begin);
        if (!estimate) {
            std::fprintf(stderr, "%s\n", estimate.error().toString().c_str());
            return 1;
        }
    }
    std::sort(times.begin(), times.end());
    std::printf(
        "job=flow components=%d events=1 cpu_s=%.6f ns_per_event=%.0f mean=0 p50=0 p99=0 rss_mb=%.1f\n",
        components, times[2], times[2] * 1e9, peakMegabytes());
    return 0;
}

}  // namespace

int runJob(int argc, char** argv)
{
    const std::string job = argc > 1 ? argv[1] : "";
    const auto number = [&](int at, double otherwise) {
        return argc > at ? std::strtod(argv[at], nullptr) : otherwise;
    };
    RunOptions options;
    const std::string last = argc > 1 ? argv[argc - 1] : "";
    if (last == "events")
        options.driver.kind = DriverOptions::Kind::Event;
    if (last.starts_with("threads="))
        options.threads = std::clamp(static_cast<int>(std::strtol(last.c_str() + 8, nullptr, 10)), 1, 64);
    if (job == "mm1") {
        const Run run = runDesign(singleServer(number(2, 2e6)), options);
        print("mm1", run, 2 * static_cast<double>(run.report.totals.born),
              componentOf(run.report, "server")->latency);
    } else if (job == "fan") {
        runFan("fan", fan(2400, number(2, 2e6) / 2400), options);
    } else if (job == "memory") {
        runFan("memory", fan(2, number(2, 3600)), options);
    } else if (job == "replications") {
        options.replications = 8;
        options.threads = static_cast<int>(number(2, 1));
        runFan("replications", fan(2400, 250), options);
    } else if (job == "g10") {
        const Run run = runDesign(tenNodes(number(2, 3000), number(3, 60)), options);
        print("g10", run, static_cast<double>(run.report.provenance.events),
              deliveredTo(run.report, "store"));
    } else if (job == "comparison") {
        return comparison(number(2, 300), options);
    } else if (job == "hold") {
        return hold(static_cast<std::int64_t>(number(2, 1000)), static_cast<std::int64_t>(number(3, 2e6)),
                    argc > 4 ? argv[4] : "exponential");
    } else if (job == "copy") {
        return copyColumns(static_cast<std::size_t>(std::clamp(number(2, 2048), 1.0, 1e7)));
    } else if (job == "flow") {
        return flow(static_cast<int>(number(2, 200)));
    } else {
        std::fputs(kUsage, stderr);
        return job == "--help" ? 0 : 2;
    }
    return 0;
}

}  // namespace plimsoll
