// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/scenario_fields.h"

#include "app/desktop/document/scenario_items.h"
#include "app/desktop/text/metric_name.h"
#include "model/validation/issue.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>
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

bool isShare(const std::string& metric)
{
    return metric.ends_with("-share");
}

bool isTime(const std::string& metric)
{
    return metric.rfind("delay-", 0) == 0 || metric.rfind("response-", 0) == 0
           || metric.rfind("freshness-", 0) == 0 || metric == "age-peak";
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
    // In the order of Opening.
    fields.push_back(helped(
        enumChoice<Scenario, Opening>("opening", Words::tr("Opens"),
                                      {{"settled", say(Words::tr("as after a long time"))},
                                       {"cold", say(Words::tr("cold, from nothing"))}},
                                      &Scenario::opening),
        Words::tr("Settled: warm environments, full credits and buckets, capacity scaled to the opening "
                  "rate. Cold: none of it.")));
    return fields;
}

namespace {

/// In the order of FaultKind.
std::vector<ParameterChoice> faultKinds()
{
    return {{"down", say(Words::tr("It is down"))},
            {"slow", say(Words::tr("It is slow"))},
            {"errors", say(Words::tr("It fails some work"))},
            {"capacity-cut", say(Words::tr("It loses capacity"))},
            {"az-lost", say(Words::tr("Its zone is lost"))},
            {"consumer-paused", say(Words::tr("It stops reading"))},
            {"poison-record", say(Words::tr("A record always fails"))},
            {"deployment", say(Words::tr("A new version rolls out"))},
            {"spot-interruption", say(Words::tr("Spot nodes are taken"))}};
}

/// What the factor of a kind means; empty = it has none.
QString factorName(FaultKind kind)
{
    switch (kind) {
    case FaultKind::Slow:
        return Words::tr("Times slower");
    case FaultKind::Errors:
        return Words::tr("Share that fails");
    case FaultKind::CapacityCut:
    case FaultKind::Deployment:
    case FaultKind::SpotInterruption:
        return Words::tr("Share left");
    case FaultKind::Down:
    case FaultKind::ZoneLost:
    case FaultKind::ConsumerPaused:
    case FaultKind::PoisonRecord:
        return {};
    }
    return {};
}

std::vector<std::string> shapesWith(bool (*claim)(TrafficShape))
{
    static constexpr std::pair<const char*, TrafficShape> kShapes[] = {
        {"constant", TrafficShape::Constant}, {"ramp", TrafficShape::Ramp},
        {"step", TrafficShape::Step},         {"spike", TrafficShape::Spike},
        {"diurnal", TrafficShape::Diurnal},   {"weekly", TrafficShape::Weekly},
        {"trace", TrafficShape::Trace}};
    std::vector<std::string> names;
    for (const auto& [name, shape] : kShapes)
        if (claim(shape))
            names.emplace_back(name);
    return names;
}

}  // namespace

Fields<TrafficProfile> trafficFields()
{
    using T = TrafficProfile;
    const QString perSecond = QStringLiteral("/s");
    const QString s = QStringLiteral("s");
    const auto daily = shapesWith(
        [](TrafficShape shape) { return shape == TrafficShape::Diurnal || shape == TrafficShape::Weekly; });
    Fields<T> fields;
    // In the order of TrafficShape.
    fields.push_back(helped(enumChoice<T, TrafficShape>("shape", Words::tr("Shape"),
                                                        {{"constant", say(Words::tr("Constant"))},
                                                         {"ramp", say(Words::tr("Ramp"))},
                                                         {"step", say(Words::tr("Steps"))},
                                                         {"spike", say(Words::tr("Spike"))},
                                                         {"diurnal", say(Words::tr("Day and night"))},
                                                         {"weekly", say(Words::tr("Week"))},
                                                         {"trace", say(Words::tr("From a file"))}},
                                                        &T::shape),
                            Words::tr("How the rate changes over the scenario.")));
    fields.push_back(shownWhen(
        helped(number<T>("ratePerSecond", Words::tr("Rate"), perSecond, 0, kFastest, 0, &T::ratePerSecond),
               Words::tr("Records or requests per second; the mean of a day or week, the start of a ramp.")),
        "shape", shapesWith([](TrafficShape shape) { return shape != TrafficShape::Trace; })));
    fields.push_back(
        shownWhen(helped(text<T>("file", Words::tr("File"), &T::file),
                         Words::tr("A CSV file of times or rates, named from the folder of the design.")),
                  "shape", {"trace"}));
    fields.push_back(shownWhen(
        number<T>("endPerSecond", Words::tr("Rate at the end"), perSecond, 0, kFastest, 0, &T::endPerSecond),
        "shape", {"ramp"}));
    fields.push_back(shownWhen(
        number<T>("peakPerSecond", Words::tr("Peak rate"), perSecond, 0, kFastest, 0, &T::peakPerSecond),
        "shape", {"spike", "diurnal", "weekly"}));
    fields.push_back(shownWhen(
        number<T>("peakStartSeconds", Words::tr("Peak starts at"), s, 0, kLongest, 0, &T::peakStartSeconds),
        "shape", {"spike"}));
    fields.push_back(
        shownWhen(number<T>("peakSeconds", Words::tr("Peak lasts"), s, 0, kLongest, 0, &T::peakSeconds),
                  "shape", {"spike"}));
    fields.push_back(
        shownWhen(number<T>("peakHour", Words::tr("Peak hour"), QStringLiteral("h"), 0, 24, 12, &T::peakHour),
                  "shape", daily));
    Field<T> weekend{spec("weekendFactor", Words::tr("Weekend"), ParameterType::Real, 1.0), {}, {}};
    weekend.spec.unit = say(Words::tr("\u00d7 weekday"));
    weekend.spec.maximum = 100;
    weekend.read = [](const T& item) {
        return ParameterValue{item.weekendFactor.value_or(item.shape == TrafficShape::Weekly ? 0.5 : 1.0)};
    };
    weekend.write = [](T& item, const ParameterValue& given) { item.weekendFactor = asNumber(given); };
    fields.push_back(
        shownWhen(helped(weekend, Words::tr("Traffic on Saturday and Sunday, as a multiple of a weekday's.")),
                  "shape", daily));
    fields.push_back(shownWhen(enumChoice<T, Weekday>("firstDay", Words::tr("Begins on"),
                                                      {{"monday", say(Words::tr("Monday"))},
                                                       {"tuesday", say(Words::tr("Tuesday"))},
                                                       {"wednesday", say(Words::tr("Wednesday"))},
                                                       {"thursday", say(Words::tr("Thursday"))},
                                                       {"friday", say(Words::tr("Friday"))},
                                                       {"saturday", say(Words::tr("Saturday"))},
                                                       {"sunday", say(Words::tr("Sunday"))}},
                                                      &T::firstDay),
                               "shape", daily));
    fields.push_back(helped(enumChoice<T, Arrivals>("arrivals", Words::tr("Arrivals"),
                                                    {{"regular", say(Words::tr("Evenly spaced"))},
                                                     {"poisson", say(Words::tr("Random (Poisson)"))},
                                                     {"bursty", say(Words::tr("In bursts"))}},
                                                    &T::arrivals),
                            Words::tr("Many independent users arrive at random; a clock-driven producer "
                                      "evenly; what is collected and sent on, in bursts.")));
    // The enum's own default is Poisson, the second choice.
    fields.back().spec.defaultValue = std::string{"poisson"};
    fields.push_back(shownWhen(helped(number<T>("burstFactor", Words::tr("Within a burst"),
                                                Words::tr("\u00d7 mean"), 1, 1e6, 4, &T::burstFactor),
                                      Words::tr("The rate within a burst, as a multiple of the mean.")),
                               "arrivals", {"bursty"}));
    Field<T> share{spec("burstShare", Words::tr("Time in bursts"), ParameterType::Real, 10.0), {}, {}};
    share.spec.unit = "%";
    share.spec.maximum = 100;
    share.read = [](const T& item) { return ParameterValue{item.burstShare * 100}; };
    share.write = [](T& item, const ParameterValue& given) { item.burstShare = asNumber(given) / 100; };
    fields.push_back(shownWhen(share, "arrivals", {"bursty"}));
    fields.push_back(shownWhen(
        number<T>("burstSeconds", Words::tr("A burst lasts"), s, 0.001, kLongest, 10, &T::burstSeconds),
        "arrivals", {"bursty"}));
    return fields;
}

Fields<RateLevel> levelFields()
{
    using T = RateLevel;
    return {number<T>("atSeconds", Words::tr("From"), QStringLiteral("s"), 0, kLongest, 0, &T::atSeconds),
            number<T>("ratePerSecond", Words::tr("Rate"), QStringLiteral("/s"), 0, kFastest, 0,
                      &T::ratePerSecond)};
}

Fields<TrafficSpike> spikeFields()
{
    using T = TrafficSpike;
    const QString s = QStringLiteral("s");
    Fields<T> fields;
    fields.push_back(number<T>("startSeconds", Words::tr("Starts at"), s, 0, kLongest, 0, &T::startSeconds));
    fields.push_back(number<T>("seconds", Words::tr("Lasts"), s, 0, kLongest, 0, &T::seconds));
    // A spike with a rate of its own, as a file may have, keeps it until a multiple is given.
    Field<T> factor{spec("factor", Words::tr("Traffic"), ParameterType::Real, 2.0), {}, {}};
    factor.spec.unit = say(Words::tr("\u00d7 usual"));
    factor.spec.maximum = 1e6;
    factor.read = [](const T& item) { return ParameterValue{item.factor.value_or(0)}; };
    factor.write = [](T& item, const ParameterValue& given) {
        const double value = asNumber(given);
        item.factor = value > 0 || !item.peakPerSecond ? std::optional{value} : std::nullopt;
        if (item.factor)
            item.peakPerSecond.reset();
    };
    fields.push_back(factor);
    Field<T> peak{spec("peakPerSecond", Words::tr("or a rate of"), ParameterType::Real, 0.0), {}, {}};
    peak.spec.unit = "/s";
    peak.spec.maximum = kFastest;
    peak.read = [](const T& item) { return ParameterValue{item.peakPerSecond.value_or(0)}; };
    peak.write = [](T& item, const ParameterValue& given) {
        if (asNumber(given) > 0) {
            item.peakPerSecond = asNumber(given);
            item.factor.reset();
        } else {
            item.peakPerSecond.reset();
            item.factor = item.factor.value_or(2);
        }
    };
    fields.push_back(peak);
    fields.push_back(
        helped(number<T>("everySeconds", Words::tr("Again every"), s, 0, kLongest, 0, &T::everySeconds),
               Words::tr("86,400 s is a day; 0 is once.")));
    return fields;
}

Fields<TrafficPause> pauseFields()
{
    using T = TrafficPause;
    const QString s = QStringLiteral("s");
    return {number<T>("startSeconds", Words::tr("Starts at"), s, 0, kLongest, 0, &T::startSeconds),
            number<T>("seconds", Words::tr("Lasts"), s, 0, kLongest, 0, &T::seconds),
            helped(number<T>("everySeconds", Words::tr("Again every"), s, 0, kLongest, 0, &T::everySeconds),
                   Words::tr("86,400 s is a day; 0 is once."))};
}

Fields<Objective> objectiveFields(const Design& design)
{
    Fields<Objective> fields;
    std::vector<ParameterChoice> metrics;
    std::vector<std::string> times, shares, others;
    for (const std::string& metric : knownMetrics()) {
        metrics.push_back({metric, say(metricName(metric))});
        (isTime(metric) ? times : isShare(metric) ? shares : others).push_back(metric);
    }
    Field<Objective> metric =
        idChoice<Objective>("metric", Words::tr("Metric"), std::move(metrics), &Objective::metric);
    metric.write = [](Objective& item, const ParameterValue& given) {
        const bool wasShare = isShare(item.metric);
        item.metric = toString(given);
        // So many percent are no count.
        if (wasShare != isShare(item.metric))
            item.atMost.reset();
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
    Field<Objective> share =
        shownWhen(target("atMostPercent", QStringLiteral("%"), &Objective::atMost, 0), "metric", shares);
    share.spec.maximum = 100;
    // Rounded beyond what anyone sets: 100 * 0.07 is 7.000000000000001.
    share.read = [](const Objective& item) {
        return ParameterValue{std::round(100 * item.atMost.value_or(0) * 1e9) / 1e9};
    };
    share.write = [](Objective& item, const ParameterValue& given) { item.atMost = asNumber(given) / 100; };
    fields.push_back(std::move(share));
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

Fields<Fault> faultFields(const Design& design, const ServiceCatalog& catalog, const TimedFits& fits,
                          const Fault& fault)
{
    using T = Fault;
    const QString s = QStringLiteral("s");
    const auto fitting = [fits](const ComponentId& component) {
        std::vector<FaultKind> kinds;
        for (std::size_t i = 0; i < faultKinds().size(); ++i)
            if (fits.takes(component, static_cast<FaultKind>(i)))
                kinds.push_back(static_cast<FaultKind>(i));
        return kinds;
    };
    Fields<T> fields;
    std::vector<ParameterChoice> places = components(design, [&catalog](const Component& component) {
        const ServiceSpec* found = catalog.find(component.service);
        return !found || !found->isSource;
    });
    places.push_back({"", say(Words::tr("all in one zone"))});
    Field<T> where = idChoice<T>("component", Words::tr("At"), std::move(places), &T::component);
    where.write = [fitting](T& item, const ParameterValue& given) {
        item.component = toString(given);
        const std::vector<FaultKind> kinds = fitting(item.component);
        // What cannot happen there would only be an error to mend.
        if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), item.kind) == kinds.end()) {
            item.kind = kinds.front();
            item.factor = usualFactor(item.kind);
        }
        if (item.kind != FaultKind::ZoneLost)
            item.zone.clear();
        else if (item.component.empty() && item.zone.empty())
            item.zone = "a";
    };
    fields.push_back(std::move(where));

    const std::vector<ParameterChoice> all = faultKinds();
    Field<T> kind{spec("kind", Words::tr("What happens"), ParameterType::Choice, all.front().value), {}, {}};
    for (const FaultKind each : fitting(fault.component))
        kind.spec.choices.push_back(all[static_cast<std::size_t>(each)]);
    // One that does not fit is still shown as what the file says.
    const ParameterChoice& present = all[static_cast<std::size_t>(fault.kind)];
    if (std::none_of(kind.spec.choices.begin(), kind.spec.choices.end(),
                     [&](const ParameterChoice& each) { return each.value == present.value; }))
        kind.spec.choices.push_back(present);
    kind.spec.defaultValue = kind.spec.choices.front().value;
    kind.read = [all](const T& item) {
        return ParameterValue{all.at(static_cast<std::size_t>(item.kind)).value};
    };
    kind.write = [all](T& item, const ParameterValue& given) {
        for (std::size_t i = 0; i < all.size(); ++i)
            if (all[i].value == toString(given) && item.kind != static_cast<FaultKind>(i)) {
                item.kind = static_cast<FaultKind>(i);
                item.factor = usualFactor(item.kind);
            }
        if (item.kind != FaultKind::ZoneLost)
            item.zone.clear();
    };
    fields.push_back(std::move(kind));

    std::vector<ParameterChoice> zones{{"", say(Words::tr("any one"))}, {"a", "a"}, {"b", "b"}, {"c", "c"}};
    if (fault.component.empty())
        zones.erase(zones.begin());
    fields.push_back(
        shownWhen(idChoice<T>("zone", Words::tr("Zone"), std::move(zones), &T::zone), "kind", {"az-lost"}));
    fields.push_back(number<T>("startSeconds", Words::tr("Starts at"), s, 0, kLongest, 0, &T::startSeconds));
    fields.push_back(
        number<T>("durationSeconds", Words::tr("Lasts"), s, 0, kLongest, 0, &T::durationSeconds));
    std::vector<std::string> withFactor;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (!factorName(static_cast<FaultKind>(i)).isEmpty())
            withFactor.push_back(all[i].value);
    const QString meaning = factorName(fault.kind);
    Field<T> factor = number<T>("factor", meaning.isEmpty() ? Words::tr("Factor") : meaning, {}, 0,
                                fault.kind == FaultKind::Slow ? 1e6 : 1, 1, &T::factor);
    if (fault.kind == FaultKind::Slow)
        factor.spec.minimum = 1;
    fields.push_back(shownWhen(std::move(factor), "kind", withFactor));
    return fields;
}

namespace {

/// What a file names stays in the list, whatever it is.
std::vector<ParameterChoice> withPresent(std::vector<ParameterChoice> choices, const std::string& present,
                                         const std::string& name)
{
    if (!present.empty() && std::none_of(choices.begin(), choices.end(), [&](const ParameterChoice& each) {
            return each.value == present;
        }))
        choices.push_back({present, name});
    return choices;
}

/// The components of these ids, in the order of the design.
std::vector<ParameterChoice> choicesOf(const Design& design, const std::vector<ComponentId>& ids,
                                       const ComponentId& present)
{
    const std::set<ComponentId> chosen{ids.begin(), ids.end()};
    return withPresent(components(design, [&](const Component& each) { return chosen.contains(each.id); }),
                       present, labelOf(design, present));
}

const ParameterSpec* parameterOf(const Design& design, const ServiceCatalog& catalog,
                                 const TimedFits::Changeable& what)
{
    const Component* component = findComponent(design, what.component);
    const ServiceSpec* found = component ? catalog.find(component->service) : nullptr;
    return found ? findParameter(*found, what.parameter) : nullptr;
}

template <class T>
Field<T> startField(const QString& name)
{
    return number<T>("startSeconds", name, QStringLiteral("s"), 0, kLongest, 0, &T::startSeconds);
}

}  // namespace

Fields<Redrive> redriveFields(const Design& design, const TimedFits& fits, const Redrive& redrive)
{
    using T = Redrive;
    Fields<T> fields;
    fields.push_back(idChoice<T>("component", Words::tr("From"),
                                 choicesOf(design, fits.redrives, redrive.component), &T::component));
    fields.push_back(startField<T>(Words::tr("Starts at")));
    fields.push_back(helped(number<T>("ratePerSecond", Words::tr("Messages"), QStringLiteral("/s"), 0,
                                      kMostRedrivenPerSecond, 0, &T::ratePerSecond),
                            Words::tr("How fast dead letters go back to the queue they came from.")));
    return fields;
}

Fields<ParameterChange> changeFields(const Design& design, const ServiceCatalog& catalog,
                                     const TimedFits& fits, const ParameterChange& change)
{
    using T = ParameterChange;
    std::vector<ComponentId> places;
    std::vector<ParameterChoice> parameters;
    for (const TimedFits::Changeable& each : fits.changes) {
        places.push_back(each.component);
        if (each.component == change.component)
            parameters.push_back({each.parameter, parameterOf(design, catalog, each)->name});
    }
    const ParameterSpec* changed = parameterOf(design, catalog, {change.component, change.parameter});
    Fields<T> fields;
    Field<T> where =
        idChoice<T>("component", Words::tr("At"), choicesOf(design, places, change.component), &T::component);
    where.write = [&design, &catalog, all = fits.changes](T& item, const ParameterValue& given) {
        const auto first = std::find_if(all.begin(), all.end(), [&](const TimedFits::Changeable& each) {
            return each.component == toString(given);
        });
        if (first == all.end() || first->component == item.component)
            return;
        item.component = first->component;
        item.parameter = first->parameter;
        item.value = anotherValue(design, catalog, *first);
    };
    fields.push_back(std::move(where));
    Field<T> what = idChoice<T>(
        "parameter", Words::tr("What changes"),
        withPresent(std::move(parameters), change.parameter, changed ? changed->name : change.parameter),
        &T::parameter);
    what.write = [&design, &catalog](T& item, const ParameterValue& given) {
        if (toString(given) == item.parameter)
            return;
        item.parameter = toString(given);
        item.value = anotherValue(design, catalog, {item.component, item.parameter});
    };
    fields.push_back(std::move(what));
    // The parameter's own editor, with its unit and range.
    Field<T> value{changed ? *changed
                           : spec("value", QString{}, ParameterType::Text, ParameterValue{std::string{}}),
                   {},
                   {}};
    value.spec.id = "value";
    value.spec.name = say(Words::tr("Becomes"));
    value.spec.sizable = false;
    value.spec.advanced = false;
    value.spec.visibleWhen = {};
    value.read = [](const T& item) { return item.value; };
    value.write = [](T& item, const ParameterValue& given) { item.value = given; };
    fields.push_back(std::move(value));
    fields.push_back(startField<T>(Words::tr("Asked for at")));
    return fields;
}

Fields<Replay> replayFields(const Design& design, const TimedFits& fits, const Replay& replay)
{
    using T = Replay;
    const auto nameOf = [&](const ConnectionId& id) {
        const Connection* found = findConnection(design, id);
        return found ? say(Words::tr("%1 \u2192 %2", "from a component to another")
                               .arg(QString::fromStdString(labelOf(design, found->from)),
                                    QString::fromStdString(labelOf(design, found->to))))
                     : id;
    };
    std::vector<ParameterChoice> places;
    for (const ConnectionId& each : fits.replays)
        places.push_back({each, nameOf(each)});
    Fields<T> fields;
    fields.push_back(idChoice<T>("connection", Words::tr("Over"),
                                 withPresent(std::move(places), replay.connection, nameOf(replay.connection)),
                                 &T::connection));
    fields.push_back(startField<T>(Words::tr("Starts at")));
    Field<T> to{spec("to", Words::tr("Goes back to"), ParameterType::Choice, std::string{"oldest"}), {}, {}};
    to.spec.choices = {{"oldest", say(Words::tr("the oldest record"))}, {"time", say(Words::tr("a time"))}};
    to.read = [](const T& item) { return ParameterValue{std::string{item.fromSeconds ? "time" : "oldest"}}; };
    to.write = [](T& item, const ParameterValue& given) {
        if (toString(given) != "time")
            item.fromSeconds.reset();
        else if (!item.fromSeconds)
            item.fromSeconds = 0;
    };
    fields.push_back(std::move(to));
    Field<T> from{spec("fromSeconds", Words::tr("Time"), ParameterType::Real, 0.0), {}, {}};
    from.spec.unit = "s";
    from.spec.maximum = kLongest;
    from.read = [](const T& item) { return ParameterValue{item.fromSeconds.value_or(0)}; };
    from.write = [](T& item, const ParameterValue& given) { item.fromSeconds = asNumber(given); };
    fields.push_back(shownWhen(std::move(from), "to", {"time"}));
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

}  // namespace plimsoll
