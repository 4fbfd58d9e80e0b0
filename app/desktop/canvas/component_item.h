// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/canvas/canvas_item.h"
#include "app/desktop/canvas/geometry.h"
#include "app/desktop/canvas/overlay.h"
#include "model/validation/issue.h"

#include <QtCore/QStringList>

namespace plimsoll {

/// A placed service: a card with its icon, label, one number and one bar, and the ports lines are drawn from.
class ComponentItem final : public CanvasItem {
public:
    struct Port {
        enum class Role { Input, Output, Extra } role = Role::Output;
        QString name;      ///< of an extra output
        QPointF position;  ///< in item coordinates
        PortSide side = PortSide::Right;
    };
    /// How the card looks while a line is being drawn.
    enum class Candidate { None, Legal, Custom, Refused };

    ComponentItem(const Component& component, const ServiceSpec* spec);
    int type() const override { return ComponentKind; }

    void show(const Component& component, const ServiceSpec* spec);
    bool isOf(const std::string& service) const { return m_serviceId == QString::fromStdString(service); }
    void setFigure(const ComponentFigure& figure);
    void setIssues(std::optional<Severity> worst, const QStringList& texts);
    void setCandidate(Candidate candidate);

    /// "Orders, Kinesis, 3,000 records/s": the card for those who hear it.
    QString spokenName() const;

    const std::vector<Port>& ports() const { return m_ports; }
    const Port* portAt(QPointF scenePosition) const;
    QPointF input() const;
    /// Where lines of this output leave, in scene coordinates; the main output when there is no such port.
    const Port& output(const QString& extra = {}) const;

    QRectF card() const { return {0, 0, kCardWidth, kCardHeight}; }
    QRectF labelRect() const;
    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

protected:
    void hoverEnterEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverMoveEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;

private:
    bool isAwake() const;  ///< its ports ask to be used
    QPen border() const;
    /// The card without its words, by way of a picture that all cards of one look share, where the device has pixels.
    void paintBody(QPainter& painter, double zoom) const;
    void drawBody(QPainter& painter, double zoom) const;
    void paintNames(QPainter& painter, double larger) const;
    void paintFigure(QPainter& painter, double larger) const;
    void paintPorts(QPainter& painter) const;
    void paintBadge(QPainter& painter) const;

    QString m_label, m_serviceId, m_serviceName;
    bool m_known = true;
    bool m_simulated = true;
    std::vector<Port> m_ports;
    ComponentFigure m_figure;
    std::optional<Severity> m_severity;
    QStringList m_issues;
    Candidate m_candidate = Candidate::None;
    bool m_hovered = false;
    const Port* m_hotPort = nullptr;
};

}  // namespace plimsoll
