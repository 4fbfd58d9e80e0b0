// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/emr_instance_types.h"
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::emr {

namespace {

constexpr const char* kOperations = "https://docs.aws.amazon.com/emr/latest/APIReference/API_Operations.html";
constexpr const char* kServerlessStop =
    "https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_AutoStopConfig.html";
constexpr const char* kScaling =
    "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-scale-on-demand.html";
constexpr const char* kSpotNotice =
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/rebalance-recommendations.html";
constexpr const char* kEngines =
    "https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-release-components.html";
constexpr const char* kPricing = "https://aws.amazon.com/emr/pricing/";

}  // namespace

ServiceSpec emrSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "emr";
    spec.name = "EMR";
    spec.shortName = "EMR";
    spec.category = "analytics";
    spec.summary = "A cluster of EC2 instances that runs batch jobs, started for each job or kept running.";
    spec.integrationName = "EMR";
    spec.runsJobs = true;
    spec.scope = ServiceScope::Zonal;
    spec.slaPercent = 99.9;
    spec.slaSource = "https://cloudonaut.io/aws-sla-are-you-able-to-keep-your-availability-promise";
    spec.docsUrl = "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-what-is-emr.html";
    spec.paletteRank = 9;
    spec.reader = {.batch = false, .enhanced = false};

    std::vector<ParameterChoice> instanceTypes;
    for (const EmrInstanceType& type : kEmrInstanceTypes) {
        const std::string id{type.id};
        instanceTypes.push_back({id, id + ", " + std::to_string(type.vcpus) + " vCPU"});
        spec.meters.push_back(counted("emr/uplift-hours-" + id, "EMR charge, " + id, "instance-hour"));
        spec.meters.push_back(counted("emr/ec2-hours-" + id, "EC2 instances, " + id, "instance-hour"));
    }

    spec.parameters = {
        choice("instanceType", "Instance type", instanceTypes, "m5.xlarge",
               "Type of every node; its vCPUs do the work and both EMR and EC2 charge for its hours.",
               documented(kPricing)),
        integer("primaryNodes", "Primary nodes", "nodes", {1, 3}, 1,
                "Nodes that lead the cluster; they cost like the others and do no job work.",
                assumed("your choice; one is the least a cluster has")),
        sizable(integer("coreNodes", "Core nodes", "nodes", {1, 10000}, 2,
                        "Nodes that store data and do job work.", assumed("your choice"))),
        movable(Lever::More, integer("taskNodes", "Task nodes", "nodes", {0, 10000}, 0,
                                     "Nodes that only do job work.", assumed("your choice"))),
        yesNo("taskNodesSpot", "Task nodes on Spot", false,
              "Task nodes cost less and can be taken back with two minutes' notice.",
              documented(kSpotNotice)),
        when("taskNodesSpot", {"true"},
             real("spotDiscountPercent", "Spot discount", "%", kPercent, 70,
                  "How much less a Spot instance costs than on demand.",
                  assumed("Spot prices move all the time; look up yours"))),
        advanced(when(
            "taskNodesSpot", {"true"},
            real("spotRedonePercent", "Work of taken nodes done again", "%", kPercent, 100,
                 "Share of what a running job's taken nodes had done that is done again: all of it where "
                 "later stages read their results, none where each task's output is safe at once.",
                 assumed("stages are tried again; how much that is depends on your job")))),
        choice(
            "engine", "Engine",
            {{"spark", "Spark"},
             {"tez", "Hive or Pig on Tez"},
             {"mapreduce", "MapReduce, or Hive and Pig on it"}},
            "spark",
            "Spark and Tez hand data on from stage to stage within one run; MapReduce starts anew for each "
            "stage and writes what lies between to disk.",
            documented(kEngines)),
        when("engine", {"mapreduce"},
             integer("stages", "Stages of a job", "stages", {1, 100}, 3,
                     "MapReduce jobs that make up one job.", assumed("your job"))),
        when("engine", {"mapreduce"},
             real("stageSeconds", "Start of a stage", "s", {0, 3600}, 20,
                  "Each stage after the first asks for its containers anew.", assumed("not published"))),
        when("engine", {"mapreduce"},
             real("stageDataPercent", "Handed from stage to stage", "%", {0, 1000}, 50,
                  "Bytes that lie between two stages, of the input; they are written and read again.",
                  assumed("your job"))),
        choice("lifecycle", "Cluster lifecycle",
               {{"transient", "Started for each job"}, {"long-running", "Kept running"}}, "transient",
               "A transient cluster starts before every job and ends after it.", documented(kOperations)),
        when("lifecycle", {"long-running"},
             yesNo("managedScaling", "Managed scaling", false,
                   "Task nodes come and go with the work of the running jobs, looked at every 10 s; for "
                   "engines on "
                   "YARN, as these are.",
                   documented(kScaling))),
        when("managedScaling", {"true"},
             integer("maxTaskNodes", "Task nodes, at most", "nodes", {0, 10000}, 10,
                     "Managed scaling never has more; it never has fewer than the task nodes above.",
                     assumed("your choice"))),
        advanced(when("managedScaling", {"true"},
                      real("nodeStartSeconds", "Start of a node", "s", {0, 3600}, 180,
                           "From the launch of a task node until it works; it is billed from its launch.",
                           assumed("not published; measure yours")))),
        advanced(
            when("managedScaling", {"true"},
                 integer("scaleInSeconds", "Idle before scaling in", "s", {10, 640}, 300,
                         "How long fewer nodes must do before some are ended.", assumed("not published")))),
        advanced(when("managedScaling", {"true"},
                      integer("containerMib", "Input of a container", "MiB", {1, 102400}, 128,
                              "Bytes one task of a job reads; work left over this are the containers wanted.",
                              assumed("your job's split size")))),
        real("startMinutes", "Start-up", "min", {0, 120}, 6, "From the order of a cluster to its first work.",
             assumed("not published; measure yours")),
        real("megabytesPerSecondPerVcpu", "Work rate of a vCPU", "MB/s", {0.001, 10000}, 10,
             "Input bytes one vCPU of a core or task node gets through a second.",
             assumed("your job; calibrate with one run")),
        real("commitSeconds", "Commit", "s", {0, 3600}, 10,
             "From the end of the work until the output is readable.", assumed("your job; not published")),
    };

    spec.parameters.push_back(advanced(choice("zone", "Zone", {{"a", "a"}, {"b", "b"}, {"c", "c"}}, "a",
                                              "The Availability Zone it sits in.", assumed("your choice"))));
    spec.usesSpot = true;
    spec.spotParameter = "taskNodesSpot";
    spec.quotas = {{"Shortest idle time before termination", 60, "s", kOperations},
                   {"Longest idle time before termination", 7, "days", kOperations},
                   {"Managed scaling looks at the load every", 10, "s", kScaling},
                   {"Notice before a Spot instance is taken back", 2, "min", kSpotNotice},
                   {"Idle stop of EMR Serverless", 15, "min", kServerlessStop}};
    return spec;
}

}  // namespace plimsoll::services::emr
