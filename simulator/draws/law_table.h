// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>

namespace plimsoll {

class Law;

/// The quantile function of a law in cubic pieces: a draw takes a few multiplications instead of a normal quantile and an
/// exponential. Where a piece would be off by more than `kClose`, in the tails and where the law has a kink, there is none
/// and the law itself is asked. Whether a draw is taken from here depends on that draw alone, never on what was drawn
/// before.
class LawTable {
public:
    static constexpr double kClose = 1e-5;  ///< relative
    explicit LawTable(const Law& law);
    /// 0 < u < 1; 0 where there is no piece.
    double at(double u) const
    {
        const double scaled = u * kCells;
        const auto cell = static_cast<std::size_t>(scaled);
        return valueAt(m_cells[cell], scaled - static_cast<double>(cell));
    }

private:
    using Cubic = std::array<double, 4>;
    static double valueAt(const Cubic& c, double t)
    {
        return (c[0] + t * c[1]) + (t * t) * (c[2] + t * c[3]);
    }
    static constexpr std::size_t kCells = 256;
    alignas(64) std::array<Cubic, kCells> m_cells{};
};

/// Where a law keeps its table from its first draw on. Laws that are alike share one; a copy of a law finds it again.
class LawTableSlot {
public:
    LawTableSlot() = default;
    LawTableSlot(const LawTableSlot&) {}
    LawTableSlot& operator=(const LawTableSlot&)
    {
        m_known = nullptr;
        m_owned.reset();
        return *this;
    }
    const LawTable& of(const Law& law) const
    {
        const LawTable* known = m_known.load(std::memory_order_acquire);
        return known ? *known : fill(law);
    }

private:
    const LawTable& fill(const Law& law) const;
    mutable std::atomic<const LawTable*> m_known{nullptr};
    mutable std::shared_ptr<const LawTable> m_owned;
};

}  // namespace plimsoll
