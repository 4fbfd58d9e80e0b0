// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/random.h"
#include "simulator/flow/flow_rate.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace plimsoll {

/// The part, of so many, that a key belongs to: the prefix of a record, the API key of a client.
inline std::uint32_t partOf(std::uint32_t key, std::uint32_t parts)
{
    return static_cast<std::uint32_t>(mix64(key) % std::max(1u, parts));
}

/// The share of the work in each part; those with equal shares are counted together.
struct KeyParts {
    double count = 0, share = 0;
};
inline std::vector<KeyParts> keyParts(const FlowRate& rate, std::uint32_t parts)
{
    if (parts <= 1)
        return {{1, 1}};
    if (!rate.keys)
        return {{static_cast<double>(parts), 1.0 / parts}};
    constexpr double kCounted = 20'000;
    std::vector<double> shares(parts);
    double counted = 0, rest = 0;
    for (const KeyLaw::Share& group : rate.keys->groups()) {
        const double keys = counted < kCounted ? std::min(group.keys, kCounted) : 0;
        for (std::uint32_t key = 0; key < keys; ++key)
            shares[partOf(group.first + key, parts)] += group.each;
        rest += (group.keys - keys) * group.each;
        counted += keys;
    }
    std::vector<KeyParts> all;
    for (const double share : shares) {
        if (const double own = share + rest / parts; own > 0)
            all.push_back({1, own});
    }
    return all;
}

}  // namespace plimsoll
