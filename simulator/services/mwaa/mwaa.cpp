// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/workflow/workflow.h"
#include "simulator/services/family_service.h"

#include <algorithm>

namespace plimsoll::services::mwaa {

ServiceSpec mwaaSpec();  // mwaa_spec.cpp

namespace {

constexpr const char* kClasses = "https://docs.aws.amazon.com/mwaa/latest/userguide/environment-class.html";
/// An environment comes with one worker, two schedulers and two web servers (assumption: the collected prices are of
/// "additional" ones and do not say beyond how many).
constexpr double kIncludedWorkers = 1, kIncludedServers = 2;

/// Source: kClasses
double tasksOf(const ComponentView& self)
{
    if (const double set = self.number("tasksPerWorker"); set > 0)
        return set;
    const std::string size = self.text("environmentClass");
    return size == "2xlarge" ? 80 : size == "xlarge" ? 40 : size == "large" ? 20 : size == "medium" ? 10 : 5;
}

/// Workers wanted = (tasks that run + tasks that wait) / tasks of a worker.
/// Source: https://docs.aws.amazon.com/mwaa/latest/userguide/mwaa-autoscaling.html
TaskWorkers workersOf(const ComponentView& self)
{
    TaskWorkers workers;
    workers.each = tasksOf(self);
    workers.scaling.period = fromSeconds(self.number("lookSeconds"));
    workers.scaling.target = workers.each;
    workers.scaling.inPoints = workers.scaling.inWindow = static_cast<int>(self.number("idleLooks"));
    workers.scaling.inStep = 1;
    workers.scaling.slack = 1 - self.number("shrinkPercent") / 100;
    workers.scaling.least = self.number("minWorkers");
    workers.scaling.most = std::max(workers.scaling.least, self.number("maxWorkers"));
    workers.scaling.outDelay = fromSeconds(self.number("workerStartSeconds"));
    workers.scaling.pendingGrows = true;
    workers.tasks = {"tasks",   "Tasks at once", "tasks", workers.each, workers.scaling.least,
                     "workers", kClasses};
    return workers;
}

WorkflowConfig configure(const ComponentView& self)
{
    WorkflowConfig config;
    config.startsPerSecond = self.number("runsPerSecond");
    config.startBurst = self.number("runBurst");
    config.startLatency = config.answeredStartLatency =
        Law::logNormalFromQuantiles(self.number("startMillis") * 1e6, self.number("startP99Millis") * 1e6);
    config.transition = fromMillis(self.number("schedulingMillis"));
    config.longest = fromSeconds(self.number("timeoutSeconds"));
    config.mostInputBytes = 1e18;  // a run is given no data
    config.workers = workersOf(self);
    config.starts = {"starts", "Runs started",        "runs/s", config.startsPerSecond, 1,
                     "",       "set on the component"};
    return config;
}

void bill(const ComponentView& self, const WorkflowLoad& load, const MeterSink& meters)
{
    const std::string size = self.text("environmentClass");
    meters.level("environment-hours-" + size, 1, {});
    const auto further = [&](const std::string& meter, double there, double included, const char* what) {
        // A mean over a run ends a rounding away from a whole number.
        const double beyond = there - included;
        meters.level(meter + "-hours-" + size, beyond > 1e-9 * included ? beyond : 0,
                     {given(what, there, ""), given("with the environment", included, "")});
    };
    further("worker", load.workers, kIncludedWorkers, "workers");
    further("scheduler", self.number("schedulers"), kIncludedServers, "schedulers");
    further("web-server", self.number("webServers"), kIncludedServers, "web servers");
    meters.stock("metadata-gb", self.number("metadataGib"), 0,
                 {given("kept by the database", self.number("metadataGib"), "GB")});
}

}  // namespace

Service mwaa()
{
    return serviceOf<WorkflowFamily>(mwaaSpec(), configure, bill);
}

}  // namespace plimsoll::services::mwaa
