// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>

namespace plimsoll {

/// Scrolls down only; its content is always exactly as wide as the column.
class ScrollColumn final : public QScrollArea {
    Q_OBJECT
public:
    explicit ScrollColumn(QWidget* parent = nullptr) : QScrollArea{parent}
    {
        setWidgetResizable(true);
        setFrameShape(QFrame::NoFrame);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        viewport()->setAutoFillBackground(false);
        // The panel behind shows through; a scroll area would paint its own base colour.
        setStyleSheet(
            QStringLiteral("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }"));
    }

protected:
    QSize minimumSizeHint() const override
    {
        return {widget() ? widget()->minimumSizeHint().width() : 120, 60};
    }
};

}  // namespace plimsoll
