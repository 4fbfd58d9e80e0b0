// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/canvas_scene.h"

#include "app/desktop/canvas/component_item.h"
#include "app/desktop/canvas/connection_item.h"
#include "app/desktop/canvas/frame_items.h"
#include "app/desktop/document/commands/move_items.h"

#include <QtCore/QSet>
#include <QtCore/QVariantAnimation>

#include <utility>
#include <vector>

// Items that move or change their size: what comes along, where it ends up, and how it looks on the way.

namespace plimsoll {

void CanvasScene::setGuides(const QList<QLineF>& guides)
{
    if (guides == m_guides)
        return;
    m_guides = guides;
    update();
}

void CanvasScene::glide(const QHash<QString, QPointF>& from)
{
    constexpr int kMillis = 220;
    constexpr qsizetype kMost = 150;  // beyond it a frame would take longer than it is shown
    finishGlide();
    QHash<QString, std::pair<QPointF, QPointF>> ways;
    for (auto at = from.cbegin(); at != from.cend(); ++at)
        if (const CanvasItem* each = item(at.key()); each && each->pos() != at.value())
            ways.insert(at.key(), {at.value(), each->pos()});
    if (ways.isEmpty() || ways.size() > kMost)
        return;
    m_glide->setDuration(kMillis);
    m_glide->setStartValue(0.0);
    m_glide->setEndValue(1.0);
    m_glide->setEasingCurve(QEasingCurve::InOutQuad);
    connect(m_glide, &QVariantAnimation::valueChanged, this, [this, ways](const QVariant& share) {
        for (auto at = ways.cbegin(); at != ways.cend(); ++at)
            previewPosition(at.key(), at->first + (at->second - at->first) * share.toDouble());
    });
    m_glide->start();
}

void CanvasScene::finishGlide()
{
    if (m_glide->state() == QAbstractAnimation::Running)
        m_glide->setCurrentTime(m_glide->totalDuration());
    m_glide->stop();
    disconnect(m_glide, &QVariantAnimation::valueChanged, this, nullptr);
}

QStringList CanvasScene::movedWith(const QStringList& ids) const
{
    QStringList moved;
    QSet<QString> known;
    for (const QString& id : ids) {
        const CanvasItem* each = item(id);
        if (each && each->isMovable()) {
            moved.append(id);
            known.insert(id);
        }
    }
    // What lies in a frame comes along, frames within it and what is drawn on it, too.
    const auto bring = [&](const QString& id) {
        if (!known.contains(id) && item(id)->isMovable()) {
            moved.append(id);
            known.insert(id);
        }
    };
    for (const QString& id : QStringList{moved}) {
        QRectF around;
        if (const GroupItem* group = m_groups.value(id)) {
            for (const QString& inner : framesIn(id))
                bring(inner);
            around = {group->pos(), group->size()};
        } else if (const NoteItem* note = m_notes.value(id);
                   note && note->drawing().shape == DrawnShape::Frame) {
            around = {note->pos(), note->size()};
            for (const ComponentItem* each : m_components)
                if (around.contains(each->mapRectToScene(each->card())))
                    bring(each->id());
        }
        for (const NoteItem* each : m_notes)
            if (!around.isNull() && around.contains(QRectF{each->pos(), each->size()}))
                bring(each->id());
    }
    for (const Component& component : m_document.design().components) {
        if (component.group.empty() || !known.contains(QString::fromStdString(component.group)))
            continue;
        const QString id = QString::fromStdString(component.id);
        if (const CanvasItem* member = item(id); member && !known.contains(id) && member->isMovable())
            moved.append(id);
    }
    return moved;
}

QString CanvasScene::frameAround(QPointF corner, const QString& resized, const QRectF& place) const
{
    const QPointF centre = corner + QPointF{kCardWidth / 2, kCardHeight / 2};
    QString around;
    double least = 0;
    for (const GroupItem* group : m_groups) {
        if (group->isCollapsed())
            continue;
        const QRectF frame = group->id() == resized ? place : group->mapRectToScene(group->frame());
        if (frame.contains(centre) && (around.isEmpty() || frame.width() < least)) {
            around = group->id();
            least = frame.width();
        }
    }
    return around;
}

void CanvasScene::markFrameOf(const QString& componentId)
{
    const Component* component = findComponent(m_document.design(), componentId.toStdString());
    QString around;
    if (const CanvasItem* card = item(componentId); card && component)
        around = frameAround(card->pos());
    // Where it is already it does not come into.
    if (component && component->group == around.toStdString())
        around.clear();
    for (GroupItem* each : std::as_const(m_groups))
        each->setAwaiting(each->id() == around);
}

void CanvasScene::layAside(const QRectF& before, const QRectF& after)
{
    rerouteAround(before);
    rerouteAround(after);
}

void CanvasScene::moveItems(const QStringList& ids, QPointF delta, Nudge nudge)
{
    std::vector<ItemPlace> places;
    const QSet<QString> known(ids.begin(), ids.end());
    for (const QString& id : ids) {
        const CanvasItem* each = item(id);
        if (!each || !each->isMovable())
            continue;
        const QPointF to = each->pos() + delta;
        ItemPlace place{id.toStdString(), {to.x(), to.y()}, {}, {}, {}};
        if (const Component* component = findComponent(m_document.design(), place.id)) {
            // Whoever lies in a frame belongs to it, unless the frame came along anyway.
            if (!known.contains(QString::fromStdString(component->group)) && each->isVisible()) {
                const QString around = frameAround(to);
                // Nor does it leave a frame that stands on another page.
                const bool isAway =
                    !component->group.empty() && !m_groups.contains(QString::fromStdString(component->group));
                if (!around.isEmpty() || !isAway)
                    place.group = around.toStdString();
            }
        }
        places.push_back(std::move(place));
    }
    if (!places.empty())
        m_document.undoStack().push(new MoveItems{
            m_document, places, nudge == Nudge::Yes ? MoveItems::Merge::Yes : MoveItems::Merge::No});
}

QSizeF CanvasScene::frameSize(const QString& id) const
{
    if (const GroupItem* group = m_groups.value(id))
        return group->size();
    if (const NoteItem* note = m_notes.value(id))
        return note->size();
    return {};
}

void CanvasScene::resizeItem(const QString& id, const QRectF& place)
{
    if (!item(id))
        return;
    std::vector<ItemPlace> places{
        {id.toStdString(), {place.x(), place.y()}, place.width(), place.height(), {}}};
    if (m_groups.contains(id))
        for (const ComponentItem* card : m_components) {
            const QString before = frameAround(card->pos()), after = frameAround(card->pos(), id, place);
            if (card->isVisible() && before != after)
                places.push_back(
                    {card->id().toStdString(), {card->x(), card->y()}, {}, {}, after.toStdString()});
        }
    m_document.undoStack().push(new MoveItems{m_document, places});
}

void CanvasScene::previewPosition(const QString& id, QPointF position)
{
    CanvasItem* each = item(id);
    if (!each)
        return;
    if (each->pos() == position)
        return;
    each->setPos(position);
    for (ConnectionItem* connection : m_lines.value(each))
        connection->follow();
    makeRoomBeside(each);
    if (const GroupItem* group = m_groups.value(id); group && group->isCollapsed())
        for (auto at = m_folded.cbegin(); at != m_folded.cend(); ++at)
            if (at.value() == group)
                for (ConnectionItem* connection : m_lines.value(at.key()))
                    connection->follow();
}

void CanvasScene::previewSize(const QString& id, QSizeF size)
{
    if (GroupItem* group = m_groups.value(id))
        group->setSize(size);
    else if (NoteItem* note = m_notes.value(id))
        note->setSize(size);
}

}  // namespace plimsoll
