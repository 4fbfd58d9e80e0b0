// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/event_heap.h"
#include "simulator/kernel/node.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

namespace plimsoll {

class EventEmit;

/// The event driver's view of one node type: one indirect call per event, made once by the family that knows it.
struct EventOps {
    void (*start)(void*, EventEmit&);
    void (*accept)(void*, SimTime, const Message&, EventEmit&);
    void (*reply)(void*, SimTime, const Reply&, EventEmit&);
    void (*timer)(void*, SimTime, std::uint64_t, EventEmit&);
    void (*control)(void*, SimTime, const Control&, EventEmit&);
    void (*sample)(void*, SimTime);
    std::uint64_t (*resident)(const void*);
    std::uint64_t (*unitsInFlight)(const void*);
    void (*report)(const void*, NodeReport&);
    void (*destroy)(void*);
};

/// Owns one node of unknown type.
class NodeHandle {
public:
    NodeHandle(void* node, NodeBase* base, const EventOps* event)
        : m_node{node, event->destroy}, m_base{base}, m_event{event}
    {}
    void* node() const { return m_node.get(); }
    NodeBase& base() const { return *m_base; }
    const EventOps& event() const { return *m_event; }

private:
    std::unique_ptr<void, void (*)(void*)> m_node;
    NodeBase* m_base;
    const EventOps* m_event;
};

/// Runs nodes one event at a time, in the content order of event_heap.h.
class EventDriver {
public:
    EventDriver(std::vector<NodeHandle> nodes, SimulationState& state);
    /// A fault's edge, before run().
    void schedule(SimTime at, std::uint32_t rank, const Control& control);
    /// To the horizon or until `keepGoing(now)` says no (asked every 2^16 events); returns the time reached.
    SimTime run(const std::function<bool(SimTime)>& keepGoing);
    const std::vector<NodeHandle>& nodes() const { return m_nodes; }
    /// Units of work on their way between nodes when the run ended.
    std::uint64_t unitsInTransit() const;
    std::uint64_t dispatched() const { return m_dispatched; }

private:
    friend class EventEmit;
    template <class Payload>
    struct Slab {
        std::vector<Payload> items;
        std::vector<std::uint32_t> free;
        std::uint32_t put(const Payload& item)
        {
            if (free.empty()) {
                items.push_back(item);
                return static_cast<std::uint32_t>(items.size() - 1);
            }
            const std::uint32_t slot = free.back();
            free.pop_back();
            items[slot] = item;
            return slot;
        }
    };
    struct BeforeById {
        const EventDriver* driver;
        bool operator()(std::uint32_t a, std::uint32_t b, Inlet inlet) const;
    };
    void watchTimers(std::uint32_t rank);
    void dispatch(const Event& event);
    void sampleUntil(SimTime t);

    std::vector<NodeHandle> m_nodes;
    SimulationState& m_state;
    Slab<Message> m_messages;
    Slab<Reply> m_replies;
    std::vector<Control> m_controls;
    std::vector<SimTime> m_timerAt;  // by rank: the alarm the heap already holds
    EventHeap<BeforeById> m_heap;
    SimTime m_now = kSimStart;
    SimTime m_nextSample{std::chrono::seconds{1}};
    std::uint64_t m_dispatched = 0;
};

/// What node code may do while it handles one event.
class EventEmit {
public:
    EventEmit(EventDriver& driver, std::uint32_t rank) : m_driver{driver}, m_rank{rank} {}

    /// Along the connection (a Pull goes against it), arriving at `t`.
    void send(std::uint32_t connection, SimTime t, const Message& message)
    {
        const Link& link = m_driver.m_state.links[connection];
        const std::uint32_t rank = message.operation == Operation::Pull ? link.from : link.to;
        const std::uint32_t slot = m_driver.m_messages.put(message);
        m_driver.m_heap.push(
            {t.time_since_epoch().count(), Event::tieOf(rank, Inlet::Request, connection), slot});
    }
    /// Back to the caller at `t`; unattended: only measured, at once; to nobody: the units that come back are lost.
    void answer(SimTime t, const CallToken& token, Reply reply);
    /// Turns a message away whole: its units and its members go back to the caller, who may try again.
    void refuse(SimTime t, const Message& message, Outcome outcome)
    {
        refuse(t, message, outcome, message.members);
    }
    /// Turns away these members of it; the caller keeps what remains of the message's own batch.
    void refuse(SimTime t, const Message& message, Outcome outcome, SpanRef members);
    SpanPool& spans() { return m_driver.m_state.spans; }
    /// Where a record's time went; sums over all, journeys of the sampled ones.
    void spent(NodeMeter& meter, const MessageId& id, TimePart part, SimTime from, SimTime to)
    {
        meter.spent(part, to - from, 1);
        if (m_driver.m_state.traces.isSampled(id))
            m_driver.m_state.traces.add(id, m_rank, part, from, to);
    }
    /// As spent(), of a sampled journey only: the node's sums have this time already.
    void traced(const MessageId& id, TimePart part, SimTime from, SimTime to)
    {
        if (m_driver.m_state.traces.isSampled(id))
            m_driver.m_state.traces.add(id, m_rank, part, from, to);
    }
    /// A try (over `connection`, or of the node's own work) came to nothing, and the next begins at `to`.
    void waited(std::uint32_t connection, const MessageId& id, TimePart part, SimTime from, SimTime to)
    {
        if (m_driver.m_state.traces.isSampled(id))
            m_driver.m_state.traces.waited(id, m_rank, connection, part, from, to);
    }
    /// An answer over `connection` was waited for: that time is the callee's.
    void called(std::uint32_t connection, const MessageId& id, SimTime from, SimTime to)
    {
        if (m_driver.m_state.traces.isSampled(id))
            m_driver.m_state.traces.called(id, m_rank, connection, from, to);
    }
    /// A source has its answer over `connection`; its last try left at `tried`.
    void responded(std::uint32_t connection, const MessageId& id, SimTime sent, SimTime tried, SimTime t)
    {
        if (m_driver.m_state.traces.isSampled(id))
            m_driver.m_state.traces.respond(id, connection, sent, tried, t);
    }
    /// The record can be read at this node from `at` on.
    void readable(NodeMeter& meter, SimTime at, const MessageId& id, SimTime born);
    /// The record will never reach the sinks below this node.
    void gone(SimTime born)
    {
        for (const std::uint32_t sink : m_driver.m_state.sinksBelow[m_rank])
            m_driver.m_state.freshness[sink].settled(born);
    }
    /// The record took this one of the node's ways: the sinks that only the others reach need not wait for it.
    void took(std::uint32_t connection, SimTime born)
    {
        const std::vector<std::uint32_t>& reached = m_driver.m_state.links[connection].sinks;
        for (const std::uint32_t sink : m_driver.m_state.sinksBelow[m_rank]) {
            if (std::find(reached.begin(), reached.end(), sink) == reached.end()
                && m_driver.m_state.sinkOfNode[m_rank] != static_cast<std::int32_t>(sink))
                m_driver.m_state.freshness[sink].settled(born);
        }
    }
    /// A record entered the system over this connection: the sinks below now wait for it.
    void entered(std::uint32_t connection, SimTime born)
    {
        for (const std::uint32_t sink : m_driver.m_state.links[connection].sinks)
            m_driver.m_state.freshness[sink].accepted(born);
    }
    PathMeter& path(std::uint32_t connection) { return m_driver.m_state.paths[connection]; }
    SimTime horizon() const { return m_driver.m_state.horizon; }

private:
    EventDriver& m_driver;
    std::uint32_t m_rank;
};

/// Instantiates the event driver for one node type; called by the families, in their .cpp files.
template <class N>
NodeHandle makeEventNode(std::unique_ptr<N> node) requires NodeCode<N, EventEmit>
{
    static constexpr EventOps ops{
        [](void* n, EventEmit& e) { static_cast<N*>(n)->start(e); },
        [](void* n, SimTime t, const Message& m, EventEmit& e) { static_cast<N*>(n)->accept(t, m, e); },
        [](void* n, SimTime t, const Reply& r, EventEmit& e) { static_cast<N*>(n)->reply(t, r, e); },
        [](void* n, SimTime t, std::uint64_t id, EventEmit& e) { static_cast<N*>(n)->timer(t, id, e); },
        [](void* n, SimTime t, const Control& c, EventEmit& e) { static_cast<N*>(n)->control(t, c, e); },
        [](void* n, SimTime t) { static_cast<N*>(n)->sample(t); },
        [](const void* n) { return static_cast<const N*>(n)->resident(); },
        [](const void* n) { return static_cast<const N*>(n)->unitsInFlight(); },
        [](const void* n, NodeReport& r) { static_cast<const N*>(n)->report(r); },
        [](void* n) { delete static_cast<N*>(n); }};
    NodeBase* base = node.get();
    return NodeHandle{static_cast<void*>(node.release()), base, &ops};
}

}  // namespace plimsoll
