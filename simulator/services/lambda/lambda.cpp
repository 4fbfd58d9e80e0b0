// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/function/function.h"
#include "simulator/metrics/facts.h"
#include "simulator/services/family_service.h"
#include "simulator/services/lambda/cold_start_table.h"

#include <algorithm>

namespace plimsoll::services::lambda {

ServiceSpec lambdaSpec();  // lambda_spec.cpp

namespace {

constexpr const char* kConcurrency =
    "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html";
/// Of callers that wait, for each unit of concurrency.
constexpr double kRequestsPerExecution = 10;
constexpr const char* kScaling = "https://docs.aws.amazon.com/lambda/latest/dg/scaling-behavior.html";
constexpr const char* kStreams = "https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html";
constexpr const char* kQueueScaling =
    "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html";

/// Environments are resumed from a snapshot; not beside provisioned concurrency or more than 512 MB of disk.
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html
bool startsFromSnapshots(const ComponentView& self)
{
    const ColdStart* row = findColdStart(self.text("runtime"));
    return row && row->snapStart && self.flag("snapStart") && self.text("package") == "zip"
           && self.number("provisionedConcurrency") == 0 && self.number("ephemeralStorageMb") <= 512;
}

/// Bytes of an answer beyond those that go out as fast as they come; the rest has a rate of its own.
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html
double streamedMegabytes(const ComponentView& self)
{
    constexpr double kFree = 6;
    return self.flag("responseStreaming") ? std::max(0.0, self.number("streamedMegabytes") - kFree) : 0;
}
constexpr double kStreamedPerSecond = 2;  // MB

FunctionConfig configure(const ComponentView& self)
{
    FunctionConfig config;
    config.fixed =
        fromMillis(self.number("fixedMillis")) + fromSeconds(streamedMegabytes(self) / kStreamedPerSecond);
    config.nanosPerRecord = self.number("perRecordMicros") * 1e3;
    config.timeout = fromSeconds(self.number("timeoutSeconds"));
    const double reserved = self.number("reservedConcurrency");
    config.concurrency = {"concurrency",
                          "Concurrent executions",
                          "executions",
                          reserved > 0 ? reserved : self.number("accountConcurrency"),
                          1,
                          "",
                          kConcurrency};
    config.sizingParameter = reserved > 0 ? "reservedConcurrency" : "accountConcurrency";
    config.requests = {
        "requests",   "Requests per second", "requests/s", kRequestsPerExecution, config.concurrency.perUnit,
        "executions", kConcurrency};
    config.provisioned = static_cast<int>(self.number("provisionedConcurrency"));
    config.newEnvironments = {"new-environments",
                              "New environments",
                              "environments/s",
                              self.number("scalingPer10Seconds") / 10,
                              1,
                              "",
                              kScaling};
    config.newEnvironmentsDepth = self.number("scalingPer10Seconds");
    config.codeInit = fromMillis(self.number("codeInitMillis"));
    if (startsFromSnapshots(self)) {
        config.codeInit = {};  // ran when the version was published
        config.cold = Law::logNormalFromQuantiles(self.number("restoreMillis") * 1e6,
                                                  self.number("restoreP99Millis") * 1e6);
    } else if (const ColdStart* row = findColdStart(self.text("runtime")))
        config.cold = Law::fromQuantiles({{0.5, row->p50Millis * 1e6},
                                          {0.9, row->p90Millis * 1e6},
                                          {0.95, row->p95Millis * 1e6},
                                          {0.99, row->p99Millis * 1e6}});
    if (self.text("package") == "image")
        config.codeInit += fromMillis(self.number("imageMillis"));
    config.keepWarm = fromSeconds(self.number("keepWarmMinutes") * 60);
    config.errorShare = self.number("errorPercent") / 100;
    config.laneBatches = {kLaneBatches, "Batches at once", "batches", 0, 1, "", kStreams};
    config.queueBatches = {"queue-batches", "Batches at once", "batches", 0, 1, "", kQueueScaling};
    return config;
}

/// Duration is billed per millisecond and GB of configured memory.
void bill(const ComponentView& self, const FunctionLoad& load, const MeterSink& meters)
{
    const bool arm = self.text("architecture") == "arm";
    const double gb = self.number("memoryMb") / 1024;
    const Derivation invocations = given("invocations", load.invocations, "1/s");
    const Derivation memory = given("memory", gb, "GB");
    const Derivation runTime = given("billed time of one invocation",
                                     load.invocations > 0 ? load.billedSeconds / load.invocations : 0, "s");
    std::vector<Derivation> ran{invocations, runTime, memory};
    if (load.startSeconds > 0)
        ran.push_back(given("of it cold starts", load.startSeconds, "s/s"));
    meters.count(arm ? "requests-arm" : "requests", load.invocations, {invocations});
    const double provisioned = load.provisioned, onProvisioned = load.onProvisioned;
    const std::string suffix = arm ? "-arm-gb-seconds" : "-gb-seconds";
    // Run time served by provisioned environments has its own, lower rate; they are filled first.
    const double rest = load.billedSeconds - onProvisioned;
    meters.count("duration" + suffix, rest * gb,
                 {computed("GB-seconds", rest * gb, "GB-s/s", "invocations x billed time x memory", ran)},
                 rest * gb);
    meters.count("provisioned-concurrency" + suffix, provisioned * gb,
                 {given("provisioned concurrency", provisioned, ""), memory});
    meters.count("provisioned-duration" + suffix, onProvisioned * gb, {invocations, runTime, memory});
    // Java's snapshots cost nothing. Source:
    // https://serverlessland.com/content/service/lambda/guides/effectively-running-java-on-serverless/snapstart
    if (startsFromSnapshots(self) && !self.text("runtime").starts_with("java")) {
        const double versions = self.number("snapshotVersions");
        meters.count("snapstart-cache-gb-seconds", versions * gb,
                     {given("published versions with a snapshot", versions, ""), memory});
        meters.count("snapstart-restore-gb", load.coldStarts * gb,
                     {given("environments resumed", load.coldStarts, "1/s"), memory});
    }
    const double streamed = streamedMegabytes(self) * 1e6 / 1073741824.0;
    meters.count("streamed-gb", load.invocations * streamed,
                 {invocations, given("streamed beyond 6 MB", streamed, "GB")});
    meters.level("sqs-poller-hours", load.queuePollers,
                 {given("event pollers of queues", load.queuePollers, "")});
    meters.level("kafka-poller-hours", load.pollerUnits,
                 {given("units of event pollers of topics", load.pollerUnits, "")});
    const double extraGb = (self.number("ephemeralStorageMb") - 512) / 1024;
    meters.count("ephemeral-storage" + suffix, load.billedSeconds * std::max(0.0, extraGb),
                 {given("storage beyond 512 MB", extraGb, "GB"), runTime});
}

}  // namespace

Service lambda()
{
    return serviceOf<FunctionFamily>(lambdaSpec(), configure, bill);
}

}  // namespace plimsoll::services::lambda
