// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/dax/node_types.h"
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::dax {

namespace {

constexpr const char* kConcepts =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.concepts.html";
constexpr const char* kSizing =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.cluster-sizing.html";
constexpr const char* kCluster =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.cluster-management.html";

}  // namespace

ServiceSpec daxSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "dax";
    spec.name = "DynamoDB Accelerator";
    spec.shortName = "DAX";
    spec.category = "database";
    spec.summary = "A write-through cache in front of DynamoDB tables.";
    spec.integrationName = "DAX";
    spec.slaPercent = 99.99;
    spec.slaSource = "https://aws.amazon.com/dynamodbaccelerator/sla/";
    spec.docsUrl = kConcepts;
    spec.deploys = true;
    spec.caches = true;
    spec.noun = "item";
    spec.sender = {.routes = {}, .operation = true};

    std::vector<ParameterChoice> types;
    for (const DaxNodeType& type : kDaxNodeTypes)
        types.push_back({std::string{type.id}, std::string{type.id.substr(4)}});
    spec.parameters = {
        choice("nodeType", "Node type", types, "dax.r5.large",
               "A node of r5.large does 75,000 requests/s that hit, of 1 KB; each larger size twice as many.",
               documented(kSizing)),
        movable(Lever::More,
                integer("nodes", "Nodes", "nodes", {1, 11}, 3,
                        "One primary and up to 10 replicas; AWS advises 3 at least.", documented(kCluster))),
        real("memoryGib", "Memory for items", "GiB", {0.001, 1000}, 12,
             "Of one node; each holds all items, so more nodes do not add to it.",
             assumed("depends on the node type")),
        integer("itemTtlSeconds", "Time to live", "s", {0, 31536000}, 300,
                "An item older than this is read from the table again; 0 keeps it until it is pushed out.",
                documented(kConcepts)),
        real("stronglyConsistentPercent", "Strongly consistent reads", "%", kPercent, 0,
             "They go to the table, and what they bring is not kept.", documented(kConcepts)),
        real("latencyMillis", "Network time, median", "ms", {0, 1000}, 0.4,
             "From the caller and back, without the wait for the node.",
             assumed("AWS says microseconds for a hit")),
        real("latencyP99Millis", "Network time, 99th percentile", "ms", {0, 1000}, 1,
             "With the median it sets the log-normal law of the network's time.",
             assumed("AWS says microseconds for a hit")),
        advanced(integer("itemOverheadBytes", "Memory of an item beside its value", "B", {0, 100000}, 100,
                         "Key and bookkeeping in memory.", assumed("not published"))),
    };

    for (const DaxNodeType& type : kDaxNodeTypes)
        spec.meters.push_back(held("dax/node-hours-" + std::string{type.id},
                                   "Node hours, " + std::string{type.id.substr(4)}, "node-hour"));

    spec.quotas = {{"Replicas of a cluster", 10, "nodes", kConcepts},
                   {"Nodes AWS advises for fault tolerance", 3, "nodes", kCluster},
                   {"What a request that misses takes, beside one that hits", 10, "", kSizing},
                   {"What a write takes, on every node", 25, "", kSizing},
                   {"Use AWS advises to plan for", 70, "%", kSizing}};
    return spec;
}

}  // namespace plimsoll::services::dax
