// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/batch_cluster/batch_cluster.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::sagemaker_transform {

ServiceSpec sagemakerTransformSpec();  // sagemaker_transform_spec.cpp

namespace {

ClusterConfig configure(const ComponentView& self)
{
    ClusterConfig config;
    config.startUp = fromSeconds(self.number("startSeconds"));
    config.bytesPerSized = self.number("megabytesPerSecond") * 1e6;
    config.bytesPerSecond = self.number("instances") * config.bytesPerSized;
    config.commit = fromSeconds(self.number("commitSeconds"));
    config.busy = {"jobs", "Jobs at work", "jobs", 1, 1, "", "each has instances of its own"};
    config.sized = "instances";
    config.sizedUnit = "instances";
    config.sizedNow = self.number("instances");
    config.idle = "idle: add a job";
    return config;
}

void bill(const ComponentView& self, const ClusterLoad& load, const MeterSink& meters)
{
    const double instances = self.number("instances");
    meters.level("instance-hours", load.billed * instances,
                 {given("jobs under way, start-up included", load.billed, ""),
                  given("instances of a job", instances, "")});
}

}  // namespace

Service sagemakerTransform()
{
    return serviceOf<BatchClusterFamily>(sagemakerTransformSpec(), configure, bill);
}

}  // namespace plimsoll::services::sagemaker_transform
