// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/balancer/balancer.h"
#include "simulator/families/shared/relay.h"

#include <algorithm>
#include <limits>

namespace plimsoll {

namespace {

struct Target {
    TargetHealth health;
    double weight = 1;
    bool isFunction = false;
    double turn = 0;  ///< what it is owed of the requests so far
    std::uint64_t open = 0;
};

struct BalancerFigures {
    std::uint64_t requests = 0, bytes = 0, functionBytes = 0;
    std::uint64_t ended = 0, done = 0, doneByFunctions = 0;
    TotalTime endedTime;  ///< that ended requests were here
    std::uint64_t notReached = 0, noTarget = 0, timedOut = 0, targetErrors = 0, tooLarge = 0;
    std::uint64_t removed = 0, returned = 0, lookups = 0;
    double slowestRemoval = 0;  ///< seconds from its failure
};

struct BalancerNode : RelayBase {
    explicit BalancerNode(const BalancerConfig& c) : config{c} {}

    template <class Emit>
    void start(Emit&)
    {
        // As after a long time: each answer was asked for at some time within its life.
        for (std::size_t at = 0; !targets.empty() && at < answers.size(); ++at)
            answers[at] = {kSimStart + fromSeconds(lookups.at(at) * seconds(config.answersLive)), pick()};
        for (std::uint32_t way = 0; way < targets.size(); ++way) {
            if (targets[way].health.isChecked())
                timers.arm(targets[way].health.nextCheck(kSimStart), way);
        }
    }

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        meter.offered(t, m.records, m.id.attempt > 0);
        if (fails(m) || targets.empty()) {
            figures.noTarget += targets.empty() ? 1 : 0;
            return turnAway(t, m, emit);
        }
        double nanos = config.overhead.drawFor(m.id, draws);
        const std::uint32_t chosen = answers.empty() ? pick() : lookUp(t, m, nanos);
        Target& target = targets[chosen];
        const std::uint64_t bytes = outgoing.ways()[chosen].bytesFor(m.bytes);
        if (target.isFunction && config.functionBodyBytes > 0
            && static_cast<double>(bytes) > config.functionBodyBytes) {
            ++figures.tooLarge;
            return turnAway(t, m, emit);
        }
        meter.accepted(m.records);
        ++figures.requests;
        (target.isFunction ? figures.functionBytes : figures.bytes) += m.bytes;
        ++target.open;
        const SimTime ready = t + fromNanos(nanos * faults.slow + 0.5);
        emit.spent(meter, m.id, TimePart::Service, t, ready);
        pass(t, ready, m, chosen, *this, emit);
    }
    template <class Emit>
    void turnAway(SimTime t, const Message& m, Emit& emit)
    {
        meter.rejected(t, m.records);
        emit.refuse(t, m, Outcome::Failed);
    }

    /// Whoever asks for the client keeps the answer for its life, whatever happens to the target meanwhile.
    std::uint32_t lookUp(SimTime t, const Message& m, double& nanos)
    {
        Answer& answer =
            answers[static_cast<std::size_t>(routing.at(m.id) * static_cast<double>(answers.size()))];
        if (t >= answer.until) {
            answer = {t + config.answersLive, pick()};
            ++figures.lookups;
            nanos += config.lookup.drawFor(m.id, lookups);
        }
        return answer.way;
    }

    /// In turn by weight, among those in service, or those of them with the fewest open requests for their weight; among
    /// all when none is in service ("fails open").
    std::uint32_t pick()
    {
        const bool anyInService = std::any_of(targets.begin(), targets.end(),
                                              [](const Target& each) { return each.health.inService(); });
        const auto takesPart = [&](const Target& each) { return !anyInService || each.health.inService(); };
        if (config.picks == BalancerConfig::Picks::FirstHealthy)
            return static_cast<std::uint32_t>(std::find_if(targets.begin(), targets.end(), takesPart)
                                              - targets.begin());
        double least = std::numeric_limits<double>::infinity();
        for (const Target& each : targets) {
            if (takesPart(each))
                least = std::min(least, openShare(each));
        }
        double all = 0;
        std::size_t best = targets.size();
        for (std::size_t at = 0; at < targets.size(); ++at) {
            Target& each = targets[at];
            if (!takesPart(each) || openShare(each) > least)
                continue;
            all += each.weight;
            each.turn += each.weight;
            if (best == targets.size() || each.turn > targets[best].turn)
                best = at;
        }
        targets[best].turn -= all;
        return static_cast<std::uint32_t>(best);
    }
    double openShare(const Target& target) const
    {
        if (config.picks != BalancerConfig::Picks::LeastOpen)
            return 0;
        return static_cast<double>(target.open) / std::max(target.weight, 1e-9);
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
        if (Desk::owns(id))
            return desk.alarm(t, id, *this, emit);
        TargetHealth& health = targets[id].health;
        if (health.check(t)) {
            if (health.inService()) {
                ++figures.returned;
            } else {
                ++figures.removed;
                figures.slowestRemoval = std::max(figures.slowestRemoval, seconds(t - health.failingSince()));
            }
        }
        timers.arm(health.nextCheck(t), id);
    }
    template <class Emit>
    void callEnded(SimTime t, const PassedOn& passed, Outcome outcome, Emit& emit)
    {
        Target& target = targets[passed.way];
        --target.open;
        const bool inTime = t - passed.left <= config.checks.timeout;
        target.health.answered(t, outcome == Outcome::Done && inTime);
        ++figures.ended;
        figures.endedTime += t - passed.arrived;
        switch (outcome) {
        case Outcome::Done:
            ++(target.isFunction ? figures.doneByFunctions : figures.done);
            break;
        case Outcome::TimedOut:
            ++figures.timedOut;
            break;
        case Outcome::Rejected:
            ++figures.notReached;
            break;
        case Outcome::Failed:
        case Outcome::Throttled:
            ++(target.health.isDown(t) ? figures.notReached : figures.targetErrors);
            break;
        }
        answer(t, passed, outcome, emit);
    }

    template <class Emit>
    void control(SimTime, const Control& c, Emit&)
    {
        faults.apply(c);
    }
    BalancerLoad load(double s) const
    {
        const double mean =
            figures.ended > 0 ? figures.endedTime.seconds() / static_cast<double>(figures.ended) : 0;
        const auto both = [&](std::uint64_t asked, std::uint64_t given) {
            return (static_cast<double>(asked) + static_cast<double>(given) * config.answerBytes) / s;
        };
        BalancerLoad load =
            balancerLoad(config, static_cast<double>(figures.requests) / s, both(figures.bytes, figures.done),
                         both(figures.functionBytes, figures.doneByFunctions), mean);
        load.lookups = static_cast<double>(figures.lookups) / s;
        load.targets = static_cast<double>(targets.size());
        return load;
    }
    void report(NodeReport& out) const
    {
        ComponentReport& component = out.component;
        if (config.speaksHttp)
            addCounts(component, {{"http-502", "502: target not reached", figures.notReached},
                                  {"http-503", "503: no target", figures.noTarget},
                                  {"http-504", "504: target too slow", figures.timedOut},
                                  {"http-413", "413: too large for a function", figures.tooLarge},
                                  {"target-errors", "errors of targets", figures.targetErrors}});
        else
            addCounts(component, {{"resets", "connections reset", figures.notReached + figures.noTarget},
                                  {"timeouts", "idle for too long", figures.timedOut},
                                  {"target-errors", "errors of targets", figures.targetErrors}});
        addCounts(component, {{"targets-removed", "targets removed", figures.removed},
                              {"targets-returned", "targets returned", figures.returned}});
        if (figures.removed > 0)
            component.facts.emplace_back("slowest-removal-s", "seconds until a failed target was removed",
                                         Aggregation::Peak, figures.slowestRemoval);
        const BalancerLoad load = this->load(std::max(out.seconds, 1e-9));
        if (!answers.empty())
            addCounts(component, {{"lookups", "lookups", figures.lookups}});
        else
            component.facts.emplace_back("active-connections", "connections open", Aggregation::TimeMean,
                                         load.activeConnections);
        for (const BalancerLoad::Dimension& each : load.dimensions()) {
            std::string id = std::string{"units-"} + each.name;
            std::replace(id.begin(), id.end(), ' ', '-');
            component.facts.emplace_back(id, std::string{"capacity units by "} + each.name,
                                         Aggregation::TimeMean, each.units);
        }
        bill(load, out);
    }

    BalancerConfig config;
    struct Answer {
        SimTime until;
        std::uint32_t way = 0;
    };
    std::vector<Target> targets;  ///< by way
    std::vector<Answer> answers;  ///< by who asked for it
    DrawKey lookups;
    BalancerFigures figures;
    BillOf<BalancerLoad> bill;
};

}  // namespace

NodeHandle BalancerFamily::makeNode(const BalancerConfig& config, const NodeContext& context,
                                    BillOf<BalancerLoad> bill)
{
    auto node = std::make_unique<BalancerNode>(config);
    node->bill = std::move(bill);
    node->open(context, config.idleTimeout);
    node->answers.resize(static_cast<std::size_t>(config.resolvers));
    node->lookups = context.draws(Purpose::Phase);
    for (const OutCall& way : node->outgoing.ways()) {
        const ComponentView& other = context.outputs[way.output].other;
        node->targets.push_back(
            {TargetHealth{config.checks, downWhile(*context.scenario, *other.component, *other.spec)},
             way.share(), isFunction(*other.spec)});
    }
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
