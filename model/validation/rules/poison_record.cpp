// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

namespace plimsoll::validation {

void poisonRecord(const Subject& subject, Issues& issues)
{
    for (const Link& link : subject.links) {
        if (link.kind != ConnectionKind::Poll
            || connectionNumber(*link.connection, *link.specs, "maximumRetryAttempts", 0) != -1)
            continue;
        Issue issue =
            aboutConnection(Severity::Hint, "poison-record", *link.connection,
                            "one record that " + nameOf(*link.to) + " cannot handle stops its shard of "
                                + nameOf(*link.from) + " until it expires",
                            "limit the retries, and split a batch on error");
        issue.place = connectionPlace(link.connection->id) + "/parameters/maximumRetryAttempts";
        issue.source = "https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html";
        issues.push_back(std::move(issue));
    }
}

}  // namespace plimsoll::validation
