// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/trial_window.h"

#include "model/support/number_text.h"
#include "simulator/services/service_library.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

constexpr double kShortestWindow = 5;  // seconds
constexpr double kLongestLeadIn = 60;  // seconds
constexpr double kLeadInShare = 0.25;  // of what a run may send

/// What waits and what is refused at all components together, by bin of the report's series; and what the sources send.
struct Course {
    double binSeconds = 1;
    std::vector<double> refused, waiting, sent;  ///< records a second; records; records a second
};

Course courseOf(const RunReport& report, const ServiceLibrary& library, double scenarioSeconds)
{
    Course course;
    const auto add = [&](std::vector<double>& sum, const TimeSeries& series) {
        course.binSeconds = series.binSeconds;
        sum.resize(std::max(sum.size(), series.values.size()), 0);
        for (std::size_t bin = 0; bin < series.values.size(); ++bin)
            sum[bin] += series.values[bin];
    };
    for (const ComponentReport& component : report.components) {
        const ServiceSpec* spec = library.catalog().find(component.service);
        for (const TimeSeries& series : component.series) {
            if (series.name == "refused")
                add(course.refused, series);
            else if (series.name == "backlog")
                add(course.waiting, series);
            else if (series.name == "offered" && spec && spec->isSource)
                add(course.sent, series);
        }
    }
    // The last bin only holds what happened at the very end.
    const std::size_t bins =
        std::min({course.refused.size(), course.waiting.size(), course.sent.size(),
                  static_cast<std::size_t>(std::ceil(scenarioSeconds / course.binSeconds))});
    for (std::vector<double>* each : {&course.refused, &course.waiting, &course.sent})
        each->resize(bins);
    return course;
}

/// Where a course stands out, and since when it had been rising.
struct Peak {
    std::size_t quiet = 0, worst = 0;  ///< bins
};

constexpr double kStandsOut = 2;  // times the mean
constexpr double kQuiet = 0.1;    // of the way from the least to the most

std::optional<Peak> peakOf(const std::vector<double>& course)
{
    if (course.empty())
        return std::nullopt;
    const auto most = std::max_element(course.begin(), course.end());
    const double least = *std::min_element(course.begin(), course.end());
    double mean = 0;
    for (const double value : course)
        mean += value / static_cast<double>(course.size());
    if (!(*most > kStandsOut * mean))
        return std::nullopt;
    Peak peak;
    peak.worst = peak.quiet = static_cast<std::size_t>(most - course.begin());
    while (peak.quiet > 0 && course[peak.quiet] > least + kQuiet * (*most - least))
        --peak.quiet;
    return peak;
}

/// Refusals and waiting weigh alike, each by its own most.
std::vector<double> badness(const Course& course)
{
    std::vector<double> sum(course.sent.size(), 0);
    for (const std::vector<double>* part : {&course.refused, &course.waiting}) {
        const double most = part->empty() ? 0 : *std::max_element(part->begin(), part->end());
        for (std::size_t bin = 0; most > 0 && bin < sum.size(); ++bin)
            sum[bin] += (*part)[bin] / most;
    }
    return sum;
}

/// A window that begins a little before `peak.quiet` and holds as many source records as are affordable, or that ends
/// with the worst bin where the way from the one to the other is too long.
TrialWindow windowAround(const Peak& peak, const Course& course, double affordable, double scenarioSeconds)
{
    const std::size_t bins = course.sent.size();
    const auto cost = [&](std::size_t bin) { return course.sent[bin] * course.binSeconds; };
    std::size_t begin = peak.quiet;
    double spent = 0;
    // Queues and caches fill during the lead-in.
    for (; begin > 0 && spent + cost(begin - 1) <= kLeadInShare * affordable
           && static_cast<double>(peak.quiet - begin) * course.binSeconds < kLongestLeadIn;
         --begin)
        spent += cost(begin - 1);
    std::size_t from = peak.quiet, end = from;
    while (end < bins && spent + cost(end) <= affordable)
        spent += cost(end++);
    if (end <= peak.worst) {
        // The worst is worth more than how it came about.
        end = peak.worst + 1;
        from = end;
        spent = 0;
        while (from > 0 && (end == from || spent + cost(from - 1) <= (1 - kLeadInShare) * affordable))
            spent += cost(--from);
        for (begin = from; begin > 0 && spent + cost(begin - 1) <= affordable
                           && static_cast<double>(from - begin) * course.binSeconds < kLongestLeadIn;
             --begin)
            spent += cost(begin - 1);
    }
    const auto at = [&](std::size_t bin) { return static_cast<double>(bin) * course.binSeconds; };
    TrialWindow window;
    window.fromSeconds = at(from);
    window.leadInSeconds = at(from) - at(begin);
    window.seconds = std::min(std::max(at(end) - at(from), kShortestWindow), scenarioSeconds - at(from));
    return window;
}

/// Where nothing does, a line that is long now and then is so by chance, and in other runs at other times.
bool changesOverTime(const Scenario& scenario)
{
    return !scenario.faults.empty() || !scenario.redrives.empty() || !scenario.jobs.empty()
           || !scenario.changes.empty() || !scenario.replays.empty()
           || std::any_of(scenario.traffic.begin(), scenario.traffic.end(), [](const auto& entry) {
                  const TrafficProfile& profile = entry.second;
                  return profile.shape != TrafficShape::Constant || !profile.spikes.empty()
                         || !profile.pauses.empty() || profile.weekendFactor.value_or(1) != 1;
              });
}

/// When the first record comes that a reader fails on again and again, if that is what a finding says; else less than 0.
double firstBlocked(const RunReport& report, const Scenario& scenario)
{
    double first = -1;
    for (const Finding& finding : report.findings) {
        if (finding.id != "blocked-shard")
            continue;
        for (const Fault& fault : scenario.faults) {
            if (fault.kind == FaultKind::PoisonRecord && fault.component == finding.component
                && (first < 0 || fault.startSeconds < first))
                first = fault.startSeconds;
        }
    }
    return first;
}

std::string secondsFromTo(const TrialWindow& window)
{
    return fmt::format("{} to {} s of the scenario", plainNumber(window.fromSeconds),
                       plainNumber(window.fromSeconds + window.seconds));
}

}  // namespace

TrialWindow trialWindow(const RunReport& report, const ServiceLibrary& library, const Scenario& scenario,
                        double affordable)
{
    const double duration = scenario.durationSeconds;
    const Course course = courseOf(report, library, duration);
    double all = 0;
    for (const double rate : course.sent)
        all += rate * course.binSeconds;
    if (all <= affordable)
        return {0, duration, 0, "the whole scenario"};
    std::string why = "where most was refused or waited";
    const bool changes = changesOverTime(scenario);
    std::optional<Peak> peak = changes ? peakOf(badness(course)) : std::nullopt;
    // What a poison record blocks is there from its start on, and in no window that begins later.
    if (const double from = firstBlocked(report, scenario); from >= 0) {
        const auto bin = static_cast<std::size_t>(from / course.binSeconds);
        if (bin < course.sent.size()) {
            peak = Peak{bin, bin};
            why = "where a record first blocks its shard";
        }
    }
    if (!peak && !scenario.faults.empty()) {
        const auto first =
            std::min_element(scenario.faults.begin(), scenario.faults.end(),
                             [](const Fault& a, const Fault& b) { return a.startSeconds < b.startSeconds; });
        const auto bin = static_cast<std::size_t>(std::max(0.0, first->startSeconds) / course.binSeconds);
        if (bin < course.sent.size())
            peak = Peak{bin, bin};
        why = "where the first fault sets in";
    }
    if (!peak && changes) {
        peak = peakOf(course.sent);
        why = "where most is sent";
    }
    if (!peak) {
        const double window = std::max(kShortestWindow, std::floor(affordable / all * duration));
        return {0, std::min(duration, window), 0,
                fmt::format("the first {} s of the scenario", plainNumber(std::min(duration, window)))};
    }
    TrialWindow window = windowAround(*peak, course, affordable, duration);
    window.text = secondsFromTo(window) + ", " + why;
    if (window.leadInSeconds > 0)
        window.text += fmt::format(", after a lead-in of {} s", plainNumber(window.leadInSeconds));
    if (window.fromSeconds > static_cast<double>(peak->quiet) * course.binSeconds)
        window.text += "; what waited before that is not there";
    return window;
}

}  // namespace plimsoll
