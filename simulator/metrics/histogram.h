// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/time.h"
#include "simulator/draws/elementary.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <span>
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
        m_sum.add(Duration{v}, weight);
        m_max = std::max(m_max, static_cast<std::uint64_t>(v));
        const std::size_t cell = cellOf(static_cast<std::uint64_t>(v));
        if (cell >= m_cells.size()) [[unlikely]]
            grow(cell);
        m_cells[cell] += weight;
    }
    /// Each of them once; none is negative.
    void addAll(std::span<const Duration> values)
    {
        Duration sum{0}, longest{static_cast<std::int64_t>(m_max)};
        for (const Duration value : values) {
            sum += value;
            longest = std::max(longest, value);
        }
        m_count += values.size();
        m_sum += sum;
        m_max = static_cast<std::uint64_t>(longest.count());
        if (const std::size_t cell = cellOf(m_max); cell >= m_cells.size()) [[unlikely]]
            grow(cell);
        if (m_max >= kExactInDouble) [[unlikely]] {
            for (const Duration value : values)
                ++m_cells[cellOf(static_cast<std::uint64_t>(value.count()))];
            return;
        }
        std::array<std::uint64_t, kTogether> cells;
        for (std::size_t from = 0; from < values.size(); from += kTogether) {
            const std::size_t count = std::min(kTogether, values.size() - from);
            for (std::size_t n = 0; n < count; ++n)
                cells[n] = cellOfSmall(static_cast<std::uint64_t>(values[from + n].count()));
            for (std::size_t n = 0; n < count; ++n)
                ++m_cells[cells[n]];
        }
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
    double sum() const { return m_sum.nanoseconds(); }
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
    static constexpr std::uint64_t kExactInDouble = std::uint64_t{1} << 52;
    static constexpr std::size_t kTogether = 64;
    /// The same of values a double holds: its exponent and the first bits of its mantissa are the cell. In vector registers
    /// there is no counting of leading zeros.
    static std::uint64_t cellOfSmall(std::uint64_t v)
    {
        const auto bits = std::bit_cast<std::uint64_t>(smallToDouble(v));
        return v < kPerOctave ? v : (bits >> (52 - kBits)) - ((1023ull + kBits - 1) << kBits);
    }
    void grow(std::size_t cell) { m_cells.resize((cell / kPerOctave + 1) * kPerOctave); }
    static std::uint64_t startOf(std::size_t cell);
    static std::uint64_t middleOf(std::size_t cell);

    std::vector<std::uint64_t> m_cells;
    std::uint64_t m_count = 0;
    std::uint64_t m_max = 0;
    TotalTime m_sum;
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
