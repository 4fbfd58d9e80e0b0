// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/timeline/timeline_track.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/text/format.h"
#include "app/desktop/timeline/timeline_parts.h"
#include "simulator/traffic/rate_profile.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

constexpr double kMargin = 8;
constexpr double kHead = 1.2;  // of the highest rate: room to drag it up

}  // namespace

TimelineTrack::TimelineTrack(DesignDocument& document, RunSession& session, QWidget* parent)
    : QWidget{parent}, m_document{document}, m_session{session}
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Timeline of the scenario"));
    setToolTip({});
}

const Scenario* TimelineTrack::scenario() const
{
    return findScenario(m_document.design(), m_document.currentScenario());
}

double TimelineTrack::duration() const
{
    const Scenario* shown = scenario();
    return std::max(1e-3, shown ? shown->durationSeconds : 1);
}

void TimelineTrack::setSource(const ComponentId& source)
{
    m_source = source;
    update();
}

void TimelineTrack::setMoment(std::optional<double> seconds)
{
    m_moment = seconds;
    update();
}

void TimelineTrack::setPointedAt(std::optional<double> seconds)
{
    m_pointed = seconds;
    update();
}

QRectF TimelineTrack::plot() const
{
    return QRectF{rect()}.adjusted(kMargin, kTimelineBar + 4, -kMargin, -2);
}

int TimelineTrack::positionOf(double seconds) const
{
    return static_cast<int>(std::lround(plot().left() + plot().width() * seconds / duration()));
}

double TimelineTrack::secondsAt(double x) const
{
    return std::clamp((x - plot().left()) / std::max(1.0, plot().width()), 0.0, 1.0) * duration();
}

double TimelineTrack::peakOf(const Scenario& shown) const
{
    if (m_topRate)
        return *m_topRate;
    const RateProfile curve{trafficOf(shown, m_source), shown.durationSeconds};
    return std::max(1e-9, curve.peak() * kHead);
}

int TimelineTrack::heightOf(double rate) const
{
    const Scenario* shown = scenario();
    const double top = shown ? peakOf(*shown) : 1;
    return static_cast<int>(std::lround(plot().bottom() - plot().height() * rate / top));
}

double TimelineTrack::rateAt(double y) const
{
    const Scenario* shown = scenario();
    return shown ? std::max(0.0, (plot().bottom() - y) / plot().height() * peakOf(*shown)) : 0;
}

double TimelineTrack::snapped(double seconds) const
{
    // What two pixels make is what a hand can aim at, rounded to what a clock shows.
    static constexpr std::array kSteps{0.1,  1.,   5.,    10.,   30.,     60.,
                                       300., 600., 1800., 3600., 21'600., 86'400.};
    const double grain = 2 * duration() / std::max(1.0, plot().width());
    double step = kSteps.back();
    for (auto each = kSteps.rbegin(); each != kSteps.rend(); ++each)
        if (*each >= grain)
            step = *each;
    return std::clamp(std::round(seconds / step) * step, 0.0, duration());
}

QRectF TimelineTrack::barOf(const QString& name) const
{
    for (const Handle& each : handles())
        if (each.name == name)
            return each.area;
    return {};
}

void TimelineTrack::paintTraffic(QPainter& painter, const Scenario& shown) const
{
    const QRectF area = plot();
    const RateProfile curve{trafficOf(shown, m_source), shown.durationSeconds};
    QPainterPath line;
    const int steps = std::max(2, static_cast<int>(area.width()));
    for (int step = 0; step <= steps; ++step) {
        // The last point just inside: at the very end the profile is over.
        const double second = duration() * std::min(static_cast<double>(step) / steps, 0.999999);
        const QPointF at{area.left() + area.width() * step / steps,
                         std::max(area.top(), heightOf(curve.rateAt(second)) * 1.0)};
        step == 0 ? line.moveTo(at) : line.lineTo(at);
    }
    QPainterPath under = line;
    under.lineTo(area.bottomRight());
    under.lineTo(area.bottomLeft());
    QColor fill = style::series(0);
    fill.setAlpha(50);
    painter.fillPath(under, fill);
    painter.strokePath(line, QPen{style::series(0), 1.5});
}

void TimelineTrack::paintRefused(QPainter& painter) const
{
    const RunResult* result = m_session.result();
    const Scenario* shown = scenario();
    if (!result || m_session.isStale() || !shown)
        return;
    QColor fill = style::colour("danger");
    fill.setAlpha(150);
    const double top = peakOf(*shown);
    for (const ComponentReport& component : result->report.components)
        for (const TimeSeries& series : component.series) {
            if (series.name != "refused")
                continue;
            for (std::size_t bin = 0; bin < series.values.size(); ++bin) {
                if (series.values[bin] <= 0)
                    continue;
                const double left =
                    positionOf(std::min(duration(), static_cast<double>(bin) * series.binSeconds));
                const double right =
                    positionOf(std::min(duration(), static_cast<double>(bin + 1) * series.binSeconds));
                const double high = plot().height() * std::min(1.0, series.values[bin] / top);
                painter.fillRect(QRectF{left, plot().bottom() - high, std::max(1.0, right - left), high},
                                 fill);
            }
        }
}

void TimelineTrack::paintHandles(QPainter& painter) const
{
    painter.setFont(style::small(font()));
    for (const Handle& each : handles()) {
        const QColor ink = style::colour(each.ink);
        QColor fill = ink;
        fill.setAlpha(90);
        switch (each.kind) {
        case Kind::Bar:
            painter.setPen(QPen{ink, 1});
            painter.setBrush(fill);
            painter.drawRoundedRect(each.area, 3, 3);
            break;
        case Kind::Mark: {
            // A line leads to when it has come about, and down to the curve.
            const double x = each.area.center().x(), y = 1 + kTimelineBar / 2;
            painter.setPen(QPen{fill, 1, Qt::DashLine});
            painter.drawLine(QPointF{x, y}, QPointF{x, plot().bottom()});
            if (each.untilSeconds > each.seconds) {
                const double until = positionOf(std::min(each.untilSeconds, duration()));
                painter.setPen(QPen{ink, 2});
                painter.drawLine(QPointF{x, y}, QPointF{until, y});
                painter.drawLine(QPointF{until, y - 3}, QPointF{until, y + 3});
            }
            painter.setPen(QPen{style::colour("surface"), 1});
            painter.setBrush(ink);
            painter.drawPolygon(QPolygonF{{QPointF{x - kTimelineMark, y}, QPointF{x, y - kTimelineMark},
                                           QPointF{x + kTimelineMark, y}, QPointF{x, y + kTimelineMark}}});
            break;
        }
        case Kind::Point:
            painter.setPen(QPen{ink, 1.5});
            painter.setBrush(style::colour("surface"));
            painter.drawEllipse(each.area.center(), 4, 4);
            break;
        case Kind::BarEnd:
            break;
        }
    }
}

void TimelineTrack::paintSaid(QPainter& painter) const
{
    if (m_said.isEmpty())
        return;
    const QFontMetricsF metrics{painter.font()};
    const double wide = metrics.horizontalAdvance(m_said) + 12;
    QRectF box{m_saidAt.x() + 14.0, height() / 2.0 - metrics.height() / 2 - 2, wide, metrics.height() + 4};
    if (box.right() > width())
        box.moveRight(m_saidAt.x() - 10.0);
    painter.setPen(style::colour("border"));
    painter.setBrush(style::colour("surfaceRaised"));
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(style::colour("text"));
    painter.drawText(box, Qt::AlignCenter, m_said);
}

void TimelineTrack::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style::colour("surfaceSunken"));
    painter.drawRoundedRect(plot(), 3, 3);
    const Scenario* shown = scenario();
    if (!shown)
        return;
    paintTraffic(painter, *shown);
    paintRefused(painter);
    paintHandles(painter);
    const auto line = [&](double seconds, const char* ink, double wide) {
        painter.setPen(QPen{style::colour(ink), wide});
        const double x = positionOf(seconds) + 0.5;
        painter.drawLine(QPointF{x, 0}, QPointF{x, height() * 1.0});
    };
    if (m_pointed)
        line(*m_pointed, "textMuted", 1);
    if (m_moment) {
        line(*m_moment, "text", 1.6);
        painter.setBrush(style::colour("text"));
        painter.setPen(Qt::NoPen);
        const double x = positionOf(*m_moment) + 0.5;
        painter.drawPolygon(QPolygonF{{QPointF{x - 5, 0}, QPointF{x + 5, 0}, QPointF{x, 7}}});
    }
    paintSaid(painter);
}

}  // namespace plimsoll
