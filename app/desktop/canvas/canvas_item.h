// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/canvas/marks.h"

#include <QtCore/QString>
#include <QtWidgets/QGraphicsItem>

#include <algorithm>
#include <optional>

namespace plimsoll {

/// A corner of what can be resized; the opposite one stays where it is.
enum class Corner { TopLeft, TopRight, BottomLeft, BottomRight };
inline constexpr Corner kCorners[] = {Corner::BottomRight, Corner::TopLeft, Corner::TopRight,
                                      Corner::BottomLeft};

/// What all items of the scene share: the id of what they show, and that they only show it.
class CanvasItem : public QGraphicsItem {
public:
    enum Kind { ComponentKind = QGraphicsItem::UserType + 1, ConnectionKindOfItem, GroupKind, NoteKind };
    explicit CanvasItem(QString id) : m_id{std::move(id)} {}
    const QString& id() const { return m_id; }
    /// May be dragged about.
    virtual bool isMovable() const { return !m_drawing.locked; }
    const ItemDrawing& drawing() const { return m_drawing; }
    /// What resizes lies in this rectangle's corners, in item coordinates; null when the size is fixed.
    virtual QRectF resizable() const { return {}; }
    /// Where a corner takes the mouse: inside the item and a little beyond it.
    QRectF resizeHandle(Corner corner) const
    {
        constexpr double kInside = 12, kOutside = 5;
        const QRectF rect = resizable();
        if (rect.isNull())
            return {};
        const bool left = corner == Corner::TopLeft || corner == Corner::BottomLeft;
        const bool top = corner == Corner::TopLeft || corner == Corner::TopRight;
        const QPointF at{left ? rect.left() - kOutside : rect.right() - kInside,
                         top ? rect.top() - kOutside : rect.bottom() - kInside};
        return {at, QSizeF{kInside + kOutside, kInside + kOutside}};
    }
    std::optional<Corner> cornerAt(QPointF position) const
    {
        for (const Corner each : kCorners)
            if (resizeHandle(each).contains(position))
                return each;
        return std::nullopt;
    }

protected:
    /// Takes over how the item is drawn and handled; items of its kind lie around `layer`.
    void setDrawing(const ItemDrawing& drawing, double layer)
    {
        constexpr double kStep = 1e-3;
        m_drawing = drawing;
        setZValue(layer + kStep * std::clamp(drawing.z, -900, 900));
    }

private:
    ItemDrawing m_drawing;
    QString m_id;
};

}  // namespace plimsoll
