// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/canvas/canvas_item.h"
#include "app/desktop/canvas/overlay.h"
#include "app/desktop/canvas/routing.h"
#include "model/catalog/integrations.h"

#include <optional>

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
    /// After one of its ends, or a card that it passes, moved.
    void follow();
    /// The corners of an orthogonal line; empty for the other styles.
    const QList<QPointF>& corners() const { return m_corners; }
    const ComponentItem& from() const { return m_from; }
    const ComponentItem& to() const { return m_to; }

    QRectF boundingRect() const override { return m_bounds; }
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

protected:
    void hoverEnterEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;

private:
    void route();
    void placeLabel();
    void paintPill(QPainter& painter, const QColor& ink) const;
    void paintTokens(QPainter& painter) const;
    void paintRate(QPainter& painter, double larger) const;

    const ComponentItem& m_from;
    const ComponentItem& m_to;
    Look m_look;
    ConnectionFigure m_figure;
    Overlay m_overlay = Overlay::Traffic;
    LineStyle m_style = LineStyle::Orthogonal;
    QPainterPath m_path;
    QList<QPointF> m_corners;
    QList<QPointF> m_labelPoints;  ///< where the label may stand, the best first
    QPolygonF m_arrow;
    QPointF m_mark;
    QRectF m_pill, m_bounds;
    double m_width = 1.6;
    std::optional<double> m_phase;
    bool m_faulty = false;
    bool m_hovered = false;
};

}  // namespace plimsoll
