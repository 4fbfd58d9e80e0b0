// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/node_context.h"
#include "simulator/queueing/retry_policy.h"
#include "simulator/traffic/arrival_stream.h"
#include "simulator/traffic/key_law.h"
#include "simulator/traffic/size_law.h"

namespace plimsoll {

/// Open-loop traffic: arrivals in time, sizes, keys, and what a refused sender does.
struct SourceConfig {
    RateProfile profile;  ///< moves into the node
    Arrivals arrivals = Arrivals::Poisson;
    BurstLaw bursts;
    SizeLaw recordBytes;
    KeyLaw keys;
    RetryPolicy retry;   ///< of every connection that does not say its own
    int sdkClients = 1;  ///< with a retry quota each
    std::string stream;  ///< names the draws: sources of one stream send equal arrivals
};

NodeHandle makeSource(SourceConfig config, const NodeContext& context);

}  // namespace plimsoll
