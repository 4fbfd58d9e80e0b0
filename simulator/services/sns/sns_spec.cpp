// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::sns {

namespace {

constexpr const char* kQuotas = "https://docs.aws.amazon.com/general/latest/gr/sns.html";
constexpr const char* kRetries =
    "https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html";
constexpr const char* kPublish = "https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html";
constexpr const char* kFifo = "https://docs.aws.amazon.com/sns/latest/dg/fifo-message-delivery.html";
constexpr const char* kScope =
    "https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_sns.FifoThroughputScope.html";
constexpr const char* kPricing = "https://aws.amazon.com/sns/pricing/";
constexpr const char* kMeasured =
    "https://bitesizedserverless.com/bite/serverless-messaging-latency-compared/";

std::vector<MeterSpec> snsMeters()
{
    using namespace declare;
    return {counted("sns/publish-requests", "Publish requests, standard", "request of 64 KB"),
            counted("sns/queue-deliveries", "Deliveries to queues", "notification"),
            counted("sns/function-deliveries", "Deliveries to functions", "notification"),
            counted("sns/stream-deliveries", "Deliveries to delivery streams", "notification"),
            counted("sns/http-deliveries", "Deliveries to HTTP endpoints", "notification"),
            counted("sns/fifo-publish-requests", "Publish requests, FIFO", "request"),
            counted("sns/fifo-publish-gb", "Published data, FIFO", "GB"),
            counted("sns/fifo-messages", "Delivered messages, FIFO", "message"),
            counted("sns/fifo-message-gb", "Delivered data, FIFO", "GB"),
            counted("sns/payload-filter-gb", "Data scanned by payload filters", "GB"),
            counted("sns/scanning-gb", "Data scanned by data protection", "GB"),
            counted("sns/archive-processing-gb", "Data archived, FIFO", "GB"),
            kept("sns/archive-storage", "Archive, FIFO")};
}

}  // namespace

ServiceSpec snsSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "sns";
    spec.name = "SNS";
    spec.shortName = "SNS";
    spec.category = "integration";
    spec.summary = "A topic: sends a copy of each message to every subscriber that wants it.";
    spec.integrationName = "SNS";
    spec.docsUrl = "https://docs.aws.amazon.com/sns/latest/dg/welcome.html";
    spec.noun = "message";
    spec.puts = {"PublishBatch", 10, kPublish};
    spec.sender = {.routes = {Route::Copy, Route::Match}, .sizes = true, .failures = true};
    spec.delivery = DeliverySpec{.retries = 100'015,
                                 .mostRetries = 100'015,
                                 .ageSeconds = 23 * 86'400,
                                 .mostAgeSeconds = 23 * 86'400,
                                 .source = kRetries,
                                 .endpointRetries = "endpointRetries",
                                 .endpointSeconds = "endpointRetrySeconds"};
    spec.ordersWhile = {"type", {"fifo"}};

    const std::vector<std::string> fifo{"fifo"};
    spec.parameters = {
        choice("type", "Type", {{"standard", "Standard"}, {"fifo", "FIFO"}}, "standard",
               "FIFO keeps the order of each message group (the key of a record) and sends to queues only.",
               documented(kFifo)),
        movable(
            Lever::More,
            integer(
                "publishPerSecond", "Publish quota", "messages/s", {0, 10000000}, 0,
                "Messages accepted in a second, those of a batch counted one by one; 0 is the quota of the "
                "Region: 30,000 in us-east-1, 9,000 in us-west-2 and eu-west-1, 1,500 or 300 elsewhere.",
                documented(kQuotas))),
        when(
            "type", fifo,
            choice("throughputScope", "FIFO throughput",
                   {{"topic", "Of the topic"}, {"group", "Of each group"}}, "topic",
                   "The topic as a whole takes 3,000 messages or 20 MB a second, or each group 300 messages.",
                   documented(kScope))),
        when("type", fifo,
             integer("archiveDays", "Archive", "days", {0, 365}, 0,
                     "How long published messages are kept for replay; 0 keeps none.", documented(kQuotas))),
        choice("filterOn", "Filters look at", {{"attributes", "Attributes"}, {"payload", "The payload"}},
               "attributes", "What subscriptions that match a rule look at; looking into payloads is billed.",
               documented(kPricing)),
        yesNo("dataProtection", "Data protection", false, "Scans all that is published for sensitive data.",
              documented(kPricing)),
        integer("maxReceivesPerSecond", "Pace of an endpoint", "messages/s", {0, 100000}, 0,
                "Deliveries a second to each HTTP endpoint on average; the others wait and use up no "
                "retries. 0 sets "
                "none.",
                documented(kRetries)),
        integer("endpointRetries", "Retries to an endpoint", "retries", {0, 100}, 3,
                "The topic's delivery policy for HTTP endpoints: so many retries, 20 s apart unless you say "
                "otherwise; a "
                "connection may have its own number.",
                documented(kRetries)),
        advanced(integer("endpointRetrySeconds", "Retrying an endpoint, at most", "s", {1, 3600}, 3600,
                         "All retries of a message together; AWS allows no more than an hour.",
                         documented(kRetries))),
        advanced(integer("endpointPauseSeconds", "Pause before a retry to an endpoint", "s", {1, 3600}, 20,
                         "The default policy has the same pause each time.", documented(kRetries))),
        advanced(
            real("retryJitterPercent", "Jitter of retries", "%", kPercent, 25,
                 "A pause is up to so much shorter or longer.",
                 assumed(std::string{"AWS says that it applies jitter, and not how much: "} + kRetries))),
        advanced(integer("endpointTimeoutMillis", "Endpoint timeout", "ms", {0, 900000}, 15000,
                         "An HTTP endpoint that has not answered by then has failed; 0 waits for ever.",
                         assumed("SNS is told to wait 15 s; no page of its guide was at hand to quote"))),
        advanced(integer("maxMessageKib", "Largest publish", "KiB", {1, 256}, 256,
                         "A message, or a batch as a whole, that is larger is rejected.",
                         documented(kPublish))),
        real("deliveryMillis", "Delivery, median", "ms", {0, 60000}, 73,
             "From a publish to its arrival at the subscriber, idle; measured for functions.",
             measured(kMeasured)),
        real("deliveryP99Millis", "Delivery, 99th percentile", "ms", {0, 600000}, 225,
             "With the median it sets the log-normal law of the delivery.", measured(kMeasured)),
        advanced(integer("publishLatencyMillis", "Publish latency", "ms", {0, 60000}, 20,
                         "From a publish to its acknowledgement.", assumed("AWS publishes none"))),
    };
    spec.meters = snsMeters();
    spec.quotas = {{"Message or batch", 256, "KiB", kQuotas},
                   {"Messages in one batch", 10, "messages", kPublish},
                   {"Published in us-east-1", 30000, "messages/s", kQuotas},
                   {"FIFO topic", 3000, "messages/s", kQuotas},
                   {"FIFO topic, data", 20, "MB/s", kQuotas},
                   {"One message group, throughput of each group", 300, "messages/s", kQuotas},
                   {"Subscriptions of a FIFO topic", 100, "subscriptions", kQuotas},
                   {"Filter policies of a topic", 200, "policies", kQuotas},
                   {"Retries to queues, functions and delivery streams", 100015, "retries", kRetries},
                   {"Retries to an HTTP endpoint unless set", 3, "retries", kRetries},
                   {"Retrying an HTTP endpoint, in all", 3600, "s", kRetries}};
    spec.slaPercent = 0;  // no readable copy
    return spec;
}

}  // namespace plimsoll::services::sns
