#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads every include line and fails on one that points the wrong way between layers, panels or folders."""
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
    "app/desktop": ["app", "simulator", "pricing", "model", "translations"],
}
JSON_ONLY_IN = ("model/serialization/", "model/support/json", "pricing/price_book.cpp", "app/report/",
                "simulator/traffic/size_law.cpp", "simulator/traffic/key_law.cpp", "app/study/templates.cpp",
                "app/study/sweep_checkpoint.cpp", "model/design/", "model/validation/",
                "app/desktop/")

# What every panel may show itself with; a panel includes no other panel, the shell puts them together.
DESKTOP_BASE = ["look", "widgets", "text", "document", "run"]
PANELS = ["canvas", "palette", "inspector", "results", "timeline"]

# Rooms whose own subfolders belong to them: a panel and its tools, a list and the things it lists.
WITH_SUBFOLDERS = ("app/desktop/canvas", "app/desktop/document", "model/validation")

def room_of(file: str) -> str:
    """The folder of a file, or the room that the folder is part of."""
    folder = file.rsplit("/", 1)[0]
    return next((room for room in WITH_SUBFOLDERS if (folder + "/").startswith(room + "/")), folder)


def circles(includes: dict[str, set[str]]) -> list[set[str]]:
    """Sets of folders that reach each other over include lines: strongly connected, more than one."""
    def reached(start: str) -> set[str]:
        seen, todo = set(), [start]
        while todo:
            for each in includes.get(todo.pop(), ()):
                if each not in seen:
                    seen.add(each)
                    todo.append(each)
        return seen

    reach = {folder: reached(folder) for folder in includes}
    found = []
    for folder in sorted(includes):
        if folder in reach[folder] and not any(folder in each for each in found):
            found.append({folder} | {each for each in reach[folder] if folder in reach.get(each, ())})
    return found


def check_folders(lines: list[tuple[str, str]]) -> list[str]:
    """Panels know no other panel, and no folders include each other in a circle."""
    wrong = []
    includes: dict[str, set[str]] = {}
    for file, target in lines:
        here, there = room_of(file), room_of(target)
        if here == there:
            continue
        includes.setdefault(here, set()).add(there)
        panel = re.match(r"app/desktop/([^/]+)", here)
        other = re.match(r"app/desktop/([^/]+)", there)
        if panel and other and panel.group(1) in PANELS and other.group(1) not in DESKTOP_BASE:
            wrong.append(f"{file}: a panel must not include {target}; what two panels use belongs to "
                         "app/desktop/look or app/desktop/widgets")
        if panel and other and panel.group(1) in DESKTOP_BASE and other.group(1) not in DESKTOP_BASE:
            wrong.append(f"{file}: what panels are built from must not include {target}")
    for circle in circles(includes):
        wrong.append("folders include each other in a circle: " + ", ".join(sorted(circle)))
        wrong += [f"    {file} includes {target}" for file, target in lines
                  if room_of(file) != room_of(target) and {room_of(file), room_of(target)} <= circle]
    return wrong


def main() -> int:
    wrong = []
    own_includes = []
    for path in sorted(root.rglob("*")):
        relative = path.relative_to(root).as_posix()
        if path.suffix not in (".h", ".cpp") or relative.startswith(("build/", "tests/", "bench/", "dist/", ".")):
            continue
        folder = next((f for f in sorted(MAY, key=len, reverse=True) if relative.startswith(f + "/")), None)
        if folder is None:
            continue
        for kind, target in INCLUDE.findall(path.read_text(encoding="utf-8")):
            if kind == '"':
                own_includes.append((relative, target))
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
    wrong += check_folders(own_includes)
    print("\n".join(wrong) if wrong else "include directions: all right")
    return 1 if wrong else 0


sys.exit(main())
