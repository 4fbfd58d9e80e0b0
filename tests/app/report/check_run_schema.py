#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs small designs and holds what `simulate --format json` writes against the published schema.

    check_run_schema.py PLIMSOLL_CLI SCHEMA
"""
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
        "objectives": [{"metric": "response-p99", "component": "server", "atMostMillis": 1000}],
    }],
}


def main():
    program, schema_file = sys.argv[1:]
    schema = json.loads(Path(schema_file).read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        design = Path(folder) / "design.plimsoll"
        design.write_text(json.dumps(DESIGN), encoding="utf-8")
        for options in ([], ["--rate", "clients=0"], ["--replications", "3"], ["--steady"],
                        ["--precision", "50%", "--max-replications", "6"], ["--price-book", "study-note"]):
            run = subprocess.run([program, "simulate", str(design), "--format", "json", *options],
                                 capture_output=True, text=True, check=False)
            if run.returncode != 0:
                print(f"{options}: exit {run.returncode}: {run.stderr}")
                failed += 1
                continue
            for error in validator.iter_errors(json.loads(run.stdout)):
                print(f"{options}: /{'/'.join(map(str, error.path))}: {error.message}")
                failed += 1
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
