// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/kept_order.h"
#include "simulator/families/function/async_events.h"
#include "simulator/families/function/environment_levels.h"
#include "simulator/families/function/function.h"
#include "simulator/families/function/lane_mappings.h"
#include "simulator/families/function/lane_pollers.h"
#include "simulator/families/function/mapping_play.h"
#include "simulator/families/function/queue_slots.h"
#include "simulator/families/function/settled_function.h"
#include "simulator/families/shared/lane_shares.h"
#include "simulator/families/shared/line_flow.h"
#include "simulator/families/shared/outgoing.h"
#include "simulator/families/shared/queue_pollers.h"
#include "simulator/queueing/extremes.h"
#include "simulator/queueing/scaling_controller.h"
#include "simulator/queueing/waiting_line.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

namespace plimsoll {

namespace {

bool isForFailures(const FlowPort& output)
{
    return output.port.text("role", "work") == "on-failure";
}

bool isForSuccesses(const FlowPort& output)
{
    return output.port.text("role", "work") == "on-success";
}

/// What one input asks of the function, before it is known how many environments there are.
struct Demand {
    enum class Kind { Sync, Async, Lanes, Queue } kind = Kind::Sync;
    FlowPort* input = nullptr;
    FlowRate work;             ///< one message for each invocation
    double runSeconds = 0;     ///< mean of one invocation
    double runVariance = 0;    ///< Sync: of it, by the calls in it, seconds squared
    double billedSeconds = 0;  ///< the same, as billed
    double failedShare = 0;    ///< of the records, by their own run
    double failedByCalls = 0;  ///< Sync, Async: of them, by what it called or by the time limit
    double residence = 0;      ///< seconds a record spends here, cold starts apart
    double stay = 0;           ///< the same of a run that succeeds, with the gathering of its batch
    double succeeded = 0;      ///< Lanes, Queue: such runs a second
    double gaveUpPerSecond = 0;
    double refusedShare = 0;  ///< Sync: turned away
    double slots = 0;         ///< Lanes, Queue: batches at once at most
    double pollers = 0;       ///< Queue: of one's own
    double lanePollers = 0;   ///< Lanes: the same
    double pollerUnits = 0;   ///< that those are billed for
    int settledSlots = 0;     ///< Queue: as many as it needs; 0 when it cannot keep up
    double waiting = 0;       ///< records a second beyond what it can take
    Pulls pulls{};
    double busy() const { return work.messagesPerSecond * runSeconds; }
};

/// One evaluation of the flow face.
class FunctionFlow {
public:
    FunctionFlow(const FunctionConfig& config, FlowContext& context)
        : m_config{config},
          m_context{context},
          m_outgoing{Outgoing::Sender::Handler, context.self, context.outputs},
          m_asked{context.outputs}
    {
        m_regular =
            std::none_of(context.scenario->traffic.begin(), context.scenario->traffic.end(),
                         [](const auto& source) { return source.second.arrivals != Arrivals::Regular; });
    }
    FunctionLoad load()
    {
        foreseeRetries();
        ask();
        return fill();
    }
    SettledFunction settled()
    {
        load();
        SettledFunction settled;
        for (const Demand& demand : m_demands) {
            if (demand.settledSlots > 0)
                settled.queueBatches[demand.input->port.index] = demand.settledSlots;
            if (demand.lanePollers > 0)
                settled.lanePollers[demand.input->port.index] = demand.lanePollers;
        }
        settled.warm = warmAfterLong(m_runs, seconds(m_config.keepWarm), static_cast<int>(mostAtOnce()))
                       - m_config.provisioned;
        settled.warm = std::max(0, settled.warm);
        settled.overRequests = m_overRequests > 0;
        return settled;
    }

private:
    void ask()
    {
        m_demands.clear();
        for (FlowPort& input : m_context.inputs)
            m_demands.push_back(demandOf(input));
        refuse();
        startCold();
    }
    /// Where calls are refused at every try, retries end with the quota of the SDK: each environment brings one along, and the
    /// more is tried again the more environments there are.
    void foreseeRetries()
    {
        if (std::none_of(m_context.outputs.begin(), m_context.outputs.end(),
                         [](const FlowPort& output) { return output.answer.shutOutShare > 0; }))
            return;
        constexpr int kRounds = 3;
        const double span = std::max(1.0, m_context.scenario->durationSeconds);
        for (int round = 0; round < kRounds; ++round) {
            ask();
            FlowRate handled;
            for (const Demand& demand : m_demands)
                handled = handled + demand.work;
            passOn(0, handled);
            const int warm =
                warmAfterLong(m_runs, seconds(m_config.keepWarm), static_cast<int>(mostAtOnce()));
            constexpr double kRetries = static_cast<double>(CallGuard::kQuota) / CallGuard::kRetryCost;
            m_outgoing.saveUp(m_context.outputs, kRetries * (warm / span + m_cold));
        }
    }
    Demand demandOf(FlowPort& input)
    {
        if (input.port.kind == ConnectionKind::Poll)
            return input.port.other.spec->feed.shape == FeedSpec::Shape::Queue ? queueDemand(input)
                                                                               : laneDemand(input);
        // Another function that tells of what it gave up or did waits for nothing.
        const bool isEvent =
            input.port.kind == ConnectionKind::Notify || isForFailures(input) || isForSuccesses(input);
        return isEvent ? asyncDemand(input) : syncDemand(input);
    }

    // --- one run ------------------------------------------------------------------------------------------------------

    double ownSeconds(double records) const
    {
        return seconds(m_config.fixed) + m_config.nanosPerRecord * 1e-9 * records;
    }
    /// Compute, then the calls; more than the timeout fails.
    RunOfBatch runOf(const FlowRate& rate, double records)
    {
        FlowRate one = rate * (records / std::max(1e-12, rate.recordsPerSecond));
        one.messagesPerSecond = 1;
        const CallsOfWork calls = m_outgoing.send(m_asked, one);
        const double own = ownSeconds(records), cut = seconds(m_config.timeout);
        const CutOff calling = cutOff({calls.seconds, calls.variance}, cut - own);
        const double taken = std::min(own, cut) + calling.seconds;
        return {taken, billed(taken, calls.variance),
                1 - (1 - calling.share) * (1 - m_config.errorShare) * (1 - calls.failedShare),
                calling.share < 1 ? calls.variance : 0, 1 - (1 - calling.share) * (1 - calls.failedShare)};
    }
    /// Each number of records is asked for many times.
    RunOfRecords runOfRecords(const FlowRate& rate)
    {
        auto known = std::make_shared<std::map<std::uint32_t, RunOfBatch>>();
        return [this, rate, known](std::uint32_t records) {
            const auto found = known->find(records);
            return found != known->end() ? found->second
                                         : known->emplace(records, runOf(rate, records)).first->second;
        };
    }
    /// Rounded up to whole milliseconds. What a time spread wide costs by that is half of one on average; of one that
    /// hardly varies it is what the share above each whole one adds up to.
    double billed(double runSeconds, double variance) const
    {
        constexpr double kHardly = 0.5;  // of a millisecond
        const double millis = runSeconds * 1e3, spread = std::sqrt(variance) * 1e3;
        if (spread > kHardly)
            return (millis + 0.5) * 1e-3;
        if (spread < 1e-6)
            return std::ceil(millis - 1e-6) * 1e-3;
        const double below = std::floor(millis - 4 * spread);
        double sum = below;
        for (double whole = below; whole < millis + 4 * spread; ++whole)
            sum += 1 - normalShare((whole - millis) / spread);
        return sum * 1e-3;
    }

    // --- what the inputs ask ------------------------------------------------------------------------------------------

    Demand syncDemand(FlowPort& input)
    {
        Demand demand;
        demand.input = &input;
        demand.work = input.rate;
        takeRun(demand, runOf(input.rate, std::max(1.0, input.rate.recordsPerMessage())));
        return demand;
    }
    /// A failed event is tried again, as often as the connection says.
    Demand asyncDemand(FlowPort& input)
    {
        Demand demand = syncDemand(input);
        demand.kind = Demand::Kind::Async;
        const int tries =
            function_node::triesWithin(static_cast<int>(input.port.number("maximumRetryAttempts", 2)),
                                       fromSeconds(input.port.number("maximumEventAgeSeconds", 21'600)));
        // What a retry has waited is part of its own time.
        double all = 0, power = 1, done = 0, stays = 0;
        for (int attempt = 0; attempt < tries; ++attempt, power *= demand.failedShare) {
            all += power;
            done += power * (1 - demand.failedShare);
            const double waited = attempt > 0 ? seconds(function_node::waitAfterTry(attempt)) : 0;
            stays += power * (1 - demand.failedShare) * (waited + demand.runSeconds);
        }
        if (done > 0)
            demand.stay = stays / done;
        demand.gaveUpPerSecond = input.rate.recordsPerSecond * power;
        demand.work = input.rate * all;
        return demand;
    }
    static void takeRun(Demand& demand, const RunOfBatch& run)
    {
        demand.runSeconds = demand.residence = demand.stay = run.seconds;
        demand.runVariance = run.variance;
        demand.billedSeconds = run.billedSeconds;
        demand.failedShare = run.failedShare;
        demand.failedByCalls = run.failedByCalls;
    }

    /// Records that are met within so long of each other: those of a message, or what comes of a burst.
    static double atOnce(const FlowRate& rate, double within)
    {
        const double ofBurst =
            rate.burstRecords * std::min(1.0, within / std::max(within, rate.burstSeconds));
        return std::max({rate.recordsAtOnce, rate.recordsPerMessage(), ofBurst});
    }
    bool isEven() const { return m_regular && m_context.inputs.size() == 1; }
    double fullBatch(const FlowPort& input, double otherwise) const
    {
        const double record = std::max(1.0, input.rate.bytesPerRecord());
        return std::max(1.0, std::min(input.port.number("batchSize", otherwise),
                                      std::ceil(static_cast<double>(m_config.batchPayload) / record)));
    }
    /// Batches in order in each lane; what does not fit stays in the stream.
    Demand laneDemand(FlowPort& input)
    {
        Demand demand;
        demand.kind = Demand::Kind::Lanes;
        demand.input = &input;
        const double shards = std::max(1, input.port.otherLanes);
        const double parallel = std::clamp(input.port.number("parallelizationFactor", 1), 1.0, 10.0);
        const FlowRate passed = input.rate * (input.port.number("filterShare", 100) / 100);
        const bool enhanced = input.port.text("reader", "shared") == "enhanced";
        LanePlay lane;
        lane.pollSeconds = enhanced ? 0.1 : seconds(input.port.otherPollInterval);
        lane.batch = static_cast<std::uint32_t>(fullBatch(input, 100));
        lane.window = input.port.number("batchWindowMillis", 0) * 1e-3;
        lane.retries = static_cast<int>(input.port.number("maximumRetryAttempts", -1));
        lane.bisect = input.port.text("bisectOnError", "false") == "true";
        lane.regular = isEven() && shards * parallel <= 1;
        const LanePollers pollers = lanePollersOf(input.port);
        demand.slots = shards * parallel;
        if (pollers.own)
            demand.slots = std::min(demand.slots, pollers.most * LanePollers::kBatches);
        const auto ofOneLane = [](double together, double lanes) {
            return together / lanes / (1 - std::pow(1 - 1 / lanes, together));
        };
        const double together = std::max(passed.recordsAtOnce, passed.recordsPerMessage());
        lane.recordsAtOnce = std::max(1.0, ofOneLane(together, shards) / (parallel > 1 ? together : 1));
        lane.burstSeconds = passed.burstSeconds;
        const RunOfRecords run = runOfRecords(passed);
        const double most = mostOf(lane, run);
        if (demand.slots < shards * parallel) {  // whichever lane has a batch takes the next place
            addLane(demand, lane, run, passed, 1 / demand.slots, demand.slots, most);
        } else {
            for (const LaneGroup& group :
                 lanesOf(passed, static_cast<std::uint32_t>(shards), static_cast<std::size_t>(parallel)))
                addLane(demand, lane, run, passed, group.share, group.lanes, most);
        }
        finishBatches(demand);
        demand.pulls.perSecond = shards / lane.pollSeconds;
        demand.pulls.mostRecordsPerSecond = most * demand.slots;
        if (pollers.own) {
            demand.lanePollers = pollers.wanted(demand.busy(), input.rate.bytesPerSecond);
            demand.pollerUnits = pollers.units(demand.lanePollers, input.rate.bytesPerSecond);
            demand.pulls.mostRecordsPerSecond =
                std::min(demand.pulls.mostRecordsPerSecond, pollers.most * LanePollers::kBytesPerSecond
                                                                / std::max(1.0, input.rate.bytesPerRecord()));
        }
        return demand;
    }
    /// Lanes that get about as much as each other, on average.
    struct LaneGroup {
        double share = 0, lanes = 0;
    };
    /// Keys fall on shards by their hashes and on the parallel lanes of a shard by others; few of them do so unevenly.
    std::vector<LaneGroup> lanesOf(const FlowRate& rate, std::uint32_t shards, std::size_t parallel) const
    {
        constexpr double kAlike = 1.2;
        std::vector<double> shares =
            laneShares(rate, shards * static_cast<std::uint32_t>(parallel), [&](std::uint32_t key) {
                const std::uint32_t shard = m_config.keyHashes->laneOf(key, shards);
                return shard * parallel + function_node::laneInShard(key, parallel);
            });
        // Shares of unknown keys are in order already, and there may be twenty thousand.
        if (!std::is_sorted(shares.begin(), shares.end(), std::greater<>{}))
            std::sort(shares.begin(), shares.end(), std::greater<>{});
        std::vector<LaneGroup> groups;
        double first = 0;
        for (const double share : shares) {
            if (groups.empty() || share * kAlike < first) {
                groups.push_back({});
                first = share;
            }
            groups.back().share += share;
            groups.back().lanes += 1;
        }
        for (LaneGroup& group : groups)
            group.share /= group.lanes;
        return groups;
    }
    /// Records a second that a lane can work off, in batches of the size that serves best: a full one may take longer than
    /// the time limit, and then comes again and again.
    static double mostOf(const LanePlay& lane, const RunOfRecords& run)
    {
        double most = 0;
        for (double batch = lane.batch; batch >= 1; batch = std::floor(batch / 2)) {
            const RunOfBatch one = run(static_cast<std::uint32_t>(batch));
            most = std::max(most, batch / secondsOf(lane, one));
        }
        return most;
    }
    /// All tries of one batch, and the node's pause before each but the first.
    static double secondsOf(const LanePlay& lane, const RunOfBatch& run)
    {
        const double tries = triesOf(lane, run.failedShare);
        return std::max(1e-9, tries * run.seconds + (tries - 1) * LanePlay::kPauseSeconds);
    }
    /// Without bisecting: 1 + f + f^2 ...
    static double triesOf(const LanePlay& lane, double fails)
    {
        if (fails >= 1)
            return lane.retries < 0 ? 1e9 : lane.retries + 1;
        return lane.retries < 0 ? 1 / (1 - fails) : (1 - std::pow(fails, lane.retries + 1)) / (1 - fails);
    }
    void addLane(Demand& demand, LanePlay lane, const RunOfRecords& run, const FlowRate& passed, double share,
                 double lanes, double most)
    {
        const double offered = passed.recordsPerSecond * share;
        if (offered <= 0 || lanes <= 0)
            return;
        // What comes of a burst is spread over the lanes, and a small one meets some of them only.
        if (passed.burstRecords > std::max(1.0, passed.recordsPerMessage()))
            lane.burstRecords = std::max(1.0, passed.burstRecords * share);
        Played played;
        double carried = offered;
        if (offered < most * kNearlyFull) {
            lane.recordsPerSecond = offered;
            played = play(lane, run);
        }
        if (offered >= most * kNearlyFull || played.isStuck) {
            const RunOfBatch full = run(lane.batch);
            played = {};
            carried = std::min(offered, lane.batch / secondsOf(lane, full));
            played.invocations = triesOf(lane, full.failedShare) / lane.batch;
            played.runSeconds = played.invocations * full.seconds;
            played.billedSeconds = played.invocations * full.billedSeconds;
            played.handled = triesOf(lane, full.failedShare);
            played.failed = played.handled * full.failedShare;
            played.residenceSeconds = full.seconds;
            played.staySeconds = played.runSeconds;
            played.succeeded = played.invocations;
        }
        demand.waiting += (offered - carried) * lanes;
        addPlayed(demand, passed, played, carried * lanes, lane.batch);
    }
    /// Sums; finishBatches() makes means of them.
    void addPlayed(Demand& demand, const FlowRate& passed, const Played& played, double recordsPerSecond,
                   double batch)
    {
        FlowRate work =
            passed * (recordsPerSecond * played.handled / std::max(1e-12, passed.recordsPerSecond));
        work.messagesPerSecond = recordsPerSecond * played.invocations;
        work.mostRecords = batch;
        demand.work = demand.work + work;
        demand.runSeconds += recordsPerSecond * played.runSeconds;
        demand.billedSeconds += recordsPerSecond * played.billedSeconds;
        demand.failedShare += recordsPerSecond * played.failed;
        demand.residence += recordsPerSecond * played.residenceSeconds;
        demand.stay += recordsPerSecond * played.staySeconds;
        demand.succeeded += recordsPerSecond * played.succeeded;
        demand.gaveUpPerSecond += recordsPerSecond * played.gaveUp;
    }
    static void finishBatches(Demand& demand)
    {
        if (demand.work.messagesPerSecond <= 0)
            return;
        demand.runSeconds /= demand.work.messagesPerSecond;
        demand.billedSeconds /= demand.work.messagesPerSecond;
        demand.failedShare /= demand.work.recordsPerSecond;
        demand.residence /= demand.work.recordsPerSecond;
        demand.stay /= std::max(1e-12, demand.succeeded);
    }

    /// As many consumers as are busy, five at least; what they cannot take stays in the queue.
    Demand queueDemand(FlowPort& input)
    {
        Demand demand;
        demand.kind = Demand::Kind::Queue;
        demand.input = &input;
        QueuePlay queue;
        queue.passShare = input.port.number("filterShare", 100) / 100;
        queue.batch = static_cast<std::uint32_t>(fullBatch(input, 10));
        queue.perReceive = static_cast<std::uint32_t>(QueuePollers::kPerReceive);
        queue.longestWait = seconds(QueuePollers::kLongestWait);
        queue.window = input.port.number("batchWindowMillis", 0) * 1e-3;
        queue.byItem = input.port.text("reportBatchItemFailures", "false") == "true";
        const ComponentView& asked = input.port.other;
        queue.ordered = isOrderedQueue(*asked.spec, asked.component->parameters);
        queue.visibility =
            asked.spec->visibilityParameter.empty() ? 0 : asked.number(asked.spec->visibilityParameter);
        queue.hottestGroup = input.rate.hottestKeyShare;
        queue.groups = input.rate.keys;
        queue.regular = isEven();
        queue.messagesAtOnce = atOnce(input.rate, std::max(queue.receiveSeconds, queue.window));
        // Of what is received more passes than of what is sent: only what passed can fail and come back.
        demand.pulls.matchShare = queue.passShare;
        queue.passShare = 1 - (1 - queue.passShare) * input.rate.firstShare;
        const FlowRate passed = input.rate * queue.passShare;
        const RunOfRecords run = runOfRecords(passed);
        const RunOfBatch full = run(queue.batch);
        const QueueSlots slots = queueSlotsOf(input.port, m_config);
        queue.pause = slots.pauseSeconds;
        queue.pausePerMessage = slots.secondsPerByte * input.rate.bytesPerRecord();
        const double mostSlots = std::min(slots.most, m_config.concurrency.perUnit);
        const double receives = std::ceil(queue.batch / static_cast<double>(queue.perReceive));
        // One receive after the other, and the run after the last; a place that pauses does so meanwhile.
        const double pause = slots.pauseAfter(queue.batch / receives * input.rate.bytesPerRecord());
        const double cycle = (receives - 1) * std::max(queue.receiveSeconds, pause + queue.receiveSeconds)
                             + queue.receiveSeconds + std::max(full.seconds, pause);
        const double most = queue.batch / std::max(1e-9, cycle);
        demand.slots = slots.most;
        demand.pollers = slots.pollers(slots.most);
        demand.pulls.mostRecordsPerSecond = mostSlots * most / std::max(1e-9, queue.passShare);
        Played played;
        double carried = input.rate.recordsPerSecond;
        if (carried <= 0) {
            const double idle = slots.least;
            demand.pollers = slots.pollers(idle);
            demand.pulls.receivers = idle;
            demand.pulls.perSecond = demand.pulls.emptyPerSecond =
                idle / (queue.longestWait + queue.receiveSeconds);
            return demand;
        }
        if (carried < demand.pulls.mostRecordsPerSecond * kNearlyFull) {
            queue.messagesPerSecond = carried;
            double inUse = 0;
            played = settledPlay(queue, slots, run, inUse);
            demand.pollers = slots.pollers(inUse);
            demand.settledSlots = queue.slots;
            demand.pulls.receivers = queue.slots;
        } else {
            carried = std::min(carried, demand.pulls.mostRecordsPerSecond);
            played.invocations = queue.passShare / queue.batch;
            played.runSeconds = played.invocations * full.seconds;
            played.billedSeconds = played.invocations * full.billedSeconds;
            played.handled = queue.passShare;
            played.failed = played.handled * full.failedShare;
            played.residenceSeconds = full.seconds * played.handled;
            played.staySeconds = played.runSeconds;
            played.succeeded = played.invocations;
            played.receives = 1.0 / queue.perReceive;
            played.deletes = played.receives * (queue.byItem ? 1 : 1 - full.failedShare);
        }
        demand.waiting = input.rate.recordsPerSecond - carried;
        addPlayed(demand, passed, played, carried, queue.batch);
        finishBatches(demand);
        demand.pulls.emptyPerSecond = carried * played.emptyReceives;
        demand.pulls.perSecond = carried * played.receives + demand.pulls.emptyPerSecond;
        demand.pulls.deletesPerSecond = carried * played.deletes;
        return demand;
    }

    /// With the slots that its controller ends up with.
    Played settledPlay(QueuePlay& queue, const QueueSlots& rules, const RunOfRecords& run,
                       double& inUse) const
    {
        constexpr double kLooks = 60;  // what is not needed within a minute of them goes
        const double least = rules.least, most = rules.most;
        const auto with = [&](double slots) {
            const double whole = std::ceil(slots / rules.grain - 1e-9) * rules.grain;
            queue.slots = static_cast<int>(std::clamp(rules.grain > 1 ? whole : slots, least, most));
            inUse = queue.slots;
            return play(queue, run);
        };
        // No fewer than full batches take.
        const RunOfBatch full = run(queue.batch);
        const double busyAtLeast = queue.messagesPerSecond * queue.passShare / queue.batch * full.seconds;
        Played played = with(std::floor(busyAtLeast));
        // Pollers of one's own have to be behind at two looks.
        const auto behind = [&rules](const Played& one) {
            return rules.provisioned ? one.behindShare * one.behindShare : one.behindShare;
        };
        while (behind(played) * kLooks > 1
               && queue.slots < most)  // many steps at a time where many are needed
            played = with(queue.slots + std::max(rules.step, std::ceil(0.2 * queue.slots)));
        const double needed = std::ceil(played.peakWorking / m_config.queueBatchesBusy / rules.grain - 1e-9);
        const double enough = std::clamp(needed * rules.grain, least, most);
        if (enough >= queue.slots * (1 - ScalingPolicy{}.slack)) {
            // None goes any more, and of what is left behind now and then comes one more each time.
            const double busy = queue.messagesPerSecond * played.runSeconds;
            const double slots = std::ceil((busy + 3 * std::sqrt(busy) + 1) / kNearlyAll);
            if (slots > queue.slots)
                return with(slots);
            return played;
        }
        // To and fro: so many until a look finds it behind, a step more for a minute.
        const Played more = with(enough + rules.step), few = with(enough);
        const double share = kLooks * behind(few) / (1 + kLooks * behind(few));
        inUse += share * rules.step;
        return mixed(few, more, share);
    }

    // --- what there is ------------------------------------------------------------------------------------------------

    double busyOf(Demand::Kind kind) const
    {
        double busy = 0;
        for (const Demand& demand : m_demands)
            busy += demand.kind == kind ? demand.busy() : 0;
        return busy;
    }
    /// Whoever waits for an answer is turned away; the others' work stays where it was.
    void refuse()
    {
        double requests = 0, waiting = 0;
        for (const Demand& demand : m_demands) {
            requests += demand.kind == Demand::Kind::Sync ? demand.work.messagesPerSecond : 0;
            waiting += demand.kind == Demand::Kind::Sync ? 0 : demand.busy();
        }
        const double sync = busyOf(Demand::Kind::Sync), all = sync + waiting;
        m_requests = requests;
        m_offeredBusy = all;
        const double perSecond = m_config.requests.perUnit * m_config.requests.count;
        m_overRequests = requests > perSecond && perSecond > 0 ? 1 - perSecond / requests : 0;
        const double most = m_config.concurrency.perUnit;
        const double left = all > most ? most * sync / all : most - waiting;
        const double asked = sync * (1 - m_overRequests);
        // Requests that come evenly fill the environments to the last one.
        m_overConcurrency = m_regular ? std::max(0.0, asked > left ? 1 - left / asked : 0)
                                      : erlangLoss(std::floor(left + 1e-9), asked);
        const double waits = all > most && waiting > 0 ? most / all : 1;
        for (Demand& demand : m_demands) {
            if (demand.kind == Demand::Kind::Sync) {
                demand.refusedShare = 1 - (1 - m_overRequests) * (1 - m_overConcurrency);
                demand.work = demand.work * (1 - demand.refusedShare);
            } else {
                demand.waiting += demand.work.recordsPerSecond * (1 - waits);
                demand.work = demand.work * waits;
            }
        }
    }
    /// Runs at once: mappings of streams and queues have so many lanes and no more.
    double mostAtOnce() const
    {
        double lanes = 0;
        for (const Demand& demand : m_demands) {
            if (demand.kind == Demand::Kind::Sync || demand.kind == Demand::Kind::Async)
                return m_config.concurrency.perUnit;
            lanes += demand.slots;
        }
        return std::min(lanes, m_config.concurrency.perUnit);
    }
    void startCold()
    {
        RandomRuns& runs = m_runs;
        runs = {};
        for (const Demand& demand : m_demands) {
            runs.perSecond += demand.work.messagesPerSecond;
            runs.atOnce += demand.busy();
        }
        runs.most = mostAtOnce();
        if (m_demands.size() == 1 && m_demands.front().kind == Demand::Kind::Sync
            && arrivalVariation(m_context) <= 0)
            runs.swing = swingOfRegular(runs.perSecond, runs.atOnce, m_demands.front().runVariance);
        m_coldSeconds = m_config.cold.mean() * 1e-9 + seconds(m_config.codeInit);
        m_coldVariance = m_config.cold.variance() * 1e-18;
        m_cold = std::min(coldStartsPerSecond(runs, seconds(m_config.keepWarm), m_config.provisioned),
                          runs.perSecond);
        m_coldShare = runs.perSecond > 0 ? m_cold / runs.perSecond : 0;
    }

    FunctionLoad fill()
    {
        FunctionLoad load;
        FlowRate offered, handled, refused;
        double busy = 0, stay = 0, gaveUp = 0;
        for (Demand& demand : m_demands) {
            const double invocations = demand.work.messagesPerSecond;
            load.invocations += invocations;
            load.billedSeconds += invocations * demand.billedSeconds;
            if (m_config.payloadStep > 0)
                load.payloadSteps +=
                    invocations * demand.work.stepsPerMessage(static_cast<double>(m_config.payloadStep));
            busy += demand.busy();
            load.queuePollers += demand.pollers;
            load.pollerUnits += demand.pollerUnits;
            stay += invocations * (demand.stay + m_coldShare * m_coldSeconds);
            gaveUp += demand.gaveUpPerSecond;
            if (demand.kind == Demand::Kind::Sync)
                m_context.result.failedPerSecond += demand.work.recordsPerSecond * demand.failedByCalls;
            else if (demand.kind == Demand::Kind::Async && demand.failedShare > 0)
                m_context.result.failedPerSecond +=
                    demand.gaveUpPerSecond * demand.failedByCalls / demand.failedShare;
            handled = handled + demand.work;
            const bool isPoll = demand.kind == Demand::Kind::Lanes || demand.kind == Demand::Kind::Queue;
            offered = offered + (isPoll ? demand.work : demand.input->rate);
            refused = refused + demand.input->rate * demand.refusedShare;
            m_context.result.backlogGrowthPerSecond += demand.waiting;
            answer(demand);
        }
        load.coldStarts = m_cold;
        load.startSeconds = m_cold * m_coldSeconds;
        load.billedSeconds += load.startSeconds;
        load.provisioned = m_config.provisioned;
        load.onProvisioned = std::min(load.billedSeconds, load.provisioned);
        busy += load.startSeconds;
        m_context.result.offered = offered;
        m_context.result.accepted = handled;
        m_context.result.refused = refused;
        m_context.result.serviceMillis = load.invocations > 0 ? stay / load.invocations * 1e3 : 0;
        pushLimits(std::max(busy, m_offeredBusy));
        passOn(gaveUp, handled);
        return load;
    }
    /// Events that were handled in the end, of those that nobody waits for.
    FlowRate succeeded() const
    {
        FlowRate all;
        for (const Demand& demand : m_demands) {
            const double offered = demand.input->rate.recordsPerSecond;
            if (demand.kind == Demand::Kind::Async && offered > 0)
                all = all + demand.input->rate * (1 - demand.gaveUpPerSecond / offered);
        }
        return all;
    }
    void passOn(double gaveUpPerSecond, const FlowRate& handled)
    {
        for (FlowPort& output : m_context.outputs)
            output.rate = isForFailures(output) && handled.recordsPerSecond > 0
                              ? handled * (gaveUpPerSecond / handled.recordsPerSecond)
                          : isForSuccesses(output) ? succeeded()
                                                   : FlowRate{};
        for (const Demand& demand : m_demands) {
            const CallsOfWork calls = m_outgoing.send(m_asked, demand.work);
            // A run that is cut off has made the calls that it came to.
            const double left = seconds(m_config.timeout) - ownSeconds(demand.work.recordsPerMessage());
            const double made = left > 0 ? calls.begunWithin(left) : 0;
            for (const OutCall& way : m_outgoing.ways()) {
                FlowRate& sum = m_context.outputs[way.output].rate;
                sum = sum + m_asked[way.output].rate * made;
            }
        }
        if (!m_outgoing.empty())
            tellEnvironments(handled);
    }
    /// Warm after a long time. Whoever is refused is done sooner, but nobody is refused before there are as many as it
    /// takes to serve all: those are counted.
    void tellEnvironments(const FlowRate& handled)
    {
        if (m_runs.perSecond <= 0 || handled.messagesPerSecond <= 0)
            return;
        const double records = handled.recordsPerMessage();
        const double now = runOf(handled, records).seconds;
        for (FlowPort& output : m_asked) {
            output.answer.seconds /= std::max(1e-3, 1 - output.answer.refusedShare);
            output.answer.refusedShare = output.answer.shutOutShare = 0;
        }
        const double served = runOf(handled, records).seconds;
        for (std::size_t at = 0; at < m_asked.size(); ++at)
            m_asked[at].answer = m_context.outputs[at].answer;
        RandomRuns runs = m_runs;
        runs.atOnce *= now > 0 ? served / now : 1;
        // Of even runs those that are used now and then only count for nothing: the others are all at work all the time.
        const double within = runs.swing < 1 ? runs.atOnce / runs.perSecond : seconds(m_config.keepWarm);
        const int kept = warmAfterLong(runs, within, static_cast<int>(mostAtOnce()));
        for (const OutCall& way : m_outgoing.ways())
            m_context.outputs[way.output].rate.clients = kept;
    }
    void answer(const Demand& demand) const
    {
        Answer& answer = demand.input->answer;
        switch (demand.kind) {
        case Demand::Kind::Sync:
            answer.seconds = (1 - demand.refusedShare) * (demand.runSeconds + m_coldShare * m_coldSeconds);
            answer.variance = demand.runVariance + m_coldShare * m_coldVariance
                              + m_coldShare * (1 - m_coldShare) * m_coldSeconds * m_coldSeconds;
            answer.refusedShare = 1 - (1 - demand.refusedShare) * (1 - demand.failedShare);
            break;
        case Demand::Kind::Async:
            answer.seconds = 1e-3;
            answer.refusedShare = 0;
            break;
        case Demand::Kind::Lanes:
        case Demand::Kind::Queue:
            answer.seconds = demand.residence;
            answer.refusedShare = demand.kind == Demand::Kind::Queue ? demand.failedShare : 0;
            answer.pulls = demand.pulls;
            break;
        }
    }
    void pushLimits(double busy)
    {
        std::vector<LimitUse>& limits = m_context.result.limits;
        limits.push_back(heldLimit(m_config.concurrency, busy, busy,
                                   m_requests * (1 - m_overRequests) * m_overConcurrency));
        std::vector<SizingNeed> needs{{m_config.concurrency.limit, m_config.concurrency.unit,
                                       std::max(busy, 1e-9), 1, m_config.concurrency.source}};
        if (m_requests > 0 && m_config.requests.perUnit > 0)
            needs.push_back({m_config.requests.limit, m_config.requests.unit, m_requests,
                             m_config.requests.perUnit, m_config.requests.source});
        m_context.result.sizing.push_back(sizeFor(m_config.sizingParameter, m_config.concurrency.unit,
                                                  m_config.concurrency.perUnit, m_context.targetUtilisation,
                                                  needs));
        m_context.result.sizing.back().relieves = {m_config.concurrency.limit, m_config.requests.limit};
        if (m_requests > 0 && m_config.requests.perUnit > 0)
            limits.push_back(
                rateLimit(m_config.requests, m_requests, m_requests, m_requests * m_overRequests));
        if (m_config.newEnvironments.perUnit > 0)
            limits.push_back(rateLimit(m_config.newEnvironments, m_cold, m_cold, 0));
        for (const Demand& demand : m_demands) {
            if (demand.kind != Demand::Kind::Lanes && demand.kind != Demand::Kind::Queue)
                continue;
            LimitSpec spec =
                demand.kind == Demand::Kind::Lanes ? m_config.laneBatches : m_config.queueBatches;
            spec.label += " of " + demand.input->port.other.name();
            spec.perUnit = demand.slots;
            limits.push_back(heldLimit(spec, demand.busy(), demand.busy(), 0));
        }
    }

    static constexpr double kNearlyFull = 0.98;  ///< closer to its capacity a lane is full batch after batch
    const FunctionConfig& m_config;
    FlowContext& m_context;
    Outgoing m_outgoing;
    std::vector<FlowPort> m_asked;  ///< the outputs, to try rates on
    bool m_regular = false;
    std::vector<Demand> m_demands;
    RandomRuns m_runs;
    double m_requests = 0, m_overRequests = 0, m_overConcurrency = 0, m_offeredBusy = 0;
    double m_cold = 0, m_coldShare = 0, m_coldSeconds = 0, m_coldVariance = 0;
};

}  // namespace

FunctionLoad FunctionFamily::flow(const Config& config, FlowContext& context)
{
    return FunctionFlow{config, context}.load();
}

SettledFunction settledFunction(const FunctionConfig& config, const ComponentView& self,
                                const SettledFlow& before)
{
    FlowComponent result;
    std::vector<Finding> unheard;
    FlowContext context{.self = self,
                        .scenario = before.scenario.get(),
                        .inputs = before.inputs,
                        .outputs = before.outputs,
                        .result = result,
                        .findings = unheard};
    return FunctionFlow{config, context}.settled();
}

}  // namespace plimsoll
