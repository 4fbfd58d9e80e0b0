// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/quorum_store/quorum_store.h"
#include "simulator/services/database_classes.h"
#include "simulator/services/family_service.h"

#include <algorithm>

namespace plimsoll::services::cassandra_on_ec2 {

ServiceSpec cassandraOnEc2Spec();  // cassandra_on_ec2_spec.cpp

namespace {

constexpr double kIncludedIops =
    3000;  // https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html

Law lawOf(const ComponentView& self, const char* median, const char* p99)
{
    return Law::logNormalFromQuantiles(self.number(median) * 1e6, self.number(p99) * 1e6);
}
ServiceTime timeOf(const ComponentView& self, const char* median, const char* p99)
{
    const Law law = lawOf(self, median, p99);
    return {law, law.mean() > 0 ? law.variance() / (law.mean() * law.mean()) : 0};
}

QuorumConfig configure(const ComponentView& self)
{
    const auto whole = [&](const char* id) { return static_cast<int>(self.number(id)); };
    QuorumConfig config;
    config.nodes = std::max(1, whole("nodes"));
    config.copies = std::clamp(whole("copies"), 1, config.nodes);
    config.readQuorum = std::clamp(whole("readQuorum"), 1, config.copies);
    config.writeQuorum = std::clamp(whole("writeQuorum"), 1, config.copies);
    config.readsAskAll = self.text("readsAsk") == "all";
    config.vcpus = std::max(1.0, classOf(self).vcpus);
    config.read = timeOf(self, "readMillis", "readP99Millis");
    config.write = timeOf(self, "writeMillis", "writeP99Millis");
    config.replica = lawOf(self, "replicaMillis", "replicaP99Millis");
    config.caller = Law::deterministic(self.number("networkMillis") * 1e6);
    config.busy = {"vcpus", "vCPUs of all nodes", "vCPUs", config.vcpus, static_cast<double>(config.nodes),
                   "nodes", "set by the class"};
    return config;
}

void bill(const ComponentView& self, const QuorumLoad& load, const MeterSink& meters)
{
    const double gib = self.number("storageGib");
    const double more = std::max(0.0, self.number("iops") - kIncludedIops);
    const Derivation count = given("nodes", load.nodes, "");
    meters.level("hours-" + self.text("instanceClass"), load.nodes, {count}, load.nodes);
    meters.stock("storage-gb", load.nodes * gib, 0, {count, given("volume of a node", gib, "GiB")});
    meters.stock("iops", load.nodes * more, 0, {count, given("beyond what is included", more, "IOPS")});
}

}  // namespace

Service cassandraOnEc2()
{
    return serviceOf<QuorumStoreFamily>(cassandraOnEc2Spec(), configure, bill);
}

}  // namespace plimsoll::services::cassandra_on_ec2
