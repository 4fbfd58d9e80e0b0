// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/service_spec.h"

#include <utility>

namespace plimsoll {

namespace {

constexpr const char* kSlaList =
    "https://cloudonaut.io/aws-sla-are-you-able-to-keep-your-availability-promise";
constexpr const char* kMultiZone =
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.MultiAZ.html";
constexpr const char* kRdsStorage =
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html";
constexpr const char* kAuroraReplicas =
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Replication.html";
constexpr const char* kAuroraFailover =
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html";

ServiceSpec drawn(std::string id, std::string name, std::string shortName, std::string category,
                  std::string integrationName, std::string summary, std::string docsUrl)
{
    ServiceSpec spec;
    spec.id = std::move(id);
    spec.name = std::move(name);
    spec.shortName = std::move(shortName);
    spec.category = std::move(category);
    spec.integrationName = std::move(integrationName);
    spec.summary = std::move(summary);
    spec.docsUrl = std::move(docsUrl);
    spec.simulated = false;
    return spec;
}

ServiceSpec withQuotas(std::vector<QuotaSpec> quotas, ServiceSpec spec)
{
    spec.quotas = std::move(quotas);
    return spec;
}

ServiceSpec withSla(double percent, ServiceSpec spec)
{
    spec.slaPercent = percent;
    spec.slaSource = kSlaList;
    return spec;
}

ServiceSpec inScope(ServiceScope scope, ServiceSpec spec)
{
    spec.scope = scope;
    return spec;
}

ServiceSpec storing(ServiceSpec spec)
{
    spec.stores = true;
    return spec;
}

ServiceSpec runningQueries(ServiceSpec spec)
{
    spec.runsQueries = true;
    return spec;
}

ServiceSpec keeping(std::string noun, ServiceSpec spec)
{
    spec.noun = std::move(noun);
    return storing(std::move(spec));
}

/// Runs the user's own code, which may call anything.
ServiceSpec callingOthers(ServiceSpec spec)
{
    spec.sender = {.routes = {Route::Copy, Route::Split, Route::Match},
                   .operation = true,
                   .operations = true,
                   .batch = true,
                   .sizes = true,
                   .order = true,
                   .concurrency = true,
                   .timeout = true,
                   .retry = true};
    return spec;
}

std::vector<ServiceSpec> analytics()
{
    return {
        callingOthers(
            runningQueries(drawn("quicksight", "QuickSight", "QuickSight", "analytics", "QuickSight",
                                 "Dashboards over warehouses, query engines and its own in-memory copies.",
                                 "https://docs.aws.amazon.com/quicksight/latest/user/welcome.html"))),
    };
}

std::vector<ServiceSpec> databases()
{
    return {
        withQuotas(
            {{"Longest usual Multi-AZ failover", 120, "s", kMultiZone},
             {"gp3 operations", 3000, "IOPS", kRdsStorage}},
            inScope(
                ServiceScope::Zonal,
                keeping("row",
                        runningQueries(withSla(
                            99.95, drawn("rds", "RDS", "RDS", "database", "RDS",
                                         "A relational database on one instance, with standby and replicas.",
                                         "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/"
                                         "Welcome.html")))))),
        withQuotas({{"Replicas", 15, "replicas", kAuroraReplicas},
                    {"Longest usual failover", 60, "s", kAuroraFailover}},
                   keeping("row", runningQueries(drawn(
                                      "aurora", "Aurora", "Aurora", "database", "Aurora",
                                      "A relational database whose storage spans zones and grows by itself.",
                                      "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/"
                                      "CHAP_AuroraOverview.html")))),
    };
}

}  // namespace

std::vector<ServiceSpec> drawingOnlySpecs()
{
    std::vector<ServiceSpec> all;
    for (std::vector<ServiceSpec>& group : std::vector{databases(), analytics()})
        for (ServiceSpec& spec : group)
            all.push_back(std::move(spec));
    return all;
}

}  // namespace plimsoll
