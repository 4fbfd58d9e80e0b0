// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/time.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace plimsoll {

/// Mergeable log-linear histogram of durations, 128 cells per octave: at most 0.8% relative error, nearest rank.
/// Covers 0 to 2^55 ns; longer values land in the last cell. Cells are allocated an octave at a time.
class Histogram {
public:
    void add(Duration value, std::uint64_t weight = 1)
    {
        const std::int64_t v = std::max<std::int64_t>(0, value.count());
        m_count += weight;
        m_sum += static_cast<double>(v) * static_cast<double>(weight);
        m_max = std::max(m_max, static_cast<std::uint64_t>(v));
        const std::size_t cell = cellOf(static_cast<std::uint64_t>(v));
        if (cell >= m_cells.size()) [[unlikely]]
            grow(cell);
        m_cells[cell] += weight;
    }
    void merge(const Histogram& other);
    std::uint64_t count() const { return m_count; }
    Duration max() const { return Duration{static_cast<std::int64_t>(m_max)}; }
    /// Nothing when there are no samples: a dead system has no mean.
    std::optional<Duration> mean() const;
    /// Nearest rank, 0 < q < 1, the cell's middle, never above max().
    std::optional<Duration> quantile(double q) const;
    /// Share of samples at most `limit`.
    double shareWithin(Duration limit) const;
    /// Sum of all samples, in nanoseconds.
    double sum() const { return m_sum; }
    /// Counts by ranges of eight cells, sixteen to an octave, from 0 up: enough to tell the quantiles of parts of a run apart.
    static constexpr std::size_t kCellsPerRange = 8;
    std::vector<std::uint64_t> ranges() const;
    /// Nanoseconds at the lower end of a range.
    static double rangeStart(std::size_t range);
    /// What was added since `earlier`, an older state of this histogram.
    Histogram since(const Histogram& earlier) const;
    friend bool operator==(const Histogram&, const Histogram&) = default;

private:
    friend class WeightedHistogram;
    friend class SparseHistogram;
    static constexpr int kBits = 7;
    static constexpr std::size_t kPerOctave = std::size_t{1} << kBits;
    static constexpr std::size_t kTop = (55 - kBits + 1) * kPerOctave;
    static std::size_t cellOf(std::uint64_t v)
    {
        // The first octave is 0 as well: below it cells are single nanoseconds.
        const int octave = std::bit_width(v | kPerOctave) - (kBits + 1);
        const std::size_t cell =
            (static_cast<std::size_t>(octave) << kBits) + static_cast<std::size_t>(v >> octave);
        return std::min(cell, kTop - 1);
    }
    void grow(std::size_t cell) { m_cells.resize((cell / kPerOctave + 1) * kPerOctave); }
    static std::uint64_t startOf(std::size_t cell);
    static std::uint64_t middleOf(std::size_t cell);

    std::vector<std::uint64_t> m_cells;
    std::uint64_t m_count = 0;
    std::uint64_t m_max = 0;
    double m_sum = 0;
};

/// Histograms of parts that stand for different amounts of traffic, as one. Sums run in the order of add().
class WeightedHistogram {
public:
    void add(const Histogram& part, double weight);
    double count() const { return m_count; }
    /// Whole counts again: cumulative sums are rounded, so no mass is lost to the rounding of a cell.
    Histogram rounded() const;

private:
    std::vector<double> m_cells;
    double m_count = 0, m_sum = 0;
    std::uint64_t m_max = 0;
};

/// The non-empty cells of a histogram: what is kept of each of many batches.
class SparseHistogram {
public:
    SparseHistogram() = default;
    explicit SparseHistogram(const Histogram& full);
    double count() const { return m_count; }
    double sumNanos() const { return m_sum; }
    /// Samples above `limit`.
    double above(Duration limit) const;

private:
    std::vector<std::pair<std::int64_t, std::uint64_t>> m_cells;  ///< middle in ns, count; ascending
    double m_count = 0, m_sum = 0;
};

}  // namespace plimsoll
