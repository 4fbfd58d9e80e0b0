// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/instance_types.h"
#include "simulator/services/worker_parameters.h"

namespace plimsoll::services::kcl_application {

namespace {

constexpr const char* kGuide = "https://docs.aws.amazon.com/streams/latest/dev/kcl.html";
constexpr const char* kLibrary =
    "https://github.com/awslabs/amazon-kinesis-client/tree/master/amazon-kinesis-client/"
    "src/main/java/software/amazon/kinesis";
constexpr const char* kPricing = "https://aws.amazon.com/ec2/pricing/on-demand/";
constexpr const char* kSpotNotice =
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/rebalance-recommendations.html";
constexpr const char* kAlarm =
    "the alarms that target tracking makes are not documented as fixed; look up yours";

}  // namespace

WorkerWords kclApplicationWords()
{
    return {.one = "worker",
            .many = "workers",
            .slot = "Threads",
            .count = "workers",
            .least = "minWorkers",
            .most = "maxWorkers",
            .pace = declare::assumed(kAlarm),
            .cooldown = declare::assumed(kAlarm)};
}

ServiceSpec kclApplicationSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "kcl-application";
    spec.name = "KCL application";
    spec.shortName = "KCL";
    spec.category = "compute";
    spec.summary =
        "Workers of the Kinesis Client Library on instances: they share out shards by leases in a table.";
    spec.integrationName = "EC2";
    spec.scope = ServiceScope::Regional;
    spec.docsUrl = kGuide;
    spec.invoked = true;
    spec.deploys = true;
    spec.usesSpot = true;
    spec.spotParameter = "spot";
    spec.sender = ownCode();

    std::vector<ParameterChoice> types;
    for (const std::string_view type : kEc2InstanceTypes)
        types.push_back({std::string{type}, std::string{type}});
    spec.parameters = {
        choice("instanceType", "Instance type", types, "m6i.large",
               "Each worker has an instance of its own; what an hour of it costs.", documented(kPricing)),
        changeable(
            desiredCount(),
            sizable(integer(
                "workers", "Workers", "workers", {1, 100000}, 2,
                "Workers at the start, all in service; more than there are shards have nothing to read.",
                assumed("your choice")))),
        real("failoverSeconds", "Fail-over", "s", {1, 3600}, 10,
             "A lease that is not renewed runs out after this: so long the shards of a lost worker stand "
             "still. "
             "It is renewed every third of it, less 25 ms.",
             documented(kLibrary)),
        real("checkpointSeconds", "Checkpoint", "s", {0, 3600}, 60,
             "The least between two checkpoints of a shard; 0 after each batch. What came since is read "
             "again when "
             "its worker is lost.",
             assumed("your program's choice")),
    };
    const WorkerWords words = kclApplicationWords();
    addParameters(spec, workParameters(words));
    addParameters(spec, scalingParameters(words));
    spec.parameters.push_back(when(
        "scaling", {"busy", "backlog"},
        real("bootSeconds", "Boot", "s", {0, 3600}, 120,
             "From the launch of a worker's instance until it takes leases; it is billed from its launch.",
             assumed("your image and program; measure it"))));
    addParameters(spec, spotParameters(kSpotNotice));
    addInstanceMeters(spec);
    spec.meters.push_back(
        counted("kcl-application/lease-write-units", "Writes of the lease table", "write request unit"));

    spec.quotas = {{"Fail-over unless set", 10'000, "ms", kLibrary},
                   {"Idle time between polls unless set", 1500, "ms", kLibrary},
                   {"Records of a poll", 10'000, "records", kLibrary},
                   {"Children of a reshard are found within", 60, "s", kLibrary}};
    return spec;
}

}  // namespace plimsoll::services::kcl_application
