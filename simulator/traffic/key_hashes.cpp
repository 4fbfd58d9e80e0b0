// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/traffic/key_hashes.h"

#include <openssl/evp.h>

#include <algorithm>
#include <charconv>

namespace plimsoll {

void KeyHashes::remember(std::uint32_t key)
{
    if (key >= m_hashes.size()) {
        const std::size_t size = std::max<std::size_t>(1024, std::size_t{key} * 3 / 2 + 1);
        m_hashes.resize(size);
        m_known.resize(size);
    }
    m_hashes[key] = hash(key);
    m_known[key] = true;
}

void KeyHashes::name(std::uint32_t key, std::string_view name)
{
    m_named[key] = hash(name);
}

std::uint64_t KeyHashes::ofRare(std::uint32_t key) const
{
    const auto named = m_named.find(key);
    return named == m_named.end() ? hash(key) : named->second;
}

std::uint64_t KeyHashes::hash(std::uint32_t key)
{
    char text[16];
    const auto end = std::to_chars(text, text + sizeof text, key).ptr;
    return hash(std::string_view{text, static_cast<std::size_t>(end - text)});
}

std::uint64_t KeyHashes::hash(std::string_view name)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    EVP_Digest(name.data(), name.size(), digest, &length, EVP_md5(), nullptr);
    std::uint64_t top = 0;
    for (int byte = 0; byte < 8; ++byte)
        top = top << 8 | digest[byte];
    return top;
}

}  // namespace plimsoll
