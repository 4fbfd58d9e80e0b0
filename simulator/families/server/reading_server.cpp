// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/server/reading_server.h"

#include "simulator/families/fleet/fleet.h"

namespace plimsoll {

namespace {

FleetConfig fleetOf(const ServerConfig& config)
{
    FleetConfig fleet;
    fleet.instances = config.servers;
    fleet.noun = "servers";
    fleet.service = config.service;
    fleet.recordsAtOnce = config.batchSize;
    fleet.window = config.batchWait;
    fleet.queueLimit = config.queueLimit;
    fleet.limit = config.limit;
    fleet.limit.perUnit = 1;
    fleet.limit.count = config.servers;
    for (const ServerConfig& later : config.later)
        fleet.later.push_back(fleetOf(later));
    return fleet;
}

}  // namespace

NodeHandle makeReadingServer(const ServerConfig& config, const NodeContext& context, BillOf<ServerLoad> bill)
{
    return FleetFamily::makeNode(
        fleetOf(config), context,
        [bill = std::move(bill)](const FleetLoad& load, NodeReport& out) { bill({load.instances}, out); });
}

ServerLoad readingServerFlow(const ServerConfig& config, FlowContext& context)
{
    return {FleetFamily::flow(fleetOf(config), context).instances};
}

}  // namespace plimsoll
