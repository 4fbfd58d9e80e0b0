// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/serialization/item_drawing.h"

#include <QtCore/QPointF>

class QPainter;

namespace plimsoll {

/// A padlock at a locked item's corner, a pin at a pinned one's.
void paintMarks(QPainter& painter, QPointF corner, const ItemDrawing& drawing);

}  // namespace plimsoll
