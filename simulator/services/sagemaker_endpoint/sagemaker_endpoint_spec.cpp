// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/sagemaker_parameters.h"

namespace plimsoll::services::sagemaker_endpoint {

WorkerWords sagemakerEndpointWords()
{
    return sagemaker::words("requests", 1);
}

ServiceSpec sagemakerEndpointSpec()
{
    ServiceSpec spec;
    spec.id = "sagemaker-endpoint";
    spec.name = "SageMaker real-time endpoint";
    spec.shortName = "SageMaker";
    spec.summary = "A model on instances that answers each request while its caller waits.";
    spec.category = "compute";
    spec.integrationName = "SageMaker endpoint";
    spec.docsUrl = "https://docs.aws.amazon.com/sagemaker/latest/dg/realtime-endpoints.html";
    sagemaker::putOnInstances(spec, sagemakerEndpointWords());
    spec.quotas = {
        {"A model must answer within", static_cast<double>(sagemaker::kAnswerSeconds), "s",
         sagemaker::kInvoke},
        {"Cooldown of scaling unless set, out and in", 300, "s", sagemaker::kScaling},
        {"Fewest instances of a policy that tracks a target", 1, "instances", sagemaker::kScaling}};
    return spec;
}

}  // namespace plimsoll::services::sagemaker_endpoint
