// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/database_on_ec2.h"

namespace plimsoll::services::neo4j_on_ec2 {

database_on_ec2::Facts neo4jOnEc2Facts()
{
    return {.pageBytes = 8192,
            .connections = 1000,
            .connectionsHelp = "0 takes 1,000; the configuration of the server sets them.",
            .mostReplicas = 20,
            .failoverSeconds = 15};
}

ServiceSpec neo4jOnEc2Spec()
{
    ServiceSpec spec;
    spec.id = "neo4j-on-ec2";
    spec.name = "Neo4j on EC2";
    spec.shortName = "Neo4j";
    spec.category = "database";
    spec.summary = "A Neo4j graph that you run yourself on EC2 instances.";
    spec.integrationName = "Database on EC2";
    spec.docsUrl = "https://neo4j.com/docs/operations-manual/current/";
    database_on_ec2::declareOn(spec, neo4jOnEc2Facts());
    spec.noun = "row";
    return spec;
}

}  // namespace plimsoll::services::neo4j_on_ec2
