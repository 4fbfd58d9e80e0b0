// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/elementary.h"
#include "simulator/traffic/key_law.h"

#include <vector>

namespace plimsoll {

/// e^-x, and 0 where that is less than any number.
inline double decay(double x)
{
    return x < 700 ? deterministicExp(-x) : 0;
}

/// How often keys are asked for, as a cache sees it: groups of keys that are about equally popular.
class KeyPopularity {
public:
    explicit KeyPopularity(const KeyLaw& law);
    double keys() const { return m_keys; }
    /// Requests after which a key not asked for again has been pushed out of an LRU cache of so many items: the T of
    /// sum over keys of (1 - e^(-p T)) = items. Infinite when all keys fit.
    /// Source: H. Che, Y. Tung, Z. Wang, Hierarchical Web Caching Systems, IEEE JSAC 20(7), 2002.
    double characteristicTime(double items) const;
    /// Share of the requests that find their key in an LRU cache of so many items: sum of p (1 - e^(-p T)).
    double hitShare(double items) const;
    /// The same after `requests` on an empty cache.
    double hitShareAfter(double requests, double items) const;
    /// The same of keys asked for within the last so many requests.
    double hitShareWithin(double requests) const;

    const std::vector<KeyLaw::Share>& groups() const { return m_groups; }

private:
    double itemsWithin(double requests) const;
    std::vector<KeyLaw::Share> m_groups;
    double m_keys = 0;
};

}  // namespace plimsoll
