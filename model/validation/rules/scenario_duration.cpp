// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

namespace plimsoll::validation {

void scenarioDuration(const Subject& subject, Issues& issues)
{
    constexpr double kTenYears = 10 * 365.25 * 86'400;
    for (const Scenario& scenario : subject.design.scenarios) {
        const double duration = scenario.durationSeconds;
        // Written so that NaN fails too.
        if (duration > 0 && duration <= kTenYears)
            continue;
        issues.push_back(aboutPlace(Severity::Error, "scenario-duration",
                                    scenarioPlace(scenario.id) + "/durationSeconds",
                                    "the scenario lasts " + plainNumber(duration) + " s",
                                    "use more than 0 s and at most 10 years (315576000 s)"));
    }
}

}  // namespace plimsoll::validation
