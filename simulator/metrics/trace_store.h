// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/random.h"
#include "simulator/metrics/run_report.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace plimsoll {

/// One connection as the engine sees it: who asks whom.
struct Link {
    std::uint32_t from = 0, to = 0;    ///< node ranks
    bool holdsUnit = false;            ///< the caller keeps the unit until the answer (call, query)
    bool pulled = false;               ///< the target asks the source: poll, load, replicate
    bool fromSource = false;           ///< its answers are a path's responses
    std::vector<std::uint32_t> sinks;  ///< indices of the sinks downstream of `to`, itself included
};

/// Follows the messages whose id hash is sampled: what nodes say of them while the run lasts, made into journeys once it
/// is over, so that the order in which different nodes spoke does not matter.
class TraceStore {
public:
    static constexpr std::uint32_t kNoConnection = 0xFFFFFFFF;

    /// One stretch of a journey: who had the message, and for what.
    struct Step {
        std::uint32_t node = 0;
        TimePart part = TimePart::Service;
        SimTime from, to;
    };
    /// A sampled message readable at a sink, or answered over a source's connection. Its steps follow each other without
    /// a gap from `born` to `ended`.
    struct Journey {
        bool isResponse = false;
        std::uint32_t place = 0;  ///< the sink's rank, or the connection
        MessageId id;
        SimTime born, ended;
        std::vector<Step> steps;
    };

    /// About one message in 2^bits is followed.
    void sampleOneIn(int bits) { m_mask = ~(~std::uint64_t{0} >> bits); }
    /// Asked several times of every message at every node. The high bits of a multiple of the golden ratio spread serial
    /// numbers evenly (Knuth, The Art of Computer Programming 3, 6.4); the origin shifts which ones are met.
    bool isSampled(const MessageId& id) const { return isSampled(id.serial, id.rest()); }
    /// Of the id's serial number and its rest().
    bool isSampled(std::uint64_t serial, std::uint64_t rest) const
    {
        const std::uint64_t origin = rest & 0xFFFFFFFF, piece = rest >> 32 & 0xF;
        return (((serial + origin) * 0x9E3779B97F4A7C15ull) & m_mask) == 0 && piece < kMostPieces;
    }
    /// The node had the message itself.
    void add(const MessageId& id, std::uint32_t node, TimePart part, SimTime from, SimTime to)
    {
        note(id, {node, kNoConnection, id.part, part, Kind::Own, from, to});
    }
    /// A try that came to nothing and the wait until the next: whatever was done meanwhile is part of that. Over
    /// `connection`, or of the node's own work.
    void waited(const MessageId& id, std::uint32_t node, std::uint32_t connection, TimePart part,
                SimTime from, SimTime to)
    {
        note(id, {node, connection, id.part, part, Kind::Wait, from, to});
    }
    /// The node waited for an answer over `connection`: the time is the callee's.
    void called(const MessageId& id, std::uint32_t node, std::uint32_t connection, SimTime from, SimTime to)
    {
        note(id, {node, connection, id.part, TimePart::Service, Kind::Call, from, to});
    }
    /// The message is readable at `sink` from `readable` on.
    void arrive(const MessageId& id, std::uint32_t sink, SimTime born, SimTime readable)
    {
        m_ends.push_back({false, sink, id, born, born, readable});
    }
    /// The source has its answer; its last try left at `tried`.
    void respond(const MessageId& id, std::uint32_t connection, SimTime sent, SimTime tried, SimTime ended)
    {
        m_ends.push_back({true, connection, id, sent, tried, ended});
    }
    /// Takes in what another store, of other nodes of the run, has gathered.
    void merge(TraceStore other);
    /// Every sampled end as a journey. `upstream[sink's index][node]` says which nodes lead to a sink, `sinkOfNode` which
    /// index a sink has.
    std::vector<Journey> journeys(const std::vector<Link>& links,
                                  const std::vector<std::vector<bool>>& upstream,
                                  const std::vector<std::int32_t>& sinkOfNode) const;

private:
    friend class JourneyMaker;
    enum class Kind : std::uint8_t { Own, Wait, Call };
    struct Segment {
        std::uint32_t node = 0;
        std::uint32_t connection = kNoConnection;
        std::uint16_t piece = 0;
        TimePart part = TimePart::Service;
        Kind kind = Kind::Own;
        SimTime from, to;
    };
    struct End {
        bool isResponse = false;
        std::uint32_t place = 0;
        MessageId id;
        SimTime born, tried, ended;
    };
    // A message that calls ten thousand times is not shown call by call, nor one that is retried for ever try by try.
    static constexpr std::uint16_t kMostPieces = 15;
    static constexpr std::ptrdiff_t kMostSegments = 64;

    void note(const MessageId& id, const Segment& segment)
    {
        if (segment.to <= segment.from)
            return;
        // Of each node by itself: in which order two nodes speak must not decide what is kept.
        std::vector<Segment>& said = m_said[keyOf(id)];
        const auto mine = std::count_if(said.begin(), said.end(),
                                        [&](const Segment& other) { return other.node == segment.node; });
        if (mine < kMostSegments)
            said.push_back(segment);
    }
    static std::uint64_t keyOf(const MessageId& id)
    {
        return mix64(id.serial) ^ (std::uint64_t{id.origin} << 16);
    }
    std::uint64_t m_mask = ~(~std::uint64_t{0} >> 10);
    std::unordered_map<std::uint64_t, std::vector<Segment>> m_said;  // never iterated
    std::vector<End> m_ends;
};

}  // namespace plimsoll
