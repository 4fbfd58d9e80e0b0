// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/number_text.h"
#include "model/validation/rules/rules.h"

namespace plimsoll::validation {

namespace {

/// AWS's advice; the rest leaves room for throttled tries of a batch.
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
constexpr double kAdvisedTimes = 6;

}  // namespace

/// A message comes back while its reader still works on it when it stays hidden for less than a run may take.
void visibility(const Subject& subject, Issues& issues)
{
    for (const Link& link : subject.links) {
        const std::string& hidden = link.fromSpec->visibilityParameter;
        const std::string& limit = link.toSpec->runLimitParameter;
        if (link.kind != ConnectionKind::Poll || hidden.empty() || limit.empty())
            continue;
        const double visible = numberOf(*link.fromSpec, link.from->parameters, hidden);
        const double longest = numberOf(*link.toSpec, link.to->parameters, limit);
        if (visible >= kAdvisedTimes * longest)
            continue;
        const bool refused = visible < longest;
        Issue issue = aboutComponent(
            refused ? Severity::Error : Severity::Hint, "visibility", *link.from,
            nameOf(*link.from) + " shows a message again after " + plainNumber(visible) + " s, and "
                + nameOf(*link.to) + " may work on it for " + plainNumber(longest) + " s"
                + (refused ? ": such a mapping is refused" : ": six times as long is advised"),
            "let it stay hidden for " + plainNumber(kAdvisedTimes * longest) + " s, or lower the timeout");
        issue.place = "/components/" + link.from->id + "/parameters/" + hidden;
        issue.source = "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html";
        issues.push_back(std::move(issue));
    }
}

}  // namespace plimsoll::validation
