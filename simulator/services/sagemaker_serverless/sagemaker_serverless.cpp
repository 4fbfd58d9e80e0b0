// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/endpoint/endpoint.h"
#include "simulator/services/family_service.h"
#include "simulator/services/sagemaker_parameters.h"

namespace plimsoll::services::sagemaker_serverless {

ServiceSpec sagemakerServerlessSpec();  // sagemaker_serverless_spec.cpp

namespace {

FunctionConfig configure(const ComponentView& self)
{
    FunctionConfig config;
    config.fixed = fromMillis(self.number("modelMillis"));
    config.nanosPerRecord = self.number("perRecordMicros") * 1e3;
    config.timeout = std::chrono::seconds{sagemaker::kAnswerSeconds};
    config.concurrency = {
        "concurrency",         "Requests at once", "requests", self.number("maxConcurrency"), 1, "",
        sagemaker::kServerless};
    config.cold = Law::deterministic(self.number("coldStartMillis") * 1e6);
    config.keepWarm = fromSeconds(self.number("keepWarmMinutes") * 60);
    config.errorShare = self.number("errorPercent") / 100;
    config.payloadStep = 1;  // each byte is billed
    return config;
}

/// By the millisecond of the model's work; starts are taken to be free.
void bill(const ComponentView& self, const FunctionLoad& load, const MeterSink& meters)
{
    const double worked = load.billedSeconds - load.startSeconds;
    meters.count("seconds-" + self.text("memoryGb") + "gb", worked,
                 {given("requests", load.invocations, "1/s"),
                  given("time of one, to the millisecond",
                        load.invocations > 0 ? worked / load.invocations : 0, "s")});
    sagemaker::billData(self, load.invocations, load.payloadSteps, meters);
}

}  // namespace

Service sagemakerServerless()
{
    return serviceOf<ServerlessEndpointFamily>(sagemakerServerlessSpec(), configure, bill);
}

}  // namespace plimsoll::services::sagemaker_serverless
