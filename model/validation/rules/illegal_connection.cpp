// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

#include <algorithm>

namespace plimsoll::validation {

void illegalConnection(const Subject& subject, Issues& issues)
{
    for (const Link& link : subject.links) {
        if (link.from == link.to)
            continue;
        const Legality& legality = *link.legality;
        const bool kindFits =
            std::find(legality.kinds.begin(), legality.kinds.end(), link.kind) != legality.kinds.end();
        if (legality.verdict == Legality::Verdict::Refused) {
            // The judge's sentence ends with the remedy, which has a place of its own here.
            std::string what = legality.explanation;
            if (what.ends_with("; " + legality.remedy))
                what.resize(what.size() - legality.remedy.size() - 2);
            Issue issue = aboutConnection(Severity::Error, "illegal-connection", *link.connection,
                                          std::move(what), legality.remedy);
            issue.source = legality.sourceUrl;
            issues.push_back(std::move(issue));
        } else if (legality.verdict == Legality::Verdict::Reversed) {
            Issue issue = aboutConnection(Severity::Error, "illegal-connection", *link.connection,
                                          legality.explanation, "turn the connection round");
            issue.source = legality.sourceUrl;
            issues.push_back(std::move(issue));
        } else if (legality.verdict == Legality::Verdict::DrawnOnly && link.fromSpec->simulated
                   && link.toSpec->simulated) {
            Issue issue = aboutConnection(Severity::Error, "not-simulated", *link.connection,
                                          legality.explanation, legality.remedy);
            issue.source = legality.sourceUrl;
            issues.push_back(std::move(issue));
        } else if (!kindFits) {
            std::string allowed;
            for (const ConnectionKind kind : legality.kinds)
                allowed += (allowed.empty() ? "" : " or ") + std::string{toString(kind)};
            Issue issue = aboutConnection(Severity::Error, "illegal-connection", *link.connection,
                                          nameOf(*link.from) + " to " + nameOf(*link.to)
                                              + " cannot be of the kind " + std::string{toString(link.kind)},
                                          "use " + allowed);
            issue.place = connectionPlace(link.connection->id) + "/parameters/kind";
            issue.source = legality.sourceUrl;
            issues.push_back(std::move(issue));
        } else if (legality.verdict == Legality::Verdict::CustomCode) {
            issues.push_back(aboutConnection(Severity::Hint, "custom-code", *link.connection,
                                             legality.explanation,
                                             "check that what its parameters say is what your code does"));
        }
    }
}

}  // namespace plimsoll::validation
