// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/users/users.h"

#include "simulator/families/shared/retry_parameters.h"
#include "simulator/kernel/pending_slab.h"

#include <cmath>

namespace plimsoll {

namespace {

struct Output {
    std::uint32_t index = 0;
    double share = 1;  ///< cumulative
    bool holdsUnit = false;
    Operation operation = Operation::Write;
    Duration timeout{};
    CallGuard guard;  ///< of all users together
};

struct UsersNode : NodeBase {
    static constexpr std::uint64_t kThought = 0;
    static constexpr std::uint64_t kRetry = std::uint64_t{1} << 62;
    static constexpr std::uint64_t kTimeout = std::uint64_t{2} << 62;

    struct Call {
        Message message;
        std::uint32_t output = 0;
        bool waiting = false;  ///< between two tries
        CallPass pass;
        SimTime tried;                      ///< the present try left
        TimePart lostTo = TimePart::Retry;  ///< why the last one came to nothing
    };

    explicit UsersNode(UsersConfig c) : config{std::move(c)} {}

    template <class Emit>
    void start(Emit&)
    {
        const auto users = static_cast<std::uint32_t>(std::ceil(std::max(0.0, config.present.peak() - 0.5)));
        requests.assign(users, 0);
        for (std::uint32_t user = 0; user < users; ++user)
            comeAndThink(kSimStart, user);
    }

    /// User n is there while the curve says that there are more than n and a half.
    SimTime presentFrom(SimTime t, std::uint32_t user) const
    {
        const double least = user + 0.5, now = seconds(t.time_since_epoch());
        const auto segments = config.present.segments();
        auto at = std::partition_point(segments.begin(), segments.end(),
                                       [&](const auto& s) { return s.to <= now; });
        for (; at != segments.end(); ++at) {
            const double from = std::max(now, at->from);
            if (at->rateAt(from) > least)
                return at->from <= now ? t : std::max(t, SimTime{fromSeconds(from)});
            if (at->slope > 0 && at->rateAt(at->to) > least)
                return std::max(t, SimTime{fromSeconds(at->from + (least - at->rate) / at->slope)});
        }
        return kNever;
    }
    /// Users who come in, at the start too, are somewhere in their thinking, not all at its begin.
    void comeAndThink(SimTime t, std::uint32_t user)
    {
        const SimTime from = presentFrom(t, user);
        if (from == kNever)
            return;
        const Duration whole = thinking(user);
        const double part = config.thinkHasMemory ? phases.at(nextId(user)) : 1;
        arm(from + Duration{static_cast<std::int64_t>(static_cast<double>(whole.count()) * part)}, user);
    }
    void arm(SimTime at, std::uint32_t user)
    {
        if (at <= meter.horizon())
            timers.arm(at, kThought | user);
    }
    MessageId nextId(std::uint32_t user) const
    {
        return {.serial = (std::uint64_t{user} << 32) | requests[user],
                .origin = origin,
                .part = 0,
                .visit = 0,
                .attempt = 0};
    }
    Duration thinking(std::uint32_t user) const
    {
        return std::max(kShortestThink, config.think.draw(thoughts.at(nextId(user))));
    }

    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        if (id >= kTimeout)
            return timedOut(t, static_cast<std::uint32_t>(id),
                            static_cast<std::uint32_t>((id >> 32) & 0x3FFFFFFF), emit);
        if (id >= kRetry)
            return resend(t, static_cast<std::uint32_t>(id), emit);
        const auto user = static_cast<std::uint32_t>(id);
        // Who is not there any more sends again when there are that many users once more.
        if (presentFrom(t, user) != t) {
            ++requests[user];
            return comeAndThink(t, user);
        }
        ask(t, user, emit);
    }

    template <class Emit>
    void ask(SimTime t, std::uint32_t user, Emit& emit)
    {
        Message message;
        message.id = nextId(user);
        ++requests[user];
        message.born = t;
        message.sent = t;
        message.bytes = config.recordBytes.draw(sizes, message.id);
        message.key = config.keys.draw(keyDraws.bitsAt(message.id));
        message.records = 1;
        ++meter.units.born;
        meter.offered(t, 1, false);
        meter.accepted(1);
        if (outputs.empty()) {
            ++meter.units.done;
            return answered(t, user, false, Duration{0});
        }
        std::uint32_t chosen = 0;
        if (outputs.size() > 1) {
            const double u = routes.at(message.id);
            while (chosen + 1 < outputs.size() && u >= outputs[chosen].share)
                ++chosen;
        }
        Output& way = outputs[chosen];
        message.operation = way.operation;
        message.carriesUnit = !way.holdsUnit;
        Call call{message, chosen, false, {}, t, TimePart::Retry};
        way.guard.firstTry();
        if (!way.guard.admits(t, call.pass)) {
            ++emit.path(way.index).failed;
            return giveUp(t, user, emit.path(way.index));
        }
        const CallToken token = calls.open(call, way.index);
        transmit(t, token, message, way, emit);
    }

    template <class Emit>
    void transmit(SimTime t, const CallToken& token, Message message, const Output& way, Emit& emit)
    {
        message.replyTo = token;
        if (way.timeout > Duration{0})
            message.deadline = t + way.timeout;
        emit.send(way.index, t, message);
        if (way.timeout > Duration{0})
            timers.arm(t + way.timeout,
                       kTimeout | (std::uint64_t{token.generation & 0x3FFFFFFF} << 32) | token.slot);
    }

    void answered(SimTime t, std::uint32_t user, bool failed, Duration latency)
    {
        if (failed)
            meter.failed(t, 1);
        else
            meter.completed(t, 1, latency);
        arm(t + thinking(user), user);
    }

    void giveUp(SimTime t, std::uint32_t user, PathMeter& path)
    {
        ++path.gaveUp;
        ++meter.units.gaveUp;
        answered(t, user, true, {});
    }
    static std::uint32_t userOf(const Call& call)
    {
        return static_cast<std::uint32_t>(call.message.id.serial >> 32);
    }

    template <class Emit>
    void accept(SimTime, const Message&, Emit&)
    {}

    template <class Emit>
    void reply(SimTime t, const Reply& r, Emit& emit)
    {
        Call* call = calls.find(r.call);
        if (!call) {
            meter.units.lost += r.units;  // refused after the user had moved on to the next try
            return;
        }
        PathMeter& path = emit.path(r.call.connection);
        if (r.outcome != Outcome::Done) {
            ++path.failed;
            call->lostTo = waitAfter(r.outcome);
            return tryAgainOrGiveUp(t, r.call.slot, *call, false, path);
        }
        const Message& message = call->message;
        ++path.succeeded;
        path.response.add(t - message.sent);
        emit.responded(r.call.connection, message.id, message.sent, call->tried, t);
        emit.entered(r.call.connection, message.born);
        meter.units.done += outputs[call->output].holdsUnit ? 1 : 0;
        outputs[call->output].guard.succeeded(t, call->pass);
        const std::uint32_t user = userOf(*call);
        const Duration latency = t - message.sent;
        calls.close(r.call.slot);
        answered(t, user, false, latency);
    }

    void tryAgainOrGiveUp(SimTime t, std::uint32_t slot, Call& call, bool timedOut, PathMeter& path)
    {
        CallGuard& guard = outputs[call.output].guard;
        if (!guard.retries(t, call.message.id.attempt + 1, timedOut, call.pass)) {
            const std::uint32_t user = userOf(call);
            calls.close(slot);
            return giveUp(t, user, path);
        }
        call.waiting = true;
        timers.arm(t + guard.policy().delayAfter(call.message.id, backoffs), kRetry | slot);
    }

    template <class Emit>
    void timedOut(SimTime t, std::uint32_t slot, std::uint32_t generation, Emit& emit)
    {
        Call* call = calls.find({slot, generation, 0, false});
        if (!call || call->waiting)
            return;
        // The answer may still come: a new slot for the next try makes it a late one.
        Call again = *call;
        again.lostTo = TimePart::Retry;
        calls.close(slot);
        PathMeter& path = emit.path(outputs[again.output].index);
        ++path.failed;
        const CallToken token = calls.open(again, outputs[again.output].index);
        // What was sent may still be stored, so a next try makes a possible duplicate.
        meter.units.copied += outputs[again.output].holdsUnit ? 0 : 1;
        tryAgainOrGiveUp(t, token.slot, *calls.find(token), true, path);
    }

    template <class Emit>
    void resend(SimTime t, std::uint32_t slot, Emit& emit)
    {
        Call& stopped = *calls.at(slot);
        Output& way = outputs[stopped.output];
        if (!way.guard.admits(t, stopped.pass)) {
            const std::uint32_t user = userOf(stopped);
            calls.close(slot);
            return giveUp(t, user, emit.path(way.index));
        }
        calls.reopen(
            slot,
            [&](Call& call, const CallToken& token) {
                call.waiting = false;
                meter.spent(call.lostTo, t - call.tried, 1);
                emit.waited(outputs[call.output].index, call.message.id, call.lostTo, call.tried, t);
                call.tried = t;
                ++call.message.id.attempt;
                transmit(t, token, call.message, outputs[call.output], emit);
            },
            [&](const Call& call) { return outputs[call.output].index; });
    }

    template <class Emit>
    void control(SimTime, const Control& c, Emit&)
    {
        faults.apply(c);
    }
    void sample(SimTime t) { meter.sample(t, 0, 0); }
    std::uint64_t resident() const { return calls.openCount(); }
    std::uint64_t unitsInFlight() const
    {
        std::uint64_t held = 0;
        calls.forEach(
            [&](const Call& call) { held += outputs[call.output].holdsUnit || call.waiting ? 1 : 0; });
        return held;
    }
    void report(NodeReport& out) const
    {
        out.component.facts.emplace_back("users-at-most", "users at most", Aggregation::Peak,
                                         static_cast<double>(requests.size()));
        std::vector<CallGuard> guards;
        for (const Output& output : outputs)
            guards.push_back(output.guard);
        reportGuards(guards, out.component);
    }

    UsersConfig config;
    std::vector<Output> outputs;
    std::vector<std::uint32_t> requests;  ///< by user: begun so far
    std::uint32_t origin = 0;
    DrawKey thoughts, phases, sizes, keyDraws, routes, backoffs;
    PendingSlab<Call> calls;
};

}  // namespace

NodeHandle makeUsers(UsersConfig config, const NodeContext& context)
{
    const std::string name = config.stream.empty() ? context.self.component->id : config.stream;
    for (const KeyLaw::Listed& key : config.keys.listed()) {
        if (!key.name.empty())
            context.keyHashes->name(key.key, key.name);
    }
    auto node = std::make_unique<UsersNode>(std::move(config));
    node->meter = context.meter();
    const auto draws = [&](Purpose purpose) {
        return DrawKey{context.seed, context.replication, name, purpose};
    };
    node->origin = static_cast<std::uint32_t>(hashOf(name));
    node->thoughts = draws(Purpose::Gap);
    node->phases = draws(Purpose::Phase);
    node->sizes = draws(Purpose::Size);
    node->keyDraws = draws(Purpose::Key);
    node->routes = draws(Purpose::Route);
    node->backoffs = context.draws(Purpose::Backoff);
    double total = 0, cumulative = 0;
    for (const ConnectionPort& port : context.outputs)
        total += port.number("share", 100);
    for (const ConnectionPort& port : context.outputs) {
        cumulative += port.number("share", 100) / (total > 0 ? total : 1);
        Output output;
        output.index = port.index;
        output.share = cumulative;
        output.holdsUnit = port.kind == ConnectionKind::Call || port.kind == ConnectionKind::Query;
        output.operation = port.kind == ConnectionKind::Query          ? Operation::Query
                           : port.text("operation", "write") == "read" ? Operation::Read
                           : port.kind == ConnectionKind::Notify       ? Operation::Invoke
                                                                       : Operation::Write;
        // A table is written by a call, but what it stores moves on: the unit goes with the record.
        if (output.holdsUnit && port.other.spec->stores && output.operation == Operation::Write)
            output.holdsUnit = false;
        output.timeout = fromMillis(port.number("timeoutMillis", 0));
        output.guard = CallGuard{port.connection->parameters.contains("retry") ? retryPolicyOf(port)
                                                                               : node->config.retry,
                                 node->config.sdkClients};
        node->outputs.push_back(output);
    }
    return makeNode(std::move(node));
}

}  // namespace plimsoll
