// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/canvas_view.h"

#include "app/desktop/canvas/canvas_accessible.h"
#include "app/desktop/canvas/component_item.h"
#include "app/desktop/canvas/empty_state.h"
#include "app/desktop/canvas/find_bar.h"
#include "app/desktop/canvas/frame_items.h"
#include "app/desktop/canvas/hint_bubble.h"
#include "app/desktop/canvas/minimap.h"
#include "app/desktop/canvas/overlay_switch.h"
#include "app/desktop/canvas/pairing.h"
#include "app/desktop/canvas/quick_add.h"
#include "app/desktop/canvas/refusal_bubble.h"
#include "app/desktop/document/commands/connect_items.h"
#include "app/desktop/document/commands/remove_items.h"
#include "app/desktop/document/commands/rename_item.h"
#include "app/desktop/document/commands/set_note_text.h"
#include "app/desktop/document/edits.h"
#include "app/desktop/look/theme.h"

#include <QtCore/QMimeData>
#include <QtCore/QPointer>
#include <QtGui/QAction>
#include <QtGui/QActionGroup>
#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QDropEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

constexpr double kNearest = 3.0;
constexpr double kFarthest = 0.08;
constexpr double kZoomStep = 1.2;
constexpr int kBarMargin = 10;

}  // namespace

CanvasView::CanvasView(DesignDocument& document, RunSession& session, QWidget* parent)
    : QGraphicsView{parent},
      m_document{document},
      m_scene{document, session},
      m_hint{new HintBubble{this}},
      m_emptyState{new EmptyState{this}},
      m_switch{new OverlaySwitch{this}},
      m_find{new FindBar{document, this}},
      m_quickAdd{new QuickAdd{document.catalog(), this}},
      m_refusal{new RefusalBubble{this}},
      m_minimap{new Minimap{m_scene, *this}},
      m_labelEditor{new QLineEdit{this}},
      m_noteEditor{new QPlainTextEdit{this}}
{
    // The widgets above lie beside the viewport, not in it: it takes its children along when it scrolls.
    setObjectName(QStringLiteral("canvas"));
    setScene(&m_scene);
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setDragMode(RubberBandDrag);
    setRubberBandSelectionMode(Qt::IntersectsItemShape);
    setTransformationAnchor(NoAnchor);
    setViewportUpdateMode(SmartViewportUpdate);
    setFrameShape(NoFrame);
    setAcceptDrops(true);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Canvas"));
    makeCanvasAccessible();

    m_labelEditor->hide();
    m_labelEditor->setAlignment(Qt::AlignLeft);
    m_noteEditor->hide();
    m_labelEditor->installEventFilter(this);
    m_noteEditor->installEventFilter(this);
    connect(m_labelEditor, &QLineEdit::returnPressed, this, [this] { finishEditing(true); });

    connect(&m_scene, &CanvasScene::hintShown, this,
            [this](const QString& text, CanvasScene::HintTone tone, QPointF at) {
                m_hint->showAt(text, tone, mapFromScene(at));
            });
    connect(&m_scene, &CanvasScene::hintCleared, m_hint, &QWidget::hide);
    connect(&m_scene, &CanvasScene::connected, this, [this](const QString& id, const QString& explanation) {
        const QString sentence = m_scene.sentenceOf(id);
        emit hinted(sentence.isEmpty() ? explanation : sentence);
    });
    connect(&m_scene, &CanvasScene::followRequested, this, &CanvasView::offerFollowers);
    connect(&m_scene, &CanvasScene::refused, this, &CanvasView::offerRemedies);
    connect(&m_scene, &CanvasScene::addRequested, this, &CanvasView::quickAdd);
    connect(&m_scene, &CanvasScene::editRequested, this, &CanvasView::edit);
    connect(&m_scene, &CanvasScene::emptinessChanged, this,
            [this] { m_emptyState->setVisible(m_scene.isEmpty()); });
    connect(&m_scene, &CanvasScene::overlayChanged, this, [this] {
        m_switch->setOverlay(m_scene.overlay());
        m_actions.overlays[static_cast<int>(m_scene.overlay())]->setChecked(true);
    });
    connect(&m_scene, &CanvasScene::figuresChanged, this,
            [this] { m_switch->setOrigin(m_scene.figuresOrigin()); });
    connect(m_find, &FindBar::found, this, &CanvasView::reveal);
    connect(m_find, &FindBar::closed, this, [this] { setFocus(); });
    connect(m_switch, &OverlaySwitch::chosen, &m_scene, &CanvasScene::setOverlay);
    connect(&document, &DesignDocument::designReplaced, this, [this] {
        finishEditing(false);
        m_fitPending = true;
        if (isVisible())
            fit();
    });
    connect(&document, &DesignDocument::revisionChanged, this,
            [this] { m_fitted = m_fitted && m_document.undoStack().count() == 0; });
    connect(&Theme::current(), &Theme::changed, this, [this] { m_scene.update(); });

    // After a burst of edits once; nobody watches the overview while dragging.
    m_minimapTimer.setSingleShot(true);
    m_minimapTimer.setInterval(80);
    connect(&m_minimapTimer, &QTimer::timeout, m_minimap, &Minimap::redraw);
    connect(&document, &DesignDocument::revisionChanged, &m_minimapTimer, qOverload<>(&QTimer::start));
    connect(&Theme::current(), &Theme::changed, m_minimap, &Minimap::redraw);

    m_emptyState->setVisible(m_scene.isEmpty());
    m_switch->setOrigin(m_scene.figuresOrigin());
    makeActions();
}

CanvasView::~CanvasView()
{
    // The scene is a member and goes before the base class would stop listening to it.
    disconnect(&m_scene, nullptr, this, nullptr);
    setScene(nullptr);
}

void CanvasView::makeActions()
{
    const auto make = [this](const QString& text, const QList<QKeySequence>& keys, auto slot,
                             const char* icon = nullptr) {
        auto* action = new QAction{text, this};
        action->setShortcuts(keys);
        // Text fields take the keys that are theirs before any shortcut does: typing 1 or Ctrl+C stays about the text.
        action->setShortcutContext(Qt::WindowShortcut);
        if (icon)
            action->setIcon(Theme::current().icon(QString::fromLatin1(icon)));
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        return action;
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
            if (const auto* item = dynamic_cast<const CanvasItem*>(each))
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
        {QKeySequence{Qt::SHIFT | Qt::Key_1}, QKeySequence{Qt::Key_F}, QKeySequence{Qt::CTRL | Qt::Key_9},
         QKeySequence{Qt::Key_Exclam}},
        [this] { fit(); }, "zoom-fit");
    m_actions.zoomSelection = make(
        tr("Fit the &selection"),
        {QKeySequence{Qt::SHIFT | Qt::Key_2}, QKeySequence{Qt::Key_At}, QKeySequence{Qt::Key_QuoteDbl}},
        [this] { fitSelection(); }, "zoom-fit");
    m_actions.minimap = make(tr("Over&view in the corner"), {QKeySequence{Qt::Key_M}},
                             [this] { m_minimap->setWanted(m_actions.minimap->isChecked()); });
    m_actions.minimap->setCheckable(true);
    m_actions.minimap->setChecked(true);
    m_actions.quickAdd = make(tr("Add a ser&vice here…"), {QKeySequence{Qt::Key_Slash}}, [this] {
        const QPoint pointer = viewport()->mapFromGlobal(QCursor::pos());
        quickAdd(viewport()->rect().contains(pointer) ? mapToScene(pointer) : viewCentre());
    });
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
}

QString CanvasView::hintText() const
{
    return m_hint->text();
}

QPointF CanvasView::viewCentre() const
{
    return mapToScene(viewport()->rect().center());
}

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
    QPointF at = snapped(sceneCentre - QPointF{kCardWidth / 2, kCardHeight / 2});
    // Never exactly on top of another card, so that adding twice shows two.
    const auto taken = [&](QPointF place) {
        return std::any_of(m_document.design().components.begin(), m_document.design().components.end(),
                           [&](const Component& each) {
                               return std::abs(each.position.x - place.x()) < kGrid
                                      && std::abs(each.position.y - place.y()) < kGrid;
                           });
    };
    while (taken(at))
        at += QPointF{kGrid * 2, kGrid * 2};
    pushItems(newComponent(m_document, *spec, at), tr("Add %1").arg(QString::fromStdString(spec->shortName)));
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

void CanvasView::fit()
{
    m_fitPending = false;
    m_fitted = true;
    const QRectF content = m_scene.contentRect();
    if (content.isEmpty()) {
        setTransform({});
        centerOn(0, 0);
        return;
    }
    // The overlay switch keeps its strip above; small designs are not blown up.
    const QRectF room = QRectF{viewport()->rect()}.adjusted(24, m_switch->geometry().bottom() + 12, -24, -16);
    const double scale = std::clamp(
        std::min(room.width() / content.width(), room.height() / content.height()), kFarthest, 1.25);
    setTransform(QTransform::fromScale(scale, scale));
    const QPointF aside = QRectF{viewport()->rect()}.center() - room.center();
    centerOn(content.center() + aside / scale);
}

void CanvasView::fitSelection()
{
    QRectF around;
    for (const QString& id : m_scene.selectedIds())
        around |= m_scene.item(id)->sceneBoundingRect();
    if (around.isEmpty()) {
        fit();
        return;
    }
    m_fitted = false;
    const QRectF room = QRectF{viewport()->rect()}.adjusted(60, m_switch->geometry().bottom() + 30, -60, -40);
    const double scale =
        std::clamp(std::min(room.width() / around.width(), room.height() / around.height()), kFarthest, 1.5);
    setTransform(QTransform::fromScale(scale, scale));
    centerOn(around.center() + (QRectF{viewport()->rect()}.center() - room.center()) / scale);
}

void CanvasView::reveal(const QString& id)
{
    const CanvasItem* item = m_scene.item(id);
    if (!item)
        return;
    m_scene.select({id});
    ensureVisible(item->sceneBoundingRect(), 40, 40);
}

void CanvasView::zoomBy(double factor, QPoint anchor)
{
    m_fitted = false;
    const double target = std::clamp(zoom() * factor, kFarthest, kNearest);
    const QPointF before = mapToScene(anchor);
    setTransform(QTransform::fromScale(target, target));
    m_minimap->follow();
    const QPointF shift = mapToScene(anchor) - before;
    const QPointF centre = viewCentre() - shift;
    centerOn(centre);
    if (!m_edited.isEmpty())
        finishEditing(true);
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
    const QStringList ids = m_scene.selectedIds();
    if (!ids.isEmpty())
        m_document.undoStack().push(new RemoveItems{m_document, ids});
}

void CanvasView::copySelected()
{
    const QStringList ids = m_scene.selectedIds();
    if (ids.isEmpty())
        return;
    const QByteArray text = QByteArray::fromStdString(copyItems(m_document, ids));
    auto* clipped = new QMimeData;  // the clipboard takes it
    clipped->setData(QLatin1String{kItemsMime}, text);
    clipped->setText(QString::fromUtf8(text));
    QApplication::clipboard()->setMimeData(clipped);
    m_pastes = 0;
}

void CanvasView::openFind()
{
    placeOverlays();
    m_find->open();
}

void CanvasView::pasteClipboard()
{
    const QMimeData* clipped = QApplication::clipboard()->mimeData();
    const bool ours = clipped && clipped->hasFormat(QLatin1String{kItemsMime});
    const QByteArray text = ours                            ? clipped->data(QLatin1String{kItemsMime})
                            : clipped && clipped->hasText() ? clipped->text().toUtf8()
                                                            : QByteArray{};
    if (text.trimmed().isEmpty()) {
        emit problem(tr("The clipboard holds nothing that could be pasted here."));
        return;
    }
    // Under the pointer while it is over the canvas, else beside what was copied.
    const QPoint pointer = viewport()->mapFromGlobal(QCursor::pos());
    QPointF offset{kGrid * 2 * (m_pastes + 1), kGrid * 2 * (m_pastes + 1)};
    const Result<ItemSet> items = pastedItems(
        m_document, std::string_view{text.constData(), static_cast<std::size_t>(text.size())}, {});
    if (!items) {
        emit problem(tr("What is on the clipboard is no part of a design: %1")
                         .arg(QString::fromStdString(items.error().toString())));
        return;
    }
    const QRectF around = boundsOf(*items);
    if (viewport()->rect().contains(pointer) && underMouse() && !around.isNull())
        offset = snapped(mapToScene(pointer) - around.center());
    ++m_pastes;
    pasteText(text, offset, tr("Paste"));
}

void CanvasView::pasteText(const QByteArray& text, QPointF offset, const QString& name)
{
    Result<ItemSet> items = pastedItems(
        m_document, std::string_view{text.constData(), static_cast<std::size_t>(text.size())}, offset);
    if (!items) {
        emit problem(QString::fromStdString(items.error().toString()));
        return;
    }
    if (!items->isEmpty())
        pushItems(std::move(*items), name);
}

void CanvasView::duplicateSelected()
{
    const QStringList ids = m_scene.selectedIds();
    if (!ids.isEmpty())
        pasteText(QByteArray::fromStdString(copyItems(m_document, ids)), {kGrid * 2, kGrid * 2},
                  tr("Duplicate"));
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
    emit hinted(pairing.hint);
    if (pairing.isAllowed())
        m_document.undoStack().push(
            new ConnectItems{m_document, pairing.from, pairing.to, pairing.parameters});
}

void CanvasView::addNote()
{
    const QPointF at = snapped(viewCentre() - QPointF{96, 48});
    Note note{freeId(m_document.design(), "note"), {}, {at.x(), at.y()}, 192, 96, {}};
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
    for (const QString& id : m_scene.selectedIds()) {
        const CanvasItem* item = m_scene.item(id);
        if (!item || item->type() != CanvasItem::ComponentKind)
            continue;
        around |= QRectF{item->pos(), QSizeF{kCardWidth, kCardHeight}};
        members.push_back(id.toStdString());
    }
    if (around.isEmpty())
        around = QRectF{snapped(viewCentre() - QPointF{168, 108}), QSizeF{336, 216}};
    else
        around.adjust(-24, -36, 24, 24);
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
        m_noteEditor->setPlainText(note->text());
        m_noteEditor->setGeometry(
            place(QRectF{QPointF{}, note->size()}).united(QRect{mapFromScene(item->pos()), QSize{140, 60}}));
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
    m_noteEditor->hide();
    m_labelEditor->hide();
    setFocus();
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
        action->setToolTip(QString::fromStdString(legality.explanation));
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
        const QString name = QString::fromStdString(spec->shortName.empty() ? spec->name : spec->shortName);
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
    stack.beginMacro(tr("Insert %1").arg(QString::fromStdString(spec->shortName)));
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

QPointF CanvasView::freePlace(QPointF corner) const
{
    const auto isTaken = [&](QPointF place) {
        const QRectF card{place, QSizeF{kCardWidth, kCardHeight}};
        return std::any_of(
            m_document.design().components.begin(), m_document.design().components.end(),
            [&](const Component& each) {
                return card.intersects(QRectF{each.position.x, each.position.y, kCardWidth, kCardHeight});
            });
    };
    // Downwards, where designs have room.
    for (int step = 0; step < 40 && isTaken(corner); ++step)
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
    stack.beginMacro(tr("Add %1").arg(QString::fromStdString(spec->shortName)));
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
    emit hinted(pairing.hint);
    setFocus();
}

void CanvasView::placeOverlays()
{
    const QRect room = viewport()->rect();
    m_switch->adjustSize();
    m_switch->move(kBarMargin, kBarMargin);
    m_emptyState->adjustSize();
    m_emptyState->move((room.width() - m_emptyState->width()) / 2,
                       (room.height() - m_emptyState->height()) / 2);
    m_switch->raise();
    m_minimap->move(room.width() - m_minimap->width() - kBarMargin,
                    room.height() - m_minimap->height() - kBarMargin);
    m_find->adjustSize();
    // Beside the switch while there is room, below it otherwise.
    const int left = room.width() - m_find->width() - kBarMargin;
    m_find->move(left, left > m_switch->geometry().right() + kBarMargin ? kBarMargin
                                                                        : m_switch->geometry().bottom() + 8);
}

bool CanvasView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_labelEditor || watched == m_noteEditor) {
        if (event->type() == QEvent::FocusOut) {
            finishEditing(true);
        } else if (event->type() == QEvent::KeyPress) {
            const auto* key = static_cast<QKeyEvent*>(event);
            const bool done = key->key() == Qt::Key_Return && (key->modifiers() & Qt::ControlModifier);
            if (key->key() == Qt::Key_Escape || done) {
                // A note is written at length: leaving it keeps it, and undo takes it back. A name goes back.
                finishEditing(done || watched == m_noteEditor);
                return true;
            }
        }
        return false;
    }
    return QGraphicsView::eventFilter(watched, event);
}

void CanvasView::changeEvent(QEvent* event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        placeOverlays();
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
        menu->addActions(
            {m_actions.paste, m_actions.addNote, m_actions.group, m_actions.selectAll, m_actions.zoomFit});
    } else {
        menu->addActions({m_actions.rename, m_actions.connectSelected, m_actions.group});
        menu->addSeparator();
        menu->addActions({m_actions.cut, m_actions.copy, m_actions.duplicate, m_actions.remove});
    }
    menu->popup(event->globalPos());
}

void CanvasView::dragEnterEvent(QDragEnterEvent* event)
{
    // Anything else, such as a file, is for the window.
    if (event->mimeData()->hasFormat(QLatin1String{kServiceMime}))
        event->acceptProposedAction();
    else
        event->ignore();
}

void CanvasView::dragMoveEvent(QDragMoveEvent* event)
{
    if (event->mimeData()->hasFormat(QLatin1String{kServiceMime}))
        event->acceptProposedAction();
    else
        event->ignore();
}

void CanvasView::dropEvent(QDropEvent* event)
{
    if (!event->mimeData()->hasFormat(QLatin1String{kServiceMime})) {
        event->ignore();
        return;
    }
    addService(QString::fromUtf8(event->mimeData()->data(QLatin1String{kServiceMime})),
               mapToScene(event->position().toPoint()));
    event->acceptProposedAction();
}

void CanvasView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        arrow({-1, 0}, event->modifiers());
        return;
    case Qt::Key_Right:
        arrow({1, 0}, event->modifiers());
        return;
    case Qt::Key_Up:
        arrow({0, -1}, event->modifiers());
        return;
    case Qt::Key_Down:
        arrow({0, 1}, event->modifiers());
        return;
    case Qt::Key_Escape:
        if (m_scene.isToolActive())
            m_scene.cancelTool();
        else
            m_scene.select({});
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_actions.rename->trigger();
        return;
    case Qt::Key_Space:
        if (!event->isAutoRepeat()) {
            m_spaceHeld = true;
            viewport()->setCursor(Qt::OpenHandCursor);
        }
        return;
    default:
        QGraphicsView::keyPressEvent(event);
    }
}

void CanvasView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spaceHeld = false;
        viewport()->unsetCursor();
        return;
    }
    QGraphicsView::keyReleaseEvent(event);
}

void CanvasView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_spaceHeld)) {
        m_panning = true;
        m_fitted = false;
        m_panFrom = event->pos();
        viewport()->setCursor(Qt::ClosedHandCursor);
        event->accept();
        return;
    }
    if (event->button() == Qt::RightButton)
        return;  // the context menu follows; the selection stays
    QGraphicsView::mousePressEvent(event);
}

void CanvasView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_panning) {
        const QPoint shift = event->pos() - m_panFrom;
        m_panFrom = event->pos();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - shift.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - shift.y());
        event->accept();
        return;
    }
    QGraphicsView::mouseMoveEvent(event);
}

void CanvasView::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_panning && event->button() != Qt::RightButton) {
        m_panning = false;
        if (m_spaceHeld)
            viewport()->setCursor(Qt::OpenHandCursor);
        else
            viewport()->unsetCursor();
        event->accept();
        return;
    }
    QGraphicsView::mouseReleaseEvent(event);
}

bool CanvasView::focusNextPrevChild(bool next)
{
    // Tab goes from card to card in reading order and leaves the canvas behind the last one.
    QList<const ComponentItem*> cards;
    for (const ComponentItem* each : m_scene.componentItems())
        cards.append(each);
    std::sort(cards.begin(), cards.end(), [](const ComponentItem* a, const ComponentItem* b) {
        return std::pair{a->x(), a->y()} < std::pair{b->x(), b->y()};
    });
    const QStringList selected = m_scene.selectedIds();
    const auto at = std::find_if(cards.begin(), cards.end(),
                                 [&](const ComponentItem* each) { return selected.value(0) == each->id(); });
    const qsizetype now = at == cards.end() ? (next ? -1 : cards.size()) : at - cards.begin();
    const qsizetype wanted = now + (next ? 1 : -1);
    if (wanted < 0 || wanted >= cards.size()) {
        m_scene.select({});
        return QGraphicsView::focusNextPrevChild(next);
    }
    reveal(cards[wanted]->id());
    return true;
}

void CanvasView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    placeOverlays();
    if (m_fitted)
        fit();
    m_minimap->follow();
}

void CanvasView::showEvent(QShowEvent* event)
{
    QGraphicsView::showEvent(event);
    placeOverlays();
    if (m_fitPending)
        fit();
}

void CanvasView::scrollContentsBy(int dx, int dy)
{
    QGraphicsView::scrollContentsBy(dx, dy);
    m_minimap->follow();
}

void CanvasView::wheelEvent(QWheelEvent* event)
{
    const double steps = event->angleDelta().y() / 120.0;
    if (steps != 0)
        zoomBy(std::pow(kZoomStep, steps), event->position().toPoint());
    event->accept();
}

}  // namespace plimsoll
