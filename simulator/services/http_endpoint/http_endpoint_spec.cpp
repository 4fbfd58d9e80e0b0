// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/delivery_quotas.h"
#include "simulator/services/address_parameters.h"

namespace plimsoll::services::http_endpoint {

ServiceSpec httpEndpointSpec()
{
    ServiceSpec spec;
    spec.id = "http-endpoint";
    spec.name = "HTTP endpoint";
    spec.shortName = "HTTP endpoint";
    spec.category = "generic";
    spec.readsSizes = false;  // requests are answered in a time that is given
    spec.summary = "An address on the internet, a vendor's or your own, that takes what is sent to it.";
    spec.integrationName = "HTTP endpoint";
    spec.docsUrl = "https://docs.aws.amazon.com/firehose/latest/dev/httpdeliveryrequestresponse.html";
    constexpr const char* kHints =
        "https://docs.aws.amazon.com/firehose/latest/APIReference/API_HttpEndpointBufferingHints.html";
    spec.quotas = {{kMostGathered, 64, "MiB", kHints}, {kMostGathered, 900, "s", kHints}};
    outside_address::declareOn(
        spec, {"Requests at once", "Requests it handles at once; the others wait.", 10, 100, 500});
    return spec;
}

}  // namespace plimsoll::services::http_endpoint
