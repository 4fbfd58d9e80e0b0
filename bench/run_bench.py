#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the benchmark jobs in turn and prints the figures to reach, with what was reached.

usage: run_bench.py BUILD_DIRECTORY [--quick] [--rounds N]

Engines take turns within a round; figures are medians over the rounds of user and system CPU time (wall time where two
threads are measured), ratios come from one run. What is not there is skipped and said. Everything goes to
BUILD_DIRECTORY/bench.json.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


class Bench:
    def __init__(self, build, rounds):
        self.folder = build / "bench"
        self.rounds = rounds
        self.results = {}

    def program(self, name):
        path = self.folder / name
        return str(path) if path.exists() else None

    def run(self, jobs, rounds=None):
        """jobs: name -> command; a missing program is None."""
        rows = {name: [] for name in jobs}
        for number in range(1, (rounds or self.rounds) + 1):
            for name, command in jobs.items():
                if not command or not command[0]:
                    continue
                command = [part.replace("@S", str(number)) for part in command]
                try:
                    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
                except (OSError, subprocess.TimeoutExpired) as error:
                    print(f"! {name}: {error}", file=sys.stderr)
                    continue
                fields = dict(re.findall(r"(\w+)=([-+.\deE]+)(?=\s|$)", done.stdout))
                if done.returncode or "ns_per_event" not in fields:
                    print(f"! {name} failed: {(done.stderr or done.stdout).strip()[-200:]}", file=sys.stderr)
                    continue
                row = {key: float(value) for key, value in fields.items() if re.search(r"\d", value)}
                row.setdefault("rss_mb", row.get("rss_kib", 0) / 1024)
                rows[name].append(row)
        for name, found in rows.items():
            if found:
                self.results[name] = {
                    key: statistics.median(row[key] for row in found if key in row) for key in found[0]
                }

    def get(self, name, field="ns_per_event"):
        return self.results.get(name, {}).get(field)

    def ratio(self, above, below, field="ns_per_event"):
        a, b = self.get(above, field), self.get(below, field)
        return a / b if a and b else None


def table(bench, quick):
    """Rows: what, target text, value, unit, reached?"""
    rows = []

    def row(what, target, value, passes, unit="x"):
        rows.append((what, target, value, unit, None if value is None or passes is None else passes(value)))

    for peer, least in (("ns-3", 8), ("SimGrid", 50), ("SimPy", 180)):
        row(f"fan, faster than {peer}", f">= {least}", bench.ratio(f"fan {peer}", "fan"), lambda v, n=least: v >= n)
    for job, name in (("fan", "fan"), ("mm1", "M/M/1")):
        row(f"{name}, to the columnar prototype with the same figures", "<= 2",
            bench.ratio(job, f"{job} columnar figures"), lambda v: v <= 2)
        row(f"{name}, to the lean columnar prototype", "", bench.ratio(job, f"{job} columnar"), None)
    for job, name in (("fan", "fan"), ("mm1", "M/M/1")):
        row(f"{name} by events, to the event list with the same figures", "<= 1.8",
            bench.ratio(f"{job} events", f"{job} classic figures"), lambda v: v <= 1.8)
        row(f"{name} by events, to the lean event list", "", bench.ratio(f"{job} events", f"{job} classic"), None)
    # Each message of fan is written and read twice between nodes: into a shard, and into the workers.
    copied = bench.get("copy")
    if copied and bench.get("fan", "ns_per_message"):
        row("fan, to copying its messages at the memory's rate", "", bench.get("fan", "ns_per_message") / (2 * copied), None)
    for rate, most in (("3000", 64), ("1e6", 128)):
        row(f"ten components at {rate}/s, a message", "<= 190", bench.get(f"g10 {rate}", "ns_per_message"),
            lambda v: v <= 190, "ns")
        row(f"ten components at {rate}/s, memory", f"<= {most}", bench.get(f"g10 {rate}", "rss_mb"),
            lambda v, n=most: v <= n, "MB")
    for law in ("exponential", "bimodal", "equal"):
        costs = [bench.get(name) for name in bench.results if name.startswith("hold ") and name.endswith(law)]
        row(f"hold, {law}, dearest to cheapest length", "flat (<= 3)", max(costs) / min(costs) if len(costs) > 1 else None,
            lambda v: v <= 3)
    comparison = bench.get("comparison", "ns_per_message")
    row("comparison, messages a second of CPU", ">= 25", 1e3 / comparison if comparison else None, lambda v: v >= 25, "M/s")
    row("memory, longest to one hour", "no growth (<= 1.1)", bench.ratio("memory long", "memory hour", "rss_mb"),
        lambda v: v <= 1.1)
    row("two threads on replications", ">= 1.8", bench.ratio("replications 1", "replications 2", "wall_s"),
        lambda v: v >= 1.8)
    for job, name in (("fan", "fan"), ("g10", "ten components at 1e6/s"), ("comparison", "comparison")):
        row(f"one run on two threads, {name}", ">= 1.6",
            bench.ratio(f"{job} 1 threads", f"{job} 2 threads", "wall_s"), lambda v: v >= 1.6)
    flow = bench.get("flow 200", "cpu_s")
    row("first numbers, 200 components", "<= 100", flow * 1e3 if flow else None, lambda v: v <= 100, "ms")
    return rows


def main():
    arguments = argparse.ArgumentParser(description="the figures to reach, and what was reached")
    arguments.add_argument("build", type=pathlib.Path)
    arguments.add_argument("--quick", action="store_true", help="about a minute: smaller jobs, one round")
    arguments.add_argument("--rounds", type=int, default=3)
    options = arguments.parse_args()
    quick = options.quick
    bench = Bench(options.build, 1 if quick else options.rounds)
    engine = bench.program("plimsoll-bench")
    if not engine:
        sys.exit(f"no plimsoll-bench in {bench.folder}: build it first, ./dev bench does")
    size = "500000" if quick else "10000000"
    slow = "20000" if quick else "200000"
    # Debian's SimPy belongs to Debian's interpreter.
    python = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else shutil.which("python3")
    probe = subprocess.run([python, "-c", "import simpy"], capture_output=True) if python else None
    simpy = python if probe and probe.returncode == 0 else None
    for job in ("mm1", "fan"):
        bench.run({
            job: [engine, job, size],
            f"{job} events": [engine, job, size, "events"],
            f"{job} columnar": [bench.program("bench-limit-columnar"), job, size, "@S"],
            f"{job} columnar figures": [bench.program("bench-limit-columnar"), job, size, "@S", "figures"],
            f"{job} classic": [bench.program("bench-limit-classic"), job, size, "@S", "2"],
            f"{job} classic figures": [bench.program("bench-limit-classic"), job, size, "@S", "2", "figures"],
            f"{job} ns-3": [bench.program("bench-ns3"), job, size, "@S"],
            f"{job} SimGrid": [bench.program("bench-simgrid"), job, slow, "@S"],
            f"{job} SimPy": [simpy, str(HERE / "peers" / "simpy_bench.py"), job, slow, "@S"],
        })
    for job, words in (("fan", [size]), ("g10", ["1e6", "1" if quick else "10"]),
                       ("comparison", ["60" if quick else "3600"])):
        bench.run({f"{job} {threads} threads": [engine, job, *words, f"threads={threads}"] for threads in (1, 2)})
    bench.run({"g10 3000": [engine, "g10", "3000", "20" if quick else "1200"],
               "g10 1e6": [engine, "g10", "1e6", "1" if quick else "10"],
               "comparison": [engine, "comparison", "60" if quick else "3600"],
               "flow 200": [engine, "flow", "200"], "copy": [engine, "copy", "2048"],
               "copy far": [engine, "copy", "1000000"]})
    # Each pending event is replaced once at least, or the first ordering of all of them would be measured.
    bench.run({f"hold {pending} {law}": [engine, "hold", pending, str(max(2_000_000, int(pending))), law]
               for pending in (("100", "10000", "1000000") if quick else ("100", "10000", "1000000", "10000000"))
               for law in ("exponential", "bimodal", "equal")}, 1)
    bench.run({"memory hour": [engine, "memory", "3600"],
               "memory long": [engine, "memory", "86400" if quick else "2592000"]}, 1)
    bench.run({"replications 1": [engine, "replications", "1"], "replications 2": [engine, "replications", "2"]})

    print(f"{'job':28} {'ns/event':>10} {'mean s':>10} {'p50 s':>10} {'p99 s':>10} {'MB':>8}")
    for name, row in bench.results.items():
        print(f"{name:28} {row['ns_per_event']:10.1f} {row.get('mean', 0):10.5g} {row.get('p50', 0):10.5g} "
              f"{row.get('p99', 0):10.5g} {row.get('rss_mb', 0):8.1f}")
    print()
    rows = table(bench, quick)
    print("| what | target | reached | |\n|---|---|---|---|")
    for what, target, value, unit, passed in rows:
        reached = "not run: a program or package is missing" if value is None else f"{value:.3g} {unit}"
        print(f"| {what} | {target} | {reached} | {'' if passed is None else 'pass' if passed else 'MISS'} |")
    month = bench.program("plimsoll-month-bench")
    if month:
        print("\nThe month: plimsoll-month-bench both; interval coverage: plimsoll-coverage (both take minutes).")
    with open(options.build / "bench.json", "w", encoding="utf-8") as out:
        json.dump({"quick": quick, "rounds": bench.rounds, "jobs": bench.results,
                   "table": [dict(zip(("what", "target", "value", "unit", "passed"), each)) for each in rows]},
                  out, indent=1)


if __name__ == "__main__":
    main()
