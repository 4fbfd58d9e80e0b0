// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/node_context.h"

#include <functional>

namespace plimsoll {

/// What a finished queue node hands to its service for meters and limits.
struct QueueFigures {
    double seconds = 0;
    std::uint64_t stored = 0, bytes = 0;
    std::uint64_t sendRequests = 0, receiveRequests = 0, deleteRequests = 0;  ///< as billed, a chunk each
    std::uint64_t receives = 0, emptyReceives = 0, received = 0, deleted = 0;
    std::uint64_t cameBack = 0;         ///< visibility timeouts, by message
    std::uint64_t deletedLate = 0;      ///< deletes of what had come back already: it is worked on twice
    std::uint64_t deadLettered = 0;     ///< handed to the dead-letter queue
    std::uint64_t redriven = 0;         ///< moved back to the queues they came from
    std::uint64_t redrivesRefused = 0;  ///< asked for while another ran
    std::uint64_t expired = 0;
    std::uint64_t heldByQuota = 0;  ///< receives that found the in-flight quota used up
    HeldUse inFlight;
    double peakAgeSeconds = 0;
};

/// A queue whose consumers compete: a message received is hidden until it is deleted or its visibility timeout ends.
struct QueueConfig {
    Duration sendLatency = std::chrono::milliseconds{10};
    Duration receiveLatency = std::chrono::milliseconds{10};
    Duration visibility = std::chrono::seconds{30};
    Duration retention = std::chrono::hours{96};
    Duration delay{};
    std::uint64_t largestMessage = 1024 * 1024;  ///< bytes
    std::uint64_t chunk = 64 * 1024;             ///< bytes that one billed request covers
    int maxReceives = 10;                        ///< with a dead-letter queue: receives before it goes there
    std::uint64_t inFlightQuota = 120'000;
    double redrivePerSecond = kMostRedrivenPerSecond;  ///< messages a second where the redrive names no rate
    std::function<void(const QueueFigures&, NodeReport&)> finish;
};

NodeHandle makeQueue(QueueConfig config, const NodeContext& context);

}  // namespace plimsoll
