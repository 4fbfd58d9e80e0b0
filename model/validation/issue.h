// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/integrations.h"
#include "model/catalog/service_catalog.h"
#include "model/design/design.h"

#include <string>
#include <vector>

namespace plimsoll {

enum class Severity { Error, Warning, Hint };

/// Something about a design that its author should know. Errors keep it from running.
struct Issue {
    Severity severity = Severity::Warning;
    std::string rule;   ///< stable id of the rule, e.g. "illegal-connection"
    std::string place;  ///< JSON pointer, e.g. "/components/orders/parameters/shards"
    ComponentId component;
    ConnectionId connection;
    std::string what;
    std::string remedy;
    std::string source;  ///< URL, may be empty
};

/// All rules, one file each under model/validation; sorted by severity, then place.
std::vector<Issue> validate(const Design& design, const ServiceCatalog& catalog,
                            const IntegrationTable& integrations);

/// The metrics an objective may name: delay-p99, freshness-max, ...
std::vector<std::string> knownMetrics();

bool hasErrors(const std::vector<Issue>& issues);

}  // namespace plimsoll
