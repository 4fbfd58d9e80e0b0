// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/serialization/item_drawing.h"

#include <QtCore/QSizeF>
#include <QtCore/QString>
#include <QtGui/QColor>
#include <QtGui/QPainterPath>

#include <array>

class QPainter;

namespace plimsoll {

/// What draws on the whiteboard, or takes away from it.
enum class BoardTool { Select, Note, Text, Pen, Rectangle, Ellipse, Diamond, Line, Arrow, Frame, Eraser };

/// The tool in hand and the colour it draws with.
struct BoardPen {
    BoardTool tool = BoardTool::Select;
    std::string colour;  ///< one of kBoardColours, or empty: as usual
};

inline constexpr std::array<const char*, 5> kBoardColours{"yellow", "blue", "green", "red", "grey"};

DrawnShape shapeOf(BoardTool tool);
/// Lines, arrows and what the pen drew: they have points and no inside.
bool isStroke(DrawnShape shape);

QColor boardInk(const std::string& colour);
QColor boardFill(const std::string& colour);

/// How a mark other than a sticky note is drawn, in its own coordinates.
void paintBoardShape(QPainter& painter, const ItemDrawing& drawing, QSizeF size, const QString& text,
                     bool selected);
/// Where it takes the mouse: strokes and outlines leave what lies behind them in reach.
QPainterPath boardReach(const ItemDrawing& drawing, QSizeF size, const QString& text);

/// The points of a stroke without those that make no difference to the eye; never more than kMostPoints.
std::vector<Position> thinned(const std::vector<Position>& points, double tolerance = 0.75);

}  // namespace plimsoll
