// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/scenario.h"

namespace plimsoll {

/// What of the scenario a run of `seconds` meets that begins `fromSeconds` into it: its faults, redrives and jobs on
/// that run's own clock. The traffic stays as it is: whoever sends is told where the run begins.
Scenario scenarioPart(Scenario scenario, double fromSeconds, double seconds);

/// A notice comes before an interruption of Spot nodes.
/// Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html
inline constexpr double kSpotNoticeSeconds = 120;

/// When the fault is over; never, for a poison record that nobody corrects.
double endOf(const Fault& fault);

}  // namespace plimsoll
