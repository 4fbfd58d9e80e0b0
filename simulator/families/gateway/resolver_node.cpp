// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/gateway/answer_cache.h"
#include "simulator/families/gateway/authoriser.h"
#include "simulator/families/gateway/gateway.h"
#include "simulator/families/shared/errands.h"
#include "simulator/families/shared/reply_to.h"
#include "simulator/queueing/token_bucket.h"

namespace plimsoll {

namespace {

/// A request whose answer is being gathered.
struct Resolving {
    Message request;
    SimTime arrived, began;
    CallToken errand{};
};

struct ResolverNode : NodeBase {
    explicit ResolverNode(const GatewayConfig& c) : config{c}, cache{c.cache}, authoriser{c.authoriser} {}

    template <class Emit>
    void start(Emit&)
    {
        bucket = TokenBucket{config.ratePerSecond, config.burst};
    }

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        meter.offered(t, m.records, m.id.attempt > 0);
        use.add(t, config.tokensEach);
        const bool failing = faults.down || (faults.errors > 0 && errorDraws.at(m.id) < faults.errors);
        if (failing || !bucket.tryTake(config.tokensEach, t)) {
            if (failing)
                meter.rejected(t, m.records);
            else
                meter.throttled(t, m.records);
            throttled += failing ? 0 : 1;
            return emit.refuse(t, m, failing ? Outcome::Failed : Outcome::Throttled);
        }
        meter.accepted(m.records);
        ++requests;
        meteredSteps += stepsOf(m.bytes);
        const double nanos = config.overhead.drawFor(m.id, draws) + authoriser.nanosFor(m, t);
        const SimTime ready = t + fromNanos(nanos * faults.slow + 0.5);
        emit.spent(meter, m.id, TimePart::Service, t, ready);
        const CallToken token = open.open({m, t, ready, {}}, 0);
        timers.arm(ready, token.slot << 1 | std::uint64_t{token.generation & 0xFFFFFF} << 32);
    }
    std::uint64_t stepsOf(std::uint64_t bytes) const
    {
        const auto step = static_cast<std::uint64_t>(config.meteredBytes);
        return step == 0 ? 1 : std::max<std::uint64_t>(1, (bytes + step - 1) / step);
    }

    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        if (errands.owns(id))
            return errands.alarm(t, id, *this, emit);
        const CallToken token{static_cast<std::uint32_t>(id & 0xFFFFFFFF) >> 1,
                              static_cast<std::uint32_t>(id >> 32), 0, false};
        Resolving* one = open.find(token);
        if (!one)
            return;  // answered in time
        if ((id & 1) == 0)
            return ask(t, token, *one, emit);
        ++timeouts;
        errands.drop(one->errand, emit);
        workEnded(t, token, true, emit);
    }
    /// The resolvers' turn: from the cache, or of those behind.
    template <class Emit>
    void ask(SimTime t, const CallToken& token, const Resolving& one, Emit& emit)
    {
        if (cache.answers(one.request, t) || errands.empty())
            return workEnded(t, token, false, emit);
        const Message request = one.request;
        const CallToken errand = errands.begin(t, request, token, *this, emit);
        if (errand.slot == CallToken::kNobody)
            return workEnded(t, token, false, emit);
        open.at(token.slot)->errand = errand;
        timers.arm(one.arrived + config.timeout,
                   1 | token.slot << 1 | std::uint64_t{token.generation & 0xFFFFFF} << 32);
    }
    template <class Emit>
    void workEnded(SimTime t, const CallToken& token, bool failed, Emit& emit)
    {
        const Resolving one = *open.at(token.slot);
        open.close(token.slot);
        const Message& m = one.request;
        if (failed) {
            meter.failed(t, m.records);
            return emit.answer(t, m.replyTo, replyTo(m, Outcome::Failed));
        }
        cache.keep(m, t);
        meter.completed(t, m.records, t - one.arrived);
        meter.abandoned(t, m.deadline, m.records);
        emit.readable(meter, t, m.id, m.born);
        if (m.carriesUnit)
            meter.units.done += m.records;
        emit.spans().release(m.members);
        emit.answer(t, m.replyTo, replyTo(m, Outcome::Done));
    }
    template <class Emit>
    void reply(SimTime t, const Reply& r, Emit& emit)
    {
        errands.reply(t, r, *this, emit);
    }
    template <class Emit>
    void control(SimTime t, const Control& c, Emit&)
    {
        faults.apply(c);
        bucket.setRate(config.ratePerSecond * faults.capacity, config.burst * faults.capacity, t);
    }
    void sample(SimTime t) { meter.sample(t, static_cast<double>(open.openCount()), 0); }
    std::uint64_t resident() const
    {
        std::uint64_t records = 0;
        open.forEach([&](const Resolving& one) { records += one.request.records; });
        return records;
    }
    std::uint64_t unitsInFlight() const
    {
        std::uint64_t units = 0;
        open.forEach(
            [&](const Resolving& one) { units += one.request.carriesUnit ? one.request.records : 0; });
        return units;
    }
    void report(NodeReport& out) const
    {
        const double s = std::max(out.seconds, 1e-9);
        out.component.limits.push_back(withHistory(
            rateLimit(config.limit, use.total() / s, use.peak(), static_cast<double>(throttled)), use, s));
        addCounts(out.component, {{"timeouts", "timeouts", timeouts}});
        cache.report(out.component);
        authoriser.report(out.component);
        reportGuards(errands.desk().guards(), out.component);
        const double each =
            requests > 0 ? static_cast<double>(meteredSteps) / static_cast<double>(requests) : 1;
        bill({static_cast<double>(requests) / s, each, static_cast<double>(authoriser.asked()) / s,
              authoriser.billedSeconds() / s},
             out);
    }

    GatewayConfig config;
    AnswerCache cache;
    Authoriser authoriser;
    BillOf<GatewayLoad> bill;
    DrawKey draws, errorDraws;
    Errands<CallToken> errands;
    TokenBucket bucket;
    PendingSlab<Resolving> open;
    std::uint64_t requests = 0, timeouts = 0, throttled = 0;
    std::uint64_t meteredSteps = 0;  ///< one at least for each request
    RateUse use;
};

}  // namespace

NodeHandle makeResolverNode(const GatewayConfig& config, const NodeContext& context, BillOf<GatewayLoad> bill)
{
    auto node = std::make_unique<ResolverNode>(config);
    node->bill = std::move(bill);
    node->meter = context.meter();
    node->draws = context.draws(Purpose::Latency);
    node->errorDraws = context.draws(Purpose::Error);
    node->errands.open({Outgoing::Sender::Handler, context.self, context.outputs}, context);
    node->cache.open(context);
    node->authoriser.open(context);
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
