// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/service_spec.h"

#include <utility>

namespace plimsoll {

namespace {

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

ServiceSpec runningQueries(ServiceSpec spec)
{
    spec.runsQueries = true;
    return spec;
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

}  // namespace

std::vector<ServiceSpec> drawingOnlySpecs()
{
    return {
        callingOthers(
            runningQueries(drawn("quicksight", "QuickSight", "QuickSight", "analytics", "QuickSight",
                                 "Dashboards over warehouses, query engines and its own in-memory copies.",
                                 "https://docs.aws.amazon.com/quicksight/latest/user/welcome.html"))),
    };
}

}  // namespace plimsoll
