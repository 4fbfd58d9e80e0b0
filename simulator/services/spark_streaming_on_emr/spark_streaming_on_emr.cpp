// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/stream_processor/stream_processor.h"
#include "simulator/services/emr_instance_types.h"
#include "simulator/services/family_service.h"
#include "simulator/services/spark_parameters.h"

namespace plimsoll::services::spark_streaming_on_emr {

ServiceSpec sparkStreamingOnEmrSpec();  // spark_streaming_on_emr_spec.cpp

namespace {

StreamProcessorConfig configure(const ComponentView& self)
{
    const EmrInstanceType* type = findEmrInstanceType(self.text("instanceType"));
    const int cores = type ? type->vcpus : 4, nodes = static_cast<int>(self.number("coreNodes"));
    StreamProcessorConfig config = spark::streaming(
        self, nodes * cores, self.number("stateGibPerVcpu") * 1073741824.0, "set on the component");
    config.sizedBy = {"coreNodes", "core nodes", double(nodes), double(cores), 0};
    return config;
}

/// Every node pays the EMR charge and the EC2 charge as long as the cluster is there.
void bill(const ComponentView& self, const StreamProcessorLoad&, const MeterSink& meters)
{
    const double nodes = self.number("primaryNodes") + self.number("coreNodes");
    for (const char* charge : {"uplift-hours-", "ec2-hours-"})
        meters.level(charge + self.text("instanceType"), nodes, {given("nodes", nodes, "")}, nodes);
}

}  // namespace

Service sparkStreamingOnEmr()
{
    return serviceOf<StreamProcessorFamily>(sparkStreamingOnEmrSpec(), configure, bill);
}

}  // namespace plimsoll::services::spark_streaming_on_emr
