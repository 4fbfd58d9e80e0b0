// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/cache/cache.h"
#include "simulator/flow/flow_rate.h"
#include "simulator/traffic/key_popularity.h"

#include <algorithm>

namespace plimsoll {

/// Mean memory of what one request reads or writes.
inline double itemBytesOf(const CacheConfig& config, const FlowRate& rate)
{
    const double each = rate.messagesPerSecond > 0 ? rate.bytesPerSecond / rate.messagesPerSecond : 0;
    return std::max(1.0, each) + config.itemOverheadBytes;
}

/// Whether keys are there, as after a long time of steady reads.
struct KeyLife {
    double readsPerSecond = 0;      ///< of one part of the cache
    double characteristicTime = 0;  ///< reads; H. Che et al. 2002
    double livesSeconds = 0;        ///< 0 = for ever

    KeyLife(const CacheConfig& config, const KeyPopularity& keys, double rate, double items)
        : readsPerSecond{rate / config.parts},
          characteristicTime{keys.characteristicTime(items / config.parts)},
          livesSeconds{seconds(config.timeToLive)}
    {}
    /// Of a key that is asked for with probability p: LRU leaves it there for 1 - e^(-p T); where it is read r times in its
    /// time to live it is fetched once and found r times, r / (1 + r). Whichever is less.
    double present(double p) const
    {
        const double kept = 1 - decay(p * characteristicTime), again = p * readsPerSecond * livesSeconds;
        return livesSeconds > 0 ? std::min(kept, again / (1 + again)) : kept;
    }
};

}  // namespace plimsoll
