// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/request_server.h"

#include <deque>
#include <queue>

namespace plimsoll {

namespace {

/// One request in the line: when it will be served is known when it arrives.
struct Waiting {
    SimTime begins, arrived;
};

struct RequestServerNode : NodeBase {
    explicit RequestServerNode(ServerConfig c) : config{std::move(c)} {}

    template <class Emit>
    void start(Emit&)
    {
        for (int server = 0; server < config.servers; ++server)
            freeAt.push(kSimStart);
    }

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        meter.offered(t, m.records, m.id.attempt > 0);
        while (!line.empty() && line.front().begins <= t)
            line.pop_front();
        const SimTime free = freeAt.top();
        const bool full = config.queueLimit && free > t && line.size() >= *config.queueLimit;
        if (faults.down || full) {
            meter.rejected(t, m.records);
            return emit.refuse(t, m, faults.down ? Outcome::Failed : Outcome::Rejected);
        }
        meter.accepted(m.records);
        const SimTime begin = std::max(t, free);
        const Duration service{
            static_cast<std::int64_t>(config.service.quantile(draws.at(m.id)) * faults.slow + 0.5)};
        const SimTime end = begin + service;
        freeAt.pop();
        freeAt.push(end);
        if (begin > t) {
            line.push_back({begin, t});
            ++figures.waited;
        }
        ++figures.served;
        figures.waitSeconds += seconds(begin - t);
        const SimTime horizon = meter.horizon();
        if (begin < horizon) {
            figures.busySeconds += seconds(std::min(end, horizon) - begin);
            figures.busy.spread(begin, std::min(end, horizon), 1);
        }
        meter.completed(end, m.records, end - t);
        const auto served = [&](const MessageId& id, SimTime born) {
            emit.spent(meter, id, TimePart::Queue, t, begin);
            emit.spent(meter, id, TimePart::Service, begin, end);
            emit.readable(meter, end, id, born);
        };
        if (m.members) {
            for (const Member& member : emit.spans().members(m.members))
                served(member.id, member.born);
        } else {
            served(m.id, m.born);
        }
        if (m.replyTo.slot == CallToken::kUnattended && end <= horizon)
            emit.entered(m.replyTo.connection, m.born);
        passOn(end, m, emit);
        emit.answer(end, m.replyTo,
                    {.call = {},
                     .id = m.id,
                     .outcome = Outcome::Done,
                     .more = false,
                     .members = {},
                     .bytes = 0,
                     .sent = m.sent,
                     .units = 0});
    }

    /// A finished request goes on to every output; the unit goes with the first.
    template <class Emit>
    void passOn(SimTime end, const Message& m, Emit& emit)
    {
        Message next = m;
        next.id.visit = static_cast<std::uint8_t>(m.id.visit + 1);
        next.id.attempt = 0;
        next.replyTo = {};
        next.carriesUnit = true;
        next.sent = end;
        if (outputs.empty()) {
            emit.spans().release(m.members);
            if (m.carriesUnit) {
                if (end <= meter.horizon())
                    meter.units.done += m.records;
                else
                    unitsAfterEnd += m.records;
            }
            return;
        }
        if (m.carriesUnit)
            meter.units.copied += (outputs.size() - 1) * m.records;
        else
            meter.units.generated += outputs.size() * m.records;
        for (std::size_t at = 0; at < outputs.size(); ++at) {
            if (at > 0)
                emit.spans().retain(m.members);
            emit.send(outputs[at], end, next);
        }
    }

    template <class Emit>
    void reply(SimTime, const Reply&, Emit&)
    {}
    template <class Emit>
    void timer(SimTime, std::uint64_t, Emit&)
    {}
    template <class Emit>
    void control(SimTime, const Control& c, Emit&)
    {
        faults.apply(c);
    }
    void sample(SimTime t)
    {
        while (!line.empty() && line.front().begins <= t)
            line.pop_front();
        meter.sample(t, static_cast<double>(line.size()),
                     line.empty() ? 0 : seconds(t - line.front().arrived));
    }
    Duration leastDelay() const { return Duration{0}; }
    std::uint64_t resident() const { return 0; }
    std::uint64_t unitsInFlight() const { return unitsAfterEnd; }
    void report(NodeReport& out) const
    {
        if (config.finish)
            config.finish(figures, out);
    }

    ServerConfig config;
    DrawKey draws;
    std::vector<std::uint32_t> outputs;
    std::priority_queue<SimTime, std::vector<SimTime>, std::greater<>> freeAt;
    std::deque<Waiting> line;  ///< in order of arrival and of service start
    ServerFigures figures;
    std::uint64_t unitsAfterEnd = 0;
};

}  // namespace

NodeHandle makeRequestServer(ServerConfig config, const NodeContext& context)
{
    auto node = std::make_unique<RequestServerNode>(std::move(config));
    node->meter = context.meter();
    node->draws = context.draws(Purpose::Service);
    for (const ConnectionPort& port : context.outputs)
        node->outputs.push_back(port.index);
    return makeEventNode(std::move(node));
}

}  // namespace plimsoll
