// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/family.h"
#include "simulator/metrics/limits.h"

#include <optional>

namespace plimsoll {

/// A queue whose consumers compete: a message received is hidden until it is deleted or its visibility timeout ends.
struct QueueConfig {
    /// Messages with the same key are a group: handed out in order, and none while one of it is in work.
    bool ordered = false;
    /// Or: of the groups that wait, the one with the fewest messages in work has its turn.
    bool fair = false;
    std::optional<LimitSpec> sendCalls, receiveCalls,
        deleteCalls;                      ///< a second; beyond them calls are refused
    std::optional<LimitSpec> groupSends;  ///< calls a second that bring one group
    Duration sendLatency = std::chrono::milliseconds{10};
    Duration receiveLatency = std::chrono::milliseconds{10};
    Duration visibility = std::chrono::seconds{30};
    Duration retention = std::chrono::hours{96};
    Duration delay{};
    std::uint64_t largestMessage = 1024 * 1024;  ///< bytes
    std::uint64_t chunk = 64 * 1024;             ///< bytes that one billed request covers
    int maxReceives = 10;                        ///< with a dead-letter queue: receives before it goes there
    std::uint64_t inFlightQuota = 120'000;
    LimitSpec inFlight;
    double redrivePerSecond = kMostRedrivenPerSecond;  ///< messages a second where the redrive names no rate
};

/// What a queue is billed for: requests a second, a chunk each.
struct QueueLoad {
    double sends = 0, receives = 0, deletes = 0;
};

struct QueueFamily {
    using Config = QueueConfig;
    using Load = QueueLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify};
    static constexpr KindSet kMakes{ConnectionKind::Poll};
    static NodeHandle makeNode(const QueueConfig& config, const NodeContext& context, BillOf<QueueLoad> bill);
    static QueueLoad flow(const QueueConfig& config, FlowContext& context);
};

}  // namespace plimsoll
