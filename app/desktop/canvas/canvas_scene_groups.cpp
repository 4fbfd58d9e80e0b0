// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/canvas_scene.h"

#include "app/desktop/canvas/component_item.h"
#include "app/desktop/canvas/connection_item.h"
#include "app/desktop/canvas/frame_items.h"
#include "app/desktop/document/commands/set_drawing.h"

#include <utility>

// Groups that fold up, the frames within them, and the lines that are shown as one then.

namespace plimsoll {

void CanvasScene::toggleGroup(const QString& id)
{
    const GroupItem* group = m_groups.value(id);
    if (group)
        m_document.undoStack().push(
            new SetDrawing{m_document,
                           group->isCollapsed() ? tr("Expand group") : tr("Collapse group"),
                           {id.toStdString()},
                           [](ItemDrawing& drawing) { drawing.collapsed = !drawing.collapsed; }});
}

QStringList CanvasScene::framesIn(const QString& group) const
{
    // Groups lie in those that are drawn round them, which is what prices go by, too.
    QStringList within;
    const GroupItem* outer = m_groups.value(group);
    if (!outer)
        return within;
    const QRectF around{outer->pos(), outer->size()};
    for (const GroupItem* each : m_groups)
        if (each != outer && around.contains(QRectF{each->pos(), each->size()})
            && each->size().width() < outer->size().width())
            within.append(each->id());
    within.sort();
    return within;
}

void CanvasScene::foldGroups()
{
    QHash<const ComponentItem*, const GroupItem*> folded;
    // A frame within a collapsed one is part of its card; the outermost card stands for all in it.
    QHash<QString, const GroupItem*> standsFor;
    for (const GroupItem* outer : std::as_const(m_groups)) {
        if (!outer->isCollapsed())
            continue;
        QStringList frames = framesIn(outer->id());
        frames << outer->id();
        for (const QString& id : std::as_const(frames)) {
            const GroupItem*& stands = standsFor[id];
            if (!stands || stands->size().width() < outer->size().width())
                stands = outer;
        }
    }
    for (GroupItem* each : std::as_const(m_groups)) {
        const GroupItem* stands = standsFor.value(each->id());
        each->setVisible(!stands || stands == each);
    }
    for (const Component& component : m_document.design().components)
        if (const GroupItem* group = standsFor.value(QString::fromStdString(component.group)))
            if (const ComponentItem* card = m_components.value(QString::fromStdString(component.id)))
                folded.insert(card, group);
    if (folded.isEmpty() && m_folded.isEmpty())
        return;
    m_folded = std::move(folded);
    for (ComponentItem* each : std::as_const(m_components))
        each->setVisible(!m_folded.contains(each));
    bundleLines();
    for (ConnectionItem* each : std::as_const(m_connections))
        each->follow();
    m_figureTimer.start();
}

void CanvasScene::bundleLines()
{
    m_bundles.clear();
    QStringList ids = m_connections.keys();
    ids.sort();
    QHash<std::pair<QString, QString>, QString> first;
    for (const QString& id : std::as_const(ids)) {
        ConnectionItem* line = m_connections.value(id);
        if (!m_folded.contains(&line->from()) && !m_folded.contains(&line->to())) {
            line->setVisible(true);
            continue;
        }
        const std::pair ends{standIn(line->from().id()), standIn(line->to().id())};
        const QString shown = ends.first == ends.second ? QString{} : first.value(ends, id);
        first.insert(ends, shown);
        line->setVisible(shown == id);
        if (!shown.isEmpty())
            m_bundles[shown].append(id);
    }
}

}  // namespace plimsoll
