// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/source.h"

#include "simulator/kernel/pending_slab.h"
#include "simulator/traffic/size_law.h"

namespace plimsoll {

namespace {

struct Output {
    std::uint32_t index = 0;
    double share = 1;  ///< cumulative, for split
    bool holdsUnit = false;
    Operation operation = Operation::Write;
    Duration timeout{};
};

struct SourceNode : NodeBase {
    static constexpr std::uint64_t kArrival = 0;
    static constexpr std::uint64_t kRetry = std::uint64_t{1} << 62;
    static constexpr std::uint64_t kTimeout = std::uint64_t{2} << 62;

    struct Call {
        Message message;
        std::uint32_t output = 0;
        bool waiting = false;  ///< between two tries
        std::uint32_t fan = kAlone;
        SimTime tried;                      ///< the present try left
        TimePart lostTo = TimePart::Retry;  ///< why the last one came to nothing
    };
    /// A record sent to several outputs: it has ended when every copy has.
    struct Fan {
        std::size_t left = 0;
        bool failed = false;
    };
    static constexpr std::uint32_t kAlone = 0xFFFFFFFF;

    explicit SourceNode(SourceConfig c) : config{std::move(c)} {}

    template <class Emit>
    void start(Emit&)
    {
        // Regular arrivals start at a drawn phase, so that two sources do not march in step by accident.
        const double first = config.arrivals == Arrivals::Regular ? phase : gaps.exponential();
        armNext(kSimStart, first);
    }
    void armNext(SimTime now, double operational)
    {
        const SimTime next = config.profile.after(now, operational);
        if (next <= meter.horizon())
            timers.arm(next, kArrival);
    }

    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        if (id >= kTimeout)
            return timedOut(t, static_cast<std::uint32_t>(id),
                            static_cast<std::uint32_t>((id >> 32) & 0x3FFFFFFF), emit);
        if (id >= kRetry)
            return resend(t, static_cast<std::uint32_t>(id), emit);
        arrive(t, emit);
        armNext(t, config.arrivals == Arrivals::Regular ? 1.0 : gaps.exponential());
    }

    template <class Emit>
    void arrive(SimTime t, Emit& emit)
    {
        Message message;
        message.id = {.serial = serial++, .origin = origin, .part = 0, .visit = 0, .attempt = 0};
        message.born = t;
        message.sent = t;
        // A law's tail has no end, a record has one.
        message.bytes = static_cast<std::uint64_t>(
            std::clamp(config.recordBytes.quantile(sizes.at(message.id)) + 0.5, 1.0, kLargestRecordBytes));
        message.key = config.keys.draw(keyDraws.bitsAt(message.id));
        message.records = 1;
        ++meter.units.born;
        meter.offered(t, 1, false);
        meter.accepted(1);
        if (outputs.empty()) {
            ++meter.units.done;
            meter.completed(t, 1, Duration{0});
            return;
        }
        if (split) {
            const double u = routes.at(message.id);
            std::uint32_t chosen = 0;
            while (chosen + 1 < outputs.size() && u >= outputs[chosen].share)
                ++chosen;
            return sendFirst(t, message, chosen, kAlone, emit);
        }
        meter.units.copied += outputs.size() - 1;
        const std::uint32_t fan = outputs.size() == 1 ? kAlone : fans.open({outputs.size(), false}, 0).slot;
        for (std::uint32_t output = 0; output < outputs.size(); ++output)
            sendFirst(t, message, output, fan, emit);
    }

    void ended(SimTime t, std::uint32_t fan, bool failed, Duration latency)
    {
        if (fan != kAlone) {
            Fan& copies = *fans.at(fan);
            failed |= copies.failed;
            copies.failed = failed;
            if (--copies.left > 0)
                return;
            fans.close(fan);
        }
        if (failed)
            meter.failed(t, 1);
        else
            meter.completed(t, 1, latency);
    }

    template <class Emit>
    void sendFirst(SimTime t, Message message, std::uint32_t output, std::uint32_t fan, Emit& emit)
    {
        const Output& way = outputs[output];
        message.operation = way.operation;
        message.carriesUnit = !way.holdsUnit;
        if (config.retry.kind == RetryPolicy::Kind::None && way.timeout == Duration{0} && !way.holdsUnit) {
            message.replyTo = {CallToken::kUnattended, 0, way.index, false};
            emit.send(way.index, t, message);
            return ended(t, fan, false, Duration{0});
        }
        const CallToken token = calls.open({message, output, false, fan, t, TimePart::Retry}, way.index);
        transmit(t, token, message, way, emit);
    }

    template <class Emit>
    void transmit(SimTime t, const CallToken& token, Message message, const Output& way, Emit& emit)
    {
        message.replyTo = token;
        emit.send(way.index, t, message);
        if (way.timeout > Duration{0})
            timers.arm(t + way.timeout,
                       kTimeout | (std::uint64_t{token.generation & 0x3FFFFFFF} << 32) | token.slot);
    }

    template <class Emit>
    void accept(SimTime, const Message&, Emit&)
    {}

    template <class Emit>
    void reply(SimTime t, const Reply& r, Emit& emit)
    {
        Call* call = calls.find(r.call);
        if (!call) {
            meter.units.lost += r.units;  // refused after the sender had moved on to its next try
            return;
        }
        PathMeter& path = emit.path(r.call.connection);
        if (r.outcome == Outcome::Done) {
            ++path.succeeded;
            path.response.add(t - call->message.sent);
            emit.responded(r.call.connection, call->message.id, call->message.sent, call->tried, t);
            emit.entered(r.call.connection, call->message.born);
            meter.units.done += outputs[call->output].holdsUnit ? 1 : 0;
            ended(t, call->fan, false, t - call->message.sent);
            calls.close(r.call.slot);
            return;
        }
        ++path.failed;
        call->lostTo = waitAfter(r.outcome);
        tryAgainOrGiveUp(t, r.call.slot, *call, path);
    }

    void tryAgainOrGiveUp(SimTime t, std::uint32_t slot, Call& call, PathMeter& path)
    {
        const int tries = call.message.id.attempt + 1;
        if (!config.retry.allows(tries)) {
            ++path.gaveUp;
            ++meter.units.gaveUp;
            ended(t, call.fan, true, {});
            calls.close(slot);
            return;
        }
        call.waiting = true;
        timers.arm(t + config.retry.delay(tries, backoffs.at(call.message.id)), kRetry | slot);
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
        tryAgainOrGiveUp(t, token.slot, *calls.find(token), path);
    }

    template <class Emit>
    void resend(SimTime t, std::uint32_t slot, Emit& emit)
    {
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
    Duration leastDelay() const { return Duration{0}; }
    std::uint64_t resident() const
    {
        std::uint64_t alone = 0;
        calls.forEach([&](const Call& call) { alone += call.fan == kAlone ? 1 : 0; });
        return alone + fans.openCount();
    }
    std::uint64_t unitsInFlight() const
    {
        std::uint64_t held = 0;
        calls.forEach(
            [&](const Call& call) { held += outputs[call.output].holdsUnit || call.waiting ? 1 : 0; });
        return held;
    }
    void report(NodeReport&) const {}

    SourceConfig config;
    std::vector<Output> outputs;
    bool split = false;
    std::uint32_t origin = 0;
    std::uint64_t serial = 0;
    double phase = 0.5;
    GapStream gaps;
    DrawKey sizes, keyDraws, routes, backoffs;
    PendingSlab<Call> calls;
    PendingSlab<Fan> fans;
};

}  // namespace

NodeHandle makeSource(SourceConfig config, const NodeContext& context)
{
    const std::string name = config.stream.empty() ? context.self.component->id : config.stream;
    auto node = std::make_unique<SourceNode>(std::move(config));
    node->meter = context.meter();
    const auto draws = [&](Purpose purpose) {
        return DrawKey{context.seed, context.replication, name, purpose};
    };
    node->origin = static_cast<std::uint32_t>(hashOf(name));
    node->gaps = GapStream{draws(Purpose::Gap).bitsAt(0)};
    node->phase = draws(Purpose::Phase).at(std::uint64_t{0});
    node->sizes = draws(Purpose::Size);
    node->keyDraws = draws(Purpose::Key);
    node->routes = draws(Purpose::Route);
    node->backoffs = context.draws(Purpose::Backoff);
    double total = 0;
    for (const ConnectionPort& port : context.outputs) {
        node->split |= port.text("route", "copy") == "split";
        total += port.number("share", 100);
    }
    double cumulative = 0;
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
        node->outputs.push_back(output);
    }
    return makeEventNode(std::move(node));
}

}  // namespace plimsoll
