// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/metrics/interval_notes.h"

#include <algorithm>
#include <iterator>

namespace plimsoll {

namespace {

constexpr const char* kOneRun = "one run: no interval; several replications give one";
constexpr const char* kMaximum = "a maximum carries none: it grows with the length and the number of runs";

bool isMaximum(std::string_view figure)
{
    return figure == "max" || figure.ends_with("-max");
}

std::string overReplications(const RunReport& report)
{
    return "Student's t over " + std::to_string(report.provenance.replications) + " replications";
}

const FigureInterval* sampledInterval(const RunReport& report, std::string_view figure,
                                      std::string_view where)
{
    std::string name{where};
    if (!name.empty())
        name += '/';
    name += figure;
    const std::vector<FigureInterval>& all = report.sampling.intervals;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const FigureInterval& each) { return each.figure == name; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

StatedInterval intervalOf(const RunReport& report, std::string_view figure, std::string_view where)
{
    if (isMaximum(figure))
        return {{}, {}, 0, kMaximum};
    if (report.provenance.replications > 1) {
        const FigureOfRuns* found = findFigure(report, figure, where);
        const std::optional<Estimate> over = found ? estimateOf(*found) : std::nullopt;
        if (over)
            return {over->mean, over->halfWidth, over->n, ""};
        return {{}, {}, 0, "one of the replications has no value"};
    }
    if (!report.sampling.sampled)
        return {{}, {}, 0, kOneRun};
    if (const FigureInterval* found = sampledInterval(report, figure, where))
        return {found->value, found->halfWidth, 0, found->reason};
    return {{}, {}, 0, "not estimated from the parts of a sampled run; replications give one"};
}

StatedInterval intervalOf(const LatencySummary& summary, std::string_view figure)
{
    struct Place {
        std::string_view name;
        std::optional<double> LatencySummary::*value;
        std::optional<double> LatencySummary::*halfWidth;
    };
    constexpr Place kPlaces[] = {{"mean", &LatencySummary::mean, &LatencySummary::meanHalfWidth},
                                 {"p50", &LatencySummary::p50, &LatencySummary::p50HalfWidth},
                                 {"p90", &LatencySummary::p90, &LatencySummary::p90HalfWidth},
                                 {"p95", &LatencySummary::p95, &LatencySummary::p95HalfWidth},
                                 {"p99", &LatencySummary::p99, &LatencySummary::p99HalfWidth},
                                 {"p999", &LatencySummary::p999, &LatencySummary::p999HalfWidth}};
    if (isMaximum(figure))
        return {{}, {}, 0, kMaximum};
    const auto* place = std::find_if(std::begin(kPlaces), std::end(kPlaces),
                                     [&](const Place& each) { return each.name == figure; });
    if (place == std::end(kPlaces) || !(summary.*place->value))
        return {{}, {}, 0, summary.samples == 0 ? "no completions" : "too few samples"};
    if (const std::optional<double> halfWidth = summary.*place->halfWidth)
        return {summary.*place->value, halfWidth, summary.intervalParts, ""};
    switch (summary.interval) {
    case IntervalBasis::None:
        return {{}, {}, 0, kOneRun};
    case IntervalBasis::Replications:
        return {{}, {}, 0, "too few samples in one of the replications"};
    case IntervalBasis::BatchMeans:
        if (figure == "p999")
            return {{}, {}, 0, "one run has too few excursions beyond it; replications give one"};
        return {{}, {}, 0, "too few samples in its batches, or batches that depend on each other"};
    case IntervalBasis::Insufficient:
        return {{}, {}, 0, "too few samples for an interval"};
    case IntervalBasis::Correlated:
        return {{}, {}, 0, "batches that depend on each other: the run is too short"};
    case IntervalBasis::Transient:
        return {{}, {}, 0, "not settled: it rises or falls throughout the run"};
    case IntervalBasis::NotKept:
        return {{}, {}, 0, "not kept by part of a sampled run; replications give one"};
    }
    return {};
}

std::vector<IntervalNote> intervalNotes(const RunReport& report)
{
    const bool several = report.provenance.replications > 1;
    const bool sampled = !several && report.sampling.sampled;
    const std::string over = several ? overReplications(report) : "";
    std::vector<IntervalNote> notes;
    // `parts`: what a sampled run has to say; null = it says nothing.
    const auto add = [&](const char* kind, std::vector<std::string> figures, const std::string& runs,
                         const char* parts) {
        if (several)
            notes.push_back({kind, std::move(figures), true, runs});
        else if (sampled)
            notes.push_back({kind, std::move(figures), parts != nullptr,
                             parts ? parts : "the end of one run of the last part: no interval"});
        else
            notes.push_back({kind, std::move(figures), false, kOneRun});
    };
    const std::vector<std::string> times{"mean", "p50", "p90", "p95", "p99", "p999"};
    if (several)
        notes.push_back(
            {"times", times, true, over + "; none for a percentile with too few samples in one of them"});
    else if (sampled)
        notes.push_back({"times", times, true,
                         "from batches of the sampled levels and the runs of the stretches; none for time "
                         "inside a component, which is not kept by part"});
    else
        notes.push_back(
            {"times", times, true,
             "batch means within the one run, where it is long enough for them; p99.9 has too few "
             "excursions for that"});
    notes.push_back({"maxima", {"max", "freshnessSeconds.max"}, false, kMaximum});
    constexpr const char* kParts =
        "from batches of the sampled levels and the runs of the stretches: see sampling.intervals";
    add("counts",
        {"offered", "accepted", "throttled", "rejected", "failed", "retried", "lost", "completed",
         "abandoned", "delivered", "filtered", "expired", "succeeded", "gaveUp"},
        over, kParts);
    add("shares", {"refusedShare", "throttledShare", "failedShare"}, over, kParts);
    add("levels", {"backlog.mean", "utilisation.mean", "utilisation.utilisation"}, over, kParts);
    add("peaks", {"backlog.peak", "peakAgeSeconds", "utilisation.peak"},
        over + "; of the peak of one run of this length",
        "from the spread of the peaks of a stretch that was run several times; none where the peak is of "
        "sampled steady traffic or of a stretch run once: see sampling.intervals");
    add("ends", {"backlog.final", "inFlight", "resident", "undelivered", "undeliveredAgeSeconds"}, over,
        nullptr);
    add("freshness", {"freshnessSeconds.mean"}, over, kParts);
    const bool priced =
        several ? findFigure(report, "cost", "") != nullptr : sampledInterval(report, "cost", "") != nullptr;
    if ((several || sampled) && !priced)
        notes.push_back({"cost", {"monthlyUsd"}, false, "nothing of the run was priced"});
    else
        add("cost", {"monthlyUsd"}, over, "from the meters' parts, priced together: see sampling.intervals");
    notes.push_back({"splits",
                     {"splitMillis", "traces"},
                     false,
                     "of sampled messages: they show where time goes and carry no interval"});
    notes.push_back({"courses",
                     {"headRoom", "binding"},
                     false,
                     several ? "a course over time carries no interval; what binds when is of the first "
                               "replication"
                             : "a course over time carries no interval"});
    return notes;
}

}  // namespace plimsoll
