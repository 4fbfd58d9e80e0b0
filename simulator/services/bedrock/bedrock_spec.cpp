// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/ready_endpoint.h"

namespace plimsoll::services::bedrock {

ServiceSpec bedrockSpec()
{
    using namespace declare;
    constexpr const char* kPricing = "https://aws.amazon.com/bedrock/pricing/";
    constexpr const char* kYours = "your prompts; the answer of a request says how many it was";
    ServiceSpec spec;
    spec.id = "bedrock";
    spec.name = "Bedrock";
    spec.shortName = "Bedrock";
    spec.category = "compute";
    spec.readsSizes = false;  // billed by the token
    spec.integrationName = "AI service endpoint";
    spec.summary = "Large models behind one interface, priced by the token.";
    spec.docsUrl = "https://docs.aws.amazon.com/bedrock/latest/userguide/what-is-bedrock.html";
    spec.parameters = {
        choice("model", "Model",
               {{"nova-lite", "Nova Lite"}, {"titan-embeddings-v2", "Titan Text Embeddings V2"}}, "nova-lite",
               "Those with a sourced price; an embedding has no tokens that go out.", documented(kPricing)),
        integer("inputTokens", "Tokens in", "tokens", {1, 1'000'000}, 1000,
                "Of a request, its instructions and examples included.", assumed(kYours)),
        when("model", {"nova-lite"},
             integer("outputTokens", "Tokens out", "tokens", {0, 100'000}, 200, "Of an answer.",
                     assumed(kYours))),
        when("model", {"nova-lite"},
             real("tokenMillis", "Time of a token out", "ms", {0, 10'000}, 8,
                  "Added to the time of the answer for each token out.",
                  assumed("not published; measure yours")))};
    ready_endpoint::declareOn(
        spec,
        {.quota = 30'000, .quotaName = "Tokens a second", .unit = "tokens/s", .median = 300, .p99 = 900});
    spec.meters = {
        counted("bedrock/input-tokens-nova-lite", "Tokens in, Nova Lite", "token"),
        counted("bedrock/output-tokens-nova-lite", "Tokens out, Nova Lite", "token"),
        counted("bedrock/input-tokens-titan-embeddings-v2", "Tokens in, Titan Text Embeddings V2", "token")};
    return spec;
}

}  // namespace plimsoll::services::bedrock
