// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/design.h"

#include <string>

namespace plimsoll {

/// 16 hex digits of what would be run: the design as saved, and the traces beside it.
std::string hashOfDesign(const Design& design);

}  // namespace plimsoll
