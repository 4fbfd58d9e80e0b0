// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/scenario.h"
#include "simulator/metrics/run_report.h"

namespace plimsoll {

class ServiceLibrary;

/// Where the changes are tried, given how many source records one run may have: all of the scenario, or where the run
/// was at its worst, or where a fault or more traffic sets in, or else the beginning.
TrialWindow trialWindow(const RunReport& report, const ServiceLibrary& library, const Scenario& scenario,
                        double affordable);

}  // namespace plimsoll
