// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/endpoint/endpoint.h"
#include "simulator/services/family_service.h"
#include "simulator/services/sagemaker_parameters.h"

namespace plimsoll::services::sagemaker_endpoint {

ServiceSpec sagemakerEndpointSpec();  // sagemaker_endpoint_spec.cpp
WorkerWords sagemakerEndpointWords();

namespace {

FleetConfig configure(const ComponentView& self)
{
    FleetConfig config = sagemaker::instancesOf(self, sagemakerEndpointWords());
    config.answerWithin = std::chrono::seconds{sagemaker::kAnswerSeconds};
    return config;
}

}  // namespace

Service sagemakerEndpoint()
{
    return serviceOf<EndpointFamily>(sagemakerEndpointSpec(), configure, sagemaker::billInstances);
}

}  // namespace plimsoll::services::sagemaker_endpoint
