// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/batch_cluster/batch_cluster.h"
#include "simulator/metrics/limits.h"
#include "simulator/services/emr/instance_types.h"
#include "simulator/services/service.h"
#include "simulator/services/specs.h"

namespace plimsoll {

namespace {

constexpr double kGib = 1073741824.0;
constexpr const char* kIdle = "idle: add a job";

double coreNodes(const ComponentView& self)
{
    return std::max(1.0, self.number("coreNodes"));
}
double vcpusOfNode(const ComponentView& self)
{
    const EmrInstanceType* type = findEmrInstanceType(self.text("instanceType"));
    return type ? type->vcpus : 4;
}
double rateOf(const ComponentView& self)
{
    return (coreNodes(self) + self.number("taskNodes")) * vcpusOfNode(self)
           * self.number("megabytesPerSecondPerVcpu") * 1e6;
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

std::vector<JobLoad> jobsFor(const ComponentView& self, const Scenario& scenario)
{
    std::vector<JobLoad> mine;
    for (const JobLoad& job : scenario.jobs) {
        if (job.component == self.component->id)
            mine.push_back(job);
    }
    return mine;
}

/// Every node pays the EMR charge and the EC2 charge while the cluster exists; spot task nodes a discounted EC2 one.
void meterLoad(const ComponentView& self, double clusterShare, double tasks, const MeterSink& meters)
{
    const std::string type = self.text("instanceType");
    const double steady = self.number("primaryNodes") + coreNodes(self);
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

NodeHandle makeNode(const NodeContext& context)
{
    const ComponentView self = context.self;
    ClusterConfig config;
    config.transient = transient(self);
    config.startUp = fromSeconds(self.number("startMinutes") * 60);
    config.bytesPerSecond = rateOf(self);
    config.commit = fromSeconds(self.number("commitSeconds"));
    config.redoneShare = self.number("spotRedonePercent") / 100;
    config.workers = coreNodes(self) + self.number("taskNodes");
    config.bytesPerContainer = self.number("containerMib") * 1048576;
    if (scales(self))
        config.scaling = managedScaling(self);
    config.jobs = jobsFor(self, *context.scenario);
    config.finish = [self](const ClusterFigures& f, NodeReport& out) {
        const double s = std::max(out.seconds, 1e-9);
        const SimTime end{fromSeconds(out.seconds)};
        if (f.started == 0)
            out.component.idle = kIdle;
        else
            out.component.limits.push_back(withHistory(
                heldLimit({"cluster", "Cluster busy", "jobs", 1, 1, "", "jobs queue on it"},
                          f.working.integralUntil(end) / s, f.working.peak(), static_cast<double>(f.skipped)),
                f.working, s));
        out.component.facts.emplace_back("jobs-started", "jobs started", Aggregation::Sum,
                                         static_cast<double>(f.started));
        out.component.facts.emplace_back("jobs-finished", "jobs finished", Aggregation::Sum,
                                         static_cast<double>(f.finished));
        out.component.facts.emplace_back("jobs-skipped", "jobs skipped", Aggregation::Sum,
                                         static_cast<double>(f.skipped));
        out.component.facts.emplace_back("longest-job-s", "longest job s", Aggregation::Peak,
                                         f.longestSeconds);
        out.component.facts.emplace_back("gb-read", "GB read", Aggregation::Sum, f.readBytes / kGib);
        out.component.facts.emplace_back("gb-written", "GB written", Aggregation::Sum, f.writtenBytes / kGib);
        const double tasks = scales(self) ? f.meanWorkers - coreNodes(self) : self.number("taskNodes");
        meterLoad(self, f.clusterSeconds / s, tasks,
                  {out.usage, self.component->id, self.spec->id, out.seconds});
    };
    return makeBatchCluster(std::move(config), context);
}

void flow(FlowContext& context, const MeterSink& meters)
{
    const ComponentView& self = context.self;
    const FlowRate offered = context.arriving();
    double busy = 0, exists = transient(self) ? 0 : 1;
    const std::vector<JobLoad> jobs = jobsFor(self, *context.scenario);
    FlowRate written;
    for (const JobLoad& job : jobs) {
        const double every = job.everySeconds > 0 ? job.everySeconds : context.scenario->durationSeconds;
        const double bytes = job.gigabytes > 0 ? job.gigabytes * kGib : offered.bytesPerSecond * every;
        const double work = bytes / rateOf(self) + self.number("commitSeconds");
        busy += work / every;
        if (transient(self))
            exists += (self.number("startMinutes") * 60 + work) / every;
        written.messagesPerSecond += 1 / every;
        written.recordsPerSecond += job.gigabytes > 0 ? 1 / every : offered.recordsPerSecond;
        written.bytesPerSecond += bytes * job.outputFactor / every;
    }
    context.result.offered = context.result.accepted = offered;
    if (jobs.empty()) {
        context.result.idle = kIdle;
    } else {
        LimitUse use = heldLimit({"cluster", "Cluster busy", "jobs", 1, 1, "", "jobs queue on it"},
                                 std::min(1.0, busy), 1, 0);
        use.utilisation = busy;
        context.result.limits.push_back(use);
        // Core nodes so that a job ends within the target share of its period.
        const double perNode = vcpusOfNode(self) * self.number("megabytesPerSecondPerVcpu");
        if (offered.bytesPerSecond > 0)
            context.result.sizing.push_back(sizeFor("coreNodes", "core nodes", self.number("coreNodes"),
                                                    context.targetUtilisation,
                                                    {{"bytes", "MB/s", offered.bytesPerSecond / 1e6, perNode,
                                                      "throughput a vCPU is an assumption"}}));
    }
    context.passOn(written);
    meterLoad(self, exists, self.number("taskNodes"), meters);
}

}  // namespace

Service emr()
{
    return {.spec = emrSpec(),
            .makeNode = [](const NodeContext& context) { return makeNode(context); },
            .flowFace = [](const ComponentView&) { return FlowFace{flow}; }};
}

}  // namespace plimsoll
