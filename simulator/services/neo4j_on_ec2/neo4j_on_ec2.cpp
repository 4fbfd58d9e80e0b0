// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/database_on_ec2.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::neo4j_on_ec2 {

ServiceSpec neo4jOnEc2Spec();  // neo4j_on_ec2_spec.cpp
database_on_ec2::Facts neo4jOnEc2Facts();

namespace {

DatabaseConfig configure(const ComponentView& self)
{
    return database_on_ec2::of(self, neo4jOnEc2Facts());
}

}  // namespace

Service neo4jOnEc2()
{
    return serviceOf<DatabaseFamily>(neo4jOnEc2Spec(), configure, database_on_ec2::bill);
}

}  // namespace plimsoll::services::neo4j_on_ec2
