// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/canvas_scene.h"

#include "app/desktop/canvas/component_item.h"
#include "app/desktop/canvas/connection_item.h"
#include "app/desktop/canvas/frame_items.h"
#include "app/desktop/canvas/line_style.h"
#include "app/desktop/canvas/page_reference.h"
#include "app/desktop/look/theme.h"

#include <QtCore/QVariantAnimation>

#include <algorithm>
#include <utility>

namespace plimsoll {

namespace {

template <class Item>
const Item* findIn(const std::vector<Item>& items, const QString& id)
{
    const std::string wanted = id.toStdString();
    const auto at =
        std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == wanted; });
    return at == items.end() ? nullptr : &*at;
}

}  // namespace

CanvasScene::CanvasScene(DesignDocument& document, RunSession& session, QObject* parent)
    : QGraphicsScene{parent},
      m_document{document},
      m_session{session},
      m_glide{new QVariantAnimation{this}},
      m_pages{document.design()}
{
    // Items move far more often than they are searched, and there are hundreds, not millions.
    setItemIndexMethod(NoIndex);
    setSceneRect(-40'000, -40'000, 80'000, 80'000);

    connect(&document, &DesignDocument::designReplaced, this, &CanvasScene::rebuild);
    connect(&document, &DesignDocument::componentAdded, this, &CanvasScene::addComponent);
    connect(&document, &DesignDocument::componentChanged, this, &CanvasScene::showComponent);
    connect(&document, &DesignDocument::componentRemoved, this, &CanvasScene::removeComponent);
    connect(&document, &DesignDocument::connectionAdded, this, &CanvasScene::addConnection);
    connect(&document, &DesignDocument::connectionChanged, this, &CanvasScene::showConnection);
    connect(&document, &DesignDocument::connectionRemoved, this, &CanvasScene::removeConnection);
    connect(&document, &DesignDocument::groupsChanged, this, &CanvasScene::syncGroups);
    connect(&document, &DesignDocument::notesChanged, this, &CanvasScene::syncNotes);

    m_rerouteTimer.setSingleShot(true);
    m_rerouteTimer.setInterval(0);
    connect(&m_rerouteTimer, &QTimer::timeout, this, &CanvasScene::reroute);
    m_jumpTimer.setSingleShot(true);
    m_jumpTimer.setInterval(0);
    connect(&m_jumpTimer, &QTimer::timeout, this, &CanvasScene::findJumps);
    connect(&document, &DesignDocument::extraChanged, this, &CanvasScene::followDesignLine);
    connect(&document, &DesignDocument::extraChanged, this, [this] { m_pageTouched = true; });
    connect(m_glide, &QVariantAnimation::finished, this, &CanvasScene::settled);
    connect(&document, &DesignDocument::currentPageChanged, this, &CanvasScene::followPages);
    connect(&document.undoStack(), &QUndoStack::indexChanged, this, &CanvasScene::showWhatChanged);
    connect(&document, &DesignDocument::designReplaced, this, [this] { m_seen.reset(); });
    // Several changes of one command lead to one refresh.
    m_figureTimer.setSingleShot(true);
    m_figureTimer.setInterval(0);
    connect(&m_figureTimer, &QTimer::timeout, this, &CanvasScene::refreshFigures);
    const auto figuresLater = [this] { m_figureTimer.start(); };
    connect(&document, &DesignDocument::revisionChanged, this, [this] {
        m_shownInBatch = 0;
        layWhatWasAdded();
        if (std::exchange(m_pageTouched, false))
            followPages();
        else if (m_pages.any())
            showReferences();
        // An edit may make a run's figures old; an estimate follows it with figures of its own.
        if (m_session.result())
            m_figureTimer.start();
        if (std::exchange(m_selectionTouched, false))
            announceSelection();
    });
    connect(&document, &DesignDocument::currentScenarioChanged, this, figuresLater);
    connect(&session, &RunSession::estimated, this, figuresLater);
    connect(&session, &RunSession::estimated, this, &CanvasScene::refreshIssues);
    connect(&session, &RunSession::finished, this, figuresLater);
    connect(this, &CanvasScene::selectedIdsChanged, this, [this] {
        if (m_lineage)
            showLineage();
    });
    connect(&Theme::current(), &Theme::changed, this, [this] {
        for (ConnectionItem* each : std::as_const(m_connections))
            each->follow();
        update();
    });
    connect(this, &QGraphicsScene::selectionChanged, this, &CanvasScene::announceSelection);
    rebuild();
}

CanvasScene::~CanvasScene()
{
    // Removing items while the scene goes would announce selections to views that are gone.
    disconnect(this, &QGraphicsScene::selectionChanged, this, nullptr);
    m_tool.reset();
}

void CanvasScene::rebuild()
{
    cancelTool();
    finishGlide();
    m_pressed = nullptr;
    m_pressedLine = nullptr;
    m_folded.clear();
    m_bundles.clear();
    m_components.clear();
    m_connections.clear();
    m_lines.clear();
    m_beside.clear();
    m_following.clear();
    m_groups.clear();
    m_notes.clear();
    m_references.clear();
    clear();
    const Design& design = m_document.design();
    m_pages = Pages{design};
    m_page = m_pages.known(pageWanted());
    m_lineStyle = styleOf(drawingOf(design.extraJson).line, LineStyle::Orthogonal);
    for (const Component& each : design.components)
        addComponent(QString::fromStdString(each.id));
    // All lines are there before the first is laid: where one bends depends on those it shares an end with.
    for (const Connection& each : design.connections)
        makeLine(QString::fromStdString(each.id));
    for (const Connection& each : design.connections)
        showConnection(QString::fromStdString(each.id));
    // Each line has just been laid among all cards.
    m_rerouted.clear();
    syncGroups();
    syncNotes();
    foldGroups();
    showReferences();
    refreshFigures();
    refreshIssues();
    announceEmptiness();
}

bool CanvasScene::isEmpty() const
{
    const Design& design = m_document.design();
    return design.components.empty() && design.notes.empty() && design.groups.empty();
}

QRectF CanvasScene::cardOf(const ComponentItem& component) const
{
    const GroupItem* group = m_folded.value(&component);
    return group ? group->mapRectToScene(group->frame()) : component.mapRectToScene(component.card());
}

QString CanvasScene::standIn(const QString& id) const
{
    const GroupItem* group = m_folded.value(m_components.value(id));
    return group ? group->id() : id;
}

void CanvasScene::updateForMany()
{
    // All of the view at once, rather than the sum of thousands of places in it.
    constexpr int kMany = 200;
    if (m_document.isInBatch() && ++m_shownInBatch == kMany)
        update();
}

void CanvasScene::addComponent(const QString& id)
{
    const Component* component = findComponent(m_document.design(), id.toStdString());
    announceEmptiness();
    if (!component || !isOnPage(component->extraJson))
        return;
    updateForMany();
    // The scene owns its items.
    auto* item = new ComponentItem{*component, m_document.catalog().find(component->service)};
    addItem(item);
    m_components.insert(id, item);
    rerouteAround(item->mapRectToScene(item->card()));
    // What was taken away and comes back has the figure it had; the estimate that follows has those of what is new.
    if (!m_numbersHidden)
        item->setFigure(m_figures.component(id));
    announceEmptiness();
}

void CanvasScene::showComponent(const QString& id)
{
    const Component* component = findComponent(m_document.design(), id.toStdString());
    ComponentItem* item = m_components.value(id);
    if (component && isOnPage(component->extraJson) != (item != nullptr))
        m_pageTouched = true;
    if (!component || !item)
        return;
    updateForMany();
    rerouteAround(item->mapRectToScene(item->card()));
    const bool isOther = !item->isOf(component->service);
    item->show(*component, m_document.catalog().find(component->service));
    rerouteAround(item->mapRectToScene(item->card()));
    // Of a command that moves thousands each line is laid once, when both its ends are where they will be.
    if (m_document.isInBatch() && !isOther) {
        for (ConnectionItem* each : m_lines.value(item))
            m_following.insert(each);
        makeRoomBeside(item);
    } else {
        followConnectionsOf(id);
    }
    // Into a collapsed group, or out of one.
    const GroupItem* group = m_groups.value(QString::fromStdString(component->group));
    if (m_folded.value(item) != (group && group->isCollapsed() ? group : nullptr))
        foldGroups();
}

void CanvasScene::removeComponent(const QString& id)
{
    // Undone under the pointer: a drag must not end at what is gone.
    cancelTool();
    ComponentItem* item = m_components.take(id);
    if (m_pressed == item)
        m_pressed = nullptr;
    m_lines.remove(item);
    m_folded.remove(item);
    // Marks of lines to other pages hang on their cards and go with them.
    m_references.removeIf([&](const PageReference* each) { return each->parentItem() == item; });
    finishGlide();
    updateForMany();
    if (item)
        rerouteAround(item->mapRectToScene(item->card()));
    delete item;
    announceEmptiness();
}

void CanvasScene::syncGroups()
{
    const std::vector<Group>& groups = m_document.design().groups;
    for (const QString& id : m_groups.keys()) {
        const Group* kept = findIn(groups, id);
        if (!kept || !isOnPage(kept->extraJson)) {
            if (m_pressed == m_groups.value(id))
                m_pressed = nullptr;
            // Whatever it stood for shows itself again.
            for (auto at = m_folded.begin(); at != m_folded.end(); ++at)
                if (at.value() == m_groups.value(id))
                    at.value() = nullptr;
            delete m_groups.take(id);
        }
    }
    for (const Group& group : groups) {
        if (!isOnPage(group.extraJson))
            continue;
        const QString id = QString::fromStdString(group.id);
        if (GroupItem* item = m_groups.value(id)) {
            item->show(group);
            continue;
        }
        auto* item = new GroupItem{group};
        addItem(item);
        m_groups.insert(id, item);
    }
    foldGroups();
    announceEmptiness();
}

void CanvasScene::syncNotes()
{
    const std::vector<Note>& notes = m_document.design().notes;
    for (const QString& id : m_notes.keys()) {
        const Note* kept = findIn(notes, id);
        if (!kept || !isOnPage(kept->extraJson)) {
            if (m_pressed == m_notes.value(id))
                m_pressed = nullptr;
            delete m_notes.take(id);
        }
    }
    for (const Note& note : notes) {
        if (!isOnPage(note.extraJson))
            continue;
        const QString id = QString::fromStdString(note.id);
        if (NoteItem* item = m_notes.value(id)) {
            item->show(note);
            continue;
        }
        auto* item = new NoteItem{note};
        addItem(item);
        m_notes.insert(id, item);
    }
    announceEmptiness();
}

void CanvasScene::announceEmptiness()
{
    if (isEmpty() == m_wasEmpty)
        return;
    m_wasEmpty = isEmpty();
    emit emptinessChanged();
}

CanvasItem* CanvasScene::item(const QString& id) const
{
    if (CanvasItem* found = m_components.value(id))
        return found;
    if (CanvasItem* found = m_connections.value(id))
        return found;
    if (CanvasItem* found = m_groups.value(id))
        return found;
    return m_notes.value(id);
}

ComponentItem* CanvasScene::componentNear(QPointF scenePosition) const
{
    ComponentItem* nearest = nullptr;
    for (ComponentItem* each : m_components) {
        const QRectF reach = each->card().adjusted(-kPortReach, -4, kPortReach, 10);
        if (each->isVisible() && reach.contains(each->mapFromScene(scenePosition)))
            nearest = each;
    }
    return nearest;
}

QRectF CanvasScene::contentRect() const
{
    QRectF rect;
    for (const ComponentItem* each : m_components)
        if (each->isVisible())
            rect |= each->mapRectToScene(each->card());
    for (const GroupItem* each : m_groups)
        rect |= each->mapRectToScene(each->boundingRect());
    for (const NoteItem* each : m_notes)
        rect |= each->mapRectToScene(each->boundingRect());
    for (const ConnectionItem* each : m_connections)
        if (each->isVisible())
            rect |= each->boundingRect();
    for (const PageReference* each : m_references)
        rect |= each->sceneBoundingRect();
    return rect;
}

QList<QRectF> CanvasScene::frameRects() const
{
    QList<QRectF> rects;
    for (const GroupItem* each : m_groups)
        rects.append(each->mapRectToScene(each->boundingRect()));
    for (const NoteItem* each : m_notes)
        rects.append(each->mapRectToScene(each->boundingRect()));
    return rects;
}

void CanvasScene::cancelTool()
{
    if (!m_tool)
        return;
    m_tool->cancel();
    m_tool.reset();
}

}  // namespace plimsoll
