// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QEvent>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>

#include <algorithm>

namespace plimsoll {

/// Scrolls down only; its content is always exactly as wide as the column.
class ScrollColumn final : public QScrollArea {
    Q_OBJECT
public:
    /// `narrowest`: how far the column may be narrowed; by default as far as its content goes.
    explicit ScrollColumn(QWidget* parent = nullptr, int narrowest = -1)
        : QScrollArea{parent}, m_narrowest{narrowest}
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
        if (m_narrowest >= 0 || !widget())
            return {std::max(m_narrowest, 120), 60};
        return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(), 60};
    }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        // A scroll area keeps the width its content had when it was first asked.
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QScrollArea::eventFilter(watched, event);
    }

private:
    int m_narrowest;
};

}  // namespace plimsoll
