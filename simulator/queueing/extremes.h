// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace plimsoll {

/// A time that is drawn: seconds, and seconds squared.
struct DrawnTime {
    double mean = 0, variance = 0;
};

/// Share of a standard normal law below z.
double normalShare(double z);

/// The later of two independent log-normal times, the longer one where one of them is always the same.
DrawnTime laterOf(const DrawnTime& a, const DrawnTime& b);

/// Mean of the longest of n independent log-normal times.
double slowestOf(double n, const DrawnTime& each);

/// A log-normal time that is cut off at a limit: mean of what it takes, and the share that is cut off.
struct CutOff {
    double seconds = 0;
    double share = 0;
};
CutOff cutOff(const DrawnTime& time, double limitSeconds);

}  // namespace plimsoll
