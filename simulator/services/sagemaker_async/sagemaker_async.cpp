// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/endpoint/endpoint.h"
#include "simulator/services/family_service.h"
#include "simulator/services/sagemaker_parameters.h"

namespace plimsoll::services::sagemaker_async {

ServiceSpec sagemakerAsyncSpec();  // sagemaker_async_spec.cpp
WorkerWords sagemakerAsyncWords();

namespace {

FleetConfig configure(const ComponentView& self)
{
    FleetConfig config = sagemaker::instancesOf(self, sagemakerAsyncWords());
    config.keepsWork = true;
    return config;
}

}  // namespace

Service sagemakerAsync()
{
    return serviceOf<QueuedEndpointFamily>(sagemakerAsyncSpec(), configure, sagemaker::billInstances);
}

}  // namespace plimsoll::services::sagemaker_async
