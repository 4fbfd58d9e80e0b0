// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

namespace plimsoll::validation {

void parameterRange(const Subject& subject, Issues& issues)
{
    for (const Component& component : subject.design.components) {
        const ServiceSpec* spec = subject.catalog.find(component.service);
        if (spec == nullptr)
            continue;
        for (const auto& [name, value] : component.parameters) {
            const ParameterSpec* parameter = findParameter(*spec, name);
            if (parameter == nullptr || !isVisible(*parameter, spec->parameters, component.parameters))
                continue;
            const ValueProblem problem = problemOf(*parameter, value);
            if (problem.what.empty())
                continue;
            Issue issue = aboutComponent(Severity::Error, "parameter-range", component,
                                         parameter->name + " of " + nameOf(component) + " " + problem.what,
                                         problem.remedy);
            issue.place = componentPlace(component.id) + "/parameters/" + name;
            issue.source = parameter->evidence == Evidence::Documented ? parameter->source : std::string{};
            issues.push_back(std::move(issue));
        }
    }
}

}  // namespace plimsoll::validation
