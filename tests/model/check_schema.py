#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the published JSON Schema against every design in the repository, and against designs it must refuse."""
import copy
import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed")
    sys.exit(77)

root = pathlib.Path(sys.argv[1])
schema = json.loads((root / "docs/plimsoll-design.schema.json").read_text())
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
failed = False

files = sorted(f for folder in ("tests/data", "resources") for f in (root / folder).rglob("*.plimsoll")
               if "broken" not in f.parts)
for file in files:
    for error in validator.iter_errors(json.loads(file.read_text())):
        print(f"{file.relative_to(root)}: {error.json_path}: {error.message}")
        failed = True

everything = json.loads((root / "tests/data/designs/v1/everything.plimsoll").read_text())


def change(*path_and_value):
    """A copy of the full sample with one value replaced; None removes the member."""
    *path, key, value = path_and_value
    design = copy.deepcopy(everything)
    at = design
    for step in path:
        at = at[step]
    if value is None:
        del at[key]
    else:
        at[key] = value
    return design


must_be_refused = {
    "another format": change("format", "other"),
    "a newer version": change("version", 2),
    "no version": change("version", None),
    "a component without id": change("components", 0, "id", None),
    "an invalid id": change("components", 0, "id", "A b"),
    "a position of one number": change("components", 0, "position", [1]),
    "a position of three numbers": change("components", 0, "position", [1, 2, 3]),
    "an unknown shape": change("scenarios", 0, "traffic", "producers", "shape", "sinus"),
    "a rate as text": change("scenarios", 0, "traffic", "producers", "ratePerSecond", "3"),
    "traffic of an invalid id": change("scenarios", 0, "traffic", "A b", {}),
    "an unknown metric": change("scenarios", 1, "objectives", 0, "metric", "delay-p98"),
    "an unknown fault": change("scenarios", 0, "faults", 0, "kind", "fire"),
    "a redrive faster than SQS moves": change(
        "scenarios", 0, "redrives", [{"id": "r", "component": "dead", "ratePerSecond": 501}]),
    "a change without a value": change(
        "scenarios", 0, "changes", [{"id": "c", "component": "table", "parameter": "wcu"}]),
    "a replay of no connection": change("scenarios", 0, "replays", [{"id": "r"}]),
    "users with decimals": change("scenarios", 1, "queries", 0, "users", 1.5),
}
for name, design in must_be_refused.items():
    if validator.is_valid(design):
        print(f"the schema accepts {name}")
        failed = True

print(f"{len(files)} designs checked")
sys.exit(1 if failed or not files else 0)
