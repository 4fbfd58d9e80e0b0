// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/design/connection_parameters.h"
#include "simulator/services/parameter_factories.h"
#include "simulator/services/specs.h"

namespace plimsoll {

namespace {

constexpr const char* kLegacyRetries =
    "https://github.com/boto/botocore/blob/develop/botocore/data/_retry.json";
constexpr const char* kStandardRetries =
    "https://github.com/boto/botocore/blob/develop/botocore/retries/standard.py";
constexpr const char* kYourTraffic = "your own traffic; AWS sets no default";

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
    spec.accepts = false;
    spec.scope = ServiceScope::Global;

    spec.parameters = {
        integer("recordSizeBytes", "Record size", "B", {1, 10485760}, 1024,
                "Bytes of one record with its key and attribute names; an object"
                " {\"distribution\":\"lognormal\",\"medianBytes\":1024,\"p99Bytes\":8192} draws every size "
                "instead.",
                assumed(kYourTraffic)),
        integer("keys", "Distinct keys", "", {1, 1e9}, 1000000,
                "How many different partition keys the records carry.", assumed(kYourTraffic)),
        real("keySkew", "Key skew", "", {0, 3}, 0,
             "Zipf exponent of the popularity of the keys: 0 is uniform, higher values favour few keys.",
             assumed(kYourTraffic)),
        real("hotKeyShare", "Hot key share", "", {0, 1}, 0,
             "Share of all records that carry one single key, on top of the skew.", assumed(kYourTraffic)),
        choice("retry", "Retry",
               {{"none", "None"},
                {"fixed", "Fixed delay"},
                {"exponential", "Exponential back-off"},
                {"sdk-legacy", "AWS SDK, legacy mode"},
                {"sdk-standard", "AWS SDK, standard mode"}},
               "none", "What the caller does when a request is refused or fails; every retry is real load.",
               documented(kStandardRetries)),
        when("retry", {"sdk-standard"},
             advanced(integer("sdkClients", "SDK clients", "", {1, 1000000}, 1,
                              "Clients that share the load; each has a quota of 500 tokens for its retries.",
                              assumed(kYourTraffic)))),
        advanced(
            real("batchWaitMillis", "Longest wait of a batch", "ms", {0, 900'000}, 100,
                 "A connection that puts several records per call sends an incomplete batch this long after "
                 "its first record.",
                 assumed("as the Kinesis Producer Library's example, "
                         "https://docs.aws.amazon.com/streams/latest/dev/kinesis-kpl-config.html"))),
        text("stream", "Arrival stream", "",
             "Sources with the same stream name send equal arrivals, so that designs compare fairly.",
             assumed("a comparison aid of this program")),
    };
    for (ParameterSpec& each : retryParameters()) {
        each.advanced = each.id != "maxAttempts" && each.id != "retryDelayMillis";
        spec.parameters.push_back(std::move(each));
    }
    spec.quotas = {{"Attempts, SDK legacy mode", 5, "", kLegacyRetries},
                   {"Attempts, SDK legacy mode, DynamoDB", 10, "", kLegacyRetries},
                   {"Attempts, SDK standard mode", 3, "", kStandardRetries},
                   {"Retry quota of an SDK client, standard mode", 500, "tokens", kStandardRetries},
                   {"Longest pause, SDK standard mode", 20, "s", kStandardRetries}};
    return spec;
}

}  // namespace plimsoll
