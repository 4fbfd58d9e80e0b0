// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_spec.h"

#include <vector>

namespace plimsoll {

// What each service says about itself; its behaviour sits beside it in the same folder.
ServiceSpec trafficSourceSpec();
ServiceSpec usersSpec();
ServiceSpec kinesisDataStreamsSpec();
ServiceSpec dataFirehoseSpec();
ServiceSpec lambdaSpec();
ServiceSpec dynamodbSpec();
ServiceSpec s3Spec();
ServiceSpec redshiftSpec();
ServiceSpec emrSpec();
ServiceSpec apiGatewaySpec();
ServiceSpec customServerSpec();
ServiceSpec sqsSpec();
ServiceSpec ec2Spec();

/// Services that can be placed and connected but not run.
std::vector<ServiceSpec> drawingOnlySpecs();

}  // namespace plimsoll
