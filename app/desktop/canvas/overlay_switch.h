// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/canvas/overlay.h"

#include <QtWidgets/QFrame>

class QButtonGroup;
class QLabel;

namespace plimsoll {

/// The segmented control on the canvas: Traffic | Limits | Delay | Cost, and where the numbers come from.
class OverlaySwitch final : public QFrame {
    Q_OBJECT
public:
    explicit OverlaySwitch(QWidget* parent);
    void setOverlay(Overlay overlay);
    void setOrigin(const QString& origin);

Q_SIGNALS:
    void chosen(plimsoll::Overlay overlay);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QButtonGroup* m_buttons;
    QLabel* m_origin;
};

}  // namespace plimsoll
