// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace plimsoll {

/// An EC2 instance type a cluster may use: every one the price books have both rates for.
struct EmrInstanceType {
    std::string_view id;
    int vcpus = 0;
};

/// vCPUs follow from the size in the name: in these families xlarge has 4, 2xlarge 8 and 4xlarge 16.
inline constexpr std::array<EmrInstanceType, 21> kEmrInstanceTypes{{
    {"m5.xlarge", 4},   {"m5.2xlarge", 8},  {"m5.4xlarge", 16}, {"m6i.xlarge", 4}, {"m6g.xlarge", 4},
    {"m6g.2xlarge", 8}, {"m7g.xlarge", 4},  {"c5.xlarge", 4},   {"c5.2xlarge", 8}, {"c5.4xlarge", 16},
    {"c6g.xlarge", 4},  {"c6g.2xlarge", 8}, {"c7g.xlarge", 4},  {"r5.xlarge", 4},  {"r5.2xlarge", 8},
    {"r5.4xlarge", 16}, {"r6g.xlarge", 4},  {"r6g.2xlarge", 8}, {"r7g.xlarge", 4}, {"i3.xlarge", 4},
    {"g4dn.xlarge", 4},
}};

/// Null for an instance type the table does not know.
constexpr const EmrInstanceType* findEmrInstanceType(std::string_view id)
{
    for (const EmrInstanceType& type : kEmrInstanceTypes) {
        if (type.id == id)
            return &type;
    }
    return nullptr;
}

}  // namespace plimsoll
