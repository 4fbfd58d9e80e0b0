// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string_view>
#include <vector>

namespace plimsoll {

/// Keys below this are remembered: the frequent ones.
inline constexpr std::uint32_t kRememberedKeys = 1u << 22;

/// The lanes of the frequent keys among one number of lanes, as small as they can be so that those of a million keys
/// stay in the cache. Any number of threads may ask and set: all would write the same.
template <class Number>
class Lanes {
public:
    static constexpr Number kUnknown = std::numeric_limits<Number>::max();
    Lanes() = default;
    Lanes(const Lanes&) = delete;
    Lanes& operator=(const Lanes&) = delete;
    ~Lanes()
    {
        for (std::atomic<Block*>& place : m_blocks)
            delete place.load();
    }
    Number of(std::uint32_t key) const
    {
        const Block* block = key < kRememberedKeys ? blockOf(key) : nullptr;
        return block ? block->lanes[key % kBlock].load(std::memory_order_relaxed) : kUnknown;
    }
    void set(std::uint32_t key, Number lane)
    {
        std::atomic<Block*>& place = m_blocks[key / kBlock];
        Block* block = place.load(std::memory_order_acquire);
        if (!block) {
            auto fresh = std::make_unique<Block>();
            for (std::atomic<Number>& each : fresh->lanes)
                each.store(kUnknown, std::memory_order_relaxed);
            if (place.compare_exchange_strong(block, fresh.get(), std::memory_order_acq_rel))
                block = fresh.release();
        }
        block->lanes[key % kBlock].store(lane, std::memory_order_relaxed);
    }
    void prefetch(std::uint32_t key) const
    {
        if (const Block* block = key < kRememberedKeys ? blockOf(key) : nullptr)
            __builtin_prefetch(&block->lanes[key % kBlock]);
    }

private:
    static constexpr std::uint32_t kBlock = 1u << 16;
    struct Block {
        std::array<std::atomic<Number>, kBlock> lanes;
    };
    const Block* blockOf(std::uint32_t key) const
    {
        return m_blocks[key / kBlock].load(std::memory_order_acquire);
    }
    std::array<std::atomic<Block*>, kRememberedKeys / kBlock> m_blocks{};
};

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
        if (key >= kRememberedKeys)
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

    /// What is known so far of `lanes` lanes; stays where it is as long as this does.
    Lanes<std::uint8_t>& fewLanes(std::uint32_t lanes) { return open(m_few, lanes); }
    Lanes<std::uint16_t>& manyLanes(std::uint32_t lanes) { return open(m_many, lanes); }

private:
    static constexpr std::uint32_t kChunk = 1u << 14;
    struct Chunk {
        std::array<std::atomic<std::uint64_t>, kChunk> hashes{};  ///< 0 = not known yet
    };
    static std::uint64_t hash(std::uint32_t key);
    std::uint64_t ofRare(std::uint32_t key) const;
    std::uint64_t remember(std::uint32_t key);
    std::array<std::atomic<Chunk*>, kRememberedKeys / kChunk> m_chunks{};
    mutable std::shared_mutex m_naming;
    std::map<std::uint32_t, std::uint64_t> m_named;
    template <class Number>
    Lanes<Number>& open(std::map<std::uint32_t, Lanes<Number>>& all, std::uint32_t lanes)
    {
        const std::lock_guard lock{m_opening};
        return all[lanes];
    }
    std::mutex m_opening;
    std::map<std::uint32_t, Lanes<std::uint8_t>> m_few;
    std::map<std::uint32_t, Lanes<std::uint16_t>> m_many;
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
        if (m_few) {
            if (const std::uint8_t lane = m_few->of(key); lane != m_few->kUnknown)
                return lane;
        } else if (m_many) {
            if (const std::uint16_t lane = m_many->of(key); lane != m_many->kUnknown)
                return lane;
        }
        return find(key);
    }
    /// Fetches what laneOf() will need: the table is larger than the nearest caches.
    void prefetch(std::uint32_t key) const
    {
        if (m_few)
            m_few->prefetch(key);
        else if (m_many)
            m_many->prefetch(key);
    }

private:
    static constexpr std::uint32_t kTogether = 8;
    void reset(std::uint32_t lanes);
    std::uint32_t find(std::uint32_t key);
    std::shared_ptr<KeyHashes> m_hashes;
    std::uint32_t m_count = 0;
    // Shared by all stores of as many lanes; the first that their number fits into, or neither.
    Lanes<std::uint8_t>* m_few = nullptr;
    Lanes<std::uint16_t>* m_many = nullptr;
};

}  // namespace plimsoll
