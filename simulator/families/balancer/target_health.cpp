// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/balancer/target_health.h"

#include "model/catalog/zones.h"

#include <algorithm>

namespace plimsoll {

std::vector<Stretch> downWhile(const Scenario& scenario, const Component& component, const ServiceSpec& spec)
{
    std::vector<Stretch> stretches;
    for (const Fault& fault : scenario.faults) {
        // What spans several zones loses its share with one of them, and stays up.
        const bool takesAll = fault.kind == FaultKind::Down
                              || (fault.kind == FaultKind::ZoneLost && zonesOf(component, spec) <= 1);
        if (takesAll && strikes(fault, component, spec))
            stretches.push_back({kSimStart + fromSeconds(fault.startSeconds),
                                 kSimStart + fromSeconds(fault.startSeconds + fault.durationSeconds)});
    }
    std::sort(stretches.begin(), stretches.end(),
              [](const Stretch& a, const Stretch& b) { return a.from < b.from; });
    std::vector<Stretch> apart;
    for (const Stretch& each : stretches) {
        if (!apart.empty() && each.from <= apart.back().to)
            apart.back().to = std::max(apart.back().to, each.to);
        else
            apart.push_back(each);
    }
    return apart;
}

TargetHealth::TargetHealth(const HealthChecks& checks, std::vector<Stretch> down)
    : m_checks{checks}, m_down{std::move(down)}
{
    // A part of a run may begin while the target is down: the checks until then have failed.
    if (m_down.empty() || m_down.front().from >= kSimStart)
        return;
    m_failingSince = m_down.front().from;
    const auto before = (kSimStart - m_failingSince) / m_checks.interval;
    m_failed = static_cast<int>(std::min<std::int64_t>(before, m_checks.failuresToLeave));
    m_inService = m_failed < m_checks.failuresToLeave;
}

bool TargetHealth::isDown(SimTime t) const
{
    return std::any_of(m_down.begin(), m_down.end(),
                       [t](const Stretch& each) { return t >= each.from && t < each.to; });
}

SimTime TargetHealth::nextCheck(SimTime after) const
{
    // Checks go on in equal steps from the last change; the next change begins them anew.
    SimTime anchor = kSimStart;
    for (const Stretch& each : m_down) {
        for (const SimTime edge : {each.from, each.to}) {
            if (edge <= after) {
                anchor = edge;
                continue;
            }
            const SimTime next = anchor + ((after - anchor) / m_checks.interval + 1) * m_checks.interval;
            if (next < edge)
                return next;
            anchor = after = edge;
        }
    }
    return anchor + ((after - anchor) / m_checks.interval + 1) * m_checks.interval;
}

bool TargetHealth::check(SimTime t)
{
    const bool down = isDown(t);
    if (down) {
        for (const Stretch& each : m_down)
            m_failingSince = t >= each.from ? each.from : m_failingSince;
    }
    const bool passes = !down && (!m_checks.asRequests || m_lastAnswerWell);
    m_lastAnswerWell = true;  // one that gets no requests shows no more than that it is up
    m_failed = passes ? 0 : m_failed + 1;
    m_passed = passes ? m_passed + 1 : 0;
    const bool leaves = m_inService && m_failed >= m_checks.failuresToLeave;
    const bool returns = !m_inService && m_passed >= m_checks.passesToReturn;
    if (leaves || returns)
        m_inService = returns;
    return leaves || returns;
}

}  // namespace plimsoll
