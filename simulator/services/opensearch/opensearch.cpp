// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/search_domain/search_domain.h"
#include "simulator/services/family_service.h"
#include "simulator/services/opensearch/instance_types.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::services::opensearch {

ServiceSpec opensearchSpec();  // opensearch_spec.cpp

namespace {

constexpr const char* kPractices =
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/bp.html";
constexpr const char* kErrors =
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/handling-errors.html";

bool serverless(const ComponentView& self)
{
    return self.text("mode") == "serverless";
}
double nodesOf(const ComponentView& self)
{
    return std::max(1.0, self.number("dataNodes"));
}

/// What of a node's disk may hold the index: 5% is the file system's, and writes are blocked when less than 20% of it or
/// 20 GiB is free.
/// Source: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/sizing-domains.html and kErrors
double diskOf(const ComponentView& self)
{
    const double disk = self.number("ebsGib") * kGib;
    return 0.95 * disk - std::min(0.2 * disk, 20 * kGib);
}

void setNodes(const ComponentView& self, SearchDomainConfig& config)
{
    config.nodes = nodesOf(self);
    config.sizesNodes = true;
    // A replica never lies beside its primary, so each copy needs a node of its own.
    config.copies = std::min(1 + self.number("replicas"), config.nodes);
    config.index.cores = config.nodes * searchVcpusOf(self.text("instanceType"));
    config.index.busy = {"vcpus", "vCPUs at work", "vCPU", config.index.cores, 1, "", kPractices};
    config.diskBytes = config.nodes * diskOf(self);
    config.disk = {"disk", "Disk of the index", "B", config.diskBytes, 1, "", kErrors};
}

void setUnits(const ComponentView& self, SearchDomainConfig& config)
{
    config.shared = false;
    config.copies = 1 + self.number("replicas");
    const double each = self.number("vcpusPerOcu");
    config.index.cores = std::max(1.0, std::floor(self.number("indexingOcus") * each));
    config.search.cores = std::max(1.0, std::floor(self.number("searchOcus") * each));
    config.index.busy = {"indexing-vcpus", "Indexing units at work", "vCPU", config.index.cores, 1, "",
                         kPractices};
    config.search.busy = {"search-vcpus", "Search units at work", "vCPU", config.search.cores, 1, "",
                          kPractices};
}

SearchDomainConfig configure(const ComponentView& self)
{
    SearchDomainConfig config;
    if (serverless(self))
        setUnits(self, config);
    else
        setNodes(self, config);
    config.shards = self.number("shards");
    config.documentSeconds = 1 / self.number("documentsPerVcpu");
    config.searchSeconds = self.number("searchMillisPerShard") / 1e3;
    config.network = Law::logNormalFromQuantiles(self.number("latencyMillis") * 1e6,
                                                 self.number("latencyP99Millis") * 1e6);
    config.refresh = fromSeconds(self.number("refreshSeconds"));
    config.bytesPerSource = (1 + self.number("indexOverheadPercent") / 100) * config.copies;
    config.storedAtStart = self.number("storedGb") * kGib;
    config.index.mostWaiting = self.number("writeQueue") * config.nodes;
    config.search.mostWaiting = self.number("searchQueue") * config.nodes;
    config.index.waiting = {
        "write-queue", "Index requests waiting", "requests", config.index.mostWaiting, 1, "", kErrors};
    config.search.waiting = {"search-queue", "Searches waiting", "requests", config.search.mostWaiting, 1, "",
                             kErrors};
    return config;
}

void bill(const ComponentView& self, const SearchDomainLoad& load, const MeterSink& meters)
{
    if (serverless(self)) {
        meters.level("indexing-ocu-hours", self.number("indexingOcus"), {});
        meters.level("search-ocu-hours", self.number("searchOcus"), {});
        // Serverless keeps what it indexes in S3 once, whatever copies the units hold.
        const double size = 1 + self.number("indexOverheadPercent") / 100;
        meters.stock("serverless-storage", load.storedAtStart * size / kGib,
                     load.storedPerSecond * size / kGib, {given("index for a byte of documents", size, "")});
        return;
    }
    const double nodes = nodesOf(self);
    const std::string type = self.text("instanceType"), masterType = self.text("masterType");
    const double masters = self.number("masterNodes");
    const bool same = type == masterType;
    meters.level("node-hours-" + type, nodes + (same ? masters : 0),
                 {given("data nodes", nodes, ""), given("master nodes of the type", same ? masters : 0, "")});
    if (!same)
        meters.level("node-hours-" + masterType, masters, {given("master nodes", masters, "")});
    meters.stock("storage-" + self.text("volumeType"), nodes * self.number("ebsGib"), 0,
                 {given("data nodes", nodes, ""), given("disk of a node", self.number("ebsGib"), "GiB")});
}

}  // namespace

Service opensearch()
{
    return serviceOf<SearchDomainFamily>(opensearchSpec(), configure, bill);
}

}  // namespace plimsoll::services::opensearch
