// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

#include <map>

namespace plimsoll::validation {

namespace {

/// From how many shared readers on a service's own limit is felt.
struct ReadLimit {
    const char* service;  // integration name
    int readers;
    const char* why;
    const char* remedy;
    const char* source;
};
constexpr ReadLimit kReadLimits[] = {
    {"Kinesis Data Streams", 5,
     "a shard answers 5 reads a second in all, so each reads less than once a second",
     "give some of them enhanced fan-out",
     "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetRecords.html"},
    {"DynamoDB", 2, "a shard of the table's stream takes 2 readers",
     "let one reader fan out, or copy the changes to a Kinesis stream",
     "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html"},
};

}  // namespace

void sharedReaders(const Subject& subject, Issues& issues)
{
    for (const ReadLimit& limit : kReadLimits) {
        std::map<const Component*, int> readers;
        for (const Link& link : subject.links) {
            if (link.kind != ConnectionKind::Poll || link.fromSpec->integrationName != limit.service)
                continue;
            const std::vector<ParameterSpec> specs =
                connectionParameters(link.kind, *link.fromSpec, *link.toSpec);
            if (connectionText(*link.connection, specs, "reader", "shared") == "shared")
                ++readers[link.from];
        }
        for (const auto& [component, count] : readers) {
            if (count <= limit.readers)
                continue;
            Issue issue = aboutComponent(Severity::Warning, "shared-readers", *component,
                                         std::to_string(count) + " readers share " + nameOf(*component)
                                             + ", where " + limit.why,
                                         limit.remedy);
            issue.source = limit.source;
            issues.push_back(std::move(issue));
        }
    }
}

}  // namespace plimsoll::validation
