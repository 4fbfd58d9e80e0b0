// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/endpoint/endpoint.h"
#include "simulator/services/family_service.h"
#include "simulator/services/ready_endpoint.h"

namespace plimsoll::services::bedrock {

ServiceSpec bedrockSpec();  // bedrock_spec.cpp

namespace {

/// An embedding is numbers, no tokens.
double tokensOut(const ComponentView& self)
{
    return self.text("model") == "nova-lite" ? self.number("outputTokens") : 0;
}

GatewayConfig configure(const ComponentView& self)
{
    GatewayConfig config = ready_endpoint::of(self, self.number("inputTokens") + tokensOut(self));
    // The whole answer is waited for: the tokens out follow one another.
    const double more = tokensOut(self) * self.number("tokenMillis") * 1e6;
    config.overhead = Law::logNormalFromQuantiles(self.number("answerMillis") * 1e6 + more,
                                                  self.number("answerP99Millis") * 1e6 + more);
    return config;
}

void bill(const ComponentView& self, const GatewayLoad& load, const MeterSink& meters)
{
    const Derivation requests = given("requests", load.requestsPerSecond, "1/s");
    const double in = self.number("inputTokens"), out = tokensOut(self);
    meters.count("input-tokens-" + self.text("model"), load.requestsPerSecond * in,
                 {requests, given("tokens of a request", in, "")});
    if (out > 0)
        meters.count("output-tokens-" + self.text("model"), load.requestsPerSecond * out,
                     {requests, given("tokens of an answer", out, "")});
}

}  // namespace

Service bedrock()
{
    return serviceOf<ReadyEndpointFamily>(bedrockSpec(), configure, bill);
}

}  // namespace plimsoll::services::bedrock
