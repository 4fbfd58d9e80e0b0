// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/service_catalog.h"
#include "model/catalog/zones.h"
#include "model/validation/rules/rules.h"

#include <algorithm>

namespace plimsoll::validation {

namespace {

/// Why the fault means nothing for the component, and what would; `what` is empty when it fits.
struct Misfit {
    std::string what;
    std::string remedy;
};

template <class Fits>
bool isFed(const Subject& subject, const Component& component, Fits fits)
{
    const auto inputs = subject.inputs.find(component.id);
    return inputs != subject.inputs.end()
           && std::any_of(inputs->second.begin(), inputs->second.end(),
                          [&](const Link* link) { return fits(*link); });
}

Misfit misfitOf(const Subject& subject, const Fault& fault, const Component& component,
                const ServiceSpec& spec)
{
    const std::string name = nameOf(component);
    if (spec.isSource)
        return {name + " only sends, no fault happens there",
                "set its rate in the scenario's traffic, or let what it sends to fail"};
    switch (fault.kind) {
    case FaultKind::Down:
    case FaultKind::Slow:
    case FaultKind::Errors:
    case FaultKind::CapacityCut:
        return {};
    case FaultKind::ZoneLost:
        if (zonesOf(component, spec) == 0)
            return {name + " sits in no Availability Zone", "use down or capacity-cut"};
        return {};
    case FaultKind::ConsumerPaused: {
        const bool reads = isFed(subject, component, [&spec](const Link& link) {
            return link.kind == ConnectionKind::Poll
                   || (link.kind == ConnectionKind::Load && (spec.runsQueries || spec.runsJobs));
        });
        return reads ? Misfit{}
                     : Misfit{name + " asks no store for records, so it cannot stop asking",
                              "name a component that reads over a poll or load connection, or use down"};
    }
    case FaultKind::PoisonRecord: {
        const bool handles =
            spec.poisonable && isFed(subject, component, [](const Link& link) {
                return link.kind == ConnectionKind::Poll || link.kind == ConnectionKind::Notify;
            });
        return handles ? Misfit{}
                       : Misfit{name
                                    + " is no function that is fed by a store or by events, so no record "
                                      "can fail it again and again",
                                "name a function that polls or is notified, or use errors"};
    }
    case FaultKind::Deployment:
        return spec.deploys
                   ? Misfit{}
                   : Misfit{spec.name + " is deployed by AWS, not by you", "use capacity-cut or down"};
    case FaultKind::SpotInterruption:
        if (!spec.usesSpot)
            return {spec.name + " does not run on Spot capacity", "use capacity-cut"};
        if (!spec.spotParameter.empty() && !flagOf(spec, component.parameters, spec.spotParameter))
            return {name + " has no nodes on Spot",
                    "turn " + spec.spotParameter + " on, or use capacity-cut"};
        return {};
    }
    return {};
}

}  // namespace

void faultKind(const Subject& subject, Issues& issues)
{
    for (const Scenario& scenario : subject.design.scenarios) {
        for (const Fault& fault : scenario.faults) {
            const std::string place = scenarioPlace(scenario.id) + "/faults/" + fault.id;
            const auto knows = [&](const Component& component) {
                const ServiceSpec* spec = subject.catalog.find(component.service);
                return spec != nullptr && strikes(fault, component, *spec);
            };
            const Component* component = subject.find(fault.component);
            const ServiceSpec* spec =
                component != nullptr ? subject.catalog.find(component->service) : nullptr;
            Misfit misfit;
            if (spec != nullptr)
                misfit = misfitOf(subject, fault, *component, *spec);
            if (!misfit.what.empty()) {
                issues.push_back(
                    aboutPlace(Severity::Error, "fault-kind", place + "/kind", misfit.what, misfit.remedy));
                continue;
            }
            if (!fault.zone.empty() && fault.kind != FaultKind::ZoneLost) {
                issues.push_back(aboutPlace(Severity::Warning, "fault-kind", place + "/zone",
                                            "only an az-lost fault has a zone", "remove it"));
            } else if (!fault.zone.empty() && fault.zone != "a" && fault.zone != "b" && fault.zone != "c") {
                issues.push_back(aboutPlace(Severity::Error, "fault-kind", place + "/zone",
                                            "there is no zone \"" + fault.zone + "\"", "use a, b or c"));
            } else if (!fault.zone.empty()
                       && std::none_of(subject.design.components.begin(), subject.design.components.end(),
                                       knows)) {
                issues.push_back(aboutPlace(Severity::Warning, "fault-kind", place + "/zone",
                                            "nothing the fault is about sits in zone " + fault.zone,
                                            "name another zone"));
            } else if ((fault.kind == FaultKind::CapacityCut || fault.kind == FaultKind::SpotInterruption)
                       && fault.factor == 1) {
                issues.push_back(aboutPlace(Severity::Warning, "fault-kind", place + "/factor",
                                            "the fault leaves all of the capacity",
                                            "give the share that is left, e.g. 0.5"));
            }
        }
    }
}

}  // namespace plimsoll::validation
