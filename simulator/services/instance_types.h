// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace plimsoll {

/// The EC2 instance types that the price books have an on-demand Linux rate for.
inline constexpr std::array<std::string_view, 31> kEc2InstanceTypes{
    "c5.2xlarge",  "c5.4xlarge", "c5.large",   "c5.xlarge",  "c6g.2xlarge", "c6g.xlarge", "c7g.xlarge",
    "g4dn.xlarge", "i3.xlarge",  "m5.2xlarge", "m5.4xlarge", "m5.large",    "m5.xlarge",  "m6g.2xlarge",
    "m6g.large",   "m6g.xlarge", "m6i.large",  "m6i.xlarge", "m7g.large",   "m7g.xlarge", "m7i.large",
    "r5.2xlarge",  "r5.4xlarge", "r5.large",   "r5.xlarge",  "r6g.2xlarge", "r6g.large",  "r6g.xlarge",
    "r7g.xlarge",  "t3.large",   "t3.medium"};

}  // namespace plimsoll
