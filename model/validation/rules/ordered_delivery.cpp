// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

namespace plimsoll::validation {

void orderedDelivery(const Subject& subject, Issues& issues)
{
    constexpr const char* kType = "type";
    for (const Link& link : subject.links) {
        if (link.kind != ConnectionKind::Notify || link.toSpec->feed.shape == FeedSpec::Shape::Queue
            || findParameter(*link.fromSpec, kType) == nullptr
            || textOf(*link.fromSpec, link.from->parameters, kType) != "fifo")
            continue;
        issues.push_back(aboutConnection(Severity::Error, "ordered-delivery", *link.connection,
                                         nameOf(*link.from)
                                             + " keeps the order and so sends to queues only, and "
                                             + nameOf(*link.to) + " is none",
                                         "put a queue between them, or set its type to standard"));
    }
}

}  // namespace plimsoll::validation
