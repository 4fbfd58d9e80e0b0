// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/fleet/fleet.h"
#include "simulator/families/function/function.h"
#include "simulator/families/gateway/gateway.h"

namespace plimsoll {

/// What a model that is asked may send: what its container asks of others, copies of what it was asked, results.
inline constexpr KindSet kEndpointMakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify,
                                        ConnectionKind::Query};

/// A model on instances that answers whoever calls it: a fleet that reads nothing.
struct EndpointFamily : FleetFamily {
    using Config = FleetConfig;
    using Load = FleetLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call};
    static constexpr KindSet kMakes = kEndpointMakes;
};

/// The same behind a queue of its own: whoever puts a request there hears only that it is in.
struct QueuedEndpointFamily : FleetFamily {
    using Config = FleetConfig;
    using Load = FleetLoad;
    static constexpr KindSet kTakes{ConnectionKind::Put};
    static constexpr KindSet kMakes = kEndpointMakes;
    static constexpr bool kAcknowledgesAtOnce = true;
};

/// A model in containers that come with the requests: a function that is only called.
struct ServerlessEndpointFamily : FunctionFamily {
    using Config = FunctionConfig;
    using Load = FunctionLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call};
    static constexpr KindSet kMakes = kEndpointMakes;
};

/// A model that somebody else keeps for everyone: a quota, a time to answer, a price for each request.
struct ReadyEndpointFamily : GatewayFamily {
    using Config = GatewayConfig;
    using Load = GatewayLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call};
    static constexpr KindSet kMakes{};
};

}  // namespace plimsoll
