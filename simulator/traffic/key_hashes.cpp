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

std::uint64_t KeyHashes::hash(std::uint32_t key)
{
    char text[16];
    const auto end = std::to_chars(text, text + sizeof text, key).ptr;
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    EVP_Digest(text, static_cast<std::size_t>(end - text), digest, &length, EVP_md5(), nullptr);
    std::uint64_t top = 0;
    for (int byte = 0; byte < 8; ++byte)
        top = top << 8 | digest[byte];
    return top;
}

}  // namespace plimsoll
