// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/random.h"

#include <cstdint>

namespace plimsoll {

/// Which partition key a record has: uniform, Zipf, or a share of all records on one hot key.
class KeyLaw {
public:
    /// `skew` is the Zipf exponent, 0 = uniform; `hotShare` of the records have key 0.
    KeyLaw(std::uint32_t keys, double skew, double hotShare);
    /// `bits` is the message's draw.
    std::uint32_t draw(std::uint64_t bits) const;
    /// Expected share of the most frequent key.
    double hottestShare() const;
    std::uint32_t keys() const { return m_keys; }

private:
    // Rejection-inversion for Zipf (Hörmann and Derflinger 1996): constant memory, about 1.1 tries a draw.
    double integral(double x) const;
    double integralInverse(double x) const;
    double density(double x) const;
    std::uint32_t m_keys;
    std::uint32_t m_range;  ///< keys that share what the hot one leaves
    double m_skew, m_hotShare;
    double m_low = 0, m_high = 0, m_accept = 0;
};

}  // namespace plimsoll
