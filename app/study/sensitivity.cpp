// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/sensitivity.h"

#include "model/catalog/connection_parameters.h"
#include "model/catalog/integrations.h"
#include "simulator/kernel/worker_threads.h"
#include "simulator/services/service_library.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <functional>
#include <mutex>

namespace plimsoll {

namespace {

constexpr double kShortestRun = 10;
// The nearest-rank p99 of fewer is closer to the maximum than to itself.
constexpr std::uint64_t kFewestSamples = 1000;
constexpr double kStill = 0.05;                   // change of the figure from one length to the double
constexpr std::uint64_t kMostMessages = 100'000;  // of one run: beyond, a study takes too long

/// An input that can be moved: what it is and how to set it.
struct Input {
    SensitivityRow row;
    double less = 0, more = 0;  ///< equal to the value: not movable that way
    std::function<void(Design&, double)> set;
};

void setParameter(ParameterMap& parameters, const ParameterSpec& spec, double value)
{
    if (spec.type == ParameterType::Integer)
        parameters[spec.id] = static_cast<std::int64_t>(std::llround(value));
    else
        parameters[spec.id] = value;
}

/// Where `change` either way leads, within the range; whole numbers move by one at least. Nowhere from 0: that mostly
/// stands for none, as it is, or without limit, and one step away begins another design.
void aim(Input& input, ParameterType type, double minimum, double maximum, double change)
{
    const double value = input.row.value;
    input.less = input.more = value;
    if (value == 0)
        return;
    double step = std::fabs(value) * change;
    if (type == ParameterType::Integer)
        step = std::max(1.0, std::round(step));
    input.less = std::max(minimum, value - step);
    input.more = std::min(maximum, value + step);
}

bool isNumeric(const ParameterSpec& spec)
{
    return spec.type == ParameterType::Integer || spec.type == ParameterType::Real;
}

bool isShown(const ParameterSpec& spec, const std::function<std::string(const std::string&)>& textOfOther)
{
    const std::vector<std::string>& values = spec.visibleWhen.values;
    return spec.visibleWhen.parameter.empty()
           || std::find(values.begin(), values.end(), textOfOther(spec.visibleWhen.parameter))
                  != values.end();
}

std::string nameOf(const Component& component)
{
    return component.label.empty() ? component.id : component.label;
}

void addComponentInputs(const Component& component, const ServiceSpec& spec, double change,
                        std::vector<Input>& inputs)
{
    for (const ParameterSpec& parameter : spec.parameters) {
        if (!isNumeric(parameter) || !isShown(parameter, [&](const std::string& other) {
                return textOf(spec, component.parameters, other);
            }))
            continue;
        Input input;
        input.row.id = component.id + "." + parameter.id;
        input.row.name = nameOf(component) + ": " + parameter.name;
        input.row.unit = parameter.unit;
        input.row.value = numberOf(spec, component.parameters, parameter.id);
        aim(input, parameter.type, parameter.minimum, parameter.maximum, change);
        input.set = [id = component.id, &parameter](Design& design, double value) {
            for (Component& each : design.components)
                if (each.id == id)
                    setParameter(each.parameters, parameter, value);
        };
        inputs.push_back(std::move(input));
    }
}

/// `specs` must outlive the inputs.
void addConnectionInputs(const Connection& connection, const std::vector<ParameterSpec>& specs,
                         const std::string& name, double change, std::vector<Input>& inputs)
{
    for (const ParameterSpec& parameter : specs) {
        if (!isNumeric(parameter) || !isShown(parameter, [&](const std::string& other) {
                return connectionText(connection, specs, other, "");
            }))
            continue;
        Input input;
        input.row.id = connection.id + "." + parameter.id;
        input.row.name = name + ": " + parameter.name;
        input.row.unit = parameter.unit;
        input.row.value = connectionNumber(connection, specs, parameter.id, 0);
        aim(input, parameter.type, parameter.minimum, parameter.maximum, change);
        input.set = [id = connection.id, &parameter](Design& design, double value) {
            for (Connection& each : design.connections)
                if (each.id == id)
                    setParameter(each.parameters, parameter, value);
        };
        inputs.push_back(std::move(input));
    }
}

void addTrafficInputs(const Design& design, const Scenario& scenario, double change,
                      std::vector<Input>& inputs)
{
    for (const auto& [source, traffic] : scenario.traffic) {
        const Component* component = findComponent(design, source);
        if (!component || !(traffic.load > 0))
            continue;
        Input input;
        input.row.id = source + ".load";
        input.row.name = nameOf(*component) + ": traffic";
        input.row.unit = "x";
        input.row.value = traffic.load;
        aim(input, ParameterType::Real, 0, 1e6, change);
        input.set = [source = source, id = scenario.id](Design& changed, double value) {
            for (Scenario& each : changed.scenarios)
                if (each.id == id)
                    each.traffic[source].load = value;
        };
        inputs.push_back(std::move(input));
    }
}

/// The figure that is watched: of a sink or a path.
struct Watched {
    std::string figure, where;
};

std::optional<Watched> watch(const RunReport& report)
{
    const SinkReport* sink = nullptr;
    for (const SinkReport& each : report.sinks)
        if (each.delay.samples > 0 && (!sink || each.delivered > sink->delivered))
            sink = &each;
    const PathReport* path = nullptr;
    for (const PathReport& each : report.paths)
        if (each.response.samples > 0 && (!path || each.succeeded > path->succeeded))
            path = &each;
    // What an objective names is what the user cares for.
    for (const ObjectiveReport& objective : report.objectives) {
        for (const SinkReport& each : report.sinks)
            if (objective.objective.metric.starts_with("delay-")
                && objective.objective.component == each.component)
                return Watched{"delay-p99", each.component};
        for (const PathReport& each : report.paths)
            if (objective.objective.metric.starts_with("response-")
                && objective.objective.component == each.source)
                return Watched{"response-p99", each.id};
    }
    if (sink)
        return Watched{"delay-p99", sink->component};
    if (path)
        return Watched{"response-p99", path->id};
    return std::nullopt;
}

std::uint64_t samplesOf(const RunReport& report, const Watched& watched)
{
    for (const SinkReport& sink : report.sinks)
        if (watched.figure == "delay-p99" && sink.component == watched.where)
            return sink.delay.samples;
    for (const PathReport& path : report.paths)
        if (watched.figure == "response-p99" && path.id == watched.where)
            return path.response.samples;
    return 0;
}

/// Stops when the whole study stops; its own progress is nobody's business.
class QuietMonitor final : public RunMonitor {
public:
    explicit QuietMonitor(RunMonitor& whole) : m_whole{whole} {}
    bool isCancelled() const override { return m_whole.isCancelled(); }

private:
    RunMonitor& m_whole;
};

/// The replications that have the figure both times.
std::optional<Estimate> changeOf(const FigureOfRuns* before, const FigureOfRuns* after)
{
    if (!before || !after)
        return std::nullopt;
    std::vector<double> a, b;
    for (std::size_t at = 0; at < std::min(before->values.size(), after->values.size()); ++at) {
        if (!before->values[at] || !after->values[at])
            continue;
        a.push_back(*before->values[at]);
        b.push_back(*after->values[at]);
    }
    return pairedDifference(a, b);
}

/// As short as the figure allows: twice as long until it has samples enough and no longer moves, for the start of a run
/// is not the rest of it. Sets the duration of `run`; nothing to watch: no figure has samples.
Result<std::optional<Watched>> chooseDuration(const Design& base, const ServiceLibrary& library,
                                              double scenarioSeconds, RunOptions& run, RunMonitor& monitor)
{
    std::optional<double> last;
    for (double duration = std::min(kShortestRun, scenarioSeconds);;
         duration = std::min(duration * 2, scenarioSeconds)) {
        run.durationSeconds = duration;
        const Result<RunReport> pilot = simulate(base, library, run, monitor);
        if (!pilot)
            return pilot.error();
        const std::optional<Watched> watched = watch(*pilot);
        const FigureOfRuns* figure = watched ? findFigure(*pilot, watched->figure, watched->where) : nullptr;
        const std::optional<double> now = figure ? figure->values.front() : std::nullopt;
        const bool enough = watched && samplesOf(*pilot, *watched) >= kFewestSamples;
        const bool still = now && last && std::fabs(*now - *last) <= kStill * *last;
        if ((enough && (still || pilot->totals.born >= kMostMessages)) || duration >= scenarioSeconds
            || monitor.isCancelled())
            return watched;
        last = now;
    }
}

std::vector<Input> inputsOf(const Design& base, const ServiceLibrary& library, const Scenario& scenario,
                            double change, std::vector<std::vector<ParameterSpec>>& specs)
{
    std::vector<Input> inputs;
    for (const Component& component : base.components)
        if (const ServiceSpec* spec = library.catalog().find(component.service))
            addComponentInputs(component, *spec, change, inputs);
    specs.reserve(base.connections.size());
    for (const Connection& connection : base.connections) {
        const Component* from = findComponent(base, connection.from);
        const Component* to = findComponent(base, connection.to);
        const ServiceSpec* fromSpec = from ? library.catalog().find(from->service) : nullptr;
        const ServiceSpec* toSpec = to ? library.catalog().find(to->service) : nullptr;
        if (!fromSpec || !toSpec)
            continue;
        specs.push_back(connectionParameters(kindOf(connection, *fromSpec, *toSpec), *fromSpec, *toSpec));
        addConnectionInputs(connection, specs.back(), nameOf(*from) + " to " + nameOf(*to), change, inputs);
    }
    addTrafficInputs(base, scenario, change, inputs);
    return inputs;
}

/// One input, moved one way.
struct Task {
    std::size_t input = 0;
    bool more = false;
};

/// What every moved design is held against.
struct Baseline {
    const Design& design;
    const ServiceLibrary& library;
    const RunOptions& run;
    const std::optional<Watched>& watched;
    const FigureOfRuns* figure = nullptr;
    const Result<Bill>& bill;
    const PriceChoice& price;
};

MovedInput move(const Baseline& base, const Input& input, bool more, RunMonitor& monitor)
{
    MovedInput moved;
    moved.value = more ? input.more : input.less;
    Design changed = base.design;
    input.set(changed, moved.value);
    const Result<RunReport> report = simulate(changed, base.library, base.run, monitor);
    if (!report) {
        moved.problem = report.error().toString();
        return moved;
    }
    if (base.figure)
        moved.change = changeOf(base.figure, findFigure(*report, base.watched->figure, base.watched->where));
    moved.distinguishable = moved.change && std::fabs(moved.change->mean) > moved.change->halfWidth;
    const Result<Bill> bill = estimateBill(changed, base.library, base.run.scenario, base.price);
    if (bill && base.bill)
        moved.usdPerMonth = (bill->total - base.bill->total).dollars();
    return moved;
}

/// Moves every input both ways where it can; which thread does which does not matter. False when it was stopped.
bool moveAll(const Baseline& base, std::vector<Input>& inputs, int threads, RunMonitor& monitor)
{
    std::vector<Task> tasks;
    for (std::size_t at = 0; at < inputs.size(); ++at) {
        if (inputs[at].less < inputs[at].row.value)
            tasks.push_back({at, false});
        if (inputs[at].more > inputs[at].row.value)
            tasks.push_back({at, true});
    }
    QuietMonitor quiet{monitor};
    std::atomic<std::size_t> next{0};
    std::mutex guard;
    std::size_t done = 0;
    const auto work = [&] {
        for (std::size_t at = next++; at < tasks.size() && !monitor.isCancelled(); at = next++) {
            const Task& task = tasks[at];
            MovedInput moved = move(base, inputs[task.input], task.more, quiet);
            const std::lock_guard lock{guard};
            // A run that was stopped on its way says nothing.
            if (monitor.isCancelled())
                break;
            SensitivityRow& row = inputs[task.input].row;
            (task.more ? row.more : row.less) = std::move(moved);
            monitor.progressed(static_cast<double>(++done) / static_cast<double>(tasks.size()));
        }
    };
    runOnThreads(static_cast<std::size_t>(std::max(1, threads)), work, [&] { next = tasks.size(); });
    return done == tasks.size();
}

}  // namespace

double SensitivityRow::swing() const
{
    double most = 0;
    for (const std::optional<MovedInput>* moved : {&less, &more})
        if (*moved && (*moved)->change && (*moved)->distinguishable)
            most = std::max(most, std::fabs((*moved)->change->mean));
    return most;
}

double SensitivityRow::costSwing() const
{
    double most = 0;
    for (const std::optional<MovedInput>* moved : {&less, &more})
        if (*moved)
            most = std::max(most, std::fabs((*moved)->usdPerMonth.value_or(0)));
    return most;
}

Result<Sensitivity> sensitivityOf(const Design& design, const ServiceLibrary& library,
                                  const SensitivityOptions& options, RunMonitor& monitor)
{
    // What is on auto would be sized anew for every change and hide what the change does.
    const Result<SizedDesign> sized = resolveAuto(design, library, options.scenario);
    if (!sized)
        return sized.error();
    const Design& base = sized->design;
    const Scenario* scenario = findScenario(base, options.scenario);
    Sensitivity result;
    result.scenario = scenario->id;
    result.seed = options.seed;
    result.replications = std::max(2, options.replications);

    QuietMonitor quiet{monitor};
    RunOptions run;
    run.scenario = scenario->id;
    run.seed = options.seed;
    const Result<std::optional<Watched>> chosen =
        chooseDuration(base, library, scenario->durationSeconds, run, quiet);
    if (!chosen)
        return chosen.error();
    const std::optional<Watched>& watched = *chosen;
    result.durationSeconds = *run.durationSeconds;
    run.replications = result.replications;
    const Result<RunReport> baseRun = simulate(base, library, run, quiet);
    if (!baseRun)
        return baseRun.error();
    const FigureOfRuns* before = watched ? findFigure(*baseRun, watched->figure, watched->where) : nullptr;
    if (before) {
        result.figure = watched->figure + " at " + watched->where;
        if (const std::optional<Estimate> found = estimateOf(*before))
            result.millis = found->mean;
    }
    const Result<Bill> baseBill = estimateBill(base, library, scenario->id, options.price);
    if (baseBill)
        result.dollars = baseBill->total.dollars();

    std::vector<std::vector<ParameterSpec>> specs;  // what inputs of connections refer to
    std::vector<Input> inputs = inputsOf(base, library, *scenario, options.change, specs);
    result.partial = !moveAll({base, library, run, watched, before, baseBill, options.price}, inputs,
                              options.threads, monitor);
    for (Input& input : inputs)
        if (input.row.less || input.row.more)
            result.rows.push_back(std::move(input.row));
    std::sort(result.rows.begin(), result.rows.end(), [](const SensitivityRow& a, const SensitivityRow& b) {
        if (a.swing() != b.swing())
            return a.swing() > b.swing();
        return a.costSwing() != b.costSwing() ? a.costSwing() > b.costSwing() : a.id < b.id;
    });
    return result;
}

}  // namespace plimsoll
