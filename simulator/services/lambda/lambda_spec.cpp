// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/lambda/cold_start_table.h"
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::lambda {

namespace {

constexpr const char* kStreaming =
    "https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html";
constexpr const char* kQuota = "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html";
constexpr const char* kScaling = "https://docs.aws.amazon.com/lambda/latest/dg/scaling-behavior.html";
constexpr const char* kCreateFunction =
    "https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html";
constexpr const char* kInvoke = "https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html";
constexpr const char* kProvisioned =
    "https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html";
constexpr const char* kSnapStart = "https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html";
constexpr const char* kKeepWarm = "https://mikhail.io/2019/08/aws-lambda-cold-starts-after-10-minutes/";
constexpr const char* kPricing = "https://aws.amazon.com/lambda/pricing/";
constexpr const char* kYourHandler = "your handler; measure it";

std::vector<ParameterChoice> runtimes()
{
    std::vector<ParameterChoice> choices;
    for (const ColdStart& row : kColdStarts)
        choices.push_back({std::string{row.runtime}, std::string{row.name}});
    return choices;
}

ChangeSpec reserving()
{
    ChangeSpec change;
    change.evidence = Evidence::Assumption;
    change.source = "AWS gives no time; taken as at once";
    return change;
}

/// Allocation starts after a minute or two and goes on at 6,000 environments a minute; none of them serves before the last
/// is there. What is no longer provisioned ends at once (an assumption).
ChangeSpec provisioning()
{
    ChangeSpec change;
    change.seconds = 90;
    change.perSecond = 100;
    change.evidence = Evidence::Assumption;
    change.source = std::string{"the middle of a minute or two, then 6,000 a minute: "} + kProvisioned;
    return change;
}

std::vector<std::string> snapStartRuntimes()
{
    std::vector<std::string> all;
    for (const ColdStart& row : kColdStarts) {
        if (row.snapStart)
            all.emplace_back(row.runtime);
    }
    return all;
}

}  // namespace

// Longer than a screen because it is a table: one entry for each parameter, meter and quota.
ServiceSpec lambdaSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "lambda";
    spec.name = "Lambda";
    spec.shortName = "Lambda";
    spec.category = "compute";
    spec.deploys = true;
    spec.runLimitParameter = "timeoutSeconds";
    spec.summary = "Runs a function per request or batch and bills the milliseconds it was busy.";
    spec.integrationName = "Lambda";
    spec.slaPercent = 99.95;
    spec.slaSource = "https://www.amazonaws.cn/en/lambda/sla/historical/ningxia";
    spec.docsUrl = "https://docs.aws.amazon.com/lambda/latest/dg/welcome.html";
    spec.paletteRank = 5;
    spec.invoked = true;
    spec.poisonable = true;
    spec.events = DeliverySpec{.source = kCreateFunction};
    spec.reader = {.mapping = true, .filter = true};
    spec.sender = {.routes = {Route::Copy, Route::Split, Route::Match},
                   .operation = true,
                   .operations = true,
                   .batch = true,
                   .sizes = true,
                   .order = true,
                   .concurrency = true,
                   .timeout = true,
                   .retry = true,
                   .failures = true};

    spec.parameters = {
        movable(
            Lever::More,
            integer("memoryMb", "Memory", "MB", {128, 10240}, 512,
                    "Memory and, in proportion, CPU: 1,769 MB is one vCPU; AWS starts new functions at 128.",
                    documented(kQuota))),
        choice("architecture", "Architecture", {{"x86", "x86_64"}, {"arm", "arm64"}}, "x86",
               "Arm has its own, lower rates; the run gives both the same speed.", documented(kPricing)),
        choice("runtime", "Runtime", runtimes(), "python3.13",
               "Sets how long a cold start of a trivial function takes.",
               measured(std::string{kColdStartSource})),
        real("fixedMillis", "Time per invocation", "ms", {0, 900000}, 20,
             "Compute time of one invocation whatever the batch, without the calls it makes.",
             assumed(kYourHandler)),
        real("perRecordMicros", "Time per record", "us", {0, 1e9}, 100,
             "Compute time each record of a batch adds.", assumed(kYourHandler)),
        integer("timeoutSeconds", "Timeout", "s", {1, 900}, 3,
                "An invocation that takes longer fails after this time and is billed for it.",
                documented(kCreateFunction)),
        changeable(
            reserving(),
            movable(Lever::More,
                    integer("reservedConcurrency", "Reserved concurrency", "executions", {0, 1000000}, 0,
                            "Executions kept for this function and its upper bound; 0 reserves none.",
                            assumed("your choice; nothing is reserved until you say so")))),
        changeable(
            provisioning(),
            movable(
                Lever::More,
                integer(
                    "provisionedConcurrency", "Provisioned concurrency", "executions", {0, 1000000}, 0,
                    "Environments kept started, billed all the time and without cold start; 0 keeps none.",
                    documented(kProvisioned)))),
        advanced(movable(
            Lever::More,
            integer("accountConcurrency", "Account concurrency", "executions", {1, 10000000}, 1000,
                    "Executions all functions of the account and Region share; new accounts start lower.",
                    documented(kQuota)))),
        advanced(
            integer("scalingPer10Seconds", "Scaling per 10 s", "executions", {1, 1000000}, 1000,
                    "New environments one function may start in 10 s, refilled all the time, none saved up.",
                    documented(kScaling))),
        advanced(
            integer("keepWarmMinutes", "Idle environment life", "min", {0, 1440}, 10,
                    "An environment idle for longer is gone; measurements disagree, from 10 to 60 minutes.",
                    measured(kKeepWarm))),
        integer("codeInitMillis", "Your own start-up", "ms", {0, 900000}, 0,
                "Time your imports and connections add to every cold start; the runtime table has none.",
                assumed("your code; 0 makes cold starts look better than they are")),
        choice(
            "package", "Package", {{"zip", "Zip archive"}, {"image", "Container image"}}, "zip",
            "An archive has 250 MB unpacked at most, an image 10 GB; new environments load what they need of "
            "it. No SnapStart from an image.",
            documented(kQuota)),
        when("package", {"image"},
             real("imageMillis", "Loading an image", "ms", {0, 900000}, 500, "Added to every cold start.",
                  assumed("depends on the image and on what is cached; measure yours"))),
        yesNo("responseStreaming", "Response streaming", false,
              "Answers may be larger than 6 MB; what is beyond goes out at 2 MB/s while the run goes on, and "
              "is "
              "billed by the GB.",
              documented(kStreaming)),
        when("responseStreaming", {"true"},
             real("streamedMegabytes", "Answer", "MB", {0, 200}, 10,
                  "Size of an answer; the first 6 MB cost nothing.", assumed(kYourHandler))),
        when("runtime", snapStartRuntimes(),
             yesNo("snapStart", "SnapStart", false,
                   "New environments resume from a snapshot of the started function; not beside provisioned "
                   "concurrency or more than 512 MB of storage.",
                   documented(kSnapStart))),
        when("snapStart", {"true"},
             real("restoreMillis", "Resume, median", "ms", {0, 900000}, 300,
                  "Instead of a cold start and of your own start-up.",
                  assumed(std::string{"AWS says as low as below a second: "} + kSnapStart))),
        when("snapStart", {"true"},
             advanced(real("restoreP99Millis", "Resume, 99th percentile", "ms", {0, 900000}, 900,
                           "With the median it sets the log-normal law.",
                           assumed(std::string{"AWS says as low as below a second: "} + kSnapStart)))),
        when("snapStart", {"true"},
             advanced(integer("snapshotVersions", "Versions with a snapshot", "versions", {1, 1000}, 1,
                              "Each published version's snapshot is kept and billed; Java's cost nothing.",
                              assumed("your releases")))),
        real("errorPercent", "Invocations that fail", "%", kPercent, 0,
             "Share of invocations whose handler raises an error.", assumed(kYourHandler)),
        advanced(integer("ephemeralStorageMb", "Ephemeral storage", "MB", {512, 10240}, 512,
                         "Disk under /tmp; the first 512 MB cost nothing.", documented(kQuota))),
    };

    spec.meters = {
        counted("lambda/requests", "Requests, x86", "request"),
        counted("lambda/requests-arm", "Requests, Arm", "request"),
        counted("lambda/duration-gb-seconds", "Duration, x86", "GB-second"),
        counted("lambda/duration-arm-gb-seconds", "Duration, Arm", "GB-second"),
        counted("lambda/ephemeral-storage-gb-seconds", "Ephemeral storage, x86", "GB-second"),
        counted("lambda/ephemeral-storage-arm-gb-seconds", "Ephemeral storage, Arm", "GB-second"),
        counted("lambda/snapstart-cache-gb-seconds", "Snapshots kept", "GB-second"),
        counted("lambda/snapstart-restore-gb", "Snapshots resumed", "GB"),
        counted("lambda/provisioned-concurrency-gb-seconds", "Provisioned concurrency, x86", "GB-second"),
        counted("lambda/provisioned-concurrency-arm-gb-seconds", "Provisioned concurrency, Arm", "GB-second"),
        counted("lambda/provisioned-duration-gb-seconds", "Duration on provisioned, x86", "GB-second"),
        counted("lambda/provisioned-duration-arm-gb-seconds", "Duration on provisioned, Arm", "GB-second"),
        counted("lambda/streamed-gb", "Streamed answers beyond 6 MB", "GB"),
        held("lambda/sqs-poller-hours", "Event pollers of queues", "EPU-hour"),
        held("lambda/kafka-poller-hours", "Event pollers of topics", "EPU-hour"),
    };

    spec.quotas = {{"Concurrent executions of the account", 1000, "executions", kQuota},
                   {"Environments one function starts in 10 s", 1000, "executions", kScaling},
                   {"Requests per second for each unit of concurrency", 10, "requests/s", kQuota},
                   {"Memory", 10240, "MB", kQuota},
                   {"Zip archive, unpacked", 250, "MB", kQuota},
                   {"Container image", 10, "GB", kQuota},
                   {"Streamed answer", 200, "MB", kStreaming},
                   {"Timeout", 900, "s", kCreateFunction},
                   {"Payload of a waiting invocation, each way", 6, "MB", kInvoke},
                   {"Payload of an asynchronous invocation", 1, "MB", kInvoke}};
    return spec;
}

}  // namespace plimsoll::services::lambda
