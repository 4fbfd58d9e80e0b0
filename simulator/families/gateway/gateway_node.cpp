// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/gateway/gateway.h"

#include "simulator/families/shared/outgoing.h"
#include "simulator/families/shared/reply_to.h"
#include "simulator/queueing/call_desk.h"
#include "simulator/queueing/token_bucket.h"

namespace plimsoll {

namespace {

struct GatewayNode : NodeBase {
    struct Call {
        Message request;
        SimTime arrived;
    };
    using Desk = CallDesk<Call, CallerKind::Worker>;
    explicit GatewayNode(const GatewayConfig& c) : config{c} {}

    template <class Emit>
    void start(Emit&)
    {
        bucket = TokenBucket{config.ratePerSecond, config.burst};
    }

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        meter.offered(t, m.records, m.id.attempt > 0);
        use.add(t, 1);
        const bool fails = faults.down || (faults.errors > 0 && errorDraws.at(m.id) < faults.errors);
        if (fails || !bucket.tryTake(1, t)) {
            if (fails)
                meter.rejected(t, m.records);
            else
                meter.throttled(t, m.records);
            throttled += fails ? 0 : 1;
            return emit.refuse(t, m, fails ? Outcome::Failed : Outcome::Throttled);
        }
        meter.accepted(m.records);
        ++requests;
        meteredSteps += stepsOf(m.bytes);
        const SimTime ready =
            t + fromNanos(config.overhead.drawFor(m.id, draws) * faults.slow + 0.5);
        emit.spent(meter, m.id, TimePart::Service, t, ready);
        if (outgoing.empty()) {
            meter.completed(ready, m.records, ready - t);
            finishUnits(ready, m);
            emit.spans().release(m.members);
            return emit.answer(ready, m.replyTo, replyTo(m, Outcome::Done));
        }
        // Every request takes exactly one of the ways.
        const std::vector<OutCall>& ways = outgoing.ways();
        const double u = routing.at(m.id);
        std::uint32_t chosen = 0;
        while (!ways[chosen].takes(u, m.key))
            ++chosen;
        Message call = m;
        call.id = ways[chosen].copyOf(m.id);
        call.id.visit = static_cast<std::uint8_t>(m.id.visit + 1);
        call.id.attempt = 0;
        call.sent = ready;
        call.operation = ways[chosen].operation;
        call.bytes = ways[chosen].bytesFor(m.bytes);
        desk.place(ready, call, chosen, {m, t}, *this, emit);
    }
    std::uint64_t stepsOf(std::uint64_t bytes) const
    {
        const auto step = static_cast<std::uint64_t>(config.meteredBytes);
        return step == 0 ? 1 : std::max<std::uint64_t>(1, (bytes + step - 1) / step);
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
        answeredOver = r.call.connection;
        desk.reply(t, r, *this, emit);
    }
    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        desk.alarm(t, id, *this, emit);
    }
    template <class Emit>
    void callEnded(SimTime t, const Call& call, Outcome outcome, Emit& emit)
    {
        timeouts += outcome == Outcome::TimedOut ? 1 : 0;
        if (outcome == Outcome::Done) {
            const CallToken& asked = call.request.replyTo;
            if (asked.slot == CallToken::kUnattended)
                emit.entered(asked.connection, call.request.born);
            if (asked.slot != CallToken::kNobody)
                emit.took(answeredOver, call.request.born);
            meter.completed(t, call.request.records, t - call.arrived);
            meter.abandoned(t, call.request.deadline, call.request.records);
            finishUnits(t, call.request);
        } else {
            meter.failed(t, call.request.records);
        }
        emit.answer(t, call.request.replyTo, replyTo(call.request, outcome));
    }

    template <class Emit>
    void control(SimTime t, const Control& c, Emit&)
    {
        faults.apply(c);
        bucket.setRate(config.ratePerSecond * faults.capacity, config.burst * faults.capacity, t);
    }
    void sample(SimTime t) { meter.sample(t, static_cast<double>(desk.openCount()), 0); }
    std::uint64_t resident() const
    {
        std::uint64_t records = 0;
        desk.forEach([&](const Desk::Call& call) { records += call.owner.request.records; });
        return records;
    }
    std::uint64_t unitsInFlight() const
    {
        std::uint64_t units = unitsAfterEnd;
        desk.forEach([&](const Desk::Call& call) {
            units += call.owner.request.carriesUnit ? call.owner.request.records : 0;
        });
        return units;
    }
    void report(NodeReport& out) const
    {
        const double s = std::max(out.seconds, 1e-9);
        out.component.limits.push_back(withHistory(
            rateLimit(config.limit, use.total() / s, use.peak(), static_cast<double>(throttled)), use, s));
        addCounts(out.component, {{"timeouts", "timeouts", timeouts}});
        const double each =
            requests > 0 ? static_cast<double>(meteredSteps) / static_cast<double>(requests) : 1;
        bill({static_cast<double>(requests) / s, each}, out);
    }

    GatewayConfig config;
    TokenBucket bucket;
    Outgoing outgoing;
    DrawKey draws, routing, errorDraws;
    Desk desk;
    std::uint32_t answeredOver = 0;  ///< the connection of the answer that is looked at
    std::uint64_t requests = 0, timeouts = 0, throttled = 0;
    std::uint64_t meteredSteps = 0;  ///< one at least for each request
    RateUse use;
    std::uint64_t unitsAfterEnd = 0;
    BillOf<GatewayLoad> bill;
};

}  // namespace

NodeHandle GatewayFamily::makeNode(const GatewayConfig& config, const NodeContext& context,
                                   BillOf<GatewayLoad> bill)
{
    auto node = std::make_unique<GatewayNode>(config);
    node->bill = std::move(bill);
    node->meter = context.meter();
    node->draws = context.draws(Purpose::Latency);
    node->routing = context.draws(Purpose::Route);
    node->errorDraws = context.draws(Purpose::Error);
    node->outgoing = Outgoing{Outgoing::Sender::Relay, context.self, context.outputs};
    for (const OutCall& way : node->outgoing.ways())
        node->desk.addWay(way.index, {}, config.timeout, CallUnit::None);
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
