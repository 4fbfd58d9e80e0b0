// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QPointF>
#include <QtCore/QString>

#include <cstddef>
#include <vector>

namespace plimsoll {

/// A chart as values: what is drawn, read off at a cursor and written to a file all come from here.
struct Figure {
    enum class Kind { Curves, Bars };
    /// What runs from left to right. Times of a run start at its opening; delays and rates are drawn by decades.
    enum class Across { Seconds, Millis, PerSecond };
    /// Quiet stands behind the others, Bad is what was refused.
    enum class Tone { Plain, Quiet, Bad };

    struct Curve {
        QString name;
        Tone tone = Tone::Plain;
        QList<QPointF> points;  ///< by rising x
        bool filled = false;
        QList<QPointF> low,
            high;  ///< how far off it may be (95%), as two curves; empty where that is not known
    };
    /// A stretch of x that something holds for.
    struct Stretch {
        double from = 0, to = 0;
    };
    struct Mark {
        double x = 0;
        QString text;
    };
    struct Bar {
        QString label;
        QString link;               ///< where a click leads; may be empty
        std::vector<double> parts;  ///< as `partNames`
    };

    QString id;  ///< "backlog": for file names
    QString title;
    Kind kind = Kind::Curves;
    Across across = Across::Seconds;
    double from = 0, to = 0;  ///< of x; of Seconds the whole run
    QString unit;             ///< of y: "records/s", "ms", "%" (y is then a share), "USD"
    bool upLogarithmic = false;
    std::vector<Curve> curves;
    std::vector<Mark> marks;
    std::vector<Stretch> shaded;
    QString shadedName;
    QStringList partNames;
    std::vector<Bar> bars;

    bool isEmpty() const { return kind == Kind::Curves ? curves.empty() : bars.empty(); }
};

/// As a spreadsheet takes it: a row per x or bar, a column per curve or part that is not hidden. Numbers are the
/// program's, in no locale.
QString csvOf(const Figure& figure, const QStringList& hidden = {});
/// A value of y or of a bar as people read it.
QString upText(const Figure& figure, double value);
/// A value of x as people read it.
QString acrossText(const Figure& figure, double value);
/// The curve at x, between its points; nothing (NaN) outside of them.
double valueAt(const Figure::Curve& curve, double x);

}  // namespace plimsoll
