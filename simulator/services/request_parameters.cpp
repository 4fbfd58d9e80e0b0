// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/request_parameters.h"

#include "model/catalog/connection_parameters.h"
#include "simulator/services/parameter_factories.h"

namespace plimsoll {

namespace {

constexpr const char* kStandardRetries =
    "https://github.com/boto/botocore/blob/develop/botocore/retries/standard.py";
constexpr const char* kYourTraffic = "your own traffic; AWS sets no default";

}  // namespace

std::vector<ParameterSpec> requestParameters()
{
    using namespace declare;
    std::vector<ParameterSpec> parameters{
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
        text("stream", "Arrival stream", "",
             "Sources with the same stream name send equal arrivals, so that designs compare fairly.",
             assumed("a comparison aid of this program")),
    };
    for (ParameterSpec& each : retryParameters()) {
        each.advanced = each.id != "maxAttempts" && each.id != "retryDelayMillis";
        parameters.push_back(std::move(each));
    }
    return parameters;
}

}  // namespace plimsoll
