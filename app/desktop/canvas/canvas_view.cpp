// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/canvas_view.h"

#include "app/desktop/canvas/board_bar.h"
#include "app/desktop/canvas/canvas_accessible.h"
#include "app/desktop/canvas/component_item.h"
#include "app/desktop/canvas/empty_state.h"
#include "app/desktop/canvas/find_bar.h"
#include "app/desktop/canvas/frame_items.h"
#include "app/desktop/canvas/hint_bubble.h"
#include "app/desktop/canvas/minimap.h"
#include "app/desktop/canvas/overlay_switch.h"
#include "app/desktop/canvas/quick_add.h"
#include "app/desktop/canvas/refusal_bubble.h"
#include "app/desktop/document/edits.h"
#include "app/desktop/document/pages.h"
#include "app/desktop/look/theme.h"

#include <QtCore/QMimeData>
#include <QtGui/QAction>
#include <QtGui/QDropEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
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
      m_emptyState{new EmptyState{document, this}},
      m_switch{new OverlaySwitch{this}},
      m_find{new FindBar{document, this}},
      m_quickAdd{new QuickAdd{document.catalog(), this}},
      m_refusal{new RefusalBubble{this}},
      m_minimap{new Minimap{m_scene, *this}},
      m_board{new BoardBar{this}},
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
    m_emptyState->installEventFilter(this);
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
    connect(&m_scene, &CanvasScene::referenceFollowed, this, &CanvasView::reveal, Qt::QueuedConnection);
    connect(&document, &DesignDocument::currentPageChanged, this, [this] {
        finishEditing(true);
        fit();
        m_minimap->redraw();
    });
    connect(&m_scene, &CanvasScene::addRequested, this, &CanvasView::quickAdd);
    connect(&m_scene, &CanvasScene::editRequested, this, &CanvasView::edit);
    connect(&m_scene, &CanvasScene::settled, m_minimap, &Minimap::redraw);
    connect(&m_scene, &CanvasScene::emptinessChanged, this,
            [this] { m_emptyState->setVisible(m_scene.isEmpty() && !m_board->isVisibleTo(this)); });
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

QString CanvasView::hintText() const
{
    return m_hint->text();
}

QPointF CanvasView::viewCentre() const
{
    return mapToScene(viewport()->rect().center());
}

void CanvasView::fit()
{
    m_fitPending = false;
    m_fitted = true;
    m_roomyZoom.reset();
    const QRectF content = m_scene.contentRect();
    if (content.isEmpty()) {
        setTransform({});
        // Frames enclose by where they stand, on whichever page: an empty page begins where nothing stands yet.
        constexpr double kBetweenPages = 2000;
        const Design& design = m_document.design();
        const QRectF taken = boundsOf({design.components, {}, design.groups, design.notes, {}});
        centerOn(taken.isNull() ? QPointF{0, 0}
                                : QPointF{taken.center().x(), taken.bottom() + kBetweenPages});
        return;
    }
    // The overlay switch keeps its strip above, the whiteboard's bar below; small designs are not blown up.
    const int bar = m_board->isHidden() ? 0 : m_board->height() + kBarMargin;
    const QRectF room =
        QRectF{viewport()->rect()}.adjusted(24, m_switch->geometry().bottom() + 12, -24, -16 - bar);
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
    m_roomyZoom.reset();
    const QRectF room = QRectF{viewport()->rect()}.adjusted(60, m_switch->geometry().bottom() + 30, -60, -40);
    const double scale =
        std::clamp(std::min(room.width() / around.width(), room.height() / around.height()), kFarthest, 1.5);
    setTransform(QTransform::fromScale(scale, scale));
    centerOn(around.center() + (QRectF{viewport()->rect()}.center() - room.center()) / scale);
}

void CanvasView::reveal(const QString& id)
{
    showPageOf(id);
    const CanvasItem* item = m_scene.item(m_scene.standIn(id));
    if (!item) {
        // What is gone has left its mark where it was.
        if (const QRectF place = m_scene.differenceMarks().placeOfRemoved(id); !place.isNull())
            ensureVisible(place, 40, 40);
        return;
    }
    m_scene.select({item->id()});
    ensureVisible(item->sceneBoundingRect(), 40, 40);
}

void CanvasView::showPageOf(const QString& id)
{
    const Design& design = m_document.design();
    const Pages pages{design};
    if (!pages.any())
        return;
    const Connection* line = findConnection(design, id.toStdString());
    // A connection between two pages is seen from where it starts.
    m_document.setCurrentPage(pages.ofItem(design, line ? line->from : id.toStdString()));
}

void CanvasView::zoomBy(double factor, QPoint anchor)
{
    m_fitted = false;
    m_roomyZoom.reset();
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

void CanvasView::showWhatTheBoardCovers()
{
    if (m_board->isHidden())
        return;
    const QRectF content = m_scene.contentRect();
    const QRectF bar = mapToScene(m_board->geometry()).boundingRect();
    if (!bar.intersects(content))
        return;
    if (mapToScene(viewport()->rect()).boundingRect().contains(content))
        fit();
    else
        centerOn(viewCentre() + QPointF{0, bar.height() + kBarMargin / zoom()});
}

void CanvasView::openFind()
{
    placeOverlays();
    m_find->open();
}

void CanvasView::placeOverlays()
{
    const QRect room = viewport()->rect();
    m_switch->adjustSize();
    m_switch->move(kBarMargin, kBarMargin);
    m_emptyState->fitInto(room.size());
    m_switch->raise();
    m_board->adjustSize();
    m_board->move(std::max(kBarMargin, (room.width() - m_board->width()) / 2),
                  room.height() - m_board->height() - kBarMargin);
    m_board->raise();
    // The bar keeps its place; where the two would meet, the overview goes above it.
    QRect map{QPoint{room.width() - m_minimap->width() - kBarMargin,
                     room.height() - m_minimap->height() - kBarMargin},
              m_minimap->size()};
    if (!m_board->isHidden() && map.intersects(m_board->geometry()))
        map.moveBottom(m_board->geometry().top() - kBarMargin);
    m_minimap->move(map.topLeft());
    m_find->adjustSize();
    // Beside the switch while there is room, below it otherwise.
    const int left = room.width() - m_find->width() - kBarMargin;
    m_find->move(left, left > m_switch->geometry().right() + kBarMargin ? kBarMargin
                                                                        : m_switch->geometry().bottom() + 8);
}

bool CanvasView::event(QEvent* event)
{
    // What is dragged over the widgets that lie on the canvas, the start page above all, is for the canvas. A scroll
    // area takes such events from its viewport alone.
    switch (event->type()) {
    case QEvent::DragEnter:
        dragEnterEvent(static_cast<QDragEnterEvent*>(event));
        return event->isAccepted();
    case QEvent::DragMove:
        dragMoveEvent(static_cast<QDragMoveEvent*>(event));
        return event->isAccepted();
    case QEvent::DragLeave:
        return true;
    case QEvent::Drop:
        dropEvent(static_cast<QDropEvent*>(event));
        return event->isAccepted();
    case QEvent::NativeGesture: {
        // Two fingers on a touch pad. The viewport passes on what it does not know.
        const auto* pinch = static_cast<QNativeGestureEvent*>(event);
        if (pinch->gestureType() != Qt::ZoomNativeGesture)
            return QGraphicsView::event(event);
        zoomBy(1 + std::max(-0.5, pinch->value()),
               viewport()->mapFromGlobal(pinch->globalPosition()).toPoint());
        event->accept();
        return true;
    }
    default:
        return QGraphicsView::event(event);
    }
}

bool CanvasView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_labelEditor || watched == m_noteEditor) {
        if (event->type() == QEvent::FocusOut) {
            finishEditing(true);
        } else if (event->type() == QEvent::KeyPress) {
            const auto* key = static_cast<QKeyEvent*>(event);
            const CanvasItem* edited = m_scene.item(m_edited);
            const bool isOneLine = edited && edited->drawing().shape == DrawnShape::Frame;
            const bool done =
                key->key() == Qt::Key_Return && (isOneLine || (key->modifiers() & Qt::ControlModifier));
            if (key->key() == Qt::Key_Escape || done) {
                // A note is written at length: leaving it keeps it, and undo takes it back. A name goes back.
                finishEditing(done || watched == m_noteEditor);
                return true;
            }
        }
        return false;
    }
    if (watched == m_emptyState && event->type() == QEvent::MouseButtonDblClick) {
        // What lies under the start page is empty canvas.
        const QPoint where = static_cast<QMouseEvent*>(event)->pos();
        quickAdd(mapToScene(m_emptyState->mapTo(this, where)));
        return true;
    }
    return QGraphicsView::eventFilter(watched, event);
}

void CanvasView::changeEvent(QEvent* event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        placeOverlays();
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
        else if (m_scene.pen().tool != BoardTool::Select)
            m_board->setTool(BoardTool::Select);
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
        m_roomyZoom.reset();
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
    // A field on the canvas that goes away passes its focus on by the same call; that is no step to another card.
    if (!hasFocus())
        return QGraphicsView::focusNextPrevChild(next);
    // Tab goes from card to card in reading order and leaves the canvas behind the last one.
    QList<const ComponentItem*> cards;
    for (const ComponentItem* each : m_scene.componentItems())
        if (each->isVisible())
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
    const QRectF content = m_scene.contentRect();
    const bool wasInSight = mapToScene(QRect{{}, event->oldSize()}).boundingRect().contains(content);
    QGraphicsView::resizeEvent(event);
    placeOverlays();
    // A panel that opens does not push out of sight what was all in sight; when it closes, the design grows again to
    // the size that it had.
    const bool isInSight = mapToScene(viewport()->rect()).boundingRect().contains(content);
    if (m_fitted || (wasInSight && (!isInSight || m_roomyZoom))) {
        const bool fitted = m_fitted;
        const double before = m_roomyZoom.value_or(zoom());
        fit();
        if (!fitted && zoom() > before)
            zoomBy(before / zoom(), viewport()->rect().center());
        m_fitted = fitted;
        if (zoom() < before)
            m_roomyZoom = before;
    }
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
