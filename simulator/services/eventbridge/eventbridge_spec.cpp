// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::eventbridge {

namespace {

constexpr const char* kQuota = "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html";
constexpr const char* kRetry =
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html";
constexpr const char* kPutEvents =
    "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html";
constexpr const char* kDestinations =
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html";
constexpr const char* kPayload =
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-target.html";
constexpr const char* kPricing = "https://aws.amazon.com/eventbridge/pricing/";
constexpr const char* kMeasured =
    "https://bitesizedserverless.com/bite/serverless-messaging-latency-compared/";

}  // namespace

ServiceSpec eventbridgeSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "eventbridge";
    spec.name = "EventBridge";
    spec.shortName = "EventBridge";
    spec.category = "integration";
    spec.summary = "An event bus: each rule sends what matches it to its target.";
    spec.integrationName = "EventBridge";
    spec.docsUrl = "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-what-is.html";
    spec.noun = "event";
    spec.puts = {"PutEvents", 10, kPutEvents};
    spec.sender = {.routes = {Route::Copy, Route::Match}, .sizes = true, .failures = true};
    spec.delivery = DeliverySpec{.retries = 185,
                                 .mostRetries = 185,
                                 .ageSeconds = 86'400,
                                 .leastAgeSeconds = 60,
                                 .mostAgeSeconds = 86'400,
                                 .source = kRetry};
    spec.parameters = {
        movable(
            Lever::More,
            integer(
                "publishPerSecond", "PutEvents quota", "requests/s", {0, 10000000}, 0,
                "Calls accepted in a second, whatever they bring; 0 is the quota of the Region: 10,000 in "
                "us-east-1, us-west-2 and eu-west-1, 2,400 to 400 elsewhere.",
                documented(kQuota))),
        movable(
            Lever::More,
            integer(
                "invocationsPerSecond", "Invocations quota", "invocations/s", {0, 10000000}, 0,
                "Events sent to targets in a second, tries included; those beyond it wait. 0 is the quota of "
                "the Region: 18,750 in us-east-1, us-west-2 and eu-west-1, 4,500 to 750 elsewhere.",
                documented(kQuota))),
        integer("apiDestinationPerSecond", "Rate of an API destination", "calls/s", {1, 100000}, 300,
                "Calls a second to each endpoint of your own; the others wait, and are lost when they get "
                "too old.",
                documented(kDestinations)),
        integer("archiveDays", "Archive", "days", {0, 36500}, 0,
                "How long all events are kept in an archive; 0 keeps none.", documented(kPricing)),
        yesNo("schemaDiscovery", "Schema discovery", false,
              "Looks at each event for its schema, billed by 8 KB.", documented(kPricing)),
        advanced(integer("apiDestinationTimeoutMillis", "Timeout of an API destination", "ms", {0, 60000},
                         5000, "An endpoint that has not answered by then has failed; 0 waits for ever.",
                         documented(kDestinations))),
        advanced(integer("maxEventKib", "Largest call", "KiB", {1, 1024}, 1024,
                         "Events of one call, all together; a larger one is rejected.",
                         documented(kPayload))),
        advanced(real("firstRetrySeconds", "First pause before a retry", "s", {0.001, 3600}, 1,
                      "Pauses grow from here by the same factor over ten retries.",
                      assumed("AWS says exponential with jitter, and 185 tries in 24 hours"))),
        advanced(real("longestRetrySeconds", "Longest pause before a retry", "s", {0.001, 86400}, 480,
                      "No pause is longer, half of it more or less by jitter apart.",
                      assumed("so that 185 tries take a little less than the 24 hours"))),
        real("deliveryMillis", "Delivery, median", "ms", {0, 60000}, 148,
             "From a call to the arrival at the target, idle; measured for functions.", measured(kMeasured)),
        real("deliveryP99Millis", "Delivery, 99th percentile", "ms", {0, 600000}, 387,
             "With the median it sets the log-normal law of the delivery.", measured(kMeasured)),
        advanced(integer("publishLatencyMillis", "PutEvents latency", "ms", {0, 60000}, 30,
                         "From a call to its acknowledgement.", assumed("AWS publishes none"))),
    };
    spec.meters = {counted("eventbridge/custom-events", "Custom events", "event of 64 KB"),
                   counted("eventbridge/opt-in-events", "Events of AWS services", "event of 64 KB"),
                   counted("eventbridge/api-destination-calls", "API destination calls", "call"),
                   counted("eventbridge/archive-gb", "Data archived", "GB"),
                   kept("eventbridge/archive-storage", "Archive"),
                   counted("eventbridge/discovered-events", "Schema discovery", "event of 8 KB")};
    spec.quotas = {{"PutEvents in us-east-1", 10000, "requests/s", kQuota},
                   {"Invocations in us-east-1", 18750, "invocations/s", kQuota},
                   {"Rules of a bus", 300, "rules", kQuota},
                   {"Targets of a rule", 5, "targets", kQuota},
                   {"Calls of an API destination", 300, "calls/s", kQuota},
                   {"Tries to one target", 185, "attempts", kRetry},
                   {"Events in one call", 10, "events", kPutEvents}};
    return spec;
}

}  // namespace plimsoll::services::eventbridge
