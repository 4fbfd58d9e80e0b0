// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/document.h"

#include <QtCore/QByteArray>
#include <QtCore/QRectF>
#include <QtCore/QSizeF>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtGui/QColor>

#include <functional>
#include <vector>

class QPainter;

namespace plimsoll {

class CanvasScene;

/// Something that can be painted at any size, in units of 1/96 inch from its upper left corner. It takes its colours from
/// the theme at the time: put a ThemeForPaper around the painting.
struct Drawing {
    QSizeF size;
    std::function<void(QPainter&)> paint;
    QString title;  ///< what it shows, for those who cannot see it
    bool isEmpty() const { return !paint || size.isEmpty(); }
};

/// The design as the scene shows it, with a small margin, without grid and selection; of these items only, with the
/// connections between them, unless `ids` is empty. Lives no longer than the scene.
Drawing drawingOf(CanvasScene& scene, const QStringList& ids = {});
/// The drawings of all pages in their order, titled by their names; of a design without pages, the one it has. They live
/// no longer than the scene's document and session.
std::vector<Drawing> drawingsOfPages(CanvasScene& scene);
/// All of them in one, below each other under their titles.
Drawing stacked(const std::vector<Drawing>& pages, const QString& title);
/// A chart of a report at this width.
Drawing drawingOf(const Chart& chart, double width);
/// The same in pieces no higher than this: charts of rows are parted between rows, along one axis.
std::vector<Drawing> drawingsOf(const Chart& chart, double width, double height);

/// Paints it into `target`; lines and letters scale with it and nothing is left out for being small.
void paintInto(QPainter& painter, const Drawing& drawing, const QRectF& target);

/// As SVG with text as text. `background` may be invalid for none.
QByteArray svgOf(const Drawing& drawing, const QColor& background = {});

}  // namespace plimsoll
