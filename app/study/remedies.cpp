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

/// What has too little: for work that waits what its reader lacks, else the component itself.
ComponentId tooSmall(const Finding& finding, const RunReport& report)
{
    if (finding.id == "backlog-grows" || finding.id == "fell-behind")
        for (const Binding& binding : bindings(report))
            if (binding.waits && binding.waits->id == finding.component)
                return binding.at->id;
    return finding.component;
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
        const ComponentId small = tooSmall(finding, report);
        const ComponentReport* component = findComponent(report, small);
        const Component* own = findComponent(design, small);
        const ServiceSpec* spec = own ? library.catalog().find(own->service) : nullptr;
        if (!component || !spec)
            continue;
        for (const Sizing& sizing : component->sizing) {
            // What is "auto" is sized by the next run anyway; only a size that was chosen can be too small.
            if (sizing.recommended <= sizing.current || !findParameter(*spec, sizing.parameter)
                || isAuto(*spec, own->parameters, sizing.parameter))
                continue;
            Remedy remedy{finding.id,     finding.component,  small, sizing.parameter,
                          sizing.current, sizing.recommended, {}};
            Design changed = design;
            const auto at = std::find_if(changed.components.begin(), changed.components.end(),
                                         [&](const Component& each) { return each.id == small; });
            at->parameters[sizing.parameter] = static_cast<std::int64_t>(std::llround(sizing.recommended));
            if (!now)
                now = totalOf(design, library, scenario, price);
            const std::optional<Money> then = totalOf(changed, library, scenario, price);
            if (now && then)
                remedy.perMonth = *then - *now;
            remedies.push_back(std::move(remedy));
        }
    }
    return remedies;
}

}  // namespace plimsoll
