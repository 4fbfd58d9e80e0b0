#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No service is named outside its own folder: what code does about a service stands in its spec.

Reads every text in the sources. A text that is a service's id or its name in the integrations table, or the id of one of
its meters, fails outside that service's folder; so does a category outside palette and list.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
SERVICES = ROOT / "simulator/services"
# A text may stand here for something else that happens to be called the same.
ALLOWED = {
    ("model/validation/rules/traffic_source.cpp", "traffic-source"): "the rule is named like its file",
    ("model/serialization/design_reader.cpp", "users"): "a member of a query in the file",
    ("model/serialization/design_writer.cpp", "users"): "a member of a query in the file",
    ("simulator/graph/engine_graph.cpp", "users"): "the parameter of whatever sends unasked",
    ("simulator/run/replication/run_cost.cpp", "users"): "the parameter of whatever sends unasked",
    ("app/desktop/inspector/scenario_fields.cpp", "users"): "a member of a query in the file",
    ("model/catalog/connection_parameters.cpp", "Batch"): "records that go together",
}
# Which service stands where in lists and palette is all a category is for.
CATEGORY_READERS = {"app/desktop/palette/palette_model.cpp", "app/desktop/document/service_search.cpp", "app/cli/catalog_commands.cpp",
                    "model/catalog/service_spec.h"}

TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|R"\((?P<raw>.*?)\)"|"(?P<text>(?:[^"\\\n]|\\.)*)"' + r"|'(?:[^'\\\n]|\\.)+'",
                   re.S)


def texts(source: str):
    """The string literals of a C++ file, with their lines; #include lines have none that matter."""
    source = re.sub(r"(?m)^\s*#\s*include.*$", "", source)
    for token in TOKEN.finditer(source):
        text = token.group("text") if token.group("text") is not None else token.group("raw")
        if text is not None:
            yield source.count("\n", 0, token.start()) + 1, text


def without_texts(source: str) -> str:
    return TOKEN.sub(" ", source)


def services() -> dict[str, tuple[str, set[str]]]:
    """Service id -> its folder, and its names."""
    found = {}
    for path in SERVICES.glob("*/*_spec.cpp"):
        source = path.read_text(encoding="utf-8")
        folder = path.parent.relative_to(ROOT).as_posix()
        if own := re.search(r'spec\.id = "([^"]+)"', source):
            name = re.search(r'spec\.integrationName = "([^"]+)"', source)
            found[own.group(1)] = (folder, {name.group(1)} if name else set())
        for drawn in re.findall(r'drawn\(' + r'\s*"([^"]+)",' * 5, source):
            found[drawn[0]] = (folder, {drawn[4]})
    return found


def main() -> int:
    known = services()
    if len(known) < 20:
        print(f"only {len(known)} services found: does the script still read their specs?")
        return 1
    folders: dict[str, set[str]] = {}  # several may share a name: sources are all clients
    for service, (folder, names) in known.items():
        for name in names | {service}:
            folders.setdefault(name, set()).add(folder)
    wrong = []
    used = set()
    for top in ("model", "simulator", "pricing", "app"):
        for path in sorted((ROOT / top).rglob("*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            relative = path.relative_to(ROOT).as_posix()
            source = path.read_text(encoding="utf-8")
            for line, text in texts(source):
                name = text if text in folders else text.split("/")[0]
                if name not in folders or (name != text and name not in known):
                    continue
                if path.parent.relative_to(ROOT).as_posix() in folders[name]:
                    continue
                if (relative, name) in ALLOWED:
                    used.add((relative, name))
                    continue
                wrong.append(f"{relative}:{line}: \"{text}\" names a service; say it in the service's spec")
            if relative not in CATEGORY_READERS and not relative.endswith("_spec.cpp") \
                    and re.search(r"[.>]category\b(?!\()", without_texts(source)):
                wrong.append(f"{relative}: reads a category, which is for the palette alone")
    for relative, name in sorted(ALLOWED.keys() - used):
        wrong.append(f"{relative}: \"{name}\" is allowed there and no longer used; take it off the list")
    print("\n".join(wrong) if wrong else "service names: all at home")
    return 1 if wrong else 0


sys.exit(main())
