// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/database_on_ec2.h"

namespace plimsoll::services::mongodb_on_ec2 {

database_on_ec2::Facts mongodbOnEc2Facts()
{
    return {.pageBytes = 32768,
            .connections = 65536,
            .connectionsHelp = "0 takes 65,536, the default of a server (maxIncomingConnections).",
            .mostReplicas = 49,
            .failoverSeconds = 12};
}

ServiceSpec mongodbOnEc2Spec()
{
    ServiceSpec spec;
    spec.id = "mongodb-on-ec2";
    spec.name = "MongoDB on EC2";
    spec.shortName = "MongoDB";
    spec.category = "database";
    spec.summary = "A MongoDB replica set that you run yourself on EC2 instances.";
    spec.integrationName = "Database on EC2";
    spec.docsUrl = "https://www.mongodb.com/docs/manual/replication/";
    database_on_ec2::declareOn(spec, mongodbOnEc2Facts());
    spec.noun = "document";
    return spec;
}

}  // namespace plimsoll::services::mongodb_on_ec2
