// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/service_catalog.h"
#include "model/validation/rules/rules.h"

namespace plimsoll::validation {

/// Who takes records out of a queue or a stream does so in batches: what leaves it no batches of its own rules that out.
void readingDiscipline(const Subject& subject, Issues& issues)
{
    for (const Link& link : subject.links) {
        const ParameterSpec* batch = findParameter(*link.toSpec, "batchSize");
        if (link.kind != ConnectionKind::Poll || batch == nullptr
            || isVisible(*batch, link.toSpec->parameters, link.to->parameters))
            continue;
        const VisibleWhen& when = batch->visibleWhen;
        Issue issue = aboutComponent(Severity::Error, "reading-discipline", *link.to,
                                     nameOf(*link.to) + " takes records out of " + nameOf(*link.from)
                                         + " in batches, which its " + when.parameter + " rules out",
                                     "set " + when.parameter + " to " + when.values.front());
        issue.place += "/parameters/" + when.parameter;
        issues.push_back(std::move(issue));
    }
}

}  // namespace plimsoll::validation
