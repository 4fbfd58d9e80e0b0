// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace plimsoll {

/// Lets assistive programs read the canvas: each card and each connection is a child of it with a name. Graphics items
/// have no accessibility of their own in Qt. Called once; does nothing after that.
void makeCanvasAccessible();

}  // namespace plimsoll
