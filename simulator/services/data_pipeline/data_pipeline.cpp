// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/batch_cluster/batch_cluster.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::data_pipeline {

ServiceSpec dataPipelineSpec();  // data_pipeline_spec.cpp

namespace {

ClusterConfig configure(const ComponentView& self)
{
    const double each = self.number("megabytesPerSecondPerInstance") * 1e6;
    ClusterConfig config;
    config.startUp = fromSeconds(self.number("startSeconds"));
    config.bytesPerSecond = self.number("instances") * each;
    config.commit = fromSeconds(self.number("commitSeconds"));
    config.leastBilled = std::chrono::minutes{1};  // as EC2 bills Linux instances
    config.sized = "instances";
    config.sizedUnit = "instances";
    config.sizedNow = self.number("instances");
    config.bytesPerSized = each;
    config.busy = {"runs", "Runs at work", "runs", 1, 1, "", "instances for each run"};
    config.idle = "idle: add a job";
    return config;
}

void bill(const ComponentView& self, const ClusterLoad& load, const MeterSink& meters)
{
    const double instances = self.number("instances"), activities = self.number("activities");
    meters.count("hours-" + self.text("instanceType"), load.billed * instances / 3600,
                 {given("runs with instances, on average", load.billed, ""),
                  given("instances of a run", instances, "")});
    meters.stock("activities", activities, 0, {given("activities", activities, "")});
}

}  // namespace

Service dataPipeline()
{
    return serviceOf<BatchClusterFamily>(dataPipelineSpec(), configure, bill);
}

}  // namespace plimsoll::services::data_pipeline
