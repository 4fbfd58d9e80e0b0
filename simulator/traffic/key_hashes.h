// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

namespace plimsoll {

/// Top 64 bits of the MD5 of each partition key, as Kinesis places records; the hashes of the first few million keys,
/// which are the frequent ones, are kept.
/// Key number n stands for the partition key "n" in decimal.
/// Source: https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecord.html
class KeyHashes {
public:
    std::uint64_t of(std::uint32_t key)
    {
        // A key space of a thousand million keys must not become a table of as many.
        if (key >= kRemembered)
            return ofRare(key);
        if (key >= m_hashes.size() || !m_known[key])
            remember(key);
        return m_hashes[key];
    }
    /// From now on `key` stands for the partition key `name`.
    void name(std::uint32_t key, std::string_view name);
    /// Keys there is storage for.
    std::size_t remembered() const { return m_hashes.size(); }
    /// Which of `lanes` equal hash ranges holds the key.
    std::uint32_t laneOf(std::uint32_t key, std::uint32_t lanes)
    {
        // floor(hash * lanes / 2^64) without 128-bit arithmetic: split the hash in two halves.
        const std::uint64_t whole = of(key);
        const std::uint64_t low = ((whole & 0xFFFFFFFFull) * lanes) >> 32;
        return static_cast<std::uint32_t>(((whole >> 32) * lanes + low) >> 32);
    }

private:
    static constexpr std::uint32_t kRemembered = 1u << 22;
    static std::uint64_t hash(std::string_view name);
    static std::uint64_t hash(std::uint32_t key);
    std::uint64_t ofRare(std::uint32_t key) const;
    void remember(std::uint32_t key);
    std::vector<std::uint64_t> m_hashes;
    std::vector<bool> m_known;
    std::map<std::uint32_t, std::uint64_t> m_named;
};

}  // namespace plimsoll
