// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/frame_items.h"

#include "app/desktop/canvas/board_shapes.h"
#include "app/desktop/canvas/geometry.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/text/format.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <QtGui/QPainterPathStroker>
#include <QtGui/QTextLayout>
#include <QtWidgets/QStyleOptionGraphicsItem>

#include <algorithm>
#include <utility>

namespace plimsoll {

namespace {

constexpr double kHandle = 7;
constexpr double kTitleHeight = 24;
constexpr double kToggle = 14;
constexpr double kRound = 12;

/// The four corners by which it is resized.
void paintHandles(QPainter& painter, const QRectF& rect, const QColor& colour)
{
    painter.setPen(QPen{colour, 1.4});
    painter.setBrush(Theme::current().colour("surface"));
    for (const QPointF& corner : {rect.topLeft(), rect.topRight(), rect.bottomLeft(), rect.bottomRight()})
        painter.drawRect(QRectF{corner - QPointF{kHandle / 2, kHandle / 2}, QSizeF{kHandle, kHandle}});
}

/// The font, smaller where the text would not fit the room.
QFont fitting(QFont font, const QString& text, QSizeF room)
{
    const QFontMetricsF metrics{font};
    const double wide = room.width() / std::max(1.0, metrics.horizontalAdvance(text));
    const double high = room.height() / std::max(1.0, metrics.height());
    if (const double share = std::min(wide, high); share < 1)
        font.setPointSizeF(font.pointSizeF() * share);
    return font;
}

}  // namespace

GroupItem::GroupItem(const Group& group) : CanvasItem{QString::fromStdString(group.id)}
{
    setFlags(ItemIsSelectable);
    setZValue(-10);
    show(group);
}

void GroupItem::show(const Group& group)
{
    prepareGeometryChange();
    m_label = QString::fromStdString(group.label);
    m_kind = QString::fromStdString(group.kind);
    m_size = {std::max(kSmallestGroup, group.width), std::max(kSmallestGroup, group.height)};
    setPos(group.position.x, group.position.y);
    // A frame inside another one lies above it, so that both titles can be reached.
    const ItemDrawing drawn = drawingOf(group.extraJson);
    setDrawing(drawn, drawn.collapsed ? 10 : -10 - m_size.width() * m_size.height() * 1e-9);
    update();
}

void GroupItem::setSize(QSizeF size)
{
    prepareGeometryChange();
    m_size = size.expandedTo({kSmallestGroup, kSmallestGroup});
    update();
}

void GroupItem::setAwaiting(bool awaiting)
{
    if (std::exchange(m_awaiting, awaiting) != awaiting)
        update();
}

QRectF GroupItem::frame() const
{
    return isCollapsed() ? QRectF{0, 0, kCardWidth, kCardHeight} : QRectF{QPointF{}, m_size};
}

void GroupItem::setFigure(const GroupFigure& figure)
{
    if (figure == m_figure)
        return;
    prepareGeometryChange();
    m_figure = figure;
    setToolTip(totals());
    update();
}

QString GroupItem::totals() const
{
    return totalParts().join(QStringLiteral(" \u00b7 "));
}

QStringList GroupItem::totalParts() const
{
    const Format format;
    QStringList parts;
    if (m_figure.perSecond && *m_figure.perSecond > 0)
        parts.append(format.rate(*m_figure.perSecond));
    if (m_figure.monthly)
        parts.append(unbroken(
            QCoreApplication::translate("GroupItem", "%1/month").arg(format.money(*m_figure.monthly))));
    return parts;
}

QString GroupItem::titleText() const
{
    const QString name = m_label.isEmpty() ? m_kind : m_label;
    const QString sums = totals();
    return sums.isEmpty() ? name : name + QStringLiteral("   ") + sums;
}

QRectF GroupItem::titleRect() const
{
    const Theme& theme = Theme::current();
    if (isCollapsed())
        return {kToggle + 10, 8, kCardWidth - kToggle - 18, kTitleHeight};
    const double width = QFontMetricsF{theme.font(9, QFont::DemiBold)}.horizontalAdvance(titleText());
    return {12, -kTitleHeight / 2, std::min(width + 24 + kToggle, m_size.width() - 24), kTitleHeight};
}

QRectF GroupItem::toggleRect() const
{
    if (isCollapsed())
        return {6, 8, kToggle, kTitleHeight};
    const QRectF title = titleRect();
    return {title.left() + 4, title.top(), kToggle, title.height()};
}

QRectF GroupItem::resizable() const
{
    return isCollapsed() || drawing().locked ? QRectF{} : frame();
}

QRectF GroupItem::boundingRect() const
{
    return frame().adjusted(-6, -kTitleHeight / 2 - 4, 10, 12);  // corners of its handles, title, marks
}

QPainterPath GroupItem::shape() const
{
    QPainterPath rim;
    rim.addRoundedRect(frame(), kRound, kRound);
    if (isCollapsed())
        return rim;
    QPainterPathStroker stroker;
    stroker.setWidth(10);
    // United rather than added: a stroke's outline runs the other way round here and there, and would cut what lies
    // on it, the middle of the title, out again.
    QPainterPath others;
    others.setFillRule(Qt::WindingFill);
    others.addRect(m_titleInside.isNull() ? titleRect() : m_titleInside);
    if (isSelected())
        for (const Corner each : kCorners)
            others.addRect(resizeHandle(each));
    QPainterPath path = stroker.createStroke(rim);
    path.setFillRule(Qt::WindingFill);
    return path.united(others);
}

void GroupItem::paintToggle(QPainter& painter, const QColor& ink) const
{
    const QPointF middle = toggleRect().center();
    painter.setPen(QPen{ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    painter.setBrush(Qt::NoBrush);
    if (isCollapsed())
        painter.drawPolyline(
            QPolygonF{{middle + QPointF{-2, -4}, middle + QPointF{2, 0}, middle + QPointF{-2, 4}}});
    else
        painter.drawPolyline(
            QPolygonF{{middle + QPointF{-4, -2}, middle + QPointF{0, 2}, middle + QPointF{4, -2}}});
}

void GroupItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const double larger = legibility(option->levelOfDetailFromTransform(painter->worldTransform()));
    if (isCollapsed())
        paintCard(*painter, larger);
    else
        paintFrame(*painter, larger);
    paintMarks(*painter, frame().bottomLeft() + QPointF{14, 0}, drawing());
}

void GroupItem::paintCard(QPainter& painter, double larger) const
{
    const Theme& theme = Theme::current();
    const QColor ink = isSelected() ? theme.colour("accent") : theme.colour("nodeBorder");
    // Cards behind the card: there is more in it.
    painter.setPen(QPen{ink, 1});
    painter.setBrush(theme.colour("surfaceSunken"));
    painter.drawRoundedRect(frame().translated(5, 5), kRound, kRound);
    painter.setPen(QPen{ink, isSelected() ? 2.4 : 1.2});
    painter.setBrush(theme.colour("nodeFill"));
    painter.drawRoundedRect(frame(), kRound, kRound);
    paintToggle(painter, theme.colour("textMuted"));
    const double capped = std::min(larger, 1.4);
    const auto line = [&](const QRectF& rect, const QString& text, Qt::Alignment alignment) {
        painter.drawText(rect, int(alignment | Qt::AlignVCenter),
                         QFontMetricsF{painter.font()}.elidedText(text, Qt::ElideRight, rect.width()));
    };
    // As large as the name allows; a name cut off helps nobody.
    constexpr double kSmallestName = 8;
    const QString name = m_label.isEmpty() ? m_kind : m_label;
    QFont bold = fitting(theme.font(10 * capped, QFont::DemiBold), name, titleRect().size());
    bold.setPointSizeF(std::max(kSmallestName, bold.pointSizeF()));
    painter.setFont(bold);
    painter.setPen(theme.colour("text"));
    line(titleRect(), name, Qt::AlignLeft);
    painter.setFont(theme.font(9 * capped));
    painter.setPen(theme.colour("textMuted"));
    if (larger < kTerseLegibility)
        line({kToggle + 10, 30, kCardWidth - kToggle - 20, 18},
             m_figure.members == 1
                 ? QCoreApplication::translate("GroupItem", "1 component")
                 : QCoreApplication::translate("GroupItem", "%1 components").arg(m_figure.members),
             Qt::AlignLeft);
    painter.setFont(theme.font(9 * capped, QFont::DemiBold));
    painter.setPen(theme.colour(m_figure.stale ? "textMuted" : "text"));
    // In one line where there is room for both totals, else each on a line of its own: numbers are never cut.
    const QRectF room{12, larger < kTerseLegibility ? 46.0 : 30.0, kCardWidth - 24,
                      larger < kTerseLegibility ? 24.0 : 40.0};
    const QStringList parts = totalParts();
    const QString together = parts.join(QStringLiteral(" \u00b7 "));
    if (QFontMetricsF{painter.font()}.horizontalAdvance(together) <= room.width()) {
        line(QRectF{room.left(), room.bottom() - 24, room.width(), 24}, together, Qt::AlignRight);
        return;
    }
    const double height = room.height() / static_cast<double>(parts.size());
    for (qsizetype at = 0; at < parts.size(); ++at) {
        painter.setFont(fitting(painter.font(), parts[at], {room.width(), height}));
        line({room.left(), room.top() + static_cast<double>(at) * height, room.width(), height}, parts[at],
             Qt::AlignRight);
    }
}

void GroupItem::paintFrame(QPainter& painter, double larger) const
{
    const Theme& theme = Theme::current();
    const bool isMarked = isSelected() || m_awaiting;
    const QColor ink = isMarked ? theme.colour("accent") : theme.colour("borderStrong");
    QColor fill = theme.colour(m_awaiting ? "accentSoft" : "surfaceSunken");
    fill.setAlphaF(m_awaiting ? 0.55f : 0.35f);
    QPen pen{ink, isMarked ? 2.0 : 1.3};
    pen.setDashPattern({6, 4});
    painter.setPen(pen);
    painter.setBrush(fill);
    painter.drawRoundedRect(frame(), kRound, kRound);
    m_titleInside = {};
    if (larger >= kTerseLegibility) {
        // From afar the title is written into the frame, as large as it has room for.
        painter.setFont(theme.font(10 * larger, QFont::DemiBold));
        painter.setPen(theme.colour("textMuted"));
        const QRectF line{10, 4, m_size.width() - 20, QFontMetricsF{painter.font()}.height()};
        painter.drawText(line, int(Qt::AlignLeft | Qt::AlignVCenter),
                         QFontMetricsF{painter.font()}.elidedText(titleText(), Qt::ElideRight, line.width()));
        m_titleInside = line;
        m_titleInside.setWidth(
            std::min(line.width(), QFontMetricsF{painter.font()}.horizontalAdvance(titleText())));
    } else {
        const QRectF title = titleRect();
        painter.setPen(QPen{ink, 1});
        painter.setBrush(theme.colour("surface"));
        painter.drawRoundedRect(title, 8, 8);
        paintToggle(painter, theme.colour("textMuted"));
        painter.setFont(theme.font(9, QFont::DemiBold));
        painter.setPen(theme.colour("text"));
        const QRectF text = title.adjusted(kToggle + 4, 0, -8, 0);
        const QString name = m_label.isEmpty() ? m_kind : m_label;
        const QFontMetricsF metrics{painter.font()};
        painter.drawText(text, int(Qt::AlignLeft | Qt::AlignVCenter),
                         metrics.elidedText(name, Qt::ElideRight, text.width()));
        const double used = metrics.horizontalAdvance(name + QStringLiteral("   "));
        painter.setFont(theme.font(9));
        painter.setPen(theme.colour("textMuted"));
        if (used < text.width())
            painter.drawText(
                text.adjusted(used, 0, 0, 0), int(Qt::AlignLeft | Qt::AlignVCenter),
                QFontMetricsF{painter.font()}.elidedText(totals(), Qt::ElideRight, text.width() - used));
    }
    if (isSelected() && !resizable().isNull())
        paintHandles(painter, resizable(), ink);
}

NoteItem::NoteItem(const Note& note) : CanvasItem{QString::fromStdString(note.id)}
{
    setFlags(ItemIsSelectable);
    setZValue(8);
    show(note);
}

void NoteItem::show(const Note& note)
{
    prepareGeometryChange();
    m_text = QString::fromStdString(note.text);
    setToolTip(m_text);
    const ItemDrawing drawn = drawingOf(note.extraJson);
    // A frame lies behind all that is in it.
    setDrawing(drawn, drawn.shape == DrawnShape::Frame ? -20 - note.width * note.height * 1e-9 : 8);
    m_size = QSizeF{note.width, note.height}.expandedTo(least());
    setPos(note.position.x, note.position.y);
    update();
}

QSizeF NoteItem::least() const
{
    const DrawnShape shape = drawing().shape;
    return isStroke(shape)             ? QSizeF{1, 1}
           : shape == DrawnShape::Note ? QSizeF{kSmallestNote, kSmallestNote}
           : shape == DrawnShape::Text ? QSizeF{kSmallestNote, 24}
                                       : QSizeF{12, 12};
}

void NoteItem::setSize(QSizeF size)
{
    prepareGeometryChange();
    m_size = size.expandedTo(least());
    update();
}

QRectF NoteItem::resizable() const
{
    return drawing().locked ? QRectF{} : QRectF{QPointF{}, m_size};
}

QPainterPath NoteItem::shape() const
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    if (drawing().shape == DrawnShape::Note)
        path.addRect(QRectF{QPointF{}, m_size});
    else
        path = boardReach(drawing(), m_size, m_text);
    // With its corners while they can be seen.
    if (isSelected())
        for (const Corner each : kCorners)
            path.addRect(resizeHandle(each));
    return path;
}

QRectF NoteItem::boundingRect() const
{
    if (drawing().shape == DrawnShape::Frame)
        return QRectF{QPointF{}, m_size}.adjusted(-6, -38, std::max(6.0, 68 - m_size.width()), 12);
    if (drawing().shape != DrawnShape::Note)
        return QRectF{QPointF{}, m_size}.adjusted(-14, -14, 14, 14);
    return QRectF{QPointF{}, m_size}.adjusted(-6, -6, 6, 12);
}

void NoteItem::paintText(QPainter& painter, const QRectF& room, double zoom) const
{
    // From afar in larger letters: all of it while there is room, then at least its beginning.
    constexpr double kUsual = 9, kLargest = 21, kReadable = 6.5;
    const Theme& theme = Theme::current();
    const double points = std::clamp(kReadable / std::max(zoom, 0.01), kUsual, kLargest);
    QTextOption wrapped{Qt::AlignLeft | Qt::AlignTop};
    wrapped.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    const QFont font = theme.font(points);
    const QFontMetricsF metrics{font};
    painter.setFont(font);
    const QRectF needed =
        metrics.boundingRect(room, int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap, m_text);
    if (points <= kUsual || needed.height() <= room.height()) {
        painter.drawText(room, m_text, wrapped);
        return;
    }
    const int lines = std::max(1, static_cast<int>(room.height() / metrics.lineSpacing()));
    QTextLayout layout{m_text, font};
    layout.setTextOption(wrapped);
    layout.beginLayout();
    double top = room.top();
    for (int at = 0; at < lines; ++at, top += metrics.lineSpacing()) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(room.width());
        const QString rest = m_text.mid(line.textStart());
        painter.drawText(QPointF{room.left(), top + metrics.ascent()},
                         at + 1 < lines
                             ? rest.left(line.textLength())
                             : metrics.elidedText(rest.simplified(), Qt::ElideRight, room.width()));
    }
    layout.endLayout();
}

void NoteItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*)
{
    const Theme& theme = Theme::current();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF rect{QPointF{}, m_size};
    if (drawing().shape != DrawnShape::Note) {
        paintBoardShape(*painter, drawing(), m_size, m_text, isSelected());
        if (isSelected() && !resizable().isNull())
            paintHandles(*painter, resizable(), theme.colour("accent"));
        paintMarks(*painter, rect.bottomLeft() + QPointF{14, 0}, drawing());
        return;
    }
    painter->setPen(
        QPen{isSelected() ? theme.colour("accent") : theme.colour("border"), isSelected() ? 2.0 : 1.0});
    painter->setBrush(boardFill(drawing().colour));
    painter->drawRoundedRect(rect, 6, 6);
    painter->setPen(theme.colour(m_text.isEmpty() ? "textMuted" : "text"));
    const QRectF room = rect.adjusted(10, 8, -10, -8);
    if (m_text.isEmpty()) {
        painter->setFont(theme.font(9));
        painter->drawText(room, int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap,
                          QCoreApplication::translate("NoteItem", "Double-click to write"));
    } else {
        paintText(*painter, room, option->levelOfDetailFromTransform(painter->worldTransform()));
    }
    if (isSelected() && !resizable().isNull())
        paintHandles(*painter, resizable(), theme.colour("accent"));
    paintMarks(*painter, rect.bottomLeft() + QPointF{14, 0}, drawing());
}

}  // namespace plimsoll
