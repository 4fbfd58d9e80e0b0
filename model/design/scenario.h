// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/parameter_value.h"
#include "model/support/error.h"
#include "model/support/id.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll {

enum class TrafficShape { Constant, Ramp, Step, Spike, Diurnal, Weekly, Trace };
enum class Arrivals { Regular, Poisson, Bursty };
enum class Weekday { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday };

/// From `atSeconds` on the rate is this, until the next level.
struct RateLevel {
    double atSeconds = 0;
    double ratePerSecond = 0;
    std::string extraJson{};  ///< unknown members of the file
    friend bool operator==(const RateLevel&, const RateLevel&) = default;
};

/// A stretch of more traffic on top of a shape: a multiple of what flows there, or a rate of its own.
struct TrafficSpike {
    double startSeconds = 0;
    double seconds = 0;
    std::optional<double> factor;
    std::optional<double> peakPerSecond;
    double everySeconds = 0;  ///< again after this long; 0 = once
    std::string extraJson{};  ///< unknown members of the file
    friend bool operator==(const TrafficSpike&, const TrafficSpike&) = default;
};

/// A stretch without traffic.
struct TrafficPause {
    double startSeconds = 0;
    double seconds = 0;
    double everySeconds = 0;  ///< again after this long; 0 = once
    std::string extraJson{};  ///< unknown members of the file
    friend bool operator==(const TrafficPause&, const TrafficPause&) = default;
};

/// What a trace file says: rates that each hold for a stretch, in order of time; between two stretches the rate is 0.
struct TraceRates {
    struct Stretch {
        double from = 0, to = 0;  ///< seconds
        double ratePerSecond = 0;
    };
    std::vector<Stretch> stretches;
    std::uint64_t digest = 0;  ///< of the file's content
};

/// The trace a profile names, once it has been read. Not part of the design: neither saved nor compared.
struct LoadedTrace {
    std::shared_ptr<const TraceRates> rates;
    std::optional<Error> problem{};  ///< why there are none
    friend bool operator==(const LoadedTrace&, const LoadedTrace&) { return true; }
};

/// What one source offers over a scenario. Rates are per second; time 0 is midnight of `firstDay`.
struct TrafficProfile {
    TrafficShape shape = TrafficShape::Constant;
    Arrivals arrivals = Arrivals::Poisson;
    double ratePerSecond = 0;
    double endPerSecond = 0;                ///< Ramp: rate at the end
    double peakPerSecond = 0;               ///< Spike, Diurnal, Weekly
    double peakStartSeconds = 0;            ///< Spike
    double peakSeconds = 0;                 ///< Spike
    double peakHour = 12;                   ///< Diurnal, Weekly: hour of the day of the peak
    double load = 1;                        ///< multiple of all of the above and below
    std::optional<double> weekendFactor{};  ///< of Saturday and Sunday; without it 0.5 when Weekly, else 1
    Weekday firstDay = Weekday::Monday;
    std::vector<RateLevel> levels{};  ///< Step; before the first `ratePerSecond` holds
    std::vector<TrafficSpike> spikes{};
    std::vector<TrafficPause> pauses{};
    std::string file{};        ///< Trace: CSV, relative to the folder of the design
    LoadedTrace trace{};       ///< Trace: what the file held
    double burstFactor = 4;    ///< Bursty: the rate within a burst, as a multiple of the mean
    double burstShare = 0.1;   ///< Bursty: share of the time in bursts
    double burstSeconds = 10;  ///< Bursty: mean length of a burst
    std::string extraJson{};   ///< unknown members of the file
    friend bool operator==(const TrafficProfile&, const TrafficProfile&) = default;
};

/// Interactive or scheduled questions asked of a warehouse or query engine.
struct QueryLoad {
    Id id;
    ComponentId target;
    std::string label;
    std::int64_t users = 0;            ///< closed loop: this many users ...
    double thinkSeconds = 0;           ///< ... who think this long between answers
    double perHour = 0;                ///< or open loop at this rate
    double gigabytesScanned = 1;       ///< per query
    double cpuSecondsPerGigabyte = 2;  ///< work per GB scanned, on one slice (assumption, editable)
    std::string extraJson{};           ///< unknown members of the file
    friend bool operator==(const QueryLoad&, const QueryLoad&) = default;
};

enum class JobReads { New, Window, All };
enum class JobOverlap { Queue, Skip, Parallel };

/// A batch job: when it starts, what it reads, where the result goes.
struct JobLoad {
    Id id;
    ComponentId component;  ///< the cluster or warehouse that runs it
    std::string label;
    double everySeconds = 0;    ///< period; 0 = not periodic
    double firstAtSeconds = 0;  ///< first start
    Id afterJob;                ///< start when this job commits
    ComponentId input;          ///< store it reads; may be empty with `gigabytes`
    JobReads reads = JobReads::New;
    double windowSeconds = 0;  ///< JobReads::Window
    double gigabytes = 0;      ///< fixed input volume when there is no input store
    double outputFactor = 1;   ///< bytes written / bytes read
    ComponentId output;        ///< store written on commit; may be empty
    JobOverlap overlap = JobOverlap::Queue;
    std::string extraJson{};   ///< unknown members of the file
    std::int64_t retries = 0;  ///< how often a run that failed is tried again
    friend bool operator==(const JobLoad&, const JobLoad&) = default;
};

enum class FaultKind {
    Down,
    Slow,
    Errors,
    CapacityCut,
    ZoneLost,  ///< an Availability Zone: what sits in it alone is down, what spans several loses its share
    ConsumerPaused,   ///< a poller stops asking
    PoisonRecord,     ///< one record fails its consumer every time, until the fault ends
    Deployment,       ///< capacity away while it rolls, then every environment is a new one
    SpotInterruption  ///< nodes are taken back two minutes after the notice
};

/// A timed disturbance of one component.
struct Fault {
    Id id;
    ComponentId component;
    FaultKind kind = FaultKind::Down;
    double startSeconds = 0;
    double durationSeconds = 0;
    /// Slow: latency multiplier; Errors: share that fails; CapacityCut, Deployment, SpotInterruption: share left.
    double factor = 1;
    std::string extraJson{};  ///< unknown members of the file
    std::string zone{};  ///< ZoneLost: "a", "b" or "c"; without a component it strikes all that sit there
    friend bool operator==(const Fault&, const Fault&) = default;
};

/// SQS moves at most so many messages a second back from a dead-letter queue.
/// Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html
inline constexpr double kMostRedrivenPerSecond = 500;

/// What an operator does after a fault: the messages that then wait in a dead-letter queue go back to the queues they
/// came from.
struct Redrive {
    Id id;
    ComponentId component;  ///< the dead-letter queue
    double startSeconds = 0;
    double ratePerSecond = 0;  ///< messages a second; 0 = the queue's own rate
    std::string extraJson{};   ///< unknown members of the file
    friend bool operator==(const Redrive&, const Redrive&) = default;
};

/// What an operator or a schedule asks for while a component runs: one of its parameters is another from then on. How long
/// that takes is the parameter's own (ChangeSpec).
struct ParameterChange {
    Id id;
    ComponentId component;
    std::string parameter;
    ParameterValue value;
    double startSeconds = 0;  ///< of the request
    std::string extraJson{};  ///< unknown members of the file
    friend bool operator==(const ParameterChange&, const ParameterChange&) = default;
};

/// More in one scenario than these would be a schedule that no operator keeps; each makes the estimate start anew.
inline constexpr std::size_t kMostParameterChanges = 200;

/// A consumer of a stream goes back to older records and reads them again, beside what comes in.
struct Replay {
    Id id;
    ConnectionId connection;  ///< over which it reads
    double startSeconds = 0;  ///< when it goes back
    std::optional<double>
        fromSeconds;          ///< to what came at this time of the scenario; none: to the oldest kept
    std::string extraJson{};  ///< unknown members of the file
    friend bool operator==(const Replay&, const Replay&) = default;
};

/// A target on one figure of the run, e.g. delay-p99 of a component at most 1000 ms.
struct Objective {
    std::string
        metric;  ///< delay-p99, response-p99, freshness-max, throttled-share, failed-share, backlog-peak, ...
    ComponentId component;
    std::optional<double> atMostMillis;
    std::optional<double> atMost;  ///< for metrics that are not times
    std::string extraJson{};       ///< unknown members of the file
    friend bool operator==(const Objective&, const Objective&) = default;
};

/// What a run's figures are about: the stretch from start to end, or the long run without its start-up phase.
enum class Analysis { Terminating, Steady };

/// How a run begins: as after a long time at the opening rate (warm environments, full credits and buckets, capacity
/// scaled to it), or from nothing.
enum class Opening { Settled, Cold };

struct Scenario {
    ScenarioId id;
    std::string label;
    double durationSeconds = 3600;
    std::map<ComponentId, TrafficProfile> traffic;
    double load = 1;  ///< multiple of the traffic of every source
    std::vector<QueryLoad> queries;
    std::vector<JobLoad> jobs;
    std::vector<Fault> faults;
    std::vector<Redrive> redrives;
    std::vector<ParameterChange> changes;
    std::vector<Replay> replays;
    std::vector<Objective> objectives;
    std::optional<double> monthlyBudgetUsd;
    Analysis analysis = Analysis::Terminating;
    Opening opening = Opening::Settled;
    std::string extraJson;  ///< members of the file this version does not know; "{}" or empty when none
    friend bool operator==(const Scenario&, const Scenario&) = default;
};

/// What the component sends in the scenario, the scenario's own load included; nothing when it has no entry.
inline TrafficProfile trafficOf(const Scenario& scenario, const ComponentId& component)
{
    const auto found = scenario.traffic.find(component);
    TrafficProfile profile = found == scenario.traffic.end() ? TrafficProfile{} : found->second;
    profile.load *= scenario.load;
    return profile;
}

/// One entry of the month mix; the entry without times and hours takes the rest of the month.
struct MonthEntry {
    ScenarioId scenario;
    std::optional<double> times;
    std::optional<double> hours;
    std::string extraJson{};  ///< unknown members of the file
    friend bool operator==(const MonthEntry&, const MonthEntry&) = default;
};

}  // namespace plimsoll
