// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/number_text.h"
#include "model/validation/rules/rules.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::validation {

namespace {

constexpr double kMostRuns = 100'000;   ///< of a job in one scenario
constexpr double kMostRetries = 1'000;  ///< of one run of a job
/// Redshift takes 500 connections to a provisioned and 2,000 to a serverless warehouse; pools in front of it keep more.
/// Source: https://docs.aws.amazon.com/redshift/latest/mgmt/amazon-redshift-limits.html
constexpr double kMostQueryUsers = 100'000;
constexpr double kMostQueriesPerSecond = 10'000;

struct Checker {
    const Subject& subject;
    Issues& issues;

    void error(const std::string& place, const std::string& what, const std::string& remedy) const
    {
        issues.push_back(aboutPlace(Severity::Error, "load-target", place, what, remedy));
    }

    void number(const std::string& place, double value) const
    {
        if (!(value >= 0) || !std::isfinite(value))
            error(place, plainNumber(value) + " is not possible here", "use a number that is 0 or more");
    }

    void component(const std::string& place, const ComponentId& id, bool ServiceSpec::*ability,
                   const std::string& lack) const
    {
        const Component* found = subject.find(id);
        if (found == nullptr) {
            error(place, "there is no component \"" + id + "\"", "name a component of this design");
            return;
        }
        const ServiceSpec* spec = subject.catalog.find(found->service);
        if (spec == nullptr || ability == nullptr || spec->*ability)
            return;
        Issue issue = aboutComponent(Severity::Error, "load-target", *found, nameOf(*found) + " " + lack,
                                     "name another component");
        issue.place = place;
        issues.push_back(std::move(issue));
    }
};

bool waitsForItself(const Scenario& scenario, const JobLoad& job)
{
    const JobLoad* at = &job;
    // As many steps as there are jobs: longer chains have met a job twice.
    for (std::size_t step = 0; step < scenario.jobs.size(); ++step) {
        const Id& before = at->afterJob;
        const auto next = std::find_if(scenario.jobs.begin(), scenario.jobs.end(),
                                       [&before](const JobLoad& other) { return other.id == before; });
        if (before.empty() || next == scenario.jobs.end())
            return false;
        if (next->id == job.id)
            return true;
        at = &*next;
    }
    return false;
}

}  // namespace

void loadTarget(const Subject& subject, Issues& issues)
{
    for (const Scenario& scenario : subject.design.scenarios) {
        const Checker check{subject, issues};
        for (const QueryLoad& query : scenario.queries) {
            const std::string place = scenarioPlace(scenario.id) + "/queries/" + query.id;
            check.component(place + "/target", query.target, &ServiceSpec::runsQueries, "runs no queries");
            if (query.users < 0)
                check.error(place + "/users", "the number of users is negative", "use 0 or more");
            if (static_cast<double>(query.users) > kMostQueryUsers)
                check.error(place + "/users",
                            figure(static_cast<double>(query.users))
                                + " users are more than a warehouse has connections for",
                            "use at most " + figure(kMostQueryUsers));
            check.number(place + "/thinkSeconds", query.thinkSeconds);
            check.number(place + "/perHour", query.perHour);
            if (query.perHour / 3600 > kMostQueriesPerSecond)
                check.error(place + "/perHour",
                            figure(query.perHour) + " queries an hour are more than can be asked",
                            "use at most " + figure(kMostQueriesPerSecond * 3600));
            check.number(place + "/gigabytesScanned", query.gigabytesScanned);
            check.number(place + "/cpuSecondsPerGigabyte", query.cpuSecondsPerGigabyte);
        }
        for (const JobLoad& job : scenario.jobs) {
            const std::string place = scenarioPlace(scenario.id) + "/jobs/" + job.id;
            check.component(place + "/component", job.component, &ServiceSpec::runsJobs, "runs no jobs");
            if (!job.input.empty())
                check.component(place + "/input", job.input, nullptr, "");
            if (!job.output.empty())
                check.component(place + "/output", job.output, nullptr, "");
            const auto isMeant = [&job](const JobLoad& other) { return other.id == job.afterJob; };
            if (!job.afterJob.empty() && std::none_of(scenario.jobs.begin(), scenario.jobs.end(), isMeant))
                check.error(place + "/afterJob", "there is no job \"" + job.afterJob + "\" in this scenario",
                            "name a job of the same scenario");
            else if (!job.afterJob.empty() && waitsForItself(scenario, job))
                check.error(place + "/afterJob", "the job waits, in the end, for itself",
                            "give one of the jobs a period instead");
            check.number(place + "/everySeconds", job.everySeconds);
            // A job starts many times, each start is an event: as bounded as whatever else repeats.
            if (job.everySeconds > 0 && scenario.durationSeconds / job.everySeconds > kMostRuns)
                check.error(place + "/everySeconds",
                            "starts about " + figure(scenario.durationSeconds / job.everySeconds)
                                + " times in the scenario, more than " + figure(kMostRuns),
                            "use a longer period, e.g. "
                                + plainNumber(std::ceil(scenario.durationSeconds / kMostRuns))
                                + " s or more");
            if (job.retries < 0 || static_cast<double>(job.retries) > kMostRetries)
                check.error(place + "/retries",
                            std::to_string(job.retries) + " retries are not possible here",
                            "use 0 to " + figure(kMostRetries));
            check.number(place + "/firstAtSeconds", job.firstAtSeconds);
            check.number(place + "/windowSeconds", job.windowSeconds);
            check.number(place + "/gigabytes", job.gigabytes);
            check.number(place + "/outputFactor", job.outputFactor);
        }
    }
}

}  // namespace plimsoll::validation
