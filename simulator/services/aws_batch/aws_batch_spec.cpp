// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/fargate.h"
#include "simulator/services/instance_types.h"

#include <utility>

namespace plimsoll::services::aws_batch {

namespace {

constexpr const char* kGuide = "https://docs.aws.amazon.com/batch/latest/userguide/what-is-batch.html";
constexpr const char* kLimits = "https://docs.aws.amazon.com/batch/latest/userguide/service_limits.html";
constexpr const char* kStates = "https://docs.aws.amazon.com/batch/latest/userguide/job_states.html";
constexpr const char* kArrays = "https://docs.aws.amazon.com/batch/latest/userguide/example_array_job.html";
constexpr const char* kDependencies =
    "https://docs.aws.amazon.com/batch/latest/userguide/job_dependencies.html";
constexpr const char* kTimeouts = "https://docs.aws.amazon.com/batch/latest/userguide/job_timeouts.html";
constexpr const char* kMultiNode = "https://docs.aws.amazon.com/batch/latest/userguide/mnp-ce.html";
constexpr const char* kSpotNotice =
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/rebalance-recommendations.html";
constexpr const char* kEc2Pricing = "https://aws.amazon.com/ec2/pricing/on-demand/";
constexpr const char* kYourJob = "your program; measure it";

const VisibleWhen kOnFargate{"platform", {"fargate"}}, kOnInstances{"platform", {"instances"}};

std::vector<ParameterSpec> under(const VisibleWhen& only, std::vector<ParameterSpec> parameters)
{
    for (ParameterSpec& each : parameters)
        each.visibleWhen = only;
    return parameters;
}

/// What one job is and does.
std::vector<ParameterSpec> jobParameters()
{
    using namespace declare;
    std::vector<ParameterSpec> all{
        integer("arraySize", "Children of a job", "jobs", {1, 10000}, 1,
                "An array job is submitted as one and run as so many, each by itself.", documented(kArrays)),
        choice("childrenRun", "Children run",
               {{"together", "Side by side"}, {"sequential", "One after the other"}}, "together",
               "One after the other, each waits for the success of the one before it, and all that are left "
               "fail with one that fails.",
               documented(kDependencies)),
        choice("handsOn", "Results are handed on",
               {{"child", "By each child, when it has succeeded"}, {"job", "Once, when all have"}}, "child",
               "To a queue of jobs that depend on these: child by child, or on the whole job.",
               documented(kDependencies)),
        real("jobSeconds", "Time of a job", "s", {0.001, 1e7}, 20,
             "Mean time of one attempt, without its start and the calls it makes.", assumed(kYourJob)),
    };
    WorkerWords words;
    words.one = "job";
    words.many = "jobs";
    for (ParameterSpec& each : workParameters(words)) {
        if (each.id == "serviceDistribution" || each.id == "serviceCv")
            all.push_back(std::move(each));
    }
    all.push_back(real("failPercent", "Attempts that fail", "%", {0, 100}, 0,
                       "Share of the attempts that end with an error.", assumed(kYourJob)));
    all.push_back(integer("attempts", "Attempts", "attempts", {1, 10}, 1,
                          "A job that fails, or whose capacity is taken back, is run so often in all.",
                          documented(kStates)));
    all.push_back(yesNo("timeout", "Timeout", false,
                        "An attempt that works longer is ended, calls included, and not made again.",
                        documented(kTimeouts)));
    all.push_back(when("timeout", {"true"},
                       integer("timeoutSeconds", "Longest attempt", "s", {60, 10'000'000}, 900,
                               "From when it works; its start does not count.", documented(kTimeouts))));
    all.push_back(real("urgentPercent", "Urgent jobs", "%", {0, 100}, 0,
                       "Share that goes to a second queue of a higher priority on the same environment.",
                       assumed("your choice")));
    return all;
}

/// Instances that Batch adds and ends, or that you keep.
std::vector<ParameterSpec> instanceParameters()
{
    using namespace declare;
    std::vector<ParameterChoice> types;
    for (const std::string_view type : kEc2InstanceTypes)
        types.push_back({std::string{type}, std::string{type}});
    const VisibleWhen managed{"management", {"managed", "multi-node"}};
    std::vector<ParameterSpec> all = under(
        kOnInstances,
        {choice("management", "Environment",
                {{"managed", "Managed"},
                 {"multi-node", "Managed, for jobs of several nodes"},
                 {"unmanaged", "Unmanaged"}},
                "managed",
                "Batch adds and ends the instances, or you keep a number of them. Jobs of several nodes take "
                "whole instances, all at once; AWS runs them in managed environments without Spot only.",
                documented(kMultiNode)),
         choice("instanceType", "Instance type", types, "m6i.large",
                "What an hour of an instance costs; how many jobs it takes is yours to give.",
                documented(kEc2Pricing)),
         real("containerStartSeconds", "Start of a container", "s", {0, 3600}, 5,
              "From a place on an instance until the job works.", assumed("your image; measure it"))});
    all.push_back(when("management", {"managed", "unmanaged"},
                       integer("perInstance", "Room of an instance", "jobs", {1, 1000}, 2,
                               "How many jobs one instance takes: by vCPU and memory, the least.",
                               assumed("your instance type and jobs"))));
    all.push_back(when("management", {"multi-node"},
                       integer("nodes", "Nodes of a job", "nodes", {2, 1000}, 2,
                               "A job waits until so many instances are free, has them to itself and ends on "
                               "all at once.",
                               documented(kMultiNode))));
    all.push_back(when("management", {"unmanaged"},
                       integer("instances", "Instances", "instances", {1, 5000}, 2, "That you keep.",
                               assumed("your choice"))));
    for (ParameterSpec& each : under(
             managed, {integer("minVcpus", "vCPU, at least", "vCPU", {0, 100000}, 0,
                               "Kept also while there is no job.", assumed("your choice")),
                       real("bootSeconds", "Boot of an instance", "s", {0, 3600}, 120,
                            "From its launch, from when it is billed, until it takes jobs.",
                            assumed("your image; measure it")),
                       advanced(integer("lookSeconds", "Looked at every", "s", {1, 3600}, 60,
                                        "How often it is decided how many instances there should be.",
                                        assumed("not published"))),
                       advanced(integer("idleLooks", "Looks until instances end", "looks", {1, 60}, 5,
                                        "So many looks in a row must find fewer jobs than there is room for.",
                                        assumed("not published")))}))
        all.push_back(std::move(each));
    return all;
}

}  // namespace

ServiceSpec awsBatchSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "aws-batch";
    spec.name = "AWS Batch";
    spec.shortName = "Batch";
    spec.category = "compute";
    spec.summary = "Runs jobs from a queue on capacity that comes and goes with them.";
    spec.integrationName = "Batch";
    spec.docsUrl = kGuide;
    spec.noun = "job";
    spec.invoked = true;
    spec.usesSpot = true;
    spec.spotParameter = "spot";
    spec.sender = ownCode();

    spec.parameters = {choice(
        "platform", "Runs on", {{"fargate", "Fargate"}, {"instances", "EC2 instances"}}, "fargate",
        "On Fargate each job has a task of its own; instances have room for several.", documented(kGuide))};
    addParameters(spec, jobParameters());
    std::vector<ParameterSpec> size = fargate::sizeParameters("job", {});
    size.back().visibleWhen = kOnFargate;
    addParameters(spec, std::move(size));
    spec.parameters.push_back(
        sizable(integer("maxVcpus", "vCPU, at most", "vCPU", {1, 1000000}, 256,
                        "What needs more waits, as long as it must.", assumed("your choice"))));
    addParameters(spec, under(kOnFargate, fargate::billedParameters("job")));
    addParameters(spec, fargate::startParameters("job", 100, kOnFargate));
    addParameters(spec, instanceParameters());
    std::vector<ParameterSpec> spot = spotParameters(kSpotNotice);
    spot.front().visibleWhen = {"management", {"managed", "unmanaged"}};  // jobs of several nodes cannot have it
    addParameters(spec, std::move(spot));
    spec.parameters.push_back(movable(
        Lever::More,
        advanced(real("submitsPerSecond", "Submits a second", "jobs/s", {0.1, 100000}, 50,
                      "Above them SubmitJob is throttled; an array counts as one.", documented(kLimits)))));
    fargate::addMeters(spec);
    addInstanceMeters(spec);

    spec.quotas = {{"SubmitJob", 50, "jobs/s", kLimits},
                   {"Children of an array", 10'000, "jobs", kLimits},
                   {"Attempts", 10, "attempts", kStates},
                   {"Jobs that one depends on", 20, "jobs", kLimits},
                   {"Shortest timeout", 60, "s", kTimeouts},
                   {"Job queues", 50, "queues", kLimits},
                   {"Compute environments", 50, "environments", kLimits},
                   {"Compute environments of a queue", 3, "environments", kLimits},
                   {"Jobs submitted and not ended", 1'000'000, "jobs", kLimits},
                   {"Fargate task launches", 20, "tasks/s", fargate::kThrottling}};
    return spec;
}

}  // namespace plimsoll::services::aws_batch
