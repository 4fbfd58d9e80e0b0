// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/support_service/support_service.h"
#include "simulator/services/family_service.h"

#include <algorithm>

namespace plimsoll::services::kms {

ServiceSpec kmsSpec();  // kms_spec.cpp

namespace {

constexpr const char* kQuotas =
    "https://docs.aws.amazon.com/kms/latest/developerguide/requests-per-second.html";

/// Cryptographic operations a second with symmetric keys, of the account in this Region.
double symmetricQuota(const std::string& region)
{
    constexpr const char* kLargest[] = {"us-east-1", "us-west-2", "eu-west-1"};
    constexpr const char* kLarge[] = {"us-east-2",      "ap-southeast-1", "ap-southeast-2",
                                      "ap-northeast-1", "eu-central-1",   "eu-west-2"};
    const auto in = [&](const auto& regions) {
        return std::find(std::begin(regions), std::end(regions), region) != std::end(regions);
    };
    return in(kLargest) ? 100'000 : in(kLarge) ? 20'000 : 10'000;
}

SupportConfig configure(const ComponentView& self)
{
    constexpr double kAsymmetric = 1000;  // RSA and ECC alike
    const double own = self.number("callQuota");
    const double given =
        self.text("keyType") == "symmetric" ? symmetricQuota(self.placement.region) : kAsymmetric;
    SupportConfig config;
    config.quota = {"calls", "Calls", "calls/s", own > 0 ? own : given, 1, "", kQuotas};
    return config;
}

void bill(const ComponentView& self, const SupportLoad& load, const MeterSink& meters)
{
    const double keys = self.number("keys");
    meters.stock("key-months", keys, 0, {given("customer managed keys", keys, "keys")});
    meters.count(self.text("keyType") == "symmetric" ? "calls" : "asymmetric-calls", load.calls,
                 {given("calls of its users", load.calls, "per second")});
}

}  // namespace

Service kms()
{
    return serviceOf<SupportServiceFamily>(kmsSpec(), configure, bill);
}

}  // namespace plimsoll::services::kms
