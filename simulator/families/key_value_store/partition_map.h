// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/traffic/key_hashes.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace plimsoll {

/// Which partition holds a key: equal ranges of the hash, some of them cut further into equal parts.
class PartitionMap {
public:
    PartitionMap() = default;
    PartitionMap(std::shared_ptr<KeyHashes> hashes, std::uint32_t ranges)
        : m_hashes{hashes}, m_places{std::move(hashes)}, m_parts(ranges, 1)
    {}
    std::uint32_t of(std::uint32_t key)
    {
        const std::uint32_t range = m_places.laneOf(key, ranges());
        if (m_first.empty()) [[likely]]
            return range;
        const std::uint32_t parts = m_parts[range];
        return m_first[range] + (parts > 1 ? m_hashes->laneOf(key, ranges() * parts) - range * parts : 0);
    }
    void prefetch(std::uint32_t key) const { m_places.prefetch(key); }
    std::uint32_t ranges() const { return static_cast<std::uint32_t>(m_parts.size()); }
    std::uint32_t size() const { return m_first.empty() ? ranges() : m_first.back() + m_parts.back(); }
    /// Cuts the hash into more ranges; what was finer stays as fine. Of each partition now, the one it was before.
    std::vector<std::uint32_t> grown(std::uint32_t ranges)
    {
        std::vector<std::uint32_t> parts;
        for (std::uint64_t range = 0; range < ranges; ++range) {
            const std::uint64_t before = m_parts[range * m_parts.size() / ranges];
            parts.push_back(static_cast<std::uint32_t>((before * m_parts.size() + ranges - 1) / ranges));
        }
        return cut(std::move(parts));
    }
    /// Cuts the ranges of these partitions in twice as many parts, to some fineness. The same of the outcome.
    std::vector<std::uint32_t> halved(const std::vector<std::uint32_t>& partitions)
    {
        std::vector<std::uint32_t> parts = m_parts;
        for (std::uint32_t range = 0; range < ranges(); ++range) {
            const std::uint32_t first = m_first.empty() ? range : m_first[range];
            const bool hot = std::any_of(partitions.begin(), partitions.end(), [&](std::uint32_t partition) {
                return partition >= first && partition < first + m_parts[range];
            });
            if (hot && parts[range] < kFinest)
                parts[range] *= 2;
        }
        return cut(std::move(parts));
    }

private:
    static constexpr std::uint32_t kFinest = 16;  ///< parts of a range: a single key cannot be cut at all

    std::vector<std::uint32_t> cut(std::vector<std::uint32_t> parts)
    {
        std::vector<std::uint32_t> parents;
        const std::uint64_t before = m_parts.size(), now = parts.size();
        std::vector<std::uint32_t> first;
        for (std::uint64_t range = 0; range < now; ++range) {
            first.push_back(static_cast<std::uint32_t>(parents.size()));
            for (std::uint64_t part = 0; part < parts[range]; ++part) {
                // Where it begins, as a fraction of the hash, and what lay there.
                const std::uint64_t begins = (range * parts[range] + part) * before;
                const std::uint64_t whole = now * parts[range];
                const std::uint64_t old = begins / whole;
                const std::uint64_t oldPart = (begins % whole) * m_parts[old] / whole;
                parents.push_back(
                    static_cast<std::uint32_t>((m_first.empty() ? old : m_first[old]) + oldPart));
            }
        }
        const bool fine = std::any_of(parts.begin(), parts.end(), [](std::uint32_t n) { return n > 1; });
        m_parts = std::move(parts);
        m_first = fine ? std::move(first) : std::vector<std::uint32_t>{};
        return parents;
    }

    std::shared_ptr<KeyHashes> m_hashes;
    LaneTable m_places;
    std::vector<std::uint32_t> m_parts{1};  ///< of each range
    std::vector<std::uint32_t> m_first;     ///< partition each range begins with; empty: one of each
};

}  // namespace plimsoll
