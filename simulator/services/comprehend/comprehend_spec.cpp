// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/ready_endpoint.h"

#include <array>

namespace plimsoll::services::comprehend {

ServiceSpec comprehendSpec()
{
    using namespace declare;
    constexpr const char* kPricing = "https://aws.amazon.com/comprehend/pricing/";
    struct Kind {
        const char *id, *name;
    };
    constexpr std::array<Kind, 5> kAnalyses{{{"entities", "Entities"},
                                             {"key-phrases", "Key phrases"},
                                             {"sentiment", "Sentiment"},
                                             {"language", "Dominant language"},
                                             {"pii", "Personal data, with places"}}};
    ServiceSpec spec;
    spec.id = "comprehend";
    spec.name = "Comprehend";
    spec.shortName = "Comprehend";
    spec.category = "compute";
    spec.integrationName = "AI service endpoint";
    spec.summary = "Reads what a text is about: a ready-made model, priced by the hundred characters.";
    spec.docsUrl = "https://docs.aws.amazon.com/comprehend/latest/dg/what-is.html";
    std::vector<ParameterChoice> analyses;
    for (const Kind& each : kAnalyses) {
        analyses.push_back({each.id, each.name});
        spec.meters.push_back(counted(std::string{"comprehend/units-"} + each.id,
                                      std::string{each.name} + ", 100 characters", "unit"));
    }
    spec.parameters = {choice("analysis", "Analysis", std::move(analyses), "entities",
                              "What is looked for; each has its price.", documented(kPricing)),
                       real("bytesPerCharacter", "Bytes of a character", "B", {1, 4}, 1,
                            "Of the request: 1 in plain English, more in other scripts (UTF-8).",
                            assumed("your texts"))};
    ready_endpoint::declareOn(spec, {});
    spec.quotas = {{"Characters of a billed unit", 100, "characters", kPricing},
                   {"Units of a request, at least", 3, "units", kPricing}};
    return spec;
}

}  // namespace plimsoll::services::comprehend
