// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/node_context.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace plimsoll {

/// Pollers of one's own that read a topic of Kafka for a mapping: each has so many batches at work at once and reads so
/// fast; there are no more of them than partitions, and they are billed in units of several pollers, or of what these read.
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/kafka-scaling-modes.html
struct LanePollers {
    static constexpr double kBatches = 5, kBytesPerSecond = 5e6;       // of one poller
    static constexpr double kPollersOfUnit = 10, kBytesOfUnit = 20e6;  // of one billed unit
    static constexpr double kBusy = 0.9;             // more than that is too few (assumption)
    static constexpr std::chrono::minutes kLook{1};  // from one look to the next (assumption)

    bool own = false;
    double least = 1, most = 200;

    /// Pollers for so many batches at once and bytes a second.
    double wanted(double batchesAtOnce, double bytesPerSecond) const
    {
        const double needs = std::max(batchesAtOnce / kBatches, bytesPerSecond / kBytesPerSecond) / kBusy;
        return std::clamp(std::ceil(needs - 1e-9), least, most);
    }
    /// Billed units of so many pollers.
    double units(double pollers, double bytesPerSecond) const
    {
        if (!own)
            return 0;
        return std::max(1.0,
                        std::ceil(std::max(pollers / kPollersOfUnit, bytesPerSecond / kBytesOfUnit) - 1e-9));
    }
};

inline LanePollers lanePollersOf(const ConnectionPort& port)
{
    LanePollers pollers;
    pollers.own = port.text("pollers", "shared") == "provisioned";
    const double partitions = std::max(1, port.otherLanes);
    pollers.most = std::min(partitions, std::max(1.0, port.number("maximumPollers", 200)));
    pollers.least = std::min(pollers.most, std::max(1.0, port.number("minimumPollers", 1)));
    return pollers;
}

}  // namespace plimsoll
