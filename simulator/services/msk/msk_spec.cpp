// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/kafka_parameters.h"
#include "simulator/services/msk/broker_types.h"
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::msk {

namespace {

constexpr const char* kGuide = "https://docs.aws.amazon.com/msk/latest/developerguide/what-is-msk.html";
constexpr const char* kPricing = "https://aws.amazon.com/msk/pricing/";
constexpr const char* kLimits = "https://docs.aws.amazon.com/msk/latest/developerguide/limits.html";
constexpr const char* kPractices = "https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html";
constexpr const char* kStorage =
    "https://docs.aws.amazon.com/msk/latest/developerguide/msk-provision-throughput-management.html";
constexpr const char* kTiered =
    "https://docs.aws.amazon.com/msk/latest/developerguide/msk-tiered-storage.html";

std::vector<ParameterSpec> brokerParameters()
{
    using namespace declare;
    std::vector<ParameterChoice> standardTypes, expressTypes;
    for (const StandardBroker& type : kStandardBrokers)
        standardTypes.push_back({std::string{type.id}, std::string{type.id.substr(6)}});
    for (const ExpressBroker& type : kExpressBrokers)
        expressTypes.push_back({std::string{type.id}, std::string{type.id.substr(8)}});
    const std::vector<std::string> standard{"standard"}, express{"express"},
        provisioned{"standard", "express"};
    return {
        choice(
            "clusterType", "Cluster",
            {{"standard", "Provisioned, standard brokers"},
             {"express", "Provisioned, Express brokers"},
             {"serverless", "Serverless"}},
            "standard",
            "Standard brokers have disks and settings of yours; Express ones store without bound; serverless "
            "shows no brokers.",
            documented(kGuide)),
        when("clusterType", standard,
             choice("brokerType", "Broker size", std::move(standardTypes), "kafka.m7g.large",
                    "Its EC2 instance sets network and storage throughput: what it holds for long, without "
                    "bursts.",
                    assumed("AWS publishes no throughput for a size; EC2's for its instance is taken: "
                            "https://docs.aws.amazon.com/ec2/latest/instancetypes/gp.html"))),
        when("clusterType", express,
             choice("expressBrokerType", "Broker size", std::move(expressTypes), "express.m7g.large",
                    "Sets what a broker takes in and sends; above it requests are slowed.",
                    documented(kLimits))),
        when("clusterType", provisioned,
             sizable(integer("brokers", "Brokers", "brokers", {1, 60}, 3,
                             "Of all zones together; AWS asks for the same number in each zone.",
                             documented(kLimits)))),
        integer("partitions", "Partitions", "partitions", {1, 4000}, 12,
                "Of all topics together. Each keeps its order, and one consumer of a group reads it.",
                assumed("your topics")),
        when("clusterType", standard,
             integer("replication", "Replication factor", "copies", {1, 6}, 3,
                     "Brokers that keep each partition; every copy is written and sent once more.",
                     documented(kPractices))),
        when("clusterType", standard,
             integer("minInSync", "Copies in sync, at least", "copies", {1, 6}, 2,
                     "With fewer of a partition's brokers there, it takes no writes.",
                     documented(kPractices))),
        when("clusterType", standard,
             sizable(integer("storageGib", "Storage of a broker", "GiB", {1, 16384}, 1000,
                             "Paid for whether it is full or not; it never shrinks.", documented(kLimits)))),
        advanced(
            when("brokerType", {"kafka.m7g.2xlarge"},
                 real("storageMibPerSecond", "Storage throughput of a broker", "MiB/s", {250, 312.5}, 250,
                      "Every volume has 250 MiB/s; more is paid for, and this size takes no more than 312.5.",
                      documented(kStorage)))),
        when(
            "clusterType", standard,
            yesNo("tieredStorage", "Tiered storage", false,
                  "Records older than the local retention move to a cheaper tier and are paid for when read.",
                  documented(kTiered))),
        when("tieredStorage", {"true"},
             real("localRetentionHours", "Local retention", "h", {0.01, 87600}, 24,
                  "How long records stay on the brokers' own disks.",
                  assumed("your topics; Kafka's own default is the whole retention"))),
    };
}

}  // namespace

ServiceSpec mskSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "msk";
    spec.name = "Managed Streaming for Apache Kafka";
    spec.shortName = "MSK";
    spec.category = "streaming";
    spec.summary = "Kafka brokers: ordered partitions kept for many consumer groups.";
    spec.integrationName = "MSK";
    spec.stores = true;
    spec.docsUrl = kGuide;
    spec.feed.shape = FeedSpec::Shape::Lanes;
    // A mapping of Kafka waits half a second for more records unless told otherwise.
    spec.feed.mappingWindowMillis = 500;
    spec.feed.parallelBatches = false;  // of Kinesis and table streams alone
    // A fetch waits at the broker; this is only the pause between two of them.
    spec.feed.pollMillis = 10;

    spec.parameters = brokerParameters();
    const std::vector<ParameterSpec> topic = topicParameters();
    spec.parameters.insert(spec.parameters.end(), topic.begin(), topic.end());

    for (const StandardBroker& type : kStandardBrokers)
        spec.meters.push_back(held("msk/broker-hours-" + std::string{type.id},
                                   "Broker hours, " + std::string{type.id.substr(6)}, "broker-hour"));
    for (const ExpressBroker& type : kExpressBrokers)
        spec.meters.push_back(held("msk/express-broker-hours-" + std::string{type.id},
                                   "Express broker hours, " + std::string{type.id.substr(8)}, "broker-hour"));
    const std::vector<MeterSpec> rest{
        kept("msk/storage-gb", "Broker storage"),
        meter(MeterClass::Stock, "msk/provisioned-throughput", "Provisioned storage throughput",
              "MiB/s-month"),
        kept("msk/tiered-storage-gb", "Tiered storage"),
        counted("msk/tiered-retrieval-gb", "Tiered storage read", "GB"),
        counted("msk/express-in-gb", "Express data in", "GB"),
        kept("msk/express-storage-gb", "Express storage"),
        held("msk/serverless-cluster-hours", "Serverless cluster hours", "cluster-hour"),
        held("msk/serverless-partition-hours", "Serverless partition hours", "partition-hour"),
        counted("msk/serverless-in-gb", "Serverless data in", "GB"),
        counted("msk/serverless-out-gb", "Serverless data out", "GB"),
        kept("msk/serverless-storage-gb", "Serverless storage"),
    };
    spec.meters.insert(spec.meters.end(), rest.begin(), rest.end());

    spec.quotas = {{"Brokers of the account", 90, "brokers", kLimits},
                   {"Brokers of a cluster, KRaft", 60, "brokers", kLimits},
                   {"Brokers of a cluster, ZooKeeper", 30, "brokers", kLimits},
                   {"Storage of a broker", 16384, "GiB", kLimits},
                   {"Connections of a broker, IAM", 3000, "connections", kLimits},
                   {"Express, one partition", 15, "MB/s", kLimits},
                   {"Serverless, in", 200, "MB/s", kLimits},
                   {"Serverless, out", 400, "MB/s", kLimits},
                   {"Serverless, into a partition", 5, "MB/s", kLimits},
                   {"Serverless, out of a partition", 10, "MB/s", kLimits},
                   {"Serverless, partitions", 2400, "partitions", kLimits},
                   {"Processor use, advised below", 60, "%", kPractices}};
    return spec;
}

}  // namespace plimsoll::services::msk
