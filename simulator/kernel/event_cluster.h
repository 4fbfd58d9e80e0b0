// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/driver.h"
#include "simulator/kernel/event_queue.h"

#include <memory>
#include <new>
#include <vector>

namespace plimsoll {

/// Nodes coupled too closely for windows, run one event at a time in the content order of event_queue.h.
class EventCluster {
public:
    EventCluster(Driver& driver, const std::vector<std::uint32_t>& ranks, QueueKind queue)
        : m_driver{driver},
          m_ranks{ranks},
          m_timerAt(driver.m_nodes.size(), Lane<Message>::kNothing),
          m_queue{BeforeById{this}, queue}
    {}
    /// Room for what comes next, with a default payload; it stays where it is.
    Message& openMessage(std::uint32_t& slot) { return m_messages.open(slot); }
    Reply& openReply(std::uint32_t& slot) { return m_replies.open(slot); }
    void closeMessage(std::uint32_t rank, std::uint32_t connection, std::int64_t time, std::uint32_t slot)
    {
        m_queue.push({time, Event::tieOf(rank, Inlet::Request, connection), slot});
    }
    void closeReply(std::uint32_t rank, std::uint32_t connection, std::int64_t time, std::uint32_t slot)
    {
        m_queue.push({time, Event::tieOf(rank, Inlet::Reply, connection), slot});
    }
    void push(std::uint32_t rank, std::uint32_t connection, std::int64_t time, const Message& message)
    {
        std::uint32_t slot = 0;
        openMessage(slot) = message;
        closeMessage(rank, connection, time, slot);
    }
    void push(std::uint32_t rank, std::uint32_t connection, std::int64_t time, const Reply& reply)
    {
        std::uint32_t slot = 0;
        openReply(slot) = reply;
        closeReply(rank, connection, time, slot);
    }
    /// After something ran at this node from outside: its alarms may have changed.
    void watchTimers(std::uint32_t rank)
    {
        const std::int64_t next = nextTimerOf(rank);
        if (next < m_timerAt[rank]) {
            m_timerAt[rank] = next;
            m_queue.push({next, Event::tieOf(rank, Inlet::Timer, 0), 0});
        }
    }
    void advance(std::int64_t until)
    {
        while (!m_queue.empty() && m_queue.top().time < until)
            dispatch(m_queue.pop());
        for (const std::uint32_t rank : m_ranks)
            m_driver.m_inboxes[rank].doneUntil = until;
    }
    template <class VisitMessage, class VisitReply>
    void forEach(VisitMessage message, VisitReply reply) const
    {
        m_queue.forEach([&](const Event& event) {
            if (event.inlet() == Inlet::Request)
                message(event.time, m_messages.at(event.slot));
            else if (event.inlet() == Inlet::Reply)
                reply(event.time, m_replies.at(event.slot));
        });
    }

private:
    /// Whose items stay where they are while others come and go.
    template <class Payload>
    class Slab {
    public:
        Payload& at(std::uint32_t slot) { return m_chunks[slot / kChunk][slot % kChunk]; }
        const Payload& at(std::uint32_t slot) const { return m_chunks[slot / kChunk][slot % kChunk]; }
        Payload& open(std::uint32_t& slot)
        {
            if (m_free.empty()) {
                slot = m_used++;
                if (slot % kChunk == 0)
                    m_chunks.push_back(std::make_unique<Payload[]>(kChunk));
            } else {
                slot = m_free.back();
                m_free.pop_back();
            }
            return *::new (&at(slot)) Payload;
        }
        void close(std::uint32_t slot) { m_free.push_back(slot); }

    private:
        static constexpr std::uint32_t kChunk = 256;
        std::vector<std::unique_ptr<Payload[]>> m_chunks;
        std::vector<std::uint32_t> m_free;
        std::uint32_t m_used = 0;
    };
    struct BeforeById {
        const EventCluster* cluster;
        bool operator()(std::uint32_t a, std::uint32_t b, Inlet inlet) const
        {
            if (inlet == Inlet::Request)
                return cluster->m_messages.at(a).id < cluster->m_messages.at(b).id;
            if (inlet == Inlet::Reply)
                return cluster->m_replies.at(a).id < cluster->m_replies.at(b).id;
            return a < b;
        }
    };
    std::int64_t nextTimerOf(std::uint32_t rank) const
    {
        return m_driver.m_nodes[rank].base().nextTimer().time_since_epoch().count();
    }
    void dispatch(const Event& event)
    {
        const std::uint32_t rank = event.rank();
        const NodeHandle& node = m_driver.m_nodes[rank];
        NodeEmit emit{m_driver, rank};
        emit.setNow(event.time);
        const SimTime now{Duration{event.time}};
        switch (event.inlet()) {
        case Inlet::Request:
            node.ops().accept(node.node(), now, m_messages.at(event.slot), emit);
            m_messages.close(event.slot);
            break;
        case Inlet::Reply:
            node.ops().reply(node.node(), now, m_replies.at(event.slot), emit);
            m_replies.close(event.slot);
            break;
        case Inlet::Timer:
            // The queue may hold an alarm that an earlier one overtook: only the one on file counts.
            if (m_timerAt[rank] != event.time)
                return;
            m_timerAt[rank] = Lane<Message>::kNothing;
            if (nextTimerOf(rank) == event.time)
                node.ops().timer(node.node(), now, node.base().timers.pop(), emit);
            break;
        case Inlet::Control:
            break;  // the driver fires those itself, before anything else of their instant
        }
        watchTimers(rank);
    }

    Driver& m_driver;
    std::vector<std::uint32_t> m_ranks;
    Slab<Message> m_messages;
    Slab<Reply> m_replies;
    std::vector<std::int64_t> m_timerAt;  // by rank: the alarm the queue already holds
    EventQueue<BeforeById> m_queue;
};

}  // namespace plimsoll
