// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/canvas/canvas_item.h"
#include "app/desktop/canvas/overlay.h"
#include "app/desktop/canvas/routing.h"
#include "model/catalog/integrations.h"

#include <QtGui/QFont>

#include <optional>
#include <utility>

namespace plimsoll {

class ComponentItem;

/// A connection: a line with an arrowhead the way work goes and a pill that names its kind.
class ConnectionItem final : public CanvasItem {
public:
    ConnectionItem(const QString& id, const ComponentItem& from, const ComponentItem& to);
    int type() const override { return ConnectionKindOfItem; }
    bool isMovable() const override { return false; }

    struct Look {
        ConnectionKind kind = ConnectionKind::Call;
        bool customCode = false;
        QString port;  ///< the extra output it leaves by, or empty
    };
    void show(const Look& look);
    void setFigure(const ConnectionFigure& figure, Overlay overlay);
    void setFaulty(bool faulty);
    /// Tokens of what moves along it, `phase` of their way to the next one; nothing: none are drawn.
    void setTokenPhase(std::optional<double> phase);
    void setStyle(LineStyle style);
    LineStyle style() const { return m_style; }
    /// The corners that a user gave it; empty: it finds its way by itself.
    void setBends(const QList<QPointF>& bends);
    const QList<QPointF>& bends() const { return m_bends; }
    void setJumps(const QList<LineJump>& jumps);
    const QList<LineJump>& jumps() const { return m_jumps; }
    /// After one of its ends, or a card that it passes, moved.
    void follow();
    /// The same where no card is in its way: what has moved by as much as both its ends need not be laid anew.
    void goAlong();
    /// The corners of the line from end to end; of a curve the points that it passes through.
    const QList<QPointF>& corners() const { return m_corners; }
    /// Points along the line as it is drawn, near enough to each other to stand for a curve.
    QList<QPointF> course() const;
    const ComponentItem& from() const { return m_from; }
    const ComponentItem& to() const { return m_to; }
    /// Where it leaves and arrives if it is alone there.
    Attachment attachment() const;
    /// Lays the line anew if other lines at its cards let it leave or arrive elsewhere than before.
    void makeRoom();
    /// Puts the label beside cards, crossings, other lines and the labels that have their places, where there is such a place.
    struct Taken {
        QList<QRectF> labels;
        QList<QPointF> crossings;
        QList<std::pair<const ConnectionItem*, QRectF>> stretches;  ///< of all lines, as thin rectangles
    };
    void placeLabel(const Taken* taken = nullptr);
    QRectF label() const { return m_pill; }
    /// Where its label stands at that zoom; null where there is no room for it.
    QRectF labelRect(double zoom) const;

    QRectF boundingRect() const override { return m_bounds; }
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

protected:
    void hoverEnterEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverMoveEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;

private:
    void route();
    void layPath(const Attachment& ends, QPointF end);
    /// As one of thousands in sight: a pixel wide, no curve, no arrow, nothing smoothed.
    void paintFromAfar(QPainter& painter, const QColor& ink, double zoom) const;
    void paintBends(QPainter& painter) const;
    QRectF cardOf(const ComponentItem& end) const;
    StepAside stepAside(const Attachment& ends) const;
    Attachment partedEnds() const;
    /// A place for a label, and how much of the line it may cover there.
    struct LabelPlace {
        QPointF middle;
        double room;
        bool fromAfar = true;  ///< also for a label in larger letters
    };
    struct RateLabel {
        QRectF rect;
        QFont font;
        double zoom = 0;  ///< that it was found for
    };
    void findLabelPlaces(QSizeF size);
    void addPlacesOn(QPointF near, QPointF far, QSizeF size);
    QSizeF labelSize() const;
    const RateLabel& rateLabel(double zoom) const;
    RateLabel findRateLabel(double zoom) const;
    void paintPill(QPainter& painter, const QColor& ink) const;
    void paintTokens(QPainter& painter) const;
    void paintRate(QPainter& painter, double zoom) const;

    const ComponentItem& m_from;
    const ComponentItem& m_to;
    Look m_look;
    ConnectionFigure m_figure;
    Overlay m_overlay = Overlay::Traffic;
    LineStyle m_style = LineStyle::Orthogonal;
    QPainterPath m_path;   ///< without jumps: what moves along it does not hop
    QPainterPath m_drawn;  ///< with them
    QList<QPointF> m_corners, m_bends;
    QList<LineJump> m_jumps;
    Attachment m_ends{};
    QPointF m_laidFrom, m_laidTo;  ///< where the cards of its ends were when it was laid
    StepAside m_aside = StepAside::Midway;
    QList<LabelPlace> m_labelPlaces;  ///< the best first
    QPolygonF m_arrow;
    QPointF m_mark;
    QRectF m_pill, m_bounds;
    mutable std::optional<RateLabel> m_rateLabel;
    double m_width = 1.6;
    std::optional<double> m_phase;
    bool m_faulty = false;
    bool m_hovered = false;
};

}  // namespace plimsoll
