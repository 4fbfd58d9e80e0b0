// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/sagemaker_parameters.h"

namespace plimsoll::services::sagemaker_async {

WorkerWords sagemakerAsyncWords()
{
    return sagemaker::words("waiting", 0);
}

ServiceSpec sagemakerAsyncSpec()
{
    constexpr const char* kAsync = "https://docs.aws.amazon.com/sagemaker/latest/dg/async-inference.html";
    constexpr const char* kCost =
        "https://docs.aws.amazon.com/sagemaker/latest/dg/inference-cost-optimization.html";
    ServiceSpec spec;
    spec.id = "sagemaker-async";
    spec.name = "SageMaker asynchronous endpoint";
    spec.shortName = "SageMaker async";
    spec.summary = "A model on instances behind a queue of its own, that may have no instance while idle.";
    spec.category = "compute";
    spec.integrationName = "SageMaker endpoint";
    spec.docsUrl = kAsync;
    sagemaker::putOnInstances(spec, sagemakerAsyncWords());
    spec.quotas = {{"Payload", 1, "GB", kCost},
                   {"Cooldown of scaling unless set, out and in", 300, "s", sagemaker::kScaling}};
    return spec;
}

}  // namespace plimsoll::services::sagemaker_async
