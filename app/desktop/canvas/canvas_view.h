// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/canvas/canvas_scene.h"
#include "app/desktop/document/arrange.h"
#include "app/desktop/document/commands/add_items.h"
#include "app/desktop/document/commands/set_drawing.h"
#include "app/desktop/document/mime_types.h"

#include <QtWidgets/QGraphicsView>

#include <functional>
#include <optional>
#include <vector>

class QLineEdit;
class QMenu;
class QMimeData;
class QPlainTextEdit;

namespace plimsoll {

class BoardBar;
class EmptyState;
class FindBar;
class Minimap;
class HintBubble;
class OverlaySwitch;
class QuickAdd;
class RefusalBubble;
struct Pairing;

/// The canvas: the scene through a window that zooms and pans, with the editing actions of the keyboard and menus.
class CanvasView final : public QGraphicsView {
    Q_OBJECT
public:
    CanvasView(DesignDocument& document, RunSession& session, QWidget* parent = nullptr);
    ~CanvasView() override;

    CanvasScene& canvas() { return m_scene; }
    EmptyState& emptyState() { return *m_emptyState; }
    QString hintText() const;

    /// Actions for the Edit menu; their keys work wherever the focus is, except where it is being typed.
    struct Actions {
        QAction *cut, *copy, *paste, *duplicate, *remove, *selectAll, *rename, *connectSelected, *addNote,
            *group, *ungroup, *tidy, *selectSimilar;
        QAction *collapse, *lock, *pin, *toFront, *toBack, *sameSize, *lineage;
        QAction *zoomIn, *zoomOut, *zoomFull, *zoomFit, *zoomSelection;
        QAction *quickAdd, *newPage, *minimap, *board, *hideNumbers;
        QAction* overlays[4];
        QAction* alignments[6];  ///< as Alignment
        QAction *distributeAcross, *distributeDown;
        QAction* lines[3];  ///< as LineStyle
    };
    const Actions& actions() const { return m_actions; }

    void addService(const QString& serviceId, QPointF sceneCentre);
    QPointF viewCentre() const;
    void fit();
    void fitSelection();
    void openFind();
    /// Asks what to add there.
    void quickAdd(QPointF scenePosition);
    /// Brings the item into view, on whichever page it is, and selects it.
    void reveal(const QString& id);
    double zoom() const { return transform().m11(); }

public Q_SLOTS:
    void addServiceAtCentre(const QString& serviceId);

Q_SIGNALS:
    /// One line for the status bar; empty clears it.
    void hinted(const QString& text);
    /// Something was asked for that cannot be; worth a message of its own.
    void problem(const QString& text);
    /// These items go to the clipboard; whoever can draw them adds pictures to the clip.
    void copied(QMimeData& clip, const QStringList& ids);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void makeActions();
    void makeArrangeActions();
    void makeViewActions();
    void makeDrawingActions();
    void makeBoard();
    void takePen(const BoardPen& pen);
    /// Sets a mark on all that is selected, or takes it away where all of it has it.
    void toggleMark(bool ItemDrawing::*mark, const QString& setting, const QString& clearing);
    void reorder(bool toFront);
    std::vector<Id> selectedOf(const std::vector<int>& kinds) const;
    /// For the lines among the selection.
    void addLineMenu(QMenu& menu);
    void changeDrawing(const QString& text, const std::vector<Id>& ids, const SetDrawing::Change& change);
    QAction* makeAction(const QString& text, const QList<QKeySequence>& keys, std::function<void()> slot,
                        const char* icon = nullptr);
    void placeOverlays();
    /// Moves the design out from under the whiteboard's bar.
    void showWhatTheBoardCovers();
    void showPageOf(const QString& id);
    /// For what is selected.
    void addPageMenu(QMenu& menu);
    void zoomBy(double factor, QPoint anchor);
    void nudge(QPointF by);
    /// Moves the selection; with Shift extends it, with Ctrl adds the next component that way.
    void arrow(QPointF direction, Qt::KeyboardModifiers modifiers);
    void addBeside(QPointF direction);
    void extendSelection(QPointF direction);
    void offerRemedies(const QString& from, const QString& to, const QString& port, const QString& hint,
                       QPointF scenePosition);
    /// Says what the line between the two does, in the words it is read in.
    void sayConnected(const Pairing& pairing);
    void insertBetween(const QString& from, const QString& to, const QString& port, const QString& serviceId);
    /// The place, or the nearest one below it where a card covers no other.
    QPointF freePlace(QPointF corner) const;
    /// The place, or the nearest one around it where a card covers no other.
    QPointF nearestFree(QPointF corner) const;
    bool isTaken(const QRectF& place) const;
    void removeSelected();
    void copySelected();
    void pasteClipboard();
    void pasteText(const QByteArray& text, QPointF offset, const QString& name);
    void duplicateSelected();
    void connectSelected();
    void addNote();
    void groupSelected();
    void ungroupSelected();
    void selectSimilar();
    void tidy();
    /// Moves items in one step; says `nothing` when none would move.
    void moveTo(std::vector<ItemPlace> places, const QString& nothing);
    void edit(const QString& id);
    void finishEditing(bool keep);
    void offerFollowers(const QString& componentId, const QString& port, bool before, QPointF scenePosition);
    void addFollower(const QString& componentId, const QString& port, bool before, const QString& serviceId,
                     QPointF scenePosition);
    void pushItems(ItemSet items, const QString& name);

    DesignDocument& m_document;
    CanvasScene m_scene;
    Actions m_actions{};
    HintBubble* m_hint;
    EmptyState* m_emptyState;
    OverlaySwitch* m_switch;
    FindBar* m_find;
    QuickAdd* m_quickAdd;
    RefusalBubble* m_refusal;
    Minimap* m_minimap;
    BoardBar* m_board;
    QTimer m_minimapTimer;
    QString m_lastExtended;
    QLineEdit* m_labelEditor;
    QPlainTextEdit* m_noteEditor;
    QString m_edited;
    QPoint m_panFrom;
    bool m_panning = false;
    bool m_spaceHeld = false;
    bool m_fitPending = true;
    bool m_fitted = false;  ///< still as fit() left it, so a resize may fit anew
    /// Of before a panel took the room for it; it comes back with the room, unless the user zooms or pans.
    std::optional<double> m_roomyZoom;
    int m_pastes = 0;
};

}  // namespace plimsoll
