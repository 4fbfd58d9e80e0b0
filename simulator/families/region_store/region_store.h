// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/family.h"
#include "simulator/families/shared/outgoing.h"
#include "simulator/families/shared/service_time.h"
#include "simulator/metrics/limits.h"

namespace plimsoll {

/// Region servers: each key lies in one region, each region with one server. A write is answered once the log has it; a read
/// whose block is not in memory fetches that first, of a connected bucket or else of the cluster's own disks.
struct RegionStoreConfig {
    int servers = 3;
    double vcpus = 4;           ///< of one server
    ServiceTime read, write;    ///< nanoseconds of one vCPU for one row
    Law log;                    ///< nanoseconds until the log has a write
    double missShare = 0;       ///< of the rows read: their block is not in memory
    Law block;                  ///< nanoseconds to fetch a block where no bucket is connected
    std::int64_t blockBytes{};  ///< asked of a bucket
    Duration moved{};           ///< after so long the regions of a lost server are with the others
    Law caller;                 ///< nanoseconds to the caller and back
    LimitSpec busy;             ///< vCPUs of all servers
};

/// What the store is billed for: its servers, whatever they do.
struct RegionStoreLoad {
    double servers = 0;
};

struct RegionStoreFamily {
    using Config = RegionStoreConfig;
    using Load = RegionStoreLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call};
    static constexpr KindSet kMakes{ConnectionKind::Query};
    static constexpr bool kAnswersReads = true;
    static NodeHandle makeNode(const Config& config, const NodeContext& context, BillOf<Load> bill);
    static Load flow(const Config& config, FlowContext& context);
};

/// Block by block, one after the other, of the bucket that holds the root directory.
Outgoing blocksOf(const RegionStoreConfig& config, const ComponentView& self,
                  std::vector<ConnectionPort> outputs);

}  // namespace plimsoll
