// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/users/users.h"

#include "simulator/services/family_service.h"

namespace plimsoll::services::users {

ServiceSpec usersSpec();  // users_spec.cpp

namespace {

Law thinkLaw(const ComponentView& self)
{
    const double mean = self.number("thinkSeconds") * 1e9;
    const std::string law = self.text("thinkDistribution");
    if (law == "deterministic")
        return Law::deterministic(mean);
    if (law == "lognormal")
        return Law::logNormal(mean, self.number("thinkCv"));
    if (law == "uniform")
        return Law::uniform(mean);
    return Law::exponential(mean);
}

UsersConfig configure(const ComponentView& self)
{
    const auto value = [&](const char* id) {
        return effectiveValue(*self.spec, self.component->parameters, id);
    };
    const SizeLaw bytes = sizeLawOf(value("recordSizeBytes"));
    const KeyLaw keys = keyLawOf(value("keys"), self.number("keySkew"), self.number("hotKeyShare"));
    return {.users = self.number("users"),
            .think = thinkLaw(self),
            .thinkHasMemory = self.text("thinkDistribution") != "exponential",
            .recordBytes = bytes,
            .keys = keys,
            .oneASecond = recordsOf(bytes, keys),
            .sdkClients = static_cast<int>(self.number("sdkClients")),
            .stream = self.text("stream")};
}

/// Nobody charges for what one asks.
void bill(const ComponentView&, const UsersLoad&, const MeterSink&) {}

}  // namespace

Service users()
{
    return serviceOf<UsersFamily>(usersSpec(), configure, bill);
}

}  // namespace plimsoll::services::users
