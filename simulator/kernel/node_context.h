// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/connection_parameters.h"
#include "model/catalog/integrations.h"
#include "model/catalog/service_catalog.h"
#include "model/design/placement.h"
#include "simulator/draws/random.h"
#include "simulator/kernel/driver.h"
#include "simulator/traffic/key_hashes.h"

#include <memory>
#include <string_view>
#include <vector>

namespace plimsoll {

/// A component together with its spec: parameters with their defaults.
struct ComponentView {
    const Component* component = nullptr;
    const ServiceSpec* spec = nullptr;
    Placement placement{};
    double number(std::string_view id) const { return numberOf(*spec, component->parameters, id); }
    std::string text(std::string_view id) const { return textOf(*spec, component->parameters, id); }
    bool flag(std::string_view id) const { return flagOf(*spec, component->parameters, id); }
    /// What a person calls it: its label, else its id.
    const std::string& name() const { return component->label.empty() ? component->id : component->label; }
};

/// A connection as one of its ends sees it.
struct ConnectionPort {
    std::uint32_t index = 0;  ///< into SimulationState::links
    const Connection* connection = nullptr;
    ConnectionKind kind = ConnectionKind::Call;
    ComponentView other;
    int otherLanes = 1;
    Duration otherPollInterval = std::chrono::seconds{1};
    std::shared_ptr<const std::vector<ParameterSpec>> specs;  ///< shared by all connections of such a pair
    bool takenOnSchedule = false;  ///< a load that the loading side fetches from a store, every so often
    bool redrives = false;         ///< takes dead letters back to where `connection` brought them from
    double number(std::string_view id, double otherwise) const
    {
        return connectionNumber(*connection, *specs, id, otherwise);
    }
    std::string text(std::string_view id, std::string_view otherwise) const
    {
        return connectionText(*connection, *specs, id, otherwise);
    }
};

/// What a user that takes in so many records a second asks over its connection of the kind uses.
SupportUse useOver(const ConnectionPort& port, double recordsPerSecond);

struct SettledFlow;

/// What a service needs to build its node.
struct NodeContext {
    ComponentView self;
    const Scenario* scenario = nullptr;
    std::uint64_t seed = 1;
    int replication = 0;
    std::uint64_t phaseSeed = 1;  ///< parts of one run have the same phases of what repeats
    int phaseReplication = 0;
    bool settled = false;  ///< what is saved up while there is room is full at the start
    /// What flowed before the start, for long; null when the run opens cold.
    std::shared_ptr<const SettledFlow> before;
    SimTime horizon = kNever;
    double trafficFromSeconds = 0;  ///< the run begins here in the traffic's own time ...
    double trafficSeconds = 0;      ///< ... which lasts this long
    double binSeconds = 1;
    std::size_t bins = 0;
    std::vector<ConnectionPort> inputs, outputs;  ///< in connection id order
    /// The component as the scenario's changes make it, one after the other.
    std::vector<std::shared_ptr<const Component>> later;
    std::shared_ptr<KeyHashes> keyHashes;  ///< shared by every node of every replication

    DrawKey draws(Purpose purpose) const
    {
        if (purpose == Purpose::Phase)
            return {phaseSeed, phaseReplication, self.component->id, purpose};
        return {seed, replication, self.component->id, purpose};
    }
    NodeMeter meter() const { return {horizon, binSeconds, bins}; }
};

}  // namespace plimsoll
