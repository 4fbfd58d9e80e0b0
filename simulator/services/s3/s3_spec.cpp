// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/named_least.h"
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::s3 {

namespace {

constexpr const char* kPerformance =
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html";
constexpr const char* kNotifications =
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html";
constexpr const char* kLimits = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html";
constexpr const char* kPricing = "https://aws.amazon.com/s3/pricing/";

constexpr const char* kLifecycle =
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html";
constexpr const char* kClassIntro =
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html";
constexpr const char* kRestore =
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects-retrieval-options.html";
constexpr const char* kReplication = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html";
constexpr const char* kAcceleration =
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/transfer-acceleration.html";
constexpr const char* kTimeControl =
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-time-control.html";

struct StorageClass {
    const char* id;
    const char* name;
    bool billsRetrieval;  // Standard and Intelligent-Tiering hand out bytes without a charge per GB
    bool takesMoves;
};

constexpr StorageClass kClasses[] = {{"standard", "Standard", false, false},
                                     {"standard-ia", "Standard-IA", true, true},
                                     {"onezone-ia", "One Zone-IA", true, true},
                                     {"intelligent-tiering", "Intelligent-Tiering", false, false},
                                     {"glacier-instant", "Glacier Instant Retrieval", true, true},
                                     {"glacier-flexible", "Glacier Flexible Retrieval", true, true},
                                     {"deep-archive", "Glacier Deep Archive", true, true}};

void addMeters(std::vector<MeterSpec>& meters)
{
    using namespace declare;
    for (const StorageClass& one : kClasses) {
        const std::string id = one.id;
        const std::string name = one.name;
        meters.push_back(kept("s3/storage-" + id, "Storage, " + name));
        meters.push_back(counted("s3/put-requests-" + id, "PUT requests, " + name, "request"));
        meters.push_back(counted("s3/get-requests-" + id, "GET requests, " + name, "request"));
        if (one.billsRetrieval)
            meters.push_back(counted("s3/retrieval-gb-" + id, "Retrieval, " + name, "GB"));
        if (one.takesMoves)
            meters.push_back(counted("s3/moves-" + id, "Moves into " + name, "request"));
    }
    meters.push_back(
        counted("s3/retrieval-gb-glacier-flexible-bulk", "Bulk retrieval, Glacier Flexible Retrieval", "GB"));
    meters.push_back(counted("s3/retrieval-gb-glacier-flexible-expedited",
                             "Expedited retrieval, Glacier Flexible Retrieval", "GB"));
    meters.push_back(
        counted("s3/retrieval-gb-deep-archive-bulk", "Bulk retrieval, Glacier Deep Archive", "GB"));
    meters.push_back(kept("s3/storage-small-standard", "Storage, Standard, too small to move"));
    meters.push_back(kept("s3/storage-frequent-intelligent-tiering",
                          "Storage, Intelligent-Tiering, read often or too small"));
    meters.push_back(
        kept("s3/storage-infrequent-intelligent-tiering", "Storage, Intelligent-Tiering, Infrequent Access"));
    meters.push_back(kept("s3/storage-archive-intelligent-tiering",
                          "Storage, Intelligent-Tiering, Archive Instant Access"));
    meters.push_back(
        meter(MeterClass::Stock, "s3/monitored-objects", "Monitoring, Intelligent-Tiering", "object-month"));
    meters.push_back(counted("s3/time-control-gb", "Replication Time Control", "GB"));
    meters.push_back(counted("s3/accelerated-gb", "Transfer Acceleration", "GB"));
}

/// Clients far away reach the bucket by the nearest edge location.
void addAcceleration(std::vector<ParameterSpec>& parameters)
{
    using namespace declare;
    parameters.push_back(yesNo("acceleration", "Transfer Acceleration", false,
                               "Requests take the nearest edge location and AWS's own network; billed by the "
                               "GB, both ways.",
                               documented(kAcceleration)));
    parameters.push_back(when("acceleration", {"true"},
                              real("acceleratedFirstByteMillis", "First byte, accelerated", "ms", {0, 60000},
                                   100, "Median of the wait for the first byte by the edge.",
                                   assumed("depends on the distance; 100 as without it"))));
    parameters.push_back(when("acceleration", {"true"},
                              real("acceleratedMegabytesPerSecond", "Throughput, accelerated", "MB/s",
                                   {0.001, 100000}, 180, "Of one request, instead of the one above.",
                                   assumed("depends on the distance; twice as much as without it, until you "
                                           "measure yours"))));
}

/// What becomes of objects as they age.
void addLifecycle(std::vector<ParameterSpec>& parameters)
{
    using namespace declare;
    parameters.push_back(when(
        "storageClass", {"standard"},
        choice(
            "lifecycle", "Lifecycle",
            {{"none", "No moves"},
             {"standard-ia", "To Standard-IA"},
             {"onezone-ia", "To One Zone-IA"},
             {"glacier-instant", "To Glacier Instant Retrieval"},
             {"glacier-flexible", "To Glacier Flexible Retrieval"},
             {"deep-archive", "To Glacier Deep Archive"},
             {"standard-ia+glacier-instant", "To Standard-IA, then Glacier Instant Retrieval"},
             {"standard-ia+glacier-flexible", "To Standard-IA, then Glacier Flexible Retrieval"},
             {"standard-ia+deep-archive", "To Standard-IA, then Glacier Deep Archive"},
             {"glacier-flexible+deep-archive", "To Glacier Flexible Retrieval, then Glacier Deep Archive"}},
            "none",
            "Where objects of 128 KB and more move as they age; each class is billed for its least time.",
            documented(kLifecycle))));
    const std::vector<std::string> one{"standard-ia", "onezone-ia", "glacier-instant", "glacier-flexible",
                                       "deep-archive"};
    const std::vector<std::string> two{"standard-ia+glacier-instant", "standard-ia+glacier-flexible",
                                       "standard-ia+deep-archive", "glacier-flexible+deep-archive"};
    std::vector<std::string> any = one;
    any.insert(any.end(), two.begin(), two.end());
    parameters.push_back(when("lifecycle", any,
                              integer("moveDays", "Move at the age of", "days", {1, 36500}, 30,
                                      "To an IA class no earlier than at 30 days.", documented(kLifecycle))));
    parameters.push_back(
        when("lifecycle", two,
             integer("moveAgainDays", "Move again after", "days", {1, 36500}, 90,
                     "In the class before; its least time is billed in any case.", documented(kClassIntro))));
    parameters.push_back(
        when("lifecycle", any,
             real("oldReadsPercent", "Reads of moved objects", "%", kPercent, 0,
                  "Share of the reads that meet objects in the last class; archives are restored first.",
                  assumed("depends on who reads; by default only what is new"))));
    parameters.push_back(advanced(choice(
        "restoreTier", "Restores", {{"standard", "Standard"}, {"bulk", "Bulk"}, {"expedited", "Expedited"}},
        "standard",
        "What is read of Glacier Flexible Retrieval and Deep Archive is restored first, at the price of "
        "this option; Deep Archive has no expedited one and takes the standard one instead.",
        documented(kRestore))));
    parameters.push_back(advanced(
        leastMeans("as published",
                   real("restoreHours", "Restores take, median", "h", {0, 100}, 0,
                        "A read of an archive is answered when its object is restored: the middle of the "
                        "hours that AWS publishes for the option, or yours.",
                        assumed("AWS publishes bounds: 1 to 5 min, 3 to 5 h, 5 to 12 h; of Deep Archive "
                                "within 12 h, 48 h")))));
    parameters.push_back(when("storageClass", {"intelligent-tiering"},
                              real("frequentPercent", "Objects read often", "%", kPercent, 20,
                                   "Share of the bytes that is read so often that it never leaves the "
                                   "frequent tier.",
                                   assumed("depends on who reads"))));
    parameters.push_back(when(
        "storageClass", {"intelligent-tiering"},
        advanced(integer("infrequentDays", "Infrequent after", "days", {1, 36500}, 30,
                         "An object that nobody read for so long is kept for less.",
                         assumed("AWS's 30 consecutive days without access, from memory of its page")))));
    parameters.push_back(when(
        "storageClass", {"intelligent-tiering"},
        advanced(integer("archiveInstantDays", "Archive Instant after", "days", {1, 36500}, 90,
                         "And after so many for less still.",
                         assumed("AWS's 90 consecutive days without access, from memory of its page")))));
}

void addReplication(std::vector<ParameterSpec>& parameters)
{
    using namespace declare;
    parameters.push_back(yesNo("timeControl", "Replication Time Control", false,
                               "Copies to other buckets arrive within 15 minutes, 99.9% of them; billed by "
                               "the GB. Without it AWS promises nothing.",
                               documented(kTimeControl)));
    parameters.push_back(
        advanced(real("replicationSeconds", "Lag of a copy, median", "s", {0, 864000}, 15,
                      "From a write until the other bucket gets its copy.",
                      assumed(std::string{"AWS says seconds for most, without a figure: "} + kTimeControl))));
    parameters.push_back(advanced(
        real("replicationP99Seconds", "Lag of a copy, 99th percentile", "s", {0, 8640000}, 300,
             "With the median it sets the log-normal law; 99.9% are then within 15 minutes.",
             assumed(std::string{"AWS names 15 min for 99.9% with time control, 24 to 48 h without: "}
                     + kReplication))));
}

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
    for (const StorageClass& one : kClasses)
        classes.push_back({one.id, one.name});
    addMeters(spec.meters);

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

    addLifecycle(spec.parameters);
    addReplication(spec.parameters);
    addAcceleration(spec.parameters);
    spec.quotas = {{"Writes of one prefix", 3500, "requests/s", kPerformance},
                   {"Reads of one prefix", 5500, "requests/s", kPerformance},
                   {"Object", 5, "TiB", kLimits},
                   {"Object in a single PUT", 5, "GB", kLimits},
                   {"Parts of an upload", 10000, "parts", kLimits},
                   {"Objects that lifecycle rules move, at least", 128, "KB", kLifecycle},
                   {"Least time billed, Standard-IA and One Zone-IA", 30, "days", kClassIntro},
                   {"Least time billed, Glacier Instant and Flexible", 90, "days", kClassIntro},
                   {"Least time billed, Glacier Deep Archive", 180, "days", kClassIntro},
                   {"Copies within 15 min, with time control", 99.9, "%", kTimeControl},
                   {"Expedited restore, Glacier Flexible, at most", 5, "min", kRestore},
                   {"Standard restore, Glacier Flexible, at most", 5, "h", kRestore},
                   {"Bulk restore, Glacier Flexible, at most", 12, "h", kRestore},
                   {"Bulk restore, Glacier Deep Archive, at most", 48, "h", kRestore},
                   {"Standard restore, Glacier Deep Archive, at most", 12, "h", kRestore}};
    return spec;
}

}  // namespace plimsoll::services::s3
