// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

#include <algorithm>

namespace plimsoll::validation {

namespace {

/// The design with the connections that `wanted` picks; a component connected to itself has its own rule.
template <class Wanted>
Design only(const Subject& subject, const Wanted& wanted)
{
    Design part;
    part.components = subject.design.components;
    for (const Link& link : subject.links) {
        if (link.from != link.to && wanted(link))
            part.connections.push_back(*link.connection);
    }
    return part;
}

void report(const Subject& subject, const std::vector<ComponentId>& cycle, const std::string& deed,
            const std::string& remedy, Issues& issues)
{
    std::string names;
    for (std::size_t at = 0; at < cycle.size(); ++at) {
        const Component* component = subject.find(cycle[at]);
        names += (at == 0 ? "" : at + 1 == cycle.size() ? " and " : ", ") + nameOf(*component);
    }
    issues.push_back(
        aboutComponent(Severity::Warning, "loop", *subject.find(cycle.front()), names + " " + deed, remedy));
}

}  // namespace

void loop(const Subject& subject, Issues& issues)
{
    const Design calls = only(subject, [](const Link& link) {
        return link.kind == ConnectionKind::Call || link.kind == ConnectionKind::Query;
    });
    const std::vector<std::vector<ComponentId>> callCycles = topologyOf(calls, {}).cycles;
    for (const std::vector<ComponentId>& cycle : callCycles)
        report(subject, cycle, "call each other in a loop",
               "every turn holds a slot in each of them until the innermost call answers; break the loop",
               issues);

    // Work also goes round through writes and the events they cause; reading changes nothing, so it closes no loop, and
    // what two of a kind copy of each other is copied no further.
    const Design flow = only(subject, [](const Link& link) {
        const bool moves = link.kind == ConnectionKind::Call || link.kind == ConnectionKind::Put
                           || link.kind == ConnectionKind::Notify || link.kind == ConnectionKind::Poll
                           || link.kind == ConnectionKind::Replicate || link.kind == ConnectionKind::Start;
        const std::string operation = connectionText(*link.connection, *link.specs, "operation", "write");
        const bool isReplica = link.kind == ConnectionKind::Replicate && link.fromSpec->id == link.toSpec->id;
        return moves && !isReplica && (operation == "write" || !link.toSpec->stores);
    });
    for (const std::vector<ComponentId>& cycle : topologyOf(flow, {}).cycles) {
        if (std::find(callCycles.begin(), callCycles.end(), cycle) == callCycles.end())
            report(subject, cycle, "pass work round in a loop",
                   "what comes back must be less than what went out, or the load grows without end; break "
                   "the loop, "
                   "or filter what goes round",
                   issues);
    }
}

}  // namespace plimsoll::validation
