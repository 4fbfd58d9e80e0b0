// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/front_chart.h"

#include "app/desktop/look/chart_style.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace plimsoll {

namespace {

constexpr double kRadius = 4.5;
constexpr double kReach = 10;  // how near the pointer must come

QColor inkOf(FrontChart::Tone tone)
{
    switch (tone) {
    case FrontChart::Tone::Good:
        return style::colour("ok");
    case FrontChart::Tone::Bad:
        return style::colour("danger");
    case FrontChart::Tone::Unsure:
        return style::colour("warn");
    case FrontChart::Tone::Plain:
        return style::colour("info");
    }
    return style::colour("text");
}

}  // namespace

FrontChart::FrontChart(QWidget* parent) : QWidget{parent}
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void FrontChart::setAxes(Axis across, Axis up)
{
    m_across = std::move(across);
    m_up = std::move(up);
    setAccessibleName(tr("%1 against %2").arg(m_up.title, m_across.title));
    update();
}

void FrontChart::setPoints(std::vector<Point> points)
{
    m_points = std::move(points);
    double leastAcross = 0, mostAcross = 0, leastUp = 0, mostUp = 0;
    bool first = true;
    for (const Point& each : m_points) {
        const double half = each.upWithin.value_or(0);
        leastAcross = first ? each.across : std::min(leastAcross, each.across);
        mostAcross = first ? each.across : std::max(mostAcross, each.across);
        leastUp = first ? each.up - half : std::min(leastUp, each.up - half);
        mostUp = first ? each.up + half : std::max(mostUp, each.up + half);
        first = false;
    }
    m_acrossRange = rangeOf(leastAcross, mostAcross);
    m_upRange = rangeOf(leastUp, mostUp);
    setAccessibleDescription(tr("%n points", nullptr, static_cast<int>(m_points.size())));
    update();
}

FrontChart::Range FrontChart::rangeOf(double least, double most)
{
    constexpr double kFromZero =
        0.5;  // points further down than this share of the highest have room for the zero
    if (!(most > 0) || !(least > kFromZero * most)) {
        const style::Scale scale = style::roundScale(most > 0 ? most : 1, 4);
        return {0, scale.maximum, scale.ticks};
    }
    // Points that are close to each other are told apart; what the axis begins with is written on it.
    const style::Scale scale = style::roundScale(std::max(most - least, most * 0.05), 3);
    const double step = scale.maximum / (scale.ticks - 1);
    const double from = std::floor(least / step) * step;
    const int ticks = std::max(2, static_cast<int>(std::ceil((most - from) / step)) + 1);
    return {from, from + step * (ticks - 1), ticks};
}

void FrontChart::setCurrent(std::optional<std::size_t> id)
{
    m_current = id;
    update();
}

QRectF FrontChart::plot() const
{
    const QFontMetricsF metrics{style::small(font())};
    double left = 0;
    for (int tick = 0; m_up.text && tick < m_upRange.ticks; ++tick)
        left = std::max(left, metrics.horizontalAdvance(m_up.text(m_upRange.at(tick))));
    return QRectF{rect()}.adjusted(left + 14, metrics.height() + 8, -24, -(2.5 * metrics.height() + 8));
}

QPointF FrontChart::placeOf(const Point& point) const
{
    const QRectF room = plot();
    return {room.left() + room.width() * m_acrossRange.shareOf(point.across),
            room.bottom() - room.height() * m_upRange.shareOf(point.up)};
}

const FrontChart::Point* FrontChart::pointAt(QPointF place) const
{
    const Point* nearest = nullptr;
    double least = kReach * kReach;
    for (const Point& each : m_points) {
        const QPointF way = placeOf(each) - place;
        if (const double distance = QPointF::dotProduct(way, way); distance <= least) {
            least = distance;
            nearest = &each;
        }
    }
    return nearest;
}

std::vector<int> FrontChart::ticksAcross(const QFontMetricsF& metrics, double width) const
{
    constexpr double kBetween = 8;
    double widest = 0;
    for (int tick = 0; tick < m_acrossRange.ticks; ++tick)
        widest = std::max(widest, metrics.horizontalAdvance(m_across.text(m_acrossRange.at(tick))));
    const double apart = width / std::max(1, m_acrossRange.ticks - 1);
    const int step = std::max(1, static_cast<int>(std::ceil((widest + kBetween) / std::max(apart, 1.0))));
    std::vector<int> ticks;
    for (int tick = 0; tick < m_acrossRange.ticks; tick += step)
        ticks.push_back(tick);
    return ticks;
}

void FrontChart::paintAxes(QPainter& painter) const
{
    const QRectF room = plot();
    painter.setFont(style::small(font()));
    const QFontMetricsF metrics{painter.font()};
    QString written;  // over a narrow range two ticks may round to one figure: it is said once
    for (int tick = 0; tick < m_upRange.ticks; ++tick) {
        const double y = room.bottom() - m_upRange.shareOf(m_upRange.at(tick)) * room.height();
        painter.setPen(QPen{style::colour("border"), 1});
        painter.drawLine(QPointF{room.left(), y}, QPointF{room.right(), y});
        painter.setPen(style::colour("textMuted"));
        const QString text = m_up.text(m_upRange.at(tick));
        if (text == std::exchange(written, text))
            continue;
        painter.drawText(QRectF{0, y - metrics.height() / 2, room.left() - 6, metrics.height()},
                         int(Qt::AlignRight | Qt::AlignVCenter), text);
    }
    for (const int tick : ticksAcross(metrics, room.width())) {
        const double x = room.left() + m_acrossRange.shareOf(m_acrossRange.at(tick)) * room.width();
        painter.drawText(QRectF{x - 60, room.bottom() + metrics.height() / 2, 120, metrics.height()},
                         int(Qt::AlignCenter), m_across.text(m_acrossRange.at(tick)));
    }
    painter.setPen(style::colour("text"));
    painter.drawText(QRectF{2, 0, width() - 4.0, metrics.height()}, int(Qt::AlignLeft | Qt::AlignVCenter),
                     metrics.elidedText(m_up.title, Qt::ElideRight, width() - 4));
    painter.drawText(
        QRectF{room.left(), room.bottom() + 1.5 * metrics.height(), room.width(), metrics.height()},
        int(Qt::AlignRight | Qt::AlignVCenter), m_across.title);
}

void FrontChart::paintPoints(QPainter& painter) const
{
    std::vector<const Point*> front;
    for (const Point& each : m_points)
        if (each.front)
            front.push_back(&each);
    std::sort(front.begin(), front.end(),
              [](const Point* a, const Point* b) { return a->across < b->across; });
    QPolygonF line;
    for (const Point* each : front)
        line.append(placeOf(*each));
    painter.setPen(QPen{style::colour("accent"), 1.6, Qt::DashLine});
    painter.drawPolyline(line);
    const double unit = plot().height() / (m_upRange.to - m_upRange.from);
    for (const Point& each : m_points) {
        const QPointF at = placeOf(each);
        const QColor ink = inkOf(each.tone);
        if (each.upWithin) {
            const QPointF half{0, *each.upWithin * unit};
            painter.setPen(QPen{ink, 1});
            painter.drawLine(at - half, at + half);
        }
        // What no other beats is filled; what is met or not is said by the colour and by the words of the table.
        painter.setPen(QPen{ink, 1.8});
        painter.setBrush(each.front ? ink : style::colour("surface"));
        painter.drawEllipse(at, kRadius, kRadius);
        if (each.id == m_current || each.id == m_hovered) {
            painter.setPen(QPen{style::colour(each.id == m_current ? "accent" : "textMuted"), 2});
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(at, kRadius + 4, kRadius + 4);
        }
    }
}

void FrontChart::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    if (!m_up.text || !m_across.text || m_points.empty()) {
        painter.setPen(style::colour("textMuted"));
        painter.drawText(rect().adjusted(16, 16, -16, -16), int(Qt::AlignCenter) | Qt::TextWordWrap,
                         tr("Points appear here as they are run. A click on one sets the design to it."));
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter);
    paintPoints(painter);
}

void FrontChart::mouseMoveEvent(QMouseEvent* event)
{
    const Point* at = pointAt(event->position());
    const std::optional<std::size_t> hovered = at ? std::optional{at->id} : std::nullopt;
    setCursor(at ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (std::exchange(m_hovered, hovered) != hovered)
        update();
}

void FrontChart::mouseReleaseEvent(QMouseEvent* event)
{
    if (const Point* at = pointAt(event->position()); at && event->button() == Qt::LeftButton)
        emit pointClicked(at->id);
}

void FrontChart::leaveEvent(QEvent*)
{
    if (std::exchange(m_hovered, std::nullopt))
        update();
}

bool FrontChart::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const Point* at = pointAt(help->pos()))
        QToolTip::showText(help->globalPos(), at->text, this);
    else
        QToolTip::hideText();
    return true;
}

}  // namespace plimsoll
