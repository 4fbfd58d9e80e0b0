// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/stream_processor/stream_processor.h"
#include "simulator/services/family_service.h"
#include "simulator/services/window_parameters.h"

namespace plimsoll::services::managed_flink {

ServiceSpec managedFlinkSpec();  // managed_flink_spec.cpp

namespace {

constexpr const char* kScaling = "https://docs.aws.amazon.com/managed-flink/latest/java/how-scaling.html";
/// Storage of a KPU, and the KPU that runs the application beside those that process.
/// Source: https://docs.aws.amazon.com/managed-flink/latest/java/how-scaling.html
constexpr double kStorageGb = 50, kOrchestration = 1;
constexpr int kMostKpus = 64;

StreamProcessorConfig configure(const ComponentView& self)
{
    StreamProcessorConfig config;
    config.parallelism = static_cast<int>(self.number("parallelism"));
    config.perUnit = static_cast<int>(self.number("parallelismPerKpu"));
    config.mostUnits = kMostKpus;
    config.scales = self.flag("autoScaling");
    config.perRecord = fromSeconds(self.number("perRecordMicros") * 1e-6);
    configureWindows(self, config);
    config.watermarkEvery = fromMillis(self.number("watermarkIntervalMillis"));
    config.idle = fromSeconds(self.number("idleSeconds"));
    config.checkpointEvery = fromSeconds(self.number("checkpointSeconds"));
    config.checkpointBase = fromMillis(self.number("checkpointMillis"));
    config.checkpointBytesPerUnit = self.number("checkpointMibPerSecond") * kMib;
    config.restart = fromSeconds(self.number("restartSeconds"));
    config.exactlyOnce = self.text("delivery") == "exactly-once";
    const auto kpus = static_cast<double>(config.units());
    config.processor = {"processor", "Work of the KPUs", "busy KPU", 1, kpus, "KPUs", kScaling};
    config.state = {"state", "State of the application", "B", kStorageGb * kGib, kpus, "KPUs", kScaling};
    config.sizedBy = {"parallelism", "subtasks", double(config.parallelism), 1, 0};
    return config;
}

void bill(const ComponentView& self, const StreamProcessorLoad& load, const MeterSink& meters)
{
    const Derivation kpus = given("KPUs that process", load.units, "KPU");
    meters.level("kpu-hours", load.units + kOrchestration,
                 {kpus, quoted("KPU of the application itself", kOrchestration, "KPU", kScaling)});
    meters.stock("running-storage-gb", load.units * kStorageGb, 0,
                 {kpus, quoted("storage of a KPU", kStorageGb, "GB", kScaling)});
    if (const double snapshots = self.number("snapshots"); snapshots > 0)
        meters.stock("durable-backup-gb", snapshots * load.stateBytes / kGib, 0,
                     {given("snapshots kept", snapshots, ""), given("state", load.stateBytes, "B")});
}

}  // namespace

Service managedFlink()
{
    return serviceOf<StreamProcessorFamily>(managedFlinkSpec(), configure, bill);
}

}  // namespace plimsoll::services::managed_flink
