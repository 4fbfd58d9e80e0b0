// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/server/server_base.h"
#include "simulator/kernel/pending_slab.h"

#include <algorithm>
#include <set>
#include <vector>

namespace plimsoll {

namespace {

/// Processor sharing: of n requests in work on c servers each gets min(1, c / n) of one all the time. The clock of the
/// work, `done`, is what each request in work has got since the run began; a request is finished when the clock has moved
/// on by its service time. While its calls are answered it takes nothing of the servers.
/// Source: L. Kleinrock, Queueing Systems, volume 2, Wiley, 1976, section 4.4.
struct SharedServerNode : ServerBase {
    struct Job {
        Message request;
        SimTime arrived;
        SimTime begins;    ///< its service would have begun here if it had a server to itself until its end
        double nanos = 0;  ///< its service time
        double finished = 0;  ///< on the clock of the work
        std::uint32_t slot = 0;
        bool works = true;  ///< its service is not over yet
        CallToken errand;   ///< its calls; nobody's before and after them
    };
    /// Requests whose ends are less than this apart on the clock, in nanoseconds, end together.
    static constexpr double kSame = 1e-3;
    static constexpr std::uint64_t kAlarms = (std::uint64_t{1} << 40) - 1;

    using ServerBase::ServerBase;

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        meter.offered(t, m.records, m.id.attempt > 0);
        const bool full = config.queueLimit && jobs.openCount() >= open() + *config.queueLimit;
        if (faults.down || full) {
            figures.whileDown += faults.down ? m.records : 0;
            meter.rejected(t, m.records);
            return emit.refuse(t, m, faults.down ? Outcome::Failed : Outcome::Rejected);
        }
        meter.accepted(m.records);
        acknowledge(t, m, emit);
        moveTo(t);
        Job job;
        job.request = m;
        job.arrived = t;
        job.nanos = std::max(1.0, config.service.law.drawFor(m.id, draws) * faults.slow);
        job.finished = done + job.nanos;
        const std::uint32_t slot = jobs.open(job, 0).slot;
        jobs.at(slot)->slot = slot;
        order.emplace(job.finished, slot);
        wake(t);
        meter.peak(waitingNow());
    }
    /// What each request gets of a server.
    double pace() const
    {
        const double most = static_cast<double>(open());
        return order.empty() ? 0 : std::min(1.0, most / static_cast<double>(order.size()));
    }
    double atWork() const { return std::min(static_cast<double>(open()), static_cast<double>(order.size())); }
    /// Requests beyond the servers.
    double waitingNow() const
    {
        return std::max(0.0, static_cast<double>(jobs.openCount()) - static_cast<double>(open()));
    }
    void moveTo(SimTime t)
    {
        const double passed = static_cast<double>((t - moved).count());
        done += passed * pace();
        const SimTime seen = std::min(t, meter.horizon());
        if (seen > moved) {
            busyNanos += atWork() * static_cast<double>((seen - moved).count());
            figures.busy.spread(moved, seen, atWork());
        }
        moved = t;
        if (order.empty())
            done = 0;  // it keeps its precision however long the run
    }
    /// Sets the alarm for the next that is finished; those set before do nothing.
    void wake(SimTime t)
    {
        alarm = (alarm + 1) & kAlarms;
        const double each = pace();
        if (each <= 0)
            return;
        const double left = std::max(0.0, order.begin()->first - done) / each;
        timers.arm(t + Duration{static_cast<std::int64_t>(left) + 1}, alarm);
    }
    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        if (errands.owns(id))
            return errands.alarm(t, id, *this, emit);
        if (id != alarm)
            return;
        moveTo(t);
        std::vector<CallToken> ended;
        while (!order.empty() && order.begin()->first <= done + kSame) {
            const std::uint32_t slot = order.begin()->second;
            order.erase(order.begin());
            ended.push_back({slot, jobs.generationOf(slot), 0, false});
        }
        for (const CallToken& token : ended)
            served(t, token, emit);
        wake(t);
    }
    /// Its service is over; its calls follow.
    template <class Emit>
    void served(SimTime t, const CallToken& token, Emit& emit)
    {
        Job& job = *jobs.at(token.slot);
        job.works = false;
        const Duration service = fromNanos(job.nanos + 0.5);
        job.begins = std::max(job.arrived, t - service);
        figures.waited += job.begins - job.arrived > std::chrono::nanoseconds{1} ? 1 : 0;
        figures.waitTime += job.begins - job.arrived;
        ++figures.served;
        slowdowns += static_cast<double>((t - job.arrived).count()) / job.nanos;
        if (faults.errors > 0 && errorDraws.at(job.request.id) < faults.errors)
            return workEnded(t, token, true, emit);
        if (!errands.empty()) {
            const Message request = job.request;
            const CallToken errand = errands.begin(t, request, token, *this, emit);
            jobs.at(token.slot)->errand = errand;
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
        const Job job = *jobs.at(token.slot);
        jobs.close(token.slot);
        if (failed)
            failOne(t, job.request, emit);
        else
            complete(job.request, job.arrived, job.begins, t, emit);
    }
    /// Leaves before its time.
    template <class Emit>
    void strike(SimTime t, const Job& job, Emit& emit)
    {
        if (job.works)
            order.erase({job.finished, job.slot});
        errands.drop(job.errand, emit);
        jobs.close(job.slot);
        failOne(t, job.request, emit);
    }
    template <class Emit>
    void control(SimTime t, const Control& c, Emit& emit)
    {
        moveTo(t);
        if (c.kind == Control::Kind::Changed) {
            change(t, c);
        } else if (c.kind == Control::Kind::Taken) {
            for (const std::uint32_t slot :
                 takenWith(jobs, c, [](const Job& job) { return job.request.id; })) {
                ++figures.taken;
                strike(t, Job{*jobs.at(slot)}, emit);
            }
        } else {
            faults.apply(c);
            if (faults.down) {
                std::vector<Job> struck;
                jobs.forEach([&](const Job& job) { struck.push_back(job); });
                for (const Job& job : struck)
                    strike(t, job, emit);
            }
        }
        wake(t);
    }
    void sample(SimTime t)
    {
        SimTime oldest = t;
        jobs.forEach([&](const Job& job) { oldest = std::min(oldest, job.arrived); });
        meter.sample(t, waitingNow(), waitingNow() > 0 ? seconds(t - oldest) : 0);
    }
    std::uint64_t resident() const
    {
        std::uint64_t records = 0;
        jobs.forEach([&](const Job& job) { records += job.request.records; });
        return records;
    }
    std::uint64_t unitsInFlight() const
    {
        std::uint64_t units = unitsAfterEnd;
        jobs.forEach([&](const Job& job) { units += job.request.carriesUnit ? job.request.records : 0; });
        return units;
    }
    void report(NodeReport& out) const
    {
        const SimTime end{fromSeconds(out.seconds)};
        const double last = end > moved ? static_cast<double>((end - moved).count()) : 0;
        HeldSums busy = figures.busy;
        if (last > 0)
            busy.spread(moved, end, atWork());
        reportAs((busyNanos + atWork() * last) * 1e-9, busy, out);
        if (figures.served > 0)
            out.component.facts.emplace_back("mean-slowdown", "mean time over service time",
                                             Aggregation::Share,
                                             slowdowns / static_cast<double>(figures.served));
    }

    PendingSlab<Job> jobs;
    std::set<std::pair<double, std::uint32_t>>
        order;                  ///< in work, by when they are finished on the clock of the work
    double done = 0;            ///< nanoseconds of work that each in work has got
    SimTime moved = kSimStart;  ///< until when the clock of the work is
    double busyNanos = 0, slowdowns = 0;
    std::uint64_t alarm = 0;  ///< the one that counts
};

}  // namespace

NodeHandle makeSharedServer(const ServerConfig& config, const NodeContext& context, BillOf<ServerLoad> bill)
{
    return makeServer<SharedServerNode>(config, context, std::move(bill));
}

}  // namespace plimsoll
