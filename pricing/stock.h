// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace plimsoll {

/// Bytes kept over time: a start, an inflow, and a retention after which bytes leave (infinite = never). With a retention
/// the starting stock counts as evenly aged, so it drains in step with what flows in.
struct Stock {
    /// Inflow in the same part of every period, such as that of a launch at the beginning of each month.
    struct Spell {
        double from = 0, to = 0;  ///< seconds into the period
        double perSecond = 0;
    };

    double start = 0;
    double inflowPerSecond = 0;  ///< all the time
    double retentionSeconds = 0;
    double delaySeconds = 0;  ///< how old bytes are before they count
    std::vector<Spell> spells = {};
    double periodSeconds = 0;  ///< of the spells

    /// What is there at this time.
    double at(double seconds) const;
    /// Time mean from `from` to `to`, piece by piece exact.
    double meanBetween(double from, double to) const;
    /// What comes in on average, spells and all.
    double meanInflow() const;
    bool hasRetention() const;

private:
    /// What has come in by then, and the integral of that over time.
    double arrivedBy(double seconds) const;
    double arrivedIntegral(double seconds) const;
};

}  // namespace plimsoll
