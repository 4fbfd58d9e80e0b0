// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/server/server.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::custom_server {

ServiceSpec customServerSpec();  // custom_server_spec.cpp

namespace {

ServerConfig configure(const ComponentView& self)
{
    ServerConfig config;
    config.servers = static_cast<int>(self.number("servers"));
    config.service = serviceTimeOf(self, self.number("serviceTimeMicros") * 1e3);
    if (const double queueLimit = self.number("queueLimit"); queueLimit >= 0)
        config.queueLimit = static_cast<std::uint64_t>(queueLimit);
    const std::string discipline = self.text("discipline");
    if (discipline == "shared")
        config.discipline = Discipline::Shared;
    if (discipline == "priority") {
        config.discipline = Discipline::Priority;
        config.highShare = self.number("highPriorityPercent") / 100;
    }
    if (config.discipline == Discipline::Fcfs)
        config.batchSize = static_cast<std::uint64_t>(self.number("batchSize"));
    config.batchWait = fromMillis(self.number("batchWaitMillis"));
    config.limit = {"servers", "Servers busy",        "servers", self.number("servers"), 1,
                    "",        "set on the component"};
    return config;
}

void bill(const ComponentView& self, const ServerLoad& load, const MeterSink& meters)
{
    if (self.number("pricePerHourUsd") > 0)
        meters.level("hours", load.servers, {given("servers", load.servers, "")});
}

}  // namespace

Service customServer()
{
    return serviceOf<ServerFamily>(customServerSpec(), configure, bill);
}

}  // namespace plimsoll::services::custom_server
