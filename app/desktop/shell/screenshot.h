// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSize>
#include <QtCore/QString>

namespace plimsoll {

class ServiceLibrary;

/// `plimsoll --screenshot OUT.png [--theme light|dark|contrast] [--run] [--overlay traffic|limits|delay|cost]
/// [--select ID] [--tab NAME] [--moment SECONDS] [--size WxH] [FILE]`
struct ScreenshotOrder {
    QString output, file, theme, overlay, select, tab;
    double moment = -1;  ///< of the run, in seconds; negative: the whole run
    QSize size{1480, 920};
    bool run = false;
    bool all = false;  ///< `output` is a folder for every panel
};

/// `plimsoll --screenshots FOLDER [--size WxH] FILE`: every panel of the window after a run, in both themes.
int takeAllScreenshots(const ScreenshotOrder& order, const ServiceLibrary& library);

/// Shows the window, waits until its numbers are there, saves what it looks like. Returns the exit code.
int takeScreenshot(const ScreenshotOrder& order, const ServiceLibrary& library);

}  // namespace plimsoll
