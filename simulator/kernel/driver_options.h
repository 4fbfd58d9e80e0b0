// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/time.h"

#include <cstdint>

namespace plimsoll {

/// How the event list keeps what lies ahead; both give the same order.
enum class QueueKind { BinaryHeap, Radix };

/// How nodes are run; never changes a result.
struct DriverOptions {
    enum class Kind {
        Automatic,  ///< columns where a window holds enough, events one by one where nodes are coupled faster
        Event,      ///< everything one event at a time
        Columnar    ///< everything in windows, however short they must be
    } kind = Kind::Automatic;
    Duration longestWindow = Duration::max();  ///< of a cluster; shorter than what the graph allows is legal
    QueueKind queue = QueueKind::Radix;
    int threads = 1;  ///< over the clusters of one run ...
    /// ... whose busiest node sees at least so many messages a second: shorter columns are not worth handing over.
    double leastInParallel = 1000;
};

/// A record that waits takes 40 bytes: 400 MB, and some more for what is in work. A scenario that needs more has a
/// consumer that does not keep up, which is known long before.
inline constexpr std::uint64_t kMostHeld = 10'000'000;
/// Messages that one component may send in a second of the scenario; five seconds of it take about a minute.
inline constexpr double kMostSentPerSecond = 2e7;

}  // namespace plimsoll
