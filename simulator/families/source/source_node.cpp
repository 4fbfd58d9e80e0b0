// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/source/source.h"

#include "simulator/families/shared/retry_parameters.h"
#include "simulator/kernel/pending_slab.h"

namespace plimsoll {

namespace {

struct Output {
    std::uint32_t index = 0;
    bool holdsUnit = false;
    bool forgets = false;  ///< sends once and waits for nothing: the answers are only measured
    Operation operation = Operation::Write;
    Duration timeout{};
    CallGuard guard;
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
        CallPass pass;
        SimTime tried;                      ///< the present try left
        TimePart lostTo = TimePart::Retry;  ///< why the last one came to nothing
    };
    /// What was drawn for one arrival.
    struct Record {
        std::uint64_t number = 0;  ///< serial number of its id
        std::uint64_t bytes = 0;
        std::uint32_t key = 0;
    };
    /// A record sent to several outputs: it has ended when every copy has.
    struct Fan {
        std::size_t left = 0;
        bool failed = false;
    };
    static constexpr std::uint32_t kAlone = 0xFFFFFFFF;
    static constexpr std::size_t kMostTogether = MessageColumn::kMost;

    SourceNode(SourceConfig c, ArrivalStream a) : config{std::move(c)}, arrivals{std::move(a)} {}

    template <class Emit>
    void start(Emit&)
    {
        // Regular arrivals start at a drawn phase, so that two sources do not march in step by accident.
        arm(arrivals.first());
    }
    void arm(SimTime next)
    {
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
        arm(arrivals.next(t));
    }

    /// As long as nothing but arrivals can happen, no answer being waited for: whole columns of them.
    template <class Emit>
    std::uint64_t runTimers(std::int64_t until, Emit& emit)
    {
        if (!onlySends)
            return 0;
        SimTime t = timers.next();
        timers.pop();
        std::uint64_t handled = 0;
        const SimTime end = std::min(SimTime{Duration{until}}, meter.horizon() + Duration{1});
        do {
            std::size_t count = 0;
            for (; count < times.size() && t < end; t = arrivals.next(t))
                times[count++] = t;
            sendColumn({times.data(), count}, emit);
            handled += count;
        } while (t < end);
        arm(t);
        return handled;
    }
    /// Records that are done when they are sent, one at each of these instants.
    template <class Emit>
    void sendColumn(std::span<const SimTime> at, Emit& emit)
    {
        meter.units.born += at.size();
        meter.passedEach(at);
        const std::uint64_t first = serial;
        serial += at.size();
        if (outputs.size() == 1)
            return forgetEach(
                at, outputs.front(), [&](std::size_t n) { return draw(first + n); }, emit);
        for (std::size_t n = 0; n < at.size(); ++n)
            records[n] = draw(first + n);
        if (!split) {
            meter.units.copied += (outputs.size() - 1) * at.size();
            for (const Output& output : outputs)
                forgetEach(
                    at, output, [&](std::size_t n) { return records[n]; }, emit);
            return;
        }
        std::array<std::uint32_t, kMostTogether> chosen;
        for (std::size_t n = 0; n < at.size(); ++n)
            chosen[n] = route(records[n].number);
        std::array<std::uint8_t, kMostTogether> places;
        std::array<SimTime, kMostTogether> when;
        for (std::uint32_t output = 0; output < outputs.size(); ++output) {
            std::size_t count = 0;
            for (std::size_t n = 0; n < at.size(); ++n) {
                places[count] = static_cast<std::uint8_t>(n);
                when[count] = at[n];
                count += chosen[n] == output ? 1 : 0;
            }
            if (count > 0)
                forgetEach(
                    {when.data(), count}, outputs[output], [&](std::size_t n) { return records[places[n]]; },
                    emit);
        }
    }
    template <class RecordAt, class Emit>
    void forgetEach(std::span<const SimTime> at, const Output& way, RecordAt recordAt, Emit& emit)
    {
        emit.sendEach(way.index, at, at, [&](std::size_t n, Message& m) {
            m.operation = way.operation;
            fillUnattended(m, at[n], recordAt(n), way);
        });
    }
    MessageId idOf(std::uint64_t number) const
    {
        return {.serial = number, .origin = origin, .part = 0, .visit = 0, .attempt = 0};
    }
    Record draw(std::uint64_t number) const
    {
        const MessageId id = idOf(number);
        return {number, config.recordBytes.draw(sizes, id), config.keys.draw(keyDraws.bitsAt(id))};
    }

    template <class Emit>
    void arrive(SimTime t, Emit& emit)
    {
        const Record record = draw(serial++);
        ++meter.units.born;
        meter.offered(t, 1, false);
        meter.accepted(1);
        if (outputs.empty()) {
            ++meter.units.done;
            meter.completed(t, 1, Duration{0});
            return;
        }
        if (split)
            return sendFirst(t, record, route(record.number), kAlone, emit);
        meter.units.copied += outputs.size() - 1;
        const std::uint32_t fan = outputs.size() == 1 ? kAlone : fans.open({outputs.size(), false}, 0).slot;
        for (std::uint32_t output = 0; output < outputs.size(); ++output)
            sendFirst(t, record, output, fan, emit);
    }

    /// Without a branch on what is drawn.
    std::uint32_t route(std::uint64_t number) const
    {
        const double u = routes.at(idOf(number));
        std::uint32_t chosen = 0;
        for (const double until : shares)
            chosen += u >= until ? 1 : 0;
        return chosen;
    }
    template <class Emit>
    void forget(SimTime t, const Record& record, const Output& way, Emit& emit)
    {
        emit.send(way.index, t, way.operation, [&](Message& m) { fillUnattended(m, t, record, way); });
    }
    void fillUnattended(Message& m, SimTime t, const Record& record, const Output& way) const
    {
        fill(m, t, record, way);
        m.replyTo.slot = CallToken::kUnattended;
        m.replyTo.connection = way.index;
    }
    void fill(Message& m, SimTime t, const Record& record, const Output& way) const
    {
        // Part by part: an id made up first and then copied whole is waited for until its parts have reached memory.
        m.id.serial = record.number;
        m.id.origin = origin;
        m.born = t;
        m.sent = t;
        m.bytes = record.bytes;
        m.key = record.key;
        m.carriesUnit = !way.holdsUnit;
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
    void sendFirst(SimTime t, const Record& record, std::uint32_t output, std::uint32_t fan, Emit& emit)
    {
        Output& way = outputs[output];
        if (way.forgets) {
            forget(t, record, way, emit);
            return ended(t, fan, false, Duration{0});
        }
        Message message;
        message.operation = way.operation;
        fill(message, t, record, way);
        Call call{message, output, false, fan, {}, t, TimePart::Retry};
        way.guard.firstTry();
        if (!way.guard.admits(t, call.pass)) {
            ++emit.path(way.index).failed;
            return giveUp(t, fan, emit.path(way.index));
        }
        const CallToken token = calls.open(call, way.index);
        transmit(t, token, message, way, emit);
    }
    void giveUp(SimTime t, std::uint32_t fan, PathMeter& path)
    {
        ++path.gaveUp;
        ++meter.units.gaveUp;
        ended(t, fan, true, {});
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
            outputs[call->output].guard.succeeded(t, call->pass);
            meter.units.done += outputs[call->output].holdsUnit ? 1 : 0;
            ended(t, call->fan, false, t - call->message.sent);
            calls.close(r.call.slot);
            return;
        }
        ++path.failed;
        call->lostTo = waitAfter(r.outcome);
        tryAgainOrGiveUp(t, r.call.slot, *call, false, path);
    }

    void tryAgainOrGiveUp(SimTime t, std::uint32_t slot, Call& call, bool timedOut, PathMeter& path)
    {
        CallGuard& guard = outputs[call.output].guard;
        if (!guard.retries(t, call.message.id.attempt + 1, timedOut, call.pass)) {
            giveUp(t, call.fan, path);
            calls.close(slot);
            return;
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
            giveUp(t, stopped.fan, emit.path(way.index));
            return calls.close(slot);
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
    bool attends(std::uint32_t connection) const
    {
        return std::any_of(outputs.begin(), outputs.end(), [&](const Output& output) {
            return output.index == connection && !output.forgets;
        });
    }
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
    void report(NodeReport& out) const
    {
        std::vector<CallGuard> guards;
        for (const Output& output : outputs)
            guards.push_back(output.guard);
        reportGuards(guards, out.component);
    }

    SourceConfig config;
    ArrivalStream arrivals;
    std::vector<Output> outputs;
    std::vector<double> shares;  ///< of a split, cumulative, of all outputs but the last
    bool split = false;
    bool onlySends = false;  ///< there are outputs, and all forget
    std::uint32_t origin = 0;
    std::uint64_t serial = 0;
    DrawKey sizes, keyDraws, routes, backoffs;
    PendingSlab<Call> calls;
    PendingSlab<Fan> fans;
    std::array<SimTime, kMostTogether> times;  ///< of the arrivals handled together
    std::array<Record, kMostTogether> records;
};

}  // namespace

NodeHandle makeSource(SourceConfig config, const NodeContext& context)
{
    const std::string name = config.stream.empty() ? context.self.component->id : config.stream;
    const auto draws = [&](Purpose purpose) {
        return DrawKey{context.seed, context.replication, name, purpose};
    };
    ArrivalStream arrivals{std::move(config.profile),
                           config.arrivals,
                           GapStream{draws(Purpose::Gap).bitsAt(0)},
                           draws(Purpose::Phase).at(std::uint64_t{0}),
                           GapStream{draws(Purpose::Gap).bitsAt(1)},
                           config.bursts};
    for (const KeyLaw::Listed& key : config.keys.listed()) {
        if (!key.name.empty())
            context.keyHashes->name(key.key, key.name);
    }
    auto node = std::make_unique<SourceNode>(std::move(config), std::move(arrivals));
    node->meter = context.meter();
    node->origin = static_cast<std::uint32_t>(hashOf(name));
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
        if (node->outputs.size() + 1 < context.outputs.size())
            node->shares.push_back(cumulative);
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
        const RetryPolicy& retry = output.guard.policy();
        output.forgets = retry.kind == RetryPolicy::Kind::None && !retry.breaker.on
                         && output.timeout == Duration{0} && !output.holdsUnit;
        node->outputs.push_back(output);
    }
    node->onlySends = !node->outputs.empty()
                      && std::all_of(node->outputs.begin(), node->outputs.end(),
                                     [](const Output& output) { return output.forgets; });
    return makeNode(std::move(node));
}

}  // namespace plimsoll
