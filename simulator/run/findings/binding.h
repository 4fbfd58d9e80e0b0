// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/metrics/run_report.h"

#include <vector>

namespace plimsoll {

/// From this use on a limit is said to be near.
inline constexpr double kNearLimit = 0.8;

/// One answer to "what binds": decided here once, for the verdict, the findings, the window and the trials of changes.
struct Binding {
    enum class Why {
        Refuses,  ///< the limit turned work away
        HoldsUp,  ///< work waits for it
        Near      ///< neither, but it is nearly used up
    } why = Why::Near;
    const ComponentReport* at = nullptr;     ///< whose limit it is
    const ComponentReport* waits = nullptr;  ///< HoldsUp: where the work waits; a store, or `at` itself
    const LimitUse* limit = nullptr;  ///< may be null: it holds work up and no limit of it explains why
    double records = 0;               ///< refused, or waiting at most
    double share = 0;                 ///< use of the limit in its worst stretch
    /// HoldsUp without a limit: for how long a batch that fails again and again blocked its shard; 0 = none did.
    double blockedSeconds = 0;
    bool byOrder = false;  ///< HoldsUp without a limit: messages wait for those of their own group
    /// Who kept what the limit counts busy: calls to another component that is near or over a limit of its own take most of
    /// the time. More of `limit` would only send it more. Null: nobody.
    const ComponentReport* callee = nullptr;
    const LimitUse* calleeLimit = nullptr;
};

/// How long batches that fail again and again blocked their shards, where that was more than a hiccup; else 0.
double blockedSeconds(const ComponentReport& component, double simulatedSeconds);

/// Whether most of what waited at most still waits at the end.
bool staysBehind(const ComponentReport& component);

/// Whether it keeps what nothing is there to read, such as dead letters: that holds nothing up.
bool isUnread(const ComponentReport& component);

/// Whether what waited most was of a consumer that went back and caught up again: it was asked for.
bool isReadAgain(const ComponentReport& component);

/// Whether what waits at the component does so until the next time that it, or who reads it, is due.
bool isDueLater(const ComponentReport& waits, const ComponentReport* reader);

/// What binds, the most records refused or held up first, then what is near. The report must outlive it.
std::vector<Binding> bindings(const RunReport& report);

/// Whether more of what is sized gives this limit more.
bool relieves(const Sizing& sizing, const LimitUse& limit);

/// The first size of a component that is too small and gives this limit more; of any limit when it is null. Null: there is
/// none.
const Sizing* tooSmallFor(const ComponentReport& component, const LimitUse* limit);

/// Use of a limit in its worst stretch, rather than on average over the run.
double worstUse(const ComponentReport& component, const LimitUse& limit);

}  // namespace plimsoll
