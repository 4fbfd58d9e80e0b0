// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/services/database_classes.h"
#include "simulator/services/database_parameters.h"
#include "simulator/services/family_service.h"

#include <algorithm>

namespace plimsoll::services::rds {

ServiceSpec rdsSpec();  // rds_spec.cpp

namespace {

constexpr const char* kLimits = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html";
constexpr const char* kStorage = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html";

/// As the engine's parameter group sets it from DBInstanceClassMemory. AWS says of MySQL that a class of 8 GiB has about 630,
/// as the system and RDS take their memory first; the other engines are given all of it.
/// Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html
double engineConnections(const std::string& engine, double memoryBytes)
{
    if (engine == "postgresql")
        return std::min(memoryBytes / 9'531'392, 5000.0);
    if (engine == "mysql")
        return 630 * memoryBytes / (8 * kGib);
    if (engine == "oracle")
        return std::min(memoryBytes / 9'868'951, 20'000.0);
    return 32'767;  // AWS sets none; SQL Server's own bound
}

/// From this size on the storage lies on four volumes.
double stripedFrom(const std::string& engine)
{
    return engine == "oracle" ? 200 : engine == "sqlserver" ? 1e9 : 400;
}

/// Operations a second that gp3 includes.
double includedIops(const ComponentView& self)
{
    return self.number("storageGib") < stripedFrom(self.text("engine")) ? 3000 : 12'000;
}

VolumeConfig volumeOf(const ComponentView& self)
{
    const std::string type = self.text("storageType"), engine = self.text("engine");
    const double gib = self.number("storageGib"), wanted = self.number("iops");
    const bool striped = gib >= stripedFrom(engine);
    VolumeConfig volume;
    if (type == "gp3") {
        // More than what is included can be had of a striped one, and of SQL Server.
        const double most = engine == "sqlserver" ? 16'000 : striped ? 64'000 : 3000;
        volume.perSecond =
            std::clamp(std::min(wanted, 500 * gib), includedIops(self), std::max(most, includedIops(self)));
    } else if (type == "io1") {
        volume.perSecond = std::max(1000.0, wanted);
    } else {
        // 3 IOPS per GiB, and each of the volumes saves up 5.4 million for a burst of 3,000.
        const double volumes = striped ? 4 : 1;
        volume.perSecond = std::clamp(3 * gib, 100.0, striped ? 64'000.0 : 16'000.0);
        volume.burstPerSecond = 3000 * volumes;
        volume.mostSaved = 5'400'000 * volumes;
    }
    return volume;
}

DatabaseConfig configure(const ComponentView& self)
{
    const DatabaseClass instance = classOf(self);
    const std::string engine = self.text("engine");
    const double memory = instance.memoryGib * kGib;
    DatabaseConfig config;
    config.processor = processorOf(instance);
    configureStatements(self, engine == "mysql" ? 16 * kKib : 8 * kKib, memory, config);
    configureConnections(self, engineConnections(engine, memory), kLimits, config);
    configureReplicas(self, config);
    config.volume = volumeOf(self);
    if (self.flag("standby")) {
        config.failover = fromSeconds(self.number("failoverSeconds"));
        config.write.volumeLatency += fromNanos(self.number("standbyMillis") * 1e6);
    }
    configureProxy(self, config);
    config.storage.allocatedBytes = self.number("storageGib") * kGib;
    config.storage.heldBytes = self.number("heldGib") * kGib;
    config.storage.grows = self.flag("storageGrows");
    config.vcpus = {"vcpus", "vCPUs", "vCPUs", instance.vcpus, 1, "", "set by the class"};
    config.operations = {"iops", "Storage operations", "IOPS", config.volume.perSecond, 1, "", kStorage};
    config.allocated = {"storage", "Storage allocated",   "B", config.storage.allocatedBytes, 1,
                        "",        "set on the component"};
    return config;
}

/// GB that are allocated at the start, and by which that grows each second: by 10% when less than 10% is free.
/// Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html
struct Allocated {
    double gb = 0, growth = 0;
};
Allocated allocatedOf(const ComponentView& self, const DatabaseLoad& load)
{
    const double allocated = self.number("storageGib"), least = self.number("heldGib") / 0.9;
    if (!self.flag("storageGrows") || least < allocated)
        return {allocated, 0};
    return {least, load.keptBytes / kGib / 0.9};
}

void bill(const ComponentView& self, const DatabaseLoad& load, const MeterSink& meters)
{
    const std::string engine = self.text("engine"), type = self.text("storageType");
    const std::string zones = self.flag("standby") ? "multi_az" : "single_az";
    const double replicas = self.number("replicas");
    const bool licensed = engine == "oracle" || engine == "sqlserver";
    const Allocated allocated = allocatedOf(self, load);
    const double provisioned = type == "io1"   ? volumeOf(self).perSecond
                               : type == "gp3" ? volumeOf(self).perSecond - includedIops(self)
                                               : 0;
    // The primary, then the replicas, which have no standby.
    const auto instances = [&](double count, const std::string& kind) {
        meters.level(licensed ? "instance-hours-" + engine
                              : "instance-hours-" + self.text("instanceClass") + ":" + engine + ":" + kind,
                     count, {given("instances", count, "")}, count);
        meters.stock("storage-" + type + ":" + kind, allocated.gb * count, allocated.growth * count,
                     {given("instances", count, ""), given("allocated", allocated.gb, "GB")});
        meters.stock(type + "-iops:" + kind, provisioned * count, 0,
                     {given("instances", count, ""), given("beyond what is included", provisioned, "IOPS")});
    };
    // One line for those that are alike.
    const bool alike = zones == "single_az";
    instances(alike ? 1 + replicas : 1, zones);
    if (!alike)
        instances(replicas, "single_az");
    meters.level("surplus-vcpu-hours", load.surplusVcpuSeconds,
                 {given("vCPUs beyond what the class earns", load.surplusVcpuSeconds, "vCPU")});
    if (self.flag("proxy")) {
        const double vcpus = std::max(2.0, classOf(self).vcpus);
        meters.level("proxy-vcpu-hours", vcpus, {given("vCPUs of the primary, 2 at least", vcpus, "vCPU")});
    }
    const double backups = std::max(0.0, self.number("backupGib") - self.number("storageGib"));
    meters.stock("backup", backups, 0, {given("beyond what is allocated", backups, "GB")});
}

}  // namespace

Service rds()
{
    return serviceOf<DatabaseFamily>(rdsSpec(), configure, bill);
}

}  // namespace plimsoll::services::rds
