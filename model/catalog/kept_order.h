// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_catalog.h"

#include <algorithm>

namespace plimsoll {

/// Whether a component with these values keeps the order of each key (ServiceSpec::ordersWhile).
inline bool keepsOrder(const ServiceSpec& spec, const ParameterMap& values)
{
    const VisibleWhen& when = spec.ordersWhile;
    return !when.parameter.empty()
           && std::find(when.values.begin(), when.values.end(), textOf(spec, values, when.parameter))
                  != when.values.end();
}

/// A queue that hands out messages of a key in order, and none of it while one is in work.
inline bool isOrderedQueue(const ServiceSpec& spec, const ParameterMap& values)
{
    return spec.feed.shape == FeedSpec::Shape::Queue && keepsOrder(spec, values);
}

}  // namespace plimsoll
