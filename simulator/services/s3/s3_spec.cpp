// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/parameter_factories.h"

namespace plimsoll {

namespace {

constexpr const char* kPerformance =
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html";
constexpr const char* kNotifications =
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html";
constexpr const char* kLimits = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html";
constexpr const char* kPricing = "https://aws.amazon.com/s3/pricing/";

struct StorageClass {
    const char* id;
    const char* name;
    bool billsRetrieval;  // Standard and Intelligent-Tiering hand out bytes without a charge per GB
};

constexpr StorageClass kClasses[] = {{"standard", "Standard", false},
                                     {"standard-ia", "Standard-IA", true},
                                     {"onezone-ia", "One Zone-IA", true},
                                     {"intelligent-tiering", "Intelligent-Tiering", false},
                                     {"glacier-instant", "Glacier Instant Retrieval", true}};

}  // namespace

ServiceSpec s3Spec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "s3";
    spec.name = "S3";
    spec.shortName = "S3";
    spec.category = "storage";
    spec.summary = "Keeps objects of any size; request rates count per key prefix.";
    spec.integrationName = "S3";
    spec.stores = true;
    spec.slaPercent = 99.9;
    spec.slaSource = "https://cloudonaut.io/aws-sla-are-you-able-to-keep-your-availability-promise";
    spec.docsUrl = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html";
    spec.paletteRank = 7;
    spec.noun = "object";
    spec.feed.shape = FeedSpec::Shape::Objects;
    spec.sender.routes = {Route::Copy, Route::Match};

    std::vector<ParameterChoice> classes;
    for (const StorageClass& one : kClasses) {
        const std::string id = one.id;
        const std::string name = one.name;
        classes.push_back({id, name});
        spec.meters.push_back(kept("s3/storage-" + id, "Storage, " + name));
        spec.meters.push_back(counted("s3/put-requests-" + id, "PUT requests, " + name, "request"));
        spec.meters.push_back(counted("s3/get-requests-" + id, "GET requests, " + name, "request"));
        if (one.billsRetrieval)
            spec.meters.push_back(counted("s3/retrieval-gb-" + id, "Retrieval, " + name, "GB"));
    }

    spec.parameters = {
        choice("storageClass", "Storage class", classes, "standard",
               "Sets the rates of storage, requests and retrieval; the run treats all classes alike.",
               documented(kPricing)),
        movable(Lever::More,
                integer("prefixes", "Prefixes", "", {1, 1000000}, 1,
                        "Key prefixes the requests spread over evenly; each has its own request rates.",
                        assumed("your key layout; 1 is the most cautious"))),
        advanced(integer("putsPerPrefix", "Writes per prefix", "requests/s", {1, 10000000}, 3500,
                         "PUT, COPY, POST and DELETE requests one prefix serves at least.",
                         documented(kPerformance))),
        advanced(integer("getsPerPrefix", "Reads per prefix", "requests/s", {1, 10000000}, 5500,
                         "GET and HEAD requests one prefix serves at least.", documented(kPerformance))),
        advanced(real(
            "newPrefixPercent", "Rates of a new prefix", "%", {0.1, 100}, 5,
            "Part of the rates that a prefix has while it shares a partition with others; one that has "
            "carried "
            "a load for long has room for twice that load. 100 has no warm-up.",
            assumed("AWS says that rates grow gradually, with 503s meanwhile, and gives no figure; functions "
                    "that write 500 to 1,000 small files at once tell of 503s"))),
        advanced(integer("prefixGrowthMinutes", "A prefix grows after", "min", {1, 1440}, 10,
                         "Refusals in each of so many minutes double the rates of a prefix, up to the whole.",
                         assumed("AWS says minutes without a figure"))),
        real("firstByteMillis", "First byte, median", "ms", {0, 60000}, 100,
             "Half of all requests wait no longer for the first byte; AWS says roughly 100 to 200 ms.",
             documented(kPerformance)),
        real("firstByteP99Millis", "First byte, 99th percentile", "ms", {0, 600000}, 500,
             "With the median it sets the log-normal law of the wait.",
             assumed("AWS publishes no tail; 500 is this program's own guess")),
        real("megabytesPerSecond", "Throughput of one request", "MB/s", {0.001, 100000}, 90,
             "Bytes after the first one take their size divided by this.",
             assumed("depends on the network of the caller")),
        real("startingStorageGb", "Stored at the start", "GB", {0, 1e9}, 0,
             "What the bucket holds before the first write.", assumed("your data")),
        integer("expireDays", "Expire after", "days", {0, 36500}, 0,
                "A lifecycle rule deletes objects at this age; 0 keeps them for ever.",
                assumed("your choice; nothing expires until you say so")),
        integer(
            "notificationMillis", "Notification delay", "ms", {0, 3600000}, 1000,
            "From a finished write to the event it sends.",
            assumed(std::string{"AWS says usually seconds, sometimes a minute or more: "} + kNotifications)),
    };

    spec.quotas = {{"Writes of one prefix", 3500, "requests/s", kPerformance},
                   {"Reads of one prefix", 5500, "requests/s", kPerformance},
                   {"Object", 5, "TiB", kLimits},
                   {"Object in a single PUT", 5, "GB", kLimits},
                   {"Parts of an upload", 10000, "parts", kLimits}};
    return spec;
}

}  // namespace plimsoll
