// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/traffic/decimal_md5.h"

#include <charconv>

namespace plimsoll {

namespace {

using Words = std::array<std::uint32_t, kDigestsTogether>;
typedef std::uint32_t Vector __attribute__((vector_size(4 * kDigestsTogether)));

/// The 16 message words of each text that are not 0 for a text of at most 10 digits: three of text, one of length.
struct Block {
    std::array<Vector, 3> text;
    Vector bits;
};

Block blockOf(std::uint32_t first)
{
    Block block{};
    for (std::uint32_t lane = 0; lane < kDigestsTogether; ++lane) {
        char digits[12] = {};
        char* const end = std::to_chars(digits, digits + 10, first + lane).ptr;
        const auto length = static_cast<std::uint32_t>(end - digits);
        *end = static_cast<char>(0x80);
        for (std::uint32_t at = 0; at <= length; ++at)
            block.text[at / 4][lane] |= static_cast<std::uint32_t>(static_cast<unsigned char>(digits[at]))
                                        << (8 * (at % 4));
        block.bits[lane] = 8 * length;
    }
    return block;
}

// RFC 1321, section 3.4: K[i] = floor(2^32 * |sin(i + 1)|), and the shifts of each round.
constexpr std::uint32_t kSines[64] = {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
    0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
    0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
    0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
    0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391};
constexpr std::uint32_t kShifts[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};

[[gnu::always_inline]] inline void digest(const Block& block, Words& a0, Words& b0)
{
    const Vector zero{};
    Vector a = zero + 0x67452301u, b = zero + 0xefcdab89u, c = zero + 0x98badcfeu, d = zero + 0x10325476u;
    const Vector firstA = a, firstB = b;
#pragma GCC unroll 64
    for (std::uint32_t step = 0; step < 64; ++step) {
        const std::uint32_t round = step / 16;
        Vector mixed;
        std::uint32_t word;
        if (round == 0) {
            mixed = (b & c) | (~b & d);
            word = step;
        } else if (round == 1) {
            mixed = (d & b) | (~d & c);
            word = (5 * step + 1) % 16;
        } else if (round == 2) {
            mixed = b ^ c ^ d;
            word = (3 * step + 5) % 16;
        } else {
            mixed = c ^ (b | ~d);
            word = 7 * step % 16;
        }
        Vector sum = a + mixed + kSines[step];
        if (word < 3)
            sum += block.text[word];
        else if (word == 14)
            sum += block.bits;
        const std::uint32_t shift = kShifts[round][step % 4];
        a = d;
        d = c;
        c = b;
        b = b + ((sum << shift) | (sum >> (32 - shift)));
    }
    a += firstA;
    b += firstB;
    for (std::uint32_t lane = 0; lane < kDigestsTogether; ++lane) {
        a0[lane] = a[lane];
        b0[lane] = b[lane];
    }
}

void digestPlain(const Block& block, Words& a, Words& b)
{
    digest(block, a, b);
}
#if defined(__x86_64__)
[[gnu::target("avx2")]] void digestV3(const Block& block, Words& a, Words& b)
{
    digest(block, a, b);
}
[[gnu::target("avx512f,avx512vl,prefer-vector-width=512")]] void digestV4(const Block& block, Words& a,
                                                                          Words& b)
{
    digest(block, a, b);
}
#endif

using Digest = void (*)(const Block&, Words&, Words&);
Digest digestFor(InstructionLevel level)
{
#if defined(__x86_64__)
    switch (level) {
    case InstructionLevel::V4:
        return digestV4;
    case InstructionLevel::V3:
        return digestV3;
    case InstructionLevel::Plain:
        break;
    }
#endif
    return digestPlain;
}

constexpr std::uint32_t byteSwapped(std::uint32_t word)
{
    return word << 24 | (word & 0xFF00) << 8 | (word >> 8 & 0xFF00) | word >> 24;
}

}  // namespace

std::array<std::uint64_t, kDigestsTogether> md5OfDecimals(std::uint32_t first)
{
    static const InstructionLevel best = bestInstructionLevel();
    return md5OfDecimals(first, best);
}

std::array<std::uint64_t, kDigestsTogether> md5OfDecimals(std::uint32_t first, InstructionLevel level)
{
    Words a, b;
    digestFor(level)(blockOf(first), a, b);
    std::array<std::uint64_t, kDigestsTogether> tops;
    for (std::uint32_t lane = 0; lane < kDigestsTogether; ++lane)
        tops[lane] = static_cast<std::uint64_t>(byteSwapped(a[lane])) << 32 | byteSwapped(b[lane]);
    return tops;
}

}  // namespace plimsoll
