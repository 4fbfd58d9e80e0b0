// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

#include <cmath>

namespace plimsoll::validation {

void monthMix(const Subject& subject, Issues& issues)
{
    int rests = 0;
    for (std::size_t at = 0; at < subject.design.month.size(); ++at) {
        const MonthEntry& entry = subject.design.month[at];
        const std::string place = "/month/" + std::to_string(at);
        const auto error = [&](const char* member, const std::string& what, const std::string& remedy) {
            issues.push_back(aboutPlace(Severity::Error, "month-mix", place + member, what, remedy));
        };
        if (entry.scenario.empty() || findScenario(subject.design, entry.scenario) == nullptr)
            error("/scenario", "there is no scenario \"" + entry.scenario + "\"",
                  "name a scenario of this design");
        for (const std::optional<double>& amount : {entry.times, entry.hours}) {
            if (amount && (!(*amount >= 0) || !std::isfinite(*amount)))
                error("", "times and hours must be 0 or more", "correct the number");
        }
        if (entry.times && entry.hours)
            error("", "both times and hours are given", "keep one of the two");
        if (!entry.times && !entry.hours && ++rests == 2)
            error("", "two entries take the rest of the month", "give one of them times or hours");
    }
}

}  // namespace plimsoll::validation
