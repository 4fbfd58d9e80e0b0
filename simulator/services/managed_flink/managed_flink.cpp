// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/stream_processor/stream_processor.h"
#include "simulator/services/family_service.h"

namespace plimsoll {

ServiceSpec managedFlinkSpec();  // managed_flink_spec.cpp

namespace {

constexpr const char* kScaling = "https://docs.aws.amazon.com/managed-flink/latest/java/how-scaling.html";
constexpr double kGib = 1073741824.0, kMib = 1024.0 * 1024;
/// Storage of a KPU, and the KPU that runs the application beside those that process.
/// Source: https://docs.aws.amazon.com/managed-flink/latest/java/how-scaling.html
constexpr double kStorageGb = 50, kOrchestration = 1;
constexpr int kMostKpus = 64;

WindowRules windowsOf(const ComponentView& self)
{
    WindowRules rules;
    const std::string kind = self.text("window");
    if (kind == "none")
        return rules;
    rules.joins = self.flag("join");
    if (kind == "session") {
        rules.kind = WindowRules::Kind::Session;
        rules.gap = fromSeconds(self.number("gapSeconds"));
        return rules;
    }
    rules.kind = WindowRules::Kind::Time;
    rules.length = fromSeconds(self.number("windowSeconds"));
    rules.slide =
        kind == "sliding" ? std::min(rules.length, fromSeconds(self.number("slideSeconds"))) : rules.length;
    // A window is made of whole slides.
    const std::int64_t slides = (rules.length + rules.slide - Duration{1}) / rules.slide;
    rules.length = rules.slide * slides;
    return rules;
}

StreamProcessorConfig configure(const ComponentView& self)
{
    StreamProcessorConfig config;
    config.parallelism = static_cast<int>(self.number("parallelism"));
    config.perUnit = static_cast<int>(self.number("parallelismPerKpu"));
    config.mostUnits = kMostKpus;
    config.scales = self.flag("autoScaling");
    config.perRecord = fromSeconds(self.number("perRecordMicros") * 1e-6);
    config.passShare = self.number("passPercent") / 100;
    config.windows = windowsOf(self);
    config.keepsState = self.flag("keyedState");
    config.bound = fromSeconds(self.number("watermarkSeconds"));
    config.watermarkEvery = fromMillis(self.number("watermarkIntervalMillis"));
    config.idle = fromSeconds(self.number("idleSeconds"));
    config.lateness = {self.number("delayedPercent") / 100, self.number("delayedSeconds")};
    config.resultBytes = static_cast<std::uint64_t>(self.number("resultBytes"));
    config.stateBytesPerKey = self.number("stateBytesPerKey");
    config.checkpointEvery = fromSeconds(self.number("checkpointSeconds"));
    config.checkpointBase = fromMillis(self.number("checkpointMillis"));
    config.checkpointBytesPerUnit = self.number("checkpointMibPerSecond") * kMib;
    config.restart = fromSeconds(self.number("restartSeconds"));
    config.exactlyOnce = self.text("delivery") == "exactly-once";
    const auto kpus = static_cast<double>(config.units());
    config.processor = {"processor", "Work of the KPUs", "busy KPU", 1, kpus, "KPUs", kScaling};
    config.state = {"state", "State of the application", "B", kStorageGb * kGib, kpus, "KPUs", kScaling};
    config.sizingParameter = "parallelism";
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

}  // namespace plimsoll
