// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/look/chart_style.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/render/drawing.h"
#include "app/desktop/text/format.h"
#include "app/desktop/text/language.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>
#include <cmath>
#include <memory>

namespace plimsoll {

namespace {

constexpr double kTitleHeight = 22;
constexpr double kLegendHeight = 18;
constexpr double kPlotHeight = 150;
constexpr double kTickHeight = 16;
constexpr double kAxisTitleHeight = 15;
constexpr double kBarRow = 22;
constexpr double kBar = 12;
constexpr double kSwatch = 9;
constexpr double kGap = 8;
constexpr double kHeadRoom = 1.04;   // above the highest point
constexpr double kLeastTime = 1e-3;  // milliseconds: what is shorter is only said to be

// Numbers go with the words: on the command line both are English, whatever the system says.
Format numbers()
{
    return Language::current().code() == QLatin1String{"en"}
               ? Format{QLocale{QLocale::English, QLocale::UnitedStates}}
               : Format{};
}

QString textOf(double value, Chart::Unit unit)
{
    const Format format = numbers();
    switch (unit) {
    case Chart::Unit::Plain:
        return format.quantity(value);
    case Chart::Unit::Millis:
        return format.millis(value);
    case Chart::Unit::Seconds:
        return value == 0 ? QStringLiteral("0") : format.span(value);
    case Chart::Unit::Share:
        return format.percent(value);
    case Chart::Unit::Dollars:
        return value == 0 ? QStringLiteral("$0")
                          : format.money(Money::nanodollars(std::llround(value * 1e9)));
    }
    return {};
}

/// Where values lie along a line, and which of them are written there.
struct Axis {
    double low = 0, high = 1;
    bool logarithmic = false;
    std::vector<double> ticks;
    double position(double value) const
    {
        if (logarithmic)
            return std::clamp((std::log10(std::max(value, low)) - std::log10(low))
                                  / (std::log10(high) - std::log10(low)),
                              0.0, 1.0);
        return high > low ? std::clamp((value - low) / (high - low), 0.0, 1.0) : 0;
    }
};

/// Values a logarithmic axis may carry, in milliseconds: decades up to seconds, then what a clock shows.
struct Mark {
    double value;
    bool major;
};
std::vector<Mark> timeMarks()
{
    std::vector<Mark> marks;
    for (int power = -3; power <= 4; ++power)
        for (const double factor : {1., 2., 5.})
            if (factor * std::pow(10, power) < 60e3)
                marks.push_back({factor * std::pow(10, power), factor == 1});
    constexpr double kMinute = 60e3, kHour = 3600e3, kDay = 86'400e3;
    for (const double unit : {kMinute, kHour, kDay}) {
        marks.push_back({unit, true});
        marks.push_back({2 * unit, false});
        marks.push_back({5 * unit, false});
        marks.push_back({10 * unit, true});
        if (unit == kMinute)
            marks.push_back({30 * unit, false});
    }
    return marks;
}

Axis logarithmicAxis(double smallest, double largest)
{
    Axis axis;
    axis.logarithmic = true;
    const bool few = largest / smallest <= 100;
    for (const Mark& mark : timeMarks())
        if (mark.major || few)
            axis.ticks.push_back(mark.value);
    // The ticks next to the values bound the axis.
    while (axis.ticks.size() > 2 && axis.ticks[1] <= smallest)
        axis.ticks.erase(axis.ticks.begin());
    while (axis.ticks.size() > 2 && axis.ticks[axis.ticks.size() - 2] >= largest)
        axis.ticks.pop_back();
    axis.low = std::min(axis.ticks.front(), smallest);
    axis.high = std::max(axis.ticks.back(), largest);
    return axis;
}

Axis timeAxis(double seconds)
{
    Axis axis;
    axis.high = std::max(seconds, 1e-9);
    double step = axis.high / 5;
    constexpr double kSteps[] = {1,   2,    5,    10,   15,    30,    60,    120,   300,    600,
                                 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 432000};
    for (const double each : kSteps) {
        if (axis.high / each <= 7) {
            step = each;
            break;
        }
    }
    if (axis.high < 1)
        step = style::roundScale(axis.high).maximum / 4;
    for (double at = 0; at <= axis.high * (1 + 1e-9); at += step)
        axis.ticks.push_back(at);
    return axis;
}

Axis linearAxis(double largest, Chart::Unit unit)
{
    Axis axis;
    const style::Scale scale = unit == Chart::Unit::Share ? style::Scale{1, 5} : style::roundScale(largest);
    axis.high = scale.maximum;
    for (int tick = 0; tick < scale.ticks; ++tick)
        axis.ticks.push_back(scale.maximum * tick / std::max(1, scale.ticks - 1));
    return axis;
}

QFont smallFont()
{
    return Theme::current().font(8);
}
QFont titleFont()
{
    return Theme::current().font(9.5, QFont::DemiBold);
}

double widthOf(const QFont& font, const QString& text)
{
    return QFontMetricsF{font}.horizontalAdvance(text);
}

QString shown(const std::string& text)
{
    return QString::fromStdString(text).replace(QLatin1String{" -> "}, QStringLiteral(" → "));
}

/// The rows of a chart that are drawn.
struct ChartRows {
    std::size_t from = 0, count = 0;
};

struct LegendEntry {
    QString name;
    QColor ink;
};

/// Entries side by side, as many to a line as fit; returns the height. Paints when there is a painter.
double legend(const std::vector<LegendEntry>& entries, double width, QPainter* painter, double y)
{
    if (entries.empty())
        return 0;
    const QFont font = smallFont();
    double x = 0;
    double height = kLegendHeight;
    for (const LegendEntry& each : entries) {
        const double wanted = kSwatch + 5 + widthOf(font, each.name) + 14;
        if (x > 0 && x + wanted > width) {
            x = 0;
            height += kLegendHeight;
        }
        if (painter) {
            const double top = y + height - kLegendHeight;
            painter->setPen(Qt::NoPen);
            painter->setBrush(each.ink);
            painter->drawRoundedRect(QRectF{x, top + 4, kSwatch, kSwatch}, 2, 2);
            painter->setFont(font);
            painter->setPen(style::colour("textMuted"));
            const double room = width - x - kSwatch - 5;
            painter->drawText(QRectF{x + kSwatch + 5, top, room, 17}, Qt::AlignLeft | Qt::AlignVCenter,
                              QFontMetricsF{font}.elidedText(each.name, Qt::ElideRight, room));
        }
        x += wanted;
    }
    return height;
}

/// A palette of inks for the series: what was refused is red, what stands behind is grey.
QColor inkOf(Tone tone, int& next)
{
    if (tone == Tone::Bad)
        return style::colour("danger");
    if (tone == Tone::Quiet)
        return style::colour("borderStrong");
    // The red of the palette would read as refused.
    constexpr int kReddish = 3;
    if (next == kReddish)
        ++next;
    return style::series(next++);
}

/// What both kinds of painting need to know before they start.
class ChartPainter {
public:
    ChartPainter(const Chart& chart, double width, ChartRows rows)
        : m_chart{chart}, m_width{width}, m_rows{rows}
    {}

    double height() const
    {
        if (m_chart.kind == Chart::Kind::Lines)
            return legendBottom() + 6 + kPlotHeight + kTickHeight
                   + (m_chart.xTitle.empty() ? 0 : kAxisTitleHeight) + 4;
        return besideRows() + static_cast<double>(m_rows.count) * kBarRow;
    }
    /// Of a chart of rows, without them.
    double besideRows() const
    {
        return legendBottom() + 4 + (m_chart.kind == Chart::Kind::Ranges ? kTickHeight + 4 : 4);
    }

    void paint(QPainter& painter) const
    {
        painter.setFont(titleFont());
        painter.setPen(style::colour("text"));
        painter.drawText(QRectF{0, 0, m_width, kTitleHeight - 3}, Qt::AlignLeft | Qt::AlignVCenter,
                         shown(m_chart.title));
        double y = kTitleHeight;
        y += legend(entries(), m_width, &painter, y);
        if (m_chart.kind == Chart::Kind::Lines)
            paintLines(painter, y + 6);
        else
            paintRows(painter, y + 4);
    }

private:
    double legendBottom() const { return kTitleHeight + legend(entries(), m_width, nullptr, 0); }
    std::vector<LegendEntry> entries() const
    {
        std::vector<LegendEntry> all;
        int next = 0;
        for (const Chart::Series& each : m_chart.series)
            all.push_back({shown(each.name), inkOf(each.tone, next)});
        // Parts have the same names in every row; those without any value would be noise.
        for (std::size_t at = 0; !m_chart.lines.empty() && at < partCount(); ++at) {
            const auto& names = namesOfParts();
            if (!names[at].isEmpty())
                all.push_back({names[at], style::series(static_cast<int>(at))});
        }
        return all;
    }
    std::size_t partCount() const
    {
        std::size_t most = 0;
        for (const Chart::Line& line : m_chart.lines)
            most = std::max(most, line.parts.size());
        return most;
    }
    QStringList namesOfParts() const
    {
        QStringList names;
        for (std::size_t at = 0; at < partCount(); ++at) {
            QString name;
            for (const Chart::Line& line : m_chart.lines)
                if (at < line.parts.size() && line.parts[at].value > 0)
                    name = shown(line.parts[at].name);
            names.append(name);
        }
        return names;
    }

    void paintTicks(QPainter& painter, const Axis& axis, const QRectF& plot) const
    {
        const QFont font = smallFont();
        painter.setFont(font);
        double free = -1e9;
        for (const double tick : axis.ticks) {
            const double x = plot.left() + axis.position(tick) * plot.width();
            painter.setPen(QPen{style::colour("border"), 0.7});
            painter.drawLine(QPointF{x, plot.top()}, QPointF{x, plot.bottom() + 3});
            const QString text = textOf(tick, m_chart.xUnit);
            const double width = widthOf(font, text);
            // The last one ends with the plot, so that nothing hangs over the page's edge.
            const double left = std::clamp(x - width / 2, 0.0, m_width - width);
            if (left < free + 6)
                continue;
            free = left + width;
            painter.setPen(style::colour("textMuted"));
            painter.drawText(QRectF{left, plot.bottom() + 3, width + 2, kTickHeight - 2},
                             Qt::AlignLeft | Qt::AlignVCenter, text);
        }
    }

    void paintLines(QPainter& painter, double top) const
    {
        double smallest = 1e300, largestX = 0, largestY = 0;
        for (const Chart::Series& series : m_chart.series) {
            for (const Chart::Point& point : series.points) {
                smallest = std::min(smallest, point.x);
                largestX = std::max(largestX, point.x);
                largestY = std::max(largestY, point.y);
            }
        }
        const Axis yAxis = linearAxis(largestY * kHeadRoom, m_chart.yUnit);
        const Axis xAxis =
            m_chart.xScale == Chart::Scale::Logarithmic
                ? logarithmicAxis(std::max(smallest, kLeastTime), std::max(largestX, kLeastTime))
            : m_chart.xUnit == Chart::Unit::Seconds
                ? timeAxis(largestX + smallest)  // points stand in the middle of their bins
                : linearAxis(largestX, m_chart.xUnit);
        const QFont font = smallFont();
        double labels = 0;
        for (const double tick : yAxis.ticks)
            labels = std::max(labels, widthOf(font, textOf(tick, m_chart.yUnit)));
        const double unit = m_chart.yTitle.empty() ? 0 : kTickHeight;
        const QRectF plot{labels + kGap, top + unit, m_width - labels - kGap - 2, kPlotHeight - unit};
        painter.setFont(font);
        if (unit > 0) {
            painter.setPen(style::colour("textMuted"));
            painter.drawText(QRectF{0, top - 4, m_width, kTickHeight}, Qt::AlignLeft | Qt::AlignVCenter,
                             shown(m_chart.yTitle));
        }
        for (const double tick : yAxis.ticks) {
            const double y = plot.bottom() - yAxis.position(tick) * plot.height();
            painter.setPen(QPen{style::colour("border"), 0.7});
            painter.drawLine(QPointF{plot.left(), y}, QPointF{plot.right(), y});
            painter.setPen(style::colour("textMuted"));
            painter.drawText(QRectF{0, y - 8, labels + 1, 16}, Qt::AlignRight | Qt::AlignVCenter,
                             textOf(tick, m_chart.yUnit));
        }
        paintTicks(painter, xAxis, plot);
        if (!m_chart.xTitle.empty()) {
            painter.setPen(style::colour("textMuted"));
            painter.drawText(QRectF{plot.left(), plot.bottom() + kTickHeight, plot.width(), kAxisTitleHeight},
                             Qt::AlignRight | Qt::AlignVCenter, shown(m_chart.xTitle));
        }
        int next = 0;
        for (const Chart::Series& series : m_chart.series)
            paintSeries(painter, series, inkOf(series.tone, next), xAxis, yAxis, plot);
    }

    static void paintSeries(QPainter& painter, const Chart::Series& series, const QColor& ink,
                            const Axis& xAxis, const Axis& yAxis, const QRectF& plot)
    {
        QPolygonF line;
        for (const Chart::Point& point : series.points)
            line.append({plot.left() + xAxis.position(point.x) * plot.width(),
                         plot.bottom() - yAxis.position(point.y) * plot.height()});
        if (line.isEmpty())
            return;
        if (series.tone == Tone::Bad) {
            QColor fill = ink;
            fill.setAlphaF(0.25f);
            QPolygonF area = line;
            area.append({line.last().x(), plot.bottom()});
            area.append({line.first().x(), plot.bottom()});
            painter.setPen(Qt::NoPen);
            painter.setBrush(fill);
            painter.drawPolygon(area);
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen{ink, 1.6, series.tone == Tone::Quiet ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap,
                            Qt::RoundJoin});
        // A single bin is a level, not a curve.
        if (line.size() == 1)
            painter.drawLine(QPointF{plot.left(), line.first().y()}, QPointF{plot.right(), line.first().y()});
        else
            painter.drawPolyline(line);
    }

    void paintRows(QPainter& painter, double top) const
    {
        const QFont font = smallFont();
        double labels = 0, figures = 0, largest = 0, smallest = 1e300;
        for (const Chart::Line& line : m_chart.lines) {
            labels = std::max(labels, widthOf(font, shown(line.label)));
            figures = std::max(figures, widthOf(font, shown(line.figures)));
            double sum = 0;
            for (const Chart::Part& part : line.parts) {
                sum += part.value;
                smallest = std::min(smallest, part.value);
                if (m_chart.kind == Chart::Kind::Ranges)
                    largest = std::max(largest, part.value);
            }
            if (m_chart.kind == Chart::Kind::Bars)
                largest = std::max(largest, sum);
        }
        labels = std::min(labels, m_width * 0.32);
        figures = std::min(figures, m_width * 0.42);
        const QRectF plot{labels + kGap, top, std::max(40.0, m_width - labels - figures - 2 * kGap),
                          static_cast<double>(m_rows.count) * kBarRow};
        const bool ranges = m_chart.kind == Chart::Kind::Ranges;
        Axis axis;
        if (ranges) {
            axis = logarithmicAxis(std::max(smallest, kLeastTime), std::max(largest, kLeastTime));
            paintTicks(painter, axis, plot);
        } else {
            axis.high = std::max(largest, 1e-12);
        }
        // All rows have one axis, also where some are drawn elsewhere.
        double y = top;
        for (std::size_t at = m_rows.from; at < m_rows.from + m_rows.count; ++at) {
            const Chart::Line& line = m_chart.lines[at];
            painter.setFont(font);
            painter.setPen(style::colour("text"));
            painter.drawText(QRectF{0, y, labels + 1, kBarRow}, Qt::AlignLeft | Qt::AlignVCenter,
                             QFontMetricsF{font}.elidedText(shown(line.label), Qt::ElideRight, labels));
            painter.setPen(style::colour("textMuted"));
            painter.drawText(QRectF{m_width - figures - 1, y, figures + 1, kBarRow},
                             Qt::AlignRight | Qt::AlignVCenter,
                             QFontMetricsF{font}.elidedText(shown(line.figures), Qt::ElideRight, figures));
            const QRectF row{plot.left(), y + (kBarRow - kBar) / 2, plot.width(), kBar};
            if (ranges)
                paintRange(painter, line, axis, row);
            else
                paintBar(painter, line, axis, row);
            y += kBarRow;
        }
    }

    static void paintBar(QPainter& painter, const Chart::Line& line, const Axis& axis, const QRectF& row)
    {
        painter.setPen(Qt::NoPen);
        double from = 0;
        for (std::size_t at = 0; at < line.parts.size(); ++at) {
            const double to = from + line.parts[at].value;
            const double left = row.left() + axis.position(from) * row.width();
            // What is there at all is seen.
            const double width = std::max(line.parts[at].value > 0 ? 0.8 : 0.0,
                                          (axis.position(to) - axis.position(from)) * row.width());
            painter.setBrush(style::series(static_cast<int>(at)));
            painter.drawRect(QRectF{left, row.top(), width, row.height()});
            from = to;
        }
    }

    static void paintRange(QPainter& painter, const Chart::Line& line, const Axis& axis, const QRectF& row)
    {
        if (line.parts.empty())
            return;
        const double y = row.center().y();
        const auto at = [&](double value) { return row.left() + axis.position(value) * row.width(); };
        painter.setPen(QPen{style::colour("borderStrong"), 2});
        painter.drawLine(QPointF{at(line.parts.front().value), y}, QPointF{at(line.parts.back().value), y});
        for (std::size_t part = line.parts.size(); part-- > 0;) {
            painter.setPen(QPen{style::colour("surfaceRaised"), 1});
            painter.setBrush(style::series(static_cast<int>(part)));
            painter.drawEllipse(QPointF{at(line.parts[part].value), y}, 4.5, 4.5);
        }
    }

    const Chart& m_chart;
    double m_width;
    ChartRows m_rows;
};

Drawing drawingOf(const std::shared_ptr<const Chart>& chart, double width, ChartRows rows)
{
    Drawing drawing;
    drawing.size = {width, ChartPainter{*chart, width, rows}.height()};
    drawing.title = shown(chart->title);
    drawing.paint = [chart, width, rows](QPainter& painter) {
        ChartPainter{*chart, width, rows}.paint(painter);
    };
    return drawing;
}

}  // namespace

Drawing drawingOf(const Chart& chart, double width)
{
    return drawingOf(std::make_shared<const Chart>(chart), width, {0, chart.lines.size()});
}

std::vector<Drawing> drawingsOf(const Chart& chart, double width, double height)
{
    const std::size_t all = chart.lines.size();
    const double beside = ChartPainter{chart, width, {0, all}}.besideRows();
    const auto fit = static_cast<std::size_t>(std::max(1.0, std::floor((height - beside) / kBarRow)));
    if (chart.kind == Chart::Kind::Lines || all <= fit)
        return {drawingOf(chart, width)};
    const auto shared = std::make_shared<const Chart>(chart);
    // Pieces of like length: a last one of two rows would look forgotten.
    const std::size_t pieces = (all + fit - 1) / fit;
    std::vector<Drawing> drawings;
    for (std::size_t piece = 0, from = 0; piece < pieces; ++piece) {
        const std::size_t count = (all - from + pieces - piece - 1) / (pieces - piece);
        drawings.push_back(drawingOf(shared, width, {from, count}));
        from += count;
    }
    return drawings;
}

}  // namespace plimsoll
