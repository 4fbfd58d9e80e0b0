// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/number_trees.h"

#include "app/desktop/widgets/bars.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace plimsoll {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(NumberTrees)
};

Derivation leaf(const QString& name, std::uint64_t count)
{
    return computed(name.toStdString(), static_cast<double>(count), {}, {}, {});
}

Derivation sum(const QString& name, std::uint64_t count, const QString& formula,
               std::vector<Derivation> inputs)
{
    return computed(name.toStdString(), static_cast<double>(count), {}, formula.toStdString(),
                    std::move(inputs));
}

Derivation offered(const Counts& counts)
{
    std::vector<Derivation> inputs{leaf(Words::tr("accepted"), counts.accepted),
                                   leaf(Words::tr("throttled"), counts.throttled),
                                   leaf(Words::tr("rejected"), counts.rejected)};
    if (counts.retried > 0)
        inputs.push_back(leaf(Words::tr("of these, attempts after the first"), counts.retried));
    return sum(Words::tr("Offered"), counts.offered, Words::tr("accepted + throttled + rejected"),
               std::move(inputs));
}

Derivation accepted(const Counts& counts)
{
    return sum(Words::tr("Accepted"), counts.accepted, Words::tr("completed + failed + lost + in flight"),
               {leaf(Words::tr("completed"), counts.completed), leaf(Words::tr("failed"), counts.failed),
                leaf(Words::tr("lost"), counts.lost),
                leaf(Words::tr("in flight at the end"), counts.inFlight)});
}

/// One that is what the others leave of it.
Derivation rest(const QString& name, std::uint64_t count, const QString& formula, Derivation whole)
{
    return sum(name, count, formula, {std::move(whole)});
}

Derivation throttled(const ComponentReport& component)
{
    std::vector<Derivation> limits;
    for (const LimitUse& each : component.limits) {
        if (each.refused <= 0)
            continue;
        const QString label = coreText(each.label.empty() ? each.limit : each.label);
        limits.push_back(computed(Words::tr("refused by %1").arg(label).toStdString(), each.refused, {}, {},
                                  each.derivation.name.empty() ? std::vector<Derivation>{}
                                                               : std::vector{each.derivation}));
    }
    if (limits.empty())
        return rest(Words::tr("Throttled"), component.counts.throttled,
                    Words::tr("offered \u2212 accepted \u2212 rejected"), offered(component.counts));
    return sum(Words::tr("Throttled"), component.counts.throttled, Words::tr("what each limit refused"),
               std::move(limits));
}

Derivation rejected(const ComponentReport& component)
{
    return rest(Words::tr("Rejected"), component.counts.rejected,
                Words::tr("offered \u2212 accepted \u2212 throttled"), offered(component.counts));
}

std::vector<Derivation> samplesOf(const LatencySummary& latency, Percentile which)
{
    std::vector<Derivation> inputs{leaf(Words::tr("samples"), latency.samples)};
    const auto millis = [&](const QString& name, const std::optional<double>& value) {
        if (value)
            inputs.push_back(computed(name.toStdString(), *value, "ms", {}, {}));
    };
    millis(Words::tr("how far off it may be (95 times in 100)"), halfWidthOf(latency, which));
    millis(Words::tr("on average"), latency.mean);
    millis(Words::tr("slowest"), latency.max);
    return inputs;
}

Derivation percentile(const QString& name, const LatencySummary& latency, Percentile which)
{
    return computed(name.toStdString(), valueOf(latency, which).value_or(0), "ms",
                    Words::tr("nearest rank among the samples").toStdString(), samplesOf(latency, which));
}

template <Percentile which>
Derivation timeInside(const ComponentReport& component)
{
    return percentile(Words::tr("%1 of the time inside").arg(Format::percentileName(which)),
                      component.latency, which);
}

/// One of what the accepted became, as the others leave it.
template <std::uint64_t Counts::*member>
Derivation ofTheAccepted(const ComponentReport& component)
{
    for (const RunFigure& figure : runFigures())
        if (figure.count == member)
            return rest(figure.name, component.counts.*member, Words::tr("what is left of the accepted"),
                        accepted(component.counts));
    return {};
}

/// A part of a sampled time: "waiting in a queue".
std::vector<Derivation> partsOf(const double (&millis)[kTimeParts])
{
    std::vector<Derivation> parts;
    for (int part = 0; part < kTimeParts; ++part)
        if (millis[part] > 0)
            parts.push_back(
                computed(partName(static_cast<TimePart>(part)).toStdString(), millis[part], "ms", {}, {}));
    return parts;
}

Derivation seconds(const QString& name, double value)
{
    return computed(name.toStdString(), value, "s", {}, {});
}

Derivation dollars(const QString& name, Money amount, const QString& formula, std::vector<Derivation> inputs)
{
    return computed(name.toStdString(), amount.dollars(), "USD", formula.toStdString(), std::move(inputs));
}

QString lineName(const BillLine& line)
{
    const QString where =
        QString::fromStdString(line.componentLabel.empty() ? line.component : line.componentLabel);
    return Words::tr("%1: %2", "component, meter")
        .arg(where, coreText(line.name.empty() ? line.meter : line.name));
}

/// A line's own arithmetic under its name.
Derivation lineOf(const BillLine& line)
{
    return dollars(lineName(line), line.amount, {},
                   line.derivation.name.empty() ? std::vector<Derivation>{} : std::vector{line.derivation});
}

/// The samples behind what an objective asks for; nothing where it asks for none of them.
const LatencySummary* latencyBehind(const Objective& objective, const RunReport& report)
{
    if (objective.metric.starts_with("delay-"))
        for (const SinkReport& sink : report.sinks)
            if (sink.component == objective.component)
                return &sink.delay;
    if (objective.metric.starts_with("response-"))
        for (const PathReport& path : report.paths)
            if (path.source == objective.component)
                return &path.response;
    return nullptr;
}

}  // namespace

double sumOf(const double (&millis)[kTimeParts])
{
    return std::accumulate(std::begin(millis), std::end(millis), 0.0);
}

std::vector<RunFigure> runFigures()
{
    using R = const ComponentReport&;
    return {{.id = "offered",
             .name = Words::tr("Offered"),
             .count = &Counts::offered,
             .tree = [](R each) { return offered(each.counts); }},
            {.id = "accepted",
             .name = Words::tr("Accepted"),
             .count = &Counts::accepted,
             .tree = [](R each) { return accepted(each.counts); }},
            {.id = "throttled",
             .name = Words::tr("Throttled"),
             .count = &Counts::throttled,
             .isTrouble = true,
             .tree = throttled},
            {.id = "rejected",
             .name = Words::tr("Rejected"),
             .count = &Counts::rejected,
             .isTrouble = true,
             .isRare = true,
             .tree = rejected},
            {.id = "completed",
             .name = Words::tr("Completed"),
             .count = &Counts::completed,
             .tree = ofTheAccepted<&Counts::completed>},
            {.id = "failed",
             .name = Words::tr("Failed"),
             .count = &Counts::failed,
             .isTrouble = true,
             .tree = ofTheAccepted<&Counts::failed>},
            {.id = "lost",
             .name = Words::tr("Lost"),
             .count = &Counts::lost,
             .isTrouble = true,
             .isRare = true,
             .tree = ofTheAccepted<&Counts::lost>},
            {.id = "in-flight",
             .name = Words::tr("In flight"),
             .count = &Counts::inFlight,
             .tree = ofTheAccepted<&Counts::inFlight>},
            {.id = "p50",
             .name = Format::percentileName(Percentile::P50),
             .percentile = Percentile::P50,
             .tree = timeInside<Percentile::P50>},
            {.id = "p99",
             .name = Format::percentileName(Percentile::P99),
             .percentile = Percentile::P99,
             .tree = timeInside<Percentile::P99>}};
}

Derivation treeOf(const ComponentReport& component, std::string_view figure)
{
    for (const RunFigure& each : runFigures())
        if (each.id == figure)
            return each.tree(component);
    return {};
}

std::optional<Derivation> treeOf(const LatencySummary& latency, Percentile which, const TimeSplit& split)
{
    if (!valueOf(latency, which))
        return std::nullopt;
    Derivation tree = percentile(Format::percentileName(which), latency, which);
    // Of the slowest the split is of those at or above p99; of all others that of the mean.
    const bool tail = which == Percentile::P99 || which == Percentile::P999;
    const auto& millis = tail ? split.p99Millis : split.meanMillis;
    if (const double sum = sumOf(millis); sum > 0)
        tree.inputs.push_back(computed(
            (tail ? Words::tr("where the time of the slowest 1% goes") : Words::tr("where the time goes"))
                .toStdString(),
            sum, "ms", Words::tr("mean of sampled messages").toStdString(), partsOf(millis)));
    return tree;
}

Derivation slowestOf(const LatencySummary& latency)
{
    std::vector<Derivation> inputs{leaf(Words::tr("samples"), latency.samples)};
    if (latency.mean)
        inputs.push_back(computed(Words::tr("on average").toStdString(), *latency.mean, "ms", {}, {}));
    return computed(Words::tr("slowest").toStdString(), latency.max.value_or(0), "ms",
                    Words::tr("the largest of the samples").toStdString(), std::move(inputs));
}

Derivation deliveredOf(const SinkReport& sink)
{
    return sum(Words::tr("delivered"), sink.delivered,
               Words::tr("records of the sources that were readable here by the end"),
               {leaf(Words::tr("with a delay that was measured"), sink.delay.samples),
                leaf(Words::tr("not yet delivered"), sink.undelivered)});
}

Derivation undeliveredOf(const SinkReport& sink)
{
    return sum(Words::tr("not yet delivered"), sink.undelivered,
               Words::tr("accepted on the way and not readable here when the run ended"),
               {leaf(Words::tr("delivered"), sink.delivered),
                seconds(Words::tr("age of the oldest of them"), sink.undeliveredAgeSeconds)});
}

Derivation freshnessOf(const SinkReport& sink)
{
    return computed(Words::tr("freshness").toStdString(), sink.freshnessMeanSeconds.value_or(0), "s",
                    Words::tr("how long ago what is readable here was the newest, over time").toStdString(),
                    {seconds(Words::tr("on average"), sink.freshnessMeanSeconds.value_or(0)),
                     seconds(Words::tr("worst"), sink.freshnessMaxSeconds.value_or(0))});
}

Derivation answeredOf(const PathReport& path)
{
    return sum(Words::tr("answered"), path.succeeded, Words::tr("sent \u2212 failed \u2212 gave up"),
               {leaf(Words::tr("sent and come to an end"), path.succeeded + path.failed + path.gaveUp),
                leaf(Words::tr("failed"), path.failed), leaf(Words::tr("gave up"), path.gaveUp)});
}

Derivation treeOf(const ObjectiveReport& objective, const RunReport& report)
{
    const bool share = objective.objective.metric.ends_with("-share");
    const std::string unit = objective.objective.atMostMillis ? "ms" : share ? "%" : "";
    const double scale = share ? 100 : 1;
    const double limit = objective.objective.atMostMillis.value_or(objective.objective.atMost.value_or(0));
    std::vector<Derivation> inputs{given(Words::tr("asked for, at most").toStdString(), scale * limit, unit)};
    if (objective.halfWidth)
        inputs.push_back(computed(Words::tr("how far off it may be (95 times in 100)").toStdString(),
                                  scale * *objective.halfWidth, unit, {}, {}));
    if (const LatencySummary* latency = latencyBehind(objective.objective, report))
        inputs.push_back(leaf(Words::tr("samples"), latency->samples));
    else if (const ComponentReport* component = findComponent(report, objective.objective.component))
        inputs.push_back(share && objective.objective.metric == "throttled-share"
                             ? throttled(*component)
                             : offered(component->counts));
    return computed(objective.text, scale * objective.value.value_or(0), unit, {}, std::move(inputs));
}

Derivation treeOf(const Bill& bill)
{
    std::vector<const BillLine*> lines;
    for (const BillLine& line : bill.lines)
        if (line.state == LineState::Priced && line.amount != Money{})
            lines.push_back(&line);
    std::stable_sort(lines.begin(), lines.end(),
                     [](const BillLine* a, const BillLine* b) { return a->amount > b->amount; });
    std::vector<Derivation> inputs;
    for (const BillLine* line : lines)
        inputs.push_back(lineOf(*line));
    return dollars(Words::tr("a month"), bill.total, Words::tr("the sum of what is metered"),
                   std::move(inputs));
}

Derivation treeOf(const Comparison& comparison, const ComparedLine& line)
{
    std::vector<Derivation> sides;
    for (std::size_t side = 0; side < comparison.sides.size(); ++side) {
        std::vector<Derivation> inputs;
        for (const BillLine& each : comparison.sides[side].bill.lines)
            if (each.meter == line.meter && each.state == LineState::Priced)
                inputs.push_back(lineOf(each));
        sides.push_back(dollars(QString::fromStdString(comparison.sides[side].name),
                                line.amounts.at(side).value_or(Money{}), {}, std::move(inputs)));
    }
    if (sides.size() != 2)
        return dollars(coreText(line.name), line.spread, Words::tr("the dearest less the cheapest"),
                       std::move(sides));
    const Money difference = line.amounts[1].value_or(Money{}) - line.amounts[0].value_or(Money{});
    return dollars(coreText(line.name), difference, Words::tr("the second less the first"), std::move(sides));
}

Derivation treeOf(const Comparison& comparison, const ComparedFigure& figure)
{
    const std::string unit = figure.unit == "USD/month" ? "USD" : figure.unit.empty() ? "%" : figure.unit;
    const double scale = figure.unit.empty() ? 100 : 1;
    std::vector<Derivation> inputs;
    const auto side = [&](std::size_t which, double mean) {
        const ComparedSide& each = comparison.sides.at(which);
        const auto runs = each.run ? static_cast<std::uint64_t>(each.run->provenance.replications) : 0;
        inputs.push_back(computed(each.name, scale * mean, unit, Words::tr("mean of its runs").toStdString(),
                                  {leaf(Words::tr("runs on the same draws"), runs)}));
    };
    side(figure.first, figure.firstMean);
    side(figure.second, figure.secondMean);
    if (figure.difference)
        inputs.push_back(computed(Words::tr("how far off it may be (95 times in 100)").toStdString(),
                                  scale * figure.difference->halfWidth, unit,
                                  Words::tr("from the differences of each pair of runs").toStdString(), {}));
    return computed(coreText(figure.figure).toStdString(), scale * (figure.secondMean - figure.firstMean),
                    unit, Words::tr("the second less the first").toStdString(), std::move(inputs));
}

}  // namespace plimsoll
