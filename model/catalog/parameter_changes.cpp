// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/parameter_changes.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace plimsoll {

double secondsOf(const ChangeSpec& change, double before, double value)
{
    if (value <= before)
        return change.decreaseSeconds;
    return change.seconds + (change.perSecond > 0 ? (value - before) / change.perSecond : 0);
}

std::vector<ChangeInForce> changesInForce(const Design& design, const ServiceCatalog& catalog,
                                          const Scenario& scenario)
{
    std::vector<const ParameterChange*> ordered;
    for (const ParameterChange& change : scenario.changes)
        ordered.push_back(&change);
    std::sort(ordered.begin(), ordered.end(), [](const ParameterChange* a, const ParameterChange* b) {
        return std::tie(a->startSeconds, a->id) < std::tie(b->startSeconds, b->id);
    });
    std::map<std::pair<ComponentId, std::string>, ParameterValue> last;
    std::vector<ChangeInForce> changes;
    for (const ParameterChange* change : ordered) {
        const Component* component = findComponent(design, change->component);
        const ServiceSpec* spec = component ? catalog.find(component->service) : nullptr;
        const ParameterSpec* parameter = spec ? findParameter(*spec, change->parameter) : nullptr;
        if (!parameter || !parameter->change)
            continue;
        const auto [value, isFirst] =
            last.try_emplace({change->component, change->parameter},
                             effectiveValue(*spec, component->parameters, change->parameter));
        const double takes = secondsOf(*parameter->change, asNumber(value->second), asNumber(change->value));
        changes.push_back({change->id, change->component, change->parameter, value->second, change->value,
                           change->startSeconds, change->startSeconds + takes});
        value->second = change->value;
    }
    // What is asked for later may be in force sooner: a decrease of one parameter, say, while another grows.
    std::stable_sort(changes.begin(), changes.end(), [](const ChangeInForce& a, const ChangeInForce& b) {
        return a.inForceSeconds < b.inForceSeconds;
    });
    return changes;
}

Design designAt(Design design, const std::vector<ChangeInForce>& changes, double seconds)
{
    for (const ChangeInForce& change : changes) {
        if (change.inForceSeconds > seconds)
            continue;
        for (Component& component : design.components) {
            if (component.id == change.component)
                component.parameters[change.parameter] = change.value;
        }
    }
    for (Scenario& scenario : design.scenarios)
        scenario.changes.clear();
    return design;
}

Scenario withoutChangesBy(Scenario scenario, const std::vector<ChangeInForce>& changes, double seconds)
{
    std::erase_if(scenario.changes, [&](const ParameterChange& change) {
        const auto found = std::find_if(changes.begin(), changes.end(),
                                        [&](const ChangeInForce& one) { return one.id == change.id; });
        return found == changes.end() || found->inForceSeconds <= seconds;
    });
    return scenario;
}

}  // namespace plimsoll
