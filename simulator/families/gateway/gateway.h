// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/families/cache/cache.h"
#include "simulator/families/family.h"
#include "simulator/metrics/limits.h"

#include <optional>

namespace plimsoll {

/// Answers kept by key for requests like them.
struct GatewayCache {
    CacheConfig keep;        ///< memory and time to live
    double share = 1;        ///< of the requests that may be answered from it
    double answerBytes = 0;  ///< memory that an answer takes
};

/// Looks at every request before it goes on.
struct GatewayAuthoriser {
    Law time;               ///< nanoseconds
    Duration timeToLive{};  ///< of its answer for a token; 0 = it is asked each time
    double tokens = 1;      ///< in use, evenly
};

/// What each API key may ask: a rate with a burst, and so many requests a period. Clients, told by their records' keys, have
/// one of the API keys each.
struct UsagePlan {
    std::uint32_t keys = 1;
    double ratePerSecond = 0, burst = 0;
    double quota = 0;  ///< requests of one key in a period; 0 = any number
    Duration period = std::chrono::hours{24};
    LimitSpec rateLimit, quotaLimit;
};

struct GatewayConfig {
    double ratePerSecond = 0;
    double burst = 0;
    Duration timeout{};
    Law overhead;             ///< nanoseconds
    double meteredBytes = 0;  ///< step in which the size of a request is billed; 0 = it is not
    int leastSteps = 1;       ///< that every request is billed for
    LimitSpec limit;          ///< of the requests, in tokens
    double tokensEach = 1;    ///< that a request takes of the bucket
    bool resolves = false;    ///< a request asks all that it needs, in their order, not one of them
    std::optional<GatewayCache> cache;
    std::optional<GatewayAuthoriser> authoriser;
    std::optional<UsagePlan> plan;
};

struct GatewayLoad {
    double requestsPerSecond = 0;
    double stepsPerRequest = 1;
    double authorised = 0;         ///< requests a second that the authoriser was asked about
    double authoriserSeconds = 0;  ///< of its time, each rounded up to a millisecond, per second
};

/// How often the cache answers, of all requests: r / (1 + r) of those of a key that is asked for r times in its time to
/// live, or what the memory keeps of it (H. Che et al. 2002), whichever is less.
double hitShareOf(const GatewayCache& cache, const FlowRate& requests);

/// Share of so many requests a second about which the authoriser is asked: once in the life of an answer and the time until
/// the next request with the same token.
double askedShareOf(const GatewayAuthoriser& authoriser, double requestsPerSecond);

/// A front door: a token bucket, its own overhead, then a call whose answer it passes back, within a timeout; or one that
/// gathers an answer from several.
struct GatewayFamily {
    using Config = GatewayConfig;
    using Load = GatewayLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Query};
    static constexpr KindSet kMakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify,
                                    ConnectionKind::Query, ConnectionKind::Start};
    static NodeHandle makeNode(const Config& config, const NodeContext& context, BillOf<Load> bill);
    static Load flow(const Config& config, FlowContext& context);
};

/// The front door whose every request asks all that it needs.
struct ResolverFamily : GatewayFamily {
    using Config = GatewayConfig;
    using Load = GatewayLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call};
    static constexpr KindSet kMakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Query};
};

}  // namespace plimsoll
