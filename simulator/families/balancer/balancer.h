// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/families/balancer/target_health.h"
#include "simulator/families/family.h"

#include <string>
#include <vector>

namespace plimsoll {

/// What one capacity unit of a balancer covers; 0 = that is not counted.
struct CapacityUnit {
    double newConnectionsPerSecond = 0;
    double activeConnections = 0;
    double bytesPerHour = 0;
    double functionBytesPerHour = 0;  ///< to and from functions
    double rulesPerSecond = 0;        ///< evaluated
    double freeRules = 0;             ///< of each request
};

struct BalancerConfig {
    enum class Picks : std::uint8_t { InTurn, LeastOpen, FirstHealthy } picks = Picks::InTurn;
    Law overhead;  ///< nanoseconds
    /// A connection without a byte for so long is closed; so is one whose target does not answer.
    Duration idleTimeout{};
    HealthChecks checks;
    CapacityUnit unit;
    bool speaksHttp = true;            ///< else it passes connections on and answers nothing itself
    double functionBodyBytes = 0;      ///< largest request to a function; 0 = no limit
    double requestsPerConnection = 1;  ///< of a client
    double gapSeconds = 0;             ///< between them
    /// Those who ask on behalf of clients and keep the answer for `answersLive`; 0 = each request is placed anew.
    int resolvers = 0;
    Duration answersLive{};
    Law lookup;              ///< nanoseconds that an answer takes which is not kept any more
    double answerBytes = 0;  ///< mean
    double rules = 0;        ///< evaluated for each request
};

/// What a balancer handles, and what that is in capacity units.
struct BalancerLoad {
    double newConnectionsPerSecond = 0;
    double activeConnections = 0;       ///< time mean, those that idle included
    double bytesPerSecond = 0;          ///< both ways, but for
    double functionBytesPerSecond = 0;  ///< to and from functions
    double rulesPerSecond = 0;          ///< beyond the free ones
    double lookups = 0;                 ///< per second
    double targets = 0;
    CapacityUnit unit;

    /// One dimension: what it is called, and how many units it needs.
    struct Dimension {
        const char* name;
        double units;
    };
    std::vector<Dimension> dimensions() const;
    /// The dimension that needs most is the one that is billed.
    Dimension binding() const;
};

/// Passes each request to one of its targets that pass their health checks, within a timeout, and the answer back.
struct BalancerFamily {
    using Config = BalancerConfig;
    using Load = BalancerLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Query};
    static constexpr KindSet kMakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify,
                                    ConnectionKind::Query};
    static NodeHandle makeNode(const Config& config, const NodeContext& context, BillOf<Load> bill);
    static Load flow(const Config& config, FlowContext& context);
};

/// The requests and bytes of a balancer per second, and the mean time a request is with it: connections follow.
BalancerLoad balancerLoad(const BalancerConfig& config, double requestsPerSecond, double bytesPerSecond,
                          double functionBytesPerSecond, double meanSeconds);

/// Functions are invoked and read for by mappings; bytes to and from them count for more.
inline bool isFunction(const ServiceSpec& target)
{
    return target.invoked && target.reader.mapping;
}

}  // namespace plimsoll
