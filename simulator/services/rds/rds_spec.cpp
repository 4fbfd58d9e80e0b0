// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/database_classes.h"
#include "simulator/services/database_parameters.h"

#include <array>
#include <string_view>

namespace plimsoll::services::rds {

namespace {

constexpr const char* kGuide = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Welcome.html";
constexpr const char* kPricing = "https://aws.amazon.com/rds/pricing/";
constexpr const char* kLimits = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html";
constexpr const char* kStorage = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html";
constexpr const char* kGrowth =
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html";
constexpr const char* kStandby =
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html";
constexpr const char* kReplicas = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html";

/// Classes with a price for PostgreSQL and MySQL, with and without a standby.
constexpr std::array<std::string_view, 12> kInstanceClasses{
    "db.t4g.micro", "db.t4g.small", "db.t4g.medium", "db.t3.micro",   "db.t3.medium", "db.m5.large",
    "db.m6g.large", "db.m6i.large", "db.m7g.large",  "db.m7g.xlarge", "db.r6g.large", "db.r7g.large"};

void addMeters(ServiceSpec& spec)
{
    using namespace declare;
    const auto add = [&](std::string id, std::string name, const char* unit, MeterClass kind) {
        spec.meters.push_back(meter(kind, "rds/" + std::move(id), std::move(name), unit));
    };
    for (const char* zones : {"single_az", "multi_az"}) {
        const bool single = std::string_view{zones} == "single_az";
        const std::string words = single ? "" : ", with standby", suffix = zones;
        for (const std::string_view instance : kInstanceClasses)
            for (const auto& [engine, name] :
                 {std::pair{"postgresql", "PostgreSQL"}, std::pair{"mysql", "MySQL"}})
                add("instance-hours-" + std::string{instance} + ":" + engine + ":" + suffix,
                    "Instance hours, " + std::string{instance.substr(3)} + ", " + name + words,
                    "instance-hour", MeterClass::Level);
        for (const char* type : {"gp3", "gp2", "io1"})
            add(std::string{"storage-"} + type + ":" + suffix, std::string{"Storage, "} + type + words,
                "GB-month", MeterClass::Stock);
        for (const char* type : {"gp3", "io1"})
            add(std::string{type} + "-iops:" + suffix, std::string{"Provisioned IOPS, "} + type + words,
                "IOPS-month", MeterClass::Stock);
    }
    for (const auto& [engine, name] : {std::pair{"oracle", "Oracle"}, std::pair{"sqlserver", "SQL Server"}})
        add(std::string{"instance-hours-"} + engine, std::string{"Instance hours, "} + name, "instance-hour",
            MeterClass::Level);
    add("surplus-vcpu-hours", "Burst beyond what was saved", "vCPU-hour", MeterClass::Level);
    add("proxy-vcpu-hours", "RDS Proxy", "vCPU-hour", MeterClass::Level);
    add("backup", "Backups beyond the allocated storage", "GB-month", MeterClass::Stock);
}

std::vector<ParameterSpec> ownParameters()
{
    using namespace declare;
    std::vector<ParameterChoice> classes;
    for (const std::string_view each : kInstanceClasses)
        classes.push_back({std::string{each}, std::string{each.substr(3)}});
    return {
        choice("engine", "Engine",
               {{"postgresql", "PostgreSQL"},
                {"mysql", "MySQL"},
                {"oracle", "Oracle"},
                {"sqlserver", "SQL Server"}},
               "postgresql", "Decides the price, the connections and the pages.", documented(kLimits)),
        movable(Lever::Choices, choice("instanceClass", "Instance class", classes, "db.m7g.large",
                                       "vCPUs, memory and the price of an hour.", documented(kPricing))),
        yesNo("standby", "Standby in a second zone", false,
              "Multi-AZ: takes over when the primary is down; serves nothing before.", documented(kStandby)),
        when("standby", {"true"},
             integer("failoverSeconds", "Failover takes", "s", {1, 3600}, 90,
                     "Until the standby serves; AWS says 60 to 120 s, longer with large transactions.",
                     documented(kStandby))),
        when("standby", {"true"},
             real("standbyMillis", "Commit on the standby", "ms", {0, 10000}, 1,
                  "Added to every write, which is acknowledged when both have it.",
                  assumed("the distance of two zones; measure yours"))),
        choice("storageType", "Storage",
               {{"gp3", "General purpose gp3"}, {"gp2", "General purpose gp2"}, {"io1", "Provisioned io1"}},
               "gp3", "How many operations a second it does, and what it costs.", documented(kStorage)),
        integer("storageGib", "Storage allocated", "GiB", {20, 65536}, 100,
                "From 400 GiB on it is striped over four volumes.", documented(kStorage)),
        when("storageType", {"gp3", "io1"},
             movable(
                 Lever::More,
                 integer(
                     "iops", "Provisioned IOPS", "IOPS", {0, 256000}, 0,
                     "0 takes what is included (gp3), or 1,000 (io1). gp3 takes more from 400 GiB on only.",
                     documented(kStorage)))),
        real("heldGib", "Data at the start", "GiB", {0, 65536}, 20, "Already in the storage.",
             assumed("your data")),
        yesNo("storageGrows", "Storage grows by itself", true,
              "By 10 GiB or 10%, when less than 10% is free; without it a full database refuses writes.",
              documented(kGrowth)),
        real("backupGib", "Backups kept", "GiB", {0, 1e6}, 0, "In all; as much as is allocated is free.",
             documented(kPricing)),
    };
}

}  // namespace

ServiceSpec rdsSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "rds";
    spec.name = "RDS";
    spec.shortName = "RDS";
    spec.category = "database";
    spec.summary = "A relational database on one instance, with standby, replicas and proxy.";
    spec.integrationName = "RDS";
    spec.scope = ServiceScope::Zonal;
    spec.noun = "row";
    spec.slaPercent = 99.95;
    spec.slaSource = "https://aws.amazon.com/rds/sla/";
    spec.docsUrl = kGuide;
    spec.parameters = ownParameters();
    const auto append = [&](std::vector<ParameterSpec> more) {
        spec.parameters.insert(spec.parameters.end(), more.begin(), more.end());
    };
    append(classParameters({kInstanceClasses.begin(), kInstanceClasses.end()}, false));
    append(proxyParameters());
    append(connectionParametersOf("0 takes what the engine sets for the memory of its class.",
                                  documented(kLimits)));
    append(replicaParameters(15, 1000, documented(kReplicas),
                             assumed("replication is asynchronous; AWS states no time")));
    append(statementParameters());
    addMeters(spec);
    spec.quotas = {{"PostgreSQL connections, at most", 5000, "connections", kLimits},
                   {"Longest usual Multi-AZ failover", 120, "s", kStandby},
                   {"gp3 operations below 400 GiB", 3000, "IOPS", kStorage},
                   {"gp3 operations from 400 GiB", 12000, "IOPS", kStorage},
                   {"Storage of an instance", 64, "TiB", kStorage}};
    return spec;
}

}  // namespace plimsoll::services::rds
