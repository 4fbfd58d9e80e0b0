// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Columnar message-level engine: no event list. Time advances in windows; in each window every node
// turns its sorted arrival column into a sorted departure column (Lindley recursion, server heap,
// token bucket, batch cut, delay + window-bucket sort). Exact for causal nodes; feedback edges are
// allowed when their delay is at least one window.
#pragma once
#include "../peers/common.hpp"
#include "blockrng.hpp"
#include "figures.hpp"
#include <algorithm>
#include <memory>

namespace col {
using T = int64_t;
constexpr double NS = 1e9;

struct H32 {  // 128 sub-buckets per octave, 32-bit counters spilled to 64-bit
    static constexpr int SB = 7, N = (55 - SB + 1) << SB;
    std::vector<uint32_t> c = std::vector<uint32_t>(N, 0);
    std::vector<uint64_t> big = std::vector<uint64_t>(N, 0);
    uint64_t n = 0, since = 0;
    double sum = 0;
    static uint32_t index(uint64_t v)
    {
        v = std::min<uint64_t>(v, (uint64_t(1) << 55) - 1);
        int e = 63 - __builtin_clzll(v | (1u << SB));
        return (uint32_t(e - SB) << SB) + uint32_t(v >> (e - SB));
    }
    void addn(const T* __restrict d, const T* __restrict a, size_t k)
    {  // d[i]-a[i]
        T s = 0;
        uint32_t* __restrict cc = c.data();
        for (size_t i = 0; i < k; ++i) {
            T x = d[i] - a[i];
            s += x;
            ++cc[index(uint64_t(x))];
        }
        sum += double(s);
        n += k;
        if ((since += k) > (1u << 30))
            spill();
    }
    void addc(T d, const T* __restrict a, size_t k)
    {  // d-a[i]
        T s = 0;
        uint32_t* __restrict cc = c.data();
        for (size_t i = 0; i < k; ++i) {
            T x = d - a[i];
            s += x;
            ++cc[index(uint64_t(x))];
        }
        sum += double(s);
        n += k;
        if ((since += k) > (1u << 30))
            spill();
    }
    template <class I>
    void add_items(const I* __restrict d, const I* __restrict a, size_t k)
    {  // sojourn d.t - a.t
        T s = 0;
        uint32_t* __restrict cc = c.data();
        for (size_t i = 0; i < k; ++i) {
            T x = d[i].t - a[i].t;
            s += x;
            ++cc[index(uint64_t(x))];
        }
        count(double(s), k);
    }
    template <class I>
    void add_e2e(const I* __restrict d, size_t k)
    {
        T s = 0;
        uint32_t* __restrict cc = c.data();
        for (size_t i = 0; i < k; ++i) {
            T x = d[i].t - d[i].b;
            s += x;
            ++cc[index(uint64_t(x))];
        }
        count(double(s), k);
    }
    void add_raw(const T* __restrict d, size_t k)
    {
        T s = 0;
        uint32_t* __restrict cc = c.data();
        for (size_t i = 0; i < k; ++i) {
            s += d[i];
            ++cc[index(uint64_t(d[i]))];
        }
        count(double(s), k);
    }
    void count(double s, size_t k)
    {
        sum += s;
        n += k;
        if ((since += k) > (1u << 30))
            spill();
    }
    void spill()
    {
        for (int i = 0; i < N; ++i) {
            big[i] += c[i];
            c[i] = 0;
        }
        since = 0;
    }
    void addw(double seconds, double w, std::vector<double>& dst) const
    {
        dst[index(uint64_t(seconds * NS))] += w;
    }
    static double mid(size_t i) { return lower(i) + .5 * (lower(i + 1) - lower(i)); }
    static double lower(size_t i)
    {
        size_t o = i >> SB, m = i & ((1u << SB) - 1);
        return o == 0 ? double(m) : std::ldexp(double((1u << SB) + m), int(o) - 1);
    }
    double mean() const { return n ? sum / double(n) / NS : 0; }
    double quantile(double q)
    {
        spill();
        double need = q * double(n), acc = 0;
        for (int i = 0; i < N; ++i) {
            double x = double(big[i]);
            if (acc + x > need)
                return (lower(i) + (lower(i + 1) - lower(i)) * (need - acc) / x) / NS;
            acc += x;
        }
        return 0;
    }
    void merge(H32& o)
    {
        o.spill();
        for (int i = 0; i < N; ++i)
            big[i] += o.big[i];
        n += o.n;
        sum += o.sum;
    }
};

// Service-time law as a quantile table: 1024 cells, the last one refined once.
struct Law {
    std::vector<float> q, tail;  // in seconds
    double mean = 0;
    template <class F>
    explicit Law(F inv)
    {
        for (int i = 0; i <= 1024; ++i)
            q.push_back(float(inv(std::min(i / 1024.0, 1 - 1.0 / 1024))));
        for (int i = 0; i <= 1024; ++i)
            tail.push_back(float(inv(std::min(1 - 1.0 / 1024 + i / 1048576.0, 1 - 0.4 / 1048576))));
        q[1024] = tail[0];
        for (int i = 0; i < 1023; ++i)
            mean += .5 * (q[i] + q[i + 1]) / 1024;
        for (int i = 0; i < 1024; ++i)
            mean += .5 * (tail[i] + tail[i + 1]) / 1048576;
    }
    float draw(uint64_t r) const
    {
        uint32_t i = uint32_t(r >> 54);
        const float* p = q.data();
        uint32_t low = uint32_t(r >> 20);
        if (__builtin_expect(i == 1023, 0)) {
            i = (r >> 44) & 1023;
            p = tail.data();
            low = uint32_t(r);
        }
        float f = float(low & 0xFFFFFF) * 0x1p-24f;
        return p[i] + f * (p[i + 1] - p[i]);
    }
    static double norm_inv(double p)
    {  // Acklam-style via bisection on erfc, set-up cost only
        double lo = -9, hi = 9;
        for (int k = 0; k < 80; ++k) {
            double m = .5 * (lo + hi);
            (0.5 * std::erfc(-m / std::sqrt(2.0)) < p ? lo : hi) = m;
        }
        return .5 * (lo + hi);
    }
    static Law lognormal(double median, double sigma)
    {
        return Law([=](double p) { return p <= 0 ? median * 0.02 : median * std::exp(sigma * norm_inv(p)); });
    }
};

struct Item {
    T t, b;
};             // time at this point of the graph, birth time
struct Edge {  // grow-only buffer with a consumed prefix
    std::unique_ptr<Item[]> p;
    size_t h = 0, n = 0, cap = 0;  // live items are p[h..n)
    Item* room(size_t k)
    {  // space for k more at p[n]
        if (n + k > cap) {
            size_t live = n - h;
            if (live + k > cap || h < cap / 2) {
                cap = std::max<size_t>(1024, 2 * (live + k));
                std::unique_ptr<Item[]> q(new Item[cap]);
                memcpy(q.get(), p.get() + h, live * sizeof(Item));
                p.swap(q);
            } else
                memmove(p.get(), p.get() + h, live * sizeof(Item));
            h = 0;
            n = live;
        }
        return p.get() + n;
    }
    Item* begin() { return p.get() + h; }
    size_t ready(T t1) const
    {
        const Item* x = p.get() + h;
        size_t m = n - h;
        if (m == 0 || x[m - 1].t < t1)
            return m;
        return size_t(std::lower_bound(x, x + m, t1, [](const Item& i, T v) { return i.t < v; }) - x);
    }
    void drop(size_t k)
    {
        h += k;
        if (h == n)
            h = n = 0;
    }
    size_t left() const { return n - h; }
};
struct Node {
    uint64_t in_n = 0, out_n = 0;
    H32 soj;
    double peak = 0;         // largest number in system seen at a window end
    Figures* fig = nullptr;  // what the product keeps of a node, too; nothing: the lean prototype
    virtual void step(T t0, T t1) = 0;
    virtual ~Node() = default;
};
// Sort items of one window: scatter by time into about n slots, then insertion sort (stable).
inline void window_sort(Item* __restrict a, size_t n, T t0, int wbits, Item* __restrict out)
{
    if (n < 32) {
        for (size_t i = 0; i < n; ++i) {
            Item x = a[i];
            size_t j = i;
            while (j && out[j - 1].t > x.t) {
                out[j] = out[j - 1];
                --j;
            }
            out[j] = x;
        }
        return;
    }
    int lg = std::min(12, 64 - __builtin_clzll(n)), sh = std::max(0, wbits - lg);
    static thread_local uint32_t cnt[(1 << 12) + 2];
    memset(cnt, 0, sizeof(uint32_t) * ((1u << lg) + 2));
    for (size_t i = 0; i < n; ++i)
        ++cnt[(uint64_t(a[i].t - t0) >> sh) + 1];
    for (uint32_t i = 0; i < (1u << lg); ++i)
        cnt[i + 1] += cnt[i];
    for (size_t i = 0; i < n; ++i)
        out[cnt[uint64_t(a[i].t - t0) >> sh]++] = a[i];
    for (size_t i = 1; i < n; ++i)
        if (out[i].t < out[i - 1].t) {
            Item x = out[i];
            size_t j = i;
            do {
                out[j] = out[j - 1];
                --j;
            } while (j && out[j - 1].t > x.t);
            out[j] = x;
        }
}
// Departures that leave out of order: bucketed by window, sorted when their window comes.
struct Outbox {
    int wbits;
    struct Buf {
        std::unique_ptr<Item[]> p;
        uint32_t n = 0, cap = 0;
    };
    static constexpr size_t R = 4096;
    std::vector<Buf> ring, spare;
    std::vector<Item> far;
    explicit Outbox(int wb) : wbits(wb), ring(R) {}
    void grow(Buf& v)
    {
        if (!v.cap && !spare.empty()) {
            v = std::move(spare.back());
            spare.pop_back();
            return;
        }
        uint32_t nc = std::max<uint32_t>(64, v.cap * 2);
        std::unique_ptr<Item[]> q(new Item[nc]);
        memcpy(q.get(), v.p.get(), v.n * sizeof(Item));
        v.p.swap(q);
        v.cap = nc;
    }
    void put(T cur_w, T t, T b)
    {
        T w = t >> wbits;
        if (w - cur_w < T(R)) {
            Buf& v = ring[w & (R - 1)];
            if (v.n == v.cap)
                grow(v);
            v.p[v.n++] = {t, b};
        } else
            far.push_back({t, b});
    }
    void emit(T cur_w, Edge& out)
    {
        if ((cur_w & (R / 2 - 1)) == 0 && !far.empty()) {
            auto f = std::move(far);
            far.clear();
            for (auto& x : f)
                put(cur_w, x.t, x.b);
        }
        Buf& v = ring[cur_w & (R - 1)];
        if (!v.n)
            return;
        window_sort(v.p.get(), v.n, cur_w << wbits, wbits, out.room(v.n));
        out.n += v.n;
        v.n = 0;
        spare.push_back(std::move(v));
        v = Buf{};
    }
};

struct Source : Node {  // Poisson, piecewise-constant rate given by a function of window start
    BlockRng rng;
    T next = -1;
    Edge* out;
    double rate;
    uint64_t limit = ~0ull;
    double (*profile)(double) = nullptr;
    std::vector<double> g = std::vector<double>(512);
    size_t gi = 512;
    double acc = 0;  // unit-rate clock of the next arrival
    Source(uint64_t seed, double r, Edge* o) : rng(seed), out(o), rate(r) {}
    bool first = true;
    double resid = 0;  // remaining unit exponential to the next arrival
    void step(T t0, T t1) override
    {
        double r = profile ? profile(double(t0) / NS) : rate;
        double inv = NS / r, t = double(t0), end = double(t1);
        if (first) {
            resid = rng.next_exp();
            first = false;
        }
        double x = t + resid * inv;
        if (r <= 0)
            return;
        size_t est = size_t((end - t) / inv * 1.3) + 64, k = 0;
        Item* q = out->room(est);
        while (x < end && in_n + k < limit) {
            if (k == est) {
                note(q, k);
                out->n += k;
                in_n += k;
                out_n += k;
                q = out->room(est);
                k = 0;
            }
            q[k] = {T(x), T(x)};
            ++k;
            if (gi == 512) {
                rng.exp_block(g.data(), 512, 1.0);
                gi = 0;
            }
            x += g[gi++] * inv;
        }
        resid = (x - end) / inv;
        if (resid < 0)
            resid = 0;
        note(q, k);
        out->n += k;
        in_n += k;
        out_n += k;
    }
    void note(const Item* q, size_t k)
    {
        if (!fig || !k)
            return;
        fig->born += k;
        fig->arrive(q, k);
        fig->lat.repeat(0, k);
        fig->leave(q, k);
    }
};
struct Router : Node {  // independent choice by cumulative weights (threshold on 32 bits)
    Edge* in;
    std::vector<Edge*> out;
    std::vector<uint32_t> cut;
    BlockRng rng;
    alignas(64) uint64_t r[256];
    Router(uint64_t seed, Edge* i, std::vector<Edge*> o, std::vector<double> w) : in(i), out(o), rng(seed)
    {
        double a = 0;
        for (auto x : w) {
            a += x;
            cut.push_back(uint32_t(std::min(a * 4294967296.0, 4294967295.0)));
        }
    }
    void step(T, T t1) override
    {
        size_t k = in->ready(t1), m = out.size();
        Item* po[16];
        for (size_t s = 0; s < m; ++s)
            po[s] = out[s]->room(k);
        const Item* a = in->begin();
        for (size_t i = 0; i < k; i += 256) {
            size_t e = std::min<size_t>(256, k - i);
            rng.raw(r, 256);
            for (size_t j = 0; j < e; ++j) {
                uint32_t u = uint32_t(r[j] >> 32);
                size_t s = 0;
                for (size_t q = 0; q + 1 < m; ++q)
                    s += u >= cut[q];
                *po[s]++ = a[i + j];
            }
        }
        for (size_t s = 0; s < m; ++s)
            out[s]->n = size_t(po[s] - out[s]->p.get());
        in->drop(k);
        in_n += k;
        out_n += k;
    }
};
struct Fifo : Node {  // one server, deterministic or exponential service, FIFO
    Edge *in, *out;
    T D = 0, S;
    bool expo;
    double mean;
    BlockRng rng;
    std::vector<double> g;
    Fifo(uint64_t seed, Edge* i, Edge* o, double m, bool ex)
        : in(i), out(o), S(T(m * NS + .5)), expo(ex), mean(m), rng(seed), g(256)
    {}
    void step(T, T t1) override
    {
        size_t k = in->ready(t1);
        Item* q = out->room(k);
        T d = D;
        const Item* a = in->begin();
        if (expo)
            for (size_t i = 0; i < k; i += 256) {
                size_t e = std::min<size_t>(256, k - i);
                rng.exp_block(g.data(), e, mean * NS);
                for (size_t j = 0; j < e; ++j) {
                    d = (a[i + j].t > d ? a[i + j].t : d) + T(g[j]);
                    q[i + j] = {d, a[i + j].b};
                }
            }
        else
            for (size_t i = 0; i < k; ++i) {
                d = (a[i].t > d ? a[i].t : d) + S;
                q[i] = {d, a[i].b};
            }
        if (fig && k) {
            fig->arrive(a, k);
            fig->serve(q, a, k, D);
            fig->lat.add(k, [&](size_t i) { return q[i].t - a[i].t; });
            fig->response.add(k, [&](size_t i) { return q[i].t - a[i].t; });
            fig->enter(a, k);
            fig->leave(q, k);
        } else {
            soj.add_items(q, a, k);
        }
        D = d;
        out->n += k;
        in->drop(k);
        in_n += k;
        size_t left = out->left() - out->ready(t1);
        peak = std::max(peak, double(left));
        out_n = in_n - left;
    }
};
struct Throttle : Node {  // token bucket as GCRA; excess is rejected and counted
    Edge *in, *out;
    T I, tau, tat = 0;
    uint64_t rejected = 0;
    Throttle(Edge* i, Edge* o, double rate, double burst)
        : in(i), out(o), I(T(NS / rate + .5)), tau(T((burst - 1) * NS / rate))
    {}
    void step(T, T t1) override
    {
        size_t k = in->ready(t1), o = 0;
        Item* q = out->room(k);
        const Item* a = in->begin();
        T x = tat;
        for (size_t i = 0; i < k; ++i) {
            T y = x > a[i].t ? x : a[i].t;
            bool ok = y - a[i].t <= tau;
            q[o] = a[i];
            o += ok;
            x = ok ? y + I : x;
        }
        tat = x;
        rejected += k - o;
        out->n += o;
        in->drop(k);
        in_n += k;
        out_n += o;
    }
};
struct Merge : Node {
    std::vector<Edge*> in;
    Edge* out;
    Edge A, B;
    Merge(std::vector<Edge*> i, Edge* o) : in(i), out(o) {}
    static void merge2(const Item* __restrict a, size_t na, const Item* __restrict b, size_t nb,
                       Item* __restrict o)
    {
        const Item *ae = a + na, *be = b + nb;
        while (a != ae && b != be) {
            bool c = b->t < a->t;
            *o++ = *(c ? b : a);
            b += c;
            a += !c;
        }
        memcpy(o, a, size_t(ae - a) * sizeof(Item));
        memcpy(o + (ae - a), b, size_t(be - b) * sizeof(Item));
    }
    void step(T, T t1) override
    {
        size_t k0 = in[0]->ready(t1), n = k0;
        Item* acc = in[0]->begin();
        for (size_t s = 1; s < in.size(); ++s) {
            size_t k = in[s]->ready(t1);
            bool last = s + 1 == in.size();
            Edge& d = last ? *out : (s & 1 ? A : B);
            if (!last)
                d.h = d.n = 0;
            Item* o = d.room(n + k);
            merge2(acc, n, in[s]->begin(), k, o);
            in[s]->drop(k);
            n += k;
            if (last)
                d.n += n;
            acc = o;
        }
        in[0]->drop(k0);
        in_n += n;
    }
};
struct Delay : Node {  // infinite servers, any law
    Edge *in, *out;
    Law law;
    BlockRng rng;
    Outbox box;
    int wbits;
    alignas(64) uint64_t r[256];
    Delay(uint64_t seed, Edge* i, Edge* o, Law l, int wb)
        : in(i), out(o), law(std::move(l)), rng(seed), box(wb), wbits(wb)
    {}
    void step(T t0, T t1) override
    {
        size_t k = in->ready(t1);
        T cw = t0 >> wbits, d[256];
        for (size_t i = 0; i < k; i += 256) {
            size_t e = std::min<size_t>(256, k - i);
            rng.raw(r, 256);
            const Item* a = in->begin() + i;
            for (size_t j = 0; j < e; ++j)
                d[j] = T(law.draw(r[j]) * float(NS));
            soj.add_raw(d, e);
            for (size_t j = 0; j < e; ++j)
                box.put(cw, a[j].t + d[j], a[j].b);
        }
        in->drop(k);
        in_n += k;
        box.emit(cw, *out);
    }
};
struct Pool : Node {  // c servers, FIFO, any law; departures may overtake
    Edge *in, *out;
    Law law;
    BlockRng rng;
    Outbox box;
    int wbits;
    std::vector<T> f;  // heap of free times
    alignas(64) uint64_t r[256];
    uint64_t waited = 0;
    Pool(uint64_t seed, Edge* i, Edge* o, Law l, size_t c, int wb)
        : in(i), out(o), law(std::move(l)), rng(seed), box(wb), wbits(wb), f(c, 0)
    {}
    static void sift(T* h, size_t n, T x)
    {
        size_t i = 0;
        for (;;) {
            size_t c = 2 * i + 1;
            if (c >= n)
                break;
            if (c + 1 < n)
                c += h[c + 1] < h[c];
            if (h[c] >= x)
                break;
            h[i] = h[c];
            i = c;
        }
        h[i] = x;
    }
    void step(T t0, T t1) override
    {
        size_t k = in->ready(t1);
        T cw = t0 >> wbits, d[256];
        for (size_t i = 0; i < k; i += 256) {
            size_t e = std::min<size_t>(256, k - i);
            rng.raw(r, 256);
            const Item* x = in->begin() + i;
            for (size_t j = 0; j < e; ++j) {
                T a = x[j].t, s = f[0] > a ? f[0] : a, dep = s + T(law.draw(r[j]) * float(NS));
                sift(f.data(), f.size(), dep);
                d[j] = dep - a;
            }
            soj.add_raw(d, e);
            for (size_t j = 0; j < e; ++j)
                box.put(cw, x[j].t + d[j], x[j].b);
        }
        in->drop(k);
        in_n += k;
        box.emit(cw, *out);
    }
};
// Batcher + batch worker pool + unbatch, the members travel as one contiguous slice.
struct BatchPool : Node {
    Edge *in, *out;
    size_t size;
    T wait;
    Law law;
    BlockRng rng;
    std::vector<T> f;
    int wbits;
    std::vector<T> ot, ob;  // open batch: arrival at batcher, born
    struct Job {
        T dep;
        std::vector<T> b;
    };
    std::vector<std::vector<Job>> ring;
    std::vector<Job> spare;
    static constexpr size_t R = 4096;
    H32 bsoj;
    uint64_t batches = 0;
    H32* e2e = nullptr;
    BatchPool(uint64_t seed, Edge* i, Edge* o, size_t n, double w, Law l, size_t c, int wb)
        : in(i), out(o), size(n), wait(T(w * NS)), law(std::move(l)), rng(seed), f(c, 0), wbits(wb), ring(R)
    {}
    std::vector<T> rbuf;
    size_t ri = 256;
    alignas(64) uint64_t r[256];
    uint64_t rnd()
    {
        if (ri == 256) {
            rng.raw(r, 256);
            ri = 0;
        }
        return r[ri++];
    }
    void note(T when, T begin, T end)
    {
        const size_t k = ot.size();
        const T *at = ot.data(), *born = ob.data();
        fig->batch(at, k, when, begin, end);
        fig->lat.add(k, [&](size_t i) { return end - at[i]; });
        fig->delay.add(k, [&](size_t i) { return end - born[i]; });
        fig->settle(k, [&](size_t i) { return born[i]; });
        fig->leave(end, k);
        fig->done += k;
    }
    void close(T when, T cw)
    {
        if (!fig)
            soj.addc(when, ot.data(), ot.size());
        T s = std::max(f[0], when), d = s + T(double(law.draw(rnd())) * NS);
        Pool::sift(f.data(), f.size(), d);
        if (fig)
            note(when, s, d);
        bsoj.addc(d, &when, 1);
        ++batches;
        Job j;
        if (!spare.empty()) {
            j = std::move(spare.back());
            spare.pop_back();
        }
        j.dep = d;
        j.b.swap(ob);
        ob.clear();
        ot.clear();
        T w = std::min<T>(d >> wbits, cw + T(R) - 1);
        ring[w & (R - 1)].push_back(std::move(j));
    }
    void step(T t0, T t1) override
    {
        size_t k = in->ready(t1), i = 0;
        T cw = t0 >> wbits;
        const Item* a = in->begin();
        if (fig && k)
            fig->arrive(a, k);
        while (i < k) {
            if (!ot.empty() && a[i].t >= ot[0] + wait) {
                close(ot[0] + wait, cw);
                continue;
            }
            T dl = (ot.empty() ? a[i].t : ot[0]) + wait;
            size_t m = std::min(k - i, size - ot.size());
            if (a[i + m - 1].t >= dl)
                m = size_t(std::lower_bound(a + i, a + i + m, dl, [](const Item& x, T v) { return x.t < v; })
                           - (a + i));
            size_t o = ot.size();
            ot.resize(o + m);
            ob.resize(o + m);
            for (size_t j = 0; j < m; ++j) {
                ot[o + j] = a[i + j].t;
                ob[o + j] = a[i + j].b;
            }
            i += m;
            if (ot.size() == size)
                close(ot.back(), cw);
        }
        if (!ot.empty() && ot[0] + wait < t1)
            close(ot[0] + wait, cw);
        in->drop(k);
        in_n += k;
        auto& v = ring[cw & (R - 1)];
        std::sort(v.begin(), v.end(), [](const Job& a, const Job& b) { return a.dep < b.dep; });
        std::vector<Job> later;
        for (auto& j : v) {
            if (j.dep >= t1) {
                later.push_back(std::move(j));
                continue;
            }
            if (e2e && !fig)
                e2e->addc(j.dep, j.b.data(), j.b.size());
            if (out) {
                Item* q = out->room(j.b.size());
                for (T x : j.b)
                    *q++ = {j.dep, x};
                out->n += j.b.size();
            }
            out_n += j.b.size();
            spare.push_back(std::move(j));
        }
        v.clear();
        for (auto& j : later) {
            T w = std::min<T>(j.dep >> wbits, cw + T(R) - 1);
            ring[w & (R - 1)].push_back(std::move(j));
        }
    }
};
struct Sink : Node {
    Edge* in;
    H32 e2e;
    explicit Sink(Edge* i) : in(i) {}
    void step(T, T t1) override
    {
        size_t k = in->ready(t1);
        const Item* a = in->begin();
        if (fig && k) {
            fig->delay.add(k, [&](size_t i) { return a[i].t - a[i].b; });
            fig->settle(k, [&](size_t i) { return a[i].b; });
            fig->done += k;
        } else {
            e2e.add_e2e(a, k);
        }
        in->drop(k);
        in_n += k;
    }
};
struct Net {
    int wbits;
    T now = 0;
    std::vector<std::unique_ptr<Edge>> edges;
    std::vector<std::unique_ptr<Node>> nodes;  // topological order
    explicit Net(int wb) : wbits(wb) {}
    Edge* edge()
    {
        edges.push_back(std::make_unique<Edge>());
        return edges.back().get();
    }
    template <class N, class... A>
    N* add(A&&... a)
    {
        auto p = std::make_unique<N>(std::forward<A>(a)...);
        N* q = p.get();
        nodes.push_back(std::move(p));
        return q;
    }
    void run_until(T end)
    {
        T w = T(1) << wbits;
        while (now < end) {
            for (auto& n : nodes)
                n->step(now, now + w);
            now += w;
            for (auto& f : figures)
                f->sample(now);
        }
    }
    std::vector<std::unique_ptr<Figures>> figures;
    Figures* keep(Node* n, Freshness* freshness)
    {
        figures.push_back(std::make_unique<Figures>(freshness));
        return n->fig = figures.back().get();
    }
};
}  // namespace col
