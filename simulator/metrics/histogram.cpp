// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/metrics/histogram.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

std::uint64_t Histogram::startOf(std::size_t cell)
{
    if (cell < kPerOctave)
        return cell;
    // Cells of octave o hold values v with v >> o in [128, 256); the index is o * 128 + (v >> o).
    const std::size_t octave = (cell >> kBits) - 1;
    return static_cast<std::uint64_t>(cell - (octave << kBits)) << octave;
}

std::uint64_t Histogram::middleOf(std::size_t cell)
{
    if (cell < kPerOctave)
        return cell;
    const std::size_t octave = (cell >> kBits) - 1;
    return startOf(cell) + ((std::uint64_t{1} << octave) - 1) / 2;
}

std::vector<std::uint64_t> Histogram::ranges() const
{
    std::vector<std::uint64_t> counts(m_cells.size() / kCellsPerRange);
    for (std::size_t cell = 0; cell < m_cells.size(); ++cell)
        counts[cell / kCellsPerRange] += m_cells[cell];
    return counts;
}

double Histogram::rangeStart(std::size_t range)
{
    return static_cast<double>(startOf(range * kCellsPerRange));
}

void Histogram::merge(const Histogram& other)
{
    if (other.m_cells.size() > m_cells.size())
        m_cells.resize(other.m_cells.size());
    for (std::size_t cell = 0; cell < other.m_cells.size(); ++cell)
        m_cells[cell] += other.m_cells[cell];
    m_count += other.m_count;
    m_sum += other.m_sum;
    m_max = std::max(m_max, other.m_max);
}

std::optional<Duration> Histogram::mean() const
{
    if (m_count == 0)
        return std::nullopt;
    return Duration{static_cast<std::int64_t>(m_sum / static_cast<double>(m_count) + 0.5)};
}

std::optional<Duration> Histogram::quantile(double q) const
{
    if (m_count == 0)
        return std::nullopt;
    const auto rank = static_cast<std::uint64_t>(std::ceil(q * static_cast<double>(m_count)));
    const std::uint64_t wanted = std::clamp<std::uint64_t>(rank, 1, m_count);
    std::uint64_t seen = 0;
    for (std::size_t cell = 0; cell < m_cells.size(); ++cell) {
        seen += m_cells[cell];
        if (seen >= wanted)
            return Duration{static_cast<std::int64_t>(std::min(middleOf(cell), m_max))};
    }
    return max();
}

double Histogram::shareWithin(Duration limit) const
{
    if (m_count == 0)
        return 0;
    std::uint64_t within = 0;
    for (std::size_t cell = 0; cell < m_cells.size(); ++cell) {
        if (static_cast<std::int64_t>(middleOf(cell)) > limit.count())
            break;
        within += m_cells[cell];
    }
    return static_cast<double>(within) / static_cast<double>(m_count);
}

}  // namespace plimsoll
