// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/look/chart_style.h"

#include "app/desktop/look/theme.h"

#include <QtCharts/QChart>
#include <QtCharts/QLegend>
#include <QtCharts/QValueAxis>
#include <QtCore/QLocale>
#include <QtGui/QPen>
#include <QtWidgets/QApplication>
#include <QtWidgets/QGraphicsLayout>

#include <cmath>

namespace plimsoll::style {

QColor colour(const char* key)
{
    return Theme::current().colour(QString::fromLatin1(key));
}

QColor series(int index)
{
    const QList<QColor>& colours = Theme::current().chartColours();
    return colours.isEmpty() ? colour("info") : colours[index % colours.size()];
}

QColor part(TimePart part)
{
    // Service is what one pays for, so it takes the first, calm colour; waits take the warm ones.
    switch (part) {
    case TimePart::Service:
        return series(0);
    case TimePart::Queue:
        return series(1);
    case TimePart::ThrottleWait:
        return series(3);
    case TimePart::Retry:
        return series(4);
    case TimePart::ColdStart:
        return series(7);
    case TimePart::BufferWait:
        return series(2);
    case TimePart::Transfer:
        return series(5);
    }
    return colour("textMuted");
}

QColor utilisation(double share)
{
    if (share >= 0.9995)
        return colour("danger");
    return share >= 0.8 ? colour("warn") : colour("ok");
}

QColor shade()
{
    const QColor ink = colour("warn"), paper = colour("surface");
    const auto mixed = [](int a, int b) { return (a + 4 * b) / 5; };
    return {mixed(ink.red(), paper.red()), mixed(ink.green(), paper.green()),
            mixed(ink.blue(), paper.blue())};
}

QFont small(const QFont& base)
{
    QFont font = base;
    font.setPointSizeF(std::max(7.5, base.pointSizeF() - 1));
    return font;
}

QFont bold(const QFont& base)
{
    QFont font = base;
    font.setWeight(QFont::DemiBold);
    return font;
}

QString swatch(const QColor& colour)
{
    return QStringLiteral("<span style=\"color:%1\">&#9632;</span>").arg(colour.name());
}

QString coloured(const QString& text, const QColor& colour)
{
    return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(colour.name(), text);
}

QString link(const QString& href, const QString& text, const QColor& colour, Underline underline)
{
    return QStringLiteral("<a href=\"%1\" style=\"color:%2; text-decoration:%4\">%3</a>")
        .arg(href.toHtmlEscaped(), colour.name(), text.toHtmlEscaped(),
             underline == Underline::Yes ? QStringLiteral("underline") : QStringLiteral("none"));
}

void dress(QChart& chart)
{
    chart.setBackgroundVisible(false);
    chart.setPlotAreaBackgroundVisible(false);
    chart.setMargins(QMargins{0, 2, 6, 0});
    chart.layout()->setContentsMargins(0, 0, 0, 0);
    chart.legend()->hide();
    chart.setAnimationOptions(QChart::NoAnimation);
    chart.setLocale(QLocale{});
    chart.setLocalizeNumbers(true);
}

void dress(QValueAxis& axis, const QString& title)
{
    const QFont font = small(QApplication::font());
    axis.setLabelsFont(font);
    axis.setLabelsColor(colour("textMuted"));
    axis.setTitleFont(font);
    axis.setTitleText(title);
    axis.setTitleBrush(colour("textMuted"));
    axis.setTitleVisible(!title.isEmpty());
    axis.setLinePen(QPen{colour("border"), 1});
    axis.setGridLinePen(QPen{colour("border"), 1});
    axis.setMinorGridLineVisible(false);
    axis.setShadesVisible(false);
}

Scale roundScale(double largest, int mostSteps)
{
    if (!(largest > 0) || !std::isfinite(largest))
        return {1, 2};
    // The smallest of 1, 2, 2.5, 5 x 10^n that reaches the top in at most so many steps.
    const double power = std::pow(10, std::floor(std::log10(largest)) - 1);
    for (const double factor : {1., 2., 2.5, 5., 10., 20., 25., 50., 100.}) {
        const double step = factor * power;
        const double steps = std::ceil(largest / step - 1e-9);
        if (steps <= mostSteps)
            return {steps * step, static_cast<int>(steps) + 1};
    }
    return {largest, 2};
}

}  // namespace plimsoll::style
