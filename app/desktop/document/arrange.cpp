// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/arrange.h"

#include "app/desktop/document/layered_layout.h"
#include "app/desktop/document/pages.h"
#include "app/desktop/look/card.h"
#include "model/serialization/item_drawing.h"

#include <QtCore/QRectF>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <set>

namespace plimsoll {

namespace {

constexpr double kStep = 12;  // of the grid
constexpr double kFrameSide = 24;
constexpr double kFrameTop = 36;
constexpr double kApart = 60;  // parts without connections

double onGrid(double value)
{
    return std::round(value / kStep) * kStep;
}

QRectF rectOf(const Component& component)
{
    return {component.position.x, component.position.y, kCardWidth, kCardHeight};
}

template <class Frame>
QRectF rectOfFrame(const Frame& frame)
{
    return {frame.position.x, frame.position.y, frame.width, frame.height};
}

/// A component, or a frame with what is in it.
struct Block {
    Id frame;  ///< empty: a component alone
    std::vector<const Component*> members;
    std::vector<std::pair<double, double>> corners;  ///< of the members, within the block
    double width = 0, height = 0;
    double wish = 0;
};

using Joined = std::vector<std::pair<std::size_t, std::size_t>>;

/// Laid out by parts that hang together, one below the other.
LayeredPlaces laidOut(const std::vector<LayeredGraph::Box>& boxes, const Joined& edges)
{
    // Which part each belongs to: the smallest index that it hangs together with.
    std::vector<std::size_t> part(boxes.size());
    for (std::size_t at = 0; at < part.size(); ++at)
        part[at] = at;
    const auto rootOf = [&](std::size_t at) {
        while (part[at] != at)
            at = part[at] = part[part[at]];
        return at;
    };
    for (const auto& [from, to] : edges) {
        const std::size_t a = rootOf(from), b = rootOf(to);
        part[std::max(a, b)] = std::min(a, b);
    }
    std::map<std::size_t, std::vector<std::size_t>> parts;
    for (std::size_t at = 0; at < boxes.size(); ++at)
        parts[rootOf(at)].push_back(at);
    std::vector<const std::vector<std::size_t>*> ordered;
    for (const auto& [root, members] : parts)
        ordered.push_back(&members);
    const auto highest = [&](const std::vector<std::size_t>& members) {
        double least = boxes[members.front()].wish;
        for (const std::size_t each : members)
            least = std::min(least, boxes[each].wish);
        return least;
    };
    std::stable_sort(ordered.begin(), ordered.end(),
                     [&](const auto* a, const auto* b) { return highest(*a) < highest(*b); });
    LayeredPlaces all;
    all.corners.resize(boxes.size());
    for (const auto* members : ordered) {
        LayeredGraph graph;
        std::map<std::size_t, std::size_t> local;
        for (const std::size_t each : *members) {
            local[each] = graph.boxes.size();
            graph.boxes.push_back(boxes[each]);
        }
        for (const auto& [from, to] : edges)
            if (local.count(from) > 0)
                graph.edges.emplace_back(local[from], local[to]);
        const LayeredPlaces places = layeredLayout(graph);
        const double top = all.height > 0 ? onGrid(all.height + kApart) : 0;
        for (const auto& [each, at] : local)
            all.corners[each] = {places.corners[at].first, places.corners[at].second + top};
        all.width = std::max(all.width, places.width);
        all.height = top + places.height;
    }
    return all;
}

Joined joinedBetween(const Design& design, const std::map<ComponentId, std::size_t>& index)
{
    std::set<std::pair<std::size_t, std::size_t>> joined;
    for (const Connection& connection : design.connections) {
        const auto from = index.find(connection.from), to = index.find(connection.to);
        if (from != index.end() && to != index.end() && from->second != to->second)
            joined.emplace(from->second, to->second);
    }
    return {joined.begin(), joined.end()};
}

/// Places the members within their frame.
void arrangeWithin(Block& block, const Design& design)
{
    std::map<ComponentId, std::size_t> index;
    std::vector<LayeredGraph::Box> boxes;
    for (const Component* member : block.members) {
        index[member->id] = boxes.size();
        boxes.push_back({kCardWidth, kCardHeight, member->position.y});
    }
    const LayeredPlaces places = laidOut(boxes, joinedBetween(design, index));
    const bool framed = !block.frame.empty();
    for (const auto& [x, y] : places.corners)
        block.corners.emplace_back(x + (framed ? kFrameSide : 0), y + (framed ? kFrameTop : 0));
    block.width = places.width + (framed ? 2 * kFrameSide : 0);
    block.height = places.height + (framed ? kFrameTop + kFrameSide : 0);
}

std::vector<Block> blocksOf(const Design& design, const std::set<Id>& chosen)
{
    const auto isChosen = [&](const Component& each) {
        return chosen.empty() || chosen.count(each.id) > 0 || chosen.count(each.group) > 0;
    };
    // A frame moves along when all that is in it does.
    std::map<Id, bool> whole;
    for (const Group& group : design.groups)
        whole[group.id] = true;
    for (const Component& component : design.components)
        if (!isChosen(component) && whole.count(component.group) > 0)
            whole[component.group] = false;
    std::vector<Block> blocks;
    std::map<Id, std::size_t> frames;
    for (const Component& component : design.components) {
        if (!isChosen(component))
            continue;
        const auto frame = whole.find(component.group);
        const bool framed = frame != whole.end() && frame->second;
        const auto [known, fresh] =
            framed ? frames.try_emplace(component.group, blocks.size()) : std::pair{frames.end(), true};
        if (fresh)
            blocks.push_back({framed ? component.group : Id{}, {}, {}, 0, 0, component.position.y});
        Block& block = framed ? blocks[known->second] : blocks.back();
        block.members.push_back(&component);
        block.wish = std::min(block.wish, component.position.y);
    }
    return blocks;
}

bool isHeld(const std::string& extraJson)
{
    const ItemDrawing drawing = drawingOf(extraJson);
    return drawing.pinned || drawing.locked;
}

/// Whether the block stays where it is: itself held, or one that is in it.
bool isHeld(const Block& block, const Design& design)
{
    return std::any_of(block.members.begin(), block.members.end(),
                       [](const Component* each) { return isHeld(each->extraJson); })
           || std::any_of(design.groups.begin(), design.groups.end(), [&](const Group& group) {
                  return group.id == block.frame && isHeld(group.extraJson);
              });
}

QRectF rectOfBlock(const Block& block, const Design& design)
{
    for (const Group& group : design.groups)
        if (group.id == block.frame)
            return rectOfFrame(group);
    return rectOf(*block.members.front());
}

/// Where each block goes: as laid out, moved so that the first one held lies where it lies; what would then cover
/// another one held goes below it.
std::vector<QPointF> cornersOf(const std::vector<Block>& blocks, const Design& design,
                               const LayeredPlaces& laid, QPointF corner)
{
    std::vector<QRectF> taken;
    std::vector<bool> held;
    QPointF shift = corner;
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        held.push_back(isHeld(blocks[at], design));
        if (!held.back())
            continue;
        const QRectF rect = rectOfBlock(blocks[at], design);
        if (taken.empty())
            shift = rect.topLeft() - QPointF{laid.corners[at].first, laid.corners[at].second};
        taken.push_back(rect);
    }
    std::vector<QPointF> corners;
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        if (held[at]) {
            corners.push_back(rectOfBlock(blocks[at], design).topLeft());
            continue;
        }
        QRectF rect{onGrid(shift.x() + laid.corners[at].first), onGrid(shift.y() + laid.corners[at].second),
                    blocks[at].width, blocks[at].height};
        if (!taken.empty()) {
            // Each step leaves one behind for good, so that there are no more of them than others.
            for (std::size_t step = 0; step <= blocks.size(); ++step) {
                const auto under = std::find_if(taken.begin(), taken.end(), [&](const QRectF& other) {
                    return other.adjusted(-kStep, -kStep, kStep, kStep).intersects(rect);
                });
                if (under == taken.end())
                    break;
                rect.moveTop(onGrid(under->bottom() + 2 * kStep));
            }
            taken.push_back(rect);
        }
        corners.push_back(rect.topLeft());
    }
    return corners;
}

/// Notes that would lie under something go below it all; those that are held stay. Among what is tidied as a whole no
/// note stands, of a selection only what would cover it counts.
void moveNotesAway(const Design& design, const std::vector<Block>& blocks,
                   const std::vector<QPointF>& corners, std::vector<ItemPlace>& places)
{
    const Pages pages{design};
    const Id page = pages.of(blocks.front().members.front()->extraJson);
    std::vector<QRectF> covered;
    QRectF around;
    std::size_t tidied = 0;
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        covered.emplace_back(corners[at], QSizeF{blocks[at].width, blocks[at].height});
        around |= covered.back();
        tidied += blocks[at].members.size();
    }
    const bool whole =
        static_cast<std::ptrdiff_t>(tidied)
        == std::count_if(design.components.begin(), design.components.end(),
                         [&](const Component& each) { return pages.of(each.extraJson) == page; });
    double bottom = around.bottom() + kFrameTop;
    for (const Note& note : design.notes) {
        const QRectF rect = rectOfFrame(note);
        const bool lies = whole ? rect.intersects(around)
                                : std::any_of(covered.begin(), covered.end(),
                                              [&](const QRectF& block) { return block.intersects(rect); });
        // What is drawn over the design was drawn there on purpose.
        if (!lies || drawingOf(note.extraJson).shape != DrawnShape::Note || isHeld(note.extraJson)
            || pages.of(note.extraJson) != page)
            continue;
        places.push_back({note.id, {onGrid(around.left()), onGrid(bottom)}, {}, {}, {}});
        bottom += note.height + kFrameSide;
    }
}

struct Placed {
    Id id;
    QRectF rect;
};

std::vector<Placed> placedOf(const Design& design, const QStringList& ids)
{
    std::vector<Placed> found;
    const auto add = [&](const Id& id, const QRectF& rect) {
        if (ids.contains(QString::fromStdString(id)))
            found.push_back({id, rect});
    };
    for (const Component& each : design.components)
        add(each.id, rectOf(each));
    for (const Group& each : design.groups)
        add(each.id, rectOfFrame(each));
    for (const Note& each : design.notes)
        add(each.id, rectOfFrame(each));
    return found;
}

/// Moves an item, and the members of a frame with it.
void moveTo(const Design& design, const QStringList& ids, const Placed& item, QPointF corner,
            std::vector<ItemPlace>& places)
{
    const QPointF by = corner - item.rect.topLeft();
    places.push_back({item.id, {corner.x(), corner.y()}, {}, {}, {}});
    for (const Component& component : design.components)
        if (component.group == item.id && !ids.contains(QString::fromStdString(component.id)))
            places.push_back(
                {component.id, {component.position.x + by.x(), component.position.y + by.y()}, {}, {}, {}});
}

}  // namespace

std::vector<ItemPlace> tidied(const Design& design, const QStringList& ids)
{
    std::set<Id> chosen;
    for (const QString& id : ids)
        chosen.insert(id.toStdString());
    std::vector<Block> blocks = blocksOf(design, chosen);
    std::vector<ItemPlace> places;
    if (blocks.empty())
        return places;
    std::map<ComponentId, std::size_t> index;
    std::vector<LayeredGraph::Box> boxes;
    QRectF before;
    for (Block& block : blocks) {
        arrangeWithin(block, design);
        for (const Component* member : block.members) {
            index[member->id] = boxes.size();
            before |= rectOf(*member);
        }
        for (const Group& group : design.groups)
            if (group.id == block.frame)
                before |= rectOfFrame(group);
        boxes.push_back({block.width, block.height, block.wish});
    }
    const LayeredPlaces outer = laidOut(boxes, joinedBetween(design, index));
    const QPointF corner{onGrid(before.left()), onGrid(before.top())};
    const std::vector<QPointF> corners = cornersOf(blocks, design, outer, corner);
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        const Block& block = blocks[at];
        if (isHeld(block, design))
            continue;
        const QPointF to = corners[at];
        if (!block.frame.empty())
            places.push_back({block.frame, {to.x(), to.y()}, block.width, block.height, {}});
        for (std::size_t member = 0; member < block.members.size(); ++member)
            places.push_back({block.members[member]->id,
                              {onGrid(to.x() + block.corners[member].first),
                               onGrid(to.y() + block.corners[member].second)},
                              {},
                              {},
                              {}});
    }
    if (places.empty())
        return places;
    moveNotesAway(design, blocks, corners, places);
    return places;
}

std::vector<ItemPlace> sameSized(const Design& design, const QStringList& ids)
{
    double width = 0, height = 0;
    const auto chosen = [&](const Id& id) { return ids.contains(QString::fromStdString(id)); };
    const auto each = [&](const auto& act) {
        for (const Group& group : design.groups)
            if (chosen(group.id))
                act(group);
        for (const Note& note : design.notes)
            if (chosen(note.id))
                act(note);
    };
    each([&](const auto& frame) {
        width = std::max(width, frame.width);
        height = std::max(height, frame.height);
    });
    std::vector<ItemPlace> places;
    each([&](const auto& frame) {
        if (frame.width != width || frame.height != height)
            places.push_back({frame.id, frame.position, width, height, {}});
    });
    return places;
}

std::vector<ItemPlace> aligned(const Design& design, const QStringList& ids, Alignment alignment)
{
    const std::vector<Placed> items = placedOf(design, ids);
    QRectF around;
    for (const Placed& each : items)
        around |= each.rect;
    std::vector<ItemPlace> places;
    for (const Placed& each : items) {
        QRectF to = each.rect;
        switch (alignment) {
        case Alignment::Left:
            to.moveLeft(around.left());
            break;
        case Alignment::Centre:
            to.moveCenter({around.center().x(), to.center().y()});
            break;
        case Alignment::Right:
            to.moveRight(around.right());
            break;
        case Alignment::Top:
            to.moveTop(around.top());
            break;
        case Alignment::Middle:
            to.moveCenter({to.center().x(), around.center().y()});
            break;
        case Alignment::Bottom:
            to.moveBottom(around.bottom());
            break;
        }
        if (to != each.rect)
            moveTo(design, ids, each, to.topLeft(), places);
    }
    return places;
}

std::vector<ItemPlace> distributed(const Design& design, const QStringList& ids, Qt::Orientation orientation)
{
    std::vector<Placed> items = placedOf(design, ids);
    std::vector<ItemPlace> places;
    if (items.size() < 3)
        return places;
    const bool across = orientation == Qt::Horizontal;
    const auto start = [across](const QRectF& rect) { return across ? rect.left() : rect.top(); };
    const auto length = [across](const QRectF& rect) { return across ? rect.width() : rect.height(); };
    std::stable_sort(items.begin(), items.end(),
                     [&](const Placed& a, const Placed& b) { return start(a.rect) < start(b.rect); });
    double taken = 0;
    for (const Placed& each : items)
        taken += length(each.rect);
    const double span = start(items.back().rect) + length(items.back().rect) - start(items.front().rect);
    const double gap = (span - taken) / static_cast<double>(items.size() - 1);
    double at = start(items.front().rect);
    for (const Placed& each : items) {
        const QPointF corner = across ? QPointF{at, each.rect.top()} : QPointF{each.rect.left(), at};
        if (std::abs(at - start(each.rect)) > 1e-9)
            moveTo(design, ids, each, corner, places);
        at += length(each.rect) + gap;
    }
    return places;
}

}  // namespace plimsoll
