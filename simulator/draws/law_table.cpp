// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/draws/law_table.h"

#include "simulator/draws/law.h"

#include <map>
#include <mutex>

namespace plimsoll {

LawTable::LawTable(const Law& law)
{
    for (std::size_t cell = 1; cell + 1 < kCells; ++cell) {
        const auto exact = [&](double t) { return law.quantile((static_cast<double>(cell) + t) / kCells); };
        // The cubic through four equidistant points, both ends of the cell among them.
        const double a = exact(0), b = exact(1.0 / 3), c = exact(2.0 / 3), d = exact(1);
        const Cubic piece{a, (-11 * a + 18 * b - 9 * c + 2 * d) / 2, (18 * a - 45 * b + 36 * c - 9 * d) / 2,
                          (-9 * a + 27 * b - 27 * c + 9 * d) / 2};
        bool close = true;
        for (const double t : {1.0 / 6, 0.5, 5.0 / 6})
            close = close && std::abs(valueAt(piece, t) - exact(t)) <= kClose * exact(t);
        if (close)
            m_cells[cell] = piece;
    }
}

// It takes as long as a thousand draws: a law that is made for one draw is asked for its quantile instead.
const LawTable& LawTableSlot::fill(const Law& law) const
{
    static std::mutex guard;
    static std::map<Law::Shape, std::weak_ptr<const LawTable>> known;
    constexpr std::size_t kMany = 1024;
    const std::lock_guard lock{guard};
    if (!m_owned) {
        if (known.size() > kMany)
            std::erase_if(known, [](const auto& each) { return each.second.expired(); });
        std::weak_ptr<const LawTable>& place = known[law.shape()];
        m_owned = place.lock();
        if (!m_owned)
            place = m_owned = std::make_shared<const LawTable>(law);
        m_known.store(m_owned.get(), std::memory_order_release);
    }
    return *m_owned;
}

}  // namespace plimsoll
