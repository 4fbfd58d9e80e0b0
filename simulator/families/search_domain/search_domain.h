// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/families/family.h"
#include "simulator/metrics/limits.h"

#include <algorithm>
#include <array>

namespace plimsoll {

/// Documents indexed in shards and searched. An index request is work for every copy of each shard it touches, a search
/// for one copy of every shard; the pieces run on the cores side by side. What finds its queue full is refused (429), what
/// would fill the disk too (a write block). A document is found after the next refresh.
struct SearchDomainConfig {
    /// One of the two kinds of request, on cores of its own or on those of both.
    struct Pool {
        double cores = 1;
        double mostWaiting = 1000;  ///< requests; more are refused
        LimitSpec busy, waiting;
    };
    Pool index, search;  ///< `search.busy` and cores say nothing while `shared`
    bool shared = true;  ///< both kinds work on the cores of `index`
    double shards = 1;   ///< primaries
    double copies = 1;   ///< of each document: its primary and the replicas that have a node of their own
    double documentSeconds = 0.001;  ///< of one core, for one copy of a document
    double searchSeconds = 0.005;    ///< of one core, for one shard
    Law network;                     ///< nanoseconds from and to the caller together
    Duration refresh = std::chrono::seconds{1};
    double diskBytes = 0;       ///< for the index; 0 = as much as comes
    double bytesPerSource = 1;  ///< of the index, all copies, for a byte of documents
    double storedAtStart = 0;   ///< source bytes that were there before
    LimitSpec disk;
    double nodes = 1;  ///< for sizing: each with so many cores and so much disk
    bool sizesNodes = false;
};

/// What a domain is billed for.
struct SearchDomainLoad {
    double storedAtStart = 0;    ///< bytes of source
    double storedPerSecond = 0;  ///< bytes of source that come in
};

struct SearchDomainFamily {
    using Config = SearchDomainConfig;
    using Load = SearchDomainLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify,
                                    ConnectionKind::Query, ConnectionKind::Replicate};
    static constexpr KindSet kMakes{};
    static constexpr bool kAnswersReads = true;
    static NodeHandle makeNode(const Config& config, const NodeContext& context, BillOf<Load> bill);
    static Load flow(const Config& config, FlowContext& context);
};

/// The work of one request: so many pieces, each so long on a core.
struct SearchWork {
    double pieces = 1, secondsEach = 0;
};
inline SearchWork indexWork(const SearchDomainConfig& config, double documents)
{
    const double touched = std::clamp(documents, 1.0, config.shards) * config.copies;
    const double pieces = std::clamp(touched, 1.0, std::max(1.0, config.index.cores));
    return {pieces, std::max(1.0, documents) * config.copies * config.documentSeconds / pieces};
}
inline SearchWork searchWork(const SearchDomainConfig& config)
{
    const double cores = config.shared ? config.index.cores : config.search.cores;
    const double pieces = std::clamp(config.shards, 1.0, std::max(1.0, cores));
    return {pieces, config.shards * config.searchSeconds / pieces};
}

}  // namespace plimsoll
