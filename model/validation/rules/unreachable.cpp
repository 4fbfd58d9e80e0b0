// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

#include <algorithm>

namespace plimsoll::validation {

void unreachable(const Subject& subject, Issues& issues)
{
    // Without any entry everything is unreachable; no-source has said so once.
    if (subject.entries.empty())
        return;
    const std::vector<ComponentId>& orphans = subject.topology.orphans;
    for (const ComponentId& id : subject.topology.unreachable) {
        if (std::binary_search(orphans.begin(), orphans.end(), id))
            continue;
        if (const Component* component = subject.find(id))
            issues.push_back(
                aboutComponent(Severity::Warning, "unreachable", *component,
                               "no traffic, query or job reaches " + nameOf(*component),
                               "connect it to something that gives it work, or add queries or a job for it"));
    }
}

}  // namespace plimsoll::validation
