// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::iot_core {

namespace {

constexpr const char* kQuotas = "https://docs.aws.amazon.com/general/latest/gr/iot-core.html";
constexpr const char* kLimits = "https://docs.aws.amazon.com/iot/latest/developerguide/limits-iot.html";
constexpr const char* kActions =
    "https://docs.aws.amazon.com/iot/latest/developerguide/iot-rule-actions.html";
constexpr const char* kMessage =
    "https://docs.aws.amazon.com/iot/latest/developerguide/device-advisor-tests-mqtt.html";
constexpr const char* kPricing = "https://aws.amazon.com/iot-core/pricing/";

}  // namespace

ServiceSpec iotCoreSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "iot-core";
    spec.name = "IoT Core";
    spec.shortName = "IoT Core";
    spec.category = "integration";
    spec.summary = "Takes messages of devices; each rule hands what it selects to its action.";
    spec.integrationName = "IoT Core";
    spec.docsUrl = "https://docs.aws.amazon.com/iot/latest/developerguide/what-is-aws-iot.html";
    spec.noun = "message";
    spec.sender = {.routes = {Route::Copy, Route::Match}, .sizes = true, .failures = true};
    spec.delivery =
        DeliverySpec{.retries = 2,
                     .mostRetries = 10,
                     .ageSeconds = 60,
                     .leastAgeSeconds = 1,
                     .mostAgeSeconds = 3600,
                     .source = "AWS says that an action may be tried several times, and not how often",
                     .endpointRetries = "endpointRetries",
                     .endpointSeconds = "endpointRetrySeconds"};
    spec.parameters = {
        integer("devices", "Connected devices", "devices", {0, 500000}, 1000,
                "Devices with an open connection, billed by the minute; a device is a key of the records.",
                assumed("your fleet")),
        movable(
            Lever::More,
            integer(
                "publishPerSecond", "Publish quota", "messages/s", {0, 10000000}, 0,
                "Messages taken in a second; 0 is the quota of the Region: 20,000, or 2,000 in smaller ones.",
                documented(kLimits))),
        advanced(integer("publishPerDevice", "Publish quota of a device", "messages/s", {1, 100000}, 100,
                         "Messages of one connection in a second; those beyond it are dropped.",
                         documented(kQuotas))),
        yesNo("basicIngest", "Basic Ingest", false,
              "Devices publish straight to the rules: no message is billed.", documented(kPricing)),
        advanced(integer("maxMessageKib", "Largest message", "KiB", {1, 128}, 128,
                         "A larger one is rejected.", documented(kMessage))),
        advanced(real("retrySeconds", "Pause before a retry", "s", {0.001, 600}, 1,
                      "Between two tries of an action that failed.", assumed("AWS publishes none"))),
        advanced(integer("endpointRetries", "Retries of an HTTP action", "retries", {0, 10}, 2,
                         "A connection to an endpoint may have its own number.",
                         assumed("AWS publishes none but the 3 s they all have together"))),
        advanced(integer("endpointRetrySeconds", "Trying an HTTP action, at most", "s", {1, 3}, 3,
                         "All tries of a message together.", documented(kQuotas))),
        advanced(integer("endpointTimeoutMillis", "Timeout of an HTTP action", "ms", {0, 3000}, 3000,
                         "An endpoint has 3 s in all, tries again included; 0 waits for ever.",
                         documented(kQuotas))),
        real("deliveryMillis", "Rule and action, median", "ms", {0, 60000}, 50,
             "From a message to the arrival at the action's target.", assumed("AWS publishes none")),
        real("deliveryP99Millis", "Rule and action, 99th percentile", "ms", {0, 600000}, 200,
             "With the median it sets the log-normal law.", assumed("AWS publishes none")),
        advanced(integer("publishLatencyMillis", "Publish latency", "ms", {0, 60000}, 30,
                         "From a message to its acknowledgement (QoS 1).", assumed("AWS publishes none"))),
    };
    spec.meters = {counted("iot-core/messages", "Messages", "message of 5 KB"),
                   counted("iot-core/rules-triggered", "Rules triggered", "rule"),
                   counted("iot-core/actions", "Actions executed", "action of 5 KB"),
                   counted("iot-core/connection-minutes", "Connectivity", "connection-minute")};
    spec.quotas = {{"Messages published", 20000, "messages/s", kLimits},
                   {"Messages of one connection", 100, "messages/s", kQuotas},
                   {"Data of one connection", 512, "KB/s", kQuotas},
                   {"Connections", 500000, "connections", kQuotas},
                   {"Rule evaluations", 20000, "1/s", kQuotas},
                   {"Rules", 1000, "rules", kQuotas},
                   {"Actions of a rule", 10, "actions", kActions},
                   {"Message", 128, "KB", kMessage}};
    return spec;
}

}  // namespace plimsoll::services::iot_core
