// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace plimsoll {

/// Node types with a price for both engines.
inline constexpr std::array<std::string_view, 10> kMemorydbNodeTypes{
    "db.t4g.small",   "db.t4g.medium", "db.r6g.large",  "db.r6g.xlarge",  "db.r6g.2xlarge",
    "db.r6g.4xlarge", "db.r7g.large",  "db.r7g.xlarge", "db.r7g.2xlarge", "db.r7g.4xlarge"};

}  // namespace plimsoll
