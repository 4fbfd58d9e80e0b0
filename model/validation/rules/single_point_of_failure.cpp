// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

namespace plimsoll::validation {

namespace {

bool spansZones(const Component& component, const ServiceSpec& spec)
{
    return findParameter(spec, "multiAz") != nullptr && flagOf(spec, component.parameters, "multiAz");
}

}  // namespace

void singlePointOfFailure(const Subject& subject, Issues& issues)
{
    for (const ComponentId& id : subject.topology.articulationPoints) {
        const Component* component = subject.find(id);
        const ServiceSpec* spec = component != nullptr ? subject.catalog.find(component->service) : nullptr;
        // Regional and global services span zones by themselves: only what sits in one zone is worth a word.
        if (spec == nullptr || spec->scope != ServiceScope::Zonal || spec->isSource
            || spansZones(*component, *spec))
            continue;
        Issue issue =
            aboutComponent(Severity::Hint, "single-point-of-failure", *component,
                           "everything through " + nameOf(*component) + " stops when its zone does",
                           "spread it over zones or add a second one; managed regional services are not "
                           "listed, because AWS runs them in several zones");
        issue.source = spec->slaSource;
        issues.push_back(std::move(issue));
    }
}

}  // namespace plimsoll::validation
