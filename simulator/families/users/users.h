// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/families/family.h"
#include "simulator/traffic/key_law.h"
#include "simulator/traffic/rate_profile.h"
#include "simulator/traffic/size_law.h"

#include <string>

namespace plimsoll {

/// Who they are and what one request looks like. How a refused one is tried again, the connections' or the sender's own
/// parameters (families/shared/outgoing.h).
struct UsersConfig {
    double users = 1;             ///< times the scenario's shape relative to its own `ratePerSecond`
    Law think;                    ///< nanoseconds
    bool thinkHasMemory = false;  ///< not exponential: the first wait is a part of a whole one
    SizeLaw recordBytes;
    KeyLaw keys{1, 0, 0};
    FlowRate oneASecond{};  ///< recordsOf() these, for the estimate
    int sdkClients =
        1;  ///< that share the load, each with a quota of its own; budget and breaker are all users' together
    std::string stream;  ///< names the draws: users of one stream send equal requests
};

struct UsersLoad {
    double requestsPerSecond = 0;
};

/// Closed-loop traffic: each user sends one request, waits for its answer, thinks, and sends the next. With more than
/// one connection each request goes to one of them, drawn by their shares.
struct UsersFamily {
    using Config = UsersConfig;
    using Load = UsersLoad;
    static constexpr KindSet kTakes{};
    static constexpr KindSet kMakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify,
                                    ConnectionKind::Query, ConnectionKind::Start};
    static NodeHandle makeNode(const Config& config, const NodeContext& context, BillOf<Load> bill);
    static Load flow(const Config& config, FlowContext& context);
};

/// How many users there are over time (its "rate" is a number of users).
RateProfile presentUsers(const UsersConfig& config, TrafficProfile shape, double whole, double from,
                         double to);

/// A user takes at least this long from an answer to the next request, so that no loop is free.
inline constexpr Duration kShortestThink = std::chrono::microseconds{1};

}  // namespace plimsoll
