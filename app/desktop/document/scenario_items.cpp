// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/scenario_items.h"

#include "model/validation/issue.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace plimsoll {

namespace {

constexpr std::array kAllFaults{FaultKind::Down,         FaultKind::Slow,       FaultKind::Errors,
                                FaultKind::CapacityCut,  FaultKind::ZoneLost,   FaultKind::ConsumerPaused,
                                FaultKind::PoisonRecord, FaultKind::Deployment, FaultKind::SpotInterruption};
constexpr auto kTrial = "trial";

/// A connection whose ends may carry what the claim is about.
template <class Claim>
bool anyConnection(const Design& design, const ServiceCatalog& catalog, Claim claim)
{
    return std::any_of(design.connections.begin(), design.connections.end(), [&](const Connection& each) {
        const Component* from = findComponent(design, each.from);
        const Component* to = findComponent(design, each.to);
        const ServiceSpec* fromSpec = from ? catalog.find(from->service) : nullptr;
        const ServiceSpec* toSpec = to ? catalog.find(to->service) : nullptr;
        return fromSpec && toSpec && claim(*fromSpec, *toSpec);
    });
}

bool hasReplays(const ServiceSpec& from, const ServiceSpec& to)
{
    return from.feed.replays && to.reader.replays;
}

/// A design in which everything happens everywhere, for the rules to say what cannot.
class Trial {
public:
    Trial(const Design& design, const ServiceCatalog& catalog) : m_catalog{catalog}
    {
        m_design.components = design.components;
        m_design.connections = design.connections;
        m_design.groups = design.groups;
        m_scenario.id = kTrial;
        for (const Component& component : design.components)
            addAllOf(component);
        for (const Connection& connection : design.connections) {
            const Component* from = findComponent(design, connection.from);
            const Component* to = findComponent(design, connection.to);
            const ServiceSpec* fromSpec = from ? catalog.find(from->service) : nullptr;
            const ServiceSpec* toSpec = to ? catalog.find(to->service) : nullptr;
            if (fromSpec && toSpec && hasReplays(*fromSpec, *toSpec)) {
                Replay replay;
                replay.id = idOf(m_scenario.replays);
                replay.connection = connection.id;
                m_scenario.replays.push_back(std::move(replay));
            }
        }
        m_design.scenarios.push_back(m_scenario);
    }
    TimedFits judge(const IntegrationTable& integrations) const
    {
        std::set<std::string> refused;
        for (const Issue& issue : validate(m_design, m_catalog, integrations)) {
            if (issue.severity == Severity::Error)
                refused.insert(issue.place);
        }
        const auto isRefused = [&](const std::string& scenario, const char* list, const Id& id,
                                   const char* field) {
            return refused.contains("/scenarios/" + scenario + list + id + field);
        };
        TimedFits fits;
        for (const Fault& each : m_scenario.faults)
            if (isRefused(kTrial, "/faults/", each.id, "/kind"))
                fits.misfits.emplace(each.component, each.kind);
        for (const Redrive& each : m_scenario.redrives)
            if (!isRefused(kTrial, "/redrives/", each.id, "/component"))
                fits.redrives.push_back(each.component);
        for (const Replay& each : m_scenario.replays)
            if (!isRefused(kTrial, "/replays/", each.id, "/connection"))
                fits.replays.push_back(each.connection);
        for (const Scenario& scenario : m_design.scenarios)
            for (const ParameterChange& each : scenario.changes)
                if (!isRefused(scenario.id, "/changes/", each.id, "/parameter"))
                    fits.changes.push_back({each.component, each.parameter});
        return fits;
    }

private:
    template <class Item>
    static Id idOf(const std::vector<Item>& items)
    {
        return std::to_string(items.size());
    }
    void addAllOf(const Component& component)
    {
        for (const FaultKind kind : kAllFaults) {
            Fault fault;
            fault.id = idOf(m_scenario.faults);
            fault.component = component.id;
            fault.kind = kind;
            fault.factor = usualFactor(kind);
            m_scenario.faults.push_back(std::move(fault));
        }
        const ServiceSpec* spec = m_catalog.find(component.service);
        if (!spec)
            return;
        if (spec->redrives)
            m_scenario.redrives.push_back({idOf(m_scenario.redrives), component.id});
        for (const ParameterSpec& parameter : spec->parameters) {
            if (!parameter.change)
                continue;
            // One scenario holds only so many.
            if (m_design.scenarios.empty()
                || m_design.scenarios.back().changes.size() >= kMostParameterChanges) {
                m_design.scenarios.emplace_back();
                m_design.scenarios.back().id = "changes-" + idOf(m_design.scenarios);
            }
            std::vector<ParameterChange>& changes = m_design.scenarios.back().changes;
            changes.push_back({idOf(changes), component.id, parameter.id, parameter.defaultValue});
        }
    }

    const ServiceCatalog& m_catalog;
    Design m_design;
    Scenario m_scenario;
};

}  // namespace

Id freeLoadId(const Scenario& scenario, const std::string& stem)
{
    std::set<Id> taken;
    for (const QueryLoad& each : scenario.queries)
        taken.insert(each.id);
    for (const JobLoad& each : scenario.jobs)
        taken.insert(each.id);
    for (const Fault& each : scenario.faults)
        taken.insert(each.id);
    for (const Redrive& each : scenario.redrives)
        taken.insert(each.id);
    for (const ParameterChange& each : scenario.changes)
        taken.insert(each.id);
    for (const Replay& each : scenario.replays)
        taken.insert(each.id);
    int number = 1;
    while (taken.count(stem + "-" + std::to_string(number)) > 0)
        ++number;
    return stem + "-" + std::to_string(number);
}

RateLevel newLevel(const TrafficProfile& profile, double durationSeconds)
{
    RateLevel level;
    level.atSeconds = profile.levels.empty() ? durationSeconds / 2
                                             : (profile.levels.back().atSeconds + durationSeconds) / 2;
    level.ratePerSecond =
        2 * (profile.levels.empty() ? profile.ratePerSecond : profile.levels.back().ratePerSecond);
    return level;
}

TrafficSpike newSpike(double durationSeconds)
{
    TrafficSpike spike;
    spike.startSeconds = durationSeconds / 2;
    spike.seconds = std::min(600.0, durationSeconds / 10);
    spike.factor = 2;
    return spike;
}

TrafficPause newPause(double durationSeconds)
{
    TrafficPause pause;
    pause.startSeconds = durationSeconds / 2;
    pause.seconds = std::min(600.0, durationSeconds / 10);
    return pause;
}

Fault newFault(const Design& design, const ServiceCatalog& catalog, const Scenario& scenario)
{
    Fault fault;
    fault.id = freeLoadId(scenario, "fault");
    for (const Component& each : design.components) {
        const ServiceSpec* found = catalog.find(each.service);
        if (found && !found->isSource && fault.component.empty())
            fault.component = each.id;
    }
    fault.startSeconds = scenario.durationSeconds / 3;
    fault.durationSeconds = std::min(300.0, scenario.durationSeconds / 6);
    fault.factor = 2;
    return fault;
}

double usualFactor(FaultKind kind)
{
    return kind == FaultKind::Slow ? 2 : 0.5;
}

TimedFits timedFits(const Design& design, const ServiceCatalog& catalog, const IntegrationTable& integrations)
{
    return Trial{design, catalog}.judge(integrations);
}

bool mayRedrive(const Design& design, const ServiceCatalog& catalog)
{
    return anyConnection(design, catalog, carriesDeadLetters);
}

bool mayChange(const Design& design, const ServiceCatalog& catalog)
{
    return std::any_of(design.components.begin(), design.components.end(), [&](const Component& each) {
        const ServiceSpec* spec = catalog.find(each.service);
        return spec
               && std::any_of(spec->parameters.begin(), spec->parameters.end(),
                              [](const ParameterSpec& parameter) { return parameter.change.has_value(); });
    });
}

bool mayReplay(const Design& design, const ServiceCatalog& catalog)
{
    return anyConnection(design, catalog, hasReplays);
}

Redrive newRedrive(const Scenario& scenario, const TimedFits& fits)
{
    Redrive redrive;
    redrive.id = freeLoadId(scenario, "redrive");
    if (!fits.redrives.empty())
        redrive.component = fits.redrives.front();
    redrive.startSeconds = scenario.durationSeconds * 2 / 3;
    return redrive;
}

ParameterValue anotherValue(const Design& design, const ServiceCatalog& catalog,
                            const TimedFits::Changeable& what)
{
    const Component* component = findComponent(design, what.component);
    const ServiceSpec* spec = component ? catalog.find(component->service) : nullptr;
    const ParameterSpec* parameter = spec ? findParameter(*spec, what.parameter) : nullptr;
    if (!parameter)
        return std::int64_t{1};
    const ParameterValue now = effectiveValue(*spec, component->parameters, what.parameter);
    if (parameter->type == ParameterType::Boolean)
        return asNumber(now) == 0;
    if (parameter->type == ParameterType::Choice) {
        for (const ParameterChoice& choice : parameter->choices)
            if (choice.value != toString(now))
                return choice.value;
        return now;
    }
    const double number = asNumber(now);
    double other = number <= 0 ? std::max(1.0, parameter->minimum) : number * 2;
    if (parameter->maximum > parameter->minimum && other > parameter->maximum)
        other = std::max(parameter->minimum, std::ceil(number / 2));
    if (parameter->type == ParameterType::Integer)
        return static_cast<std::int64_t>(std::llround(other));
    return other;
}

ParameterChange newChange(const Design& design, const ServiceCatalog& catalog, const Scenario& scenario,
                          const TimedFits::Changeable& what)
{
    ParameterChange change;
    change.id = freeLoadId(scenario, "change");
    change.component = what.component;
    change.parameter = what.parameter;
    change.value = anotherValue(design, catalog, what);
    change.startSeconds = scenario.durationSeconds / 2;
    return change;
}

ParameterChange newChange(const Design& design, const ServiceCatalog& catalog, const Scenario& scenario,
                          const TimedFits& fits)
{
    return newChange(design, catalog, scenario,
                     fits.changes.empty() ? TimedFits::Changeable{} : fits.changes.front());
}

Replay newReplay(const Scenario& scenario, const TimedFits& fits)
{
    Replay replay;
    replay.id = freeLoadId(scenario, "replay");
    if (!fits.replays.empty())
        replay.connection = fits.replays.front();
    replay.startSeconds = scenario.durationSeconds * 2 / 3;
    return replay;
}

}  // namespace plimsoll
