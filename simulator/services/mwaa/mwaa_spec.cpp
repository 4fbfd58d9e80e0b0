// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/parameter_factories.h"

#include <array>

namespace plimsoll::services::mwaa {

ServiceSpec mwaaSpec()
{
    using namespace declare;
    constexpr const char* kClasses =
        "https://docs.aws.amazon.com/mwaa/latest/userguide/environment-class.html";
    constexpr const char* kScaling =
        "https://docs.aws.amazon.com/mwaa/latest/userguide/mwaa-autoscaling.html";
    constexpr const char* kPricing = "https://aws.amazon.com/managed-workflows-for-apache-airflow/pricing/";
    constexpr const char* kNoTime = "not published; measure yours";
    struct Kind {
        const char *id, *name;
    };
    constexpr std::array<Kind, 5> kSizes{{{"small", "Small, 5 tasks"},
                                          {"medium", "Medium, 10 tasks"},
                                          {"large", "Large, 20 tasks"},
                                          {"xlarge", "XLarge, 40 tasks"},
                                          {"2xlarge", "2XLarge, 80 tasks"}}};
    ServiceSpec spec;
    spec.id = "mwaa";
    spec.name = "Managed Workflows for Apache Airflow";
    spec.shortName = "Airflow";
    spec.category = "integration";
    spec.summary = "Runs the tasks of Airflow's graphs on workers, in their order.";
    spec.integrationName = "MWAA";
    spec.noun = "run";
    spec.docsUrl = "https://docs.aws.amazon.com/mwaa/latest/userguide/what-is-mwaa.html";
    spec.sender = {.routes = {Route::Copy, Route::Split, Route::Match},
                   .operation = true,
                   .operations = true,
                   .sizes = true,
                   .order = true,
                   .concurrency = true,
                   .timeout = true,
                   .retry = true,
                   .failures = true,
                   .waits = true,
                   .failuresSource =
                       "https://airflow.apache.org/docs/apache-airflow/stable/core-concepts/tasks.html"};

    std::vector<ParameterChoice> sizes;
    for (const Kind& each : kSizes)
        sizes.push_back({each.id, each.name});
    spec.parameters = {
        choice("environmentClass", "Environment class", std::move(sizes), "small",
               "What an hour costs, and how many tasks a worker runs at once.", documented(kClasses)),
        integer("minWorkers", "Workers, at least", "workers", {1, 25}, 1,
                "The first comes with the environment.", documented(kScaling)),
        movable(Lever::More,
                integer("maxWorkers", "Workers, at most", "workers", {1, 25}, 1,
                        "Added while more tasks run and wait than the workers take.",
                        assumed(std::string{"your choice, up to the 25 that AWS gives by default: "}
                                + kScaling))),
        advanced(integer("tasksPerWorker", "Tasks of a worker", "tasks", {0, 1000}, 0,
                         "At once (celery.worker_autoscale); 0 takes what the class has.",
                         documented(kClasses))),
        real("workerStartSeconds", "Start of a worker", "s", {0, 3600}, 120,
             "From the decision, from when it is billed, until it takes tasks.", assumed(kNoTime)),
        advanced(integer("lookSeconds", "Workers looked at every", "s", {1, 3600}, 60,
                         "How often tasks are counted and workers added.", assumed("not published"))),
        advanced(integer("idleLooks", "Looks before a worker goes", "looks", {1, 1000}, 5,
                         "So often in a row there must be fewer tasks than the workers take.",
                         assumed("not published"))),
        advanced(real("shrinkPercent", "Workers go below", "%", {0, 100}, 50,
                      "One goes when less than this share of the places has been in use.",
                      assumed("not published; workers with running tasks are kept"))),
        real("schedulingMillis", "Scheduling of a task", "ms", {0, 600000}, 1000,
             "From the end of what a task waited for until it is in line for a worker.", assumed(kNoTime)),
        real("startMillis", "Start of a run, median", "ms", {0, 600000}, 2000,
             "From the trigger until its first task is looked at.", assumed(kNoTime)),
        real("startP99Millis", "Start of a run, 99th percentile", "ms", {0, 600000}, 6000,
             "With the median it sets the log-normal law of the start.", assumed(kNoTime)),
        movable(Lever::More, real("runsPerSecond", "Runs started", "runs/s", {0.1, 100000}, 10,
                                  "That the schedulers start; what is triggered faster is refused.",
                                  assumed("depends on schedulers and graphs; measure yours"))),
        advanced(integer("runBurst", "Runs started at once", "runs", {1, 1'000'000}, 1000,
                         "That may be triggered in one go after a quiet time.",
                         assumed("depends on schedulers and graphs; measure yours"))),
        real("timeoutSeconds", "Timeout of a run", "s", {0, 31'536'000}, 0,
             "A run that takes longer fails (dagrun_timeout); 0 sets none.", assumed("your graph")),
        integer("schedulers", "Schedulers", "schedulers", {2, 5}, 2, "Beyond two each is billed.",
                documented(kPricing)),
        integer("webServers", "Web servers", "servers", {2, 5}, 2, "Beyond two each is billed.",
                documented(kPricing)),
        real("metadataGib", "Metadata", "GB", {0, 65536}, 10, "What the database of the environment keeps.",
             assumed("depends on runs kept")),
    };
    for (const Kind& each : kSizes) {
        const std::string id = each.id,
                          name = std::string{each.name}.substr(0, std::string{each.name}.find(','));
        spec.meters.push_back(
            held("mwaa/environment-hours-" + id, "Environment, " + name, "environment-hour"));
        spec.meters.push_back(held("mwaa/worker-hours-" + id, "Further workers, " + name, "worker-hour"));
        spec.meters.push_back(
            held("mwaa/scheduler-hours-" + id, "Further schedulers, " + name, "scheduler-hour"));
        spec.meters.push_back(
            held("mwaa/web-server-hours-" + id, "Further web servers, " + name, "server-hour"));
    }
    spec.meters.push_back(kept("mwaa/metadata-gb", "Metadata database"));
    spec.quotas = {{"Workers unless raised", 25, "workers", kScaling},
                   {"Tasks of a worker, small", 5, "tasks", kClasses},
                   {"Tasks of a worker, 2xlarge", 80, "tasks", kClasses},
                   {"Graphs of a small environment", 50, "graphs", kClasses},
                   {"Graphs of a 2xlarge environment", 4000, "graphs", kClasses}};
    return spec;
}

}  // namespace plimsoll::services::mwaa
