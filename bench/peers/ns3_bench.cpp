// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
// ns-3 core: Simulator::Schedule with free functions; default (map) scheduler or one named in argv[5].
#include "common.hpp"
#include <deque>
#include <ns3/core-module.h>
using namespace ns3;
using namespace bench;

static uint64_t N, K;
static Hist H;
static uint64_t batches = 0, holds = 0;
static Rng R(1);
static inline Time secs(double s)
{
    return NanoSeconds(int64_t(s * 1e9 + 0.5));
}
static inline double now()
{
    return 1e-9 * double(Simulator::Now().GetNanoSeconds());
}

namespace m {
static std::deque<double> q;
static uint64_t made = 0;
static void depart();
static void start()
{
    Simulator::Schedule(secs(R.exponential(mm1::mean_service)), &depart);
}
static void depart()
{
    H.add(now() - q.front());
    q.pop_front();
    if (!q.empty())
        start();
}
static void arrive()
{
    q.push_back(now());
    if (q.size() == 1)
        start();
    if (++made < N)
        Simulator::Schedule(secs(R.exponential(mm1::mean_gap)), &arrive);
}
}  // namespace m

namespace f {
static std::deque<double> shard[fan::shards];
static std::vector<double> open;
static EventId deadline;
static std::deque<std::vector<double>*> backlog;
static int busy = 0;
static uint64_t made = 0;
static void work_done(std::vector<double>* b);
static void begin(std::vector<double>* b)
{
    ++busy;
    Simulator::Schedule(secs(R.exponential(fan::worker_mean)), &work_done, b);
}
static void work_done(std::vector<double>* b)
{
    double t = now();
    for (double t0 : *b)
        H.add(t - t0);
    delete b;
    --busy;
    if (!backlog.empty()) {
        auto* n = backlog.front();
        backlog.pop_front();
        begin(n);
    }
}
static void flush()
{
    if (open.empty())
        return;
    auto* b = new std::vector<double>(std::move(open));
    open = {};
    ++batches;
    if (busy < fan::workers)
        begin(b);
    else
        backlog.push_back(b);
}
static void append(double t0)
{
    open.push_back(t0);
    if (open.size() == 1)
        deadline = Simulator::Schedule(secs(fan::batch_wait), &flush);
    if (open.size() >= fan::batch_size) {
        deadline.Cancel();
        flush();
    }
}
static void shard_done(int s)
{
    append(shard[s].front());
    shard[s].pop_front();
    if (!shard[s].empty())
        Simulator::Schedule(secs(fan::shard_service), &shard_done, s);
}
static void arrive()
{
    int s = int(R.below(fan::shards));
    shard[s].push_back(now());
    if (shard[s].size() == 1)
        Simulator::Schedule(secs(fan::shard_service), &shard_done, s);
    if (++made < N)
        Simulator::Schedule(secs(R.exponential(1 / fan::rate)), &arrive);
}
}  // namespace f

static void hold()
{
    if (++holds < N)
        Simulator::Schedule(secs(R.exponential(1.0)), &hold);
}

int main(int argc, char** argv)
{
    std::string job = argc > 1 ? argv[1] : "mm1";
    N = argc > 2 ? strtoull(argv[2], nullptr, 10) : 200000;
    R = Rng(argc > 3 ? strtoull(argv[3], nullptr, 10) : 1);
    K = argc > 4 ? strtoull(argv[4], nullptr, 10) : 1000;
    std::string sched = argc > 5 ? argv[5] : "ns3::MapScheduler";
    ObjectFactory of;
    of.SetTypeId(sched);
    Simulator::SetScheduler(of);
    double c0 = user_cpu();
    long r0 = max_rss_kib();
    if (job == "mm1")
        Simulator::Schedule(secs(R.exponential(mm1::mean_gap)), &m::arrive);
    else if (job == "fan")
        Simulator::Schedule(secs(R.exponential(1 / fan::rate)), &f::arrive);
    else
        for (uint64_t k = 0; k < K; ++k)
            Simulator::Schedule(secs(R.exponential(1.0)), &hold);
    Simulator::Run();
    uint64_t ev = job == "mm1" ? 2 * N : job == "fan" ? 2 * N + 2 * batches : holds;
    report(("ns3-3.37/" + sched.substr(5, 4)).c_str(), job.c_str(), job == "hold" ? K : N, ev, c0, r0, &H);
    Simulator::Destroy();
}
