// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/page_reference.h"

#include "app/desktop/canvas/component_item.h"
#include "app/desktop/look/chart_style.h"
#include "app/desktop/look/theme.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

#include <utility>

namespace plimsoll {

namespace {

constexpr double kAway = 22;  // from the card to the name
constexpr double kHeight = 22;
constexpr double kApart = 5;
constexpr double kInside = 8;
constexpr double kBelowTop = 16;
constexpr double kLongest = 180;

QFont pillFont()
{
    return style::small(QApplication::font());
}

}  // namespace

PageReference::PageReference(ComponentItem& card, QString other, const QString& label, const QString& page,
                             bool leaves, int place)
    : QGraphicsItem{&card}, m_other{std::move(other)}, m_leaves{leaves}
{
    const QFontMetricsF metrics{pillFont()};
    const QString name = metrics.elidedText(label, Qt::ElideRight, kLongest);
    m_text = leaves ? name + QStringLiteral(" \u203a") : QStringLiteral("\u2039 ") + name;
    const double wide = metrics.horizontalAdvance(m_text) + 2 * kInside;
    const QRectF around = card.card();
    // At the upper corner, where no line of this page leaves or comes in.
    const double y = around.top() + kBelowTop - place * (kHeight + kApart);
    m_start = {leaves ? around.right() : around.left(), around.top() + kBelowTop};
    m_pill = {leaves ? around.right() + kAway : around.left() - kAway - wide, y - kHeight / 2, wide, kHeight};
    setCursor(Qt::PointingHandCursor);
    setToolTip((leaves ? QCoreApplication::translate("PageReference", "Goes on to %1 on the page %2")
                       : QCoreApplication::translate("PageReference", "Comes from %1 on the page %2"))
                   .arg(label, page));
    setZValue(-1);
}

QRectF PageReference::boundingRect() const
{
    return m_pill.united(QRectF{m_start, QSizeF{0, 0}}).adjusted(-2, -2, 2, 2);
}

void PageReference::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    const Theme& theme = Theme::current();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen{theme.colour("edge"), 1.6, Qt::DashLine});
    const QPointF end{m_leaves ? m_pill.left() : m_pill.right(), m_pill.center().y()};
    const double middle = (m_start.x() + end.x()) / 2;
    painter->drawPolyline(QPolygonF{{m_start, QPointF{middle, m_start.y()}, QPointF{middle, end.y()}, end}});
    painter->setPen(QPen{theme.colour("edge"), 1});
    painter->setBrush(theme.colour("surface"));
    painter->drawRoundedRect(m_pill, kHeight / 2, kHeight / 2);
    painter->setFont(pillFont());
    painter->setPen(theme.colour("info"));
    painter->drawText(m_pill, Qt::AlignCenter, m_text);
}

}  // namespace plimsoll
