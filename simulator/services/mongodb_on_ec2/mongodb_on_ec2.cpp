// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/database_on_ec2.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::mongodb_on_ec2 {

ServiceSpec mongodbOnEc2Spec();  // mongodb_on_ec2_spec.cpp
database_on_ec2::Facts mongodbOnEc2Facts();

namespace {

DatabaseConfig configure(const ComponentView& self)
{
    return database_on_ec2::of(self, mongodbOnEc2Facts());
}

}  // namespace

Service mongodbOnEc2()
{
    return serviceOf<DatabaseFamily>(mongodbOnEc2Spec(), configure, database_on_ec2::bill);
}

}  // namespace plimsoll::services::mongodb_on_ec2
