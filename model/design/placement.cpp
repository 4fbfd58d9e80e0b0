// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/design/placement.h"

#include <algorithm>

namespace plimsoll {

namespace {

bool contains(const Group& outer, const Group& inner)
{
    return &outer != &inner && outer.position.x <= inner.position.x && outer.position.y <= inner.position.y
           && outer.position.x + outer.width >= inner.position.x + inner.width
           && outer.position.y + outer.height >= inner.position.y + inner.height;
}

}  // namespace

Placement placementOf(const Design& design, const Component& component)
{
    Placement placement;
    placement.region = design.region;
    const auto own = std::find_if(design.groups.begin(), design.groups.end(),
                                  [&](const Group& group) { return group.id == component.group; });
    if (component.group.empty() || own == design.groups.end())
        return placement;
    // A group lies in those that are drawn round it; the innermost of a kind counts.
    double accountArea = 0, zoneArea = 0;
    for (const Group& group : design.groups) {
        if (group.id != own->id && !contains(group, *own))
            continue;
        const double area = group.width * group.height;
        if (group.kind == "account" && (placement.account.empty() || area < accountArea)) {
            placement.account = group.id;
            accountArea = area;
        } else if (group.kind == "availability-zone" && (placement.zone.empty() || area < zoneArea)) {
            placement.zone = group.id;
            zoneArea = area;
        }
    }
    return placement;
}

}  // namespace plimsoll
