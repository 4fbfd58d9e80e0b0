// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/minimap.h"

#include "app/desktop/canvas/canvas_scene.h"
#include "app/desktop/canvas/component_item.h"
#include "app/desktop/look/theme.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QGraphicsView>

#include <algorithm>

namespace plimsoll {

namespace {

constexpr QSize kSize{184, 120};
constexpr double kInside = 6;

}  // namespace

Minimap::Minimap(CanvasScene& scene, QGraphicsView& view) : QWidget{&view}, m_scene{scene}, m_view{view}
{
    setObjectName(QStringLiteral("minimap"));
    setFixedSize(kSize);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Overview of the design"));
    hide();
}

void Minimap::setWanted(bool wanted)
{
    m_wanted = wanted;
    redraw();
}

QRectF Minimap::seen() const
{
    return m_view.mapToScene(m_view.viewport()->rect()).boundingRect();
}

QPointF Minimap::toMap(QPointF scene) const
{
    const QPointF middle{width() / 2.0, height() / 2.0};
    return middle + (scene - m_content.center()) * m_scale;
}

void Minimap::redraw()
{
    m_content = m_scene.contentRect();
    m_picture = {};
    follow();
}

void Minimap::follow()
{
    // Where the canvas is hardly larger than its overview, there is nothing to gain and much to cover.
    constexpr int kTimes = 2;
    const QSize room = m_view.viewport()->size();
    const bool roomy = room.width() >= kTimes * width() && room.height() >= kTimes * height();
    const bool useful = m_wanted && roomy && !m_content.isEmpty() && !seen().contains(m_content);
    setVisible(useful);
    if (!useful)
        return;
    m_scale =
        std::min((width() - 2 * kInside) / m_content.width(), (height() - 2 * kInside) / m_content.height());
    update();
}

void Minimap::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    if (m_picture.isNull() || m_picture.devicePixelRatio() != devicePixelRatioF()) {
        m_picture = QPixmap{size() * devicePixelRatioF()};
        m_picture.setDevicePixelRatio(devicePixelRatioF());
        m_picture.fill(Qt::transparent);
        QPainter painter{&m_picture};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen{theme.colour("border"), 1});
        painter.setBrush(theme.colour("surface"));
        painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
        // What is drawn on the board and around the components: outlines say enough.
        QColor outline = theme.colour("edge");
        outline.setAlphaF(0.6f);
        painter.setPen(QPen{outline, 1});
        painter.setBrush(Qt::NoBrush);
        for (const QRectF& frame : m_scene.frameRects())
            painter.drawRect(QRectF{toMap(frame.topLeft()), toMap(frame.bottomRight())});
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour("edge"));
        for (const ComponentItem* each : m_scene.componentItems()) {
            const QRectF card = each->mapRectToScene(each->card());
            const QSizeF size = (card.size() * m_scale).expandedTo({2, 2});
            painter.drawRect(QRectF{toMap(card.topLeft()), size});
        }
    }
    QPainter painter{this};
    painter.drawPixmap(0, 0, m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor frame = theme.colour("accent");
    painter.setPen(QPen{frame, 1.5});
    frame.setAlphaF(0.12f);
    painter.setBrush(frame);
    const QRectF view = seen();
    painter.drawRect(QRectF{toMap(view.topLeft()), toMap(view.bottomRight())}.intersected(
        QRectF{rect()}.adjusted(2, 2, -2, -2)));
}

void Minimap::goTo(QPointF map)
{
    m_view.centerOn(m_content.center() + (map - QPointF{width() / 2.0, height() / 2.0}) / m_scale);
    follow();
}

void Minimap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        goTo(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        goTo(event->position());
}

}  // namespace plimsoll
