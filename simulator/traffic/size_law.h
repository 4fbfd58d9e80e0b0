// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/parameter_value.h"
#include "simulator/kernel/law.h"

#include <string>

namespace plimsoll {

inline constexpr double kLargestRecordBytes = 10.0 * 1024 * 1024;

/// Record sizes in bytes: an integer, or {"distribution": "lognormal", "medianBytes": .., "p99Bytes": ..}.
/// What cannot be read as either counts as 1 KB; the validation names it before a run.
Law sizeLawOf(const ParameterValue& value);

/// Why `value` is no record size; empty when it is one.
std::string sizeLawError(const ParameterValue& value);

}  // namespace plimsoll
