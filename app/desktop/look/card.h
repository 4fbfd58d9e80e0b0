// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace plimsoll {

/// A component's card in scene units; the palette drags a picture of the same size.
inline constexpr double kCardWidth = 192;
inline constexpr double kCardHeight = 76;

}  // namespace plimsoll
