// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pending-event sets on 16-byte entries {time, payload}; no allocation in steady state.
#pragma once
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <queue>
#include <vector>

struct Ev {
    uint64_t t;  // integer time (ns or ps)
    uint64_t p;  // payload: event type, node, slot, tie-break sequence
};
inline bool before(const Ev& a, const Ev& b)
{  // total order: time, then payload
    return ((unsigned __int128)a.t << 64 | a.p) < ((unsigned __int128)b.t << 64 | b.p);
}

struct StdPQ {
    struct G {
        bool operator()(const Ev& a, const Ev& b) const { return before(b, a); }
    };
    std::priority_queue<Ev, std::vector<Ev>, G> q;
    void push(Ev e) { q.push(e); }
    Ev top() { return q.top(); }
    void pop() { q.pop(); }
    void replace_top(Ev e)
    {
        q.pop();
        q.push(e);
    }
    bool empty() const { return q.empty(); }
    static const char* name() { return "std::priority_queue"; }
};

// d-ary implicit heap; children of one parent share a cache line when D == 4.
template <int D>
struct DHeap {
    Ev* raw = nullptr;
    Ev* a = nullptr;  // a[0] is the root; a[1] starts a 64-byte line
    size_t n = 0, cap = 0;
    ~DHeap() { free(raw); }
    void grow()
    {
        size_t nc = cap ? cap * 2 : 1024;
        Ev* r = static_cast<Ev*>(std::aligned_alloc(64, ((nc + 8) * sizeof(Ev) + 63) & ~size_t(63)));
        Ev* b = r + 3;
        std::copy(a, a + n, b);
        free(raw);
        raw = r;
        a = b;
        cap = nc;
    }
    void up(size_t i, Ev e)
    {
        while (i) {
            size_t p = (i - 1) / D;
            if (!before(e, a[p]))
                break;
            a[i] = a[p];
            i = p;
        }
        a[i] = e;
    }
    void down(size_t i, Ev e)
    {
        for (;;) {
            size_t c = D * i + 1;
            if (c + D <= n) {
                size_t m = c;
                if constexpr (D == 4) {  // branch-light tournament
                    size_t m1 = c + before(a[c + 1], a[c]), m2 = c + 2 + before(a[c + 3], a[c + 2]);
                    m = before(a[m2], a[m1]) ? m2 : m1;
                } else
                    for (int k = 1; k < D; ++k)
                        m = before(a[c + k], a[m]) ? c + k : m;
                if (!before(a[m], e))
                    break;
                a[i] = a[m];
                i = m;
            } else {
                size_t m = i;
                Ev best = e;
                for (size_t k = c; k < n; ++k)
                    if (before(a[k], best)) {
                        best = a[k];
                        m = k;
                    }
                if (m == i)
                    break;
                a[i] = best;
                i = m;
            }
        }
        a[i] = e;
    }
    void push(Ev e)
    {
        if (n == cap)
            grow();
        up(n++, e);
    }
    Ev top() { return a[0]; }
    void pop()
    {
        Ev e = a[--n];
        if (n)
            down(0, e);
    }
    void replace_top(Ev e) { down(0, e); }
    bool empty() const { return n == 0; }
    static const char* name() { return D == 2 ? "binary heap" : D == 4 ? "4-ary heap" : "8-ary heap"; }
};

// Winner tree over a fixed number of slots, one pending event per slot (slot id = low 32 bits of payload).
struct WinnerTree {
    std::vector<uint64_t> key;  // per leaf
    std::vector<uint32_t> w;    // winners, heap order
    size_t L = 1, filled = 0;
    void prepare(size_t k)
    {
        while (L < k)
            L *= 2;
        key.assign(L, ~0ull);
        w.assign(2 * L, 0);
        for (size_t i = 0; i < L; ++i)
            w[L + i] = uint32_t(i);
        for (size_t i = L; --i;)
            w[i] = w[2 * i];
    }
    void set(uint32_t s, uint64_t t)
    {
        key[s] = t;
        for (size_t i = (L + s) >> 1; i; i >>= 1) {
            uint32_t a = w[2 * i], b = w[2 * i + 1];
            w[i] = key[b] < key[a] ? b : a;
        }
    }
    void push(Ev e) { set(uint32_t(e.p), e.t); }
    Ev top() { return {key[w[1]], w[1]}; }
    void pop() { set(w[1], ~0ull); }
    void replace_top(Ev e) { set(uint32_t(e.p), e.t); }
    static const char* name() { return "winner tree (fixed slots)"; }
};

// Brown's calendar queue; nodes in a pool, buckets are sorted lists.
struct Calendar {
    struct Node {
        Ev e;
        uint32_t next;
    };
    std::vector<Node> pool;
    std::vector<uint32_t> b;
    uint32_t freeh = ~0u;
    size_t n = 0, nb = 2, cur = 0;
    uint64_t width = 1 << 20, lo = 0;  // lo: start of current bucket's day
    Calendar() { b.assign(nb, ~0u); }
    void insert(uint32_t x)
    {
        size_t i = (pool[x].e.t / width) & (nb - 1);
        uint32_t* l = &b[i];
        while (*l != ~0u && !before(pool[x].e, pool[*l].e))
            l = &pool[*l].next;
        pool[x].next = *l;
        *l = x;
    }
    void resize(size_t m)
    {
        // width from the mean gap of the next few events
        std::vector<uint32_t> all;
        all.reserve(n);
        for (auto h : b)
            for (; h != ~0u; h = pool[h].next)
                all.push_back(h);
        size_t k = std::min<size_t>(n, 64);
        if (k > 1) {
            std::vector<uint64_t> ts;
            for (auto x : all)
                ts.push_back(pool[x].e.t);
            std::nth_element(ts.begin(), ts.begin() + (k - 1), ts.end());
            uint64_t hi = ts[k - 1], lw = *std::min_element(ts.begin(), ts.begin() + k);
            width = std::max<uint64_t>(1, 3 * (hi - lw) / k);
        }
        nb = m;
        b.assign(nb, ~0u);
        uint64_t mn = ~0ull;
        for (auto x : all) {
            mn = std::min(mn, pool[x].e.t);
            insert(x);
        }
        if (n) {
            cur = (mn / width) & (nb - 1);
            lo = mn / width * width;
        }
    }
    void push(Ev e)
    {
        uint32_t x;
        if (freeh != ~0u) {
            x = freeh;
            freeh = pool[x].next;
        } else {
            x = uint32_t(pool.size());
            pool.emplace_back();
        }
        pool[x].e = e;
        insert(x);
        if (n == 0 || e.t < lo) {
            cur = (e.t / width) & (nb - 1);
            lo = e.t / width * width;
        }
        if (++n > 2 * nb)
            resize(nb * 2);
    }
    uint32_t seek()
    {
        for (size_t k = 0; k <= nb; ++k) {
            uint32_t h = b[cur];
            if (h != ~0u && pool[h].e.t < lo + width)
                return h;
            cur = (cur + 1) & (nb - 1);
            lo += width;
        }
        uint32_t best = ~0u;
        for (auto h : b)
            if (h != ~0u && (best == ~0u || before(pool[h].e, pool[best].e)))
                best = h;
        cur = (pool[best].e.t / width) & (nb - 1);
        lo = pool[best].e.t / width * width;
        return best;
    }
    Ev top() { return pool[seek()].e; }
    void pop()
    {
        uint32_t h = seek();
        b[cur] = pool[h].next;
        pool[h].next = freeh;
        freeh = h;
        if (--n < nb / 2 && nb > 2)
            resize(nb / 2);
    }
    void replace_top(Ev e)
    {
        pop();
        push(e);
    }
    bool empty() const { return n == 0; }
    static const char* name() { return "calendar queue"; }
};

// Ladder queue after Tang, Goh and Thng: unsorted top, rungs of buckets, small sorted bottom.
struct Ladder {
    static constexpr size_t THRES = 48, MAXR = 8;
    struct Node {
        Ev e;
        uint32_t next;
    };
    std::vector<Node> pool;
    uint32_t freeh = ~0u;
    struct Rung {
        std::vector<uint32_t> head, cnt;
        uint64_t start = 0, width = 1;
        size_t cur = 0, nb = 0;
    };
    Rung r[MAXR];
    size_t nr = 0, n = 0;
    uint32_t top_h = ~0u;
    size_t top_n = 0;
    uint64_t top_min = ~0ull, top_max = 0, top_start = 0;
    std::vector<Ev> bot;  // descending
    uint32_t alloc(Ev e)
    {
        uint32_t x;
        if (freeh != ~0u) {
            x = freeh;
            freeh = pool[x].next;
        } else {
            x = uint32_t(pool.size());
            pool.emplace_back();
        }
        pool[x].e = e;
        return x;
    }
    void rel(uint32_t x)
    {
        pool[x].next = freeh;
        freeh = x;
    }
    void bot_insert(Ev e)
    {
        bot.push_back(e);
        size_t i = bot.size() - 1;
        while (i && before(bot[i - 1], e)) {
            bot[i] = bot[i - 1];
            --i;
        }
        bot[i] = e;
    }
    void spawn(uint64_t start, uint64_t span, size_t cnt)
    {
        Rung& g = r[nr++];
        g.width = std::max<uint64_t>(1, span / cnt + 1);
        g.nb = cnt + 1;
        if (g.head.size() < g.nb) {
            g.head.resize(g.nb);
            g.cnt.resize(g.nb);
        }
        std::fill_n(g.head.begin(), g.nb, ~0u);
        std::fill_n(g.cnt.begin(), g.nb, 0u);
        g.start = start;
        g.cur = 0;
    }
    void put(Rung& g, uint32_t x)
    {
        size_t i = (pool[x].e.t - g.start) / g.width;
        pool[x].next = g.head[i];
        g.head[i] = x;
        ++g.cnt[i];
    }
    void push(Ev e)
    {
        ++n;
        if (e.t >= top_start) {
            uint32_t x = alloc(e);
            pool[x].next = top_h;
            top_h = x;
            ++top_n;
            top_min = std::min(top_min, e.t);
            top_max = std::max(top_max, e.t);
            return;
        }
        for (size_t k = 0; k < nr; ++k) {
            Rung& g = r[k];
            if (e.t >= g.start + g.cur * g.width) {
                put(g, alloc(e));
                return;
            }
        }
        bot_insert(e);
    }
    void fill()
    {
        while (bot.empty()) {
            if (nr == 0) {
                if (!top_n)
                    return;
                uint64_t span = top_max - top_min;
                spawn(top_min, span, top_n);
                uint32_t x = top_h;
                while (x != ~0u) {
                    uint32_t nx = pool[x].next;
                    put(r[0], x);
                    x = nx;
                }
                top_start = r[0].start + r[0].nb * r[0].width;
                top_h = ~0u;
                top_n = 0;
                top_min = ~0ull;
                top_max = 0;
            }
            Rung& g = r[nr - 1];
            while (g.cur < g.nb && g.cnt[g.cur] == 0)
                ++g.cur;
            if (g.cur == g.nb) {
                --nr;
                continue;
            }
            size_t i = g.cur++;
            uint32_t x = g.head[i];
            size_t c = g.cnt[i];
            g.head[i] = ~0u;
            g.cnt[i] = 0;
            if (c > THRES && nr < MAXR && g.width > 1) {
                uint64_t st = g.start + i * g.width, sp = g.width - 1;
                spawn(st, sp, c);
                while (x != ~0u) {
                    uint32_t nx = pool[x].next;
                    put(r[nr - 1], x);
                    x = nx;
                }
            } else {
                while (x != ~0u) {
                    uint32_t nx = pool[x].next;
                    bot.push_back(pool[x].e);
                    rel(x);
                    x = nx;
                }
                std::sort(bot.begin(), bot.end(), [](const Ev& a, const Ev& b) { return before(b, a); });
            }
        }
    }
    Ev top()
    {
        if (bot.empty())
            fill();
        return bot.back();
    }
    void pop()
    {
        if (bot.empty())
            fill();
        bot.pop_back();
        --n;
    }
    void replace_top(Ev e)
    {
        pop();
        push(e);
    }
    bool empty() const { return n == 0; }
    static const char* name() { return "ladder queue"; }
};

// Monotone radix heap (Ahuja, Mehlhorn, Orlin, Tarjan). Equal times leave in insertion order: all
// entries of one time always share a bucket and redistribution keeps their order.
struct Radix {
    std::vector<Ev> b[65];
    uint64_t last = 0, mask = 0;  // mask: non-empty buckets 1..64 (bit i-1)
    size_t head = 0, n = 0;       // head: next of bucket 0
    void put(Ev e)
    {
        if (e.t == last) {
            b[0].push_back(e);
            return;
        }
        int i = 64 - __builtin_clzll(e.t ^ last);
        b[i].push_back(e);
        mask |= 1ull << (i - 1);
    }
    void push(Ev e)
    {
        ++n;
        put(e);
    }
    void pull()
    {
        if (head < b[0].size())
            return;
        b[0].clear();
        head = 0;
        int i = __builtin_ctzll(mask) + 1;
        mask &= mask - 1;
        auto& v = b[i];
        if (v.size() == 1) {
            last = v[0].t;
            b[0].push_back(v[0]);
            v.clear();
            return;
        }
        uint64_t m = ~0ull;
        for (auto& e : v)
            m = std::min(m, e.t);
        last = m;
        for (auto& e : v)
            put(e);
        v.clear();
    }
    Ev top()
    {
        pull();
        return b[0][head];
    }
    void pop()
    {
        pull();
        ++head;
        --n;
    }
    void replace_top(Ev e)
    {
        pop();
        push(e);
    }
    bool empty() const { return n == 0; }
    static const char* name() { return "radix heap"; }
};

// Bucket ring in front of a heap: near bucket is a 4-ary heap, the ring holds unsorted buckets,
// anything past the ring's horizon waits in an overflow 4-ary heap. Width adapts to the event density.
struct WheelHeap {
    static constexpr size_t NB = 4096;
    std::vector<Ev> ring[NB];
    DHeap<4> near, far;
    uint64_t shift = 10, cur = 0;  // bucket number of 'near'
    size_t n = 0;
    uint64_t pops = 0, t_mark = 0;
    uint64_t bno(uint64_t t) const { return t >> shift; }
    void place(Ev e)
    {
        uint64_t k = bno(e.t);
        if (k <= cur)
            near.push(e);
        else if (k - cur < NB)
            ring[k & (NB - 1)].push_back(e);
        else
            far.push(e);
    }
    void push(Ev e)
    {
        ++n;
        place(e);
    }
    void retune(uint64_t span)
    {                                      // span: time covered by the last 4096 pops
        uint64_t want = span / 4096 * 24;  // about 24 events a bucket
        uint64_t s = want ? 64 - __builtin_clzll(want) : 0;
        if (s + 1 < shift || s > shift + 1) {
            std::vector<Ev> all;
            all.reserve(n);
            for (size_t i = 0; i < near.n; ++i)
                all.push_back(near.a[i]);
            for (size_t i = 0; i < far.n; ++i)
                all.push_back(far.a[i]);
            for (auto& v : ring) {
                all.insert(all.end(), v.begin(), v.end());
                v.clear();
            }
            near.n = far.n = 0;
            shift = s;
            uint64_t m = ~0ull;
            for (auto& e : all)
                m = std::min(m, e.t);
            cur = bno(m);
            for (auto& e : all)
                place(e);
        }
    }
    void advance()
    {
        while (near.n == 0) {
            ++cur;
            if (ring[cur & (NB - 1)].empty()) {
                // jump over empty stretches
                size_t k = 0;
                while (k < NB && ring[(cur + k) & (NB - 1)].empty())
                    ++k;
                uint64_t nxt = k < NB ? cur + k : ~0ull;
                if (far.n)
                    nxt = std::min(nxt, bno(far.a[0].t));
                cur = nxt;
            }
            auto& v = ring[cur & (NB - 1)];
            for (auto& e : v)
                near.push(e);
            v.clear();
            while (far.n && bno(far.a[0].t) < cur + NB) {
                Ev e = far.top();
                far.pop();
                place(e);
            }
        }
    }
    Ev top()
    {
        if (!near.n)
            advance();
        return near.a[0];
    }
    void pop()
    {
        if (!near.n)
            advance();
        uint64_t t = near.a[0].t;
        near.pop();
        --n;
        if ((++pops & 4095) == 0) {
            retune(t - t_mark);
            t_mark = t;
        }
    }
    void replace_top(Ev e)
    {
        pop();
        push(e);
    }
    bool empty() const { return n == 0; }
    static const char* name() { return "bucket ring + heap"; }
};

// At most a few dozen fixed slots: branch-free scan for the minimum (auto-vectorised).
struct SlotScan {
    std::vector<double> key;  // times as doubles so that AVX2 can compare them
    void prepare(size_t k) { key.assign((k + 7) & ~size_t(7), 1e300); }
    void push(Ev e) { key[uint32_t(e.p)] = double(e.t); }
    Ev top()
    {
        double m = 1e300;
        size_t n = key.size();
        const double* k = key.data();
        double m0[8] = {1e300, 1e300, 1e300, 1e300, 1e300, 1e300, 1e300, 1e300};
        for (size_t i = 0; i < n; i += 8)
            for (int j = 0; j < 8; ++j)
                m0[j] = k[i + j] < m0[j] ? k[i + j] : m0[j];
        for (double x : m0)
            m = x < m ? x : m;
        size_t at = 0;
        for (size_t i = 0; i < n; ++i)
            at = k[i] == m ? i : at;
        return {uint64_t(m), at};
    }
    void pop() { key[top().p] = 1e300; }
    void replace_top(Ev e) { key[uint32_t(e.p)] = double(e.t); }
    static const char* name() { return "slot scan (SIMD)"; }
};
