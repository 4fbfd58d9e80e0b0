// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the product keeps of every node beside one histogram of the whole, so that the prototypes can be run with it:
// counts, series, latencies with the marks their intervals are made from, the queue over time and its peak, busy time over
// time, parts of time, the age of the newest complete view, and the sums that the audit holds against each other. Not here:
// the journeys of sampled messages, for which a message would need a name.
#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <vector>

namespace col {
using T = int64_t;

// A log-linear histogram, 128 cells an octave, with a mark after equal numbers of samples: 256 to 512 of them.
struct Marked {
    static constexpr int SB = 7;
    std::vector<uint64_t> c = std::vector<uint64_t>(size_t(55 - SB + 1) << SB, 0);
    uint64_t n = 0, next = 1, spacing = 1, longest = 0;
    unsigned __int128 sum = 0;
    std::vector<std::array<double, 2>> marks;
    static uint32_t index(uint64_t v)
    {
        v = std::min<uint64_t>(v, (uint64_t(1) << 55) - 1);
        int o = int(std::bit_width(v | (1u << SB))) - (SB + 1);
        return (uint32_t(o) << SB) + uint32_t(v >> o);
    }
    void mark()
    {
        marks.push_back({double(n), double(sum)});
        if (marks.size() == 512) {
            for (size_t i = 0; i < 256; ++i)
                marks[i] = marks[2 * i + 1];
            marks.resize(256);
            spacing *= 2;
        }
        next = n + spacing;
    }
    // Of values that a double holds, its exponent and first mantissa bits are the cell: this is done in vector registers.
    static uint64_t small(uint64_t v)
    {
        const double d = std::bit_cast<double>(v | 0x4330000000000000ull) - 0x1p52;
        return v < (1u << SB) ? v : (std::bit_cast<uint64_t>(d) >> (52 - SB)) - ((1023ull + SB - 1) << SB);
    }
    template <class F>
    void part(size_t from, size_t to, F of)
    {
        uint64_t s = 0, most = longest;
        uint64_t cells[64];
        for (size_t at = from; at < to; at += 64) {
            const size_t k = std::min<size_t>(64, to - at);
            for (size_t i = 0; i < k; ++i) {
                const auto v = uint64_t(of(at + i));
                s += v;
                most = std::max(most, v);
                cells[i] = small(v);
            }
            for (size_t i = 0; i < k; ++i)
                ++c[cells[i]];
        }
        longest = most;
        sum += s;
        n += to - from;
    }
    double mean() const { return n ? double(sum) / double(n) * 1e-9 : 0; }
    double quantile(double q) const
    {
        double need = q * double(n);
        size_t i = 0;
        while (i + 1 < c.size() && need >= double(c[i]))
            need -= double(c[i++]);
        const size_t o = i >> SB;
        const double width = o ? std::ldexp(1.0, int(o) - 1) : 1;
        const double low = o ? double((1u << SB) + (i & ((1u << SB) - 1))) * width : double(i);
        return (low + width / 2) * 1e-9;
    }
    template <class F>
    void add(size_t k, F of)
    {
        size_t from = 0;
        while (n + (k - from) >= next) {
            const size_t to = from + size_t(next - n);
            part(from, to, of);
            mark();
            from = to;
        }
        part(from, k, of);
    }
    void repeat(uint64_t v, size_t k)
    {
        while (n + k >= next) {
            const uint64_t some = next - n;
            sum += v * some;
            n += some;
            c[index(v)] += some;
            mark();
            k -= some;
        }
        sum += v * k;
        n += k;
        c[index(v)] += k;
    }
};

// Sums in seconds, 1024 of them at most: two become one.
struct Slots {
    T width = 1'000'000'000;
    std::vector<double> v;
    size_t last = 0;
    T from = 0, to = 0;  // of the slot met last: no division then
    void add(T t, double x)
    {
        if (t >= from && t < to) {
            v[last] += x;
            return;
        }
        while (t / width >= 1024) {
            for (size_t i = 0; 2 * i < v.size(); ++i)
                v[i] = v[2 * i] + (2 * i + 1 < v.size() ? v[2 * i + 1] : 0);
            v.resize((v.size() + 1) / 2);
            width *= 2;
        }
        const auto i = size_t(t / width);
        if (i >= v.size())
            v.resize(i + 1, 0);
        v[i] += x;
        last = i;
        from = T(i) * width;
        to = from + width;
    }
    // x held from a to b
    void spread(T a, T b, double x)
    {
        while (a < b) {
            const T until = std::min(b, (a / width + 1) * width);
            add(a, x * double(until - a));
            a = until;
        }
    }
};

// Records under way by the tenth of a second they were born in: how old the newest complete view at the sink is.
struct Freshness {
    explicit Freshness(T width = 100'000'000) : slice(width) {}
    T slice;
    static constexpr size_t most = 1 << 16;
    std::vector<int64_t> under = std::vector<int64_t>(most, 0);
    T oldest = 0, newest = 0;
    double sum = 0, peak = 0;
    uint64_t samples = 0;
    template <class F>
    void count(size_t k, F born, int64_t change)
    {
        T from = 0, to = 0;
        int64_t* at = nullptr;
        for (size_t i = 0; i < k; ++i) {
            const T b = born(i);
            if (b < from || b >= to) {
                const T s = b / slice;
                newest = std::max(newest, s);
                at = &under[size_t(s) & (most - 1)];
                from = s * slice;
                to = from + slice;
            }
            *at += change;
        }
    }
    void sample(T now)
    {
        while (oldest < newest && (oldest + 1) * slice <= now && under[size_t(oldest) & (most - 1)] == 0)
            ++oldest;
        const double age = double(std::max<T>(0, now - oldest * slice));
        sum += age;
        peak = std::max(peak, age);
        ++samples;
    }
};

struct Figures {
    explicit Figures(Freshness* f) : freshness(f) {}
    uint64_t born = 0, offered = 0, retried = 0, accepted = 0, completed = 0, failed = 0, done = 0;
    Marked lat, response, delay;
    Slots in, out, busy;
    T waited_for = 0, served_for = 0, gathered_for = 0;
    uint64_t waited = 0, served = 0, batches = 0;
    // The line: who has arrived and not begun.
    struct Wait {
        T begins;
        size_t records;
    };
    std::vector<Wait> ring = std::vector<Wait>(1024);
    size_t head = 0, tail = 0;
    size_t line = 0, peak = 0;
    double line_sum = 0;
    uint64_t samples = 0;
    Freshness* freshness;

    void grow()
    {
        std::vector<Wait> wide(2 * ring.size());
        for (size_t i = head; i < tail; ++i)
            wide[i & (wide.size() - 1)] = ring[i & (ring.size() - 1)];
        ring.swap(wide);
    }
    void wait(T begins, size_t records)
    {
        if (tail - head == ring.size())
            grow();
        ring[tail++ & (ring.size() - 1)] = {begins, records};
        line += records;
    }
    void begun(T t)
    {
        for (; head < tail && ring[head & (ring.size() - 1)].begins <= t; ++head)
            line -= ring[head & (ring.size() - 1)].records;
    }
    template <class I>
    void arrive(const I* a, size_t k)
    {
        offered += k;
        accepted += k;
        series(in, k, [&](size_t i) { return a[i].t; });
    }
    template <class I>
    void leave(const I* d, size_t k)
    {
        completed += k;
        series(out, k, [&](size_t i) { return d[i].t; });
    }
    void leave(T at, size_t k)
    {
        completed += k;
        out.add(at, double(k));
    }
    // Ascending times.
    template <class F>
    void series(Slots& s, size_t k, F at)
    {
        for (size_t from = 0; from < k; from += 64) {
            const size_t to = std::min(k, from + 64);
            if (at(from) / s.width == at(to - 1) / s.width) {
                s.add(at(from), double(to - from));
                continue;
            }
            for (size_t i = from; i < to; ++i)
                s.add(at(i), 1);
        }
    }
    // One server: `free` is when it was before the first of them.
    template <class I>
    void serve(const I* d, const I* a, size_t k, T free)
    {
        for (size_t from = 0; from < k; from += 64) {
            const size_t some = std::min<size_t>(64, k - from);
            serve_some(d + from, a + from, some, free);
            free = d[from + some - 1].t;
        }
    }
    template <class I>
    void serve_some(const I* d, const I* a, size_t k, T free)
    {
        T w = 0, b = 0;
        const bool one = a[0].t / busy.width == (d[k - 1].t - 1) / busy.width;
        for (size_t i = 0; i < k; ++i) {
            const T begin = std::max(a[i].t, free);
            w += begin - a[i].t;
            b += d[i].t - begin;
            if (!one)
                busy.spread(begin, d[i].t, 1);
            // Whether one waits is as good as a coin: no branch on it.
            const bool waits = begin > a[i].t;
            if (tail - head == ring.size())
                grow();
            ring[tail & (ring.size() - 1)] = {begin, 1};
            tail += waits;
            line += waits;
            waited += waits;
            if (line > peak) {
                begun(a[i].t);
                peak = std::max(peak, line);
            }
            free = d[i].t;
        }
        if (one)
            busy.add(a[0].t, double(b));
        waited_for += w;
        served_for += b;
        served += k;
    }
    void enter(const auto* a, size_t k)
    {
        freshness->count(
            k, [&](size_t i) { return a[i].b; }, 1);
    }
    template <class F>
    void settle(size_t k, F born_at)
    {
        freshness->count(k, born_at, -1);
    }
    // A batch of those that came at `at`, closed at `when`.
    void batch(const T* at, size_t k, T when, T begin, T end)
    {
        T g = 0;
        for (size_t i = 0; i < k; ++i) {
            g += when - at[i];
            waited += begin > at[i];
        }
        gathered_for += g;
        waited_for += T(k) * (begin - when);
        served_for += T(k) * (end - begin);
        busy.spread(begin, end, 1);
        served += k;
        ++batches;
        if (begin > when)
            wait(begin, k);
        if (line + k > peak) {
            begun(when);
            peak = std::max(peak, line + k);
        }
    }
    void sample(T t)
    {
        begun(t);
        line_sum += double(line);
        ++samples;
    }
    bool balances() const { return offered == accepted && accepted == completed + failed; }
};

}  // namespace col
