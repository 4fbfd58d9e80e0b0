// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/shared/outgoing.h"
#include "simulator/queueing/call_desk.h"

#include <vector>

namespace plimsoll {

/// What pieces of work ask of others while they hold their slot: the calls of one order after those of the one before,
/// of each connection so many at once, each as often as its policy says. A call that fails fails its piece of work.
/// The node, a NodeBase, offers workEnded(t, owner, failed, emit) and passes on answers, and alarms that the desk owns.
template <class Owner>
class Errands {
public:
    /// One call's piece of work, and its way.
    struct Errand {
        CallToken work;
        std::uint32_t way = 0;
    };
    using Desk = CallDesk<Errand, CallerKind::Worker>;

    /// `clients` share the calls at first, each with a retry quota of its own.
    void open(const Outgoing& outgoing, const NodeContext& context, int clients = 1)
    {
        m_ways = outgoing.ways();
        std::erase_if(m_ways, [](const OutCall& way) { return way.handsOver; });
        m_routes = context.draws(Purpose::Route);
        m_desk.drawBackoffs(context.draws(Purpose::Backoff));
        for (const OutCall& way : m_ways)
            m_desk.addWay(way.index, way.retry, way.timeout, CallUnit::None, clients);
    }
    bool empty() const { return m_ways.empty(); }
    bool asks(std::uint32_t connection) const
    {
        return std::any_of(m_ways.begin(), m_ways.end(),
                           [&](const OutCall& way) { return way.index == connection; });
    }
    const Desk& desk() const { return m_desk; }
    /// One more asks from now on.
    void addClient()
    {
        for (CallGuard& guard : m_desk.guards())
            guard.addClient();
    }
    static bool owns(std::uint64_t alarm) { return Desk::owns(alarm); }

    /// Begins what `m` makes necessary and says how to take it back; a slot of nobody: nothing was, it is done already.
    /// `client`: the environment that asks, where each has connections of its own.
    template <class Node, class Emit>
    CallToken begin(SimTime t, const Message& m, Owner owner, Node& node, Emit& emit,
                    std::uint32_t client = 0)
    {
        Work work;
        work.lead = m;
        work.lead.client = client;
        work.began = t;
        work.owner = std::move(owner);
        work.rounds.resize(m_ways.size());
        emit.spans().retain(m.members);
        const CallToken token = m_work.open(std::move(work), 0);
        if (!goOn(t, token, node, emit))
            return token;
        close(token, emit);
        return {};
    }
    /// Its answers find nothing any more; who is asked still does the work.
    template <class Emit>
    void drop(const CallToken& token, Emit& emit)
    {
        if (m_work.find(token))
            close(token, emit);
    }
    template <class Node, class Emit>
    void reply(SimTime t, const Reply& r, Node& node, Emit& emit)
    {
        Bridge<Node> bridge{*this, node, node.timers, node.meter};
        m_desk.reply(t, r, bridge, emit);
    }
    template <class Node, class Emit>
    void alarm(SimTime t, std::uint64_t id, Node& node, Emit& emit)
    {
        Bridge<Node> bridge{*this, node, node.timers, node.meter};
        m_desk.alarm(t, id, bridge, emit);
    }

private:
    /// How far a piece of work is with one of its ways.
    struct Round {
        SpanRef chosen;  ///< the records that take it, where not all do
        std::uint64_t records = 0, calls = 0, issued = 0;
    };
    struct Work {
        Message lead;
        SimTime began;
        Owner owner{};
        std::vector<Round> rounds;
        std::size_t next = 0;  ///< way of the next order
        std::uint32_t outstanding = 0;
        bool failed = false;
    };
    template <class Node>
    struct Bridge {
        Errands& errands;
        Node& node;
        TimerSet& timers;
        NodeMeter& meter;
        template <class Emit>
        void callEnded(SimTime t, const Errand& errand, Outcome outcome, Emit& emit)
        {
            errands.callEnded(t, errand, outcome != Outcome::Done, node, emit);
        }
    };

    template <class Emit>
    void close(const CallToken& token, Emit& emit)
    {
        Work& work = *m_work.at(token.slot);
        for (const Round& round : work.rounds)
            emit.spans().release(round.chosen);
        emit.spans().release(work.lead.members);
        m_work.close(token.slot);
    }

    /// Begins the next order that has anything to ask; whether nothing is left.
    template <class Node, class Emit>
    bool goOn(SimTime t, const CallToken& token, Node& node, Emit& emit)
    {
        for (;;) {
            const Work& work = *m_work.at(token.slot);
            if (work.next >= m_ways.size())
                return true;
            const std::size_t from = work.next;
            std::size_t to = from;
            while (to < m_ways.size() && m_ways[to].order == m_ways[from].order)
                ++to;
            m_work.at(token.slot)->next = to;
            for (std::size_t way = from; way < to; ++way)
                choose(*m_work.at(token.slot), way, emit);
            for (std::size_t way = from; way < to; ++way) {
                const std::uint64_t calls = m_work.at(token.slot)->rounds[way].calls;
                for (std::uint64_t n = 0; n < std::min<std::uint64_t>(calls, m_ways[way].concurrency); ++n)
                    issue(t, token, way, node, emit);
            }
            if (m_work.at(token.slot)->outstanding > 0)
                return false;
        }
    }
    /// Which records take the way, and how many calls that makes.
    template <class Emit>
    void choose(Work& work, std::size_t at, Emit& emit)
    {
        const OutCall& way = m_ways[at];
        Round& round = work.rounds[at];
        const Message& lead = work.lead;
        const auto takes = [&](const MessageId& id, std::uint32_t key) {
            return way.route == OutCall::Route::Copy || way.takes(m_routes.at(id), key);
        };
        if (!lead.members || way.per == OutCall::Per::Batch) {
            round.records = takes(lead.id, lead.key) ? lead.records : 0;
        } else if (way.route == OutCall::Route::Copy) {
            round.records = emit.spans().members(lead.members).size();
        } else {
            round.chosen = emit.spans().create();
            const std::vector<Member>& all = emit.spans().members(lead.members);
            std::vector<Member>& some = emit.spans().members(round.chosen);
            std::copy_if(all.begin(), all.end(), std::back_inserter(some),
                         [&](const Member& member) { return takes(member.id, member.key); });
            round.records = some.size();
        }
        round.calls = round.records > 0 ? way.callsFor(round.records) : 0;
    }

    template <class Node, class Emit>
    void issue(SimTime t, const CallToken& token, std::size_t at, Node& node, Emit& emit)
    {
        Work& work = *m_work.at(token.slot);
        Round& round = work.rounds[at];
        const std::uint64_t n = round.issued++;
        ++work.outstanding;
        Message message = m_ways[at].per == OutCall::Per::Record ? recordsOf(work, at, n, emit)
                                                                 : wholeOf(work, at, n, emit);
        message.id.visit = static_cast<std::uint8_t>(message.id.visit + 1);
        message.id.attempt = 0;
        message.sent = t;
        waitedFor(message, work.began, t, emit);
        message.operation = m_ways[at].operation;
        message.client = work.lead.client;
        Bridge<Node> bridge{*this, node, node.timers, node.meter};
        const auto way = static_cast<std::uint32_t>(at);
        m_desk.place(t, message, way, {token, way}, bridge, emit);
    }
    /// Calls of earlier orders, and those of its own way beyond what the connection lets be open at once.
    template <class Emit>
    static void waitedFor(const Message& message, SimTime began, SimTime t, Emit& emit)
    {
        if (!message.members)
            return emit.traced(message.id, TimePart::Queue, began, t);
        for (const Member& member : emit.spans().members(message.members))
            emit.traced(member.id, TimePart::Queue, began, t);
    }
    /// The way's n-th call: so many of the operations, which are done record by record.
    template <class Emit>
    Message recordsOf(const Work& work, std::size_t at, std::uint64_t n, Emit& emit)
    {
        const OutCall& way = m_ways[at];
        const SpanRef chosen = work.rounds[at].chosen ? work.rounds[at].chosen : work.lead.members;
        const std::uint64_t items = work.rounds[at].records * way.operations, first = n * way.batchSize;
        const std::uint64_t last = std::min<std::uint64_t>(items, first + way.batchSize);
        const auto itemAt = [&](std::uint64_t item) {
            Member record{work.lead.id, work.lead.born, work.lead.born, work.lead.key,
                          static_cast<std::uint32_t>(work.lead.bytes)};
            if (chosen)
                record = emit.spans().members(chosen)[item / way.operations];
            record.id = way.copyOf(record.id, chosen ? item % way.operations : item);
            record.bytes = static_cast<std::uint32_t>(way.bytesFor(record.bytes));
            return record;
        };
        Message message;
        const Member lead = itemAt(first);
        message.id = lead.id;
        message.born = lead.born;
        message.key = lead.key;
        message.bytes = lead.bytes;
        message.records = static_cast<std::uint32_t>(last - first);
        if (message.records == 1)
            return message;
        message.members = emit.spans().create();
        for (std::uint64_t item = first + 1; item < last; ++item)
            message.bytes += itemAt(item).bytes;
        for (std::uint64_t item = first; item < last; ++item) {
            const Member record = itemAt(item);
            emit.spans().members(message.members).push_back(record);
        }
        return message;
    }
    /// The way's n-th call, which concerns the piece of work as a whole.
    template <class Emit>
    Message wholeOf(const Work& work, std::size_t at, std::uint64_t n, Emit& emit)
    {
        const OutCall& way = m_ways[at];
        Message message;
        message.id = way.copyOf(work.lead.id, n);
        message.born = work.lead.born;
        message.key = work.lead.key;
        message.bytes = way.bytesFor(work.lead.bytes);
        const bool fetches = plimsoll::fetches(way.operation);
        message.records = fetches ? 1 : work.lead.records;
        if (fetches || !work.lead.members)
            return message;
        message.members = emit.spans().create();
        message.bytes = 0;
        for (Member record : std::vector<Member>{emit.spans().members(work.lead.members)}) {
            record.id = way.copyOf(record.id, n);
            record.bytes = static_cast<std::uint32_t>(way.bytesFor(record.bytes));
            message.bytes += record.bytes;
            emit.spans().members(message.members).push_back(record);
        }
        return message;
    }

    template <class Node, class Emit>
    void callEnded(SimTime t, const Errand& errand, bool failed, Node& node, Emit& emit)
    {
        const CallToken& token = errand.work;
        Work* work = m_work.find(token);
        if (!work)
            return;
        --work->outstanding;
        work->failed |= failed;
        if (!work->failed) {
            // One of the same way takes its place: as many at once as the connection says.
            if (work->rounds[errand.way].issued < work->rounds[errand.way].calls)
                return issue(t, token, errand.way, node, emit);
        }
        if (work->outstanding > 0 || (!work->failed && !goOn(t, token, node, emit)))
            return;
        work = m_work.at(token.slot);
        const Owner owner = work->owner;
        const bool hasFailed = work->failed;
        close(token, emit);
        node.workEnded(t, owner, hasFailed, emit);
    }

    std::vector<OutCall> m_ways;
    DrawKey m_routes;
    Desk m_desk;
    PendingSlab<Work> m_work;
};

}  // namespace plimsoll
