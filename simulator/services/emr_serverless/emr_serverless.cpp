// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/batch_cluster/batch_cluster.h"
#include "simulator/services/family_service.h"

#include <algorithm>
#include <charconv>

namespace plimsoll::services::emr_serverless {

ServiceSpec emrServerlessSpec();  // emr_serverless_spec.cpp

namespace {

/// Of the disk of a worker, what costs nothing. Source: https://aws.amazon.com/emr/pricing/
constexpr double kFreeDiskGb = 20;

double vcpusOfWorker(const ComponentView& self)
{
    const std::string text = self.text("workerVcpus");
    double vcpus = 4;
    std::from_chars(text.data(), text.data() + text.size(), vcpus);
    return vcpus;
}
/// Workers of a run that are there before it.
double keptOf(const ComponentView& self)
{
    return self.flag("preInitialised") ? self.number("keptWorkers") : 0;
}

ClusterConfig configure(const ComponentView& self)
{
    const double perWorker = vcpusOfWorker(self) * self.number("megabytesPerSecondPerVcpu") * 1e6;
    ClusterConfig config;
    config.transient = true;
    config.startUp = fromSeconds(self.number("coldStartSeconds"));
    if (keptOf(self) > 0) {
        // A run goes on with the workers it finds once they are enough; else it waits for the others.
        config.startKept = keptOf(self) >= self.number("workers")
                               ? fromSeconds(self.number("keptStartSeconds"))
                               : config.startUp;
        config.idleStop = fromSeconds(self.number("idleStopMinutes") * 60);
    }
    config.bytesPerSecond = self.number("workers") * perWorker;
    config.commit = fromSeconds(self.number("commitSeconds"));
    config.billsStartUp = false;
    config.unitsPerRun = self.number("workers") * vcpusOfWorker(self);
    config.mostUnits = self.number("maxVcpus");
    config.busy = {"vcpus", "vCPU of runs", "vCPU", config.mostUnits, 1, "", "set on the component"};
    config.sized = "workers";
    config.sizedUnit = "workers";
    config.sizedNow = self.number("workers");
    config.bytesPerSized = perWorker;
    config.idle = "idle: add a job";
    return config;
}

/// Kept workers all the time that the application is up, the others of a run while it works.
void bill(const ComponentView& self, const ClusterLoad& load, const MeterSink& meters)
{
    const double kept = keptOf(self), others = std::max(0.0, self.number("workers") - kept);
    const double workers = load.billed * others + load.kept * kept;
    std::vector<Derivation> inputs{given("runs that work, on average", load.billed, ""),
                                   given("workers of a run that are not kept", others, "")};
    if (kept > 0) {
        inputs.push_back(given("share of the time that the application is up", load.kept, ""));
        inputs.push_back(given("workers that are kept", kept, ""));
    }
    const std::string suffix = self.text("architecture");
    const double vcpus = vcpusOfWorker(self), memory = self.number("workerGb");
    meters.level("vcpu-hours-" + suffix, workers * vcpus, inputs);
    meters.level("gb-hours-" + suffix, workers * memory, inputs);
    meters.level("disk-gb-hours", workers * (self.number("workerDiskGb") - kFreeDiskGb), inputs);
}

}  // namespace

Service emrServerless()
{
    return serviceOf<BatchClusterFamily>(emrServerlessSpec(), configure, bill);
}

}  // namespace plimsoll::services::emr_serverless
