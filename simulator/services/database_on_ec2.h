// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/services/database_parameters.h"

#include <string>

/// What databases that you run yourself on EC2 instances with gp3 volumes have in common.
namespace plimsoll::database_on_ec2 {

/// What tells one engine from another.
struct Facts {
    double pageBytes = 8192;      ///< in which it reads from its volume
    int connections = 1000;       ///< unless told otherwise
    std::string connectionsHelp;  ///< what sets them
    int mostReplicas = 10;
    double failoverSeconds = 30;  ///< until a copy takes over
};

/// Gives a spec that has its id and summary the parameters and the meters.
void declareOn(ServiceSpec& spec, const Facts& facts);
DatabaseConfig of(const ComponentView& self, const Facts& facts);
void bill(const ComponentView& self, const DatabaseLoad& load, const MeterSink& meters);

}  // namespace plimsoll::database_on_ec2
