// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/database_on_ec2.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::oracle_on_ec2 {

ServiceSpec oracleOnEc2Spec();  // oracle_on_ec2_spec.cpp
database_on_ec2::Facts oracleOnEc2Facts();

namespace {

DatabaseConfig configure(const ComponentView& self)
{
    return database_on_ec2::of(self, oracleOnEc2Facts());
}

}  // namespace

Service oracleOnEc2()
{
    return serviceOf<DatabaseFamily>(oracleOnEc2Spec(), configure, database_on_ec2::bill);
}

}  // namespace plimsoll::services::oracle_on_ec2
