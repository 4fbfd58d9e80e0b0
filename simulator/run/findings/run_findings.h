// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_catalog.h"
#include "simulator/metrics/run_report.h"

namespace plimsoll {

/// What binds, what is refused, what grows: read off a finished report.
std::vector<Finding> runFindings(const RunReport& report, const ServiceCatalog& catalog);

/// The scenario's objectives held against the report.
std::vector<ObjectiveReport> judge(const std::vector<Objective>& objectives, const RunReport& report);

/// Conservation at every component and for the whole run, and journeys that sum to their total.
std::vector<Audit> audit(const RunReport& report);

}  // namespace plimsoll
