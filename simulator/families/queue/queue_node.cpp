// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/queue/message_line.h"
#include "simulator/families/queue/queue.h"
#include "simulator/families/shared/queue_pollers.h"
#include "simulator/kernel/pending_slab.h"
#include "simulator/metrics/facts.h"
#include "simulator/queueing/token_bucket.h"

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <utility>

namespace plimsoll {

namespace {

using queue_node::Entry;
using queue_node::kElsewhere;

/// The way back for the dead letters that came over one connection.
struct WayBack {
    std::uint32_t link = 0, from = 0;
};

/// A move of what waited when it began; messages that fail again meanwhile stay for the next one.
struct MoveTask {
    Duration gap{};
    std::uint64_t left = 0;
};

/// What one receive took: hidden from the others until deleted, or until the visibility timeout.
struct Hidden {
    std::vector<Entry> entries;
    std::size_t consumer = 0;
    std::uint64_t receive = 0;
};

struct HiddenUntil {
    SimTime at;
    std::uint32_t slot = 0, generation = 0;
};

/// A receive that waits for a message.
struct Parked {
    Message pull;
    SimTime until;
};

struct Consumer {
    std::uint32_t link = 0;
    ConsumerCounts counts;
    /// Slots by receive; looked up only, never walked.
    std::unordered_map<std::uint64_t, std::uint32_t> open;
};

/// Calls of one action, of which a queue may take so many a second.
struct CallQuota {
    explicit CallQuota(const std::optional<LimitSpec>& spec) : limit{spec}
    {
        if (limit)
            bucket = TokenBucket{limit->perUnit, limit->perUnit};
    }
    /// `first`: none waits before it.
    bool takes(SimTime t, bool first = true)
    {
        if (!limit)
            return true;
        demand.add(t, 1);
        const bool has = first && bucket.tryTake(1, t);
        refused += has ? 0 : 1;
        return has;
    }
    void cut(double to, SimTime t)
    {
        if (limit)
            bucket.setRate(limit->perUnit * to, limit->perUnit * to, t);
    }
    void report(double s, ComponentReport& out) const
    {
        if (limit)
            out.limits.push_back(withHistory(
                rateLimit(*limit, demand.total() / s, demand.peak(), double(refused)), demand, s));
    }
    std::optional<LimitSpec> limit;
    TokenBucket bucket;
    RateUse demand;
    std::uint64_t refused = 0;
};

/// How often each group is sent to; a group is in one partition of the queue as a whole.
struct GroupSends {
    struct Group {
        TokenBucket bucket;
        std::uint64_t calls = 0, lastCall = 0;
        bool hadRoom = true;
    };
    /// A call that brings several messages of a group is one to it.
    bool takes(SimTime t, std::uint32_t key, std::uint64_t call)
    {
        if (!limit)
            return true;
        const double rate = limit->perUnit * capacity;
        Group& group = groups.try_emplace(key, Group{TokenBucket{rate, rate}}).first->second;
        if (group.lastCall == call)
            return group.hadRoom;
        group.lastCall = call;
        demand.add(t, 1);
        most = std::max(most, ++group.calls);
        group.hadRoom = group.bucket.tryTake(1, t);
        return group.hadRoom;
    }
    void cut(double to, SimTime t)
    {
        capacity = to;
        for (auto& [key, group] : groups)  // each by itself: their order does not matter
            group.bucket.setRate(limit->perUnit * to, limit->perUnit * to, t);
    }
    void report(double s, ComponentReport& out) const
    {
        if (!limit || demand.total() <= 0)
            return;
        LimitSpec spec = *limit;
        spec.count = static_cast<double>(groups.size());
        out.limits.push_back(withHistory(rateLimit(spec, demand.total() / s, demand.peak(), double(refused),
                                                   static_cast<double>(most) / demand.total()),
                                         demand, s));
    }
    std::optional<LimitSpec> limit;
    double capacity = 1;
    std::unordered_map<std::uint32_t, Group> groups;
    RateUse demand;
    std::uint64_t most = 0;
    std::uint64_t refused = 0;  ///< messages
};

/// How long messages waited to be handed out the first time, by group.
class GroupWaits {
public:
    void add(std::uint32_t key, Duration waited)
    {
        Group& group = m_groups[key];
        ++group.messages;
        group.waited += waited;
        ++m_all.messages;
        m_all.waited += waited;
    }
    void report(ComponentReport& out) const
    {
        if (m_all.messages == 0)
            return;
        const auto busiest =
            std::max_element(m_groups.begin(), m_groups.end(), [](const auto& a, const auto& b) {
                return std::pair{a.second.messages, b.first} < std::pair{b.second.messages, a.first};
            });
        const Group& noisy = busiest->second;
        const Group others{m_all.messages - noisy.messages, m_all.waited - noisy.waited};
        out.facts.emplace_back("messages-of-busiest-group", "share of the messages in the busiest group",
                               Aggregation::TimeMean,
                               static_cast<double>(noisy.messages) / static_cast<double>(m_all.messages));
        out.facts.emplace_back("wait-of-busiest-group", "mean wait in the busiest group, s",
                               Aggregation::TimeMean, noisy.mean());
        if (others.messages > 0)
            out.facts.emplace_back("wait-of-other-groups", "mean wait in all other groups, s",
                                   Aggregation::TimeMean, others.mean());
    }

private:
    struct Group {
        std::uint64_t messages = 0;
        Duration waited{0};
        double mean() const { return seconds(waited) / static_cast<double>(messages); }
    };
    std::unordered_map<std::uint32_t, Group>
        m_groups;  ///< sums alone are taken of all: their order does not matter
    Group m_all;
};

struct QueueFigures {
    std::uint64_t stored = 0, bytes = 0;
    std::uint64_t sendCalls = 0;
    std::uint64_t sendRequests = 0, receiveRequests = 0, deleteRequests = 0;  ///< as billed, a chunk each
    std::uint64_t receives = 0, emptyReceives = 0, received = 0, deleted = 0;
    std::uint64_t cameBack = 0;         ///< visibility timeouts, by message
    std::uint64_t deletedLate = 0;      ///< deletes of what had come back already: it is worked on twice
    std::uint64_t deadLettered = 0;     ///< handed to the dead-letter queue
    std::uint64_t redriven = 0;         ///< moved back to the queues they came from
    std::uint64_t redrivesRefused = 0;  ///< asked for while another ran
    std::uint64_t expired = 0;
    std::uint64_t heldByQuota = 0;  ///< receives that found the in-flight quota used up
    HeldUse inFlight;
    double peakAgeSeconds = 0;
    std::uint64_t looks = 0,
                  heldByOrder = 0;  ///< samples; those in which order alone kept messages from a receive
};

template <class Line>
struct QueueNode : NodeBase {
    static constexpr std::uint64_t kServe = 0, kTimedOut = 1, kBack = 2, kMove = 3, kDelete = 4;
    /// Nobody waits for a dead letter; in the token's generation this says that it is one.
    static constexpr std::uint32_t kDeadLetter = 1;

    QueueNode(const QueueConfig& c, BillOf<QueueLoad> b)
        : config{c},
          bill{std::move(b)},
          sendCalls{c.sendCalls},
          receiveCalls{c.receiveCalls},
          deleteCalls{c.deleteCalls}
    {
        groupSends.limit = c.groupSends;
    }

    template <class Emit>
    void start(Emit&)
    {}

    Duration slowed(Duration d) const
    {
        return Duration{static_cast<std::int64_t>(static_cast<double>(d.count()) * faults.slow + 0.5)};
    }

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        if (m.operation == Operation::Pull)
            return queue_call::isRemove(m) ? remove(t, m, emit) : receive(t, m, emit);
        if (m.members && m.records < emit.spans().members(m.members).size())
            return accept(t, alone(m, emit), emit);
        meter.offered(t, m.records, m.id.attempt > 0);
        const SimTime ack = t + slowed(config.sendLatency);
        if (!sendCalls.takes(t)) {
            meter.throttled(t, m.records);
            return emit.refuse(ack, m, Outcome::Throttled);
        }
        ++figures.sendCalls;
        std::uint64_t bytes = m.bytes;
        if (!m.members) {
            const Outcome outcome =
                put(t, ack, Member{m.id, m.born, t, m.key, static_cast<std::uint32_t>(m.bytes)},
                    m.carriesUnit, originOf(m.replyTo), emit);
            if (outcome != Outcome::Done)
                return emit.refuse(ack, m, outcome);
            // One that comes back was given up before; the sinks wait for it again.
            if ((m.replyTo.slot == CallToken::kUnattended || isRedriven(m.replyTo)) && ack <= emit.horizon())
                emit.entered(m.replyTo.connection, m.born);
        } else {
            bytes = 0;
            SpanRef refused = emit.spans().create();
            Outcome refusal = Outcome::Rejected;
            for (const Member& member : emit.spans().members(m.members)) {
                bytes += member.bytes;
                const Outcome outcome = put(t, ack, member, m.carriesUnit, kElsewhere, emit);
                if (outcome == Outcome::Done)
                    continue;
                emit.spans().members(refused).push_back(member);
                if (outcome == Outcome::Throttled)
                    refusal = outcome;
            }
            emit.spans().release(m.members);
            if (!emit.spans().members(refused).empty()) {
                figures.sendRequests += chunks(bytes);
                return emit.refuse(ack, m, refusal, refused);
            }
            emit.spans().release(refused);
        }
        figures.sendRequests += chunks(bytes);
        emit.answer(ack, m.replyTo, answerTo(m, Outcome::Done));
    }

    /// One message about an object of many records stands for the first of them.
    template <class Emit>
    static Message alone(Message m, Emit& emit)
    {
        const std::vector<Member>& joined = emit.spans().members(m.members);
        for (std::size_t at = 1; at < joined.size(); ++at)
            emit.gone(joined[at].born);
        emit.spans().release(m.members);
        m.members = {};
        return m;
    }
    std::uint64_t chunks(std::uint64_t bytes) const
    {
        return std::max<std::uint64_t>(1, (bytes + config.chunk - 1) / config.chunk);
    }
    static Reply answerTo(const Message& m, Outcome outcome)
    {
        return {.call = {},
                .id = m.id,
                .outcome = outcome,
                .more = false,
                .members = {},
                .bytes = 0,
                .sent = m.sent,
                .units = 0};
    }

    static std::uint32_t originOf(const CallToken& token)
    {
        const bool isLetter = token.slot == CallToken::kNobody && token.generation == kDeadLetter;
        return isLetter ? token.connection : kElsewhere;
    }
    bool isRedriven(const CallToken& token) const
    {
        return std::find(redriven.begin(), redriven.end(), token.connection) != redriven.end();
    }

    template <class Emit>
    Outcome put(SimTime t, SimTime ack, Member member, bool carriesUnit, std::uint32_t from, Emit& emit)
    {
        const bool fails = faults.down || (faults.errors > 0 && errorDraws.at(member.id) < faults.errors);
        if (fails || member.bytes > config.largestMessage) {
            meter.rejected(t, 1);
            return fails ? Outcome::Failed : Outcome::Rejected;
        }
        if (!groupSends.takes(t, member.key, figures.sendCalls)) {
            ++groupSends.refused;
            meter.throttled(t, 1);
            return Outcome::Throttled;
        }
        meter.accepted(1);
        meter.completed(ack, 1, ack - t);
        emit.spent(meter, member.id, TimePart::Service, t, ack);
        ++figures.stored;
        figures.bytes += member.bytes;
        if (!carriesUnit)
            ++meter.units.generated;
        expire(t, emit);
        member.arrived = ack + config.delay;
        // Acknowledgements may overtake each other only when the latency changes: the line stays in order of sending.
        const SimTime visible = line.hasNew() ? std::max(member.arrived, lastVisible) : member.arrived;
        lastVisible = member.arrived = visible;
        line.add({member, ack, 0, from, figures.stored});
        emit.readable(meter, ack, member.id, member.born);
        if (!parked.empty())
            serveAt(visible);
        return Outcome::Done;
    }

    // --- receiving ------------------------------------------------------------------------------------------------

    template <class Emit>
    void receive(SimTime t, const Message& m, Emit& emit)
    {
        if (faults.down)
            return emit.answer(t + slowed(config.receiveLatency), m.replyTo, answerTo(m, Outcome::Failed));
        if (queue_call::isQuestion(m)) {
            Reply reply = answerTo(m, Outcome::Done);
            reply.bytes = line.visibleAt(t);
            ++figures.receiveRequests;
            return emit.answer(t + slowed(config.receiveLatency), m.replyTo, reply);
        }
        if (!receiveCalls.takes(t))
            return emit.answer(t + slowed(config.receiveLatency), m.replyTo, answerTo(m, Outcome::Throttled));
        expire(t, emit);
        const Duration wait = queue_call::waitOf(m);
        if (!available(t) && wait > Duration{0}) {
            parked.push_back({m, t + wait});
            timers.arm(t + wait, kTimedOut);
            if (line.nextAt() != kNever && hiddenMessages < config.inFlightQuota)
                serveAt(line.nextAt());
            return;
        }
        hand(t, m, emit);
    }

    bool available(SimTime t)
    {
        if (hiddenMessages >= config.inFlightQuota) {
            ++figures.heldByQuota;
            return false;
        }
        return line.nextAt() <= t;
    }

    /// Answers a receive with what there is.
    template <class Emit>
    void hand(SimTime t, const Message& m, Emit& emit)
    {
        meter.peak(static_cast<double>(line.visibleAt(t)));
        const SimTime at = t + slowed(config.receiveLatency);
        Reply reply = answerTo(m, Outcome::Done);
        ++figures.receives;
        std::vector<Entry> taken;
        if (hiddenMessages < config.inFlightQuota)
            line.take(t, std::min<std::uint64_t>(m.limit, config.inFlightQuota - hiddenMessages), taken);
        if (taken.empty()) {
            ++figures.emptyReceives;
            ++figures.receiveRequests;
            return emit.answer(at, m.replyTo, reply);
        }
        reply.members = emit.spans().create();
        std::vector<Member>& out = emit.spans().members(reply.members);
        for (Entry& entry : taken) {
            const SimTime since = entry.receives == 0 ? entry.sent : entry.member.arrived;
            emit.spent(meter, entry.member.id, TimePart::BufferWait, since, at);
            if (config.fair && entry.receives == 0)
                groupWaits.add(entry.group(), t - entry.member.arrived);
            entry.member.arrived = at;
            Member& member = out.emplace_back(entry.member);
            member.id.attempt = static_cast<std::uint8_t>(std::min(entry.receives, 255));
            ++entry.receives;
            reply.bytes += entry.member.bytes;
        }
        figures.received += taken.size();
        figures.receiveRequests += chunks(reply.bytes);
        reply.more = line.nextAt() <= t;
        hiddenMessages += taken.size();
        figures.inFlight.set(t, static_cast<double>(hiddenMessages));
        Hidden batch;
        batch.consumer = consumerOf(m.replyTo.connection);
        batch.receive = m.id.serial;
        batch.entries = std::move(taken);
        const std::size_t consumer = batch.consumer;
        const CallToken token = hidden.open(std::move(batch), 0);
        consumers[consumer].open[m.id.serial] = token.slot;
        const SimTime back = t + config.visibility;
        if (until.empty())
            timers.arm(back, kBack);
        until.push_back({back, token.slot, token.generation});
        emit.answer(at, m.replyTo, reply);
    }

    void serveAt(SimTime t)
    {
        if (t >= serving)
            return;
        serving = t;
        timers.arm(t, kServe);
    }
    template <class Emit>
    void serve(SimTime t, Emit& emit)
    {
        serving = kNever;
        while (!parked.empty() && available(t)) {
            const Message pull = parked.front().pull;
            parked.pop_front();
            hand(t, pull, emit);
        }
        if (!parked.empty() && line.nextAt() != kNever && hiddenMessages < config.inFlightQuota)
            serveAt(std::max(t, line.nextAt()));
    }
    /// Receives that have waited long enough go back with nothing. They may wait for different times.
    template <class Emit>
    void timedOut(SimTime t, Emit& emit)
    {
        for (auto at = parked.begin(); at != parked.end();) {
            if (at->until > t) {
                ++at;
                continue;
            }
            const Message pull = at->pull;
            at = parked.erase(at);
            hand(t, pull, emit);
        }
    }

    // --- what was received ------------------------------------------------------------------------------------------

    /// A delete beyond the quota is tried again by the consumer until it is taken.
    template <class Emit>
    void remove(SimTime t, const Message& m, Emit& emit)
    {
        if (deleteCalls.takes(t, held.empty()))
            return removeNow(t, m, emit);
        if (held.empty())
            timers.arm(deleteCalls.bucket.readyAt(1, t), kDelete);
        held.push_back(m);
    }
    template <class Emit>
    void removeHeld(SimTime t, Emit& emit)
    {
        while (!held.empty() && deleteCalls.bucket.tryTake(1, t)) {
            const Message m = held.front();
            held.pop_front();
            removeNow(t, m, emit);
        }
        if (!held.empty())
            timers.arm(deleteCalls.bucket.readyAt(1, t), kDelete);
    }
    template <class Emit>
    void removeNow(SimTime t, const Message& m, Emit& emit)
    {
        ++figures.deleteRequests;
        Consumer& consumer = consumers[consumerOf(m.replyTo.connection)];
        const auto found = consumer.open.find(m.id.serial);
        const std::uint64_t asked = m.members ? emit.spans().members(m.members).size() : 1;
        if (found == consumer.open.end() || faults.down) {
            figures.deletedLate += asked;
            emit.spans().release(m.members);
            return;
        }
        const std::uint32_t slot = found->second;
        Hidden& batch = *hidden.at(slot);
        const std::size_t before = batch.entries.size();
        if (m.members) {
            for (const Member& member : emit.spans().members(m.members))
                std::erase_if(batch.entries, [&](const Entry& entry) {
                    const bool is = same(entry.member.id, member.id);
                    if (is)
                        line.leave(entry);
                    return is;
                });
        } else {
            for (const Entry& entry : batch.entries)
                line.leave(entry);
            batch.entries.clear();
        }
        emit.spans().release(m.members);
        const std::size_t gone = before - batch.entries.size();
        release(t, gone);
        figures.deleted += gone;
        consumer.counts.delivered += gone;
        meter.units.done += gone;
        if (batch.entries.empty()) {
            consumer.open.erase(found);
            hidden.close(slot);
        }
        if (!parked.empty())
            serveAt(t);  // room in the quota
    }
    /// A later receive raises the attempt, the message is the same.
    static bool same(MessageId a, MessageId b)
    {
        a.attempt = b.attempt = 0;
        return a == b;
    }
    void release(SimTime t, std::size_t messages)
    {
        hiddenMessages -= messages;
        figures.inFlight.set(t, static_cast<double>(hiddenMessages));
    }

    /// Visibility timeouts end in the order of the receives.
    template <class Emit>
    void comeBack(SimTime t, Emit& emit)
    {
        while (!until.empty() && until.front().at <= t) {
            const HiddenUntil due = until.front();
            until.pop_front();
            Hidden* batch = hidden.find({due.slot, due.generation, 0, false});
            if (!batch)
                continue;  // all deleted
            backInLine.clear();
            for (Entry& entry : batch->entries) {
                if (deadLetter && entry.receives >= config.maxReceives) {
                    sendToDeadLetters(t, entry, emit);
                    line.leave(entry);
                    continue;
                }
                ++figures.cameBack;
                emit.spent(meter, entry.member.id, TimePart::Retry, entry.member.arrived, t);
                entry.member.arrived = t;
                backInLine.push_back(entry);
            }
            line.comeBack(backInLine);
            release(t, batch->entries.size());
            consumers[batch->consumer].open.erase(batch->receive);
            hidden.close(due.slot);
        }
        while (!until.empty() && !hidden.find({until.front().slot, until.front().generation, 0, false}))
            until.pop_front();
        if (!until.empty())
            timers.arm(until.front().at, kBack);
        expire(t, emit);
        if (!parked.empty())
            serve(t, emit);
    }
    template <class Emit>
    void sendToDeadLetters(SimTime t, const Entry& entry, Emit& emit)
    {
        ++figures.deadLettered;
        emit.spent(meter, entry.member.id, TimePart::Retry, entry.member.arrived, t);
        emit.gone(entry.member.born);
        Message dead;
        dead.id = entry.member.id;
        dead.id.attempt = 0;
        ++dead.id.visit;
        dead.born = entry.member.born;
        dead.sent = t;
        dead.bytes = entry.member.bytes;
        dead.key = entry.member.key;
        dead.replyTo = {CallToken::kNobody, kDeadLetter, *deadLetter, false};
        dead.carriesUnit = true;
        emit.send(*deadLetter, t + std::max(config.sendLatency, Duration{1}), dead);
    }
    /// Retention runs from the sending, whatever happened since.
    template <class Emit>
    void expire(SimTime t, Emit& emit)
    {
        line.expire(t - config.retention, [&](const Entry& entry) {
            ++figures.expired;
            ++meter.units.lost;
            emit.gone(entry.member.born);
        });
    }

    // --- redrive ------------------------------------------------------------------------------------------------------

    const WayBack* wayOf(const Entry& entry) const
    {
        const auto found = std::find_if(waysBack.begin(), waysBack.end(),
                                        [&](const WayBack& way) { return way.from == entry.from; });
        return found == waysBack.end() ? nullptr : &*found;
    }
    /// What is in the hands of a consumer is not moved, and neither is what no queue sent here.
    void startMove(SimTime t, double perSecond)
    {
        if (task) {
            ++figures.redrivesRefused;
            return;
        }
        MoveTask started;
        started.gap = fromSeconds(1 / (perSecond > 0 ? perSecond : config.redrivePerSecond));
        started.left = line.count([&](const Entry& entry) { return wayOf(entry) != nullptr; });
        if (started.left == 0)
            return;
        task = started;
        timers.arm(t, kMove);
    }
    /// The oldest goes first.
    template <class Emit>
    void move(SimTime t, Emit& emit)
    {
        if (faults.down)
            return timers.arm(t + std::chrono::seconds{1}, kMove);
        expire(t, emit);
        SimTime visible;
        const std::optional<Entry> entry = line.takeIf(
            t, [&](const Entry& each) { return wayOf(each) != nullptr; }, visible);
        if (!entry && visible != kNever)
            return timers.arm(visible, kMove);
        if (entry) {
            sendBack(t, *entry, emit);
            if (--task->left > 0)
                return timers.arm(t + task->gap, kMove);
        }
        task.reset();  // all moved, or the consumers were quicker
    }
    template <class Emit>
    void sendBack(SimTime t, const Entry& entry, Emit& emit)
    {
        ++figures.redriven;
        figures.receiveRequests += chunks(entry.member.bytes);
        ++figures.deleteRequests;
        emit.spent(meter, entry.member.id, TimePart::BufferWait,
                   entry.receives == 0 ? entry.sent : entry.member.arrived, t);
        Message back;
        back.id = entry.member.id;
        back.id.attempt = 0;
        ++back.id.visit;
        back.born = entry.member.born;
        back.sent = t;
        back.bytes = entry.member.bytes;
        back.key = entry.member.key;
        back.carriesUnit = true;
        const std::uint32_t link = wayOf(entry)->link;
        back.replyTo = moving.open(entry, link);
        emit.send(link, t + std::max(config.sendLatency, Duration{1}), back);
    }
    /// What its queue would not take stays here.
    void movedBack(const Reply& r)
    {
        const Entry* entry = moving.find(r.call);
        if (!entry)
            return;
        if (r.outcome != Outcome::Done) {
            --figures.redriven;
            line.putBack(*entry);
        }
        moving.close(r.call.slot);
    }

    // --- the rest -----------------------------------------------------------------------------------------------------

    template <class Emit>
    void reply(SimTime, const Reply& r, Emit& emit)
    {
        movedBack(r);
        emit.spans().release(r.members);
    }
    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        if (id == kServe) {
            if (t >= serving)
                serve(t, emit);
        } else if (id == kTimedOut) {
            timedOut(t, emit);
        } else if (id == kMove) {
            move(t, emit);
        } else if (id == kDelete) {
            removeHeld(t, emit);
        } else {
            comeBack(t, emit);
        }
    }
    template <class Emit>
    void control(SimTime t, const Control& c, Emit& emit)
    {
        faults.apply(c);
        if (c.kind == Control::Kind::Redrive)
            startMove(t, c.factor);
        if (c.kind == Control::Kind::CapacityCut) {
            for (CallQuota* quota : {&sendCalls, &receiveCalls, &deleteCalls})
                quota->cut(faults.capacity, t);
            groupSends.cut(faults.capacity, t);
            if (!held.empty())
                timers.arm(t, kDelete);
        }
        if (!faults.down)
            return;
        // A receive that waits is cut off.
        for (const Parked& one : parked)
            emit.answer(t + slowed(config.receiveLatency), one.pull.replyTo,
                        answerTo(one.pull, Outcome::Failed));
        parked.clear();
    }
    void sample(SimTime t)
    {
        const std::uint64_t waiting = line.visibleAt(t);
        const SimTime oldest = line.oldestSent(t);
        figures.peakAgeSeconds = std::max(figures.peakAgeSeconds, seconds(t - oldest));
        meter.sample(t, static_cast<double>(waiting), seconds(t - oldest));
        ++figures.looks;
        figures.heldByOrder += waiting > 0 && !parked.empty() && line.nextAt() > t ? 1 : 0;
    }
    Duration leastAnswer() const { return faults.shortest(config.sendLatency); }
    Duration leastPullAnswer() const { return faults.shortest(config.receiveLatency); }
    bool attends(std::uint32_t connection) const
    {
        return std::any_of(waysBack.begin(), waysBack.end(),
                           [&](const WayBack& way) { return way.link == connection; });
    }
    bool sends(std::uint32_t connection) const
    {
        return (deadLetter && *deadLetter == connection) || attends(connection);
    }
    std::uint64_t resident() const { return 0; }
    std::uint64_t unitsInFlight() const { return line.waiting() + hiddenMessages; }
    void report(NodeReport& out) const
    {
        const double s = std::max(out.seconds, 1e-9);
        for (const Consumer& consumer : consumers) {
            ConsumerCounts counts = consumer.counts;
            // They compete for the same messages: what is left is left to each of them.
            counts.expired = figures.expired + figures.deadLettered + figures.redriven;
            counts.resident = unitsInFlight();
            counts.peakAgeSeconds = figures.peakAgeSeconds;
            out.component.consumers.push_back(counts);
        }
        out.component.limits.push_back(
            heldLimit(config.inFlight, figures.inFlight.integralUntil(SimTime{fromSeconds(out.seconds)}) / s,
                      figures.inFlight.peak(), static_cast<double>(figures.heldByQuota)));
        for (const CallQuota* quota : {&sendCalls, &receiveCalls, &deleteCalls})
            quota->report(s, out.component);
        groupSends.report(s, out.component);
        addCounts(out.component, {{"receives", "receives", figures.receives},
                                  {"empty-receives", "empty receives", figures.emptyReceives},
                                  {"messages-received", "messages received", figures.received},
                                  {"messages-deleted", "messages deleted", figures.deleted},
                                  {"messages-that-came-back", "messages that came back", figures.cameBack},
                                  {"deleted-too-late", "deleted too late", figures.deletedLate},
                                  {"dead-lettered", "dead-lettered", figures.deadLettered},
                                  {"expired", "expired", figures.expired}});
        if (config.ordered && figures.looks > 0)
            out.component.facts.emplace_back(
                kHeldByOrder, "share of the time that order held messages back", Aggregation::TimeMean,
                static_cast<double>(figures.heldByOrder) / static_cast<double>(figures.looks));
        if (config.fair)
            groupWaits.report(out.component);
        if (figures.redriven > 0)
            addCounts(out.component,
                      {{"moved-back-to-their-queue", "moved back to their queue", figures.redriven}});
        if (figures.redrivesRefused > 0)
            addCounts(out.component, {{"redrives-refused", "redrives refused", figures.redrivesRefused}});
        const auto perSecond = [s](std::uint64_t sum) { return static_cast<double>(sum) / s; };
        bill({perSecond(figures.sendRequests), perSecond(figures.receiveRequests),
              perSecond(figures.deleteRequests)},
             out);
    }

    std::size_t consumerOf(std::uint32_t link) const
    {
        for (std::size_t at = 0; at < consumers.size(); ++at) {
            if (consumers[at].link == link)
                return at;
        }
        return 0;
    }

    QueueConfig config;
    BillOf<QueueLoad> bill;
    DrawKey errorDraws;
    std::vector<Consumer> consumers;
    std::optional<std::uint32_t> deadLetter;
    std::vector<WayBack> waysBack;        ///< to the queues whose dead letters come here
    std::vector<std::uint32_t> redriven;  ///< links over which its own come back
    std::optional<MoveTask> task;
    PendingSlab<Entry> moving;
    Line line;
    CallQuota sendCalls, receiveCalls, deleteCalls;
    GroupSends groupSends;
    GroupWaits groupWaits;
    std::deque<Message> held;       ///< deletes that wait for their quota
    std::vector<Entry> backInLine;  ///< scratch
    SimTime lastVisible = kSimStart;
    std::deque<Parked> parked;
    SimTime serving = kNever;
    PendingSlab<Hidden> hidden;
    std::deque<HiddenUntil> until;
    std::uint64_t hiddenMessages = 0;
    QueueFigures figures;
};

template <class Line>
NodeHandle nodeWith(const QueueConfig& config, const NodeContext& context, BillOf<QueueLoad> bill)
{
    auto node = std::make_unique<QueueNode<Line>>(config, std::move(bill));
    node->meter = context.meter();
    node->errorDraws = context.draws(Purpose::Error);
    for (const ConnectionPort& port : context.inputs) {
        if (port.redrives)
            node->redriven.push_back(port.index);
    }
    for (const ConnectionPort& port : context.outputs) {
        if (port.redrives) {
            const auto there =
                std::find_if(context.inputs.begin(), context.inputs.end(), [&](const ConnectionPort& input) {
                    return !input.redrives && input.connection == port.connection;
                });
            node->waysBack.push_back({port.index, there->index});
        } else if (port.kind == ConnectionKind::Poll) {
            Consumer consumer;
            consumer.link = port.index;
            consumer.counts.connection = port.connection->id;
            consumer.counts.consumer = port.connection->to;
            node->consumers.push_back(std::move(consumer));
        } else if (!node->deadLetter) {
            node->deadLetter = port.index;
        }
    }
    return plimsoll::makeNode(std::move(node));
}

}  // namespace

NodeHandle QueueFamily::makeNode(const QueueConfig& config, const NodeContext& context,
                                 BillOf<QueueLoad> bill)
{
    if (config.ordered)
        return nodeWith<queue_node::OrderedLine>(config, context, std::move(bill));
    if (config.fair)
        return nodeWith<queue_node::FairLine>(config, context, std::move(bill));
    return nodeWith<queue_node::StandardLine>(config, context, std::move(bill));
}

}  // namespace plimsoll
