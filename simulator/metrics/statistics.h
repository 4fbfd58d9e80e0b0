// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

namespace plimsoll {

/// Half-width of the 95% Student-t interval of the mean of independent values; nothing for fewer than two.
std::optional<double> halfWidth95(const std::vector<double>& values);

}  // namespace plimsoll
