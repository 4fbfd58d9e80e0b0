// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/search.h"

#include "app/study/sweep.h"
#include "app/study/wording.h"
#include "simulator/metrics/statistics.h"
#include "simulator/services/service_library.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace plimsoll {

namespace {

constexpr double kStep = 0.1;              // of a large value; small ones move by one
constexpr std::size_t kTriedPerRound = 4;  // the knobs under most pressure
constexpr double kWorstMiss = 1e6;         // of one objective; also one without data
constexpr int kMostIdleRounds = 3;         // of steps that bring nothing closer

using Values = std::vector<double>;

/// Progress of one run among many is nobody's business.
class RunsMonitor final : public RunMonitor {
public:
    explicit RunsMonitor(const RunMonitor& whole) : m_whole{whole} {}
    bool isCancelled() const override { return m_whole.isCancelled(); }

private:
    const RunMonitor& m_whole;
};

/// A knob with what it takes to turn it.
struct Knob {
    SearchKnob shown;
    ComponentId component;
    const ParameterSpec* spec = nullptr;

    bool isWhole() const { return spec->type == ParameterType::Integer; }
    double up(double value, double stride) const
    {
        const double step = isWhole() ? std::max(1.0, std::ceil(value * kStep)) : value * kStep;
        return std::min(spec->maximum, value + step * stride);
    }
    /// About in the middle; equal to `low` when there is nothing between worth a run.
    double between(double low, double high) const
    {
        if (isWhole())
            return std::floor((low + high) / 2);
        return high - low < high * kStep / 4 ? low : (low + high) / 2;
    }
};

bool isShown(const ServiceSpec& spec, const ParameterSpec& parameter, const ParameterMap& values)
{
    const VisibleWhen& when = parameter.visibleWhen;
    return when.parameter.empty()
           || std::find(when.values.begin(), when.values.end(), textOf(spec, values, when.parameter))
                  != when.values.end();
}

std::vector<Knob> knobsOf(const Design& design, const ServiceLibrary& library)
{
    std::vector<Knob> knobs;
    for (const Component& component : design.components) {
        const ServiceSpec* spec = library.catalog().find(component.service);
        if (!spec)
            continue;
        for (const ParameterSpec& parameter : spec->parameters) {
            if ((parameter.type != ParameterType::Integer && parameter.type != ParameterType::Real)
                || (!parameter.sizable && parameter.lever != Lever::More)
                || !isShown(*spec, parameter, component.parameters))
                continue;
            const double value = numberOf(*spec, component.parameters, parameter.id);
            // Nothing is often "no such limit": more of it would be one.
            if (!(value > 0))
                continue;
            const std::string owner = component.label.empty() ? component.id : component.label;
            knobs.push_back({{component.id + "." + parameter.id, owner + ": " + parameter.name,
                              parameter.unit, value, value, value},
                             component.id,
                             &parameter});
        }
    }
    return knobs;
}

Design turned(Design design, const std::vector<Knob>& knobs, const Values& values)
{
    for (std::size_t at = 0; at < knobs.size(); ++at)
        for (Component& component : design.components) {
            if (component.id != knobs[at].component)
                continue;
            if (knobs[at].isWhole())
                component.parameters[knobs[at].spec->id] =
                    static_cast<std::int64_t>(std::llround(values[at]));
            else
                component.parameters[knobs[at].spec->id] = values[at];
        }
    return design;
}

/// By how much average rates exceed what there is, over all components; 0 = they fit.
double overload(const FlowReport& flow)
{
    double over = 0;
    for (const FlowComponent& component : flow.components) {
        double most = 1;
        for (const LimitUse& limit : component.limits)
            if (std::isfinite(limit.utilisation) && limit.capacity > 0)
                most = std::max(most, limit.utilisation);
        over += std::min(most - 1, kWorstMiss);
        const double offered = std::max(component.offered.recordsPerSecond, 1.0);
        over += std::max(0.0, component.backlogGrowthPerSecond / offered);
    }
    return over < 1e-9 ? 0 : over;
}

/// One search: its candidates by their values, and the runs behind them.
class Search {
public:
    Search(const Design& base, const ServiceLibrary& library, const SearchOptions& options,
           RunMonitor& monitor, SizeSearch& result)
        : m_base{base},
          m_library{library},
          m_options{options},
          m_monitor{monitor},
          m_result{result},
          m_knobs{knobsOf(base, library)}
    {
        const Scenario* scenario = findScenario(base, options.scenario);
        const int objectives = static_cast<int>(scenario->objectives.size());
        // All objectives together hold at 95%, not each by itself.
        m_widening = studentRatio(options.replications, bonferroni(0.95, std::max(1, objectives)), 0.95);
    }

    void run()
    {
        if (m_knobs.empty()) {
            m_result.why = "No component has a parameter that could be sized.";
            return;
        }
        Values values = coarse();
        Values floor = values;
        for (std::size_t at = 0; at < m_knobs.size(); ++at)
            m_knobs[at].shown.least = values[at];
        // Until a sizing also holds on draws it was not chosen by.
        while (climb(values) && descend(values, floor)) {
            if (confirm(values)) {
                succeed(values);
                break;
            }
            if (isOver())
                break;
            floor = values;
        }
        for (const Knob& knob : m_knobs)
            m_result.knobs.push_back(knob.shown);
        m_result.partial = m_monitor.isCancelled();
        if (m_result.partial)
            m_result.why = "Stopped before a sizing was found.";
        else if (m_result.why.empty())
            m_result.why = fmt::format("None was found in {} runs. {}", m_result.trials.size(), worst());
    }

private:
    std::optional<double> costOf(const Values& values) const
    {
        const Result<Bill> bill =
            estimateBill(turned(m_base, m_knobs, values), m_library, m_options.scenario, m_options.price);
        return bill ? std::optional{bill->total.dollars()} : std::nullopt;
    }
    double overloadOf(const Values& values) const
    {
        const Result<FlowReport> flow =
            estimateFlow(turned(m_base, m_knobs, values), m_library, m_options.scenario);
        return flow ? overload(*flow) : kWorstMiss;
    }

    /// Where average rates say to begin: the least of each parameter that carries them, one after the other.
    Values coarse()
    {
        Values values;
        for (const Knob& knob : m_knobs)
            values.push_back(knob.shown.current);
        if (const Result<FlowReport> flow = estimateFlow(m_base, m_library, m_options.scenario); flow) {
            for (std::size_t at = 0; at < m_knobs.size(); ++at)
                if (const FlowComponent* component = findComponent(*flow, m_knobs[at].component))
                    for (const Sizing& sizing : component->sizing)
                        if (sizing.parameter == m_knobs[at].spec->id && sizing.minimum > 0)
                            values[at] = std::clamp(sizing.minimum, m_knobs[at].spec->minimum,
                                                    m_knobs[at].spec->maximum);
        }
        for (std::size_t at = 0; at < m_knobs.size(); ++at) {
            raise(values, at);
            lower(values, at);
        }
        return values;
    }
    /// Up while average rates do not fit and it helps.
    void raise(Values& values, std::size_t at) const
    {
        double over = overloadOf(values);
        for (double stride = 1; over > 0 && values[at] < m_knobs[at].spec->maximum; stride *= 2) {
            Values more = values;
            more[at] = m_knobs[at].up(values[at], stride);
            const double then = overloadOf(more);
            if (!(then < over))
                break;
            values = std::move(more);
            over = then;
        }
    }
    /// Down to the least that average rates allow, where that saves money.
    void lower(Values& values, std::size_t at) const
    {
        const Knob& knob = m_knobs[at];
        const std::optional<double> dollars = costOf(values);
        Values least = values;
        least[at] = std::max(knob.spec->minimum, knob.isWhole() ? 1.0 : knob.spec->minimum);
        const std::optional<double> cheapest = costOf(least);
        if (!dollars || !cheapest || !(*cheapest < *dollars) || !(least[at] < values[at]))
            return;
        const double over = overloadOf(values);
        if (overloadOf(least) <= over) {
            values = std::move(least);
            return;
        }
        for (double low = least[at], middle = knob.between(low, values[at]); middle > low;
             middle = knob.between(low, values[at])) {
            least[at] = middle;
            if (overloadOf(least) <= over)
                values[at] = middle;
            else
                low = middle;
        }
    }

    bool isOver() const
    {
        return m_monitor.isCancelled()
               || m_result.trials.size() >= static_cast<std::size_t>(m_options.mostTrials);
    }

    SearchTrial play(const Values& values, std::uint64_t seed, std::string note, RunReport* into)
    {
        SearchTrial trial;
        trial.values = values;
        trial.note = std::move(note);
        trial.usdPerMonth = costOf(values);
        RunOptions run;
        run.scenario = m_options.scenario;
        run.seed = seed;
        run.replications = m_options.replications;
        run.threads = m_options.threads;
        RunsMonitor quiet{m_monitor};
        Result<RunReport> report = simulate(turned(m_base, m_knobs, values), m_library, run, quiet);
        if (!report) {
            trial.problem = report.error().toString();
            trial.miss = kWorstMiss;
            return trial;
        }
        trial.met = true;
        for (const ObjectiveReport& objective : report->objectives) {
            trial.met = trial.met && certaintyOf(objective, m_widening) == Certainty::Met;
            trial.miss += missOf(objective);
            trial.objectives.push_back(objective);
            if (trial.objectives.back().halfWidth)
                *trial.objectives.back().halfWidth *= m_widening;
        }
        if (into)
            *into = std::move(*report);
        return trial;
    }
    double missOf(const ObjectiveReport& objective) const
    {
        if (!objective.value)
            return kWorstMiss;
        const double target = objective.objective.atMostMillis ? *objective.objective.atMostMillis
                                                               : objective.objective.atMost.value_or(0);
        const double upper = *objective.value + objective.halfWidth.value_or(0) * m_widening;
        return std::clamp(target > 0 ? upper / target - 1 : upper, 0.0, kWorstMiss);
    }

    /// The run of these values, made when there is none yet. Null: the runs are spent.
    const SearchTrial* tried(const Values& values, const std::string& note)
    {
        if (const auto known = m_known.find(values); known != m_known.end())
            return &m_result.trials[known->second];
        if (isOver())
            return nullptr;
        RunReport report;
        SearchTrial trial = play(values, m_options.seed, note, &report);
        if (m_monitor.isCancelled())
            return nullptr;
        m_known[values] = m_result.trials.size();
        m_reports[values] = pressures(report);
        m_result.trials.push_back(std::move(trial));
        if (m_options.trialDone) {
            std::vector<SearchKnob> knobs;
            for (const Knob& knob : m_knobs)
                knobs.push_back(knob.shown);
            m_options.trialDone(knobs, m_result.trials.back());
        }
        m_monitor.progressed(static_cast<double>(m_result.trials.size()) / m_options.mostTrials);
        return &m_result.trials.back();
    }

    /// How close each knob's component is to a limit of its own.
    std::vector<double> pressures(const RunReport& report) const
    {
        std::vector<double> all;
        for (const Knob& knob : m_knobs) {
            double most = 0;
            if (const ComponentReport* component = findComponent(report, knob.component))
                for (const LimitUse& limit : component->limits)
                    if (std::isfinite(limit.utilisation) && limit.capacity > 0)
                        most = std::max(most, limit.utilisation + (limit.refused > 0 ? 1 : 0));
            all.push_back(most);
        }
        return all;
    }

    /// Up until all objectives are met; the values are then the first that meet them. Strides double: descend() takes
    /// back what was too much.
    bool climb(Values& values)
    {
        const SearchTrial* now = tried(values, "start");
        int idle = 0;
        for (double stride = 1; now && !now->met; stride *= 2) {
            if (!now->problem.empty()) {
                m_result.why = "A sizing could not run: " + now->problem + ".";
                return false;
            }
            const double miss = now->miss;
            const double dollars = now->usdPerMonth.value_or(0);
            std::vector<std::size_t> order;
            for (std::size_t at = 0; at < m_knobs.size(); ++at)
                if (values[at] < m_knobs[at].spec->maximum)
                    order.push_back(at);
            const std::vector<double>& pressure = m_reports[values];
            std::stable_sort(order.begin(), order.end(),
                             [&](std::size_t a, std::size_t b) { return pressure[a] > pressure[b]; });
            if (order.size() > kTriedPerRound)
                order.resize(kTriedPerRound);
            std::optional<Values> best;
            bool bestMet = false;
            double bestRank = 0;
            for (const std::size_t at : order) {
                Values more = values;
                more[at] = m_knobs[at].up(values[at], stride);
                const SearchTrial* trial = tried(more, m_knobs[at].shown.id + " up");
                if (!trial)
                    return false;
                const double dearer = std::max(0.01, trial->usdPerMonth.value_or(0) - dollars);
                // The cheapest that meets all, else what brings the objectives closest for its price.
                const double rank = trial->met ? -dearer : (miss - trial->miss) / dearer;
                if ((trial->met || trial->miss < miss)
                    && (!best || trial->met > bestMet || (trial->met == bestMet && rank > bestRank))) {
                    best = std::move(more);
                    bestMet = trial->met;
                    bestRank = rank;
                }
            }
            if (!best) {
                // Two may bind at once: the one under most pressure goes first.
                if (order.empty() || ++idle >= kMostIdleRounds) {
                    m_result.why =
                        fmt::format("Nothing that can be sized brings the objectives closer. {}", worst());
                    return false;
                }
                best = values;
                (*best)[order.front()] = m_knobs[order.front()].up(values[order.front()], stride);
            }
            values = std::move(*best);
            now = tried(values, "up");
        }
        return now != nullptr;
    }

    /// Down again, one knob after the other, to the least that still meets all.
    bool descend(Values& values, const Values& floor)
    {
        for (std::size_t at = 0; at < m_knobs.size(); ++at) {
            double low = floor[at];
            if (!(values[at] > low))
                continue;
            Values less = values;
            less[at] = low;
            const SearchTrial* trial = tried(less, m_knobs[at].shown.id + " down");
            if (!trial)
                return !m_monitor.isCancelled();  // what meets them stands, if dearer than it need be
            if (trial->met) {
                values = std::move(less);
                continue;
            }
            for (double middle = m_knobs[at].between(low, values[at]); middle > low;
                 middle = m_knobs[at].between(low, values[at])) {
                less = values;
                less[at] = middle;
                trial = tried(less, m_knobs[at].shown.id + " down");
                if (!trial)
                    return !m_monitor.isCancelled();
                if (trial->met)
                    values[at] = middle;
                else
                    low = middle;
            }
        }
        return true;
    }

    /// The least of many is the luckiest of many: fresh draws show whether it was luck.
    bool confirm(const Values& values)
    {
        SearchTrial fresh = play(values, m_options.seed + 1, "fresh draws", nullptr);
        if (m_monitor.isCancelled())
            return false;
        const bool met = fresh.met;
        m_result.confirmation = fresh;
        if (!met) {
            SearchTrial& chosen = m_result.trials[m_known[values]];
            chosen.met = false;
            chosen.miss = std::max(chosen.miss, fresh.miss);
            chosen.note += ", not confirmed";
        }
        return met;
    }

    void succeed(const Values& values)
    {
        m_result.usdAfter = costOf(values);
        for (std::size_t at = 0; at < m_knobs.size(); ++at)
            m_knobs[at].shown.chosen = values[at];
        const std::string price =
            m_result.usdAfter
                ? roundDollars(Money::nanodollars(std::llround(*m_result.usdAfter * 1e9))) + "/month"
                : "a price that could not be worked out";
        if (m_result.budget && (!m_result.usdAfter || *m_result.usdAfter > *m_result.budget)) {
            m_result.why =
                fmt::format("The least that meets the objectives costs {}, more than the budget.", price);
            return;
        }
        m_result.found = true;
        m_result.why = fmt::format("Meets all objectives at 95% for {}.", price);
    }

    /// The objective that was furthest off where the search came closest.
    std::string worst() const
    {
        const SearchTrial* closest = nullptr;
        for (const SearchTrial& trial : m_result.trials)
            if (trial.problem.empty() && (!closest || trial.miss < closest->miss))
                closest = &trial;
        if (!closest)
            return "";
        const ObjectiveReport* furthest = nullptr;
        double most = -1;
        for (const ObjectiveReport& objective : closest->objectives) {
            const double target = objective.objective.atMostMillis ? *objective.objective.atMostMillis
                                                                   : objective.objective.atMost.value_or(0);
            const double upper = objective.value.value_or(kWorstMiss) + objective.halfWidth.value_or(0);
            const double miss = target > 0 ? upper / target - 1 : upper;
            if (miss > most) {
                most = miss;
                furthest = &objective;
            }
        }
        if (!furthest)
            return "";
        if (!furthest->value)
            return fmt::format("There is no data on {}.", furthest->text);
        return fmt::format("The closest had {} +- {} for {}.", figure(*furthest->value),
                           figure(furthest->halfWidth.value_or(0)), furthest->text);
    }

    const Design& m_base;
    const ServiceLibrary& m_library;
    const SearchOptions& m_options;
    RunMonitor& m_monitor;
    SizeSearch& m_result;
    std::vector<Knob> m_knobs;
    double m_widening = 1;
    std::map<Values, std::size_t> m_known;
    std::map<Values, std::vector<double>> m_reports;
};

}  // namespace

Result<SizeSearch> searchSize(const Design& design, const ServiceLibrary& library,
                              const SearchOptions& options, RunMonitor& monitor)
{
    const Result<SizedDesign> sized = resolveAuto(design, library, options.scenario);
    if (!sized)
        return sized.error();
    const Scenario* scenario = findScenario(sized->design, options.scenario);
    if (!scenario || scenario->objectives.empty())
        return Error{"/scenarios/" + options.scenario + "/objectives", "there is nothing to search for",
                     "add an objective, or use size without --search"};
    SearchOptions sound = options;
    sound.replications = std::max(5, options.replications);
    SizeSearch result;
    result.scenario = scenario->id;
    result.seed = options.seed;
    result.replications = sound.replications;
    result.durationSeconds = scenario->durationSeconds;
    result.budget = scenario->monthlyBudgetUsd;
    if (const Result<Bill> bill = estimateBill(sized->design, library, scenario->id, options.price); bill)
        result.usdBefore = bill->total.dollars();
    Search{sized->design, library, sound, monitor, result}.run();
    return result;
}

}  // namespace plimsoll
