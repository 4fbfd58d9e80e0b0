// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/gateway_authoriser.h"

#include <cmath>

namespace plimsoll::gateway_authoriser {

void declareOn(ServiceSpec& spec, VisibleWhen only, std::string source)
{
    using namespace declare;
    ParameterSpec who = choice(
        "authoriser", "Authoriser",
        {{"none", "None"}, {"token", "Token checked by its public key"}, {"function", "Function"}}, "none",
        "A token of Cognito or another issuer is checked without a call; a function is asked, and its answer "
        "kept.",
        documented(source));
    who.visibleWhen = std::move(only);
    spec.parameters.push_back(std::move(who));
    spec.parameters.push_back(when("authoriser", {"token"},
                                   real("tokenMillis", "Check of a token", "ms", {0, 60000}, 2,
                                        "Added to each request.", assumed("not published"))));
    spec.parameters.push_back(
        when("authoriser", {"function"},
             real("authoriserMillis", "Time of the function", "ms", {0, 30000}, 50,
                  "Mean, of an exponential law; added where no answer is kept.", assumed("your function"))));
    spec.parameters.push_back(when(
        "authoriser", {"function"},
        integer("authoriserTtlSeconds", "Answers live", "s", {0, 3600}, 300,
                "An answer holds for all requests with the same token; 0 keeps none.", documented(source))));
    spec.parameters.push_back(
        when("authoriser", {"function"},
             integer("tokens", "Tokens", "tokens", {1, 10000000}, 1000,
                     "In use at a time, each as often as any other.", assumed("your callers"))));
    spec.parameters.push_back(
        when("authoriser", {"function"},
             integer("authoriserMemoryMb", "Memory of the function", "MB", {128, 10240}, 128,
                     "Billed with its time, as Lambda's.", assumed("your function"))));
    spec.meters.push_back(
        counted(spec.id + "/authoriser-requests", "Requests of the authoriser's function", "request"));
    spec.meters.push_back(
        counted(spec.id + "/authoriser-gb-seconds", "Duration of the authoriser's function", "GB-second"));
}

std::optional<GatewayAuthoriser> of(const ComponentView& self)
{
    const std::string who = self.text("authoriser");
    if (who == "none")
        return std::nullopt;
    GatewayAuthoriser authoriser;
    if (who == "token") {
        authoriser.time = Law::deterministic(self.number("tokenMillis") * 1e6);
        return authoriser;
    }
    authoriser.time = Law::exponential(self.number("authoriserMillis") * 1e6);
    authoriser.timeToLive = fromSeconds(self.number("authoriserTtlSeconds"));
    authoriser.tokens = std::max(1.0, self.number("tokens"));
    return authoriser;
}

void bill(const ComponentView& self, const GatewayLoad& load, const MeterSink& meters)
{
    if (self.text("authoriser") != "function" || !of(self))
        return;
    const double gb = self.number("authoriserMemoryMb") / 1024;
    const Derivation asked = given("requests without an answer kept", load.authorised, "1/s");
    meters.count("authoriser-requests", load.authorised, {asked});
    meters.count("authoriser-gb-seconds", load.authoriserSeconds * gb,
                 {asked, given("billed time", load.authoriserSeconds, "s/s"), given("memory", gb, "GB")});
}

}  // namespace plimsoll::gateway_authoriser
