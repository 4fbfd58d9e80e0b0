// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/kafka_parameters.h"
#include "simulator/services/parameter_factories.h"

#include <array>

namespace plimsoll::services::kafka_on_ec2 {

namespace {

constexpr const char* kKafka = "https://kafka.apache.org/documentation/";
constexpr const char* kVolumes = "https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html";

/// Instance types with a price and a known bandwidth.
constexpr std::array<std::string_view, 6> kTypes{"m7g.large", "m7g.xlarge", "m7g.2xlarge",
                                                 "m5.large",  "m5.xlarge",  "m5.2xlarge"};

}  // namespace

ServiceSpec kafkaOnEc2Spec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "kafka-on-ec2";
    spec.name = "Kafka on EC2";
    spec.shortName = "Kafka";
    spec.category = "streaming";
    spec.summary = "Kafka brokers that you run yourself on EC2 instances with gp3 volumes.";
    spec.integrationName = "Kafka on EC2";
    spec.stores = true;
    spec.docsUrl = kKafka;
    spec.feed.shape = FeedSpec::Shape::Lanes;
    spec.feed.mappingWindowMillis = 500;
    spec.feed.parallelBatches = false;  // of Kinesis and table streams alone
    spec.feed.pollMillis = 10;

    std::vector<ParameterChoice> types;
    for (const std::string_view type : kTypes)
        types.push_back({std::string{type}, std::string{type}});
    spec.parameters = {
        choice("instanceType", "Instance type", std::move(types), "m7g.large",
               "Sets what a broker carries for long over its network and to EBS, without bursts.",
               assumed("EC2's lasting rates: https://docs.aws.amazon.com/ec2/latest/instancetypes/gp.html")),
        sizable(integer("brokers", "Brokers", "brokers", {1, 60}, 3, "Instances, over all zones together.",
                        assumed("your cluster"))),
        integer("partitions", "Partitions", "partitions", {1, 4000}, 12,
                "Of all topics together. Each keeps its order, and one consumer of a group reads it.",
                assumed("your topics")),
        integer("replication", "Replication factor", "copies", {1, 6}, 3,
                "Brokers that keep each partition; every copy is written and sent once more.",
                assumed("your topics; three is usual")),
        integer("minInSync", "Copies in sync, at least", "copies", {1, 6}, 2,
                "With fewer of a partition's brokers there, it takes no writes (min.insync.replicas).",
                assumed("your topics; two of three is usual")),
        sizable(integer("storageGib", "Volume of a broker", "GiB", {1, 16384}, 1000,
                        "A gp3 volume, paid for whether it is full or not.", documented(kVolumes))),
        integer("volumeMibPerSecond", "Throughput of a volume", "MiB/s", {125, 750}, 125,
                "125 MiB/s come with a gp3 volume; more is paid for, and its 3,000 IOPS carry 750.",
                documented(kVolumes)),
    };
    const std::vector<ParameterSpec> topic = topicParameters();
    spec.parameters.insert(spec.parameters.end(), topic.begin(), topic.end());

    for (const std::string_view type : kTypes)
        spec.meters.push_back(held("kafka-on-ec2/hours-" + std::string{type},
                                   "Instance hours, " + std::string{type}, "instance-hour"));
    spec.meters.push_back(kept("kafka-on-ec2/storage-gb", "Volumes, gp3"));
    spec.meters.push_back(
        meter(MeterClass::Stock, "kafka-on-ec2/volume-throughput", "Volume throughput, gp3", "MiB/s-month"));
    return spec;
}

}  // namespace plimsoll::services::kafka_on_ec2
