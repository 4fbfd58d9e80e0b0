// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/design.h"
#include "model/units/time.h"

#include <vector>

namespace plimsoll {

struct ServiceSpec;

/// How a balancer finds out about its targets.
struct HealthChecks {
    Duration interval{};
    Duration timeout{};       ///< of one check
    int failuresToLeave = 2;  ///< checks in a row
    int passesToReturn = 5;
    /// A check does what requests do, so it shares the fate of the request answered last; else it only asks whether the
    /// target is up.
    bool asRequests = false;
};

/// A stretch of a run, from its first instant up to its last.
struct Stretch {
    SimTime from, to;
};

/// When the scenario's faults have a component down, in order and apart from each other.
std::vector<Stretch> downWhile(const Scenario& scenario, const Component& component, const ServiceSpec& spec);

/// Whether one target gets requests. How a check falls against a failure is not known: the last one before a change is
/// taken to fall right before it, so that a dead target leaves after threshold x interval, the longest it may take.
class TargetHealth {
public:
    TargetHealth() = default;
    TargetHealth(const HealthChecks& checks, std::vector<Stretch> down);

    bool inService() const { return m_inService; }
    bool isDown(SimTime t) const;
    /// There may be a check that does not pass.
    bool isChecked() const { return m_checks.asRequests || !m_down.empty(); }
    SimTime nextCheck(SimTime after) const;
    /// A request to it was answered, or not in time.
    void answered(SimTime t, bool well)
    {
        if (!well && m_lastAnswerWell && m_failed == 0)
            m_failingSince = t;
        m_lastAnswerWell = well;
    }
    /// The check at `t`; whether the target leaves or returns with it.
    bool check(SimTime t);
    /// Since when the target that has just left failed.
    SimTime failingSince() const { return m_failingSince; }

private:
    HealthChecks m_checks;
    std::vector<Stretch> m_down;
    bool m_inService = true;
    bool m_lastAnswerWell = true;
    int m_failed = 0, m_passed = 0;  ///< checks in a row
    SimTime m_failingSince = kSimStart;
};

}  // namespace plimsoll
