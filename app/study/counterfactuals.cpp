// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/counterfactuals.h"

#include "app/study/trial_window.h"
#include "app/study/wording.h"
#include "simulator/draws/random.h"
#include "simulator/metrics/facts.h"
#include "simulator/metrics/statistics.h"
#include "simulator/run/findings/binding.h"
#include "simulator/run/replication/worker_threads.h"
#include "simulator/services/service_library.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <functional>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

namespace plimsoll {

namespace {

constexpr std::size_t kMostChanges = 24;
constexpr std::size_t kMostFollowed = 8;  // after the first look
constexpr std::size_t kMostInFull = 4;    // changes played over the whole scenario
constexpr double kWorthFollowing = 0.03;  // gain in the first look
constexpr double kWorthNaming = 0.02;     // gain of the interval's mean
constexpr double kPassedOn = 0.9;  // of what a change relieves: as much turning up elsewhere is no gain
constexpr std::string_view kObjectiveMissed = "objective-missed";
constexpr std::string_view kUndone = "#work left undone";  // records, never named

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

std::string mostWaitingAt(const ComponentId& id, const Design& design)
{
    return "most waiting at " + labelOf(design, id);
}
/// Where the work waits that a component takes: the store before it, or itself.
ComponentId waitsFor(const ComponentId& id, const RunReport& report)
{
    for (const Binding& binding : bindings(report))
        if (binding.waits && binding.at->id == id)
            return binding.waits->id;
    return id;
}

/// Findings that are about a fact of their component, and what the fact is called.
struct FactFigure {
    std::string_view finding, fact, words;
    bool countsRecords = true;
};
constexpr FactFigure kFactFigures[] = {
    {"blocked-shard", "blocked-lane-seconds", "time that shards were blocked at ", false},
    {"dead-lettered", "dead-lettered", "messages given up at "},
    {"comes-back-too-soon", "deleted-too-late", "messages done with too late at "},
    {"errors-repeated", "errors-repeated", "errors given from memory at "},
    {"deliveries-lost", "deliveries-lost", "deliveries lost at "},
    {"given-up", "given-up", "records given up at "},
    {"stale-reads", "stale-reads", "stale reads at ", false},
    {"small-files", "longest-query-s", "longest query at ", false},
    {"small-table-files", "objects-delivered", "files written by ", false}};

/// The records that a figure is about, where it is about work not done.
std::string recordsOf(const std::string& figure)
{
    return "#" + figure;
}

Figures figuresOf(const RunReport& report, const Design& design)
{
    Figures figures;
    const RunTotals& totals = report.totals;
    // What a store keeps that nothing reads has come to where it was to come; dead letters have not.
    double kept = 0;
    for (const ComponentReport& component : report.components)
        kept += (isUnread(component) ? component.backlogFinal : 0) - factOf(component, "dead-lettered");
    figures[std::string{kUndone}] = std::max(
        0.0, static_cast<double>(totals.lost + totals.gaveUp + totals.inFlight) - std::max(0.0, kept));
    for (const ComponentReport& component : report.components) {
        const Counts& counts = component.counts;
        const std::string refused = refusedAt(component.id, design),
                          backlog = backlogAt(component.id, design);
        const auto turnedAway = static_cast<double>(counts.throttled + counts.rejected);
        if (counts.offered > 0)
            figures[refused] = turnedAway / static_cast<double>(counts.offered);
        figures[recordsOf(refused)] = turnedAway;
        figures[backlog] = figures[recordsOf(backlog)] = component.backlogFinal;
        if (component.backlogPeak > 0)
            figures[mostWaitingAt(component.id, design)] = component.backlogPeak;
        for (const FactFigure& each : kFactFigures) {
            const std::string name = std::string{each.words} + labelOf(design, component.id);
            figures[name] = factOf(component, each.fact);
            if (each.countsRecords)
                figures[recordsOf(name)] = figures[name];
        }
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
    if (finding.id == "refused" || finding.id == "hot-key" || finding.id == "starts-in-the-way")
        return refusedAt(finding.component, design);
    if (finding.id == "backlog-grows" || finding.id == "fell-behind")
        return backlogAt(finding.component, design);
    if (finding.id == "scaled-late")
        return mostWaitingAt(waitsFor(finding.component, report), design);
    for (const FactFigure& each : kFactFigures)
        if (finding.id == each.finding)
            return std::string{each.words} + labelOf(design, finding.component);
    if (finding.id == kObjectiveMissed)
        for (const ObjectiveReport& objective : report.objectives)
            if (objective.verdict == Verdict::Missed && objective.objective.component == finding.component
                && finding.text.english().starts_with(objective.text + ":"))
                return objective.text;
    return {};
}

/// A run among several: how far it has come is told to `progress`, and it stops with the whole.
class PartMonitor final : public RunMonitor {
public:
    PartMonitor(const RunMonitor& whole, std::function<void(double)> progress)
        : m_whole{whole}, m_progress{std::move(progress)}
    {}
    void progressed(double fraction) override { m_progress(fraction); }
    bool isCancelled() const override { return m_whole.isCancelled(); }

private:
    const RunMonitor& m_whole;
    std::function<void(double)> m_progress;
};

struct Job {
    const Design* design = nullptr;
    int replication = 0;
    std::optional<Figures> figures;  ///< nothing: it could not run
};

struct Trials {
    const ServiceLibrary& library;
    const TrialOptions& options;
    std::optional<RunWindow> window;
    RunMonitor& monitor;
    double done = 0;  ///< of the whole progress
    Engine engine = Engine::Event;
    std::optional<double> durationSeconds = {};

    /// Every job has its own place, so which thread takes which does not matter.
    bool run(std::vector<Job>& jobs, double shareOfAll)
    {
        std::atomic<std::size_t> next{0};
        std::mutex guard;
        std::vector<double> fractions(jobs.size(), 0.0);
        double sum = 0;
        const auto progressed = [&](std::size_t at, double fraction) {
            const std::lock_guard lock{guard};
            sum += fraction - std::exchange(fractions[at], fraction);
            monitor.progressed(done + shareOfAll * sum / static_cast<double>(jobs.size()));
        };
        std::atomic<bool> partial{false};
        const auto work = [&] {
            for (std::size_t at = next++; at < jobs.size(); at = next++) {
                RunOptions run;
                run.scenario = options.scenario;
                run.window = window;
                run.engine = engine;
                run.durationSeconds = durationSeconds;
                run.targetUtilisation = options.targetUtilisation;
                // The first pair plays what the user's own run began with.
                run.seed = jobs[at].replication == 0
                               ? options.seed
                               : mix64(options.seed + static_cast<std::uint64_t>(jobs[at].replication));
                PartMonitor part{monitor, [&](double fraction) { progressed(at, fraction); }};
                if (const Result<RunReport> report = simulate(*jobs[at].design, library, run, part)) {
                    if (report->provenance.partial)
                        partial = true;
                    jobs[at].figures = figuresOf(*report, *jobs[at].design);
                }
                progressed(at, 1);
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

/// Whether more work gets done, where the figure is about work that is not: what is no longer refused here and is refused,
/// lost or left waiting there has gained nobody anything.
bool getsMoreDone(const std::vector<const Figures*>& before, const std::vector<const Figures*>& after,
                  const std::string& figure)
{
    const auto sumOf = [](const std::vector<const Figures*>& runs, const std::string& name) {
        double sum = 0;
        for (const Figures* figures : runs)
            if (const auto found = figures->find(name); found != figures->end())
                sum += found->second;
        return sum;
    };
    const std::string records = recordsOf(figure), undone{kUndone};
    if (!before.front()->contains(records))
        return true;
    const double left = sumOf(before, undone);
    const double relieved = std::min(left, sumOf(before, records) - sumOf(after, records));
    return left - sumOf(after, undone) > (1 - kPassedOn) * relieved;
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
    if (effect.change > -kWorthNaming || effect.change + effect.halfWidth >= 0
        || !getsMoreDone(before, after, figure))
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
    if (ra.first != rb.first)
        return ra.first < rb.first;
    // Gains that read alike are told apart by what they cost.
    constexpr double kAlike = 0.005;
    if (ra.first == 0 && std::fabs(ra.second - rb.second) < kAlike)
        return *a.usdPerMonth < *b.usdPerMonth;
    return ra.second > rb.second;
}

/// What is tried, equal changes for different findings once.
struct ChangeList {
    std::vector<Change> changes;
    std::vector<Design> designs;                       ///< by change
    std::vector<std::vector<std::size_t>> perFinding;  ///< numbers of the changes that may relieve it

    bool mayRelieve(std::size_t finding, std::size_t change) const
    {
        const std::vector<std::size_t>& mine = perFinding[finding];
        return std::find(mine.begin(), mine.end(), change) != mine.end();
    }
};

ChangeList changesToTry(const Design& base, const ServiceLibrary& library, const RunReport& report,
                        const std::vector<SizeChange>& sizes)
{
    ChangeList list;
    list.perFinding.resize(report.findings.size());
    std::map<std::string, std::size_t> numbers;
    for (std::size_t at = 0; at < report.findings.size(); ++at) {
        const Finding& finding = report.findings[at];
        if (finding.level == FindingLevel::Note || finding.component.empty())
            continue;
        for (Change& change : changesFor(finding, base, library, report, sizes)) {
            const std::string key = fmt::format("{}|{}|{}|{}", change.component, change.connection,
                                                change.parameter, toString(change.to));
            const auto known = numbers.find(key);
            if (known == numbers.end() && list.changes.size() >= kMostChanges)
                continue;
            const std::size_t number = known == numbers.end() ? list.changes.size() : known->second;
            if (known == numbers.end()) {
                numbers.emplace(key, number);
                list.designs.push_back(changed(base, change));
                list.changes.push_back(std::move(change));
            }
            list.perFinding[at].push_back(number);
        }
    }
    return list;
}

/// The changes whose first look was a gain worth following, best first; `look` has the design as it is, then each change.
std::vector<std::size_t> promising(const std::vector<Job>& look, const ChangeList& list, const Design& base,
                                   const RunReport& report)
{
    const Figures& before = *look.front().figures;
    std::vector<std::pair<double, std::size_t>> gains;
    for (std::size_t number = 0; number < list.changes.size(); ++number) {
        if (!look[number + 1].figures)
            continue;
        double best = 0;
        for (std::size_t at = 0; at < report.findings.size(); ++at) {
            if (!list.mayRelieve(at, number))
                continue;
            const std::string own = ownFigure(report.findings[at], base, report);
            for (const auto& [figure, value] : before)
                if (figure == own || isP99(figure))
                    best = std::min(best, gain(before, *look[number + 1].figures, figure).value_or(0));
        }
        if (best < -kWorthFollowing)
            gains.emplace_back(best, number);
    }
    std::sort(gains.begin(), gains.end());
    std::vector<std::size_t> numbers;
    for (std::size_t at = 0; at < std::min(gains.size(), kMostFollowed); ++at)
        numbers.push_back(gains[at].second);
    return numbers;
}

/// One change played beside the design as it is: the runs in which both came to an end.
struct Pairs {
    std::size_t number = 0;  ///< of the change
    std::vector<const Figures*> before, after;
};

/// The pairs of each change followed; `jobs` has rows of the design as it is and then each change.
std::vector<Pairs> pairsOf(const std::vector<Job>& jobs, const std::vector<std::size_t>& followed)
{
    std::vector<Pairs> played(followed.size());
    for (std::size_t column = 0; column < followed.size(); ++column) {
        played[column].number = followed[column];
        for (std::size_t first = 0; first < jobs.size(); first += followed.size() + 1) {
            const Job &a = jobs[first], &b = jobs[first + 1 + column];
            if (a.figures && b.figures) {
                played[column].before.push_back(&*a.figures);
                played[column].after.push_back(&*b.figures);
            }
        }
    }
    return played;
}

Counterfactual answerFor(const Change& change, const Effect& effect)
{
    Counterfactual answer;
    answer.component = change.component;
    answer.connection = change.connection;
    answer.parameter = change.parameter;
    answer.from = toString(change.from);
    answer.to = toString(change.to);
    answer.measure = measureName(effect.figure);
    answer.before = effect.before;
    answer.after = effect.after;
    answer.change = effect.change;
    return answer;
}

/// What the change does for the finding, when that can be told from chance.
std::optional<Counterfactual> answerOf(const Pairs& pairs, const Change& change, const Finding& finding,
                                       const std::string& own)
{
    if (pairs.before.size() < 3)
        return std::nullopt;
    const std::optional<Effect> direct =
        own.empty() ? std::nullopt : effectOn(own, pairs.before, pairs.after);
    std::optional<Effect> tail;
    for (const auto& [figure, value] : *pairs.before.front())
        if (isP99(figure))
            if (const auto effect = effectOn(figure, pairs.before, pairs.after);
                effect && (!tail || effect->change < tail->change))
                tail = effect;
    // A change that does not touch what the finding is about is not its answer.
    const std::optional<Effect>& main = own.empty() ? tail : direct;
    if (!main)
        return std::nullopt;
    Counterfactual answer = answerFor(change, *main);
    answer.halfWidth = main->halfWidth;
    answer.text = change.text + ": " + percentChange(*main);
    if (direct && tail && tail->figure != direct->figure && finding.id != kObjectiveMissed)
        answer.text += ", " + percentChange(*tail);
    return answer;
}

/// The gain of a change over the whole scenario, beside the report itself; nothing when it is none worth naming.
std::optional<double> gainInFull(const Figures& before, const Figures& after, const std::string& own)
{
    std::optional<double> best;
    for (const auto& [figure, value] : before) {
        if (own.empty() ? !isP99(figure) : figure != own)
            continue;
        const std::optional<double> change = gain(before, after, figure);
        if (change && *change <= -kWorthNaming && (!best || *change < *best)
            && getsMoreDone({&before}, {&after}, figure))
            best = change;
    }
    return best;
}

void addPrice(Counterfactual& answer, const Result<Bill>& today, const Result<Bill>& then)
{
    if (!today || !then)
        return;
    const Money more = then->total - today->total;
    answer.usdPerMonth = more.dollars();
    answer.text += more == Money{} ? ", at no cost"
                                   : fmt::format(", {}{}/month", more > Money{} ? "+" : "-",
                                                 roundDollars(more > Money{} ? more : Money{} - more));
}

/// The changes that answer one of the findings, the most promising of them.
std::vector<std::size_t> answering(const std::vector<Pairs>& played, const ChangeList& list,
                                   const Design& base, const RunReport& report)
{
    std::vector<std::size_t> numbers;
    for (const Pairs& each : played) {
        bool answers = false;
        for (std::size_t at = 0; at < report.findings.size() && !answers; ++at)
            answers = list.mayRelieve(at, each.number)
                      && answerOf(each, list.changes[each.number], report.findings[at],
                                  ownFigure(report.findings[at], base, report));
        if (answers && numbers.size() < kMostInFull)
            numbers.push_back(each.number);
    }
    return numbers;
}

/// Whether the window does not show what the finding is about, such as a peak that a capacity sees coming from the window's
/// lead-in on.
bool isUnseen(const Figures& inWindow, const Figures& whole, const std::string& own)
{
    constexpr double kHardly = 0.05;  // of what the whole scenario shows
    const auto seen = inWindow.find(own), is = whole.find(own);
    return is != whole.end() && is->second > 0
           && (seen == inWindow.end() || seen->second <= kHardly * is->second);
}

/// What findings name and the window cannot judge goes before what it found.
void addUnseen(std::vector<std::size_t>& numbers, const ChangeList& list, const Figures& inWindow,
               const Figures& whole, const Design& base, const RunReport& report)
{
    std::vector<std::size_t> unseen;
    for (std::size_t at = 0; at < report.findings.size(); ++at)
        if (isUnseen(inWindow, whole, ownFigure(report.findings[at], base, report)))
            for (const std::size_t number : list.perFinding[at])
                if (list.changes[number].isAdvised
                    && std::find(unseen.begin(), unseen.end(), number) == unseen.end())
                    unseen.push_back(number);
    for (const std::size_t number : numbers)
        if (std::find(unseen.begin(), unseen.end(), number) == unseen.end())
            unseen.push_back(number);
    if (unseen.size() > kMostInFull)
        unseen.resize(kMostInFull);
    numbers = std::move(unseen);
}

/// What a change does over the whole scenario for a finding that its window does not show; of one run each.
std::optional<Counterfactual> answerInFull(const Figures& whole, const Figures& then, const Change& change,
                                           const std::string& own)
{
    const std::optional<double> gained = gainInFull(whole, then, own);
    if (!gained)
        return std::nullopt;
    Counterfactual answer = answerFor(change, {own, whole.at(own), then.at(own), *gained, 0});
    answer.changeInFull = gained;
    answer.text = fmt::format("{}: {} {}% over the whole scenario", change.text, measureName(own),
                              plainNumber(std::round(*gained * 100)));
    return answer;
}

/// Whether the remedy in words is this very change: "Raise {parameter} from {now} to {then}".
bool isRemedy(const Finding& finding, const Change& change)
{
    const auto says = [&](std::string_view name, const ParameterValue& value) {
        for (const Phrase::Part& part : finding.remedy.parts())
            for (const PhraseArgument& argument : part.arguments)
                if (argument.name == name)
                    return std::fabs(argument.value - asNumber(value, 0)) < 0.5;
        return false;
    };
    return change.component == finding.component && change.connection.empty() && says("now", change.from)
           && says("then", change.to);
}

/// Whether the very value that the finding names did next to nothing for it when it was tried, `gained` by each change.
template <class Gained>
bool gainsLittle(const Finding& finding, const ChangeList& list, std::size_t at, Gained gained)
{
    constexpr double kLittle = 0.2;
    return std::any_of(list.perFinding[at].begin(), list.perFinding[at].end(), [&](std::size_t number) {
        if (!isRemedy(finding, list.changes[number]))
            return false;
        const std::optional<double> change = gained(number);
        return change && *change > -kLittle;
    });
}

/// Plays each of the changes over the whole scenario, as the report was; figures by number of the change, empty where
/// it could not be played. False when it was cancelled.
bool playInFull(Trials& trials, const RunReport& report, const ChangeList& list,
                const std::vector<std::size_t>& numbers, std::vector<std::optional<Figures>>& figures)
{
    figures.assign(list.changes.size(), std::nullopt);
    if (numbers.empty())
        return true;
    std::vector<Job> jobs;
    for (const std::size_t number : numbers)
        jobs.push_back({&list.designs[number], 0, {}});
    trials.window.reset();
    trials.engine = report.provenance.engine == "auto" ? Engine::Auto : Engine::Event;
    trials.durationSeconds = report.provenance.durationSeconds;
    if (!trials.run(jobs, 1 - trials.done))
        return false;
    for (std::size_t at = 0; at < jobs.size(); ++at)
        figures[numbers[at]] = std::move(jobs[at].figures);
    return true;
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
    PriceChoice price = options.price;
    price.wholeMonthIsTheScenario = true;
    const Result<CarriedWork> carried = carriedWork(base, library, options.scenario, price);
    const ChangeList list =
        changesToTry(base, library, report,
                     carried && carried->stuck.empty() ? carried->changes : std::vector<SizeChange>{});
    if (list.changes.empty())
        return Done{};

    const int pairs = std::max(3, options.replications);
    const double runs = static_cast<double>(1 + list.changes.size())
                        + static_cast<double>(1 + std::min(list.changes.size(), kMostFollowed)) * pairs;
    const Scenario& scenario = *findScenario(base, options.scenario);
    const TrialWindow window = trialWindow(report, library, scenario, options.messages / runs);
    const bool wholeIsPlayed = window.seconds + window.leadInSeconds >= scenario.durationSeconds;
    const double shareOfTrials = wholeIsPlayed ? 1 : 0.5;
    Trials trials{library, options, RunWindow{window.fromSeconds, window.seconds, window.leadInSeconds},
                  monitor};

    // A first look at every change, on one replication that no interval uses.
    std::vector<Job> look{{&base, 0, {}}};
    for (const Design& other : list.designs)
        look.push_back({&other, 0, {}});
    if (!trials.run(look, shareOfTrials * static_cast<double>(look.size()) / runs) || !look.front().figures)
        return Done{};
    report.trials = window;
    const std::vector<std::size_t> followed = promising(look, list, base, report);
    const Figures whole = figuresOf(report, base);
    const Figures inWindow = *look.front().figures;

    std::vector<Job> jobs;
    for (int pair = 1; pair <= (followed.empty() ? 0 : pairs); ++pair) {
        jobs.push_back({&base, pair, {}});
        for (const std::size_t number : followed)
            jobs.push_back({&list.designs[number], pair, {}});
    }
    if (!jobs.empty() && !trials.run(jobs, shareOfTrials - trials.done))
        return Done{};
    const std::vector<Pairs> played = pairsOf(jobs, followed);

    // What helps where the run is at its worst may only move the trouble on: the whole scenario decides.
    std::vector<std::optional<Figures>> inFull;
    if (!wholeIsPlayed) {
        std::vector<std::size_t> numbers = answering(played, list, base, report);
        addUnseen(numbers, list, inWindow, whole, base, report);
        if (!playInFull(trials, report, list, numbers, inFull))
            return Done{};
    }

    const Result<Bill> today = estimateBill(base, library, options.scenario, price);
    for (std::size_t at = 0; at < report.findings.size(); ++at) {
        Finding& finding = report.findings[at];
        const std::string own = ownFigure(finding, base, report);
        std::vector<Counterfactual> found;
        if (isUnseen(inWindow, whole, own))
            for (std::size_t number = 0; number < inFull.size(); ++number)
                if (inFull[number] && list.mayRelieve(at, number))
                    if (std::optional<Counterfactual> answer =
                            answerInFull(whole, *inFull[number], list.changes[number], own)) {
                        addPrice(*answer, today,
                                 estimateBill(list.designs[number], library, options.scenario, price));
                        found.push_back(std::move(*answer));
                    }
        for (const Pairs& each : played) {
            if (!list.mayRelieve(at, each.number))
                continue;
            std::optional<Counterfactual> answer = answerOf(each, list.changes[each.number], finding, own);
            if (answer && !wholeIsPlayed) {
                if (inFull[each.number])
                    answer->changeInFull = gainInFull(whole, *inFull[each.number], own);
                if (!answer->changeInFull)
                    continue;
                answer->text += fmt::format(", {}% over the whole scenario",
                                            plainNumber(std::round(*answer->changeInFull * 100)));
            }
            if (!answer)
                continue;
            addPrice(*answer, today,
                     estimateBill(list.designs[each.number], library, options.scenario, price));
            found.push_back(std::move(*answer));
        }
        std::stable_sort(found.begin(), found.end(), goesBefore);
        if (found.size() > options.kept)
            found.resize(options.kept);
        finding.counterfactuals = std::move(found);
        // What is named is the best of what was found; whether the remedy is among it says nothing of the remedy.
        const auto gained = [&](std::size_t number) -> std::optional<double> {
            const bool inWhole = number < inFull.size() && inFull[number];
            const Figures& before = inWhole ? whole : inWindow;
            const std::optional<Figures>& after = inWhole ? inFull[number] : look[number + 1].figures;
            if (!after)
                return std::nullopt;
            return getsMoreDone({&before}, {&*after}, own) ? gain(before, *after, own) : 0;
        };
        if (!isUnseen(inWindow, whole, own) && gainsLittle(finding, list, at, gained))
            finding.remedy += Phrase{"; tried, that alone gains little: something else is used up next"};
    }
    monitor.progressed(1);
    return Done{};
}

}  // namespace plimsoll
