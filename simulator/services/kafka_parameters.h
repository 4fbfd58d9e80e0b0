// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/parameter_spec.h"
#include "simulator/families/broker_log/broker_log.h"

#include <string_view>
#include <vector>

namespace plimsoll {

/// What an EC2 instance carries for long; it may burst above both for minutes.
/// Source: https://docs.aws.amazon.com/ec2/latest/instancetypes/gp.html
struct InstanceBandwidth {
    std::string_view type;
    double networkGbit;   ///< a second, each way
    double ebsMegabytes;  ///< a second, decimal
};
/// Of a type that is not known, the first one's.
const InstanceBandwidth& bandwidthOf(std::string_view instanceType);

/// What Kafka lets one set wherever it runs: topics, producers, fetches.
std::vector<ParameterSpec> topicParameters();
/// What they mean; `brokers` is a parameter of its own.
BrokerLogConfig kafkaConfig(const ComponentView& self);
/// Limits of brokers on instances of this type whose volumes write so many bytes a second.
void limitBrokers(BrokerLogConfig& config, std::string_view instanceType, double volumeBytesPerSecond,
                  const char* volumeSource);

}  // namespace plimsoll
