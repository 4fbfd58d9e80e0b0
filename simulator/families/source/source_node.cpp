// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/source/source.h"

#include "simulator/families/shared/outgoing.h"
#include "simulator/queueing/call_desk.h"
#include "simulator/traffic/arrival_stream.h"

namespace plimsoll {

namespace {

struct SourceNode : NodeBase {
    static constexpr std::uint64_t kArrival = 0;
    static constexpr std::uint64_t kFlush = std::uint64_t{1} << 56;

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
    /// One record of a put of several.
    struct Piece {
        MessageId id;
        std::uint32_t fan = kAlone;
    };
    struct Put {
        std::uint32_t fan = kAlone;     ///< of its one record
        std::uint32_t pieces = kAlone;  ///< slot of several
    };
    /// What a connection collects for its next put.
    struct Gathering {
        std::vector<Member> members;
        std::vector<Piece> pieces;
        std::uint32_t serial = 0;
    };
    using Desk = CallDesk<Put, CallerKind::Origin>;
    static constexpr std::size_t kMostTogether = MessageColumn::kMost;

    SourceNode(const SourceConfig& c, ArrivalStream a) : config{c}, arrivals{std::move(a)} {}

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
        if (Desk::owns(id))
            return desk.alarm(t, id, *this, emit);
        if (id >= kFlush) {
            const auto way = static_cast<std::uint32_t>(id >> 32 & 0xFFFFFF);
            if (gatherings[way].serial == static_cast<std::uint32_t>(id))
                flush(t, way, emit);
            return;
        }
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
            const std::size_t count = arrivals.column(t, end, times);
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
        if (outgoing.copies() && ways().size() == 1)
            return forgetEach(
                at, ways().front(), [&](std::size_t n) { return draw(first + n); }, emit);
        for (std::size_t n = 0; n < at.size(); ++n)
            records[n] = draw(first + n);
        if (outgoing.copies()) {
            meter.units.copied += (ways().size() - 1) * at.size();
            for (const OutCall& way : ways())
                forgetEach(
                    at, way, [&](std::size_t n) { return records[n]; }, emit);
            return;
        }
        if (onlySplits)
            return splitEach(at, emit);
        chooseEach(at, emit);
    }
    /// Each of them takes one of the ways, or, where their shares leave something over, none.
    template <class Emit>
    void splitEach(std::span<const SimTime> at, Emit& emit)
    {
        // Without a branch on what is drawn.
        std::array<double, kMostTogether> draws;
        std::array<std::uint64_t, kMostTogether> chosen{};
        for (std::size_t n = 0; n < at.size(); ++n)
            draws[n] = routes.at(idOf(records[n].number));
        for (const double until : shares) {
            for (std::size_t n = 0; n < at.size(); ++n)
                chosen[n] += draws[n] >= until ? 1 : 0;
        }
        using Places = std::array<std::uint8_t, kMostTogether>;
        const auto send = [&](std::size_t number, const Places& places, std::size_t count) {
            std::array<SimTime, kMostTogether> when;
            for (std::size_t n = 0; n < count; ++n)
                when[n] = at[places[n]];
            if (count > 0)
                forgetEach(
                    {when.data(), count}, ways()[number], [&](std::size_t n) { return records[places[n]]; },
                    emit);
        };
        constexpr std::size_t kFew = 8;
        if (ways().size() <= kFew) {  // all are dealt out in one go; behind the ways lies what takes none
            std::array<Places, kFew + 1> places;
            std::array<std::size_t, kFew + 1> counts{};
            for (std::size_t n = 0; n < at.size(); ++n)
                places[chosen[n]][counts[chosen[n]]++] = static_cast<std::uint8_t>(n);
            for (std::size_t number = 0; number < ways().size(); ++number)
                send(number, places[number], counts[number]);
            meter.units.filtered += counts[ways().size()];
            return;
        }
        std::size_t taken = 0;
        for (std::size_t number = 0; number < ways().size(); ++number) {
            Places places;
            std::size_t count = 0;
            for (std::size_t n = 0; n < at.size(); ++n) {
                places[count] = static_cast<std::uint8_t>(n);
                count += chosen[n] == number ? 1 : 0;
            }
            taken += count;
            send(number, places, count);
        }
        meter.units.filtered += at.size() - taken;
    }
    template <class Emit>
    void chooseEach(std::span<const SimTime> at, Emit& emit)
    {
        std::array<double, kMostTogether> choices;
        for (std::size_t n = 0; n < at.size(); ++n)
            choices[n] = routes.at(idOf(records[n].number));
        std::array<std::uint8_t, kMostTogether> places, copies{};
        std::array<SimTime, kMostTogether> when;
        for (const OutCall& way : ways()) {
            std::size_t count = 0;
            for (std::size_t n = 0; n < at.size(); ++n) {
                const bool takes = way.takes(choices[n], records[n].key);
                places[count] = static_cast<std::uint8_t>(n);
                when[count] = at[n];
                count += takes ? 1 : 0;
                copies[n] = static_cast<std::uint8_t>(copies[n] + (takes ? 1 : 0));
            }
            if (count > 0)
                forgetEach(
                    {when.data(), count}, way, [&](std::size_t n) { return records[places[n]]; }, emit);
        }
        for (std::size_t n = 0; n < at.size(); ++n) {
            meter.units.filtered += copies[n] == 0 ? 1 : 0;
            meter.units.copied += copies[n] > 1 ? copies[n] - 1u : 0u;
        }
    }
    template <class RecordAt, class Emit>
    void forgetEach(std::span<const SimTime> at, const OutCall& way, RecordAt recordAt, Emit& emit)
    {
        if (way.copy != 0 || way.resizes()) {
            emit.sendEach(way.index, at, at, [&](std::size_t n, Message& m) {
                m.operation = way.operation;
                fillUnattended(m, at[n], recordAt(n), way);
            });
            return;
        }
        // As most connections are, without a question about each record.
        const Operation operation = way.operation;
        const std::uint32_t index = way.index;
        emit.sendEach(index, at, at, [&, operation, index](std::size_t n, Message& m) {
            m.operation = operation;
            fillPlain(m, at[n], recordAt(n));
            m.carriesUnit = true;
            m.replyTo.slot = CallToken::kUnattended;
            m.replyTo.connection = index;
        });
    }
    MessageId idOf(std::uint64_t number) const
    {
        return {.serial = number, .origin = origin, .part = 0, .visit = 0, .attempt = 0};
    }
    [[gnu::always_inline]] Record draw(std::uint64_t number) const
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
        if (ways().empty()) {
            ++meter.units.done;
            return ended(t, kAlone, false, Duration{0});
        }
        const double u = outgoing.copies() ? 0 : routes.at(idOf(record.number));
        std::size_t copies = 0;
        for (const OutCall& way : ways())
            copies += way.takes(u, record.key) ? 1 : 0;
        if (copies == 0) {
            ++meter.units.filtered;
            return ended(t, kAlone, false, Duration{0});
        }
        meter.units.copied += copies - 1;
        const std::uint32_t fan = copies == 1 ? kAlone : fans.open({copies, false}, 0).slot;
        for (std::uint32_t way = 0; way < ways().size(); ++way) {
            if (ways()[way].takes(u, record.key))
                send(t, record, way, fan, emit);
        }
    }

    template <class Emit>
    void send(SimTime t, const Record& record, std::uint32_t number, std::uint32_t fan, Emit& emit)
    {
        const OutCall& way = ways()[number];
        if (way.batchSize > 1)
            return gather(t, record, number, fan, emit);
        if (way.forgets()) {
            emit.send(way.index, t, way.operation, [&](Message& m) { fillUnattended(m, t, record, way); });
            return ended(t, fan, false, Duration{0});
        }
        Message message;
        message.operation = way.operation;
        fill(message, t, record, way);
        desk.place(t, message, number, {fan, kAlone}, *this, emit);
    }
    template <class Emit>
    void gather(SimTime t, const Record& record, std::uint32_t number, std::uint32_t fan, Emit& emit)
    {
        const OutCall& way = ways()[number];
        Gathering& batch = gatherings[number];
        const MessageId id = way.copyOf(idOf(record.number));
        batch.members.push_back(
            {id, t, t, record.key, static_cast<std::uint32_t>(way.bytesFor(record.bytes))});
        batch.pieces.push_back({id, fan});
        if (batch.members.size() >= way.batchSize)
            flush(t, number, emit);
        else if (batch.members.size() == 1)
            timers.arm(t + config.batchWait, kFlush | std::uint64_t{number} << 32 | batch.serial);
    }
    template <class Emit>
    void flush(SimTime t, std::uint32_t number, Emit& emit)
    {
        Gathering& batch = gatherings[number];
        ++batch.serial;
        const Member& first = batch.members.front();
        Message message;
        message.operation = ways()[number].operation;
        message.id = first.id;
        message.born = message.sent = first.born;
        message.key = first.key;
        message.records = static_cast<std::uint32_t>(batch.members.size());
        for (const Member& member : batch.members) {
            message.bytes += member.bytes;
            emit.traced(member.id, TimePart::BufferWait, member.arrived, t);
        }
        Put put{batch.pieces.front().fan, kAlone};
        if (batch.members.size() > 1) {
            message.members = emit.spans().create();
            emit.spans().members(message.members).swap(batch.members);
            // They end in their order: the next one is found at the end.
            std::reverse(batch.pieces.begin(), batch.pieces.end());
            put.pieces = puts.open(std::move(batch.pieces), 0).slot;
        }
        batch.members.clear();
        batch.pieces.clear();
        desk.place(t, message, number, put, *this, emit);
    }

    void fillUnattended(Message& m, SimTime t, const Record& record, const OutCall& way) const
    {
        fill(m, t, record, way);
        m.carriesUnit = true;
        m.replyTo.slot = CallToken::kUnattended;
        m.replyTo.connection = way.index;
    }
    void fill(Message& m, SimTime t, const Record& record, const OutCall& way) const
    {
        fillPlain(m, t, record);
        if (way.copy != 0)
            m.id.part = way.partFor(0);
        if (way.resizes())
            m.bytes = way.bytesFor(record.bytes);
    }
    void fillPlain(Message& m, SimTime t, const Record& record) const
    {
        // Part by part: an id made up first and then copied whole is waited for until its parts have reached memory.
        m.id.serial = record.number;
        m.id.origin = origin;
        m.born = t;
        m.sent = t;
        m.bytes = record.bytes;
        m.key = record.key;
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
    void accept(SimTime, const Message&, Emit&)
    {}

    template <class Emit>
    void reply(SimTime t, const Reply& r, Emit& emit)
    {
        desk.reply(t, r, *this, emit);
    }
    void recordEnded(SimTime t, const Desk::Call& call, const MessageId& id, SimTime sent, bool failed)
    {
        if (call.owner.pieces == kAlone)
            return ended(t, call.owner.fan, failed, t - sent);
        std::vector<Piece>& pieces = *puts.at(call.owner.pieces);
        const auto piece = std::find_if(pieces.rbegin(), pieces.rend(),
                                        [&](const Piece& one) { return sameRecord(one.id, id); });
        const std::uint32_t fan = piece->fan;
        pieces.erase(std::next(piece).base());
        ended(t, fan, failed, t - sent);
    }
    static bool sameRecord(const MessageId& a, const MessageId& b)
    {
        return a.serial == b.serial && a.part == b.part;
    }
    template <class Emit>
    void callEnded(SimTime, const Put& put, Outcome, Emit&)
    {
        if (put.pieces != kAlone)
            puts.close(put.pieces);
    }

    template <class Emit>
    void control(SimTime, const Control& c, Emit&)
    {
        faults.apply(c);
    }
    void sample(SimTime t) { meter.sample(t, 0, 0); }
    bool attends(std::uint32_t connection) const
    {
        return std::any_of(ways().begin(), ways().end(), [&](const OutCall& way) {
            return way.index == connection && (!way.forgets() || way.batchSize > 1);
        });
    }
    std::uint64_t resident() const
    {
        std::uint64_t held = fans.openCount();
        const auto alone = [&](const std::vector<Piece>& pieces) {
            held += static_cast<std::uint64_t>(std::count_if(
                pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.fan == kAlone; }));
        };
        desk.forEach([&](const Desk::Call& call) {
            held += call.owner.pieces == kAlone && call.owner.fan == kAlone ? 1 : 0;
        });
        puts.forEach(alone);
        for (const Gathering& batch : gatherings)
            alone(batch.pieces);
        return held;
    }
    std::uint64_t unitsInFlight() const
    {
        std::uint64_t units = desk.unitsHeld();
        for (const Gathering& batch : gatherings)
            units += batch.members.size();
        return units;
    }
    void report(NodeReport& out) const
    {
        reportGuards(desk.guards(), out.component);
        if (bill)
            bill({static_cast<double>(serial) / std::max(out.seconds, 1e-9)}, out);
    }
    const std::vector<OutCall>& ways() const { return outgoing.ways(); }

    SourceConfig config;
    ArrivalStream arrivals;
    Outgoing outgoing;
    bool onlySends = false;      ///< there are outputs, and all forget
    bool onlySplits = false;     ///< all share the records out
    std::vector<double> shares;  ///< then: of the ways, cumulative
    BillOf<SourceLoad> bill;
    std::uint32_t origin = 0;
    std::uint64_t serial = 0;
    DrawKey sizes, keyDraws, routes;
    Desk desk;
    std::vector<Gathering> gatherings;     ///< by way
    PendingSlab<std::vector<Piece>> puts;  ///< records of the open calls of several
    PendingSlab<Fan> fans;
    std::array<SimTime, kMostTogether> times;  ///< of the arrivals handled together
    std::array<Record, kMostTogether> records;
};

}  // namespace

NodeHandle SourceFamily::makeNode(const SourceConfig& config, const NodeContext& context,
                                  BillOf<SourceLoad> bill)
{
    const std::string& id = context.self.component->id;
    const std::string name = config.stream.empty() ? id : config.stream;
    const auto draws = [&](Purpose purpose) {
        return DrawKey{context.seed, context.replication, name, purpose};
    };
    const TrafficProfile profile = trafficOf(*context.scenario, id);
    const double from = context.trafficFromSeconds, to = from + seconds(context.horizon.time_since_epoch());
    ArrivalStream arrivals{RateProfile{profile, std::max(to, context.trafficSeconds), from, to},
                           profile.arrivals,
                           GapStream{draws(Purpose::Gap).bitsAt(0)},
                           draws(Purpose::Phase).at(std::uint64_t{0}),
                           GapStream{draws(Purpose::Gap).bitsAt(1)},
                           {profile.burstFactor, profile.burstShare, profile.burstSeconds}};
    for (const KeyLaw::Listed& key : config.keys.listed()) {
        if (!key.name.empty())
            context.keyHashes->name(key.key, key.name);
    }
    auto node = std::make_unique<SourceNode>(config, std::move(arrivals));
    node->bill = std::move(bill);
    node->meter = context.meter();
    node->origin = static_cast<std::uint32_t>(hashOf(name));
    node->sizes = draws(Purpose::Size);
    node->keyDraws = draws(Purpose::Key);
    node->routes = draws(Purpose::Route);
    node->outgoing = Outgoing{Outgoing::Sender::Source, context.self, context.outputs};
    node->desk.drawBackoffs(context.draws(Purpose::Backoff));
    node->onlySends = !node->outgoing.empty();
    for (const OutCall& way : node->outgoing.ways()) {
        node->desk.addWay(way.index, way.retry, way.timeout, way.holdsUnit ? CallUnit::Held : CallUnit::Sent,
                          config.sdkClients);
        node->onlySends &= way.forgets() && way.batchSize == 1;
    }
    node->onlySplits = !node->outgoing.copies();
    for (const OutCall& way : node->outgoing.ways()) {
        node->onlySplits &= way.route == OutCall::Route::Split;
        node->shares.push_back(way.until);
    }
    node->gatherings.resize(node->outgoing.ways().size());
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
