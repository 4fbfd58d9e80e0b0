// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/kafka_parameters.h"

#include "model/support/bytes.h"
#include "simulator/services/parameter_factories.h"

#include <algorithm>
#include <array>

namespace plimsoll {

namespace {

constexpr const char* kKafka = "https://kafka.apache.org/documentation/";
constexpr const char* kInstances = "https://docs.aws.amazon.com/ec2/latest/instancetypes/gp.html";
constexpr double kHour = 3600;

constexpr std::array<InstanceBandwidth, 7> kBandwidths{{
    {"m7g.large", 0.937, 78.75},
    {"m7g.xlarge", 1.876, 156.25},
    {"m7g.2xlarge", 3.75, 312.5},
    {"m5.large", 0.75, 81.25},
    {"m5.xlarge", 1.25, 143.75},
    {"m5.2xlarge", 2.5, 287.5},
    {"t3.small", 0.128, 21.75},
}};

}  // namespace

const InstanceBandwidth& bandwidthOf(std::string_view instanceType)
{
    const auto found = std::find_if(kBandwidths.begin(), kBandwidths.end(),
                                    [&](const InstanceBandwidth& row) { return row.type == instanceType; });
    return found == kBandwidths.end() ? kBandwidths.front() : *found;
}

std::vector<ParameterSpec> topicParameters()
{
    using namespace declare;
    return {
        real("retentionHours", "Retention", "h", {0.01, 87600}, 168,
             "How long a record stays readable; Kafka keeps a week unless told otherwise.",
             documented(kKafka)),
        integer("maxMessageKib", "Largest record", "KiB", {1, 102400}, 1024,
                "A larger record is rejected (message.max.bytes).", documented(kKafka)),
        real("putLatencyMillis", "Put latency", "ms", {0, 60000}, 10,
             "From a put to the acknowledgement of all copies in sync when nothing holds it up.",
             assumed("AWS publishes no put latency")),
        real("deliveryTimeoutSeconds", "Delivery timeout", "s", {0.1, 86400}, 120,
             "How long a producer goes on with a record that the brokers are too slow to take; then it is "
             "refused "
             "(delivery.timeout.ms).",
             documented(kKafka)),
        advanced(real("fetchLatencyMillis", "Fetch latency", "ms", {0, 60000}, 5,
                      "Time of one fetch that finds records.", assumed("AWS publishes no fetch latency"))),
        advanced(
            real("fetchWaitMillis", "Fetch wait", "ms", {0, 60000}, 500,
                 "How long a fetch that finds nothing waits at the broker for a record (fetch.max.wait.ms).",
                 documented(kKafka))),
        advanced(real("fetchMibPerPartition", "Fetched of a partition at once", "MiB", {0.001, 1024}, 1,
                      "Most bytes of one partition in one fetch (max.partition.fetch.bytes).",
                      documented(kKafka))),
    };
}

BrokerLogConfig kafkaConfig(const ComponentView& self)
{
    BrokerLogConfig config;
    config.brokers = static_cast<int>(self.number("brokers"));
    config.partitions = static_cast<int>(self.number("partitions"));
    config.sizingParameter = "brokers";
    config.largestRecord = static_cast<std::uint64_t>(self.number("maxMessageKib") * 1024);
    config.putLatency = Law::deterministic(self.number("putLatencyMillis") * 1e6);
    config.patience = fromSeconds(self.number("deliveryTimeoutSeconds"));
    config.fetchWait = fromMillis(self.number("fetchWaitMillis"));
    config.read.latency = Law::deterministic(self.number("fetchLatencyMillis") * 1e6);
    config.read.retention = fromSeconds(self.number("retentionHours") * kHour);
    config.read.bytesPerCall = self.number("fetchMibPerPartition") * kMib;
    config.read.callsPerSecond = 1e9;  // Kafka counts bytes, not fetches
    config.read.bytesPerSecond = 1e15;
    return config;
}

void limitBrokers(BrokerLogConfig& config, std::string_view instanceType, double volumeBytesPerSecond,
                  const char* volumeSource)
{
    const InstanceBandwidth& instance = bandwidthOf(instanceType);
    const double network = instance.networkGbit * 1e9 / 8, ebs = instance.ebsMegabytes * 1e6;
    const auto limit = [&](const char* id, const char* label, double amount, const char* source) {
        return LimitSpec{id, label, "B/s", amount, static_cast<double>(config.brokers), "brokers", source};
    };
    config.in = limit("network-in", "Network into a broker", network, kInstances);
    config.out = limit("network-out", "Network out of a broker", network, kInstances);
    config.disk =
        limit("storage", "Bytes written to the storage of a broker", std::min(volumeBytesPerSecond, ebs),
              volumeBytesPerSecond < ebs ? volumeSource : kInstances);
}

}  // namespace plimsoll
