// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/metrics/statistics.h"

#include <boost/math/distributions/students_t.hpp>

#include <cmath>

namespace plimsoll {

std::optional<double> halfWidth95(const std::vector<double>& values)
{
    const std::size_t n = values.size();
    if (n < 2)
        return std::nullopt;
    double mean = 0;
    for (const double value : values)
        mean += value / static_cast<double>(n);
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    const double deviation = std::sqrt(squares / static_cast<double>(n - 1));
    const boost::math::students_t law(static_cast<double>(n - 1));
    return boost::math::quantile(law, 0.975) * deviation / std::sqrt(static_cast<double>(n));
}

}  // namespace plimsoll
