// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/spark_parameters.h"
#include "model/support/bytes.h"

#include <utility>

namespace plimsoll::spark {

namespace {

constexpr const char* kGuide =
    "https://spark.apache.org/docs/latest/structured-streaming-programming-guide.html";

}  // namespace

std::vector<ParameterSpec> streamingParameters(double triggerSeconds, declare::Fact trigger)
{
    using namespace declare;
    std::vector<ParameterSpec> own{
        real("batchSeconds", "Batch every", "s", {1, 86400}, triggerSeconds,
             "What has come since the last batch is worked on together; its results are seen when the batch "
             "is "
             "done.",
             std::move(trigger)),
        integer("batchMillis", "Batch, at least", "ms", {0, 600000}, 2000,
                "Planning, start of tasks and commit of a batch without any records.",
                assumed("not published; measure yours")),
        real("perRecordMicros", "Work for a record", "us", {0, 1000000}, 50,
             "Processor time of one core for a record read or a result made, all stages together.",
             assumed("depends on your application; measure it")),
    };
    for (ParameterSpec& each : windowParameters({kGuide}))
        own.push_back(std::move(each));
    own.push_back(
        advanced(real("stateMibPerSecond", "State saved by a core", "MiB/s", {0.1, 10000}, 20,
                      "How fast a core saves its part of the state with each batch, or restores it.",
                      assumed("not published"))));
    own.push_back(real("restartSeconds", "Restart", "s", {0, 3600}, 60,
                       "From the start of a restart until it reads again, the restoring of state apart.",
                       assumed("not published; measure yours")));
    return own;
}

StreamProcessorConfig streaming(const ComponentView& self, int cores, double bytesPerCore, const char* source)
{
    StreamProcessorConfig config;
    config.parallelism = config.mostUnits = cores;
    config.perRecord = fromSeconds(self.number("perRecordMicros") * 1e-6);
    configureWindows(self, config);
    config.exactlyOnce = config.microBatches = true;
    config.checkpointEvery = fromSeconds(self.number("batchSeconds"));
    config.checkpointBase = fromMillis(self.number("batchMillis"));
    config.checkpointBytesPerUnit = self.number("stateMibPerSecond") * kMib;
    config.restart = fromSeconds(self.number("restartSeconds"));
    // The watermark of a batch is what the one before it has seen, of all that is read.
    config.watermarkEvery = config.idle = config.checkpointEvery;
    config.processor = {"processor", "Work of the cores", "busy cores", 1, double(cores), "cores", source};
    config.state = {"state", "State of the job", "B", bytesPerCore, double(cores), "cores", source};
    return config;
}

SenderSpec sender()
{
    return {.routes = {Route::Copy, Route::Split, Route::Match},
            .operation = true,
            .operations = true,
            .batch = true,
            .sizes = true,
            .order = true,
            .concurrency = true,
            .timeout = true,
            .retry = true};
}

}  // namespace plimsoll::spark
