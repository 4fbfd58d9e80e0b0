// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/render/report_export.h"

#include "app/desktop/render/write_error.h"
#include "app/desktop/text/format.h"
#include "app/desktop/text/language.h"
#include "app/desktop/text/users_names.h"
#include "app/report/data_writers.h"
#include "app/report/run_sections.h"
#include "app/report/spreadsheet.h"

#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtCore/QSet>

#include <string_view>

namespace plimsoll {

namespace {

/// What has been put into the reader's words already; no eye sees it, and no file keeps it.
constexpr std::string_view kSaid = "\u2063";

void translate(std::string& text)
{
    if (text.find(kSaid) == std::string::npos) {
        text = coreText(text).toStdString();
        return;
    }
    for (std::size_t at = text.find(kSaid); at != std::string::npos; at = text.find(kSaid, at))
        text.erase(at, kSaid.size());
}

/// Verdict and findings are said one by one: a paragraph that joins them is a sentence of no catalogue.
Report inReadersWords(Report report)
{
    const auto said = [](const QString& text) { return std::string{kSaid} + text.toStdString(); };
    for (VerdictClause& each : report.verdict)
        each.text = said(coreText(each.text));
    for (Finding& each : report.findings) {
        each.text = Phrase::verbatim(said(coreText(each.text)));
        if (!each.remedy.empty())
            each.remedy = Phrase::verbatim(coreText(each.remedy).toStdString());
    }
    return report;
}

std::string parameterName(const ServiceSpec& spec, const std::string& id)
{
    const ParameterSpec* parameter = findParameter(spec, id);
    return parameter ? coreText(parameter->name).toStdString() : id;
}

/// Ids are for those who write designs and scripts.
Report withNames(Report report, const ServiceCatalog& catalog)
{
    std::vector<std::pair<std::string, std::string>>& sized = report.run.provenance.sizedParameters;
    for (ComponentReport& each : report.run.components) {
        const ServiceSpec* spec = catalog.find(each.service);
        if (!spec)
            continue;
        for (Sizing& sizing : each.sizing)
            sizing.parameter = parameterName(*spec, sizing.parameter);
        const std::string start = each.id + ".";
        for (auto& [parameter, value] : sized)
            if (parameter.rfind(start, 0) == 0)
                parameter = (each.label.empty() ? each.id : each.label) + ": "
                            + parameterName(*spec, parameter.substr(start.size()));
        each.service = coreText(spec->name).toStdString();
    }
    return report;
}

QSet<QString> namesIn(const Report& report)
{
    QSet<QString> names{QString::fromStdString(report.title), QString::fromStdString(report.scenarioLabel)};
    for (const ComponentReport& each : report.run.components)
        names.insert(QString::fromStdString(each.label.empty() ? each.id : each.label));
    for (const PathReport& each : report.run.paths)
        names.insert(QString::fromStdString(labelOf(report, each)));
    if (report.comparison)
        for (const ComparedSide& each : report.comparison->sides)
            names.insert(QString::fromStdString(each.name));
    return names;
}

void translate(std::vector<Paragraph>& paragraphs)
{
    for (Paragraph& each : paragraphs)
        translate(each.text);
}

/// A report is read by people where it is drawn: its words and figures as the window's. What the user has named stays.
Document inReadersLanguage(Document document, const QSet<QString>& names)
{
    const UsersNames theirs{names};
    const auto translateUnlessName = [&](std::string& text) {
        if (!names.contains(QString::fromStdString(text)))
            translate(text);
    };
    for (std::string& each : document.subtitles)
        translate(each);
    for (Section& section : document.sections) {
        translate(section.title);
        translate(section.before);
        translate(section.after);
        for (Column& column : section.table.columns)
            translateUnlessName(column.title);
        for (Row& row : section.table.rows)
            for (std::string& cell : row.cells)
                translateUnlessName(cell);
        for (Chart& chart : section.charts) {
            for (std::string* each : {&chart.title, &chart.xTitle, &chart.yTitle})
                translate(*each);
            for (Chart::Series& series : chart.series)
                translateUnlessName(series.name);
            for (Chart::Line& line : chart.lines) {
                translateUnlessName(line.label);
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
    report.ends = endsOf(design);
    const Scenario* scenario = findScenario(design, result.report.provenance.scenario);
    report.scenarioLabel =
        scenario && !scenario->label.empty() ? scenario->label : result.report.provenance.scenario;
    report.run = result.report;
    report.bill = result.bill;
    report.billProblem = result.billError.toStdString();
    report.verdict = result.verdict;
    report.findings = result.findings;
    if (result.compared && result.compared->alternatives)
        report.comparison = result.compared->comparison;
    return report;
}

Document drawnDocumentOf(const Report& report)
{
    Document document = documentOf(report);
    addCharts(document, report);
    return document;
}

Status saveReport(const Report& report, const QString& file, const Drawing& diagram,
                  const ServiceCatalog* catalog)
{
    const auto drawn = [&] {
        const Report named = catalog ? withNames(report, *catalog) : report;
        return inReadersLanguage(drawnDocumentOf(inReadersWords(named)), namesIn(named));
    };
    const QString suffix = QFileInfo{file}.suffix().toLower();
    QByteArray text;
    const bool paged = suffix == QLatin1String{"pdf"};
    if (suffix == QLatin1String{"html"} || suffix == QLatin1String{"htm"}) {
        text = reportHtml(drawn(), diagram, Language::current().code()).toUtf8();
    } else if (!paged) {
        const Result<std::string> plain = plainReport(report, suffix, file);
        if (!plain)
            return plain.error();
        text = QByteArray::fromStdString(*plain);
    }
    QSaveFile out{file};
    if (!out.open(QIODevice::WriteOnly))
        return cannotWrite(file, out.errorString());
    if (paged && !writeReportPdf(drawn(), out, diagram))
        return cannotWrite(file, out.errorString());
    out.write(text);
    return out.commit() ? Status{Done{}} : Status{cannotWrite(file, out.errorString())};
}

}  // namespace plimsoll
