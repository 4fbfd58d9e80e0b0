// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

#include <map>

namespace plimsoll::validation {

void sharedReaders(const Subject& subject, Issues& issues)
{
    std::map<ComponentId, std::pair<const Link*, int>> readers;
    for (const Link& link : subject.links) {
        if (link.kind != ConnectionKind::Poll || link.fromSpec->feed.sharedReaders == 0
            || connectionText(*link.connection, *link.specs, "reader", "shared") != "shared")
            continue;
        const auto at = readers.try_emplace(link.from->id, &link, 0).first;
        ++at->second.second;
    }
    for (const auto& [id, read] : readers) {
        const auto& [link, count] = read;
        const FeedSpec& feed = link->fromSpec->feed;
        if (count <= feed.sharedReaders)
            continue;
        Issue issue = aboutComponent(Severity::Warning, "shared-readers", *link->from,
                                     std::to_string(count) + " readers share " + nameOf(*link->from)
                                         + ", where " + feed.sharedReadersWhy,
                                     feed.sharedReadersRemedy);
        issue.source = feed.sharedReadersSource;
        issues.push_back(std::move(issue));
    }
}

}  // namespace plimsoll::validation
