// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/run/line_counts.h"

#include <vector>

namespace plimsoll {

std::map<ConnectionId, double> recordsByLine(const RunReport& report, const Design& design)
{
    std::map<ConnectionId, double> counted;
    for (const ComponentReport& each : report.components)
        for (const ConsumerCounts& consumer : each.consumers)
            counted[consumer.connection] = static_cast<double>(consumer.delivered + consumer.filtered);
    std::map<ComponentId, std::vector<const Connection*>> into;
    for (const Connection& connection : design.connections)
        into[connection.to].push_back(&connection);
    for (const ComponentReport& each : report.components) {
        const Connection* unknown = nullptr;
        int unknowns = 0;
        double known = 0;
        const auto lines = into.find(each.id);
        if (lines == into.end())
            continue;
        for (const Connection* line : lines->second) {
            if (const auto at = counted.find(line->id); at != counted.end()) {
                known += at->second;
            } else {
                unknown = line;
                ++unknowns;
            }
        }
        const auto offered = static_cast<double>(each.counts.offered);
        if (unknowns == 1 && offered >= known)
            counted[unknown->id] = offered - known;
    }
    for (const PathReport& path : report.paths)
        counted.try_emplace(path.connection, static_cast<double>(path.succeeded + path.failed + path.gaveUp));
    return counted;
}

}  // namespace plimsoll
