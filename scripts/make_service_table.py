#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes docs/services.md: what there is of each service that runs, in numbers.

    scripts/make_service_table.py PLIMSOLL_CLI [--differences FILE] [--check]

What the program knows comes from the program, lines of code from the folders. How far estimate and run are apart comes from
FILE, the output of `PLIMSOLL_DIFFERENCES=1 tst_estimate -maxwarnings 0 -class TstEstimateAndRun
theEstimateSaysWhatTheRunSays`; without it the figures that stand in the table are kept. --check writes nothing and fails where
a service, its family, parameters or meters are not those of the program; lines of code may have changed since.
"""
import argparse
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = ROOT / "docs/services.md"
SERVICES = ROOT / "simulator/services"
HEAD = """# The services that run

Written by `scripts/make_service_table.py`; a test holds it to the program. Family: the folder of `simulator/families/` whose
behaviour it shares. Parameters: all, and those among them whose default is an assumption. Meters: all, and those without a
price in us-east-1. Lines: of the service's own C++, all of it facts. Estimate and run: the largest difference of a meter and of
a mean time between `price` and `simulate`, over all stages with a steady state that the test makes for it.

| Service | Family | Parameters | assumed | Meters | unpriced | Lines | Meters apart | Times apart |
|---|---|---|---|---|---|---|---|---|
"""


def ask(cli: str, *words: str) -> str:
    return subprocess.run([cli, "services", *words], check=True, capture_output=True, text=True).stdout


def section(text: str, name: str) -> list[str]:
    """The lines of a table of the program's, without its head."""
    found = re.search(rf"^{name}[^\n]*\n[^\n]*\n(?P<rows>(?:  [^\n]*\n?)*)", text, re.M)
    return found.group("rows").splitlines() if found else []


def families() -> dict[str, str]:
    """Type of a family -> its folder."""
    found = {}
    for path in sorted((ROOT / "simulator/families").glob("*/*.h")):
        for name in re.findall(r"^struct (\w+Family)\b", path.read_text(encoding="utf-8"), re.M):
            found[name] = path.parent.name
    return found


def lines_of(folder: pathlib.Path) -> int:
    return sum(len(path.read_text(encoding="utf-8").splitlines())
               for path in folder.iterdir() if path.suffix in (".cpp", ".h"))


def family_of(folder: pathlib.Path, known: dict[str, str]) -> str:
    """The service's own, or that of the files it shares with others."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.cpp"))]
    names = re.findall(r"serviceOf<(\w+)>", "".join(texts))
    for header in re.findall(r'#include "(simulator/services/\w+\.h)"', "".join(texts)):
        names += re.findall(r"serviceOf<(\w+)>", (ROOT / header).with_suffix(".cpp").read_text(encoding="utf-8")
                            if (ROOT / header).with_suffix(".cpp").exists() else "")
    return next((known[name].replace("_", " ") for name in names if name in known), "?")


def rows_now(cli: str) -> dict[str, list[str]]:
    known = families()
    rows = {}
    for line in ask(cli).splitlines()[1:]:
        if not line.strip() or "drawing only" in line:
            continue
        service = line.split()[0]
        text = ask(cli, service)
        parameters, meters = section(text, "Parameters"), section(text, "Meters")
        folder = SERVICES / service.replace("-", "_")
        rows[service] = [family_of(folder, known), str(len(parameters)),
                         str(sum(bool(re.search(r"  assumption  ", row)) for row in parameters)), str(len(meters)),
                         str(sum("unpriced" in row for row in meters)), str(lines_of(folder))]
    return rows


def rows_written() -> dict[str, list[str]]:
    if not TABLE.exists():
        return {}
    cells = (line.strip("|\n").split("|") for line in TABLE.read_text(encoding="utf-8").splitlines()
             if line.startswith("| ") and "`" in line.split("|")[1])
    return {row[0].strip().strip("`"): [cell.strip() for cell in row[1:]] for row in cells}


def differences(path: str) -> dict[str, list[str]]:
    text = pathlib.Path(path).read_text(encoding="utf-8")
    return {service: [meters, times] for service, meters, times in
            re.findall(r"\) ([a-z0-9-]+): meters ([0-9.]+%), times ([0-9.]+%)", text)}


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("--differences")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    now, written = rows_now(options.cli), rows_written()
    if options.check:
        wrong = sorted(set(now) ^ set(written)) + [
            service for service in now if service in written and now[service][:5] != written[service][:5]]
        for service in wrong:
            print(f"docs/services.md is not what the program says of {service}; run scripts/make_service_table.py")
        return 1 if wrong or not now else 0
    apart = differences(options.differences) if options.differences else {}
    text = HEAD
    for service, row in now.items():
        kept = written.get(service, [])[6:8] or ["", ""]
        text += "| `" + service + "` | " + " | ".join(row + apart.get(service, kept)) + " |\n"
    totals = [str(sum(int(row[at]) for row in now.values())) for at in range(1, 6)]
    text += f"\n{len(now)} services, {totals[0]} parameters ({totals[1]} assumed), {totals[2]} meters ({totals[3]} unpriced), " \
            f"{totals[4]} lines.\n"
    TABLE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
