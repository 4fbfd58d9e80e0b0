// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/batch_cluster/batch_cluster.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::glue_crawler {

ServiceSpec glueCrawlerSpec();  // glue_crawler_spec.cpp

namespace {

ClusterConfig configure(const ComponentView& self)
{
    ClusterConfig config;
    config.startUp = fromSeconds(self.number("startSeconds"));
    config.bytesPerSecond = self.number("megabytesPerSecond") * 1e6;
    config.commit = fromSeconds(self.number("commitSeconds"));
    // By the second, ten minutes at least. Source: https://aws.amazon.com/glue/pricing/
    config.billsStartUp = false;
    config.leastBilled = std::chrono::minutes{10};
    config.startsTogether = self.number("startBatch");
    config.startWindow = fromSeconds(self.number("startWindowSeconds"));
    config.mostUnits = self.number("crawlerQuota");
    config.busy = {"crawlers",
                   "Crawlers at work",
                   "crawlers",
                   config.mostUnits,
                   1,
                   "",
                   "https://docs.aws.amazon.com/general/latest/gr/glue.html"};
    config.idle = "idle: add a job that reads a store";
    return config;
}

void bill(const ComponentView& self, const ClusterLoad& load, const MeterSink& meters)
{
    const double dpus = self.number("dpus");
    meters.count("dpu-hours", load.billed * dpus / 3600,
                 {given("crawls at work, on average, ten minutes each at least", load.billed, ""),
                  given("DPUs of a crawl", dpus, "DPU")});
    const double objects = self.number("catalogObjects"), requests = self.number("catalogRequests");
    meters.stock("catalog-objects", objects, 0, {given("objects beyond the free ones", objects, "objects")});
    meters.stock("catalog-requests", requests, 0,
                 {given("requests beyond the free ones", requests, "1/month")});
}

}  // namespace

Service glueCrawler()
{
    return serviceOf<BatchClusterFamily>(glueCrawlerSpec(), configure, bill);
}

}  // namespace plimsoll::services::glue_crawler
