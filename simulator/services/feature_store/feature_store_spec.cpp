// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::feature_store {

ServiceSpec featureStoreSpec()
{
    using namespace declare;
    constexpr const char* kGuide = "https://docs.aws.amazon.com/sagemaker/latest/dg/feature-store.html";
    constexpr const char* kQuotas =
        "https://docs.aws.amazon.com/sagemaker/latest/dg/feature-store-quotas.html";
    constexpr const char* kMillis = "AWS says low milliseconds, without a figure";
    ServiceSpec spec;
    spec.id = "feature-store";
    spec.name = "SageMaker Feature Store";
    spec.shortName = "Feature Store";
    spec.category = "database";
    spec.summary = "Features of a model by key: the latest at hand, all of them in a bucket.";
    spec.integrationName = "Feature Store";
    spec.noun = "record";
    spec.docsUrl = kGuide;
    spec.parameters = {
        movable(Lever::More,
                integer("groupWru", "Write quota of the group", "WRU/s", {1, 10'000'000}, 40'000,
                        "Write units a second; one covers 1 KB of a record.", documented(kQuotas))),
        movable(Lever::More,
                integer("groupRru", "Read quota of the group", "RRU/s", {1, 10'000'000}, 40'000,
                        "Read units a second; one covers 4 KB of a record.", documented(kQuotas))),
        advanced(integer("recordWru", "Writes of one record", "WRU/s", {1, 1'000'000}, 500,
                         "Ceiling of one key.", documented(kQuotas))),
        advanced(integer("recordRru", "Reads of one record", "RRU/s", {1, 1'000'000}, 2400,
                         "Ceiling of one key.", documented(kQuotas))),
        real("newRecordsPercent", "Writes that add a record", "%", kPercent, 0,
             "The rest replace the latest of their key, so the online store does not grow by them.",
             assumed("your keys")),
        real("startingStorageGb", "Stored at the start", "GB", {0, 1e6}, 1,
             "In the online store before the first write.", assumed("your data")),
        real("writeLatencyMillis", "Write latency", "ms", {0, 60000}, 10,
             "Time of one write when nothing is refused.", assumed(kMillis)),
        real("readLatencyMillis", "Read latency", "ms", {0, 60000}, 8,
             "Time of one read when nothing is refused.", assumed(kMillis)),
        advanced(real("offlineRetrySeconds", "Offline copy tries again after", "s", {0.001, 3600}, 1,
                      "A record that the bucket refused goes to the offline store so much later.",
                      assumed("not published"))),
    };
    spec.meters = {counted("feature-store/write-units", "Write units", "write unit"),
                   counted("feature-store/read-units", "Read units", "read unit"),
                   kept("feature-store/online-storage", "Online storage")};
    spec.quotas = {{"Writes of one record", 500, "WRU/s", kQuotas},
                   {"Reads of one record", 2400, "RRU/s", kQuotas},
                   {"Units of a group", 40'000, "units/s", kQuotas},
                   {"Units of a Region", 80'000, "units/s", kQuotas},
                   {"Calls of each API", 10'000, "calls/s", kQuotas},
                   {"Record", 350, "KB", kQuotas},
                   {"Records of a batch read", 100, "records", kQuotas},
                   {"Groups", 100, "groups", kQuotas}};
    return spec;
}

}  // namespace plimsoll::services::feature_store
