// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/canvas_view.h"

#include "app/desktop/canvas/board_bar.h"
#include "app/desktop/canvas/canvas_item.h"
#include "app/desktop/canvas/empty_state.h"
#include "app/desktop/canvas/minimap.h"
#include "app/desktop/document/pages.h"
#include "app/desktop/look/theme.h"

#include <QtGui/QAction>
#include <QtGui/QActionGroup>
#include <QtGui/QContextMenuEvent>
#include <QtWidgets/QMenu>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace plimsoll {

namespace {

constexpr double kZoomStep = 1.2;

}  // namespace

QAction* CanvasView::makeAction(const QString& text, const QList<QKeySequence>& keys,
                                std::function<void()> slot, const char* icon)
{
    auto* action = new QAction{text, this};
    action->setShortcuts(keys);
    // Text fields take the keys that are theirs before any shortcut does: typing 1 or Ctrl+C stays about the text.
    action->setShortcutContext(Qt::WindowShortcut);
    if (icon)
        action->setIcon(Theme::current().icon(QString::fromLatin1(icon)));
    connect(action, &QAction::triggered, this, std::move(slot));
    addAction(action);
    return action;
}

void CanvasView::makeActions()
{
    const auto make = [this](const QString& text, const QList<QKeySequence>& keys, std::function<void()> slot,
                             const char* icon = nullptr) {
        return makeAction(text, keys, std::move(slot), icon);
    };
    const auto standard = [](QKeySequence::StandardKey key) { return QKeySequence::keyBindings(key); };
    m_actions.cut = make(tr("Cu&t"), standard(QKeySequence::Cut), [this] {
        copySelected();
        removeSelected();
    });
    m_actions.copy = make(tr("&Copy"), standard(QKeySequence::Copy), [this] { copySelected(); });
    m_actions.paste = make(tr("&Paste"), standard(QKeySequence::Paste), [this] { pasteClipboard(); });
    m_actions.duplicate =
        make(tr("&Duplicate"), {QKeySequence{Qt::CTRL | Qt::Key_D}}, [this] { duplicateSelected(); });
    m_actions.remove = make(
        tr("De&lete"), {QKeySequence{Qt::Key_Delete}, QKeySequence{Qt::Key_Backspace}},
        [this] { removeSelected(); }, "delete");
    m_actions.selectAll = make(tr("Select &all"), standard(QKeySequence::SelectAll), [this] {
        QStringList all;
        for (QGraphicsItem* each : m_scene.items()) {
            if (const auto* item = dynamic_cast<const CanvasItem*>(each); item && item->isVisible())
                all.append(item->id());
        }
        m_scene.select(all);
    });
    m_actions.rename = make(tr("&Rename or edit"), {QKeySequence{Qt::Key_F2}}, [this] {
        const QStringList ids = m_scene.selectedIds();
        if (ids.size() == 1)
            edit(ids.front());
    });
    m_actions.connectSelected = make(tr("C&onnect the two selected"), {QKeySequence{Qt::CTRL | Qt::Key_L}},
                                     [this] { connectSelected(); });
    m_actions.addNote = make(
        tr("Add a &note"), {QKeySequence{Qt::CTRL | Qt::Key_T}}, [this] { addNote(); }, "note");
    m_actions.group = make(
        tr("&Group the selection"), {QKeySequence{Qt::CTRL | Qt::Key_G}}, [this] { groupSelected(); },
        "group");
    m_actions.ungroup =
        make(tr("&Ungroup"), {QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_G}}, [this] { ungroupSelected(); });
    m_actions.selectSimilar = make(tr("Select si&milar"), {QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_A}},
                                   [this] { selectSimilar(); });
    makeArrangeActions();
    makeDrawingActions();
    makeViewActions();
    makeBoard();
}

void CanvasView::makeBoard()
{
    m_board->hide();
    m_actions.board = makeAction(
        tr("&Whiteboard"), {QKeySequence{Qt::Key_W}},
        [this] {
            const bool on = m_actions.board->isChecked();
            m_board->setVisible(on);
            if (!on)
                m_board->setTool(BoardTool::Select);
            m_emptyState->setVisible(m_scene.isEmpty() && !on);
            placeOverlays();
            showWhatTheBoardCovers();
        },
        "board");
    m_actions.board->setCheckable(true);
    m_actions.hideNumbers = makeAction(
        tr("Hide all &numbers"), {QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_H}},
        [this] { m_scene.setNumbersHidden(m_actions.hideNumbers->isChecked()); }, "hide");
    m_actions.hideNumbers->setCheckable(true);
    connect(m_board, &BoardBar::penChanged, this, &CanvasView::takePen);
    connect(m_board, &BoardBar::colourChosen, this, [this](const std::string& colour) {
        changeDrawing(tr("Change colour"), selectedOf({CanvasItem::NoteKind}),
                      [&](ItemDrawing& drawing) { drawing.colour = colour; });
    });
    connect(&m_scene, &CanvasScene::markDrawn, this, [this] { m_board->setTool(BoardTool::Select); });
}

void CanvasView::takePen(const BoardPen& pen)
{
    finishEditing(true);
    m_scene.setPen(pen);
    const bool drawing = pen.tool != BoardTool::Select;
    // Dragging draws instead of catching items.
    setDragMode(drawing ? NoDrag : RubberBandDrag);
    if (drawing)
        viewport()->setCursor(Qt::CrossCursor);
    else
        viewport()->unsetCursor();
    setFocus();
}

void CanvasView::makeDrawingActions()
{
    m_actions.collapse = makeAction(tr("Collapse or e&xpand groups"), {QKeySequence{Qt::Key_C}}, [this] {
        const std::vector<Id> groups = selectedOf({CanvasItem::GroupKind});
        const Design& design = m_document.design();
        const bool collapsed = std::any_of(
            groups.begin(), groups.end(), [&](const Id& id) { return !drawingOfItem(design, id).collapsed; });
        if (!groups.empty())
            changeDrawing(collapsed ? CanvasScene::tr("Collapse group") : CanvasScene::tr("Expand group"),
                          groups, [collapsed](ItemDrawing& drawing) { drawing.collapsed = collapsed; });
    });
    m_actions.lock = makeAction(tr("&Lock or unlock"), {QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_L}},
                                [this] { toggleMark(&ItemDrawing::locked, tr("Lock"), tr("Unlock")); });
    m_actions.pin = makeAction(tr("&Pin where it is for tidying"), {QKeySequence{Qt::Key_P}},
                               [this] { toggleMark(&ItemDrawing::pinned, tr("Pin"), tr("Unpin")); });
    m_actions.toFront = makeAction(tr("Bring to &front"), {QKeySequence{Qt::CTRL | Qt::Key_BracketRight}},
                                   [this] { reorder(true); });
    m_actions.toBack = makeAction(tr("Send to &back"), {QKeySequence{Qt::CTRL | Qt::Key_BracketLeft}},
                                  [this] { reorder(false); });
    m_actions.sameSize = makeAction(tr("&Same size"), {}, [this] {
        moveTo(sameSized(m_document.design(), m_scene.selectedIds()),
               tr("Select two or more groups or notes that differ in size."));
    });
    m_actions.lineage =
        makeAction(tr("Highlight the lineage: what leads &here and on from here"), {QKeySequence{Qt::Key_L}},
                   [this] { m_scene.setLineageShown(m_actions.lineage->isChecked()); });
    m_actions.lineage->setCheckable(true);
}

std::vector<Id> CanvasView::selectedOf(const std::vector<int>& kinds) const
{
    std::vector<Id> ids;
    for (const QString& id : m_scene.selectedIds())
        if (const CanvasItem* item = m_scene.item(id);
            std::count(kinds.begin(), kinds.end(), item->type()) > 0)
            ids.push_back(id.toStdString());
    return ids;
}

void CanvasView::toggleMark(bool ItemDrawing::*mark, const QString& setting, const QString& clearing)
{
    const std::vector<Id> ids =
        selectedOf({CanvasItem::ComponentKind, CanvasItem::GroupKind, CanvasItem::NoteKind});
    if (ids.empty()) {
        emit hinted(tr("Select components, groups or notes first."));
        return;
    }
    const bool all = std::all_of(ids.begin(), ids.end(),
                                 [&](const Id& id) { return drawingOfItem(m_document.design(), id).*mark; });
    changeDrawing(all ? clearing : setting, ids, [&](ItemDrawing& drawing) { drawing.*mark = !all; });
}

void CanvasView::reorder(bool toFront)
{
    const std::vector<Id> ids =
        selectedOf({CanvasItem::ComponentKind, CanvasItem::GroupKind, CanvasItem::NoteKind});
    int furthest = 0;
    for (QGraphicsItem* each : m_scene.items())
        if (const auto* item = dynamic_cast<const CanvasItem*>(each))
            furthest =
                toFront ? std::max(furthest, item->drawing().z) : std::min(furthest, item->drawing().z);
    changeDrawing(toFront ? tr("Bring to front") : tr("Send to back"), ids, [&](ItemDrawing& drawing) {
        if (drawing.z != furthest || furthest == 0)
            drawing.z = furthest + (toFront ? 1 : -1);
    });
}

void CanvasView::makeArrangeActions()
{
    m_actions.tidy = makeAction(
        tr("Tid&y up"), {QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_T}}, [this] { tidy(); }, "layout");
    const QString names[] = {tr("&Left edges"), tr("&Centres"), tr("&Right edges"),
                             tr("&Top edges"),  tr("&Middles"), tr("&Bottom edges")};
    for (int i = 0; i < 6; ++i)
        m_actions.alignments[i] = makeAction(names[i], {}, [this, i] {
            moveTo(aligned(m_document.design(), m_scene.selectedIds(), static_cast<Alignment>(i)),
                   tr("Select two or more items that are not in line yet."));
        });
    const auto distribute = [this](Qt::Orientation orientation) {
        moveTo(distributed(m_document.design(), m_scene.selectedIds(), orientation),
               tr("Select three or more items to distribute them."));
    };
    m_actions.distributeAcross =
        makeAction(tr("Distribute &across"), {}, [distribute] { distribute(Qt::Horizontal); });
    m_actions.distributeDown =
        makeAction(tr("Distribute &down"), {}, [distribute] { distribute(Qt::Vertical); });
}

void CanvasView::makeViewActions()
{
    const auto make = [this](const QString& text, const QList<QKeySequence>& keys, std::function<void()> slot,
                             const char* icon = nullptr) {
        return makeAction(text, keys, std::move(slot), icon);
    };
    const auto centre = [this] { return viewport()->rect().center(); };
    m_actions.zoomIn = make(
        tr("Zoom &in"), {QKeySequence{Qt::CTRL | Qt::Key_Plus}, QKeySequence{Qt::CTRL | Qt::Key_Equal}},
        [this, centre] { zoomBy(kZoomStep, centre()); }, "zoom-in");
    m_actions.zoomOut = make(
        tr("Zoom &out"), {QKeySequence{Qt::CTRL | Qt::Key_Minus}},
        [this, centre] { zoomBy(1 / kZoomStep, centre()); }, "zoom-out");
    m_actions.zoomFull = make(tr("&Actual size"), {QKeySequence{Qt::CTRL | Qt::Key_0}},
                              [this, centre] { zoomBy(1 / zoom(), centre()); });
    m_actions.zoomFit = make(
        tr("&Fit the design"),
        // Without the sign that Shift makes of the figure: two sequences for one press are ambiguous, and neither acts.
        {QKeySequence{Qt::SHIFT | Qt::Key_1}, QKeySequence{Qt::Key_F}, QKeySequence{Qt::CTRL | Qt::Key_9}},
        [this] { fit(); }, "zoom-fit");
    m_actions.zoomSelection = make(
        tr("Fit the &selection"), {QKeySequence{Qt::SHIFT | Qt::Key_2}}, [this] { fitSelection(); },
        "zoom-fit");
    m_actions.minimap = make(tr("Over&view in the corner"), {QKeySequence{Qt::Key_M}},
                             [this] { m_minimap->setWanted(m_actions.minimap->isChecked()); });
    m_actions.minimap->setCheckable(true);
    m_actions.minimap->setChecked(true);
    m_actions.quickAdd = make(tr("Add a ser&vice here…"), {QKeySequence{Qt::Key_Slash}}, [this] {
        const QPoint pointer = viewport()->mapFromGlobal(QCursor::pos());
        quickAdd(viewport()->rect().contains(pointer) ? mapToScene(pointer) : viewCentre());
    });
    m_actions.newPage = make(tr("New pa&ge"), {QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_N}},
                             [this] { addPage(m_document); });
    auto* overlays = new QActionGroup{this};
    const std::pair<QString, const char*> names[] = {{tr("&Traffic"), "traffic"},
                                                     {tr("&Limits"), "limits"},
                                                     {tr("&Delay"), "delay"},
                                                     {tr("&Cost"), "cost"}};
    for (int i = 0; i < 4; ++i) {
        QAction* action = make(
            names[i].first, {QKeySequence{Qt::Key_1 + i}},
            [this, i] { m_scene.setOverlay(static_cast<Overlay>(i)); }, names[i].second);
        action->setCheckable(true);
        action->setChecked(i == 0);
        overlays->addAction(action);
        m_actions.overlays[i] = action;
    }
    auto* lines = new QActionGroup{this};
    const QString styles[] = {tr("&Right-angled"), tr("&Curved"), tr("&Straight")};
    const DrawnLine drawn[] = {DrawnLine::Inherited, DrawnLine::Curved, DrawnLine::Straight};
    for (int i = 0; i < 3; ++i) {
        m_actions.lines[i] = make(styles[i], {}, [this, line = drawn[i]] {
            if (drawingOf(m_document.design().extraJson).line != line)
                m_document.undoStack().push(new SetDesignLine{m_document, line});
        });
        m_actions.lines[i]->setCheckable(true);
        lines->addAction(m_actions.lines[i]);
    }
    const auto follow = [this] { m_actions.lines[static_cast<int>(m_scene.lineStyle())]->setChecked(true); };
    connect(&m_scene, &CanvasScene::lineStyleChanged, this, follow);
    connect(&m_document, &DesignDocument::designReplaced, this, follow);
    follow();
}

void CanvasView::addLineMenu(QMenu& menu)
{
    std::vector<Id> ids;
    std::optional<DrawnLine> common;
    bool bent = false;
    for (const QString& id : m_scene.selectedIds()) {
        const CanvasItem* item = m_scene.item(id);
        if (!item || item->type() != CanvasItem::ConnectionKindOfItem)
            continue;
        const ItemDrawing drawing = drawingOfItem(m_document.design(), id.toStdString());
        common = ids.empty() || common == drawing.line ? std::optional{drawing.line} : std::nullopt;
        bent = bent || !drawing.bends.empty();
        ids.push_back(id.toStdString());
    }
    if (ids.empty())
        return;
    QMenu* lines = menu.addMenu(tr("L&ine"));
    const std::pair<QString, DrawnLine> choices[] = {{tr("&Like the others"), DrawnLine::Inherited},
                                                     {tr("&Right-angled"), DrawnLine::RightAngled},
                                                     {tr("&Curved"), DrawnLine::Curved},
                                                     {tr("&Straight"), DrawnLine::Straight}};
    for (const auto& [name, line] : choices) {
        QAction* action = lines->addAction(name, this, [this, ids, line = line] {
            changeDrawing(tr("Change lines"), ids, [line](ItemDrawing& drawing) { drawing.line = line; });
        });
        action->setCheckable(true);
        action->setChecked(common == line);
    }
    lines->addSeparator();
    lines
        ->addAction(tr("&Take the bends out"), this,
                    [this, ids] {
                        changeDrawing(tr("Take bends out"), ids,
                                      [](ItemDrawing& drawing) { drawing.bends.clear(); });
                    })
        ->setEnabled(bent);
}

void CanvasView::addPageMenu(QMenu& menu)
{
    const QStringList ids = m_scene.movedWith(m_scene.selectedIds());
    if (ids.isEmpty())
        return;
    const Pages pages{m_document.design()};
    const Id here = pages.known(m_document.currentPage());
    QMenu* to = menu.addMenu(tr("Move to &page"));
    for (const DrawnPage& each : pages.list())
        if (each.id != here)
            to->addAction(QString::fromStdString(each.label.empty() ? each.id : each.label), this,
                          [this, ids, id = each.id] { moveToPage(m_document, ids, id); });
    to->addAction(tr("A new page"), this, [this, ids] {
        // There and seen there, in two steps that undo one after the other.
        if (const Id made = addPage(m_document); !made.empty()) {
            moveToPage(m_document, ids, made);
            fit();
        }
    });
}

void CanvasView::changeDrawing(const QString& text, const std::vector<Id>& ids,
                               const SetDrawing::Change& change)
{
    auto command = std::make_unique<SetDrawing>(m_document, text, ids, change);
    if (!command->isEmpty())
        m_document.undoStack().push(command.release());
}

void CanvasView::contextMenuEvent(QContextMenuEvent* event)
{
    if (m_scene.isToolActive())
        return;
    for (QGraphicsItem* each : items(event->pos())) {
        const auto* item = dynamic_cast<const CanvasItem*>(each);
        if (!item)
            continue;
        if (!item->isSelected())
            m_scene.select({item->id()});
        break;
    }
    auto* menu = new QMenu{this};
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_scene.selectedIds().isEmpty()) {
        menu->addActions({m_actions.paste, m_actions.addNote, m_actions.group, m_actions.selectAll,
                          m_actions.tidy, m_actions.zoomFit});
    } else {
        menu->addActions({m_actions.rename, m_actions.connectSelected, m_actions.selectSimilar,
                          m_actions.group, m_actions.ungroup});
        if (m_scene.selectedIds().size() > 1) {
            menu->addAction(m_actions.tidy);
            QMenu* align = menu->addMenu(tr("Ali&gn"));
            for (QAction* each : m_actions.alignments)
                align->addAction(each);
            align->addSeparator();
            align->addActions({m_actions.distributeAcross, m_actions.distributeDown, m_actions.sameSize});
        }
        if (!selectedOf({CanvasItem::GroupKind}).empty())
            menu->addAction(m_actions.collapse);
        if (!selectedOf({CanvasItem::ComponentKind, CanvasItem::GroupKind, CanvasItem::NoteKind}).empty())
            menu->addActions({m_actions.lock, m_actions.pin, m_actions.toFront, m_actions.toBack});
        menu->addAction(m_actions.lineage);
        addLineMenu(*menu);
        addPageMenu(*menu);
        menu->addSeparator();
        menu->addActions({m_actions.cut, m_actions.copy, m_actions.duplicate, m_actions.remove});
    }
    menu->popup(event->globalPos());
}

}  // namespace plimsoll
