// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/service_spec.h"
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::kms {

namespace {

constexpr const char* kQuotas =
    "https://docs.aws.amazon.com/kms/latest/developerguide/requests-per-second.html";
constexpr const char* kPricing = "https://aws.amazon.com/kms/pricing/";

}  // namespace

ServiceSpec kmsSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "kms";
    spec.name = "Key Management Service";
    spec.shortName = "KMS";
    spec.category = "integration";
    spec.summary = "Keys that other services encrypt with: a call for each use, a price for each key.";
    spec.integrationName = "KMS";
    spec.noun = "call";
    spec.slaPercent = 99.9;
    spec.slaSource = "https://aws.amazon.com/kms/sla/";
    spec.docsUrl = "https://docs.aws.amazon.com/kms/latest/developerguide/overview.html";
    spec.use = UseSpec{.calls = true, .callsPerRecord = 1, .source = kQuotas};
    spec.parameters = {
        integer("keys", "Customer managed keys", "keys", {0, 100'000}, 1,
                "Each has its price; AWS managed keys have none.", documented(kPricing)),
        choice("keyType", "Calls",
               {{"symmetric", "Symmetric or RSA 2048"}, {"asymmetric", "Other asymmetric"}}, "symmetric",
               "What the calls cost, and how many a second are accepted.", documented(kPricing)),
        integer("callQuota", "Call quota", "calls/s", {0, 10'000'000}, 0,
                "Of the account, shared by all that use keys; 0 takes the Region's.", documented(kQuotas)),
    };
    spec.meters = {meter(MeterClass::Stock, "kms/key-months", "Customer managed keys", "key-month"),
                   counted("kms/calls", "Calls, symmetric and RSA 2048", "call"),
                   counted("kms/asymmetric-calls", "Calls, other asymmetric", "call")};
    spec.quotas = {
        {"Symmetric calls, N. Virginia, Oregon, Ireland", 100'000, "calls/s", kQuotas},
        {"Symmetric calls, Ohio, Singapore, Sydney, Tokyo, Frankfurt, London", 20'000, "calls/s", kQuotas},
        {"Symmetric calls, elsewhere", 10'000, "calls/s", kQuotas},
        {"RSA calls", 1000, "calls/s", kQuotas}};
    return spec;
}

}  // namespace plimsoll::services::kms
