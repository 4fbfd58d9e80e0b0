#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs small designs and holds what the commands write as JSON against the published schemas; every figure of a run has a
half-width or a reason for none.

    check_run_schema.py PLIMSOLL_CLI DOCS_FOLDER
"""
import copy
import json
import subprocess
import sys
import tempfile
from pathlib import Path

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed")
    sys.exit(77)

DESIGN = {
    "format": "plimsoll-design", "version": 1, "title": "Schema", "region": "us-east-1",
    "components": [
        {"id": "clients", "service": "traffic-source", "label": "Clients", "position": [0, 0]},
        {"id": "server", "service": "custom-server", "label": "Server", "position": [240, 0]},
    ],
    "connections": [{"id": "c1", "from": "clients", "to": "server"}],
    "scenarios": [{
        "id": "steady", "label": "Steady", "durationSeconds": 20,
        "traffic": {"clients": {"shape": "constant", "ratePerSecond": 50}},
        "objectives": [{"metric": "response-p99", "component": "server", "atMostMillis": 1000},
                       {"metric": "response-p95", "component": "server", "atMostMillis": 900},
                       {"metric": "backlog-peak", "component": "server", "atMost": 1000}],
    }],
}

# A stream with something to size, to price and to be fresh.
STREAM = {
    "format": "plimsoll-design", "version": 1, "title": "Stream", "region": "us-east-1",
    "components": [
        {"id": "orders", "service": "kinesis-data-streams", "position": [240, 0], "parameters": {"shards": 1}},
        {"id": "producers", "service": "traffic-source", "position": [0, 0]},
        {"id": "work", "service": "lambda", "position": [480, 0]},
    ],
    "connections": [{"id": "c1", "from": "producers", "to": "orders"}, {"id": "c2", "from": "orders", "to": "work"}],
    "scenarios": [{
        "id": "busy", "durationSeconds": 20,
        "traffic": {"producers": {"shape": "constant", "ratePerSecond": 1500}},
        "objectives": [{"metric": "throttled-share", "component": "orders", "atMost": 0.01},
                       {"metric": "freshness-mean", "component": "work", "atMostMillis": 60000},
                       {"metric": "freshness-max", "component": "work", "atMostMillis": 60000}],
    }],
}

# Long enough to be sampled: 1,200/s for 10 hours, with a spike over the shards' quota twice.
LONG = copy.deepcopy(STREAM)
LONG["components"][0]["parameters"]["shards"] = 2
LONG["scenarios"][0]["durationSeconds"] = 36000
LONG["scenarios"][0]["traffic"]["producers"].update(
    ratePerSecond=1200, spikes=[{"startSeconds": 3600, "seconds": 30, "factor": 2, "everySeconds": 18000}])

SIMULATE = "plimsoll-run.schema.json"
RUNS = [
    (SIMULATE, DESIGN, ["simulate"]),
    (SIMULATE, DESIGN, ["simulate", "--rate", "clients=0"]),
    (SIMULATE, DESIGN, ["simulate", "--replications", "3"]),
    (SIMULATE, DESIGN, ["simulate", "--steady"]),
    (SIMULATE, DESIGN, ["simulate", "--precision", "50%", "--max-replications", "6"]),
    (SIMULATE, DESIGN, ["simulate", "--price-book", "study-note"]),
    (SIMULATE, DESIGN, ["simulate", "--for", "run"]),
    (SIMULATE, STREAM, ["simulate", "--replications", "3"]),
    (SIMULATE, LONG, ["simulate", "--engine", "auto"]),
    ("plimsoll-sweep.schema.json", STREAM, ["sweep", "--vary", "orders.shards=1,2", "--replications", "3"]),
    ("plimsoll-sweep.schema.json", STREAM, ["sweep", "--vary", "producers.rate=100,200", "--replications", "1"]),
    ("plimsoll-search.schema.json", STREAM, ["size", "--search"]),
    # Nothing meets what nothing can: fresher than the records travel.
    ("plimsoll-search.schema.json", "hopeless", ["size", "--search"]),
]


def unexplained(report):
    """Figures with neither a half-width nor a reason, by their place."""
    kinds = {figure: note for note in report["provenance"]["intervals"] for figure in note["figures"]}
    sampled = {each["figure"]: each for each in report.get("sampling", {}).get("intervals", [])}

    def check(place, figure, intervals, sampled_name):
        stated = (intervals or {}).get(figure.rsplit(".", 1)[-1])
        if stated is not None:
            return []
        note = kinds.get(figure)
        if note is None:
            return [f"{place}: no kind of figure has {figure}"]
        # A kind that carries intervals owes each figure one, or its own reason.
        if not note["carries"]:
            return [] if note["text"] else [f"{place}: {figure} has no reason"]
        owed = sampled.get(sampled_name)
        if owed and (owed["halfWidth"] is not None or owed.get("reason")):
            return []
        return [f"{place}: {figure} has neither"]

    found = []
    several = report["provenance"]["replications"] > 1
    for component in report["components"]:
        where = component["id"]
        times = component["latencyMillis"]
        for figure in ("mean", "p50", "p90", "p95", "p99", "p999") if times["samples"] else ():
            found += check(where, figure, times["intervals"], "")
        found += check(where, "max", None, "")
        for figure, name in (("backlog.mean", "backlog-mean"), ("backlog.peak", "backlog-peak")):
            key = {"backlog.mean": "backlogMean", "backlog.peak": "backlogPeak"}[figure]
            own = component.get("intervals", {})
            if several and key not in own:
                found.append(f"{where}: {key} is not among the intervals")
            if not several and component["backlog"][figure[8:]] > 0:
                found += check(where, figure, None, f"{where}/{name}")
    for sink in report["sinks"]:
        where = sink["component"]
        if several and "freshnessMeanSeconds" not in sink["intervals"]:
            found.append(f"{where}: freshness is not among the intervals")
        if not several and sink["freshnessSeconds"]["mean"]:
            found += check(where, "freshnessSeconds.mean", None, f"{where}/freshness-mean")
        found += check(where, "freshnessSeconds.max", None, "")
    if several and "monthlyUsd" not in report["intervals"]:
        found.append("the bill's total is not among the intervals")
    if not several and report["bill"] and report["bill"]["monthlyUsd"] > 0:
        found += check("bill", "monthlyUsd", None, "cost")
    return found


def out_of_step(report):
    """Series against the counts they are made of, by their place; sampled runs have the curves of their parts."""
    if report.get("sampling", {}).get("sampled") or report["provenance"]["replications"] > 1:
        return []
    if report["provenance"]["warmUpSeconds"] > 0:  # counts begin after it, curves show it
        return []
    found = []
    for component in report["components"]:
        series, seconds = component["series"], report["provenance"]["durationSeconds"]
        width = series["binSeconds"]
        for name in ("offered", "completed"):
            total = sum(value * min(width, seconds - at * width) for at, value in enumerate(series[name]))
            counted = component["counts"][name]
            if abs(total - counted) > 1 + 0.001 * counted:
                found.append(f"{component['id']}: series {name} sums to {total}, counted {counted}")
        lengths = {len(series["latency"][name]) for name in ("sampled", "p50Millis", "p99Millis")}
        if len(lengths) != 1:
            found.append(f"{component['id']}: percentiles of unequal length")
    return found


def main():
    program, docs = sys.argv[1:]
    validators = {}
    for name in sorted({run[0] for run in RUNS}):
        schema = json.loads((Path(docs) / name).read_text(encoding="utf-8"))
        jsonschema.Draft7Validator.check_schema(schema)
        validators[name] = jsonschema.Draft7Validator(schema)
    hopeless = copy.deepcopy(STREAM)
    hopeless["scenarios"][0]["objectives"] = [{"metric": "delay-p95", "component": "work", "atMostMillis": 0.001}]
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for schema, content, options in RUNS:
            design = Path(folder) / "design.plimsoll"
            design.write_text(json.dumps(hopeless if content == "hopeless" else content), encoding="utf-8")
            run = subprocess.run([program, options[0], str(design), "--format", "json", *options[1:]],
                                 capture_output=True, text=True, check=False)
            expected = 1 if content == "hopeless" else 0
            if run.returncode != expected:
                print(f"{options}: exit {run.returncode}: {run.stderr}")
                failed += 1
                continue
            report = json.loads(run.stdout)
            problems = [f"/{'/'.join(map(str, error.path))}: {error.message}"
                        for error in validators[schema].iter_errors(report)]
            if schema == SIMULATE and not problems:
                problems += unexplained(report) + out_of_step(report)
            if content is LONG and not report["sampling"]["sampled"]:
                problems.append("was to be sampled: " + report["sampling"]["text"])
            for problem in problems:
                print(f"{options}: {problem}")
            failed += len(problems)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
