// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/canvas/canvas_item.h"
#include "app/desktop/canvas/group_figures.h"
#include "model/design/design.h"

namespace plimsoll {

/// A labelled frame around components: a VPC, an account, a branch of a comparison. Only its rim takes the mouse.
class GroupItem final : public CanvasItem {
public:
    explicit GroupItem(const Group& group);
    int type() const override { return GroupKind; }
    void show(const Group& group);
    void setSize(QSizeF size);
    QSizeF size() const { return m_size; }
    QRectF titleRect() const;
    /// What it takes up: the frame, or the card that stands for all that is in it.
    QRectF frame() const;
    bool isCollapsed() const { return drawing().collapsed; }
    /// What is being dragged would come into it.
    void setAwaiting(bool awaiting);
    bool isAwaiting() const { return m_awaiting; }
    /// The mark that folds it up or out, in item coordinates.
    QRectF toggleRect() const;
    void setFigure(const GroupFigure& figure);
    /// "3,000/s \u00b7 $1,340 a month": what its components come to.
    QString totals() const;
    QRectF resizable() const override;
    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    QStringList totalParts() const;
    QString titleText() const;
    void paintToggle(QPainter& painter, const QColor& ink) const;
    void paintFrame(QPainter& painter, double larger) const;
    void paintCard(QPainter& painter, double larger) const;

    QString m_label, m_kind;
    QSizeF m_size;
    GroupFigure m_figure;
    bool m_awaiting = false;
    mutable QRectF
        m_titleInside;  ///< where the title was last written from afar; it takes the mouse there, too
};

/// A note: text on the canvas, or another mark of the whiteboard.
class NoteItem final : public CanvasItem {
public:
    explicit NoteItem(const Note& note);
    int type() const override { return NoteKind; }
    void show(const Note& note);
    void setSize(QSizeF size);
    QSizeF size() const { return m_size; }
    const QString& text() const { return m_text; }
    QRectF resizable() const override;
    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    QSizeF least() const;
    void paintText(QPainter& painter, const QRectF& room, double zoom) const;

    QString m_text;
    QSizeF m_size;
};

inline constexpr double kSmallestGroup = 96;
inline constexpr double kSmallestNote = 48;

}  // namespace plimsoll
