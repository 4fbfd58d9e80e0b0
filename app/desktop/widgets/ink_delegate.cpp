// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/ink_delegate.h"

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

namespace plimsoll {

void InkDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QVariant ink = index.data(Qt::ForegroundRole);
    if (!ink.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QStyle* style = item.widget ? item.widget->style() : QApplication::style();
    const QRect box =
        style->subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget).adjusted(2, 0, -2, 0);
    const bool wraps = item.features.testFlag(QStyleOptionViewItem::WrapText);
    const QString text =
        wraps ? item.text : item.fontMetrics.elidedText(item.text, item.textElideMode, box.width());
    item.text.clear();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    painter->save();
    painter->setFont(item.font);
    painter->setPen(ink.value<QBrush>().color());
    painter->drawText(
        box, static_cast<int>(item.displayAlignment) | (wraps ? Qt::TextWordWrap : Qt::TextSingleLine), text);
    painter->restore();
}

}  // namespace plimsoll
