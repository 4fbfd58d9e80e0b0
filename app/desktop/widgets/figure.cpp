// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/figure.h"

#include "app/desktop/text/format.h"
#include "model/support/derivation.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace plimsoll {

namespace {

QString cell(QString text)
{
    // What a spreadsheet would run as a formula is text.
    if (!text.isEmpty() && QStringLiteral("=+-@").contains(text.front()))
        text.prepend(u'\'');
    if (text.contains(u',') || text.contains(u'"') || text.contains(u'\n'))
        return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
    return text;
}

QString number(double value)
{
    return std::isfinite(value) ? QString::fromStdString(plainNumber(value, 9)) : QString{};
}

QString acrossName(Figure::Across across)
{
    switch (across) {
    case Figure::Across::Seconds:
        return QStringLiteral("seconds");
    case Figure::Across::Millis:
        return QStringLiteral("milliseconds");
    case Figure::Across::PerSecond:
        return QStringLiteral("records/s");
    }
    return {};
}

QString csvOfCurves(const Figure& figure, const QStringList& hidden)
{
    QStringList head{acrossName(figure.across)};
    std::vector<const Figure::Curve*> shown;
    for (const Figure::Curve& curve : figure.curves)
        if (!hidden.contains(curve.name)) {
            shown.push_back(&curve);
            head << cell(figure.unit.isEmpty()
                             ? curve.name
                             : QStringLiteral("%1 (%2)").arg(
                                 curve.name, figure.unit == u'%' ? QStringLiteral("share") : figure.unit));
        }
    // Curves of one figure may have bins of their own.
    std::map<double, std::vector<double>> rows;
    for (std::size_t at = 0; at < shown.size(); ++at)
        for (const QPointF& point : shown[at]->points) {
            std::vector<double>& row = rows[point.x()];
            row.resize(shown.size(), std::numeric_limits<double>::quiet_NaN());
            row[at] = point.y();
        }
    QString text = head.join(u',') + QStringLiteral("\r\n");
    for (const auto& [x, values] : rows) {
        text += number(x);
        for (const double value : values)
            text += u',' + number(value);
        text += QStringLiteral("\r\n");
    }
    return text;
}

QString csvOfBars(const Figure& figure, const QStringList& hidden)
{
    QStringList head{figure.title};
    for (const QString& part : figure.partNames)
        if (!hidden.contains(part))
            head << cell(QStringLiteral("%1 (%2)").arg(part, figure.unit));
    QString text = head.join(u',') + QStringLiteral("\r\n");
    for (const Figure::Bar& bar : figure.bars) {
        text += cell(bar.label);
        for (std::size_t part = 0; part < bar.parts.size(); ++part)
            if (!hidden.contains(figure.partNames.value(static_cast<qsizetype>(part))))
                text += u',' + number(bar.parts[part]);
        text += QStringLiteral("\r\n");
    }
    return text;
}

}  // namespace

QString csvOf(const Figure& figure, const QStringList& hidden)
{
    return figure.kind == Figure::Kind::Curves ? csvOfCurves(figure, hidden) : csvOfBars(figure, hidden);
}

QString upText(const Figure& figure, double value)
{
    const Format format;
    if (figure.unit == u'%')
        return format.percent(value);
    if (figure.unit == QStringLiteral("ms"))
        return format.millis(value);
    if (figure.unit == QStringLiteral("s"))
        return format.seconds(value);
    if (figure.unit == QStringLiteral("USD"))
        return format.money(Money::nanodollars(std::llround(value * 1e9)));
    return format.quantity(value);
}

QString acrossText(const Figure& figure, double value)
{
    const Format format;
    switch (figure.across) {
    case Figure::Across::Seconds:
        return format.span(std::round(value));
    case Figure::Across::Millis:
        return format.millis(value);
    case Figure::Across::PerSecond:
        return format.rate(value);
    }
    return {};
}

double valueAt(const Figure::Curve& curve, double x)
{
    const auto behind = std::lower_bound(curve.points.begin(), curve.points.end(), x,
                                         [](const QPointF& point, double at) { return point.x() < at; });
    if (behind == curve.points.end() || (behind == curve.points.begin() && behind->x() > x))
        return std::numeric_limits<double>::quiet_NaN();
    if (behind == curve.points.begin() || behind->x() == x)
        return behind->y();
    const QPointF before = *(behind - 1);
    const double share = (x - before.x()) / (behind->x() - before.x());
    return before.y() + share * (behind->y() - before.y());
}

}  // namespace plimsoll
