// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/kernel/node_context.h"
#include "simulator/queueing/retry_policy.h"
#include "simulator/traffic/key_law.h"
#include "simulator/traffic/rate_profile.h"
#include "simulator/traffic/size_law.h"

#include <string>

namespace plimsoll {

/// Closed-loop traffic: each user sends one request, waits for its answer, thinks, and sends the next.
struct UsersConfig {
    RateProfile present;  ///< how many users there are over time ("rate" is a number of users)
    Law think;
    bool thinkHasMemory = false;  ///< not exponential: the first wait is a part of a whole one
    SizeLaw recordBytes;
    KeyLaw keys;
    RetryPolicy
        retry;  ///< of the connections that name none; its quota, budget and breaker are all users' together
    int sdkClients = 1;  ///< that share the load, each with a quota of its own
    std::string stream;  ///< names the draws: users of one stream send equal requests
};

/// With more than one connection each request goes to one of them, drawn by their shares.
NodeHandle makeUsers(UsersConfig config, const NodeContext& context);

/// A user takes at least this long from an answer to the next request, so that no loop is free.
inline constexpr Duration kShortestThink = std::chrono::microseconds{1};

}  // namespace plimsoll
