// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/component_item.h"

#include "app/desktop/look/painted_text.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/text/format.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPaintEngine>
#include <QtGui/QPainter>
#include <QtGui/QPixmapCache>
#include <QtGui/QTextLayout>
#include <QtWidgets/QGraphicsSceneHoverEvent>
#include <QtWidgets/QStyleOptionGraphicsItem>

#include <cmath>
#include <compare>
#include <cstddef>
#include <map>

namespace plimsoll {

namespace {

constexpr double kMargin = 18;  // room for shadow, ports and badge
constexpr double kRound = 10;
constexpr QRectF kIcon{10, 11, 32, 32};
constexpr double kTextLeft = 50;
constexpr double kTextWidth = kCardWidth - kTextLeft - 10;
constexpr QSizeF kPill{kPillWidth, 2 * kPillHalf};
constexpr double kPillDrop = 4;  // below the card's edge, clear of the bar

QString tr(const char* text)
{
    return QCoreApplication::translate("plimsoll::ComponentItem", text);
}

QColor toneColour(ComponentFigure::Tone tone)
{
    const Theme& theme = Theme::current();
    switch (tone) {
    case ComponentFigure::Tone::Neutral:
        return theme.colour("info");
    case ComponentFigure::Tone::Good:
        return theme.colour("ok");
    case ComponentFigure::Tone::Warn:
        return theme.colour("warn");
    case ComponentFigure::Tone::Danger:
        return theme.colour("danger");
    case ComponentFigure::Tone::Muted:
        return theme.colour("textMuted");
    }
    return theme.colour("text");
}

/// What a card's picture depends on, apart from what is written on it.
struct CardLook {
    double zoom, ratio;
    QRgb border, fill;
    int kind;
    bool isAwake;
    int firstPort;
    auto operator<=>(const CardLook&) const = default;
};

/// Where the picture of such a card is kept; thousands of cards ask at every frame.
QPixmapCache::Key& pictureKey(const CardLook& look)
{
    constexpr std::size_t kMost = 256;  // beyond it most are of zooms that nobody comes back to
    static std::map<CardLook, QPixmapCache::Key> keys;
    if (keys.size() > kMost)
        keys.clear();
    return keys[look];
}

}  // namespace

ComponentItem::ComponentItem(const Component& component, const ServiceSpec* spec)
    : CanvasItem{QString::fromStdString(component.id)}
{
    setFlags(ItemIsSelectable);
    setAcceptHoverEvents(true);
    setZValue(10);
    show(component, spec);
}

void ComponentItem::show(const Component& component, const ServiceSpec* spec)
{
    m_label = QString::fromStdString(component.label.empty() ? component.id : component.label);
    m_serviceId = QString::fromStdString(component.service);
    m_known = spec != nullptr;
    m_simulated = !spec || spec->simulated;
    m_serviceName = spec ? coreText(spec->shortName.empty() ? spec->name : spec->shortName)
                         : tr("unknown: %1").arg(m_serviceId);
    setPos(component.position.x, component.position.y);
    setDrawing(drawingOf(component.extraJson), 10);

    m_hotPort = nullptr;
    m_ports.clear();
    if (!spec || spec->accepts)
        m_ports.push_back({Port::Role::Input, {}, {0, kCardHeight / 2}, PortSide::Left});
    m_ports.push_back({Port::Role::Output, {}, {kCardWidth, kCardHeight / 2}, PortSide::Right});
    if (spec) {
        double x = kCardWidth - 12 - kPill.width() / 2;
        for (const std::string& name : spec->extraOutputs) {
            m_ports.push_back({Port::Role::Extra,
                               QString::fromStdString(name),
                               {x, kCardHeight + kPillDrop},
                               PortSide::Bottom});
            x -= kPill.width() + 6;
        }
    }
    update();
}

void ComponentItem::setFigure(const ComponentFigure& figure)
{
    if (figure == m_figure)
        return;
    m_figure = figure;
    update();
}

void ComponentItem::setIssues(std::optional<Severity> worst, const QStringList& texts)
{
    if (worst == m_severity && texts == m_issues)
        return;
    m_issues = texts;
    m_severity = worst;
    setToolTip(texts.join(QStringLiteral("\n")));
    update();
}

QString ComponentItem::spokenName() const
{
    QStringList parts{m_label, m_serviceName};
    const QString figure = (m_figure.text + u' ' + m_figure.caption).simplified();
    if (!figure.isEmpty())
        parts.append(figure);
    return parts.join(QStringLiteral(", "));
}

void ComponentItem::setCandidate(Candidate candidate)
{
    if (candidate == m_candidate)
        return;
    m_candidate = candidate;
    update();
}

const ComponentItem::Port* ComponentItem::portAt(QPointF scenePosition) const
{
    const QPointF at = mapFromScene(scenePosition);
    for (const Port& port : m_ports) {
        if (port.role == Port::Role::Extra) {
            const QRectF pill{port.position - QPointF{kPill.width() / 2, kPill.height() / 2}, kPill};
            if (pill.contains(at))
                return &port;
            continue;
        }
        // The reach lies outside the card for the most part, so that the card's edge still drags the card.
        const double dx = at.x() - port.position.x();
        const double dy = at.y() - port.position.y();
        if (dx * dx + dy * dy <= kPortReach * kPortReach)
            return &port;
    }
    return nullptr;
}

QPointF ComponentItem::input() const
{
    return mapToScene(0, kCardHeight / 2);
}

const ComponentItem::Port& ComponentItem::output(const QString& extra) const
{
    const Port* main = nullptr;
    for (const Port& port : m_ports) {
        if (port.role == Port::Role::Extra && port.name == extra)
            return port;
        if (port.role == Port::Role::Output)
            main = &port;
    }
    return *main;
}

QRectF ComponentItem::labelRect() const
{
    return {kTextLeft, 9, kTextWidth, 19};
}

QRectF ComponentItem::boundingRect() const
{
    return card().adjusted(-kMargin, -kMargin, kMargin, kMargin);
}

QPainterPath ComponentItem::shape() const
{
    QPainterPath path;
    path.addRoundedRect(card(), kRound, kRound);
    for (const Port& port : m_ports) {
        QPainterPath reach;
        if (port.role == Port::Role::Extra)
            reach.addRect(QRectF{port.position - QPointF{kPill.width() / 2, kPill.height() / 2}, kPill});
        else
            reach.addEllipse(port.position, kPortReach, kPortReach);
        path = path.united(reach);
    }
    return path;
}

void ComponentItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*)
{
    const Theme& theme = Theme::current();
    const double zoom = option->levelOfDetailFromTransform(painter->worldTransform());
    painter->setRenderHint(QPainter::Antialiasing);
    // Of what the item itself has: it may be dimmed as a whole.
    const double opacity = painter->opacity() * (m_candidate == Candidate::Refused ? 0.4 : 1.0);
    painter->setOpacity(opacity);

    paintBody(*painter, zoom);
    if (!m_simulated)
        painter->setOpacity(painter->opacity() * 0.65);
    theme.paintService(*painter, m_known ? m_serviceId : QStringLiteral("unknown"), kIcon, zoom);

    if (zoom > kFarZoom) {
        paintNames(*painter, legibility(zoom));
        paintFigure(*painter, legibility(zoom));
    }
    painter->setOpacity(opacity);
    // From afar a port's name is a speck.
    if (zoom > kFarZoom || m_hotPort)
        paintPorts(*painter);
    paintMarks(*painter, {14, kCardHeight}, drawing());
    if (m_severity)
        paintBadge(*painter);
}

bool ComponentItem::isAwake() const
{
    return m_hovered || isSelected() || m_candidate == Candidate::Legal || m_candidate == Candidate::Custom;
}

QPen ComponentItem::border() const
{
    const Theme& theme = Theme::current();
    QPen border{theme.colour("nodeBorder"), 1.2};
    if (m_candidate == Candidate::Legal)
        border = QPen{theme.colour("ok"), 2};
    else if (m_candidate == Candidate::Custom)
        border = QPen{theme.colour("warn"), 2};
    else if (isSelected())
        border = QPen{theme.colour("accent"), 2.4};
    else if (m_hovered)
        border = QPen{theme.colour("borderStrong"), 1.6};
    if (!m_known)
        border.setStyle(Qt::DashLine);
    return border;
}

void ComponentItem::paintBody(QPainter& painter, double zoom) const
{
    constexpr double kCloseZoom =
        1.5;  // few cards are in sight then, and large pictures of them would fill the cache
    const QPaintEngine* engine = painter.paintEngine();
    const QTransform toView = painter.worldTransform();
    if (zoom > kCloseZoom || !engine || engine->type() != QPaintEngine::Raster
        || painter.viewTransformEnabled() || toView.type() > QTransform::TxScale) {
        drawBody(painter, zoom);
        return;
    }
    // Cards of one look are alike but for what is written on them: drawn once for each zoom.
    const double ratio = painter.device()->devicePixelRatioF();
    QPixmapCache::Key& key =
        pictureKey({zoom, ratio, border().color().rgba(), Theme::current().colour("nodeFill").rgba(),
                    int{m_known} + 2 * int(m_candidate), isAwake(), int(m_ports.front().role)});
    QPixmap picture;
    if (!QPixmapCache::find(key, &picture)) {
        picture = QPixmap{(boundingRect().size() * zoom * ratio).toSize() + QSize{1, 1}};
        picture.setDevicePixelRatio(ratio);
        picture.fill(Qt::transparent);
        QPainter once{&picture};
        once.setRenderHint(QPainter::Antialiasing);
        once.scale(zoom, zoom);
        once.translate(-boundingRect().topLeft());
        drawBody(once, zoom);
        once.end();
        key = QPixmapCache::insert(picture);
    }
    const QPointF at = toView.map(boundingRect().topLeft()) * ratio;
    painter.setWorldTransform({});
    painter.drawPixmap(QPointF{std::round(at.x()), std::round(at.y())} / ratio, picture);
    painter.setWorldTransform(toView);
}

void ComponentItem::drawBody(QPainter& painter, double zoom) const
{
    const Theme& theme = Theme::current();
    // A soft shadow from a few rings costs far less than a graphics effect.
    if (zoom > kReadableZoom) {
        QColor shade = theme.colour("shadow");
        shade.setAlphaF(shade.alphaF() * 0.22f);
        painter.setPen(Qt::NoPen);
        painter.setBrush(shade);
        for (int ring = 1; ring <= 4; ++ring)
            painter.drawRoundedRect(card().adjusted(-ring, -ring + 2, ring, ring + 2), kRound + ring,
                                    kRound + ring);
    }
    if (m_candidate == Candidate::Legal || m_candidate == Candidate::Custom) {
        QColor glow = theme.colour(m_candidate == Candidate::Legal ? "ok" : "warn");
        glow.setAlphaF(0.25f);
        painter.setPen(QPen{glow, 8});
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(card().adjusted(-2, -2, 2, 2), kRound + 2, kRound + 2);
    }
    painter.setPen(border());
    painter.setBrush(m_known ? theme.colour("nodeFill") : theme.colour("surfaceSunken"));
    painter.drawRoundedRect(card(), kRound, kRound);
    painter.setPen(QPen{isAwake() ? theme.colour("accent") : theme.colour("nodeBorder"), 1.4});
    painter.setBrush(theme.colour("nodeFill"));
    const double radius = isAwake() ? kPortRadius : kPortRadius - 1.5;
    for (const Port& port : m_ports)
        if (port.role != Port::Role::Extra)
            painter.drawEllipse(port.position, radius, radius);
}

void ComponentItem::paintNames(QPainter& painter, double larger) const
{
    const Theme& theme = Theme::current();
    const bool terse = larger >= kTerseLegibility;
    painter.setPen(theme.colour(m_known ? "text" : "textMuted"));
    if (terse) {
        // As large as the name allows; a name cut off helps nobody.
        double points = 10 * larger;
        QFont font = theme.font(points, QFont::DemiBold);
        const double width = widthOf(m_label, font);
        if (width > kTextWidth) {
            points = std::max(10.0, points * kTextWidth / width);
            font = theme.font(points, QFont::DemiBold);
        }
        painter.setFont(font);
        paintLine(painter, {kTextLeft, 6, kTextWidth + 4, 36}, m_label);
        return;
    }
    const QFont bold = theme.font(10, QFont::DemiBold);
    painter.setFont(bold);
    if (widthOf(m_label, bold) <= kTextWidth) {
        paintLine(painter, labelRect(), m_label);
    } else {
        // A long name takes the line of the service's, which the icon tells.
        const QFont small = theme.font(9, QFont::DemiBold);
        painter.setFont(small);
        QTextLayout layout{m_label, small};
        layout.beginLayout();
        QTextLine first = layout.createLine();
        first.setLineWidth(kTextWidth);
        layout.endLayout();
        const int cut = first.textLength();
        paintLine(painter, {kTextLeft, 8, kTextWidth, 17}, m_label.left(cut).trimmed());
        paintLine(painter, {kTextLeft, 26, kTextWidth, 17}, m_label.mid(cut).trimmed());
        return;
    }
    painter.setFont(theme.font(8.5));
    painter.setPen(theme.colour("textMuted"));
    paintLine(painter, {kTextLeft, 27, kTextWidth, 17}, m_serviceName);
}

void ComponentItem::paintFigure(QPainter& painter, double larger) const
{
    const Theme& theme = Theme::current();
    const bool terse = larger >= kTerseLegibility;
    ComponentFigure figure = m_figure;
    if (!m_simulated)
        figure = {tr("drawing only"), {}, std::nullopt, ComponentFigure::Tone::Muted, false};
    if (figure.text.isEmpty() && figure.caption.isEmpty())
        return;
    const double opacity = painter.opacity();
    painter.setOpacity(opacity * (figure.stale ? 0.45 : 1.0));

    const QRectF row = terse ? QRectF{10, 40, kCardWidth - 20, 25} : QRectF{12, 48, kCardWidth - 24, 15};
    double textWidth = 0;
    if (!figure.text.isEmpty()) {
        const bool words = figure.tone == ComponentFigure::Tone::Muted;
        painter.setFont(theme.font((words ? 8.5 : 9.5) * larger, words ? QFont::Normal : QFont::DemiBold));
        const bool loud =
            figure.tone == ComponentFigure::Tone::Danger || figure.tone == ComponentFigure::Tone::Warn;
        painter.setPen(words  ? theme.colour("textMuted")
                       : loud ? toneColour(figure.tone)
                              : theme.colour("text"));
        paintLine(painter, row, figure.text, Qt::AlignRight);
        textWidth = widthOf(figure.text, painter.font()) + 8;
    }
    if (!terse || figure.text.isEmpty()) {
        painter.setFont(theme.font(8.5 * std::min(larger, kTerseLegibility)));
        painter.setPen(theme.colour("textMuted"));
        if (row.width() - textWidth > 24)
            paintLine(painter, row.adjusted(0, 0, -textWidth, 0), figure.caption);
    }

    if (figure.fill) {
        const QRectF groove{12, kCardHeight - 10, kCardWidth - 24, 4};
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour("surfaceSunken"));
        painter.drawRoundedRect(groove, 2, 2);
        QRectF bar = groove;
        bar.setWidth(std::max(4.0, groove.width() * std::clamp(*figure.fill, 0.0, 1.0)));
        painter.setBrush(toneColour(figure.tone));
        painter.drawRoundedRect(bar, 2, 2);
    }
    painter.setOpacity(opacity);
}

void ComponentItem::paintPorts(QPainter& painter) const
{
    const Theme& theme = Theme::current();
    for (const Port& port : m_ports) {
        const bool hot = &port == m_hotPort;
        if (port.role == Port::Role::Extra) {
            const QRectF pill{port.position - QPointF{kPill.width() / 2, kPill.height() / 2}, kPill};
            painter.setPen(QPen{hot ? theme.colour("accent") : theme.colour("nodeBorder"), 1.2});
            painter.setBrush(hot ? theme.colour("accentSoft") : theme.colour("surfaceRaised"));
            painter.drawRoundedRect(pill, kPill.height() / 2, kPill.height() / 2);
            painter.setFont(theme.font(7.5, QFont::Medium));
            painter.setPen(theme.colour("textMuted"));
            paintLine(painter, pill, coreText(port.name.toStdString()), Qt::AlignHCenter);
            continue;
        }
        if (!hot)
            continue;  // drawn with the card
        painter.setPen(QPen{theme.colour("accent"), 2.0});
        painter.setBrush(theme.colour("accent"));
        painter.drawEllipse(port.position, kPortRadius + 2.5, kPortRadius + 2.5);
    }
}

void ComponentItem::paintBadge(QPainter& painter) const
{
    const Theme& theme = Theme::current();
    const char* colour = *m_severity == Severity::Error     ? "danger"
                         : *m_severity == Severity::Warning ? "warn"
                                                            : "info";
    const QRectF badge{kCardWidth - 11, -9, 20, 20};
    painter.setPen(QPen{theme.colour("canvas"), 2});
    painter.setBrush(theme.colour(colour));
    painter.drawEllipse(badge);
    painter.setFont(theme.font(9, QFont::Bold));
    painter.setPen(theme.colour("textInverse"));
    painter.drawText(badge, Qt::AlignCenter,
                     *m_severity == Severity::Hint ? QStringLiteral("i") : QStringLiteral("!"));
}

void ComponentItem::hoverEnterEvent(QGraphicsSceneHoverEvent* event)
{
    m_hovered = true;
    hoverMoveEvent(event);
}

void ComponentItem::hoverMoveEvent(QGraphicsSceneHoverEvent* event)
{
    m_hotPort = portAt(event->scenePos());
    setCursor(m_hotPort ? Qt::CrossCursor : Qt::ArrowCursor);
    update();
}

void ComponentItem::hoverLeaveEvent(QGraphicsSceneHoverEvent*)
{
    m_hovered = false;
    m_hotPort = nullptr;
    update();
}

}  // namespace plimsoll
