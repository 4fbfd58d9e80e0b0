// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/metrics/run_report.h"

#include <QtCore/QString>
#include <QtGui/QColor>
#include <QtGui/QFont>

QT_BEGIN_NAMESPACE
class QChart;
class QValueAxis;
QT_END_NAMESPACE

/// The look that every chart and bar of the panels shares, taken from the present theme.
namespace plimsoll::style {

QColor colour(const char* key);
/// The n-th colour of a chart's series; wraps around.
QColor series(int index);
QColor part(TimePart part);
/// Calm until the limit is near, amber from 80%, red only at the limit itself.
QColor utilisation(double share);

/// Behind the curves of a chart: a time in which a limit was near. Opaque, so that a legend shows the same colour.
QColor shade();

QFont small(const QFont& base);
QFont bold(const QFont& base);

/// A square of this colour, for legends in rich text: `<span style=...>`.
QString swatch(const QColor& colour);
QString coloured(const QString& text, const QColor& colour);
/// A link in rich text; `href` is escaped.
enum class Underline { No, Yes };
QString link(const QString& href, const QString& text, const QColor& colour,
             Underline underline = Underline::No);

void dress(QChart& chart);
void dress(QValueAxis& axis, const QString& title);
/// A round maximum and step count for an axis that starts at zero.
struct Scale {
    double maximum = 1;
    int ticks = 5;  ///< including zero
};
Scale roundScale(double largest, int mostSteps = 5);

}  // namespace plimsoll::style
