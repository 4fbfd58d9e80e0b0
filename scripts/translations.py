#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings the catalogues of translations/ up to date, or says what is wrong with them.

translations.py LUPDATE CATALOGUE_TEXTS [--check]

Without --check the list of the core's texts and every plimsoll_<language>.ts are brought up to date and what is left to
translate is counted. With it nothing is written, and a text without an entry, an entry without a text, an unfinished
translation and a place that one has and the other has not are errors.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

import core_texts

TRANSLATIONS = core_texts.ROOT / "translations"
PLURALS_ONLY = "plimsoll_en.ts"  # the sources are English already


def update(lupdate, catalogue):
    options = ["-silent", "-locations", "none", "-no-obsolete", "-I", "."]
    if catalogue.name == PLURALS_ONLY:
        options.append("-pluralonly")
    subprocess.run([lupdate, "app/desktop", "translations/core_texts.h", *options, "-ts", str(catalogue)],
                   cwd=core_texts.ROOT, check=True, capture_output=True)


def entries(catalogue):
    """(context, source, comment) -> the message element."""
    found = {}
    for context in ET.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            comment = message.findtext("comment") or ""
            found[context.findtext("name"), message.findtext("source"), comment] = message
    return found


def places(text):
    """What stands for something else: %1, %n, {component}, tags and patterns of files; the same number of each."""
    text = re.sub(r"\{(\w+)\|[^}]*\}", "", text)  # the words of a plural may be said without one
    text = re.sub(r"\{(\d|:[^}]*)\}", "{}", text)  # numbered where the order is another one
    return sorted(re.findall(r"%L?\d|%n|\{\w*\}|</?[a-z][^<>]*>|\(\*[^)]*\)|;;", text))


def named(text):
    return {place for place in re.findall(r"\{(\w+)[|}]", text) if not place.isdigit()}


def accelerators(text):
    return len(re.findall(r"&(?=\w)(?!\w+;)", text))


def faults(key, message, language):
    context, source, _ = key
    translation = message.find("translation")
    forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
    if translation.get("type") == "unfinished" or not all(forms):
        yield "unfinished"
        return
    for form in forms:
        # The singular may say "one" instead of the number.
        wanted, have = (sorted(p for p in places(t) if p != "%n") for t in (source, form)) if len(forms) > 1 \
            else (places(source), places(form))
        if wanted != have:
            yield f"places differ: {' '.join(wanted) or 'none'} and {' '.join(have) or 'none'}"
        if not named(form) <= named(source):
            yield f"no such place: {' '.join(named(form) - named(source))}"
        if accelerators(form) != accelerators(source):
            yield "an accelerator (&) more or less"
        if source[:1] == " " and form[:1] != " " or source[-1:] == " " and form[-1:] != " ":
            yield "a space at an end is missing"


def check(lupdate, catalogue):
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / catalogue.name
        shutil.copy(catalogue, fresh)
        update(lupdate, fresh)
        wanted, have = entries(fresh), entries(catalogue)
    for key in wanted.keys() - have.keys():
        problems.append(f"{catalogue.name}: no entry for {key[0]}: {key[1]!r}")
    for key in have.keys() - wanted.keys():
        problems.append(f"{catalogue.name}: nothing says any more {key[0]}: {key[1]!r}")
    for key, message in have.items():
        problems += [f"{catalogue.name}: {key[0]}: {key[1]!r}: {each}" for each in faults(key, message, catalogue)]
    return problems


def main():
    lupdate, program = sys.argv[1:3]
    catalogues = sorted(TRANSLATIONS.glob("plimsoll_*.ts"))
    if "--check" in sys.argv:
        problems = core_texts.stale(program)
        for each in catalogues:
            problems += check(lupdate, each)
        for each in problems[:200]:
            print(each)
        if problems:
            print(f"{len(problems)} problems; `./dev translations` brings the catalogues up to date")
        return 1 if problems else 0
    core_texts.write(program)
    for each in catalogues:
        update(lupdate, each)
        all_entries = entries(each)
        left = sum(1 for key, message in all_entries.items() if any(faults(key, message, each)))
        print(f"{each.name}: {len(all_entries)} entries, {left} to do")
    return 0


if __name__ == "__main__":
    sys.exit(main())
