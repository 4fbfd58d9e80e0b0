// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/look/theme.h"

#include <QtCore/QEvent>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStyle>
#include <QtWidgets/QStyleOptionFrame>
#include <QtWidgets/QStylePainter>

namespace plimsoll {

/// A line whose text ends in dots where the field is too narrow, instead of in half a letter, until it is edited. What it says
/// while it is empty is as legible as any other small print.
class LineEdit : public QLineEdit {
public:
    using QLineEdit::QLineEdit;

protected:
    void paintEvent(QPaintEvent* event) override
    {
        constexpr int kOwnMargin = 2;
        QStyleOptionFrame option;
        initStyleOption(&option);
        const QRect room = style()
                               ->subElementRect(QStyle::SE_LineEditContents, &option, this)
                               .adjusted(kOwnMargin, 0, -kOwnMargin, 0);
        if (hasFocus() || text().isEmpty() || fontMetrics().horizontalAdvance(text()) <= room.width()) {
            QLineEdit::paintEvent(event);
            return;
        }
        QStylePainter painter{this};
        painter.drawPrimitive(QStyle::PE_PanelLineEdit, option);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(room, int(Qt::AlignLeft | Qt::AlignVCenter),
                         fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
    }

    void changeEvent(QEvent* event) override
    {
        QLineEdit::changeEvent(event);
        if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
            inkPlaceholder();
    }
    void showEvent(QShowEvent* event) override
    {
        QLineEdit::showEvent(event);
        inkPlaceholder();
    }

private:
    /// A style sheet makes it the text's colour at half strength, whatever the palette of the program says.
    void inkPlaceholder()
    {
        const QColor ink = Theme::current().colour("textMuted");
        if (palette().color(QPalette::PlaceholderText) == ink)
            return;
        QPalette inked = palette();
        inked.setColor(QPalette::PlaceholderText, ink);
        setPalette(inked);
    }
};

}  // namespace plimsoll
