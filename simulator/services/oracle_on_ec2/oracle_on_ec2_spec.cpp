// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/database_on_ec2.h"

namespace plimsoll::services::oracle_on_ec2 {

database_on_ec2::Facts oracleOnEc2Facts()
{
    return {.pageBytes = 8192,
            .connections = 1000,
            .connectionsHelp = "0 takes 1,000; the configuration of the server sets them.",
            .mostReplicas = 9,
            .failoverSeconds = 60};
}

ServiceSpec oracleOnEc2Spec()
{
    ServiceSpec spec;
    spec.id = "oracle-on-ec2";
    spec.name = "Oracle on EC2";
    spec.shortName = "Oracle";
    spec.category = "database";
    spec.summary =
        "An Oracle database that you run yourself on an EC2 instance, with standbys that serve reads.";
    spec.integrationName = "Database on EC2";
    spec.docsUrl = "https://docs.oracle.com/en/database/oracle/oracle-database/";
    database_on_ec2::declareOn(spec, oracleOnEc2Facts());
    spec.noun = "row";
    return spec;
}

}  // namespace plimsoll::services::oracle_on_ec2
