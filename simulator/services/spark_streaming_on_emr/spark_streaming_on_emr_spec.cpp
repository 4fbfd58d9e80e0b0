// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/emr_instance_types.h"
#include "simulator/services/spark_parameters.h"

namespace plimsoll::services::spark_streaming_on_emr {

ServiceSpec sparkStreamingOnEmrSpec()
{
    using namespace declare;
    constexpr const char* kPricing = "https://aws.amazon.com/emr/pricing/";
    constexpr const char* kGuide = "https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-spark.html";
    ServiceSpec spec;
    spec.id = "spark-streaming-on-emr";
    spec.name = "Spark Streaming on EMR";
    spec.shortName = "Spark Streaming";
    spec.category = "analytics";
    spec.summary = "Runs Spark over streams in small batches, on a cluster that is kept for it.";
    spec.integrationName = "Spark on EMR";
    spec.scope = ServiceScope::Zonal;
    spec.slaPercent = 99.9;
    spec.slaSource = "https://cloudonaut.io/aws-sla-are-you-able-to-keep-your-availability-promise";
    spec.docsUrl = kGuide;
    spec.deploys = true;
    spec.sender = spark::sender();
    std::vector<ParameterChoice> types;
    for (const EmrInstanceType& type : kEmrInstanceTypes) {
        const std::string id{type.id};
        types.push_back({id, id + ", " + std::to_string(type.vcpus) + " vCPU"});
        spec.meters.push_back(held(spec.id + "/uplift-hours-" + id, "EMR charge, " + id, "instance-hour"));
        spec.meters.push_back(held(spec.id + "/ec2-hours-" + id, "EC2 instances, " + id, "instance-hour"));
    }
    spec.parameters = {
        choice("instanceType", "Instance type", std::move(types), "m5.xlarge",
               "Type of every node; its vCPUs do the work and both EMR and EC2 charge for its hours.",
               documented(kPricing)),
        integer("primaryNodes", "Primary nodes", "nodes", {1, 3}, 1,
                "Nodes that lead the cluster; they cost like the others and do no job work.",
                assumed("your choice; one is the least a cluster has")),
        sizable(integer("coreNodes", "Core nodes", "nodes", {1, 1000}, 2,
                        "Nodes that store data and do job work.", assumed("your choice"))),
        real("stateGibPerVcpu", "Memory for state", "GiB", {0.01, 64}, 2, "Of one vCPU's part of a node.",
             assumed("depends on the type and on Spark's settings")),
    };
    for (ParameterSpec& each : spark::streamingParameters(10, assumed("your trigger")))
        spec.parameters.push_back(std::move(each));
    return spec;
}

}  // namespace plimsoll::services::spark_streaming_on_emr
