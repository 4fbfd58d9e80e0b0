// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/search_domain/search_domain.h"

#include "simulator/queueing/ring.h"
#include "simulator/queueing/server_pool.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

struct WaitingRequest {
    SimTime begins, asked;
    std::uint32_t records = 0;
};

/// One kind of request: its line and what it counts.
struct Line {
    Ring<WaitingRequest> begins;  ///< those that wait, in order
    HeldUse waiting;
    std::uint64_t records = 0;  ///< of those that wait
    std::uint64_t requests = 0, refused = 0, documents = 0;
};

struct SearchDomainNode : NodeBase {
    SearchDomainNode(const SearchDomainConfig& c, BillOf<SearchDomainLoad> b) : config{c}, bill{std::move(b)}
    {}

    template <class Emit>
    void start(Emit&)
    {
        pools[0] = ServerPool{static_cast<std::size_t>(config.index.cores)};
        if (!config.shared)
            pools[1] = ServerPool{static_cast<std::size_t>(config.search.cores)};
        stored = config.storedAtStart;
        disk.set(kSimStart, stored * config.bytesPerSource);
    }

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        meter.offered(t, m.records, m.id.attempt > 0);
        const bool isSearch = fetches(m.operation);
        const Duration network = stretched(config.network.drawFor(m.id, latencies));
        if (faults.down || (faults.errors > 0 && errorDraws.at(m.id) < faults.errors)) {
            meter.rejected(t, m.records);
            return emit.refuse(t + network, m, Outcome::Failed);
        }
        Line& line = isSearch ? searches : writes;
        forgetBegun(t, line);
        const double most = (isSearch ? config.search : config.index).mostWaiting;
        const bool mustWait = poolOf(isSearch).nextFree(t) > t;
        if (mustWait && static_cast<double>(line.begins.size()) >= most) {
            ++line.refused;
            meter.throttled(t, m.records);
            return emit.refuse(t + network, m, Outcome::Throttled);
        }
        if (!isSearch && isFull(m)) {
            ++blocked;
            meter.rejected(t, m.records);
            return emit.refuse(t + network, m, Outcome::Rejected);
        }
        meter.accepted(m.records);
        work(t, m, isSearch, network, line, emit);
    }

    /// All its pieces begin when a core is free; the last to end ends it.
    template <class Emit>
    void work(SimTime t, const Message& m, bool isSearch, Duration network, Line& line, Emit& emit)
    {
        const SearchWork work = isSearch ? searchWork(config) : indexWork(config, m.records);
        ServerPool& pool = poolOf(isSearch);
        const Duration each = stretched(work.secondsEach * 1e9 / std::max(faults.capacity, 1e-9));
        const SimTime begun = std::max(t, pool.nextFree(t));
        SimTime ended = begun;
        for (int piece = 0; piece < static_cast<int>(work.pieces); ++piece) {
            const SimTime from = std::max(t, pool.nextFree(t)), to = from + each;
            pool.take(to);
            busy[config.shared ? 0 : isSearch].spread(from, std::min(to, meter.horizon()), 1);
            busyTime[config.shared ? 0 : isSearch] +=
                seconds(std::min(to, meter.horizon()) - std::min(from, meter.horizon()));
            ended = std::max(ended, to);
        }
        ++line.requests;
        if (begun > t) {
            line.begins.push_back({begun, t, m.records});
            line.records += m.records;
            line.waiting.set(t, static_cast<double>(line.begins.size()));
            meter.peak(static_cast<double>(writes.records + searches.records));
        }
        const SimTime done = ended + network;
        if (!isSearch)
            keep(t, m);
        finish(t, begun, done, m, isSearch, emit);
    }

    template <class Emit>
    void finish(SimTime t, SimTime begun, SimTime done, const Message& m, bool isSearch, Emit& emit)
    {
        const SimTime found = isSearch ? done : nextRefresh(done);
        if (m.members) {
            const std::vector<Member>& members = emit.spans().members(m.members);
            emit.spentEach(meter, members, TimePart::Queue, t, begun);
            emit.spentEach(meter, members, TimePart::Service, begun, done);
            for (const Member& member : members) {
                emit.traced(member.id, TimePart::BufferWait, done, found);
                if (isSearch)
                    emit.gone(member.born);
            }
            if (!isSearch)
                emit.readableEach(meter, found, members);
        } else {
            emit.spent(meter, m.id, TimePart::Queue, t, begun);
            emit.spent(meter, m.id, TimePart::Service, begun, done);
            emit.traced(m.id, TimePart::BufferWait, done, found);
            // Nobody waits to find a search.
            if (isSearch)
                emit.gone(m.born);
            else
                emit.readable(meter, found, m.id, m.born);
        }
        meter.completed(done, m.records, done - t);
        meter.abandoned(done, m.deadline, m.records);
        if (m.carriesUnit)
            (done <= meter.horizon() ? meter.units.done : unitsAfterEnd) += m.records;
        if (m.replyTo.slot == CallToken::kUnattended && done <= emit.horizon())
            emit.entered(m.replyTo.connection, m.born);
        emit.spans().release(m.members);
        emit.done(done, m);
    }

    /// Refreshes come at equal distances, of a phase of its own.
    SimTime nextRefresh(SimTime t) const
    {
        const std::int64_t every = std::max<std::int64_t>(1, config.refresh.count());
        const std::int64_t since = t.time_since_epoch().count() - phase;
        const std::int64_t steps = since >= 0 ? (since + every - 1) / every : 0;
        return SimTime{Duration{phase + steps * every}};
    }
    bool isFull(const Message& m) const
    {
        return config.diskBytes > 0
               && (stored + static_cast<double>(m.bytes)) * config.bytesPerSource > config.diskBytes;
    }
    void keep(SimTime t, const Message& m)
    {
        stored += static_cast<double>(m.bytes);
        writes.documents += m.records;
        disk.set(t, stored * config.bytesPerSource);
    }
    ServerPool& poolOf(bool isSearch) { return pools[config.shared ? 0 : isSearch]; }
    static void forgetBegun(SimTime t, Line& line)
    {
        while (!line.begins.empty() && line.begins.front().begins <= t) {
            const WaitingRequest begun = line.begins.front();
            line.begins.pop_front();
            line.records -= begun.records;
            line.waiting.set(begun.begins, static_cast<double>(line.begins.size()));
        }
    }
    Duration stretched(double nanos) const
    {
        return Duration{static_cast<std::int64_t>(nanos * faults.slow + 0.5)};
    }

    template <class Emit>
    void reply(SimTime, const Reply& r, Emit& emit)
    {
        emit.spans().release(r.members);
    }
    template <class Emit>
    void timer(SimTime, std::uint64_t, Emit&)
    {}
    template <class Emit>
    void control(SimTime, const Control& c, Emit&)
    {
        faults.apply(c);
    }
    bool attends(std::uint32_t) const { return false; }
    bool sends(std::uint32_t) const { return false; }
    void sample(SimTime t)
    {
        forgetBegun(t, writes);
        forgetBegun(t, searches);
        double age = 0;
        for (const Line* line : {&writes, &searches})
            if (!line->begins.empty())
                age = std::max(age, seconds(t - line->begins.front().asked));
        meter.sample(t, static_cast<double>(writes.records + searches.records), age);
    }
    std::uint64_t resident() const { return 0; }
    std::uint64_t unitsInFlight() const { return unitsAfterEnd; }

    LimitUse busyLimit(const LimitSpec& spec, std::size_t pool, double s) const
    {
        const double mean = busyTime[pool] / s;
        return withHistory(heldLimit(spec, mean, mean, 0), busy[pool], s);
    }
    LimitUse waitingLimit(const LimitSpec& spec, const Line& line, double s) const
    {
        const SimTime end{fromSeconds(s)};
        return withHistory(heldLimit(spec, line.waiting.integralUntil(end) / s, line.waiting.peak(),
                                     static_cast<double>(line.refused)),
                           line.waiting, s);
    }
    void report(NodeReport& out) const
    {
        const double s = std::max(out.seconds, 1e-9);
        std::vector<LimitUse>& limits = out.component.limits;
        limits.push_back(busyLimit(config.index.busy, 0, s));
        if (!config.shared)
            limits.push_back(busyLimit(config.search.busy, 1, s));
        limits.push_back(waitingLimit(config.index.waiting, writes, s));
        limits.push_back(waitingLimit(config.search.waiting, searches, s));
        if (config.diskBytes > 0)
            limits.push_back(
                withHistory(heldLimit(config.disk, disk.integralUntil(SimTime{fromSeconds(s)}) / s,
                                      disk.peak(), static_cast<double>(blocked)),
                            disk, s));
        addCounts(out.component, {{"documents-indexed", "documents indexed", writes.documents},
                                  {"searches", "searches", searches.requests},
                                  {"refused-429", "refused with 429", writes.refused + searches.refused}});
        bill({config.storedAtStart, (stored - config.storedAtStart) / s}, out);
    }

    SearchDomainConfig config;
    BillOf<SearchDomainLoad> bill;
    std::array<ServerPool, 2> pools;  ///< of both kinds, or of writes and searches
    std::array<HeldSums, 2> busy;
    std::array<double, 2> busyTime{};
    Line writes, searches;
    HeldUse disk;       ///< bytes of the index
    double stored = 0;  ///< source bytes
    std::uint64_t blocked = 0, unitsAfterEnd = 0;
    std::int64_t phase = 0;
    DrawKey latencies, errorDraws;
};

}  // namespace

NodeHandle SearchDomainFamily::makeNode(const SearchDomainConfig& config, const NodeContext& context,
                                        BillOf<SearchDomainLoad> bill)
{
    auto node = std::make_unique<SearchDomainNode>(config, std::move(bill));
    node->meter = context.meter();
    node->latencies = context.draws(Purpose::Latency);
    node->errorDraws = context.draws(Purpose::Error);
    const double drawn = context.draws(Purpose::Phase).at(std::uint64_t{0});
    node->phase = static_cast<std::int64_t>(drawn * static_cast<double>(config.refresh.count()));
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
