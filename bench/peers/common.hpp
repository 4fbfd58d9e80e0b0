// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Shared by all C/C++ peer programs: same RNG, same histogram, same report line.
#pragma once
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <sys/resource.h>
#include <vector>

namespace bench {

struct Rng {  // xoshiro256++ (public-domain algorithm), seeded by splitmix64
    uint64_t s[4];
    explicit Rng(uint64_t seed)
    {
        for (auto& w : s) {
            seed += 0x9E3779B97F4A7C15ull;
            uint64_t z = seed;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
            w = z ^ (z >> 31);
        }
    }
    static uint64_t rotl(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
    uint64_t next()
    {
        uint64_t r = rotl(s[0] + s[3], 23) + s[0], t = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = rotl(s[3], 45);
        return r;
    }
    double uniform() { return ((next() >> 11) + 0.5) * 0x1p-53; }  // in (0,1)
    double exponential(double mean) { return -mean * std::log(uniform()); }
    uint32_t below(uint32_t n) { return uint32_t((uint64_t(uint32_t(next() >> 32)) * n) >> 32); }
};

// Log-linear histogram of durations, 128 sub-buckets per octave (relative width < 0.8 %).
struct Hist {
    static constexpr int SB = 7;
    std::vector<uint64_t> c = std::vector<uint64_t>(size_t(64 - SB + 1) << SB, 0);
    uint64_t n = 0;
    double sum = 0;
    static size_t index(uint64_t v)
    {
        if (v < (1u << SB))
            return v;
        int e = 63 - __builtin_clzll(v);
        return (size_t(e - SB + 1) << SB) | ((v >> (e - SB)) & ((1u << SB) - 1));
    }
    static double mid(size_t i)
    {
        size_t o = i >> SB, m = i & ((1u << SB) - 1);
        if (o == 0)
            return double(m) + 0.5;
        double w = std::ldexp(1.0, int(o) - 1);
        return (double((1u << SB) | m)) * w + 0.5 * w;
    }
    void add(double seconds)
    {
        sum += seconds;
        ++n;
        ++c[index(uint64_t(seconds * 1e9))];
    }
    double mean() const { return n ? sum / double(n) : 0; }
    double quantile(double q) const
    {
        uint64_t need = uint64_t(q * double(n)), acc = 0;
        for (size_t i = 0; i < c.size(); ++i) {
            acc += c[i];
            if (acc > need)
                return mid(i) * 1e-9;
        }
        return 0;
    }
};

inline double user_cpu()
{
    rusage u{};
    getrusage(RUSAGE_SELF, &u);
    return double(u.ru_utime.tv_sec) + 1e-6 * double(u.ru_utime.tv_usec) + double(u.ru_stime.tv_sec)
           + 1e-6 * double(u.ru_stime.tv_usec);
}
inline long max_rss_kib()
{  // peak of this program itself (getrusage would inherit the launcher's)
    long k = 0;
    if (FILE* f = std::fopen("/proc/self/status", "r")) {
        char l[256];
        while (std::fgets(l, sizeof l, f))
            if (std::sscanf(l, "VmHWM: %ld", &k) == 1)
                break;
        std::fclose(f);
    }
    return k;
}

// "events" are the job's logical events (see README), the same for every engine.
inline void report(const char* engine, const char* job, uint64_t n, uint64_t events, double cpu0, long rss0,
                   const Hist* h)
{
    double cpu = user_cpu() - cpu0;
    std::printf("%-22s %-5s n=%llu events=%llu cpu_s=%.3f ns_per_event=%.1f Mev_per_s=%.3f rss_kib=%ld "
                "rss_delta_kib=%ld",
                engine, job, (unsigned long long)n, (unsigned long long)events, cpu,
                1e9 * cpu / double(events), 1e-6 * double(events) / cpu, max_rss_kib(), max_rss_kib() - rss0);
    if (h && h->n)
        std::printf(" mean=%.6g p50=%.6g p99=%.6g p999=%.6g recorded=%llu", h->mean(), h->quantile(.5),
                    h->quantile(.99), h->quantile(.999), (unsigned long long)h->n);
    std::printf("\n");
}

// Parameters of the three jobs.
namespace mm1 {
constexpr double mean_gap = 1.25, mean_service = 1.0;
}  // namespace mm1
namespace fan {
constexpr double rate = 2400.0, shard_service = 1e-3, batch_wait = 1.0, worker_mean = 0.8 * 50 / 24.0;
constexpr int shards = 3, workers = 50;
constexpr size_t batch_size = 100;
}  // namespace fan
}  // namespace bench
