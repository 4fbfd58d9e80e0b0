// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/metrics/batched_histogram.h"

#include <algorithm>
#include <numeric>

namespace plimsoll {

namespace {

constexpr double kMillisPerNano = 1e-6;

/// Keeps every second one: two neighbouring batches become one.
template <class T>
void halve(std::vector<T>& marks)
{
    for (std::size_t at = 0; 2 * at + 1 < marks.size(); ++at)
        marks[at] = std::move(marks[2 * at + 1]);
    marks.resize(marks.size() / 2);
}

std::vector<std::uint64_t> cumulated(std::vector<std::uint64_t> counts)
{
    std::partial_sum(counts.begin(), counts.end(), counts.begin());
    return counts;
}

}  // namespace

void BatchedHistogram::mark()
{
    m_marks.push_back({count(), sum()});
    if (m_marks.size() % kMarksPerShape == 0)
        m_shapes.push_back({count(), cumulated(ranges())});
    if (m_marks.size() == kMostMarks) {
        halve(m_marks);
        halve(m_shapes);
        m_spacing *= 2;
    }
    m_nextMark = count() + m_spacing;
}

std::vector<double> BatchedHistogram::batchMeans() const
{
    std::vector<double> means;
    Mark before;
    for (const Mark& mark : m_marks) {
        means.push_back((mark.sum - before.sum) / static_cast<double>(mark.count - before.count)
                        * kMillisPerNano);
        before = mark;
    }
    return means;
}

std::vector<double> BatchedHistogram::batchQuantiles(double q, std::size_t batches,
                                                     std::uint64_t fewest) const
{
    const std::size_t width = m_shapes.size() / batches;
    std::vector<double> quantiles;
    if (width == 0)
        return quantiles;
    Shape before;
    for (std::size_t batch = 0; batch < batches; ++batch) {
        const Shape& shape = m_shapes[(batch + 1) * width - 1];
        if (shape.count - before.count < fewest)
            return {};
        const double wanted = q * static_cast<double>(shape.count - before.count);
        // The first range up to which so many have gathered since the batch before.
        const auto enough =
            std::partition_point(shape.upTo.begin(), shape.upTo.end(), [&](const std::uint64_t& upTo) {
                const auto each = static_cast<std::size_t>(&upTo - shape.upTo.data());
                return static_cast<double>(upTo - before.below(each + 1)) < wanted;
            });
        const auto range = static_cast<std::size_t>(enough - shape.upTo.begin());
        const auto seen = static_cast<double>(shape.below(range) - before.below(range));
        const auto here = static_cast<double>(shape.below(range + 1) - before.below(range + 1)) - seen;
        const double from = rangeStart(range);
        quantiles.push_back((from + (rangeStart(range + 1) - from) * (wanted - seen) / here)
                            * kMillisPerNano);
        before = shape;
    }
    return quantiles;
}

}  // namespace plimsoll
