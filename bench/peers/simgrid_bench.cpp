// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
// SimGrid S4U: one actor per process, semaphores/condition variables between them.
#include "common.hpp"
#include <deque>
#include <memory>
#include <simgrid/s4u.hpp>
namespace sg = simgrid::s4u;
using namespace bench;

static uint64_t N, K;
static Hist H;
static uint64_t batches = 0, holds = 0;

static void run_mm1(sg::Host* h, uint64_t seed)
{
    auto q = std::make_shared<std::deque<double>>();
    auto sem = sg::Semaphore::create(0);
    sg::Actor::create("source", h, [q, sem, seed] {
        Rng r(seed);
        for (uint64_t i = 0; i < N; ++i) {
            sg::this_actor::sleep_for(r.exponential(mm1::mean_gap));
            q->push_back(sg::Engine::get_clock());
            sem->release();
        }
    });
    sg::Actor::create("server", h, [q, sem, seed] {
        Rng r(seed + 1);
        for (uint64_t i = 0; i < N; ++i) {
            sem->acquire();
            double t0 = q->front();
            q->pop_front();
            sg::this_actor::sleep_for(r.exponential(mm1::mean_service));
            H.add(sg::Engine::get_clock() - t0);
        }
    });
}

struct Fan {
    std::deque<double> shard_q[fan::shards];
    sg::SemaphorePtr shard_sem[fan::shards];
    std::vector<double> open;
    sg::MutexPtr mtx = sg::Mutex::create();
    sg::ConditionVariablePtr cv = sg::ConditionVariable::create();
    std::deque<std::vector<double>> work_q;
    sg::SemaphorePtr work_sem = sg::Semaphore::create(0);
};

static void run_fan(sg::Host* h, uint64_t seed)
{
    auto f = std::make_shared<Fan>();
    sg::Actor::create("source", h, [f, seed] {
        Rng r(seed);
        for (uint64_t i = 0; i < N; ++i) {
            sg::this_actor::sleep_for(r.exponential(1 / fan::rate));
            uint32_t s = r.below(fan::shards);
            f->shard_q[s].push_back(sg::Engine::get_clock());
            f->shard_sem[s]->release();
        }
    });
    for (int s = 0; s < fan::shards; ++s) {
        f->shard_sem[s] = sg::Semaphore::create(0);
        sg::Actor::create("shard", h, [f, s] {
            for (;;) {
                f->shard_sem[s]->acquire();
                double t0 = f->shard_q[s].front();
                f->shard_q[s].pop_front();
                sg::this_actor::sleep_for(fan::shard_service);
                f->open.push_back(t0);
                if (f->open.size() == 1 || f->open.size() >= fan::batch_size)
                    f->cv->notify_one();
            }
        })->daemonize();
    }
    sg::Actor::create("batcher", h, [f] {
        std::unique_lock<sg::Mutex> lk(*f->mtx);
        for (;;) {
            while (f->open.empty())
                f->cv->wait(lk);
            double deadline = sg::Engine::get_clock() + fan::batch_wait;
            while (f->open.size() < fan::batch_size)
                if (f->cv->wait_until(lk, deadline) == std::cv_status::timeout)
                    break;
            f->work_q.push_back(std::move(f->open));
            f->open = {};
            ++batches;
            f->work_sem->release();
        }
    })->daemonize();
    for (int w = 0; w < fan::workers; ++w)
        sg::Actor::create("worker", h, [f, seed, w] {
            Rng r(seed + 100 + w);
            for (;;) {
                f->work_sem->acquire();
                auto b = std::move(f->work_q.front());
                f->work_q.pop_front();
                sg::this_actor::sleep_for(r.exponential(fan::worker_mean));
                for (double t0 : b)
                    H.add(sg::Engine::get_clock() - t0);
            }
        })->daemonize();
    // keep the engine alive until the last batch is done
    sg::Actor::create("end", h, [] {
        while (H.n < N)
            sg::this_actor::sleep_for(30.0);
    });
}

static void run_hold(sg::Host* h, uint64_t seed)
{
    for (uint64_t k = 0; k < K; ++k)
        sg::Actor::create("a", h, [seed, k] {
            Rng r(seed + k);
            while (holds < N) {
                sg::this_actor::sleep_for(r.exponential(1.0));
                ++holds;
            }
        });
}

int main(int argc, char** argv)
{
    sg::Engine e(&argc, argv);
    std::string job = argc > 1 ? argv[1] : "mm1";
    N = argc > 2 ? strtoull(argv[2], nullptr, 10) : 200000;
    uint64_t seed = argc > 3 ? strtoull(argv[3], nullptr, 10) : 1;
    K = argc > 4 ? strtoull(argv[4], nullptr, 10) : 1000;
    auto* zone = sg::create_full_zone("z");
    auto* host = zone->create_host("h", 1e9);
    zone->seal();
    double c0 = user_cpu();
    long r0 = max_rss_kib();
    if (job == "mm1")
        run_mm1(host, seed);
    else if (job == "fan")
        run_fan(host, seed);
    else
        run_hold(host, seed);
    e.run();
    uint64_t ev = job == "mm1" ? 2 * N : job == "fan" ? 2 * N + 2 * batches : holds;
    report("simgrid-3.32", job.c_str(), job == "hold" ? K : N, ev, c0, r0, &H);
}
