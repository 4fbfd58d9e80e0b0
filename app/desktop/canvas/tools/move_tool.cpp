// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/tools/move_tool.h"

#include "app/desktop/canvas/canvas_item.h"
#include "app/desktop/canvas/canvas_scene.h"
#include "app/desktop/canvas/component_item.h"
#include "app/desktop/canvas/frame_items.h"
#include "app/desktop/canvas/geometry.h"
#include "app/desktop/canvas/guides.h"

#include <utility>

namespace plimsoll {

namespace {

constexpr double kGuideReach = 6;

}  // namespace

MoveTool::MoveTool(CanvasScene& scene, const CanvasItem& grabbed, QPointF scenePosition)
    : m_scene{scene}, m_start{scenePosition}, m_anchor{grabbed.pos()}
{
    for (const QString& id : scene.movedWith(scene.selectedIds()))
        m_origins.insert(id, scene.item(id)->pos());
    const auto* component = dynamic_cast<const ComponentItem*>(&grabbed);
    const auto* group = dynamic_cast<const GroupItem*>(&grabbed);
    if (component)
        m_card = component->id();
    m_grabbed = {m_anchor, component ? component->card().size()
                           : group   ? group->frame().size()
                                     : scene.frameSize(grabbed.id())};
    for (const ComponentItem* each : scene.componentItems())
        if (each->isVisible() && !m_origins.contains(each->id()))
            m_others.append(each->mapRectToScene(each->card()));
}

void MoveTool::move(QPointF scenePosition, Qt::KeyboardModifiers modifiers)
{
    // The grabbed item comes into line with others that are near to it, else goes by the grid; the rest keep their
    // distance to it. Alt moves freely.
    const QPointF wanted = m_anchor + scenePosition - m_start;
    if (modifiers & Qt::AltModifier) {
        m_scene.setGuides({});
        place(wanted - m_anchor);
        m_scene.markFrameOf(m_card);
        return;
    }
    const Guides guides = guidesFor(m_grabbed.translated(wanted - m_anchor), m_others, kGuideReach);
    const QPointF onGrid = snapped(wanted);
    place(QPointF{guides.across ? wanted.x() + *guides.across : onGrid.x(),
                  guides.down ? wanted.y() + *guides.down : onGrid.y()}
          - m_anchor);
    m_scene.setGuides(guides.lines);
    m_scene.markFrameOf(m_card);
}

void MoveTool::place(QPointF delta)
{
    // Of many that move at once the lines they pass are laid anew at the end alone: a frame has 16 ms.
    constexpr qsizetype kFew = 6;
    const QPointF before = std::exchange(m_delta, delta);
    for (auto at = m_origins.cbegin(); at != m_origins.cend(); ++at) {
        m_scene.previewPosition(at.key(), at.value() + delta);
        if (m_origins.size() <= kFew && before != delta
            && m_scene.item(at.key())->type() == CanvasItem::ComponentKind) {
            const QRectF card{at.value(), QSizeF{kCardWidth, kCardHeight}};
            m_scene.layAside(card.translated(before), card.translated(delta));
        }
    }
}

void MoveTool::release(QPointF)
{
    const QPointF delta = m_delta;
    m_scene.setGuides({});
    m_scene.markFrameOf({});
    place({});
    if (!delta.isNull())
        m_scene.moveItems(m_origins.keys(), delta, CanvasScene::Nudge::No);
}

void MoveTool::cancel()
{
    m_scene.setGuides({});
    m_scene.markFrameOf({});
    place({});
}

}  // namespace plimsoll
