// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/metrics/journeys.h"

#include <algorithm>
#include <cmath>

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
