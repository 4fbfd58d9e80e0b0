// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/delivery_quotas.h"
#include "simulator/services/address_parameters.h"

namespace plimsoll::services::splunk {

ServiceSpec splunkSpec()
{
    ServiceSpec spec;
    spec.id = "splunk";
    spec.name = "Splunk";
    spec.shortName = "Splunk";
    spec.category = "generic";
    spec.readsSizes = false;  // events are indexed in a time that is given
    spec.summary = "Searches logs and events, outside AWS; takes them over its HTTP Event Collector.";
    spec.integrationName = "Splunk";
    spec.docsUrl = "https://docs.aws.amazon.com/firehose/latest/dev/create-destination.html";
    constexpr const char* kHints =
        "https://docs.aws.amazon.com/firehose/latest/APIReference/API_SplunkBufferingHints.html";
    spec.quotas = {{kMostGathered, 5, "MiB", kHints}, {kMostGathered, 60, "s", kHints}};
    outside_address::declareOn(
        spec, {"Deliveries at once",
               "Deliveries its collector works on at once: until the indexers say that they have them.", 4,
               1000, 5000});
    return spec;
}

}  // namespace plimsoll::services::splunk
