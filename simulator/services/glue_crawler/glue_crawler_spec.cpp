// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::glue_crawler {

ServiceSpec glueCrawlerSpec()
{
    using namespace declare;
    constexpr const char* kCrawlers = "https://docs.aws.amazon.com/glue/latest/dg/add-crawler.html";
    constexpr const char* kQuotas = "https://docs.aws.amazon.com/general/latest/gr/glue.html";
    constexpr const char* kPricing = "https://aws.amazon.com/glue/pricing/";
    constexpr const char* kYours = "your data; calibrate with one run";
    ServiceSpec spec;
    spec.id = "glue-crawler";
    spec.name = "Glue crawler";
    spec.shortName = "Crawler";
    spec.category = "analytics";
    spec.summary =
        "Looks at what lies in a store and writes its tables and partitions into the Data Catalog.";
    spec.integrationName = "Glue crawler";
    spec.runsJobs = true;
    spec.slaPercent = 99.9;
    spec.slaSource = "assumed: AWS's page could not be read";
    spec.docsUrl = kCrawlers;
    spec.reader = {.batch = false, .enhanced = false};
    spec.parameters = {
        real("dpus", "Capacity", "DPU", {0.1, 100}, 2, "DPUs that a crawl works with; AWS chooses them.",
             assumed("not published; look at the DPU-hours of a run of yours")),
        real("startSeconds", "Start-up", "s", {0, 3600}, 60,
             "From the start of a run until it reads; not billed.", assumed("not published; measure yours")),
        real("megabytesPerSecond", "Data looked through", "MB/s", {0.001, 1e6}, 500,
             "Bytes of the objects that a crawl is done with a second; it reads the beginning of each only.",
             assumed(kYours)),
        real("commitSeconds", "Writing the catalog", "s", {0, 3600}, 30,
             "From the last object until the tables and partitions are there.", assumed(kYours)),
        integer("startBatch", "Objects of a run", "objects", {1, 100000}, 1,
                "A crawl without a schedule begins after so many events, such as new objects.",
                assumed("your trigger's choice")),
        integer("startWindowSeconds", "Or after", "s", {1, 86400}, 900,
                "So long after the first event it begins with fewer of them.",
                assumed("your trigger's choice")),
        real("catalogObjects", "Objects in the catalog", "objects", {0, 1e12}, 0,
             "Tables, versions, partitions, databases beyond the million that is free; billed by the month.",
             documented(kPricing)),
        real("catalogRequests", "Requests to the catalog", "1/month", {0, 1e15}, 0,
             "Beyond the million that is free each month.", documented(kPricing)),
        advanced(integer("crawlerQuota", "Crawlers at once", "crawlers", {1, 10000}, 150,
                         "Runs at once; one more is refused.", documented(kQuotas))),
    };
    spec.meters = {
        counted("glue-crawler/dpu-hours", "Crawls", "DPU-hour"),
        meter(MeterClass::Stock, "glue-crawler/catalog-objects", "Data Catalog objects", "object-month"),
        meter(MeterClass::Stock, "glue-crawler/catalog-requests", "Data Catalog requests", "request")};
    spec.quotas = {{"Crawlers at once", 150, "crawlers", kQuotas},
                   {"Partitions of a table", 10'000'000, "partitions", kQuotas},
                   {"Least time billed of a crawl", 10, "min", kPricing}};
    return spec;
}

}  // namespace plimsoll::services::glue_crawler
