// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/server/server_base.h"
#include "simulator/kernel/pending_slab.h"
#include "simulator/queueing/ring.h"

#include <algorithm>
#include <deque>

namespace plimsoll {

namespace {

/// Bulk service: requests gather into a batch, a batch takes one server for one service time. Without faults the future
/// of a batch is known when it closes; with one ahead, or with calls to make, closed batches are kept and end with an
/// alarm. Both ways give the same times.
struct BatchServerNode : ServerBase {
    using Request = Lane<Message>::Entry;
    static SimTime arrived(const Request& request) { return SimTime{Duration{request.time}}; }
    struct Batch {
        std::vector<Request> requests;
        std::uint64_t records = 0;
        SimTime closed, begins;
        CallToken errand;  ///< its calls; nobody's before and after them
    };
    /// A closed batch whose end is known but that has not begun.
    struct Waiting {
        SimTime begins, arrived;
        std::uint64_t records;
    };
    static constexpr std::uint64_t kClose = std::uint64_t{1} << 63;

    using ServerBase::ServerBase;

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        meter.offered(t, m.records, m.id.attempt > 0);
        forgetBegun(t);
        if (faults.down || (config.queueLimit && recordsInLine >= *config.queueLimit && !hasFreeServer(t))) {
            figures.whileDown += faults.down ? m.records : 0;
            meter.rejected(t, m.records);
            return emit.refuse(t, m, faults.down ? Outcome::Failed : Outcome::Rejected);
        }
        meter.accepted(m.records);
        acknowledge(t, m, emit);
        gather(t, m, emit);
    }
    bool takesRuns() const { return !keeps && !config.queueLimit; }
    /// Nothing is turned away.
    template <class Emit>
    void acceptRun(RequestRun run, Emit& emit)
    {
        const bool alike =
            column.gather(run) && !(acknowledged.any() && column.asked == MessageColumn::Asked::ByCallers);
        if (alike) {
            meter.offeredEach(column.arrived(), column.retries);
            meter.accepted(run.size());
        }
        for (std::size_t at = 0; at < run.size();) {
            if (const std::size_t joining = alike ? joinTogether(run.subspan(at)) : 0; joining > 0) {
                at += joining;
                continue;
            }
            const Request* request = run[at++];
            // A batch that began in this run may have to close before the next request comes.
            while (timers.next() <= arrived(*request)) {
                emit.setNow(timers.next().time_since_epoch().count());
                const SimTime due = timers.next();
                timer(due, timers.pop(), emit);
            }
            emit.setNow(request->time);
            if (!alike) {
                accept(arrived(*request), request->payload, emit);
                continue;
            }
            forgetBegun(arrived(*request));
            gather(arrived(*request), request->payload, emit);
        }
    }
    /// Takes those first requests, each one record, that neither open nor close a batch, as long as none is in line; how many.
    std::size_t joinTogether(RequestRun run)
    {
        if (gathering.requests.empty() || !committed.empty() || recordsInLine > 0)
            return 0;
        const std::uint64_t room = config.batchSize - gathering.records - 1;
        const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(run.size(), room));
        const SimTime until = std::min(closesAt, timers.next());
        std::size_t count = 0;
        while (count < most && arrived(*run[count]) < until)
            gathering.requests.push_back(*run[count++]);
        gathering.records += count;
        if (count > 0)
            meter.peak(static_cast<double>(gathering.records));
        return count;
    }
    template <class Emit>
    void gather(SimTime t, const Message& m, Emit& emit)
    {
        if (gathering.requests.empty())
            openBatch(t);
        Request& request = gathering.requests.emplace_back();
        request.time = t.time_since_epoch().count();
        request.payload = m;
        gathering.records += m.records;
        meter.peak(static_cast<double>(recordsInLine + gathering.records));
        if (gathering.records >= config.batchSize || closesAt <= t)
            closeBatch(t, emit);
        else if (gathering.requests.size() == 1 && closesAt < kNever)
            timers.arm(closesAt, kClose | batches);
    }
    bool hasFreeServer(SimTime t)
    {
        return keeps ? inService.openCount() < open() : servers.nextFree(t) <= t;
    }
    /// Without a wait of its own a batch takes what has come when the next server becomes free.
    void openBatch(SimTime t)
    {
        ++batches;
        if (config.batchWait > Duration{0})
            closesAt = t + config.batchWait;
        else if (keeps)
            closesAt = hasFreeServer(t) ? t : kNever;
        else
            closesAt = std::max(t, servers.nextFree(t));
    }

    template <class Emit>
    void closeBatch(SimTime t, Emit& emit)
    {
        gathering.closed = t;
        if (keeps) {
            recordsInLine += gathering.records;
            line.push_back(std::move(gathering));
            gathering = {};
            return serve(t);
        }
        const SimTime begin = std::max(t, servers.nextFree(t));
        const SimTime end = begin + serviceOf(gathering);
        servers.take(end);
        if (begin > t) {
            recordsInLine += gathering.records;
            committed.push_back({begin, arrived(gathering.requests.front()), gathering.records});
        }
        gathering.begins = begin;
        begun(gathering);
        works(begin, end);
        complete(gathering, end, emit);
        gathering.requests.clear();
        gathering.records = 0;
    }
    void forgetBegun(SimTime t)
    {
        for (; !committed.empty() && committed.front().begins <= t; committed.pop_front())
            recordsInLine -= committed.front().records;
    }
    Duration serviceOf(const Batch& batch) const
    {
        const double nanos = config.service.law.drawFor(batch.requests.front().payload.id, draws);
        return stretched(nanos);
    }
    void begun(const Batch& batch)
    {
        for (const Request& request : batch.requests) {
            figures.waited += batch.begins > arrived(request) ? 1 : 0;
            figures.waitTime += batch.begins - arrived(request);
        }
        figures.served += batch.requests.size();
        ++figures.batches;
    }

    template <class Emit>
    void complete(const Batch& batch, SimTime end, Emit& emit)
    {
        SpanRef together;
        if (!handOver.empty())
            together = emit.spans().create();
        const std::span<const Request> all{batch.requests};
        for (std::size_t at = 0; at < all.size(); at += MessageColumn::kMost) {
            const std::span<const Request> part =
                all.subspan(at, std::min(all.size() - at, MessageColumn::kMost));
            const bool alike =
                served.gather(part.size(), [&](std::size_t n) -> const Request& { return part[n]; });
            if (alike && end <= meter.horizon())
                completeColumn(batch, part, end, together, emit);
            else
                completeEach(batch, part, end, together, emit);
        }
        meter.spent(TimePart::Queue, batch.begins - batch.closed, batch.records);
        meter.spent(TimePart::Service, end - batch.begins, batch.records);
        if (handOver.empty())
            return;
        // A caller that waits keeps its unit, so what goes on for it is a new one.
        std::vector<bool> carried;
        for (const Request& request : batch.requests)
            carried.insert(carried.end(), recordsIn(request.payload, emit), request.payload.carriesUnit);
        handOver.send(end, wholeOf(batch, end, together), meter, emit,
                      [&](std::size_t n) { return bool{carried[n]}; });
        for (const Request& request : batch.requests)
            emit.spans().release(request.payload.members);
    }
    template <class Emit>
    static std::size_t recordsIn(const Message& m, Emit& emit)
    {
        return m.members ? emit.spans().members(m.members).size() : 1;
    }
    /// The batch as one message with these members.
    static Message wholeOf(const Batch& batch, SimTime at, SpanRef members)
    {
        Message whole = batch.requests.front().payload;
        whole.bytes = 0;
        for (const Request& request : batch.requests) {
            whole.born = std::min(whole.born, request.payload.born);
            whole.bytes += request.payload.bytes;
        }
        whole.sent = at;
        whole.deadline = kNever;
        whole.records = static_cast<std::uint32_t>(batch.records);
        whole.replyTo = {};
        whole.members = members;
        return whole;
    }
    /// Single records with the same kind of caller, done by the horizon.
    template <class Emit>
    void completeColumn(const Batch& batch, std::span<const Request> part, SimTime end, SpanRef together,
                        Emit& emit)
    {
        std::array<Duration, MessageColumn::kMost> stays;
        std::array<SimTime, MessageColumn::kMost> ends;
        Duration gathered{0};
        for (std::size_t n = 0; n < part.size(); ++n) {
            stays[n] = end - served.arrivals[n];
            ends[n] = end;
            gathered += batch.closed - served.arrivals[n];
        }
        const std::span<const SimTime> at{ends.data(), part.size()};
        meter.completedEach(end, {stays.data(), part.size()});
        meter.spent(TimePart::BufferWait, gathered, 1);
        emit.readableEach(meter, at, served);
        const bool unattended = served.asked == MessageColumn::Asked::Unattended;
        emit.enteredEach(served);
        emit.doneEach(at, served);
        emit.forEachSampled(served, [&](std::size_t n) {
            const Message& m = part[n].payload;
            trace(batch, served.arrivals[n], end, m.id, emit);
            emit.arrived(end, m.id, m.born);
            if (unattended)
                emit.responded(served.connection, m.id, m.sent, m.sent, end);
        });
        if (handOver.empty())
            meter.units.done += served.units;
        if (together) {
            std::vector<Member>& members = emit.spans().members(together);
            for (const Request& request : part) {
                const Message& m = request.payload;
                members.push_back({m.id, m.born, end, m.key, static_cast<std::uint32_t>(m.bytes)});
            }
        }
        if (served.asked != MessageColumn::Asked::ByCallers)
            return;
        for (const Request& request : part)
            answerDone(end, request.payload, emit);
    }
    template <class Emit>
    void completeEach(const Batch& batch, std::span<const Request> part, SimTime end, SpanRef together,
                      Emit& emit)
    {
        const bool inTime = end <= meter.horizon();
        Duration gathered{0};
        for (const Request& request : part) {
            const Message& m = request.payload;
            meter.completed(end, m.records, end - arrived(request));
            const auto one = [&](const Member& member) {
                gathered += batch.closed - arrived(request);
                trace(batch, arrived(request), end, member.id, emit);
                emit.readable(meter, end, member.id, member.born);
                if (together)
                    emit.spans().members(together).push_back(member);
            };
            if (m.members) {
                for (std::size_t at = 0; at < emit.spans().members(m.members).size(); ++at)
                    one(Member{emit.spans().members(m.members)[at]});
                if (handOver.empty())  // else once it is known how many went on
                    emit.spans().release(m.members);
            } else {
                one({m.id, m.born, end, m.key, static_cast<std::uint32_t>(m.bytes)});
            }
            if (m.replyTo.slot == CallToken::kUnattended && inTime)
                emit.entered(m.replyTo.connection, m.born);
            if (handOver.empty() && m.carriesUnit)
                (inTime ? meter.units.done : unitsAfterEnd) += m.records;
            answerDone(end, m, emit);
        }
        meter.spent(TimePart::BufferWait, gathered, 1);
    }
    template <class Emit>
    static void trace(const Batch& batch, SimTime arrived, SimTime end, const MessageId& id, Emit& emit)
    {
        emit.traced(id, TimePart::BufferWait, arrived, batch.closed);
        emit.traced(id, TimePart::Queue, batch.closed, batch.begins);
        emit.traced(id, TimePart::Service, batch.begins, end);
    }
    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        if (errands.owns(id))
            return errands.alarm(t, id, *this, emit);
        if (id & kClose) {
            if ((id & ~kClose) == batches && !gathering.requests.empty())
                closeBatch(t, emit);
            return;
        }
        const CallToken token{static_cast<std::uint32_t>(id), static_cast<std::uint32_t>(id >> 32), 0, false};
        const Batch* batch = inService.find(token);
        if (!batch)
            return;
        if (faults.errors > 0 && errorDraws.at(batch->requests.front().payload.id) < faults.errors)
            return workEnded(t, token, true, emit);
        if (!errands.empty()) {
            const Message whole = wholeOf(*batch, t, membersOf(*batch, emit));
            const CallToken errand = errands.begin(t, whole, token, *this, emit);
            emit.spans().release(whole.members);
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
    /// Service and calls of a batch are over.
    template <class Emit>
    void workEnded(SimTime t, const CallToken& token, bool failed, Emit& emit)
    {
        Batch batch = leave(t, token.slot);
        batch.errand = {};
        if (failed)
            fail(t, batch, emit);
        else
            complete(batch, t, emit);
        serve(t);
        if (config.batchWait == Duration{0} && !gathering.requests.empty() && hasFreeServer(t))
            closeBatch(t, emit);
    }
    template <class Emit>
    static SpanRef membersOf(const Batch& batch, Emit& emit)
    {
        const SpanRef all = emit.spans().create();
        for (const Request& request : batch.requests) {
            const Message& m = request.payload;
            if (!m.members) {
                emit.spans().members(all).push_back(
                    {m.id, m.born, arrived(request), m.key, static_cast<std::uint32_t>(m.bytes)});
                continue;
            }
            const std::vector<Member> some = emit.spans().members(m.members);
            std::vector<Member>& members = emit.spans().members(all);
            members.insert(members.end(), some.begin(), some.end());
        }
        return all;
    }

    // --- with a fault ahead -----------------------------------------------------------------------------------------

    void serve(SimTime t)
    {
        while (!line.empty() && inService.openCount() < open()) {
            Batch batch = std::move(line.front());
            line.pop_front();
            recordsInLine -= batch.records;
            batch.begins = t;
            begun(batch);
            const SimTime end = t + serviceOf(batch);
            const CallToken token = inService.open(std::move(batch), 0);
            timers.arm(end, std::uint64_t{token.generation} << 32 | token.slot);
        }
    }
    Batch leave(SimTime t, std::uint32_t slot)
    {
        Batch batch = std::move(*inService.at(slot));
        works(batch.begins, t);
        inService.close(slot);
        return batch;
    }
    template <class Emit>
    void fail(SimTime t, const Batch& batch, Emit& emit)
    {
        errands.drop(batch.errand, emit);
        for (const Request& request : batch.requests)
            failOne(t, request.payload, emit);
    }
    /// What goes down takes with it what it had in work, in line and gathering.
    template <class Emit>
    void control(SimTime t, const Control& c, Emit& emit)
    {
        if (c.kind == Control::Kind::Taken) {
            // Their servers go with the cut that follows at this instant, so nothing begins yet.
            for (const std::uint32_t slot : takenWith(
                     inService, c, [](const Batch& batch) { return batch.requests.front().payload.id; })) {
                const Batch batch = leave(t, slot);
                figures.taken += batch.requests.size();
                fail(t, batch, emit);
            }
            return;
        }
        if (c.kind == Control::Kind::Changed)
            change(t, c);
        faults.apply(c);
        if (faults.down) {
            std::vector<Batch> struck;
            inService.forEach([&](const Batch& batch) {
                works(batch.begins, t);
                struck.push_back(batch);
            });
            inService = {};
            struck.insert(struck.end(), line.begin(), line.end());
            line.clear();
            recordsInLine = 0;
            struck.push_back(std::move(gathering));
            gathering = {};
            for (const Batch& batch : struck)
                fail(t, batch, emit);
        }
        if (!keeps)
            return;
        serve(t);
        if (config.batchWait == Duration{0} && !gathering.requests.empty() && hasFreeServer(t))
            closeBatch(t, emit);
    }

    void sample(SimTime t)
    {
        forgetBegun(t);
        SimTime oldest = gathering.requests.empty() ? t : arrived(gathering.requests.front());
        if (!committed.empty())
            oldest = committed.front().arrived;
        if (!line.empty())
            oldest = arrived(line.front().requests.front());
        meter.sample(t, static_cast<double>(recordsInLine + gathering.records), seconds(t - oldest));
    }
    template <class Visit>
    void forEachHeld(Visit visit) const
    {
        const auto all = [&](const Batch& batch) {
            for (const Request& request : batch.requests)
                visit(request.payload);
        };
        all(gathering);
        for (const Batch& batch : line)
            all(batch);
        inService.forEach(all);
    }
    std::uint64_t resident() const
    {
        std::uint64_t records = 0;
        forEachHeld([&](const Message& m) { records += m.records; });
        return records;
    }
    std::uint64_t unitsInFlight() const
    {
        std::uint64_t units = unitsAfterEnd;
        forEachHeld([&](const Message& m) { units += m.carriesUnit ? m.records : 0; });
        return units;
    }
    void report(NodeReport& out) const { reportWith(inService, out); }

    MessageColumn column, served;  ///< what is handled at present
    Batch gathering;
    SimTime closesAt = kNever;
    std::uint64_t batches = 0;        ///< opened so far; names the alarm of the one that gathers
    std::uint64_t recordsInLine = 0;  ///< of closed batches that no server has begun
    Ring<Waiting> committed;
    std::deque<Batch> line;
    PendingSlab<Batch> inService;
};

}  // namespace

NodeHandle makeBatchServer(const ServerConfig& config, const NodeContext& context, BillOf<ServerLoad> bill)
{
    return makeServer<BatchServerNode>(config, context, std::move(bill));
}

}  // namespace plimsoll
