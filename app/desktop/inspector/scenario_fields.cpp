// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/scenario_fields.h"

#include "model/validation/issue.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <set>

namespace plimsoll {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ScenarioFields)
};

std::string say(const QString& text)
{
    return text.toStdString();
}

ParameterSpec spec(std::string id, const QString& name, ParameterType type, ParameterValue value)
{
    ParameterSpec result;
    result.id = std::move(id);
    result.name = say(name);
    result.type = type;
    result.defaultValue = std::move(value);
    return result;
}

template <class T>
Field<T> number(std::string id, const QString& name, const QString& unit, double least, double most,
                double value, double T::*member)
{
    Field<T> field{spec(std::move(id), name, ParameterType::Real, value), {}, {}};
    field.spec.unit = say(unit);
    field.spec.minimum = least;
    field.spec.maximum = most;
    field.read = [member](const T& item) { return ParameterValue{item.*member}; };
    field.write = [member](T& item, const ParameterValue& given) { item.*member = asNumber(given); };
    return field;
}

template <class T>
Field<T> text(std::string id, const QString& name, std::string T::*member)
{
    Field<T> field{spec(std::move(id), name, ParameterType::Text, std::string{}), {}, {}};
    field.read = [member](const T& item) { return ParameterValue{item.*member}; };
    field.write = [member](T& item, const ParameterValue& given) { item.*member = toString(given); };
    return field;
}

template <class T>
Field<T> idChoice(std::string id, const QString& name, std::vector<ParameterChoice> choices,
                  std::string T::*member)
{
    Field<T> field = text<T>(std::move(id), name, member);
    field.spec.type = ParameterType::Choice;
    field.spec.defaultValue = choices.empty() ? std::string{} : choices.front().value;
    field.spec.choices = std::move(choices);
    return field;
}

template <class T, class Enum>
Field<T> enumChoice(std::string id, const QString& name, std::vector<ParameterChoice> choices,
                    Enum T::*member)
{
    Field<T> field{spec(std::move(id), name, ParameterType::Choice, choices.front().value), {}, {}};
    field.spec.choices = choices;
    field.read = [member, choices](const T& item) {
        return ParameterValue{choices.at(static_cast<std::size_t>(item.*member)).value};
    };
    field.write = [member, choices](T& item, const ParameterValue& given) {
        const std::string value = toString(given);
        for (std::size_t i = 0; i < choices.size(); ++i)
            if (choices[i].value == value)
                item.*member = static_cast<Enum>(i);
    };
    return field;
}

template <class T>
Field<T> shownWhen(Field<T> field, std::string parameter, std::vector<std::string> values)
{
    field.spec.visibleWhen = {std::move(parameter), std::move(values)};
    return field;
}

template <class T>
Field<T> helped(Field<T> field, const QString& help)
{
    field.spec.help = say(help);
    return field;
}

std::vector<ParameterChoice> components(const Design& design,
                                        const std::function<bool(const Component&)>& fits,
                                        const QString& none = {})
{
    std::vector<ParameterChoice> choices;
    if (!none.isEmpty())
        choices.push_back({"", say(none)});
    for (const Component& each : design.components)
        if (fits(each))
            choices.push_back({each.id, each.label.empty() ? each.id : each.label});
    return choices;
}

std::function<bool(const Component&)> whoseSpec(const ServiceCatalog& catalog, bool ServiceSpec::*claim)
{
    return [&catalog, claim](const Component& component) {
        const ServiceSpec* found = catalog.find(component.service);
        return found && found->*claim;
    };
}

bool anyComponent(const Component&)
{
    return true;
}

bool isTime(const std::string& metric)
{
    return metric.rfind("delay-", 0) == 0 || metric.rfind("response-", 0) == 0
           || metric.rfind("freshness-", 0) == 0 || metric == "age-peak";
}

std::string metricName(const std::string& metric)
{
    const QString shown = QString::fromStdString(metric);
    if (metric.rfind("delay-p", 0) == 0 || metric.rfind("response-p", 0) == 0) {
        QString percentile = shown.section(u'-', 1);
        if (percentile == QLatin1String{"p999"})
            percentile = QStringLiteral("p99.9");
        return say((metric[0] == 'd' ? Words::tr("Delay %1") : Words::tr("Response %1")).arg(percentile));
    }
    if (metric == "freshness-max")
        return say(Words::tr("Freshness, worst"));
    if (metric == "freshness-mean")
        return say(Words::tr("Freshness, average"));
    if (metric == "throttled-share")
        return say(Words::tr("Share throttled"));
    if (metric == "lost-count")
        return say(Words::tr("Records lost"));
    if (metric == "backlog-peak")
        return say(Words::tr("Backlog, peak"));
    if (metric == "age-peak")
        return say(Words::tr("Oldest record, peak"));
    return metric;
}

/// Ids of the loads of one scenario share a name space; the smallest free number is taken.
Id freeLoadId(const Scenario& scenario, const std::string& stem)
{
    std::set<Id> taken;
    for (const QueryLoad& each : scenario.queries)
        taken.insert(each.id);
    for (const JobLoad& each : scenario.jobs)
        taken.insert(each.id);
    for (const Fault& each : scenario.faults)
        taken.insert(each.id);
    int number = 1;
    while (taken.count(stem + "-" + std::to_string(number)) > 0)
        ++number;
    return stem + "-" + std::to_string(number);
}

ComponentId firstId(const std::vector<ParameterChoice>& choices)
{
    return choices.empty() ? ComponentId{} : choices.front().value;
}

constexpr double kLongest = 366.0 * 86'400;
constexpr double kFastest = 1e9;

}  // namespace

Fields<Scenario> scenarioFields()
{
    Fields<Scenario> fields;
    fields.push_back(text<Scenario>("label", Words::tr("Name"), &Scenario::label));
    fields.push_back(helped(number<Scenario>("durationSeconds", Words::tr("Duration"), QStringLiteral("s"), 1,
                                             kLongest, 3600, &Scenario::durationSeconds),
                            Words::tr("How much time a run simulates.")));
    Field<Scenario> budget{
        spec("monthlyBudgetUsd", Words::tr("Monthly budget"), ParameterType::Real, 0.0), {}, {}};
    budget.spec.unit = "USD";
    budget.spec.maximum = 1e9;
    budget.read = [](const Scenario& item) { return ParameterValue{item.monthlyBudgetUsd.value_or(0)}; };
    budget.write = [](Scenario& item, const ParameterValue& given) {
        const double amount = asNumber(given);
        item.monthlyBudgetUsd = amount > 0 ? std::optional{amount} : std::nullopt;
    };
    fields.push_back(helped(budget, Words::tr("The verdict says when the bill exceeds it.")));
    return fields;
}

Fields<TrafficProfile> trafficFields()
{
    using T = TrafficProfile;
    const QString perSecond = QStringLiteral("/s");
    const QString s = QStringLiteral("s");
    Fields<T> fields;
    fields.push_back(helped(enumChoice<T, TrafficShape>("shape", Words::tr("Shape"),
                                                        {{"constant", say(Words::tr("Constant"))},
                                                         {"ramp", say(Words::tr("Ramp"))},
                                                         {"spike", say(Words::tr("Spike"))},
                                                         {"diurnal", say(Words::tr("Day and night"))}},
                                                        &T::shape),
                            Words::tr("How the rate changes over the scenario.")));
    fields.push_back(helped(
        number<T>("ratePerSecond", Words::tr("Rate"), perSecond, 0, kFastest, 0, &T::ratePerSecond),
        Words::tr("Records or requests per second; the mean for day and night, the start of a ramp.")));
    fields.push_back(shownWhen(
        number<T>("endPerSecond", Words::tr("Rate at the end"), perSecond, 0, kFastest, 0, &T::endPerSecond),
        "shape", {"ramp"}));
    fields.push_back(shownWhen(
        number<T>("peakPerSecond", Words::tr("Peak rate"), perSecond, 0, kFastest, 0, &T::peakPerSecond),
        "shape", {"spike", "diurnal"}));
    fields.push_back(shownWhen(
        number<T>("peakStartSeconds", Words::tr("Peak starts at"), s, 0, kLongest, 0, &T::peakStartSeconds),
        "shape", {"spike"}));
    fields.push_back(
        shownWhen(number<T>("peakSeconds", Words::tr("Peak lasts"), s, 0, kLongest, 0, &T::peakSeconds),
                  "shape", {"spike"}));
    fields.push_back(
        shownWhen(number<T>("peakHour", Words::tr("Peak hour"), QStringLiteral("h"), 0, 24, 12, &T::peakHour),
                  "shape", {"diurnal"}));
    fields.push_back(
        helped(enumChoice<T, Arrivals>("arrivals", Words::tr("Arrivals"),
                                       {{"regular", say(Words::tr("Evenly spaced"))},
                                        {"poisson", say(Words::tr("Random (Poisson)"))}},
                                       &T::arrivals),
               Words::tr("Many independent users arrive at random; a clock-driven producer evenly.")));
    // The enum's own default is Poisson, the second choice.
    fields.back().spec.defaultValue = std::string{"poisson"};
    return fields;
}

Fields<Objective> objectiveFields(const Design& design)
{
    Fields<Objective> fields;
    std::vector<ParameterChoice> metrics;
    std::vector<std::string> times;
    std::vector<std::string> others;
    for (const std::string& metric : knownMetrics()) {
        metrics.push_back({metric, metricName(metric)});
        (isTime(metric) ? times : others).push_back(metric);
    }
    Field<Objective> metric =
        idChoice<Objective>("metric", Words::tr("Metric"), std::move(metrics), &Objective::metric);
    metric.write = [](Objective& item, const ParameterValue& given) {
        item.metric = toString(given);
        // A target of the other kind would be silently ignored.
        if (isTime(item.metric)) {
            item.atMostMillis = item.atMostMillis.value_or(1000);
            item.atMost.reset();
        } else {
            item.atMost = item.atMost.value_or(0);
            item.atMostMillis.reset();
        }
    };
    fields.push_back(std::move(metric));
    fields.push_back(idChoice<Objective>("component", Words::tr("At"),
                                         components(design, anyComponent, Words::tr("whole design")),
                                         &Objective::component));
    const auto target = [](std::string id, const QString& unit, std::optional<double> Objective::*member,
                           double otherwise) {
        Field<Objective> field{
            spec(std::move(id), Words::tr("At most"), ParameterType::Real, otherwise), {}, {}};
        field.spec.unit = say(unit);
        field.spec.maximum = 1e12;
        field.read = [member, otherwise](const Objective& item) {
            return ParameterValue{(item.*member).value_or(otherwise)};
        };
        field.write = [member](Objective& item, const ParameterValue& given) {
            item.*member = asNumber(given);
        };
        return field;
    };
    fields.push_back(shownWhen(target("atMostMillis", QStringLiteral("ms"), &Objective::atMostMillis, 1000),
                               "metric", times));
    fields.push_back(shownWhen(target("atMost", {}, &Objective::atMost, 0), "metric", others));
    return fields;
}

Fields<QueryLoad> queryFields(const Design& design, const ServiceCatalog& catalog)
{
    using T = QueryLoad;
    Fields<T> fields;
    fields.push_back(text<T>("label", Words::tr("Name"), &T::label));
    fields.push_back(idChoice<T>("target", Words::tr("Asked of"),
                                 components(design, whoseSpec(catalog, &ServiceSpec::runsQueries)),
                                 &T::target));
    fields.push_back(
        helped(number<T>("perHour", Words::tr("Queries"), QStringLiteral("/h"), 0, kFastest, 0, &T::perHour),
               Words::tr("Open loop: asked at this rate however slow the answers are.")));
    Field<T> users{spec("users", Words::tr("Users"), ParameterType::Integer, std::int64_t{0}), {}, {}};
    users.spec.maximum = 1'000'000;
    users.read = [](const T& item) { return ParameterValue{item.users}; };
    users.write = [](T& item, const ParameterValue& given) {
        item.users = static_cast<std::int64_t>(asNumber(given));
    };
    fields.push_back(
        helped(users, Words::tr("Closed loop: each asks again after thinking about the answer.")));
    fields.push_back(number<T>("thinkSeconds", Words::tr("Think time"), QStringLiteral("s"), 0, kLongest, 0,
                               &T::thinkSeconds));
    fields.push_back(number<T>("gigabytesScanned", Words::tr("Scans"), QStringLiteral("GB"), 0, 1e9, 1,
                               &T::gigabytesScanned));
    fields.push_back(
        helped(number<T>("cpuSecondsPerGigabyte", Words::tr("Work per GB"), QStringLiteral("CPU s"), 0, 1e6,
                         2, &T::cpuSecondsPerGigabyte),
               Words::tr("Work per GB scanned on one slice; an assumption to replace by a measurement.")));
    return fields;
}

Fields<JobLoad> jobFields(const Design& design, const ServiceCatalog& catalog, const Scenario& scenario)
{
    using T = JobLoad;
    const QString s = QStringLiteral("s");
    Fields<T> fields;
    fields.push_back(text<T>("label", Words::tr("Name"), &T::label));
    fields.push_back(idChoice<T>("component", Words::tr("Runs on"),
                                 components(design, whoseSpec(catalog, &ServiceSpec::runsJobs)),
                                 &T::component));
    fields.push_back(number<T>("everySeconds", Words::tr("Every"), s, 0, kLongest, 0, &T::everySeconds));
    fields.push_back(
        number<T>("firstAtSeconds", Words::tr("First at"), s, 0, kLongest, 0, &T::firstAtSeconds));
    std::vector<ParameterChoice> jobs{{"", say(Words::tr("no other job"))}};
    for (const JobLoad& each : scenario.jobs)
        jobs.push_back({each.id, each.label.empty() ? each.id : each.label});
    fields.push_back(idChoice<T>("afterJob", Words::tr("After"), std::move(jobs), &T::afterJob));
    const auto stores = components(design, whoseSpec(catalog, &ServiceSpec::stores), Words::tr("none"));
    fields.push_back(idChoice<T>("input", Words::tr("Reads from"), stores, &T::input));
    fields.push_back(enumChoice<T, JobReads>("reads", Words::tr("Reads"),
                                             {{"new", say(Words::tr("what is new"))},
                                              {"window", say(Words::tr("a window of time"))},
                                              {"all", say(Words::tr("everything"))}},
                                             &T::reads));
    fields.push_back(
        shownWhen(number<T>("windowSeconds", Words::tr("Window"), s, 0, kLongest, 0, &T::windowSeconds),
                  "reads", {"window"}));
    fields.push_back(
        shownWhen(number<T>("gigabytes", Words::tr("Volume"), QStringLiteral("GB"), 0, 1e9, 0, &T::gigabytes),
                  "input", {""}));
    fields.push_back(number<T>("outputFactor", Words::tr("Output factor"), {}, 0, 1e6, 1, &T::outputFactor));
    fields.push_back(idChoice<T>("output", Words::tr("Writes to"), stores, &T::output));
    fields.push_back(enumChoice<T, JobOverlap>("overlap", Words::tr("If still running"),
                                               {{"queue", say(Words::tr("wait"))},
                                                {"skip", say(Words::tr("skip"))},
                                                {"parallel", say(Words::tr("run beside it"))}},
                                               &T::overlap));
    return fields;
}

Fields<Fault> faultFields(const Design& design)
{
    using T = Fault;
    const QString s = QStringLiteral("s");
    Fields<T> fields;
    fields.push_back(
        idChoice<T>("component", Words::tr("At"), components(design, anyComponent), &T::component));
    fields.push_back(enumChoice<T, FaultKind>("kind", Words::tr("What happens"),
                                              {{"down", say(Words::tr("It is down"))},
                                               {"slow", say(Words::tr("It is slow"))},
                                               {"errors", say(Words::tr("It fails some work"))},
                                               {"capacity-cut", say(Words::tr("It loses capacity"))},
                                               {"az-lost", say(Words::tr("It loses a zone"))},
                                               {"consumer-paused", say(Words::tr("It stops reading"))},
                                               {"poison-record", say(Words::tr("A record always fails"))},
                                               {"deployment", say(Words::tr("A new version rolls out"))},
                                               {"spot-interruption", say(Words::tr("Spot nodes are taken"))}},
                                              &T::kind));
    fields.push_back(number<T>("startSeconds", Words::tr("Starts at"), s, 0, kLongest, 0, &T::startSeconds));
    fields.push_back(
        number<T>("durationSeconds", Words::tr("Lasts"), s, 0, kLongest, 0, &T::durationSeconds));
    fields.push_back(shownWhen(
        helped(number<T>("factor", Words::tr("Factor"), {}, 0, 1e6, 1, &T::factor),
               Words::tr("Slow: times the latency. Fails: share of the work. Capacity: share that is left.")),
        "kind", {"slow", "errors", "capacity-cut", "deployment", "spot-interruption"}));
    return fields;
}

Objective newObjective(const Design& design, const ServiceCatalog& catalog)
{
    Objective objective;
    objective.metric = "delay-p99";
    objective.atMostMillis = 1000;
    // Where data comes to rest is what most objectives are about.
    for (const Component& each : design.components) {
        const ServiceSpec* found = catalog.find(each.service);
        const bool feeds =
            std::any_of(design.connections.begin(), design.connections.end(),
                        [&](const Connection& connection) { return connection.from == each.id; });
        if (found && !found->isSource && !feeds)
            objective.component = each.id;
    }
    if (objective.component.empty() && !design.components.empty())
        objective.component = design.components.back().id;
    return objective;
}

QueryLoad newQuery(const Design& design, const ServiceCatalog& catalog, const Scenario& scenario)
{
    QueryLoad query;
    query.id = freeLoadId(scenario, "query");
    query.target = firstId(components(design, whoseSpec(catalog, &ServiceSpec::runsQueries)));
    query.label = say(Words::tr("Query"));
    query.perHour = 60;
    return query;
}

JobLoad newJob(const Design& design, const ServiceCatalog& catalog, const Scenario& scenario)
{
    JobLoad job;
    job.id = freeLoadId(scenario, "job");
    job.component = firstId(components(design, whoseSpec(catalog, &ServiceSpec::runsJobs)));
    job.label = say(Words::tr("Job"));
    job.everySeconds = 900;
    job.gigabytes = 1;
    return job;
}

Fault newFault(const Design& design, const ServiceCatalog& catalog, const Scenario& scenario)
{
    Fault fault;
    fault.id = freeLoadId(scenario, "fault");
    for (const Component& each : design.components) {
        const ServiceSpec* found = catalog.find(each.service);
        if (found && !found->isSource && fault.component.empty())
            fault.component = each.id;
    }
    fault.startSeconds = scenario.durationSeconds / 3;
    fault.durationSeconds = std::min(300.0, scenario.durationSeconds / 6);
    fault.factor = 2;
    return fault;
}

}  // namespace plimsoll
