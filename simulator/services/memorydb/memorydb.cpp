// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/cache/cache.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::memorydb {

ServiceSpec memorydbSpec();  // memorydb_spec.cpp

namespace {

constexpr const char* kGuide = "https://docs.aws.amazon.com/memorydb/latest/devguide/what-is-memorydb.html";

double nodesOf(const ComponentView& self)
{
    return self.number("shards") * (1 + self.number("replicas"));
}

CacheConfig configure(const ComponentView& self)
{
    const auto law = [&](const char* median, const char* p99) {
        return Law::logNormalFromQuantiles(self.number(median) * 1e6, self.number(p99) * 1e6);
    };
    CacheConfig config;
    config.servers = static_cast<int>(nodesOf(self));
    config.requestsPerServer = self.number("requestsPerThread");
    config.network = law("readMillis", "readP99Millis");
    config.writeNetwork = law("writeMillis", "writeP99Millis");
    config.memoryBytes = self.number("shards") * self.number("memoryGib") * kGib;
    config.itemOverheadBytes = self.number("itemOverheadBytes");
    config.pushesOut = false;
    config.durable = true;
    config.sized = "shards";
    config.sizedNow = self.number("shards");
    config.serversEach = 1 + self.number("replicas");
    config.requests = {"requests",    "Requests of the command threads",
                       "requests/s",  config.requestsPerServer,
                       nodesOf(self), "nodes",
                       kGuide};
    config.memory = {"memory", "Memory of the items", "B", config.memoryBytes, 1, "", "set on the component"};
    return config;
}

void bill(const ComponentView& self, const CacheLoad& load, const MeterSink& meters)
{
    const std::string engine = self.text("engine");
    meters.level(
        "node-hours-" + self.text("nodeType") + ":" + engine, nodesOf(self),
        {given("shards", self.number("shards"), ""), given("replicas", self.number("replicas"), "")});
    if (engine == "redis")
        meters.count("data-written-gb:redis", load.writtenBytes / kGib,
                     {given("data written", load.writtenBytes / kGib, "GB/s")});
    const double snapshots = self.number("snapshots") * load.storedBytes / kGib;
    meters.stock("snapshot-storage", snapshots, 0,
                 {given("snapshots", self.number("snapshots"), ""),
                  given("data kept", load.storedBytes / kGib, "GB")});
}

}  // namespace

Service memorydb()
{
    return serviceOf<CacheFamily>(memorydbSpec(), configure, bill);
}

}  // namespace plimsoll::services::memorydb
