// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/random.h"
#include "simulator/metrics/run_report.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace plimsoll {

/// Journeys of the messages whose id hash is sampled: which node held them, for what, from when to when.
class TraceStore {
public:
    struct Segment {
        std::uint32_t node = 0;
        TimePart part = TimePart::Service;
        SimTime from, to;
        SimTime noted;  ///< when the node said so
    };
    struct Arrival {  ///< one sampled message at one sink
        std::uint32_t sink = 0;
        MessageId id;
        SimTime born, readable;
        std::int64_t parts[kTimeParts] = {};
        bool complete = false;  ///< the parts sum to the total
    };

    /// About one message in 2^bits is followed.
    void sampleOneIn(int bits) { m_mask = (std::uint64_t{1} << bits) - 1; }
    bool isSampled(const MessageId& id) const
    {
        return (mix64(id.serial * 0x9E3779B97F4A7C15ull ^ id.origin) & m_mask) == 0;
    }
    void add(const MessageId& id, std::uint32_t node, TimePart part, SimTime from, SimTime to, SimTime now)
    {
        if (to > from)
            m_open[keyOf(id)].push_back({node, part, from, to, now});
    }
    /// The message is said at `now` to be readable at `sink`; `upstream[node]` says which nodes lead there. Nodes run
    /// ahead of each other within a window, so what they noted later than `now` does not count.
    void arrive(const MessageId& id, std::uint32_t sink, SimTime born, SimTime readable, SimTime now,
                const std::vector<bool>& upstream);
    const std::vector<Arrival>& arrivals() const { return m_arrivals; }

private:
    static std::uint64_t keyOf(const MessageId& id)
    {
        return mix64(id.serial) ^ (std::uint64_t{id.origin} << 16) ^ id.part;
    }
    std::uint64_t m_mask = 1023;
    std::unordered_map<std::uint64_t, std::vector<Segment>> m_open;  // never iterated
    std::vector<Arrival> m_arrivals;
};

}  // namespace plimsoll
