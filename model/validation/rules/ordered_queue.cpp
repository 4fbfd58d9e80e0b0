// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/kept_order.h"
#include "model/support/number_text.h"
#include "model/validation/rules/rules.h"

namespace plimsoll::validation {

namespace {

constexpr const char* kMapping = "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html";
constexpr const char* kDeadLetters =
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html";

/// A reader takes no more at once than one read brings, and waits for no more to come.
void checkReader(const Link& link, Issues& issues)
{
    const auto report = [&](const char* parameter, const std::string& what, const std::string& remedy) {
        Issue issue = aboutConnection(Severity::Error, "ordered-queue", *link.connection, what, remedy);
        issue.place += std::string{"/parameters/"} + parameter;
        issue.source = kMapping;
        issues.push_back(std::move(issue));
    };
    const double most = link.fromSpec->feed.read.mostPerCall;
    const std::string keeps = nameOf(*link.from) + " keeps the order: its readers ";
    if (connectionNumber(*link.connection, *link.specs, "batchSize", 1) > most)
        report("batchSize", keeps + "take " + plainNumber(most) + " messages at once at most",
               "lower the batch size");
    if (connectionNumber(*link.connection, *link.specs, "batchWindowMillis", 0) > 0)
        report("batchWindowMillis", keeps + "have no batch window", "set the window to 0");
}

/// Notifications carry the name of a group only where their sender keeps order itself, or lets its user choose one.
bool namesGroups(const Link& link)
{
    const VisibleWhen& orders = link.fromSpec->ordersWhile;
    if (!orders.parameter.empty())
        return keepsOrder(*link.fromSpec, link.from->parameters);
    // What was given up, and events of a bucket, go to queues without order alone.
    return connectionText(*link.connection, *link.specs, "role", "work") != "on-failure"
           && link.fromSpec->feed.shape != FeedSpec::Shape::Objects;
}

}  // namespace

void orderedQueue(const Subject& subject, Issues& issues)
{
    for (const Link& link : subject.links) {
        const bool fromOrdered = isOrderedQueue(*link.fromSpec, link.from->parameters);
        const bool toOrdered = isOrderedQueue(*link.toSpec, link.to->parameters);
        if (carriesDeadLetters(*link.fromSpec, *link.toSpec)) {
            if (fromOrdered == toOrdered)
                continue;
            const std::string& type = link.fromSpec->ordersWhile.parameter;
            Issue issue = aboutConnection(Severity::Error, "ordered-queue", *link.connection,
                                          nameOf(*link.to) + " is of another type than " + nameOf(*link.from)
                                              + ", whose dead letters it takes",
                                          "set its " + type + " to "
                                              + textOf(*link.fromSpec, link.from->parameters, type));
            issue.source = kDeadLetters;
            issues.push_back(std::move(issue));
            continue;
        }
        if (link.kind == ConnectionKind::Poll && fromOrdered)
            checkReader(link, issues);
        if (link.kind == ConnectionKind::Notify && toOrdered && !namesGroups(link))
            issues.push_back(
                aboutConnection(Severity::Error, "ordered-queue", *link.connection,
                                nameOf(*link.to) + " keeps the order of message groups, and what "
                                    + nameOf(*link.from) + " sends to it names none",
                                "send over an event bus or an ordered topic, or take a queue without order"));
    }
}

}  // namespace plimsoll::validation
