// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/family.h"
#include "simulator/families/shared/service_time.h"
#include "simulator/metrics/limits.h"

#include <optional>
#include <vector>

namespace plimsoll {

/// Who is served next: who came first; nobody, all share the servers; or who came first of the higher priority, and what
/// is in service is finished.
enum class Discipline { Fcfs, Shared, Priority };

struct ServerConfig {
    Discipline discipline = Discipline::Fcfs;
    double highShare = 0;  ///< Priority: of the requests
    int servers = 1;
    ServiceTime service;
    std::optional<std::uint64_t> queueLimit;
    std::uint64_t batchSize = 1;        ///< records one server takes at once
    Duration batchWait{};               ///< from a batch's first; 0 = until a server is free
    LimitSpec limit;                    ///< of the servers
    std::vector<ServerConfig> later{};  ///< of them only the servers change
};

struct ServerLoad {
    double servers = 0;
};

/// G/G/c/K: first come first served, by two priorities or shared, `servers` in parallel, at most `queueLimit` waiting; or bulk service: a batch takes
/// one server for one service time, and goes on as one message. What is finished makes its calls, holding its server,
/// then goes on to who takes it over, and answers whoever asked.
struct ServerFamily {
    using Config = ServerConfig;
    using Load = ServerLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify,
                                    ConnectionKind::Poll, ConnectionKind::Query};
    static constexpr KindSet kMakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify,
                                    ConnectionKind::Query, ConnectionKind::Start};
    static NodeHandle makeNode(const Config& config, const NodeContext& context, BillOf<Load> bill);
    static Load flow(const Config& config, FlowContext& context);
};

}  // namespace plimsoll
