// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

#include <map>

namespace plimsoll::validation {

void tooManyTargets(const Subject& subject, Issues& issues)
{
    std::map<ComponentId, std::vector<const Link*>> targets;
    for (const Link& link : subject.links) {
        // Who is given records calls a function for its own sake.
        const bool isStep = link.kind == ConnectionKind::Call && !link.fromSpec->puts.api.empty();
        // Nor is what takes what was given up a target of the work.
        const bool isWork = link.kind != ConnectionKind::Uses && !isStep
                            && connectionText(*link.connection, *link.specs, "role", "work") == "work";
        if (link.fromSpec->mostTargets > 0 && isWork)
            targets[link.from->id].push_back(&link);
    }
    for (const auto& [id, links] : targets) {
        const Link& first = *links.front();
        const auto most = static_cast<std::size_t>(first.fromSpec->mostTargets);
        if (links.size() <= most)
            continue;
        Issue issue = aboutComponent(Severity::Error, "too-many-targets", *first.from,
                                     nameOf(*first.from) + " delivers to "
                                         + (most == 1 ? "one target" : std::to_string(most) + " targets")
                                         + ", and " + std::to_string(links.size()) + " are connected",
                                     "draw another " + first.fromSpec->name
                                         + " for the others, fed by the same source");
        issue.source = first.fromSpec->mostTargetsSource;
        issues.push_back(std::move(issue));
    }
}

}  // namespace plimsoll::validation
