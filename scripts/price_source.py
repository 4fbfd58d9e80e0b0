# SPDX-FileCopyrightText: The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads and writes the collected AWS prices: resources/price_books/source/prices.csv and sources.csv.

One line of prices.csv is one tier of one price where places agree on all but the amount; `prices` lists `place=usd`, with
`@SKU` where the SKU of AWS's price list is known. In memory a row is one tier at one place, as collected.
"""
import csv
import io
import re
from decimal import Decimal, InvalidOperation

COLUMNS = ["service", "dimension_id", "tier_from", "tier_to", "unit", "description", "as_of", "source", "confidence",
           "note", "prices"]
CONFIDENCES = ["high", "medium", "low"]
SKU = re.compile(r"SKU ([A-Z0-9]+)")
AT_PLACE = re.compile(r"(?P<place>[a-zA-Z0-9:-]+)=(?P<usd>[0-9.]+)(@(?P<sku>[A-Z0-9]+))?")


class BadSource(Exception):
    """What is wrong in a source file, with its line."""


def read_sources(path):
    """Source id -> address."""
    with path.open(newline="", encoding="ascii") as file:
        return {row["id"]: row["url"] for row in csv.DictReader(file)}


def read_prices(path, sources):
    """The rows of the compact file, one per tier and place."""
    rows = []
    with path.open(newline="", encoding="ascii") as file:
        for line in csv.DictReader(file):
            where = f"{path.name}: {line['service']}/{line['dimension_id']}"
            if line["source"] not in sources:
                raise BadSource(f"{where}: there is no source {line['source']}")
            for part in line["prices"].split(" "):
                found = AT_PLACE.fullmatch(part)
                if not found:
                    raise BadSource(f"{where}: \"{part}\" is not place=usd or place=usd@SKU")
                row = {key: line[key] for key in COLUMNS[:-1]}
                row |= {"region": found["place"], "usd": found["usd"], "sku": found["sku"] or "",
                        "source_url": sources[line["source"]]}
                rows.append(row)
    check_rows(rows, path.name)
    return rows


def read_collected(path):
    """Rows of a file as collected: one per tier and region, the SKU among the notes, the source in full."""
    rows = []
    with path.open(newline="", encoding="ascii") as file:
        for row in csv.DictReader(file):
            notes = [part for part in row["note"].split("; ") if part]
            skus = [found[1] for part in notes if (found := SKU.fullmatch(part))]
            row["sku"] = skus[0] if len(skus) == 1 else ""
            row["note"] = "; ".join(part for part in notes if not row["sku"] or part != f"SKU {row['sku']}")
            rows.append(row)
    check_rows(rows, path.name)
    return rows


def check_rows(rows, name):
    seen = set()
    for row in rows:
        where = f"{name}: {row['service']}/{row['dimension_id']} ({row['region']})"
        key = (row["service"], row["dimension_id"], row["region"], row["tier_from"])
        if key in seen:
            raise BadSource(f"{where}: two rows from {row['tier_from']}")
        seen.add(key)
        for column in ("unit", "description", "as_of", "source_url"):
            if not row[column].strip():
                raise BadSource(f"{where}: no {column}")
        if row["confidence"] not in CONFIDENCES:
            raise BadSource(f"{where}: confidence \"{row['confidence']}\"")
        try:
            amounts = [Decimal(row[column]) for column in ("usd", "tier_from", "tier_to") if row[column]]
        except InvalidOperation:
            raise BadSource(f"{where}: an amount is no decimal") from None
        if min(amounts) < 0 or (row["tier_to"] and Decimal(row["tier_to"]) <= Decimal(row["tier_from"])):
            raise BadSource(f"{where}: an amount is negative or a tier ends before it begins")


def render(rows, sources):
    """(prices.csv, sources.csv) of the rows: sorted, so that a diff shows what changed. Sources keep their ids."""
    known = {url: identity for identity, url in sources.items()}
    used = {row["source_url"] for row in rows}
    number = max((int(identity) for identity in sources), default=0)
    for row in rows:
        if row["source_url"] not in known:
            number += 1
            known[row["source_url"]] = str(number)
    lines = {}
    for row in rows:
        key = (row["service"], row["dimension_id"], Decimal(row["tier_from"]), row["tier_from"], row["tier_to"], row["unit"],
               row["description"], row["as_of"], known[row["source_url"]], row["confidence"], row["note"])
        lines.setdefault(key, []).append(f"{row['region']}={row['usd']}" + (f"@{row['sku']}" if row["sku"] else ""))
    prices = io.StringIO()
    writer = csv.writer(prices, lineterminator="\n")
    writer.writerow(COLUMNS)
    for key, places in sorted(lines.items()):
        writer.writerow([key[0], key[1], *key[3:], " ".join(sorted(places))])
    addresses = io.StringIO()
    writer = csv.writer(addresses, lineterminator="\n")
    writer.writerow(["id", "url"])
    writer.writerows(sorted(((identity, url) for url, identity in known.items() if url in used),
                            key=lambda source: int(source[0])))
    return prices.getvalue(), addresses.getvalue()
