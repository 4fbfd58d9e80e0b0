// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/issue.h"

#include "model/catalog/pair_table.h"
#include "model/validation/rules/rules.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace plimsoll {

namespace validation {

std::string nameOf(const Component& component)
{
    return component.label.empty() ? component.id : component.label;
}

std::string componentPlace(const ComponentId& id)
{
    return "/components/" + id;
}

std::string connectionPlace(const ConnectionId& id)
{
    return "/connections/" + id;
}

std::string scenarioPlace(const ScenarioId& id)
{
    return "/scenarios/" + id;
}

Issue aboutComponent(Severity severity, std::string rule, const Component& component, std::string what,
                     std::string remedy)
{
    return {severity,
            std::move(rule),
            componentPlace(component.id),
            component.id,
            {},
            std::move(what),
            std::move(remedy),
            {}};
}

Issue aboutConnection(Severity severity, std::string rule, const Connection& connection, std::string what,
                      std::string remedy)
{
    return {severity,
            std::move(rule),
            connectionPlace(connection.id),
            {},
            connection.id,
            std::move(what),
            std::move(remedy),
            {}};
}

Issue aboutPlace(Severity severity, std::string rule, std::string place, std::string what, std::string remedy)
{
    return {severity, std::move(rule), std::move(place), {}, {}, std::move(what), std::move(remedy), {}};
}

namespace {

std::vector<Link> linksOf(const Subject& subject, PairTable& pairs)
{
    std::vector<Link> links;
    for (const Connection& connection : subject.design.connections) {
        const Component* from = subject.find(connection.from);
        const Component* to = subject.find(connection.to);
        const ServiceSpec* fromSpec = from != nullptr ? subject.catalog.find(from->service) : nullptr;
        const ServiceSpec* toSpec = to != nullptr ? subject.catalog.find(to->service) : nullptr;
        if (fromSpec == nullptr || toSpec == nullptr)
            continue;
        const ConnectionKind kind = kindOf(connection, *fromSpec, *toSpec);
        links.push_back({&connection, from, to, fromSpec, toSpec, kind,
                         pairs.parameters(kind, *fromSpec, *toSpec).get(),
                         &pairs.legality(*fromSpec, *toSpec)});
    }
    return links;
}

std::vector<ComponentId> entriesOf(const Design& design, const ServiceCatalog& catalog)
{
    std::set<ComponentId> entries;
    for (const Component& component : design.components) {
        const ServiceSpec* spec = catalog.find(component.service);
        if (spec != nullptr && (spec->isSource || !spec->accepts))
            entries.insert(component.id);
    }
    for (const Scenario& scenario : design.scenarios) {
        for (const QueryLoad& query : scenario.queries)
            entries.insert(query.target);
        for (const JobLoad& job : scenario.jobs)
            entries.insert({job.component, job.output});
    }
    return {entries.begin(), entries.end()};
}

constexpr void (*kRules[])(const Subject&, Issues&) = {
    illegalConnection,
    selfConnection,
    unknownService,
    parameterRange,
    connectionParameterRange,
    ignoredParameter,
    noSource,
    unreachable,
    orphan,
    loop,
    singlePointOfFailure,
    trafficSource,
    trafficRate,
    loadTarget,
    scenarioDuration,
    objective,
    faultTarget,
    faultKind,
    redriveTarget,
    parameterChange,
    replay,
    monthMix,
    poisonRecord,
    visibility,
    feedOff,
    sharedReaders,
    tooManyTargets,
    orderedDelivery,
    orderedQueue,
    readingDiscipline,
};

}  // namespace

}  // namespace validation

std::vector<Issue> validate(const Design& design, const ServiceCatalog& catalog,
                            const IntegrationTable& integrations)
{
    PairTable pairs{integrations};
    validation::Subject subject{design, catalog, integrations, {}, {}, validation::entriesOf(design, catalog),
                                {},     {}};
    for (const Component& component : design.components)
        subject.components.emplace(component.id, &component);
    subject.links = validation::linksOf(subject, pairs);
    for (const validation::Link& link : subject.links)
        subject.inputs[link.to->id].push_back(&link);
    subject.topology = topologyOf(design, subject.entries);
    std::vector<Issue> issues;
    for (const auto rule : validation::kRules)
        rule(subject, issues);
    std::stable_sort(issues.begin(), issues.end(), [](const Issue& a, const Issue& b) {
        return std::tie(a.severity, a.place, a.rule) < std::tie(b.severity, b.place, b.rule);
    });
    return issues;
}

std::vector<std::string> knownMetrics()
{
    std::vector<std::string> metrics;
    for (const char* clock : {"delay", "response"}) {
        for (const char* percentile : {"p50", "p90", "p95", "p99", "p999"})
            metrics.push_back(std::string{clock} + "-" + percentile);
    }
    metrics.insert(metrics.end(), {"freshness-max", "freshness-mean", "throttled-share", "failed-share",
                                   "lost-count", "backlog-peak", "age-peak"});
    return metrics;
}

bool hasErrors(const std::vector<Issue>& issues)
{
    return std::any_of(issues.begin(), issues.end(),
                       [](const Issue& issue) { return issue.severity == Severity::Error; });
}

}  // namespace plimsoll
