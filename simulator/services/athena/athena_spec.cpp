// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/scanned_table_parameters.h"

namespace plimsoll::services::athena {

namespace {

constexpr const char* kGuide = "https://docs.aws.amazon.com/athena/latest/ug/what-is.html";
constexpr const char* kLimits = "https://docs.aws.amazon.com/athena/latest/ug/service-limits.html";
constexpr const char* kQuotas = "https://docs.aws.amazon.com/general/latest/gr/athena.html";
constexpr const char* kCapacity =
    "https://docs.aws.amazon.com/athena/latest/ug/capacity-management-requirements.html";
constexpr const char* kReuse = "https://docs.aws.amazon.com/athena/latest/ug/reusing-query-results.html";
constexpr const char* kPricing = "https://aws.amazon.com/athena/pricing/";
constexpr const char* kUnpublished = "AWS publishes no figure";

std::vector<ParameterSpec> capacityParameters()
{
    using namespace declare;
    const std::vector<std::string> onDemand{"on-demand"}, capacity{"capacity"};
    return {
        when("mode", onDemand,
             integer("runningAtOnce", "Queries at work", "queries", {1, 10'000}, 20,
                     "How many run at once; the others wait.",
                     assumed("AWS counts running and waiting queries together"))),
        when("mode", onDemand,
             integer("workersPerQuery", "Workers of a query", "workers", {1, 10'000}, 64,
                     "How many read and compute at once for one query.", assumed(kUnpublished))),
        when("mode", capacity,
             sizable(integer("dpus", "Reserved capacity", "DPU", {24, 1000}, 24,
                             "Paid by the hour, used or not; bytes are not billed then.",
                             documented(kCapacity)))),
        when("mode", capacity,
             integer("dpuPerQuery", "Capacity of a query", "DPU", {4, 124}, 4,
                     "A query takes 4 to 124 DPU of 4 vCPU each; one that needs more than is reserved fails.",
                     documented(kCapacity))),
        integer("activeQueries", "Active queries", "queries", {1, 10'000}, 200,
                "Running and waiting: 200 in us-east-1, 150 in us-east-2, us-west-2, Tokyo, Frankfurt and "
                "Ireland, "
                "100 in Mumbai and Singapore, 20 in small Regions. One more is refused.",
                documented(kQuotas)),
        movable(Lever::More, integer("startsPerSecond", "Queries started", "calls/s", {1, 10'000}, 100,
                                     "Refill of StartQueryExecution: 100 in the large Regions, 20 elsewhere.",
                                     documented(kQuotas))),
        advanced(integer("startBurst", "Start burst", "calls", {1, 100'000}, 500,
                         "Its bucket: five times the refill in most large Regions.", documented(kQuotas))),
        advanced(integer("timeoutMinutes", "Timeout", "min", {1, 240}, 30, "A query that runs longer fails.",
                         documented(kQuotas))),
    };
}

}  // namespace

ServiceSpec athenaSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "athena";
    spec.name = "Athena";
    spec.shortName = "Athena";
    spec.category = "analytics";
    spec.paletteRank = 10;
    spec.summary = "Runs SQL straight on objects in S3 and bills the bytes it scans.";
    spec.integrationName = "Athena";
    spec.noun = "query";
    spec.runsQueries = true;
    spec.sender = {.routes = {}, .timeout = true, .retry = true};
    spec.slaPercent = 99.9;
    spec.slaSource = "assumption: no readable copy of the agreement";
    spec.docsUrl = kGuide;

    spec.parameters = {
        choice("mode", "Capacity", {{"on-demand", "On demand"}, {"capacity", "Reserved"}}, "on-demand",
               "On demand the bytes are paid that queries read; reserved capacity is paid by the hour.",
               documented(kPricing)),
    };
    for (ParameterSpec& parameter : scanned_table::parameters(
             {"csv", documented(kPricing),
              "What is stored, and billed when it is read, of the size as plain text."}))
        spec.parameters.push_back(std::move(parameter));
    for (ParameterSpec& parameter : capacityParameters())
        spec.parameters.push_back(std::move(parameter));
    const std::vector<ParameterSpec> times{
        yesNo(
            "resultReuse", "Reuse results", false,
            "The result of the same query is given again while it is fresh enough: nothing is read or paid.",
            documented(kReuse)),
        when("resultReuse", {"true"},
             real("reuseMinutes", "Oldest result", "min", {0.01, 10'080}, 60, "At most 7 days.",
                  documented(kReuse))),
        when("resultReuse", {"true"},
             integer("distinctQueries", "Different queries", "queries", {1, 1'000'000'000}, 100,
                     "Among the scenario's queries of one kind. Over a connection each key is a query.",
                     assumed("depends on who asks"))),
        advanced(real("planningMillis", "Planning", "ms", {0, 600'000}, 500,
                      "Before a query reads anything; also what a reused result takes.",
                      assumed(kUnpublished))),
    };
    spec.parameters.insert(spec.parameters.end(), times.begin(), times.end());
    for (ParameterSpec& parameter : scanned_table::timeParameters(assumed(kUnpublished)))
        spec.parameters.push_back(std::move(parameter));

    spec.meters = {counted("athena/scanned-tb", "Data scanned", "TB"),
                   held("athena/provisioned-dpu-hours", "Reserved capacity", "DPU-hour")};
    spec.quotas = {{"Active DML queries, us-east-1", 200, "queries", kQuotas},
                   {"Active DDL queries", 20, "queries", kQuotas},
                   {"Least billed of a query", 10, "MB", kPricing},
                   {"Partitions of one scan", 1'000'000, "partitions", kLimits},
                   {"Capacity of an account", 1000, "DPU", kQuotas}};
    return spec;
}

}  // namespace plimsoll::services::athena
