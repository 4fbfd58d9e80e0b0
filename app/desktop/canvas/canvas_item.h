// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/canvas/marks.h"

#include <QtCore/QString>
#include <QtWidgets/QGraphicsItem>

#include <algorithm>

namespace plimsoll {

/// What all items of the scene share: the id of what they show, and that they only show it.
class CanvasItem : public QGraphicsItem {
public:
    enum Kind { ComponentKind = QGraphicsItem::UserType + 1, ConnectionKindOfItem, GroupKind, NoteKind };
    explicit CanvasItem(QString id) : m_id{std::move(id)} {}
    const QString& id() const { return m_id; }
    /// May be dragged about.
    virtual bool isMovable() const { return !m_drawing.locked; }
    const ItemDrawing& drawing() const { return m_drawing; }
    /// The corner that resizes, in item coordinates; empty when the size is fixed.
    virtual QRectF resizeHandle() const { return {}; }

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
