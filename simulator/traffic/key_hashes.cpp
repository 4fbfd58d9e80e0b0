// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/traffic/key_hashes.h"

#include "simulator/traffic/decimal_md5.h"

#include <openssl/evp.h>

#include <algorithm>
#include <charconv>
#include <mutex>

namespace plimsoll {

namespace {

/// Fetched once a thread: looking the digest up takes longer than computing it.
class Md5 {
public:
    Md5() : m_algorithm{EVP_MD_fetch(nullptr, "MD5", nullptr)}, m_context{EVP_MD_CTX_new()} {}
    ~Md5()
    {
        EVP_MD_CTX_free(m_context);
        EVP_MD_free(m_algorithm);
    }
    Md5(const Md5&) = delete;
    Md5& operator=(const Md5&) = delete;
    std::uint64_t topOf(std::string_view text)
    {
        unsigned char digest[EVP_MAX_MD_SIZE] = {};
        unsigned int length = 0;
        EVP_DigestInit_ex2(m_context, m_algorithm, nullptr);
        EVP_DigestUpdate(m_context, text.data(), text.size());
        EVP_DigestFinal_ex(m_context, digest, &length);
        std::uint64_t top = 0;
        for (int byte = 0; byte < 8; ++byte)
            top = top << 8 | digest[byte];
        return top;
    }

private:
    EVP_MD* m_algorithm;
    EVP_MD_CTX* m_context;
};

std::uint64_t hashOfName(std::string_view name)
{
    thread_local Md5 md5;
    return md5.topOf(name);
}

}  // namespace

KeyHashes::~KeyHashes()
{
    for (std::atomic<Chunk*>& chunk : m_chunks)
        delete chunk.load();
}

std::size_t KeyHashes::remembered() const
{
    std::size_t keys = 0;
    for (const std::atomic<Chunk*>& chunk : m_chunks)
        keys += chunk.load(std::memory_order_acquire) ? kChunk : 0;
    return keys;
}

std::uint64_t KeyHashes::remember(std::uint32_t key)
{
    std::atomic<Chunk*>& place = m_chunks[key / kChunk];
    Chunk* chunk = place.load(std::memory_order_acquire);
    if (!chunk) {
        auto fresh = std::make_unique<Chunk>();
        if (place.compare_exchange_strong(chunk, fresh.get(), std::memory_order_acq_rel))
            chunk = fresh.release();
    }
    // Whoever meets one key mostly meets its neighbours too.
    const std::uint32_t first = key / kDigestsTogether * kDigestsTogether;
    const auto values = md5OfDecimals(first);
    for (std::uint32_t at = 0; at < kDigestsTogether; ++at)
        chunk->hashes[first % kChunk + at].store(values[at], std::memory_order_relaxed);
    return values[key - first];
}

std::uint64_t KeyHashes::hash(std::uint32_t key)
{
    char text[16];
    const auto end = std::to_chars(text, text + sizeof text, key).ptr;
    return hashOfName({text, static_cast<std::size_t>(end - text)});
}

void KeyHashes::name(std::uint32_t key, std::string_view name)
{
    const std::unique_lock lock{m_naming};
    m_named[key] = hashOfName(name);
}

std::uint64_t KeyHashes::ofRare(std::uint32_t key) const
{
    const std::shared_lock lock{m_naming};
    const auto named = m_named.find(key);
    return named == m_named.end() ? hash(key) : named->second;
}

void LaneTable::reset(std::uint32_t lanes)
{
    m_count = lanes;
    m_few = lanes < Lanes<std::uint8_t>::kUnknown ? &m_hashes->fewLanes(lanes) : nullptr;
    m_many = !m_few && lanes < Lanes<std::uint16_t>::kUnknown ? &m_hashes->manyLanes(lanes) : nullptr;
}

std::uint32_t LaneTable::find(std::uint32_t key)
{
    if ((m_few || m_many) && key < kRememberedKeys) {
        // The hashes of the neighbours are there already, in the same line of memory.
        const std::uint32_t first = key / kTogether * kTogether;
        for (std::uint32_t at = first; at < first + kTogether; ++at) {
            const std::uint32_t lane = m_hashes->laneOf(at, m_count);
            if (m_few)
                m_few->set(at, static_cast<std::uint8_t>(lane));
            else
                m_many->set(at, static_cast<std::uint16_t>(lane));
        }
    }
    return m_hashes->laneOf(key, m_count);
}

}  // namespace plimsoll
