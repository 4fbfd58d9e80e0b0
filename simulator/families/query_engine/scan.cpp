// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/query_engine/query_engine.h"
#include "simulator/families/shared/object_reads.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

/// Partitions that one scan may read, and at least an object each: beyond this a table is not taken object by object.
/// Source: https://docs.aws.amazon.com/athena/latest/ug/service-limits.html
constexpr double kMostObjects = 1e6;
/// Of a large object that several workers read (an assumption; Presto's default split).
constexpr double kSplitBytes = 64.0 * 1024 * 1024;

}  // namespace

Scan scanOf(const QueryEngineConfig& config, double plainBytes, double cpuSecondsPerByte)
{
    const ScannedTable& table = config.table;
    Scan scan;
    const double inObjects = plainBytes * table.storedShare * table.partitionShare;
    scan.bytes = inObjects * (table.columnar ? table.columnShare : 1);
    const double objects = std::clamp(std::ceil(inObjects / table.objectBytes - 1e-9), 1.0, kMostObjects);
    scan.objects = static_cast<std::uint32_t>(objects);
    const double parts = table.splittable ? std::max(objects, std::ceil(inObjects / kSplitBytes)) : objects;
    scan.workersAtWork = std::clamp(config.workers, 1.0, std::max(1.0, parts));
    scan.computeSeconds = !config.computes ? 0 : scan.bytes * cpuSecondsPerByte / scan.workersAtWork;
    scan.openSeconds = seconds(config.openObject) * std::ceil(objects / std::max(1.0, config.workers));
    const double step = std::max(1.0, config.billedStep);
    scan.billedBytes = std::max(config.leastBilledBytes, std::ceil(scan.bytes / step - 1e-9) * step);
    return scan;
}

bool startsOnly(const ConnectionPort& input)
{
    return input.kind == ConnectionKind::Start && input.text("wait", "no") == "no"
           && !input.other.spec->isSource;
}

Outgoing readsOf(const QueryEngineConfig& config, const ComponentView& self,
                 std::vector<ConnectionPort> outputs)
{
    return objectReadsOf(self, std::move(outputs), config.workers, config.askedPerQuery);
}

}  // namespace plimsoll
