// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/canvas_scene.h"

#include "app/desktop/canvas/component_item.h"
#include "app/desktop/canvas/connection_item.h"
#include "app/desktop/canvas/frame_items.h"
#include "app/desktop/canvas/line_jumps.h"
#include "app/desktop/canvas/page_reference.h"
#include "app/desktop/document/commands/move_items.h"
#include "app/desktop/document/commands/set_drawing.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/text/format.h"
#include "model/catalog/connection_parameters.h"
#include "model/catalog/connection_sentence.h"
#include "model/validation/issue.h"

#include <QtCore/QSet>
#include <QtCore/QVariantAnimation>

#include <algorithm>
#include <set>
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

LineStyle styleOf(DrawnLine line, LineStyle inherited)
{
    switch (line) {
    case DrawnLine::Inherited:
        return inherited;
    case DrawnLine::RightAngled:
        return LineStyle::Orthogonal;
    case DrawnLine::Curved:
        return LineStyle::Curved;
    case DrawnLine::Straight:
        return LineStyle::Straight;
    }
    return inherited;
}

QString sentenceCase(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
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
    connect(&document, &DesignDocument::currentPageChanged, this, &CanvasScene::followPages);
    connect(&document.undoStack(), &QUndoStack::indexChanged, this, &CanvasScene::showWhatChanged);
    connect(&document, &DesignDocument::designReplaced, this, [this] { m_seen.reset(); });
    // Several changes of one command lead to one refresh.
    m_figureTimer.setSingleShot(true);
    m_figureTimer.setInterval(0);
    connect(&m_figureTimer, &QTimer::timeout, this, &CanvasScene::refreshFigures);
    const auto figuresLater = [this] { m_figureTimer.start(); };
    connect(&document, &DesignDocument::revisionChanged, this, [this] {
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

void CanvasScene::announceSelection()
{
    // A command that takes a thousand items away changes the selection a thousand times.
    if (m_document.isInBatch())
        m_selectionTouched = true;
    else
        emit selectedIdsChanged(selectedIds());
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

bool CanvasScene::isOnPage(const std::string& itemExtraJson) const
{
    return !m_pages.any() || m_pages.of(itemExtraJson) == m_page;
}

const Id& CanvasScene::pageWanted() const
{
    return m_onlyPage ? *m_onlyPage : m_document.currentPage();
}

void CanvasScene::showWhatChanged()
{
    const Design& design = m_document.design();
    const Pages pages{design};
    const std::shared_ptr<const Design> before =
        std::exchange(m_seen, pages.any() ? m_document.snapshot() : nullptr);
    if (!before || m_onlyPage)
        return;
    const std::set<Id> touched = pagesTouched(*before, design);
    if (!touched.empty() && !touched.contains(pages.known(m_document.currentPage())))
        m_document.setCurrentPage(*touched.begin());
}

void CanvasScene::showOnly(const Id& page)
{
    m_onlyPage = page;
    rebuild();
}

void CanvasScene::followPages()
{
    const Design& design = m_document.design();
    const Pages now{design};
    const auto agrees = [&](const auto& items, const auto& shown) {
        return std::all_of(items.begin(), items.end(), [&](const auto& each) {
            return shown.contains(QString::fromStdString(each.id))
                   == (!now.any() || now.of(each.extraJson) == now.known(pageWanted()));
        });
    };
    // Another line style or name of a page leaves everything where it is.
    if (now.known(pageWanted()) == m_page && agrees(design.components, m_components)
        && agrees(design.groups, m_groups) && agrees(design.notes, m_notes)) {
        m_pages = now;
        showReferences();
        return;
    }
    rebuild();
    emit selectedIdsChanged({});
}

void CanvasScene::showReferences()
{
    qDeleteAll(m_references);
    m_references.clear();
    if (!m_pages.any())
        return;
    const Design& design = m_document.design();
    QHash<std::pair<const ComponentItem*, bool>, int> places;
    for (const Connection& connection : design.connections) {
        ComponentItem* from = m_components.value(QString::fromStdString(connection.from));
        ComponentItem* to = m_components.value(QString::fromStdString(connection.to));
        if ((from == nullptr) == (to == nullptr))
            continue;
        const bool leaves = from != nullptr;
        ComponentItem* here = leaves ? from : to;
        const Component* other = findComponent(design, leaves ? connection.to : connection.from);
        if (!other || !here->isVisible())
            continue;
        const Id page = m_pages.of(other->extraJson);
        QString pageLabel;
        for (const DrawnPage& each : m_pages.list())
            if (each.id == page)
                pageLabel = QString::fromStdString(each.label);
        m_references.append(new PageReference{*here, QString::fromStdString(other->id),
                                              QString::fromStdString(labelOf(design, other->id)), pageLabel,
                                              leaves, places[{here, leaves}]++});
    }
}

QList<QRectF> CanvasScene::cardsWithin(const QRectF& rect) const
{
    QList<QRectF> cards;
    if (!goesRoundCards())
        return cards;
    for (const ComponentItem* each : m_components) {
        const QRectF card{each->pos(), QSizeF{kCardWidth, kCardHeight}};
        if (each->isVisible() && card.intersects(rect))
            cards.append(card);
    }
    for (const GroupItem* each : m_groups)
        if (const QRectF card = each->mapRectToScene(each->frame());
            each->isCollapsed() && card.intersects(rect))
            cards.append(card);
    // In an order of their own, not of the hash: the same design is the same picture.
    std::sort(cards.begin(), cards.end(), [](const QRectF& a, const QRectF& b) {
        return std::pair{a.top(), a.left()} < std::pair{b.top(), b.left()};
    });
    return cards;
}

bool CanvasScene::goesRoundCards() const
{
    // Ways round are looked for in milliseconds, which thousands of lines would make seconds. So many are seen from
    // afar anyway, where they pass behind the cards.
    constexpr std::size_t kMostLines = 600;
    return m_document.design().connections.size() <= kMostLines;
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

void CanvasScene::followDesignLine()
{
    const LineStyle style = styleOf(drawingOf(m_document.design().extraJson).line, LineStyle::Orthogonal);
    if (style == m_lineStyle)
        return;
    m_lineStyle = style;
    for (const QString& id : m_connections.keys())
        showConnection(id);
    emit lineStyleChanged();
}

void CanvasScene::bendLine(const QString& id, const QList<QPointF>& bends)
{
    std::vector<Position> corners;
    for (const QPointF& bend : bends.mid(0, static_cast<qsizetype>(kMostBends)))
        corners.push_back({bend.x(), bend.y()});
    auto command =
        std::make_unique<SetDrawing>(m_document, tr("Bend line"), std::vector<Id>{id.toStdString()},
                                     [&](ItemDrawing& drawing) { drawing.bends = corners; });
    if (!command->isEmpty())
        m_document.undoStack().push(command.release());
}

void CanvasScene::previewBends(const QString& id, const QList<QPointF>& bends)
{
    if (ConnectionItem* line = m_connections.value(id))
        line->setBends(bends);
}

void CanvasScene::findJumps()
{
    m_jumpTimer.stop();
    if (!goesRoundCards())
        return;
    QStringList ids = m_connections.keys();
    ids.sort();
    QList<QList<QPointF>> lines, courses;
    bool anyCurve = false;
    for (const QString& id : std::as_const(ids)) {
        const ConnectionItem* line = m_connections.value(id);
        // Curves cross at a slant, where an arch would only look torn.
        const bool curved = line->style() == LineStyle::Curved;
        lines.append(curved ? QList<QPointF>{} : line->corners());
        courses.append(curved ? line->course() : line->corners());
        anyCurve = anyCurve || curved;
    }
    const QList<QList<LineJump>> jumps = lineJumps(lines);
    ConnectionItem::Taken taken;
    for (qsizetype at = 0; at < ids.size(); ++at)
        m_connections.value(ids[at])->setJumps(jumps[at]);
    for (const QList<LineJump>& each : anyCurve ? lineJumps(courses) : jumps)
        for (const LineJump& jump : each)
            taken.crossings.append(jump.at);
    // Curves and slanting lines in pieces short enough for their rectangles to stand for them.
    for (qsizetype at = 0; at < ids.size(); ++at) {
        const ConnectionItem* line = m_connections.value(ids[at]);
        const QList<QPointF> course =
            line->style() == LineStyle::Orthogonal ? line->corners() : line->course();
        for (qsizetype corner = 0; corner + 1 < course.size() && line->isVisible(); ++corner)
            taken.stretches.append(
                {line, QRectF{course[corner], course[corner + 1]}.normalized().adjusted(-1, -1, 1, 1)});
    }
    // In the order of their ids: the same design is the same picture.
    for (const QString& id : std::as_const(ids)) {
        ConnectionItem* line = m_connections.value(id);
        if (!line->isVisible())
            continue;
        line->placeLabel(&taken);
        taken.labels.append(line->label());
    }
}

void CanvasScene::rerouteAround(const QRectF& card)
{
    if (!goesRoundCards())
        return;
    m_rerouted.append(card);
    m_rerouteTimer.start();
}

void CanvasScene::reroute()
{
    const QList<QRectF> cards = std::exchange(m_rerouted, {});
    for (ConnectionItem* each : std::exchange(m_beside, {}))
        each->makeRoom();
    // Where much has moved all lines are laid anew, rather than asked one by one.
    constexpr qsizetype kMany = 60;
    for (ConnectionItem* each : std::as_const(m_connections))
        if (cards.size() > kMany || std::any_of(cards.begin(), cards.end(), [&](const QRectF& card) {
                return each->boundingRect().intersects(card);
            }))
            each->follow();
}

void CanvasScene::addComponent(const QString& id)
{
    const Component* component = findComponent(m_document.design(), id.toStdString());
    announceEmptiness();
    if (!component || !isOnPage(component->extraJson))
        return;
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
    rerouteAround(item->mapRectToScene(item->card()));
    item->show(*component, m_document.catalog().find(component->service));
    rerouteAround(item->mapRectToScene(item->card()));
    followConnectionsOf(id);
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
    if (item)
        rerouteAround(item->mapRectToScene(item->card()));
    delete item;
    announceEmptiness();
}

ConnectionItem* CanvasScene::makeLine(const QString& id)
{
    const Connection* connection = findConnection(m_document.design(), id.toStdString());
    if (!connection)
        return nullptr;
    const ComponentItem* from = m_components.value(QString::fromStdString(connection->from));
    const ComponentItem* to = m_components.value(QString::fromStdString(connection->to));
    if (!from || !to)
        return nullptr;
    auto* item = new ConnectionItem{id, *from, *to};
    addItem(item);
    m_connections.insert(id, item);
    m_lines[from].append(item);
    m_lines[to].append(item);
    if (!m_numbersHidden)
        item->setFigure(m_figures.connection(id), m_overlay);
    return item;
}

void CanvasScene::addConnection(const QString& id)
{
    const ConnectionItem* item = makeLine(id);
    if (!item)
        return;
    showConnection(id);
    if (!m_folded.isEmpty())
        bundleLines();
    // Those that share an end with it make room.
    for (const ComponentItem* end : {&item->from(), &item->to()})
        rerouteAround(end->mapRectToScene(end->card()));
}

int CanvasScene::linesAt(const ComponentItem& card, PortSide side, LineEnd end) const
{
    const auto lines = m_lines.constFind(&card);
    if (lines == m_lines.constEnd())
        return 0;
    return static_cast<int>(std::count_if(lines->begin(), lines->end(), [&](const ConnectionItem* line) {
        const Attachment ends = line->attachment();
        return (end != LineEnd::Arriving && &line->from() == &card && ends.fromSide == side)
               || (end != LineEnd::Leaving && &line->to() == &card && ends.toSide == side);
    }));
}

void CanvasScene::showConnection(const QString& id)
{
    const Design& design = m_document.design();
    const Connection* connection = findConnection(design, id.toStdString());
    ConnectionItem* item = m_connections.value(id);
    if (!connection || !item)
        return;
    const Component* from = findComponent(design, connection->from);
    const Component* to = findComponent(design, connection->to);
    const ServiceSpec* fromSpec = from ? m_document.catalog().find(from->service) : nullptr;
    const ServiceSpec* toSpec = to ? m_document.catalog().find(to->service) : nullptr;
    ConnectionItem::Look look;
    if (fromSpec && toSpec) {
        look.kind = kindOf(*connection, *fromSpec, *toSpec);
        look.customCode =
            IntegrationTable::builtin().judge(*fromSpec, *toSpec).verdict == Legality::Verdict::CustomCode;
        if (look.kind == ConnectionKind::Poll && !fromSpec->extraOutputs.empty())
            look.port = QString::fromStdString(fromSpec->extraOutputs.front());
    }
    const ItemDrawing drawing = drawingOf(connection->extraJson);
    QList<QPointF> bends;
    for (const Position& bend : drawing.bends)
        bends.append({bend.x, bend.y});
    item->setStyle(styleOf(drawing.line, m_lineStyle));
    item->setBends(bends);
    item->show(look);
}

QString CanvasScene::sentenceOf(const QString& connectionId) const
{
    const Connection* connection = findConnection(m_document.design(), connectionId.toStdString());
    return connection ? sentenceCase(
               coreText(connectionSentence(*connection, m_document.design(), m_document.catalog())))
                      : QString{};
}

void CanvasScene::removeConnection(const QString& id)
{
    ConnectionItem* item = m_connections.take(id);
    if (!item)
        return;
    cancelTool();
    if (m_pressedLine == item)
        m_pressedLine = nullptr;
    m_lines[&item->from()].removeOne(item);
    m_lines[&item->to()].removeOne(item);
    m_beside.remove(item);
    for (const ComponentItem* end : {&item->from(), &item->to()})
        rerouteAround(end->mapRectToScene(end->card()));
    delete item;
    if (!m_folded.isEmpty())
        bundleLines();
    findJumpsLater();
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

void CanvasScene::followConnectionsOf(const QString& componentId)
{
    for (ConnectionItem* each : m_lines.value(m_components.value(componentId)))
        showConnection(each->id());
    makeRoomBeside(m_components.value(componentId));
}

void CanvasScene::makeRoomBeside(const CanvasItem* moved)
{
    if (!goesRoundCards())
        return;
    for (const ConnectionItem* line : m_lines.value(moved))
        for (const ComponentItem* end : {&line->from(), &line->to()})
            for (ConnectionItem* other : m_lines.value(end))
                m_beside.insert(other);
    if (!m_beside.isEmpty())
        m_rerouteTimer.start();
}

void CanvasScene::setOverlay(Overlay overlay)
{
    if (overlay == m_overlay)
        return;
    m_overlay = overlay;
    refreshFigures();
    emit overlayChanged();
}

void CanvasScene::setNumbersHidden(bool hidden)
{
    if (std::exchange(m_numbersHidden, hidden) != hidden)
        refreshFigures();
}

void CanvasScene::setMoment(std::optional<double> seconds)
{
    if (seconds == m_moment)
        return;
    m_moment = seconds;
    m_figureTimer.start();
}

void CanvasScene::setTokenPhase(std::optional<double> phase)
{
    for (ConnectionItem* each : std::as_const(m_connections))
        each->setTokenPhase(phase);
}

void CanvasScene::refreshFigures()
{
    if (m_numbersHidden) {
        m_figures = {};
        for (ComponentItem* each : std::as_const(m_components))
            each->setFigure({});
        for (ConnectionItem* each : std::as_const(m_connections))
            each->setFigure({}, m_overlay);
        for (GroupItem* each : std::as_const(m_groups))
            each->setFigure({});
        emit figuresChanged();
        return;
    }
    m_figures = OverlayFigures{m_document, m_session, m_overlay, m_moment};
    for (ComponentItem* each : std::as_const(m_components))
        each->setFigure(m_figures.component(each->id()));
    for (ConnectionItem* each : std::as_const(m_connections))
        each->setFigure(m_figures.connection(each->id()), m_overlay);
    for (auto at = m_bundles.cbegin(); at != m_bundles.cend(); ++at)
        if (at->size() > 1)
            m_connections.value(at.key())->setFigure(m_figures.together(*at), m_overlay);
    const QHash<QString, GroupFigure> groups = groupFigures(m_document, m_session);
    for (GroupItem* each : std::as_const(m_groups))
        each->setFigure(groups.value(each->id()));
    emit figuresChanged();
}

void CanvasScene::refreshIssues()
{
    QHash<QString, std::pair<std::optional<Severity>, QStringList>> found;
    std::set<std::string> faultyConnections;
    for (const Issue& issue : m_session.estimate().issues) {
        if (issue.severity == Severity::Error && !issue.connection.empty())
            faultyConnections.insert(issue.connection);
        if (issue.component.empty())
            continue;
        auto& [worst, texts] = found[QString::fromStdString(issue.component)];
        if (!worst || issue.severity < *worst)
            worst = issue.severity;
        const QString remedy = coreText(issue.remedy);
        const QString what = sentenceCase(coreText(issue.what));
        texts.append(remedy.isEmpty() ? what : what + QStringLiteral(" — ") + remedy);
    }
    for (ComponentItem* each : std::as_const(m_components)) {
        const auto& [worst, texts] = found.value(each->id());
        each->setIssues(worst, texts);
    }
    for (ConnectionItem* each : std::as_const(m_connections))
        each->setFaulty(faultyConnections.contains(each->id().toStdString()));
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

QStringList CanvasScene::selectedIds() const
{
    QStringList ids;
    for (QGraphicsItem* each : selectedItems()) {
        if (const auto* canvasItem = dynamic_cast<const CanvasItem*>(each))
            ids.append(canvasItem->id());
    }
    ids.sort();
    return ids;
}

void CanvasScene::select(const QStringList& ids)
{
    {
        // One announcement at the end instead of one per item.
        const QSignalBlocker blocker{this};
        clearSelection();
        for (const QString& id : ids) {
            if (CanvasItem* found = item(id))
                found->setSelected(true);
        }
    }
    emit selectedIdsChanged(selectedIds());
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
                const QPointF centre = to + QPointF{kCardWidth / 2, kCardHeight / 2};
                const GroupItem* around = nullptr;
                for (const GroupItem* group : m_groups) {
                    if (group->isCollapsed())
                        continue;
                    const bool inside = group->mapRectToScene(group->frame()).contains(centre);
                    if (inside && (!around || group->frame().width() < around->frame().width()))
                        around = group;
                }
                // Nor does it leave a frame that stands on another page.
                const bool isAway =
                    !component->group.empty() && !m_groups.contains(QString::fromStdString(component->group));
                if (around || !isAway)
                    place.group = around ? around->id().toStdString() : Id{};
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

void CanvasScene::resizeItem(const QString& id, QSizeF size)
{
    const CanvasItem* each = item(id);
    if (!each)
        return;
    const std::vector<ItemPlace> places{
        {id.toStdString(), {each->pos().x(), each->pos().y()}, size.width(), size.height(), {}}};
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

void CanvasScene::cancelTool()
{
    if (!m_tool)
        return;
    m_tool->cancel();
    m_tool.reset();
}

}  // namespace plimsoll
