// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/gateway/gateway.h"

#include "simulator/kernel/pending_slab.h"
#include "simulator/queueing/token_bucket.h"

namespace plimsoll {

namespace {

constexpr std::uint64_t kMeterStep = 512 * 1024;  // an HTTP API's request is metered in steps of this

struct GatewayNode : NodeBase {
    struct Route {
        std::uint32_t index = 0;
        double share = 1;  ///< cumulative
        Operation operation = Operation::Write;
        double fixedBytes = 0, sizeFactor = 1;
    };
    struct Call {
        Message request;
        SimTime arrived;
    };
    explicit GatewayNode(GatewayConfig c) : config{std::move(c)} {}

    template <class Emit>
    void start(Emit&)
    {
        bucket = TokenBucket{config.ratePerSecond, config.burst};
    }

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        meter.offered(t, m.records, m.id.attempt > 0);
        figures.use.add(t, 1);
        const bool fails = faults.down || (faults.errors > 0 && errorDraws.at(m.id) < faults.errors);
        if (fails || !bucket.tryTake(1, t)) {
            if (fails)
                meter.rejected(t, m.records);
            else
                meter.throttled(t, m.records);
            figures.throttled += fails ? 0 : 1;
            return emit.refuse(t, m, fails ? Outcome::Failed : Outcome::Throttled);
        }
        meter.accepted(m.records);
        ++figures.requests;
        figures.meteredSteps += std::max<std::uint64_t>(1, (m.bytes + kMeterStep - 1) / kMeterStep);
        const SimTime ready =
            t + fromNanos(config.overhead.drawFor(m.id, draws) * faults.slow + 0.5);
        emit.spent(meter, m.id, TimePart::Service, t, ready);
        if (routes.empty()) {
            meter.completed(ready, m.records, ready - t);
            finishUnits(ready, m);
            emit.spans().release(m.members);
            return emit.answer(ready, m.replyTo, replyTo(m, Outcome::Done));
        }
        const double u = routing.at(m.id);
        std::size_t chosen = 0;
        while (chosen + 1 < routes.size() && u >= routes[chosen].share)
            ++chosen;
        const Route& route = routes[chosen];
        Message call = m;
        call.id.visit = static_cast<std::uint8_t>(m.id.visit + 1);
        call.id.attempt = 0;
        call.sent = ready;
        call.operation = route.operation;
        call.carriesUnit = false;
        call.bytes = static_cast<std::uint64_t>(
            route.fixedBytes > 0 ? route.fixedBytes : static_cast<double>(m.bytes) * route.sizeFactor);
        call.deadline = t + config.timeout;
        call.replyTo = calls.open({m, t}, route.index);
        timers.arm(t + config.timeout, std::uint64_t{call.replyTo.generation} << 32 | call.replyTo.slot);
        emit.send(route.index, ready, call);
    }

    Reply replyTo(const Message& m, Outcome outcome) const
    {
        return {.call = {},
                .id = m.id,
                .outcome = outcome,
                .more = false,
                .members = {},
                .bytes = 0,
                .sent = m.sent,
                .units = outcome == Outcome::Done ? 0u
                         : m.carriesUnit          ? std::uint64_t{m.records}
                                                  : 0u};
    }
    /// Work put here, not asked of us, ends here.
    void finishUnits(SimTime at, const Message& m)
    {
        if (!m.carriesUnit)
            return;
        if (at <= meter.horizon())
            meter.units.done += m.records;
        else
            unitsAfterEnd += m.records;
    }

    template <class Emit>
    void reply(SimTime t, const Reply& r, Emit& emit)
    {
        const Call* found = calls.find(r.call);
        emit.spans().release(r.members);
        if (!found)
            return;
        const Call call = *found;
        calls.close(r.call.slot);
        emit.called(r.call.connection, call.request.id, r.sent, t);
        if (r.outcome == Outcome::Done) {
            const CallToken& asked = call.request.replyTo;
            if (asked.slot == CallToken::kUnattended)
                emit.entered(asked.connection, call.request.born);
            if (asked.slot != CallToken::kNobody)
                emit.took(r.call.connection, call.request.born);
            meter.completed(t, call.request.records, t - call.arrived);
            meter.abandoned(t, call.request.deadline, call.request.records);
            finishUnits(t, call.request);
        } else {
            meter.failed(t, call.request.records);
        }
        emit.answer(t, call.request.replyTo, replyTo(call.request, r.outcome));
    }

    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        const CallToken token{static_cast<std::uint32_t>(id), static_cast<std::uint32_t>(id >> 32), 0, false};
        const Call* found = calls.find(token);
        if (!found)
            return;
        const Call call = *found;
        calls.close(token.slot);
        ++figures.timeouts;
        meter.failed(t, call.request.records);
        emit.answer(t, call.request.replyTo, replyTo(call.request, Outcome::TimedOut));
    }

    template <class Emit>
    void control(SimTime t, const Control& c, Emit&)
    {
        faults.apply(c);
        bucket.setRate(config.ratePerSecond * faults.capacity, config.burst * faults.capacity, t);
    }
    void sample(SimTime t) { meter.sample(t, static_cast<double>(calls.openCount()), 0); }
    std::uint64_t resident() const
    {
        std::uint64_t records = 0;
        calls.forEach([&](const Call& call) { records += call.request.records; });
        return records;
    }
    std::uint64_t unitsInFlight() const
    {
        std::uint64_t units = unitsAfterEnd;
        calls.forEach(
            [&](const Call& call) { units += call.request.carriesUnit ? call.request.records : 0; });
        return units;
    }
    void report(NodeReport& out) const
    {
        if (config.finish)
            config.finish(figures, out);
    }

    GatewayConfig config;
    TokenBucket bucket;
    std::vector<Route> routes;
    DrawKey draws, routing, errorDraws;
    PendingSlab<Call> calls;
    GatewayFigures figures;
    std::uint64_t unitsAfterEnd = 0;
};

}  // namespace

NodeHandle makeGateway(GatewayConfig config, const NodeContext& context)
{
    auto node = std::make_unique<GatewayNode>(std::move(config));
    node->meter = context.meter();
    node->draws = context.draws(Purpose::Latency);
    node->routing = context.draws(Purpose::Route);
    node->errorDraws = context.draws(Purpose::Error);
    double total = 0, cumulative = 0;
    for (const ConnectionPort& port : context.outputs)
        total += port.number("share", 100);
    for (const ConnectionPort& port : context.outputs) {
        cumulative += port.number("share", 100) / (total > 0 ? total : 1);
        node->routes.push_back({port.index, cumulative,
                                port.other.spec->invoked                    ? Operation::Invoke
                                : port.text("operation", "write") == "read" ? Operation::Read
                                                                            : Operation::Write,
                                port.number("bytes", 0), port.number("sizeFactor", 1)});
    }
    return makeNode(std::move(node));
}

}  // namespace plimsoll
