// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace plimsoll {

/// Replication instances with a price.
constexpr std::array<std::string_view, 8> kDmsInstanceTypes{
    "t3.medium", "t3.large", "c5.large", "c5.xlarge", "c6i.large", "r5.large", "r5.xlarge", "r6i.large"};

}  // namespace plimsoll
