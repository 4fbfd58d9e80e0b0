// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/difference_marks.h"

#include "app/desktop/canvas/canvas_scene.h"
#include "app/desktop/canvas/component_item.h"
#include "app/desktop/canvas/connection_item.h"
#include "app/desktop/canvas/geometry.h"
#include "app/desktop/look/theme.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <utility>

namespace plimsoll {

namespace {

using Kind = ItemDifference::Kind;

QColor inkOf(Kind kind)
{
    return Theme::current().colour(kind == Kind::Added ? "ok" : kind == Kind::Removed ? "danger" : "warn");
}

QString wordOf(Kind kind)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("plimsoll", text); };
    return kind == Kind::Added ? tr("added") : kind == Kind::Removed ? tr("removed") : tr("changed");
}

QRectF cardAt(Position position)
{
    return {position.x, position.y, kCardWidth, kCardHeight};
}

/// The word on the upper left corner: the colour alone would not be enough.
void paintTag(QPainter& painter, const QRectF& card, Kind kind)
{
    const double larger = legibility(painter.worldTransform().m11());
    painter.setFont(Theme::current().font(8 * larger, QFont::DemiBold));
    const QFontMetricsF metrics{painter.font()};
    const QString word = wordOf(kind);
    const QRectF tag{card.left() + 8, card.top() - metrics.height() / 2 - 2,
                     metrics.horizontalAdvance(word) + 12, metrics.height() + 2};
    painter.setPen(Qt::NoPen);
    painter.setBrush(inkOf(kind));
    painter.drawRoundedRect(tag, tag.height() / 2, tag.height() / 2);
    painter.setPen(Theme::current().colour("textInverse"));
    painter.drawText(tag, Qt::AlignCenter, word);
}

void paintOutline(QPainter& painter, const QRectF& card, Kind kind)
{
    QPen pen{inkOf(kind), 2.6};
    if (kind == Kind::Removed)
        pen.setDashPattern({3, 2});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(card.adjusted(-4, -4, 4, 4), 13, 13);
}

}  // namespace

void DifferenceMarks::set(std::shared_ptr<const Design> before, std::vector<ItemDifference> differences)
{
    m_before = std::move(before);
    m_differences = std::move(differences);
}

QRectF DifferenceMarks::placeOfRemoved(const QString& id) const
{
    for (const ItemDifference& each : m_differences)
        if (each.kind == Kind::Removed && !each.isConnection && QString::fromStdString(each.id) == id)
            if (const Component* component = m_before ? findComponent(*m_before, each.id) : nullptr)
                return cardAt(component->position);
    return {};
}

void DifferenceMarks::paint(QPainter& painter, const CanvasScene& scene) const
{
    if (isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const ItemDifference& each : m_differences) {
        if (!each.isConnection)
            continue;
        QPen pen{inkOf(each.kind), 3.5};
        if (each.kind == Kind::Removed) {
            // Between where its ends were.
            const Connection* gone = findConnection(*m_before, each.id);
            const Component* from = gone ? findComponent(*m_before, gone->from) : nullptr;
            const Component* to = gone ? findComponent(*m_before, gone->to) : nullptr;
            if (!from || !to || !scene.isOnPage(from->extraJson) || !scene.isOnPage(to->extraJson))
                continue;
            const Attachment ends = attachmentOf(cardAt(from->position), cardAt(to->position));
            pen.setDashPattern({3, 2});
            painter.setPen(pen);
            painter.drawLine(ends.from, ends.to);
        } else if (const auto* line =
                       dynamic_cast<const ConnectionItem*>(scene.item(QString::fromStdString(each.id)))) {
            QColor glow = inkOf(each.kind);
            glow.setAlphaF(0.55f);
            pen.setColor(glow);
            pen.setWidthF(6);
            painter.setPen(pen);
            painter.drawPolyline(QPolygonF{line->corners()});
        }
    }
    for (const ItemDifference& each : m_differences) {
        if (each.isConnection)
            continue;
        QRectF card;
        if (each.kind == Kind::Removed) {
            const Component* gone = findComponent(*m_before, each.id);
            if (!gone || !scene.isOnPage(gone->extraJson))
                continue;
            card = cardAt(gone->position);
            QColor fill = Theme::current().colour("dangerSoft");
            fill.setAlphaF(0.6f);
            painter.setPen(Qt::NoPen);
            painter.setBrush(fill);
            painter.drawRoundedRect(card, 10, 10);
            painter.setFont(
                Theme::current().font(10 * legibility(painter.worldTransform().m11()), QFont::DemiBold));
            painter.setPen(Theme::current().colour("text"));
            const QString name = QString::fromStdString(gone->label.empty() ? gone->id : gone->label);
            painter.drawText(
                card.adjusted(10, 0, -10, 0), Qt::AlignCenter,
                QFontMetricsF{painter.font()}.elidedText(name, Qt::ElideRight, card.width() - 20));
        } else if (const auto* item =
                       dynamic_cast<const ComponentItem*>(scene.item(QString::fromStdString(each.id)))) {
            card = scene.cardOf(*item);
        } else {
            continue;
        }
        paintOutline(painter, card, each.kind);
        paintTag(painter, card, each.kind);
    }
    painter.restore();
}

}  // namespace plimsoll
