// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/canvas/routing.h"
#include "model/serialization/item_drawing.h"

namespace plimsoll {

/// How a line is drawn that says so itself, or not.
inline LineStyle styleOf(DrawnLine line, LineStyle inherited)
{
    switch (line) {
    case DrawnLine::Inherited:
        return inherited;
    case DrawnLine::RightAngled:
        return LineStyle::Orthogonal;
    case DrawnLine::Curved:
        return LineStyle::Curved;
    case DrawnLine::Straight:
        return LineStyle::Straight;
    }
    return inherited;
}

}  // namespace plimsoll
