// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/canvas/board_shapes.h"
#include "app/desktop/canvas/difference_marks.h"
#include "app/desktop/canvas/overlay.h"
#include "app/desktop/canvas/routing.h"
#include "app/desktop/canvas/tools/canvas_tool.h"
#include "app/desktop/document/pages.h"

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QTimer>
#include <QtWidgets/QGraphicsScene>

class QVariantAnimation;

#include <memory>
#include <optional>

namespace plimsoll {

class CanvasItem;
class ComponentItem;
class ConnectionItem;
class GroupItem;
class NoteItem;
class PageReference;

/// The design as items. It follows the document's signals and turns gestures into commands, never into changes.
class CanvasScene final : public QGraphicsScene {
    Q_OBJECT
public:
    CanvasScene(DesignDocument& document, RunSession& session, QObject* parent = nullptr);
    ~CanvasScene() override;

    DesignDocument& document() const { return m_document; }
    RunSession& session() const { return m_session; }
    Overlay overlay() const { return m_overlay; }
    void setOverlay(Overlay overlay);
    /// How lines are drawn that do not say it themselves.
    LineStyle lineStyle() const { return m_lineStyle; }
    /// Gives the line these corners; none: it finds its way by itself again.
    void bendLine(const QString& id, const QList<QPointF>& bends);
    void previewBends(const QString& id, const QList<QPointF>& bends);
    /// Lines hop over each other once the changes that are under way are done, or now.
    void findJumpsLater() { m_jumpTimer.start(); }
    void findJumps();
    /// The cards of components that reach into the rectangle; none in a design too large to go round them.
    QList<QRectF> cardsWithin(const QRectF& rect) const;
    /// The card of the component on the canvas, or of the collapsed group that stands for it.
    QRectF cardOf(const ComponentItem& component) const;
    /// The id of what stands for the item on the canvas: itself, or the collapsed group that it is in.
    QString standIn(const QString& id) const;
    void toggleGroup(const QString& id);
    /// Lines along which what is dragged has come into line with others.
    void setGuides(const QList<QLineF>& guides);
    /// Lets items glide to where they are now from where they were.
    void glide(const QHash<QString, QPointF>& from);
    void finishGlide();
    /// While a card is dragged from here to there, lines that it comes to lie on go round it.
    void layAside(const QRectF& before, const QRectF& after);
    /// Marks the group that the card, dragged to where it is seen now, would come into; empty: none is marked.
    void markFrameOf(const QString& componentId);
    /// Dims all that neither leads to what is selected nor comes from it, as long as it is on.
    void setLineageShown(bool shown);
    bool isLineageShown() const { return m_lineage; }
    /// How many lines meet the card at that side.
    enum class LineEnd { Any, Leaving, Arriving };
    int linesAt(const ComponentItem& card, PortSide side, LineEnd end = LineEnd::Any) const;
    /// The moment of the last run that the figures are of; nothing: the whole run.
    void setMoment(std::optional<double> seconds);
    std::optional<double> moment() const { return m_moment; }
    /// How far what moves along the lines has come while a run is played; nothing: nothing moves.
    void setTokenPhase(std::optional<double> phase);
    /// What the mouse draws with; Select: it selects and moves.
    void setPen(const BoardPen& pen);
    const BoardPen& pen() const { return m_pen; }
    /// Hides all numbers on the canvas, as in an interview, until they are revealed.
    void setNumbersHidden(bool hidden);
    bool areNumbersHidden() const { return m_numbersHidden; }
    /// Marks what the design has differently from that one; null: nothing.
    void markDifferences(std::shared_ptr<const Design> before, std::vector<ItemDifference> differences);
    const DifferenceMarks& differenceMarks() const { return m_marks; }
    QString figuresOrigin() const { return m_figures.origin(); }

    CanvasItem* item(const QString& id) const;
    QList<ComponentItem*> componentItems() const { return m_components.values(); }
    ComponentItem* componentNear(QPointF scenePosition) const;
    /// What the connection does, in a sentence with its numbers.
    QString sentenceOf(const QString& connectionId) const;
    QStringList selectedIds() const;
    void select(const QStringList& ids);
    QRectF contentRect() const;
    /// Where groups and what is drawn on the board stand.
    QList<QRectF> frameRects() const;
    /// Of the whole design: an empty page of one that is not is only empty canvas.
    bool isEmpty() const;
    /// Whether what says this about itself is on the page that is looked at.
    bool isOnPage(const std::string& itemExtraJson) const;
    /// Stays on this page, whichever is looked at: for pictures of pages out of sight.
    void showOnly(const Id& page);
    bool isToolActive() const { return m_tool != nullptr; }
    void cancelTool();

    /// The items and, for groups, the members that move along.
    QStringList movedWith(const QStringList& ids) const;
    enum class Nudge { No, Yes };
    void moveItems(const QStringList& ids, QPointF delta, Nudge nudge);
    /// Gives a frame or note that place and size. Cards that a group now lies around come into it, those that it no
    /// longer lies around leave it.
    void resizeItem(const QString& id, const QRectF& place);
    QSizeF frameSize(const QString& id) const;
    // For tools: how it would look, without a change to the design.
    void previewPosition(const QString& id, QPointF position);
    void previewSize(const QString& id, QSizeF size);

    enum class HintTone { Plain, Good, Warn, Bad };

Q_SIGNALS:
    void selectedIdsChanged(const QStringList& ids);
    void overlayChanged();
    void figuresChanged();
    void lineStyleChanged();
    void emptinessChanged();
    /// Items that glided are where they belong.
    void settled();
    /// One mark of the whiteboard is done; the pen stays in hand instead.
    void markDrawn();
    void hintShown(const QString& text, plimsoll::CanvasScene::HintTone tone, QPointF scenePosition);
    void hintCleared();
    void connected(const QString& connectionId, const QString& explanation);
    void followRequested(const QString& componentId, const QString& port, bool before, QPointF scenePosition);
    void editRequested(const QString& id);
    /// A line was dropped on a component it cannot be connected to; `from` and `to` the way work would go.
    void refused(const QString& from, const QString& to, const QString& port, const QString& hint,
                 QPointF scenePosition);
    /// The mark of a connection whose other end is on another page was pressed.
    void referenceFollowed(const QString& componentId);
    /// Empty canvas was double-clicked.
    void addRequested(QPointF scenePosition);

protected:
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseMoveEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseDoubleClickEvent(QGraphicsSceneMouseEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    void rebuild();
    const Id& pageWanted() const;
    /// After a command, done or undone: on to the page that it changed, where that is not the one looked at.
    void showWhatChanged();
    void followPages();
    void showReferences();
    void addComponent(const QString& id);
    void showComponent(const QString& id);
    void removeComponent(const QString& id);
    void addConnection(const QString& id);
    ConnectionItem* makeLine(const QString& id);
    void showConnection(const QString& id);
    void removeConnection(const QString& id);
    void syncGroups();
    void syncNotes();
    void followConnectionsOf(const QString& componentId);
    bool goesRoundCards() const;
    /// Lines that pass there find another way, once the changes that are under way are done.
    void rerouteAround(const QRectF& card);
    /// Lines that share a card with those of the moved item leave or arrive there beside them.
    void makeRoomBeside(const CanvasItem* moved);
    void reroute();
    /// Once a command is done: lines that it brought.
    void layWhatWasAdded();
    void updateForMany();
    void followDesignLine();
    void foldGroups();
    /// The innermost open frame around a card there, as if the group `resized` were at `place`; empty: none.
    QString frameAround(QPointF corner, const QString& resized = {}, const QRectF& place = {}) const;
    /// The frames that lie within a frame, at any depth.
    QStringList framesIn(const QString& group) const;
    void bundleLines();
    void showLineage();
    void refreshFigures();
    void refreshIssues();
    void announceEmptiness();
    void announceSelection();

    DesignDocument& m_document;
    RunSession& m_session;
    Overlay m_overlay = Overlay::Traffic;
    OverlayFigures m_figures;
    std::optional<double> m_moment;
    LineStyle m_lineStyle = LineStyle::Orthogonal;
    QList<QRectF> m_rerouted;
    QSet<ConnectionItem*> m_beside;     ///< share a card with a line that was laid anew
    QSet<ConnectionItem*> m_following;  ///< of cards that a command moves, until it is done
    QTimer m_rerouteTimer, m_jumpTimer;
    QHash<const ComponentItem*, const GroupItem*> m_folded;  ///< members of collapsed groups
    QHash<QString, QStringList>
        m_bundles;  ///< lines that are shown as one between the same two cards, by that one
    QList<QLineF> m_guides;
    DifferenceMarks m_marks;
    BoardPen m_pen;
    bool m_numbersHidden = false;
    QVariantAnimation* m_glide;
    bool m_lineage = false;
    QHash<QString, ComponentItem*> m_components;
    QHash<QString, ConnectionItem*> m_connections;
    QHash<const CanvasItem*, QList<ConnectionItem*>> m_lines;  ///< by either end
    QHash<QString, GroupItem*> m_groups;
    QHash<QString, NoteItem*> m_notes;
    Pages m_pages;
    Id m_page;  ///< the one whose items are in the scene; empty without pages
    std::optional<Id> m_onlyPage;
    std::shared_ptr<const Design> m_seen;  ///< as the last command left it, in a design with pages
    bool m_pageTouched = false;            ///< an item is on another page now
    QList<PageReference*> m_references;
    std::unique_ptr<CanvasTool> m_tool;
    CanvasItem* m_pressed = nullptr;          ///< grabbed but not yet dragged
    ConnectionItem* m_pressedLine = nullptr;  ///< the same
    QPointF m_pressedAt;
    QTimer m_figureTimer;
    int m_shownInBatch = 0;           ///< items of one command
    bool m_selectionTouched = false;  ///< within a batch of the document
    bool m_wasEmpty = true;
};

}  // namespace plimsoll
