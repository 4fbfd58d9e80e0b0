// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/shared/capacity_track.h"
#include "simulator/families/shared/errands.h"
#include "simulator/families/shared/hand_over.h"
#include "simulator/families/shared/lane_consumers.h"
#include "simulator/families/stream_processor/stream_lanes.h"
#include "simulator/families/stream_processor/stream_processor.h"

#include <map>
#include <unordered_set>

namespace plimsoll {

namespace {

using stream_processor_node::StreamLane;
using stream_processor_node::StreamLanes;

enum class Alarm : std::uint64_t { Poll, Watermark, Emit, Checkpoint, Checkpointed, Restarted, Look };
constexpr std::uint64_t alarmId(Alarm kind, std::uint64_t a = 0)
{
    return static_cast<std::uint64_t>(kind) << 56 | (a & 0xFFFFFFFFFFFF);
}

/// A unit whose work reaches further ahead than this fills its buffers: nothing more is read (assumption).
constexpr Duration kBuffered = std::chrono::seconds{1};

/// A processing unit: one record after the other.
struct Unit {
    SimTime until = kSimStart;
    double busySeconds = 0;
    std::uint64_t sinceCheckpoint = 0;  ///< records read, results made
};

/// What one unit is about to send, or has sent and waits for.
struct Emission {
    std::vector<Member> ended, results;
    std::vector<bool> again;
    std::size_t unit = 0;
    bool whole = false;     ///< records go on as they came, with their units
    bool repeated = false;  ///< sent once before a restart
    bool sent = false;
    SimTime made;
};

struct ProcessorFigures {
    std::uint64_t results = 0, windows = 0, late = 0, behind = 0, read = 0, repeated = 0, filtered = 0;
    std::uint64_t checkpoints = 0, restarts = 0, scaleOuts = 0, scaleIns = 0, heldPolls = 0;
    double checkpointSeconds = 0, downSeconds = 0;
    HeldSums busy;  ///< units
    HeldUse state;
};

struct StreamProcessorNode : NodeBase {
    StreamProcessorNode(const StreamProcessorConfig& c, BillOf<StreamProcessorLoad> b)
        : config{c}, bill{std::move(b)}, windows{c.windows}
    {}

    bool hasWindows() const { return config.windows.kind != WindowRules::Kind::None; }

    template <class Emit>
    void start(Emit&)
    {
        track.set(kSimStart, static_cast<double>(units.size()));
        for (std::size_t lane = 0; lane < lanes.all().size(); ++lane)
            timers.arm(lanes.all()[lane].poller.firstPoll(phase), alarmId(Alarm::Poll, lane));
        if (hasWindows())
            timers.arm(kSimStart + config.watermarkEvery, alarmId(Alarm::Watermark));
        timers.arm(kSimStart + config.checkpointEvery, alarmId(Alarm::Checkpoint));
        if (config.scales)
            timers.arm(kSimStart + kLook, alarmId(Alarm::Look));
    }

    // --- reading ------------------------------------------------------------------------------------------------------

    /// It reads; nothing is sent to it.
    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        meter.offered(t, m.records, m.id.attempt > 0);
        meter.rejected(t, m.records);
        emit.refuse(t, m, Outcome::Rejected);
    }

    template <class Emit>
    void poll(SimTime t, std::size_t at, Emit& emit)
    {
        StreamLane& lane = lanes.all()[at];
        if (!running || faults.paused) {
            lane.parked = true;
            return;
        }
        // Back pressure: full buffers stop the reading, and the records wait where they are.
        SimTime furthest = kSimStart;
        for (const Unit& unit : units)
            furthest = std::max(furthest, unit.until);
        if (furthest > t + kBuffered || openSends > kOpenSends * static_cast<std::size_t>(parallelism)) {
            ++figures.heldPolls;
            const Duration wait = furthest > t + kBuffered ? furthest - kBuffered - t : Duration{0};
            return timers.arm(t + std::max<Duration>(wait, std::chrono::milliseconds{20}),
                              alarmId(Alarm::Poll, at));
        }
        lane.askedAt = t;
        emit.send(lane.poller.connection, t, lane.poller.ask(t, origin, std::min(lane.limit, mostAtOnce())));
    }
    /// As much as the buffers hold, each lane its part.
    std::uint32_t mostAtOnce() const
    {
        const double each = secondsEach();
        if (each <= 0)
            return 10'000;
        const double all = seconds(kBuffered) / each * static_cast<double>(units.size());
        return static_cast<std::uint32_t>(
            std::clamp(all / static_cast<double>(lanes.count()), 1.0, 10'000.0));
    }
    template <class Emit>
    void reply(SimTime t, const Reply& r, Emit& emit)
    {
        if (!r.call.reversed)
            return errands.reply(t, r, *this, emit);
        const std::size_t at = lanes.indexOf(r.call.connection, r.call.slot);
        StreamLane& lane = lanes.all()[at];
        timers.arm(lane.poller.nextPoll(t, lane.askedAt, r), alarmId(Alarm::Poll, at));
        if (!r.members)
            return;
        const std::vector<Member> members = emit.spans().members(r.members);
        emit.spans().release(r.members);
        if (!running) {  // read again after the restart
            unread.emplace_back(at, members);
            return;
        }
        take(t, at, members, emit);
    }

    /// Records are read: each takes its unit's time, finds its window or none, or goes on.
    template <class Emit>
    void take(SimTime t, std::size_t at, const std::vector<Member>& members, Emit& emit)
    {
        StreamLane& lane = lanes.all()[at];
        meter.offered(t, members.size(), false);
        meter.accepted(members.size());
        figures.read += members.size();
        lane.heard = t;
        std::vector<Emission> passing(hasWindows() ? 0 : units.size());
        for (Member member : members) {
            member.arrived = t;
            const std::size_t subtask = subtaskOf(member.key);
            const std::size_t unit = subtask / static_cast<std::size_t>(config.perUnit);
            work(t, unit, 1);
            if (faults.errors > 0 && errorDraws.at(member.id) < faults.errors) {
                meter.failed(t, 1);
                ++meter.units.lost;
                emit.gone(member.born);
            } else if (hasWindows()) {
                window(member, lane, emit);
            } else if (config.passShare < 1 && filterDraws.at(member.id) >= config.passShare) {
                ++figures.filtered;
                passing[unit].ended.push_back(member);
                passing[unit].again.push_back(true);
            } else {
                passing[unit].results.push_back(member);
                if (config.keepsState)
                    keysSeen.insert(member.key);
            }
        }
        for (std::size_t unit = 0; unit < passing.size(); ++unit) {
            if (passing[unit].results.empty() && passing[unit].ended.empty())
                continue;
            passing[unit].whole = true;
            passing[unit].unit = unit;
            // What a micro-batch works on is done with it, however much it is.
            schedule(std::move(passing[unit]), config.microBatches ? t : units[unit].until);
        }
        noteState(t);
    }
    template <class Emit>
    void window(const Member& member, StreamLane& lane, Emit& emit)
    {
        const SimTime event = member.born - config.lateness.at(latenessDraws.at(member.id));
        if (lane.newest != SimTime::min() && event < lane.newest - config.bound)
            ++figures.behind;
        lane.newest = std::max(lane.newest, event);
        if (windows.add(member, event, lane.side, lanes.watermark()))
            return;
        ++figures.late;
        meter.lost(1);
        ++meter.units.lost;
        emit.gone(member.born);
    }
    std::size_t subtaskOf(std::uint32_t key) const
    {
        return mix64(key) % static_cast<std::uint64_t>(parallelism);
    }
    double secondsEach() const
    {
        return seconds(config.perRecord) * faults.slow / std::max(0.01, faults.capacity);
    }
    SimTime work(SimTime t, std::size_t unit, std::uint64_t records)
    {
        Unit& at = units[unit];
        const double busy = secondsEach() * static_cast<double>(records);
        const SimTime from = std::max(at.until, t);
        at.until = from + fromSeconds(busy);
        at.busySeconds += busy;
        at.sinceCheckpoint += records;
        figures.busy.spread(from, std::min(at.until, meter.horizon()), 1);
        return at.until;
    }

    // --- windows and results ------------------------------------------------------------------------------------------

    void fireWindows(SimTime t)
    {
        timers.arm(t + config.watermarkEvery, alarmId(Alarm::Watermark));
        if (!running)
            return;
        const SimTime watermark = lanes.watermark(t, config.bound, config.idle);
        for (Fired& fired : windows.fire(watermark)) {
            ++figures.windows;
            std::vector<Emission> parts(units.size());
            const auto unitOf = [&](std::uint32_t key) {
                return subtaskOf(key) / static_cast<std::size_t>(config.perUnit);
            };
            for (Member& record : fired.ended)
                parts[unitOf(record.key)].ended.push_back(record);
            for (std::size_t n = 0; n < fired.results.size(); ++n) {
                Member& result = fired.results[n];
                if (config.resultBytes > 0)
                    result.bytes = static_cast<std::uint32_t>(config.resultBytes);
                Emission& part = parts[unitOf(result.key)];
                part.results.push_back(result);
                part.again.push_back(fired.again[n]);
            }
            for (std::size_t unit = 0; unit < parts.size(); ++unit) {
                if (parts[unit].ended.empty() && parts[unit].results.empty())
                    continue;
                parts[unit].unit = unit;
                figures.results += parts[unit].results.size();
                const SimTime at = work(t, unit, parts[unit].results.size());
                // The watermark that a micro-batch has seen closes windows in the next one.
                schedule(std::move(parts[unit]), config.microBatches ? t + Duration{1} : at);
            }
        }
        noteState(t);
    }
    void schedule(Emission emission, SimTime at)
    {
        emission.made = at;
        waitingUnits += emission.ended.size() + (emission.whole ? emission.results.size() : 0);
        const std::uint64_t serial = serials++;
        emissions.emplace(serial, std::move(emission));
        timers.arm(at, alarmId(Alarm::Emit, serial));
    }
    template <class Emit>
    void emitResults(SimTime t, std::uint64_t serial, Emit& emit)
    {
        const auto found = emissions.find(serial);
        if (found == emissions.end() || found->second.sent)
            return;
        if (!running)  // made again after the restart
            return;
        if (found->second.made > t)
            return timers.arm(found->second.made, alarmId(Alarm::Emit, serial));
        if (config.exactlyOnce) {
            uncommitted.push_back(serial);
            return;
        }
        send(t, serial, emit);
    }
    template <class Emit>
    void send(SimTime t, std::uint64_t serial, Emit& emit)
    {
        Emission& emission = emissions.at(serial);
        emission.sent = true;
        if (emission.results.empty() || outgoing.ways().empty())
            return ended(t, serial, false, emit);
        const Message m = messageOf(emission, emit);
        if (errands.empty())
            return delivered(t, serial, m, emit);
        ++openSends;
        const CallToken token = errands.begin(t, m, serial, *this, emit);
        emit.spans().release(m.members);
        if (token.slot == CallToken::kNobody)
            workEnded(t, serial, false, emit);
    }
    template <class Emit>
    Message messageOf(const Emission& emission, Emit& emit)
    {
        Message m;
        m.id = emission.results.front().id;
        m.key = emission.results.front().key;
        m.born = emission.results.front().born;
        m.records = static_cast<std::uint32_t>(emission.results.size());
        m.carriesUnit = emission.whole;
        m.members = emit.spans().create();
        for (const Member& result : emission.results) {
            m.born = std::min(m.born, result.born);
            m.bytes += result.bytes;
        }
        emit.spans().members(m.members) = emission.results;
        return m;
    }
    /// All calls for it have been answered.
    template <class Emit>
    void workEnded(SimTime t, std::uint64_t serial, bool failed, Emit& emit)
    {
        --openSends;
        if (failed || handOver.empty())
            return ended(t, serial, failed, emit);
        delivered(t, serial, messageOf(emissions.at(serial), emit), emit);
    }
    template <class Emit>
    void delivered(SimTime t, std::uint64_t serial, const Message& m, Emit& emit)
    {
        const bool whole = m.carriesUnit;
        handOver.send(t, m, meter, emit, [&](std::size_t) { return whole; });
        ended(t, serial, false, emit);
    }
    /// What became of the records behind the results: they are counted once, however often results are sent again.
    template <class Emit>
    void ended(SimTime t, std::uint64_t serial, bool failed, Emit& emit)
    {
        Emission emission = std::move(emissions.at(serial));
        emissions.erase(serial);
        if (emission.repeated)
            return;
        const bool sink = outgoing.ways().empty();
        const std::vector<Member>& records = emission.whole ? emission.results : emission.ended;
        waitingUnits -= emission.ended.size() + (emission.whole ? emission.results.size() : 0);
        if (emission.whole) {
            for (const Member& dropped : emission.ended)
                emit.gone(dropped.born);
            meter.completed(t, emission.ended.size(), t - emission.made);
            meter.units.filtered += emission.ended.size();
        }
        if (failed) {
            meter.failed(t, records.size());
            meter.units.lost += records.size();
        } else {
            for (const Member& record : records)
                meter.completed(t, 1, t - record.arrived);
            emit.spentEach(
                meter, records, emission.whole ? TimePart::Queue : TimePart::BufferWait,
                [](const Member& member) { return member.arrived; }, t);
            emit.readableEach(meter, t, records);
            // Whole records went on with their units, where somebody took them over.
            if (sink || (emission.whole && handOver.empty()))
                meter.units.done += records.size();
            else if (!emission.whole)
                meter.units.joined += records.size();
        }
        if (!sink && (failed || !emission.whole))
            settle(emission, failed, emit);
        if (!failed && !sink)
            remember(std::move(emission));
    }
    /// Sinks below wait for one record of each result, and no longer for the others.
    template <class Emit>
    void settle(const Emission& emission, bool failed, Emit& emit)
    {
        for (const Member& record : emission.whole ? emission.results : emission.ended)
            emit.gone(record.born);
        for (const Member& result : emission.results) {
            if (failed || emission.whole)
                return;
            for (const OutCall& way : outgoing.ways())
                emit.entered(way.index, result.born);
        }
    }
    /// A restart sends again what was sent since the last checkpoint.
    void remember(Emission emission)
    {
        if (!canFail || config.exactlyOnce)
            return;
        emission.ended.clear();
        emission.whole = false;
        emission.repeated = true;
        sinceCheckpoint.push_back(std::move(emission));
    }

    // --- checkpoints and restarts -------------------------------------------------------------------------------------

    double stateBytes() const
    {
        const double keys =
            hasWindows() ? static_cast<double>(windows.keys()) : static_cast<double>(keysSeen.size());
        return keys * config.stateBytesPerKey;
    }
    void noteState(SimTime t) { figures.state.set(t, stateBytes()); }
    Duration timeForState() const
    {
        const double rate = config.checkpointBytesPerUnit * static_cast<double>(units.size());
        return fromSeconds(rate > 0 ? stateBytes() / rate : 0);
    }
    /// Of the unit with the most of it.
    Duration timeForBatch() const
    {
        std::uint64_t most = 0;
        for (const Unit& unit : units)
            most = std::max<std::uint64_t>(most, unit.sinceCheckpoint);
        return config.microBatches ? fromSeconds(secondsEach() * static_cast<double>(most)) : Duration{0};
    }
    void checkpoint(SimTime t)
    {
        if (!running)
            return timers.arm(t + config.checkpointEvery, alarmId(Alarm::Checkpoint));
        nextCheckpoint = t + config.checkpointEvery;
        const Duration takes = config.checkpointBase + timeForState() + timeForBatch();
        figures.checkpointSeconds += seconds(takes);
        inCheckpoint.swap(uncommitted);
        uncommitted.clear();
        coveredByCheckpoint = sinceCheckpoint.size();
        for (Unit& unit : units)
            unit.sinceCheckpoint = 0;
        timers.arm(t + takes, alarmId(Alarm::Checkpointed, ++checkpointSerial));
    }
    template <class Emit>
    void checkpointed(SimTime t, std::uint64_t serial, Emit& emit)
    {
        timers.arm(std::max(t, nextCheckpoint), alarmId(Alarm::Checkpoint));
        if (serial != checkpointSerial || !running)
            return;
        ++figures.checkpoints;
        sinceCheckpoint.erase(sinceCheckpoint.begin(),
                              sinceCheckpoint.begin() + static_cast<std::ptrdiff_t>(coveredByCheckpoint));
        coveredByCheckpoint = 0;
        std::vector<std::uint64_t> commit;
        commit.swap(inCheckpoint);
        if (config.microBatches)
            join(commit);
        for (const std::uint64_t each : commit)
            send(t, each, emit);
    }
    /// The results of a micro-batch go out together.
    void join(std::vector<std::uint64_t>& commit)
    {
        const auto append = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
        for (std::size_t n = 1; n < commit.size(); ++n) {
            Emission &first = emissions.at(commit.front()), &other = emissions.at(commit[n]);
            append(first.results, other.results);
            append(first.ended, other.ended);
            append(first.again, other.again);
            emissions.erase(commit[n]);
        }
        commit.resize(std::min<std::size_t>(commit.size(), 1));
    }
    /// The job stops: all of it, whatever part of it failed.
    void stop(SimTime t)
    {
        if (!running)
            return;
        running = false;
        stoppedAt = t;
        ++checkpointSerial;  // one under way comes to nothing
        coveredByCheckpoint = 0;
        uncommitted.insert(uncommitted.begin(), inCheckpoint.begin(), inCheckpoint.end());
        inCheckpoint.clear();
    }
    void startAgain(SimTime t, bool again)
    {
        replays = again;
        timers.arm(t + config.restart + timeForState(), alarmId(Alarm::Restarted, ++restartSerial));
    }
    /// It reads again from where the last checkpoint was: the same records come to the same state, but take their time again.
    template <class Emit>
    void restarted(SimTime t, std::uint64_t serial, Emit& emit)
    {
        if (serial != restartSerial || running || faults.down)
            return;
        running = true;
        ++figures.restarts;
        figures.downSeconds += seconds(t - stoppedAt);
        setUnits(t);
        for (std::size_t unit = 0; unit < units.size(); ++unit) {
            const std::uint64_t records = replays ? units[unit].sinceCheckpoint : 0;
            units[unit].until = t;
            units[unit].sinceCheckpoint = 0;
            work(t, unit, records);
        }
        for (StreamLane& lane : lanes.all())
            lane.heard = t;
        for (auto& [at, emission] : emissions) {
            if (emission.sent)
                continue;
            emission.made = std::max(emission.made, units[emission.unit % units.size()].until);
            timers.arm(emission.made, alarmId(Alarm::Emit, at));
        }
        uncommitted.clear();  // their alarms come again
        std::vector<Emission> repeat;
        if (replays)
            repeat.swap(sinceCheckpoint);
        sinceCheckpoint.clear();
        for (Emission& emission : repeat) {
            figures.repeated += emission.results.size();
            emission.sent = false;
            emission.unit %= units.size();
            const SimTime at = units[emission.unit].until;
            schedule(std::move(emission), at);
        }
        for (const auto& [at, members] : unread)
            take(t, at, members, emit);
        unread.clear();
        resumePolls(t);
    }
    void resumePolls(SimTime t)
    {
        for (std::size_t at = 0; at < lanes.all().size(); ++at) {
            StreamLane& lane = lanes.all()[at];
            if (lane.parked)
                timers.arm(t + (lane.poller.firstPoll(phase) - kSimStart), alarmId(Alarm::Poll, at));
            lane.parked = false;
        }
    }

    // --- scaling ------------------------------------------------------------------------------------------------------

    static constexpr Duration kLook = std::chrono::minutes{1};
    static constexpr int kOutLooks = 15, kInLooks = 360;
    static constexpr double kOutUse = 0.75, kInUse = 0.10;

    /// Source: https://docs.aws.amazon.com/managed-flink/latest/java/how-scaling-auto.html
    void look(SimTime t)
    {
        timers.arm(t + kLook, alarmId(Alarm::Look));
        double most = 0;
        for (Unit& unit : units)
            most = std::max(most, unit.busySeconds);
        double before = 0;
        std::swap(before, lookedAt);
        lookedAt = most;
        const double use = (most - before) / seconds(kLook);
        above = running && use >= kOutUse ? above + 1 : 0;
        below = running && use < kInUse ? below + 1 : 0;
        const int mostSubtasks = config.mostUnits * config.perUnit;
        int wanted = parallelism;
        if (above >= kOutLooks)
            wanted = std::min(2 * parallelism, mostSubtasks);
        else if (below >= kInLooks)
            wanted = std::max((parallelism + 1) / 2, config.parallelism);
        if (wanted == parallelism)
            return;
        ++(wanted > parallelism ? figures.scaleOuts : figures.scaleIns);
        above = below = 0;
        decided = wanted;
        // Stopped with its state saved: nothing is read again.
        stop(t);
        startAgain(t, false);
    }
    void setUnits(SimTime t)
    {
        if (decided == parallelism)
            return;
        parallelism = decided;
        const auto count = static_cast<std::size_t>((parallelism + config.perUnit - 1) / config.perUnit);
        double most = 0;
        for (const Unit& unit : units) {
            most = std::max(most, unit.busySeconds);
            allBefore += unit.busySeconds;
        }
        mostBefore += most;
        units.assign(count, Unit{});
        lookedAt = 0;
        track.set(t, static_cast<double>(count));
    }

    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        if (errands.owns(id))
            return errands.alarm(t, id, *this, emit);
        const std::uint64_t low = id & 0xFFFFFFFFFFFF;
        switch (static_cast<Alarm>(id >> 56)) {
        case Alarm::Poll:
            return poll(t, low, emit);
        case Alarm::Watermark:
            return fireWindows(t);
        case Alarm::Emit:
            return emitResults(t, low, emit);
        case Alarm::Checkpoint:
            return checkpoint(t);
        case Alarm::Checkpointed:
            return checkpointed(t, low, emit);
        case Alarm::Restarted:
            return restarted(t, low, emit);
        case Alarm::Look:
            return look(t);
        }
    }
    template <class Emit>
    void control(SimTime t, const Control& c, Emit&)
    {
        faults.apply(c);
        const bool lost = c.begins && c.kind == Control::Kind::CapacityCut;
        if (c.kind == Control::Kind::Down && c.begins)
            stop(t);
        // A node that is lost takes the job with it; so does a new version, whose state was saved before.
        if (lost || c.kind == Control::Kind::Replaced)
            stop(t);
        if (!faults.down && !running
            && (lost || c.kind == Control::Kind::Replaced || c.kind == Control::Kind::Down))
            startAgain(t, c.kind != Control::Kind::Replaced);
        if (c.kind == Control::Kind::Paused && !faults.paused && running)
            resumePolls(t);
    }
    void sample(SimTime t)
    {
        double ahead = 0, furthest = 0;
        for (const Unit& unit : units) {
            const double waits = std::max(0.0, seconds(unit.until - t));
            ahead += waits;
            furthest = std::max(furthest, waits);
        }
        const double each = seconds(config.perRecord);
        meter.sample(t, each > 0 ? ahead / each : 0, furthest);
    }
    bool attends(std::uint32_t connection) const
    {
        return std::none_of(handOver.ways().begin(), handOver.ways().end(),
                            [&](const OutCall& way) { return way.index == connection; });
    }
    std::uint64_t unreadRecords() const
    {
        std::uint64_t records = 0;
        for (const auto& [lane, members] : unread)
            records += members.size();
        return records;
    }
    std::uint64_t resident() const { return windows.held() + waitingUnits; }
    std::uint64_t unitsInFlight() const { return resident() + unreadRecords(); }

    // --- the report ---------------------------------------------------------------------------------------------------

    void report(NodeReport& out) const
    {
        const SimTime end{fromSeconds(out.seconds)};
        const double s = std::max(out.seconds, 1e-9);
        const double count = track.meanUntil(end);
        double most = mostBefore, all = allBefore;
        for (const Unit& unit : units) {
            most = std::max(most, mostBefore + unit.busySeconds);
            all += unit.busySeconds;
        }
        LimitSpec processor = config.processor, state = config.state;
        processor.count = state.count = count;
        const std::vector<double> busy = figures.busy.means(s);
        const double peak = busy.empty() ? 0 : *std::max_element(busy.begin(), busy.end());
        out.component.limits.push_back(
            withHistory(rateLimit(processor, all / s, peak, 0, all > 0 ? most / all : 0), figures.busy, s));
        const double bytes = figures.state.integralUntil(end) / s;
        out.component.limits.push_back(
            withHistory(heldLimit(state, bytes, figures.state.peak(), 0), figures.state, s));
        addCounts(out.component, {{"windows-fired", "windows fired", figures.windows},
                                  {"results", "results", figures.results},
                                  {"late-records", "late records", figures.late},
                                  {"checkpoints", "checkpoints", figures.checkpoints},
                                  {"restarts", "restarts", figures.restarts},
                                  {"results-sent-again", "results sent again", figures.repeated},
                                  {"reads-held-back", "reads held back", figures.heldPolls},
                                  {"filtered", "records filtered", figures.filtered}});
        const auto fact = [&](const char* id, const char* label, Aggregation kind, double value) {
            out.component.facts.emplace_back(id, label, kind, value);
        };
        if (figures.read > 0 && hasWindows()) {
            const auto read = static_cast<double>(figures.read);
            fact("share-late", "share of records that are late", Aggregation::Share,
                 static_cast<double>(figures.late) / read);
            fact("share-behind", "share of records behind the watermark", Aggregation::Share,
                 static_cast<double>(figures.behind) / read);
        }
        if (figures.checkpoints > 0)
            fact("checkpoint-seconds", "mean checkpoint s", Aggregation::Share,
                 figures.checkpointSeconds / static_cast<double>(figures.checkpoints));
        if (figures.restarts > 0)
            fact("seconds-stopped", "seconds stopped", Aggregation::Sum, figures.downSeconds);
        if (config.scales) {
            out.component.series.push_back(track.series("capacity", "units", end));
            addCounts(out.component, {{"scale-outs", "scale-outs", figures.scaleOuts},
                                      {"scale-ins", "scale-ins", figures.scaleIns}});
        }
        reportGuards(errands.desk().guards(), out.component);
        bill({count, bytes}, out);
    }

    StreamProcessorConfig config;
    BillOf<StreamProcessorLoad> bill;
    StreamLanes lanes;
    WindowState windows;
    std::unordered_set<std::uint32_t> keysSeen;
    std::vector<Unit> units;
    int parallelism = 1, decided = 1;
    CapacityTrack track;
    Outgoing outgoing;
    Errands<std::uint64_t> errands;
    HandOver handOver;
    DrawKey phase, errorDraws, filterDraws, latenessDraws;
    std::uint32_t origin = 0;
    bool canFail = false, running = true, replays = false;
    SimTime stoppedAt = kSimStart, nextCheckpoint = kSimStart;
    std::uint64_t serials = 0, checkpointSerial = 0, restartSerial = 0;
    std::map<std::uint64_t, Emission> emissions;
    std::vector<std::uint64_t> uncommitted,
        inCheckpoint;  ///< exactly once: made, and covered by the one under way
    std::vector<Emission> sinceCheckpoint;
    std::size_t coveredByCheckpoint = 0;
    std::vector<std::pair<std::size_t, std::vector<Member>>> unread;
    std::size_t openSends = 0;
    std::uint64_t waitingUnits = 0;
    int above = 0, below = 0;
    double lookedAt = 0;
    double mostBefore = 0, allBefore = 0;  ///< busy seconds of the units there were before
    ProcessorFigures figures;
};

}  // namespace

NodeHandle StreamProcessorFamily::makeNode(const StreamProcessorConfig& config, const NodeContext& context,
                                           BillOf<StreamProcessorLoad> bill)
{
    auto node = std::make_unique<StreamProcessorNode>(config, std::move(bill));
    node->meter = context.meter();
    node->phase = context.draws(Purpose::Phase);
    node->errorDraws = context.draws(Purpose::Error);
    node->filterDraws = context.draws(Purpose::Filter);
    node->latenessDraws = context.draws(Purpose::Latency);
    node->origin = static_cast<std::uint32_t>(hashOf(context.self.component->id));
    node->units.resize(static_cast<std::size_t>(config.units()));
    node->parallelism = node->decided = config.parallelism;
    node->track = CapacityTrack{context.binSeconds, context.bins};
    node->lanes.open(context.inputs, LaneConsumers::kPushInterval);
    node->outgoing = Outgoing{Outgoing::Sender::Worker, context.self, context.outputs};
    node->errands.open(node->outgoing, context);
    node->handOver.open(node->outgoing, context);
    node->canFail = !context.scenario->faults.empty();
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
