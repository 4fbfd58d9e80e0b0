// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/users/users.h"

#include "model/support/number_text.h"
#include "simulator/families/shared/outgoing.h"
#include "simulator/kernel/driver_options.h"
#include "simulator/kernel/run_refused.h"
#include "simulator/queueing/call_desk.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace plimsoll {

namespace {

struct UsersNode : NodeBase {
    static constexpr std::uint64_t kThought = 0;
    /// The calls of all users together; each is known by its user.
    using Desk = CallDesk<std::uint32_t, CallerKind::Origin>;

    UsersNode(const UsersConfig& c, RateProfile users) : config{c}, present{std::move(users)} {}

    template <class Emit>
    void start(Emit&)
    {
        const auto users = static_cast<std::uint32_t>(std::ceil(std::max(0.0, present.peak() - 0.5)));
        requests.assign(users, 0);
        for (std::uint32_t user = 0; user < users; ++user)
            comeAndThink(kSimStart, user);
    }

    /// User n is there while the curve says that there are more than n and a half.
    SimTime presentFrom(SimTime t, std::uint32_t user) const
    {
        const double least = user + 0.5, now = seconds(t.time_since_epoch());
        const auto segments = present.segments();
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
        if (Desk::owns(id))
            return desk.alarm(t, id, *this, emit);
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
        watchRate(t);
        message.born = t;
        message.sent = t;
        message.bytes = config.recordBytes.draw(sizes, message.id);
        message.key = config.keys.draw(keyDraws.bitsAt(message.id));
        message.records = 1;
        ++meter.units.born;
        meter.offered(t, 1, false);
        meter.accepted(1);
        const std::vector<OutCall>& ways = outgoing.ways();
        if (ways.empty()) {
            ++meter.units.done;
            return answered(t, user, false, Duration{0});
        }
        // Every request takes exactly one of the ways.
        const double u = outgoing.copies() ? 0 : routes.at(message.id);
        std::uint32_t chosen = 0;
        while (!ways[chosen].takes(u, message.key))
            ++chosen;
        const OutCall& way = ways[chosen];
        message.operation = way.operation;
        message.bytes = way.resizes() ? way.bytesFor(message.bytes) : message.bytes;
        message.id = way.copyOf(message.id);
        desk.place(t, message, chosen, user, *this, emit);
    }

    /// Whoever is refused at once and does not think asks again and again within no time.
    void watchRate(SimTime t)
    {
        constexpr std::uint64_t kSeldom = 4096;
        constexpr double kLeastSeconds = 0.01, kEach = 4;  // requests of each user count for a burst
        if (++asked % kSeldom != 0)
            return;
        const double elapsed = std::max(kLeastSeconds, seconds(t.time_since_epoch()));
        if (static_cast<double>(asked)
            < kMostSentPerSecond * elapsed + kEach * static_cast<double>(requests.size()))
            return;
        throw RunRefused{{"/components/" + component + "/parameters/thinkSeconds",
                          "its users sent " + figure(asked) + " requests within " + plainNumber(elapsed)
                              + " s, as they are answered at once and do not think",
                          "use fewer users, let them think longer, or give what refuses them more capacity"}};
    }

    void answered(SimTime t, std::uint32_t user, bool failed, Duration latency)
    {
        if (failed)
            meter.failed(t, 1);
        else
            meter.completed(t, 1, latency);
        arm(t + thinking(user), user);
    }

    template <class Emit>
    void accept(SimTime, const Message&, Emit&)
    {}

    template <class Emit>
    void reply(SimTime t, const Reply& r, Emit& emit)
    {
        desk.reply(t, r, *this, emit);
    }
    void recordEnded(SimTime t, const Desk::Call& call, const MessageId&, SimTime sent, bool failed)
    {
        answered(t, call.owner, failed, t - sent);
    }
    template <class Emit>
    void callEnded(SimTime, std::uint32_t, Outcome, Emit&)
    {}

    template <class Emit>
    void control(SimTime, const Control& c, Emit&)
    {
        faults.apply(c);
    }
    void sample(SimTime t) { meter.sample(t, 0, 0); }
    std::uint64_t resident() const { return desk.openCount(); }
    std::uint64_t unitsInFlight() const { return desk.unitsHeld(); }
    void report(NodeReport& out) const
    {
        out.component.facts.emplace_back("users-at-most", "users at most", Aggregation::Peak,
                                         static_cast<double>(requests.size()));
        reportGuards(desk.guards(), out.component);
        if (bill)
            bill({static_cast<double>(meter.counts.accepted) / std::max(out.seconds, 1e-9)}, out);
    }

    UsersConfig config;
    RateProfile present;  ///< how many users there are over time ("rate" is a number of users)
    Outgoing outgoing;
    std::vector<std::uint32_t> requests;  ///< by user: begun so far
    std::uint64_t asked = 0;              ///< by all of them
    std::string component;
    BillOf<UsersLoad> bill;
    std::uint32_t origin = 0;
    DrawKey thoughts, phases, sizes, keyDraws, routes;
    Desk desk;
};

}  // namespace

RateProfile presentUsers(const UsersConfig& config, TrafficProfile shape, double whole, double from,
                         double to)
{
    if (shape.ratePerSecond > 0) {
        shape.load *= config.users / shape.ratePerSecond;
    } else {
        shape = TrafficProfile{.ratePerSecond = config.users, .load = shape.load};
    }
    return {shape, whole, from, to};
}

NodeHandle UsersFamily::makeNode(const UsersConfig& config, const NodeContext& context,
                                 BillOf<UsersLoad> bill)
{
    const std::string& id = context.self.component->id;
    const std::string name = config.stream.empty() ? id : config.stream;
    for (const KeyLaw::Listed& key : config.keys.listed()) {
        if (!key.name.empty())
            context.keyHashes->name(key.key, key.name);
    }
    const double from = context.trafficFromSeconds, to = from + seconds(context.horizon.time_since_epoch());
    auto node =
        std::make_unique<UsersNode>(config, presentUsers(config, trafficOf(*context.scenario, id),
                                                         std::max(to, context.trafficSeconds), from, to));
    node->bill = std::move(bill);
    node->component = id;
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
    node->outgoing = Outgoing{Outgoing::Sender::Source, context.self, context.outputs};
    node->desk.drawBackoffs(context.draws(Purpose::Backoff));
    for (const OutCall& way : node->outgoing.ways())
        node->desk.addWay(way.index, way.retry, way.timeout, way.holdsUnit ? CallUnit::Held : CallUnit::Sent,
                          config.sdkClients);
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
