// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

#include <algorithm>

namespace plimsoll::validation {

void connectionParameterRange(const Subject& subject, Issues& issues)
{
    for (const Link& link : subject.links) {
        const ParameterMap& values = link.connection->parameters;
        const std::string place = connectionPlace(link.connection->id) + "/parameters/";
        if (const auto kind = values.find("kind");
            kind != values.end() && !connectionKind(toString(kind->second))) {
            Issue issue = aboutConnection(Severity::Error, "connection-parameter-range", *link.connection,
                                          "\"" + toString(kind->second) + "\" is no kind of connection",
                                          "use " + std::string{toString(link.kind)});
            issue.place = place + "kind";
            issues.push_back(std::move(issue));
        }
        const std::vector<ParameterSpec>& specs = *link.specs;
        for (const auto& [name, value] : values) {
            const auto spec =
                std::find_if(specs.begin(), specs.end(),
                             [&name = name](const ParameterSpec& each) { return each.id == name; });
            // Which kinds are allowed is told by illegal-connection.
            if (name == "kind" || spec == specs.end() || !isVisible(*spec, specs, values))
                continue;
            const ValueProblem problem = problemOf(*spec, value);
            if (problem.what.empty())
                continue;
            Issue issue = aboutConnection(Severity::Error, "connection-parameter-range", *link.connection,
                                          spec->name + " from " + nameOf(*link.from) + " to "
                                              + nameOf(*link.to) + " " + problem.what,
                                          problem.remedy);
            issue.place = place + name;
            issue.source = spec->evidence == Evidence::Documented ? spec->source : std::string{};
            issues.push_back(std::move(issue));
        }
    }
}

}  // namespace plimsoll::validation
