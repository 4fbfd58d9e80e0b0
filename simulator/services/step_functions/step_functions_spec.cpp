// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::step_functions {

namespace {

constexpr const char* kGuide = "https://docs.aws.amazon.com/step-functions/latest/dg/welcome.html";
constexpr const char* kTypes =
    "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-standard-vs-express.html";
constexpr const char* kQuotas = "https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html";
constexpr const char* kErrors =
    "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html";
constexpr const char* kPricing = "https://aws.amazon.com/step-functions/pricing/";
constexpr const char* kMap = "https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html";
constexpr const char* kSlaList =
    "https://cloudonaut.io/aws-sla-are-you-able-to-keep-your-availability-promise";
constexpr const char* kMeasured = "https://bitesizedserverless.com/bite/"
                                  "serverless-messaging-latency-compared/";

std::vector<ParameterSpec> limitParameters()
{
    using namespace declare;
    const std::vector<std::string> standard{"standard"}, express{"express"};
    return {
        when(
            "type", standard,
            movable(
                Lever::More,
                integer("startsPerSecond", "Executions started", "executions/s", {1, 100'000}, 300,
                        "Refill of StartExecution: 300 in us-east-1, us-west-2 and eu-west-1, 150 elsewhere.",
                        documented(kQuotas)))),
        when("type", standard,
             advanced(integer("startBurst", "Start burst", "executions", {1, 100'000}, 1300,
                              "Bucket of StartExecution: 1,300 in the three large Regions, 800 elsewhere.",
                              documented(kQuotas)))),
        when(
            "type", express,
            movable(
                Lever::More,
                integer(
                    "expressStartsPerSecond", "Executions started", "executions/s", {1, 1'000'000}, 6000,
                    "Refill and bucket of StartExecution. Of a synchronous start AWS says only that it has a "
                    "capacity of its own that grows; the same is taken.",
                    documented(kQuotas)))),
        when("type", standard,
             movable(Lever::More,
                     integer("transitionsPerSecond", "State transitions", "transitions/s", {1, 1'000'000},
                             5000,
                             "Refill: 5,000 in the three large Regions, 800 elsewhere. What is above waits.",
                             documented(kQuotas)))),
        when("type", standard,
             advanced(integer("transitionBurst", "Transition burst", "transitions", {1, 1'000'000}, 5000,
                              "Bucket: 5,000 in the three large Regions, 800 elsewhere.",
                              documented(kQuotas)))),
        when("type", standard,
             advanced(integer("callbacksPerSecond", "Callbacks", "calls/s", {1, 100'000}, 500,
                              "Refill of SendTaskSuccess and the like: 500 in the three large Regions, 300 "
                              "elsewhere. What is above is sent later.",
                              documented(kQuotas)))),
        when("type", standard,
             advanced(integer("callbackBurst", "Callback burst", "calls", {1, 100'000}, 3000,
                              "Their bucket: 3,000 in the three large Regions, 1,500 elsewhere.",
                              documented(kQuotas)))),
    };
}

std::vector<ParameterSpec> latencyParameters()
{
    using namespace declare;
    const std::vector<std::string> standard{"standard"}, express{"express"};
    const auto latency = [](const char* id, const char* name, double value, const char* help) {
        return advanced(real(id, name, "ms", {0, 10'000}, value, help, measured(kMeasured)));
    };
    return {
        when("type", standard,
             latency("startMillis", "Start, median", 142, "From the start to the first task at work.")),
        when("type", standard,
             latency("startP99Millis", "Start, 99th percentile", 313,
                     "With the median it sets the log-normal law of the start.")),
        when("type", express,
             latency("expressStartMillis", "Start, median", 118,
                     "From the start to the first task at work, where nobody waits for the end.")),
        when("type", express,
             latency("expressStartP99Millis", "Start, 99th percentile", 298,
                     "With the median it sets the log-normal law of such a start.")),
        when("type", express,
             latency("syncStartMillis", "Synchronous start, median", 77.3,
                     "From the start to the first task at work, where the caller waits for the end.")),
        when("type", express,
             latency("syncStartP99Millis", "Synchronous start, 99th percentile", 241,
                     "With the median it sets the log-normal law of a synchronous start.")),
        advanced(real("transitionMillis", "Time of a transition", "ms", {0, 10'000}, 20,
                      "From the end of one state to the work of the next.",
                      assumed("AWS publishes no figure"))),
    };
}

}  // namespace

ServiceSpec stepFunctionsSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "step-functions";
    spec.name = "Step Functions";
    spec.shortName = "Step Functions";
    spec.category = "integration";
    spec.summary = "Runs a workflow of tasks, choices, waits and retries, drawn with its connections.";
    spec.integrationName = "Step Functions";
    spec.noun = "execution";
    spec.invoked = true;
    spec.sender = {.routes = {Route::Copy, Route::Split, Route::Match},
                   .operation = true,
                   .operations = true,
                   .sizes = true,
                   .order = true,
                   .concurrency = true,
                   .timeout = true,
                   .retry = true,
                   .failures = true,
                   .waits = true,
                   .waitsWhile = {"type", {"standard"}},
                   .failuresSource = kErrors};
    spec.slaPercent = 99.9;
    spec.slaSource = kSlaList;
    spec.docsUrl = kGuide;

    const std::vector<std::string> standard{"standard"}, express{"express"};
    spec.parameters = {
        choice("type", "Type", {{"standard", "Standard"}, {"express", "Express"}}, "standard",
               "Standard is paid by the state transition and runs up to a year; Express by request and time, "
               "up to "
               "5 minutes, and waits for no job.",
               documented(kTypes)),
        real("timeoutSeconds", "Timeout", "s", {0, 31'536'000}, 0,
             "An execution that takes longer fails; 0 sets none, and Express ends after 300 s in any case.",
             documented(kErrors)),
        integer(
            "otherStates", "Other states", "states", {0, 1000}, 0,
            "Pass, Succeed and whatever else is passed through without a connection; each is a transition.",
            assumed("depends on the workflow")),
        real("waitSeconds", "Wait state", "s", {0, 31'536'000}, 0, "How long it waits; 0 = there is none.",
             assumed("depends on the workflow")),
        integer("waitBefore", "Wait before order", "", {0, 1001}, 0,
                "The Wait state comes before the tasks of this order, or after the last.",
                assumed("depends on the workflow")),
        choice("afterCatch", "After a catch", {{"succeed", "Succeed"}, {"fail", "Fail"}}, "succeed",
               "How an execution ends whose failed task was caught by a connection with that role.",
               documented(kErrors)),
        when("type", standard,
             choice("map", "Map states",
                    {{"inline", "Inline"},
                     {"children", "Distributed, Standard children"},
                     {"express-children", "Distributed, Express children"}},
                    "inline",
                    "A connection with several operations is a Map state: inline its items are states of the "
                    "execution itself, 40 at once at most; distributed each is an execution of its own.",
                    documented(kMap))),
        when("type", express,
             real("memoryMb", "Memory", "MB", {1, 10'240}, 64,
                  "Of an execution, billed in steps of 64 MB: definition, payload, states in parallel.",
                  assumed("depends on definition and payload"))),
        when("map", {"express-children"},
             real("childMemoryMb", "Memory of a child", "MB", {1, 10'240}, 64, "Billed in steps of 64 MB.",
                  assumed("depends on definition and payload"))),
    };
    for (ParameterSpec& parameter : limitParameters())
        spec.parameters.push_back(std::move(parameter));
    for (ParameterSpec& parameter : latencyParameters())
        spec.parameters.push_back(std::move(parameter));

    spec.meters = {counted("step-functions/transitions", "State transitions", "transition"),
                   counted("step-functions/express-requests", "Express requests", "request"),
                   counted("step-functions/express-gb-seconds", "Express duration", "GB-second")};
    spec.quotas = {{"Open executions, Standard", 1'000'000, "executions", kQuotas},
                   {"Input of a state", 262'144, "B", kQuotas},
                   {"History of an execution, Standard", 25'000, "events", kQuotas},
                   {"Longest execution, Express", 300, "s", kTypes},
                   {"Iterations of an inline Map at once", 40, "", kMap},
                   {"Children of a distributed Map at once", 10'000, "executions", kQuotas},
                   {"Children started, Standard", 100, "executions/s", kQuotas},
                   {"Children started, Express", 1000, "executions/s", kQuotas},
                   {"Free transitions of a month", 4000, "transitions", kPricing}};
    return spec;
}

}  // namespace plimsoll::services::step_functions
