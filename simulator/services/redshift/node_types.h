// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace plimsoll {

/// What one node of a provisioned warehouse brings: its slices load and scan in parallel.
struct RedshiftNodeType {
    std::string_view id;
    int slices = 0;
    bool documented = true;  ///< false: slices are an assumption
};

inline constexpr std::string_view kRedshiftNodeSource =
    "https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-clusters.html";

inline constexpr std::array<RedshiftNodeType, 6> kRedshiftNodeTypes{{
    {"ra3.large", 2, false},  // not in the source: as many as the next larger node
    {"ra3.xlplus", 2},
    {"ra3.4xlarge", 4},
    {"ra3.16xlarge", 16},
    {"dc2.large", 2},
    {"dc2.8xlarge", 16},
}};

/// Null for a node type the table does not know.
constexpr const RedshiftNodeType* findRedshiftNodeType(std::string_view id)
{
    for (const RedshiftNodeType& type : kRedshiftNodeTypes) {
        if (type.id == id)
            return &type;
    }
    return nullptr;
}

}  // namespace plimsoll
