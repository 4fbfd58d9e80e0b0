// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/carried_part.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

constexpr double kRounding = 1e-12;  // of the work: a difference of rates no larger is none

}  // namespace

const LimitUse* tightest(const FlowComponent& component)
{
    const LimitUse* most = nullptr;
    for (const LimitUse& limit : component.limits)
        if (std::isfinite(limit.utilisation) && limit.capacity > 0
            && (!most || limit.utilisation > most->utilisation))
            most = &limit;
    return most;
}

CarriedPart partOf(const FlowComponent& component, double durationSeconds)
{
    CarriedPart part;
    part.component = component.id;
    part.offeredPerSecond = part.wantedPerSecond = component.offered.recordsPerSecond;
    part.refusedPerSecond = std::max(0.0, component.refused.recordsPerSecond);
    const double left = durationSeconds > 0 ? component.backlogFinal / durationSeconds : 0;
    part.failedPerSecond =
        std::clamp(component.failedPerSecond, 0.0, part.offeredPerSecond - part.refusedPerSecond);
    part.carriedPerSecond =
        std::clamp(part.offeredPerSecond - part.refusedPerSecond - left - part.failedPerSecond, 0.0,
                   std::max(0.0, component.accepted.recordsPerSecond - part.failedPerSecond));
    // An estimate need not know what a limit does to the work above it; the limit itself says how much that is.
    if (const LimitUse* limit = tightest(component); limit && component.refused.recordsPerSecond <= 0
                                                     && component.backlogPeak <= 0
                                                     && limit->mean > limit->capacity)
        part.carriedPerSecond =
            std::min(part.carriedPerSecond, part.offeredPerSecond * limit->capacity / limit->mean);
    part.waitingPerSecond =
        part.offeredPerSecond - part.refusedPerSecond - part.failedPerSecond - part.carriedPerSecond;
    if (part.waitingPerSecond < kRounding * part.offeredPerSecond)
        part.waitingPerSecond = 0;
    return part;
}

bool isShort(const CarriedPart& part)
{
    return part.offeredPerSecond > 0 && part.carriedPerSecond < part.offeredPerSecond * (1 - kUnnoticed);
}

bool isShort(const FlowReport& flow, const FlowComponent& component)
{
    return isShort(partOf(component, flow.durationSeconds));
}

std::set<ComponentId> sendersIn(const Design& design, const FlowReport& flow)
{
    std::set<ComponentId> senders;
    for (const Connection& each : design.connections) {
        const auto rate = flow.connections.find(each.id);
        if (rate != flow.connections.end() && rate->second.recordsPerSecond > 0)
            senders.insert(each.from);
    }
    return senders;
}

double pressure(const FlowReport& flow, const FlowComponent& component)
{
    const CarriedPart part = partOf(component, flow.durationSeconds);
    const double shortBy =
        isShort(part) ? part.offeredPerSecond / std::max(part.carriedPerSecond, 1e-9 * part.offeredPerSecond)
                      : 0;
    const LimitUse* limit = tightest(component);
    return std::max(shortBy, limit ? limit->utilisation : 0);
}

}  // namespace plimsoll
