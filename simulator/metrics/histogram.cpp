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
    return Duration{static_cast<std::int64_t>(sum() / static_cast<double>(m_count) + 0.5)};
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

Histogram Histogram::since(const Histogram& earlier) const
{
    Histogram part = *this;
    for (std::size_t cell = 0; cell < earlier.m_cells.size(); ++cell)
        part.m_cells[cell] -= earlier.m_cells[cell];
    part.m_count -= earlier.m_count;
    part.m_sum -= earlier.m_sum;
    if (m_max <= earlier.m_max) {  // the longest may have come before: the top cell still knows it to 0.8%
        std::size_t top = part.m_cells.size();
        while (top > 0 && part.m_cells[top - 1] == 0)
            --top;
        part.m_max = top > 0 ? std::min(m_max, middleOf(top) > 0 ? middleOf(top) - 1 : 0) : 0;
        if (top > 0)
            part.m_max = std::max(part.m_max, middleOf(top - 1));
    }
    return part;
}

void WeightedHistogram::add(const Histogram& part, double weight)
{
    if (part.m_cells.size() > m_cells.size())
        m_cells.resize(part.m_cells.size(), 0);
    for (std::size_t cell = 0; cell < part.m_cells.size(); ++cell)
        m_cells[cell] += weight * static_cast<double>(part.m_cells[cell]);
    m_count += weight * static_cast<double>(part.m_count);
    m_sum += weight * part.sum();
    m_max = std::max(m_max, part.m_max);
}

Histogram WeightedHistogram::rounded() const
{
    Histogram whole;
    whole.m_cells.resize(m_cells.size());
    double running = 0;
    std::uint64_t given = 0;
    for (std::size_t cell = 0; cell < m_cells.size(); ++cell) {
        running += m_cells[cell];
        const auto upTo = static_cast<std::uint64_t>(std::max(0.0, running + 0.5));
        whole.m_cells[cell] = upTo > given ? upTo - given : 0;
        given = std::max(given, upTo);
    }
    whole.m_count = given;
    if (m_count > 0)
        whole.m_sum = TotalTime{m_sum / m_count * static_cast<double>(given)};
    whole.m_max = m_max;
    return whole;
}

SparseHistogram::SparseHistogram(const Histogram& full)
    : m_count{static_cast<double>(full.m_count)}, m_sum{full.sum()}
{
    for (std::size_t cell = 0; cell < full.m_cells.size(); ++cell) {
        if (full.m_cells[cell] > 0)
            m_cells.emplace_back(static_cast<std::int64_t>(Histogram::middleOf(cell)), full.m_cells[cell]);
    }
}

double SparseHistogram::above(Duration limit) const
{
    double count = 0;
    for (auto cell = m_cells.rbegin(); cell != m_cells.rend() && cell->first > limit.count(); ++cell)
        count += static_cast<double>(cell->second);
    return count;
}

}  // namespace plimsoll
