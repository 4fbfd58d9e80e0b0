// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/event_driver.h"

namespace plimsoll {

bool EventDriver::BeforeById::operator()(std::uint32_t a, std::uint32_t b, Inlet inlet) const
{
    switch (inlet) {
    case Inlet::Request:
        return driver->m_messages.items[a].id < driver->m_messages.items[b].id;
    case Inlet::Reply:
        return driver->m_replies.items[a].id < driver->m_replies.items[b].id;
    case Inlet::Control:
    case Inlet::Timer:
        return a < b;
    }
    return a < b;
}

EventDriver::EventDriver(std::vector<NodeHandle> nodes, SimulationState& state)
    : m_nodes{std::move(nodes)}, m_state{state}, m_timerAt(m_nodes.size(), kNever), m_heap{BeforeById{this}}
{}

void EventDriver::schedule(SimTime at, std::uint32_t rank, const Control& control)
{
    m_controls.push_back(control);
    m_heap.push({at.time_since_epoch().count(), Event::tieOf(rank, Inlet::Control, 0),
                 static_cast<std::uint32_t>(m_controls.size() - 1)});
}

void EventDriver::watchTimers(std::uint32_t rank)
{
    const SimTime next = m_nodes[rank].base().nextTimer();
    if (next < m_timerAt[rank]) {
        m_timerAt[rank] = next;
        m_heap.push({next.time_since_epoch().count(), Event::tieOf(rank, Inlet::Timer, 0), 0});
    }
}

void EventDriver::dispatch(const Event& event)
{
    const std::uint32_t rank = event.rank();
    const NodeHandle& node = m_nodes[rank];
    EventEmit emit{*this, rank};
    switch (event.inlet()) {
    case Inlet::Request: {
        const Message message = m_messages.items[event.slot];
        m_messages.free.push_back(event.slot);
        node.event().accept(node.node(), m_now, message, emit);
        break;
    }
    case Inlet::Reply: {
        const Reply reply = m_replies.items[event.slot];
        m_replies.free.push_back(event.slot);
        node.event().reply(node.node(), m_now, reply, emit);
        break;
    }
    case Inlet::Timer:
        // The heap may hold an alarm that an earlier one overtook: only the one on file counts.
        if (m_timerAt[rank] != m_now)
            return;
        m_timerAt[rank] = kNever;
        if (node.base().nextTimer() == m_now)
            node.event().timer(node.node(), m_now, node.base().timers.pop(), emit);
        break;
    case Inlet::Control:
        node.event().control(node.node(), m_now, m_controls[event.slot], emit);
        break;
    }
    watchTimers(rank);
}

void EventDriver::sampleUntil(SimTime t)
{
    while (m_nextSample <= t) {
        for (const NodeHandle& node : m_nodes)
            node.event().sample(node.node(), m_nextSample);
        for (FreshnessTracker& tracker : m_state.freshness)
            tracker.sample(m_nextSample);
        m_nextSample += std::chrono::seconds{1};
    }
}

SimTime EventDriver::run(const std::function<bool(SimTime)>& keepGoing)
{
    for (std::uint32_t rank = 0; rank < m_nodes.size(); ++rank) {
        EventEmit emit{*this, rank};
        m_nodes[rank].event().start(m_nodes[rank].node(), emit);
        watchTimers(rank);
    }
    const std::int64_t horizon = m_state.horizon.time_since_epoch().count();
    while (!m_heap.empty() && m_heap.top().time <= horizon) {
        const SimTime at{Duration{m_heap.top().time}};
        if (at > m_nextSample)
            sampleUntil(at - Duration{1});
        if ((++m_dispatched & 0xFFFF) == 0 && !keepGoing(at))
            return m_now;
        m_now = at;
        dispatch(m_heap.pop());
    }
    sampleUntil(m_state.horizon);
    return m_state.horizon;
}

std::uint64_t EventDriver::unitsInTransit() const
{
    std::uint64_t units = m_state.unitsAfterEnd;
    EventHeap<BeforeById> rest = m_heap;
    while (!rest.empty()) {
        const Event event = rest.pop();
        if (event.inlet() == Inlet::Request && m_messages.items[event.slot].carriesUnit)
            units += m_messages.items[event.slot].records;
        if (event.inlet() == Inlet::Reply && m_replies.items[event.slot].units > 0)
            units += m_replies.items[event.slot].units;
    }
    return units;
}

void EventEmit::answer(SimTime t, const CallToken& token, Reply reply)
{
    SimulationState& state = m_driver.m_state;
    if (token.slot == CallToken::kNobody) {
        state.units.lost += reply.units;
        state.spans.release(reply.members);
        return;
    }
    const Link& link = state.links[token.connection];
    if (token.slot == CallToken::kUnattended) {
        state.spans.release(reply.members);
        if (t > state.horizon) {
            state.unitsAfterEnd += reply.units;
            return;
        }
        PathMeter& path = state.paths[token.connection];
        if (reply.outcome == Outcome::Done) {
            ++path.succeeded;
            path.response.add(t - reply.sent);
            responded(token.connection, reply.id, reply.sent, reply.sent, t);
            state.units.done += reply.units;
        } else {
            ++path.failed;
            ++path.gaveUp;
            state.units.gaveUp += reply.units;
        }
        return;
    }
    // A loop must cost time, or two nodes could answer each other for ever within one instant.
    if (t <= m_driver.m_now)
        t = m_driver.m_now + Duration{1};
    reply.call = token;
    const std::uint32_t rank = token.reversed ? link.to : link.from;
    const std::uint32_t slot = m_driver.m_replies.put(reply);
    m_driver.m_heap.push(
        {t.time_since_epoch().count(), Event::tieOf(rank, Inlet::Reply, token.connection), slot});
}

void EventEmit::refuse(SimTime t, const Message& message, Outcome outcome, SpanRef members)
{
    SpanPool& pool = m_driver.m_state.spans;
    const std::uint64_t records = members ? pool.members(members).size() : message.records;
    if (message.replyTo.slot == CallToken::kNobody) {  // no one tries again: the sinks must not wait for it
        if (members) {
            for (const Member& member : pool.members(members))
                gone(member.born);
        } else {
            gone(message.born);
        }
    }
    answer(t, message.replyTo,
           {.call = {},
            .id = message.id,
            .outcome = outcome,
            .more = false,
            .members = members,
            .bytes = 0,
            .sent = message.sent,
            .units = message.carriesUnit ? records : 0});
}

void EventEmit::readable(NodeMeter& meter, SimTime at, const MessageId& id, SimTime born)
{
    SimulationState& state = m_driver.m_state;
    const std::int32_t sink = state.sinkOfNode[m_rank];
    if (sink < 0 || at > state.horizon)
        return;
    ++meter.readable;
    meter.delay.add(at - born);
    state.freshness[static_cast<std::size_t>(sink)].settled(born);
    if (state.traces.isSampled(id))
        state.traces.arrive(id, m_rank, born, at);
}

}  // namespace plimsoll
