// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/canvas_view.h"

#include "app/desktop/canvas/component_item.h"
#include "app/desktop/canvas/frame_items.h"
#include "app/desktop/canvas/pairing.h"
#include "app/desktop/canvas/quick_add.h"
#include "app/desktop/canvas/refusal_bubble.h"
#include "app/desktop/document/commands/connect_items.h"
#include "app/desktop/document/commands/move_items.h"
#include "app/desktop/document/commands/remove_items.h"
#include "app/desktop/document/commands/rename_item.h"
#include "app/desktop/document/commands/set_note_text.h"
#include "app/desktop/document/edits.h"
#include "app/desktop/document/pages.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/text/format.h"

#include <QtCore/QPointer>
#include <QtGui/QAction>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace plimsoll {

void CanvasView::pushItems(ItemSet items, const QString& name)
{
    QStringList ids = idsOf(items);
    m_document.undoStack().push(new AddItems{m_document, std::move(items), name});
    // Lines are selected with their ends by being between them; listing them would only clutter the inspector.
    QStringList shown;
    for (const QString& id : ids) {
        const CanvasItem* item = m_scene.item(id);
        if (item && item->isMovable())
            shown.append(id);
    }
    m_scene.select(shown);
    setFocus();
}

void CanvasView::addService(const QString& serviceId, QPointF sceneCentre)
{
    const ServiceSpec* spec = m_document.catalog().find(serviceId.toStdString());
    if (!spec)
        return;
    // Beside what it would cover, as near as that goes.
    const QPointF at = nearestFree(snapped(sceneCentre - QPointF{kCardWidth / 2, kCardHeight / 2}));
    pushItems(newComponent(m_document, *spec, at), tr("Add %1").arg(coreText(spec->shortName)));
}

void CanvasView::addServiceAtCentre(const QString& serviceId)
{
    // Beside what is there rather than on it, when there is room in view.
    QPointF at = viewCentre();
    const QRectF seen = mapToScene(viewport()->rect()).boundingRect();
    for (int step = 0; step < 24; ++step) {
        const QPointF place =
            viewCentre() + QPointF{(step % 5) * 252.0 - (step % 5 > 2 ? 1260.0 : 0.0), (step / 5) * 120.0};
        const QRectF card{place - QPointF{kCardWidth / 2 + 24, kCardHeight / 2 + 12},
                          QSizeF{kCardWidth + 48, kCardHeight + 24}};
        const auto components = m_scene.componentItems();
        const bool free = std::none_of(components.begin(), components.end(), [&](const ComponentItem* each) {
            return card.intersects(each->mapRectToScene(each->card()));
        });
        if (free && seen.contains(card)) {
            at = place;
            break;
        }
    }
    addService(serviceId, at);
}

void CanvasView::nudge(QPointF direction)
{
    const QStringList moved = m_scene.movedWith(m_scene.selectedIds());
    if (!moved.isEmpty())
        m_scene.moveItems(moved, direction, CanvasScene::Nudge::Yes);
}

void CanvasView::arrow(QPointF direction, Qt::KeyboardModifiers modifiers)
{
    if (modifiers & Qt::ControlModifier)
        addBeside(direction);
    else if (modifiers & Qt::ShiftModifier)
        extendSelection(direction);
    else
        nudge(direction * ((modifiers & Qt::AltModifier) ? 1.0 : kGrid));
}

void CanvasView::removeSelected()
{
    QStringList ids = m_scene.selectedIds();
    const qsizetype before = ids.size();
    ids.removeIf([this](const QString& id) { return m_scene.item(id)->drawing().locked; });
    if (ids.size() < before)
        emit hinted(tr("What is locked stays. Unlock it first (Ctrl+Shift+L)."));
    if (!ids.isEmpty())
        m_document.undoStack().push(new RemoveItems{m_document, ids});
}

void CanvasView::connectSelected()
{
    QList<const CanvasItem*> ends;
    for (const QString& id : m_scene.selectedIds()) {
        const CanvasItem* item = m_scene.item(id);
        if (item && item->type() == CanvasItem::ComponentKind)
            ends.append(item);
    }
    if (ends.size() != 2) {
        emit hinted(tr("Select exactly two components to connect them."));
        return;
    }
    // Designs read from left to right.
    std::sort(ends.begin(), ends.end(),
              [](const CanvasItem* a, const CanvasItem* b) { return a->x() < b->x(); });
    const Pairing pairing = judgePair(m_document, ends[0]->id().toStdString(), ends[1]->id().toStdString());
    if (pairing.isAllowed())
        m_document.undoStack().push(
            new ConnectItems{m_document, pairing.from, pairing.to, pairing.parameters});
    sayConnected(pairing);
}

void CanvasView::sayConnected(const Pairing& pairing)
{
    const std::vector<Connection>& lines = m_document.design().connections;
    const auto at = std::find_if(lines.begin(), lines.end(), [&](const Connection& each) {
        return pairing.isAllowed() && each.from == pairing.from && each.to == pairing.to;
    });
    const QString sentence =
        at == lines.end() ? QString{} : m_scene.sentenceOf(QString::fromStdString(at->id));
    emit hinted(sentence.isEmpty() ? pairing.hint : sentence);
}

void CanvasView::addNote()
{
    constexpr QSizeF kNote{192, 96};
    const QPointF middle = viewCentre() - QPointF{kNote.width() / 2, kNote.height() / 2};
    // On no card, where there is such a place in sight: the nearest to the middle.
    const QRectF seen = mapToScene(viewport()->rect()).boundingRect();
    QPointF at = middle;
    double nearest = std::numeric_limits<double>::infinity();
    const auto components = m_scene.componentItems();
    for (double y = seen.top() + kGrid; y + kNote.height() < seen.bottom(); y += 2 * kGrid)
        for (double x = seen.left() + kGrid; x + kNote.width() < seen.right(); x += 2 * kGrid) {
            const QRectF place = QRectF{{x, y}, kNote}.adjusted(-kGrid, -kGrid, kGrid, kGrid);
            const double distance = QLineF{{x, y}, middle}.length();
            if (distance < nearest
                && std::none_of(components.begin(), components.end(), [&](const ComponentItem* each) {
                       return place.intersects(each->mapRectToScene(each->card()));
                   })) {
                nearest = distance;
                at = {x, y};
            }
        }
    at = snapped(at);
    Note note{freeId(m_document.design(), "note"), {}, {at.x(), at.y()}, kNote.width(), kNote.height(), {}};
    const QString id = QString::fromStdString(note.id);
    ItemSet items;
    items.notes.push_back(std::move(note));
    pushItems(std::move(items), tr("Add note"));
    edit(id);
}

void CanvasView::groupSelected()
{
    QRectF around;
    std::vector<Id> members;
    const QStringList chosen = m_scene.selectedIds();
    for (const QString& id : chosen) {
        const CanvasItem* item = m_scene.item(id);
        if (!item || item->type() == CanvasItem::ConnectionKindOfItem)
            continue;
        // A group that is chosen comes into the new one with all that is in it, a note with what it says.
        const bool isCard = item->type() == CanvasItem::ComponentKind;
        around |= isCard ? QRectF{item->pos(), QSizeF{kCardWidth, kCardHeight}}
                         : QRectF{item->pos(), m_scene.frameSize(id)};
        if (isCard)
            members.push_back(id.toStdString());
    }
    if (around.isEmpty())
        around = QRectF{snapped(viewCentre() - QPointF{168, 108}), QSizeF{336, 216}};
    else
        around.adjust(-24, -36, 24, 24);
    // Those that belong to a group that is chosen, too, stay in that one.
    std::erase_if(members, [&](const Id& id) {
        const Component* member = findComponent(m_document.design(), id);
        return !member->group.empty() && chosen.contains(QString::fromStdString(member->group));
    });
    ItemSet items;
    const Id id = freeId(m_document.design(), "group");
    items.groups.push_back({id,
                            tr("Group").toStdString(),
                            "group",
                            {around.x(), around.y()},
                            around.width(),
                            around.height(),
                            {}});
    for (const Id& member : members) {
        Component inside = *findComponent(m_document.design(), member);
        inside.group = id;
        items.components.push_back(std::move(inside));
    }
    pushItems(std::move(items), tr("Group"));
    m_scene.select({QString::fromStdString(id)});
}

void CanvasView::ungroupSelected()
{
    QStringList frames, members;
    for (const Group& group : m_document.design().groups)
        if (const QString id = QString::fromStdString(group.id); m_scene.selectedIds().contains(id)) {
            frames.append(id);
            for (const Component& component : m_document.design().components)
                if (component.group == group.id)
                    members.append(QString::fromStdString(component.id));
        }
    if (frames.isEmpty()) {
        emit hinted(tr("Select a group to take its frame away."));
        return;
    }
    m_document.undoStack().push(new RemoveItems{m_document, frames});
    m_scene.select(members);
}

void CanvasView::selectSimilar()
{
    const QStringList selected = m_scene.selectedIds();
    QStringList services, similar;
    for (const Component& component : m_document.design().components)
        if (selected.contains(QString::fromStdString(component.id)))
            services.append(QString::fromStdString(component.service));
    for (const Component& component : m_document.design().components)
        if (services.contains(QString::fromStdString(component.service))
            && m_scene.isOnPage(component.extraJson))
            similar.append(QString::fromStdString(component.id));
    if (!similar.isEmpty())
        m_scene.select(similar);
}

void CanvasView::tidy()
{
    // One item alone is in order.
    const QStringList selected = m_scene.selectedIds();
    QStringList within = selected.size() > 1 ? selected : QStringList{};
    // Where there are pages, all means all of the one that is seen.
    if (within.isEmpty() && Pages{m_document.design()}.any())
        for (const ComponentItem* each : m_scene.componentItems())
            within.append(each->id());
    const std::vector<ItemPlace> places = tidied(m_document.design(), within);
    QHash<QString, QPointF> before;
    std::set<Id> moved;
    for (const ItemPlace& place : places)
        if (const CanvasItem* item = m_scene.item(QString::fromStdString(place.id))) {
            before.insert(item->id(), item->pos());
            moved.insert(place.id);
        }
    if (places.empty()) {
        emit hinted(tr("There is nothing to tidy up yet."));
        return;
    }
    // Bends were made for where things lay; one step takes both back.
    std::vector<Id> lines;
    for (const Connection& each : m_document.design().connections)
        if (moved.contains(each.from) || moved.contains(each.to))
            lines.push_back(each.id);
    m_document.undoStack().beginMacro(tr("Tidy up"));
    changeDrawing(tr("Take bends out"), lines, [](ItemDrawing& drawing) { drawing.bends.clear(); });
    moveTo(places, {});
    m_document.undoStack().endMacro();
    if (selected.size() <= 1)
        fit();
    m_scene.glide(before);
}

void CanvasView::moveTo(std::vector<ItemPlace> places, const QString& nothing)
{
    std::erase_if(
        places, [&](const ItemPlace& place) { return drawingOfItem(m_document.design(), place.id).locked; });
    if (places.empty()) {
        emit hinted(nothing);
        return;
    }
    m_document.undoStack().push(new MoveItems{m_document, places});
    setFocus();
}

void CanvasView::edit(const QString& id)
{
    finishEditing(true);
    CanvasItem* item = m_scene.item(id);
    if (!item)
        return;
    const Design& design = m_document.design();
    const auto place = [&](const QRectF& rect) {
        return mapFromScene(item->mapRectToScene(rect)).boundingRect();
    };
    if (const auto* component = dynamic_cast<const ComponentItem*>(item)) {
        const Component* value = findComponent(design, id.toStdString());
        m_labelEditor->setText(QString::fromStdString(value->label));
        m_labelEditor->setGeometry(
            place(component->labelRect())
                .adjusted(-8, -8, 8, 8)
                .united(QRect{place(component->labelRect()).topLeft() - QPoint{8, 8}, QSize{150, 32}}));
    } else if (const auto* group = dynamic_cast<const GroupItem*>(item)) {
        const auto at = std::find_if(design.groups.begin(), design.groups.end(),
                                     [&](const Group& each) { return each.id == id.toStdString(); });
        m_labelEditor->setText(QString::fromStdString(at->label));
        m_labelEditor->setGeometry(QRect{place(group->titleRect()).topLeft() - QPoint{0, 3}, QSize{180, 32}});
    } else if (const auto* note = dynamic_cast<const NoteItem*>(item)) {
        const bool isName = note->drawing().shape == DrawnShape::Frame;
        m_noteEditor->setVerticalScrollBarPolicy(isName ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
        m_noteEditor->setPlainText(note->text());
        if (isName) {
            // Its name alone is written; what is in the frame stays in sight.
            constexpr QSize kName{200, 34};
            m_noteEditor->setGeometry({mapFromScene(item->pos()) - QPoint{0, kName.height() + 2}, kName});
        } else {
            m_noteEditor->setGeometry(place(QRectF{QPointF{}, note->size()})
                                          .united(QRect{mapFromScene(item->pos()), QSize{140, 60}}));
        }
        m_edited = id;
        m_noteEditor->show();
        m_noteEditor->selectAll();
        m_noteEditor->setFocus();
        return;
    } else {
        return;
    }
    m_edited = id;
    m_labelEditor->show();
    m_labelEditor->selectAll();
    m_labelEditor->setFocus();
}

void CanvasView::finishEditing(bool keep)
{
    if (m_edited.isEmpty())
        return;
    // Cleared first: hiding the editor takes its focus, which would end the editing once more.
    const std::string id = std::exchange(m_edited, {}).toStdString();
    const bool wasNote = !m_noteEditor->isHidden();
    const std::string text =
        wasNote ? m_noteEditor->toPlainText().toStdString() : m_labelEditor->text().trimmed().toStdString();
    setFocus();  // first: an editor hidden with the focus passes it on to wherever Tab would go
    m_noteEditor->hide();
    m_labelEditor->hide();
    if (!keep)
        return;
    const Design& design = m_document.design();
    if (wasNote) {
        const auto at = std::find_if(design.notes.begin(), design.notes.end(),
                                     [&](const Note& each) { return each.id == id; });
        if (at != design.notes.end() && at->text != text)
            m_document.undoStack().push(new SetNoteText{m_document, id, text});
        return;
    }
    const Component* component = findComponent(design, id);
    const auto group = std::find_if(design.groups.begin(), design.groups.end(),
                                    [&](const Group& each) { return each.id == id; });
    const bool changed =
        component ? component->label != text : group != design.groups.end() && group->label != text;
    if (changed && !text.empty())
        m_document.undoStack().push(new RenameItem{m_document, id, text});
}

void CanvasView::offerFollowers(const QString& componentId, const QString& port, bool before,
                                QPointF scenePosition)
{
    const Component* start = findComponent(m_document.design(), componentId.toStdString());
    const ServiceSpec* spec = start ? m_document.catalog().find(start->service) : nullptr;
    if (!spec)
        return;
    auto* menu = new QMenu{this};
    menu->setObjectName(QStringLiteral("followers"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (const ServiceSpec* candidate :
         followersOf(m_document, componentId.toStdString(), port.toStdString(), before)) {
        const Legality legality = before ? IntegrationTable::builtin().judge(*candidate, *spec)
                                         : IntegrationTable::builtin().judge(*spec, *candidate);
        const QString serviceId = QString::fromStdString(candidate->id);
        QAction* action =
            menu->addAction(Theme::current().serviceIcon(serviceId), QString::fromStdString(candidate->name));
        action->setToolTip(before ? hintOf(legality, *candidate, *spec)
                                  : hintOf(legality, *spec, *candidate));
        connect(action, &QAction::triggered, this,
                [=, this] { addFollower(componentId, port, before, serviceId, scenePosition); });
    }
    if (menu->isEmpty()) {
        delete menu;
        emit hinted(before ? tr("Nothing in the catalog feeds this service.")
                           : tr("Nothing in the catalog can follow this service."));
        return;
    }
    menu->popup(viewport()->mapToGlobal(mapFromScene(scenePosition)));
}

void CanvasView::offerRemedies(const QString& from, const QString& to, const QString& port,
                               const QString& hint, QPointF scenePosition)
{
    constexpr std::size_t kOffered = 3;
    QList<RefusalBubble::Remedy> remedies;
    for (const ServiceSpec* spec :
         between(m_document, from.toStdString(), to.toStdString(), port.toStdString())) {
        if (static_cast<std::size_t>(remedies.size()) == kOffered)
            break;
        const QString name = coreText(spec->shortName.empty() ? spec->name : spec->shortName);
        remedies.append(
            {tr("Insert %1").arg(name), [this, from, to, port, id = QString::fromStdString(spec->id)] {
                 insertBetween(from, to, port, id);
             }});
    }
    if (remedies.isEmpty())
        emit hinted(hint);
    else
        m_refusal->showAt(hint, remedies, mapFromScene(scenePosition));
}

void CanvasView::insertBetween(const QString& from, const QString& to, const QString& port,
                               const QString& serviceId)
{
    const Component* source = findComponent(m_document.design(), from.toStdString());
    const Component* target = findComponent(m_document.design(), to.toStdString());
    const ServiceSpec* spec = m_document.catalog().find(serviceId.toStdString());
    if (!source || !target || !spec)
        return;
    const QPointF middle{(source->position.x + target->position.x) / 2,
                         (source->position.y + target->position.y) / 2};
    QUndoStack& stack = m_document.undoStack();
    stack.beginMacro(tr("Insert %1").arg(coreText(spec->shortName)));
    ItemSet items = newComponent(m_document, *spec, freePlace(snapped(middle)));
    const ComponentId added = items.components.front().id;
    stack.push(new AddItems{m_document, std::move(items)});
    for (const Pairing& pairing : {judgePair(m_document, from.toStdString(), added, port.toStdString()),
                                   judgePair(m_document, added, to.toStdString())})
        if (pairing.isAllowed())
            stack.push(new ConnectItems{m_document, pairing.from, pairing.to, pairing.parameters});
    stack.endMacro();
    m_scene.select({QString::fromStdString(added)});
    setFocus();
}

bool CanvasView::isTaken(const QRectF& place) const
{
    const std::vector<Component>& components = m_document.design().components;
    return std::any_of(components.begin(), components.end(), [&](const Component& each) {
        return place.intersects(QRectF{each.position.x, each.position.y, kCardWidth, kCardHeight});
    });
}

QPointF CanvasView::nearestFree(QPointF corner) const
{
    constexpr int kFar = 24;  // squares of the grid: beyond the card that is in the way, and one beside it
    const auto roomAt = [](QPointF place) {
        return QRectF{place, QSizeF{kCardWidth, kCardHeight}}.adjusted(-kGrid, -kGrid, kGrid, kGrid);
    };
    if (!isTaken(QRectF{corner, QSizeF{kCardWidth, kCardHeight}}))
        return corner;
    QPointF nearest = corner;
    double least = -1;
    for (int across = -kFar; across <= kFar; ++across)
        for (int down = -kFar; down <= kFar; ++down) {
            const QPointF by{across * kGrid, down * kGrid};
            // Of two as near, below or to the right: designs grow that way.
            const double distance = std::hypot(by.x(), by.y()) + (across < 0 || down < 0 ? kGrid / 2 : 0);
            if ((least < 0 || distance < least) && !isTaken(roomAt(corner + by))) {
                least = distance;
                nearest = corner + by;
            }
        }
    return least < 0 ? freePlace(corner) : nearest;
}

QPointF CanvasView::freePlace(QPointF corner) const
{
    // Downwards, where designs have room.
    for (int step = 0; step < 40 && isTaken(QRectF{corner, QSizeF{kCardWidth, kCardHeight}}); ++step)
        corner.ry() += kCardHeight + kGrid * 2;
    return corner;
}

void CanvasView::quickAdd(QPointF scenePosition)
{
    m_quickAdd->openAt(mapFromScene(scenePosition), tr("Add a service"), {},
                       [this, scenePosition](const QString& id) { addService(id, scenePosition); });
}

void CanvasView::addBeside(QPointF direction)
{
    const QStringList selected = m_scene.selectedIds();
    const auto* card =
        selected.size() == 1 ? dynamic_cast<const ComponentItem*>(m_scene.item(selected.front())) : nullptr;
    if (!card) {
        emit hinted(tr("Select one component to add the next beside it."));
        return;
    }
    const QString id = card->id();
    const bool before = direction.x() < 0;
    const QPointF apart{kCardWidth + 96, kCardHeight + 44};
    // Above and below it is one more that follows; it stands in the next column.
    const QPointF shift = direction.x() != 0 ? QPointF{direction.x() * apart.x(), 0}
                                             : QPointF{apart.x(), direction.y() * apart.y()};
    const QPointF corner = freePlace(snapped(card->pos() + shift));
    const QPointF at = corner + (before ? QPointF{kCardWidth, kCardHeight / 2} : QPointF{0, kCardHeight / 2});
    m_quickAdd->openAt(mapFromScene(corner), before ? tr("What comes before it?") : tr("What comes next?"),
                       followersOf(m_document, id.toStdString(), {}, before),
                       [this, id, before, at](const QString& serviceId) {
                           addFollower(id, {}, before, serviceId, at);
                           reveal(m_scene.selectedIds().value(0));
                       });
}

void CanvasView::extendSelection(QPointF direction)
{
    const QStringList selected = m_scene.selectedIds();
    const ComponentItem* from = nullptr;
    for (const QString& id : {m_lastExtended, selected.value(0)})
        if (!from && selected.contains(id))
            from = dynamic_cast<const ComponentItem*>(m_scene.item(id));
    if (!from)
        return;
    const ComponentItem* nearest = nullptr;
    double least = 0;
    for (const ComponentItem* each : m_scene.componentItems()) {
        if (each == from)
            continue;
        const QPointF way = each->pos() - from->pos();
        const double along = way.x() * direction.x() + way.y() * direction.y();
        const double across = std::abs(way.x() * direction.y()) + std::abs(way.y() * direction.x());
        // In a cone of 45 degrees, and what lies straight ahead before what lies aside.
        if (along <= 0 || across > along)
            continue;
        const double cost = along + 2 * across;
        if (!nearest || cost < least) {
            nearest = each;
            least = cost;
        }
    }
    if (!nearest)
        return;
    m_lastExtended = nearest->id();
    m_scene.select(selected + QStringList{nearest->id()});
    ensureVisible(nearest->sceneBoundingRect(), 40, 40);
}

void CanvasView::addFollower(const QString& componentId, const QString& port, bool before,
                             const QString& serviceId, QPointF scenePosition)
{
    const ServiceSpec* spec = m_document.catalog().find(serviceId.toStdString());
    if (!spec)
        return;
    const QPointF corner = before ? QPointF{kCardWidth, kCardHeight / 2} : QPointF{0, kCardHeight / 2};
    QUndoStack& stack = m_document.undoStack();
    stack.beginMacro(tr("Add %1").arg(coreText(spec->shortName)));
    ItemSet items = newComponent(m_document, *spec, snapped(scenePosition - corner));
    const ComponentId added = items.components.front().id;
    stack.push(new AddItems{m_document, std::move(items)});
    const ComponentId start = componentId.toStdString();
    const Pairing pairing = before ? judgePair(m_document, added, start)
                                   : judgePair(m_document, start, added, port.toStdString());
    if (pairing.isAllowed())
        stack.push(new ConnectItems{m_document, pairing.from, pairing.to, pairing.parameters});
    stack.endMacro();
    m_scene.select({QString::fromStdString(added)});
    sayConnected(pairing);
    setFocus();
}

}  // namespace plimsoll
