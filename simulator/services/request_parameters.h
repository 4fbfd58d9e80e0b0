// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/parameter_spec.h"

#include <vector>

namespace plimsoll {

/// What one request looks like and what its sender does when it is refused: the same for all that bring load.
std::vector<ParameterSpec> requestParameters();

}  // namespace plimsoll
