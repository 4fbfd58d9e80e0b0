// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/metrics/run_report.h"

namespace plimsoll {

/// What a run counted at a component, or a time it took there.
enum class RunFigure {
    Offered,
    Accepted,
    Throttled,
    Rejected,
    Completed,
    Failed,
    Lost,
    InFlight,
    Median,
    Tail
};

/// How the figure comes about: counts by what is conserved at every component, what was throttled by the limits that
/// refused it, times by the samples they rest on. In the reader's language.
Derivation treeOf(const ComponentReport& component, RunFigure figure);

}  // namespace plimsoll
