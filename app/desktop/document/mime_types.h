// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace plimsoll {

/// A service's id, dragged from a list of services onto the drawing.
inline constexpr auto kServiceMime = "application/x-plimsoll-service";
/// Copied items as the text of a design file.
inline constexpr auto kItemsMime = "application/x-plimsoll-items";

}  // namespace plimsoll
