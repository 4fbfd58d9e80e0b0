// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/metrics/node_meter.h"

#include <string>
#include <vector>

namespace plimsoll {

/// What a limit is, before it is known how much of it was used.
struct LimitSpec {
    std::string limit;      ///< "records"
    std::string label;      ///< "Records written"
    std::string unit;       ///< "records/s"
    double perUnit = 0;     ///< of one shard, partition, prefix
    double count = 1;       ///< how many of them
    std::string countName;  ///< "shards"
    std::string source;
};

/// Demand (taken and refused) against capacity. `busiestShare` is the share of all demand that met the busiest of
/// the `count` parts: utilisation is the busiest part's, because that one refuses first.
LimitUse rateLimit(const LimitSpec& spec, double meanDemand, double peakDemand, double refused,
                   double busiestShare = 0);

/// Something held, e.g. slots: mean and peak against capacity.
LimitUse heldLimit(const LimitSpec& spec, double mean, double peak, double refused);

/// Adds how the use went over the run's time: the demand by slot, against the same capacity, or one that moved.
LimitUse withHistory(LimitUse use, const RateUse& demand, double seconds);
LimitUse withHistory(LimitUse use, const RateUse& demand, const HeldUse& capacity, double seconds);
LimitUse withHistory(LimitUse use, const HeldUse& held, double seconds);
LimitUse withHistory(LimitUse use, const HeldSums& held, double seconds);
LimitUse withHistory(LimitUse use, const HeldUse& held, const HeldUse& capacity, double seconds);
LimitUse withHistory(LimitUse use, const HeldSums& held, const HeldUse& capacity, double seconds);

/// From the limits' histories: the series "utilisation: <limit>" and "head-room", and which limit binds when.
void describeHeadRoom(ComponentReport& component);

/// One demand a resource must carry, and what one unit of the resource carries.
struct SizingNeed {
    std::string limit;   ///< "records"
    std::string unit;    ///< "records/s"
    double demand = 0;   ///< per second
    double perUnit = 1;  ///< per second and unit of the resource
    std::string source;
};

/// ceil(demand / capacity) for the need that asks most; recommended with head-room at `target`.
Sizing sizeFor(const std::string& parameter, const std::string& unitName, double current, double target,
               const std::vector<SizingNeed>& needs);

}  // namespace plimsoll
