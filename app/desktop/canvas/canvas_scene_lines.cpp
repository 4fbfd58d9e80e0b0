// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/canvas_scene.h"

#include "app/desktop/canvas/component_item.h"
#include "app/desktop/canvas/connection_item.h"
#include "app/desktop/canvas/frame_items.h"
#include "app/desktop/canvas/line_jumps.h"
#include "app/desktop/canvas/line_style.h"
#include "app/desktop/document/commands/set_drawing.h"
#include "model/catalog/connection_parameters.h"

#include <algorithm>
#include <memory>
#include <utility>

// The lines between the cards: made, laid, bent, laid anew where something moved, and where they hop over each other.

namespace plimsoll {

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
    // Within a command the design is neither what it was nor what it will be: its end decides.
    if (m_document.isInBatch()) {
        m_rerouted.append(card);
        return;
    }
    if (!goesRoundCards())
        return;
    m_rerouted.append(card);
    m_rerouteTimer.start();
}

void CanvasScene::layWhatWasAdded()
{
    if (!goesRoundCards())
        m_rerouted.clear();
    else if (!m_rerouted.isEmpty())
        m_rerouteTimer.start();
    for (ConnectionItem* each : std::exchange(m_following, {}))
        if (!each->corners().isEmpty()) {
            if (goesRoundCards())
                each->follow();
            else
                each->goAlong();
        }
    bool any = false;
    for (const ConnectionItem* each : std::as_const(m_connections))
        if (each->corners().isEmpty()) {
            showConnection(each->id());
            any = true;
        }
    if (any && !m_folded.isEmpty())
        bundleLines();
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
    // Of a command that brings thousands each is laid when all are there.
    if (!m_document.isInBatch()) {
        showConnection(id);
        if (!m_folded.isEmpty())
            bundleLines();
    }
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

void CanvasScene::removeConnection(const QString& id)
{
    ConnectionItem* item = m_connections.take(id);
    if (!item)
        return;
    cancelTool();
    updateForMany();
    if (m_pressedLine == item)
        m_pressedLine = nullptr;
    m_lines[&item->from()].removeOne(item);
    m_lines[&item->to()].removeOne(item);
    m_beside.remove(item);
    m_following.remove(item);
    for (const ComponentItem* end : {&item->from(), &item->to()})
        rerouteAround(end->mapRectToScene(end->card()));
    delete item;
    if (!m_folded.isEmpty())
        bundleLines();
    findJumpsLater();
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

}  // namespace plimsoll
