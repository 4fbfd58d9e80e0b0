// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/shared/outgoing.h"
#include "simulator/families/topic/topic.h"
#include "simulator/kernel/node.h"
#include "simulator/kernel/pending_slab.h"
#include "simulator/queueing/token_bucket.h"

#include <deque>
#include <unordered_map>
#include <vector>

namespace plimsoll::topic_node {

/// One copy on its way to one subscriber, with all its tries.
struct Delivery {
    Message message;
    std::uint32_t way = 0;
    int tries = 0;
    SimTime accepted;      ///< its age runs from here
    SimTime tried;         ///< the present try left, or it could have left at the soonest
    bool waiting = false;  ///< here, between two tries or behind another one
    TimePart lostTo = TimePart::Retry;
};

/// The deliveries of one key that keep their order.
struct OrderedLine {
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;
    std::uint32_t open = 0;
    std::uint32_t trying = kNone;  ///< the one that failed: the others wait for its end
    SimTime lastSent = kSimStart;
    std::deque<std::uint32_t> held;
};

/// One connection to a subscriber.
struct Subscription {
    OutCall way;
    SubscriptionRules rules;
    ConsumerCounts counts;
    TopicVolume delivered;  ///< sums, not rates
    std::uint64_t failedTries = 0;
    TokenBucket pace;
    RateUse paced;
    std::uint64_t heldByPace = 0;
    std::unordered_map<std::uint32_t, OrderedLine> lines;  ///< by key; looked up only, never walked
};

/// Where goes what was given up.
struct DeadLetters {
    std::uint32_t connection = 0;
    Operation operation = Operation::Write;
};

struct DeliveryFigures {
    std::uint64_t tries = 0, retries = 0, timeouts = 0, deadLettered = 0, lost = 0, held = 0;
    TopicVolume copies;  ///< sums, not rates
    RateUse asked;
};

/// The deliveries of a topic: each subscription is a retry machine of its own. `Node` is the node, a NodeBase with `config`.
template <class Node>
struct Deliveries {
    static bool owns(std::uint64_t alarm) { return alarm >= kRetry; }

    /// A copy of an accepted record for the subscription, which has left its publisher's hands at `ready`.
    template <class Emit>
    void deliver(SimTime t, SimTime ready, const Member& record, std::uint32_t records, std::uint32_t at,
                 Emit& emit)
    {
        Subscription& to = subscriptions[at];
        const OutCall& way = to.way;
        Message copy;
        copy.id = way.copyOf(record.id);
        copy.id.visit = static_cast<std::uint8_t>(record.id.visit + 1);
        copy.id.attempt = 0;
        copy.born = record.born;
        copy.bytes = way.resizes() ? way.bytesFor(record.bytes) : record.bytes;
        copy.key = record.key;
        copy.records = records;
        copy.operation = way.operation;
        copy.carriesUnit = true;
        copy.sent = t;
        count(figures.copies, copy);
        const CallToken token = open.open({copy, at, 0, t, ready, false, TimePart::Retry}, way.index);
        if (node().config.ordered) {
            OrderedLine& line = to.lines[copy.key];
            ++line.open;
            if (line.trying != OrderedLine::kNone) {
                open.at(token.slot)->waiting = true;
                line.held.push_back(token.slot);
                return;
            }
        }
        send(t, token.slot, emit);
    }

    template <class Emit>
    void reply(SimTime t, const Reply& r, Emit& emit)
    {
        emit.spans().release(r.members);
        Delivery* delivery = open.find(r.call);
        if (!delivery) {  // after its time was over: another try is on its way or has been given up
            node().meter.units.lost += r.units;
            return;
        }
        if (r.outcome != Outcome::Done)
            return failed(t, r.call.slot, r.outcome, emit);
        Subscription& to = subscriptions[delivery->way];
        const Message& message = delivery->message;
        to.counts.delivered += message.records;
        count(to.delivered, message);
        to.counts.peakAgeSeconds = std::max(to.counts.peakAgeSeconds, seconds(t - delivery->accepted));
        end(t, r.call.slot, emit);
    }

    template <class Emit>
    void alarm(SimTime t, std::uint64_t id, Emit& emit)
    {
        const auto slot = static_cast<std::uint32_t>(id & kLow);
        Delivery* delivery = open.find({slot, static_cast<std::uint32_t>(id >> 28 & kLow), 0, false});
        if (!delivery)
            return;
        if (id < kTimeout) {
            if (node().faults.down)
                return node().timers.arm(t + std::chrono::seconds{1}, id);
            return resume(t, slot, emit);
        }
        if (delivery->waiting)
            return;
        ++figures.timeouts;
        // What was sent may still be done, so a next try makes a possible duplicate.
        node().meter.units.copied += delivery->message.records;
        failed(t, slot, Outcome::TimedOut, emit);
    }

    void count(TopicVolume& volume, const Message& message) const
    {
        const double bytes = static_cast<double>(message.bytes) * message.records;
        volume.calls += 1;
        volume.bytes += bytes;
        volume.callSteps += steps(bytes, node().config.callStep);
        countRecord(volume, static_cast<double>(message.bytes), message.records);
    }
    void countRecord(TopicVolume& volume, double bytes, std::uint32_t records) const
    {
        volume.records += records;
        volume.recordSteps += records * steps(bytes, node().config.recordStep);
        volume.fineSteps += records * steps(bytes, node().config.fineStep);
    }
    static double steps(double bytes, double step) { return std::max(1.0, std::ceil(bytes / step)); }

    std::uint64_t unitsWaiting() const
    {
        std::uint64_t units = 0;
        open.forEach([&](const Delivery& one) { units += one.waiting ? one.message.records : 0; });
        return units;
    }
    /// Deliveries that wait here, and how old the oldest is.
    std::pair<double, double> waitingAt(SimTime t)
    {
        double count = 0, age = 0;
        open.forEach([&](const Delivery& one) {
            if (!one.waiting)
                return;
            count += one.message.records;
            age = std::max(age, seconds(t - one.accepted));
        });
        if (node().config.deliveries)
            count += std::max(0.0, -turns.credit(t));
        for (Subscription& each : subscriptions) {
            if (each.rules.receiver == Receiver::Endpoint && node().config.endpointPace)
                count += std::max(0.0, -each.pace.credit(t));
        }
        return {count, age};
    }

    std::vector<Subscription> subscriptions;
    std::vector<DeadLetters> deadLetters;
    PendingSlab<Delivery> open;
    TokenBucket turns;  ///< of all deliveries
    DrawKey propagations, backoffs;
    DeliveryFigures figures;

private:
    static constexpr std::uint64_t kRetry = std::uint64_t{1} << 60, kTimeout = std::uint64_t{2} << 60;
    static constexpr std::uint64_t kLow = 0xFFFFFFF;
    std::uint64_t alarmOf(std::uint64_t kind, std::uint32_t slot) const
    {
        return kind | (static_cast<std::uint64_t>(open.generationOf(slot)) & kLow) << 28 | slot;
    }
    Node& node() { return static_cast<Node&>(*this); }
    const Node& node() const { return static_cast<const Node&>(*this); }

    /// Its turn among all deliveries, and among those of an endpoint that is paced; kNever when nothing is left of the pace.
    SimTime turn(SimTime t, Subscription& to)
    {
        const bool isPaced = to.rules.receiver == Receiver::Endpoint && node().config.endpointPace;
        const SimTime free = node().config.deliveries ? turns.readyAt(1, t) : t;
        const SimTime paced = isPaced ? to.pace.readyAt(1, t) : t;
        if (free == kNever || paced == kNever)
            return kNever;
        if (node().config.deliveries) {
            figures.asked.add(t, 1);
            turns.take(1);
            figures.held += free > t ? 1 : 0;
        }
        if (isPaced) {
            to.paced.add(t, 1);
            to.pace.take(1);
            to.heldByPace += paced > t ? 1 : 0;
        }
        return std::max(free, paced);
    }
    /// A first try travels through the service before it leaves; in order, it does not overtake.
    template <class Emit>
    void send(SimTime t, std::uint32_t slot, Emit& emit)
    {
        Delivery& delivery = *open.at(slot);
        Subscription& to = subscriptions[delivery.way];
        const SimTime at = turn(t, to);
        if (at == kNever) {
            delivery.waiting = true;
            return node().timers.arm(t + std::chrono::seconds{1}, alarmOf(kRetry, slot));
        }
        SimTime goes = at;
        const SimTime from = std::max(t, delivery.tried);
        const MessageId& id = delivery.message.id;
        if (delivery.tries == 0)
            goes = std::max(
                {from, at,
                 delivery.accepted + node().slowed(node().config.propagation.drawFor(id, propagations))});
        if (node().config.ordered) {
            OrderedLine& line = to.lines[delivery.message.key];
            goes = line.lastSent = std::max(goes, line.lastSent);
        }
        emit.spent(node().meter, id, TimePart::Queue, from, std::max(from, at));
        emit.spent(node().meter, id, TimePart::Transfer, std::max(from, at), goes);
        transmit(goes, slot, emit);
    }
    template <class Emit>
    void transmit(SimTime at, std::uint32_t slot, Emit& emit)
    {
        Delivery& delivery = *open.at(slot);
        const Subscription& to = subscriptions[delivery.way];
        ++figures.tries;
        ++delivery.tries;
        delivery.waiting = false;
        delivery.tried = at;
        Message message = delivery.message;
        message.sent = at;
        message.replyTo = {slot, open.generationOf(slot), to.way.index, false};
        const Duration timeout = node().config.endpointTimeout;
        if (to.rules.receiver == Receiver::Endpoint && timeout > Duration{0}) {
            message.deadline = at + timeout;
            node().timers.arm(at + timeout, alarmOf(kTimeout, slot));
        }
        emit.send(to.way.index, at, message);
    }
    /// After a pause, or when those before it in its order are done.
    template <class Emit>
    void resume(SimTime t, std::uint32_t slot, Emit& emit)
    {
        Delivery& delivery = *open.at(slot);
        Message& message = delivery.message;
        const SimTime since = std::min(t, delivery.tried);
        delivery.tried = std::max(t, delivery.tried);
        if (delivery.tries == 0) {
            emit.spent(node().meter, message.id, TimePart::Queue, since, t);
        } else {
            node().meter.spent(delivery.lostTo, t - since, message.records);
            emit.waited(subscriptions[delivery.way].way.index, message.id, delivery.lostTo, since, t);
            ++figures.retries;
            message.id.attempt = static_cast<std::uint8_t>(std::min(message.id.attempt + 1, 255));
        }
        send(t, slot, emit);
    }
    /// A try came to nothing.
    template <class Emit>
    void failed(SimTime t, std::uint32_t slot, Outcome outcome, Emit& emit)
    {
        Delivery& delivery = *open.at(slot);
        Subscription& to = subscriptions[delivery.way];
        ++to.failedTries;
        delivery.lostTo = waitAfter(outcome);
        // What one of AWS's own services does not take for what it is will not be taken another time.
        const bool isFinal = outcome == Outcome::Rejected && to.rules.receiver != Receiver::Endpoint;
        const MessageId& id = delivery.message.id;
        const double u =
            backoffs.at(id.serial, id.rest() ^ mix64(static_cast<std::uint64_t>(delivery.tries)));
        const Duration pause = to.rules.plan->pause(delivery.tries, u);
        if (isFinal || delivery.tries > to.rules.retries || t + pause - delivery.accepted > to.rules.age)
            return giveUp(t, slot, emit);
        wait(slot);
        if (node().config.ordered) {
            OrderedLine& line = to.lines[delivery.message.key];
            if (line.trying != OrderedLine::kNone && line.trying != slot) {
                line.held.push_back(slot);
                return;
            }
            line.trying = slot;
        }
        node().timers.arm(t + pause, alarmOf(kRetry, slot));
    }
    /// An answer that still comes finds nothing.
    void wait(std::uint32_t slot)
    {
        open.reopen(
            slot, [](Delivery& one, const CallToken&) { one.waiting = true; },
            [&](const Delivery& one) { return subscriptions[one.way].way.index; });
    }
    template <class Emit>
    void giveUp(SimTime t, std::uint32_t slot, Emit& emit)
    {
        Delivery& delivery = *open.at(slot);
        Subscription& to = subscriptions[delivery.way];
        Message message = delivery.message;
        to.counts.expired += message.records;
        to.counts.peakAgeSeconds = std::max(to.counts.peakAgeSeconds, seconds(t - delivery.accepted));
        std::vector<std::uint32_t> others;
        for (const Subscription& each : subscriptions) {
            if (each.way.index != to.way.index)
                others.push_back(each.way.index);
        }
        emit.took(std::span<const std::uint32_t>{others}, message.born);
        if (deadLetters.empty()) {
            figures.lost += message.records;
            node().meter.units.lost += message.records;
            return end(t, slot, emit);
        }
        figures.deadLettered += message.records;
        node().meter.units.copied += (deadLetters.size() - 1) * message.records;
        message.id.visit = static_cast<std::uint8_t>(message.id.visit + 1);
        message.id.attempt = 0;
        message.sent = t;
        for (const DeadLetters& letters : deadLetters) {
            message.operation = letters.operation;
            message.replyTo = {CallToken::kNobody, 0, letters.connection, false};
            emit.send(letters.connection, t + std::chrono::milliseconds{1}, message);
        }
        end(t, slot, emit);
    }
    template <class Emit>
    void end(SimTime t, std::uint32_t slot, Emit& emit)
    {
        const std::uint32_t way = open.at(slot)->way, key = open.at(slot)->message.key;
        open.close(slot);
        if (node().config.ordered)
            leaveLine(t, subscriptions[way], key, slot, emit);
    }

    /// Those held back go one after the other until one has got through with nobody behind it.
    template <class Emit>
    void leaveLine(SimTime t, Subscription& to, std::uint32_t key, std::uint32_t slot, Emit& emit)
    {
        OrderedLine& line = to.lines[key];
        if (--line.open == 0) {
            to.lines.erase(key);
            return;
        }
        if (line.trying != slot)
            return;
        line.trying = OrderedLine::kNone;
        line.lastSent = std::max(line.lastSent, t);
        if (line.held.empty())
            return;
        line.trying = line.held.front();
        line.held.pop_front();
        resume(t, line.trying, emit);
    }
};

}  // namespace plimsoll::topic_node
