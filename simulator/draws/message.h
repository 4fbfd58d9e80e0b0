// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/time.h"

#include <cstdint>
#include <tuple>

namespace plimsoll {

/// Names one unit of work by content: copies differ in `part` alone, a retry raises `attempt`, a further hop `visit`.
struct MessageId {
    std::uint64_t serial = 0;  ///< counted at the origin
    std::uint32_t origin = 0;  ///< hash of the origin's name
    std::uint16_t part = 0;    ///< piece of a split or a derived message, and which copy; see copyOf()
    std::uint8_t visit = 0;
    std::uint8_t attempt = 0;
    /// All but the serial number, in the order it lies in memory on little-endian machines.
    constexpr std::uint64_t rest() const
    {
        return origin | static_cast<std::uint64_t>(part) << 32 | static_cast<std::uint64_t>(visit) << 48
               | static_cast<std::uint64_t>(attempt) << 56;
    }
    friend bool operator==(const MessageId&, const MessageId&) = default;
    friend bool operator<(const MessageId& a, const MessageId& b)
    {
        return std::tie(a.serial, a.origin, a.part, a.visit, a.attempt)
               < std::tie(b.serial, b.origin, b.part, b.visit, b.attempt);
    }
};

/// Where an answer goes: a slot in the caller's slab, and which way along the connection.
struct CallToken {
    static constexpr std::uint32_t kUnattended =
        0xFFFFFFFF;  ///< only measured, the caller does nothing with it
    static constexpr std::uint32_t kNobody = 0xFFFFFFFE;
    std::uint32_t slot = kNobody;
    std::uint32_t generation = 0;
    std::uint32_t connection = 0;
    bool reversed = false;  ///< a pull: asked by the connection's target of its source
};

/// A reference-counted batch of members in the simulation's span pool; 0 is "none".
struct SpanRef {
    std::uint32_t slot = 0;
    explicit operator bool() const { return slot != 0; }
};

/// One record inside a batch, a log or a buffer.
struct Member {
    MessageId id;
    SimTime born;     ///< event time
    SimTime arrived;  ///< when it reached its present place
    std::uint32_t key = 0;
    std::uint32_t bytes = 0;
};

enum class Operation : std::uint8_t { Write, Read, Query, Pull, Load, Invoke };
/// Whether it asks for what is there and brings nothing that anybody waits for.
constexpr bool fetches(Operation operation)
{
    return operation == Operation::Read || operation == Operation::Query;
}

struct Message {
    MessageId id;
    SimTime born;               ///< event time of the record, or of the oldest member
    SimTime sent;               ///< intended send of this attempt's first try
    SimTime deadline = kNever;  ///< when the caller gives up waiting for this attempt
    std::uint64_t bytes = 0;
    std::uint32_t key = 0;
    std::uint32_t records = 1;
    CallToken replyTo;
    SpanRef members;
    Operation operation = Operation::Write;
    bool carriesUnit = false;  ///< the run's unit of work travels with it, it is not only an errand
    std::uint16_t lane = 0;    ///< Pull: the shard
    std::uint32_t limit = 0;   ///< Pull: most records wanted
    /// Which of the caller's environments asks, where each keeps a connection of its own; 0 = it has a pool of them.
    std::uint32_t client = 0;
};

enum class Outcome : std::uint8_t { Done, Throttled, Rejected, Failed, TimedOut };

struct Reply {
    CallToken call;
    MessageId id;
    Outcome outcome = Outcome::Done;
    bool more = false;        ///< Pull: records remain
    SpanRef members;          ///< Pull: what was read
    std::uint64_t bytes = 0;  ///< size of the answer
    SimTime sent;             ///< of the message answered
    std::uint64_t units = 0;  ///< units of work that come (back) with it: refused ones, or a pull's records
};

/// The order of inlets at one node and one instant.
enum class Inlet : std::uint8_t { Control, Reply, Timer, Request };

/// A timed change of a component from outside: a fault's edge.
struct Control {
    enum class Kind : std::uint8_t {
        Down,
        Slow,
        Errors,
        CapacityCut,
        Paused,    ///< asks no store for records
        Poison,    ///< from here on one record fails every time; at the end of it the handler copes
        Replaced,  ///< whatever is warm is gone
        Taken,  ///< nodes beyond the share left take what they have in work with them; the cut itself follows
        Redrive,  ///< dead letters go back, `factor` a second; 0 = at the queue's own rate
        Changed,  ///< parameters are as in the configuration number `factor` of those to come
        Replay    ///< the consumer over the connection `name` goes back to what came at `factor` seconds
    } kind = Kind::Down;
    bool begins = false;
    double factor = 1;
    std::uint64_t name = 0;  ///< hash of the fault's id
};

}  // namespace plimsoll
