// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

#include <cmath>

namespace plimsoll::validation {

namespace {

bool isSpan(double seconds)
{
    return seconds >= 0 && std::isfinite(seconds);
}

}  // namespace

void faultTarget(const Subject& subject, Issues& issues)
{
    for (const Scenario& scenario : subject.design.scenarios) {
        for (const Fault& fault : scenario.faults) {
            const std::string place = scenarioPlace(scenario.id) + "/faults/" + fault.id;
            const auto report = [&](Severity severity, const char* member, const std::string& what,
                                    const std::string& remedy) {
                issues.push_back(aboutPlace(severity, "fault-target", place + member, what, remedy));
            };
            const bool zoneWide = fault.kind == FaultKind::ZoneLost && fault.component.empty();
            if (zoneWide && fault.zone.empty())
                report(Severity::Error, "/zone", "a zone is lost, and the fault does not say which",
                       "name the zone, a, b or c, or a component");
            else if (!zoneWide && subject.find(fault.component) == nullptr)
                report(Severity::Error, "/component", "there is no component \"" + fault.component + "\"",
                       "name a component of this design");
            if (!isSpan(fault.startSeconds))
                report(Severity::Error, "/startSeconds", "the fault's start must be 0 or more",
                       "correct the number");
            else if (fault.startSeconds >= scenario.durationSeconds)
                report(Severity::Warning, "/startSeconds", "the fault starts after the scenario has ended",
                       "start it earlier, or let the scenario last longer");
            if (!isSpan(fault.durationSeconds))
                report(Severity::Error, "/durationSeconds", "the fault's duration must be 0 or more",
                       "correct the number");
            const bool share = fault.kind == FaultKind::Errors || fault.kind == FaultKind::CapacityCut
                               || fault.kind == FaultKind::Deployment
                               || fault.kind == FaultKind::SpotInterruption;
            if (!isSpan(fault.factor) || (share && fault.factor > 1))
                report(Severity::Error, "/factor", "the fault's factor is out of range",
                       share ? "use a share from 0 to 1" : "use a multiplier of 0 or more");
        }
    }
}

}  // namespace plimsoll::validation
