#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws, moves and saves a design under a virtual X display, with the keys and the mouse of that display.

    check_under_x.py BINARY SOURCE_DIR [unittest arguments]
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

BINARY = ""
SOURCE = Path()
PATIENCE = 60  # seconds, for a machine that builds beside the test


class UnderX(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="plimsoll-x-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.file = self.folder / "drawn.plimsoll"
        version = json.loads((SOURCE / "resources/templates/hot-key.plimsoll").read_text())["version"]
        self.file.write_text(json.dumps({"format": "plimsoll-design", "version": version, "title": "Drawn"}))
        read, write = os.pipe()
        # Without -noreset the server starts anew when its last client leaves, and who connects meanwhile is cut off.
        display = subprocess.Popen(["Xvfb", "-noreset", "-displayfd", str(write), "-screen", "0", "1366x768x24"],
                                   pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        self.addCleanup(self.end, display)
        with os.fdopen(read) as number:
            self.display = ":" + number.readline().strip()
        environment = {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8",
                       "XDG_CONFIG_HOME": str(self.folder / "config"), "XDG_DATA_HOME": str(self.folder / "data")}
        self.said = self.folder / "said"
        with self.said.open("w") as said:
            self.program = subprocess.Popen([BINARY, str(self.file)], env=environment, stdout=said, stderr=said)
        self.addCleanup(self.end, self.program)
        window = self.wait(lambda: self.xdo("search", "--onlyvisible", "--name", "Plimsoll").split()[-1:])
        # Nobody manages windows here: the window is put where its parts are known, and takes the keys.
        self.xdo("windowmove", window[0], 0, 0, "windowsize", window[0], 1366, 768, "windowfocus", window[0])

    @staticmethod
    def end(process):
        process.kill()
        process.wait()

    def xdo(self, *arguments):
        done = subprocess.run(["xdotool", *map(str, arguments)], env={**os.environ, "DISPLAY": self.display},
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=PATIENCE, check=False)
        return done.stdout.decode()

    def wait(self, answer):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if found := answer():
                return found
            self.assertIsNone(self.program.poll(), "the program ended: " + self.said.read_text())
        return self.fail("nothing came of it")

    def saved(self, is_right):
        """The design as it is saved now, once it is as it should be."""
        def look():
            self.xdo("key", "ctrl+s")
            design = json.loads(self.file.read_text())
            return design if is_right(design) else None
        return self.wait(look)

    @staticmethod
    def services(design):
        return sorted(each["service"] for each in design.get("components", []))

    def test_a_newcomer_draws_moves_and_takes_back(self):
        # A service at the pointer, then the next ones to the right of it, all by keys.
        self.xdo("mousemove", 651, 434)
        self.xdo("key", "slash")
        self.xdo("type", "traffic source")
        self.xdo("key", "Return")
        for name in ("kinesis data streams", "lambda"):
            self.xdo("key", "ctrl+Right")
            self.xdo("type", name)
            self.xdo("key", "Return")
        wanted = ["kinesis-data-streams", "lambda", "traffic-source"]
        drawn = self.saved(lambda design: self.services(design) == wanted and len(design.get("connections", [])) == 2)
        # The one in the middle is dragged by the mouse.
        self.xdo("key", "Escape", "key", "shift+1")
        places = {each["id"]: each["position"] for each in drawn["components"]}
        self.xdo("mousemove", 651, 434, "mousedown", 1)
        for step in range(1, 9):
            self.xdo("mousemove", 651 + 4 * step, 434 + 12 * step)
        self.xdo("mouseup", 1)
        moved = self.saved(lambda design: {each["id"]: each["position"] for each in design["components"]} != places)
        lower = [each["service"] for each in moved["components"] if each["position"][1] > places[each["id"]][1]]
        self.assertEqual(lower, ["kinesis-data-streams"])
        # One step takes it back; all of them are deleted and come back.
        self.xdo("key", "ctrl+z")
        self.saved(lambda design: {each["id"]: each["position"] for each in design["components"]} == places)
        self.xdo("key", "ctrl+a", "key", "Delete")
        self.saved(lambda design: not design.get("components"))
        self.xdo("key", "ctrl+z")
        self.assertEqual(self.saved(lambda design: self.services(design) == wanted), drawn)


if __name__ == "__main__":
    BINARY, SOURCE = sys.argv[1], Path(sys.argv[2])
    if not shutil.which("Xvfb") or not shutil.which("xdotool"):
        print("needs Xvfb and xdotool")
        sys.exit(77)
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2)
