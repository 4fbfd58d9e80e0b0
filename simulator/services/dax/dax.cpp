// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/cache/cache.h"
#include "simulator/services/dax/node_types.h"
#include "simulator/services/family_service.h"

#include <algorithm>

namespace plimsoll::services::dax {

ServiceSpec daxSpec();  // dax_spec.cpp

namespace {

constexpr const char* kSizing =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.cluster-sizing.html";

CacheConfig configure(const ComponentView& self)
{
    const std::string named = self.text("nodeType");
    const auto* type = std::find_if(std::begin(kDaxNodeTypes), std::end(kDaxNodeTypes),
                                    [&](const DaxNodeType& each) { return each.id == named; });
    const double nodes = self.number("nodes");
    CacheConfig config;
    config.servers = static_cast<int>(nodes);
    config.requestsPerServer =
        type == std::end(kDaxNodeTypes) ? kDaxNodeTypes[0].requestsPerSecond : type->requestsPerSecond;
    // In requests that hit, of 1 KB: a miss counts for 10, a write for 25 on every node. Source: kSizing.
    config.costs = {.hit = 1, .miss = 10, .write = 25, .stepBytes = kKib};
    config.replicated = true;
    config.network = Law::logNormalFromQuantiles(self.number("latencyMillis") * 1e6,
                                                 self.number("latencyP99Millis") * 1e6);
    config.memoryBytes = self.number("memoryGib") * kGib;
    config.itemOverheadBytes = self.number("itemOverheadBytes");
    config.timeToLive = fromSeconds(self.number("itemTtlSeconds"));
    config.bypassShare = self.number("stronglyConsistentPercent") / 100;
    config.writeThrough = true;
    config.sized = "nodes";
    config.sizedNow = nodes;
    config.requests = {
        "requests", "Requests, in hits of 1 KB", "requests/s", config.requestsPerServer, nodes, "nodes",
        kSizing};
    config.memory = {"memory", "Memory of the items", "B", config.memoryBytes, 1, "", "set on the component"};
    return config;
}

void bill(const ComponentView& self, const CacheLoad& /*load*/, const MeterSink& meters)
{
    meters.level("node-hours-" + self.text("nodeType"), self.number("nodes"),
                 {given("nodes", self.number("nodes"), "")});
}

}  // namespace

Service dax()
{
    return serviceOf<CacheFamily>(daxSpec(), configure, bill);
}

}  // namespace plimsoll::services::dax
