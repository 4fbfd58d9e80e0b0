// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/overlay.h"

#include "app/desktop/run/line_counts.h"
#include "app/desktop/text/format.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <string_view>

namespace plimsoll {

namespace {

using Tone = ComponentFigure::Tone;

QString tr(const char* text)
{
    return QCoreApplication::translate("plimsoll::OverlayFigures", text);
}

/// Of the bin that the moment lies in.
double valueAt(const TimeSeries* series, double moment)
{
    if (!series || !(series->binSeconds > 0))
        return 0;
    const auto bin = static_cast<std::size_t>(std::max(0.0, moment / series->binSeconds));
    return series->values[std::min(bin, series->values.size() - 1)];
}

double peakOf(const TimeSeries* series)
{
    return series ? *std::max_element(series->values.begin(), series->values.end()) : 0;
}

template <class Value>
std::optional<double> valueAt(const LatencyCourse& course, const std::vector<Value>& values, double moment)
{
    if (values.empty() || !(course.binSeconds > 0))
        return std::nullopt;
    const auto bin = static_cast<std::size_t>(std::max(0.0, moment / course.binSeconds));
    return values[std::min(bin, values.size() - 1)];
}

}  // namespace

void OverlayFigures::showMoment(const RunReport& report, const DesignDocument& document, Overlay overlay,
                                double moment)
{
    m_origin =
        tr("At %1 of the run").arg(moment < 1 ? m_format.number(0) : m_format.span(std::floor(moment)));
    if (overlay == Overlay::Traffic) {
        trafficAt(report, moment);
        connectionRatesAt(report, document.design(), moment);
    } else if (overlay == Overlay::Limits) {
        limitsAt(report, moment);
    } else {
        delayAt(report, moment);
    }
}

void OverlayFigures::trafficAt(const RunReport& report, double moment)
{
    // Bars are of the highest rate of the whole run, so that they move with the traffic.
    double largest = 0;
    for (const ComponentReport& each : report.components)
        largest = std::max(largest, peakOf(findSeries(each, "offered")));
    for (const ComponentReport& each : report.components) {
        const TimeSeries* offered = findSeries(each, "offered");
        if (!offered || largest <= 0)
            continue;
        const double rate = valueAt(offered, moment);
        const double refused = valueAt(findSeries(each, "refused"), moment);
        m_components.insert(QString::fromStdString(each.id),
                            {refused > 0 ? tr("%1 refused").arg(m_format.rate(refused)) : tr("records/s"),
                             m_format.quantity(rate), rate / largest,
                             refused > 0 ? Tone::Danger : Tone::Neutral, false});
    }
}

ComponentFigure OverlayFigures::limitFigure(const QString& limit, double share) const
{
    // Red is for a limit that is reached; amber from the head-room that sizing aims at.
    const Tone tone = share >= 1 ? Tone::Danger : share >= 0.8 ? Tone::Warn : Tone::Good;
    return {limit, m_format.percent(share), std::min(1.0, share), tone, false};
}

void OverlayFigures::limitsAt(const RunReport& report, double moment)
{
    for (const ComponentReport& each : report.components) {
        const LimitUse* tightest = nullptr;
        double most = -1;
        for (const LimitUse& use : each.limits) {
            if (use.overTime.empty() || !(use.binSeconds > 0))
                continue;
            const auto bin = static_cast<std::size_t>(std::max(0.0, moment / use.binSeconds));
            const double share = use.overTime[std::min(bin, use.overTime.size() - 1)];
            if (share > most) {
                most = share;
                tightest = &use;
            }
        }
        if (tightest)
            m_components.insert(QString::fromStdString(each.id),
                                limitFigure(QString::fromStdString(tightest->limit), most));
    }
}

void OverlayFigures::delayAt(const RunReport& report, double moment)
{
    double longest = 0;
    const auto show = [&](const ComponentId& id, const LatencyCourse& course, const char* p99,
                          const char* p50) {
        for (const std::optional<double>& each : course.p99Millis)
            longest = std::max(longest, each.value_or(0));
        const std::optional<double> tail = valueAt(course, course.p99Millis, moment);
        const std::optional<double> median = valueAt(course, course.p50Millis, moment);
        if (tail || median)
            m_components.insert(QString::fromStdString(id),
                                {tr(tail ? p99 : p50), m_format.millis(tail ? *tail : *median),
                                 tail ? *tail : *median, Tone::Neutral, false});
    };
    for (const ComponentReport& each : report.components)
        show(each.id, each.course, QT_TRANSLATE_NOOP("plimsoll::OverlayFigures", "p99 here"),
             QT_TRANSLATE_NOOP("plimsoll::OverlayFigures", "p50 here"));
    for (const SinkReport& each : report.sinks)
        show(each.component, each.course, QT_TRANSLATE_NOOP("plimsoll::OverlayFigures", "p99 from start"),
             QT_TRANSLATE_NOOP("plimsoll::OverlayFigures", "p50 from start"));
    for (ComponentFigure& each : m_components)
        each.fill =
            longest > 0 ? std::optional{std::min(1.0, each.fill.value_or(0) / longest)} : std::nullopt;
}

void OverlayFigures::connectionRatesAt(const RunReport& report, const Design& design, double moment)
{
    connectionRates(report, design);
    // A line's own course is not kept: it has its share of what arrives at its end.
    for (const Connection& connection : design.connections) {
        const auto line = m_connections.find(QString::fromStdString(connection.id));
        const ComponentReport* end = findComponent(report, connection.to);
        const double span = report.provenance.simulatedSeconds;
        if (line == m_connections.end() || !end || !line->perSecond || end->counts.offered == 0 || span <= 0)
            continue;
        const double mean = static_cast<double>(end->counts.offered) / span;
        const double rate = *line->perSecond * valueAt(findSeries(*end, "offered"), moment) / mean;
        *line = {rate > 0 ? m_format.rate(rate) : QString{}, rate, false};
    }
}

OverlayFigures::OverlayFigures(const DesignDocument& document, const RunSession& session, Overlay overlay,
                               std::optional<double> moment)
{
    const RunResult* run = session.result();
    // A bill has no moments.
    if (run && moment && overlay != Overlay::Cost) {
        showMoment(run->report, document, overlay, *moment);
        if (session.isStale())
            markStale();
        return;
    }
    const LiveEstimate& estimate = session.estimate();
    const bool runFits = run && !session.isStale();
    const FlowReport* flow = estimate.flow ? &*estimate.flow : nullptr;
    // Lines carry rates under Traffic only, and then from where the cards have theirs.
    if (overlay == Overlay::Traffic) {
        if (run && (runFits || !flow))
            connectionRates(run->report, document.design());
        else if (flow)
            connectionRates(*flow);
    }

    if (overlay == Overlay::Delay) {
        if (run)
            delay(run->report, document.catalog());
        m_origin = !run      ? tr("Delays appear after a run")
                   : runFits ? tr("From the run")
                             : tr("From an earlier run");
        if (run && !runFits)
            markStale();
        return;
    }
    if (overlay == Overlay::Cost) {
        const Bill* bill = runFits && run->bill ? &*run->bill : estimate.bill ? &*estimate.bill : nullptr;
        const bool old = !bill && run && run->bill;
        if (old)
            bill = &*run->bill;
        if (bill)
            cost(*bill, document.design());
        if (old)
            markStale();
        m_origin = !bill     ? tr("No price yet")
                   : old     ? tr("From an earlier run")
                   : runFits ? tr("From the run")
                             : tr("Estimate");
        return;
    }
    const bool old = !runFits && !flow && run;
    if (overlay == Overlay::Traffic) {
        if (runFits || old)
            traffic(run->report);
        else if (flow)
            traffic(*flow);
    } else {
        if (runFits || old)
            limits(run->report);
        else if (flow)
            limits(*flow);
    }
    if (old)
        markStale();
    m_origin = runFits                    ? tr("From the run")
               : old                      ? tr("From an earlier run")
               : flow                     ? tr("Estimate")
               : estimate.error.isEmpty() ? tr("No load yet")
                                          : tr("No estimate");
}

void OverlayFigures::traffic(const FlowReport& flow)
{
    double largest = 0;
    for (const FlowComponent& each : flow.components)
        largest = std::max(largest, each.offered.recordsPerSecond);
    for (const FlowComponent& each : flow.components) {
        if (each.offered.recordsPerSecond <= 0 && each.offered.messagesPerSecond <= 0)
            continue;
        const double rate = each.offered.recordsPerSecond;
        m_components.insert(QString::fromStdString(each.id),
                            {tr("records/s"), m_format.quantity(rate), largest > 0 ? rate / largest : 0,
                             Tone::Neutral, false});
    }
}

void OverlayFigures::traffic(const RunReport& report)
{
    const double span = report.provenance.simulatedSeconds;
    if (span <= 0)
        return;
    double largest = 0;
    for (const ComponentReport& each : report.components)
        largest = std::max(largest, static_cast<double>(each.counts.offered) / span);
    for (const ComponentReport& each : report.components) {
        const double rate = static_cast<double>(each.counts.offered) / span;
        if (rate <= 0)
            continue;
        m_components.insert(QString::fromStdString(each.id),
                            {tr("records/s"), m_format.quantity(rate), largest > 0 ? rate / largest : 0,
                             Tone::Neutral, false});
    }
}

template <class Report>
void OverlayFigures::limits(const Report& report)
{
    for (const auto& each : report.components) {
        if (each.limits.empty())
            continue;
        const auto worst = std::max_element(
            each.limits.begin(), each.limits.end(),
            [](const LimitUse& a, const LimitUse& b) { return a.utilisation < b.utilisation; });
        m_components.insert(QString::fromStdString(each.id),
                            limitFigure(QString::fromStdString(worst->limit), worst->utilisation));
    }
}

void OverlayFigures::delay(const RunReport& report, const ServiceCatalog& catalog)
{
    const auto figure = [this](const LatencySummary& summary, const QString& caption) -> ComponentFigure {
        if (summary.samples == 0)
            return {caption, tr("no completions"), std::nullopt, Tone::Muted, false};
        if (!summary.p99)
            return {caption, tr("too few"), std::nullopt, Tone::Muted, false};
        return {caption, m_format.millis(*summary.p99), std::nullopt, Tone::Neutral, false};
    };
    QHash<QString, double> p99;
    for (const ComponentReport& each : report.components) {
        const QString id = QString::fromStdString(each.id);
        if (!each.idle.empty()) {
            m_components.insert(id, {{}, tr("idle"), std::nullopt, Tone::Muted, false});
            continue;
        }
        // Nothing takes time inside a source.
        const ServiceSpec* spec = catalog.find(each.service);
        if (each.counts.offered == 0 || (spec && spec->isSource))
            continue;
        m_components.insert(id, figure(each.latency, tr("p99 here")));
        if (each.latency.p99)
            p99.insert(id, *each.latency.p99);
    }
    // At a sink the delay since the event says more than the time spent there.
    for (const SinkReport& each : report.sinks) {
        const QString id = QString::fromStdString(each.component);
        if (each.delay.samples == 0 && each.undelivered == 0)
            continue;
        m_components.insert(id, figure(each.delay, tr("p99 from start")));
        if (each.delay.p99)
            p99.insert(id, *each.delay.p99);
    }
    const double longest = p99.isEmpty() ? 0 : *std::max_element(p99.cbegin(), p99.cend());
    for (auto at = p99.cbegin(); longest > 0 && at != p99.cend(); ++at)
        m_components[at.key()].fill = at.value() / longest;
}

void OverlayFigures::cost(const Bill& bill, const Design& design)
{
    const double total = bill.total.dollars();
    for (const Component& component : design.components) {
        const bool priced = std::any_of(bill.lines.begin(), bill.lines.end(), [&](const BillLine& line) {
            return line.component == component.id && line.state == LineState::Priced;
        });
        const bool unpriced = std::any_of(bill.lines.begin(), bill.lines.end(), [&](const BillLine& line) {
            return line.component == component.id && line.state == LineState::Unpriced;
        });
        const QString id = QString::fromStdString(component.id);
        if (priced) {
            const Money amount = bill.totalOf(component.id);
            m_components.insert(id,
                                {unpriced ? tr("a month, in part") : tr("a month"), m_format.money(amount),
                                 total > 0 ? amount.dollars() / total : 0, Tone::Neutral, false});
        } else if (unpriced) {
            m_components.insert(id, {{}, tr("no price known"), std::nullopt, Tone::Muted, false});
        }
    }
}

void OverlayFigures::connectionRates(const FlowReport& flow)
{
    for (const auto& [id, rate] : flow.connections) {
        if (rate.recordsPerSecond <= 0 && rate.messagesPerSecond <= 0)
            continue;
        const double shown = rate.recordsPerSecond > 0 ? rate.recordsPerSecond : rate.messagesPerSecond;
        m_connections.insert(QString::fromStdString(id), {m_format.rate(shown), shown, false});
    }
}

void OverlayFigures::connectionRates(const RunReport& report, const Design& design)
{
    const double span = report.provenance.simulatedSeconds;
    if (span <= 0)
        return;
    for (const auto& [id, records] : recordsByLine(report, design))
        if (const double rate = records / span; rate > 0)
            m_connections.insert(QString::fromStdString(id), {m_format.rate(rate), rate, false});
}

ConnectionFigure OverlayFigures::together(const QStringList& ids) const
{
    ConnectionFigure sum;
    for (const QString& id : ids) {
        const ConnectionFigure figure = connection(id);
        if (figure.perSecond)
            sum.perSecond = sum.perSecond.value_or(0) + *figure.perSecond;
        sum.stale = sum.stale || figure.stale;
    }
    if (sum.perSecond)
        sum.text = m_format.rate(*sum.perSecond);
    return sum;
}

void OverlayFigures::markStale()
{
    for (ComponentFigure& each : m_components)
        each.stale = true;
    for (ConnectionFigure& each : m_connections)
        each.stale = true;
}

}  // namespace plimsoll
