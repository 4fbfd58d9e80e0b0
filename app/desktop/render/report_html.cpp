// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/look/theme.h"
#include "app/desktop/render/report_export.h"

#include <algorithm>
#include <utility>

namespace plimsoll {

namespace {

constexpr double kChartWidth = 1000;

/// "+-" is how terminals write it.
QString escaped(const std::string& text)
{
    return QString::fromStdString(text)
        .replace(QLatin1String{"+-"}, QStringLiteral("±"))
        .replace(QLatin1String{" -> "}, QStringLiteral(" → "))
        .toHtmlEscaped();
}

const char* classOf(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return "plain";
    case Tone::Good:
        return "good";
    case Tone::Bad:
        return "bad";
    case Tone::Quiet:
        return "quiet";
    case Tone::Strong:
        return "strong";
    }
    return "plain";
}

QString variables(ThemeChoice choice)
{
    const ThemeForPaper theme{choice};
    QString text;
    for (const char* key : {"window", "surfaceRaised", "surfaceSunken", "border", "borderStrong", "text",
                            "textMuted", "ok", "danger", "info"})
        text += QStringLiteral("--%1:%2;")
                    .arg(QLatin1String{key}, Theme::current().colour(QLatin1String{key}).name());
    return text;
}

QString styleSheet()
{
    return QStringLiteral(":root{color-scheme:light dark;%1}\n"
                          "@media screen and (prefers-color-scheme:dark){:root{%2}}\n")
               .arg(variables(ThemeChoice::Light), variables(ThemeChoice::Dark))
           + QStringLiteral(
               "*{box-sizing:border-box}\n"
               "body{margin:0;background:var(--window);color:var(--text);"
               "font:15px/1.5 Inter,'DejaVu Sans','Helvetica Neue',Arial,sans-serif}\n"
               "main{max-width:68rem;margin:0 auto;padding:2rem 1.5rem 4rem}\n"
               "h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem}\n"
               "h2{font-size:1.15rem;margin:2.25rem 0 .5rem}\n"
               "p{margin:.35rem 0;max-width:52rem;overflow-wrap:break-word}\n"
               "ul{margin:.35rem 0;padding:0;list-style:none;max-width:52rem}\n"
               "li{margin:.35rem 0;padding-left:1.4rem;position:relative}\n"
               "li b{position:absolute;left:.2rem}\n"
               "figure{margin:.75rem 0 1.25rem;padding:1rem;background:var(--surfaceRaised);"
               "border:1px solid var(--border);border-radius:8px;overflow-x:auto}\n"
               "figure svg{display:block;width:100%;height:auto;max-width:max-content;min-width:36rem}\n"
               "svg.dark{display:none!important}\n"
               "@media screen and (prefers-color-scheme:dark){svg.dark{display:block!important}"
               "svg.light{display:none!important}}\n"
               ".table{overflow-x:auto;background:var(--surfaceRaised);border:1px solid var(--border);"
               "border-radius:8px;margin:.5rem 0;width:fit-content;max-width:100%}\n"
               "table{border-collapse:collapse;font-size:.87rem;font-variant-numeric:tabular-nums}\n"
               "th{color:var(--textMuted);font-weight:500;text-align:left;white-space:nowrap;"
               "border-bottom:1px solid var(--borderStrong)}\n"
               "th,td{padding:.4rem .8rem;vertical-align:top}\n"
               "tr+tr td{border-top:1px solid var(--border)}\n"
               "td{white-space:nowrap}\n"
               "td.long{min-width:16rem;white-space:normal}\n"
               ".within{display:block;color:var(--textMuted)}\n"
               ".right{text-align:right;white-space:nowrap}\n"
               ".good{color:var(--ok)}.bad{color:var(--danger)}.quiet{color:var(--textMuted)}"
               ".strong{font-weight:600}\n"
               ".bar{position:relative;width:7rem;height:.6rem;margin-top:.4rem;border-radius:3px;overflow:"
               "hidden;"
               "background:var(--surfaceSunken)}\n"
               ".bar i{position:absolute;top:0;bottom:0;background:var(--info);min-width:2px}\n"
               "tr.bad .bar i{background:var(--danger)}\n"
               "footer{margin-top:3rem;color:var(--textMuted);font-size:.85rem}\n"
               "@media print{main{max-width:none;padding:0}figure,.table{break-inside:avoid}}\n");
}

QString paragraphsHtml(const std::vector<Paragraph>& paragraphs)
{
    QString html;
    bool list = false;
    for (const Paragraph& each : paragraphs) {
        const bool marked = !each.mark.empty();
        if (marked != list)
            html += marked ? QStringLiteral("<ul>\n") : QStringLiteral("</ul>\n");
        list = marked;
        html +=
            marked ? QStringLiteral("<li class=\"%1\"><b>%2</b>%3</li>\n")
                         .arg(QLatin1String{classOf(each.tone)},
                              QString::fromStdString(each.mark).trimmed().toHtmlEscaped(), escaped(each.text))
                   : QStringLiteral("<p class=\"%1\">%2</p>\n")
                         .arg(QLatin1String{classOf(each.tone)}, escaped(each.text));
    }
    return list ? html + QStringLiteral("</ul>\n") : html;
}

QString barHtml(const BarSpan& bar)
{
    const double from = std::clamp(bar.from, 0.0, 1.0) * 100;
    const double to = std::clamp(bar.to, 0.0, 1.0) * 100;
    return QStringLiteral("<div class=\"bar\"><i style=\"left:%1%;width:%2%\"></i></div>")
        .arg(from, 0, 'f', 1)
        .arg(to - from, 0, 'f', 1);
}

/// A figure with what it is within below, which keeps tables of many figures narrow.
QString figureCell(const std::string& text)
{
    QString html = escaped(text);
    const qsizetype within = html.indexOf(QStringLiteral(" ± "));
    return within < 0 ? html
                      : QStringLiteral("%1 <span class=\"within\">%2</span>")
                            .arg(html.left(within), html.mid(within + 1));
}

QString tableHtml(const Table& table)
{
    constexpr std::size_t kLong = 40;  // letters from which a cell wraps
    if (table.rows.empty())
        return {};
    const auto cellClass = [&](std::size_t column, std::size_t letters) {
        const bool right = column < table.columns.size() && table.columns[column].align == Align::Right;
        return right              ? QStringLiteral(" class=\"right\"")
               : letters >= kLong ? QStringLiteral(" class=\"long\"")
                                  : QString{};
    };
    QString html = QStringLiteral("<div class=\"table\"><table>\n<thead><tr>");
    for (std::size_t column = 0; column < table.columns.size(); ++column)
        html +=
            QStringLiteral("<th%1>%2</th>").arg(cellClass(column, 0), escaped(table.columns[column].title));
    html += QStringLiteral("</tr></thead>\n<tbody>\n");
    for (const Row& row : table.rows) {
        html += QStringLiteral("<tr class=\"%1\">").arg(QLatin1String{classOf(row.tone)});
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            const bool right = column < table.columns.size() && table.columns[column].align == Align::Right;
            const bool bar = column < table.columns.size() && table.columns[column].isBar && row.bar;
            html +=
                QStringLiteral("<td%1>%2</td>")
                    .arg(cellClass(column, row.cells[column].size()), bar     ? barHtml(*row.bar)
                                                                      : right ? figureCell(row.cells[column])
                                                                              : escaped(row.cells[column]));
        }
        html += QStringLiteral("</tr>\n");
    }
    return html + QStringLiteral("</tbody></table></div>\n");
}

/// The svg element alone, for a page of HTML; ids get a prefix, since a page has one space for all.
QString inlineSvg(const Drawing& drawing, ThemeChoice choice, const QString& prefix)
{
    const ThemeForPaper theme{choice};
    QString svg = QString::fromUtf8(svgOf(drawing));
    const qsizetype start = svg.indexOf(QLatin1String{"<svg"});
    if (start < 0)
        return {};
    svg.remove(0, start);
    svg.remove(QStringLiteral("<desc>Generated with Qt</desc>"));
    for (const char* before : {"id=\"", "url(#", "href=\"#"})
        svg.replace(QLatin1String{before}, QLatin1String{before} + prefix);
    svg.insert(4, QStringLiteral(" class=\"%1\" role=\"img\" aria-label=\"%2\"")
                      .arg(choice == ThemeChoice::Dark ? QStringLiteral("dark") : QStringLiteral("light"),
                           drawing.title.toHtmlEscaped()));
    return svg;
}

QString figureHtml(const Drawing& drawing, int number)
{
    if (drawing.isEmpty())
        return {};
    return QStringLiteral("<figure>\n%1%2</figure>\n")
        .arg(inlineSvg(drawing, ThemeChoice::Light, QStringLiteral("l%1-").arg(number)),
             inlineSvg(drawing, ThemeChoice::Dark, QStringLiteral("d%1-").arg(number)));
}

}  // namespace

QString reportHtml(const Document& document, const Drawing& diagram, const QString& language)
{
    const QString title = escaped(document.title);
    QString html =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"%3\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                       "<title>%1</title>\n<style>\n%2</style>\n</head>\n<body>\n<main>\n<h1>%1</h1>\n")
            .arg(title, styleSheet(), language);
    for (const std::string& subtitle : document.subtitles)
        html += QStringLiteral("<p class=\"quiet\">%1</p>\n").arg(escaped(subtitle));
    int figures = 0;
    bool drawn = false;
    for (const Section& section : document.sections) {
        html += QStringLiteral("<section>\n");
        if (!section.title.empty())
            html += QStringLiteral("<h2>%1</h2>\n").arg(escaped(section.title));
        html += paragraphsHtml(section.before);
        // The drawing stands with the verdict, which is the first to be read.
        if (!std::exchange(drawn, true))
            html += figureHtml(diagram, ++figures);
        for (const Chart& chart : section.charts)
            html += figureHtml(drawingOf(chart, kChartWidth), ++figures);
        html += tableHtml(section.table);
        html += paragraphsHtml(section.after);
        html += QStringLiteral("</section>\n");
    }
    return html + QStringLiteral("</main>\n</body>\n</html>\n");
}

}  // namespace plimsoll
