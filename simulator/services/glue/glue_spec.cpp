// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/glue_worker_types.h"
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::glue {

namespace {

constexpr const char* kJobs = "https://docs.aws.amazon.com/glue/latest/webapi/API_CreateJob.html";
constexpr const char* kWorkers = "https://docs.aws.amazon.com/glue/latest/dg/worker-types.html";
constexpr const char* kQuotas = "https://docs.aws.amazon.com/general/latest/gr/glue.html";
constexpr const char* kBatching =
    "https://docs.aws.amazon.com/glue/latest/webapi/API_EventBatchingCondition.html";
constexpr const char* kFlex =
    "https://aws.amazon.com/blogs/big-data/introducing-aws-glue-flex-jobs-cost-savings-on-etl-workloads";

std::vector<ParameterSpec> glueParameters()
{
    using namespace declare;
    std::vector<ParameterChoice> workers;
    for (const GlueWorkerType& type : kGlueWorkerTypes) {
        workers.push_back({std::string{type.id}, std::string{type.id} + ", " + std::to_string(type.dpus * 4)
                                                     + " vCPU, " + std::to_string(type.dpus) + " DPU"});
    }
    return {
        choice("jobType", "Job type",
               {{"spark", "Spark"}, {"flex", "Spark, Flex"}, {"python", "Python shell"}}, "spark",
               "Flex jobs cost less and run on spare capacity; a Python shell runs on one small machine.",
               documented(kFlex)),
        when("jobType", {"spark", "flex"},
             choice("workerType", "Worker type", workers, "G.1X",
                    "What one worker has; a DPU is 4 vCPU and 16 GB.", documented(kWorkers))),
        when("jobType", {"spark", "flex"},
             sizable(integer("workers", "Workers", "workers", {2, 1000}, 10,
                             "Workers of each run, the one that holds the driver among them.",
                             documented(kJobs)))),
        when("jobType", {"python"},
             choice("pythonDpu", "Capacity", {{"0.0625", "1/16 DPU"}, {"1", "1 DPU"}}, "0.0625",
                    "What a Python shell job runs on.", documented(kJobs))),
        real("startSeconds", "Start-up", "s", {0, 3600}, 30,
             "From the start of a run until it works; not billed. Large workers and Flex runs may take "
             "minutes.",
             assumed("not published; measure yours")),
        real("megabytesPerSecondPerVcpu", "Work rate of a vCPU", "MB/s", {0.001, 10000}, 10,
             "Input bytes one vCPU gets through a second.", assumed("your job; calibrate with one run")),
        real("commitSeconds", "Commit", "s", {0, 3600}, 10,
             "From the end of the work until the output is readable and the bookmark has moved.",
             assumed("your job; not published")),
        integer(
            "startBatch", "Start requests of a run", "requests", {1, 100}, 1,
            "A run of each job without a schedule is made of so many start requests, such as new objects.",
            documented(kBatching)),
        integer("startWindowSeconds", "Or after", "s", {1, 900}, 900,
                "So long after the first request a run starts with fewer of them.", documented(kBatching)),
        advanced(when("jobType", {"spark", "python"},
                      integer("dpuQuota", "DPU quota", "DPU", {1, 100000}, 1000,
                              "DPUs of all runs at once; a run above it fails. 500 in smaller Regions.",
                              documented(kQuotas)))),
        advanced(when("jobType", {"flex"},
                      integer("flexDpuQuota", "Flex DPU quota", "DPU", {1, 100000}, 4000,
                              "DPUs of all Flex runs at once; a run above it fails.", documented(kQuotas)))),
    };
}

}  // namespace

ServiceSpec glueSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "glue";
    spec.name = "Glue";
    spec.shortName = "Glue";
    spec.category = "analytics";
    spec.summary = "Runs extract, transform and load jobs without a cluster to keep.";
    spec.integrationName = "Glue";
    spec.runsJobs = true;
    spec.slaPercent = 99.9;
    spec.slaSource = "assumed: AWS's page could not be read";
    spec.docsUrl = "https://docs.aws.amazon.com/glue/latest/dg/what-is-glue.html";
    spec.paletteRank = 11;
    spec.reader = {.batch = false, .enhanced = false};
    spec.parameters = glueParameters();
    spec.meters = {counted("glue/etl-dpu-hours", "Job runs", "DPU-hour"),
                   counted("glue/etl-flex-dpu-hours", "Flex job runs", "DPU-hour")};
    spec.quotas = {{"Runs at once", 2000, "runs", kQuotas},
                   {"Runs of one job at once", 4000, "runs", kQuotas},
                   {"Runs in the queue", 1000, "runs", kQuotas},
                   {"DPUs at once, six large Regions", 1000, "DPU", kQuotas},
                   {"DPUs at once, elsewhere", 500, "DPU", kQuotas},
                   {"Flex DPUs at once", 4000, "DPU", kQuotas},
                   {"Start requests of an event trigger", 100, "requests", kBatching}};
    return spec;
}

}  // namespace plimsoll::services::glue
