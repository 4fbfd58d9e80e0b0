// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/message.h"
#include "simulator/metrics/trace_store.h"

#include <cstdint>

namespace plimsoll::function_node {

// Timer ids: kind in the top byte, then what it is about.
enum class Alarm : std::uint64_t {
    Poll,
    Window,
    Computed,
    InvocationTimeout,
    AsyncRetry,
    QueueAsk,
    QueueScale,
    LaneScale
};
constexpr std::uint64_t alarmId(Alarm kind, std::uint64_t a, std::uint64_t b = 0)
{
    return static_cast<std::uint64_t>(kind) << 56 | (a & 0xFFFFFFF) << 28 | (b & 0xFFFFFFF);
}
constexpr Alarm alarmOf(std::uint64_t id)
{
    return static_cast<Alarm>(id >> 56);
}
constexpr std::uint32_t highOf(std::uint64_t id)
{
    return static_cast<std::uint32_t>(id >> 28) & 0xFFFFFFF;
}
constexpr std::uint32_t lowOf(std::uint64_t id)
{
    return static_cast<std::uint32_t>(id) & 0xFFFFFFF;
}

/// One run of the handler, from the environment it takes to its end.
struct Invocation {
    enum class Kind : std::uint8_t { Sync, Async, Mapped, Queued } kind = Kind::Sync;
    bool failed = false;
    Message request;  ///< Sync, Async
    SpanRef members;  ///< the records, if it has more than the request
    std::uint32_t records = 1;
    std::uint64_t bytes = 0;
    std::uint32_t mapping = 0, shard = 0, lane = 0;
    SimTime arrived, started, ready, computed;
    CallToken errand;  ///< what it asks of others
    std::uint64_t serial = 0;
    std::uint32_t slot = 0;
    std::uint32_t version = 0;                    ///< deployed when it began
    std::uint32_t environment = 0;                ///< it runs in
    SimTime accepted;                             ///< Async: when the service took the event
    SimTime resumed = kSimStart;                  ///< the wait for this run began no sooner
    TimePart waitedFor = TimePart::ThrottleWait;  ///< what that wait was
};

/// The first record born from `since` on in the place that the fault's name picks: it fails every time.
struct Poison {
    std::uint64_t name = 0;
    SimTime since;
    bool found = false;
    MessageId id;
    bool is(const MessageId& other) const
    {
        return found && id.serial == other.serial && id.origin == other.origin && id.part == other.part;
    }
    bool takes(const MessageId& other, SimTime born)
    {
        if (found || born < since)
            return false;
        found = true;
        id = other;
        return true;
    }
};

}  // namespace plimsoll::function_node
