// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/widgets/figure.h"
#include "app/study/crossover.h"
#include "simulator/metrics/run_report.h"

namespace plimsoll {

/// What happened when, at one component; of the whole design when `component` is empty. The design says whom a source asks
/// where it asks several.
std::vector<Figure> figuresOverTime(const RunReport& report, const Design& design,
                                    const ComponentId& component);
/// How delays and answers are spread: shares by delay, and the share that is within a delay.
std::vector<Figure> distributionFigures(const RunReport& report, const Design& design);
/// The month's bill by component, by what is billed, and what of it is overhead.
std::vector<Figure> costFigures(const Bill& bill);
/// Cost against load; `sides` names the curves.
Figure costAgainstRate(const Crossover& crossover, const QStringList& sides);

}  // namespace plimsoll
