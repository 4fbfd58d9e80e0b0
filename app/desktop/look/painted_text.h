// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRectF>
#include <QtCore/QString>

class QFont;
class QPainter;

namespace plimsoll {

/// Width of a line of text. Kept for what is asked again and again: a canvas asks for the same few hundred at every frame.
double widthOf(const QString& text, const QFont& font);

/// One line in the middle of the rectangle's height, ended by dots where it is too long.
void paintLine(QPainter& painter, const QRectF& rect, const QString& text,
               Qt::Alignment alignment = Qt::AlignLeft);

}  // namespace plimsoll
