// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/named_least.h"
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::eventbridge_scheduler {

namespace {

constexpr const char* kQuotas =
    "https://docs.aws.amazon.com/scheduler/latest/UserGuide/scheduler-quotas.html";
constexpr const char* kTypes = "https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html";
constexpr const char* kTargets =
    "https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-templated.html";
constexpr const char* kWindow =
    "https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-flexible-time-windows.html";

}  // namespace

ServiceSpec eventbridgeSchedulerSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "eventbridge-scheduler";
    spec.name = "EventBridge Scheduler";
    spec.shortName = "Scheduler";
    spec.category = "integration";
    spec.summary = "Invokes its targets on a schedule: every so often, or at an hour of the day.";
    spec.integrationName = "EventBridge Scheduler";
    spec.docsUrl = "https://docs.aws.amazon.com/scheduler/latest/UserGuide/what-is-scheduler.html";
    spec.noun = "invocation";
    spec.accepts = false;
    spec.sender.failures = true;
    spec.delivery = DeliverySpec{.retries = 185,
                                 .mostRetries = 185,
                                 .ageSeconds = 86'400,
                                 .leastAgeSeconds = 60,
                                 .mostAgeSeconds = 86'400,
                                 .source = kTargets};
    const std::vector<std::string> rate{"rate"}, cron{"cron"};
    spec.parameters = {
        choice("expression", "Schedule", {{"rate", "Every so often"}, {"cron", "At an hour"}}, "rate",
               "A rate counts from when the schedule was made, cron from the clock; the scenario begins at "
               "midnight of a "
               "Monday.",
               documented(kTypes)),
        integer("schedules", "Schedules", "schedules", {1, 1000000}, 1,
                "So many alike for each target; those of a rate were made at different times.",
                documented(kQuotas)),
        when("expression", rate,
             integer("everyMinutes", "Every", "min", {1, 527040}, 5, "rate(5 minutes).", documented(kTypes))),
        when("expression", cron,
             integer("cronMinute", "Minute", "min", {0, 59}, 0, "Of the hour: the first field of cron.",
                     documented(kTypes))),
        when("expression", cron,
             leastMeans("every hour", integer("cronHour", "Hour", "h", {-1, 23}, -1,
                                              "Of the day: the second field of cron; -1 is every hour.",
                                              documented(kTypes)))),
        when("expression", cron,
             choice("cronDays", "Days",
                    {{"all", "Every day"},
                     {"mon-fri", "Monday to Friday"},
                     {"sat-sun", "Saturday and Sunday"},
                     {"mon", "Monday"},
                     {"tue", "Tuesday"},
                     {"wed", "Wednesday"},
                     {"thu", "Thursday"},
                     {"fri", "Friday"},
                     {"sat", "Saturday"},
                     {"sun", "Sunday"}},
                    "all", "Of the week: the fifth field of cron.", documented(kTypes))),
        integer("windowMinutes", "Flexible time window", "min", {0, 1440}, 0,
                "An invocation is made at any time so long after it was due; without a window within 60 s.",
                documented(kWindow)),
        integer("inputBytes", "Input", "B", {1, 262144}, 1024, "What a target is sent, up to 256 KB.",
                documented(kQuotas)),
        movable(Lever::More,
                integer("invocationsPerSecond", "Invocations quota", "invocations/s", {0, 1000000}, 0,
                        "Targets invoked in a second, tries included; those beyond it wait. 0 is the quota "
                        "of the Region: "
                        "1,000 in the main Regions, 500 elsewhere.",
                        documented(kQuotas))),
        integer("retries", "Retries", "retries", {0, 185}, 185,
                "How often an invocation that failed is tried again.", documented(kTargets)),
        integer("eventAgeSeconds", "Event age", "s", {60, 86400}, 86400, "An older one is not tried again.",
                documented(kTargets)),
        advanced(real("firstRetrySeconds", "First pause before a retry", "s", {0.001, 3600}, 1,
                      "Pauses grow from here by the same factor over ten retries.",
                      assumed("AWS says exponential, and 185 tries in 24 hours"))),
        advanced(real("longestRetrySeconds", "Longest pause before a retry", "s", {0.001, 86400}, 480,
                      "No pause is longer, half of it more or less by jitter apart.",
                      assumed("so that 185 tries take a little less than the 24 hours"))),
    };
    spec.meters = {counted("eventbridge-scheduler/invocations", "Invocations", "invocation")};
    spec.quotas = {{"Invocations, main Regions", 1000, "invocations/s", kQuotas},
                   {"Schedules", 10000000, "schedules", kQuotas},
                   {"Input", 256, "KB", kQuotas},
                   {"Precision", 60, "s", kTypes},
                   {"Tries to one target", 185, "attempts", kTargets}};
    return spec;
}

}  // namespace plimsoll::services::eventbridge_scheduler
