// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/sweep.h"

#include "app/study/sweep_checkpoint.h"
#include "simulator/graph/design_hash.h"
#include "simulator/services/service_library.h"
#include "simulator/version.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <cmath>
#include <deque>
#include <exception>
#include <iterator>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <tuple>

namespace plimsoll {

namespace {

constexpr std::string_view kFigures[] = {
    "offered",       "accepted",       "throttled",    "rejected",      "failed",          "retried",
    "lost",          "abandoned",      "completed",    "in-flight",     "throttled-share", "failed-share",
    "refused-share", "backlog-mean",   "backlog-peak", "backlog-final", "age-peak",        "latency-mean",
    "latency-p50",   "latency-p90",    "latency-p95",  "latency-p99",   "succeeded",       "gave-up",
    "response-mean", "response-p50",   "response-p90", "response-p95",  "response-p99",    "delivered",
    "undelivered",   "freshness-mean", "delay-mean",   "delay-p50",     "delay-p90",       "delay-p95",
    "delay-p99"};

// A rank says that it lives every second; one that has been silent for this long is taken for lost. Clocks decide who
// does a point, never what comes out of it.
constexpr std::chrono::seconds kSignOfLife{1};
constexpr std::chrono::seconds kLongestSilence{60};
constexpr std::chrono::milliseconds kPause{2};

std::optional<double> numberFrom(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::vector<std::string_view> split(std::string_view text, char by)
{
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at != std::string_view::npos;) {
        const std::size_t next = text.find(by, at);
        parts.push_back(text.substr(at, next == std::string_view::npos ? next : next - at));
        at = next == std::string_view::npos ? next : next + 1;
    }
    return parts;
}

}  // namespace

Result<SweepAxis> parseSweepAxis(std::string_view text)
{
    const std::string place = "--vary " + std::string{text};
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0 || equals + 1 == text.size())
        return Error{place, "is not component.parameter=values",
                     "write for example orders.shards=1:10:1 or orders.mode=provisioned,on-demand"};
    SweepAxis axis{std::string{text.substr(0, equals)}, {}};
    const std::string_view values = text.substr(equals + 1);
    const std::vector<std::string_view> ends = split(values, ':');
    if (ends.size() == 3 && numberFrom(ends[0])) {
        const std::optional<double> from = numberFrom(ends[0]), to = numberFrom(ends[1]),
                                    step = numberFrom(ends[2]);
        if (!to || !step || !(*step > 0) || *to < *from)
            return Error{place, "is no range", "write from:to:step with a step above 0, such as 1:10:1"};
        // The end belongs to the range although sums of steps may miss it by a rounding.
        const double steps = std::floor((*to - *from) / *step + 1e-9);
        if (!(steps < static_cast<double>(kMostSweptPoints)))
            return Error{place, "has too many values", fmt::format("{} points at most", kMostSweptPoints)};
        for (int at = 0; at <= static_cast<int>(steps); ++at)
            axis.values.push_back(plainNumber(*from + at * *step, 12));
        return axis;
    }
    for (const std::string_view value : split(values, ',')) {
        if (value.empty())
            return Error{place, "has an empty value", "write values with commas between them"};
        axis.values.emplace_back(value);
    }
    return axis;
}

std::string_view toString(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Met:
        return "met";
    case Certainty::Missed:
        return "missed";
    case Certainty::Unsure:
        return "unsure";
    case Certainty::NoData:
        return "no data";
    }
    return "";
}

namespace {

double targetOf(const Objective& objective)
{
    return objective.atMostMillis ? *objective.atMostMillis : objective.atMost.value_or(0);
}

}  // namespace

Certainty certaintyOf(const ObjectiveReport& objective, double widening)
{
    if (!objective.value)
        return Certainty::NoData;
    const double target = targetOf(objective.objective);
    const double halfWidth = objective.halfWidth.value_or(0) * widening;
    if (*objective.value + halfWidth <= target)
        return Certainty::Met;
    return *objective.value - halfWidth > target ? Certainty::Missed : Certainty::Unsure;
}

std::vector<std::string> Sweep::valuesOf(std::size_t point) const
{
    std::vector<std::string> values(axes.size());
    for (std::size_t axis = axes.size(); axis-- > 0;) {
        values[axis] = axes[axis].values[point % axes[axis].values.size()];
        point /= axes[axis].values.size();
    }
    return values;
}

std::vector<bool> paretoFront(const std::vector<std::optional<SweptPoint>>& points)
{
    const auto weighed = [](const std::optional<SweptPoint>& point) {
        return point && point->problem.empty() && point->cost.value && point->metric.value;
    };
    std::vector<bool> front(points.size(), false);
    std::vector<std::size_t> order;
    for (std::size_t at = 0; at < points.size(); ++at)
        if (weighed(points[at]))
            order.push_back(at);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto key = [&](std::size_t at) {
            return std::tuple{*points[at]->cost.value, *points[at]->metric.value, at};
        };
        return key(a) < key(b);
    });
    // Cheapest first: a point is on the front when it betters all that cost less. Equals stand side by side.
    std::optional<std::pair<double, double>> best;
    for (const std::size_t at : order) {
        const std::pair here{*points[at]->cost.value, *points[at]->metric.value};
        front[at] = !best || here.second < best->second || here == *best;
        if (!best || here.second < best->second)
            best = here;
    }
    return front;
}

namespace {

/// Stops with the whole sweep; what one run does is nobody's progress.
class PointMonitor final : public RunMonitor {
public:
    PointMonitor(const RunMonitor& whole, const std::atomic<bool>& stop) : m_whole{whole}, m_stop{stop} {}
    bool isCancelled() const override { return m_stop.load() || m_whole.isCancelled(); }

private:
    const RunMonitor& m_whole;
    const std::atomic<bool>& m_stop;
};

SweptFigure figureOf(const RunReport& report, const std::string& figure, const std::string& where)
{
    SweptFigure swept{where.empty() ? figure : figure + " at " + where, {}, {}};
    const FigureOfRuns* found = findFigure(report, figure, where);
    if (!found || found->values.empty())
        return swept;
    if (found->values.size() == 1) {
        swept.value = found->values.front();
    } else if (const std::optional<Estimate> over = estimateOf(*found)) {
        swept.value = over->mean;
        swept.halfWidth = over->halfWidth;
    }
    return swept;
}

/// "delay-p99@archive" taken apart.
std::pair<std::string, std::string> metricParts(const std::string& metric)
{
    const std::size_t at = metric.find('@');
    return {metric.substr(0, at), at == std::string::npos ? "" : metric.substr(at + 1)};
}

SweptFigure metricOf(const SweptPoint& point, const RunReport& report, const std::string& metric)
{
    if (metric.empty() && !point.objectives.empty())
        return point.objectives.front().figure;
    if (metric.empty())
        return point.tails.empty() ? point.refused : point.tails.front();
    const auto [figure, where] = metricParts(metric);
    for (const SweptFigure& tail : point.tails)
        if (tail.name == figure + " at " + where)
            return tail;
    return figureOf(report, figure, where);
}

Status checkMetric(const Design& design, const std::string& metric)
{
    if (metric.empty())
        return Done{};
    const auto [figure, where] = metricParts(metric);
    if (std::find(std::begin(kFigures), std::end(kFigures), figure) == std::end(kFigures))
        return Error{"--metric " + metric, fmt::format("there is no figure \"{}\"", figure),
                     "use for example delay-p99@SINK, response-p99@CONNECTION or refused-share"};
    const bool ofTheRun = figure == "refused-share";
    if (ofTheRun != where.empty()
        || (!where.empty() && !findComponent(design, where) && !findConnection(design, where)))
        return Error{"--metric " + metric,
                     ofTheRun ? "is of the whole run" : "does not say where in the design",
                     ofTheRun ? "write refused-share alone"
                              : fmt::format("write {}@ID with the id of a component or connection", figure)};
    return Done{};
}

}  // namespace

SweptPoint runPoint(const Design& design, const ServiceLibrary& library, const SweepOptions& options,
                    int threads, RunMonitor& monitor)
{
    SweptPoint point;
    RunOptions run;
    run.scenario = options.scenario;
    run.seed = options.seed;
    run.replications = options.replications;
    run.threads = threads;
    run.monthlyCost = costOf(design, library, options.price);
    const Result<RunReport> report = simulate(design, library, run, monitor);
    if (!report) {
        point.problem = report.error().toString();
        return point;
    }
    for (const Audit& audit : report->audits)
        if (!audit.passed) {
            point.problem = "the run contradicts itself: " + audit.name;
            return point;
        }
    for (const ObjectiveReport& objective : report->objectives)
        point.objectives.push_back({{objective.objective.metric + " at " + objective.objective.component,
                                     objective.value, objective.halfWidth},
                                    targetOf(objective.objective),
                                    certaintyOf(objective)});
    for (const SinkReport& sink : report->sinks)
        point.tails.push_back({"delay-p99 at " + sink.component, sink.delay.p99, sink.delay.p99HalfWidth});
    for (const PathReport& path : report->paths)
        point.tails.push_back({"response-p99 at " + path.id, path.response.p99, path.response.p99HalfWidth});
    point.refused = figureOf(*report, "refused-share", "");
    point.cost = figureOf(*report, "cost", "");
    point.metric = metricOf(point, *report, options.metric);
    for (const ComponentReport& component : report->components) {
        for (const LimitUse& limit : component.limits) {
            if (!std::isfinite(limit.utilisation) || !(limit.capacity > 0))
                continue;
            // More than all was asked of it: none is left.
            const double left = std::max(0.0, 1 - limit.utilisation);
            if (point.headroom && left >= *point.headroom)
                continue;
            point.headroom = left;
            point.closest = component.id + ": " + limit.limit;
        }
    }
    return point;
}

namespace {

std::string priceText(const PriceChoice& price)
{
    const std::string book = price.ownBook ? price.ownBook->id + " own" : price.book;
    return fmt::format("{} hours {} tier {} storage {} {} term {}", book, price.bill.monthHours,
                       static_cast<int>(price.bill.freeTier), static_cast<int>(price.bill.storage.kind),
                       price.bill.storage.month, word(price.bill.term));
}

std::string axesText(const std::vector<SweepAxis>& axes)
{
    std::string text;
    for (const SweepAxis& axis : axes) {
        text += (text.empty() ? "" : " ") + axis.input + "=";
        for (std::size_t at = 0; at < axis.values.size(); ++at)
            text += (at == 0 ? "" : ",") + axis.values[at];
    }
    return text;
}

/// What is left to do and what came of the rest. Shared by all threads of rank 0.
class Board {
public:
    Board(Sweep& sweep, SweepCheckpoint* checkpoint, const SweepOptions& options, RunMonitor& monitor)
        : m_sweep{sweep}, m_checkpoint{checkpoint}, m_options{options}, m_monitor{monitor}
    {
        for (std::size_t at = 0; at < sweep.points.size(); ++at)
            if (!sweep.points[at])
                m_todo.push_back(at);
        m_open = m_todo.size();
    }

    std::optional<std::size_t> take()
    {
        const std::lock_guard lock{m_guard};
        if (m_todo.empty() || m_trouble)
            return std::nullopt;
        const std::size_t next = m_todo.front();
        m_todo.pop_front();
        return next;
    }
    void giveBack(std::size_t point)
    {
        const std::lock_guard lock{m_guard};
        m_todo.push_front(point);
    }
    void put(std::size_t at, SweptPoint point)
    {
        const std::lock_guard lock{m_guard};
        // A rank that was taken for lost may answer after all: the same point twice is the same.
        if (m_sweep.points[at])
            return;
        if (m_checkpoint)
            if (const Status added = m_checkpoint->add(at, point); !added)
                m_trouble = added.error();
        m_sweep.points[at] = std::move(point);
        if (m_options.pointDone)
            m_options.pointDone(at, *m_sweep.points[at]);
        --m_open;
        m_monitor.progressed(1 - static_cast<double>(m_open) / static_cast<double>(m_sweep.points.size()));
    }
    bool isFinished() const
    {
        const std::lock_guard lock{m_guard};
        return m_open == 0 || m_trouble;
    }
    std::optional<Error> trouble() const { return m_trouble; }

private:
    Sweep& m_sweep;
    SweepCheckpoint* m_checkpoint;
    const SweepOptions& m_options;
    RunMonitor& m_monitor;
    mutable std::mutex m_guard;
    std::deque<std::size_t> m_todo;
    std::size_t m_open = 0;
    std::optional<Error> m_trouble;
};

using RunAt = std::function<SweptPoint(std::size_t point, int threads, RunMonitor& monitor)>;

/// Works on the board until it is empty or all stops.
void work(Board& board, const RunAt& runAt, int threads, RunMonitor& whole, const std::atomic<bool>& stop)
{
    PointMonitor monitor{whole, stop};
    while (!board.isFinished() && !monitor.isCancelled()) {
        const std::optional<std::size_t> at = board.take();
        if (!at) {
            // What another took may come back when its rank is lost.
            std::this_thread::sleep_for(kPause);
            continue;
        }
        SweptPoint point = runAt(*at, threads, monitor);
        // A run that was stopped on its way says nothing.
        if (!monitor.isCancelled())
            board.put(*at, std::move(point));
    }
}

/// Hands points to the other ranks, from the thread that may talk to them, until nothing is left.
class Dispatcher {
public:
    Dispatcher(Ranks& ranks, Board& board, std::vector<std::string>& warnings)
        : m_ranks{ranks},
          m_board{board},
          m_warnings{warnings},
          m_others(static_cast<std::size_t>(ranks.size()))
    {
        for (Other& other : m_others)
            other.heard = std::chrono::steady_clock::now();
    }
    ~Dispatcher()
    {
        for (int rank = 1; rank < m_ranks.size(); ++rank)
            if (!at(rank).lost && !m_ranks.isEnding())
                m_ranks.send(rank, "stop");
    }
    Dispatcher(const Dispatcher&) = delete;
    Dispatcher& operator=(const Dispatcher&) = delete;

    void step()
    {
        while (const std::optional<Ranks::Letter> letter = m_ranks.receive())
            read(*letter);
        for (int rank = 1; rank < m_ranks.size(); ++rank) {
            Other& other = at(rank);
            if (other.lost)
                continue;
            const bool silent = std::chrono::steady_clock::now() - other.heard > kLongestSilence;
            if (silent || m_ranks.isGone(rank)) {
                lose(rank);
            } else if (other.ready && !other.point) {
                other.point = m_board.take();
                if (other.point)
                    m_ranks.send(rank, std::to_string(*other.point));
            }
        }
    }
    void checkLosses()
    {
        for (int rank = 1; rank < m_ranks.size(); ++rank)
            if (!at(rank).lost && m_ranks.isGone(rank))
                lose(rank);
    }

private:
    struct Other {
        bool ready = false;
        bool lost = false;
        std::optional<std::size_t> point;
        std::chrono::steady_clock::time_point heard;
    };
    Other& at(int rank) { return m_others[static_cast<std::size_t>(rank)]; }

    void read(const Ranks::Letter& letter)
    {
        if (letter.from <= 0 || letter.from >= m_ranks.size())
            return;
        Other& other = at(letter.from);
        other.heard = std::chrono::steady_clock::now();
        other.ready = true;
        if (letter.text.empty())
            return;  // a sign of life
        if (auto answer = pointOf(letter.text)) {
            m_board.put(answer->first, std::move(answer->second));
            other.point.reset();
        }
    }
    void lose(int rank)
    {
        Other& other = at(rank);
        other.lost = true;
        if (other.point)
            m_board.giveBack(*other.point);
        other.point.reset();
        m_warnings.push_back(
            fmt::format("rank {} was lost; rerun with the same --checkpoint to go on", rank));
    }

    Ranks& m_ranks;
    Board& m_board;
    std::vector<std::string>& m_warnings;
    std::vector<Other> m_others;
};

/// Another rank than 0: one point after the other, as told.
void serve(Ranks& ranks, const RunAt& runAt, int threads, std::size_t points, RunMonitor& whole)
{
    std::atomic<bool> stop{false};
    PointMonitor monitor{whole, stop};
    ranks.send(0, "");
    auto spoken = std::chrono::steady_clock::now();
    std::optional<std::thread> runner;
    std::atomic<bool> done{false};
    std::string answer;
    while (!stop) {
        while (const std::optional<Ranks::Letter> letter = ranks.receive()) {
            const std::optional<double> number = numberFrom(letter->text);
            if (!number || !(*number >= 0 && *number < static_cast<double>(points))) {
                stop = true;
            } else if (!runner) {
                done = false;
                // This thread keeps talking meanwhile.
                runner.emplace([&, at = static_cast<std::size_t>(*number)] {
                    answer = lineOf(at, runAt(at, threads, monitor));
                    done = true;
                });
            }
        }
        if (runner && done && !stop) {
            runner->join();
            runner.reset();
            ranks.send(0, answer);
            spoken = std::chrono::steady_clock::now();
        } else if (std::chrono::steady_clock::now() - spoken > kSignOfLife) {
            ranks.send(0, "");
            spoken = std::chrono::steady_clock::now();
        }
        std::this_thread::sleep_for(kPause);
    }
    if (runner)
        runner->join();
}

/// Every value alone must fit before anything runs.
Status checkAxes(const Design& design, const SweepOptions& options, std::size_t& points)
{
    if (options.axes.empty())
        return Error{"--vary", "nothing varies", "write for example --vary orders.shards=1:10:1"};
    std::set<std::string> seen;
    points = 1;
    for (const SweepAxis& axis : options.axes) {
        if (!seen.insert(axis.input).second)
            return Error{"--vary " + axis.input, "is varied twice", "put all its values into one --vary"};
        for (const std::string& value : axis.values) {
            Design changed = design;
            if (const Status set = options.setInput(changed, axis.input, value); !set)
                return Error{fmt::format("--vary {}={}", axis.input, value), set.error().what,
                             set.error().remedy};
        }
        points *= axis.values.size();
        if (points > kMostSweptPoints)
            return Error{"--vary", "makes too many points",
                         fmt::format("{} at most: vary less or in larger steps", kMostSweptPoints)};
    }
    return Done{};
}

}  // namespace

Result<Sweep> sweep(const Design& design, const ServiceLibrary& library, const SweepOptions& options,
                    RunMonitor& monitor)
{
    Ranks* ranks = options.ranks && options.ranks->size() > 1 ? options.ranks : nullptr;
    std::size_t points = 0;
    if (const Status sound = checkAxes(design, options, points); !sound)
        return sound.error();
    if (const Status sound = checkMetric(design, options.metric); !sound)
        return sound.error();
    const Scenario* scenario = findScenario(design, options.scenario);
    if (!scenario)
        return Error{"/scenarios", "the design has no such scenario", "add one with traffic for its sources"};

    Sweep result;
    result.designHash = hashOfDesign(design);
    result.scenario = scenario->id;
    result.version = kVersion;
    result.seed = options.seed;
    result.replications = options.replications;
    result.durationSeconds = scenario->durationSeconds;
    result.axes = options.axes;
    result.points.resize(points);
    const RunAt runAt = [&](std::size_t at, int threads, RunMonitor& own) {
        Design variant = design;
        const std::vector<std::string> values = result.valuesOf(at);
        for (std::size_t axis = 0; axis < result.axes.size(); ++axis)
            if (const Status set = options.setInput(variant, result.axes[axis].input, values[axis]); !set) {
                SweptPoint point;
                point.problem = set.error().toString();
                return point;
            }
        // No point may end the program, nor the others.
        try {
            return runPoint(variant, library, options, threads, own);
        } catch (const std::exception& error) {
            SweptPoint point;
            point.problem = std::string{"could not be worked out: "} + error.what();
            return point;
        }
    };
    if (ranks && ranks->rank() > 0) {
        serve(*ranks, runAt, options.threads, points, monitor);
        return result;
    }

    std::optional<SweepCheckpoint> checkpoint;
    if (!options.checkpointFile.empty()) {
        const SweepIdentity identity{{"design", result.designHash},
                                     {"version", result.version},
                                     {"scenario", result.scenario},
                                     {"seed", std::to_string(options.seed)},
                                     {"replications", std::to_string(options.replications)},
                                     {"vary", axesText(options.axes)},
                                     {"metric", options.metric},
                                     {"price", priceText(options.price)}};
        Result<SweepCheckpoint> opened = SweepCheckpoint::open(options.checkpointFile, identity, points);
        if (!opened) {
            for (int rank = 1; ranks && rank < ranks->size(); ++rank)
                ranks->send(rank, "stop");
            return opened.error();
        }
        checkpoint.emplace(std::move(*opened));
        for (const auto& [at, point] : checkpoint->done())
            result.points[at] = point;
        result.resumed = checkpoint->done().size();
    }

    Board board{result, checkpoint ? &*checkpoint : nullptr, options, monitor};
    const std::size_t open = points - result.resumed;
    const int lanes = static_cast<int>(
        std::clamp<std::size_t>(open, 1, static_cast<std::size_t>(std::max(1, options.threads))));
    // Few points: what threads they leave share the replications.
    const int each = std::max(1, options.threads / lanes);
    std::atomic<bool> stop{false};
    std::vector<std::thread> workers;
    for (int lane = ranks ? 0 : 1; lane < lanes; ++lane)
        workers.emplace_back([&] { work(board, runAt, each, monitor, stop); });
    if (ranks) {
        Dispatcher dispatcher{*ranks, board, result.warnings};
        while (!board.isFinished() && !monitor.isCancelled() && !ranks->isEnding()) {
            dispatcher.step();
            std::this_thread::sleep_for(kPause);
        }
        dispatcher.checkLosses();
        stop = !board.isFinished();
    } else {
        work(board, runAt, each, monitor, stop);
    }
    for (std::thread& worker : workers)
        worker.join();
    if (const std::optional<Error> trouble = board.trouble())
        return *trouble;

    for (const std::optional<SweptPoint>& point : result.points) {
        result.partial = result.partial || !point;
        if (point && point->problem.empty() && result.metric.empty())
            result.metric = point->metric.name;
    }
    result.front = paretoFront(result.points);
    return result;
}

}  // namespace plimsoll
