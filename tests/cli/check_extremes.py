#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every design of tests/data/extremes through check, price, size and simulate: an answer, or one line that says why not.

    check_extremes.py BINARY SOURCE_DIR [--times] [unittest arguments]

--times prints what each command took: a table for people, on which no test depends.
"""
import json
import os
import resource
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

BINARY = ""
SOURCE = Path()
TIMES = None
LONGEST = 20  # seconds; a loaded machine must not decide, an endless loop must
LARGEST = 500_000_000  # bytes resident
COMMANDS = {
    "check": ["check"],
    "price": ["price"],
    "size": ["size"],
    "simulate": ["simulate", "--duration", "5s"],
    "replications": ["simulate", "--duration", "5s", "--replications", "2", "--threads", "2"],
}
ANSWERS = (0, 1, 2, 130)  # done, an objective missed, refused, stopped for what would wait


def refuse_constant(name):
    raise AssertionError(f"{name} is no JSON")


def number(text):
    value = float(text)
    assert not (value == 0 and text.startswith("-")), "minus zero"
    return value


def run(command, design):
    """Exit status, standard output and error, CPU seconds, bytes resident; killed when it runs on."""
    arguments = [BINARY, command[0], str(design), *command[1:], "--format", "json"]
    environment = {**os.environ, "TZ": "UTC", "LC_ALL": "C"}
    # The sanitizers reserve address space beyond any limit.
    limited = "PLIMSOLL_SANITIZED" not in os.environ

    def limits():
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
        if limited:
            resource.setrlimit(resource.RLIMIT_AS, (4 * LARGEST, 4 * LARGEST))

    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(arguments, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=err,
                                   preexec_fn=limits)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return (process.returncode, out.read().decode("utf-8"), err.read().decode("utf-8"), used.ru_utime + used.ru_stime,
                used.ru_maxrss * 1024 if limited else 0)


class Extremes(unittest.TestCase):
    def hold(self, design, name):
        status, out, err, cpu, resident = run(COMMANDS[name], design)
        if TIMES is not None:
            TIMES.append((design.stem, name, status, cpu, resident, err.strip().splitlines()[-1:] if status == 2 else []))
        where = f"{design.stem}, {name}: {err}"
        self.assertLessEqual(resident, LARGEST, where)
        self.assertIn(status, ANSWERS, where)
        self.assertNotIn("internal error", err, where)
        self.assertNotIn("contradicts itself", err, where)
        errors = [line for line in err.splitlines() if "warning: " not in line]
        for line in err.splitlines():
            self.assertTrue(line.isprintable(), where)
        if status == 2:
            self.assertEqual(out, "", where)
            # One line for each thing that is wrong: file, place, what; the remedy.
            self.assertGreaterEqual(len(errors), 1, where)
            for error in errors:
                self.assertRegex(error, r"^[^:]+:/.+: .+; .+$", where)
        else:
            self.assertEqual(errors, [], where)
            report = json.loads(out, parse_constant=refuse_constant, parse_float=number)
            for audit in report.get("audits", []) if isinstance(report, dict) else []:
                self.assertTrue(audit.get("passed", True), where)


def add_tests():
    def test(design, name):
        return lambda self: self.hold(design, name)

    for design in sorted((SOURCE / "tests/data/extremes").glob("*.plimsoll")):
        for name in COMMANDS:
            setattr(Extremes, f"test_{design.stem.replace('-', '_')}_{name}", test(design, name))


if __name__ == "__main__":
    BINARY, SOURCE = os.path.abspath(sys.argv[1]), Path(sys.argv[2]).resolve()
    rest = sys.argv[3:]
    if "--times" in rest:
        rest.remove("--times")
        TIMES = []
    add_tests()
    program = unittest.main(argv=[sys.argv[0], *rest], exit=False)
    for row in TIMES or []:
        print(f"{row[0]:34} {row[1]:13} {row[2]:4} {row[3]:6.2f} s {row[4] / 1e6:5.0f} MB  {' '.join(row[5])}")
    sys.exit(not program.result.wasSuccessful())
