// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string_view>
#include <vector>

namespace plimsoll {

/// Top 64 bits of the MD5 of each partition key, as Kinesis places records; the hashes of the first few million keys,
/// which are the frequent ones, are kept. Any number of threads may ask: all would write the same value.
/// Key number n stands for the partition key "n" in decimal.
/// Source: https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecord.html
class KeyHashes {
public:
    KeyHashes() = default;
    ~KeyHashes();
    KeyHashes(const KeyHashes&) = delete;
    KeyHashes& operator=(const KeyHashes&) = delete;
    std::uint64_t of(std::uint32_t key)
    {
        // A key space of a thousand million keys must not become a table of as many.
        if (key >= kRemembered)
            return ofRare(key);
        Chunk* chunk = m_chunks[key / kChunk].load(std::memory_order_acquire);
        const std::uint64_t known = chunk ? chunk->hashes[key % kChunk].load(std::memory_order_relaxed) : 0;
        return known != 0 ? known : remember(key);
    }
    /// From now on `key`, one beyond those that are kept, stands for the partition key `name`.
    void name(std::uint32_t key, std::string_view name);
    /// Keys there is storage for.
    std::size_t remembered() const;
    /// Which of `lanes` equal hash ranges holds the key.
    std::uint32_t laneOf(std::uint32_t key, std::uint32_t lanes)
    {
        // floor(hash * lanes / 2^64) without 128-bit arithmetic: split the hash in two halves.
        const std::uint64_t whole = of(key);
        const std::uint64_t low = ((whole & 0xFFFFFFFFull) * lanes) >> 32;
        return static_cast<std::uint32_t>(((whole >> 32) * lanes + low) >> 32);
    }

    static constexpr std::uint32_t kRemembered = 1u << 22;

    /// The lanes of the frequent keys among one number of lanes, a byte each so that a million of them stay in the cache.
    class Lanes {
    public:
        static constexpr std::uint8_t kUnknown = 255;
        ~Lanes();
        Lanes() = default;
        Lanes(const Lanes&) = delete;
        Lanes& operator=(const Lanes&) = delete;
        std::uint8_t of(std::uint32_t key) const
        {
            const Bytes* bytes = key < kRemembered ? chunkOf(key) : nullptr;
            return bytes ? bytes->lanes[key % kChunk].load(std::memory_order_relaxed) : kUnknown;
        }
        void set(std::uint32_t key, std::uint8_t lane);
        void prefetch(std::uint32_t key) const
        {
            if (const Bytes* bytes = key < kRemembered ? chunkOf(key) : nullptr)
                __builtin_prefetch(&bytes->lanes[key % kChunk]);
        }

    private:
        static constexpr std::uint32_t kChunk = 1u << 16;
        struct Bytes {
            std::array<std::atomic<std::uint8_t>, kChunk> lanes;
        };
        const Bytes* chunkOf(std::uint32_t key) const
        {
            return m_chunks[key / kChunk].load(std::memory_order_acquire);
        }
        std::array<std::atomic<Bytes*>, kRemembered / kChunk> m_chunks{};
    };
    /// What is known so far about `lanes` lanes; stays where it is as long as this does.
    Lanes& among(std::uint32_t lanes);

private:
    static constexpr std::uint32_t kChunk = 1u << 14;
    struct Chunk {
        std::array<std::atomic<std::uint64_t>, kChunk> hashes{};  ///< 0 = not known yet
    };
    static std::uint64_t hash(std::uint32_t key);
    std::uint64_t ofRare(std::uint32_t key) const;
    std::uint64_t remember(std::uint32_t key);
    std::array<std::atomic<Chunk*>, kRemembered / kChunk> m_chunks{};
    mutable std::shared_mutex m_naming;
    std::map<std::uint32_t, std::uint64_t> m_named;
    std::mutex m_opening;
    std::map<std::uint32_t, Lanes> m_among;
};

/// The lanes of one store by key.
class LaneTable {
public:
    explicit LaneTable(std::shared_ptr<KeyHashes> hashes = nullptr) : m_hashes{std::move(hashes)} {}
    /// Which of `lanes` equal hash ranges holds the key.
    std::uint32_t laneOf(std::uint32_t key, std::uint32_t lanes)
    {
        if (lanes != m_count) [[unlikely]]
            reset(lanes);
        const std::uint8_t lane = m_lanes ? m_lanes->of(key) : KeyHashes::Lanes::kUnknown;
        return lane != KeyHashes::Lanes::kUnknown ? lane : find(key);
    }
    /// Fetches what laneOf() will need: the table is larger than the nearest caches.
    void prefetch(std::uint32_t key) const
    {
        if (m_lanes)
            m_lanes->prefetch(key);
    }

private:
    static constexpr std::uint32_t kTogether = 8;
    void reset(std::uint32_t lanes);
    std::uint32_t find(std::uint32_t key);
    std::shared_ptr<KeyHashes> m_hashes;
    std::uint32_t m_count = 0;
    KeyHashes::Lanes* m_lanes =
        nullptr;  ///< shared by all stores of as many lanes; nothing when a byte is too small
};

}  // namespace plimsoll
