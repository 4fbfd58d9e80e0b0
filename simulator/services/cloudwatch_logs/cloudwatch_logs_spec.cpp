// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/service_spec.h"
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::cloudwatch_logs {

namespace {

constexpr const char* kPricing = "https://aws.amazon.com/cloudwatch/pricing/";
constexpr const char* kGuide =
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/WhatIsCloudWatchLogs.html";

}  // namespace

ServiceSpec cloudwatchLogsSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "cloudwatch-logs";
    spec.name = "CloudWatch Logs";
    spec.shortName = "Logs";
    spec.category = "integration";
    spec.summary = "Takes what other services log, keeps it, and is paid by the GB that comes in.";
    spec.integrationName = "CloudWatch Logs";
    spec.noun = "event";
    spec.docsUrl = kGuide;
    spec.use = UseSpec{.bytes = true,
                       .loggedBytes = 200,
                       .source = "Depends on what is logged; a short line of text for each record"};
    spec.parameters = {
        choice("logClass", "Log class", {{"standard", "Standard"}, {"infrequent", "Infrequent Access"}},
               "standard", "Infrequent Access costs half to take in and has fewer features.",
               documented(kPricing)),
        integer("retentionDays", "Retention", "days", {0, 3653}, 0,
                "How long logs are kept; 0 keeps them for good.", documented(kGuide)),
        real("storedPercent", "Stored", "%", {1, 100}, 15, "What compressed logs take of what came in.",
             assumed("Logs are stored compressed; how far depends on them")),
        real("scannedGbPerDay", "Queried", "GB/day", {0, 1e6}, 0, "What Logs Insights queries scan.",
             assumed("Depends on who looks at the logs")),
    };
    spec.meters = {
        counted("cloudwatch-logs/ingested-gb", "Logs taken in, Standard", "GB"),
        counted("cloudwatch-logs/ingested-infrequent-gb", "Logs taken in, Infrequent Access", "GB"),
        kept("cloudwatch-logs/storage", "Logs kept, compressed"),
        counted("cloudwatch-logs/scanned-gb", "Scanned by Logs Insights", "GB")};
    return spec;
}

}  // namespace plimsoll::services::cloudwatch_logs
