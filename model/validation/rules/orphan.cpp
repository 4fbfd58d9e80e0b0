// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

#include <algorithm>

namespace plimsoll::validation {

void orphan(const Subject& subject, Issues& issues)
{
    for (const ComponentId& id : subject.topology.orphans) {
        const bool given = std::binary_search(subject.entries.begin(), subject.entries.end(), id);
        const Component* component = subject.find(id);
        const ServiceSpec* spec = component != nullptr ? subject.catalog.find(component->service) : nullptr;
        // A warehouse with queries of its own works without any connection; a source alone does not.
        if (component == nullptr || (given && spec != nullptr && !spec->isSource))
            continue;
        issues.push_back(aboutComponent(Severity::Hint, "orphan", *component,
                                        nameOf(*component) + " is not connected to anything",
                                        "connect it, or remove it"));
    }
}

}  // namespace plimsoll::validation
