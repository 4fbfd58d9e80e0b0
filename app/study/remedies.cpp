// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/remedies.h"

#include "simulator/run/findings/binding.h"
#include "simulator/services/service_library.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace plimsoll {

namespace {

// Findings whose remedy is more of what the component has.
bool asksForMore(const Finding& finding)
{
    return finding.id == "refused" || finding.id == "near-limit" || finding.id == "backlog-grows"
           || finding.id == "fell-behind";
}

/// Where something is too small and by which limit: for work that waits that of its reader, else the component's own; where
/// calls keep that busy, the one that is called.
/// Nowhere for work that waits for no limit.
struct Lack {
    const ComponentReport* component = nullptr;
    const LimitUse* limit = nullptr;
};
Lack lackOf(const Finding& finding, const RunReport& report)
{
    const bool waits = finding.id == "backlog-grows" || finding.id == "fell-behind";
    for (const Binding& binding : bindings(report)) {
        if (waits ? binding.waits && binding.waits->id == finding.component
                  : !binding.waits && binding.at->id == finding.component) {
            if (binding.callee)
                return {binding.callee, binding.calleeLimit};
            return {waits && !binding.limit ? nullptr : binding.at, binding.limit};
        }
    }
    return {waits ? nullptr : findComponent(report, finding.component), nullptr};
}

std::optional<Money> totalOf(const Design& design, const ServiceLibrary& library, const ScenarioId& scenario,
                             const PriceChoice& price)
{
    const Result<Bill> bill = estimateBill(design, library, scenario, price);
    return bill ? std::optional{bill->total} : std::nullopt;
}

}  // namespace

std::vector<Remedy> remediesOf(const Design& design, const RunReport& report,
                               const std::vector<Finding>& findings, const ServiceLibrary& library,
                               const PriceChoice& price)
{
    std::vector<Remedy> remedies;
    std::optional<Money> now;
    const ScenarioId& scenario = report.provenance.scenario;
    for (const Finding& finding : findings) {
        if (!asksForMore(finding))
            continue;
        const auto [component, limit] = lackOf(finding, report);
        const Component* own = component ? findComponent(design, component->id) : nullptr;
        const ServiceSpec* spec = own ? library.catalog().find(own->service) : nullptr;
        if (!own || !spec)
            continue;
        const Sizing* sizing = tooSmallFor(*component, limit);
        // What is "auto" is sized by the next run anyway; only a size that was chosen can be too small.
        if (!sizing || !findParameter(*spec, sizing->parameter)
            || isAuto(*spec, own->parameters, sizing->parameter))
            continue;
        Remedy remedy{finding.id,      finding.component,   own->id, sizing->parameter,
                      sizing->current, sizing->recommended, {}};
        Design changed = design;
        const auto at = std::find_if(changed.components.begin(), changed.components.end(),
                                     [&](const Component& each) { return each.id == own->id; });
        at->parameters[sizing->parameter] = static_cast<std::int64_t>(std::llround(sizing->recommended));
        if (!now)
            now = totalOf(design, library, scenario, price);
        const std::optional<Money> then = totalOf(changed, library, scenario, price);
        if (now && then)
            remedy.perMonth = *then - *now;
        remedies.push_back(std::move(remedy));
    }
    return remedies;
}

}  // namespace plimsoll
