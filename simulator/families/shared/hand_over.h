// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/shared/outgoing.h"
#include "simulator/metrics/node_meter.h"

#include <vector>

namespace plimsoll {

/// Passes finished work on to the connections that take it over: nothing comes back.
class HandOver {
public:
    void open(const Outgoing& outgoing, const NodeContext& context)
    {
        m_all = outgoing.ways();
        for (const OutCall& way : m_all) {
            if (way.handsOver)
                m_ways.push_back(way);
        }
        m_copies = outgoing.copies();
        m_routes = context.draws(Purpose::Route);
    }
    const std::vector<OutCall>& ways() const { return m_ways; }
    bool empty() const { return m_ways.empty(); }
    /// Everything goes everywhere: there is nothing to choose.
    bool copies() const { return m_copies; }

    /// At `at` a message with these contents, whose reference to members is taken over, goes the ways it takes. Its units
    /// go on with the first; `carries(n)` says whether the n-th record brought one. What takes no way ends here.
    template <class Emit, class Carries>
    void send(SimTime at, const Message& m, NodeMeter& meter, Emit& emit, Carries carries) const
    {
        const std::size_t records = m.members ? emit.spans().members(m.members).size() : 1;
        const std::uint64_t each = m.members ? 1 : m.records;
        for (std::size_t n = 0; n < records; ++n) {
            const Member record = m.members
                                      ? emit.spans().members(m.members)[n]
                                      : Member{m.id, m.born, at, m.key, static_cast<std::uint32_t>(m.bytes)};
            const std::uint64_t taken = waysOf(record, emit) * each;
            if (!carries(n))
                meter.units.generated += taken;
            else if (taken == 0)
                meter.units.filtered += each;
            else
                meter.units.copied += taken - each;
        }
        for (const OutCall& way : m_ways)
            sendOver(way, at, m, emit);
        emit.spans().release(m.members);
    }
    /// What one of its ways gets of a finished message that goes on whole.
    static void pass(const OutCall& way, const Message& m, SimTime at, Message& next)
    {
        next.id = m.id;
        if (way.copy != 0)
            next.id.part = way.partFor(m.id.part);
        next.id.visit = static_cast<std::uint8_t>(m.id.visit + 1);
        next.id.attempt = 0;
        next.born = m.born;
        next.sent = at;
        next.bytes = way.resizes() ? way.bytesFor(m.bytes) : m.bytes;
        next.key = m.key;
        next.records = m.records;
        next.operation = way.operation;
        next.carriesUnit = true;
        if (way.kind == ConnectionKind::Notify)  // by whose rules it is tried
            next.replyTo.connection = way.index;
    }

private:
    bool takes(const OutCall& way, const MessageId& id, std::uint32_t key) const
    {
        return way.route == OutCall::Route::Copy || way.takes(m_routes.at(id), key);
    }
    /// How many ways take the record; sinks that only the others reach need not wait for it.
    template <class Emit>
    std::uint64_t waysOf(const Member& record, Emit& emit) const
    {
        if (m_copies)
            return m_ways.size();
        std::vector<std::uint32_t> taken;
        std::uint64_t over = 0;
        for (const OutCall& way : m_all) {
            if (!takes(way, record.id, record.key))
                continue;
            taken.push_back(way.index);
            over += way.handsOver ? 1 : 0;
        }
        emit.took(std::span<const std::uint32_t>{taken}, record.born);
        return over;
    }
    template <class Emit>
    void sendOver(const OutCall& way, SimTime at, const Message& m, Emit& emit) const
    {
        if (!m.members) {
            if (takes(way, m.id, m.key))
                emit.send(way.index, at, way.operation, [&](Message& next) { pass(way, m, at, next); });
            return;
        }
        const bool same = way.route == OutCall::Route::Copy && way.copy == 0 && !way.resizes();
        SpanRef members = m.members;
        std::uint64_t bytes = m.bytes;
        if (same) {
            emit.spans().retain(members);
        } else {
            members = emit.spans().create();
            bytes = 0;
            for (std::size_t n = 0; n < emit.spans().members(m.members).size(); ++n) {
                Member record = emit.spans().members(m.members)[n];
                if (!takes(way, record.id, record.key))
                    continue;
                record.id = way.copyOf(record.id);
                record.bytes = static_cast<std::uint32_t>(way.bytesFor(record.bytes));
                bytes += record.bytes;
                emit.spans().members(members).push_back(record);
            }
        }
        const std::size_t count = emit.spans().members(members).size();
        if (count == 0)
            return emit.spans().release(members);
        emit.send(way.index, at, way.operation, [&](Message& next) {
            pass(way, m, at, next);
            if (!same)
                next.id = emit.spans().members(members).front().id;
            next.id.visit = static_cast<std::uint8_t>(m.id.visit + 1);
            next.id.attempt = 0;
            next.bytes = bytes;
            next.records = same ? m.records : static_cast<std::uint32_t>(count);
            next.members = members;
        });
    }

    std::vector<OutCall> m_all, m_ways;
    bool m_copies = true;
    DrawKey m_routes;
};

}  // namespace plimsoll
