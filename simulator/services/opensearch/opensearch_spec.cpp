// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/opensearch/instance_types.h"
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::opensearch {

namespace {

constexpr const char* kSizing =
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/sizing-domains.html";
constexpr const char* kPractices =
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/bp.html";
constexpr const char* kErrors =
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/handling-errors.html";
constexpr const char* kLimits =
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/limits.html";
constexpr const char* kServerless =
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-scaling.html";
constexpr const char* kPricing = "https://aws.amazon.com/opensearch-service/pricing/";

std::vector<ParameterSpec> nodeParameters()
{
    using namespace declare;
    std::vector<ParameterChoice> types;
    for (const SearchInstanceType& type : kSearchInstanceTypes)
        types.push_back(
            {std::string{type.id}, std::string{type.id} + ", " + std::to_string(type.vcpus) + " vCPU"});
    const std::vector<std::string> domain{"domain"};
    return {
        when("mode", domain,
             choice("instanceType", "Instance type", types, "r6g.large",
                    "Type of the data nodes; its vCPUs index and search.", documented(kPricing))),
        when("mode", domain,
             sizable(integer("dataNodes", "Data nodes", "nodes", {1, 1002}, 3,
                             "Nodes that hold shards. Replicas without a node of their own are not made.",
                             documented(kLimits)))),
        when("mode", domain,
             integer(
                 "zones", "Zones", "zones", {1, 3}, 3,
                 "Availability Zones that the nodes are spread over; of two, one lost is half the capacity.",
                 documented(kPractices))),
        when("mode", domain,
             integer("masterNodes", "Dedicated master nodes", "nodes", {0, 5}, 3,
                     "They lead the cluster and neither index nor search; three are advised.",
                     documented(kPractices))),
        when("mode", domain,
             choice("masterType", "Type of the master nodes", types, "m6g.large",
                    "What an hour of one costs.", documented(kPricing))),
        when("mode", domain,
             movable(Lever::More, integer("ebsGib", "Disk of a node", "GiB", {10, 24576}, 100,
                                          "EBS disk of each data node.", documented(kLimits)))),
        when("mode", domain,
             choice("volumeType", "Disk type", {{"gp3", "gp3"}, {"gp2", "gp2"}}, "gp3",
                    "What a gigabyte of it costs; its operations are not a limit here.",
                    documented(kPricing))),
    };
}

std::vector<ParameterSpec> serverlessParameters()
{
    using namespace declare;
    const std::vector<std::string> serverless{"serverless"};
    return {
        when("mode", serverless,
             movable(Lever::More, real("indexingOcus", "Indexing units", "OCU", {0.5, 1700}, 2,
                                       "Held all the time; indexing and search have units of their own.",
                                       documented(kServerless)))),
        when("mode", serverless,
             movable(Lever::More, real("searchOcus", "Search units", "OCU", {0.5, 1700}, 2,
                                       "Held all the time.", documented(kServerless)))),
        when("mode", serverless,
             advanced(real("vcpusPerOcu", "vCPUs of a unit", "vCPU", {0.1, 64}, 2, "What a unit works with.",
                           assumed("AWS publishes its memory (6 GiB); an ingestion unit has 2 vCPU")))),
    };
}

std::vector<ParameterSpec> indexParameters()
{
    using namespace declare;
    return {
        integer("shards", "Primary shards", "shards", {1, 1000}, 3,
                "Parts of the index; every search is work for each of them.", documented(kPractices)),
        integer("replicas", "Replicas", "copies", {0, 10}, 1,
                "Further copies of each shard: indexed as well, and as large.", documented(kPractices)),
        real("refreshSeconds", "Refresh interval", "s", {0.1, 3600}, 1,
             "A document is found after the next refresh; 30 s and more are advised for much indexing.",
             documented(std::string{kPractices} + "#bp-perf-refresh")),
        movable(Lever::More,
                real("documentsPerVcpu", "Documents a vCPU indexes", "documents/s", {0.1, 1000000}, 1000,
                     "Of your size, without replicas; a replica is as much work again.",
                     assumed("not published; measure yours"))),
        movable(Lever::Less, real("searchMillisPerShard", "Search of a shard", "ms", {0.01, 600000}, 5,
                                  "Time on a vCPU that a search takes in one shard.",
                                  assumed("not published; your queries decide"))),
        real("storedGb", "Documents already there", "GB", {0, 10000000}, 50,
             "Source data in the index when the scenario begins.", assumed("your data")),
        advanced(real("indexOverheadPercent", "Index beside the source", "%", {-99, 1000}, 10,
                      "How much larger the index is than its documents.", documented(kSizing))),
        advanced(integer("writeQueue", "Index requests that may wait", "requests a node", {1, 1000000}, 10000,
                         "More are refused with 429.",
                         assumed("OpenSearch's default; AWS adds admission by CPU"))),
        advanced(integer("searchQueue", "Searches that may wait", "requests a node", {1, 1000000}, 1000,
                         "More are refused with 429.",
                         assumed("OpenSearch's default; AWS adds admission by CPU"))),
        advanced(real("latencyMillis", "Network time, median", "ms", {0, 10000}, 2,
                      "From the caller and back, without wait and work.", assumed("measure yours"))),
        advanced(real("latencyP99Millis", "Network time, 99th percentile", "ms", {0, 10000}, 10,
                      "With the median it sets the log-normal law of the network's time.",
                      assumed("measure yours"))),
    };
}

}  // namespace

ServiceSpec opensearchSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "opensearch";
    spec.name = "OpenSearch Service";
    spec.shortName = "OpenSearch";
    spec.category = "analytics";
    spec.summary = "Indexes documents for search and log analysis.";
    spec.integrationName = "OpenSearch";
    spec.noun = "document";
    spec.stores = true;
    spec.deploys = true;
    spec.scope = ServiceScope::Zonal;
    spec.puts = {"_bulk", 0, kPractices};
    spec.slaPercent = 99.9;
    spec.slaSource = "assumed: AWS's page could not be read";
    spec.docsUrl = "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/what-is.html";

    spec.parameters = {choice("mode", "Mode", {{"domain", "Domain"}, {"serverless", "Serverless"}}, "domain",
                              "A domain has nodes; serverless has units for indexing and for search.",
                              documented(kServerless))};
    for (const auto& part : {nodeParameters(), serverlessParameters(), indexParameters()})
        spec.parameters.insert(spec.parameters.end(), part.begin(), part.end());

    for (const SearchInstanceType& type : kSearchInstanceTypes)
        spec.meters.push_back(held("opensearch/node-hours-" + std::string{type.id},
                                   "Node hours, " + std::string{type.id}, "node-hour"));
    spec.meters.insert(spec.meters.end(),
                       {kept("opensearch/storage-gp3", "Disks, gp3"),
                        kept("opensearch/storage-gp2", "Disks, gp2"),
                        held("opensearch/indexing-ocu-hours", "Indexing units", "OCU-hour"),
                        held("opensearch/search-ocu-hours", "Search units", "OCU-hour"),
                        kept("opensearch/serverless-storage", "Serverless data")});
    spec.quotas = {{"Shards per GiB of heap, at most", 25, "shards", kPractices},
                   {"Shards of a node, from 2.17 on", 4000, "shards", kPractices},
                   {"vCPU for each active shard, to start with", 1.5, "vCPU", kPractices},
                   {"Data nodes of a domain, default", 80, "nodes", kLimits},
                   {"Free disk below which writes are blocked, at most", 20, "GiB a node", kErrors},
                   {"Units of a serverless account, each kind", 1700, "OCU", kServerless},
                   {"Memory of a unit", 6, "GiB", kServerless},
                   {"Indexes of a serverless collection", 1000, "indexes", kServerless}};
    return spec;
}

}  // namespace plimsoll::services::opensearch
