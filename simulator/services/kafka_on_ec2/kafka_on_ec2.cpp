// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/broker_log/broker_log.h"
#include "simulator/services/family_service.h"
#include "simulator/services/kafka_parameters.h"

namespace plimsoll::services::kafka_on_ec2 {

ServiceSpec kafkaOnEc2Spec();  // kafka_on_ec2_spec.cpp

namespace {

constexpr const char* kVolumes = "https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html";
constexpr const char* kKafka = "https://kafka.apache.org/documentation/";
/// What a gp3 volume writes without more being paid for.
constexpr double kVolumeMib = 125;

BrokerLogConfig configure(const ComponentView& self)
{
    BrokerLogConfig config = kafkaConfig(self);
    config.replication = static_cast<int>(self.number("replication"));
    config.inSync = static_cast<int>(self.number("minInSync"));
    limitBrokers(config, self.text("instanceType"), self.number("volumeMibPerSecond") * kMib, kVolumes);
    config.diskBytes = self.number("storageGib") * kGib;
    config.diskParameter = "storageGib";
    config.source = kKafka;
    return config;
}

void bill(const ComponentView& self, const BrokerLogLoad& /*load*/, const MeterSink& meters)
{
    const double brokers = self.number("brokers"), gib = self.number("storageGib");
    const Derivation count = given("brokers", brokers, "");
    meters.level("hours-" + self.text("instanceType"), brokers, {count}, brokers);
    meters.stock("storage-gb", brokers * gib, 0, {count, given("volume of a broker", gib, "GiB")});
    if (const double more = self.number("volumeMibPerSecond") - kVolumeMib; more > 0)
        meters.stock("volume-throughput", brokers * more, 0,
                     {count, given("throughput of a volume above 125 MiB/s", more, "MiB/s")});
}

}  // namespace

Service kafkaOnEc2()
{
    return serviceOf<BrokerLogFamily>(kafkaOnEc2Spec(), configure, bill);
}

}  // namespace plimsoll::services::kafka_on_ec2
