// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/broker_log/broker_log.h"
#include "simulator/services/family_service.h"
#include "simulator/services/kafka_parameters.h"
#include "simulator/services/msk/broker_types.h"

namespace plimsoll::services::msk {

ServiceSpec mskSpec();  // msk_spec.cpp

namespace {

constexpr const char* kLimits = "https://docs.aws.amazon.com/msk/latest/developerguide/limits.html";
constexpr const char* kPractices = "https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html";
constexpr const char* kExpressPractices =
    "https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices-express.html";
constexpr const char* kStorage =
    "https://docs.aws.amazon.com/msk/latest/developerguide/msk-provision-throughput-management.html";
constexpr double kHour = 3600;
/// What a volume writes unless more is provisioned.
constexpr double kVolumeMib = 250;
/// Express keeps three copies and wants two of them; so, as far as is known, does Serverless.
constexpr int kExpressCopies = 3, kExpressInSync = 2;
/// Serverless has no brokers that one sees: the cluster's limits are those of one.
/// Source: https://docs.aws.amazon.com/msk/latest/developerguide/limits.html
constexpr double kServerlessIn = 200 * kMib, kServerlessOut = 400 * kMib, kServerlessPartitionIn = 5 * kMib,
                 kServerlessPartitionOut = 10 * kMib, kExpressPartition = 15 * kMib;

LimitSpec perBroker(const char* id, const char* label, double amount, double brokers, const char* source)
{
    return {id, label, "B/s", amount, brokers, "brokers", source};
}
LimitSpec perPartition(const char* id, const char* label, double amount, double partitions)
{
    return {id, label, "B/s", amount, partitions, "partitions", kLimits};
}

bool provisionsThroughput(const ComponentView& self)
{
    return self.text("clusterType") == "standard"
           && brokerOf(kStandardBrokers, self.text("brokerType")).mostProvisioned > 0;
}
double volumeMib(const ComponentView& self)
{
    if (!provisionsThroughput(self))
        return kVolumeMib;
    return std::min(self.number("storageMibPerSecond"),
                    brokerOf(kStandardBrokers, self.text("brokerType")).mostProvisioned);
}

void asStandard(const ComponentView& self, BrokerLogConfig& config)
{
    const StandardBroker& type = brokerOf(kStandardBrokers, self.text("brokerType"));
    config.replication = static_cast<int>(self.number("replication"));
    config.inSync = static_cast<int>(self.number("minInSync"));
    limitBrokers(config, type.instance(), volumeMib(self) * kMib, kStorage);
    config.advisedReplicas = type.partitions;
    config.source = kPractices;
    config.diskBytes = self.number("storageGib") * kGib;
    config.diskParameter = "storageGib";
    if (self.flag("tieredStorage"))
        config.nearRetention = fromSeconds(self.number("localRetentionHours") * kHour);
}

void asExpress(const ComponentView& self, BrokerLogConfig& config)
{
    const ExpressBroker& type = brokerOf(kExpressBrokers, self.text("expressBrokerType"));
    config.replication = kExpressCopies;
    config.inSync = kExpressInSync;
    config.copiesCount = false;
    config.in = perBroker("ingress", "Bytes into a broker", type.mostIn * kMib, config.brokers, kLimits);
    config.out = perBroker("egress", "Bytes out of a broker", type.mostOut * kMib, config.brokers, kLimits);
    config.partitionIn =
        perPartition("partition-in", "Bytes into a partition", kExpressPartition, config.partitions);
    config.sizedIn = type.sustainedIn * kMib;
    config.sizedOut = type.sustainedOut * kMib;
    config.advisedReplicas = type.partitions;
    config.source = kExpressPractices;
}

void asServerless(BrokerLogConfig& config)
{
    config.brokers = config.replication = config.inSync = 1;
    config.copiesCount = false;
    config.in = {"ingress", "Bytes into the cluster", "B/s", kServerlessIn, 1, "", kLimits};
    config.out = {"egress", "Bytes out of the cluster", "B/s", kServerlessOut, 1, "", kLimits};
    config.partitionIn =
        perPartition("partition-in", "Bytes into a partition", kServerlessPartitionIn, config.partitions);
    config.partitionOut =
        perPartition("partition-out", "Bytes out of a partition", kServerlessPartitionOut, config.partitions);
    config.sizingParameter.clear();
}

BrokerLogConfig configure(const ComponentView& self)
{
    BrokerLogConfig config = kafkaConfig(self);
    const std::string type = self.text("clusterType");
    if (type == "standard")
        asStandard(self, config);
    else if (type == "express")
        asExpress(self, config);
    else
        asServerless(config);
    if (config.partitionOut.perUnit > 0)
        config.read.bytesPerSecond = config.partitionOut.perUnit;
    return config;
}

void billStandard(const ComponentView& self, const BrokerLogLoad& load, const MeterSink& meters)
{
    const double brokers = self.number("brokers");
    const Derivation count = given("brokers", brokers, "");
    meters.level("broker-hours-" + self.text("brokerType"), brokers, {count});
    const double gib = self.number("storageGib");
    meters.stock("storage-gb", brokers * gib, 0, {count, given("storage of a broker", gib, "GiB")});
    if (const double more = volumeMib(self) - kVolumeMib; more > 0)
        meters.stock("provisioned-throughput", brokers * more, 0,
                     {count, given("throughput of a broker above 250 MiB/s", more, "MiB/s")});
    if (!self.flag("tieredStorage"))
        return;
    const double near = self.number("localRetentionHours") * kHour,
                 kept = self.number("retentionHours") * kHour;
    if (kept > near)
        meters.stock("tiered-storage-gb", 0, load.bytes / kGib,
                     {given("bytes stored, one copy", load.bytes, "B/s"),
                      given("kept after the local retention", (kept - near) / kHour, "h")},
                     kept - near, near);
    meters.count("tiered-retrieval-gb", load.farBytesRead / kGib,
                 {given("bytes read that are older than the local retention", load.farBytesRead, "B/s")});
}

/// What is kept is paid for as one copy of the bytes, as far as the price list says.
void billKept(const ComponentView& self, const BrokerLogLoad& load, const char* meter,
              const MeterSink& meters)
{
    meters.stock(
        meter, 0, load.bytes / kGib,
        {given("bytes stored", load.bytes, "B/s"), given("retention", self.number("retentionHours"), "h")},
        self.number("retentionHours") * kHour);
}

void bill(const ComponentView& self, const BrokerLogLoad& load, const MeterSink& meters)
{
    const std::string type = self.text("clusterType");
    if (type == "standard")
        return billStandard(self, load, meters);
    if (type == "express") {
        meters.level("express-broker-hours-" + self.text("expressBrokerType"), self.number("brokers"),
                     {given("brokers", self.number("brokers"), "")});
        meters.count("express-in-gb", load.bytes / kGib, {given("bytes stored", load.bytes, "B/s")});
        return billKept(self, load, "express-storage-gb", meters);
    }
    meters.level("serverless-cluster-hours", 1, {given("clusters", 1, "")});
    meters.level("serverless-partition-hours", self.number("partitions"),
                 {given("partitions", self.number("partitions"), "")});
    meters.count("serverless-in-gb", load.bytes / kGib, {given("bytes stored", load.bytes, "B/s")});
    meters.count("serverless-out-gb", load.bytesRead / kGib,
                 {given("bytes read by all consumer groups", load.bytesRead, "B/s")});
    billKept(self, load, "serverless-storage-gb", meters);
}

}  // namespace

Service msk()
{
    return serviceOf<BrokerLogFamily>(mskSpec(), configure, bill);
}

}  // namespace plimsoll::services::msk
