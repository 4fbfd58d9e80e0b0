// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/glue_worker_types.h"
#include "simulator/services/spark_parameters.h"

namespace plimsoll::services::glue_streaming {

ServiceSpec glueStreamingSpec()
{
    using namespace declare;
    constexpr const char* kJobs = "https://docs.aws.amazon.com/glue/latest/dg/add-job-streaming.html";
    constexpr const char* kWorkers = "https://docs.aws.amazon.com/glue/latest/dg/worker-types.html";
    ServiceSpec spec;
    spec.id = "glue-streaming";
    spec.name = "Glue streaming job";
    spec.shortName = "Glue streaming";
    spec.category = "analytics";
    spec.summary = "Runs Spark over streams in small batches, without a cluster to keep.";
    spec.integrationName = "Glue streaming";
    spec.slaPercent = 99.9;
    spec.slaSource = "assumed: AWS's page could not be read";
    spec.docsUrl = kJobs;
    spec.deploys = true;
    spec.sender = spark::sender();
    std::vector<ParameterChoice> workers;
    for (const GlueWorkerType& type : kGlueWorkerTypes)
        workers.push_back({std::string{type.id}, std::string{type.id} + ", " + std::to_string(type.dpus * 4)
                                                     + " vCPU, " + std::to_string(type.dpus) + " DPU"});
    spec.parameters = {
        choice("workerType", "Worker type", std::move(workers), "G.1X",
               "What one worker has; a DPU is 4 vCPU and 16 GB.", documented(kWorkers)),
        sizable(integer("workers", "Workers", "workers", {2, 1000}, 2,
                        "All the time, the one that holds the driver among them.", documented(kJobs)))};
    for (ParameterSpec& each : spark::streamingParameters(100, documented(kJobs)))
        spec.parameters.push_back(std::move(each));
    spec.meters = {held("glue-streaming/dpu-hours", "Streaming job", "DPU-hour")};
    spec.quotas = {{"Batch unless set", 100, "s", kJobs}};
    return spec;
}

}  // namespace plimsoll::services::glue_streaming
