#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs plimsoll-cli as people and CI do: exit status, standard output, standard error, files, signals.

    check_command_line.py BINARY SOURCE_DIR [unittest arguments]
"""
import json
import os
import re
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
LONGEST = 10  # seconds in which bad input must have been refused


def refuse_constant(name):
    raise ValueError(f"{name} is no JSON")


def parsed(text):
    """Strict: Python's reader would take NaN and Infinity."""
    return json.loads(text, parse_constant=refuse_constant)


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="plimsoll-cli-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.reference = SOURCE / "resources/templates/reference-comparison.plimsoll"
        self.design = json.loads(self.reference.read_text(encoding="utf-8"))

    def run_cli(self, *arguments, timeout=300, **variables):
        environment = {**os.environ, "TZ": "UTC", "LC_ALL": "C", **variables}
        return subprocess.run([BINARY, *map(str, arguments)], cwd=self.folder, env=environment, timeout=timeout,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)

    def passes(self, *arguments, status=0, **variables):
        done = self.run_cli(*arguments, **variables)
        self.assertEqual(done.returncode, status, done.stderr.decode(errors="replace"))
        return done.stdout.decode("utf-8")

    def write(self, name, content):
        path = self.folder / name
        if isinstance(content, (bytes, bytearray)):
            path.write_bytes(content)
        else:
            path.write_text(content if isinstance(content, str) else json.dumps(content, indent=2), encoding="utf-8")
        return name

    def refused(self, name, place, *arguments, command="simulate"):
        """One line "file:place: what; remedy", status 2, nothing on standard output, soon."""
        done = self.run_cli(command, name, *arguments, timeout=LONGEST)
        errors = done.stderr.decode("utf-8", errors="replace")
        self.assertEqual(done.returncode, 2, errors)
        self.assertEqual(done.stdout, b"")
        lines = [line for line in errors.splitlines() if ": warning: " not in line]
        self.assertEqual(len(lines), 1, errors)
        self.assertLess(len(lines[0]), 400, errors)
        where = r"(:\S+)?" if place is None else ":" + place if place else ""
        self.assertRegex(lines[0], "^" + re.escape(name) + where + r": \S.*(; \S.*|\?)$")
        self.assertNotRegex(errors, r"terminate called|what\(\)|Segmentation|Assertion|0x[0-9a-f]{6}|internal error")
        return lines[0]

    # --- what a design file may not be ------------------------------------------------------------------------

    def test_what_needs_a_drawing_says_who_draws(self):
        for arguments in (["export", self.reference, "-o", "a.svg"], ["report", self.reference, "-o", "a.pdf"]):
            done = self.run_cli(*arguments)
            self.assertEqual(done.returncode, 2)
            self.assertIn(f"use plimsoll {arguments[0]}", done.stderr.decode())
        self.passes("report", self.reference, "--duration", "5s", "-o", "a.md")
        self.assertTrue((self.folder / "a.md").read_text(encoding="utf-8").startswith("# 3,000 messages/s"))

    def test_a_missing_file(self):
        self.refused("missing.plimsoll", "")

    def test_an_empty_file(self):
        self.refused(self.write("empty.plimsoll", ""), "")

    def test_a_folder(self):
        (self.folder / "folder.plimsoll").mkdir()
        self.refused("folder.plimsoll", "")

    def test_a_truncated_file(self):
        text = self.reference.read_text(encoding="utf-8")
        for share in (0.1, 0.5, 0.99):
            self.refused(self.write("truncated.plimsoll", text[:int(len(text) * share)]), r"\d+:\d+")

    def test_five_megabytes_of_nesting(self):
        for name, opening in (("lists", "["), ("objects", '{"a":')):
            self.refused(self.write(name + ".plimsoll", opening * (5_000_000 // len(opening))), r"1:\d+")

    def test_deep_nesting_inside_a_parameter(self):
        self.design["components"][0]["parameters"]["prefixes"] = "@"
        text = json.dumps(self.design).replace('"@"', "[" * 1000 + "]" * 1000)
        self.refused(self.write("deep.plimsoll", text), r"\d+:\d+")

    def test_bytes_that_are_no_text(self):
        self.refused(self.write("binary.plimsoll", bytes(range(256)) * 100), r"\d+:\d+")

    def test_text_that_is_no_utf8(self):
        raw = self.reference.read_bytes().replace(b"Archive", b"Arch\xffve", 1)
        self.refused(self.write("latin.plimsoll", raw), r"\d+:\d+")

    def test_another_kind_of_json(self):
        for name, text in (("list", "[]"), ("number", "7"), ("null", "null"), ("object", "{}"),
                           ("other", '{"format": "something-else", "version": 1}')):
            self.refused(self.write(name + ".plimsoll", text), None)

    def test_a_newer_version(self):
        self.design["version"] = 2
        line = self.refused(self.write("newer.plimsoll", self.design), "/version")
        self.assertIn("newer", line)

    def test_wrong_types(self):
        changes = {
            "components": lambda d: d.update(components=5),
            "component": lambda d: d["components"].__setitem__(0, "s3"),
            "label": lambda d: d["components"][0].update(label=7),
            "parameters": lambda d: d["components"][0].update(parameters=[1]),
            "position": lambda d: d["components"][0].update(position="left"),
            "rate": lambda d: d["scenarios"][0]["traffic"]["producers-a"].update(ratePerSecond="many"),
            "shape": lambda d: d["scenarios"][0]["traffic"]["producers-a"].update(shape="wobbly"),
            "duration": lambda d: d["scenarios"][0].update(durationSeconds={}),
            "scenarios": lambda d: d.update(scenarios={}),
            "version": lambda d: d.update(version="1"),
        }
        for name, change in changes.items():
            with self.subTest(name):
                design = json.loads(json.dumps(self.design))
                change(design)
                self.refused(self.write(name + ".plimsoll", design), r"/\S+")

    def test_an_unknown_service(self):
        self.design["components"][0]["service"] = "s33"
        line = self.refused(self.write("unknown.plimsoll", self.design), "/components/archive/service")
        self.assertIn('did you mean "s3"?', line)

    def test_an_id_used_twice(self):
        self.design["components"][0]["id"] = "orders"
        self.assertIn("orders", self.refused(self.write("twice.plimsoll", self.design), r"/\S+"))

    def test_a_connection_to_nothing(self):
        self.design["connections"][0]["to"] = "nowhere"
        self.assertIn("nowhere", self.refused(self.write("dangling.plimsoll", self.design), r"/connections/\S+"))

    def test_not_a_number(self):
        for constant in ("NaN", "Infinity", "-Infinity", "1e999"):
            text = self.reference.read_text(encoding="utf-8").replace("3000,", constant + ",", 1)
            self.assertIn(constant, text)
            self.refused(self.write("constant.plimsoll", text), r"\d+:\d+")

    def test_values_out_of_range(self):
        for parameter, value in (("shards", 0), ("shards", -1), ("shards", 20001), ("shards", 2.5), ("shards", "three"),
                                 ("retentionHours", 23), ("retentionHours", 8761)):
            with self.subTest(f"{parameter} {value}"):
                design = json.loads(json.dumps(self.design))
                component = next(c for c in design["components"] if c["id"] == "orders")
                component["parameters"][parameter] = value
                self.refused(self.write("range.plimsoll", design), "/components/orders/parameters/" + parameter)

    def test_rates_and_times_out_of_range(self):
        changes = {
            "negative rate": lambda s: s["traffic"]["producers-a"].update(ratePerSecond=-1),
            "no duration": lambda s: s.update(durationSeconds=0),
            "negative duration": lambda s: s.update(durationSeconds=-5),
            "fault of nothing": lambda s: s["faults"].append(
                {"id": "f", "component": "nothing", "kind": "down", "startSeconds": 1, "durationSeconds": 1}),
        }
        for name, change in changes.items():
            with self.subTest(name):
                design = json.loads(json.dumps(self.design))
                change(design["scenarios"][0])
                self.refused(self.write("scenario.plimsoll", design), r"/scenarios/\S+")

    def test_an_impossible_connection(self):
        self.design["connections"].append({"id": "z1", "from": "orders", "to": "archive", "parameters": {}})
        self.refused(self.write("impossible.plimsoll", self.design), "/connections/z1")

    def test_every_command_refuses_alike(self):
        name = self.write("empty.plimsoll", "")
        for command in ("simulate", "price", "compare", "check", "size", "explain", "migrate"):
            with self.subTest(command):
                self.refused(name, "", command=command)

    def test_options_that_make_no_sense(self):
        for arguments in (["simulate"], ["simulat", self.reference], ["simulate", self.reference, "--seed", "x"],
                          ["simulate", self.reference, "--replications", "0"],
                          ["simulate", self.reference, "--set", "orders.shards=0"],
                          ["simulate", self.reference, "--set", "orders.shard=3"],
                          ["simulate", self.reference, "--set", "nothing.shards=3"],
                          ["simulate", self.reference, "--set", "orders"],
                          ["simulate", self.reference, "--rate", "orders=5"],
                          ["simulate", self.reference, "--duration", "long"],
                          ["simulate", self.reference, "--duration", "-5s"],
                          ["simulate", self.reference, "--scenario", "lunch"],
                          ["simulate", self.reference, "--format", "tea"],
                          ["simulate", self.reference, "--tea"],
                          ["price", self.reference, "--month-hours", "-1"],
                          ["price", self.reference, "--price-book", "mars-1"],
                          ["explain", self.reference, "bill/orders/tea"], ["services", "kinesys"],
                          ["templates", "nothing"], []):
            with self.subTest(" ".join(map(str, arguments))):
                done = self.run_cli(*arguments, timeout=LONGEST)
                self.assertEqual(done.returncode, 2, done.stdout + done.stderr)
                self.assertNotEqual(done.stderr, b"")
                self.assertNotIn(b"terminate", done.stderr)

    # --- check ------------------------------------------------------------------------------------------------

    def test_check_exits_by_its_verdict(self):
        scenario = self.design["scenarios"][0]
        scenario["durationSeconds"] = 60
        passing = self.write("passing.plimsoll", self.design)
        self.passes("check", passing, status=0)
        scenario["monthlyBudgetUsd"] = 10
        self.passes("check", self.write("budget.plimsoll", self.design), status=1)
        scenario["monthlyBudgetUsd"] = 4000
        scenario["objectives"] = [{"metric": "delay-p99", "component": "process-a", "atMostMillis": 1}]
        self.passes("check", self.write("objective.plimsoll", self.design), status=1)
        scenario["objectives"] = [{"metric": "delay-p99", "component": "nothing", "atMostMillis": 1}]
        self.refused(self.write("bad.plimsoll", self.design), r"/scenarios/\S+", command="check")

    # --- simulate ---------------------------------------------------------------------------------------------

    def simulate_json(self, *arguments, **variables):
        return self.passes("simulate", self.reference, "--duration", "10s", "--format", "json", *arguments, **variables)

    def test_json_is_json_with_everything_promised(self):
        report = parsed(self.simulate_json())
        self.assertEqual(report["schema"], "plimsoll-run/1")
        for member in ("provenance", "components", "paths", "sinks", "objectives", "bill", "findings", "audits"):
            self.assertIn(member, report)
        self.assertFalse(report["provenance"].get("partial", False))
        self.assertTrue(report["audits"])
        for audit in report["audits"]:
            self.assertTrue(audit["passed"], audit)
        self.assertEqual({c["id"] for c in report["components"]}, {c["id"] for c in self.design["components"]})

    def test_same_seed_same_bytes_on_any_number_of_threads(self):
        one = self.simulate_json("--seed", "5", "--replications", "3", "--threads", "1")
        two = self.simulate_json("--seed", "5", "--replications", "3", "--threads", "2")
        self.assertEqual(one, two)
        self.assertEqual(one, self.simulate_json("--seed", "5", "--replications", "3", "--threads", "8"))
        self.assertNotEqual(one, self.simulate_json("--seed", "6", "--replications", "3"))

    def test_same_bytes_in_any_locale_and_time_zone(self):
        known = subprocess.run(["locale", "-a"], stdout=subprocess.PIPE, check=False).stdout.decode().lower() \
            if shutil.which("locale") else ""
        if "de_de.utf" not in known:
            print("note: this machine has no de_DE locale; LC_ALL is set all the same", file=sys.stderr)
        for arguments in (["--format", "json"], ["--format", "csv"], ["--format", "md"], []):
            here = self.passes("simulate", self.reference, "--duration", "5s", *arguments)
            for variables in ({"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"}, {"LC_ALL": "tr_TR.UTF-8"},
                              {"TZ": "Asia/Tokyo"}, {"TZ": "America/St_Johns"}):
                there = self.passes("simulate", self.reference, "--duration", "5s", *arguments, **variables)
                self.assertEqual(here, there, f"{arguments} with {variables}")

    def test_all_that_keeps_a_design_from_running_is_told(self):
        # This file holds a service from the future and others that can only be drawn.
        done = self.run_cli("simulate", SOURCE / "tests/data/designs/v1/everything.plimsoll", timeout=LONGEST)
        self.assertEqual(done.returncode, 2)
        errors = [line for line in done.stderr.decode().splitlines() if ": warning: " not in line]
        self.assertGreater(len(errors), 1)
        for line in errors:
            self.assertRegex(line, r"everything\.plimsoll:/\S+: .+; .+")

    def test_every_template_runs_and_checks(self):
        for template in sorted((SOURCE / "resources/templates").glob("*.plimsoll")):
            with self.subTest(template.stem):
                report = parsed(self.passes("simulate", template, "--duration", "20s", "--format", "json"))
                for audit in report["audits"]:
                    self.assertTrue(audit["passed"], audit)
                self.passes("price", template)

    def test_options_change_the_run(self):
        def orders(*arguments):
            report = parsed(self.simulate_json(*arguments))
            return next(c for c in report["components"] if c["id"] == "orders")["counts"]
        self.assertGreater(orders("--set", "orders.shards=1")["throttled"], 0)
        self.assertLess(orders("--rate", "producers-a=100")["offered"], 1500)

    def wait_until_at_work(self, process):
        """Until it listens for SIGINT and has computed for half a second."""
        ticks = os.sysconf("SC_CLK_TCK") / 2
        while True:
            self.assertIsNone(process.poll(), "it ended before it could be interrupted")
            status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
            caught = int(re.search(r"^SigCgt:\s*(\w+)", status, re.M).group(1), 16)
            used = int(Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[11])
            if caught & 1 << (signal.SIGINT - 1) and used > ticks:
                return
            time.sleep(0.01)

    @unittest.skipUnless(Path("/proc/self/status").exists(), "needs /proc to see when the run has begun")
    def test_interrupting_leaves_a_partial_report(self):
        whole = ["--engine", "event"]
        for extra in (whole, [*whole, "--replications", "4", "--threads", "2"], ["--engine", "auto"]):
            output = self.folder / "partial.json"
            process = subprocess.Popen([BINARY, "simulate", str(self.reference), "--duration", "30d", "--format",
                                        "json", "-o", str(output), *extra], cwd=self.folder,
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            self.wait_until_at_work(process)
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=30)
            self.assertEqual(process.returncode, 130, errors)
            self.assertNotIn(b"terminate", errors)
            provenance = parsed(output.read_text(encoding="utf-8"))["provenance"]
            self.assertIs(provenance["partial"], True)
            # A sampled month may have nothing whole to show yet, or all of it with wider intervals than asked for.
            if extra[1] == "event":
                self.assertGreater(provenance["simulatedSeconds"], 0)
                self.assertLess(provenance["simulatedSeconds"], 30 * 86400)
            for audit in parsed(output.read_text(encoding="utf-8"))["audits"]:
                self.assertTrue(audit["passed"], audit)
            output.unlink()

    # --- money ------------------------------------------------------------------------------------------------

    def test_the_study_notes_figures(self):
        text = self.passes("compare", self.reference, "--price-book", "study-note")
        self.assertIn("32.40", text)
        self.assertIn("1,450.90", text)
        lines = self.passes("price", self.reference, "--price-book", "study-note", "--format", "json")
        amounts = {line["meter"]: line.get("amountUsd", line.get("usd")) for line in parsed(lines)["lines"]}
        self.assertEqual(f"{float(amounts['kinesis-data-streams/shard-hours']):.2f}", "32.40")
        self.assertEqual(f"{float(amounts['dynamodb/provisioned-wcu-hours']) + float(amounts['dynamodb/provisioned-rcu-hours']):.2f}",
                         "1450.90")

    def test_the_study_note_keeps_its_own_hours(self):
        done = self.run_cli("price", self.reference, "--price-book", "study-note", "--month-hours", "700")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"--month-hours", done.stderr)
        self.assertEqual(len(done.stderr.splitlines()), 1)

    def test_compare_shows_both_totals(self):
        text = self.passes("compare", self.reference)
        self.assertIn("1,339.96", text)  # by hand 1,339.964: Lambda 6/s x 70 ms x 0.5 GB is 551,880 GB-s
        self.assertIn("2,467.57", text)
        parsed(self.passes("compare", self.reference, "--format", "json"))

    def test_month_hours_scale_what_is_held(self):
        def shard_hours(*arguments):
            bill = parsed(self.passes("price", self.reference, "--format", "json", *arguments))
            return next(line for line in bill["lines"] if line["meter"] == "kinesis-data-streams/shard-hours")["quantity"]
        self.assertAlmostEqual(float(shard_hours()), 3 * 730)
        self.assertAlmostEqual(float(shard_hours("--month-hours", "744")), 3 * 744)

    # --- files ------------------------------------------------------------------------------------------------

    def test_output_files_are_whole_or_untouched(self):
        text = self.passes("simulate", self.reference, "--duration", "5s", "--format", "json")
        target = self.folder / "run.json"
        target.write_text("old", encoding="utf-8")
        self.passes("simulate", self.reference, "--duration", "5s", "-o", "run.json")
        self.assertEqual(target.read_text(encoding="utf-8"), text)
        target.write_text("old", encoding="utf-8")
        self.run_cli("simulate", "missing.plimsoll", "-o", "run.json")
        self.assertEqual(target.read_text(encoding="utf-8"), "old")
        done = self.run_cli("simulate", self.reference, "--duration", "1s", "-o", "no/such/folder/run.json")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"no/such/folder", done.stderr)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["run.json"])

    def test_a_full_device_is_told(self):
        if not Path("/dev/full").exists():
            print("note: no /dev/full here, a full disk is not tried", file=sys.stderr)
            return
        with open("/dev/full", "wb") as full:
            done = subprocess.run([BINARY, "services"], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(len(done.stderr.splitlines()), 1)

    def test_migrating_a_current_file_changes_nothing(self):
        name = self.write("design.plimsoll", self.reference.read_bytes())
        self.passes("migrate", name)
        first = (self.folder / name).read_bytes()
        self.passes("migrate", name)
        self.assertEqual((self.folder / name).read_bytes(), first)

    # --- what can be looked up --------------------------------------------------------------------------------

    def test_services(self):
        text = self.passes("services")
        for service in ("kinesis-data-streams", "lambda", "dynamodb", "s3", "custom-server"):
            self.assertIn(service, text)
            self.assertIn("Parameters", self.passes("services", service))
        self.assertIn(b"kinesis-data-streams", self.run_cli("services", "kinesis-data-stream").stderr)

    def test_connections_of_two_services(self):
        text = self.passes("services", "kinesis-data-streams", "--to", "lambda")
        self.assertIn("Kinds: poll", text)
        self.assertIn("batchSize", text)
        self.assertIn("https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html", text)
        document = json.loads(self.passes("services", "ec2", "--to", "sqs", "--format", "json"))
        self.assertEqual(document["schema"], "plimsoll-connection/1")
        self.assertEqual((document["possible"], document["kinds"], document["kind"]), (True, ["put"], "put"))
        parameters = {each["id"]: each for each in document["parameters"]}
        # SendMessageBatch takes 10 messages; a machine waits for its answer, so its timeout can be set.
        self.assertEqual(parameters["batchSize"]["maximum"], 10)
        self.assertEqual(parameters["batchSize"]["evidence"], "documented")
        self.assertEqual(parameters["timeoutMillis"]["default"], 0)
        self.assertNotIn("role", parameters)
        # Another kind of the same pair has other parameters.
        notified = json.loads(self.passes("services", "lambda", "--to", "sqs", "--kind", "notify", "--format", "json"))
        self.assertEqual(notified["kind"], "notify")
        self.assertNotIn("batchSize", {each["id"] for each in notified["parameters"]})

    def test_connections_that_cannot_be(self):
        text = self.passes("services", "data-firehose", "--to", "dynamodb")
        self.assertIn("Data Firehose cannot deliver to DynamoDB", text)
        self.assertIn("Not possible; put Lambda", text)
        document = json.loads(self.passes("services", "s3", "--to", "athena", "--format", "json"))
        self.assertEqual((document["possible"], document["kinds"]), (False, []))
        self.assertEqual(document["remedy"], "turn the connection round")
        for command, says in ((("ec2", "--to", "sqq"), "did you mean sqs?"),
                              (("ec2", "--to", "sqs", "--kind", "poll"), "use put"),
                              (("ec2", "--to", "sqs", "--kind", "teleport"), "use put"),
                              (("ec2", "--to", "sqs", "--format", "csv"), "use text or json"),
                              (("ec2", "--kind", "put"), "--to"),
                              (("--to", "sqs"), "services FROM --to TO")):
            done = self.run_cli("services", *command)
            self.assertEqual(done.returncode, 2, command)
            self.assertIn(says, done.stderr.decode())

    def test_what_a_connection_does_not_act_on_is_refused_by_name(self):
        design = {"format": "plimsoll-design", "version": 1, "title": "x", "region": "us-east-1",
                  "components": [{"id": "a", "service": "data-firehose", "position": [0, 0]},
                                 {"id": "b", "service": "s3", "position": [0, 0]},
                                 {"id": "p", "service": "traffic-source", "position": [0, 0]}],
                  "connections": [{"id": "c1", "from": "p", "to": "a", "parameters": {}},
                                  {"id": "c2", "from": "a", "to": "b", "parameters": {"operations": 3}}],
                  "scenarios": [{"id": "s", "durationSeconds": 10,
                                 "traffic": {"p": {"shape": "constant", "ratePerSecond": 10}}}]}
        path = self.folder / "ignored.plimsoll"
        path.write_text(json.dumps(design), encoding="utf-8")
        for command in ("check", "price", "simulate"):
            done = self.run_cli(command, str(path))
            self.assertEqual(done.returncode, 2)
            self.assertIn("c2: `operations` has no effect on a put from Data Firehose to S3", done.stderr.decode())

    def test_templates(self):
        text = self.passes("templates")
        for template in sorted((SOURCE / "resources/templates").glob("*.plimsoll")):
            self.assertIn(template.stem, text)
            self.assertEqual(self.passes("templates", template.stem), template.read_text(encoding="utf-8"))
            self.passes("templates", template.stem, "-o", "copy.plimsoll")
            self.assertEqual((self.folder / "copy.plimsoll").read_bytes(), template.read_bytes())

    def test_explain(self):
        listing = self.passes("explain", self.reference)
        number = "bill/orders/kinesis-data-streams/shard-hours"
        self.assertIn(number, listing)
        text = self.passes("explain", self.reference, number)
        self.assertIn("730", text)
        self.assertIn("https://", text)
        parsed(self.passes("explain", self.reference, number, "--format", "json"))
        # Every number that is listed can be explained.
        for line in listing.splitlines():
            word = line.strip().split(" ")[0]
            if "/" in word:
                self.assertNotEqual(self.passes("explain", self.reference, word), "")

    def test_version_and_help(self):
        self.assertRegex(self.passes("--version"), r"plimsoll \d+\.\d+")
        for command in ("simulate", "price", "compare", "check", "size", "explain", "services", "templates", "prices",
                        "migrate"):
            self.assertIn(command, self.passes("--help"))
            self.passes(command, "--help")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    BINARY = str(Path(sys.argv[1]).resolve())
    SOURCE = Path(sys.argv[2]).resolve()
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
