// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QPainter>
#include <QtWidgets/QLabel>

namespace plimsoll {

/// A line that ends in dots where it has no room, instead of in half a letter; the tooltip has all of it.
class ElidedLabel final : public QLabel {
public:
    explicit ElidedLabel(const QString& text = {}, QWidget* parent = nullptr) : QLabel{text, parent}
    {
        // As wide as its text where there is room, and no reason for anything else to be narrower.
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
        if (const QString whole = shown == text() ? QString{} : text(); whole != toolTip())
            setToolTip(whole);
        QPainter painter{this};
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(rect(), int(alignment()) | Qt::TextSingleLine, shown);
    }
};

}  // namespace plimsoll
