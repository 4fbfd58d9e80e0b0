// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/server/reading_server.h"
#include "simulator/families/server/server_base.h"
#include "simulator/kernel/pending_slab.h"
#include "simulator/queueing/ring.h"

#include <algorithm>
#include <array>
#include <deque>

namespace plimsoll {

namespace {

/// One request in the line: when it will be served is known when it arrives.
struct Waiting {
    SimTime begins, arrived;
};

/// Without faults the whole future of a request is known when it arrives: one event does. A fault may strike what waits
/// or is in service, and a call takes as long as it takes, so a server that has one coming, or calls, keeps its requests
/// and ends each with an alarm. Both ways give the same times.
struct RequestServerNode : ServerBase {
    enum Rank : std::size_t { kHigh, kLow };
    struct Job {
        Message request;
        SimTime arrived, begins;
        std::uint32_t slot = 0;
        CallToken errand;  ///< its calls; nobody's before and after them
        Rank rank = kLow;
    };
    /// Those who wait: the high ones first, each in the order of arrival. Without priorities all are low.
    struct Lines {
        std::array<std::deque<Job>, 2> ranks;
        std::size_t size() const { return ranks[kHigh].size() + ranks[kLow].size(); }
        bool empty() const { return size() == 0; }
        void push(Job job) { ranks[job.rank].push_back(std::move(job)); }
        Job pop()
        {
            std::deque<Job>& next = ranks[ranks[kHigh].empty() ? kLow : kHigh];
            Job job = std::move(next.front());
            next.pop_front();
            return job;
        }
        SimTime oldest(SimTime otherwise) const
        {
            for (const std::deque<Job>& line : ranks) {
                if (!line.empty())
                    otherwise = std::min(otherwise, line.front().arrived);
            }
            return otherwise;
        }
        template <class Visit>
        void forEach(Visit visit) const
        {
            for (const std::deque<Job>& line : ranks)
                std::for_each(line.begin(), line.end(), visit);
        }
    };

    using Nanos = std::array<double, MessageColumn::kMost>;

    using ServerBase::ServerBase;

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        if (keeps)
            return enqueue(t, m, emit);
        serveAtOnce(t, m, config.service.law.drawFor(m.id, draws), emit);
    }
    bool takesRuns() const { return !keeps; }
    /// Whose future is known, with the service times drawn together and, where they are alike, the figures counted so.
    template <class Emit>
    void acceptRun(RequestRun run, Emit& emit)
    {
        const bool alike = column.gather(run);
        Nanos nanos;
        config.service.law.drawAll(column.ids, draws, nanos.data());
        const bool answersEarly =
            alike && acknowledged.any() && column.asked == MessageColumn::Asked::ByCallers;
        if (alike && !config.queueLimit && !answersEarly)
            return serveColumn(run, nanos, emit);
        for (std::size_t at = 0; at < run.size(); ++at) {
            emit.setNow(run[at]->time);
            serveAtOnce(SimTime{Duration{run[at]->time}}, run[at]->payload, nanos[at], emit);
        }
    }
    template <class Emit>
    void serveColumn(RequestRun run, const Nanos& nanos, Emit& emit)
    {
        std::array<SimTime, MessageColumn::kMost> begin, end;
        std::array<Duration, MessageColumn::kMost> service;
        const double slow = faults.slow;
        for (std::size_t n = 0; n < run.size(); ++n)
            service[n] = fromNanos(nanos[n] * slow + 0.5);  // stretched()
        SimTime last = kSimStart;
        if (servers.isSingle()) {
            last = servers.singleEnd();
            for (std::size_t n = 0; n < run.size(); ++n) {
                begin[n] = std::max(column.arrivals[n], last);
                last = end[n] = endOf(begin[n], service[n]);
            }
            servers.takeSingle(last);
        } else {
            for (std::size_t n = 0; n < run.size(); ++n) {
                const SimTime t = column.arrivals[n];
                begin[n] = std::max(t, servers.nextFree(t));
                end[n] = endOf(begin[n], service[n]);
                servers.take(end[n]);
                last = std::max(last, end[n]);
            }
        }
        // Those who have begun are struck off only when the line with them could be the longest yet.
        auto longest = static_cast<std::size_t>(meter.backlogPeak());
        line.pushEachIf(
            run.size(), longest, [&](std::size_t n) { return begin[n] > column.arrivals[n]; },
            [&](std::size_t n) {
                return Waiting{begin[n], column.arrivals[n]};
            },
            [&](std::size_t n) {
                forgetBegun(column.arrivals[n]);
                return longest = std::max(longest, line.size());
            });
        meter.offeredEach(column.arrived(), column.retries);
        meter.accepted(run.size());
        meter.peak(static_cast<double>(longest));
        if (last <= meter.horizon())
            return completeColumn(run, {begin.data(), run.size()}, {end.data(), run.size()}, emit);
        for (std::size_t n = 0; n < run.size(); ++n) {
            emit.setNow(run[n]->time);
            begins(column.arrivals[n], begin[n]);
            works(begin[n], end[n]);
            complete(run[n]->payload, column.arrivals[n], begin[n], end[n], emit);
        }
    }
    /// None of it ends after the horizon.
    template <class Emit>
    void completeColumn(RequestRun run, std::span<const SimTime> begin, std::span<const SimTime> end,
                        Emit& emit)
    {
        std::array<Duration, MessageColumn::kMost> stays;
        Duration queued{0}, served{0};
        std::uint64_t waited = 0;
        for (std::size_t n = 0; n < run.size(); ++n) {
            const SimTime t = column.arrivals[n];
            stays[n] = end[n] - t;
            queued += begin[n] - t;
            served += end[n] - begin[n];
            waited += begin[n] > t ? 1 : 0;
        }
        figures.waited += waited;
        figures.served += run.size();
        figures.waitTime += queued;
        figures.busyTime += served;
        figures.busy.spreadEach(begin, end);
        meter.completedEach(end, {stays.data(), run.size()});
        meter.spent(TimePart::Queue, queued, 1);
        meter.spent(TimePart::Service, served, 1);
        emit.readableEach(meter, end, column);
        emit.enteredEach(column);
        emit.doneEach(end, column);
        emit.forEachSampled(column, [&](std::size_t n) {
            const Message& m = run[n]->payload;
            emit.traced(m.id, TimePart::Queue, column.arrivals[n], begin[n]);
            emit.traced(m.id, TimePart::Service, begin[n], end[n]);
            emit.arrived(end[n], m.id, m.born);
            if (column.asked == MessageColumn::Asked::Unattended)
                emit.responded(column.connection, m.id, m.sent, m.sent, end[n]);
        });
        passColumn(run, end, emit);
        if (column.asked != MessageColumn::Asked::ByCallers)
            return;
        for (std::size_t n = 0; n < run.size(); ++n) {
            emit.setNow(run[n]->time);
            meter.abandoned(end[n], run[n]->payload.deadline, 1);
            emit.done(end[n], run[n]->payload);
        }
    }

    template <class Emit>
    void passColumn(RequestRun run, std::span<const SimTime> end, Emit& emit)
    {
        const std::vector<OutCall>& ways = handOver.ways();
        if (ways.empty()) {
            meter.units.done += column.units;
            return;
        }
        if (!handOver.copies()) {
            for (std::size_t n = 0; n < run.size(); ++n) {
                emit.setNow(run[n]->time);
                passOn(end[n], run[n]->payload, emit);
            }
            return;
        }
        meter.units.copied += (ways.size() - 1) * column.units;
        meter.units.generated += ways.size() * (run.size() - column.units);
        for (const OutCall& way : ways)
            emit.sendEach(way.index, column.arrived(), end, [&](std::size_t n, Message& next) {
                HandOver::pass(way, run[n]->payload, end[n], next);
            });
    }

    /// `nanos`: how long its service takes without faults.
    template <class Emit>
    [[gnu::always_inline]] void serveAtOnce(SimTime t, const Message& m, double nanos, Emit& emit)
    {
        meter.offered(t, m.records, m.id.attempt > 0);
        forgetBegun(t);
        const SimTime free = servers.nextFree(t);
        if (config.queueLimit && free > t && line.size() >= *config.queueLimit) {
            meter.rejected(t, m.records);
            return emit.refuse(t, m, Outcome::Rejected);
        }
        meter.accepted(m.records);
        acknowledge(t, m, emit);
        const SimTime begin = std::max(t, free);
        const SimTime end = endOf(begin, stretched(nanos));
        servers.take(end);
        if (begin > t) {
            line.push_back({begin, t});
            meter.peak(static_cast<double>(line.size()));
        }
        begins(t, begin);
        works(begin, end);
        complete(m, t, begin, end, emit);
    }
    void forgetBegun(SimTime t)
    {
        while (!line.empty() && line.front().begins <= t)
            line.pop_front();
    }
    void begins(SimTime arrived, SimTime begin)
    {
        figures.waited += begin > arrived ? 1 : 0;
        ++figures.served;
        figures.waitTime += begin - arrived;
    }

    // --- with a fault ahead, or calls -----------------------------------------------------------------------------------------

    template <class Emit>
    void enqueue(SimTime t, const Message& m, Emit& emit)
    {
        meter.offered(t, m.records, m.id.attempt > 0);
        const bool full =
            config.queueLimit && inService.openCount() >= open() && waiting.size() >= *config.queueLimit;
        if (faults.down || full) {
            figures.whileDown += faults.down ? m.records : 0;
            meter.rejected(t, m.records);
            return emit.refuse(t, m, faults.down ? Outcome::Failed : Outcome::Rejected);
        }
        meter.accepted(m.records);
        acknowledge(t, m, emit);
        waiting.push({m, t, t, 0, {}, rankOf(m.id)});
        serve(t);
        meter.peak(static_cast<double>(waiting.size()));
    }
    /// Of a message, whichever try it is.
    Rank rankOf(MessageId id) const
    {
        constexpr std::uint64_t kPriority =
            0x7072696f72697479;  // apart from the draws of who sits on which node
        if (config.discipline != Discipline::Priority)
            return kLow;
        id.attempt = 0;
        return toUnit(mix64(nodeDraws.bitsAt(id) ^ kPriority)) < config.highShare ? kHigh : kLow;
    }
    void serve(SimTime t)
    {
        while (!waiting.empty() && inService.openCount() < open()) {
            Job job = waiting.pop();
            job.begins = t;
            begins(job.arrived, t);
            ++begun[job.rank];
            waits[job.rank] += t - job.arrived;
            const SimTime end = t + stretched(config.service.law.drawFor(job.request.id, draws));
            const CallToken token = inService.open(job, 0);
            inService.at(token.slot)->slot = token.slot;
            timers.arm(end, std::uint64_t{token.generation} << 32 | token.slot);
        }
    }
    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        if (errands.owns(id))
            return errands.alarm(t, id, *this, emit);
        const CallToken token{static_cast<std::uint32_t>(id), static_cast<std::uint32_t>(id >> 32), 0, false};
        const Job* found = inService.find(token);
        if (!found)
            return;
        const Job job = *found;
        if (faults.errors > 0 && errorDraws.at(job.request.id) < faults.errors)
            return workEnded(t, token, true, emit);
        if (!errands.empty()) {
            const CallToken errand = errands.begin(t, job.request, token, *this, emit);
            inService.at(token.slot)->errand = errand;
            if (errand.slot != CallToken::kNobody)
                return;
        }
        workEnded(t, token, false, emit);
    }
    template <class Emit>
    void reply(SimTime t, const Reply& r, Emit& emit)
    {
        errands.reply(t, r, *this, emit);
    }
    /// Service and calls of a request are over.
    template <class Emit>
    void workEnded(SimTime t, const CallToken& token, bool failed, Emit& emit)
    {
        const Job job = *inService.at(token.slot);
        leave(t, job);
        if (failed)
            failOne(t, job.request, emit);
        else
            complete(job.request, job.arrived, job.begins, t, emit);
        serve(t);
    }
    void leave(SimTime t, const Job& job)
    {
        works(job.begins, t);
        inService.close(job.slot);
    }
    template <class Emit>
    void fail(SimTime t, const Job& job, Emit& emit)
    {
        errands.drop(job.errand, emit);
        failOne(t, job.request, emit);
    }
    /// What goes down takes with it what it had in work and in line.
    template <class Emit>
    void control(SimTime t, const Control& c, Emit& emit)
    {
        if (c.kind == Control::Kind::Taken)
            return lose(t, c, emit);
        if (c.kind == Control::Kind::Changed)
            change(t, c);
        faults.apply(c);
        if (faults.down) {
            std::vector<Job> struck;
            inService.forEach([&](const Job& job) { struck.push_back(job); });
            for (const Job& job : struck)
                leave(t, job);
            waiting.forEach([&](const Job& job) { struck.push_back(job); });
            waiting = {};
            for (const Job& job : struck)
                fail(t, job, emit);
        }
        serve(t);
    }

    /// Its servers are taken with the cut that follows at this instant, so nothing begins yet.
    template <class Emit>
    void lose(SimTime t, const Control& c, Emit& emit)
    {
        for (const std::uint32_t slot :
             takenWith(inService, c, [](const Job& job) { return job.request.id; })) {
            const Job job = *inService.at(slot);
            ++figures.taken;
            leave(t, job);
            fail(t, job, emit);
        }
    }

    // -----------------------------------------------------------------------------------------------------------------

    void sample(SimTime t)
    {
        if (keeps)
            return meter.sample(t, static_cast<double>(waiting.size()), seconds(t - waiting.oldest(t)));
        forgetBegun(t);
        meter.sample(t, static_cast<double>(line.size()),
                     line.empty() ? 0 : seconds(t - line.front().arrived));
    }
    std::uint64_t resident() const
    {
        std::uint64_t records = 0;
        waiting.forEach([&](const Job& job) { records += job.request.records; });
        inService.forEach([&](const Job& job) { records += job.request.records; });
        return records;
    }
    std::uint64_t unitsInFlight() const
    {
        std::uint64_t units = unitsAfterEnd;
        const auto add = [&](const Job& job) { units += job.request.carriesUnit ? job.request.records : 0; };
        waiting.forEach(add);
        inService.forEach(add);
        return units;
    }
    void report(NodeReport& out) const
    {
        reportWith(inService, out);
        if (config.discipline != Discipline::Priority)
            return;
        const auto add = [&](const char* id, const char* name, Rank rank) {
            if (begun[rank] > 0)
                out.component.facts.emplace_back(id, name, Aggregation::Share,
                                                 waits[rank].seconds() * 1e3
                                                     / static_cast<double>(begun[rank]));
        };
        add("mean-wait-high-ms", "mean wait of high priority ms", kHigh);
        add("mean-wait-low-ms", "mean wait of low priority ms", kLow);
    }

    MessageColumn column;  ///< what is handled at present
    Ring<Waiting> line;    ///< in order of arrival and of service start
    Lines waiting;
    std::array<std::uint64_t, 2> begun{};  ///< by rank
    std::array<TotalTime, 2> waits;
    PendingSlab<Job> inService;
};

}  // namespace

NodeHandle makeRequestServer(const ServerConfig& config, const NodeContext& context, BillOf<ServerLoad> bill)
{
    return makeServer<RequestServerNode>(config, context, std::move(bill));
}

NodeHandle ServerFamily::makeNode(const ServerConfig& config, const NodeContext& context,
                                  BillOf<ServerLoad> bill)
{
    if (readsStores(context.inputs))
        return makeReadingServer(config, context, std::move(bill));
    if (config.discipline == Discipline::Shared)
        return makeSharedServer(config, context, std::move(bill));
    return config.batchSize > 1 ? makeBatchServer(config, context, std::move(bill))
                                : makeRequestServer(config, context, std::move(bill));
}

}  // namespace plimsoll
