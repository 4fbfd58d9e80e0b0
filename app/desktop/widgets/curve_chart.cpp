// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/curve_chart.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/text/format.h"

#include <QtCharts/QAreaSeries>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace plimsoll {

namespace {

constexpr int kTickRoom = 90;    // pixels from one label below to the next
constexpr int kTickHeight = 26;  // the same at the side
constexpr int kLeastDrag = 6;
constexpr double kCursorStep = 0.01;  // of the range shown
constexpr double kLeastShown = 1e-9;  // below it a logarithm has no place to stand

/// Round steps on a clock, in seconds.
constexpr std::array kClockSteps{1.,      2.,      5.,       10.,      15.,   30.,    60.,     120.,
                                 300.,    600.,    900.,     1800.,    3600., 7200.,  10'800., 21'600.,
                                 43'200., 86'400., 172'800., 432'000., 864e3, 1.728e6};

double clockStep(double span, int most)
{
    for (const double step : kClockSteps)
        if (span / step <= most)
            return step;
    return span / most;
}

double decimalStep(double span, int most)
{
    const double power = std::pow(10, std::floor(std::log10(span / most)));
    for (const double factor : {1., 2., 5., 10.})
        if (span / (factor * power) <= most)
            return factor * power;
    return 10 * power;
}

}  // namespace

CurveChart::CurveChart(QWidget* parent) : QChartView{parent}
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setMinimumSize(160, 64);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::NoContextMenu);  // the card's
}

QColor CurveChart::inkOf(const Figure& figure, std::size_t curve)
{
    int plain = 0;
    for (std::size_t at = 0; at < curve; ++at)
        plain += figure.curves[at].tone == Figure::Tone::Plain ? 1 : 0;
    switch (figure.curves[curve].tone) {
    case Figure::Tone::Plain:
        return style::series(plain);
    case Figure::Tone::Quiet:
        return style::colour("textMuted");
    case Figure::Tone::Bad:
        return style::colour("danger");
    }
    return style::colour("text");
}

void CurveChart::setFigure(const Figure& figure)
{
    if (figure.id != m_figure.id)
        m_range.reset();
    m_figure = figure;
    setAccessibleName(figure.title);
    draw();
}

void CurveChart::setHidden(const QStringList& curves)
{
    m_hidden = curves;
    draw();
}

void CurveChart::setRange(std::optional<Figure::Stretch> range)
{
    m_range = range;
    draw();
}

void CurveChart::setCursorAt(std::optional<double> x)
{
    m_cursor = x;
    setAccessibleDescription(readings().join(QStringLiteral(", ")));
    viewport()->update();
}

QStringList CurveChart::readings() const
{
    if (!m_cursor)
        return {};
    QStringList lines{acrossText(m_figure, *m_cursor)};
    for (const Figure::Curve& curve : m_figure.curves) {
        if (m_hidden.contains(curve.name))
            continue;
        const double value = valueAt(curve, *m_cursor);
        if (std::isfinite(value))
            lines << QStringLiteral("%1 %2").arg(upText(m_figure, value), curve.name);
    }
    return lines;
}

double CurveChart::scaled(double x) const
{
    return m_figure.across == Figure::Across::Seconds ? x : std::log10(std::max(x, kLeastShown));
}

double CurveChart::unscaled(double position) const
{
    return m_figure.across == Figure::Across::Seconds ? position : std::pow(10, position);
}

Figure::Stretch CurveChart::shownRange() const
{
    return m_range.value_or(Figure::Stretch{m_figure.from, m_figure.to});
}

int CurveChart::positionOf(double x) const
{
    const QRectF plot = chart()->plotArea();
    const Figure::Stretch shown = shownRange();
    const double span = scaled(shown.to) - scaled(shown.from);
    const double share = span > 0 ? (scaled(x) - scaled(shown.from)) / span : 0;
    return static_cast<int>(std::lround(plot.left() + share * plot.width()));
}

double CurveChart::valueAtPosition(double position) const
{
    const QRectF plot = chart()->plotArea();
    const Figure::Stretch shown = shownRange();
    const double share = plot.width() > 0 ? std::clamp((position - plot.left()) / plot.width(), 0.0, 1.0) : 0;
    return unscaled(scaled(shown.from) + share * (scaled(shown.to) - scaled(shown.from)));
}

CurveChart::Scale CurveChart::acrossScale() const
{
    const Figure::Stretch shown = shownRange();
    Scale scale{scaled(shown.from), 0, {}};
    scale.to = std::max(scaled(shown.to), scale.from + 1e-9);
    const Format format;
    const double span = scale.to - scale.from;
    const int most = std::clamp(width() / kTickRoom, 2, 8);
    if (m_figure.across == Figure::Across::Seconds) {
        const double step = span > 4 ? clockStep(span, most) : decimalStep(span, most);
        for (double at = std::ceil(scale.from / step - 1e-9) * step; at <= scale.to + step * 1e-9; at += step)
            scale.ticks.push_back({at, at == 0 ? format.number(0) : format.span(at)});
        return scale;
    }
    const int stride = std::max(1, static_cast<int>(std::ceil(span / most)));
    for (int power = static_cast<int>(std::ceil(scale.from - 1e-9)); power <= scale.to + 1e-9;
         power += stride)
        scale.ticks.push_back({power * 1.0, acrossText(m_figure, std::pow(10, power))});
    // Within a decade only its ends would be named.
    if (scale.ticks.size() < 2)
        scale.ticks = {{scale.from, acrossText(m_figure, unscaled(scale.from))},
                       {scale.to, acrossText(m_figure, unscaled(scale.to))}};
    return scale;
}

CurveChart::Scale CurveChart::upScale() const
{
    double largest = 0;
    double least = std::numeric_limits<double>::infinity();
    for (const Figure::Curve& curve : m_figure.curves) {
        if (m_hidden.contains(curve.name))
            continue;
        for (const QPointF& point : curve.points) {
            // What is zoomed into has all of the height.
            if (m_range && (point.x() < m_range->from || point.x() > m_range->to))
                continue;
            largest = std::max(largest, point.y());
            if (point.y() > 0)
                least = std::min(least, point.y());
        }
    }
    const int most = std::clamp(height() / kTickHeight - 1, 1, 5);
    if (m_figure.upLogarithmic && std::isfinite(least)) {
        Scale scale{std::floor(std::log10(least)), 0, {}};
        scale.to = std::max(scale.from + 1, std::ceil(std::log10(largest)));
        const int stride = std::max(1, static_cast<int>(std::ceil((scale.to - scale.from) / most)));
        for (int power = static_cast<int>(scale.from); power <= scale.to; power += stride)
            scale.ticks.push_back({power * 1.0, upText(m_figure, std::pow(10, power))});
        return scale;
    }
    // All of a limit is part of the picture, however little of it is used.
    if (m_figure.unit == u'%')
        largest = std::max(largest, 1.0);
    const style::Scale round = style::roundScale(largest);
    Scale scale{0, round.maximum, {}};
    // Every step, or where there is no room for them only the ends.
    const int ticks = round.ticks - 1 <= most ? round.ticks : 2;
    for (int tick = 0; tick < ticks; ++tick) {
        const double at = round.maximum * tick / (ticks - 1);
        scale.ticks.push_back(
            {at, at == 0 && m_figure.unit != u'%' ? Format{}.number(0) : upText(m_figure, at)});
    }
    return scale;
}

QRectF CurveChart::plotArea() const
{
    const QFontMetricsF metrics{style::small(font())};
    double wide = 0;
    for (const Tick& tick : m_up.ticks)
        wide = std::max(wide, metrics.horizontalAdvance(tick.text));
    return QRectF{rect()}.adjusted(wide + 6, metrics.height() / 2, -10, -metrics.height() - 4);
}

double CurveChart::heightOf(double value) const
{
    const QRectF plot = chart()->plotArea();
    return plot.bottom() - plot.height() * (value - m_up.from) / (m_up.to - m_up.from);
}

void CurveChart::drawCurve(QChart& chart, std::size_t index, QValueAxis& across, QValueAxis& up) const
{
    const Figure::Curve& curve = m_figure.curves[index];
    const QColor ink = inkOf(m_figure, index);
    const auto line = [&](const QList<QPointF>& points) {
        auto* made = new QLineSeries;
        QList<QPointF> moved;
        moved.reserve(points.size() + 1);
        for (const QPointF& point : points)
            moved.append({scaled(point.x()),
                          m_figure.upLogarithmic ? std::log10(std::max(point.y(), kLeastShown)) : point.y()});
        // A single bin is a level, not a curve.
        if (moved.size() == 1)
            moved = {{scaled(m_figure.from), moved.front().y()}, {scaled(m_figure.to), moved.front().y()}};
        made->append(moved);
        return made;
    };
    const auto add = [&](QAbstractSeries* series) {
        chart.addSeries(series);
        series->attachAxis(&across);
        series->attachAxis(&up);
    };
    const auto area = [&](QLineSeries* upper, QLineSeries* lower, int alpha) {
        auto* made = new QAreaSeries{upper, lower};
        upper->setParent(made);
        if (lower)
            lower->setParent(made);
        QColor fill = ink;
        fill.setAlpha(alpha);
        made->setBrush(fill);
        made->setPen(QPen{Qt::NoPen});
        add(made);
    };
    if (!curve.low.isEmpty())
        area(line(curve.high), line(curve.low), 60);
    if (curve.filled)
        area(line(curve.points), nullptr, curve.tone == Figure::Tone::Bad ? 150 : 50);
    QLineSeries* drawn = line(curve.points);
    const bool quiet = curve.tone == Figure::Tone::Quiet;
    drawn->setPen(QPen{ink, quiet ? 1.5 : 2.0, quiet ? Qt::DashLine : Qt::SolidLine});
    add(drawn);
}

void CurveChart::draw()
{
    m_across = acrossScale();
    m_up = upScale();
    auto* made = new QChart;
    style::dress(*made);
    if (!m_figure.isEmpty()) {
        auto* across = new QValueAxis;
        auto* up = new QValueAxis;
        across->setRange(m_across.from, m_across.to);
        up->setRange(m_up.from, m_up.to);
        for (QValueAxis* axis : {across, up})
            axis->setVisible(false);
        made->addAxis(across, Qt::AlignBottom);
        made->addAxis(up, Qt::AlignLeft);
        for (std::size_t curve = 0; curve < m_figure.curves.size(); ++curve)
            if (!m_hidden.contains(m_figure.curves[curve].name) && !m_figure.curves[curve].points.isEmpty())
                drawCurve(*made, curve, *across, *up);
    }
    made->setPlotArea(plotArea());
    QChart* before = chart();
    setChart(made);
    delete before;
}

void CurveChart::drawBackground(QPainter* painter, const QRectF& rect)
{
    QChartView::drawBackground(painter, rect);
    if (m_figure.isEmpty())
        return;
    const QRectF plot = chart()->plotArea();
    const QFont small = style::small(font());
    const QFontMetricsF metrics{small};
    painter->setFont(small);
    for (const Figure::Stretch& each : m_figure.shaded) {
        const double left = std::clamp<double>(positionOf(each.from), plot.left(), plot.right());
        const double right = std::clamp<double>(positionOf(each.to), plot.left(), plot.right());
        painter->fillRect(QRectF{left, plot.top(), std::max(1.0, right - left), plot.height()},
                          style::shade());
    }
    for (const Tick& tick : m_up.ticks) {
        const double y = heightOf(tick.at);
        painter->setPen(QPen{style::colour("border"), 1});
        painter->drawLine(QPointF{plot.left(), y}, QPointF{plot.right(), y});
        painter->setPen(style::colour("textMuted"));
        painter->drawText(QRectF{0, y - metrics.height() / 2, plot.left() - 5, metrics.height()},
                          Qt::AlignRight | Qt::AlignVCenter, tick.text);
    }
    double free = 0;
    for (const Tick& tick : m_across.ticks) {
        const double x =
            plot.left() + plot.width() * (tick.at - m_across.from) / (m_across.to - m_across.from);
        const double wide = metrics.horizontalAdvance(tick.text);
        const double left = std::clamp(x - wide / 2, 0.0, std::max(0.0, width() - wide - 1));
        painter->setPen(QPen{style::colour("border"), 1});
        painter->drawLine(QPointF{x, plot.bottom()}, QPointF{x, plot.bottom() + 3});
        if (left < free)
            continue;
        free = left + wide + 8;
        painter->setPen(style::colour("textMuted"));
        painter->drawText(QPointF{left, plot.bottom() + 3 + metrics.ascent()}, tick.text);
    }
}

void CurveChart::drawMarks(QPainter& painter) const
{
    const QRectF plot = chart()->plotArea();
    const QFontMetricsF metrics{painter.font()};
    for (const Figure::Mark& mark : m_figure.marks) {
        const int x = positionOf(mark.x);
        if (x < plot.left() - 1 || x > plot.right() + 1)
            continue;
        painter.setPen(QPen{style::colour("textMuted"), 1, Qt::DotLine});
        painter.drawLine(QPointF{x * 1.0, plot.top()}, QPointF{x * 1.0, plot.bottom()});
        const double wide = metrics.horizontalAdvance(mark.text);
        const double left = std::clamp(x + 3.0, plot.left(), std::max(plot.left(), plot.right() - wide));
        painter.setPen(style::colour("textMuted"));
        painter.drawText(QPointF{left, plot.top() + metrics.ascent()}, mark.text);
    }
}

void CurveChart::drawForeground(QPainter* painter, const QRectF&)
{
    const QRectF plot = chart()->plotArea();
    painter->setFont(style::small(font()));
    drawMarks(*painter);
    if (m_dragFrom) {
        QColor fill = style::colour("selection");
        fill.setAlpha(140);
        painter->fillRect(QRectF{QPointF{std::min(*m_dragFrom, m_dragTo) * 1.0, plot.top()},
                                 QPointF{std::max(*m_dragFrom, m_dragTo) * 1.0, plot.bottom()}},
                          fill);
    }
    if (!m_cursor)
        return;
    const int x = positionOf(*m_cursor);
    if (x < plot.left() - 1 || x > plot.right() + 1)
        return;
    painter->setPen(QPen{style::colour("text"), 1});
    painter->drawLine(QPointF{x + 0.5, plot.top()}, QPointF{x + 0.5, plot.bottom()});
    drawReadings(*painter, x);
}

void CurveChart::drawReadings(QPainter& painter, double x) const
{
    const QStringList lines = readings();
    const QFontMetricsF metrics{painter.font()};
    double wide = 0;
    for (const QString& line : lines)
        wide = std::max(wide, metrics.horizontalAdvance(line));
    wide += 10;
    // In columns where a low chart has no room for all of them below each other.
    const qsizetype most = std::max<qsizetype>(2, static_cast<qsizetype>((height() - 5) / metrics.height()));
    const qsizetype columns = (lines.size() + most - 1) / most;
    const qsizetype rows = (lines.size() + columns - 1) / columns;
    const QRectF plot = chart()->plotArea();
    QRectF box{x + 6, plot.top(), wide * static_cast<double>(columns),
               metrics.height() * static_cast<double>(rows) + 4};
    if (box.right() > width())
        box.moveRight(x - 6);
    box.moveLeft(std::max(0.0, box.left()));
    box.moveTop(std::max(0.0, std::min(box.top(), height() - 1 - box.height())));
    QColor paper = style::colour("surfaceRaised");
    paper.setAlpha(235);
    painter.setPen(style::colour("border"));
    painter.setBrush(paper);
    painter.drawRoundedRect(box, 4, 4);
    for (qsizetype line = 0; line < lines.size(); ++line) {
        painter.setPen(style::colour(line == 0 ? "textMuted" : "text"));
        painter.drawText(QRectF{box.left() + 5 + wide * static_cast<double>(line / rows),
                                box.top() + 2 + metrics.height() * static_cast<double>(line % rows), wide - 8,
                                metrics.height()},
                         Qt::AlignVCenter, lines[line]);
    }
}

void CurveChart::moveCursor(std::optional<double> x)
{
    setCursorAt(x);
    emit cursorMoved(x);
}

void CurveChart::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragFrom) {
        m_dragTo = event->pos().x();
        viewport()->update();
    }
    const QRectF plot = chart()->plotArea();
    if (m_figure.isEmpty() || event->pos().x() < plot.left() - 2 || event->pos().x() > plot.right() + 2)
        moveCursor({});
    else
        moveCursor(valueAtPosition(event->pos().x()));
}

void CurveChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m_dragFrom = m_dragTo = event->pos().x();
    event->accept();
}

void CurveChart::mouseReleaseEvent(QMouseEvent* event)
{
    const std::optional<int> from = std::exchange(m_dragFrom, std::nullopt);
    viewport()->update();
    if (!from || std::abs(event->pos().x() - *from) < kLeastDrag)
        return;
    const Figure::Stretch chosen{valueAtPosition(std::min(*from, event->pos().x())),
                                 valueAtPosition(std::max(*from, event->pos().x()))};
    if (chosen.to <= chosen.from)
        return;
    setRange(chosen);
    emit rangeChosen(chosen);
}

void CurveChart::mouseDoubleClickEvent(QMouseEvent*)
{
    m_dragFrom.reset();
    setRange({});
    emit rangeChosen({});
}

void CurveChart::keyPressEvent(QKeyEvent* event)
{
    const Figure::Stretch shown = shownRange();
    const double from = scaled(shown.from);
    const double span = scaled(shown.to) - from;
    const double at = m_cursor ? scaled(*m_cursor) : from;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCursor(unscaled(std::max(from, at - kCursorStep * span)));
    case Qt::Key_Right:
        return moveCursor(unscaled(std::min(from + span, at + kCursorStep * span)));
    case Qt::Key_Home:
        return moveCursor(shown.from);
    case Qt::Key_End:
        return moveCursor(shown.to);
    case Qt::Key_Escape:
        if (m_range) {
            setRange({});
            emit rangeChosen({});
            return;
        }
        break;
    default:
        break;
    }
    QChartView::keyPressEvent(event);
}

void CurveChart::leaveEvent(QEvent* event)
{
    QChartView::leaveEvent(event);
    moveCursor({});
}

void CurveChart::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    draw();  // how many labels fit depends on both
}

}  // namespace plimsoll
