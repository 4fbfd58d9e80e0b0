// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/function/mapping_play.h"

#include <algorithm>
#include <cstddef>
#include <mutex>
#include <unordered_map>
#include <utility>
#include <vector>

namespace plimsoll {

/// What plays came to, on any thread. A play follows from what is played and from what its runs take, so that one of the
/// same comes to the same: most parts of a design are asked again unchanged, for each edit and each size that is tried.
template <typename Play>
class PlayMemory {
public:
    /// As remembered where every run that mattered then takes the same now, else as played.
    template <typename Playing>
    Played of(const Play& play, const RunOfRecords& run, const Playing& playing)
    {
        const std::size_t key = keyOf(play);
        {
            const std::lock_guard lock{m_mutex};
            if (const Known* known = find(m_latest, key, play, run))
                return known->played;
            if (const Known* known = find(m_before, key, play, run))
                return keep(key, Known{*known});
        }
        Known known{play, {}, {}};
        std::vector<std::uint32_t> placeOf;  // one more than where the run of so many records stands
        const RunOfRecords noted = [&](std::uint32_t records) {
            if (records >= placeOf.size())
                placeOf.resize(records + std::size_t{1});
            if (placeOf[records] == 0) {
                known.runs.emplace_back(records, run(records));
                placeOf[records] = static_cast<std::uint32_t>(known.runs.size());
            }
            return known.runs[placeOf[records] - 1].second;
        };
        known.played = playing(play, noted);
        const std::lock_guard lock{m_mutex};
        return keep(key, std::move(known));
    }

private:
    /// Of each generation: the plays of a design of thousands of mappings, in some 20 MB.
    static constexpr std::size_t kMost = 16'384;
    struct Known {
        Play play;
        std::vector<std::pair<std::uint32_t, RunOfBatch>> runs;
        Played played;
    };
    using Generation = std::unordered_multimap<std::size_t, Known>;
    const Played& keep(std::size_t key, Known known)
    {
        if (m_latest.size() >= kMost) {
            m_before = std::move(m_latest);
            m_latest.clear();
        }
        return m_latest.emplace(key, std::move(known))->second.played;
    }
    static const Known* find(const Generation& generation, std::size_t key, const Play& play,
                             const RunOfRecords& run)
    {
        const auto [from, to] = generation.equal_range(key);
        for (auto at = from; at != to; ++at)
            if (at->second.play == play && isAsThen(at->second, run))
                return &at->second;
        return nullptr;
    }
    static bool isAsThen(const Known& known, const RunOfRecords& run)
    {
        return std::all_of(known.runs.begin(), known.runs.end(),
                           [&](const auto& each) { return run(each.first) == each.second; });
    }
    static std::size_t keyOf(const Play& play)
    {
        const std::hash<double> hash;
        return (hash(rateOf(play)) * 31 + play.batch) * 31 + hash(play.window);
    }
    static double rateOf(const LanePlay& lane) { return lane.recordsPerSecond; }
    static double rateOf(const QueuePlay& queue) { return queue.messagesPerSecond; }

    std::mutex m_mutex;
    Generation m_latest, m_before;  ///< what was not asked for since the one before the latest is forgotten
};

}  // namespace plimsoll
