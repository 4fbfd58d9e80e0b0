// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/design.h"
#include "model/support/placement.h"

namespace plimsoll {

/// Of a component, from the groups it is drawn in: one in another counts where it lies.
Placement placementOf(const Design& design, const Component& component);

}  // namespace plimsoll
