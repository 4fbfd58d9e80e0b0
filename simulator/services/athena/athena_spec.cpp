// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::athena {

namespace {

constexpr const char* kGuide = "https://docs.aws.amazon.com/athena/latest/ug/what-is.html";
constexpr const char* kLimits = "https://docs.aws.amazon.com/athena/latest/ug/service-limits.html";
constexpr const char* kQuotas = "https://docs.aws.amazon.com/general/latest/gr/athena.html";
constexpr const char* kCapacity =
    "https://docs.aws.amazon.com/athena/latest/ug/capacity-management-requirements.html";
constexpr const char* kReuse = "https://docs.aws.amazon.com/athena/latest/ug/reusing-query-results.html";
constexpr const char* kPricing = "https://aws.amazon.com/athena/pricing/";
constexpr const char* kTable = "depends on the table; set what yours is";
constexpr const char* kUnpublished = "AWS publishes no figure";

/// The table in the catalog, and how much of it a query reads.
std::vector<ParameterSpec> tableParameters()
{
    using namespace declare;
    return {
        choice("format", "Format",
               {{"csv", "CSV"}, {"json", "JSON"}, {"avro", "Avro"}, {"parquet", "Parquet"}, {"orc", "ORC"}},
               "csv", "Of Parquet and ORC only the columns that a query names are read.",
               documented(kPricing)),
        real("storedPercent", "Size after compression", "%", {0.1, 200}, 100,
             "What is stored, and billed when it is read, of the size as plain text.", assumed(kTable)),
        when("format", {"parquet", "orc"},
             movable(Lever::Less, real("columnSharePercent", "Columns read", "%", {0.01, 100}, 100,
                                       "Share of the stored bytes in the columns that a query names.",
                                       assumed("depends on the query")))),
        movable(Lever::Less,
                real("partitionSharePercent", "Partitions read", "%", {0.0001, 100}, 100,
                     "Share of the objects that is left when a query's filter has dropped partitions.",
                     assumed("depends on the query and how the table is partitioned"))),
        movable(Lever::More, real("objectMegabytes", "Object size", "MB", {0.001, 1'000'000}, 128,
                                  "Of one file of the table. Each costs a request and the time to open it.",
                                  assumed(kTable))),
        yesNo("splittable", "Objects can be split", true,
              "Whether several workers can read one object; of a gzip file one reads it all.",
              assumed(kTable)),
        real("tableGigabytes", "Data of a query", "GB", {0.000001, 1'000'000'000}, 0.25,
             "As plain text, before partitions and columns are dropped, of queries that are asked over a "
             "connection. The scenario's queries say their own.",
             assumed(kTable)),
        real("cpuSecondsPerGb", "Work of a query", "s/GB", {0, 100'000}, 2,
             "CPU time for each GB read, of queries that are asked over a connection.",
             assumed("depends on the query")),
    };
}

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
    for (ParameterSpec& parameter : tableParameters())
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
        advanced(real("objectMillis", "Opening an object", "ms", {0, 60'000}, 30,
                      "To its first byte, where no bucket is connected; a connected one says its own.",
                      assumed(kUnpublished))),
        advanced(real("queryVariation", "Variation of a query's time", "", {0, 5}, 0.5,
                      "Standard deviation over the mean of its planning and computing.",
                      assumed(kUnpublished))),
    };
    spec.parameters.insert(spec.parameters.end(), times.begin(), times.end());

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
