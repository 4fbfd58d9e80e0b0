// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/database_cluster.h"

namespace plimsoll::services::documentdb {

namespace {

constexpr const char* kLimits = "https://docs.aws.amazon.com/documentdb/latest/devguide/limits.html";
constexpr const char* kReplicas = "https://docs.aws.amazon.com/documentdb/latest/devguide/how-it-works.html";

ClusterFacts facts()
{
    return {.service = "documentdb",
            .classes = {"db.t3.medium", "db.t4g.medium", "db.r5.large", "db.r5.xlarge", "db.r5.2xlarge",
                        "db.r5.4xlarge", "db.r6g.large", "db.r6g.xlarge", "db.r6g.2xlarge", "db.r6g.4xlarge"},
            .firstClass = "db.r6g.large",
            .unit = "",
            .mostUnits = 0,
            .ioOptimised = true,
            .pricing = "https://aws.amazon.com/documentdb/pricing/",
            .scaling = "",
            .failoverUrl = "",
            .replicasUrl = kReplicas,
            .storageUrl = kLimits};
}

}  // namespace

ServiceSpec documentdbSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "documentdb";
    spec.name = "DocumentDB";
    spec.shortName = "DocumentDB";
    spec.category = "database";
    spec.summary =
        "Documents with the interface of MongoDB, over storage that spans zones and grows by itself.";
    spec.integrationName = "DocumentDB";
    spec.scope = ServiceScope::Zonal;
    spec.noun = "document";
    spec.slaPercent = 99.99;
    spec.slaSource = "https://aws.amazon.com/documentdb/sla/";
    spec.docsUrl = "https://docs.aws.amazon.com/documentdb/latest/devguide/what-is.html";
    spec.parameters = clusterParameters(facts());
    const auto append = [&](std::vector<ParameterSpec> more) {
        spec.parameters.insert(spec.parameters.end(), more.begin(), more.end());
    };
    append(connectionParametersOf("0 takes what an instance of the class allows, idle ones included.",
                                  documented(kLimits)));
    append(replicaParameters(15, 20, documented(kReplicas), documented(kReplicas)));
    append(statementParameters());
    addClusterMeters(facts(), {{"", ""}}, spec);
    spec.quotas = {{"Replicas", 15, "replicas", kReplicas},
                   {"Connections of an r6g.large", 3400, "connections", kLimits},
                   {"Of them active", 1100, "connections", kLimits},
                   {"Document", 16, "MiB", kLimits}};
    return spec;
}

}  // namespace plimsoll::services::documentdb
