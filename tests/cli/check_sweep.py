#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds `sweep` and `size --search` to their word: the same bytes on any number of threads and ranks, and after a kill.

    check_sweep.py BINARY SOURCE_DIR [unittest arguments]
"""
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

BINARY = ""
SOURCE = Path()


class Sweep(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="plimsoll-sweep-"))
        self.addCleanup(shutil.rmtree, self.folder)
        # M/M/c: 80/s, each 10 ms of one server's time. With one server rho = 0.8 and the time in the system is
        # exponential with mean 1 / (100 - 80) = 50 ms, so its p99 is 50 ms x ln 100 = 230 ms; with two rho = 0.4.
        self.design = {
            "format": "plimsoll-design", "version": 1, "title": "Queue",
            "components": [
                {"id": "in", "service": "traffic-source", "parameters": {}},
                {"id": "server", "service": "custom-server",
                 "parameters": {"serviceTimeMicros": 10000.0, "servers": 1}}],
            "connections": [{"id": "c1", "from": "in", "to": "server", "parameters": {"kind": "put"}}],
            "scenarios": [{"id": "steady", "durationSeconds": 60,
                           "traffic": {"in": {"shape": "constant", "ratePerSecond": 80}},
                           "objectives": [{"metric": "delay-p99", "component": "server", "atMostMillis": 120}]}]}
        self.name = "queue.plimsoll"
        self.save()

    def save(self):
        (self.folder / self.name).write_text(json.dumps(self.design, indent=2), encoding="utf-8")

    def run_cli(self, *arguments, before=(), timeout=120):
        return subprocess.run([*before, BINARY, *map(str, arguments)], cwd=self.folder, timeout=timeout,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)

    def sweep(self, *arguments, status=0, before=()):
        done = self.run_cli("sweep", self.name, "--vary", "server.servers=1:4:1", "--vary", "in.rate=40,80",
                            "--format", "json", *arguments, before=before)
        self.assertEqual(done.returncode, status, done.stderr.decode(errors="replace"))
        return done.stdout.decode("utf-8")

    def test_a_grid_says_what_queueing_theory_says(self):
        report = json.loads(self.sweep("--replications", 10))
        self.assertEqual(report["schema"], "plimsoll-sweep/1")
        points = {tuple(point["values"]): point for point in report["points"]}
        self.assertEqual(list(points), [(s, r) for s in "1234" for r in ("40", "80")])
        self.assertEqual([p["problem"] for p in report["points"]], [""] * 8)
        # At 40/s one server's p99 is ln 100 / (100 - 40) = 77 ms: within 120 ms; at 80/s, 230 ms: beyond.
        verdict = lambda point: point["objectives"][0]["verdict"]
        self.assertEqual(verdict(points["1", "40"]), "met")
        self.assertEqual(verdict(points["1", "80"]), "missed")
        self.assertEqual(verdict(points["2", "80"]), "met")
        self.assertAlmostEqual(points["1", "40"]["objectives"][0]["value"], 77, delta=15)

    def test_threads_change_nothing(self):
        one = self.sweep("--threads", 1)
        self.assertEqual(one, self.sweep("--threads", 2))
        self.assertEqual(one, self.sweep("--threads", 7))
        self.assertNotEqual(one, self.sweep("--seed", 2))

    def test_a_killed_sweep_goes_on_where_it_was(self):
        whole = self.sweep()
        arguments = ["sweep", self.name, "--vary", "server.servers=1:4:1", "--vary", "in.rate=40,80", "--format", "json",
                     "--threads", "1", "--checkpoint", "points.jsonl"]
        running = subprocess.Popen([BINARY, *arguments], cwd=self.folder, stdout=subprocess.DEVNULL)
        checkpoint = self.folder / "points.jsonl"
        # A header and two points at least, wherever the kill then falls.
        while running.poll() is None and (not checkpoint.exists() or checkpoint.read_bytes().count(b"\n") < 3):
            time.sleep(0.005)
        running.send_signal(signal.SIGKILL)
        running.wait()
        kept = checkpoint.read_bytes()
        self.assertEqual(self.sweep("--checkpoint", "points.jsonl"), whole)
        # Only what was missing is added, and a line torn in its middle is done again.
        self.assertTrue(checkpoint.read_bytes().startswith(kept[:kept.rindex(b"\n") + 1]))
        lines = checkpoint.read_bytes().splitlines(keepends=True)
        self.assertEqual(len(lines), 9)
        checkpoint.write_bytes(b"".join(lines[:4]) + lines[4][:30])
        self.assertEqual(self.sweep("--checkpoint", "points.jsonl"), whole)
        self.assertEqual(len(checkpoint.read_bytes().splitlines()), 9)

    def test_points_come_from_the_checkpoint(self):
        self.sweep("--checkpoint", "points.jsonl")
        checkpoint = self.folder / "points.jsonl"
        lines = checkpoint.read_text(encoding="utf-8").splitlines()
        # The checksum is of the header and the line as it was without it: FNV-1a, the header's through a mixer.
        mask = (1 << 64) - 1

        def fnv(text):
            value = 0xCBF29CE484222325
            for byte in text.encode("utf-8"):
                value = ((value ^ byte) * 0x100000001B3) & mask
            return value

        def mix(x):
            x = (x + 0x9E3779B97F4A7C15) & mask
            x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & mask
            x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & mask
            return x ^ (x >> 31)

        point = json.loads(lines[1])
        known = point.pop("sum")
        plain = lines[1][:lines[1].rindex(',"sum"')] + "}"
        self.assertEqual(known, f"{mix(fnv(lines[0])) ^ fnv(plain):016x}")
        point["problem"] = "as written"
        plain = json.dumps(point)
        line = plain[:-1] + f',"sum":"{mix(fnv(lines[0])) ^ fnv(plain):016x}"}}'
        checkpoint.write_text("\n".join([lines[0], line, *lines[2:]]) + "\n", encoding="utf-8")
        self.assertIn("as written", self.sweep("--checkpoint", "points.jsonl"))
        # The same words without their checksum are refused by name and line.
        checkpoint.write_text("\n".join([lines[0], lines[1], lines[2].replace('"problem":""', '"problem":"x"'), *lines[3:]])
                              + "\n", encoding="utf-8")
        self.refused("points.jsonl: was altered in line 3", "--vary", "server.servers=1:4:1", "--vary", "in.rate=40,80",
                     "--checkpoint", "points.jsonl")

    def refused(self, word, *arguments):
        done = self.run_cli("sweep", self.name, *arguments, timeout=10)
        errors = done.stderr.decode("utf-8")
        self.assertEqual(done.returncode, 2, errors)
        self.assertEqual(done.stdout, b"")
        self.assertEqual(len(errors.splitlines()), 1, errors)
        self.assertIn(word, errors)

    def test_a_foreign_checkpoint_is_refused(self):
        vary = ["--vary", "server.servers=1,2", "--checkpoint", "points.jsonl"]
        self.assertEqual(self.run_cli("sweep", self.name, *vary).returncode, 0)
        self.refused("another seed", *vary, "--seed", "2")
        self.refused("another replications", *vary, "--replications", "4")
        self.refused("another vary", "--vary", "server.servers=1,3", "--checkpoint", "points.jsonl")
        self.design["scenarios"][0]["durationSeconds"] = 61
        self.save()
        self.refused("another design", *vary)
        (self.folder / "points.jsonl").write_text("dear diary\n", encoding="utf-8")
        self.refused("no checkpoint", *vary)
        (self.folder / "points.jsonl").write_text("no line end", encoding="utf-8")
        self.refused("no checkpoint", *vary)
        self.assertEqual((self.folder / "points.jsonl").read_text(encoding="utf-8"), "no line end")

    def test_bad_input_is_refused(self):
        for word, vary in (("no parameter", "server.server=1,2"), ("out of range", "server.servers=0:3:1"),
                           ("no range", "server.servers=3:1:1"), ("no range", "server.servers=1:3:0"),
                           ("too many values", "server.servers=1:1e9:1"), ("empty value", "server.servers=1,,2"),
                           ("no component", "nobody.servers=1,2"), ("is not component", "servers")):
            with self.subTest(vary):
                self.refused(word, "--vary", vary)
        self.refused("twice", "--vary", "server.servers=1,2", "--vary", "server.servers=3")
        self.refused("no figure", "--vary", "server.servers=1,2", "--metric", "beauty@server")
        self.refused("does not say where", "--vary", "server.servers=1,2", "--metric", "delay-p99@nowhere")

    def test_an_interrupt_leaves_a_part_marked_as_such(self):
        self.design["scenarios"][0]["durationSeconds"] = 20000
        self.save()
        running = subprocess.Popen([BINARY, "sweep", self.name, "--vary", "server.servers=1:40:1", "--threads", "1",
                                    "--format", "json", "--checkpoint", "points.jsonl"], cwd=self.folder,
                                   stdout=subprocess.PIPE)
        checkpoint = self.folder / "points.jsonl"
        while running.poll() is None and (not checkpoint.exists() or checkpoint.read_bytes().count(b"\n") < 2):
            time.sleep(0.005)
        running.send_signal(signal.SIGINT)
        report = json.loads(running.communicate(timeout=60)[0])
        self.assertEqual(running.returncode, 130)
        self.assertTrue(report["partial"])
        self.assertLess(len(report["points"]), 40)
        self.assertEqual(len(checkpoint.read_bytes().splitlines()), 1 + len(report["points"]))

    def test_the_search_finds_the_least(self):
        # One server needs 230 ms, two need less than 120: two it is, from either side.
        for servers in (1, 9):
            self.design["components"][1]["parameters"]["servers"] = servers
            self.save()
            done = self.run_cli("size", self.name, "--search", "--format", "json")
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            found = json.loads(done.stdout)
            chosen = {each["id"]: each["chosen"] for each in found["parameters"]}
            self.assertTrue(found["found"])
            if servers == 1:
                self.assertEqual(chosen["server.servers"], 2)
                again = self.run_cli("size", self.name, "--search", "--format", "json", "--threads", "1")
                self.assertEqual(done.stdout, again.stdout)
            self.assertTrue(found["confirmation"]["met"])

    def test_the_search_says_when_there_is_none(self):
        # No number of servers makes a service of 10 ms end within 1 ms.
        self.design["scenarios"][0]["objectives"][0]["atMostMillis"] = 1
        self.save()
        done = self.run_cli("size", self.name, "--search", "--format", "json", "--trials", "8")
        self.assertEqual(done.returncode, 1, done.stderr)
        found = json.loads(done.stdout)
        self.assertFalse(found["found"])
        self.assertIn("Delay p99 at server", found["why"])
        self.assertLessEqual(len(found["trials"]), 8)

    # --- ranks ------------------------------------------------------------------------------------------------

    def mpirun(self, ranks):
        if not shutil.which("mpirun") or not (Path(BINARY).parent / "plimsoll-mpi").exists():
            self.skipTest("no MPI here")
        root = ["--allow-run-as-root"] if os.geteuid() == 0 else []
        return ["mpirun", *root, "--oversubscribe", "-n", str(ranks)]

    def test_ranks_change_nothing(self):
        alone = self.sweep()
        for ranks in (1, 2, 4):
            self.assertEqual(alone, self.sweep(before=self.mpirun(ranks)), f"{ranks} ranks")

    def test_a_lost_rank_is_told_and_the_rest_can_be_run(self):
        self.design["scenarios"][0]["durationSeconds"] = 600
        self.save()
        running = subprocess.Popen([*self.mpirun(3), BINARY, "sweep", self.name, "--vary", "server.servers=1:60:1",
                                    "--format", "json", "--checkpoint", "points.jsonl"], cwd=self.folder,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        checkpoint = self.folder / "points.jsonl"
        while running.poll() is None and (not checkpoint.exists() or checkpoint.read_bytes().count(b"\n") < 3):
            time.sleep(0.01)
        victim = self.process_of_rank(running.pid, 2)
        os.kill(victim, signal.SIGKILL)
        errors = running.communicate(timeout=60)[1].decode(errors="replace")
        self.assertNotEqual(running.returncode, 0)
        # Rank 0 says so when it is given the time; mpirun, which ends all ranks within milliseconds, always does.
        self.assertRegex(errors, r"rank 2\b")
        before = checkpoint.read_bytes()
        kept = before[:before.rindex(b"\n") + 1]
        self.assertGreaterEqual(kept.count(b"\n"), 3)
        done = self.run_cli("sweep", self.name, "--vary", "server.servers=1:60:1", "--format", "json", "--checkpoint",
                            "points.jsonl")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(json.loads(done.stdout)["points"]), 60)
        after = checkpoint.read_bytes()
        self.assertTrue(after.startswith(kept), "what was done is not done again")
        self.assertEqual(after.count(b"\n"), 61)

    def process_of_rank(self, parent, rank):
        for entry in Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            try:
                environment = (entry / "environ").read_bytes().split(b"\0")
                status = (entry / "status").read_text()
            except OSError:
                continue
            if f"PPid:\t{parent}\n" in status and f"OMPI_COMM_WORLD_RANK={rank}".encode() in environment:
                return int(entry.name)
        self.fail(f"rank {rank} was not found")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    BINARY = str(Path(sys.argv[1]).resolve())
    SOURCE = Path(sys.argv[2]).resolve()
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
