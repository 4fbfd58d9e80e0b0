// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/batch_cluster/batch_cluster.h"
#include "simulator/services/family_service.h"
#include "simulator/services/glue_worker_types.h"

#include <algorithm>

namespace plimsoll::services::glue {

ServiceSpec glueSpec();  // glue_spec.cpp

namespace {

constexpr double kVcpusPerDpu = 4;  // https://docs.aws.amazon.com/glue/latest/dg/worker-types.html

double dpusOfRun(const ComponentView& self)
{
    const std::string type = self.text("jobType");
    if (type == "python")
        return self.text("pythonDpu") == "1" ? 1 : 0.0625;
    return std::max(2.0, self.number("workers")) * glueDpusOf(self.text("workerType"));
}

ClusterConfig configure(const ComponentView& self)
{
    const bool flex = self.text("jobType") == "flex", python = self.text("jobType") == "python";
    const double perDpu = kVcpusPerDpu * self.number("megabytesPerSecondPerVcpu") * 1e6;
    ClusterConfig config;
    config.transient = true;
    config.startUp = fromSeconds(self.number("startSeconds"));
    config.bytesPerSecond = dpusOfRun(self) * perDpu;
    config.commit = fromSeconds(self.number("commitSeconds"));
    // "You are not charged for startup or shutdown time"; by the second, a minute at least.
    // Source: https://aws.amazon.com/glue/pricing/
    config.billsStartUp = false;
    config.leastBilled = std::chrono::minutes{1};
    config.startsTogether = self.number("startBatch");
    config.startWindow = fromSeconds(self.number("startWindowSeconds"));
    config.unitsPerRun = dpusOfRun(self);
    config.mostUnits = self.number(flex ? "flexDpuQuota" : "dpuQuota");
    config.busy = {"dpus",
                   "DPUs at work",
                   "DPU",
                   config.mostUnits,
                   1,
                   "",
                   "https://docs.aws.amazon.com/general/latest/gr/glue.html"};
    if (!python) {
        config.sized = "workers";
        config.sizedUnit = "workers";
        config.sizedNow = self.number("workers");
        config.bytesPerSized = glueDpusOf(self.text("workerType")) * perDpu;
    }
    config.idle = "idle: add a job";
    return config;
}

void bill(const ComponentView& self, const ClusterLoad& load, const MeterSink& meters)
{
    const double dpus = dpusOfRun(self);
    meters.count(self.text("jobType") == "flex" ? "etl-flex-dpu-hours" : "etl-dpu-hours",
                 load.billed * dpus / 3600,
                 {given("runs that work, on average, a minute each at least", load.billed, ""),
                  given("DPUs of a run", dpus, "DPU")});
}

}  // namespace

Service glue()
{
    return serviceOf<BatchClusterFamily>(glueSpec(), configure, bill);
}

}  // namespace plimsoll::services::glue
