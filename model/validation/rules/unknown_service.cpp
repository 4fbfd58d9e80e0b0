// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

namespace plimsoll::validation {

void unknownService(const Subject& subject, Issues& issues)
{
    for (const Component& component : subject.design.components) {
        const ServiceSpec* spec = subject.catalog.find(component.service);
        const std::string place = componentPlace(component.id) + "/service";
        if (spec == nullptr) {
            const std::string near = subject.catalog.nearest(component.service);
            Issue issue = aboutComponent(Severity::Error, "unknown-service", component,
                                         nameOf(component) + " is of the service \"" + component.service
                                             + "\", which this version does not know",
                                         near.empty() ? "update the program, or replace the component"
                                                      : "did you mean \"" + near + "\"?");
            issue.place = place;
            issues.push_back(std::move(issue));
        } else if (!spec->simulated) {
            Issue issue = aboutComponent(Severity::Error, "not-simulated", component,
                                         spec->name + " can be drawn but not run yet",
                                         "remove " + nameOf(component) + " or replace it by a custom server");
            issue.place = place;
            issues.push_back(std::move(issue));
        }
    }
}

}  // namespace plimsoll::validation
