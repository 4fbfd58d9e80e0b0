// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Event-list engine at message level: graph of typed nodes, 16-byte events, SoA message pool,
// per-node statistics (counts, busy time, queue integral, sojourn histogram) and end-to-end histogram.
#include "../peers/common.hpp"
#include "columnar.hpp"  // for Law and Figures only
#include "queues.hpp"
using namespace bench;

enum Kind : uint8_t { SOURCE, FIFO, BATCHER, THROTTLE, UNBATCH, SINK };
enum Type : uint8_t { E_ARRIVE, E_DONE, E_TIMER };
constexpr double TICKS = 1e9;
constexpr uint32_t NIL = ~0u;

struct Hist32 {  // 64 sub-buckets per octave, 32-bit counters
    static constexpr int SB = 6;
    std::vector<uint32_t> c = std::vector<uint32_t>((64 - SB + 1) << SB, 0);
    uint64_t n = 0;
    unsigned __int128 sum = 0;
    void add(uint64_t v)
    {
        sum += v;
        ++n;
        int e = 63 - __builtin_clzll(v | 63);
        int sh = e - 5 > 0 ? e - SB : 0;
        size_t i = v < 64 ? v : (size_t(e - SB + 1) << SB) | ((v >> sh) & 63);
        ++c[i];
    }
    double mean() const { return double(sum) / double(n) / TICKS; }
    double quantile(double q) const
    {
        uint64_t need = uint64_t(q * double(n)), acc = 0;
        for (size_t i = 0; i < c.size(); ++i) {
            acc += c[i];
            if (acc > need) {
                size_t o = i >> SB, m = i & 63;
                double w = o ? std::ldexp(1.0, int(o) - 1) : 1;
                return (o ? (64 + m) * w : m) / TICKS + 0.5 * w / TICKS;
            }
        }
        return 0;
    }
};
struct Ring {
    std::vector<uint32_t> v = std::vector<uint32_t>(64);
    uint32_t h = 0, t = 0;
    bool empty() const { return h == t; }
    void push(uint32_t x)
    {
        if (t - h == v.size()) {
            std::vector<uint32_t> w(v.size() * 2);
            for (uint32_t i = h; i != t; ++i)
                w[i & (w.size() - 1)] = v[i & (v.size() - 1)];
            v.swap(w);
        }
        v[t++ & (v.size() - 1)] = x;
    }
    uint32_t pop() { return v[h++ & (v.size() - 1)]; }
};
struct Node {
    Kind kind;
    bool expo = false;
    uint32_t servers = 1, busy = 0, batch_n = 0, fan = 0, nout = 0, out[8] = {};
    double mean = 0;
    uint64_t limit = 0, made = 0;
    const col::Law* law = nullptr;
    int64_t I = 0, tau = 0, tat = 0;
    uint64_t rejected = 0;
    uint64_t arr = 0, dep = 0, last = 0;
    double area = 0, busy_area = 0;
    uint32_t inq = 0;
    Ring q;
    uint32_t open = NIL;
    uint64_t gen = 0;
    col::Figures* fig = nullptr;  // what the product keeps of a node, too; nothing: the lean prototype
    bool enters = false;          // messages that come to it enter the system there
    bool ends = false;            // they are done behind it
    bool gathers = false;         // its batcher counts what comes
    Hist32 sojourn;
    void account(uint64_t t)
    {
        double d = double(t - last);
        area += d * inq;
        busy_area += d * busy;
        last = t;
    }
};
template <class Q>
struct Engine {
    std::vector<Node> nodes;
    Q q;
    BlockRng rng;
    Rng rr;
    uint64_t now = 0, events = 0, batches = 0;
    uint64_t seq = 0;
    // message pool, structure of arrays
    std::vector<uint64_t> born, at, began, gathered;
    std::vector<uint32_t> next, weight;
    uint32_t freeh = NIL;
    Hist32 e2e;
    Engine(uint64_t seed) : rng(seed), rr(seed ^ 77) {}
    uint32_t alloc()
    {
        if (freeh != NIL) {
            uint32_t m = freeh;
            freeh = next[m];
            return m;
        }
        born.push_back(0);
        at.push_back(0);
        began.push_back(0);
        gathered.push_back(0);
        next.push_back(NIL);
        weight.push_back(1);
        return uint32_t(born.size() - 1);
    }
    void rel(uint32_t m)
    {
        next[m] = freeh;
        freeh = m;
    }
    static uint64_t pack(Type ty, uint32_t node, uint32_t x)
    {
        return uint64_t(ty) << 56 | uint64_t(node) << 32 | x;
    }
    void sched(uint64_t t, Type ty, uint32_t node, uint32_t x) { q.push({t, pack(ty, node, x)}); }
    uint64_t draw(const Node& n)
    {
        if (n.law)
            return uint64_t(n.law->draw(rr.next()) * float(TICKS));
        return uint64_t((n.expo ? rng.next_exp() * n.mean : n.mean) * TICKS + 0.5);
    }
    struct At {
        col::T t, b;
    };
    void note_arrival(Node& n)
    {
        ++n.fig->offered;
        ++n.fig->accepted;
        n.fig->in.add(col::T(now), 1);
    }
    void note_source(Node& n)
    {
        const At a{col::T(now), col::T(now)};
        ++n.fig->born;
        n.fig->arrive(&a, 1);
        n.fig->lat.repeat(0, 1);
        n.fig->leave(&a, 1);
    }
    // The first message of `m` came at `at`, began at `began` and is done now.
    void note_done(Node& n, uint32_t m)
    {
        col::Figures& f = *n.fig;
        for (uint32_t x = m; x != NIL; x = next[x]) {
            // Members of a batch closed when it was put in line, at[m].
            const col::T since = n.gathers ? col::T(gathered[x]) : col::T(at[x]), end = col::T(now);
            const col::T birth = col::T(born[x]);
            f.lat.add(1, [&](size_t) { return end - since; });
            f.gathered_for += col::T(at[m]) - since;
            f.waited_for += col::T(began[m] - at[m]);
            f.served_for += end - col::T(began[m]);
            f.waited += began[m] > at[m];
            ++f.served;
            if (n.ends) {
                f.delay.add(1, [&](size_t) { return end - birth; });
                f.settle(1, [&](size_t) { return birth; });
                ++f.done;
            }
            if (n.enters) {
                f.response.add(1, [&](size_t) { return end - since; });
                f.freshness->count(
                    1, [&](size_t) { return birth; }, 1);
            }
            f.leave(end, 1);
        }
        f.busy.spread(col::T(began[m]), col::T(now), 1);
        f.peak = std::max<size_t>(f.peak, n.inq);
    }
    void forward(uint32_t i, uint32_t m)
    {
        Node& n = nodes[i];
        ++n.dep;
        deliver(n.nout == 1 ? n.out[0] : n.out[rr.below(n.nout)], m);
    }
    void deliver(uint32_t i, uint32_t m)
    {
        Node& n = nodes[i];
        ++n.arr;
        switch (n.kind) {
        case FIFO:
            n.account(now);
            at[m] = now;
            if (n.fig && !n.gathers)
                note_arrival(n);
            if (n.busy < n.servers) {
                ++n.busy;
                began[m] = now;
                sched(now + draw(n), E_DONE, i, m);
            } else {
                n.q.push(m);
                ++n.inq;
            }
            break;
        case BATCHER:
            at[m] = gathered[m] = now;
            if (n.fig)
                note_arrival(n);
            if (n.open == NIL) {
                n.fan = 0;
                sched(now + n.limit, E_TIMER, i, uint32_t(++n.gen));
            }
            next[m] = n.open;
            n.open = m;
            if (++n.fan == n.batch_n)
                flush(i);
            break;
        case THROTTLE: {
            int64_t y = std::max<int64_t>(n.tat, int64_t(now));
            if (y - int64_t(now) > n.tau) {
                ++n.rejected;
                rel(m);
            } else {
                n.tat = y + n.I;
                forward(i, m);
            }
            break;
        }
        case UNBATCH:
            while (m != NIL) {
                uint32_t x = next[m];
                next[m] = NIL;
                forward(i, m);
                m = x;
            }
            break;
        case SINK: {
            while (m != NIL) {
                if (!n.fig)  // else where it ended
                    e2e.add(now - born[m]);
                uint32_t x = next[m];
                rel(m);
                m = x;
            }
            break;
        }
        default:
            break;
        }
    }
    void flush(uint32_t i)
    {
        Node& n = nodes[i];
        uint32_t m = n.open;
        if (!n.fig)
            for (uint32_t k = m; k != NIL; k = next[k])
                n.sojourn.add(now - at[k]);
        n.open = NIL;
        ++n.gen;
        ++batches;
        forward(i, m);
    }
    void run()
    {
        while (!empty()) {
            Ev e = q.top();
            now = e.t;
            ++events;
            uint32_t i = (e.p >> 32) & 0xFFFFFF, x = uint32_t(e.p);
            Node& n = nodes[i];
            switch (Type(e.p >> 56)) {
            case E_ARRIVE: {
                if (++n.made < n.limit)
                    q.replace_top({now + draw(n), e.p});
                else
                    q.pop();
                uint32_t m = alloc();
                born[m] = gathered[m] = now;
                next[m] = NIL;
                if (n.fig)
                    note_source(n);
                forward(i, m);
                break;
            }
            case E_DONE: {
                n.account(now);
                if (n.fig)
                    note_done(n, x);
                else
                    n.sojourn.add(now - at[x]);
                if (!n.q.empty()) {
                    uint32_t m = n.q.pop();
                    --n.inq;
                    began[m] = now;
                    q.replace_top({now + draw(n), pack(E_DONE, i, m)});
                } else {
                    q.pop();
                    --n.busy;
                }
                forward(i, x);
                break;
            }
            case E_TIMER:
                q.pop();
                if (n.open != NIL && uint32_t(n.gen) == x)
                    flush(i);
                break;
            }
        }
    }
    bool empty() { return q.empty(); }
};
static double g_rate = 3000;
static bool g_figures = false;
template <class Q>
void go(const char* nm, const std::string& job, uint64_t N, uint64_t seed)
{
    Engine<Q> e(seed);
    double c0 = user_cpu();
    long r0 = max_rss_kib();
    auto mk = [&](Kind k) -> Node& {
        e.nodes.emplace_back();
        e.nodes.back().kind = k;
        return e.nodes.back();
    };
    if (job == "mm1") {
        auto& s = mk(SOURCE);
        s.expo = true;
        s.mean = mm1::mean_gap;
        s.limit = N;
        s.nout = 1;
        s.out[0] = 1;
        auto& f = mk(FIFO);
        f.expo = true;
        f.mean = mm1::mean_service;
        f.nout = 1;
        f.out[0] = 2;
        mk(SINK);
    } else {
        auto& s = mk(SOURCE);
        s.expo = true;
        s.mean = 1 / fan::rate;
        s.limit = N;
        s.nout = 3;
        s.out[0] = 1;
        s.out[1] = 2;
        s.out[2] = 3;
        for (int k = 0; k < 3; ++k) {
            auto& f = mk(FIFO);
            f.mean = fan::shard_service;
            f.nout = 1;
            f.out[0] = 4;
        }
        auto& b = mk(BATCHER);
        b.batch_n = fan::batch_size;
        b.limit = uint64_t(fan::batch_wait * TICKS);
        b.nout = 1;
        b.out[0] = 5;
        auto& w = mk(FIFO);
        w.expo = true;
        w.mean = fan::worker_mean;
        w.servers = fan::workers;
        w.nout = 1;
        w.out[0] = 6;
        mk(SINK);
    }
    if (job == "g10") {
        e.nodes.clear();
        double sc = g_rate / 3000;
        static col::Law l1 = col::Law::lognormal(0.008, 0.4),
                        l2([](double p) { return p <= 0 ? 0 : -std::log1p(-p); }),
                        l3 = col::Law::lognormal(0.005, 0.5),
                        l4([](double p) { return p <= 0 ? 0 : -0.01 * std::log1p(-p); }),
                        l5([](double p) { return p <= 0 ? 0 : -0.02 * std::log1p(-p); }),
                        l6 = col::Law::lognormal(0.03, 0.6);
        auto thr = [&](double rate, double burst, uint32_t o) {
            auto& n = mk(THROTTLE);
            n.I = int64_t(TICKS / rate + .5);
            n.tau = int64_t((burst - 1) * TICKS / rate);
            n.nout = 1;
            n.out[0] = o;
        };
        auto delay = [&](const col::Law* l, uint32_t c, uint32_t o) {
            auto& n = mk(FIFO);
            n.law = l;
            n.servers = c;
            n.nout = 1;
            n.out[0] = o;
        };
        {
            auto& s = mk(SOURCE);
            s.expo = true;
            s.mean = 1 / g_rate;
            s.limit = N;
            s.nout = 1;
            s.out[0] = 1;
        }
        thr(10000 * sc, 5000 * sc, 2);
        delay(&l1, 1u << 30, 3);
        e.nodes[2].nout = 4;
        for (uint32_t k = 0; k < 4; ++k)
            e.nodes[2].out[k] = 3 + k;
        for (int k = 0; k < 4; ++k) {
            auto& f = mk(FIFO);
            f.mean = 1e-3 / sc;
            f.nout = 1;
            f.out[0] = 7;
        }
        {
            auto& b = mk(BATCHER);
            b.batch_n = 100;
            b.limit = uint64_t(TICKS);
            b.nout = 1;
            b.out[0] = 8;
        }
        delay(&l2, uint32_t(100 * sc), 9);
        {
            auto& u = mk(UNBATCH);
            u.nout = 1;
            u.out[0] = 10;
        }
        thr(50000 * sc, 50000 * sc, 11);
        delay(&l3, 1u << 30, 12);
        delay(&l4, 1u << 30, 13);
        delay(&l5, uint32_t(100 * sc), 14);
        delay(&l6, 1u << 30, 15);
        mk(SINK);
    }
    col::Freshness freshness{col::T(job == "mm1" ? 100e9 : 100e6)};
    std::vector<std::unique_ptr<col::Figures>> kept;
    if (g_figures && job != "g10") {
        for (size_t i = 0; i < e.nodes.size(); ++i) {
            Node& n = e.nodes[i];
            n.enters = n.kind == FIFO && !n.law && (job == "mm1" || n.servers == 1);
            n.ends = n.kind == FIFO && (job == "mm1" || n.servers > 1);
            n.gathers = n.kind == FIFO && n.servers > 1;
            // A batcher and its workers are one node of the product, and keep one set of figures.
            if (!n.gathers)
                kept.push_back(std::make_unique<col::Figures>(&freshness));
            n.fig = kept.back().get();
        }
    }
    e.sched(e.draw(e.nodes[0]), E_ARRIVE, 0, 0);
    e.run();
    uint64_t ev = job == "g10" ? 14 * N : 2 * N + 2 * e.batches;
    std::printf("  ns_per_message=%.1f\n", 1e9 * (user_cpu() - c0) / double(N));
    report(nm, job.c_str(), N, ev, c0, r0, nullptr);
    if (!kept.empty()) {
        // All but the last, the sink's, which counts nothing: the product's sinks are servers.
        const col::Figures& end = *kept[kept.size() - 2];
        bool whole = true;
        for (const auto& f : kept)
            whole &= f->balances();
        std::printf("  mean=%.6g p50=%.6g p99=%.6g audit=%s\n", end.delay.mean(), end.delay.quantile(.5),
                    end.delay.quantile(.99), whole && end.done == kept.front()->born ? "holds" : "FAILS");
        return;
    }
    std::printf("  native_events=%llu mean=%.6g p50=%.6g p99=%.6g p999=%.6g pool=%zu\n",
                (unsigned long long)e.events, e.e2e.mean(), e.e2e.quantile(.5), e.e2e.quantile(.99),
                e.e2e.quantile(.999), e.born.size());
}
int main(int argc, char** argv)
{
    // The last word "figures" asks for what the product keeps of every node.
    g_figures = argc > 1 && std::string{argv[argc - 1]} == "figures";
    argc -= g_figures ? 1 : 0;
    std::string job = argc > 1 ? argv[1] : "mm1";
    uint64_t N = argc > 2 ? strtoull(argv[2], nullptr, 10) : 2000000,
             seed = argc > 3 ? strtoull(argv[3], nullptr, 10) : 1;
    std::string q = argc > 4 ? argv[4] : "4";
    if (argc > 5)
        g_rate = atof(argv[5]);
    if (q == "std")
        go<StdPQ>("limit/classic-std", job, N, seed);
    else if (q == "2")
        go<DHeap<2>>("limit/classic-bin", job, N, seed);
    else if (q == "4")
        go<DHeap<4>>("limit/classic-4ary", job, N, seed);
    else if (q == "radix")
        go<Radix>("limit/classic-radix", job, N, seed);
    else if (q == "ladder")
        go<Ladder>("limit/classic-ladder", job, N, seed);
    else if (q == "cal")
        go<Calendar>("limit/classic-calendar", job, N, seed);
    else if (q == "bh")
        go<WheelHeap>("limit/classic-ring", job, N, seed);
}
