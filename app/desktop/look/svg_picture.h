// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QSizeF>
#include <QtCore/QString>
#include <QtGui/QColor>

#include <functional>

class QPainter;

namespace plimsoll {

/// How many units of a picture make an inch: fonts have the sizes they have in the window.
int pictureResolution();

/// What `paint` draws within `size`, as SVG with text as text. `background` may be invalid for none. Empty when nothing
/// can be drawn.
QByteArray svgPicture(QSizeF size, const QString& title, const QColor& background,
                      const std::function<void(QPainter&)>& paint);

}  // namespace plimsoll
