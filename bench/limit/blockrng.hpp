// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Block generators: 8 interleaved xoshiro256++ lanes and a polynomial -log(u), both auto-vectorised.
#pragma once
#include <bit>
#include <cstdint>
#include <cstring>

struct BlockRng {
    static constexpr int L = 8, B = 2048;
    alignas(64) uint64_t s[4][L];
    alignas(64) double buf[B];
    size_t at = B;
    explicit BlockRng(uint64_t seed)
    {
        for (int l = 0; l < L; ++l)
            for (int k = 0; k < 4; ++k) {
                seed += 0x9E3779B97F4A7C15ull;
                uint64_t z = seed;
                z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
                s[k][l] = z ^ (z >> 31);
            }
    }
    typedef uint64_t V __attribute__((vector_size(32)));
    static inline V rotl(V x, int k) { return (x << k) | (x >> (64 - k)); }
    void raw(uint64_t* __restrict out, size_t n)
    {  // n: multiple of L; out: 32-byte aligned
        V a0, a1, b0, b1, c0, c1, d0, d1;
        memcpy(&a0, s[0], 32);
        memcpy(&a1, s[0] + 4, 32);
        memcpy(&b0, s[1], 32);
        memcpy(&b1, s[1] + 4, 32);
        memcpy(&c0, s[2], 32);
        memcpy(&c1, s[2] + 4, 32);
        memcpy(&d0, s[3], 32);
        memcpy(&d1, s[3] + 4, 32);
        for (size_t i = 0; i < n; i += L) {
            V r0 = rotl(a0 + d0, 23) + a0, r1 = rotl(a1 + d1, 23) + a1, t0 = b0 << 17, t1 = b1 << 17;
            memcpy(out + i, &r0, 32);
            memcpy(out + i + 4, &r1, 32);
            c0 ^= a0;
            d0 ^= b0;
            b0 ^= c0;
            a0 ^= d0;
            c0 ^= t0;
            d0 = rotl(d0, 45);
            c1 ^= a1;
            d1 ^= b1;
            b1 ^= c1;
            a1 ^= d1;
            c1 ^= t1;
            d1 = rotl(d1, 45);
        }
        memcpy(s[0], &a0, 32);
        memcpy(s[0] + 4, &a1, 32);
        memcpy(s[1], &b0, 32);
        memcpy(s[1] + 4, &b1, 32);
        memcpy(s[2], &c0, 32);
        memcpy(s[2] + 4, &c1, 32);
        memcpy(s[3], &d0, 32);
        memcpy(s[3] + 4, &d1, 32);
    }
    // -log(u) for u uniform in (0,1): exponent split + atanh series, about 1e-10 relative.
    static inline double neglog(uint64_t bits)
    {
        uint64_t m = (bits >> 12) | 0x3FF0000000000000ull;      // mantissa in [1,2)
        double u = std::bit_cast<double>(m) - (1.0 - 0x1p-53);  // (0,1)
        uint64_t ub = std::bit_cast<uint64_t>(u);
        // exponent k and mantissa f in [sqrt(1/2), sqrt(2))
        uint64_t t = ub - 0x3FE6A09E667F3BCDull;
        uint64_t kb = (t >> 52);
        uint64_t fb = ub - (kb << 52);
        double f = std::bit_cast<double>(fb);
        // small signed integer k to double without a 64-bit int conversion
        uint64_t k12 = kb & 0xFFF;
        double k = std::bit_cast<double>(0x4330000000000000ull | k12) - 0x1p52;
        k = k > 2047.0 ? k - 4096.0 : k;
        double z = (f - 1.0) / (f + 1.0), w = z * z;
        double p = 2.0
                   + w
                         * (0.66666666666666
                            + w
                                  * (0.40000000000
                                     + w * (0.285714285 + w * (0.22222222 + w * (0.1818186 + w * 0.1538)))));
        return -(k * 0.69314718055994531 + z * p);
    }
    void exp_block(double* __restrict out, size_t n, double mean)
    {
        alignas(64) uint64_t r[256];
        for (size_t o = 0; o < n; o += 256) {
            size_t m = n - o < 256 ? n - o : 256;
            raw(r, (m + L - 1) / L * L);
            for (size_t i = 0; i < m; ++i)
                out[o + i] = mean * neglog(r[i]);
        }
    }
    double next_exp()
    {  // unit mean, from the buffer
        if (at == B) {
            exp_block(buf, B, 1.0);
            at = 0;
        }
        return buf[at++];
    }
};
