// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/parameter_factories.h"

#include <array>
#include <string_view>

namespace plimsoll::services::elasticache {

namespace {

constexpr const char* kGuide = "https://docs.aws.amazon.com/AmazonElastiCache/latest/red-ug/WhatIs.html";
constexpr const char* kPricing = "https://aws.amazon.com/elasticache/pricing/";
constexpr const char* kScaling = "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Scaling.html";
constexpr const char* kParameters =
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.Engine.html";
constexpr const char* kQuotas = "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/quota-limits.html";
constexpr const char* kReplication =
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/red-ug/Replication.Redis.Groups.html";
constexpr const char* kHost =
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/red-ug/CacheMetrics.HostLevel.html";

/// Node types with a price for both engines.
constexpr std::array<std::string_view, 11> kNodeTypes{
    "cache.t4g.micro", "cache.t4g.small",  "cache.t4g.medium", "cache.m6g.large",
    "cache.m7g.large", "cache.m7g.xlarge", "cache.r6g.large",  "cache.r6g.xlarge",
    "cache.r7g.large", "cache.r7g.xlarge", "cache.r7g.2xlarge"};

}  // namespace

ServiceSpec elasticacheSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "elasticache";
    spec.name = "ElastiCache";
    spec.shortName = "ElastiCache";
    spec.category = "database";
    spec.summary =
        "Values in memory, answered in under a millisecond; what is not there is asked of the store behind.";
    spec.integrationName = "ElastiCache";
    spec.deploys = true;
    spec.caches = true;
    spec.noun = "item";
    spec.sender = {.routes = {}, .operation = true};
    spec.slaPercent = 99.99;
    spec.slaSource =
        "https://dataintegration.info/introducing-99-99-availability-with-amazon-elasticache-for-redis-"
        "and-amazon-memorydb-for-redis";
    spec.docsUrl = kGuide;

    std::vector<ParameterChoice> types;
    for (const std::string_view type : kNodeTypes)
        types.push_back({std::string{type}, std::string{type.substr(6)}});
    const std::vector<std::string> nodes{"nodes"}, serverless{"serverless", "serverless-memcached"};
    spec.parameters = {
        choice("mode", "Mode",
               {{"nodes", "Nodes"},
                {"serverless", "Serverless"},
                {"serverless-memcached", "Serverless, Memcached"}},
               "nodes", "Nodes are paid by the hour; serverless by the request and by what it keeps.",
               documented(kPricing)),
        when("mode", {"nodes", "serverless"},
             choice("engine", "Engine", {{"valkey", "Valkey"}, {"redis", "Redis OSS"}}, "valkey",
                    "Both are given the same speed; Valkey costs less.", documented(kPricing))),
        when("mode", nodes,
             choice("nodeType", "Node type", types, "cache.m7g.large", "What an hour of a node costs.",
                    documented(kPricing))),
        when("mode", nodes,
             movable(Lever::More,
                     integer("shards", "Shards", "shards", {1, 500}, 1,
                             "Parts that the keys are spread over, each with a command thread of its own.",
                             documented(kReplication)))),
        when("mode", nodes,
             integer("replicas", "Replicas of a shard", "replicas", {0, 5}, 1,
                     "Copies that share the work; each is a node with its price.", documented(kReplication))),
        when("mode", nodes,
             real("memoryGib", "Memory for items", "GiB", {0.01, 1000}, 6,
                  "Of one node, for items; the rest is the engine's own.",
                  assumed("depends on the node type and on the memory kept back"))),
        when("mode", serverless,
             real("mostGib", "Memory, at most", "GiB", {1, 5000}, 10,
                  "Beyond it the least recently used items go.", documented(kScaling))),
        movable(Lever::More,
                integer("requestsPerThread", "Requests of a command thread", "requests/s", {100, 10000000},
                        100000, "Simple requests that one command thread works off in a second.",
                        assumed("AWS publishes no figure for a node"))),
        when("mode", serverless,
             integer("unitsPerSecond", "Capacity", "units/s", {1000, 5000000}, 30000,
                     "Requests of up to 1 KB a second; an empty serverless cache starts with 30,000.",
                     documented(kScaling))),
        real("latencyMillis", "Network time, median", "ms", {0, 1000}, 0.4,
             "From the caller and back, without the wait for the command thread.",
             assumed("AWS says below a millisecond")),
        real("latencyP99Millis", "Network time, 99th percentile", "ms", {0, 1000}, 1,
             "With the median it sets the log-normal law of the network's time.",
             assumed("AWS says below a millisecond")),
        integer("timeToLiveSeconds", "Time to live", "s", {0, 31536000}, 0,
                "An item older than this is fetched again; 0 keeps it until it is pushed out.",
                assumed("your program's choice")),
        advanced(integer("itemOverheadBytes", "Memory of an item beside its value", "B", {0, 100000}, 90,
                         "Key, pointers and rounding in memory.",
                         assumed("depends on the engine and the key"))),
    };

    struct Engine {
        const char *id, *name;
        bool hasNodes;
    };
    for (const Engine& engine : {Engine{"valkey", "Valkey", true},
                                 {"redis", "Redis OSS", true},
                                 {"memcached", "Memcached", false}}) {
        const std::string suffix = engine.id, words = std::string{", "} + engine.name;
        for (const std::string_view type : kNodeTypes) {
            if (engine.hasNodes)
                spec.meters.push_back(held("elasticache/node-hours-" + std::string{type} + ":" + suffix,
                                           "Node hours, " + std::string{type.substr(6)} + words,
                                           "node-hour"));
        }
        spec.meters.push_back(
            counted("elasticache/serverless-units-" + suffix, "Serverless requests" + words, "unit of 1 KB"));
        spec.meters.push_back(
            held("elasticache/serverless-gb-hours-" + suffix, "Serverless data" + words, "GB-hour"));
    }

    spec.quotas = {{"Connections of a node or a serverless cache", 65000, "connections", kParameters},
                   {"Nodes of a cluster", 90, "nodes", kQuotas},
                   {"Nodes of a Region", 300, "nodes", kQuotas},
                   {"Command threads of a node", 1, "", kHost},
                   {"Serverless, empty cache", 30000, "units/s", kScaling}};
    return spec;
}

}  // namespace plimsoll::services::elasticache
