// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/builtin_services.h"

#include "simulator/services/service.h"
#include "simulator/services/specs.h"

namespace plimsoll {

Service trafficSource();
Service users();
Service kinesisDataStreams();
Service dataFirehose();
Service lambda();
Service dynamodb();
Service s3();
Service redshift();
Service emr();
Service apiGateway();
Service customServer();
Service sqs();
Service ec2();

ServiceLibrary builtinServices()
{
    std::vector<Service> all{
        trafficSource(), users(), kinesisDataStreams(), dataFirehose(), lambda(), dynamodb(), s3(),
        redshift(),      emr(),   apiGateway(),         customServer(), sqs(),    ec2()};
    for (ServiceSpec& spec : drawingOnlySpecs())
        all.push_back({.spec = std::move(spec)});
    return ServiceLibrary{std::move(all)};
}

}  // namespace plimsoll
