// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/canvas/routing.h"

namespace plimsoll {

/// Where each of the lines, given by its corners, hops over another: of two that cross the more level one, of two alike
/// the later one. Lines that only meet or run along each other do not cross.
QList<QList<LineJump>> lineJumps(const QList<QList<QPointF>>& lines);

}  // namespace plimsoll
