// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/design.h"
#include "model/support/derivation.h"
#include "model/support/phrase.h"
#include "model/support/usage.h"
#include "simulator/metrics/batched_histogram.h"
#include "simulator/metrics/statistics.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plimsoll {

/// Where a message's time goes; the parts of one message sum to its total in whole nanoseconds.
enum class TimePart : std::uint8_t { Service, Queue, ThrottleWait, Retry, ColdStart, BufferWait, Transfer };
inline constexpr int kTimeParts = 7;
std::string_view toString(TimePart part);

/// What an interval rests on, or why there is none.
enum class IntervalBasis : std::uint8_t {
    None,
    Replications,
    BatchMeans,
    Insufficient,
    Correlated,
    Transient,
    NotKept  ///< by part of a sampled run
};
/// "replications", "batch means", "insufficient", "correlated", "transient", "not kept"; "" for None.
std::string_view toString(IntervalBasis basis);

/// Percentiles of one distribution, in milliseconds. An absent value is "no completions" (samples == 0) or
/// "too few" samples for that percentile (72 for p95, 368 for p99, 3,688 for p99.9).
struct LatencySummary {
    std::uint64_t samples = 0;
    std::optional<double> mean, p50, p90, p95, p99, p999, max;
    /// Half-widths at 95%; nothing where the run is too short for that figure, or `interval` says why. A maximum has
    /// none: it grows with the run's length.
    std::optional<double> meanHalfWidth, p50HalfWidth, p90HalfWidth, p95HalfWidth, p99HalfWidth,
        p999HalfWidth;
    IntervalBasis interval = IntervalBasis::None;
    int intervalParts = 0;  ///< replications or batches the half-widths rest on
};
LatencySummary summarise(const Histogram& histogram);
/// With intervals from batches within the one run.
LatencySummary summarise(const BatchedHistogram& histogram);

/// Where the time of sampled messages went, in milliseconds: of all of them, and of those at or above their p99.
struct TimeSplit {
    double meanMillis[kTimeParts] = {};
    double p99Millis[kTimeParts] = {};
    std::uint64_t samples = 0;
};

/// One stretch of one message's journey, from its start on.
struct TraceSegment {
    ComponentId component;
    TimePart part = TimePart::Service;
    std::int64_t fromNanos = 0, toNanos = 0;
};

/// One sampled message from beginning to end: a waterfall.
struct RequestTrace {
    std::string id;           ///< "trace/<sink or path>/p99", as `explain` takes it
    ComponentId component;    ///< the sink, or the source of the path
    ConnectionId connection;  ///< of a path; empty for a sink
    std::string quantile;     ///< "p50", "p99", "max": which of the sampled ones it is
    std::uint64_t message = 0;
    std::int64_t bornNanos = 0, totalNanos = 0;
    std::vector<TraceSegment> segments;  ///< each begins where the one before ends
};

/// Attempts at one component; a batch counts its members.
struct Counts {
    std::uint64_t offered = 0, accepted = 0, throttled = 0, rejected = 0;
    std::uint64_t completed = 0, failed = 0, lost = 0, inFlight = 0;
    std::uint64_t retried = 0;    ///< of offered: attempts after the first
    std::uint64_t abandoned = 0;  ///< of completed: done after the caller had given up waiting
    /// A part of what was offered; nothing when nothing was.
    std::optional<double> shareOf(std::uint64_t part) const
    {
        return offered > 0 ? std::optional{static_cast<double>(part) / static_cast<double>(offered)}
                           : std::nullopt;
    }
};

/// Of one consumer of a store.
struct ConsumerCounts {
    ConnectionId connection;
    ComponentId consumer;
    std::uint64_t delivered = 0, filtered = 0, expired = 0, resident = 0;
    double peakAgeSeconds = 0;  ///< oldest undelivered record ("iterator age")
};

/// Use of one limit: bytes, records, calls, slots, capacity units.
struct LimitUse {
    std::string limit;       ///< "records", "bytes", "concurrency", ...
    std::string label;       ///< "Records written per second"
    double capacity = 0;     ///< units per second, or units held
    double mean = 0;         ///< mean use, same unit
    double peak = 0;         ///< highest one-second mean (rates) or instant (held)
    double utilisation = 0;  ///< mean / capacity
    double refused = 0;      ///< attempts this limit refused
    std::string unit;
    Derivation derivation;
    double binSeconds = 0;
    std::vector<double> overTime = {};  ///< utilisation in equal bins, where the limit keeps one
};

/// A stretch of time in which one limit of a component was the tightest, and near or over its capacity.
struct BindingSpan {
    std::string limit;
    double fromSeconds = 0, toSeconds = 0;
    double utilisation = 0;  ///< mean over the stretch
};

/// One line of sizing advice: the least that carries the load, and with head-room.
struct Sizing {
    std::string parameter;  ///< "shards"
    std::string unit;
    double current = 0;
    double minimum = 0;
    double recommended = 0;
    std::string binding;  ///< limit that decides: "records"
    /// Limits (`LimitUse::limit`) that more of the parameter raises; empty: all that the component has.
    std::vector<std::string> relieves = {};
    std::string text;  ///< "3 minimum, no head-room; 4 recommended at 80%"
    Derivation minimumDerivation, recommendedDerivation;
};

/// A quantity over the run in equal bins; rates are per second.
struct TimeSeries {
    std::string name;  ///< "offered", "completed", "throttled", "backlog", "concurrency", ...
    std::string unit;
    double binSeconds = 1;
    std::vector<double> values;
};

/// How a figure of a run behaves when runs of parts of the time are put together. What a figure is called plays no part.
enum class Aggregation : std::uint8_t {
    Sum,       ///< grows with time: counts, billed work
    TimeMean,  ///< averages over time: levels, use of limits, waiting work
    Share,     ///< averages over the records a component accepted
    Peak,      ///< the largest counts
    Last       ///< what the last part ends with
};

/// A further figure of a component: "cold starts", "objects written".
struct Fact {
    /// `id` is stable for scripts; `name` is English and may change.
    Fact(std::string stableId, std::string words, Aggregation kind, double amount)
        : id{std::move(stableId)}, name{std::move(words)}, aggregation{kind}, value{amount}
    {}
    std::string id, name;
    Aggregation aggregation;
    double value;
};

/// Percentiles in equal bins of time, of the messages that are followed all the way (about 16,000 of a run): of those
/// that ended in a bin. Empty where a run was put together from sampled parts.
struct LatencyCourse {
    double binSeconds = 0;
    std::vector<std::uint64_t> samples;
    std::vector<std::optional<double>> p50Millis,
        p99Millis;  ///< nothing: no sample, or below 100 for the p99
};

/// How long the messages that are followed all the way waited at a component: queue, buffer, refusals, retries and cold
/// starts, everything but service and transfer. In milliseconds; nothing where there are too few samples, as in
/// LatencySummary.
struct WaitSummary {
    std::uint64_t samples = 0;
    std::optional<double> p50, p90, p95, p99, max;
};

constexpr std::size_t kMostLanesShown = 256;

/// What one lane of a component saw: a shard, a partition.
struct LaneFigures {
    std::string name;                 ///< "shard 3 of 8"
    double offered = 0, refused = 0;  ///< records
    double bytes = 0;                 ///< offered
    double utilisation = 0;           ///< of the lane's limit that is used most
};

struct ComponentReport {
    ComponentId id;
    std::string service;
    std::string label;
    Counts counts;
    std::vector<ConsumerCounts> consumers;
    std::vector<ComponentId> calls;     ///< those whose answers it waits for, each once
    std::vector<ComponentId> delivers;  ///< those it puts or loads its work into, each once
    LatencySummary latency;
    std::vector<LimitUse> limits;
    std::vector<LaneFigures> lanes;    ///< of a sharded component, in hash order; at most kMostLanesShown
    std::vector<BindingSpan> binding;  ///< which limit binds when, in time order
    double backlogMean = 0, backlogPeak = 0, backlogFinal = 0, peakAgeSeconds = 0;
    std::vector<Sizing> sizing;
    double partMillis[kTimeParts] = {};  ///< mean per record, over all records that left
    std::vector<TimeSeries> series;
    LatencyCourse course;  ///< of the time inside
    WaitSummary wait;
    std::vector<Fact> facts;
    std::string idle;  ///< e.g. "idle: add a query or a job"; empty when it did work
};

/// The series of that name; none when the component keeps none, or it has no bin yet.
const TimeSeries* findSeries(const ComponentReport& component, std::string_view name);
/// Whether the series, if there is one, is above 0 anywhere.
bool hasAny(const TimeSeries* series);

/// Intended send to answer at the caller, per source connection.
struct PathReport {
    std::string id;
    ComponentId source;
    ConnectionId connection;
    LatencySummary response;
    std::uint64_t succeeded = 0, failed = 0, gaveUp = 0;
    TimeSplit split;
    LatencyCourse course;  ///< of the response
};

/// Event time to readable at one sink, per source when more than one feeds it.
struct SinkReport {
    ComponentId component;
    LatencySummary delay;
    std::uint64_t delivered = 0;
    std::uint64_t undelivered = 0;
    double undeliveredAgeSeconds = 0;
    std::optional<double> freshnessMeanSeconds, freshnessMaxSeconds;  ///< nothing: "caught up", no traffic
    TimeSplit split;
    LatencyCourse course;  ///< of the delay
    Histogram histogram;   ///< for charts and merging; not part of the JSON
};

enum class Verdict { Met, Missed, NoData };

struct ObjectiveReport {
    Objective objective;
    std::string text;  ///< "delay p99 at table at most 1,000 ms"
    std::optional<double> value;
    std::optional<double> halfWidth;
    std::string noInterval;  ///< why there is a value and no half-width
    Verdict verdict = Verdict::NoData;
};

enum class FindingLevel { Note, Advice, Problem };

/// A change that was tried on the same traffic, and what came of it. Differences are of paired replications.
struct Counterfactual {
    std::string text;  ///< "+2 shards: p99 -38% +- 4%, +$22/month"
    ComponentId component;
    ConnectionId connection;  ///< of a change to a connection; else empty
    std::string parameter, from, to;
    std::string measure;  ///< "delay p99 at table", "refused at orders"
    double before = 0, after = 0;
    double change = 0;                  ///< after / before - 1
    std::optional<double> halfWidth;    ///< of it, at 95%; nothing: one run each
    std::optional<double> usdPerMonth;  ///< dearer; nothing: it could not be priced
    /// Its gain over the whole scenario, after / before - 1; nothing: what was played is the whole.
    std::optional<double> changeInFull = {};
};

/// What binds first and what to change, with the arithmetic.
struct Finding {
    std::string id;  ///< stable: "hot-key", "saturated", "record-rounding"
    FindingLevel level = FindingLevel::Advice;
    ComponentId component;
    Phrase text;    ///< one sentence
    Phrase remedy;  ///< one sentence, may be empty
    Derivation derivation;
    std::vector<Counterfactual> counterfactuals = {};  ///< tried, best for its cost first
};

struct Audit {
    std::string name;  ///< "component conservation: orders"
    bool passed = false;
    std::string detail;  ///< the sums, when it failed
};

/// One figure of each replication, in their order: what intervals, stop rule and paired comparisons are made of.
struct FigureOfRuns {
    std::string
        figure;  ///< "offered", "backlog-peak", "delay-p99", "response-mean", "refused-share", "cost", ...
    std::string where;                          ///< component or path id; empty = the whole run
    std::vector<std::optional<double>> values;  ///< nothing: that replication had too few samples
};

/// What ended the replications, and how sure they made the figures the rule watches.
struct Stopping {
    std::string ended = "fixed";  ///< fixed | precision | replications | messages | interrupted
    double precision = 0.05;      ///< half-width / value aimed at
    std::string widest;           ///< "delay-p99 at archive"; empty = no interval to judge by
    double widestShare = 0;       ///< its half-width / value
    int needed = 0;               ///< replications that would bring it to `precision`, about; 0 = unknown
};

/// What the intervals of one kind of figure rest on, or why it carries none.
struct IntervalNote {
    std::string kind;                  ///< "times", "maxima", "peaks", "counts", ...
    std::vector<std::string> figures;  ///< the kind's figures, as the JSON names them
    bool carries = false;              ///< whether such figures carry half-widths in this report
    std::string text;                  ///< what they rest on and which go without, or why none has one
};

/// Where a figure comes from.
struct Provenance {
    std::string designHash, scenario, engine, version, region, priceBookDate;
    std::uint64_t seed = 0;
    int replications = 1;       ///< that the figures rest on
    int replicationsAsked = 1;  ///< more than that only in a partial report
    Stopping stopping;
    double warmUpSeconds = 0;     ///< deleted from the start of every replication
    std::string warmUpNote;       ///< how it was found, or why nothing was deleted; empty = terminating
    double durationSeconds = 0;   ///< asked for
    double simulatedSeconds = 0;  ///< of one replication; less when cancelled
    std::string stopped;          ///< why the program stopped it before the end; empty when it did not
    bool partial = false;         ///< cancelled before the end
    std::uint64_t events = 0;     ///< logical events: arrivals and departures
    std::string driver;           ///< how the nodes were run; changes nothing, so not part of the JSON
    std::vector<std::pair<std::string, std::string>> sizedParameters;  ///< "orders.shards" -> "4 (auto)"
    std::vector<IntervalNote> intervals;  ///< of every kind of figure; see simulator/metrics/interval_notes.h
};

/// Run-level conservation: born + copied + generated = done + filtered + joined + gaveUp + lost + inFlight.
struct RunTotals {
    std::uint64_t born = 0, copied = 0, generated = 0;
    std::uint64_t done = 0, filtered = 0, joined = 0, gaveUp = 0, lost = 0, inFlight = 0;
};

/// Steady traffic that was sampled, and how much of the scenario it stands for.
struct SampledLevel {
    std::vector<std::pair<ComponentId, double>> ratesPerSecond;  ///< by source
    double seconds = 0;                                          ///< of the scenario
    double simulatedSeconds = 0;                                 ///< measured, warm-up left out
    double utilisation = 0;  ///< of the limit that binds first, from the flow
};

/// Time that was run as it is; equal stretches are run once or more and counted together.
struct ExactStretch {
    double fromSeconds = 0, toSeconds = 0;  ///< the first of them
    int count = 1, runs = 1;
    std::string why;
};

/// How far a figure of a sampled run may be off, at 95%, or why that is not known.
struct FigureInterval {
    /// "<component>/throttled", "<component>/<meter>", "<sink>/freshness-mean"; "cost" and "refused-share" of the whole
    std::string figure;
    double value = 0;
    std::optional<double> halfWidth;
    std::string reason;  ///< why there is no half-width, or why it is 0, or what an unusual one rests on
};

/// What `auto` made of the scenario.
struct SamplingReport {
    bool sampled = false;
    std::string text;        ///< one sentence
    double targetShare = 0;  ///< half-width / value that ends the sampling
    bool converged = true;
    double messages = 0, simulatedMessages = 0, budgetMessages = 0;
    std::vector<SampledLevel> levels;
    std::vector<ExactStretch> stretches;
    std::vector<FigureInterval>
        intervals;  ///< of counts, shares, levels, peaks, freshness, meters and the cost
};

/// The stretch of the scenario in which changes were tried; its lead-in, left out of the figures, comes before.
struct TrialWindow {
    double fromSeconds = 0, seconds = 0, leadInSeconds = 0;
    std::string text;  ///< "870 to 960 s of the scenario, where most work was refused or waited, after ..."
};

/// Everything one run has to say; the same bytes for the same design, scenario, seed, options and version. Of several
/// replications: counts, rates, backlogs, peaks and meters are means per replication (simulator/merge_replications.h),
/// percentiles come from all samples together, a maximum is the largest seen.
struct RunReport {
    Provenance provenance;
    RunTotals totals;
    std::vector<ComponentReport> components;  ///< in component id order
    std::vector<PathReport> paths;
    std::vector<SinkReport> sinks;
    std::vector<RequestTrace> traces;  ///< of the first replication: the paths', then the sinks'
    std::vector<ObjectiveReport> objectives;
    std::vector<Finding> findings;
    std::optional<TrialWindow> trials;  ///< nothing: no changes were tried
    std::vector<Audit> audits;
    Usage usage;  ///< metered from what was simulated
    std::vector<FigureOfRuns> figures;
    SamplingReport sampling;
};

/// A count as a fact.
struct CountFact {
    const char* id;
    const char* name;
    std::uint64_t count;
};
void addCounts(ComponentReport& report, std::initializer_list<CountFact> counts);

const ComponentReport* findComponent(const RunReport& report, std::string_view id);
const FigureOfRuns* findFigure(const RunReport& report, std::string_view figure, std::string_view where);
/// Mean and half-width over the replications; nothing for fewer than two, or when one of them had no value.
std::optional<Estimate> estimateOf(const FigureOfRuns& figure, double confidence = 0.95);

}  // namespace plimsoll
