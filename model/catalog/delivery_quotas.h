// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_spec.h"

#include <algorithm>
#include <string_view>

namespace plimsoll {

/// Quotas of a destination that bound what a delivery to it gathers: in MiB, and in seconds.
inline constexpr const char* kMostGathered = "Gathered for a delivery, at most";

/// The value of that quota in this unit; `otherwise` where it has none.
inline double mostGathered(const ServiceSpec& spec, std::string_view unit, double otherwise)
{
    const auto found = std::find_if(spec.quotas.begin(), spec.quotas.end(), [&](const QuotaSpec& quota) {
        return quota.name == kMostGathered && quota.unit == unit;
    });
    return found == spec.quotas.end() ? otherwise : found->value;
}

/// Whether its lanes are the partitions of a Kafka topic: of Kinesis and table streams alone are batches read in parallel.
inline bool isTopic(const ServiceSpec& spec)
{
    return spec.feed.shape == FeedSpec::Shape::Lanes && !spec.feed.parallelBatches;
}

}  // namespace plimsoll
