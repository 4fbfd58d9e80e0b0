// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::eventbridge_pipes {

namespace {

constexpr const char* kBatching =
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-batching-concurrency.html";
constexpr const char* kQuota = "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html";

}  // namespace

ServiceSpec eventbridgePipesSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "eventbridge-pipes";
    spec.name = "EventBridge Pipes";
    spec.shortName = "Pipe";
    spec.category = "integration";
    spec.summary = "Reads a queue or stream, filters, enriches by a call, and hands each batch to a target.";
    spec.integrationName = "EventBridge Pipes";
    spec.docsUrl = "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes.html";
    spec.noun = "event";
    spec.reader = {.mapping = true, .filter = true};
    spec.sender = {.routes = {Route::Copy},
                   .operation = true,
                   .operations = true,
                   .batch = true,
                   .sizes = true,
                   .order = true,
                   .concurrency = true,
                   .timeout = true,
                   .retry = true,
                   .failures = true};
    spec.parameters = {
        movable(Lever::More,
                integer("accountConcurrency", "Concurrency of the account", "executions", {0, 1000000}, 0,
                        "Executions at once; 0 is the quota of the Region: 3,000 in us-east-1, us-west-2 and "
                        "eu-west-1, "
                        "1,000 elsewhere.",
                        documented(kQuota))),
        advanced(integer("timeoutSeconds", "Longest execution", "s", {1, 300}, 300,
                         "Enrichment and target together; what takes longer has failed.",
                         documented(kBatching))),
        advanced(integer("batchMegabytes", "Largest batch", "MB", {1, 6}, 6, "Bytes that close a batch.",
                         documented(kBatching))),
        real("executionMillis", "Time of the pipe itself", "ms", {0, 60000}, 20,
             "What an execution takes beside enrichment and target.", assumed("AWS publishes none")),
    };
    spec.meters = {counted("eventbridge-pipes/requests", "Pipe requests", "request of 64 KB")};
    spec.quotas = {{"Executions at once, three largest Regions", 3000, "executions", kQuota},
                   {"Executions at once of a queue's pipe", 1250, "executions", kBatching},
                   {"Batches at once of a shard", 10, "batches", kBatching},
                   {"Execution", 300, "s", kBatching},
                   {"Messages of a batch to a queue, topic or bus", 10, "messages", kBatching}};
    return spec;
}

}  // namespace plimsoll::services::eventbridge_pipes
