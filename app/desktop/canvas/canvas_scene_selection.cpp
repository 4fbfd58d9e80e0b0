// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/canvas_scene.h"

#include "app/desktop/canvas/component_item.h"
#include "app/desktop/canvas/connection_item.h"

#include <QtCore/QSet>
#include <QtCore/QSignalBlocker>

// What is chosen, and what leads there and comes from it.

namespace plimsoll {

void CanvasScene::announceSelection()
{
    // A command that takes a thousand items away changes the selection a thousand times.
    if (m_document.isInBatch())
        m_selectionTouched = true;
    else
        emit selectedIdsChanged(selectedIds());
}

void CanvasScene::setLineageShown(bool shown)
{
    m_lineage = shown;
    showLineage();
}

void CanvasScene::showLineage()
{
    constexpr double kDimmed = 0.22;
    QSet<QString> kept;
    if (m_lineage) {
        const auto walk = [&](bool upstream) {
            QStringList open = selectedIds();
            QSet<QString> seen(open.begin(), open.end());
            for (const QString& id : selectedIds())
                if (const ConnectionItem* line = m_connections.value(id)) {
                    open.append(upstream ? line->from().id() : line->to().id());
                    seen.insert(open.last());
                }
            while (!open.isEmpty()) {
                const ComponentItem* at = m_components.value(open.takeLast());
                for (const ConnectionItem* line : m_lines.value(at)) {
                    const ComponentItem& here = upstream ? line->to() : line->from();
                    const ComponentItem& next = upstream ? line->from() : line->to();
                    if (&here != at)
                        continue;
                    seen.insert(line->id());
                    if (!seen.contains(next.id())) {
                        seen.insert(next.id());
                        open.append(next.id());
                    }
                }
            }
            kept.unite(seen);
        };
        walk(true);
        walk(false);
    }
    const auto dim = [&](const auto& items) {
        for (auto* each : items)
            each->setOpacity(kept.isEmpty() || kept.contains(each->id()) ? 1 : kDimmed);
    };
    dim(m_components);
    dim(m_connections);
}

QStringList CanvasScene::selectedIds() const
{
    QStringList ids;
    // By what it says it is: among thousands, asking the language takes longer than all else.
    for (const QGraphicsItem* each : selectedItems())
        if (each->type() >= CanvasItem::ComponentKind && each->type() <= CanvasItem::NoteKind)
            ids.append(static_cast<const CanvasItem*>(each)->id());
    ids.sort();
    return ids;
}

void CanvasScene::select(const QStringList& ids)
{
    {
        // One announcement at the end instead of one per item.
        const QSignalBlocker blocker{this};
        // All of the view at once, rather than the sum of thousands of places in it.
        constexpr qsizetype kMany = 200;
        if (ids.size() + selectedItems().size() > kMany)
            update();
        clearSelection();
        for (const QString& id : ids) {
            if (CanvasItem* found = item(id))
                found->setSelected(true);
        }
    }
    emit selectedIdsChanged(selectedIds());
}

}  // namespace plimsoll
