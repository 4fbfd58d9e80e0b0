// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/canvas/canvas_scene.h"

#include <QtWidgets/QWidget>

class QLabel;

namespace plimsoll {

/// A few words next to the pointer, without taking the mouse.
class HintBubble final : public QWidget {
    Q_OBJECT
public:
    explicit HintBubble(QWidget* parent);
    /// `at` in the parent's coordinates; the bubble keeps clear of the pointer and inside the parent.
    void showAt(const QString& text, CanvasScene::HintTone tone, QPoint at);
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_label;
    CanvasScene::HintTone m_tone = CanvasScene::HintTone::Plain;
};

}  // namespace plimsoll
