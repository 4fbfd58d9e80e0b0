// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::validation {

namespace {

bool isTime(std::string_view metric)
{
    return metric.starts_with("delay-") || metric.starts_with("response-") || metric.starts_with("freshness-")
           || metric == "age-peak";
}

/// Measured at the callers or over everything, so no component has to be named.
bool concernsWholeDesign(std::string_view metric)
{
    return metric.starts_with("response-") || metric == "throttled-share" || metric == "failed-share"
           || metric == "lost-count";
}

std::string listed(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

}  // namespace

void objective(const Subject& subject, Issues& issues)
{
    const std::vector<std::string> known = knownMetrics();
    for (const Scenario& scenario : subject.design.scenarios) {
        for (std::size_t at = 0; at < scenario.objectives.size(); ++at) {
            const Objective& each = scenario.objectives[at];
            const std::string place = scenarioPlace(scenario.id) + "/objectives/" + std::to_string(at);
            const auto error = [&](const char* member, const std::string& what, const std::string& remedy) {
                issues.push_back(aboutPlace(Severity::Error, "objective", place + member, what, remedy));
            };
            if (std::find(known.begin(), known.end(), each.metric) == known.end()) {
                const std::string near = nearestName(each.metric, known);
                error("/metric", "\"" + each.metric + "\" is no metric of an objective",
                      near.empty() ? "use " + listed(known) : "did you mean \"" + near + "\"?");
                continue;
            }
            if (each.component.empty() ? !concernsWholeDesign(each.metric)
                                       : subject.find(each.component) == nullptr)
                error("/component",
                      each.component.empty() ? each.metric + " needs a component"
                                             : "there is no component \"" + each.component + "\"",
                      "name a component of this design");
            const bool time = isTime(each.metric);
            const std::optional<double>& target = time ? each.atMostMillis : each.atMost;
            const char* member = time ? "atMostMillis" : "atMost";
            if (!target)
                error("", each.metric + " has no target", std::string{"add \""} + member + "\"");
            else if (!(*target >= 0) || !std::isfinite(*target))
                error(time ? "/atMostMillis" : "/atMost", "the target must be 0 or more",
                      "correct the number");
        }
    }
}

}  // namespace plimsoll::validation
