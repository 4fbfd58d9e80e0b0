// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/memorydb/node_types.h"
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::memorydb {

namespace {

constexpr const char* kGuide = "https://docs.aws.amazon.com/memorydb/latest/devguide/what-is-memorydb.html";
constexpr const char* kPricing = "https://aws.amazon.com/memorydb/pricing/";

}  // namespace

ServiceSpec memorydbSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "memorydb";
    spec.name = "MemoryDB";
    spec.shortName = "MemoryDB";
    spec.category = "database";
    spec.summary = "A database in memory: what it has acknowledged is in a log in several zones.";
    spec.integrationName = "MemoryDB";
    spec.slaPercent = 99.99;
    spec.slaSource = "https://aws.amazon.com/memorydb/sla/";
    spec.docsUrl = kGuide;
    spec.stores = true;
    spec.noun = "item";

    std::vector<ParameterChoice> types;
    for (const std::string_view type : kMemorydbNodeTypes)
        types.push_back({std::string{type}, std::string{type.substr(3)}});
    spec.parameters = {
        choice("engine", "Engine", {{"valkey", "Valkey"}, {"redis", "Redis OSS"}}, "valkey",
               "Both are given the same speed; Valkey costs less.", documented(kPricing)),
        choice("nodeType", "Node type", types, "db.r7g.large", "What an hour of a node costs.",
               documented(kPricing)),
        movable(Lever::More, integer("shards", "Shards", "shards", {1, 500}, 1,
                                     "Parts that the items are spread over; each adds memory and a command "
                                     "thread for each of its nodes.",
                                     assumed("depends on your data"))),
        integer("replicas", "Replicas of a shard", "replicas", {0, 5}, 1,
                "Copies that share the work; each is a node with its price.",
                assumed("one is the least that survives a node")),
        real("memoryGib", "Memory for items", "GiB", {0.001, 1000}, 10,
             "Of one node; items that do not fit are refused, nothing is pushed out.",
             assumed("depends on the node type and on the memory kept back")),
        movable(Lever::More,
                integer("requestsPerThread", "Requests of a command thread", "requests/s", {100, 10000000},
                        100000, "Simple requests that one command thread works off in a second.",
                        assumed("AWS publishes no figure for a node"))),
        real("readMillis", "Time of a read, median", "ms", {0, 1000}, 0.4,
             "From the caller and back, without the wait for the command thread.",
             assumed("AWS says microseconds for the read itself")),
        real("readP99Millis", "Time of a read, 99th percentile", "ms", {0, 1000}, 1,
             "With the median it sets the log-normal law of reads.", assumed("not published")),
        real("writeMillis", "Time of a write, median", "ms", {0, 1000}, 3,
             "Until it is in the log of several zones.", assumed("AWS says single-digit milliseconds")),
        real("writeP99Millis", "Time of a write, 99th percentile", "ms", {0, 1000}, 9,
             "With the median it sets the log-normal law of writes.",
             assumed("AWS says single-digit milliseconds")),
        integer("snapshots", "Snapshots kept", "", {0, 35}, 0, "Each is billed for all that is stored.",
                assumed("your choice")),
        advanced(integer("itemOverheadBytes", "Memory of an item beside its value", "B", {0, 100000}, 90,
                         "Key, pointers and rounding in memory.",
                         assumed("depends on the engine and the key"))),
    };

    for (const char* engine : {"valkey", "redis"}) {
        const std::string suffix = engine, words = suffix == "valkey" ? "Valkey" : "Redis OSS";
        for (const std::string_view type : kMemorydbNodeTypes)
            spec.meters.push_back(held("memorydb/node-hours-" + std::string{type} + ":" + suffix,
                                       "Node hours, " + std::string{type.substr(3)} + ", " + words,
                                       "node-hour"));
    }
    spec.meters.push_back(counted("memorydb/data-written-gb:redis", "Data written, Redis OSS", "GB"));
    spec.meters.push_back(kept("memorydb/snapshot-storage", "Snapshots"));

    spec.quotas = {};
    return spec;
}

}  // namespace plimsoll::services::memorydb
