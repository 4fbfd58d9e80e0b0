// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/database_instance/database_instance.h"
#include "simulator/services/parameter_factories.h"

#include <string>
#include <vector>

namespace plimsoll {

/// What every service with database instances lets its user say in the same words: the work of a statement, the memory,
/// connections, replicas, what is kept.
std::vector<ParameterSpec> statementParameters();
std::vector<ParameterSpec> connectionParametersOf(const std::string& limitHelp, declare::Fact limitFact);
std::vector<ParameterSpec> proxyParameters();
std::vector<ParameterSpec> replicaParameters(int most, double lagMillis, declare::Fact number,
                                             declare::Fact lag);

/// The part of the configuration that these parameters make.
void configureStatements(const ComponentView& self, double pageBytes, double memoryBytes,
                         DatabaseConfig& config);
void configureConnections(const ComponentView& self, double engineDefault, const char* source,
                          DatabaseConfig& config);
/// After the connections, of which the proxy has a share.
void configureProxy(const ComponentView& self, DatabaseConfig& config);
void configureReplicas(const ComponentView& self, DatabaseConfig& config);

}  // namespace plimsoll
