// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QComboBox>
#include <QtWidgets/QStyleOptionComboBox>
#include <QtWidgets/QStylePainter>

namespace plimsoll {

/// A choice whose text ends in dots where the field is too narrow, instead of in half a letter.
class ComboBox : public QComboBox {
public:
    using QComboBox::QComboBox;

private:
    static constexpr int kBeside = 38;  // the theme's padding, border and arrow

protected:
    void paintEvent(QPaintEvent*) override
    {
        QStylePainter painter{this};
        QStyleOptionComboBox option;
        initStyleOption(&option);
        painter.drawComplexControl(QStyle::CC_ComboBox, option);
        if (currentIndex() < 0 && !placeholderText().isEmpty()) {
            option.palette.setBrush(QPalette::ButtonText, option.palette.placeholderText());
            option.currentText = placeholderText();
        }
        int icon = option.currentIcon.isNull() ? 0 : option.iconSize.width() + 8;
        // The name says more than its picture.
        if (icon > 0 && fontMetrics().horizontalAdvance(option.currentText) > width() - kBeside - icon) {
            option.currentIcon = {};
            icon = 0;
        }
        option.currentText =
            fontMetrics().elidedText(option.currentText, Qt::ElideRight, width() - kBeside - icon);
        painter.drawControl(QStyle::CE_ComboBoxLabel, option);
    }
};

}  // namespace plimsoll
