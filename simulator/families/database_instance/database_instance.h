// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/family.h"
#include "simulator/families/shared/service_time.h"
#include "simulator/metrics/limits.h"

#include <optional>
#include <string>

namespace plimsoll {

/// What one statement asks of an instance.
struct StatementCost {
    ServiceTime processor;     ///< nanoseconds of one vCPU
    double operations = 0;     ///< on the volume, on average; of a read, where none of its pages is in memory
    Duration volumeLatency{};  ///< of a statement that needs the volume, beside its turn there
};

/// The vCPUs of one instance. A burstable class earns its base share all the time and spends what it uses.
struct ProcessorConfig {
    double vcpus = 1;
    bool burstable = false;
    double baseShare = 1;             ///< of its vCPUs, earned all the time
    double mostSavedVcpuSeconds = 0;  ///< beyond them nothing more is saved up
    bool unlimited = false;           ///< what is used beyond what was saved is billed, not slowed down
};

/// vCPUs that follow the load, looked at each second: more where a larger share than the target is busy, fewer where a
/// smaller one is, in steps, never faster than this.
struct ElasticConfig {
    double leastVcpus = 0, mostVcpus = 0, stepVcpus = 0;
    double target = 0.7;
    Duration doubling{}, halving{};
};

/// The volume below one instance: a rate of operations, above it a burst from what was saved up.
struct VolumeConfig {
    double perSecond = 0;  ///< 0 = nothing bounds it
    double burstPerSecond = 0;
    double mostSaved = 0;  ///< operations
};

/// Connections shared by all callers: a call has one for as long as its statement takes, and waits for one.
struct ProxyConfig {
    double connections = 0;  ///< to the database, at once
    Duration longestWait = std::chrono::seconds{120};
    Duration passes{};  ///< added to every statement
};

struct ReplicaConfig {
    int count = 0;
    double readShare = 0;    ///< of the reads, that go to them
    Duration lag{};          ///< of a write, where nothing queues
    double replayShare = 0;  ///< of a write's own processor time, to apply it there, one after the other
    int far = 0;             ///< of them, in a second Region: alike, but for ...
    Duration farLag{};       ///< ... their lag
};

struct StorageConfig {
    double allocatedBytes = 0;  ///< 0 = grows with what is kept, nothing is ever full
    double heldBytes = 0;       ///< at the start
    double keptShare = 1;       ///< of the bytes written, that make the data larger
    bool grows = false;         ///< what is allocated grows before it is full
};

/// One database: a primary instance that takes the writes, perhaps replicas that take reads. A statement needs a
/// connection, then a vCPU, then its turn at the volume.
struct DatabaseConfig {
    StatementCost read, write;
    ProcessorConfig processor;
    std::optional<ElasticConfig> elastic;  ///< the processor has its most then
    VolumeConfig volume;
    double hitShare = 1;                       ///< of the pages read, that are in memory once it is warm
    double bufferPages = 0;                    ///< pages in memory when it is warm
    Law network;                               ///< nanoseconds to the caller and back
    Duration connect{};                        ///< to open one more connection
    Duration idle = std::chrono::minutes{10};  ///< an unused connection is closed after it
    std::optional<ProxyConfig> proxy;
    ReplicaConfig replicas;
    std::optional<Duration> failover;  ///< where another instance takes over what is down
    bool coldAfterFailover = true;     ///< with nothing in memory
    StorageConfig storage;
    LimitSpec connections, pool, vcpus, operations, allocated;
};

/// What a database is billed for.
struct DatabaseLoad {
    double operations = 0;          ///< on the volume, per second
    double surplusVcpuSeconds = 0;  ///< per second: beyond what a burstable class earns and has saved
    double keptBytes = 0;           ///< per second, by which the data grow
    double capacityVcpus = 0;       ///< time mean, of all instances together
    double writeOperations = 0;     ///< of the operations, those that write
};

struct DatabaseFamily {
    using Config = DatabaseConfig;
    using Load = DatabaseLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Query,
                                    ConnectionKind::Replicate};
    static constexpr KindSet kMakes{};
    static constexpr bool kAnswersReads = true;
    static NodeHandle makeNode(const DatabaseConfig& config, const NodeContext& context,
                               BillOf<DatabaseLoad> bill);
    static DatabaseLoad flow(const DatabaseConfig& config, FlowContext& context);
};

}  // namespace plimsoll
