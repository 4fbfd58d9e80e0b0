// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/render/report_export.h"

#include "app/report/run_documents.h"

#include <QtCore/QBuffer>
#include <QtCore/QMarginsF>
#include <QtCore/QSaveFile>
#include <QtGui/QPageLayout>
#include <QtGui/QPageSize>
#include <QtGui/QPdfWriter>
#include <QtGui/QTextDocument>

namespace plimsoll {

namespace {

constexpr int kPictureWidth = 680;  // fits A4 between its margins
constexpr int kPdfDpi = 300;

QString escaped(const std::string& text)
{
    return QString::fromStdString(text).toHtmlEscaped();
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

// Paper has one theme; these are the light theme's inks.
QString styleSheet()
{
    return QStringLiteral(
        "body { font-family: Inter, 'DejaVu Sans', sans-serif; font-size: 10pt; color: #14243A; }"
        "h1 { font-size: 17pt; } h2 { font-size: 12pt; margin-top: 16px; }"
        "table { border-collapse: collapse; }"
        "th { text-align: left; color: #4A586B; border-bottom: 1px solid #8C8370; padding: 3px 10px 3px 0; }"
        "td { border-bottom: 1px solid #D9D0BD; padding: 3px 10px 3px 0; vertical-align: top; }"
        ".right { text-align: right; }"
        ".good { color: #1A6B3C; } .bad { color: #A8261F; } .quiet { color: #4A586B; }"
        ".strong { font-weight: 600; }");
}

QString paragraphHtml(const Paragraph& paragraph)
{
    const QString mark =
        paragraph.mark.empty() ? QString{} : QStringLiteral("<b>%1</b> ").arg(escaped(paragraph.mark));
    return QStringLiteral("<p class=\"%1\">%2%3</p>\n")
        .arg(QLatin1String{classOf(paragraph.tone)}, mark, escaped(paragraph.text));
}

QString tableHtml(const Table& table)
{
    if (table.rows.empty())
        return {};
    const auto alignment = [&](std::size_t column) {
        return column < table.columns.size() && table.columns[column].align == Align::Right
                   ? QStringLiteral(" class=\"right\" align=\"right\"")
                   : QString{};
    };
    QString html = QStringLiteral("<table cellspacing=\"0\" cellpadding=\"3\">\n<tr>");
    for (std::size_t column = 0; column < table.columns.size(); ++column)
        html += QStringLiteral("<th%1>%2</th>").arg(alignment(column), escaped(table.columns[column].title));
    html += QStringLiteral("</tr>\n");
    for (const Row& row : table.rows) {
        html += QStringLiteral("<tr class=\"%1\">").arg(QLatin1String{classOf(row.tone)});
        for (std::size_t column = 0; column < row.cells.size(); ++column)
            html += QStringLiteral("<td%1><span class=\"%2\">%3</span></td>")
                        .arg(alignment(column), QLatin1String{classOf(row.tone)}, escaped(row.cells[column]));
        html += QStringLiteral("</tr>\n");
    }
    return html + QStringLiteral("</table>\n");
}

QString pictureHtml(const QImage& diagram)
{
    if (diagram.isNull())
        return {};
    QByteArray png;
    QBuffer buffer{&png};
    buffer.open(QIODevice::WriteOnly);
    diagram.save(&buffer, "PNG");
    return QStringLiteral("<p><img width=\"%1\" alt=\"The design\" src=\"data:image/png;base64,%2\"/></p>\n")
        .arg(std::min(kPictureWidth, diagram.width()))
        .arg(QString::fromLatin1(png.toBase64()));
}

Status cannotWrite(const QString& file, const QString& why)
{
    return Error{file.toStdString(), why.toStdString(), "choose another folder or name"};
}

}  // namespace

Document documentOf(const RunResult& result, const Design& design)
{
    Report report;
    report.title = design.title;
    const Scenario* scenario = findScenario(design, result.report.provenance.scenario);
    report.scenarioLabel =
        scenario && !scenario->label.empty() ? scenario->label : result.report.provenance.scenario;
    report.run = result.report;
    report.bill = result.bill;
    report.billProblem = result.billError.toStdString();
    report.verdict = result.verdict;
    report.findings = result.findings;
    return documentOf(report);
}

QString reportHtml(const Document& document, const QImage& diagram)
{
    QString html = QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\"><head><meta "
                                  "charset=\"utf-8\"><title>%1</title>\n<style>%2</style></head>\n<body>\n")
                       .arg(escaped(document.title), styleSheet());
    html += QStringLiteral("<h1>%1</h1>\n").arg(escaped(document.title));
    for (const std::string& subtitle : document.subtitles)
        html += QStringLiteral("<p class=\"quiet\">%1</p>\n").arg(escaped(subtitle));
    html += pictureHtml(diagram);
    for (const Section& section : document.sections) {
        if (!section.title.empty())
            html += QStringLiteral("<h2>%1</h2>\n").arg(escaped(section.title));
        for (const Paragraph& paragraph : section.before)
            html += paragraphHtml(paragraph);
        html += tableHtml(section.table);
        for (const Paragraph& paragraph : section.after)
            html += paragraphHtml(paragraph);
    }
    return html + QStringLiteral("</body></html>\n");
}

Status saveReport(const Document& document, const QString& file, const QImage& diagram)
{
    const QString html = reportHtml(document, diagram);
    QSaveFile out{file};
    if (!out.open(QIODevice::WriteOnly))
        return cannotWrite(file, out.errorString());
    if (file.endsWith(QLatin1String{".pdf"}, Qt::CaseInsensitive)) {
        QPdfWriter pdf{&out};
        pdf.setTitle(QString::fromStdString(document.title));
        pdf.setResolution(kPdfDpi);
        pdf.setPageLayout(QPageLayout{QPageSize{QPageSize::A4}, QPageLayout::Portrait,
                                      QMarginsF{15, 15, 15, 15}, QPageLayout::Millimeter});
        QTextDocument text;
        text.setHtml(html);
        text.print(&pdf);
    } else {
        out.write(html.toUtf8());
    }
    if (!out.commit())
        return cannotWrite(file, out.errorString());
    return Done{};
}

}  // namespace plimsoll
