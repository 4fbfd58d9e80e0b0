// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QGraphicsItem>

namespace plimsoll {

class ComponentItem;

/// A connection whose other end is on another page: a short line at its card and the name of that end. A press goes there.
class PageReference final : public QGraphicsItem {
public:
    enum { Type = UserType + 90 };
    /// `place`: how many there are above it at the same side of the card.
    PageReference(ComponentItem& card, QString other, const QString& label, const QString& page, bool leaves,
                  int place);
    int type() const override { return Type; }
    /// The component on the other page.
    const QString& other() const { return m_other; }
    const QString& text() const { return m_text; }
    /// Where a press goes to the other page.
    QRectF pill() const { return m_pill; }
    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    QString m_other;
    QString m_text;
    bool m_leaves;
    QPointF m_start;  ///< at the side of the card
    QRectF m_pill;
};

}  // namespace plimsoll
