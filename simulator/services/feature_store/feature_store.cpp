// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/key_value_store/key_value_store.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::feature_store {

ServiceSpec featureStoreSpec();  // feature_store_spec.cpp

namespace {

constexpr const char* kQuotas = "https://docs.aws.amazon.com/sagemaker/latest/dg/feature-store-quotas.html";
/// A unit of writes and of reads, and the largest record. Source: kQuotas
constexpr double kWriteBytes = 1024, kReadBytes = 4096;
constexpr std::uint64_t kLargest = 350 * 1024;

TableConfig configure(const ComponentView& self)
{
    TableConfig config;
    config.writes.table = {"write-units", "Writes of the group", "WRU", self.number("groupWru"), 1, "",
                           kQuotas};
    config.writes.partition = {
        "record", "Writes of one record", "WRU", self.number("recordWru"), 1, "records", kQuotas};
    config.writes.unitBytes = kWriteBytes;
    config.writes.hotKeyRemedy = "Write the features of one key less often, or gather them first";
    config.reads.table = {"read-units", "Reads of the group", "RRU", self.number("groupRru"), 1, "", kQuotas};
    config.reads.partition = {
        "record-reads", "Reads of one record", "RRU", self.number("recordRru"), 1, "records", kQuotas};
    config.reads.unitBytes = kReadBytes;
    config.reads.hotKeyRemedy = "Put a cache before the store, or read the key less often";
    config.burstSeconds = 1;
    config.partitions.heldBytes = self.number("startingStorageGb") * kGib;
    config.newItems = self.number("newRecordsPercent") / 100;
    config.largestItem = kLargest;
    config.writeLatency = Law::deterministic(self.number("writeLatencyMillis") * 1e6);
    config.readLatency = Law::deterministic(self.number("readLatencyMillis") * 1e6);
    config.captureRetry = fromSeconds(self.number("offlineRetrySeconds"));
    return config;
}

void bill(const ComponentView& self, const TableLoad& load, const MeterSink& meters)
{
    meters.count("write-units", load.writeUnits, {given("units of the writes", load.writeUnits, "1/s")});
    meters.count("read-units", load.readUnits, {given("units of the reads", load.readUnits, "1/s")});
    meters.stock("online-storage", self.number("startingStorageGb"), load.tableBytes / kGib,
                 {given("stored at the start", self.number("startingStorageGb"), "GB"),
                  given("new records", load.tableBytes / kGib, "GB/s")});
}

}  // namespace

Service featureStore()
{
    return serviceOf<TableFamily>(featureStoreSpec(), configure, bill);
}

}  // namespace plimsoll::services::feature_store
