// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/workflow/workflow.h"
#include "simulator/services/family_service.h"

#include <cmath>

namespace plimsoll::services::step_functions {

ServiceSpec stepFunctionsSpec();  // step_functions_spec.cpp

namespace {

using Map = WorkflowConfig::Map;

constexpr const char* kQuotas = "https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html";
constexpr double kMostInputBytes = 262'144;
constexpr double kBilledMegabytes = 64, kMegabytesPerGigabyte = 1024;
constexpr Duration kBilledStep = std::chrono::milliseconds{100};
constexpr double kExpressSeconds = 300;

bool express(const ComponentView& self)
{
    return self.text("type") == "express";
}

Map mapOf(const ComponentView& self)
{
    const std::string map = express(self) ? "inline" : self.text("map");
    return map == "children" ? Map::Children : map == "express-children" ? Map::BriefChildren : Map::Inline;
}

Law latency(const ComponentView& self, const char* median, const char* p99)
{
    return Law::logNormalFromQuantiles(self.number(median) * 1e6, self.number(p99) * 1e6);
}

LimitSpec quota(const char* limit, const char* label, const char* unit, double value)
{
    return {limit, label, unit, value, 1, "", kQuotas};
}

void configureStandard(const ComponentView& self, WorkflowConfig& config)
{
    config.startsPerSecond = self.number("startsPerSecond");
    config.startBurst = self.number("startBurst");
    config.transitionsPerSecond = self.number("transitionsPerSecond");
    config.transitionBurst = self.number("transitionBurst");
    config.callbacksPerSecond = self.number("callbacksPerSecond");
    config.callbackBurst = self.number("callbackBurst");
    config.startLatency = config.answeredStartLatency = latency(self, "startMillis", "startP99Millis");
    config.mostOpen = 1'000'000;
    config.mostEvents = 25'000;
    config.map = mapOf(self);
    config.childrenPerSecond = config.map == Map::Children        ? 100
                               : config.map == Map::BriefChildren ? 1000
                                                                  : 0;
    config.billedStep = config.map == Map::BriefChildren ? kBilledStep : Duration{0};
}

WorkflowConfig configure(const ComponentView& self)
{
    WorkflowConfig config;
    config.longest = fromSeconds(self.number("timeoutSeconds"));
    if (express(self)) {
        config.startsPerSecond = config.startBurst = self.number("expressStartsPerSecond");
        config.startLatency = latency(self, "expressStartMillis", "expressStartP99Millis");
        config.answeredStartLatency = latency(self, "syncStartMillis", "syncStartP99Millis");
        const Duration most = fromSeconds(kExpressSeconds);
        config.longest = config.longest > Duration{0} ? std::min(config.longest, most) : most;
        config.billedStep = kBilledStep;
        config.mostOpen = 0;
    } else {
        configureStandard(self, config);
    }
    config.transition = fromMillis(self.number("transitionMillis"));
    config.wait = fromSeconds(self.number("waitSeconds"));
    config.waitBefore = static_cast<int>(self.number("waitBefore"));
    config.otherStates = static_cast<int>(self.number("otherStates"));
    config.mostInputBytes = kMostInputBytes;
    config.caughtSucceeds = self.text("afterCatch") == "succeed";
    config.starts = quota("starts", "Executions started", "executions/s", config.startsPerSecond);
    config.transitions =
        quota("transitions", "State transitions", "transitions/s", config.transitionsPerSecond);
    config.open = quota("open", "Open executions", "executions", config.mostOpen);
    config.events = quota("history", "History of an execution", "events", config.mostEvents);
    config.callbacks = quota("callbacks", "Callbacks", "calls/s", config.callbacksPerSecond);
    config.children =
        quota("map-children", "Children started by Map states", "executions/s", config.childrenPerSecond);
    return config;
}

/// Memory is billed in steps of 64 MB.
double billedGigabytes(double megabytes)
{
    return std::ceil(megabytes / kBilledMegabytes) * kBilledMegabytes / kMegabytesPerGigabyte;
}

void billExpress(const MeterSink& meters, double executions, double seconds, double megabytes)
{
    meters.count("express-requests", executions, {given("executions", executions, "executions/s")});
    const double gigabytes = billedGigabytes(megabytes);
    meters.count("express-gb-seconds", seconds * gigabytes,
                 {given("time of executions, each in steps of 100 ms", seconds, "s/s"),
                  given("memory, in steps of 64 MB", gigabytes, "GB")});
}

void bill(const ComponentView& self, const WorkflowLoad& load, const MeterSink& meters)
{
    if (express(self))
        return billExpress(meters, load.executions, load.billedSeconds, self.number("memoryMb"));
    const bool brief = mapOf(self) == Map::BriefChildren;
    const double ofChildren = brief ? 0 : load.children;
    meters.count("transitions", load.transitions + ofChildren,
                 {given("transitions of executions, retries included", load.transitions, "transitions/s"),
                  given("transitions of the children of Map states", ofChildren, "transitions/s")});
    if (brief)
        billExpress(meters, load.children, load.childSeconds, self.number("childMemoryMb"));
}

}  // namespace

Service stepFunctions()
{
    return serviceOf<WorkflowFamily>(stepFunctionsSpec(), configure, bill);
}

}  // namespace plimsoll::services::step_functions
