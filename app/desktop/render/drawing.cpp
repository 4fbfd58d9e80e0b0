// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/render/drawing.h"

#include "app/desktop/canvas/canvas_item.h"
#include "app/desktop/canvas/canvas_scene.h"
#include "app/desktop/canvas/page_reference.h"
#include "app/desktop/document/pages.h"
#include "app/desktop/look/svg_picture.h"
#include "app/desktop/look/theme.h"

#include <QtCore/QPointer>
#include <QtCore/QSet>
#include <QtCore/QSignalBlocker>
#include <QtGui/QPainter>
#include <QtWidgets/QStyleOptionGraphicsItem>

#include <algorithm>
#include <memory>
#include <utility>

namespace plimsoll {

namespace {

constexpr double kMargin = 24;

/// A picture shows no selection; the user's comes back afterwards, and nobody hears of it.
class WithoutSelection {
public:
    explicit WithoutSelection(CanvasScene& scene)
        : m_blocker{&scene}, m_scene{scene}, m_selected{scene.selectedIds()}
    {
        scene.select({});
    }
    ~WithoutSelection() { m_scene.select(m_selected); }
    Q_DISABLE_COPY_MOVE(WithoutSelection)

private:
    QSignalBlocker m_blocker;
    CanvasScene& m_scene;
    QStringList m_selected;
};

/// What belongs to a picture of these: a group with its members, and what connects two of them.
QSet<QString> closureOf(const CanvasScene& scene, const QStringList& ids)
{
    const QStringList moved = scene.movedWith(ids);
    QSet<QString> shown{moved.begin(), moved.end()};
    shown.unite(QSet<QString>{ids.begin(), ids.end()});
    for (const Connection& connection : scene.document().design().connections) {
        const QString id = QString::fromStdString(connection.id);
        const QString from = QString::fromStdString(connection.from);
        const QString to = QString::fromStdString(connection.to);
        if (shown.contains(from) && shown.contains(to))
            shown.insert(id);
        // A connection alone would be a line from nowhere to nowhere.
        if (ids.contains(id))
            shown.unite({from, to});
    }
    return shown;
}

void paintItem(QPainter& painter, QGraphicsItem& item)
{
    painter.save();
    painter.setTransform(item.sceneTransform(), true);
    painter.setOpacity(item.effectiveOpacity());
    QStyleOptionGraphicsItem option;
    option.exposedRect = item.boundingRect();
    option.rect = option.exposedRect.toAlignedRect();
    item.paint(&painter, &option, nullptr);
    painter.restore();
}

}  // namespace

Drawing drawingOf(CanvasScene& scene, const QStringList& ids)
{
    scene.findJumps();
    const auto chosen = ids.isEmpty() ? QSet<QString>{} : closureOf(scene, ids);
    QRectF content;
    QList<QGraphicsItem*> items;
    for (QGraphicsItem* each : scene.items(Qt::AscendingOrder)) {
        // The mark of a line to another page belongs to its card.
        const auto* item =
            dynamic_cast<CanvasItem*>(each->type() == PageReference::Type ? each->parentItem() : each);
        if (!item || !item->isVisible() || (!ids.isEmpty() && !chosen.contains(item->id())))
            continue;
        items.append(each);
    }
    // A scene without an index hands items out as they came.
    std::stable_sort(items.begin(), items.end(), [](const QGraphicsItem* a, const QGraphicsItem* b) {
        return a->topLevelItem()->zValue() < b->topLevelItem()->zValue();
    });
    if (ids.isEmpty())
        content = scene.contentRect();
    else
        for (const QGraphicsItem* each : items)
            content |= each->mapRectToScene(each->boundingRect());
    content.adjust(-kMargin, -kMargin, kMargin, kMargin);

    Drawing drawing;
    drawing.title = QString::fromStdString(scene.document().design().title);
    if (items.isEmpty())
        return drawing;
    drawing.size = content.size();
    drawing.paint = [&scene, items, content](QPainter& painter) {
        const WithoutSelection clean{scene};
        painter.save();
        painter.translate(-content.topLeft());
        for (QGraphicsItem* item : items)
            paintItem(painter, *item);
        painter.restore();
    };
    return drawing;
}

std::vector<Drawing> drawingsOfPages(CanvasScene& scene)
{
    const Pages pages{scene.document().design()};
    if (!pages.any())
        return {drawingOf(scene)};
    std::vector<Drawing> drawings;
    for (const DrawnPage& page : pages.list()) {
        // A scene of its own for each: the reader's stays where it is.
        auto shown = std::make_shared<CanvasScene>(scene.document(), scene.session());
        shown->setOverlay(scene.overlay());
        shown->setMoment(scene.moment());
        shown->setNumbersHidden(scene.areNumbersHidden());
        shown->showOnly(page.id);
        Drawing drawing = drawingOf(*shown);
        if (drawing.isEmpty())
            continue;
        drawing.title = QString::fromStdString(page.label);
        drawing.paint = [shown, paint = drawing.paint](QPainter& painter) { paint(painter); };
        drawings.push_back(std::move(drawing));
    }
    return drawings;
}

Drawing stacked(const std::vector<Drawing>& pages, const QString& title)
{
    constexpr double kHeading = 30, kBetween = 12;
    if (pages.size() == 1)
        return pages.front();
    Drawing all;
    all.title = title;
    for (const Drawing& each : pages)
        all.size = {std::max(all.size.width(), each.size.width()),
                    all.size.height() + kHeading + each.size.height() + kBetween};
    if (pages.empty())
        return all;
    all.paint = [pages](QPainter& painter) {
        double top = 0;
        for (const Drawing& each : pages) {
            const Theme& theme = Theme::current();
            painter.setFont(theme.font(13, QFont::DemiBold));
            painter.setPen(theme.colour("text"));
            painter.drawText(QRectF{kMargin, top, std::max(200.0, each.size.width()), kHeading},
                             int(Qt::AlignLeft | Qt::AlignBottom) | Qt::TextDontClip, each.title);
            painter.save();
            painter.translate(0, top + kHeading);
            each.paint(painter);
            painter.restore();
            top += kHeading + each.size.height() + kBetween;
        }
    };
    return all;
}

void paintInto(QPainter& painter, const Drawing& drawing, const QRectF& target)
{
    if (drawing.isEmpty())
        return;
    painter.save();
    // Through window and viewport: items ask the painter's transform how small they are, and would leave out what a
    // reader can still enlarge.
    const QRectF where = painter.combinedTransform().mapRect(target);
    painter.resetTransform();
    painter.setWindow(QRect{QPoint{}, drawing.size.toSize()});
    painter.setViewport(where.toRect());
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing
                           | QPainter::SmoothPixmapTransform);
    drawing.paint(painter);
    painter.restore();
}

QByteArray svgOf(const Drawing& drawing, const QColor& background)
{
    return drawing.isEmpty() ? QByteArray{}
                             : svgPicture(drawing.size, drawing.title, background, drawing.paint);
}

}  // namespace plimsoll
