// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace plimsoll {

/// Where a component stands. Quotas of an account, prices of a region and transfer
/// between zones belong to a place, not to a service.
struct Placement {
    std::string account;  ///< id of the account's group; empty = the design's only one
    std::string region;   ///< e.g. "us-east-1"
    std::string zone;     ///< id of the Availability Zone's group; empty = none chosen
    friend bool operator==(const Placement&, const Placement&) = default;
};

}  // namespace plimsoll
