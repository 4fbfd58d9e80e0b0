// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/connection_item.h"

#include "app/desktop/canvas/canvas_scene.h"
#include "app/desktop/canvas/component_item.h"
#include "app/desktop/canvas/geometry.h"
#include "app/desktop/look/painted_text.h"
#include "app/desktop/look/theme.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPaintEngine>
#include <QtGui/QPainter>
#include <QtGui/QPainterPathStroker>
#include <QtWidgets/QGraphicsSceneHoverEvent>
#include <QtWidgets/QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace plimsoll {

namespace {

constexpr double kArrowLength = 9;
constexpr double kArrowHalf = 4.5;
constexpr double kMarkRadius = 4;
constexpr double kCornerRadius = 8;
constexpr double kLabelRoom = 10;  // of the line, at both sides of its label
constexpr double kTokenRadius = 4;
constexpr int kMostTokens = 7;

QString kindName(ConnectionKind kind)
{
    switch (kind) {
    case ConnectionKind::Call:
        return QCoreApplication::translate("ConnectionKind", "call");
    case ConnectionKind::Put:
        return QCoreApplication::translate("ConnectionKind", "put");
    case ConnectionKind::Notify:
        return QCoreApplication::translate("ConnectionKind", "notify");
    case ConnectionKind::Poll:
        return QCoreApplication::translate("ConnectionKind", "poll");
    case ConnectionKind::Query:
        return QCoreApplication::translate("ConnectionKind", "query");
    case ConnectionKind::Load:
        return QCoreApplication::translate("ConnectionKind", "load");
    case ConnectionKind::Replicate:
        return QCoreApplication::translate("ConnectionKind", "replicate");
    case ConnectionKind::Start:
        return QCoreApplication::translate("ConnectionKind", "start");
    case ConnectionKind::Uses:
        return QCoreApplication::translate("ConnectionKind", "uses");
    }
    return {};
}

/// A point of the line through the corners, a share of its length from the first. Quicker than a path's own, which
/// measures the roundings of its corners, too.
QPointF pointAlong(const QList<QPointF>& corners, double share)
{
    double length = 0;
    for (qsizetype at = 0; at + 1 < corners.size(); ++at)
        length += QLineF{corners[at], corners[at + 1]}.length();
    double left = length * share;
    for (qsizetype at = 0; at + 1 < corners.size(); ++at) {
        const QLineF stretch{corners[at], corners[at + 1]};
        if (left <= stretch.length() && stretch.length() > 0)
            return stretch.pointAt(left / stretch.length());
        left -= stretch.length();
    }
    return corners.isEmpty() ? QPointF{} : corners.last();
}

}  // namespace

ConnectionItem::ConnectionItem(const QString& id, const ComponentItem& from, const ComponentItem& to)
    : CanvasItem{id}, m_from{from}, m_to{to}
{
    setFlags(ItemIsSelectable);
    setAcceptHoverEvents(true);
    setZValue(5);
}

void ConnectionItem::show(const Look& look)
{
    m_look = look;
    route();
}

void ConnectionItem::setFigure(const ConnectionFigure& figure, Overlay overlay)
{
    if (figure == m_figure && overlay == m_overlay)
        return;
    m_figure = figure;
    m_overlay = overlay;
    // Each tenfold of rate adds the same thickness: 10/s and 100,000/s must both be readable.
    const double rate = overlay == Overlay::Traffic && figure.perSecond ? *figure.perSecond : 0;
    m_width = 1.6 + std::min(3.4, 0.6 * std::log10(1 + rate));
    if (m_corners.isEmpty() || labelSize() == m_pill.size()) {
        m_rateLabel.reset();
        update();
        return;
    }
    placeLabel();
    if (auto* owner = qobject_cast<CanvasScene*>(scene()))
        owner->findJumpsLater();
}

void ConnectionItem::setFaulty(bool faulty)
{
    if (faulty == m_faulty)
        return;
    m_faulty = faulty;
    update();
}

void ConnectionItem::setTokenPhase(std::optional<double> phase)
{
    if (phase == m_phase)
        return;
    m_phase = phase;
    update();
}

void ConnectionItem::setStyle(LineStyle style)
{
    if (style == m_style)
        return;
    m_style = style;
    if (!m_corners.isEmpty())  // else it is about to be laid
        route();
}

void ConnectionItem::follow()
{
    route();
}

void ConnectionItem::goAlong()
{
    const QPointF from = cardOf(m_from).topLeft(), to = cardOf(m_to).topLeft();
    const QPointF by = from - m_laidFrom;
    if (by != to - m_laidTo || !m_bends.isEmpty()) {
        route();
        return;
    }
    if (by.isNull())
        return;
    prepareGeometryChange();
    m_laidFrom = from;
    m_laidTo = to;
    for (QPainterPath* path : {&m_path, &m_drawn})
        path->translate(by);
    for (QPointF& corner : m_corners)
        corner += by;
    for (LineJump& jump : m_jumps)
        jump.at += by;
    for (LabelPlace& place : m_labelPlaces)
        place.middle += by;
    m_ends.from += by;
    m_ends.to += by;
    m_arrow.translate(by);
    m_mark += by;
    m_pill.translate(by);
    m_bounds.translate(by);
    m_rateLabel.reset();
    update();
}

Attachment ConnectionItem::attachment() const
{
    // What lies in a collapsed group is reached at the card that stands for it.
    if (m_look.port.isEmpty() || !m_from.isVisible() || !m_to.isVisible())
        return m_style == LineStyle::Straight ? facingAttachment(cardOf(m_from), cardOf(m_to))
                                              : attachmentOf(cardOf(m_from), cardOf(m_to));
    const ComponentItem::Port& port = m_from.output(m_look.port);
    return {m_from.mapToScene(port.position + QPointF{0, kPillHalf}), m_to.input(), port.side,
            PortSide::Left};
}

Attachment ConnectionItem::partedEnds() const
{
    // Lines that leave and lines that arrive at the same side above or below would lie on each other: those that go down
    // keep to the right, those that go up to the left.
    constexpr double kApart = 22;
    Attachment ends = attachment();
    const auto* owner = qobject_cast<const CanvasScene*>(scene());
    const auto isUpright = [](PortSide side) { return side == PortSide::Top || side == PortSide::Bottom; };
    if (!owner || !isUpright(ends.fromSide) || !isUpright(ends.toSide))
        return ends;
    const auto isShared = [&](const ComponentItem& card, PortSide side) {
        return owner->linesAt(card, side, CanvasScene::LineEnd::Leaving) > 0
               && owner->linesAt(card, side, CanvasScene::LineEnd::Arriving) > 0;
    };
    const double aside = ends.fromSide == PortSide::Bottom ? kApart : -kApart;
    const bool first = isShared(m_from, ends.fromSide), second = isShared(m_to, ends.toSide);
    // Both ends of a line that would go straight on, so that it still does.
    const bool straight = std::abs(ends.from.x() - ends.to.x()) < kApart;
    if (first || (second && straight))
        ends.from.rx() += aside;
    if (second || (first && straight))
        ends.to.rx() += aside;
    return ends;
}

void ConnectionItem::makeRoom()
{
    const Attachment ends = partedEnds();
    if (ends.from != m_ends.from || ends.to != m_ends.to || stepAside(ends) != m_aside)
        route();
}

QRectF ConnectionItem::cardOf(const ComponentItem& end) const
{
    const auto* owner = qobject_cast<const CanvasScene*>(scene());
    return owner ? owner->cardOf(end) : end.mapRectToScene(end.card());
}

StepAside ConnectionItem::stepAside(const Attachment& ends) const
{
    const auto* owner = qobject_cast<const CanvasScene*>(scene());
    if (!owner)
        return StepAside::Midway;
    const int leaving = owner->linesAt(m_from, ends.fromSide);
    const int arriving = owner->linesAt(m_to, ends.toSide);
    return leaving > arriving   ? StepAside::NearFrom
           : arriving > leaving ? StepAside::NearTo
                                : StepAside::Midway;
}

void ConnectionItem::route()
{
    prepareGeometryChange();
    const Attachment ends = partedEnds();
    m_ends = ends;
    m_laidFrom = cardOf(m_from).topLeft();
    m_laidTo = cardOf(m_to).topLeft();
    // The mark and the arrow sit before the port, and the line ends where the arrow begins.
    QPointF out = outward(ends.toSide);
    if (m_style == LineStyle::Straight) {
        const QPointF way = (m_bends.isEmpty() ? ends.from : m_bends.last()) - ends.to;
        if (const double length = std::hypot(way.x(), way.y()); length > kArrowLength)
            out = way / length;
    }
    const QPointF across{-out.y(), out.x()};
    const bool pulled = m_look.kind == ConnectionKind::Poll;
    const double gap = ends.toSide == PortSide::Left ? kPortRadius - 1 : 2;
    const QPointF tip = ends.to + out * (gap + (pulled ? 2 * kMarkRadius : 0));
    const QPointF end = tip + out * (kArrowLength - 1);
    m_aside = stepAside(ends);
    layPath(ends, end);
    m_jumps.clear();
    m_drawn = m_path;
    if (auto* owner = qobject_cast<CanvasScene*>(scene()))
        owner->findJumpsLater();
    m_arrow = QPolygonF{{tip, tip + out * kArrowLength + across * kArrowHalf,
                         tip + out * kArrowLength - across * kArrowHalf}};
    m_mark = tip - out * kMarkRadius;
    placeLabel();
}

void ConnectionItem::layPath(const Attachment& ends, QPointF end)
{
    switch (m_style) {
    case LineStyle::Orthogonal: {
        const auto* owner = qobject_cast<const CanvasScene*>(scene());
        m_corners = m_bends.isEmpty() ? orthogonalRoute(
                        ends.from, ends.fromSide, end, ends.toSide,
                        owner ? owner->cardsWithin(routeReach(ends.from, end)) : QList<QRectF>{}, m_aside)
                                      : routeThrough(ends.from, ends.fromSide, end, ends.toSide, m_bends);
        m_path = roundedPath(m_corners, kCornerRadius);
        return;
    }
    case LineStyle::Curved:
        m_corners = QList<QPointF>{ends.from} + m_bends + QList<QPointF>{end};
        m_path = m_bends.isEmpty() ? curveBetween(ends.from, ends.fromSide, end, ends.toSide)
                                   : curveThrough(ends.from, ends.fromSide, end, ends.toSide, m_bends);
        return;
    case LineStyle::Straight:
        m_corners = QList<QPointF>{ends.from} + m_bends + QList<QPointF>{end};
        m_path = roundedPath(m_corners, 0);
        return;
    }
}

void ConnectionItem::setBends(const QList<QPointF>& bends)
{
    if (bends == m_bends)
        return;
    m_bends = bends;
    if (!m_corners.isEmpty())
        route();
}

void ConnectionItem::setJumps(const QList<LineJump>& jumps)
{
    if (jumps == m_jumps)
        return;
    m_jumps = jumps;
    m_drawn = m_style == LineStyle::Curved
                  ? m_path
                  : roundedPath(m_corners, m_style == LineStyle::Orthogonal ? kCornerRadius : 0, m_jumps);
    update();
}

void ConnectionItem::findLabelPlaces(QSizeF size)
{
    constexpr double kPlenty = 1e6;
    m_labelPlaces.clear();
    const bool rightAngled = m_style == LineStyle::Orthogonal;
    const bool onItsOwn = rightAngled && m_aside != StepAside::Midway && m_corners.size() >= 2;
    if (onItsOwn) {
        // On the stretch it has for itself: behind the bend, or behind where the others of its end turn off.
        const bool last = m_aside == StepAside::NearFrom;
        QPointF far = last ? m_corners.last() : m_corners.first();
        QPointF near = last ? m_corners[m_corners.size() - 2] : m_corners[1];
        const QPointF way = far - near;
        const double length = std::abs(way.x()) + std::abs(way.y());
        const double shared = m_corners.size() == 2 ? std::min(kStub, length / 2) : 0;
        near += way * (shared / std::max(length, 1.0));
        addPlacesOn(near, far, size);
    }
    // On a level stretch that shows at both sides of it; the longest, so that it is told apart from its neighbours.
    std::vector<std::pair<double, qsizetype>> level;
    for (qsizetype at = 0; rightAngled && at + 1 < m_corners.size(); ++at)
        if (const double length = std::abs(m_corners[at + 1].x() - m_corners[at].x());
            length >= size.width() + 2 * kLabelRoom)
            level.emplace_back(-length, at);
    std::sort(level.begin(), level.end());
    for (const auto& [length, at] : level)
        addPlacesOn(m_corners[at], m_corners[at + 1], size);
    // All of a short line, in letters as small as that takes.
    if (rightAngled && m_corners.size() == 2 && m_labelPlaces.isEmpty())
        m_labelPlaces.append(
            {(m_corners[0] + m_corners[1]) / 2, std::abs(m_corners[1].x() - m_corners[0].x())});
    // Between cards that all but touch there is no room: below both, or above.
    if (const QRectF from = cardOf(m_from), to = cardOf(m_to);
        rightAngled && m_corners.size() == 2 && std::abs(to.center().y() - from.center().y()) < kStub) {
        constexpr double kBeside = 5;
        const double middle = (m_corners[0].x() + m_corners[1].x()) / 2, half = size.height() / 2 + kBeside;
        m_labelPlaces.append({{middle, std::max(from.bottom(), to.bottom()) + half}, kPlenty});
        m_labelPlaces.append({{middle, std::min(from.top(), to.top()) - half}, kPlenty});
    }
    // Lines that share an end lie apart at the other. A curve from a port below starts with a bend; its label goes
    // past it.
    const bool bends = !m_look.port.isEmpty() && m_style == LineStyle::Curved;
    const double best = m_aside == StepAside::NearFrom ? 0.7 : m_aside == StepAside::NearTo ? 0.3 : 0.5;
    for (const double share : {bends ? 0.62 : best, 0.58, 0.66, 0.42, 0.78, 0.86, 0.3})
        m_labelPlaces.append(
            {m_style == LineStyle::Curved ? m_path.pointAtPercent(share) : pointAlong(m_corners, share),
             kPlenty, !onItsOwn});
}

QList<QPointF> ConnectionItem::course() const
{
    constexpr int kPoints = 16;
    QList<QPointF> points;
    for (int at = 0; at <= kPoints; ++at)
        points.append(m_path.pointAtPercent(double(at) / kPoints));
    return points;
}

void ConnectionItem::addPlacesOn(QPointF near, QPointF far, QSizeF size)
{
    constexpr double kUnbounded = 1e6;
    const QPointF way = far - near;
    const double length = std::abs(way.x()) + std::abs(way.y());
    const bool level = std::abs(way.x()) >= std::abs(way.y());
    const double needed = level ? size.width() + 2 * kLabelRoom : size.height() + kLabelRoom;
    m_labelPlaces.append({(near + far) / 2, level ? length : kUnbounded, m_labelPlaces.isEmpty()});
    // Aside of the middle as far as the stretch goes on at both ends of the label.
    for (const double share : {0.35, 0.65, 0.2, 0.8})
        if (const double around = 2 * length * std::min(share, 1 - share); around >= needed)
            m_labelPlaces.append({near + way * share, level ? around : kUnbounded, false});
}

QSizeF ConnectionItem::labelSize() const
{
    const bool withRate = m_overlay == Overlay::Traffic && !m_figure.text.isEmpty();
    const Theme& theme = Theme::current();
    const double kindWidth = widthOf(kindName(m_look.kind), theme.font(8));
    const double rateWidth = withRate ? widthOf(m_figure.text, theme.font(8.5, QFont::DemiBold)) : 0;
    return {std::max(kindWidth, rateWidth) + 14, withRate ? 31.0 : 18.0};
}

void ConnectionItem::placeLabel(const Taken* taken)
{
    m_rateLabel.reset();
    const QSizeF size = labelSize();
    findLabelPlaces(size);
    const auto at = [&](const LabelPlace& place) {
        return QRectF{place.middle - QPointF{size.width() / 2, size.height() / 2}, size};
    };
    const auto* owner = qobject_cast<const CanvasScene*>(scene());
    QList<QRectF> cards{cardOf(m_from), cardOf(m_to)};
    if (owner && taken)
        cards += owner->cardsWithin(m_path.boundingRect() | at(m_labelPlaces.first()));
    const auto covers = [&](const QList<QRectF>& rects, const LabelPlace& place) {
        return std::any_of(rects.cbegin(), rects.cend(),
                           [&](const QRectF& each) { return at(place).intersects(each); });
    };
    const auto hidesOthers = [&](const LabelPlace& place) {
        return taken
               && (covers(taken->labels, place)
                   || std::any_of(taken->crossings.cbegin(), taken->crossings.cend(),
                                  [&](QPointF each) { return at(place).contains(each); }));
    };
    const auto liesUnderALine = [&](const LabelPlace& place) {
        return taken
               && std::any_of(taken->stretches.cbegin(), taken->stretches.cend(), [&](const auto& each) {
                      return each.first != this && at(place).intersects(each.second);
                  });
    };
    // The best place that hides nothing and that nothing runs through, else one that at least hides no card.
    const auto first = [&](const auto& suits) {
        return std::find_if(m_labelPlaces.cbegin(), m_labelPlaces.cend(), suits);
    };
    auto chosen = first([&](const LabelPlace& place) {
        return !covers(cards, place) && !hidesOthers(place) && !liesUnderALine(place);
    });
    if (chosen == m_labelPlaces.cend() && taken)
        chosen = first([&](const LabelPlace& place) { return !covers(cards, place) && !hidesOthers(place); });
    if (chosen == m_labelPlaces.cend())
        chosen = first([&](const LabelPlace& place) { return !covers(cards, place); });
    if (chosen != m_labelPlaces.cend())
        m_labelPlaces.move(chosen - m_labelPlaces.cbegin(), 0);
    m_labelPlaces.first().fromAfar = true;
    const QRectF pill = at(m_labelPlaces.first());
    prepareGeometryChange();
    m_pill = pill;
    m_bounds = (m_path.boundingRect() | m_pill | m_arrow.boundingRect()).adjusted(-12, -12, 12, 12);
    update();
}

QPainterPath ConnectionItem::shape() const
{
    QPainterPathStroker stroker;
    stroker.setWidth(12);
    QPainterPath path = stroker.createStroke(m_path);
    path.addRoundedRect(m_pill, 9, 9);
    path.setFillRule(Qt::WindingFill);
    return path;
}

void ConnectionItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*)
{
    const Theme& theme = Theme::current();
    const double zoom = option->levelOfDetailFromTransform(painter->worldTransform());
    painter->setRenderHint(QPainter::Antialiasing);
    QColor ink = theme.colour("edge");
    if (m_faulty)
        ink = theme.colour("danger");
    else if (m_look.customCode)
        ink = theme.colour("warn");
    if (isSelected() || m_hovered)
        ink = theme.colour("edgeActive");
    if (const QPaintEngine* engine = painter->paintEngine();
        zoom < kFarZoom && engine && engine->type() == QPaintEngine::Raster) {
        // From so far a line is a pixel wide and thousands are in sight: no curve, no arrow, nothing smoothed.
        painter->setRenderHint(QPainter::Antialiasing, false);
        paintFromAfar(*painter, ink, zoom);
        return;
    }
    if (isSelected()) {
        QColor halo = ink;
        halo.setAlphaF(0.22f);
        painter->setPen(QPen{halo, m_width + 7, Qt::SolidLine, Qt::RoundCap});
        painter->setBrush(Qt::NoBrush);
        painter->drawPath(m_drawn);
    }
    QPen pen{ink, m_width, Qt::SolidLine, Qt::FlatCap};
    if (m_look.kind == ConnectionKind::Uses)
        pen.setDashPattern({4, 3});
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(m_drawn);

    painter->setPen(QPen{ink, 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    painter->setBrush(ink);
    painter->drawPolygon(m_arrow);
    if (m_look.kind == ConnectionKind::Poll) {
        // An open circle: this end asks, the records come.
        painter->setPen(QPen{ink, 1.6});
        painter->setBrush(theme.colour("canvas"));
        painter->drawEllipse(m_mark, kMarkRadius - 0.4, kMarkRadius - 0.4);
    }

    if (m_phase)
        paintTokens(*painter);
    if (isSelected())
        paintBends(*painter);
    const double larger = legibility(zoom);
    if (larger < kTerseLegibility)
        paintPill(*painter, ink);
    else if (zoom > kFarZoom)
        paintRate(*painter, zoom);
}

void ConnectionItem::paintFromAfar(QPainter& painter, const QColor& ink, double zoom) const
{
    const double width = (isSelected() ? 2 : 1) / zoom;
    const auto isLevel = [](QPointF a, QPointF b) { return a.x() == b.x() || a.y() == b.y(); };
    // Rectangles are filled faster than a line is stroked, and thousands of them make a frame.
    bool slants = false;
    for (qsizetype at = 0; at + 1 < m_corners.size(); ++at) {
        const QPointF a = m_corners[at], b = m_corners[at + 1];
        if (isLevel(a, b))
            painter.fillRect(QRectF{std::min(a.x(), b.x()), std::min(a.y(), b.y()),
                                    std::abs(a.x() - b.x()) + width, std::abs(a.y() - b.y()) + width},
                             ink);
        else
            slants = true;
    }
    if (!slants)
        return;
    QPen thin{ink, isSelected() ? 2.0 : 1.0};
    thin.setCosmetic(true);
    painter.setPen(thin);
    for (qsizetype at = 0; at + 1 < m_corners.size(); ++at)
        if (!isLevel(m_corners[at], m_corners[at + 1]))
            painter.drawLine(m_corners[at], m_corners[at + 1]);
}

void ConnectionItem::paintBends(QPainter& painter) const
{
    constexpr double kHandle = 3.5;
    const Theme& theme = Theme::current();
    painter.setPen(QPen{theme.colour("accent"), 1.4});
    painter.setBrush(theme.colour("surface"));
    for (const QPointF& bend : m_bends)
        painter.drawEllipse(bend, kHandle, kHandle);
}

void ConnectionItem::paintTokens(QPainter& painter) const
{
    const double rate = m_figure.perSecond.value_or(0);
    if (rate <= 0)
        return;
    // Each tenfold of rate is one more on the way.
    const int count = std::clamp(static_cast<int>(std::log10(1 + rate)) + 1, 1, kMostTokens);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::current().colour(QStringLiteral("accent")));
    for (int token = 0; token < count; ++token)
        painter.drawEllipse(m_path.pointAtPercent(std::fmod(*m_phase + double(token) / count, 1.0)),
                            kTokenRadius, kTokenRadius);
}

void ConnectionItem::paintPill(QPainter& painter, const QColor& ink) const
{
    const Theme& theme = Theme::current();
    painter.setPen(
        QPen{isSelected() || m_hovered || m_look.customCode || m_faulty ? ink : theme.colour("border"), 1});
    painter.setBrush(m_look.customCode ? theme.colour("warnSoft") : theme.colour("surfaceRaised"));
    const double round = std::min(9.0, m_pill.height() / 2);
    painter.drawRoundedRect(m_pill, round, round);
    const bool withRate = m_overlay == Overlay::Traffic && !m_figure.text.isEmpty();
    painter.setFont(theme.font(8));
    painter.setPen(theme.colour(m_look.customCode ? "text" : "textMuted"));
    QRectF top = m_pill;
    if (withRate)
        top.setHeight(m_pill.height() / 2 + 1);
    paintLine(painter, top, kindName(m_look.kind), Qt::AlignHCenter);
    if (withRate) {
        painter.setFont(theme.font(8.5, QFont::DemiBold));
        painter.setPen(theme.colour(m_figure.stale ? "textMuted" : "text"));
        paintLine(painter, m_pill.adjusted(0, m_pill.height() / 2 - 3, 0, -1), m_figure.text,
                  Qt::AlignHCenter);
    }
}

const ConnectionItem::RateLabel& ConnectionItem::rateLabel(double zoom) const
{
    if (!m_rateLabel || m_rateLabel->zoom != zoom)
        m_rateLabel = findRateLabel(zoom);
    return *m_rateLabel;
}

ConnectionItem::RateLabel ConnectionItem::findRateLabel(double zoom) const
{
    constexpr double kLeastShare = 0.7;  // of the size that reads well, before a label is left out
    if (m_overlay != Overlay::Traffic || m_figure.text.isEmpty())
        return {{}, {}, zoom};
    const Theme& theme = Theme::current();
    const double points = 8.5 * legibility(zoom);
    const double wanted = widthOf(m_figure.text, theme.font(points, QFont::DemiBold));
    // Beside the cards, which lie above the lines: a little further along where the middle is covered.
    const QRectF from = cardOf(m_from), to = cardOf(m_to);
    for (const LabelPlace& place : m_labelPlaces) {
        const double share = std::min(1.0, (place.room - 4) / std::max(wanted, 1.0));
        if (share < kLeastShare || !place.fromAfar)
            continue;
        const QFont font = theme.font(points * share, QFont::DemiBold);
        const QSizeF size{wanted * share + std::min(10.0, place.room - wanted * share),
                          QFontMetricsF{font}.height()};
        const QRectF tried{place.middle - QPointF{size.width() / 2, size.height() / 2}, size};
        if (!tried.intersects(from) && !tried.intersects(to))
            return {tried, font, zoom};
    }
    return {{}, {}, zoom};
}

QRectF ConnectionItem::labelRect(double zoom) const
{
    return legibility(zoom) < kTerseLegibility ? m_pill : rateLabel(zoom).rect;
}

void ConnectionItem::paintRate(QPainter& painter, double zoom) const
{
    const RateLabel& label = rateLabel(zoom);
    if (label.rect.isNull())
        return;
    const Theme& theme = Theme::current();
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour("canvas"));
    painter.drawRoundedRect(label.rect, 6, 6);
    painter.setFont(label.font);
    painter.setPen(theme.colour(m_figure.stale ? "textMuted" : "text"));
    // Never cut: the rectangle is the text's own width.
    paintLine(painter, label.rect.adjusted(-20, 0, 20, 0), m_figure.text, Qt::AlignHCenter);
}

void ConnectionItem::hoverEnterEvent(QGraphicsSceneHoverEvent*)
{
    // Written when someone looks: thousands of sentences for lines nobody points at would delay every opening.
    if (const auto* owner = qobject_cast<const CanvasScene*>(scene()))
        setToolTip(owner->sentenceOf(id()));
    m_hovered = true;
    update();
}

void ConnectionItem::hoverMoveEvent(QGraphicsSceneHoverEvent* event)
{
    // What a drag would do here: move a level stretch up or down, an upright one aside, any other line both ways.
    const qsizetype at = nearestStretch(m_corners, event->scenePos());
    if (at < 0)
        return;
    const QPointF way = m_corners[at + 1] - m_corners[at];
    setCursor(m_style != LineStyle::Orthogonal         ? Qt::SizeAllCursor
              : std::abs(way.x()) >= std::abs(way.y()) ? Qt::SizeVerCursor
                                                       : Qt::SizeHorCursor);
}

void ConnectionItem::hoverLeaveEvent(QGraphicsSceneHoverEvent*)
{
    m_hovered = false;
    update();
}

}  // namespace plimsoll
