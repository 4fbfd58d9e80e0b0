// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/database_cluster.h"

namespace plimsoll::services::aurora {

namespace {

constexpr const char* kConnections =
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Performance.html";
constexpr const char* kServerlessConnections =
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html";
constexpr const char* kReplicas =
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Replication.html";
constexpr const char* kGlobal =
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html";
constexpr const char* kAvailability =
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html";
constexpr const char* kStorage =
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.StorageReliability.html";

}  // namespace

ClusterFacts auroraFacts()
{
    return {.service = "aurora",
            .classes = {"db.t4g.medium", "db.t4g.large", "db.t3.medium", "db.r5.large", "db.r6g.large",
                        "db.r6g.xlarge", "db.r6g.2xlarge", "db.r6i.large", "db.r7g.large", "db.r7g.xlarge",
                        "db.r8g.large"},
            .firstClass = "db.r7g.large",
            .unit = "ACU",
            .mostUnits = 256,
            .ioOptimised = true,
            .pricing = "https://aws.amazon.com/rds/aurora/pricing/",
            .scaling = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/"
                       "aurora-serverless-v2.how-it-works.html",
            .failoverUrl = kAvailability,
            .replicasUrl = kReplicas,
            .storageUrl = kStorage};
}

ServiceSpec auroraSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "aurora";
    spec.name = "Aurora";
    spec.shortName = "Aurora";
    spec.category = "database";
    spec.summary = "A relational database whose storage spans zones and grows by itself.";
    spec.integrationName = "Aurora";
    spec.scope = ServiceScope::Zonal;
    spec.noun = "row";
    spec.slaPercent = 99.99;
    spec.slaSource = "https://aws.amazon.com/rds/aurora/sla/";
    spec.docsUrl = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_AuroraOverview.html";
    spec.parameters = {choice("engine", "Engine", {{"postgresql", "PostgreSQL"}, {"mysql", "MySQL"}},
                              "postgresql", "Decides the connections and the pages.",
                              documented(kConnections))};
    const auto append = [&](std::vector<ParameterSpec> more) {
        spec.parameters.insert(spec.parameters.end(), more.begin(), more.end());
    };
    append(clusterParameters(auroraFacts()));
    append(proxyParameters());
    append(connectionParametersOf("0 takes what the engine sets for the class, or for the most ACUs.",
                                  documented(kServerlessConnections)));
    append(replicaParameters(15, 20, documented(kReplicas), documented(kReplicas)));
    append({movable(Lever::More,
                    integer("secondInstances", "Instances in a second Region", "instances", {0, 15}, 0,
                            "A global database: they keep a copy of the data there, take writes from here "
                            "and are read as replicas are. 0 is no second Region.",
                            documented(kGlobal))),
            advanced(real("secondLagMillis", "Lag of the second Region", "ms", {0, 1e7}, 1000,
                          "From a write to its being readable there, where nothing queues.",
                          documented(kGlobal)))});
    append(statementParameters());
    addClusterMeters(auroraFacts(), {{":postgresql", ", PostgreSQL"}, {":mysql", ", MySQL"}}, spec);
    spec.meters.push_back(counted("aurora/replicated-writes", "Writes to a second Region", "request"));
    spec.meters.push_back(held("aurora/proxy-vcpu-hours", "RDS Proxy", "vCPU-hour"));
    spec.meters.push_back(held("aurora/proxy-acu-hours", "RDS Proxy, serverless", "ACU-hour"));
    spec.quotas = {{"Replicas", 15, "replicas", kReplicas},
                   {"Replica lag, usually far below", 100, "ms", kReplicas},
                   {"Regions beside the first", 10, "Regions", kGlobal},
                   {"Lag of another Region, typically under", 1, "s", kGlobal},
                   {"Longest usual failover", 60, "s", kAvailability},
                   {"Storage of a cluster", 256, "TiB", kStorage}};
    return spec;
}

}  // namespace plimsoll::services::aurora
