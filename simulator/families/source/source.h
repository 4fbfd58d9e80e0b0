// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/family.h"
#include "simulator/traffic/key_law.h"
#include "simulator/traffic/size_law.h"

#include <string>

namespace plimsoll {

/// What its records look like. When they come is the scenario's to say; how a refused one is tried again, the
/// connections' or the sender's own parameters (families/shared/outgoing.h).
struct SourceConfig {
    SizeLaw recordBytes;
    KeyLaw keys{1, 0, 0};
    FlowRate oneASecond{};  ///< recordsOf() these, for the estimate
    int sdkClients = 1;     ///< with a retry quota each
    Duration batchWait{};   ///< an incomplete batch of a connection waits for more, from its first record on
    std::string stream;     ///< names the draws: sources of one stream send equal arrivals
};

struct SourceLoad {
    double recordsPerSecond = 0;
};

/// Open-loop traffic: arrivals in time, sizes, keys, and what a refused sender does.
struct SourceFamily {
    using Config = SourceConfig;
    using Load = SourceLoad;
    static constexpr KindSet kTakes{};
    static constexpr KindSet kMakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify,
                                    ConnectionKind::Query, ConnectionKind::Start};
    static NodeHandle makeNode(const Config& config, const NodeContext& context, BillOf<Load> bill);
    static Load flow(const Config& config, FlowContext& context);
};

}  // namespace plimsoll
