#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a wide design: wide_design.py COMPONENTS CONNECTIONS > wide.plimsoll

Chains of source, stream, function, table, delivery stream and bucket; what is left of the components are
queues, and what is left of the connections are writes of a function to the tables of later chains.
"""
import json
import sys

CHAIN = ["traffic-source", "kinesis-data-streams", "lambda", "dynamodb", "data-firehose", "s3"]


def main() -> None:
    components, connections = (int(each) for each in sys.argv[1:3])
    items, links, traffic, functions, tables = [], [], {}, [], []

    def place(service, n):
        name = f"n{n:05d}-{service}"
        items.append({"id": name, "service": service, "label": f"{service} {n}", "position": [240 * (n % 6), 90 * n]})
        return name

    def join(a, b, **parameters):
        if len(links) < connections:
            links.append({"id": f"c{len(links):05d}", "from": a, "to": b, "parameters": parameters})

    while len(items) + len(CHAIN) <= components:
        source, stream, function, table, delivery, bucket = [place(each, len(items)) for each in CHAIN]
        traffic[source] = {"shape": "constant", "ratePerSecond": 10}
        functions.append(function)
        tables.append(table)
        join(source, stream)
        join(stream, function, batchSize=100)
        join(function, table, operation="write")
        join(stream, delivery)
        join(delivery, bucket)
    while len(items) < components:
        queue = place("sqs", len(items))
        join(functions[len(items) % len(functions)], queue)
    step = 1
    while len(links) < connections and step < len(functions):
        for at in range(len(functions) - step):
            join(functions[at], tables[at + step], operation="write")
        step += 1
    design = {"format": "plimsoll-design", "version": 1, "title": "Wide", "region": "us-east-1",
              "components": sorted(items, key=lambda each: each["id"]), "connections": links,
              "scenarios": [{"id": "s", "label": "S", "durationSeconds": 60, "traffic": traffic}]}
    json.dump(design, sys.stdout, indent=1)


main()
