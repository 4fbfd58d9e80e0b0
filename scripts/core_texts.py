# SPDX-FileCopyrightText: The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists the English texts of the core that the window shows, for the translators' catalogues.

Made of what the specs say (the output of plimsoll-catalogue-texts) and of what the sources say: patterns of phrases,
names of limits, facts and derivations, errors, and whatever is marked PLIMSOLL_TR("...").
"""
import json
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
LIST = ROOT / "translations" / "core_texts.h"
TEMPLATES = ROOT / "resources" / "templates"
FOLDERS = ["model", "pricing", "simulator", "app/study", "app/report"]

# Calls whose arguments are shown, and which of them: (name, positions from 0).
CALLS = {
    "PLIMSOLL_TR": {0},
    "Phrase": {0},
    "Error": {1, 2},
    "fail": {1, 2},           # what is wrong with a file: place, what, remedy
    "warn": {0},
    "aboutPlace": {3, 4},
    "aboutComponent": {3, 4},
    "aboutConnection": {3, 4},
    "emplace_back": {1},      # facts of a component: id, name
    "finding": {3, 4},
    "StatedInterval": {3},
    "limit": {1, 2},          # a service's limits: id, label, unit
    "LimitSpec": {1, 2, 5},
    "given": {0, 2},
    "quoted": {0, 2},
    "assumed": {0, 2, 3},
    "computed": {0, 2, 3},
}
# Files whose sentences are shown, whatever they are called there.
TALES = ["app/study/evaluation.cpp", "app/study/comparison.cpp", "app/study/crossover.cpp", "app/study/counterfactuals.cpp",
         "app/study/search.cpp", "app/study/trial_window.cpp", "app/study/wording.cpp", "model/catalog/integrations.cpp",
         "model/validation", "pricing/bill.cpp", "simulator/metrics/limits.cpp", "simulator/run/findings",
         "simulator/run/replication/run_cost.cpp", "app/report/run_documents.cpp",
         "app/report/run_sections.cpp", "app/report/bill_sections.cpp", "app/report/run_charts.cpp"]
REPORTS = ("run_documents.cpp", "run_sections.cpp", "bill_sections.cpp", "run_charts.cpp")
# Names of series and figures, kinds of notes and audits, and other words that no rule sees.
WORDS = ["offered", "accepted", "completed", "delivered", "throttled", "rejected", "refused", "failed", "lost", "backlog", "age",
         "concurrency", "capacity", "read capacity", "head-room", "cost", "counts", "courses", "ends", "freshness", "levels", "maxima",
         "peaks", "shares", "splits", "times", "faster", "cheaper", "refused less", "delay mean", "delay p50", "delay p99",
         "response mean", "response p50", "response p99", "share refused", "no head-room", "{}% used", "by {}", "{} by {}",
         "conservation at {}", "conservation of the run", "journeys sum to their total", "parts of each sampled message",
         "delay-p99 at {}", "response-p99 at {}", "freshness-max at {}", "throttled-share at {}", "service", "queue",
         "a month entirely like {}", "first {} {} x {}", "{} x {}", "{} = {}", "a failed delivery", "a failed batch",
         "Delay mean", "Delay p50", "Delay p90", "Delay p95", "Delay p99", "Delay p99.9", "Response mean", "Response p50",
         "Response p90", "Response p95", "Response p99", "Response p99.9", "Worst freshness", "Mean freshness",
         "Share throttled", "Share failed", "Records lost", "Peak backlog", "Age of the oldest record", "records", "bytes",
         "shared reads", "reads", "writes", "partitions", "memory", "{} {} x {}", "next {} {} x {}", "above {} {} x {}",
         "in the month", "{} of the month", "one run", "met", "missed", "no data", "too few", "unpriced", "left out", "grows each month by",
         "share failed", "backlog peak", "oldest, peak s", "stale, mean s", "undelivered", "delay", "response", "time inside",
         "correlated: run longer", "insufficient: too few samples", "transient: not settled", "none: see Intervals",
         "prices of {}", "from {}", "sized for you: {}", "tried: {}", "{} more", "the run", "delay at {}", "response to {}",
         "{}, delay", "{}, response", "Writes of one partition", "Reads of one partition", "{} cannot read {}",
         "{} cannot deliver to {}", "{} does not read {}", "{} takes nothing from {}", "{}/month", "{}/month.", "{}/month, {} more each month", "{}/month, {} more each month.",
         "born {} + copied {} + generated {} = done {} + filtered {} + joined {} + gave up {} + lost {} + in flight {}",
         "cannot be read: {}", "{} cannot be saved: {}", "No such file or directory", "Permission denied", "Is a directory",
         "Not a directory", "No space left on device", "Read-only file system", "Disk quota exceeded",
         "offered {} = accepted {} + throttled {} + rejected {}; accepted = completed {} + failed {} + lost {} + in flight {}",
        
         "Below {} records/s {} is cheaper, above it {}: both cost {} a month there, sizes growing with the rate.", "idle: add a job", "idle: add a query", "idle: add a query or a job",
         "idle: add viewers", "idle: nothing uses it", "{} costs {} more a month than {}: {} against {}, {} times as much.",
         "{} costs {} more a month than {}: {} against {}.",
         "Batches at once of {}", "{} of a replica",
         "{}, {}, {} simulated, seed {}, {} events", "run message by message: {} messages are fewer than the {} from which sampling pays",
         "Run message by message: {} messages are fewer than the {} from which sampling pays", "MISSED", "shard {} of {}", "partition {} of {}", "A month entirely like {}, {} h, prices of {} as of {}",
         "counts, shares, levels, peaks, ends, freshness, cost", "{}: offered, completed, refused",
         "sent", "p50 {}, p99 {}", "buffer/poll wait", "{} is near or over a limit:{}.", "{} {} from {} to {} ({})",
         "{} of {} is {}, outside its range", "{} of {} is {}, not a whole number", "{} of {} is not a number",
         "{} of {} is \"{}\", which is none of its choices", "{} of {} is neither true nor false", "{} of {} is not text",
         "{} of {} cannot be sized automatically"]
LITERAL = r'"(?:[^"\\]|\\.)*"'


def literals(text):
    """The string literals of an expression, adjacent ones joined."""
    return [unescape("".join(part[1:-1] for part in re.findall(LITERAL, run)))
            for run in re.findall(rf'{LITERAL}(?:\s*{LITERAL})*', text)]


def split(text, marks):
    """`text` at the given signs outside of literals and brackets."""
    found, depth, begin, i = [], 0, 0, 0
    while i < len(text):
        if text[i] == '"':
            i = re.compile(LITERAL).match(text, i).end()
            continue
        depth += (text[i] in "({[") - (text[i] in ")}]")
        if text[i] in marks and depth == 0 and text[i - 1:i + 1] != "::" and text[i:i + 2] not in ("::", "+=", "++"):
            found.append(text[begin:i])
            begin = i + 1
        i += 1
    return found + [text[begin:]]


def sentences(expression):
    """What an expression can say: its literal, the choices of it, the pattern of fmt::format or of a sum."""
    expression = expression.strip()
    while expression.startswith("(") and expression.endswith(")") and len(split(expression, "")) == 1 \
            and len(arguments(expression, 0)[0]) == len(expression) - 2:
        expression = expression[1:-1].strip()
    choice = split(expression, "?")
    if len(choice) > 1:
        rest = expression[len(choice[0]) + 1:]
        branches = split(rest, ":")
        # The first colon outside of brackets parts the two; the second may choose again.
        yield from sentences(branches[0])
        yield from sentences(rest[len(branches[0]) + 1:])
        return
    terms = [term.strip() for term in split(expression, "+")]
    if len(terms) > 1:
        pattern = "".join(literals(term)[0] if is_literal(term) else "{}" for term in terms)
        yield re.sub(r"(\{\})+", "{}", pattern)
        return
    if is_literal(expression):
        yield literals(expression)[0]
        return
    call = re.match(r"(?:std::string|Phrase|fmt::format)\s*[({]", expression)
    if call:
        first = arguments(expression, call.end() - 1)[0]
        yield from sentences(first)


def is_literal(term):
    return re.fullmatch(rf'(?:std::string\s*\{{)?\s*{LITERAL}(?:\s*{LITERAL})*\s*\}}?', term.strip()) is not None


def unescape(text):
    text = re.sub(r'\\u([0-9a-fA-F]{4})', lambda m: chr(int(m[1], 16)), text)
    return re.sub(r'\\(.)', lambda m: {"n": "\n", "t": "\t"}.get(m[1], m[1]), text)


def arguments(text, at):
    """The arguments of a call whose bracket opens at `at`."""
    found, depth, begin, i = [], 0, at + 1, at
    while i < len(text):
        if text[i] == '"':
            i = re.compile(LITERAL).match(text, i).end()
            continue
        if text[i] in "({[":
            depth += 1
        elif text[i] in ")}]":
            depth -= 1
            if depth == 0:
                return found + [text[begin:i]]
        elif text[i] == "," and depth == 1:
            found.append(text[begin:i])
            begin = i + 1
        i += 1
    return found


def without_comments(text):
    return re.sub(rf'({LITERAL})|//[^\n]*|/\*.*?\*/', lambda m: m[1] or "", text, flags=re.S)


def calls(text):
    for match in re.finditer(rf'\b({"|".join(CALLS)})\s*[({{]', text):
        for position, argument in enumerate(arguments(text, match.end() - 1)):
            # A list is no text.
            if position in CALLS[match[1]] and not argument.lstrip().startswith("{"):
                yield from sentences(argument)


def said(text):
    """Sentences, or parts of one, that findings, remedies and issues are made of."""
    for match in re.finditer(r'\b(?:text|remedy|idle|what|why|name|formula|note|reason|explanation)\s*\+?=(?!=)\s*', text):
        end = statement(text, match.end())
        if '"' in text[match.end():end]:
            yield from sentences(text[match.end():end])


def statement(text, at):
    """Where the statement ends that `at` is in."""
    while at < len(text) and text[at] != ";":
        at = re.compile(LITERAL).match(text, at).end() if text[at] == '"' else at + 1
    return at


def told(text):
    """All that a file of sentences returns or formats."""
    for match in re.finditer(r'\breturn\s+(?=[^;]*")', text):
        value = text[match.end():statement(text, match.end())].strip()
        # A problem and its remedy: return {"is not text", "put it in double quotes"}.
        braced = re.match(r"(?:ValueProblem\s*)?\{", value)
        for each in arguments(value, braced.end() - 1) if braced else [value]:
            yield from sentences(each)
    for match in re.finditer(r'fmt::format\s*\(', text):
        yield from sentences(arguments(text, match.end() - 1)[0])


def facts(text):
    """What a component counted: addCounts(component, {{"timeouts", "timeouts", ...}, ...})."""
    for match in re.finditer(r"\baddCounts\s*\(", text):
        for each in re.finditer(rf'{{\s*{LITERAL},\s*({LITERAL})', ",".join(arguments(text, match.end() - 1)[1:])):
            yield from literals(each[1])


def limits(text):
    """Labels and units of what is written {"records", "Records written", "records/s", ...}."""
    for match in re.finditer(rf'\w\(\s*"[a-z][a-z0-9-]*",\s*("[A-Z](?:[^"\\]|\\.)*"),', text):
        yield from literals(match[1])
    for match in re.finditer(rf'{{\s*"[a-z][a-z0-9-]*",\s*("[A-Z0-9](?:[^"\\]|\\.)*"),\s*({LITERAL})', text):
        yield from literals(match[1]) + literals(match[2])


# Types of instances are the same everywhere.
TYPE = re.compile(r"(ml\.)?[a-z0-9-]+\.\d*[a-z]+(, \d+ vCPU)?")


def texts(program):
    found = set(subprocess.run([program], check=True, capture_output=True, text=True).stdout.splitlines()) | set(WORDS)
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix not in (".cpp", ".h"):
                continue
            # Of the other writers of reports nothing is seen in the window.
            if folder == "app/report" and path.name not in REPORTS:
                continue
            source = without_comments(path.read_text(encoding="utf-8"))
            found.update(calls(source))
            found.update(limits(source))
            found.update(facts(source))
            for match in re.finditer(r"hotKeyRemedy\s*=\s*", source):
                found.update(sentences(source[match.end():statement(source, match.end())]))
            # What AWS calls its services is the same in every language.
            if "simulator/services" not in str(path):
                found.update(said(source))
            if any(str(path.relative_to(ROOT)).startswith(each) for each in TALES):
                found.update(told(source))
            if path.name == "interval_notes.cpp":  # all that it says is shown
                found.update(each for each in literals(source) if " " in each)
            if path.name in REPORTS:  # and headings, columns, names of rows
                found.update(each for each in literals(source) if re.match("[A-Z][a-z]", each))
            # A pattern is a pattern wherever it stands; formats of fmt have no names in their places.
            found.update(each for each in literals(source) if re.search(r"\{[a-z][A-Za-z]*(\||\})", each))
    for path in TEMPLATES.glob("*.plimsoll"):
        found.add(json.loads(path.read_text(encoding="utf-8")).get("title", ""))
    return sorted(each for each in found if is_text(each))


def is_text(each):
    if each in WORDS:
        return True
    words = re.sub(r"\{[^}]*\}", " ", each)
    if re.fullmatch(r"(/\w+|/\{\})+", each):  # where something is in a file
        return False
    if not re.search("[a-z]", words) or "https://" in each or TYPE.fullmatch(each):
        return False
    # A sentence is told by its words: what hardly has any would be found in everything.
    return "{}" not in each or len(re.findall("[A-Za-z]", words)) > 3 or each in WORDS


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def listing(program):
    lines = ["// SPDX-FileCopyrightText: The Plimsoll authors", "// SPDX-License-Identifier: GPL-3.0-or-later",
             "// Made by scripts/core_texts.py; `./dev translations` brings it up to date.", "#pragma once", "",
             "#include <QtCore/QtGlobal>", "", "namespace plimsoll {", "",
             "/// What the core says in English and the window says in the reader's language.",
             "// clang-format off", "inline constexpr const char* kCoreTexts[] = {"]
    lines += [f'    QT_TRANSLATE_NOOP("core", {quoted(each)}),' for each in texts(program)]
    return "\n".join(lines + ["};", "// clang-format on", "", "}  // namespace plimsoll", ""])


def write(program):
    LIST.write_text(listing(program), encoding="utf-8")


def stale(program):
    """What the list has not, and what it has that nothing says any more."""
    have, wanted = (set(text.splitlines()) for text in (LIST.read_text(encoding="utf-8"), listing(program)))
    return [f"core_texts.h: not listed: {each.strip()}" for each in sorted(wanted - have)] \
        + [f"core_texts.h: no longer said: {each.strip()}" for each in sorted(have - wanted)]
