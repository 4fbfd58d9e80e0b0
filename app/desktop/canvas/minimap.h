// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRectF>
#include <QtGui/QPixmap>
#include <QtWidgets/QWidget>

class QGraphicsView;

namespace plimsoll {

class CanvasScene;

/// The whole design in a corner of the canvas with what is in sight framed; a click or drag goes there. It is there
/// only while the design does not fit the canvas.
class Minimap final : public QWidget {
    Q_OBJECT
public:
    Minimap(CanvasScene& scene, QGraphicsView& view);
    /// The view shows another part, or another design.
    void follow();
    /// Items came, went or moved.
    void redraw();
    void setWanted(bool wanted);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    QRectF seen() const;
    QPointF toMap(QPointF scene) const;
    void goTo(QPointF map);

    CanvasScene& m_scene;
    QGraphicsView& m_view;
    QPixmap m_picture;
    QRectF m_content;
    double m_scale = 1;
    bool m_wanted = true;
};

}  // namespace plimsoll
