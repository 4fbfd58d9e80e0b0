// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/connection_parameters.h"
#include "simulator/services/parameter_factories.h"
#include "simulator/services/request_parameters.h"

namespace plimsoll::services::traffic_source {

namespace {

constexpr const char* kLegacyRetries =
    "https://github.com/boto/botocore/blob/develop/botocore/data/_retry.json";
constexpr const char* kStandardRetries =
    "https://github.com/boto/botocore/blob/develop/botocore/retries/standard.py";

}  // namespace

ServiceSpec trafficSourceSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "traffic-source";
    spec.name = "Traffic source";
    spec.shortName = "Source";
    spec.category = "clients";
    spec.summary = "Producers or callers whose rate, keys and record sizes the scenario sets.";
    spec.integrationName = "Client";
    spec.isSource = true;
    spec.isDefaultSource = true;
    spec.paletteRank = 1;
    spec.sender = {.routes = {Route::Copy, Route::Split, Route::Match},
                   .operation = true,
                   .batch = true,
                   .sizes = true,
                   .timeout = true,
                   .retry = true};
    spec.accepts = false;
    spec.scope = ServiceScope::Global;

    spec.parameters = requestParameters();
    spec.parameters.push_back(advanced(
        real("batchWaitMillis", "Longest wait of a batch", "ms", {0, 900'000}, 100,
             "A connection that puts several records per call sends an incomplete batch this long after "
             "its first record.",
             assumed("as the Kinesis Producer Library's example, "
                     "https://docs.aws.amazon.com/streams/latest/dev/kinesis-kpl-config.html"))));
    spec.quotas = {{"Attempts, SDK legacy mode", 5, "", kLegacyRetries},
                   {"Attempts, SDK legacy mode, DynamoDB", 10, "", kLegacyRetries},
                   {"Attempts, SDK standard mode", 3, "", kStandardRetries},
                   {"Retry quota of an SDK client, standard mode", 500, "tokens", kStandardRetries},
                   {"Longest pause, SDK standard mode", 20, "s", kStandardRetries}};
    return spec;
}

}  // namespace plimsoll::services::traffic_source
