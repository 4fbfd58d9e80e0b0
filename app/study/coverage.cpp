// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/coverage.h"

#include "simulator/metrics/interval_notes.h"

#include <fmt/format.h>

#include <cmath>

namespace plimsoll {

namespace {

std::optional<Estimate> stated(const LatencySummary& summary, const char* figure)
{
    const StatedInterval found = intervalOf(summary, figure);
    if (!found.value || !found.halfWidth)
        return std::nullopt;
    return Estimate{*found.value, *found.halfWidth, found.parts};
}

}  // namespace

std::string Coverage::text() const
{
    std::string text = fmt::format("{} of {}", covered, stated);
    if (stated < trials)
        text += fmt::format(" ({} stated none)", trials - stated);
    return text;
}

Result<Coverage> coverageOf(const Design& design, const ServiceLibrary& library, RunOptions options,
                            std::uint64_t firstSeed, int trials, double truth, const StatedFigure& figure)
{
    Coverage coverage;
    RunMonitor monitor;
    for (int trial = 0; trial < trials; ++trial) {
        options.seed = firstSeed + static_cast<std::uint64_t>(trial);
        const Result<RunReport> report = simulate(design, library, options, monitor);
        if (!report)
            return report.error();
        ++coverage.trials;
        const std::optional<Estimate> found = figure(*report);
        if (!found)
            continue;
        ++coverage.stated;
        coverage.covered += std::fabs(found->mean - truth) <= found->halfWidth ? 1 : 0;
        coverage.meanHalfWidth += (found->halfWidth - coverage.meanHalfWidth) / coverage.stated;
    }
    return coverage;
}

std::optional<Estimate> statedMean(const LatencySummary& summary)
{
    return stated(summary, "mean");
}

std::optional<Estimate> statedP50(const LatencySummary& summary)
{
    return stated(summary, "p50");
}

std::optional<Estimate> statedP95(const LatencySummary& summary)
{
    return stated(summary, "p95");
}

std::optional<Estimate> statedP99(const LatencySummary& summary)
{
    return stated(summary, "p99");
}

std::optional<Estimate> statedP999(const LatencySummary& summary)
{
    return stated(summary, "p999");
}

}  // namespace plimsoll
