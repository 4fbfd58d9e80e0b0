// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace plimsoll {

struct SearchInstanceType {
    std::string_view id;  ///< without ".search"
    int vcpus = 2;
};

/// Those with a price and with EBS disks. vCPUs follow from the size in the name.
constexpr std::array kSearchInstanceTypes{
    SearchInstanceType{"t3.small", 2},    SearchInstanceType{"t3.medium", 2},
    SearchInstanceType{"m5.large", 2},    SearchInstanceType{"m6g.large", 2},
    SearchInstanceType{"m6g.xlarge", 4},  SearchInstanceType{"m7g.large", 2},
    SearchInstanceType{"c6g.large", 2},   SearchInstanceType{"r5.large", 2},
    SearchInstanceType{"r6g.large", 2},   SearchInstanceType{"r6g.xlarge", 4},
    SearchInstanceType{"r6g.2xlarge", 8}, SearchInstanceType{"r7g.large", 2},
};

constexpr int searchVcpusOf(std::string_view id)
{
    for (const SearchInstanceType& type : kSearchInstanceTypes) {
        if (type.id == id)
            return type.vcpus;
    }
    return 2;
}

}  // namespace plimsoll
