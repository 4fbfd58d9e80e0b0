// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtGui/QImage>

namespace plimsoll {

class CanvasScene;

/// The drawing with a small margin and nothing selected.
QImage pictureOf(CanvasScene& scene);

/// The drawing as PNG (twice the size on screen), SVG or PDF, by the file's suffix. False when it cannot be written.
bool writePicture(CanvasScene& scene, const QString& path);

}  // namespace plimsoll
