// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

namespace plimsoll::validation {

void trafficSource(const Subject& subject, Issues& issues)
{
    for (const Scenario& scenario : subject.design.scenarios) {
        for (const auto& [id, profile] : scenario.traffic) {
            const std::string place = scenarioPlace(scenario.id) + "/traffic/" + id;
            const Component* component = subject.find(id);
            if (component == nullptr) {
                issues.push_back(aboutPlace(Severity::Error, "traffic-source", place,
                                            "traffic is given for \"" + id + "\", which is no component",
                                            "remove it, or name a source of this design"));
                continue;
            }
            const ServiceSpec* spec = subject.catalog.find(component->service);
            if (spec == nullptr || spec->isSource)
                continue;
            Issue issue =
                aboutComponent(Severity::Error, "traffic-source", *component,
                               "traffic is given for " + nameOf(*component) + ", which is no source",
                               "put a traffic source in front of it and give that the rate");
            issue.place = place;
            issues.push_back(std::move(issue));
        }
    }
}

}  // namespace plimsoll::validation
