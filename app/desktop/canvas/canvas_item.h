// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtWidgets/QGraphicsItem>

namespace plimsoll {

/// What all items of the scene share: the id of what they show, and that they only show it.
class CanvasItem : public QGraphicsItem {
public:
    enum Kind { ComponentKind = QGraphicsItem::UserType + 1, ConnectionKindOfItem, GroupKind, NoteKind };
    explicit CanvasItem(QString id) : m_id{std::move(id)} {}
    const QString& id() const { return m_id; }
    /// May be dragged about.
    virtual bool isMovable() const { return true; }
    /// The corner that resizes, in item coordinates; empty when the size is fixed.
    virtual QRectF resizeHandle() const { return {}; }

private:
    QString m_id;
};

}  // namespace plimsoll
