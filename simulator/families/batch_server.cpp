// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/server_base.h"
#include "simulator/kernel/pending_slab.h"
#include "simulator/queueing/ring.h"

#include <algorithm>
#include <deque>

namespace plimsoll {

namespace {

/// Bulk service: requests gather into a batch, a batch takes one server for one service time. Without faults the future
/// of a batch is known when it closes; with one ahead, closed batches are kept and end with an alarm. Both ways give
/// the same times.
struct BatchServerNode : ServerBase {
    struct Request {
        Message message;
        SimTime arrived;
    };
    struct Batch {
        std::vector<Request> requests;
        std::uint64_t records = 0;
        SimTime closed, begins;
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
            meter.rejected(t, m.records);
            return emit.refuse(t, m, faults.down ? Outcome::Failed : Outcome::Rejected);
        }
        meter.accepted(m.records);
        if (gathering.requests.empty())
            openBatch(t);
        gathering.requests.push_back({m, t});
        gathering.records += m.records;
        meter.peak(static_cast<double>(recordsInLine + gathering.records));
        if (gathering.records >= config.batchSize || closesAt <= t)
            closeBatch(t, emit);
        else if (gathering.requests.size() == 1 && closesAt < kNever)
            timers.arm(closesAt, kClose | batches);
    }
    bool hasFreeServer(SimTime t) const
    {
        return config.disturbed ? inService.openCount() < open() : servers.nextFree() <= t;
    }
    /// Without a wait of its own a batch takes what has come when the next server becomes free.
    void openBatch(SimTime t)
    {
        ++batches;
        if (config.batchWait > Duration{0})
            closesAt = t + config.batchWait;
        else if (config.disturbed)
            closesAt = hasFreeServer(t) ? t : kNever;
        else
            closesAt = std::max(t, servers.nextFree());
    }

    template <class Emit>
    void closeBatch(SimTime t, Emit& emit)
    {
        gathering.closed = t;
        if (config.disturbed) {
            recordsInLine += gathering.records;
            line.push_back(std::move(gathering));
            gathering = {};
            return serve(t);
        }
        const SimTime begin = std::max(t, servers.nextFree());
        const SimTime end = begin + serviceOf(gathering);
        servers.take(end);
        if (begin > t) {
            recordsInLine += gathering.records;
            committed.push_back({begin, gathering.requests.front().arrived, gathering.records});
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
        const double nanos = config.service.drawFor(batch.requests.front().message.id, draws);
        return stretched(nanos);
    }
    void begun(const Batch& batch)
    {
        for (const Request& request : batch.requests) {
            figures.waited += batch.begins > request.arrived ? 1 : 0;
            figures.waitSeconds += seconds(batch.begins - request.arrived);
        }
        figures.served += batch.requests.size();
        ++figures.batches;
    }

    template <class Emit>
    void complete(const Batch& batch, SimTime end, Emit& emit)
    {
        const bool inTime = end <= meter.horizon();
        SpanRef together;
        SimTime oldest = batch.requests.front().message.born;
        std::uint64_t bytes = 0;
        Duration gathered{0};
        if (!outputs.empty())
            together = emit.spans().create();
        for (const Request& request : batch.requests) {
            const Message& m = request.message;
            meter.completed(end, m.records, end - request.arrived);
            meter.abandoned(end, m.deadline, m.records);
            const auto served = [&](const Member& member) {
                gathered += batch.closed - request.arrived;
                emit.traced(member.id, TimePart::BufferWait, request.arrived, batch.closed);
                emit.traced(member.id, TimePart::Queue, batch.closed, batch.begins);
                emit.traced(member.id, TimePart::Service, batch.begins, end);
                emit.readable(meter, end, member.id, member.born);
                if (together)
                    emit.spans().members(together).push_back(member);
            };
            if (m.members) {
                for (std::size_t at = 0; at < emit.spans().members(m.members).size(); ++at)
                    served(Member{emit.spans().members(m.members)[at]});
                emit.spans().release(m.members);
            } else {
                served({m.id, m.born, end, m.key, static_cast<std::uint32_t>(m.bytes)});
            }
            if (m.replyTo.slot == CallToken::kUnattended && inTime)
                emit.entered(m.replyTo.connection, m.born);
            count(m, inTime);
            oldest = std::min(oldest, m.born);
            bytes += m.bytes;
            emit.done(end, m);
        }
        meter.spent(TimePart::BufferWait, gathered, 1);
        meter.spent(TimePart::Queue, batch.begins - batch.closed, batch.records);
        meter.spent(TimePart::Service, end - batch.begins, batch.records);
        if (outputs.empty())
            return;
        Message next = batch.requests.front().message;
        next.id.visit = static_cast<std::uint8_t>(next.id.visit + 1);
        next.id.attempt = 0;
        next.born = oldest;
        next.sent = end;
        next.deadline = kNever;
        next.bytes = bytes;
        next.records = static_cast<std::uint32_t>(batch.records);
        next.replyTo = {};
        next.members = together;
        next.carriesUnit = true;
        for (std::size_t at = 0; at < outputs.size(); ++at) {
            if (at > 0)
                emit.spans().retain(together);
            emit.send(outputs[at], end, next);
        }
    }
    /// A caller that waits keeps its unit, so what goes on for it is a new one.
    void count(const Message& m, bool inTime)
    {
        if (!outputs.empty()) {
            if (m.carriesUnit)
                meter.units.copied += (outputs.size() - 1) * m.records;
            else
                meter.units.generated += outputs.size() * m.records;
        } else if (m.carriesUnit) {
            (inTime ? meter.units.done : unitsAfterEnd) += m.records;
        }
    }

    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        if (id & kClose) {
            if ((id & ~kClose) == batches && !gathering.requests.empty())
                closeBatch(t, emit);
            return;
        }
        const auto slot = static_cast<std::uint32_t>(id);
        if (!inService.find({slot, static_cast<std::uint32_t>(id >> 32), 0, false}))
            return;
        const Batch batch = leave(t, slot);
        if (faults.errors > 0 && errorDraws.at(batch.requests.front().message.id) < faults.errors)
            fail(t, batch, emit);
        else
            complete(batch, t, emit);
        serve(t);
        if (config.batchWait == Duration{0} && !gathering.requests.empty() && hasFreeServer(t))
            closeBatch(t, emit);
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
        for (const Request& request : batch.requests) {
            meter.failed(t, request.message.records);
            emit.refuse(t, request.message, Outcome::Failed);
        }
    }
    /// What goes down takes with it what it had in work, in line and gathering.
    template <class Emit>
    void control(SimTime t, const Control& c, Emit& emit)
    {
        if (c.kind == Control::Kind::Taken) {
            // Their servers go with the cut that follows at this instant, so nothing begins yet.
            for (const std::uint32_t slot : takenWith(
                     inService, c, [](const Batch& batch) { return batch.requests.front().message.id; })) {
                const Batch batch = leave(t, slot);
                figures.taken += batch.requests.size();
                fail(t, batch, emit);
            }
            return;
        }
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
        if (!config.disturbed)
            return;
        serve(t);
        if (config.batchWait == Duration{0} && !gathering.requests.empty() && hasFreeServer(t))
            closeBatch(t, emit);
    }

    void sample(SimTime t)
    {
        forgetBegun(t);
        SimTime oldest = gathering.requests.empty() ? t : gathering.requests.front().arrived;
        if (!committed.empty())
            oldest = committed.front().arrived;
        if (!line.empty())
            oldest = line.front().requests.front().arrived;
        meter.sample(t, static_cast<double>(recordsInLine + gathering.records), seconds(t - oldest));
    }
    template <class Visit>
    void forEachHeld(Visit visit) const
    {
        const auto all = [&](const Batch& batch) {
            for (const Request& request : batch.requests)
                visit(request.message);
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

    Batch gathering;
    SimTime closesAt = kNever;
    std::uint64_t batches = 0;        ///< opened so far; names the alarm of the one that gathers
    std::uint64_t recordsInLine = 0;  ///< of closed batches that no server has begun
    Ring<Waiting> committed;
    std::deque<Batch> line;
    PendingSlab<Batch> inService;
};

}  // namespace

NodeHandle makeBatchServer(ServerConfig config, const NodeContext& context)
{
    return makeServer<BatchServerNode>(std::move(config), context);
}

}  // namespace plimsoll
