// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/kernel/node_context.h"

namespace plimsoll {

/// How long the own work on one request takes.
struct ServiceTime {
    Law law;                      ///< nanoseconds
    double squaredVariation = 0;  ///< variance divided by the squared mean
};

/// In the words of the services that let the user choose: `serviceDistribution`, `serviceCv`.
inline ServiceTime serviceTimeOf(const ComponentView& self, double meanNanos)
{
    const std::string kind = self.text("serviceDistribution");
    if (kind == "deterministic")
        return {Law::deterministic(meanNanos), 0};
    if (kind == "lognormal") {
        const double variation = self.number("serviceCv");
        return {Law::logNormal(meanNanos, variation), variation * variation};
    }
    if (kind == "uniform")
        return {Law::uniform(meanNanos), 1.0 / 3};
    return {Law::exponential(meanNanos), 1};
}

}  // namespace plimsoll
