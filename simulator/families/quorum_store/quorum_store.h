// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/family.h"
#include "simulator/families/shared/service_time.h"
#include "simulator/metrics/limits.h"

namespace plimsoll {

/// A ring of nodes that keeps each key on several of them. A write goes to all copies and is answered once so many have it;
/// a read asks as many copies as it needs, or all, and is answered by the first so many.
struct QuorumConfig {
    int nodes = 3;
    int copies = 3;                       ///< of each key, on nodes that follow each other
    int readQuorum = 2, writeQuorum = 2;  ///< answers that a request waits for
    bool readsAskAll = false;             ///< copies that a read asks: all, or as many as it waits for
    double vcpus = 4;                     ///< of one node
    ServiceTime read, write;              ///< nanoseconds of one vCPU at one copy
    Law replica;                          ///< nanoseconds from the node that coordinates to a copy and back
    Law caller;                           ///< nanoseconds to the caller and back
    LimitSpec busy;                       ///< vCPUs of all nodes
    /// Only where some reads may ask none of the copies that have the newest write.
    bool mayBeStale() const { return readQuorum + writeQuorum <= copies; }
    int askedByReads() const { return readsAskAll ? copies : readQuorum; }
};

/// What the ring is billed for: its nodes, whatever they do.
struct QuorumLoad {
    double nodes = 0;
};

/// Mean and variance of the `needed`-th smallest of `asked` times, all of one distribution that is given by equally likely
/// values. E[X_(k:n)] weighs the j-th of m values by I_{j/m}(k, n - k + 1) - I_{(j-1)/m}(k, n - k + 1).
/// Source: H. A. David, H. N. Nagaraja, Order Statistics, 3rd ed. (2003), section 2.1
struct OrderStatistic {
    double mean = 0, variance = 0;
};
OrderStatistic orderStatistic(std::vector<double> values, int needed, int asked);

struct QuorumStoreFamily {
    using Config = QuorumConfig;
    using Load = QuorumLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Query};
    static constexpr KindSet kMakes{};
    static constexpr bool kAnswersReads = true;
    static NodeHandle makeNode(const QuorumConfig& config, const NodeContext& context,
                               BillOf<QuorumLoad> bill);
    static QuorumLoad flow(const QuorumConfig& config, FlowContext& context);
};

}  // namespace plimsoll
