// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace plimsoll {

/// The EC2 instance types that the price books have an on-demand Linux rate for.
inline constexpr std::array<std::string_view, 141> kEc2InstanceTypes{
    "c5.2xlarge",  "c5.4xlarge",   "c5.large",     "c5.xlarge",    "c6g.2xlarge",   "c6g.4xlarge",
    "c6g.large",   "c6g.medium",   "c6g.xlarge",   "c6i.2xlarge",  "c6i.4xlarge",   "c6i.large",
    "c6i.xlarge",  "c7g.2xlarge",  "c7g.4xlarge",  "c7g.large",    "c7g.medium",    "c7g.xlarge",
    "c7i.2xlarge", "c7i.4xlarge",  "c7i.large",    "c7i.xlarge",   "c8g.2xlarge",   "c8g.4xlarge",
    "c8g.large",   "c8g.medium",   "c8g.xlarge",   "d3.2xlarge",   "d3.4xlarge",    "d3.8xlarge",
    "d3.xlarge",   "g4dn.2xlarge", "g4dn.4xlarge", "g4dn.8xlarge", "g4dn.xlarge",   "g5.2xlarge",
    "g5.4xlarge",  "g5.8xlarge",   "g5.xlarge",    "g6.2xlarge",   "g6.4xlarge",    "g6.xlarge",
    "i3.2xlarge",  "i3.4xlarge",   "i3.8xlarge",   "i3.large",     "i3.xlarge",     "i4i.2xlarge",
    "i4i.4xlarge", "i4i.8xlarge",  "i4i.large",    "i4i.xlarge",   "im4gn.2xlarge", "im4gn.4xlarge",
    "im4gn.large", "im4gn.xlarge", "m5.2xlarge",   "m5.4xlarge",   "m5.large",      "m5.xlarge",
    "m5a.2xlarge", "m5a.4xlarge",  "m5a.large",    "m5a.xlarge",   "m6a.2xlarge",   "m6a.4xlarge",
    "m6a.large",   "m6a.xlarge",   "m6g.2xlarge",  "m6g.4xlarge",  "m6g.large",     "m6g.medium",
    "m6g.xlarge",  "m6i.2xlarge",  "m6i.4xlarge",  "m6i.large",    "m6i.xlarge",    "m7g.2xlarge",
    "m7g.4xlarge", "m7g.large",    "m7g.medium",   "m7g.xlarge",   "m7i.2xlarge",   "m7i.4xlarge",
    "m7i.large",   "m7i.xlarge",   "m8g.2xlarge",  "m8g.4xlarge",  "m8g.large",     "m8g.medium",
    "m8g.xlarge",  "p3.2xlarge",   "p3.8xlarge",   "r5.2xlarge",   "r5.4xlarge",    "r5.large",
    "r5.xlarge",   "r6g.2xlarge",  "r6g.4xlarge",  "r6g.large",    "r6g.medium",    "r6g.xlarge",
    "r6i.2xlarge", "r6i.4xlarge",  "r6i.large",    "r6i.xlarge",   "r7g.2xlarge",   "r7g.4xlarge",
    "r7g.large",   "r7g.medium",   "r7g.xlarge",   "r7i.2xlarge",  "r7i.4xlarge",   "r7i.large",
    "r7i.xlarge",  "r8g.2xlarge",  "r8g.4xlarge",  "r8g.large",    "r8g.medium",    "r8g.xlarge",
    "t3.2xlarge",  "t3.large",     "t3.medium",    "t3.micro",     "t3.nano",       "t3.small",
    "t3.xlarge",   "t3a.2xlarge",  "t3a.large",    "t3a.medium",   "t3a.micro",     "t3a.nano",
    "t3a.small",   "t3a.xlarge",   "t4g.2xlarge",  "t4g.large",    "t4g.medium",    "t4g.micro",
    "t4g.nano",    "t4g.small",    "t4g.xlarge"};

}  // namespace plimsoll
