// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/query_engine/query_engine.h"
#include "simulator/services/parameter_factories.h"

#include <string>
#include <vector>

/// The table behind a query engine over objects, how much of it a query reads, and what each query takes by itself.
namespace plimsoll::scanned_table {

struct Words {
    std::string format;  ///< unless told
    declare::Fact formats;
    std::string storedHelp;
};
std::vector<ParameterSpec> parameters(const Words& words);
/// Opening of objects, and how the times of queries vary.
std::vector<ParameterSpec> timeParameters(const declare::Fact& fact);
void configure(const ComponentView& self, QueryEngineConfig& config);

}  // namespace plimsoll::scanned_table
