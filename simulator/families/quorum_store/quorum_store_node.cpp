// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/quorum_store/quorum_store.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <queue>
#include <unordered_map>

namespace plimsoll {

namespace {

/// When a copy has a write: never while its node is away, at once when that is back.
struct Version {
    SimTime answered = kSimStart;  ///< the writer knows
    std::vector<SimTime> applied;  ///< by copy
};
/// The newest write of a key, and the newest one before it that was answered by then.
struct Versions {
    Version last, before;
};

struct QuorumNode : NodeBase {
    QuorumNode(const QuorumConfig& c, BillOf<QuorumLoad> b)
        : config{c}, bill{std::move(b)}, free(static_cast<std::size_t>(c.nodes))
    {
        const auto vcpus = static_cast<std::size_t>(std::max(1.0, std::floor(c.vcpus)));
        for (std::vector<SimTime>& node : free)
            node.assign(vcpus, kSimStart);
    }
    template <class Emit>
    void start(Emit&)
    {}

    /// What one copy says to a request.
    struct Said {
        int copy = 0;
        SimTime worked, heard;  ///< it has done its part; the coordinator hears of it
    };

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        meter.offered(t, m.records, m.id.attempt > 0);
        const bool isRead = fetches(m.operation);
        const bool fails = faults.down || (faults.errors > 0 && errorDraws.at(m.id) < faults.errors);
        const int first = static_cast<int>(mix64(m.key) % static_cast<std::uint64_t>(config.nodes));
        std::vector<int> up;
        for (int copy = 0; copy < config.copies; ++copy) {
            if (!isAway((first + copy) % config.nodes))
                up.push_back(copy);
        }
        const auto needed = static_cast<std::size_t>(isRead ? config.readQuorum : config.writeQuorum);
        if (fails || up.size() < needed) {
            unavailable += fails ? 0 : 1;
            meter.rejected(t, m.records);
            return emit.refuse(t + callerOf(m), m, Outcome::Failed);
        }
        meter.accepted(m.records);
        if (isRead && !config.readsAskAll) {  // others each time, so that all have their part
            const auto turn = static_cast<std::ptrdiff_t>(routeDraws.bitsAt(m.id) % up.size());
            std::rotate(up.begin(), up.begin() + turn, up.end());
            up.resize(needed);
        }
        std::vector<Said> said;
        for (const int copy : up)
            said.push_back(
                ask(t, m, copy, (first + copy) % config.nodes, isRead ? config.read : config.write));
        std::sort(said.begin(), said.end(), [](const Said& a, const Said& b) {
            return std::pair{a.heard, a.copy} < std::pair{b.heard, b.copy};
        });
        const SimTime decided = said[needed - 1].heard;
        if (config.mayBeStale())
            isRead ? look(t, m, said, needed) : note(t, decided, m, said);
        end(t, decided + callerOf(m), m, isRead, emit);
    }
    /// Of so many nodes that are away each is as far from the next as can be, as they are in different zones.
    bool isAway(int node) const
    {
        const int away = config.nodes - static_cast<int>(std::floor(config.nodes * faults.capacity + 1e-9));
        return (node + 1) * away / config.nodes > node * away / config.nodes;
    }
    Duration callerOf(const Message& m) const
    {
        return fromNanos(config.caller.drawFor(m.id, callerDraws) * faults.slow + 0.5);
    }
    Said ask(SimTime t, const Message& m, int copy, int node, const ServiceTime& time)
    {
        MessageId id = m.id;
        id.part = static_cast<std::uint16_t>(id.part ^ ((copy + 1) << 8));
        std::vector<SimTime>& vcpus = free[static_cast<std::size_t>(node)];
        SimTime& vcpu = *std::min_element(vcpus.begin(), vcpus.end());
        const double nanos = time.law.drawFor(id, serviceDraws) * m.records * faults.slow;
        const SimTime begun = std::max(t, vcpu);
        vcpu = begun + fromNanos(nanos + 0.5);
        busy.add(t, nanos * 1e-9);
        const Duration way = fromNanos(config.replica.drawFor(id, replicaDraws) * faults.slow + 0.5);
        return {copy, vcpu, vcpu + way};
    }
    template <class Emit>
    void end(SimTime t, SimTime at, const Message& m, bool isRead, Emit& emit)
    {
        meter.completed(at, m.records, at - t);
        meter.abandoned(at, m.deadline, m.records);
        inWork.push(at);
        if (m.members)
            emit.spentEach(meter, emit.spans().members(m.members), TimePart::Service, t, at);
        else
            emit.spent(meter, m.id, TimePart::Service, t, at);
        if (!isRead) {
            if (m.members)
                emit.readableEach(meter, at, emit.spans().members(m.members));
            else
                emit.readable(meter, at, m.id, m.born);
        }
        if (m.replyTo.slot == CallToken::kUnattended && !isRead && at <= emit.horizon())
            emit.entered(m.replyTo.connection, m.born);
        if (m.carriesUnit)
            (at <= meter.horizon() ? meter.units.done : unitsAfterEnd) += m.records;
        emit.spans().release(m.members);
        emit.done(at, m);
    }

    // --- what reads see ---------------------------------------------------------------------------------------------

    void note(SimTime t, SimTime answered, const Message& m, const std::vector<Said>& said)
    {
        Versions& versions = written[m.key];
        if (versions.last.answered <= t)
            versions.before = std::move(versions.last);
        versions.last = {answered, std::vector<SimTime>(static_cast<std::size_t>(config.copies), kNever)};
        for (const Said& one : said)
            versions.last.applied[static_cast<std::size_t>(one.copy)] = one.worked;
    }
    void look(SimTime t, const Message& m, const std::vector<Said>& said, std::size_t needed)
    {
        const auto found = written.find(m.key);
        if (found == written.end())
            return;
        const Versions& versions = found->second;
        const Version& newest = versions.last.answered <= t ? versions.last : versions.before;
        if (newest.applied.empty())
            return;
        const bool fresh = std::any_of(
            said.begin(), said.begin() + static_cast<std::ptrdiff_t>(needed), [&](const Said& one) {
                const auto copy = static_cast<std::size_t>(one.copy);
                return newest.applied[copy] <= one.worked || versions.last.applied[copy] <= one.worked;
            });
        stale += fresh ? 0 : 1;
    }

    template <class Emit>
    void control(SimTime t, const Control& c, Emit&)
    {
        faults.apply(c);
        if (c.kind != Control::Kind::CapacityCut || c.begins)
            return;
        // What nodes missed while they were away is handed to them when they are back.
        for (auto& [key, versions] : written) {
            const int first = static_cast<int>(mix64(key) % static_cast<std::uint64_t>(config.nodes));
            for (Version* version : {&versions.last, &versions.before}) {
                for (std::size_t copy = 0; copy < version->applied.size(); ++copy) {
                    if (version->applied[copy] == kNever
                        && !isAway((first + static_cast<int>(copy)) % config.nodes))
                        version->applied[copy] = t;
                }
            }
        }
    }
    template <class Emit>
    void reply(SimTime, const Reply&, Emit&)
    {}
    template <class Emit>
    void timer(SimTime, std::uint64_t, Emit&)
    {}
    void sample(SimTime t)
    {
        while (!inWork.empty() && inWork.top() <= t)
            inWork.pop();
        meter.sample(t, static_cast<double>(inWork.size()), 0);
    }
    Duration leastAnswer() const { return faults.shortest(config.caller.least()); }
    bool attends(std::uint32_t) const { return false; }
    bool sends(std::uint32_t) const { return false; }
    std::uint64_t resident() const { return 0; }
    std::uint64_t unitsInFlight() const { return unitsAfterEnd; }
    void report(NodeReport& out) const
    {
        const double s = std::max(out.seconds, 1e-9);
        out.component.limits.push_back(
            withHistory(rateLimit(config.busy, busy.total() / s, busy.peak(), 0), busy, s));
        if (unavailable > 0)
            addCounts(out.component, {{"too-few-copies", "requests that found too few copies", unavailable}});
        if (config.mayBeStale())
            addCounts(out.component, {{"stale-reads", "stale reads", stale}});
        bill({static_cast<double>(config.nodes)}, out);
    }

    QuorumConfig config;
    BillOf<QuorumLoad> bill;
    std::vector<std::vector<SimTime>> free;  ///< by node: when each of its vCPUs is
    std::priority_queue<SimTime, std::vector<SimTime>, std::greater<>> inWork;  ///< when each ends
    std::unordered_map<std::uint32_t, Versions> written;  ///< by key; walked only to set all alike
    DrawKey serviceDraws, replicaDraws, callerDraws, routeDraws, errorDraws;
    RateUse busy;
    std::uint64_t unavailable = 0, stale = 0, unitsAfterEnd = 0;
};

}  // namespace

NodeHandle QuorumStoreFamily::makeNode(const QuorumConfig& config, const NodeContext& context,
                                       BillOf<QuorumLoad> bill)
{
    auto node = std::make_unique<QuorumNode>(config, std::move(bill));
    node->meter = context.meter();
    node->serviceDraws = context.draws(Purpose::Service);
    node->replicaDraws = context.draws(Purpose::Node);
    node->callerDraws = context.draws(Purpose::Latency);
    node->routeDraws = context.draws(Purpose::Route);
    node->errorDraws = context.draws(Purpose::Error);
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
