// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace plimsoll {

/// What a node of a cluster does: requests that hit, of 1 KB, a second. Published for r5; the others of a size are taken
/// for as fast, and each smaller size for half as fast; burstable ones are not slowed down.
/// Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.cluster-sizing.html
struct DaxNodeType {
    std::string_view id;
    double requestsPerSecond;
};
inline constexpr DaxNodeType kDaxNodeTypes[] = {
    {"dax.r5.large", 75'000},     {"dax.r5.xlarge", 150'000},   {"dax.r5.2xlarge", 300'000},
    {"dax.r5.4xlarge", 600'000},  {"dax.r7i.large", 75'000},    {"dax.r7i.xlarge", 150'000},
    {"dax.r7i.2xlarge", 300'000}, {"dax.r7i.4xlarge", 600'000}, {"dax.r4.large", 75'000},
    {"dax.r4.xlarge", 150'000},   {"dax.r4.2xlarge", 300'000},  {"dax.r4.4xlarge", 600'000},
    {"dax.t3.small", 18'750},     {"dax.t3.medium", 37'500},    {"dax.t2.small", 18'750},
    {"dax.t2.medium", 37'500}};

}  // namespace plimsoll
