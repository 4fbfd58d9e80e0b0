// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/function/function.h"
#include "simulator/metrics/limits.h"
#include "simulator/services/lambda/cold_start_table.h"
#include "simulator/services/service.h"

#include <cmath>

namespace plimsoll {

ServiceSpec lambdaSpec();  // lambda_spec.cpp

namespace {

constexpr const char* kConcurrency =
    "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html";

double concurrencyOf(const ComponentView& self)
{
    const double reserved = self.number("reservedConcurrency");
    return reserved > 0 ? reserved : self.number("accountConcurrency");
}

LimitSpec concurrencyLimit(const ComponentView& self)
{
    return {"concurrency", "Concurrent executions", "executions", concurrencyOf(self), 1, "", kConcurrency};
}

struct Load {
    double invocations = 0;    ///< per second
    double billedSeconds = 0;  ///< of run time, per second
};

/// Duration is billed per millisecond and GB of configured memory.
void meterLoad(const ComponentView& self, const Load& load, const MeterSink& meters)
{
    const bool arm = self.text("architecture") == "arm";
    const double gb = self.number("memoryMb") / 1024;
    const Derivation invocations = given("invocations", load.invocations, "1/s");
    const Derivation memory = given("memory", gb, "GB");
    const Derivation runTime = given("billed time of one invocation",
                                     load.invocations > 0 ? load.billedSeconds / load.invocations : 0, "s");
    meters.count(arm ? "requests-arm" : "requests", load.invocations, {invocations});
    const double provisioned = self.number("provisionedConcurrency");
    const std::string suffix = arm ? "-arm-gb-seconds" : "-gb-seconds";
    // Run time served by provisioned environments has its own, lower rate; they are filled first.
    const double onProvisioned = std::min(load.billedSeconds, provisioned);
    const double rest = load.billedSeconds - onProvisioned;
    meters.count("duration" + suffix, rest * gb,
                 {computed("GB-seconds", rest * gb, "GB-s/s", "invocations x billed time x memory",
                           {invocations, runTime, memory})});
    meters.count("provisioned-concurrency" + suffix, provisioned * gb,
                 {given("provisioned concurrency", provisioned, ""), memory});
    meters.count("provisioned-duration" + suffix, onProvisioned * gb, {invocations, runTime, memory});
    const double extraGb = (self.number("ephemeralStorageMb") - 512) / 1024;
    meters.count("ephemeral-storage" + suffix, load.billedSeconds * std::max(0.0, extraGb),
                 {given("storage beyond 512 MB", extraGb, "GB"), runTime});
}

NodeHandle makeNode(const NodeContext& context)
{
    const ComponentView self = context.self;
    FunctionConfig config;
    config.fixed = fromMillis(self.number("fixedMillis"));
    config.nanosPerRecord = self.number("perRecordMicros") * 1e3;
    config.timeout = fromSeconds(self.number("timeoutSeconds"));
    config.concurrency = static_cast<int>(concurrencyOf(self));
    config.provisioned = static_cast<int>(self.number("provisionedConcurrency"));
    config.newEnvironmentsDepth = self.number("scalingPer10Seconds");
    config.newEnvironmentsPerSecond = self.number("scalingPer10Seconds") / 10;
    config.codeInit = fromMillis(self.number("codeInitMillis"));
    if (const ColdStart* row = findColdStart(self.text("runtime")))
        config.cold = Law::logNormalFromQuantiles(row->p50Millis * 1e6, row->p99Millis * 1e6);
    config.keepWarm = fromSeconds(self.number("keepWarmMinutes") * 60);
    config.errorShare = self.number("errorPercent") / 100;
    config.finish = [self](const FunctionFigures& f, NodeReport& out) {
        const double s = std::max(out.seconds, 1e-9);
        const SimTime end{fromSeconds(out.seconds)};
        out.component.limits.push_back(
            withHistory(heldLimit(concurrencyLimit(self), f.concurrency.integralUntil(end) / s,
                                  f.concurrency.peak(), static_cast<double>(f.throttledByConcurrency)),
                        f.concurrency, s));
        addCounts(out.component,
                  {{"invocations", "invocations", f.invocations},
                   {"cold-starts", "cold starts", f.coldStarts},
                   {"errors", "errors", f.errors},
                   {"timeouts", "timeouts", f.timeouts},
                   {"waits-for-concurrency", "waits for concurrency", f.waitsForConcurrency},
                   {"refused-by-the-scaling-rate", "refused by the scaling rate", f.throttledByScaling},
                   {"asynchronous-retries", "asynchronous retries", f.asyncRetries},
                   {"batch-retries", "batch retries", f.mappingRetries},
                   {"filtered-records", "filtered records", f.filtered}});
        out.component.facts.emplace_back("records-per-invocation", "records per invocation",
                                         Aggregation::Share, f.meanBatch);
        meterLoad(self,
                  {static_cast<double>(f.invocations) / s, static_cast<double>(f.billedMillis) * 1e-3 / s},
                  {out.usage, self.component->id, self.spec->id, out.seconds});
    };
    return makeFunction(std::move(config), context);
}

/// Records per invocation of an event source mapping: a full batch, unless window and payload close it earlier.
double batchOf(const FlowPort& input, double runSeconds)
{
    const double batch = input.port.number("batchSize", 100);
    if (input.port.number("maximumConcurrency", 0) > 0)  // a queue that keeps up hands out one by one
        return std::clamp(input.rate.recordsPerSecond * input.port.number("batchWindowMillis", 0) * 1e-3, 1.0,
                          batch);
    const double perLane = input.rate.recordsPerSecond / std::max(1, input.port.otherLanes)
                           / std::max(1.0, input.port.number("parallelizationFactor", 1));
    const double window = input.port.number("batchWindowMillis", 0) * 1e-3;
    // Records arrive in polls; without a window a lane takes what one poll brings, or what gathered during a run.
    const double interval = std::max(runSeconds, input.port.text("reader", "shared") == "enhanced"
                                                     ? 0.1
                                                     : seconds(input.port.otherPollInterval));
    const double gathered = window > 0 ? perLane * (window + interval / 2) : perLane * interval;
    const double record = std::max(1.0, input.rate.bytesPerRecord());
    return std::max(1.0, std::min({batch, 6e6 / record, gathered}));
}

bool isForFailures(const FlowPort& output)
{
    return output.port.text("role", "work") == "on-failure";
}

void flow(FlowContext& context, const MeterSink& meters)
{
    const ComponentView& self = context.self;
    const double fixed = self.number("fixedMillis") * 1e-3, perRecord = self.number("perRecordMicros") * 1e-6;
    Load load;
    FlowRate offered, handled;
    double busy = 0;
    // Calls lengthen a run: as many rounds as the concurrency of the connection asks for.
    const auto runOf = [&](const FlowRate& rate, double batch) {
        FlowRate one = rate * (batch / std::max(1e-12, rate.recordsPerSecond));
        one.messagesPerSecond = 1;
        double run = fixed + perRecord * batch;
        for (const FlowPort& output : context.outputs)
            run += isForFailures(output)
                       ? 0
                       : callRate(output.port, one).messagesPerSecond
                             / std::max(1.0, output.port.number("concurrency", 1)) * output.answer.seconds;
        return run;
    };
    for (const FlowPort& input : context.inputs) {
        double batch =
            input.rate.messagesPerSecond > 0 ? input.rate.recordsPerSecond / input.rate.messagesPerSecond : 1;
        FlowRate rate = input.rate;
        if (input.port.kind == ConnectionKind::Poll) {
            rate = rate * (input.port.number("filterShare", 100) / 100);
            batch = batchOf(input, fixed);
        }
        offered = offered + rate;
        if (input.port.kind == ConnectionKind::Poll && rate.recordsPerSecond > 0) {
            // One batch at a time in each lane; what does not fit stays in the stream.
            const double slots = input.port.number("maximumConcurrency", 0);  // of a queue
            const double lanes =
                slots > 0
                    ? slots
                    : input.port.otherLanes * std::max(1.0, input.port.number("parallelizationFactor", 1));
            const double full =
                std::max(1.0, std::min(input.port.number("batchSize", 100), 6e6 / rate.bytesPerRecord()));
            const double capacity = lanes * full / std::max(1e-9, runOf(rate, full));
            context.result.limits.push_back(
                rateLimit({"batches", "Batches of " + input.port.other.component->label, "records/s",
                           capacity, 1, "", "https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html"},
                          rate.recordsPerSecond, rate.recordsPerSecond, 0));
            if (rate.recordsPerSecond > capacity) {
                context.result.backlogGrowthPerSecond += rate.recordsPerSecond - capacity;
                rate = rate * (capacity / rate.recordsPerSecond);
                batch = full;
            }
        }
        const double invocations = rate.recordsPerSecond / std::max(1.0, batch);
        const double run = runOf(rate, std::max(1.0, batch));
        load.invocations += invocations;
        load.billedSeconds += invocations * std::ceil(run * 1e3 - 1e-9) * 1e-3;
        busy += invocations * run;
        rate.messagesPerSecond = invocations;
        handled = handled + rate;
    }
    context.result.offered = offered;
    context.result.accepted = handled;
    context.result.limits.insert(context.result.limits.begin(),
                                 heldLimit(concurrencyLimit(self), busy, busy, 0));
    context.result.serviceMillis = load.invocations > 0 ? busy / load.invocations * 1e3 : 0;
    for (FlowPort& output : context.outputs)
        output.rate = isForFailures(output) ? FlowRate{} : callRate(output.port, handled);
    meterLoad(self, load, meters);
}

}  // namespace

Service lambda()
{
    return {.spec = lambdaSpec(),
            .makeNode = [](const NodeContext& context) { return makeNode(context); },
            .flowFace = [](const ComponentView&) { return FlowFace{flow}; }};
}

}  // namespace plimsoll
