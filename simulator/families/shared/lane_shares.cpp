// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/shared/lane_shares.h"

namespace plimsoll {

namespace {

/// Keys that are placed one by one; of more, each is too rare for its place to matter.
constexpr double kPlaced = 4096;

}  // namespace

std::vector<double> laneShares(const FlowRate& rate, std::uint32_t lanes, KeyHashes& hashes)
{
    return laneShares(rate, lanes, [&](std::uint32_t key) { return hashes.laneOf(key, lanes); });
}

std::vector<double> laneShares(const FlowRate& rate, std::uint32_t lanes,
                               const std::function<std::size_t(std::uint32_t key)>& laneOf)
{
    const double count = lanes;
    if (!rate.keys) {
        std::vector<double> shares(lanes, (1 - rate.hottestKeyShare) / count);
        shares.front() += rate.hottestKeyShare;
        return shares;
    }
    std::vector<double> shares(lanes, 0);
    double placed = 0, even = 0;
    for (const KeyLaw::Share& group : rate.keys->groups()) {
        placed += group.keys;
        // A listed key has a name, and only the run knows where it hashes to.
        if (placed > kPlaced || group.first >= kRememberedKeys) {
            even += group.keys * group.each;
            continue;
        }
        for (std::uint32_t key = 0; key < static_cast<std::uint32_t>(group.keys); ++key)
            shares[laneOf(group.first + key)] += group.each;
    }
    for (double& share : shares)
        share += even / count;
    return shares;
}

}  // namespace plimsoll
