#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns the collected AWS prices into one price book per region, when the program is built.

    scripts/make_price_books.py                 print what is priced where
    scripts/make_price_books.py --check         also exit 1 when a source file is not sound or not in its order
    scripts/make_price_books.py --output DIR    write the books; the build does this
    scripts/make_price_books.py --import FILE   bring collected rows (one per tier and region) into prices.csv

resources/price_books/source/README.md explains the files.
"""
import argparse
import csv
import fnmatch
import re
import sys
from decimal import Decimal
from pathlib import Path

sys.dont_write_bytecode = True
import price_source  # noqa: E402

SOURCE = Path(__file__).resolve().parent.parent / "resources" / "price_books" / "source"
MILLION = Decimal(1_000_000)
COMMITMENT_COLUMNS = ["service", "dimension_id", "term", "committed_dimension", "upfront_dimension", "pack", "not_for", "name"]
TERMS = ["1yr", "3yr"]
METER_COLUMNS = ["meter", "service", "dimension_id", "unit", "scale", "free_dimension", "free_pool", "free_mode", "needs"]

# The note's two figures rest on different months; every other meter is left out by the note.
NOTE_HOURS = {"dynamodb": 744, "kinesis-data-streams": 720}
NOTE_METERS = {
    "dynamodb/provisioned-rcu-hours": ("dynamodb_rcu_hour", "RCU-hour"),
    "dynamodb/provisioned-wcu-hours": ("dynamodb_wcu_hour", "WCU-hour"),
    "kinesis-data-streams/shard-hours": ("kinesis_shard_hour", "shard-hour"),
}


def fail(message):
    sys.exit(f"make_price_books: {message}")


def plain(number):
    """A decimal without exponent and without idle zeros."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def whole(number, where):
    if number != number.to_integral_value():
        fail(f"{where}: {number} is not a whole number of units; give the meter another scale")
    return int(number)


def table_of(rows):
    """(service, dimension, place) -> rows in tier order."""
    table = {}
    for row in rows:
        table.setdefault((row["service"], row["dimension_id"], row["region"]), []).append(row)
    for found in table.values():
        found.sort(key=lambda row: Decimal(row["tier_from"]))
    return table


def read_meters(path, table):
    """The mapping, with a `*` row repeated for every dimension it fits."""
    known = {(service, dimension) for service, dimension, _ in table}
    meters = []
    with path.open(newline="", encoding="ascii") as file:
        for row in csv.DictReader(file):
            if list(row) != METER_COLUMNS or None in row.values():
                fail(f"{path.name}: {row['meter']} has not the columns {','.join(METER_COLUMNS)}")
            row["dimension_id"], _, row["place"] = row["dimension_id"].partition("@")
            if "*" not in row["meter"]:
                if (row["service"], row["dimension_id"]) not in known:
                    fail(f"{path.name}: {row['meter']}: prices.csv has no {row['service']}/{row['dimension_id']}")
                meters.append(row)
                continue
            pattern = re.compile(re.escape(row["dimension_id"]).replace(r"\*", "(.+)"))
            found = {m.group(1) for service, dimension in known
                     if service == row["service"] and (m := pattern.fullmatch(dimension))}
            if not found:
                fail(f"{path.name}: {row['meter']}: nothing in prices.csv fits {row['service']}/{row['dimension_id']}")
            for star in sorted(found):
                meters.append({key: value.replace("*", star) for key, value in row.items()})
    names = [row["meter"] for row in meters]
    for name in sorted({name for name in names if names.count(name) > 1}):
        fail(f"{path.name} maps {name} twice")
    return sorted(meters, key=lambda row: row["meter"])


def read_commitments(path, table):
    """(service, dimension) -> what a term makes of it, with a `*` row repeated for every committed dimension it fits."""
    known = {(service, dimension) for service, dimension, _ in table}
    result = {}
    with path.open(newline="", encoding="ascii") as file:
        for row in csv.DictReader(file):
            where = f"{path.name}: {row['service']}/{row['committed_dimension']}"
            if list(row) != COMMITMENT_COLUMNS or None in row.values():
                fail(f"{where} has not the columns {','.join(COMMITMENT_COLUMNS)}")
            if row["term"] not in TERMS or not row["pack"].isdigit():
                fail(f"{where}: the term is one of {', '.join(TERMS)}, the pack a whole number, 0 for any amount")
            pattern = re.compile(re.escape(row["committed_dimension"]).replace(r"\*", "(.+)"))
            found = [m.group(1) if m.groups() else "" for service, dimension in sorted(known)
                     if service == row["service"] and (m := pattern.fullmatch(dimension))]
            if not found:
                fail(f"{where} is not in prices.csv")
            for star in found:
                one = {key: value.replace("*", star) if key.endswith(("_id", "_dimension")) else value
                       for key, value in row.items()}
                if (one["service"], one["dimension_id"]) not in known:
                    fail(f"{where}: prices.csv has no {one['service']}/{one['dimension_id']}")
                result.setdefault((one["service"], one["dimension_id"]), []).append(one)
    for (service, dimension), each in result.items():
        terms = [one["term"] for one in each]
        if len(terms) != len(set(terms)):
            fail(f"{path.name} has two rates of one term for {service}/{dimension}")
    return result


def tiers(rows, scale, where):
    """"0 512000 23000;512000 - 22000": from, to (- for no end) and dollars per million units."""
    result = []
    expected = 0
    for row in rows:
        start = whole(Decimal(row["tier_from"]) / scale, where)
        if start != expected:
            fail(f"{where}: a tier starts at {start}, the one before ends at {expected}")
        expected = whole(Decimal(row["tier_to"]) / scale, where) if row["tier_to"] else None
        end = "-" if expected is None else expected
        result.append(f"{start} {end} {plain(Decimal(row['usd']) * scale * MILLION)}")
    if expected is not None:
        fail(f"{where}: the last tier ends at {expected}, so more than that has no price")
    return ";".join(result)


class Book:
    """A price book as the program embeds it: lines of tab-separated fields, texts that repeat given once."""

    def __init__(self, identity, region):
        self.identity, self.region = identity, region
        self.texts, self.head, self.prices, self.dates, self.commitments = {}, [], [], [], {}

    def text(self, text):
        return self.texts.setdefault(text, len(self.texts)) if text else "-"

    def commit(self, meter, commitment, rows, upfront):
        """What the price before this line becomes for those who commit to a term; the upfront part is for one unit."""
        scale = Decimal(meter["scale"])
        rate = rows[0]
        amounts = [plain(Decimal(row["usd"]) * scale * MILLION) for row in (rate, *upfront)]
        self.commitments[meter["meter"], commitment["term"]] = [
            commitment["term"], commitment["name"], commitment["pack"], amounts[0], amounts[1] if upfront else "0",
            rate["as_of"], self.text(rate["source_url"]), rate["confidence"]]

    def add(self, meter, rows, table):
        where = f"{meter['meter']} ({rows[0]['region']})"
        scale = Decimal(meter["scale"])
        first = rows[0]
        free = ["-", "0", "", "-"]
        if meter["free_dimension"]:
            allowance = table.get((meter["service"], meter["free_dimension"], "all"))
            if not allowance:
                fail(f"meters.csv: {meter['meter']} names the unknown allowance {meter['free_dimension']}")
            row = allowance[0]
            free = [meter["free_mode"] or "month", str(whole(Decimal(row["tier_to"]) / scale, where)), meter["free_pool"],
                    self.text(f"{row['description']}; {row['source_url']}, {row['as_of']}")]
        as_of = max(row["as_of"] for row in rows)
        if as_of[:1].isdigit():
            self.dates.append(as_of)
        # A chain of tiers is as well known as its weakest one.
        confidence = max((row["confidence"] for row in rows), key=price_source.CONFIDENCES.index)
        notes = [f"SKU {row['sku']}" for row in rows if row["sku"]] + [part for row in rows
                                                                     for part in row["note"].split("; ") if part]
        note = "; ".join(dict.fromkeys(notes))
        self.prices.append([meter["meter"], meter["unit"], first["description"], as_of, self.text(first["source_url"]),
                            confidence, note, *free, tiers(rows, scale, where)])

    def render(self):
        lines = [["plimsoll-price-table", "1", self.identity, self.region, max(self.dates, default="")], *self.head]
        lines += [["text", text] for text in self.texts]
        for price in self.prices:
            lines.append(["price", *price])
            lines += [["commitment", *self.commitments[price[0], term]] for term in TERMS if (price[0], term) in self.commitments]
        return "".join("\t".join(map(str, line)) + "\n" for line in lines)


def regional_book(region, meters, table, commitments):
    book, missing = Book(region, region), []
    for meter in meters:
        # What has one price everywhere stands under "all"; what is priced by another place names it.
        places = [meter["place"]] if meter["place"] else [region, "all"]
        rows = next((found for place in places if (found := table.get((meter["service"], meter["dimension_id"], place)))), None)
        wanted = meter["needs"]
        if wanted and (*wanted.split("/", 1), region) not in table:
            continue
        if not rows:
            missing.append(meter["meter"])
            continue
        book.add(meter, rows, table)
        for commitment in commitments.get((meter["service"], meter["dimension_id"]), []):
            key = meter["service"], commitment["committed_dimension"], region
            upfront = table.get((meter["service"], commitment["upfront_dimension"], region), [])
            fits = not commitment["not_for"] or not fnmatch.fnmatchcase(meter["meter"], commitment["not_for"])
            if fits and key in table and bool(upfront) == bool(commitment["upfront_dimension"]):
                book.commit(meter, commitment, table[key], upfront)
    return book, missing


def study_note(table):
    book = Book("study-note", "us-east-1")
    book.head = [["hours", service, hours] for service, hours in sorted(NOTE_HOURS.items())]
    book.head += [["counted", meter] for meter in sorted(NOTE_METERS)]
    for meter, (dimension, unit) in sorted(NOTE_METERS.items()):
        row = table[("course_note", dimension, "us-east-1")][0]
        book.prices.append([meter, unit, row["description"], "", book.text("the study note"), "high", row["source_url"],
                            "-", "0", "", "-", tiers([row], Decimal(1), meter)])
    return book


def import_rows(path, rows, sources):
    """Collected rows replace those of the same tier and place."""
    key = lambda row: (row["service"], row["dimension_id"], row["region"], row["tier_from"])  # noqa: E731
    merged = {key(row): row for row in rows} | {key(row): row for row in price_source.read_collected(path)}
    prices, addresses = price_source.render(merged.values(), sources)
    (SOURCE / "prices.csv").write_text(prices, encoding="ascii")
    (SOURCE / "sources.csv").write_text(addresses, encoding="ascii")
    print(f"{path.name}: prices.csv has {len(merged)} rows now, {len(rows)} before")


def report(books, coverage):
    never = set.intersection(*(set(missing) for missing in coverage.values()))
    for region, missing in coverage.items():
        here = [meter for meter in missing if meter not in never]
        weak = [price[0] for price in books[region].prices if price[5] == "low"]
        print(f"{region}: {len(books[region].prices)} prices"
              + (f"; unpriced here: {', '.join(here)}" if here else "")
              + (f"; quoted by third parties only: {', '.join(weak)}" if weak else ""))
    if never:
        print("unpriced everywhere: " + ", ".join(sorted(never)))


def main():
    parser = argparse.ArgumentParser(description="Make the price books from the collected AWS prices.")
    parser.add_argument("--check", action="store_true", help="exit 1 when a source file is not sound or not in its order")
    parser.add_argument("--output", type=Path, metavar="DIR", help="write the books into DIR")
    parser.add_argument("--import", dest="collected", type=Path, metavar="FILE", help="bring collected rows into prices.csv")
    arguments = parser.parse_args()

    try:
        sources = price_source.read_sources(SOURCE / "sources.csv")
        rows = price_source.read_prices(SOURCE / "prices.csv", sources)
        if arguments.collected:
            return import_rows(arguments.collected, rows, sources)
        if arguments.check:
            texts = price_source.render(rows, sources)
            for name, text in zip(("prices.csv", "sources.csv"), texts):
                if (SOURCE / name).read_text(encoding="ascii") != text:
                    fail(f"{name} is not sorted or has sources nobody uses; --import rewrites it")
    except (price_source.BadSource, UnicodeDecodeError, FileNotFoundError) as wrong:
        fail(wrong)
    table = table_of(rows)
    meters = read_meters(SOURCE / "meters.csv", table)
    commitments = read_commitments(SOURCE / "commitments.csv", table)
    regions = (SOURCE / "regions.txt").read_text(encoding="ascii").split()
    books = {"study-note": study_note(table)}
    coverage = {}
    for region in regions:
        books[region], coverage[region] = regional_book(region, meters, table, commitments)
    if not arguments.output:
        return report(books, coverage)
    arguments.output.mkdir(parents=True, exist_ok=True)
    for name, book in books.items():
        (arguments.output / f"{name}.tsv").write_text(book.render(), encoding="ascii")


if __name__ == "__main__":
    main()
