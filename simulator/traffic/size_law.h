// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/parameter_value.h"
#include "simulator/draws/law.h"
#include "simulator/draws/random.h"

#include <algorithm>
#include <string>
#include <vector>

namespace plimsoll {

inline constexpr double kLargestRecordBytes = 10.0 * 1024 * 1024;

/// The size of a record in bytes: always the same, log-normal, or as counted (weights of sizes, or quantiles).
class SizeLaw {
public:
    /// A point of the quantile function: this share of all records is at most this long.
    struct Point {
        double share = 0;
        double bytes = 0;
    };
    explicit SizeLaw(Law law = Law::deterministic(1024), bool constant = true)
        : m_law{law}, m_constant{constant}, m_always{whole(law.mean())}
    {}
    /// Each size with its share of all records; the shares add up to 1.
    static SizeLaw weighted(const std::vector<Point>& sizes);
    /// Straight lines between the points; the first and the last hold beyond themselves.
    static SizeLaw quantiles(std::vector<Point> points);

    double mean() const { return m_mean > 0 ? m_mean : m_law.mean(); }
    /// u in (0, 1).
    double quantile(double u) const { return m_points.empty() ? m_law.quantile(u) : ofPoints(u); }
    /// The size of a record at this share of all, as it is drawn: whole bytes within what a record may have.
    double bytesAt(double u) const { return static_cast<double>(m_constant ? m_always : whole(quantile(u))); }
    std::uint64_t draw(const DrawKey& draws, const MessageId& id) const
    {
        return m_constant ? m_always : whole(quantile(draws.at(id)));
    }

private:
    /// A law's tail has no end, a record has one.
    static std::uint64_t whole(double bytes)
    {
        return static_cast<std::uint64_t>(std::clamp(bytes + 0.5, 1.0, kLargestRecordBytes));
    }
    double ofPoints(double u) const;
    Law m_law;
    bool m_constant = true;
    std::uint64_t m_always = 0;   ///< where it is constant
    bool m_steps = false;         ///< points are sizes with cumulated shares, not corners of a line
    std::vector<Point> m_points;  ///< empty unless counted
    double m_mean = 0;            ///< of the points
};

/// A whole number, or one of
///   {"distribution": "lognormal", "medianBytes": .., "p99Bytes": ..}
///   {"distribution": "empirical", "sizes": [{"bytes": .., "weight": ..}, ..]}
///   {"distribution": "empirical", "quantiles": [{"share": .., "bytes": ..}, ..]}
/// What cannot be read counts as 1 KB; the validation names it before a run.
SizeLaw sizeLawOf(const ParameterValue& value);

/// Why `value` is no record size; empty when it is one.
std::string sizeLawError(const ParameterValue& value);

}  // namespace plimsoll
