# SPDX-FileCopyrightText: The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
# SimPy 3: generators + Store; same jobs and report line as the C++ peers.
import sys, random, re, resource, array
import simpy

def arg(i, d): return sys.argv[i] if len(sys.argv) > i else d
job, N, seed, K = arg(1, "mm1"), int(arg(2, 20000)), int(arg(3, 1)), int(arg(4, 1000))
rnd = random.Random(seed)
exp = rnd.expovariate
SB = 7
counts = array.array("Q", [0]) * (58 << SB)
rec_n, rec_sum = 0, 0.0

def add(s):
    global rec_n, rec_sum
    rec_n += 1
    rec_sum += s
    v = int(s * 1e9)
    if v < 128: counts[v] += 1
    else:
        e = v.bit_length() - 1
        counts[((e - SB + 1) << SB) | ((v >> (e - SB)) & 127)] += 1

def quantile(q):
    need, acc = int(q * rec_n), 0
    for i, c in enumerate(counts):
        acc += c
        if acc > need:
            o, m = i >> SB, i & 127
            if o == 0: return (m + 0.5) * 1e-9
            w = 2.0 ** (o - 1)
            return ((128 | m) * w + 0.5 * w) * 1e-9
    return 0.0

def cpu():
    u = resource.getrusage(resource.RUSAGE_SELF)
    return u.ru_utime + u.ru_stime

env = simpy.Environment()
holds = batches = 0

def mm1_source(q):
    for _ in range(N):
        yield env.timeout(exp(0.8))
        q.put(env.now)
def mm1_server(q):
    for _ in range(N):
        t0 = yield q.get()
        yield env.timeout(exp(1.0))
        add(env.now - t0)

class Batcher:
    def __init__(self, out): self.open, self.gen, self.out = [], 0, out
    def append(self, t0):
        if not self.open: env.process(self.deadline(self.gen))
        self.open.append(t0)
        if len(self.open) >= 100: self.flush()
    def deadline(self, g):
        yield env.timeout(1.0)
        if g == self.gen: self.flush()
    def flush(self):
        global batches
        batches += 1
        self.gen += 1
        self.out.put(self.open)
        self.open = []

def fan_source(shards):
    for _ in range(N):
        yield env.timeout(exp(2400.0))
        shards[int(rnd.random() * 3)].put(env.now)
def fan_shard(q, b):
    while True:
        t0 = yield q.get()
        yield env.timeout(1e-3)
        b.append(t0)
def fan_worker(q):
    while True:
        b = yield q.get()
        yield env.timeout(exp(24.0 / 40.0))
        t = env.now
        for t0 in b: add(t - t0)

def hold_proc():
    global holds
    while holds < N:
        yield env.timeout(exp(1.0))
        holds += 1

c0 = cpu()
r0 = int(re.search(r"VmHWM:\s*(\d+)", open("/proc/self/status").read())[1])
if job == "mm1":
    q = simpy.Store(env)
    env.process(mm1_source(q)); env.process(mm1_server(q))
    env.run()
    ev = 2 * N
elif job == "fan":
    sh = [simpy.Store(env) for _ in range(3)]
    work = simpy.Store(env)
    b = Batcher(work)
    for s in sh: env.process(fan_shard(s, b))
    for _ in range(50): env.process(fan_worker(work))
    env.process(fan_source(sh))
    env.run()
    ev = 2 * N + 2 * batches
else:
    for _ in range(K): env.process(hold_proc())
    env.run()
    ev = holds
c = cpu() - c0
r1 = int(re.search(r"VmHWM:\s*(\d+)", open("/proc/self/status").read())[1])
print("%-22s %-5s n=%d events=%d cpu_s=%.3f ns_per_event=%.1f Mev_per_s=%.3f rss_kib=%d rss_delta_kib=%d mean=%.6g p50=%.6g p99=%.6g p999=%.6g recorded=%d" % (
    "simpy-" + simpy.__version__ + ("/pypy" if hasattr(sys, "pypy_version_info") else ""), job, K if job == "hold" else N, ev, c, 1e9 * c / ev, ev / c / 1e6, r1, r1 - r0,
    rec_sum / rec_n if rec_n else 0, quantile(.5), quantile(.99), quantile(.999), rec_n))
