#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads every include line and fails on one that points the wrong way between the layers."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.M)

# What each folder may include; the longest matching prefix decides.
MAY = {
    "model": ["model"],
    "pricing": ["pricing", "model"],
    "simulator": ["simulator", "model"],
    # The engine's parts know nothing of the services built from them.
    "simulator/draws": ["simulator/draws", "model"],
    "simulator/traffic": ["simulator/traffic", "simulator/draws", "model"],
    "simulator/metrics": ["simulator/metrics", "simulator/draws", "model"],
    "simulator/kernel": ["simulator/kernel", "simulator/metrics", "simulator/traffic", "simulator/draws", "model"],
    "simulator/queueing": ["simulator/queueing", "simulator/kernel", "simulator/metrics", "simulator/draws", "model"],
    "simulator/flow": ["simulator/flow", "simulator/kernel", "simulator/metrics", "simulator/traffic", "simulator/draws",
                       "model"],
    "simulator/families": ["simulator/families", "simulator/flow", "simulator/queueing", "simulator/traffic",
                           "simulator/kernel", "simulator/metrics", "simulator/draws", "model"],
    "simulator/services": ["simulator", "model"],
    "app/study": ["app/study", "simulator", "pricing", "model"],
    "app/report": ["app/report", "app/study", "simulator", "pricing", "model"],
    "app/cli": ["app/cli", "app/report", "app/study", "simulator", "pricing", "model"],
    "app/desktop": ["app", "simulator", "pricing", "model"],
}
JSON_ONLY_IN = ("model/serialization/", "model/support/json", "pricing/price_book.cpp", "app/report/",
                "simulator/traffic/size_law.cpp", "simulator/traffic/key_law.cpp", "app/study/templates.cpp",
                "app/study/sweep_checkpoint.cpp", "model/design/", "model/validation/",
                "app/desktop/")


def main() -> int:
    wrong = []
    for path in sorted(root.rglob("*")):
        relative = path.relative_to(root).as_posix()
        if path.suffix not in (".h", ".cpp") or relative.startswith(("build/", "tests/", "bench/", "dist/", ".")):
            continue
        folder = next((f for f in sorted(MAY, key=len, reverse=True) if relative.startswith(f + "/")), None)
        if folder is None:
            continue
        for kind, target in INCLUDE.findall(path.read_text(encoding="utf-8")):
            if kind == '"':
                if not any(target.startswith(allowed + "/") for allowed in MAY[folder]):
                    wrong.append(f"{relative}: {folder} must not include {target}")
            elif re.match(r"Q[A-Z]|Qt[A-Z]", target) and folder != "app/desktop":
                wrong.append(f"{relative}: only app/desktop knows Qt, not {target}")
            elif target.startswith("boost/graph") and relative != "model/design/topology.cpp":
                wrong.append(f"{relative}: Boost.Graph stays in model/design/topology.cpp")
            elif target.startswith("nlohmann/") and not relative.startswith(JSON_ONLY_IN):
                wrong.append(f"{relative}: json is kept out of here: {target}")
            elif target.startswith("nlohmann/") and path.suffix == ".h" and target != "nlohmann/json_fwd.hpp" \
                    and not relative.startswith(("model/serialization/", "app/report/")):
                wrong.append(f"{relative}: json in a header slows every build: {target}")
    # Services are built from families; none knows another.
    for path in sorted((root / "simulator/services").rglob("*")):
        if path.suffix not in (".h", ".cpp") or path.parent.name == "services":
            continue
        relative = path.relative_to(root).as_posix()
        for _, target in INCLUDE.findall(path.read_text(encoding="utf-8")):
            other = re.match(r"simulator/services/([^/]+)/", target)
            if other and other.group(1) != path.parent.name:
                wrong.append(f"{relative}: a service must not know another: {target}")
    for path in sorted((root / "simulator").rglob("*")):
        relative = path.relative_to(root).as_posix()
        if path.suffix in (".h", ".cpp") and not relative.startswith("simulator/services/"):
            for _, target in INCLUDE.findall(path.read_text(encoding="utf-8")):
                if re.match(r"simulator/services/[^/]+/", target):
                    wrong.append(f"{relative}: the engine must not name a service: {target}")
    print("\n".join(wrong) if wrong else "include directions: all right")
    return 1 if wrong else 0


sys.exit(main())
