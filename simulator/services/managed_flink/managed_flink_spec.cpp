// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/parameter_factories.h"

namespace plimsoll {

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

const std::vector<std::string> kWithWindows{"tumbling", "sliding", "session"};

std::vector<ParameterSpec> windowParameters()
{
    using namespace declare;
    return {
        choice("window", "Windows",
               {{"none", "None: each record by itself"},
                {"tumbling", "Tumbling"},
                {"sliding", "Sliding"},
                {"session", "Session"}},
               "tumbling",
               "How records are collected by their event time; each key of a window makes one result.",
               documented(kWindows)),
        when("window", {"tumbling", "sliding"},
             real("windowSeconds", "Window", "s", {0.1, 604800}, 60, "How much event time a window covers.",
                  assumed("your application"))),
        when("window", {"sliding"},
             real("slideSeconds", "Slide", "s", {0.1, 604800}, 10,
                  "A window begins this often; the window is taken as a whole number of slides.",
                  assumed("your application"))),
        when("window", {"session"},
             real("gapSeconds", "Session gap", "s", {0.1, 604800}, 30,
                  "A session of a key ends when it brings nothing for so long.",
                  assumed("your application"))),
        when("window", kWithWindows,
             yesNo("join", "Join of two inputs", false,
                   "In each window every record of the first input is paired with every one of the others "
                   "that has its "
                   "key, and each pair is a result.",
                   documented(kWindows))),
        when(
            "window", kWithWindows,
            real(
                "watermarkSeconds", "Watermark behind", "s", {0, 86400}, 5,
                "How far the watermark stays behind the newest event; a window waits so long for stragglers.",
                assumed("your application"))),
        advanced(when("window", kWithWindows,
                      integer("watermarkIntervalMillis", "Watermark interval", "ms", {1, 60000}, 200,
                              "How often the watermark moves on.", documented(kWatermarks)))),
        advanced(when("window", kWithWindows,
                      real("idleSeconds", "Idle after", "s", {0, 86400}, 10,
                           "A shard or partition that brings nothing for so long no longer holds the "
                           "watermark back; 0: it "
                           "always does.",
                           assumed("your application; Flink itself waits for ever unless told")))),
        when("window", kWithWindows,
             real("delayedPercent", "Events that come late", "%", {0, 100}, 0,
                  "Share of the events that happened before they were sent, for example on a device without "
                  "a network.",
                  assumed("your producers"))),
        when("window", kWithWindows,
             real("delayedSeconds", "Late by, on average", "s", {0.001, 604800}, 10,
                  "Mean time by which those events are older than their records; the law is exponential.",
                  assumed("your producers"))),
        when("window", {"none"},
             real("passPercent", "Records that go on", "%", {0, 100}, 100, "The others are filtered out.",
                  assumed("your application"))),
        when("window", {"none"},
             yesNo("keyedState", "State for each key", false, "Something is kept for every key met.",
                   assumed("your application"))),
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
    const std::vector<ParameterSpec> windows = windowParameters();
    spec.parameters.insert(spec.parameters.end(), windows.begin(), windows.end());
    const std::vector<ParameterSpec> rest{
        when("window", kWithWindows,
             integer("resultBytes", "Size of a result", "B", {0, 10485760}, 200,
                     "Bytes of one result; 0: as large as the record it rests on.",
                     assumed("your application"))),
        integer("stateBytesPerKey", "State of a key", "B", {0, 1073741824}, 500,
                "Kept for each key of each open window, or for each key.", assumed("your application")),
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
    spec.parameters.insert(spec.parameters.end(), rest.begin(), rest.end());

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

}  // namespace plimsoll
