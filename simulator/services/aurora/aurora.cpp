// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/services/database_classes.h"
#include "simulator/services/database_cluster.h"
#include "simulator/services/family_service.h"

#include <algorithm>
#include <array>

namespace plimsoll::services::aurora {

ServiceSpec auroraSpec();  // aurora_spec.cpp

namespace {

constexpr const char* kConnections =
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Performance.html";

struct Step {
    double atLeast = 0, connections = 0;
};
template <std::size_t N>
double stepOf(const std::array<Step, N>& steps, double size)
{
    double connections = steps.front().connections;
    for (const Step& step : steps)
        connections = size >= step.atLeast ? step.connections : connections;
    return connections;
}

/// Source: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html
double serverlessConnections(const ComponentView& self)
{
    static constexpr std::array<Step, 8> kMysql{
        {{0, 90}, {4, 135}, {8, 1000}, {16, 2000}, {32, 3000}, {64, 4000}, {128, 5000}, {256, 6000}}};
    static constexpr std::array<Step, 5> kPostgresql{{{0, 189}, {4, 823}, {8, 1669}, {16, 3360}, {32, 5000}}};
    const double most = self.number("mostUnits");
    if (self.text("engine") == "mysql")
        return stepOf(kMysql, most);
    const double connections = stepOf(kPostgresql, most);
    return self.number("leastUnits") <= 0.5 ? std::min(connections, 2000.0) : connections;
}

/// MySQL's is by steps of the memory in GiB; of PostgreSQL AWS says nothing here, so it is taken for that of RDS.
/// Source: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Performance.html
double connectionsOf(const ComponentView& self)
{
    static constexpr std::array<Step, 5> kLarge{
        {{0, 1000}, {32, 2000}, {64, 3000}, {128, 4000}, {256, 5000}}};
    if (isServerless(self))
        return serverlessConnections(self);
    const DatabaseClass instance = classOf(self);
    if (self.text("engine") == "postgresql")
        return std::min(memoryBytesOf(self) / 9'531'392, 5000.0);
    if (instance.baseShare < 1)
        return instance.memoryGib < 8 ? 90 : 135;
    return stepOf(kLarge, instance.memoryGib);
}

DatabaseConfig configure(const ComponentView& self)
{
    DatabaseConfig config = configureCluster(self, self.text("engine") == "mysql" ? 16 * kKib : 8 * kKib);
    config.replicas.far = static_cast<int>(self.number("secondInstances"));
    config.replicas.farLag = fromNanos(self.number("secondLagMillis") * 1e6);
    config.replicas.count += config.replicas.far;
    configureConnections(self, connectionsOf(self), kConnections, config);
    configureProxy(self, config);
    return config;
}

void bill(const ComponentView& self, const DatabaseLoad& load, const MeterSink& meters)
{
    const double further = self.number("secondInstances");
    billCluster(self, load, "ACU", ":" + self.text("engine"), meters, further);
    if (further > 0)
        meters.count("replicated-writes", load.writeOperations,
                     {given("operations of the primary that write", load.writeOperations, "1/s")});
    if (!self.flag("proxy"))
        return;
    // Of the primary: 2 vCPUs, or 8 ACUs, at least.
    if (isServerless(self)) {
        const double units = std::max(8.0, unitsOf(self, load) / (1 + self.number("replicas") + further));
        return meters.level("proxy-acu-hours", units, {given("ACUs, 8 at least", units, "ACU")});
    }
    const double vcpus = std::max(2.0, classOf(self).vcpus);
    meters.level("proxy-vcpu-hours", vcpus, {given("vCPUs of the primary, 2 at least", vcpus, "vCPU")});
}

}  // namespace

Service aurora()
{
    return serviceOf<DatabaseFamily>(auroraSpec(), configure, bill);
}

}  // namespace plimsoll::services::aurora
