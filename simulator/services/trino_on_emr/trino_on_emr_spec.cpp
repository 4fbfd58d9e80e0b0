// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/emr_instance_types.h"
#include "simulator/services/scanned_table_parameters.h"

namespace plimsoll::services::trino_on_emr {

namespace {

constexpr const char* kGuide = "https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-presto.html";
constexpr const char* kPricing = "https://aws.amazon.com/emr/pricing/";
constexpr const char* kTable = "depends on the table; set what yours is";
constexpr const char* kYours = "your cluster and queries; measure them";

}  // namespace

ServiceSpec trinoOnEmrSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "trino-on-emr";
    spec.name = "Presto or Trino on EMR";
    spec.shortName = "Trino";
    spec.category = "analytics";
    spec.summary = "Answers SQL over objects and other stores in memory, on a cluster that is kept running.";
    spec.integrationName = "Trino on EMR";
    spec.noun = "query";
    spec.runsQueries = true;
    spec.scope = ServiceScope::Zonal;
    spec.sender = {.routes = {}, .timeout = true, .retry = true};
    spec.slaPercent = 99.9;
    spec.slaSource = "https://cloudonaut.io/aws-sla-are-you-able-to-keep-your-availability-promise";
    spec.docsUrl = kGuide;
    std::vector<ParameterChoice> types;
    for (const EmrInstanceType& type : kEmrInstanceTypes) {
        const std::string id{type.id};
        types.push_back({id, id + ", " + std::to_string(type.vcpus) + " vCPU"});
        spec.meters.push_back(held("trino-on-emr/uplift-hours-" + id, "EMR charge, " + id, "instance-hour"));
        spec.meters.push_back(held("trino-on-emr/ec2-hours-" + id, "EC2 instances, " + id, "instance-hour"));
    }
    spec.parameters = {
        choice(
            "instanceType", "Instance type", std::move(types), "r5.2xlarge",
            "Type of every node; the workers' vCPUs do the work and both EMR and EC2 charge for its hours.",
            documented(kPricing)),
        integer("coordinators", "Primary nodes", "nodes", {1, 3}, 1,
                "They plan the queries and cost like the others; the work is the workers'.",
                assumed("your choice")),
        sizable(
            integer("workerNodes", "Worker nodes", "nodes", {1, 10000}, 3,
                    "Core and task nodes. Managed scaling does not know Presto and Trino: it is you who adds "
                    "some.",
                    assumed("your choice"))),
        movable(Lever::More,
                integer("queriesAtOnce", "Queries at work", "queries", {1, 10'000}, 10,
                        "How many run at once, each with its share of all vCPUs; the others wait.",
                        assumed("your resource groups"))),
        movable(Lever::Less,
                real("queryGib", "Memory of a query", "GiB", {0, 100'000}, 4,
                     "On all workers together. No more queries run than have room; one that needs more "
                     "than there is never does. 0 bounds nothing.",
                     assumed(kYours))),
        advanced(real("nodeGib", "Memory of a worker", "GiB", {0.1, 24'576}, 40,
                      "For queries, of what its instance type has.", assumed("your cluster's settings"))),
        integer("waitingQueries", "Waiting queries", "queries", {0, 1'000'000}, 100, "More are refused.",
                assumed("your resource groups")),
        advanced(integer("timeoutMinutes", "Timeout", "min", {1, 100'000}, 100,
                         "A query that runs longer fails.", assumed("your session's limit"))),
        advanced(real("planningMillis", "Planning", "ms", {0, 600'000}, 300, "Before a query reads anything.",
                      assumed(kYours))),
    };
    for (ParameterSpec& parameter : scanned_table::timeParameters(assumed(kYours)))
        spec.parameters.push_back(std::move(parameter));
    for (ParameterSpec& parameter : scanned_table::parameters(
             {"orc", assumed(kTable), "What is stored and read of the size as plain text."}))
        spec.parameters.push_back(std::move(parameter));
    spec.parameters.push_back(advanced(choice("zone", "Zone", {{"a", "a"}, {"b", "b"}, {"c", "c"}}, "a",
                                              "The Availability Zone it sits in.", assumed("your choice"))));
    return spec;
}

}  // namespace plimsoll::services::trino_on_emr
