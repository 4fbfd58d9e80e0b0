// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/function/function.h"
#include "simulator/metrics/facts.h"
#include "simulator/services/family_service.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace plimsoll::services::eventbridge_pipes {

ServiceSpec eventbridgePipesSpec();  // eventbridge_pipes_spec.cpp

namespace {

constexpr const char* kBatching =
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-batching-concurrency.html";
constexpr const char* kQuota = "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html";

/// Source: kQuota.
double regionalQuota(const std::string& region)
{
    constexpr std::array<std::string_view, 3> large{"us-east-1", "us-west-2", "eu-west-1"};
    return region.empty() || std::find(large.begin(), large.end(), region) != large.end() ? 3000 : 1000;
}

/// An execution is a run of a function that only calls, in an environment that is always there.
FunctionConfig configure(const ComponentView& self)
{
    FunctionConfig config;
    config.fixed = fromMillis(self.number("executionMillis"));
    config.timeout = fromSeconds(self.number("timeoutSeconds"));
    const double own = self.number("accountConcurrency");
    const double most = own > 0 ? own : regionalQuota(self.placement.region);
    config.concurrency = {"concurrency", "Executions at once", "executions", most, 1, "", kQuota};
    config.provisioned = static_cast<int>(most);
    config.newEnvironments = {"new-executors", "Executors started", "executors/s", most, 1, "", kQuota};
    config.newEnvironmentsDepth = most;
    config.batchPayload = static_cast<std::uint64_t>(self.number("batchMegabytes") * 1e6);
    config.payloadStep = 64 * 1024;
    config.laneBatches = {kLaneBatches, "Batches at once", "batches", 0, 1, "", kBatching};
    config.queueBatches = {"queue-batches", "Batches at once", "batches", 0, 1, "", kBatching};
    return config;
}

/// What passed the filter, by 64 KB of a batch; tries again are requests again.
void bill(const ComponentView&, const FunctionLoad& load, const MeterSink& meters)
{
    meters.count("requests", load.payloadSteps,
                 {given("executions", load.invocations, "1/s"),
                  given("batches in steps of 64 KB", load.payloadSteps, "1/s")});
}

}  // namespace

Service eventbridgePipes()
{
    Service service = serviceOf<FunctionFamily>(eventbridgePipesSpec(), configure, bill);
    service.spec.takes = {ConnectionKind::Poll};  // nobody calls a pipe
    return service;
}

}  // namespace plimsoll::services::eventbridge_pipes
