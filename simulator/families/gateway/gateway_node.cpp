// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/gateway/answer_cache.h"
#include "simulator/families/gateway/authoriser.h"
#include "simulator/families/gateway/gateway.h"
#include "simulator/families/gateway/usage_plan.h"

#include "simulator/families/shared/relay.h"
#include "simulator/queueing/token_bucket.h"

namespace plimsoll {

NodeHandle makeResolverNode(const GatewayConfig& config, const NodeContext& context,
                            BillOf<GatewayLoad> bill);  // resolver_node.cpp

namespace {

struct GatewayNode : RelayBase {
    explicit GatewayNode(const GatewayConfig& c)
        : config{c}, cache{c.cache}, authoriser{c.authoriser}, plans{c.plan}
    {}

    template <class Emit>
    void start(Emit&)
    {
        bucket = TokenBucket{config.ratePerSecond, config.burst};
    }

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        meter.offered(t, m.records, m.id.attempt > 0);
        const bool failing = fails(m);
        const bool planned = failing || plans.admits(m, t);
        if (planned)
            use.add(t, config.tokensEach);
        if (failing || !planned || !bucket.tryTake(config.tokensEach, t)) {
            if (failing)
                meter.rejected(t, m.records);
            else
                meter.throttled(t, m.records);
            throttled += failing || !planned ? 0 : 1;
            return emit.refuse(t, m, failing ? Outcome::Failed : Outcome::Throttled);
        }
        plans.take(m);
        meter.accepted(m.records);
        ++requests;
        meteredSteps += stepsOf(m.bytes);
        const double nanos = config.overhead.drawFor(m.id, draws) + authoriser.nanosFor(m, t);
        const SimTime ready = t + fromNanos(nanos * faults.slow + 0.5);
        emit.spent(meter, m.id, TimePart::Service, t, ready);
        if (outgoing.empty() || cache.answers(m, t)) {
            meter.completed(ready, m.records, ready - t);
            if (outgoing.empty())
                endsHere(ready, m, emit);
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
        pass(t, ready, m, chosen, *this, emit);
    }
    /// There is nothing behind: the answer is all that there is to be had.
    template <class Emit>
    void endsHere(SimTime at, const Message& m, Emit& emit)
    {
        if (m.members)
            emit.readableEach(meter, at, emit.spans().members(m.members));
        else
            emit.readable(meter, at, m.id, m.born);
        if (m.replyTo.slot == CallToken::kUnattended && at <= emit.horizon())
            emit.entered(m.replyTo.connection, m.born);
    }
    std::uint64_t stepsOf(std::uint64_t bytes) const
    {
        const auto step = static_cast<std::uint64_t>(config.meteredBytes);
        return step == 0 ? 1
                         : std::max<std::uint64_t>(static_cast<std::uint64_t>(config.leastSteps),
                                                   (bytes + step - 1) / step);
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
    void callEnded(SimTime t, const PassedOn& passed, Outcome outcome, Emit& emit)
    {
        timeouts += outcome == Outcome::TimedOut ? 1 : 0;
        if (outcome == Outcome::Done)
            cache.keep(passed.request, t);
        answer(t, passed, outcome, emit);
    }

    template <class Emit>
    void control(SimTime t, const Control& c, Emit&)
    {
        faults.apply(c);
        bucket.setRate(config.ratePerSecond * faults.capacity, config.burst * faults.capacity, t);
    }
    void report(NodeReport& out) const
    {
        const double s = std::max(out.seconds, 1e-9);
        out.component.limits.push_back(withHistory(
            rateLimit(config.limit, use.total() / s, use.peak(), static_cast<double>(throttled)), use, s));
        plans.report(out.component, s);
        addCounts(out.component, {{"timeouts", "timeouts", timeouts}});
        cache.report(out.component);
        authoriser.report(out.component);
        const double each =
            requests > 0 ? static_cast<double>(meteredSteps) / static_cast<double>(requests) : 1;
        bill({static_cast<double>(requests) / s, each, static_cast<double>(authoriser.asked()) / s,
              authoriser.billedSeconds() / s},
             out);
    }

    GatewayConfig config;
    AnswerCache cache;
    Authoriser authoriser;
    PlannedKeys plans;
    TokenBucket bucket;
    std::uint64_t requests = 0, timeouts = 0, throttled = 0;
    std::uint64_t meteredSteps = 0;  ///< one at least for each request
    RateUse use;
    BillOf<GatewayLoad> bill;
};

}  // namespace

NodeHandle GatewayFamily::makeNode(const GatewayConfig& config, const NodeContext& context,
                                   BillOf<GatewayLoad> bill)
{
    if (config.resolves)
        return makeResolverNode(config, context, std::move(bill));
    auto node = std::make_unique<GatewayNode>(config);
    node->bill = std::move(bill);
    node->open(context, config.timeout);
    node->cache.open(context);
    node->authoriser.open(context);
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
