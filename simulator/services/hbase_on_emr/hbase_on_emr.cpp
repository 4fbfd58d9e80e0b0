// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/region_store/region_store.h"
#include "simulator/services/emr_instance_types.h"
#include "simulator/services/family_service.h"

#include <algorithm>

namespace plimsoll::services::hbase_on_emr {

ServiceSpec hbaseOnEmrSpec();  // hbase_on_emr_spec.cpp

namespace {

Law lawOf(const ComponentView& self, const char* median, const char* p99)
{
    return Law::logNormalFromQuantiles(self.number(median) * 1e6, self.number(p99) * 1e6);
}
ServiceTime timeOf(const ComponentView& self, const char* median, const char* p99)
{
    const Law law = lawOf(self, median, p99);
    return {law, law.mean() > 0 ? law.variance() / (law.mean() * law.mean()) : 0};
}

RegionStoreConfig configure(const ComponentView& self)
{
    const EmrInstanceType* type = findEmrInstanceType(self.text("instanceType"));
    RegionStoreConfig config;
    config.servers = std::max(1, static_cast<int>(self.number("regionServers")));
    config.vcpus = type ? type->vcpus : 4;
    config.read = timeOf(self, "readMillis", "readP99Millis");
    config.write = timeOf(self, "writeMillis", "writeP99Millis");
    config.log = lawOf(self, "logMillis", "logP99Millis");
    config.missShare = 1 - self.number("cacheHitPercent") / 100;
    config.block = lawOf(self, "blockMillis", "blockP99Millis");
    config.blockBytes = static_cast<std::int64_t>(self.number("blockKib") * 1024);
    config.moved = fromSeconds(self.number("regionsMovedSeconds"));
    config.caller = Law::deterministic(self.number("networkMillis") * 1e6);
    config.busy = {
        "vcpus",   "vCPUs of all region servers", "vCPUs", config.vcpus, static_cast<double>(config.servers),
        "servers", "set by the instance type"};
    return config;
}

/// Every node pays the EMR charge and the EC2 charge all the time.
void bill(const ComponentView& self, const RegionStoreLoad& load, const MeterSink& meters)
{
    const std::string type = self.text("instanceType");
    const double nodes = self.number("primaryNodes") + load.servers;
    const Derivation count = given("nodes", nodes, "");
    meters.level("uplift-hours-" + type, nodes, {count});
    meters.level("ec2-hours-" + type, nodes, {count});
}

}  // namespace

Service hbaseOnEmr()
{
    return serviceOf<RegionStoreFamily>(hbaseOnEmrSpec(), configure, bill);
}

}  // namespace plimsoll::services::hbase_on_emr
