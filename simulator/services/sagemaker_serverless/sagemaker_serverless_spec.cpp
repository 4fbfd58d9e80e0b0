// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/sagemaker_parameters.h"

namespace plimsoll::services::sagemaker_serverless {

ServiceSpec sagemakerServerlessSpec()
{
    using namespace declare;
    using namespace sagemaker;
    constexpr const char* kYourModel = "your model; measure it";
    ServiceSpec spec;
    spec.id = "sagemaker-serverless";
    spec.name = "SageMaker serverless endpoint";
    spec.shortName = "SageMaker serverless";
    spec.category = "compute";
    spec.summary = "A model in containers that start with the requests and are billed while they work.";
    spec.integrationName = "SageMaker endpoint";
    spec.docsUrl = kServerless;
    spec.invoked = true;
    spec.deploys = true;
    spec.sender = ownCode();

    std::vector<ParameterChoice> sizes;
    for (const char* each : {"1", "2", "3", "4", "5", "6"}) {
        const std::string gb = each;
        sizes.push_back({gb, gb + " GB"});
        spec.meters.push_back(
            counted("sagemaker-serverless/seconds-" + gb + "gb", "Time of models, " + gb + " GB", "second"));
    }
    spec.parameters = {
        choice("memoryGb", "Memory", std::move(sizes), "3",
               "Of a container; what a second of it costs. The time of the model is yours to give.",
               documented(kServerless)),
        movable(Lever::More,
                integer("maxConcurrency", "Most at once", "requests", {1, 200}, 20,
                        "Requests in work at once; one more is throttled.", assumed("your choice"))),
        real("modelMillis", "Time per request", "ms", {0, 60000}, 100,
             "Time of the model for one request, without calls that its container makes.",
             assumed(kYourModel)),
        real("perRecordMicros", "Time per record", "us", {0, 1e9}, 0,
             "Time that each record of a request adds.", assumed(kYourModel)),
        real("coldStartMillis", "Cold start", "ms", {0, 600000}, 5000,
             "Download of image and model and start of the container, when none is free.",
             assumed("depends on model and image, nothing is published; measure yours")),
        real("keepWarmMinutes", "Idle container life", "min", {0.1, 1440}, 60,
             "A container idle for longer is gone.",
             assumed("not published; of functions 10 to 60 minutes are measured")),
        real("errorPercent", "Requests that fail", "%", kPercent, 0, "Share that the model fails for.",
             assumed(kYourModel)),
        answerBytes(),
    };
    addDataMeters(spec);
    spec.quotas = {{"Requests at once of an endpoint", 200, "requests", kServerless},
                   {"Requests at once of the account in eight large Regions", 1000, "requests", kServerless},
                   {"The same elsewhere", 500, "requests", kServerless},
                   {"Endpoints", 50, "endpoints", kServerless},
                   {"Image", 10, "GB", kServerless},
                   {"Disk", 5, "GB", kServerless},
                   {"A model must answer within", static_cast<double>(kAnswerSeconds), "s", kInvoke}};
    return spec;
}

}  // namespace plimsoll::services::sagemaker_serverless
