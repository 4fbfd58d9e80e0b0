// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

namespace plimsoll::validation {

void feedOff(const Subject& subject, Issues& issues)
{
    for (const Link& link : subject.links) {
        const std::string& feed = link.fromSpec->feedParameter;
        if (feed.empty() || link.kind != ConnectionKind::Poll
            || textOf(*link.fromSpec, link.from->parameters, feed) != "off")
            continue;
        Issue issue = aboutComponent(Severity::Error, "feed-off", *link.from,
                                     nameOf(*link.to) + " polls the changes of " + nameOf(*link.from)
                                         + ", whose " + feed + " is off",
                                     "set " + feed + " to new-image or another view");
        issue.place += "/parameters/" + feed;
        issues.push_back(std::move(issue));
    }
}

}  // namespace plimsoll::validation
