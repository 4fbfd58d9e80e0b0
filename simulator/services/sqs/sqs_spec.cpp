// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/design/scenario.h"
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::sqs {

namespace {

constexpr const char* kMessages =
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html";
constexpr const char* kCreateQueue =
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html";
constexpr const char* kVisibility =
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html";
constexpr const char* kMoveTask =
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html";
constexpr const char* kFifo = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/"
                              "troubleshooting-fifo-throttling-issues.html";
constexpr const char* kLogic = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/"
                               "FIFO-queues-understanding-logic.html";
constexpr const char* kHighThroughput =
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/high-throughput-fifo.html";

}  // namespace

ServiceSpec sqsSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "sqs";
    spec.name = "SQS";
    spec.shortName = "SQS";
    spec.category = "integration";
    spec.summary = "A queue: keeps each message until one consumer has dealt with it; a FIFO queue in order.";
    spec.integrationName = "SQS";
    spec.stores = true;
    spec.redrives = true;
    spec.visibilityParameter = "visibilitySeconds";
    spec.docsUrl = kMessages;
    spec.paletteRank = 12;
    spec.noun = "message";
    spec.puts = {
        "SendMessageBatch", 10,
        "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html"};
    spec.feed.shape = FeedSpec::Shape::Queue;
    spec.feed.mappingBatch = 10;
    spec.feed.read = {"ReceiveMessage", 10,
                      "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/"
                      "API_ReceiveMessage.html"};

    spec.ordersWhile = {"type", {"fifo"}};

    const std::vector<std::string> fifo{"fifo"};
    spec.parameters = {
        choice("type", "Type", {{"standard", "Standard"}, {"fifo", "FIFO"}}, "standard",
               "FIFO hands the messages of a group (the key of a record) out in order, one batch at a time: "
               "none of "
               "a group while one of it is in work or hidden.",
               documented(kLogic)),
        when("type", fifo,
             yesNo("highThroughput", "High throughput", false,
                   "Spreads the groups over partitions: 300 calls of each action a second for a group, and "
                   "for all "
                   "as many as the Region allows; without it 300 for the queue.",
                   documented(kHighThroughput))),
        when("type", fifo,
             movable(Lever::More,
                     integer("callsPerSecond", "Calls of each action", "calls/s", {0, 1000000}, 0,
                             "Sends, receives and deletes a second, a call with up to 10 messages as one; 0 "
                             "is 300, or with high throughput the quota of the Region: 70,000 in us-east-1, "
                             "us-west-2 and eu-west-1, 2,400 to 19,000 elsewhere.",
                             documented(kMessages)))),
        when("type", {"standard"},
             yesNo("fair", "Fair to its groups", false,
                   "A message group (the key of a record) on a standard queue: when one group has more in "
                   "work than the "
                   "others, theirs come first, so that it alone waits. Costs a surcharge on requests.",
                   documented(kMessages))),
        integer("visibilitySeconds", "Visibility timeout", "s", {1, 43200}, 30,
                "How long a received message is hidden; one not deleted by then comes back and is worked on "
                "again. With Lambda, take six times the function's timeout.",
                documented(kCreateQueue)),
        integer("maxReceives", "Receives before dead-lettering", "receives", {1, 1000}, 10,
                "A message received this often and not deleted goes to the queue connected as dead-letter "
                "queue; without one it comes back until it is too old.",
                documented(kCreateQueue)),
        integer("retentionSeconds", "Retention", "s", {60, 1209600}, 345600,
                "How long a message is kept; older ones are lost.", documented(kCreateQueue)),
        integer("delaySeconds", "Delay", "s", {0, 900}, 0, "How long a new message stays hidden at first.",
                documented(kCreateQueue)),
        integer("maxMessageKib", "Largest message", "KiB", {1, 1024}, 1024,
                "Larger messages are rejected; a queue can be set from 1 KiB to 1 MiB.",
                documented(kCreateQueue)),
        advanced(integer("inFlightQuota", "Messages in flight, at most", "messages", {1, 10000000}, 120000,
                         "Received and neither deleted nor back; at the quota a receive comes back empty.",
                         documented(kVisibility))),
        advanced(real("redrivePerSecond", "Redrive rate of its own", "messages/s",
                      {1, kMostRedrivenPerSecond}, kMostRedrivenPerSecond,
                      "As a dead-letter queue: how fast a redrive that names no rate moves messages back.",
                      assumed("SQS adapts it to the backlog and publishes no figure; this is the most one "
                              "may ask for"))),
        advanced(integer("sendLatencyMillis", "Send latency", "ms", {0, 60000}, 10,
                         "From a send's arrival to its acknowledgement.",
                         assumed("AWS publishes no send latency"))),
        advanced(integer("receiveLatencyMillis", "Receive latency", "ms", {0, 60000}, 10,
                         "Time of one receive, without the wait for a message.",
                         assumed("AWS publishes none; an idle queue hands a message to Lambda in about 16 ms "
                                 "by a third party's measurement"))),
    };

    spec.meters = {counted("sqs/requests", "Requests, standard queue", "request"),
                   counted("sqs/fair-requests", "Surcharge on requests, fair queue", "request"),
                   counted("sqs/fifo-requests", "Requests, FIFO queue", "request")};

    spec.quotas = {
        {"Message", 1, "MiB", kCreateQueue},
        {"Retention unless set", 4, "days", kCreateQueue},
        {"Visibility timeout unless set", 30, "s", kCreateQueue},
        {"Messages in flight, standard", 120000, "messages", kVisibility},
        {"Redrive", kMostRedrivenPerSecond, "messages/s", kMoveTask},
        {"Redrives of a queue at a time", 1, "", kMoveTask},
        {"FIFO calls of each action", 300, "calls/s", kFifo},
        {"FIFO calls of each action, of a partition with high throughput", 300, "calls/s", kHighThroughput},
        {"FIFO deduplication", 5, "min", kHighThroughput},
        {"Messages in one batch", 10, "messages", kCreateQueue}};
    return spec;
}

}  // namespace plimsoll::services::sqs
