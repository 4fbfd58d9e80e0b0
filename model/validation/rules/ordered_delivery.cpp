// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

namespace plimsoll::validation {

void orderedDelivery(const Subject& subject, Issues& issues)
{
    for (const Link& link : subject.links) {
        const VisibleWhen& orders = link.fromSpec->ordersWhile;
        if (link.kind != ConnectionKind::Notify || link.toSpec->feed.shape == FeedSpec::Shape::Queue
            || orders.parameter.empty() || !holds(orders, link.fromSpec->parameters, link.from->parameters))
            continue;
        issues.push_back(aboutConnection(
            Severity::Error, "ordered-delivery", *link.connection,
            nameOf(*link.from) + " keeps the order and so sends to queues only, and " + nameOf(*link.to)
                + " is none",
            "put a queue between them, or set its " + orders.parameter + " to another value"));
    }
}

}  // namespace plimsoll::validation
