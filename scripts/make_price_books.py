#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns the collected AWS prices into one price book per region.

    scripts/make_price_books.py            write resources/price_books/*.json and print what is not covered
    scripts/make_price_books.py --check    write nothing; exit 1 when a committed book differs from its sources

resources/price_books/source/README.md explains both input files.
"""
import argparse
import csv
import difflib
import json
import re
import sys
from decimal import Decimal
from pathlib import Path

REGIONS = ["us-east-1", "eu-west-1", "ap-southeast-1", "ap-northeast-1", "ap-south-1"]
BOOKS = Path(__file__).resolve().parent.parent / "resources" / "price_books"
MILLION = Decimal(1_000_000)

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


def whole(text, where):
    number = Decimal(text)
    if number != number.to_integral_value():
        fail(f"{where}: {text} is not a whole number of units; give the meter another scale")
    return int(number)


def read_prices(path):
    """(service, dimension, region) -> rows in tier order."""
    table = {}
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            table.setdefault((row["service"], row["dimension_id"], row["region"]), []).append(row)
    for rows in table.values():
        rows.sort(key=lambda row: Decimal(row["tier_from"]))
    return table


def read_meters(path, table):
    """The mapping, with a `*` row repeated for every dimension it fits."""
    meters = []
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if "*" not in row["meter"]:
                meters.append(row)
                continue
            pattern = re.compile(re.escape(row["dimension_id"]).replace(r"\*", "(.+)"))
            found = {m.group(1) for service, dimension, _ in table
                     if service == row["service"] and (m := pattern.fullmatch(dimension))}
            for star in sorted(found):
                meters.append({key: value.replace("*", star) for key, value in row.items()})
    names = [row["meter"] for row in meters]
    for name in sorted({name for name in names if names.count(name) > 1}):
        fail(f"meters.csv maps {name} twice")
    return sorted(meters, key=lambda row: row["meter"])


def tiers(rows, scale, where):
    result = []
    expected = 0
    for row in rows:
        start = whole(str(Decimal(row["tier_from"]) / scale), where)
        if start != expected:
            fail(f"{where}: a tier starts at {start}, the one before ends at {expected}")
        tier = {"from": start}
        if row["tier_to"]:
            expected = tier["to"] = whole(str(Decimal(row["tier_to"]) / scale), where)
        else:
            expected = None
        tier["usdPerMillion"] = plain(Decimal(row["usd"]) * scale * MILLION)
        result.append(tier)
    if expected is not None:
        fail(f"{where}: the last tier ends at {expected}, so more than that has no price")
    return result


def price(meter, rows, table):
    where = f"{meter['meter']} ({rows[0]['region']})"
    scale = Decimal(meter["scale"])
    first = rows[0]
    entry = {"meter": meter["meter"], "description": first["description"], "unit": meter["unit"],
             "tiers": tiers(rows, scale, where)}
    if meter["free_dimension"]:
        allowance = table.get((meter["service"], meter["free_dimension"], "all"))
        if not allowance:
            fail(f"meters.csv: {meter['meter']} names the unknown allowance {meter['free_dimension']}")
        free = allowance[0]
        amount = whole(str(Decimal(free["tier_to"]) / scale), where)
        entry["freeHeld" if meter["free_mode"] == "held" else "freePerMonth"] = amount
        entry["freePool"] = meter["free_pool"]
        entry["freeNote"] = f"{free['description']}; {free['source_url']}, {free['as_of']}"
    entry["asOf"] = max(row["as_of"] for row in rows)
    entry["source"] = first["source_url"]
    # A chain of tiers is as well known as its weakest one.
    entry["confidence"] = max((row["confidence"] for row in rows), key=["high", "medium", "low"].index)
    notes = list(dict.fromkeys(part for row in rows for part in row["note"].split("; ") if part))
    if notes:
        entry["note"] = "; ".join(notes)
    return entry


def book(identity, region, prices, **more):
    dates = [entry["asOf"] for entry in prices if entry["asOf"][:1].isdigit()]
    return {"format": "plimsoll-price-book", "version": 1, "id": identity, "region": region,
            "asOf": max(dates) if dates else "", **more, "prices": prices}


def regional_book(region, meters, table):
    prices, missing = [], []
    for meter in meters:
        rows = table.get((meter["service"], meter["dimension_id"], region))
        wanted = meter["needs"]
        if wanted and (*wanted.split("/", 1), region) not in table:
            continue
        if not rows:
            missing.append(meter["meter"])
        elif any(row["confidence"] == "low" for row in rows):
            missing.append(meter["meter"] + " (low confidence only)")
        else:
            prices.append(price(meter, rows, table))
    return book(region, region, prices), missing


def study_note(table):
    prices = []
    for meter, (dimension, unit) in sorted(NOTE_METERS.items()):
        rows = table[("course_note", dimension, "us-east-1")]
        prices.append({"meter": meter, "description": rows[0]["description"], "unit": unit,
                       "tiers": tiers(rows, Decimal(1), meter), "asOf": "", "source": "the study note",
                       "confidence": "high", "note": rows[0]["source_url"]})
    return book("study-note", "us-east-1", prices, hoursByService=NOTE_HOURS, countedMeters=sorted(NOTE_METERS))


def render(document):
    return json.dumps(document, indent=2, ensure_ascii=True) + "\n"


def main():
    parser = argparse.ArgumentParser(description="Make the price books from the collected AWS prices.")
    parser.add_argument("--check", action="store_true", help="compare with the committed books, write nothing")
    arguments = parser.parse_args()

    table = read_prices(BOOKS / "source" / "aws-prices.csv")
    meters = read_meters(BOOKS / "source" / "meters.csv", table)
    documents = {"study-note": study_note(table)}
    covered = {}
    for region in REGIONS:
        documents[region], missing = regional_book(region, meters, table)
        covered[region] = missing
    never = set.intersection(*(set(missing) for missing in covered.values()))

    stale = []
    for name, document in documents.items():
        path = BOOKS / f"{name}.json"
        text = render(document)
        if not arguments.check:
            path.write_text(text, encoding="ascii")
            continue
        committed = path.read_text(encoding="utf-8") if path.exists() else ""
        if committed != text:
            stale.append(path.name)
            sys.stdout.writelines(difflib.unified_diff(committed.splitlines(True), text.splitlines(True),
                                                       f"committed {path.name}", "from the sources", n=1))
    for region, missing in covered.items():
        here = [meter for meter in missing if meter not in never]
        print(f"{region}: {len(documents[region]['prices'])} prices"
              + (f"; unpriced only here: {', '.join(here)}" if here else ""))
    if never:
        print("unpriced everywhere: " + ", ".join(sorted(never)))
    if stale:
        sys.exit(f"make_price_books: {', '.join(stale)} differ from their sources; run scripts/make_price_books.py")


if __name__ == "__main__":
    main()
