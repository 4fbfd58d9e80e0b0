// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/batch_cluster/batch_cluster.h"
#include "simulator/services/emr_instance_types.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::emr {

ServiceSpec emrSpec();  // emr_spec.cpp

namespace {

double coreNodes(const ComponentView& self)
{
    return std::max(1.0, self.number("coreNodes"));
}
double vcpusOfNode(const ComponentView& self)
{
    const EmrInstanceType* type = findEmrInstanceType(self.text("instanceType"));
    return type ? type->vcpus : 4;
}
/// Stages after the first, each a job of its own.
double laterStages(const ComponentView& self)
{
    return self.text("engine") == "mapreduce" ? self.number("stages") - 1 : 0;
}
/// Input bytes a second of one vCPU. What lies between two stages is work as input is.
double rateOfVcpu(const ComponentView& self)
{
    const double work = 1 + laterStages(self) * self.number("stageDataPercent") / 100;
    return self.number("megabytesPerSecondPerVcpu") * 1e6 / work;
}
double rateOf(const ComponentView& self)
{
    return (coreNodes(self) + self.number("taskNodes")) * vcpusOfNode(self) * rateOfVcpu(self);
}
bool transient(const ComponentView& self)
{
    return self.text("lifecycle") != "long-running";
}

bool scales(const ComponentView& self)
{
    return !transient(self) && self.flag("managedScaling");
}
/// As many nodes as the containers still to be run would fill; a container takes one vCPU.
/// Source of the period: https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-scale-on-demand.html
ScalingPolicy managedScaling(const ComponentView& self)
{
    ScalingPolicy policy;
    policy.period = std::chrono::seconds{10};
    policy.target = vcpusOfNode(self);
    policy.inPoints = policy.inWindow =
        static_cast<int>(std::max(1.0, std::ceil(self.number("scaleInSeconds") / 10)));
    policy.least = coreNodes(self) + self.number("taskNodes");
    policy.most = std::max(policy.least, coreNodes(self) + self.number("maxTaskNodes"));
    policy.outDelay = fromSeconds(self.number("nodeStartSeconds"));
    policy.pendingGrows = true;
    return policy;
}

/// Every node pays the EMR charge and the EC2 charge while the cluster exists; spot task nodes a discounted EC2 one.
void bill(const ComponentView& self, const ClusterLoad& load, const MeterSink& meters)
{
    const std::string type = self.text("instanceType");
    const double steady = self.number("primaryNodes") + coreNodes(self);
    const double clusterShare = load.clusters, tasks = load.workers - coreNodes(self);
    const bool spot = self.flag("taskNodesSpot");
    const double discount = self.number("spotDiscountPercent") / 100;
    const Derivation exists = given("share of the time the cluster exists", clusterShare, "");
    const Derivation nodes = given("nodes", steady + tasks, "");
    meters.count("uplift-hours-" + type, clusterShare * (steady + tasks) / 3600, {exists, nodes});
    std::vector<Derivation> inputs{exists, nodes};
    if (spot && tasks > 0)
        inputs.push_back(
            assumed("spot discount on task nodes", discount * 100, "%",
                    "spot prices are not in the price book: billed as on-demand hours x (1 - discount)"));
    meters.count("ec2-hours-" + type, clusterShare * (steady + tasks * (spot ? 1 - discount : 1)) / 3600,
                 std::move(inputs));
}

ClusterConfig configure(const ComponentView& self)
{
    ClusterConfig config;
    config.transient = transient(self);
    config.startUp = fromSeconds(self.number("startMinutes") * 60);
    config.bytesPerSecond = rateOf(self);
    config.commit =
        fromSeconds(self.number("commitSeconds") + laterStages(self) * self.number("stageSeconds"));
    config.redoneShare = self.number("spotRedonePercent") / 100;
    config.workers = coreNodes(self) + self.number("taskNodes");
    config.bytesPerContainer = self.number("containerMib") * 1048576;
    if (scales(self))
        config.scaling = managedScaling(self);
    config.busy = {"cluster", "Cluster busy", "jobs", 1, 1, "", "jobs queue on it"};
    // Core nodes so that a job ends within the target share of its period.
    config.sized = "coreNodes";
    config.sizedUnit = "core nodes";
    config.sizedNow = self.number("coreNodes");
    config.bytesPerSized = vcpusOfNode(self) * rateOfVcpu(self);
    config.idle = "idle: add a job";
    return config;
}

}  // namespace

Service emr()
{
    return serviceOf<BatchClusterFamily>(emrSpec(), configure, bill);
}

}  // namespace plimsoll::services::emr
