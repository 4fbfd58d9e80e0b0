// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/metrics/journeys.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace plimsoll {

namespace {

/// Nearest rank.
std::size_t rankOf(double quantile, std::size_t count)
{
    return static_cast<std::size_t>(std::ceil(quantile * static_cast<double>(count))) - 1;
}

}  // namespace

std::vector<const TraceStore::Journey*> endedAt(const std::vector<TraceStore::Journey>& journeys,
                                                bool isResponse, std::uint32_t place)
{
    std::vector<const TraceStore::Journey*> mine;
    for (const TraceStore::Journey& journey : journeys) {
        if (journey.isResponse == isResponse && journey.place == place)
            mine.push_back(&journey);
    }
    std::stable_sort(
        mine.begin(), mine.end(), [](const TraceStore::Journey* a, const TraceStore::Journey* b) {
            const Duration totalA = a->ended - a->born, totalB = b->ended - b->born;
            return totalA != totalB ? totalA < totalB : a->id != b->id ? a->id < b->id : a->ended < b->ended;
        });
    return mine;
}

TimeSplit splitOf(const std::vector<const TraceStore::Journey*>& journeys)
{
    TimeSplit split;
    split.samples = journeys.size();
    if (journeys.empty())
        return split;
    const std::size_t tail = rankOf(0.99, journeys.size());
    // Whole nanoseconds are summed, so that no order of adding shows.
    std::int64_t all[kTimeParts] = {}, slow[kTimeParts] = {};
    for (std::size_t at = 0; at < journeys.size(); ++at) {
        for (const TraceStore::Step& step : journeys[at]->steps) {
            const std::int64_t nanos = (step.to - step.from).count();
            all[static_cast<std::size_t>(step.part)] += nanos;
            slow[static_cast<std::size_t>(step.part)] += at >= tail ? nanos : 0;
        }
    }
    for (std::size_t part = 0; part < kTimeParts; ++part) {
        split.meanMillis[part] = static_cast<double>(all[part]) * 1e-6 / static_cast<double>(journeys.size());
        split.p99Millis[part] =
            static_cast<double>(slow[part]) * 1e-6 / static_cast<double>(journeys.size() - tail);
    }
    return split;
}

std::vector<RequestTrace> exemplars(const std::vector<const TraceStore::Journey*>& journeys,
                                    const std::function<std::string(std::uint32_t)>& nameOf)
{
    std::vector<RequestTrace> traces;
    if (journeys.empty())
        return traces;
    const std::pair<const char*, std::size_t> chosen[] = {{"p50", rankOf(0.5, journeys.size())},
                                                          {"p99", rankOf(0.99, journeys.size())},
                                                          {"max", journeys.size() - 1}};
    for (const auto& [name, at] : chosen) {
        const TraceStore::Journey& journey = *journeys[at];
        RequestTrace trace;
        trace.quantile = name;
        trace.message = journey.id.serial;
        trace.bornNanos = journey.born.time_since_epoch().count();
        trace.totalNanos = (journey.ended - journey.born).count();
        for (const TraceStore::Step& step : journey.steps) {
            const std::int64_t from = (step.from - journey.born).count();
            const std::int64_t to = (step.to - journey.born).count();
            const std::string component = nameOf(step.node);
            std::vector<TraceSegment>& segments = trace.segments;
            if (!segments.empty() && segments.back().component == component
                && segments.back().part == step.part)
                segments.back().toNanos = to;
            else
                segments.push_back({component, step.part, from, to});
        }
        traces.push_back(std::move(trace));
    }
    return traces;
}

double courseBinSeconds(double runSeconds)
{
    constexpr double kMostBins = 60, kFewMinutes = 300, kBinsOfAShortRun = 20;
    if (runSeconds < kFewMinutes)
        return runSeconds / kBinsOfAShortRun;
    return std::ceil(runSeconds / kMostBins / 60) * 60;
}

namespace {

/// A time that a message took, and when it was over.
struct Taken {
    SimTime ended;
    Duration time{0};
};

LatencyCourse courseOfTimes(const std::vector<Taken>& times, double runSeconds)
{
    constexpr std::size_t kFewestForP99 = 100;
    LatencyCourse course;
    course.binSeconds = courseBinSeconds(runSeconds);
    if (times.empty() || !(course.binSeconds > 0))
        return course;
    const auto bins = static_cast<std::size_t>(std::ceil(runSeconds / course.binSeconds - 1e-9));
    std::vector<std::vector<Duration>> byBin(bins);
    for (const Taken& each : times) {
        const auto bin = static_cast<std::size_t>(seconds(each.ended.time_since_epoch()) / course.binSeconds);
        byBin[std::min(bin, bins - 1)].push_back(each.time);
    }
    for (std::vector<Duration>& bin : byBin) {
        std::sort(bin.begin(), bin.end());
        const auto at = [&](double quantile) {
            return std::optional{static_cast<double>(bin[rankOf(quantile, bin.size())].count()) * 1e-6};
        };
        course.samples.push_back(bin.size());
        course.p50Millis.push_back(bin.empty() ? std::nullopt : at(0.5));
        course.p99Millis.push_back(bin.size() < kFewestForP99 ? std::nullopt : at(0.99));
    }
    return course;
}

}  // namespace

LatencyCourse courseOf(const std::vector<const TraceStore::Journey*>& journeys, double runSeconds)
{
    std::vector<Taken> times;
    for (const TraceStore::Journey* journey : journeys)
        times.push_back({journey->ended, journey->ended - journey->born});
    return courseOfTimes(times, runSeconds);
}

namespace {

bool isWait(TimePart part)
{
    return part != TimePart::Service && part != TimePart::Transfer;
}

WaitSummary summaryOf(std::vector<Duration> waits)
{
    WaitSummary summary;
    summary.samples = waits.size();
    std::sort(waits.begin(), waits.end());
    // As many as LatencySummary asks for.
    const auto at = [&](double quantile, std::size_t fewest) -> std::optional<double> {
        if (waits.size() < fewest)
            return std::nullopt;
        return static_cast<double>(waits[rankOf(quantile, waits.size())].count()) * 1e-6;
    };
    summary.p50 = at(0.5, 1);
    summary.p90 = at(0.9, 1);
    summary.p95 = at(0.95, 72);
    summary.p99 = at(0.99, 368);
    if (!waits.empty())
        summary.max = static_cast<double>(waits.back().count()) * 1e-6;
    return summary;
}

}  // namespace

std::vector<VisitSummary> visitsByNode(const std::vector<TraceStore::Journey>& journeys, std::size_t nodes,
                                       double runSeconds)
{
    struct Visit {
        MessageId id;
        Taken taken;
        Duration wait{0};
    };
    std::vector<std::vector<Visit>> visits(nodes);
    for (const TraceStore::Journey& journey : journeys) {
        for (const TraceStore::Step& step : journey.steps) {
            std::vector<Visit>& here = visits[step.node];
            if (here.empty() || !(here.back().id == journey.id))
                here.push_back({journey.id, {}, {}});
            here.back().taken.time += step.to - step.from;
            here.back().wait += isWait(step.part) ? step.to - step.from : Duration{0};
            here.back().taken.ended = std::max(here.back().taken.ended, step.to);
        }
    }
    std::vector<VisitSummary> summaries;
    for (std::vector<Visit>& here : visits) {
        // A message that is answered and also delivered was here once, whichever of its ends is looked at.
        std::stable_sort(here.begin(), here.end(), [](const Visit& a, const Visit& b) {
            return std::pair{a.id.serial, a.id.origin} < std::pair{b.id.serial, b.id.origin};
        });
        const auto last = std::unique(here.begin(), here.end(), [](const Visit& a, const Visit& b) {
            return a.id.serial == b.id.serial && a.id.origin == b.id.origin;
        });
        std::vector<Taken> times;
        std::vector<Duration> waits;
        for (auto visit = here.begin(); visit != last; ++visit) {
            times.push_back(visit->taken);
            waits.push_back(visit->wait);
        }
        summaries.push_back({courseOfTimes(times, runSeconds), summaryOf(std::move(waits))});
    }
    return summaries;
}

bool isWhole(const TraceStore::Journey& journey)
{
    SimTime reached = journey.born;
    for (const TraceStore::Step& step : journey.steps) {
        if (step.from != reached || step.to <= step.from)
            return false;
        reached = step.to;
    }
    return reached == journey.ended;
}

}  // namespace plimsoll
