// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/traffic/key_popularity.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plimsoll {

namespace {

constexpr std::uint32_t kAlone = 512;      ///< most popular keys that are a group each
constexpr double kGroupGrowth = 1.0 / 64;  ///< of the rank, from one group to the next
constexpr double kForEver = 1e24;  ///< requests; a million a second since there are stars come to less

}  // namespace

KeyPopularity::KeyPopularity(const KeyLaw& law) : m_groups{law.shares(kAlone, kGroupGrowth)}
{
    for (const KeyLaw::Share& group : m_groups)
        m_keys += group.keys;
}

double KeyPopularity::itemsWithin(double requests) const
{
    double items = 0;
    for (const KeyLaw::Share& group : m_groups)
        items += group.keys * (1 - decay(group.each * requests));
    return items;
}

double KeyPopularity::characteristicTime(double items) const
{
    if (items >= m_keys)
        return std::numeric_limits<double>::infinity();
    if (items <= 0)
        return 0;
    double low = 0, high = items;
    // Keys that are never asked for leave room, however long one waits.
    while (itemsWithin(high) < items) {
        if (high > kForEver)
            return std::numeric_limits<double>::infinity();
        high *= 2;
    }
    for (int round = 0; round < 60; ++round) {
        const double middle = (low + high) / 2;
        (itemsWithin(middle) < items ? low : high) = middle;
    }
    return high;
}

double KeyPopularity::hitShare(double items) const
{
    return hitShareAfter(std::numeric_limits<double>::infinity(), items);
}

double KeyPopularity::hitShareAfter(double requests, double items) const
{
    return hitShareWithin(std::min(requests, characteristicTime(items)));
}

double KeyPopularity::hitShareWithin(double requests) const
{
    double hits = 0;
    for (const KeyLaw::Share& group : m_groups)
        hits += group.keys * group.each * (1 - decay(group.each * requests));
    return hits;
}

}  // namespace plimsoll
