// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/run/findings/binding.h"

#include <optional>

namespace plimsoll {

/// A capacity that followed its load too late: work waited for units that it had later. `binding` says what waited for it.
std::optional<Finding> scaledLate(const Binding& binding);

/// Whom a component puts or loads its work into that turned most of it away; null: nobody did.
const ComponentReport* mostRefusing(const ComponentReport& sender, const RunReport& report);

/// Records that a delivery gave up because where they were to go did not take them in time.
std::optional<Finding> givenUp(const ComponentReport& delivery, const RunReport& report);

}  // namespace plimsoll
