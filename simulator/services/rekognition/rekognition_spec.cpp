// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/ready_endpoint.h"

namespace plimsoll::services::rekognition {

ServiceSpec rekognitionSpec()
{
    using namespace declare;
    constexpr const char* kPricing = "https://aws.amazon.com/rekognition/pricing/";
    ServiceSpec spec;
    spec.id = "rekognition";
    spec.name = "Rekognition Image";
    spec.shortName = "Rekognition";
    spec.category = "compute";
    spec.readsSizes = false;  // billed by the picture
    spec.integrationName = "AI service endpoint";
    spec.summary = "Says what is on a picture: a ready-made model, priced by the picture.";
    spec.docsUrl = "https://docs.aws.amazon.com/rekognition/latest/dg/what-is.html";
    spec.parameters = {
        choice("operations", "Operations",
               {{"group1", "Compare and search faces"}, {"group2", "Labels, text, moderation, faces found"}},
               "group2", "What is asked of each picture; decides its price.", documented(kPricing)),
        integer("operationsPerPicture", "Operations of a request", "operations", {1, 20}, 1,
                "Operations that are asked of the picture in one request; each is billed as a picture.",
                assumed("your program's choice"))};
    ready_endpoint::declareOn(spec, {.quota = 50, .median = 300, .p99 = 1000});
    spec.meters = {counted("rekognition/images-group1", "Pictures, faces compared and searched", "image"),
                   counted("rekognition/images-group2", "Pictures, labels and the like", "image")};
    return spec;
}

}  // namespace plimsoll::services::rekognition
