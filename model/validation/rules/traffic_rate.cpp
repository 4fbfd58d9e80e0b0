// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

#include <cmath>

namespace plimsoll::validation {

namespace {

constexpr std::size_t kMostEntries = 1000;
constexpr double kLargestFactor = 1e6;
constexpr double kMostRepetitions = 100'000;
constexpr double kMostPerSecond = 1e9;  // beyond any AWS account, and where counts of a month still fit

struct Checker {
    const Subject& subject;
    std::string place;
    const ComponentId& source;
    Issues& issues;

    void report(const std::string& member, const std::string& what, const std::string& remedy) const
    {
        Issue issue =
            aboutPlace(Severity::Error, "traffic-rate", member.empty() ? place : place + "/" + member,
                       (member.empty() ? "the traffic" : member) + " of " + source + " " + what, remedy);
        if (subject.find(source) != nullptr)
            issue.component = source;
        issues.push_back(std::move(issue));
    }

    void rate(const std::string& member, double value) const
    {
        if (!std::isfinite(value))
            report(member, "is not a number", "use a rate from 0 to 1000000000 per second");
        else if (value < 0)
            report(member, "is negative", "use a rate from 0 to 1000000000 per second");
        else if (value > kMostPerSecond)
            report(member, "is " + plainNumber(value) + " per second, more than can be simulated",
                   "use a rate from 0 to 1000000000 per second");
    }

    void notNegative(const std::string& member, double value) const
    {
        if (!(value >= 0) || !std::isfinite(value))
            report(member, "must be 0 or more", "use a number of seconds");
    }

    void factor(const std::string& member, double value) const
    {
        if (!(value >= 0 && value <= kLargestFactor))
            report(member, "must be from 0 to 1000000", "use a multiple, e.g. 2.4");
    }

    /// When something starts, how long it lasts, and when it comes again.
    template <class Item>
    void interval(const std::string& at, const Item& item, double scenarioSeconds) const
    {
        notNegative(at + "/startSeconds", item.startSeconds);
        if (!(item.seconds > 0) || !std::isfinite(item.seconds))
            report(at + "/seconds", "must be more than 0", "say how many seconds it lasts");
        notNegative(at + "/everySeconds", item.everySeconds);
        if (item.everySeconds > 0 && item.everySeconds <= item.seconds)
            report(at + "/everySeconds", "must be longer than what repeats", "use more than its seconds");
        else if (item.everySeconds > 0 && scenarioSeconds / item.everySeconds > kMostRepetitions)
            report(at + "/everySeconds", "repeats more than 100000 times in the scenario",
                   "use a longer period, or arrivals that are bursty");
    }

    void levels(const TrafficProfile& profile) const
    {
        double last = -1;
        for (std::size_t n = 0; n < profile.levels.size(); ++n) {
            const RateLevel& level = profile.levels[n];
            const std::string at = "levels/" + std::to_string(n);
            notNegative(at + "/atSeconds", level.atSeconds);
            if (level.atSeconds <= last)
                report(at + "/atSeconds", "is not after the level before it",
                       "put the levels in order of time");
            last = level.atSeconds;
            rate(at + "/ratePerSecond", level.ratePerSecond);
        }
    }

    void spikes(const TrafficProfile& profile, double scenarioSeconds) const
    {
        for (std::size_t n = 0; n < profile.spikes.size(); ++n) {
            const TrafficSpike& spike = profile.spikes[n];
            const std::string at = "spikes/" + std::to_string(n);
            interval(at, spike, scenarioSeconds);
            if (spike.factor.has_value() == spike.peakPerSecond.has_value())
                report(at, "needs either a factor or a peakPerSecond",
                       "use factor for a multiple of the shape, peakPerSecond for a rate");
            if (spike.factor)
                factor(at + "/factor", *spike.factor);
            if (spike.peakPerSecond)
                rate(at + "/peakPerSecond", *spike.peakPerSecond);
        }
    }

    /// The mean holds only while what is left between the bursts is not negative.
    void bursts(const TrafficProfile& profile) const
    {
        if (!(profile.burstShare > 0 && profile.burstShare <= 1))
            return report("burstShare", "must be more than 0 and at most 1",
                          "use the share of time in bursts, e.g. 0.1");
        if (!(profile.burstFactor >= 1 && profile.burstFactor * profile.burstShare <= 1 + 1e-9))
            report("burstFactor",
                   "must be at least 1, and at most 1 / burstShare so that the mean rate holds",
                   "use 1 to " + plainNumber(1 / profile.burstShare));
        if (!(profile.burstSeconds >= 1e-6 && profile.burstSeconds <= 1e9))
            report("burstSeconds", "must be from 0.000001 to 1000000000",
                   "use the mean length of a burst, e.g. 10");
    }
};

}  // namespace

void trafficRate(const Subject& subject, Issues& issues)
{
    for (const Scenario& scenario : subject.design.scenarios) {
        if (!(scenario.load >= 0 && scenario.load <= kLargestFactor))
            issues.push_back(aboutPlace(Severity::Error, "traffic-rate", scenarioPlace(scenario.id) + "/load",
                                        "the load must be from 0 to 1000000", "use a multiple, e.g. 2.4"));
        for (const auto& [id, profile] : scenario.traffic) {
            Checker checker{subject, scenarioPlace(scenario.id) + "/traffic/" + id, id, issues};
            checker.rate("ratePerSecond", profile.ratePerSecond);
            checker.rate("endPerSecond", profile.endPerSecond);
            checker.rate("peakPerSecond", profile.peakPerSecond);
            checker.notNegative("peakStartSeconds", profile.peakStartSeconds);
            checker.notNegative("peakSeconds", profile.peakSeconds);
            if (!(profile.peakHour >= 0 && profile.peakHour < 24))
                checker.report("peakHour", "must be an hour of the day", "use 0 to 24, without 24 itself");
            checker.factor("load", profile.load);
            if (profile.weekendFactor)
                checker.factor("weekendFactor", *profile.weekendFactor);
            if (profile.levels.size() > kMostEntries || profile.spikes.size() > kMostEntries
                || profile.pauses.size() > kMostEntries) {
                checker.report("", "has more than 1000 levels, spikes or pauses", "use a trace instead");
                continue;
            }
            checker.levels(profile);
            checker.spikes(profile, scenario.durationSeconds);
            for (std::size_t n = 0; n < profile.pauses.size(); ++n)
                checker.interval("pauses/" + std::to_string(n), profile.pauses[n], scenario.durationSeconds);
            if (profile.arrivals == Arrivals::Bursty)
                checker.bursts(profile);
            if (profile.shape == TrafficShape::Trace && profile.file.empty())
                checker.report("file", "is missing", "name a CSV file beside the design");
            if (profile.shape == TrafficShape::Trace && profile.trace.problem)
                checker.report("file",
                               "is no trace: " + profile.trace.problem->place + ": "
                                   + profile.trace.problem->what,
                               profile.trace.problem->remedy);
            if (profile.shape == TrafficShape::Step && profile.levels.empty())
                checker.report("levels", "is empty", "give at least one level, or use the shape constant");
        }
    }
}

}  // namespace plimsoll::validation
