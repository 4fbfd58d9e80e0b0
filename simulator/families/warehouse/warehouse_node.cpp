// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/shared/errands.h"
#include "simulator/families/shared/object_reads.h"
#include "simulator/families/shared/query_askers.h"
#include "simulator/families/warehouse/warehouse.h"
#include "simulator/metrics/facts.h"

#include <algorithm>
#include <deque>
#include <numeric>
#include <utility>

namespace plimsoll {

namespace {

enum class Alarm : std::uint64_t { Ask, QueryDone, CopyDone, LoadDue, Exchanged, Restored, Started };
constexpr std::uint64_t alarmId(Alarm kind, std::uint64_t serial)
{
    return static_cast<std::uint64_t>(kind) << 56 | serial;
}

struct Query {
    MessageId id;
    SimTime asked;
    double gigabytes = 1, cpuSecondsPerGigabyte = 2;
    std::size_t load = SIZE_MAX;  ///< index of the query load; SIZE_MAX = asked over a connection
    Message message;              ///< when asked over a connection
    std::size_t cluster = 0;      ///< it runs on; 0 = the main one
    Duration rests{};             ///< it ends so much later
    SimTime begun;
    CallToken errand;  ///< its reads of external tables; nobody's before and after them
};

struct Copy {
    Message message;
    SimTime arrived;
    bool fromBucket = false;
    std::uint32_t connection = 0;
};

/// A visit of a bucket that failed is made again when the next one is due.
struct BucketLoad {
    std::uint32_t index = 0;
    std::uint64_t name = 0;  ///< hash of the connection's id
    Duration every{};
    bool outstanding = false;
    std::optional<Copy> failed;
};

/// What changed since the last snapshot, from which a restore brings the rest back.
class Snapshots {
public:
    void stored(SimTime t, const WarehouseLife& life, std::uint64_t bytes, std::uint64_t rows)
    {
        takeDue(t, life);
        m_bytes += bytes;
        m_rows += rows;
        if (static_cast<double>(m_bytes) >= life.snapshotBytes * life.nodes)
            take(t);
    }
    /// One is due by time, if anything has changed.
    void takeDue(SimTime t, const WarehouseLife& life)
    {
        if (life.snapshotEvery > Duration{} && t - m_at >= life.snapshotEvery)
            take(m_at + (t - m_at) / life.snapshotEvery * life.snapshotEvery);
    }
    /// Everything since then is gone.
    std::uint64_t lose()
    {
        m_lostRows += m_rows;
        const std::uint64_t bytes = m_bytes;
        m_bytes = m_rows = 0;
        return bytes;
    }
    std::uint64_t taken() const { return m_taken; }
    std::uint64_t lostRows() const { return m_lostRows; }

private:
    void take(SimTime t)
    {
        m_at = t;
        m_taken += m_bytes > 0 ? 1 : 0;
        m_bytes = m_rows = 0;
    }
    SimTime m_at = kSimStart;
    std::uint64_t m_bytes = 0, m_rows = 0, m_taken = 0, m_lostRows = 0;
};

struct WarehouseFigures {
    std::uint64_t queries = 0, copies = 0, loadedBytes = 0;
    double billedSeconds =
        0;  ///< with at least one query or COPY running, a minute at least each time it wakes
    HeldUse slots, scaling, nodes;
    std::uint64_t resizes = 0, restores = 0, lostBytes = 0;
    double externalBytes = 0;
    double copySeconds = 0, longestCopySeconds = 0;
};

struct WarehouseNode : NodeBase {
    WarehouseNode(const WarehouseConfig& c, BillOf<WarehouseLoad> b) : config{c}, bill{std::move(b)}
    {
        course.swap(config.later);
    }

    auto armAsk()
    {
        return [this](SimTime t, std::size_t load) { timers.arm(t, alarmId(Alarm::Ask, load)); };
    }

    template <class Emit>
    void start(Emit&)
    {
        askers.start(armAsk());
        begin(kSimStart, config.life.state);
        for (std::size_t at = 0; at < bucketLoads.size(); ++at) {
            const double u = phase.at(bucketLoads[at].name);
            timers.arm(kSimStart
                           + Duration{static_cast<std::int64_t>(
                               static_cast<double>(bucketLoads[at].every.count()) * u)},
                       alarmId(Alarm::LoadDue, at));
        }
    }
    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        meter.offered(t, m.records, m.id.attempt > 0);
        if (away()) {
            meter.rejected(t, m.records);
            return emit.refuse(t + std::chrono::milliseconds{1}, m, Outcome::Failed);
        }
        meter.accepted(m.records);
        if (m.operation == Operation::Load) {
            copies.push_back({m, t, false, 0});
            return startCopy(t, emit);
        }
        Query query;
        query.id = m.id;
        query.asked = t;
        query.gigabytes = static_cast<double>(m.bytes) / 1073741824.0;
        query.message = m;
        waiting.push_back(query);
        startQueries(t, emit);
    }
    Reply replyTo(const Message& m, Outcome outcome) const
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

    template <class Emit>
    void ask(SimTime t, std::size_t load, Emit& emit)
    {
        const QueryLoad& source = askers.load(load);
        Query query;
        query.id = askers.nextId(load);
        query.asked = t;
        query.gigabytes = source.gigabytesScanned;
        query.cpuSecondsPerGigabyte = source.cpuSecondsPerGigabyte;
        query.load = load;
        meter.offered(t, 1, false);
        askers.asked(t, load, armAsk());
        if (away()) {
            meter.rejected(t, 1);
            return askers.answered(t, load, false, armAsk());
        }
        meter.accepted(1);
        ++meter.units.born;
        waiting.push_back(query);
        startQueries(t, emit);
    }

    /// The first cluster with a free slot; as many as there are when none has one.
    std::size_t freeCluster() const
    {
        for (std::size_t cluster = 0; cluster < running.size(); ++cluster) {
            const double slots = config.slots * (cluster == 0 ? faults.capacity : 1);
            if (running[cluster] < std::max(1, static_cast<int>(slots)))
                return cluster;
        }
        return running.size();
    }
    template <class Emit>
    void startQueries(SimTime t, Emit& emit)
    {
        if (t < restsUntil)
            return;
        for (std::size_t cluster = freeCluster(); !waiting.empty() && cluster < running.size();
             cluster = freeCluster()) {
            Query query = waiting.front();
            waiting.pop_front();
            query.cluster = cluster;
            const bool starts = cluster > 0 && running[cluster] == 0;
            query.begun = t;
            setRunning(t, cluster, running[cluster] + 1);
            meter.spent(TimePart::Queue, t - query.asked, 1);
            inService.push_back({query, started});
            const std::uint64_t serial = started++;
            if (starts)
                timers.arm(t + config.scalingStart, alarmId(Alarm::Started, serial));
            else
                read(t, serial, emit);
        }
    }
    Query* running_(std::uint64_t serial)
    {
        const auto found = std::find_if(inService.begin(), inService.end(),
                                        [&](const auto& each) { return each.second == serial; });
        return found == inService.end() ? nullptr : &found->first;
    }
    /// External tables first, object by object, where a bucket is connected.
    template <class Emit>
    void read(SimTime t, std::uint64_t serial, Emit& emit)
    {
        const Query* query = running_(serial);
        if (!query)  // a fault ended it
            return;
        const double objects = errands.empty() ? 0 : externalObjectsOf(config, query->gigabytes);
        if (objects <= 0)
            return work(t, serial);
        Message lead;
        lead.id = query->id;
        lead.key = query->message.key;
        lead.born = lead.sent = t;
        lead.records = static_cast<std::uint32_t>(objects);
        lead.bytes = static_cast<std::uint64_t>(externalReadOf(config, query->gigabytes) / objects + 0.5);
        const CallToken errand = errands.begin(t, lead, serial, *this, emit);
        if (errand.slot == CallToken::kNobody)
            return work(t, serial);
        if (Query* reading = running_(serial))
            reading->errand = errand;
    }
    template <class Emit>
    void workEnded(SimTime t, std::uint64_t serial, bool failed, Emit& emit)
    {
        Query* query = running_(serial);
        if (!query)
            return;
        query->errand = {};
        if (!failed)
            return work(t, serial);
        const Query ended = take(t, serial);
        fail(t, ended, emit);
        startQueries(t, emit);
    }
    void work(SimTime t, std::uint64_t serial)
    {
        const Query& query = *running_(serial);
        const double mean =
            runSecondsOf(config, query.gigabytes, query.cpuSecondsPerGigabyte, !errands.empty())
            * faults.slow;
        const Law law = Law::logNormal(mean * 1e9, config.queryVariation);
        const SimTime end = t + fromNanos(law.quantile(service.at(query.id)) + 0.5);
        meter.spent(TimePart::Service, end - query.begun, 1);
        timers.arm(end, alarmId(Alarm::QueryDone, serial));
    }
    /// Out of its slot.
    Query take(SimTime t, std::uint64_t serial)
    {
        const auto found = std::find_if(inService.begin(), inService.end(),
                                        [&](const auto& each) { return each.second == serial; });
        const Query query = found->first;
        inService.erase(found);
        setRunning(t, query.cluster, running[query.cluster] - 1);
        return query;
    }

    template <class Emit>
    void queryDone(SimTime t, std::uint64_t serial, Emit& emit)
    {
        Query* found = running_(serial);
        if (!found)
            return;  // a fault ended it
        if (found->rests > Duration{}) {
            timers.arm(t + std::exchange(found->rests, {}), alarmId(Alarm::QueryDone, serial));
            return;
        }
        const Query query = take(t, serial);
        if (faults.errors > 0 && errorDraws.at(query.id) < faults.errors) {
            fail(t, query, emit);
            return startQueries(t, emit);
        }
        ++figures.queries;
        figures.externalBytes += externalBytesOf(config, query.gigabytes);
        if (query.load == SIZE_MAX) {
            meter.completed(t, query.message.records, t - query.asked);
            if (query.message.operation == Operation::Write)
                inserted(t, query.message, emit);
            emit.answer(t, query.message.replyTo, replyTo(query.message, Outcome::Done));
            if (query.message.carriesUnit)
                meter.units.done += query.message.records;
            emit.spans().release(query.message.members);
        } else {
            meter.completed(t, 1, t - query.asked);
            ++meter.units.done;
            askers.answered(t, query.load, true, armAsk());
        }
        startQueries(t, emit);
    }

    /// Rows of an INSERT, of one record or of several.
    template <class Emit>
    void inserted(SimTime t, const Message& rows, Emit& emit)
    {
        figures.loadedBytes += rows.bytes;
        snapshots.stored(t, config.life, rows.bytes, rows.records);
        if (!rows.members)
            return emit.readable(meter, t, rows.id, rows.born);
        for (const Member& member : emit.spans().members(rows.members))
            emit.readable(meter, t, member.id, member.born);
    }

    /// One COPY at a time; its commit makes the rows readable.
    /// Source: https://docs.aws.amazon.com/firehose/latest/dev/basic-deliver.html
    template <class Emit>
    void startCopy(SimTime t, Emit& emit)
    {
        if (copying || copies.empty() || away() || t < restsUntil)
            return;
        copying = true;
        setActive(t);
        const Copy& copy = copies.front();
        const double secs =
            seconds(config.copyOverhead)
            + static_cast<double>(copy.message.bytes) / (config.copyBytesPerSecondPerSlice * config.slices);
        const SimTime end = t + fromSeconds(secs * faults.slow);
        figures.copySeconds += seconds(end - t);
        figures.longestCopySeconds = std::max(figures.longestCopySeconds, seconds(end - t));
        for (const Member& member : emit.spans().members(copy.message.members)) {
            emit.spent(meter, member.id, TimePart::Queue, copy.arrived, t);
            emit.spent(meter, member.id, TimePart::Service, t, end);
        }
        timers.arm(end, alarmId(Alarm::CopyDone, ++copySerial));
    }

    template <class Emit>
    void copyDone(SimTime t, std::uint64_t serial, Emit& emit)
    {
        if (!copying || serial != copySerial)
            return;  // a fault ended it
        if (copyRests > Duration{}) {
            timers.arm(t + std::exchange(copyRests, {}), alarmId(Alarm::CopyDone, serial));
            return;
        }
        const Copy copy = copies.front();
        copies.pop_front();
        copying = false;
        setActive(t);
        if (faults.errors > 0 && errorDraws.at(copy.message.id) < faults.errors) {
            fail(t, copy, emit);
            return startCopy(t, emit);
        }
        ++figures.copies;
        figures.loadedBytes += copy.message.bytes;
        snapshots.stored(t, config.life, copy.message.bytes, copy.message.records);
        meter.completed(t, copy.message.records, t - copy.arrived);
        for (const Member& member : emit.spans().members(copy.message.members))
            emit.readable(meter, t, member.id, member.born);
        if (copy.message.carriesUnit)
            meter.units.done += copy.message.records;
        emit.spans().release(copy.message.members);
        if (copy.fromBucket) {
            for (BucketLoad& load : bucketLoads)
                load.outstanding = load.index == copy.connection ? false : load.outstanding;
        } else {
            emit.answer(t, copy.message.replyTo, replyTo(copy.message, Outcome::Done));
        }
        startCopy(t, emit);
    }

    template <class Emit>
    void fail(SimTime t, const Query& query, Emit& emit)
    {
        if (query.load == SIZE_MAX) {
            meter.failed(t, query.message.records);
            return emit.refuse(t, query.message, Outcome::Failed);
        }
        meter.failed(t, 1);
        ++meter.units.gaveUp;
        askers.answered(t, query.load, false, armAsk());
    }
    /// Nothing is committed: a delivery stream hears of it and tries again, a bucket's records wait for the next visit.
    template <class Emit>
    void fail(SimTime t, Copy copy, Emit& emit)
    {
        meter.failed(t, copy.message.records);
        if (!copy.fromBucket)
            return emit.refuse(t, copy.message, Outcome::Failed);
        copy.message.id.attempt = static_cast<std::uint8_t>(std::min(copy.message.id.attempt + 1, 255));
        for (BucketLoad& load : bucketLoads) {
            if (load.index == copy.connection)
                load.failed = copy;
        }
    }

    template <class Emit>
    void reply(SimTime t, const Reply& r, Emit& emit)
    {
        for (BucketLoad& load : bucketLoads) {
            if (load.index != r.call.connection)
                continue;
            if (!r.members) {
                load.outstanding = false;
                return;
            }
            Copy copy;
            copy.arrived = t;
            copy.fromBucket = true;
            copy.connection = load.index;
            copy.message.id = r.id;
            copy.message.members = r.members;
            copy.message.records = static_cast<std::uint32_t>(emit.spans().members(r.members).size());
            copy.message.bytes = r.bytes;
            copy.message.carriesUnit = true;
            return take(t, copy, emit);
        }
        errands.reply(t, r, *this, emit);
    }
    template <class Emit>
    void take(SimTime t, const Copy& copy, Emit& emit)
    {
        meter.offered(t, copy.message.records, copy.message.id.attempt > 0);
        meter.accepted(copy.message.records);
        copies.push_back(copy);
        startCopy(t, emit);
    }

    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        if (errands.owns(id))
            return errands.alarm(t, id, *this, emit);
        const std::uint64_t serial = id & 0xFFFFFFFFFFFFFF;
        switch (static_cast<Alarm>(id >> 56)) {
        case Alarm::Ask:
            return ask(t, serial, emit);
        case Alarm::QueryDone:
            return queryDone(t, serial, emit);
        case Alarm::CopyDone:
            return copyDone(t, serial, emit);
        case Alarm::LoadDue: {
            BucketLoad& load = bucketLoads[serial];
            timers.arm(t + load.every, id);
            if (load.failed && !away()) {
                Copy again = *load.failed;
                load.failed.reset();
                again.arrived = t;
                return take(t, again, emit);
            }
            if (load.outstanding || away() || faults.paused)
                return;  // the running COPY is still busy with the last visit
            load.outstanding = true;
            Message pull;
            pull.id = {.serial = pulls++, .origin = origin, .part = 0, .visit = 0, .attempt = 0};
            pull.born = pull.sent = t;
            pull.records = 0;
            pull.operation = Operation::Pull;
            pull.limit = 1;
            pull.replyTo = {static_cast<std::uint32_t>(serial), 0, load.index, true};
            emit.send(load.index, t, pull);
            return;
        }
        case Alarm::Started:
            return read(t, serial, emit);
        case Alarm::Exchanged:
            startQueries(t, emit);
            return startCopy(t, emit);
        case Alarm::Restored:
            if (state == WarehouseState::Restoring && serial == figures.restores)
                begin(t, WarehouseState::Running);
            startQueries(t, emit);
            return startCopy(t, emit);
        }
    }

    void setRunning(SimTime t, std::size_t cluster, int value)
    {
        running[cluster] = value;
        figures.slots.set(t, allRunning());
        figures.scaling.set(t, static_cast<double>(std::count_if(running.begin() + 1, running.end(),
                                                                 [](int queries) { return queries > 0; })));
        setActive(t);
    }
    int allRunning() const { return std::accumulate(running.begin(), running.end(), 0); }
    /// Serverless bills the seconds with work, a minute at least each time.
    /// Source: https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-billing.html
    void setActive(SimTime t)
    {
        const bool now = allRunning() > 0 || copying;
        if (now && !active)
            activeSince = t;
        if (!now && active) {
            const SimTime end = billedEnd(t);
            figures.billedSeconds += seconds(end - std::max(activeSince, billedUntil));
            billedUntil = end;
        }
        active = now;
    }
    /// Work within a minute that is paid already lengthens it, it does not begin another.
    SimTime billedEnd(SimTime t) const
    {
        return activeSince < billedUntil ? std::max(t, billedUntil)
                                         : std::max<SimTime>(t, activeSince + config.leastBilled);
    }

    /// It is not there, or struck.
    bool away() const { return faults.down || state != WarehouseState::Running; }
    void begin(SimTime t, WarehouseState next)
    {
        state = next;
        figures.nodes.set(t, state == WarehouseState::Paused ? 0 : config.life.nodes);
        if (state == WarehouseState::Restoring)
            timers.arm(t + config.life.restoring, alarmId(Alarm::Restored, ++figures.restores));
    }
    /// Another number of nodes, while queries are held; or it is paused, resumed, or replaced by one from a snapshot.
    template <class Emit>
    void changed(SimTime t, const WarehouseConfig& next, Emit& emit)
    {
        const WarehouseLife before = config.life;
        config = next;
        if (next.life.state != before.state) {
            if (next.life.state == WarehouseState::Restoring) {
                snapshots.takeDue(t, config.life);
                figures.lostBytes += snapshots.lose();
            }
            begin(t, next.life.state);
            if (away())
                failAll(t, emit);
        }
        if (next.life.nodes == before.nodes || state != WarehouseState::Running)
            return;
        begin(t, state);
        ++figures.resizes;
        restsUntil = t + config.life.exchanging;
        for (auto& [query, serial] : inService)
            query.rests += config.life.exchanging;
        copyRests = copying ? copyRests + config.life.exchanging : Duration{};
        timers.arm(restsUntil, alarmId(Alarm::Exchanged, 0));
    }

    template <class Emit>
    void control(SimTime t, const Control& c, Emit& emit)
    {
        if (c.kind == Control::Kind::Changed)
            changed(t, course.at(static_cast<std::size_t>(c.factor)), emit);
        else
            faults.apply(c);
        if (faults.down)
            failAll(t, emit);
        startQueries(t, emit);
        startCopy(t, emit);  // what a visit brought while it was down
    }
    /// A warehouse that goes down ends every query and every load, running or waiting.
    template <class Emit>
    void failAll(SimTime t, Emit& emit)
    {
        std::vector<Query> struck;
        for (const auto& [query, serial] : inService) {
            struck.push_back(query);
            if (query.errand.slot != CallToken::kNobody)
                errands.drop(query.errand, emit);
        }
        struck.insert(struck.end(), waiting.begin(), waiting.end());
        inService.clear();
        waiting.clear();
        for (std::size_t cluster = 0; cluster < running.size(); ++cluster)
            setRunning(t, cluster, 0);
        for (const Query& query : struck)
            fail(t, query, emit);
        std::deque<Copy> loads;
        loads.swap(copies);
        copying = false;
        copyRests = {};
        setActive(t);
        for (const Copy& copy : loads)
            fail(t, copy, emit);
    }
    void sample(SimTime t)
    {
        double backlog = static_cast<double>(waiting.size());
        for (const Copy& copy : copies)
            backlog += copy.message.records;
        meter.sample(t, backlog, waiting.empty() ? 0 : seconds(t - waiting.front().asked));
    }
    std::uint64_t resident() const
    {
        std::uint64_t records = 0;
        for (const Copy& copy : copies)
            records += copy.message.records;
        for (const Query& query : waiting)
            records += query.message.records;
        for (const auto& [query, serial] : inService)
            records += query.message.records;
        return records;
    }
    std::uint64_t unitsInFlight() const
    {
        std::uint64_t units = 0;
        for (const Copy& copy : copies)
            units += copy.message.carriesUnit ? copy.message.records : 0;
        for (const BucketLoad& load : bucketLoads)
            units += load.failed ? load.failed->message.records : 0;
        for (const Query& query : waiting)
            units += query.load != SIZE_MAX || query.message.carriesUnit ? query.message.records : 0;
        for (const auto& [query, serial] : inService)
            units += query.load != SIZE_MAX || query.message.carriesUnit ? query.message.records : 0;
        return units;
    }
    void report(NodeReport& out) const
    {
        const double s = std::max(out.seconds, 1e-9);
        double billedSeconds = figures.billedSeconds;
        if (active) {
            const SimTime end{fromSeconds(out.seconds)};
            billedSeconds += seconds(billedEnd(end) - std::max(activeSince, billedUntil));
        }
        if (figures.queries > 0 || figures.slots.peak() > 0)
            out.component.limits.push_back(
                withHistory(heldLimit(config.slotsInUse,
                                      figures.slots.integralUntil(SimTime{fromSeconds(out.seconds)}) / s,
                                      figures.slots.peak(), 0),
                            figures.slots, s));
        if (figures.copies > 0)
            out.component.limits.push_back(
                heldLimit(config.copyRunning, std::min(1.0, figures.copySeconds / s), 1, 0));
        if (figures.queries == 0 && figures.copies == 0 && out.component.counts.offered == 0)
            out.component.idle = config.idle;
        addCounts(out.component, {{"queries-finished", "queries finished", figures.queries},
                                  {"copy-loads", "COPY loads", figures.copies}});
        reportGuards(errands.desk().guards(), out.component);
        if (figures.resizes > 0)
            addCounts(out.component, {{"resizes", "resizes", figures.resizes}});
        if (figures.restores > 0)
            addCounts(out.component, {{"restores", "restores from a snapshot", figures.restores},
                                      {"rows-lost", "rows lost since the snapshot", snapshots.lostRows()}});
        if (snapshots.taken() > 0)
            addCounts(out.component, {{"snapshots", "snapshots", snapshots.taken()}});
        Duration period{};
        for (const BucketLoad& load : bucketLoads)
            period = std::max(period, load.every);
        addReadingPeriod(out.component, seconds(period));
        out.component.facts.emplace_back("longest-copy-s", "longest COPY s", Aggregation::Peak,
                                         figures.longestCopySeconds);
        bill({.billedShare = billedSeconds / s,
              .bytesLoaded = static_cast<double>(figures.loadedBytes - figures.lostBytes) / s,
              .scalingClusters = figures.scaling.integralUntil(SimTime{fromSeconds(out.seconds)}) / s,
              .externalBytes = figures.externalBytes / s,
              .nodes = figures.nodes.integralUntil(SimTime{fromSeconds(out.seconds)}) / s},
             out);
    }

    WarehouseConfig config;
    BillOf<WarehouseLoad> bill;
    QueryAskers askers;
    Errands<std::uint64_t> errands;
    std::vector<BucketLoad> bucketLoads;
    DrawKey phase, service, errorDraws;
    std::uint32_t origin = 0;
    std::deque<Query> waiting;
    std::vector<std::pair<Query, std::uint64_t>> inService;
    std::deque<Copy> copies;  ///< the first is running while `copying`
    bool copying = false, active = false;
    SimTime activeSince = kSimStart, billedUntil = kSimStart;
    std::vector<int> running;  ///< queries by cluster, the main one first
    std::uint64_t pulls = 0, started = 0, copySerial = 0;
    std::vector<WarehouseConfig> course;  ///< as the scenario's changes make it
    WarehouseState state = WarehouseState::Running;
    SimTime restsUntil = kSimStart;
    Duration copyRests{};
    Snapshots snapshots;
    WarehouseFigures figures;
};

}  // namespace

NodeHandle WarehouseFamily::makeNode(const WarehouseConfig& config, const NodeContext& context,
                                     BillOf<WarehouseLoad> bill)
{
    auto node = std::make_unique<WarehouseNode>(config, std::move(bill));
    node->running.assign(static_cast<std::size_t>(1 + config.scalingClusters), 0);
    node->meter = context.meter();
    node->phase = context.draws(Purpose::Phase);
    node->askers.open(queriesOf(context.self, *context.scenario), node->phase);
    node->service = context.draws(Purpose::Service);
    node->errorDraws = context.draws(Purpose::Error);
    node->origin = static_cast<std::uint32_t>(hashOf(context.self.component->id));
    node->errands.open(objectReadsOf(context.self, context.outputs, config.external.requests, 1), context);
    for (const ConnectionPort& port : context.inputs) {
        // A COPY from a bucket or an export is pulled on our schedule; a delivery stream pushes its own.
        if (port.takenOnSchedule)
            node->bucketLoads.push_back({port.index,
                                         hashOf(port.connection->id),
                                         fromSeconds(std::max(1.0, port.number("everySeconds", 300))),
                                         false,
                                         {}});
    }
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
