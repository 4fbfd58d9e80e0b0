// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/counterfactuals.h"

#include "app/study/wording.h"
#include "model/design/connection_parameters.h"
#include "simulator/draws/random.h"
#include "simulator/metrics/statistics.h"
#include "simulator/run/replication/worker_threads.h"
#include "simulator/services/service_library.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <map>
#include <mutex>
#include <set>

namespace plimsoll {

namespace {

constexpr std::size_t kMostChangesPerFinding = 8;
constexpr std::size_t kMostChanges = 24;
constexpr std::size_t kMostFollowed = 8;  // after the first look
constexpr double kWorthFollowing = 0.03;  // gain in the first look
constexpr double kWorthNaming = 0.02;     // gain of the interval's mean
constexpr double kShortestWindow = 5;     // seconds
constexpr double kLongestLeadIn = 60;     // seconds
constexpr double kLeadInShare = 0.25;     // of what a run may send
constexpr std::string_view kMissed = "objective-missed";

bool isVisible(const ParameterSpec& parameter, const std::vector<ParameterSpec>& all,
               const ParameterMap& values)
{
    const VisibleWhen& when = parameter.visibleWhen;
    if (when.parameter.empty())
        return true;
    std::string value;
    if (const auto own = values.find(when.parameter); own != values.end()) {
        value = toString(own->second);
    } else {
        for (const ParameterSpec& each : all)
            if (each.id == when.parameter)
                value = toString(each.defaultValue);
    }
    return std::find(when.values.begin(), when.values.end(), value) != when.values.end();
}

/// The values a lever may take next, given where it stands.
std::vector<ParameterValue> movesOf(const ParameterSpec& spec, const ParameterValue& now,
                                    std::optional<double> recommended)
{
    std::vector<ParameterValue> moves;
    if (const bool* on = std::get_if<bool>(&now))
        return {ParameterValue{!*on}};
    if (spec.lever == Lever::Choices) {
        for (const ParameterChoice& choice : spec.choices)
            if (ParameterValue{choice.value} != now)
                moves.emplace_back(choice.value);
        return moves;
    }
    const double value = asNumber(now, std::nan(""));
    // Nothing is often "no such limit": more of it would be one.
    if (!std::isfinite(value) || (spec.lever == Lever::More && value <= 0))
        return moves;
    std::vector<double> wanted;
    if (spec.lever == Lever::More && value < 20)
        wanted = {value + 1, value + 2};
    else if (spec.lever == Lever::More)
        wanted = {value * 1.25, value * 2};
    else
        wanted = {value / 2, value / 5};
    if (spec.lever == Lever::More && recommended && *recommended > value)
        wanted.push_back(*recommended);
    std::sort(wanted.begin(), wanted.end());
    for (double next : wanted) {
        if (spec.type == ParameterType::Integer)
            next = spec.lever == Lever::More ? std::ceil(next - 1e-9) : std::floor(next);
        next = std::clamp(next, spec.minimum, spec.maximum);
        const ParameterValue move = spec.type == ParameterType::Integer
                                        ? ParameterValue{static_cast<std::int64_t>(next)}
                                        : ParameterValue{next};
        if (next != value && std::find(moves.begin(), moves.end(), move) == moves.end())
            moves.push_back(move);
    }
    return moves;
}

std::string lowered(std::string text)
{
    // "WCU" stays, "Batch size" does not.
    if (text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && !(text[1] >= 'A' && text[1] <= 'Z'))
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

/// "+2 shards", "batch size 100 -> 200 records", "reader shared -> enhanced", "RDS Proxy on"
std::string wordingOf(const ParameterSpec& spec, const ParameterValue& from, const ParameterValue& to,
                      const std::string& where)
{
    const double difference = asNumber(to, std::nan("")) - asNumber(from, std::nan(""));
    std::string text;
    if (spec.type == ParameterType::Boolean) {
        text = lowered(spec.name) + (to == ParameterValue{true} ? " on" : " off");
    } else if (spec.lever == Lever::More && !spec.unit.empty() && std::fabs(difference) < 20) {
        std::string unit = spec.unit;
        if (difference == 1 && unit.ends_with('s'))
            unit.pop_back();
        text = fmt::format("+{} {}", plainNumber(difference), unit);
    } else {
        text = fmt::format("{} {} -> {}", lowered(spec.name), toString(from), toString(to));
        if (!spec.unit.empty())
            text += " " + spec.unit;
    }
    return where.empty() ? text : text + " at " + where;
}

std::string labelOf(const Design& design, const ComponentId& id)
{
    const Component* component = findComponent(design, id);
    return component && !component->label.empty() ? component->label : id;
}

const ServiceSpec* specOf(const Design& design, const ServiceLibrary& library, const ComponentId& id)
{
    const Component* component = findComponent(design, id);
    return component ? library.catalog().find(component->service) : nullptr;
}

void addChanges(std::vector<Change>& changes, const std::vector<ParameterSpec>& specs,
                const ParameterMap& values, const ComponentId& component, const ConnectionId& connection,
                const std::string& where, const RunReport& report)
{
    for (const ParameterSpec& spec : specs) {
        if (spec.lever == Lever::None || !isVisible(spec, specs, values))
            continue;
        const auto own = values.find(spec.id);
        const ParameterValue now = own == values.end() ? spec.defaultValue : own->second;
        std::optional<double> recommended;
        if (const ComponentReport* measured = findComponent(report, component);
            measured && connection.empty())
            for (const Sizing& sizing : measured->sizing)
                if (sizing.parameter == spec.id)
                    recommended = sizing.recommended;
        for (ParameterValue& next : movesOf(spec, now, recommended)) {
            std::string text = wordingOf(spec, now, next, where);
            changes.push_back({component, connection, spec.id, now, std::move(next), std::move(text)});
        }
    }
}

/// Where most of the time of the journey at p99 went, most first; the sources' own waits are no lever of theirs.
std::vector<ComponentId> slowestParts(const Finding& finding, const RunReport& report)
{
    std::map<ComponentId, std::int64_t> time;
    for (const RequestTrace& trace : report.traces)
        if (trace.component == finding.component && trace.quantile == "p99")
            for (const TraceSegment& segment : trace.segments)
                time[segment.component] += segment.toNanos - segment.fromNanos;
    std::vector<std::pair<ComponentId, std::int64_t>> all(time.begin(), time.end());
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<ComponentId> slowest;
    for (const auto& [id, nanos] : all)
        if (slowest.size() < 2)
            slowest.push_back(id);
    return slowest;
}

}  // namespace

std::vector<Change> changesFor(const Finding& finding, const Design& design, const ServiceLibrary& library,
                               const RunReport& report)
{
    std::vector<ComponentId> places{finding.component};
    if (finding.id == kMissed)
        for (const ComponentId& id : slowestParts(finding, report))
            if (id != finding.component)
                places.push_back(id);
    std::vector<Change> changes;
    std::set<ConnectionId> seen;
    for (const ComponentId& place : places) {
        const Component* component = findComponent(design, place);
        const ServiceSpec* spec = specOf(design, library, place);
        if (!component || !spec)
            continue;
        const auto nameAt = [&](const ComponentId& id) {
            return id == finding.component ? std::string{} : labelOf(design, id);
        };
        addChanges(changes, spec->parameters, component->parameters, place, {}, nameAt(place), report);
        for (const Connection& connection : design.connections) {
            if ((connection.from != place && connection.to != place) || !seen.insert(connection.id).second)
                continue;
            const ServiceSpec* from = specOf(design, library, connection.from);
            const ServiceSpec* to = specOf(design, library, connection.to);
            if (!from || !to)
                continue;
            const std::vector<ParameterSpec> specs =
                connectionParameters(kindOf(connection, *from, *to), *from, *to);
            addChanges(changes, specs, connection.parameters, connection.to, connection.id,
                       labelOf(design, connection.to), report);
            // What a slow reader cannot get through, more lanes of its store may.
            const Component* feeder = findComponent(design, connection.from);
            if (connection.to == place && from->stores && feeder)
                addChanges(changes, from->parameters, feeder->parameters, feeder->id, {}, nameAt(feeder->id),
                           report);
        }
    }
    if (changes.size() > kMostChangesPerFinding)
        changes.resize(kMostChangesPerFinding);
    return changes;
}

namespace {

/// What waits and what is refused at all components together, by bin of the report's series; and what the sources send.
struct Course {
    double binSeconds = 1;
    std::vector<double> refused, waiting, sent;  ///< records a second; records; records a second
};

Course courseOf(const RunReport& report, const Design& design, const ServiceLibrary& library,
                double scenarioSeconds)
{
    Course course;
    const auto add = [&](std::vector<double>& sum, const TimeSeries& series) {
        course.binSeconds = series.binSeconds;
        sum.resize(std::max(sum.size(), series.values.size()), 0);
        for (std::size_t bin = 0; bin < series.values.size(); ++bin)
            sum[bin] += series.values[bin];
    };
    for (const ComponentReport& component : report.components) {
        const ServiceSpec* spec = specOf(design, library, component.id);
        for (const TimeSeries& series : component.series) {
            if (series.name == "refused")
                add(course.refused, series);
            else if (series.name == "backlog")
                add(course.waiting, series);
            else if (series.name == "offered" && spec && spec->isSource)
                add(course.sent, series);
        }
    }
    // The last bin only holds what happened at the very end.
    const std::size_t bins =
        std::min({course.refused.size(), course.waiting.size(), course.sent.size(),
                  static_cast<std::size_t>(std::ceil(scenarioSeconds / course.binSeconds))});
    for (std::vector<double>* each : {&course.refused, &course.waiting, &course.sent})
        each->resize(bins);
    return course;
}

/// Where a course stands out, and since when it had been rising.
struct Peak {
    std::size_t quiet = 0, worst = 0;  ///< bins
};

constexpr double kStandsOut = 2;  // times the mean
constexpr double kQuiet = 0.1;    // of the way from the least to the most

std::optional<Peak> peakOf(const std::vector<double>& course)
{
    if (course.empty())
        return std::nullopt;
    const auto most = std::max_element(course.begin(), course.end());
    const double least = *std::min_element(course.begin(), course.end());
    double mean = 0;
    for (const double value : course)
        mean += value / static_cast<double>(course.size());
    if (!(*most > kStandsOut * mean))
        return std::nullopt;
    Peak peak;
    peak.worst = peak.quiet = static_cast<std::size_t>(most - course.begin());
    while (peak.quiet > 0 && course[peak.quiet] > least + kQuiet * (*most - least))
        --peak.quiet;
    return peak;
}

/// Refusals and waiting weigh alike, each by its own most.
std::vector<double> badness(const Course& course)
{
    std::vector<double> sum(course.sent.size(), 0);
    for (const std::vector<double>* part : {&course.refused, &course.waiting}) {
        const double most = part->empty() ? 0 : *std::max_element(part->begin(), part->end());
        for (std::size_t bin = 0; most > 0 && bin < sum.size(); ++bin)
            sum[bin] += (*part)[bin] / most;
    }
    return sum;
}

/// A window that begins a little before `peak.quiet` and holds as many source records as are affordable, or that ends
/// with the worst bin where the way from the one to the other is too long.
TrialWindow windowAround(const Peak& peak, const Course& course, double affordable, double scenarioSeconds)
{
    const std::size_t bins = course.sent.size();
    const auto cost = [&](std::size_t bin) { return course.sent[bin] * course.binSeconds; };
    std::size_t begin = peak.quiet;
    double spent = 0;
    // Queues and caches fill during the lead-in.
    for (; begin > 0 && spent + cost(begin - 1) <= kLeadInShare * affordable
           && static_cast<double>(peak.quiet - begin) * course.binSeconds < kLongestLeadIn;
         --begin)
        spent += cost(begin - 1);
    std::size_t from = peak.quiet, end = from;
    while (end < bins && spent + cost(end) <= affordable)
        spent += cost(end++);
    if (end <= peak.worst) {
        // The worst is worth more than how it came about.
        end = peak.worst + 1;
        from = end;
        spent = 0;
        while (from > 0 && (end == from || spent + cost(from - 1) <= (1 - kLeadInShare) * affordable))
            spent += cost(--from);
        for (begin = from; begin > 0 && spent + cost(begin - 1) <= affordable
                           && static_cast<double>(from - begin) * course.binSeconds < kLongestLeadIn;
             --begin)
            spent += cost(begin - 1);
    }
    const auto at = [&](std::size_t bin) { return static_cast<double>(bin) * course.binSeconds; };
    TrialWindow window;
    window.fromSeconds = at(from);
    window.leadInSeconds = at(from) - at(begin);
    window.seconds = std::min(std::max(at(end) - at(from), kShortestWindow), scenarioSeconds - at(from));
    return window;
}

/// Where nothing does, a line that is long now and then is so by chance, and in other runs at other times.
bool changesOverTime(const Scenario& scenario)
{
    return !scenario.faults.empty() || !scenario.redrives.empty() || !scenario.jobs.empty()
           || std::any_of(scenario.traffic.begin(), scenario.traffic.end(), [](const auto& entry) {
                  const TrafficProfile& profile = entry.second;
                  return profile.shape != TrafficShape::Constant || !profile.spikes.empty()
                         || !profile.pauses.empty() || profile.weekendFactor.value_or(1) != 1;
              });
}

std::string secondsFromTo(const TrialWindow& window)
{
    return fmt::format("{} to {} s of the scenario", plainNumber(window.fromSeconds),
                       plainNumber(window.fromSeconds + window.seconds));
}

/// Where the changes are tried, given how many source records one run may have: all of the scenario, or where the run
/// was at its worst, or where a fault or more traffic sets in, or else the beginning.
TrialWindow trialWindow(const RunReport& report, const Design& design, const ServiceLibrary& library,
                        const Scenario& scenario, double affordable)
{
    const double duration = scenario.durationSeconds;
    const Course course = courseOf(report, design, library, duration);
    double all = 0;
    for (const double rate : course.sent)
        all += rate * course.binSeconds;
    if (all <= affordable)
        return {0, duration, 0, "the whole scenario"};
    std::string why = "where most was refused or waited";
    const bool changes = changesOverTime(scenario);
    std::optional<Peak> peak = changes ? peakOf(badness(course)) : std::nullopt;
    if (!peak && !scenario.faults.empty()) {
        const auto first =
            std::min_element(scenario.faults.begin(), scenario.faults.end(),
                             [](const Fault& a, const Fault& b) { return a.startSeconds < b.startSeconds; });
        const auto bin = static_cast<std::size_t>(std::max(0.0, first->startSeconds) / course.binSeconds);
        if (bin < course.sent.size())
            peak = Peak{bin, bin};
        why = "where the first fault sets in";
    }
    if (!peak && changes) {
        peak = peakOf(course.sent);
        why = "where most is sent";
    }
    if (!peak) {
        const double window = std::max(kShortestWindow, std::floor(affordable / all * duration));
        return {0, std::min(duration, window), 0,
                fmt::format("the first {} s of the scenario", plainNumber(std::min(duration, window)))};
    }
    TrialWindow window = windowAround(*peak, course, affordable, duration);
    window.text = secondsFromTo(window) + ", " + why;
    if (window.leadInSeconds > 0)
        window.text += fmt::format(", after a lead-in of {} s", plainNumber(window.leadInSeconds));
    if (window.fromSeconds > static_cast<double>(peak->quiet) * course.binSeconds)
        window.text += "; what waited before that is not there";
    return window;
}

/// The figures of one run that a change may better; all are better lower.
using Figures = std::map<std::string, double>;

std::string refusedAt(const ComponentId& id, const Design& design)
{
    return "refused at " + labelOf(design, id);
}
std::string backlogAt(const ComponentId& id, const Design& design)
{
    return "backlog at the end at " + labelOf(design, id);
}

Figures figuresOf(const RunReport& report, const Design& design)
{
    Figures figures;
    for (const ComponentReport& component : report.components) {
        const Counts& counts = component.counts;
        if (counts.offered > 0)
            figures[refusedAt(component.id, design)] =
                static_cast<double>(counts.throttled + counts.rejected) / static_cast<double>(counts.offered);
        figures[backlogAt(component.id, design)] = component.backlogFinal;
    }
    for (const SinkReport& sink : report.sinks)
        if (sink.delay.p99)
            figures["p99 delay at " + labelOf(design, sink.component)] = *sink.delay.p99;
    for (const PathReport& path : report.paths)
        if (path.response.p99)
            figures["p99 response at " + labelOf(design, path.source)] = *path.response.p99;
    for (const ObjectiveReport& objective : report.objectives)
        if (objective.value)
            figures[objective.text] = *objective.value;
    return figures;
}

/// The figure a finding is about; empty: any p99 will do.
std::string ownFigure(const Finding& finding, const Design& design, const RunReport& report)
{
    if (finding.id == "refused" || finding.id == "hot-key")
        return refusedAt(finding.component, design);
    if (finding.id == "backlog-grows" || finding.id == "fell-behind")
        return backlogAt(finding.component, design);
    if (finding.id == kMissed)
        for (const ObjectiveReport& objective : report.objectives)
            if (objective.verdict == Verdict::Missed && objective.objective.component == finding.component
                && finding.text.starts_with(objective.text + ":"))
                return objective.text;
    return {};
}

/// A run among several: says nothing of its own progress, stops with the whole.
class SilentMonitor final : public RunMonitor {
public:
    explicit SilentMonitor(const RunMonitor& whole) : m_whole{whole} {}
    bool isCancelled() const override { return m_whole.isCancelled(); }

private:
    const RunMonitor& m_whole;
};

struct Job {
    const Design* design = nullptr;
    int replication = 0;
    std::optional<Figures> figures;  ///< nothing: it could not run
};

struct Trials {
    const ServiceLibrary& library;
    const TrialOptions& options;
    RunWindow window;
    RunMonitor& monitor;
    double share = 0, done = 0;  ///< of the whole progress

    /// Every job has its own place, so which thread takes which does not matter.
    bool run(std::vector<Job>& jobs, double shareOfAll)
    {
        std::atomic<std::size_t> next{0};
        std::mutex guard;
        std::size_t finished = 0;
        std::atomic<bool> partial{false};
        const auto work = [&] {
            for (std::size_t at = next++; at < jobs.size(); at = next++) {
                RunOptions run;
                run.scenario = options.scenario;
                run.window = window;
                run.targetUtilisation = options.targetUtilisation;
                // The first pair plays what the user's own run began with.
                run.seed = jobs[at].replication == 0
                               ? options.seed
                               : mix64(options.seed + static_cast<std::uint64_t>(jobs[at].replication));
                SilentMonitor silent{monitor};
                if (const Result<RunReport> report = simulate(*jobs[at].design, library, run, silent)) {
                    if (report->provenance.partial)
                        partial = true;
                    jobs[at].figures = figuresOf(*report, *jobs[at].design);
                }
                const std::lock_guard lock{guard};
                ++finished;
                monitor.progressed(
                    done + shareOfAll * static_cast<double>(finished) / static_cast<double>(jobs.size()));
            }
        };
        const auto threads =
            std::min<std::size_t>(jobs.size(), static_cast<std::size_t>(std::clamp(options.threads, 1, 256)));
        runOnThreads(threads, work, [&] { next = jobs.size(); });
        done += shareOfAll;
        return !partial && !monitor.isCancelled();
    }
};

Design changed(const Design& design, const Change& change)
{
    Design other = design;
    if (change.connection.empty()) {
        for (Component& component : other.components)
            if (component.id == change.component)
                component.parameters[change.parameter] = change.to;
    } else {
        for (Connection& connection : other.connections)
            if (connection.id == change.connection)
                connection.parameters[change.parameter] = change.to;
    }
    return other;
}

std::optional<double> gain(const Figures& before, const Figures& after, const std::string& figure)
{
    const auto a = before.find(figure), b = after.find(figure);
    if (a == before.end() || b == after.end() || !(a->second > 0))
        return std::nullopt;
    return b->second / a->second - 1;
}

bool isP99(const std::string& figure)
{
    return figure.starts_with("p99 ");
}

struct Effect {
    std::string figure;
    double before = 0, after = 0, change = 0, halfWidth = 0;
};

/// The mean paired change of one figure, if it is a gain that chance does not explain.
std::optional<Effect> effectOn(const std::string& figure, const std::vector<const Figures*>& before,
                               const std::vector<const Figures*>& after)
{
    std::vector<double> changes;
    Effect effect{figure, 0, 0, 0, 0};
    const auto n = static_cast<double>(before.size());
    for (std::size_t pair = 0; pair < before.size(); ++pair) {
        const auto one = gain(*before[pair], *after[pair], figure);
        if (!one)
            return std::nullopt;
        changes.push_back(*one);
        effect.change += *one / n;
        effect.before += before[pair]->at(figure) / n;
        effect.after += after[pair]->at(figure) / n;
    }
    effect.halfWidth = halfWidth95(changes).value_or(0);
    if (effect.change > -kWorthNaming || effect.change + effect.halfWidth >= 0)
        return std::nullopt;
    return effect;
}

/// "Response p99 at Web at most 200 ms" is missed: what moved is "response p99 at Web", its bound stands in the finding.
std::string measureName(const std::string& figure)
{
    return lowered(figure.substr(0, figure.rfind(" at most ")));
}

std::string percentChange(const Effect& effect)
{
    return fmt::format("{} {}% +- {}%", measureName(effect.figure),
                       plainNumber(std::round(effect.change * 100)),
                       plainNumber(std::ceil(effect.halfWidth * 1000) / 10));
}

/// Whether `a` is to be named before `b`: what costs nothing by its gain, then gain per dollar, then what has no price.
bool goesBefore(const Counterfactual& a, const Counterfactual& b)
{
    const auto rank = [](const Counterfactual& each) {
        if (!each.usdPerMonth)
            return std::pair{2, -each.change};
        if (*each.usdPerMonth <= 0)
            return std::pair{0, -each.change};
        return std::pair{1, -each.change / *each.usdPerMonth};
    };
    const auto ra = rank(a), rb = rank(b);
    return ra.first != rb.first ? ra.first < rb.first : ra.second > rb.second;
}

}  // namespace

Status tryChanges(const Design& design, const ServiceLibrary& library, const TrialOptions& options,
                  RunReport& report, RunMonitor& monitor)
{
    const Result<SizedDesign> sized =
        resolveAuto(design, library, options.scenario, options.targetUtilisation);
    if (!sized)
        return sized.error();
    const Design& base = sized->design;
    // Equal changes for different findings are tried once.
    std::vector<Change> changes;
    std::map<std::string, std::size_t> numbers;
    std::vector<std::vector<std::size_t>> perFinding(report.findings.size());
    for (std::size_t at = 0; at < report.findings.size(); ++at) {
        const Finding& finding = report.findings[at];
        if (finding.level == FindingLevel::Note || finding.component.empty())
            continue;
        for (Change& change : changesFor(finding, base, library, report)) {
            const std::string key = fmt::format("{}|{}|{}|{}", change.component, change.connection,
                                                change.parameter, toString(change.to));
            const auto known = numbers.find(key);
            if (known == numbers.end() && changes.size() >= kMostChanges)
                continue;
            const std::size_t number = known == numbers.end() ? changes.size() : known->second;
            if (known == numbers.end()) {
                numbers.emplace(key, number);
                changes.push_back(std::move(change));
            }
            perFinding[at].push_back(number);
        }
    }
    if (changes.empty())
        return Done{};

    const int pairs = std::max(3, options.replications);
    const double runs = static_cast<double>(1 + changes.size())
                        + static_cast<double>(1 + std::min(changes.size(), kMostFollowed)) * pairs;
    const TrialWindow window =
        trialWindow(report, base, library, *findScenario(base, options.scenario), options.messages / runs);
    Trials trials{library, options, {window.fromSeconds, window.seconds, window.leadInSeconds}, monitor};

    // A first look at every change, on one replication that no interval uses.
    std::vector<Design> designs;
    for (const Change& change : changes)
        designs.push_back(changed(base, change));
    std::vector<Job> look{{&base, 0, {}}};
    for (const Design& other : designs)
        look.push_back({&other, 0, {}});
    if (!trials.run(look, static_cast<double>(look.size()) / runs) || !look.front().figures)
        return Done{};
    report.trials = window;
    std::vector<std::pair<double, std::size_t>> promising;  // gain, number
    for (std::size_t number = 0; number < changes.size(); ++number) {
        if (!look[number + 1].figures)
            continue;
        double best = 0;
        for (std::size_t at = 0; at < report.findings.size(); ++at) {
            const std::vector<std::size_t>& mine = perFinding[at];
            if (std::find(mine.begin(), mine.end(), number) == mine.end())
                continue;
            const std::string own = ownFigure(report.findings[at], base, report);
            for (const auto& [figure, value] : *look.front().figures)
                if (figure == own || isP99(figure))
                    best = std::min(
                        best, gain(*look.front().figures, *look[number + 1].figures, figure).value_or(0));
        }
        if (best < -kWorthFollowing)
            promising.emplace_back(best, number);
    }
    std::sort(promising.begin(), promising.end());
    if (promising.size() > kMostFollowed)
        promising.resize(kMostFollowed);
    if (promising.empty())
        return Done{};

    std::vector<Job> jobs;
    for (int pair = 1; pair <= pairs; ++pair) {
        jobs.push_back({&base, pair, {}});
        for (const auto& [best, number] : promising)
            jobs.push_back({&designs[number], pair, {}});
    }
    if (!trials.run(jobs, 1 - trials.done))
        return Done{};

    PriceChoice price = options.price;
    price.wholeMonthIsTheScenario = true;
    const Result<Bill> today = estimateBill(base, library, options.scenario, price);
    const std::size_t row = promising.size() + 1;
    for (std::size_t at = 0; at < report.findings.size(); ++at) {
        Finding& finding = report.findings[at];
        const std::string own = ownFigure(finding, base, report);
        std::vector<Counterfactual> found;
        for (std::size_t column = 0; column < promising.size(); ++column) {
            const std::size_t number = promising[column].second;
            if (std::find(perFinding[at].begin(), perFinding[at].end(), number) == perFinding[at].end())
                continue;
            std::vector<const Figures*> before, after;
            for (std::size_t pair = 0; pair < static_cast<std::size_t>(pairs); ++pair) {
                const Job& a = jobs[pair * row];
                const Job& b = jobs[pair * row + 1 + column];
                if (a.figures && b.figures) {
                    before.push_back(&*a.figures);
                    after.push_back(&*b.figures);
                }
            }
            if (before.size() < 3)
                continue;
            const std::optional<Effect> direct = own.empty() ? std::nullopt : effectOn(own, before, after);
            std::optional<Effect> tail;
            for (const auto& [figure, value] : *before.front())
                if (isP99(figure))
                    if (const auto effect = effectOn(figure, before, after);
                        effect && (!tail || effect->change < tail->change))
                        tail = effect;
            // A change that does not touch what the finding is about is not its answer.
            if (!own.empty() && !direct)
                continue;
            const std::optional<Effect>& main = direct ? direct : tail;
            if (!main)
                continue;
            const Change& change = changes[number];
            Counterfactual one;
            one.component = change.component;
            one.connection = change.connection;
            one.parameter = change.parameter;
            one.from = toString(change.from);
            one.to = toString(change.to);
            one.measure = measureName(main->figure);
            one.before = main->before;
            one.after = main->after;
            one.change = main->change;
            one.halfWidth = main->halfWidth;
            one.text = change.text + ": " + percentChange(*main);
            if (direct && tail && tail->figure != direct->figure && finding.id != kMissed)
                one.text += ", " + percentChange(*tail);
            if (today)
                if (const Result<Bill> then =
                        estimateBill(designs[number], library, options.scenario, price)) {
                    const Money more = then->total - today->total;
                    one.usdPerMonth = more.dollars();
                    one.text += more == Money{}
                                    ? ", at no cost"
                                    : fmt::format(", {}{}/month", more > Money{} ? "+" : "-",
                                                  roundDollars(more > Money{} ? more : Money{} - more));
                }
            found.push_back(std::move(one));
        }
        std::stable_sort(found.begin(), found.end(), goesBefore);
        if (found.size() > options.kept)
            found.resize(options.kept);
        finding.counterfactuals = std::move(found);
    }
    monitor.progressed(1);
    return Done{};
}

}  // namespace plimsoll
