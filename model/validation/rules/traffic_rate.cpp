// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

#include <cmath>

namespace plimsoll::validation {

namespace {

constexpr double kMostPerSecond = 1e9;  // beyond any AWS account, and where counts of a month still fit

struct Checker {
    const Subject& subject;
    std::string place;
    const ComponentId& source;
    Issues& issues;

    void report(const std::string& member, const std::string& what, const std::string& remedy) const
    {
        Issue issue = aboutPlace(Severity::Error, "traffic-rate", place + "/" + member,
                                 member + " of " + source + " " + what, remedy);
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
};

}  // namespace

void trafficRate(const Subject& subject, Issues& issues)
{
    for (const Scenario& scenario : subject.design.scenarios) {
        for (const auto& [id, profile] : scenario.traffic) {
            Checker checker{subject, scenarioPlace(scenario.id) + "/traffic/" + id, id, issues};
            checker.rate("ratePerSecond", profile.ratePerSecond);
            checker.rate("endPerSecond", profile.endPerSecond);
            checker.rate("peakPerSecond", profile.peakPerSecond);
            checker.notNegative("peakStartSeconds", profile.peakStartSeconds);
            checker.notNegative("peakSeconds", profile.peakSeconds);
            if (!(profile.peakHour >= 0 && profile.peakHour < 24))
                checker.report("peakHour", "must be an hour of the day", "use 0 to 24, without 24 itself");
        }
    }
}

}  // namespace plimsoll::validation
