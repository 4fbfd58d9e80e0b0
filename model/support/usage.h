// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/support/derivation.h"
#include "model/support/id.h"
#include "model/support/placement.h"

#include <limits>
#include <string>
#include <vector>

namespace plimsoll {

/// `<service id>/<meter>`, e.g. "kinesis-data-streams/shard-hours": what AWS bills.
using MeterId = std::string;

enum class MeterClass {
    Count,  ///< grows with work done; the month is count x (month / observed)
    Level,  ///< a capacity held over time; the month is its time mean x month hours (unit contains "hour")
    Stock,  ///< bytes kept; GB-month from start, inflow and retention
    Once    ///< billed once, not scaled
};

/// What one component accumulated on one meter, over `observedSeconds` of traffic or, from the flow estimate, per second.
struct MeterReading {
    ComponentId component;
    Placement placement{};  ///< whose tiers and prices it is billed by
    MeterId meter;
    MeterClass meterClass = MeterClass::Count;
    double observedSeconds = 0;
    double amount = 0;  ///< Count: units in the observed time; Level: time mean of units held; Once: units
    /// Count and Level: the share of `amount` that is held or used at all times, so that it can be committed to.
    double alwaysShare = 0;
    /// With what another reading of the meter has, `weight` times as long.
    void mixAlways(const MeterReading& other, double weight = 1)
    {
        const double sum = amount + other.amount * weight;
        if (sum > 0)
            alwaysShare = (alwaysShare * amount + other.alwaysShare * other.amount * weight) / sum;
    }
    // Stock only, in the meter's unit (GB):
    double startStock = 0;
    double inflowPerSecond = 0;
    double retentionSeconds = std::numeric_limits<double>::infinity();
    double delaySeconds = 0;  ///< how old bytes are before they count: those beyond 7 days in a stream
    /// How the amount came about: the rates, sizes and rounding rules; shown under the bill line.
    std::vector<Derivation> inputs;
    /// Shares of the amount worth naming: "of which retries", "of which throttled".
    std::vector<Derivation> ofWhich;
};

using Usage = std::vector<MeterReading>;

}  // namespace plimsoll
