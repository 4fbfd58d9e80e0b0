// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/database_cluster.h"

namespace plimsoll::services::neptune {

namespace {

constexpr const char* kLimits = "https://docs.aws.amazon.com/neptune/latest/userguide/limits.html";
constexpr const char* kReplicas =
    "https://docs.aws.amazon.com/neptune/latest/userguide/feature-overview-db-clusters.html";

ClusterFacts facts()
{
    return {.service = "neptune",
            .classes = {"db.t3.medium", "db.t4g.medium", "db.r5.large", "db.r5.xlarge", "db.r5.2xlarge",
                        "db.r5.4xlarge", "db.r6g.large", "db.r6g.xlarge", "db.r6g.2xlarge", "db.r6g.4xlarge",
                        "db.r7g.large", "db.r7g.xlarge", "db.r7g.2xlarge", "db.r7g.4xlarge", "db.r8g.large",
                        "db.r8g.xlarge", "db.r8g.2xlarge", "db.r8g.4xlarge"},
            .firstClass = "db.r7g.large",
            .unit = "NCU",
            .mostUnits = 128,
            .ioOptimised = false,
            .pricing = "https://aws.amazon.com/neptune/pricing/",
            .scaling = "https://docs.aws.amazon.com/neptune/latest/userguide/neptune-serverless.html",
            .failoverUrl = "",
            .replicasUrl = kReplicas,
            .storageUrl = kLimits};
}

}  // namespace

ServiceSpec neptuneSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "neptune";
    spec.name = "Neptune";
    spec.shortName = "Neptune";
    spec.category = "database";
    spec.summary = "A graph database over storage that spans zones and grows by itself.";
    spec.integrationName = "Neptune";
    spec.scope = ServiceScope::Zonal;
    spec.noun = "element";
    spec.slaPercent = 99.9;
    spec.slaSource = "https://aws.amazon.com/neptune/sla/";
    spec.docsUrl = "https://docs.aws.amazon.com/neptune/latest/userguide/intro.html";
    spec.parameters = clusterParameters(facts());
    const auto append = [&](std::vector<ParameterSpec> more) {
        spec.parameters.insert(spec.parameters.end(), more.begin(), more.end());
    };
    append(connectionParametersOf("0 takes the WebSocket connections that an instance of the class allows.",
                                  documented(kLimits)));
    append(replicaParameters(15, 20, documented(kReplicas), documented(kReplicas)));
    append(statementParameters());
    addClusterMeters(facts(), {{"", ""}}, spec);
    spec.quotas = {{"Replicas", 15, "replicas", kReplicas},
                   {"WebSocket connections of a large instance", 2048, "connections", kLimits},
                   {"Storage of a cluster", 128, "TiB", kLimits}};
    return spec;
}

}  // namespace plimsoll::services::neptune
