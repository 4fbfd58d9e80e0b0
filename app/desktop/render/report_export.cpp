// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/render/report_export.h"

#include "app/desktop/text/format.h"
#include "app/desktop/text/language.h"
#include "app/report/data_writers.h"
#include "app/report/spreadsheet.h"

#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>

namespace plimsoll {

namespace {

Error cannotWrite(const QString& file, const QString& why)
{
    return {file.toStdString(), why.toStdString(), "choose another folder or name"};
}

void translate(std::string& text)
{
    text = coreText(text).toStdString();
}

void translate(std::vector<Paragraph>& paragraphs)
{
    for (Paragraph& each : paragraphs)
        translate(each.text);
}

/// A report is read by people where it is drawn: its words and figures as the window's. What the user has named stays.
Document inReadersLanguage(Document document)
{
    for (std::string& each : document.subtitles)
        translate(each);
    for (Section& section : document.sections) {
        translate(section.title);
        translate(section.before);
        translate(section.after);
        for (Column& column : section.table.columns)
            translate(column.title);
        for (Row& row : section.table.rows)
            for (std::string& cell : row.cells)
                translate(cell);
        for (Chart& chart : section.charts) {
            for (std::string* each : {&chart.title, &chart.xTitle, &chart.yTitle})
                translate(*each);
            for (Chart::Series& series : chart.series)
                translate(series.name);
            for (Chart::Line& line : chart.lines) {
                translate(line.figures);
                for (Chart::Part& part : line.parts)
                    translate(part.name);
            }
        }
    }
    return document;
}

/// The formats that need no drawing, as the command line writes them.
Result<std::string> plainReport(const Report& report, const QString& suffix, const QString& file)
{
    if (suffix == QLatin1String{"md"})
        return writeMarkdown(documentOf(report));
    if (suffix == QLatin1String{"csv"})
        return writeRunCsv(report);
    if (suffix == QLatin1String{"json"})
        return writeRunJson(report);
    if (suffix == QLatin1String{"xlsx"})
        return writeRunSpreadsheet(report);
    return Error{file.toStdString(), "is no kind of report this program writes",
                 "end the name in .html, .pdf, .md, .csv, .xlsx or .json"};
}

}  // namespace

Report reportOf(const RunResult& result, const Design& design)
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
    return report;
}

Document drawnDocumentOf(const Report& report)
{
    Document document = documentOf(report);
    addCharts(document, report);
    return document;
}

Status saveReport(const Report& report, const QString& file, const Drawing& diagram)
{
    const QString suffix = QFileInfo{file}.suffix().toLower();
    QByteArray text;
    const bool paged = suffix == QLatin1String{"pdf"};
    if (suffix == QLatin1String{"html"} || suffix == QLatin1String{"htm"}) {
        text = reportHtml(inReadersLanguage(drawnDocumentOf(report)), diagram, Language::current().code())
                   .toUtf8();
    } else if (!paged) {
        const Result<std::string> plain = plainReport(report, suffix, file);
        if (!plain)
            return plain.error();
        text = QByteArray::fromStdString(*plain);
    }
    QSaveFile out{file};
    if (!out.open(QIODevice::WriteOnly))
        return cannotWrite(file, out.errorString());
    if (paged && !writeReportPdf(inReadersLanguage(drawnDocumentOf(report)), out, diagram))
        return cannotWrite(file, out.errorString());
    out.write(text);
    return out.commit() ? Status{Done{}} : Status{cannotWrite(file, out.errorString())};
}

}  // namespace plimsoll
