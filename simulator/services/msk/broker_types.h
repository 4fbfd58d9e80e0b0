// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace plimsoll {

/// A size of standard broker that the price books have a rate for.
/// Source: https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html
struct StandardBroker {
    std::string_view id;
    int partitions;          ///< advised, copies included
    double mostProvisioned;  ///< MiB/s of storage that can be provisioned; 0 = it cannot
    std::string_view instance() const { return id.substr(6); }
};
inline constexpr std::array<StandardBroker, 7> kStandardBrokers{{
    {"kafka.t3.small", 300, 0},
    {"kafka.m5.large", 1000, 0},
    {"kafka.m5.xlarge", 1000, 0},
    {"kafka.m5.2xlarge", 2000, 0},
    {"kafka.m7g.large", 1000, 0},
    {"kafka.m7g.xlarge", 1000, 0},
    {"kafka.m7g.2xlarge", 2000, 312.5},
}};

/// A size of Express broker, in MB/s: what it sustains, and above what it is throttled.
/// Source: https://docs.aws.amazon.com/msk/latest/developerguide/limits.html
struct ExpressBroker {
    std::string_view id;
    double sustainedIn, mostIn, sustainedOut, mostOut;
    int partitions;  ///< advised, copies included
};
inline constexpr std::array<ExpressBroker, 3> kExpressBrokers{{
    {"express.m7g.large", 15.6, 23.4, 31.2, 58.5, 1000},
    {"express.m7g.xlarge", 31.2, 46.8, 62.5, 117, 1000},
    {"express.m7g.2xlarge", 62.5, 93.7, 125, 234.2, 2500},
}};

template <class Table>
const typename Table::value_type& brokerOf(const Table& table, std::string_view id)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.id == id; });
    return found == table.end() ? table.front() : *found;
}

}  // namespace plimsoll
