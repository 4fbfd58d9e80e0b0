// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/canvas/board_shapes.h"

#include <QtWidgets/QFrame>

class QButtonGroup;

namespace plimsoll {

/// The whiteboard's tools and colours, at the lower edge of the canvas.
class BoardBar final : public QFrame {
    Q_OBJECT
public:
    explicit BoardBar(QWidget* parent);
    BoardPen pen() const;
    void setTool(BoardTool tool);

Q_SIGNALS:
    void penChanged(const plimsoll::BoardPen& pen);
    /// A colour was chosen: what is selected takes it, too.
    void colourChosen(const std::string& colour);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QButtonGroup* m_tools;
    QButtonGroup* m_colours;
};

}  // namespace plimsoll
