// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/look/theme.h"
#include "app/desktop/render/drawing.h"
#include "model/support/error.h"

#include <QtGui/QImage>

namespace plimsoll {

class DesignDocument;

struct PictureOptions {
    int scale = 2;  ///< pixels per unit of the drawing, 1 to 4; for PNG only
    ThemeChoice theme = ThemeChoice::Light;
    bool transparent = false;  ///< nothing behind the drawing
};
inline constexpr int kLargestPictureScale = 4;

/// The drawing in pixels; a null image where it would have more than a picture can hold.
QImage pictureOf(const Drawing& drawing, const PictureOptions& options);

/// The drawing as SVG, PDF or PNG, by the file's suffix.
Status writePicture(const Drawing& drawing, const QString& path, const PictureOptions& options);

/// Several of them: a PDF gets a page for each, other kinds a file for each, called "name-title.svg" beside the one named.
/// The files written.
Result<QStringList> writePictures(const std::vector<Drawing>& pages, const QString& path,
                                  const PictureOptions& options);

/// The design's own name with this suffix, beside its file where it has one.
QString suggestedFile(const DesignDocument& document, const QString& suffix);

}  // namespace plimsoll
