// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/run_figures.h"

#include "app/desktop/results/labels.h"
#include "app/desktop/results/run_series.h"
#include "app/desktop/text/format.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace plimsoll {

namespace {

constexpr std::size_t kMostCurves = 8;        // that can be told apart
constexpr std::uint64_t kFewestSamples = 72;  // below it a curve would draw single records as a law
constexpr std::size_t kMostBars = 14;
constexpr std::size_t kRangesPerStep = 4;  // of a histogram: steps of a quarter octave

QString tr(const char* text)
{
    return QCoreApplication::translate("plimsoll", text);
}

Figure overTime(const RunReport& report, const char* id, const QString& title, const QString& unit)
{
    Figure figure;
    figure.id = QString::fromLatin1(id);
    figure.title = title;
    figure.unit = unit;
    figure.to = std::max(1e-9, report.provenance.simulatedSeconds);
    return figure;
}

void add(Figure& figure, const TimeSeries* series, const QString& name, double seconds,
         Figure::Tone tone = Figure::Tone::Plain)
{
    if (series)
        figure.curves.push_back({name, tone, pointsOf(*series, seconds), tone == Figure::Tone::Bad, {}, {}});
}

/// The percentiles over time of messages that ended in a bin.
void addCourse(Figure& figure, const LatencyCourse& course, const std::vector<std::optional<double>>& values,
               const QString& name)
{
    Figure::Curve curve{name, Figure::Tone::Plain, {}, false, {}, {}};
    for (std::size_t bin = 0; bin < values.size(); ++bin)
        if (values[bin])
            curve.points.append({(static_cast<double>(bin) + 0.5) * course.binSeconds, *values[bin]});
    if (!curve.points.isEmpty())
        figure.curves.push_back(std::move(curve));
}

double highest(const Figure::Curve& curve)
{
    double most = 0;
    for (const QPointF& point : curve.points)
        most = std::max(most, point.y());
    return most;
}

/// Of many curves those that reach highest, in the order they had.
void keepHighest(Figure& figure)
{
    if (figure.curves.size() <= kMostCurves)
        return;
    std::vector<double> heights;
    for (const Figure::Curve& curve : figure.curves)
        heights.push_back(highest(curve));
    std::vector<double> ordered = heights;
    std::nth_element(ordered.begin(), ordered.begin() + kMostCurves - 1, ordered.end(), std::greater<>{});
    const double least = ordered[kMostCurves - 1];
    std::vector<Figure::Curve> kept;
    for (std::size_t at = 0; at < heights.size() && kept.size() < kMostCurves; ++at)
        if (heights[at] >= least)
            kept.push_back(std::move(figure.curves[at]));
    figure.curves = std::move(kept);
}

void keep(std::vector<Figure>& figures, Figure figure)
{
    keepHighest(figure);
    if (!figure.isEmpty())
        figures.push_back(std::move(figure));
}

Figure workOf(const RunReport& report, const ComponentReport& component)
{
    Figure figure = overTime(report, "work", tr("Work and refusals"), QStringLiteral("records/s"));
    const double seconds = figure.to;
    for (const TimeSeries& series : component.series) {
        if (!isRate(series) || (isRefusal(series.name) && !hasAny(&series)))
            continue;
        add(figure, &series, seriesName(series.name), seconds,
            isRefusal(series.name)     ? Figure::Tone::Bad
            : series.name == "offered" ? Figure::Tone::Quiet
                                       : Figure::Tone::Plain);
    }
    return figure;
}

Figure limitsOf(const RunReport& report, const ComponentReport& component)
{
    Figure figure = overTime(report, "utilisation", tr("Use of each limit"), QStringLiteral("%"));
    const double seconds = figure.to;
    for (const TimeSeries& series : component.series) {
        if (!isUtilisation(series))
            continue;
        const std::string limit = limitOf(series);
        const auto use = std::find_if(component.limits.begin(), component.limits.end(),
                                      [&](const LimitUse& each) { return each.limit == limit; });
        const bool labelled = use != component.limits.end() && !use->label.empty();
        add(figure, &series, labelled ? coreText(use->label) : seriesName(series.name), seconds);
    }
    for (const BindingSpan& span : bindingSpans(component, seconds))
        figure.shaded.push_back({span.fromSeconds, span.toSeconds});
    figure.shadedName = tr("above 80% of a limit");
    return figure;
}

/// Capacities that changed and whatever else a component keeps, one figure per unit.
std::vector<Figure> othersOf(const RunReport& report, const ComponentReport& component)
{
    std::vector<Figure> figures;
    for (const TimeSeries& series : component.series) {
        if (isRate(series) || isShare(series) || series.name == "backlog" || series.name == "age")
            continue;
        const QString unit = QString::fromStdString(series.unit);
        auto same = std::find_if(figures.begin(), figures.end(),
                                 [&](const Figure& each) { return each.unit == unit; });
        if (same == figures.end()) {
            figures.push_back(overTime(report, series.name.c_str(), seriesName(series.name), unit));
            figures.back().id.replace(u' ', u'-');
            same = figures.end() - 1;
            if (!same->title.isEmpty())
                same->title[0] = same->title[0].toUpper();
        }
        add(*same, &series, seriesName(series.name), same->to);
    }
    return figures;
}

void addLatencies(Figure& figure, const LatencyCourse& course, const QString& what)
{
    const auto name = [&](const char* quantile) {
        return what.isEmpty() ? QString::fromLatin1(quantile)
                              : QStringLiteral("%1 %2").arg(what, QString::fromLatin1(quantile));
    };
    addCourse(figure, course, course.p50Millis, name("p50"));
    addCourse(figure, course, course.p99Millis, name("p99"));
}

/// On the page of a source: whom it asked; nothing where it asks one only.
QString askedBy(const RunReport& report, const PathReport& path, const Design& design)
{
    const QString name = labelOf(report, path, design);
    const QString source = labelOf(report, path.source);
    return name == source ? QString{} : name.mid(source.size()).trimmed();
}

std::vector<Figure> figuresOf(const RunReport& report, const Design& design, const ComponentReport& component)
{
    std::vector<Figure> figures;
    keep(figures, workOf(report, component));
    keep(figures, limitsOf(report, component));
    const double seconds = report.provenance.simulatedSeconds;
    Figure inside = overTime(report, "time-inside", tr("Time inside"), QStringLiteral("ms"));
    addLatencies(inside, component.course, {});
    keep(figures, std::move(inside));
    for (const SinkReport& sink : report.sinks)
        if (sink.component == component.id) {
            Figure delay = overTime(report, "delay", tr("Delay until readable here"), QStringLiteral("ms"));
            addLatencies(delay, sink.course, {});
            keep(figures, std::move(delay));
        }
    Figure answers = overTime(report, "response", tr("Response"), QStringLiteral("ms"));
    for (const PathReport& path : report.paths)
        if (path.source == component.id)
            addLatencies(answers, path.course, askedBy(report, path, design));
    keep(figures, std::move(answers));
    for (const auto& [name, title] :
         {std::pair{"backlog", tr("Backlog")}, std::pair{"age", tr("Age of the oldest waiting")}}) {
        const TimeSeries* series = findSeries(component, name);
        if (!hasAny(series))
            continue;
        Figure figure = overTime(report, name, title, QString::fromStdString(series->unit));
        add(figure, series, seriesName(name), seconds);
        figure.curves.back().filled = true;
        keep(figures, std::move(figure));
    }
    for (Figure& other : othersOf(report, component))
        keep(figures, std::move(other));
    return figures;
}

Figure throughputOf(const RunReport& report)
{
    Figure figure = overTime(report, "throughput", tr("Throughput"), QStringLiteral("records/s"));
    const double seconds = figure.to;
    std::vector<ComponentId> sources;
    for (const PathReport& path : report.paths)
        if (std::find(sources.begin(), sources.end(), path.source) == sources.end())
            sources.push_back(path.source);
    for (const ComponentId& source : sources)
        if (const ComponentReport* component = findComponent(report, source))
            add(figure, findSeries(*component, "offered"), tr("%1 sends").arg(labelOf(*component)), seconds,
                Figure::Tone::Quiet);
    for (const SinkReport& sink : report.sinks)
        if (const ComponentReport* component = findComponent(report, sink.component))
            add(figure, findSeries(*component, "completed"), tr("%1 completes").arg(labelOf(*component)),
                seconds);
    for (const ComponentReport& component : report.components)
        if (const TimeSeries* refused = findSeries(component, "refused"); hasAny(refused))
            add(figure, refused, tr("%1 refuses").arg(labelOf(component)), seconds, Figure::Tone::Bad);
    return figure;
}

/// How much of its tightest limit each component uses.
Figure tightestOf(const RunReport& report)
{
    Figure figure = overTime(report, "tightest-limits", tr("Use of the tightest limit"), QStringLiteral("%"));
    for (const ComponentReport& component : report.components) {
        const TimeSeries* room = findSeries(component, kHeadRoom);
        if (!room)
            continue;
        add(figure, room, labelOf(component), figure.to);
        for (QPointF& point : figure.curves.back().points)
            point.setY(1 - point.y());
    }
    return figure;
}

std::vector<Figure> figuresOfAll(const RunReport& report, const Design& design)
{
    std::vector<Figure> figures;
    keep(figures, throughputOf(report));
    keep(figures, tightestOf(report));
    Figure delay = overTime(report, "delays", tr("Delay and response by the minute"), QStringLiteral("ms"));
    for (const SinkReport& sink : report.sinks)
        addLatencies(delay, sink.course, labelOf(report, sink.component));
    for (const PathReport& path : report.paths)
        addLatencies(delay, path.course, labelOf(report, path, design));
    delay.upLogarithmic = true;
    keep(figures, std::move(delay));
    for (const auto& [name, title] :
         {std::pair{"backlog", tr("Backlog")}, std::pair{"age", tr("Age of the oldest waiting")}}) {
        Figure figure = overTime(report, name, title, {});
        for (const ComponentReport& component : report.components)
            if (const TimeSeries* series = findSeries(component, name); hasAny(series)) {
                figure.unit = QString::fromStdString(series->unit);
                add(figure, series, labelOf(component), figure.to);
            }
        keep(figures, std::move(figure));
    }
    return figures;
}

/// From the shortest to the longest of all curves.
void fitAcross(Figure& figure)
{
    figure.from = std::numeric_limits<double>::infinity();
    figure.to = 0;
    for (const Figure::Curve& curve : figure.curves)
        for (const QPointF& point : curve.points)
            if (point.x() > 0) {
                figure.from = std::min(figure.from, point.x());
                figure.to = std::max(figure.to, point.x());
            }
    if (!std::isfinite(figure.from))
        figure.from = 1;
    figure.to = std::max(figure.to, figure.from * 1.01);
}

Figure::Curve sharesOf(const Histogram& histogram, const QString& name)
{
    Figure::Curve curve{name, Figure::Tone::Plain, {}, true, {}, {}};
    const std::vector<std::uint64_t> ranges = histogram.ranges();
    const auto all = static_cast<double>(histogram.count());
    bool begun = false;
    for (std::size_t from = 0; from < ranges.size(); from += kRangesPerStep) {
        const std::size_t to = std::min(ranges.size(), from + kRangesPerStep);
        std::uint64_t count = 0;
        for (std::size_t at = from; at < to; ++at)
            count += ranges[at];
        const double low = Histogram::rangeStart(from);
        const double high = Histogram::rangeStart(to);
        begun = begun || count > 0;
        if (begun && low > 0)
            curve.points.append({std::sqrt(low * high) * 1e-6, static_cast<double>(count) / all});
    }
    while (curve.points.size() > 2 && curve.points.back().y() == 0
           && curve.points[curve.points.size() - 2].y() == 0)
        curve.points.removeLast();
    return curve;
}

struct KnownQuantile {
    double share;
    const std::optional<double>& value;
    const std::optional<double>& halfWidth;
};

/// The percentiles that a run is sure enough of, and how sure.
std::vector<KnownQuantile> quantilesOf(const LatencySummary& summary)
{
    return {{0.5, summary.p50, summary.p50HalfWidth},
            {0.9, summary.p90, summary.p90HalfWidth},
            {0.95, summary.p95, summary.p95HalfWidth},
            {0.99, summary.p99, summary.p99HalfWidth},
            {0.999, summary.p999, summary.p999HalfWidth}};
}

/// How far the curve may be to the left or right, at the percentiles that have an interval.
void addBand(Figure::Curve& curve, const LatencySummary& summary)
{
    for (const KnownQuantile& each : quantilesOf(summary))
        if (each.value && each.halfWidth) {
            curve.high.append({std::max(*each.value - *each.halfWidth, *each.value / 100), each.share});
            curve.low.append({*each.value + *each.halfWidth, each.share});
        }
    // A higher percentile is never the smaller one: what bounds one bounds those behind it, too, however wide their
    // own intervals are.
    for (qsizetype at = 1; at < curve.high.size(); ++at)
        curve.high[at].setX(std::max(curve.high[at].x(), curve.high[at - 1].x()));
    for (qsizetype at = curve.low.size() - 2; at >= 0; --at)
        curve.low[at].setX(std::min(curve.low[at].x(), curve.low[at + 1].x()));
    if (curve.low.size() < 2) {
        curve.low.clear();
        curve.high.clear();
    }
}

Figure::Curve withinOf(const SinkReport& sink, const QString& name)
{
    Figure::Curve curve{name, Figure::Tone::Plain, {}, false, {}, {}};
    const auto at = [&](double share) {
        if (const auto value = sink.histogram.quantile(share); value && value->count() > 0)
            curve.points.append({static_cast<double>(value->count()) * 1e-6, share});
    };
    for (int percent = 1; percent < 100; ++percent)
        at(percent / 100.0);
    at(0.995);
    at(0.999);
    addBand(curve, sink.delay);
    return curve;
}

/// Of a path only its percentiles are kept.
Figure::Curve withinOf(const PathReport& path, const QString& name)
{
    Figure::Curve curve{name, Figure::Tone::Plain, {}, false, {}, {}};
    for (const KnownQuantile& each : quantilesOf(path.response))
        if (each.value)
            curve.points.append({*each.value, each.share});
    addBand(curve, path.response);
    return curve;
}

Figure barsOf(const char* id, const QString& title, QStringList parts)
{
    Figure figure;
    figure.kind = Figure::Kind::Bars;
    figure.id = QString::fromLatin1(id);
    figure.title = title;
    figure.unit = QStringLiteral("USD");
    figure.partNames = std::move(parts);
    return figure;
}

double sumOf(const Figure::Bar& bar)
{
    double sum = 0;
    for (const double part : bar.parts)
        sum += part;
    return sum;
}

/// Dearest first; beyond the number that can be read they are one.
void order(Figure& figure)
{
    auto& bars = figure.bars;
    std::erase_if(bars, [](const Figure::Bar& bar) { return sumOf(bar) <= 0; });
    std::stable_sort(bars.begin(), bars.end(),
                     [](const Figure::Bar& a, const Figure::Bar& b) { return sumOf(a) > sumOf(b); });
    if (bars.size() <= kMostBars)
        return;
    Figure::Bar rest{QCoreApplication::translate("RunFigures", "%n more", nullptr,
                                                 static_cast<int>(bars.size() - kMostBars + 1)),
                     {},
                     std::vector<double>(static_cast<std::size_t>(figure.partNames.size()))};
    for (std::size_t at = kMostBars - 1; at < bars.size(); ++at)
        for (std::size_t part = 0; part < rest.parts.size() && part < bars[at].parts.size(); ++part)
            rest.parts[part] += bars[at].parts[part];
    bars.resize(kMostBars - 1);
    bars.push_back(std::move(rest));
}

/// What a share of a line costs: the line's money by its units.
double costOf(const Derivation& share, const BillLine& line)
{
    return line.quantity > 0 ? line.amount.dollars() * std::min(1.0, share.value / line.quantity) : 0;
}

}  // namespace

std::vector<Figure> figuresOverTime(const RunReport& report, const Design& design,
                                    const ComponentId& component)
{
    if (component.empty())
        return figuresOfAll(report, design);
    const ComponentReport* found = findComponent(report, component);
    return found ? figuresOf(report, design, *found) : std::vector<Figure>{};
}

std::vector<Figure> distributionFigures(const RunReport& report, const Design& design)
{
    Figure shares;
    shares.id = QStringLiteral("distribution");
    shares.title = tr("Share of records by delay");
    shares.across = Figure::Across::Millis;
    shares.unit = QStringLiteral("share");
    Figure within = shares;
    within.id = QStringLiteral("within");
    within.title = tr("Share that is within a delay");
    within.unit = QStringLiteral("%");
    for (const SinkReport& sink : report.sinks) {
        if (sink.histogram.count() < kFewestSamples)
            continue;
        const QString name = labelOf(report, sink.component);
        shares.curves.push_back(sharesOf(sink.histogram, name));
        within.curves.push_back(withinOf(sink, name));
    }
    for (const PathReport& path : report.paths)
        if (path.response.samples >= kFewestSamples)
            within.curves.push_back(withinOf(path, tr("%1, response").arg(labelOf(report, path, design))));
    std::vector<Figure> figures;
    for (Figure* each : {&shares, &within}) {
        fitAcross(*each);
        if (each->curves.size() == 1 && !report.sinks.empty())
            for (const KnownQuantile& known : quantilesOf(report.sinks.front().delay))
                if (known.value && (known.share == 0.5 || known.share == 0.99))
                    each->marks.push_back(
                        {*known.value, known.share == 0.5 ? QStringLiteral("p50") : QStringLiteral("p99")});
        keep(figures, std::move(*each));
    }
    return figures;
}

std::vector<Figure> costFigures(const Bill& bill)
{
    // What is not worth its price: a part per kind of overhead that any line names.
    QStringList kinds;
    for (const BillLine& line : bill.lines)
        for (const Derivation& share : line.ofWhich)
            if (const QString kind = coreText(share.name); !kinds.contains(kind) && costOf(share, line) > 0)
                kinds << kind;
    Figure components =
        barsOf("cost-by-component", tr("Cost a month by component"), QStringList{tr("other")} + kinds);
    if (kinds.isEmpty())
        components.partNames = {tr("cost")};
    Figure meters = barsOf("cost-by-meter", tr("Cost a month by what is billed"), components.partNames);
    std::map<std::string, std::size_t> at;
    for (const BillLine& line : bill.lines) {
        if (line.state != LineState::Priced)
            continue;
        Figure::Bar bar;
        bar.parts.resize(static_cast<std::size_t>(components.partNames.size()));
        const QString component =
            QString::fromStdString(line.componentLabel.empty() ? line.component : line.componentLabel);
        bar.label =
            QStringLiteral("%1: %2").arg(component, coreText(line.name.empty() ? line.meter : line.name));
        bar.link = QStringLiteral("component:") + QString::fromStdString(line.component);
        double rest = line.amount.dollars();
        for (const Derivation& share : line.ofWhich) {
            const double cost = std::min(rest, costOf(share, line));
            if (const qsizetype kind = kinds.indexOf(coreText(share.name)); kind >= 0) {
                bar.parts[static_cast<std::size_t>(kind) + 1] += cost;
                rest -= cost;
            }
        }
        bar.parts[0] = rest;
        const auto [known, fresh] = at.try_emplace(line.component, components.bars.size());
        if (fresh)
            components.bars.push_back({component, bar.link, std::vector<double>(bar.parts.size())});
        for (std::size_t part = 0; part < bar.parts.size(); ++part)
            components.bars[known->second].parts[part] += bar.parts[part];
        meters.bars.push_back(std::move(bar));
    }
    std::vector<Figure> figures;
    for (Figure* each : {&components, &meters}) {
        order(*each);
        if (!each->isEmpty())
            figures.push_back(std::move(*each));
    }
    return figures;
}

Figure costAgainstRate(const Crossover& crossover, const QStringList& sides)
{
    Figure figure;
    figure.id = QStringLiteral("cost-against-rate");
    figure.title = tr("Cost a month against load");
    figure.across = Figure::Across::PerSecond;
    figure.unit = QStringLiteral("USD");
    figure.upLogarithmic = true;
    for (qsizetype side = 0; side < sides.size(); ++side) {
        Figure::Curve curve{sides[side], Figure::Tone::Plain, {}, false, {}, {}};
        for (const CostAtLoad& at : crossover.curve)
            if (static_cast<std::size_t>(side) < at.costs.size())
                curve.points.append(
                    {at.recordsPerSecond, at.costs[static_cast<std::size_t>(side)].dollars()});
        if (!curve.points.isEmpty())
            figure.curves.push_back(std::move(curve));
    }
    fitAcross(figure);
    const auto own = std::min_element(
        crossover.curve.begin(), crossover.curve.end(), [](const CostAtLoad& a, const CostAtLoad& b) {
            return std::fabs(std::log(a.factor)) < std::fabs(std::log(b.factor));
        });
    if (own != crossover.curve.end() && own->factor > 0)
        figure.marks.push_back({own->recordsPerSecond / own->factor, tr("this scenario")});
    for (const CrossoverPoint& point : crossover.points)
        figure.marks.push_back({point.at.recordsPerSecond, tr("the same")});
    return figure;
}

}  // namespace plimsoll
