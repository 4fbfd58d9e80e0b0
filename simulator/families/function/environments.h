// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/metrics/node_meter.h"
#include "simulator/queueing/token_bucket.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

namespace plimsoll {

struct FunctionConfig;

/// The environments of a function: warm ones are reused, the warmest first, new ones cost a cold start.
class Environments {
public:
    Environments(const FunctionConfig& config, const DrawKey& coldDraws);

    struct Taken {
        Duration coldStart{};  ///< to wait for
        bool isNew = false;
        std::uint32_t environment = 0;  ///< its number, from 1; none is given twice
    };
    /// Nothing when none may be had now: `most` are busy, or no more may be started.
    std::optional<Taken> take(SimTime t, const MessageId& id, int most);
    void giveBack(SimTime t, std::uint32_t version, std::uint32_t environment);
    /// So many were used just before the start; they follow the provisioned ones in number, the first is the warmest.
    void warm(int environments);
    /// So many are kept started from now on: new ones are there at once, and of those too many the idle go first, the others
    /// as they end what they do. How many are new.
    int provision(int environments);
    /// What is deployed replaces whatever is warm; provisioned environments are ready before the traffic shifts.
    void replace();

    int busy() const { return m_busy; }
    std::uint32_t version() const { return m_version; }
    const HeldUse& use() const { return m_use; }
    std::uint64_t coldStarts() const { return m_coldStarts; }
    /// New ones that were asked for, those refused by the scaling rate included.
    const RateUse& asked() const { return m_asked; }
    /// The most per second in as long as the bucket takes to fill: it lends as many at once.
    double mostAskedPerSecond() const { return std::max(m_most, m_within) / m_fillSeconds; }
    std::uint64_t refusedByConcurrency() const { return m_refusedByConcurrency; }
    std::uint64_t refusedByScaling() const { return m_refusedByScaling; }

private:
    struct Idle {
        SimTime since;
        std::uint32_t environment = 0;
    };
    void setBusy(SimTime t, int value);
    void ask(SimTime t);

    Law m_cold;
    Duration m_codeInit{}, m_keepWarm{};
    DrawKey m_coldDraws;
    TokenBucket m_scaling;
    bool m_bounded = true;  ///< by the bucket
    int m_busy = 0, m_provisionedBusy = 0;
    int m_provisionedLeaving = 0;              ///< of those busy
    std::vector<std::uint32_t> m_provisioned;  ///< those idle
    std::deque<Idle> m_idle;                   ///< since it was last used, the warmest last
    std::uint32_t m_numbered = 0;              ///< environments so far
    std::uint32_t m_version = 0;               ///< of what is deployed
    HeldUse m_use;
    RateUse m_asked;
    double m_fillSeconds = 1, m_within = 0, m_most = 0;
    std::int64_t m_stretch = 0;  ///< of that length, number of
    std::uint64_t m_coldStarts = 0, m_refusedByConcurrency = 0, m_refusedByScaling = 0;
};

}  // namespace plimsoll
