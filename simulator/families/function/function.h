// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/families/family.h"
#include "simulator/metrics/limits.h"
#include "simulator/traffic/key_hashes.h"

#include <memory>
#include <string>
#include <vector>

namespace plimsoll {

/// A function whose every concurrent run needs an environment: warm ones are reused, new ones cost a cold start.
struct FunctionConfig {
    Duration fixed{};           ///< compute of one invocation
    double nanosPerRecord = 0;  ///< compute of each record in it
    Duration timeout = std::chrono::seconds{3};
    LimitSpec concurrency;        ///< environments busy at most
    std::string sizingParameter;  ///< that sets it
    LimitSpec
        requests;  ///< waited for: a second for one environment, times how many there may be; 0 = no bound
    int provisioned = 0;              ///< warm from the start, never expire
    LimitSpec newEnvironments;        ///< started per second; 0 = no bound ...
    double newEnvironmentsDepth = 0;  ///< ... and at once
    Law cold;                         ///< nanoseconds
    Duration codeInit{};              ///< added to every cold start
    Duration keepWarm = std::chrono::minutes{10};
    double errorShare = 0;
    std::uint64_t batchPayload = 6'000'000;  ///< bytes that close a batch of a mapping
    std::uint64_t payloadStep =
        0;  ///< bytes of an invocation that one billed unit covers; 0 = bytes are not billed
    /// Batches at once of the mapping of a stream or a queue; what they hold at most is said by the mapping.
    LimitSpec laneBatches, queueBatches;
    double queueBatchesAtFirst = 5, queueBatchesPerSecond = 5;  ///< and how many more while messages are left
    double queueBatchesBusy = 0.5;  ///< share that the busiest of the last minute leaves of them (assumption)
    std::shared_ptr<KeyHashes> keyHashes = std::make_shared<KeyHashes>();  ///< that the flow remembers
    std::vector<FunctionConfig> later{};  ///< of them only `concurrency`, `requests` and `provisioned` change
};

/// What a function is billed for, per second.
struct FunctionLoad {
    double invocations = 0;
    double billedSeconds = 0;  ///< cold start and run, each invocation rounded up to 1 ms
    double startSeconds = 0;   ///< of that, cold starts
    double payloadSteps = 0;   ///< what the invocations were given, each in whole steps
    double provisioned = 0;    ///< environments kept started, time mean
    double onProvisioned =
        0;  ///< of the billed seconds, those that provisioned environments serve: they are filled first
    double coldStarts = 0;
    double queuePollers = 0;  ///< of one's own, of all queues, time mean
    double pollerUnits = 0;   ///< of one's own pollers of topics, billed, time mean
};

struct FunctionFamily {
    using Config = FunctionConfig;
    using Load = FunctionLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify,
                                    ConnectionKind::Poll, ConnectionKind::Start};
    static constexpr KindSet kMakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify,
                                    ConnectionKind::Query, ConnectionKind::Start};
    static NodeHandle makeNode(Config config, const NodeContext& context, BillOf<Load> bill);
    static Load flow(const Config& config, FlowContext& context);
};

}  // namespace plimsoll
