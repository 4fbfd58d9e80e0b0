// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace plimsoll {

/// Bytes kept over time: a start, a steady inflow, and a retention after which bytes leave (infinite = never).
/// With a retention the starting stock counts as evenly aged, so it drains in step with what flows in.
struct Stock {
    double start = 0;
    double inflowPerSecond = 0;
    double retentionSeconds = 0;

    /// What is there at this time.
    double at(double seconds) const;
    /// Time mean from `from` to `to`, piece by piece exact.
    double meanBetween(double from, double to) const;
    bool hasRetention() const;
};

}  // namespace plimsoll
