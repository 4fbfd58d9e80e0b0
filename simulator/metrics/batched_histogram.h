// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/metrics/histogram.h"

#include <cstdint>
#include <vector>

namespace plimsoll {

/// A histogram that also remembers how it grew: marks after equal numbers of samples, 256 to 512 of them however long
/// the run, and at every sixteenth the counts by range. The difference of two marks is a batch, so a sample costs one
/// comparison more than in a plain histogram and memory stays flat.
class BatchedHistogram : public Histogram {
public:
    void add(Duration value, std::uint64_t weight = 1)
    {
        Histogram::add(value, weight);
        if (count() >= m_nextMark)
            mark();
    }
    void addAll(std::span<const Duration> values)
    {
        while (count() + values.size() >= m_nextMark)
            [[unlikely]]
            {
                const std::size_t part = m_nextMark - count();
                Histogram::addAll(values.first(part));
                mark();
                values = values.subspan(part);
            }
        Histogram::addAll(values);
    }
    /// The same value `times` over.
    void addRepeated(Duration value, std::uint64_t times)
    {
        while (count() + times >= m_nextMark)
            [[unlikely]]
            {
                const std::uint64_t part = m_nextMark - count();
                Histogram::add(value, part);
                mark();
                times -= part;
            }
        if (times > 0)
            Histogram::add(value, times);
    }
    /// Means, in milliseconds, of consecutive batches of equal size; what came after the last mark is left out.
    std::vector<double> batchMeans() const;
    /// Quantiles, in milliseconds, of `batches` consecutive batches of equal size (a power of two up to 16); empty
    /// when there are fewer marks or a batch holds fewer than `fewest` samples.
    std::vector<double> batchQuantiles(double q, std::size_t batches, std::uint64_t fewest) const;

private:
    static constexpr std::size_t kMostMarks = 512;
    static constexpr std::size_t kMarksPerShape = 16;
    struct Mark {
        std::uint64_t count = 0;
        double sum = 0;
    };
    struct Shape {
        std::uint64_t count = 0;
        std::vector<std::uint64_t> upTo;  ///< by range: samples in it and below
        std::uint64_t below(std::size_t range) const
        {
            return range == 0 ? 0 : range > upTo.size() ? count : upTo[range - 1];
        }
    };
    void mark();

    std::uint64_t m_nextMark = 1;
    std::uint64_t m_spacing = 1;
    std::vector<Mark> m_marks;
    std::vector<Shape> m_shapes;
};

}  // namespace plimsoll
