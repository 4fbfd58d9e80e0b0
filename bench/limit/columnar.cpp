// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "columnar.hpp"
using namespace bench;
using namespace col;

// What is offered, taken and done must be the same at every node, or the figures are not worth their cost.
static void audit(const Net& n, Freshness& freshness, const Node* source, const Node* sink)
{
    uint64_t sum = 0;
    for (const auto& f : n.figures)
        sum += uint64_t(f->waited_for + f->served_for) + f->peak + f->waited + f->lat.n;
    freshness.sample(n.now);
    const bool whole =
        std::all_of(n.figures.begin(), n.figures.end(), [](const auto& f) { return f->balances(); });
    const Marked& delay = sink->fig->delay;
    std::printf("  mean=%.6g p50=%.6g p99=%.6g", delay.mean(), delay.quantile(.5), delay.quantile(.99));
    std::printf(" figures=%llu freshness=%.4g audit=%s\n", (unsigned long long)sum,
                freshness.sum / double(freshness.samples) / NS,
                whole && source->fig->born >= sink->fig->done ? "holds" : "FAILS");
}

int main(int argc, char** argv)
{
    // The last word "figures" asks for what the product keeps of every node.
    const bool figures = argc > 1 && std::string{argv[argc - 1]} == "figures";
    argc -= figures ? 1 : 0;
    std::string job = argc > 1 ? argv[1] : "mm1";
    // Slices of a hundred services, as the product's are in this job.
    Freshness freshness{T(job == "mm1" ? 100e9 : 100e6)};
    uint64_t N = argc > 2 ? strtoull(argv[2], nullptr, 10) : 2000000,
             seed = argc > 3 ? strtoull(argv[3], nullptr, 10) : 1;
    double c0 = user_cpu();
    long r0 = max_rss_kib();
    if (job == "mm1") {
        Net n(42);  // 4398 s windows: about 3500 customers
        if (argc > 4)
            n.wbits = atoi(argv[4]);
        auto *a = n.edge(), *b = n.edge();
        auto* s = n.add<Source>(seed, 1 / mm1::mean_gap, a);
        s->limit = N;
        auto* server = n.add<Fifo>(seed + 1, a, b, mm1::mean_service, true);
        auto* k = n.add<Sink>(b);
        if (figures) {
            // Its sink is the server itself: the delay is counted there.
            n.keep(s, &freshness);
            k->fig = n.keep(server, &freshness);
        }
        while (k->in_n < N)
            n.run_until(n.now + 1);
        report("limit/columnar", "mm1", N, 2 * N, c0, r0, nullptr);
        if (figures)
            audit(n, freshness, s, k);
        else
            std::printf("  mean=%.6g p50=%.6g p99=%.6g p999=%.6g\n", k->e2e.mean(), k->e2e.quantile(.5),
                        k->e2e.quantile(.99), k->e2e.quantile(.999));
    } else if (job == "fan") {
        int wb = argc > 4 ? atoi(argv[4]) : 30;
        Net n(wb);
        auto *a = n.edge(), *m = n.edge();
        std::vector<Edge*> si, so;
        for (int i = 0; i < 3; ++i) {
            si.push_back(n.edge());
            so.push_back(n.edge());
        }
        auto* s = n.add<Source>(seed, fan::rate, a);
        s->limit = N;
        n.add<Router>(seed + 1, a, si, std::vector<double>{1 / 3., 1 / 3., 1 / 3.});
        for (int i = 0; i < 3; ++i)
            n.add<Fifo>(seed + 2 + i, si[i], so[i], fan::shard_service, false);
        n.add<Merge>(so, m);
        Law w([](double p) { return p <= 0 ? 0 : -fan::worker_mean * std::log1p(-p); });
        H32 e2e;
        auto* bp =
            n.add<BatchPool>(seed + 9, m, nullptr, fan::batch_size, fan::batch_wait, w, fan::workers, wb);
        bp->e2e = &e2e;
        if (figures) {
            for (auto& each : n.nodes)
                if (each.get() == s || each.get() == bp || dynamic_cast<Fifo*>(each.get()))
                    n.keep(each.get(), &freshness);
        }
        while (bp->out_n < N)
            n.run_until(n.now + 1);
        report("limit/columnar", "fan", N, 2 * N + 2 * bp->batches, c0, r0, nullptr);
        if (figures)
            audit(n, freshness, s, bp);
        else
            std::printf("  mean=%.6g p50=%.6g p99=%.6g p999=%.6g law_mean=%g batches=%llu shard_soj=%.6g "
                        "batch_wait=%.6g\n",
                        e2e.mean(), e2e.quantile(.5), e2e.quantile(.99), e2e.quantile(.999), w.mean,
                        (unsigned long long)bp->batches, n.nodes[2]->soj.mean(), bp->soj.mean());
    } else {  // graph10: ten nodes of the AWS kind, 3000/s
        double rate = argc > 5 ? atof(argv[5]) : 3000;
        double sc = rate / 3000;
        int wb = argc > 4 ? atoi(argv[4]) : 28, ns = 4;
        Net n(wb);
        auto e = [&] { return n.edge(); };
        auto *e1 = e(), *e2 = e(), *e3 = e(), *e4 = e(), *e5 = e(), *e6 = e(), *e7 = e(), *e8 = e(),
             *e9 = e(), *e10 = e();
        std::vector<Edge*> si, so;
        std::vector<double> w;
        for (int i = 0; i < ns; ++i) {
            si.push_back(e());
            so.push_back(e());
            w.push_back(1. / ns);
        }
        n.add<Source>(seed, rate, e1);
        n.add<Throttle>(e1, e2, 10000 * sc, 5000 * sc);
        n.add<Delay>(seed + 1, e2, e3, Law::lognormal(0.008, 0.4), wb);
        n.add<Router>(seed + 2, e3, si, w);
        for (int i = 0; i < ns; ++i)
            n.add<Fifo>(seed + 3 + i, si[i], so[i], 1e-3 / sc, false);
        n.add<Merge>(so, e4);
        n.add<BatchPool>(seed + 20, e4, e5, 100, 1.0,
                         Law([](double p) { return p <= 0 ? 0 : -std::log1p(-p); }), size_t(100 * sc), wb);
        n.add<Throttle>(e5, e6, 50000 * sc, 50000 * sc);
        n.add<Delay>(seed + 30, e6, e7, Law::lognormal(0.005, 0.5), wb);
        n.add<Delay>(seed + 31, e7, e8, Law([](double p) { return p <= 0 ? 0 : -0.01 * std::log1p(-p); }),
                     wb);
        n.add<Pool>(seed + 32, e8, e9, Law([](double p) { return p <= 0 ? 0 : -0.02 * std::log1p(-p); }),
                    size_t(100 * sc), wb);
        n.add<Delay>(seed + 33, e9, e10, Law::lognormal(0.03, 0.6), wb);
        auto* k = n.add<Sink>(e10);
        while (k->in_n < N)
            n.run_until(n.now + 1);
        double cpu = user_cpu() - c0;
        report("limit/columnar", "g10", k->in_n, 14 * k->in_n, c0, r0, nullptr);
        std::printf("  ns_per_message=%.1f mean=%.6g p50=%.6g p99=%.6g p999=%.6g simulated_s=%.1f\n",
                    1e9 * cpu / double(k->in_n), k->e2e.mean(), k->e2e.quantile(.5), k->e2e.quantile(.99),
                    k->e2e.quantile(.999), double(n.now) / NS);
    }
}
