// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/parameter_value.h"
#include "simulator/draws/random.h"

#include <cstdint>
#include <string>
#include <vector>

namespace plimsoll {

/// Which partition key a record has: uniform, Zipf, a share of all records on one hot key, or as listed.
class KeyLaw {
public:
    /// `skew` is the Zipf exponent, 0 = uniform; `hotShare` of the records have key 0.
    KeyLaw(std::uint32_t keys, double skew, double hotShare);
    struct Listed {
        std::uint32_t key = 0;
        double share = 0;  ///< relative to the sum of all
        std::string name;  ///< empty when the key's number is its name
    };
    /// Keys with their shares; at least one share is above 0.
    explicit KeyLaw(std::vector<Listed> listed);
    /// `bits` is the message's draw.
    std::uint32_t draw(std::uint64_t bits) const
    {
        return m_uniform ? static_cast<std::uint32_t>(((bits >> 32) * m_range) >> 32) : drawOther(bits);
    }
    /// Expected share of the most frequent key.
    double hottestShare() const;
    /// Keys that are each asked for about equally often, and the share of all records that each of them has.
    struct Share {
        std::uint32_t first = 0;  ///< the key; of a group the first of successive ones
        double keys = 0, each = 0;
    };
    /// The `alone` most popular keys one by one, then groups whose ranks grow by `growth`.
    std::vector<Share> shares(std::uint32_t alone, double growth) const;
    std::uint32_t keys() const { return m_keys; }
    /// Empty unless the keys are listed.
    const std::vector<Listed>& listed() const { return m_listed; }

private:
    // Rejection-inversion for Zipf (Hörmann and Derflinger 1996): constant memory, about 1.1 tries a draw.
    std::uint32_t drawOther(std::uint64_t bits) const;
    double integral(double x) const;
    double integralInverse(double x) const;
    double density(double x) const;
    /// Sum of the density over the ranks from `first` to `last`.
    double mass(std::uint32_t first, std::uint32_t last) const;
    std::uint32_t m_keys;
    std::uint32_t m_range;  ///< keys that share what the hot one leaves
    double m_skew, m_hotShare;
    bool m_uniform;
    double m_low = 0, m_high = 0, m_accept = 0;
    std::vector<Listed> m_listed;  ///< shares cumulated, the last is 1
};

/// Keys that have a name instead of a number are known by a hash of it, above every number.
constexpr std::uint32_t kNamedKeys = 0x80000000u;

/// `keys` is a number of keys, or {"distribution": "listed", "keys": [{"key": "eu", "share": 60}, ..]}, beside which
/// skew and hot share do not count. What cannot be read counts as one key; the validation names it before a run.
KeyLaw keyLawOf(const ParameterValue& keys, double skew, double hotShare);

/// Why `keys` are none; empty when they are.
std::string keyLawError(const ParameterValue& keys);

}  // namespace plimsoll
