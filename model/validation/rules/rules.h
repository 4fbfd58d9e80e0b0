// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/connection_parameters.h"
#include "model/design/topology.h"
#include "model/validation/issue.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::validation {

/// A connection with both ends known; rules about traffic look at these only.
struct Link {
    const Connection* connection;
    const Component* from;
    const Component* to;
    const ServiceSpec* fromSpec;
    const ServiceSpec* toSpec;
    ConnectionKind kind;
    const std::vector<ParameterSpec>* specs;  ///< what the connection may say
    const Legality* legality;                 ///< of the pair
};

/// What every rule may look at.
struct Subject {
    const Design& design;
    const ServiceCatalog& catalog;
    const IntegrationTable& integrations;
    std::vector<Link> links;
    std::map<std::string_view, std::vector<const Link*>> inputs;  ///< by the component they lead to
    std::vector<ComponentId> entries;  ///< sorted: sources, and components with queries or jobs
    Topology topology;
    std::map<std::string_view, const Component*> components;

    const Component* find(std::string_view id) const
    {
        const auto at = components.find(id);
        return at == components.end() ? nullptr : at->second;
    }
};

using Issues = std::vector<Issue>;

// One rule per file of the same name.
void illegalConnection(const Subject& subject, Issues& issues);
void selfConnection(const Subject& subject, Issues& issues);
void unknownService(const Subject& subject, Issues& issues);
void parameterRange(const Subject& subject, Issues& issues);
void connectionParameterRange(const Subject& subject, Issues& issues);
void noSource(const Subject& subject, Issues& issues);
void unreachable(const Subject& subject, Issues& issues);
void orphan(const Subject& subject, Issues& issues);
void loop(const Subject& subject, Issues& issues);
void singlePointOfFailure(const Subject& subject, Issues& issues);
void trafficSource(const Subject& subject, Issues& issues);
void trafficRate(const Subject& subject, Issues& issues);
void scenarioDuration(const Subject& subject, Issues& issues);
void loadTarget(const Subject& subject, Issues& issues);
void objective(const Subject& subject, Issues& issues);
void faultTarget(const Subject& subject, Issues& issues);
/// A parameter that the pair of services does not act on.
void ignoredParameter(const Subject& subject, Issues& issues);
/// A fault that its component cannot have: nothing would happen, and nobody would say so.
void faultKind(const Subject& subject, Issues& issues);
/// A redrive of what is nobody's dead-letter queue.
void redriveTarget(const Subject& subject, Issues& issues);
/// A change of a parameter that cannot change while its component runs, or not so far, so often or so soon.
void parameterChange(const Subject& subject, Issues& issues);
/// A replay over a connection that reads no stream.
void replay(const Subject& subject, Issues& issues);
void monthMix(const Subject& subject, Issues& issues);
void poisonRecord(const Subject& subject, Issues& issues);
void visibility(const Subject& subject, Issues& issues);
/// A consumer polls a change feed that is turned off.
void feedOff(const Subject& subject, Issues& issues);
void sharedReaders(const Subject& subject, Issues& issues);
/// Who delivers to one target has several.
void tooManyTargets(const Subject& subject, Issues& issues);
/// Who delivers in order does so to queues and to nobody else.
void orderedDelivery(const Subject& subject, Issues& issues);
/// A reader of a queue or a stream is set to what it cannot be while it reads.
void readingDiscipline(const Subject& subject, Issues& issues);
/// A queue that keeps order asks more of who sends to it and who reads it.
void orderedQueue(const Subject& subject, Issues& issues);

/// "Orders" or, without a label, the id.
std::string nameOf(const Component& component);
std::string componentPlace(const ComponentId& id);
std::string connectionPlace(const ConnectionId& id);
std::string scenarioPlace(const ScenarioId& id);
Issue aboutComponent(Severity severity, std::string rule, const Component& component, std::string what,
                     std::string remedy);
Issue aboutConnection(Severity severity, std::string rule, const Connection& connection, std::string what,
                      std::string remedy);
Issue aboutPlace(Severity severity, std::string rule, std::string place, std::string what,
                 std::string remedy);

/// What is wrong with the value of a parameter, and what would be right; `what` is empty when it is fine.
struct ValueProblem {
    std::string what;
    std::string remedy;
};
ValueProblem problemOf(const ParameterSpec& spec, const ParameterValue& value);

/// Whether the parameter that `when` names has one of its values; true where it names none.
bool holds(const VisibleWhen& when, const std::vector<ParameterSpec>& all, const ParameterMap& values);
/// Whether a parameter has any effect, given the values of the others.
bool isVisible(const ParameterSpec& spec, const std::vector<ParameterSpec>& all, const ParameterMap& values);

}  // namespace plimsoll::validation
