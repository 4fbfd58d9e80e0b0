// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/window_parameters.h"

namespace plimsoll::services::managed_flink {

namespace {

constexpr const char* kGuide = "https://docs.aws.amazon.com/managed-flink/latest/java/what-is.html";
constexpr const char* kScaling = "https://docs.aws.amazon.com/managed-flink/latest/java/how-scaling.html";
constexpr const char* kAutoScaling =
    "https://docs.aws.amazon.com/managed-flink/latest/java/how-scaling-auto.html";
constexpr const char* kLimits = "https://docs.aws.amazon.com/managed-flink/latest/java/limits.html";
constexpr const char* kFaultTolerance =
    "https://docs.aws.amazon.com/managed-flink/latest/java/how-fault.html";
constexpr const char* kWindows =
    "https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/datastream/operators/windows/";
constexpr const char* kWatermarks =
    "https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/datastream/"
    "event-time/generating_watermarks/";
constexpr const char* kGuarantees =
    "https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/datastream/guarantees/";

/// What Flink has beside what every engine says of windows.
std::vector<ParameterSpec> watermarkParameters()
{
    using namespace declare;
    return {
        advanced(when("window", withWindows(),
                      integer("watermarkIntervalMillis", "Watermark interval", "ms", {1, 60000}, 200,
                              "How often the watermark moves on.", documented(kWatermarks)))),
        advanced(when("window", withWindows(),
                      real("idleSeconds", "Idle after", "s", {0, 86400}, 10,
                           "A shard or partition that brings nothing for so long no longer holds the "
                           "watermark back; 0: it "
                           "always does.",
                           assumed("your application; Flink itself waits for ever unless told")))),
    };
}

}  // namespace

ServiceSpec managedFlinkSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "managed-flink";
    spec.name = "Managed Service for Apache Flink";
    spec.shortName = "Flink";
    spec.category = "analytics";
    spec.paletteRank = 14;
    spec.summary = "Runs a Flink application over streams: windows, joins and state.";
    spec.integrationName = "Managed Flink";
    spec.docsUrl = kGuide;
    spec.deploys = true;
    spec.sender = {.routes = {Route::Copy, Route::Split, Route::Match},
                   .operation = true,
                   .operations = true,
                   .batch = true,
                   .sizes = true,
                   .order = true,
                   .concurrency = true,
                   .timeout = true,
                   .retry = true};

    spec.parameters = {
        sizable(integer("parallelism", "Parallelism", "subtasks", {1, 256}, 1,
                        "Subtasks that share the work by key; the service starts with one.",
                        documented(kScaling))),
        integer("parallelismPerKpu", "Subtasks of a KPU", "subtasks", {1, 8}, 1,
                "Subtasks that share the one processor of a KPU.", documented(kScaling)),
        yesNo("autoScaling", "Automatic scaling", false,
              "Doubles the parallelism after 15 minutes at 75% of the processors, up to 64 KPUs, and halves "
              "it after six "
              "hours below 10%; each change stops the application.",
              documented(kAutoScaling)),
        real("perRecordMicros", "Work for a record", "us", {0, 1000000}, 50,
             "Processor time of one KPU for a record read or a result made, all operators together.",
             assumed("depends on your application; measure it")),
    };
    const auto append = [&](const std::vector<ParameterSpec>& more) {
        spec.parameters.insert(spec.parameters.end(), more.begin(), more.end());
    };
    append(windowParameters({kWindows}));
    append(watermarkParameters());
    const std::vector<ParameterSpec> rest{
        choice("delivery", "Delivery", {{"at-least-once", "At least once"}, {"exactly-once", "Exactly once"}},
               "at-least-once",
               "Exactly once, results are seen when the next checkpoint is complete; else some are sent "
               "again after a "
               "restart.",
               documented(kGuarantees)),
        real("checkpointSeconds", "Checkpoint interval", "s", {1, 86400}, 60,
             "How often the state is saved; a restart reads again what came since.",
             documented(kFaultTolerance)),
        advanced(integer("checkpointMillis", "Checkpoint, at least", "ms", {0, 600000}, 500,
                         "Time of a checkpoint without any state.", assumed("not published"))),
        advanced(real("checkpointMibPerSecond", "State saved by a KPU", "MiB/s", {0.1, 10000}, 50,
                      "How fast a KPU saves or restores its state.", assumed("not published"))),
        real("restartSeconds", "Restart", "s", {0, 3600}, 60,
             "From the start of a restart until it reads again, the restoring of state apart.",
             assumed("not published; one to two minutes are reported")),
        integer("snapshots", "Snapshots kept", "snapshots", {0, 1000}, 0,
                "Each is as large as the state and paid for as durable backup.", documented(kLimits)),
    };
    append(rest);

    spec.meters = {held("managed-flink/kpu-hours", "KPU hours", "KPU-hour"),
                   kept("managed-flink/running-storage-gb", "Running application storage"),
                   kept("managed-flink/durable-backup-gb", "Durable application backups")};
    spec.quotas = {{"KPUs of one application", 64, "KPU", kLimits},
                   {"Parallelism", 256, "subtasks", kScaling},
                   {"Subtasks of a KPU", 8, "subtasks", kScaling},
                   {"Applications of a Region", 100, "applications", kLimits},
                   {"Snapshots of an application", 1000, "snapshots", kLimits},
                   {"Storage of a KPU", 50, "GB", kScaling},
                   {"Application code", 512, "MiB", kLimits}};
    return spec;
}

}  // namespace plimsoll::services::managed_flink
