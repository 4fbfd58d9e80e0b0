// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/query_engine/query_engine.h"
#include "simulator/families/shared/acknowledged.h"
#include "simulator/families/shared/errands.h"
#include "simulator/families/shared/query_askers.h"
#include "simulator/queueing/token_bucket.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>
#include <unordered_map>

namespace plimsoll {

namespace {

enum class Alarm : std::uint64_t { Ask, Answered, Computed, TooLong, Refresh, Shared, Ready };

struct QueryFigures {
    std::uint64_t refreshes = 0, refreshesSkipped = 0, refreshesFailed = 0;
    double longestRefreshSeconds = 0;
    std::uint64_t finished = 0, reused = 0, tooLong = 0, refusedActive = 0, refusedStarts = 0, objects = 0;
    double scanned = 0, billedBytes = 0, longestSeconds = 0;
    RateUse asked;
    HeldUse active, running;
};

struct QueryEngineNode : NodeBase {
    static constexpr std::size_t kByConnection = SIZE_MAX;
    struct Query {
        Message message;  ///< what asked it over a connection; else its id alone
        std::size_t load = kByConnection;
        SimTime asked, started;
        Scan scan;
        std::uint64_t text = 0;  ///< which query it is, as results are kept
        bool runs = false, reused = false;
        CallToken errand;  ///< its reads; nobody's before and after them
    };

    /// What computes, where all share the workers.
    struct Computing {
        CallToken token;
        double left = 0;  ///< seconds of one worker
        double most = 1;  ///< workers that its objects have work for
    };

    QueryEngineNode(const QueryEngineConfig& c, BillOf<QueryEngineLoad> b) : config{c}, bill{std::move(b)} {}

    auto armer()
    {
        return [this](SimTime at, std::size_t load) {
            timers.arm(at, static_cast<std::uint64_t>(Alarm::Ask) << 56 | load);
        };
    }

    template <class Emit>
    void start(Emit&)
    {
        starts = TokenBucket{config.startsPerSecond, config.startBurst};
        askers.start(armer());
        if (config.refresh > Duration{0} && !errands.empty())
            timers.arm(kSimStart + fromSeconds(seconds(config.refresh) * phase.at(std::uint64_t{0})),
                       kRefresh);
    }

    // --- the copy in memory ---------------------------------------------------------------------------------------------

    template <class Emit>
    void refresh(SimTime t, Emit& emit)
    {
        timers.arm(t + config.refresh, kRefresh);
        if (refreshing || faults.down || faults.paused) {
            ++figures.refreshesSkipped;
            return;
        }
        if (config.copyBytes > config.copy.perUnit) {
            ++figures.refreshesFailed;
            return;
        }
        Message lead;
        lead.id = {.serial = refreshed++, .origin = origin, .part = 0, .visit = 0, .attempt = 0};
        lead.born = lead.sent = refreshBegan = t;
        const Scan scan = scanOf(config, config.refreshBytes, 0);
        lead.records = scan.objects;
        lead.bytes = static_cast<std::uint64_t>(scan.bytes / scan.objects + 0.5);
        refreshing = true;
        const CallToken nobody{};
        if (errands.begin(t, lead, nobody, *this, emit).slot == CallToken::kNobody)
            refreshing = false;
    }
    void refreshEnded(SimTime t, bool failed)
    {
        refreshing = false;
        ++(failed ? figures.refreshesFailed : figures.refreshes);
        figures.longestRefreshSeconds = std::max(figures.longestRefreshSeconds, seconds(t - refreshBegan));
    }

    // --- who asks ---------------------------------------------------------------------------------------------------

    // --- a query comes --------------------------------------------------------------------------------------------

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        Query query;
        query.message = m;
        query.text = mix64(m.key);
        query.scan = scanOf(config, config.askedBytes, config.cpuSecondsPerByte);
        take(t, query, textRate(m.key), emit);
    }
    template <class Emit>
    void ask(SimTime t, std::size_t load, Emit& emit)
    {
        askers.asked(t, load, armer());
        const QueryLoad& source = askers.load(load);
        Query query;
        query.load = load;
        query.message.id = askers.nextId(load);
        query.message.born = query.message.sent = t;
        query.message.replyTo = {CallToken::kNobody, 0, 0, false};
        query.scan = scanOf(config, source.gigabytesScanned * kGib, source.cpuSecondsPerGigabyte / kGib);
        const double text = std::floor(texts.at(query.message.id) * config.distinctQueries);
        query.message.key = static_cast<std::uint32_t>(text);
        query.text = mix64(hashOf(source.id) ^ static_cast<std::uint64_t>(text));
        take(t, query, source.perHour / 3600 / config.distinctQueries, emit);
    }
    /// `perSecond`: how often this very query is asked, as far as it is known.
    template <class Emit>
    void take(SimTime t, Query& query, double perSecond, Emit& emit)
    {
        const Message& m = query.message;
        query.asked = t;
        meter.offered(t, m.records, m.id.attempt > 0);
        figures.asked.add(t, 1);
        const bool fails = faults.down || (faults.errors > 0 && errorDraws.at(m.id) < faults.errors);
        if (fails || config.slots < 1) {
            meter.rejected(t, m.records);
            return turnAway(t, query, fails ? Outcome::Failed : Outcome::Rejected, emit);
        }
        const bool full = static_cast<double>(queries.openCount()) >= config.mostActive;
        if (full || !starts.tryTake(1, t)) {
            ++(full ? figures.refusedActive : figures.refusedStarts);
            meter.throttled(t, m.records);
            return turnAway(t, query, Outcome::Throttled, emit);
        }
        meter.accepted(m.records);
        meter.units.born += query.load == kByConnection ? 0 : 1;
        if (query.load == kByConnection && acknowledged.holds(m))
            emit.answer(t, m.replyTo, acknowledged.reply(m));
        query.reused = isKept(t, query.text, perSecond);
        const CallToken token = queries.open(query, 0);
        figures.active.set(t, static_cast<double>(queries.openCount()));
        if (query.reused)
            return arm(t + ownTime(query, config.planning), Alarm::Answered, token);
        waiting.push_back(token);
        startQueries(t, emit);
    }
    template <class Emit>
    void turnAway(SimTime t, const Query& query, Outcome outcome, Emit& emit)
    {
        if (query.load != kByConnection)
            return askers.answered(t, query.load, false, armer());
        emit.refuse(t, query.message, outcome);
    }

    // --- results that are kept --------------------------------------------------------------------------------------

    /// A result is given again until it is too old. Before the start it was so as after a long time: a query asked r times
    /// a second has a result for T of every T + 1 / r seconds.
    bool isKept(SimTime t, std::uint64_t text, double perSecond)
    {
        if (config.reuse <= Duration{0})
            return false;
        auto kept = results.find(text);
        if (kept == results.end()) {
            const double repeats = settled ? perSecond * seconds(config.reuse) : 0;
            const double u = texts.at(text) * (1 + repeats);
            const double left = u < repeats ? (repeats > 0 ? u / repeats : 0) * seconds(config.reuse) : -1;
            kept = results.emplace(text, left < 0 ? kSimStart : kSimStart + fromSeconds(left)).first;
        }
        return t < kept->second;
    }
    double textRate(std::uint32_t key) const
    {
        if (!before || !before->keys)
            return 0;
        for (const KeyLaw::Share& group : before->keys->groups()) {
            if (key >= group.first && static_cast<double>(key - group.first) < group.keys)
                return group.each * before->messagesPerSecond;
        }
        return 0;
    }

    // --- it runs ------------------------------------------------------------------------------------------------------

    template <class Emit>
    void startQueries(SimTime t, Emit& emit)
    {
        const double open = std::max(1.0, std::floor(config.slots * faults.capacity));
        while (!waiting.empty() && running < open) {
            const CallToken token = waiting.front();
            waiting.pop_front();
            Query* query = queries.find(token);
            if (!query)
                continue;
            query->runs = true;
            query->started = t;
            setRunning(t, running + 1);
            meter.spent(TimePart::Queue, t - query->asked, query->message.records);
            if (config.longest > Duration{0})
                arm(t + config.longest, Alarm::TooLong, token);
            read(t + ownTime(*query, config.planning), token, emit);
        }
    }
    template <class Emit>
    void read(SimTime t, const CallToken& token, Emit& emit)
    {
        Query& query = *queries.at(token.slot);
        Message lead = query.message;
        lead.records = query.scan.objects;
        lead.bytes = static_cast<std::uint64_t>(query.scan.bytes / query.scan.objects + 0.5);
        lead.members = {};
        lead.carriesUnit = false;
        lead.deadline = kNever;
        const bool asksNobody = errands.empty() || config.refresh > Duration{0};
        const CallToken errand = asksNobody ? CallToken{} : errands.begin(t, lead, token, *this, emit);
        queries.at(token.slot)->errand = errand;
        if (errand.slot != CallToken::kNobody)
            return;
        const SimTime ready =
            t + (asksNobody ? fromSeconds(query.scan.openSeconds * faults.slow) : Duration{});
        // What it has of the workers others have to do without, from then on.
        config.sharesWorkers ? arm(ready, Alarm::Ready, token) : compute(ready, token);
    }
    template <class Emit>
    void workEnded(SimTime t, const CallToken& token, bool failed, Emit& emit)
    {
        if (token.slot == CallToken::kNobody) {
            if (failed || config.refreshBytesPerSecond <= 0)
                return refreshEnded(t, failed);
            const double taking = config.refreshBytes / config.refreshBytesPerSecond * faults.slow;
            return timers.arm(t + fromSeconds(taking), kRefreshed);
        }
        Query* query = queries.find(token);
        if (!query)
            return;
        query->errand = {};
        if (failed)
            return end(t, token, Outcome::Failed, emit);
        compute(t, token);
    }
    void compute(SimTime t, const CallToken& token)
    {
        const Query& query = *queries.at(token.slot);
        if (config.sharesWorkers && query.scan.computeSeconds > 0) {
            goOnTo(t);
            const double own = seconds(ownTime(query, fromSeconds(query.scan.computeSeconds)));
            computing.push_back({token, own * query.scan.workersAtWork, query.scan.workersAtWork});
            return share(t);
        }
        arm(t + ownTime(query, fromSeconds(query.scan.computeSeconds)), Alarm::Computed, token);
    }
    /// A query that takes longer than the mean does so in all its own parts.
    Duration ownTime(const Query& query, Duration mean) const
    {
        const double nanos = static_cast<double>(mean.count()) * faults.slow;
        return fromNanos(Law::logNormal(nanos, config.variation).quantile(service.at(query.message.id))
                         + 0.5);
    }

    // --- workers that all share -----------------------------------------------------------------------------------------

    /// Workers that one of those computing has now.
    double workersOf(const Computing& one) const
    {
        return std::min(one.most, config.workers * faults.capacity / static_cast<double>(computing.size()));
    }
    void goOnTo(SimTime t)
    {
        const double passed = seconds(t - sharedAt);
        sharedAt = t;
        std::vector<double> rates;
        for (const Computing& one : computing)
            rates.push_back(workersOf(one));
        for (std::size_t at = 0; at < computing.size(); ++at)
            computing[at].left -= rates[at] * passed;
    }
    /// When the first is through, as they are now.
    void share(SimTime t)
    {
        ++sharing;
        if (computing.empty() || config.workers * faults.capacity <= 0)
            return;
        double first = std::numeric_limits<double>::infinity();
        for (const Computing& one : computing)
            first = std::min(first, one.left / workersOf(one));
        timers.arm(t + fromNanos(std::ceil(std::max(0.0, first) * 1e9)),
                   static_cast<std::uint64_t>(Alarm::Shared) << 56 | (sharing & 0xFFFFFFFFFFFFFF));
    }
    template <class Emit>
    void shared(SimTime t, Emit& emit)
    {
        goOnTo(t);
        std::vector<CallToken> through;
        for (const Computing& one : computing) {
            if (one.left <= 2e-9 * workersOf(one))
                through.push_back(one.token);
        }
        for (const CallToken& token : through)
            end(t, token, Outcome::Done, emit);
        if (through.empty())
            share(t);
    }
    void leave(SimTime t, const CallToken& token)
    {
        const auto isIt = [&](const Computing& one) { return one.token.slot == token.slot; };
        if (std::none_of(computing.begin(), computing.end(), isIt))
            return;
        goOnTo(t);
        std::erase_if(computing, isIt);
        share(t);
    }

    // --- its end ------------------------------------------------------------------------------------------------------

    template <class Emit>
    void end(SimTime t, const CallToken& token, Outcome outcome, Emit& emit)
    {
        const Query query = *queries.at(token.slot);
        leave(t, token);
        queries.close(token.slot);
        errands.drop(query.errand, emit);
        figures.active.set(t, static_cast<double>(queries.openCount()));
        if (query.runs)
            setRunning(t, running - 1);
        const bool isDone = outcome == Outcome::Done;
        if (isDone)
            count(t, query);
        const Message& m = query.message;
        isDone ? meter.completed(t, m.records, t - query.asked) : meter.failed(t, m.records);
        if (query.load != kByConnection) {
            ++(isDone ? meter.units.done : meter.units.gaveUp);
            askers.answered(t, query.load, isDone, armer());
        } else if (isDone) {
            answer(t, m, emit);
        } else {
            acknowledged.fail(t, m, meter, emit);
        }
        startQueries(t, emit);
    }
    template <class Emit>
    void answer(SimTime t, const Message& m, Emit& emit)
    {
        if (m.carriesUnit)
            meter.units.done += m.records;
        emit.readable(meter, t, m.id, m.born);
        if (m.replyTo.slot == CallToken::kUnattended && t <= meter.horizon())
            emit.entered(m.replyTo.connection, m.born);
        emit.spans().release(m.members);
        if (acknowledged.holds(m))
            return;
        meter.abandoned(t, m.deadline, m.records);
        emit.done(t, m);
    }
    /// What failed costs nothing and leaves no result.
    void count(SimTime t, const Query& query)
    {
        ++figures.finished;
        figures.longestSeconds = std::max(figures.longestSeconds, seconds(t - query.asked));
        meter.spent(TimePart::Service, t - (query.reused ? query.asked : query.started),
                    query.message.records);
        if (query.reused) {
            ++figures.reused;
            return;
        }
        figures.objects += query.scan.objects;
        figures.scanned += query.scan.bytes;
        figures.billedBytes += query.scan.billedBytes;
        if (config.reuse > Duration{0})
            results[query.text] = t + config.reuse;
    }

    // ----------------------------------------------------------------------------------------------------------------

    template <class Emit>
    void reply(SimTime t, const Reply& r, Emit& emit)
    {
        errands.reply(t, r, *this, emit);
    }
    void arm(SimTime at, Alarm kind, const CallToken& token)
    {
        timers.arm(at, static_cast<std::uint64_t>(kind) << 56 | std::uint64_t{token.generation & kLow} << 28
                           | token.slot);
    }
    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        if (errands.owns(id))
            return errands.alarm(t, id, *this, emit);
        const auto kind = static_cast<Alarm>(id >> 56);
        if (kind == Alarm::Refresh)
            return id == kRefreshed ? refreshEnded(t, false) : refresh(t, emit);
        if (kind == Alarm::Shared)
            return (id & 0xFFFFFFFFFFFFFF) == sharing ? shared(t, emit) : void();
        if (kind == Alarm::Ask)
            return ask(t, id & 0xFFFFFFFFFFFFFF, emit);
        const CallToken token{static_cast<std::uint32_t>(id & kLow),
                              static_cast<std::uint32_t>(id >> 28 & kLow), 0, false};
        if (!queries.find(token))
            return;
        if (kind == Alarm::Ready)
            return compute(t, token);
        figures.tooLong += kind == Alarm::TooLong ? 1 : 0;
        end(t, token, kind == Alarm::TooLong ? Outcome::TimedOut : Outcome::Done, emit);
    }
    template <class Emit>
    void control(SimTime t, const Control& c, Emit& emit)
    {
        goOnTo(t);
        faults.apply(c);
        share(t);
        if (faults.down) {
            std::vector<CallToken> struck;
            queries.forEachSlot([&](std::uint32_t slot, const Query&) {
                struck.push_back({slot, queries.generationOf(slot), 0, false});
            });
            waiting.clear();
            for (const CallToken& token : struck)
                end(t, token, Outcome::Failed, emit);
        }
        startQueries(t, emit);
    }
    void setRunning(SimTime t, double value)
    {
        running = value;
        figures.running.set(t, value);
    }
    void sample(SimTime t)
    {
        double oldest = 0;
        if (!waiting.empty()) {
            if (const Query* query = queries.find(waiting.front()))
                oldest = seconds(t - query->asked);
        }
        meter.sample(t, static_cast<double>(waiting.size()), oldest);
    }
    std::uint64_t resident() const
    {
        std::uint64_t records = 0;
        queries.forEach([&](const Query& query) { records += query.message.records; });
        return records;
    }
    std::uint64_t unitsInFlight() const
    {
        std::uint64_t units = 0;
        queries.forEach([&](const Query& query) {
            units += query.load != kByConnection || query.message.carriesUnit ? query.message.records : 0;
        });
        return units;
    }
    void report(NodeReport& out) const
    {
        const double s = std::max(out.seconds, 1e-9);
        const SimTime end{fromSeconds(out.seconds)};
        ComponentReport& component = out.component;
        const auto held = [&](const LimitSpec& spec, const HeldUse& use, std::uint64_t refused) {
            component.limits.push_back(withHistory(
                heldLimit(spec, use.integralUntil(end) / s, use.peak(), static_cast<double>(refused)), use,
                s));
        };
        if (component.counts.offered == 0)
            component.idle = config.idle;
        held(config.running, figures.running, 0);
        if (!config.active.limit.empty()) {
            held(config.active, figures.active, figures.refusedActive);
        }
        if (!config.starts.limit.empty()) {
            component.limits.push_back(
                withHistory(rateLimit(config.starts, figures.asked.total() / s, figures.asked.peak(),
                                      static_cast<double>(figures.refusedStarts)),
                            figures.asked, s));
        }
        addCounts(component, {{"queries-finished", "queries finished", figures.finished},
                              {"results-reused", "results reused", figures.reused},
                              {"queries-too-long", "queries that took too long", figures.tooLong},
                              {"objects-read", "objects read", figures.objects}});
        const auto fact = [&](const char* id, const char* name, Aggregation how, double value) {
            component.facts.emplace_back(id, name, how, value);
        };
        fact("gib-scanned", "GiB scanned", Aggregation::Sum, figures.scanned / kGib);
        fact("gib-billed", "GiB billed", Aggregation::Sum, figures.billedBytes / kGib);
        fact("longest-query-s", "longest query s", Aggregation::Peak, figures.longestSeconds);
        if (config.refresh > Duration{0}) {
            component.limits.push_back(heldLimit(config.copy, config.copyBytes, config.copyBytes,
                                                 config.copyBytes > config.copy.perUnit ? 1 : 0));
            addCounts(component, {{"refreshes", "refreshes", figures.refreshes},
                                  {"refreshes-skipped", "refreshes skipped", figures.refreshesSkipped},
                                  {"refreshes-failed", "refreshes failed", figures.refreshesFailed}});
            fact("longest-refresh-s", "longest refresh s", Aggregation::Peak, figures.longestRefreshSeconds);
        }
        reportGuards(errands.desk().guards(), component);
        bill({static_cast<double>(figures.finished) / s, figures.scanned / s, figures.billedBytes / s,
              static_cast<double>(figures.refreshes) / s},
             out);
    }

    static constexpr std::uint64_t kLow = 0xFFFFFFF;
    static constexpr std::uint64_t kRefresh = static_cast<std::uint64_t>(Alarm::Refresh) << 56;
    static constexpr std::uint64_t kRefreshed = kRefresh + 1;

    QueryEngineConfig config;
    BillOf<QueryEngineLoad> bill;
    QueryAskers askers;
    TokenBucket starts;
    Errands<CallToken> errands;
    Acknowledged acknowledged;
    DrawKey texts, service, errorDraws, phase;
    std::uint32_t origin = 0;
    std::uint64_t refreshed = 0;
    bool refreshing = false;
    SimTime refreshBegan = kSimStart;
    bool settled = false;
    std::optional<FlowRate> before;
    PendingSlab<Query> queries;
    std::deque<CallToken> waiting;
    double running = 0;
    std::vector<Computing> computing;  ///< where all share the workers
    SimTime sharedAt = kSimStart;
    std::uint64_t sharing = 0;  ///< numbers the shares, of which the last one holds
    std::unordered_map<std::uint64_t, SimTime>
        results;  ///< until when they may be given again; only looked up
    QueryFigures figures;
};

}  // namespace

NodeHandle QueryEngineFamily::makeNode(const QueryEngineConfig& config, const NodeContext& context,
                                       BillOf<QueryEngineLoad> bill)
{
    auto node = std::make_unique<QueryEngineNode>(config, std::move(bill));
    node->meter = context.meter();
    node->texts = context.draws(Purpose::Key);
    node->service = context.draws(Purpose::Service);
    node->errorDraws = context.draws(Purpose::Error);
    node->phase = context.draws(Purpose::Phase);
    node->origin = static_cast<std::uint32_t>(hashOf(context.self.component->id));
    node->askers.open(queriesOf(context.self, *context.scenario), node->phase);
    node->settled = context.settled;
    if (context.before) {
        node->before.emplace();
        for (const FlowPort& input : context.before->inputs)
            node->before = *node->before + input.rate;
    }
    node->errands.open(readsOf(config, context.self, context.outputs), context);
    // Whoever only starts a query hears at once that it was, as of what is put.
    std::vector<ConnectionPort> inputs = context.inputs;
    for (ConnectionPort& input : inputs)
        input.kind = startsOnly(input) ? ConnectionKind::Put : ConnectionKind::Call;
    node->acknowledged.open(inputs);
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
