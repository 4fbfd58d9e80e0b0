#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports pictures and reports with the desktop program's command line, without a display.

    check_exports.py BINARY SOURCE_DIR [unittest arguments]
"""
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

BINARY = ""
SOURCE = Path()


class Exports(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="plimsoll-exports-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.design = SOURCE / "resources/templates/reference-comparison.plimsoll"

    def run_program(self, *arguments, status=0):
        environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
        done = subprocess.run([BINARY, *map(str, arguments)], cwd=self.folder, env={**environment, "LC_ALL": "C"},
                              timeout=300, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, status, done.stderr.decode(errors="replace"))
        return done.stderr.decode(errors="replace")

    def texts(self, name):
        tree = ElementTree.parse(self.folder / name)
        return ["".join(each.itertext()).strip() for each in tree.iter("{http://www.w3.org/2000/svg}text")]

    def png_size(self, name):
        data = (self.folder / name).read_bytes()
        self.assertEqual(data[:8], b"\x89PNG\r\n\x1a\n")
        return struct.unpack(">II", data[16:24])

    def test_a_picture_as_text_and_shapes(self):
        self.run_program("export", self.design, "-o", "a.svg")
        texts = self.texts("a.svg")
        self.assertIn("Orders", texts)
        # The live estimate is on the cards.
        self.assertIn("3,000", texts)

    def test_the_same_picture_twice(self):
        self.run_program("export", self.design, "-o", "a.svg")
        self.run_program("export", self.design, "-o", "b.svg")
        self.assertEqual((self.folder / "a.svg").read_bytes(), (self.folder / "b.svg").read_bytes())

    def test_scale_and_part(self):
        self.run_program("export", self.design, "-o", "one.png", "--scale", "1")
        self.run_program("export", self.design, "-o", "three.png", "--scale", "3", "--theme", "dark")
        width, height = self.png_size("one.png")
        self.assertEqual(self.png_size("three.png"), (3 * width, 3 * height))
        self.run_program("export", self.design, "-o", "part.svg", "--only", "orders", "--overlay", "limits")
        self.assertIn("Orders", self.texts("part.svg"))
        self.assertNotIn("Archive", self.texts("part.svg"))

    def test_a_report_in_every_format(self):
        starts = {"html": b"<!DOCTYPE html>", "pdf": b"%PDF-", "md": b"# ", "csv": b"section,", "json": b"{",
                  "xlsx": b"PK"}
        for ending, start in starts.items():
            with self.subTest(ending):
                self.run_program("report", self.design, "--duration", "10s", "-o", f"run.{ending}")
                self.assertTrue((self.folder / f"run.{ending}").read_bytes().startswith(start))
        html = (self.folder / "run.html").read_text(encoding="utf-8")
        self.assertIsNone(re.search(r'src=|@import|<link|<script|href="[^#]', html))
        self.assertIn("Cost by component", html)

    def test_what_it_cannot_write(self):
        self.assertIn(".svg, .png or .pdf", self.run_program("export", self.design, "-o", "a.gif", status=2))
        self.assertIn(".html, .pdf", self.run_program("report", self.design, "-o", "a.docx", status=2))
        self.assertIn("nobody", self.run_program("export", self.design, "-o", "a.svg", "--only", "nobody", status=2))
        self.assertIn("a.svg", self.run_program("export", self.design, "-o", "no/folder/a.svg", status=2))
        self.run_program("export", self.design, "-o", "a.png", "--scale", "9", status=2)
        self.assertEqual(list(self.folder.iterdir()), [])


if __name__ == "__main__":
    BINARY, SOURCE = sys.argv[1], Path(sys.argv[2])
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
