// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/services/worker_parameters.h"

#include <cstdint>
#include <string>

/// What endpoints on SageMaker instances have in common.
namespace plimsoll::sagemaker {

inline constexpr const char* kPricing = "https://aws.amazon.com/sagemaker/pricing/";
inline constexpr const char* kScaling =
    "https://docs.aws.amazon.com/sagemaker/latest/dg/endpoint-auto-scaling-policy.html";
inline constexpr const char* kInvoke =
    "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html";
inline constexpr const char* kServerless =
    "https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html";
/// What a model must answer within. Source: kInvoke
inline constexpr std::int64_t kAnswerSeconds = 60;

/// Instances that scale on `metric`, down to `smallest`.
WorkerWords words(const std::string& metric, std::int64_t smallest);
/// Gives a spec that has its id the sender, the parameters and the meters of an endpoint on instances.
void putOnInstances(ServiceSpec& spec, const WorkerWords& words);
FleetConfig instancesOf(const ComponentView& self, const WorkerWords& words);
void billInstances(const ComponentView& self, const FleetLoad& load, const MeterSink& meters);

/// What an answer has in bytes, and the meters of what goes in and out.
ParameterSpec answerBytes();
void addDataMeters(ServiceSpec& spec);
void billData(const ComponentView& self, double requests, double bytesIn, const MeterSink& meters);

}  // namespace plimsoll::sagemaker
