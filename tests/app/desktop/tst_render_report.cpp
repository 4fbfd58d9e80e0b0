// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/look/theme.h"
#include "app/desktop/render/report_export.h"
#include "app/desktop/text/language.h"
#include "app/study/templates.h"
#include "model/serialization/design_file.h"
#include "tests/app/desktop/panel_fixture.h"
#include "tests/app/desktop/pdf_text.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtGui/QPainter>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// A drawing with one word in it.
Drawing wordDrawing()
{
    Drawing drawing;
    drawing.size = {400, 120};
    drawing.title = QStringLiteral("Sketch");
    drawing.paint = [](QPainter& painter) {
        painter.setFont(Theme::current().font(10));
        painter.setPen(Theme::current().colour(QStringLiteral("text")));
        painter.drawText(QPointF{20, 40}, QStringLiteral("Waterline"));
    };
    return drawing;
}

bool isNumber(const QString& word)
{
    static const QRegularExpression number{QStringLiteral("^[0-9][0-9,.]*%?$")};
    return number.match(word).hasMatch();
}

/// The numbers of all tables, as they shall be read.
QStringList numbersOf(const Document& document)
{
    QStringList numbers;
    for (const Section& section : document.sections)
        for (const Row& row : section.table.rows)
            for (const std::string& cell : row.cells)
                for (const QString& word : QString::fromStdString(cell).split(QLatin1Char{' '}))
                    if (isNumber(word))
                        numbers.append(word);
    return numbers;
}

}  // namespace

class tst_RenderReport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void htmlIsOneFileWithShapesAndText()
    {
        Design design = smallDesign();
        design.title = "A <b>bold</b> title & more";
        PanelFixture fixture{std::move(design)};
        QVERIFY(fixture.run());
        const QString html = reportHtml(
            drawnDocumentOf(reportOf(*fixture.session.result(), fixture.document.design())), wordDrawing());
        QVERIFY(html.contains("A &lt;b&gt;bold&lt;/b&gt; title &amp; more"));
        QVERIFY(!html.contains("<b>bold</b>"));
        QVERIFY(html.contains(">Waterline<"));
        QVERIFY(html.contains("Orders"));
        QVERIFY(html.contains("Cost by component"));
        QVERIFY(html.contains("prefers-color-scheme"));
        QVERIFY(!html.contains("<script"));
        QVERIFY(!html.contains("<img"));
        QVERIFY(!html.contains("--replications"));
        static const QRegularExpression external{
            QStringLiteral("(src=|href=\"[^#]|@import|<link|url\\([^#])")};
        const QRegularExpressionMatch found = external.match(html);
        QVERIFY2(!found.hasMatch(), qPrintable(html.mid(found.capturedStart(), 80)));
        static const QRegularExpression blocks{QStringLiteral("[\\x{2580}-\\x{259F}]")};
        QVERIFY(!html.contains(blocks));
    }

    void whatIsCopiedFromThePdfHasItsBracketsAndSigns()
    {
        Document document;
        document.title = "Signs";
        document.sections.push_back(
            {"Verdict", {{"Writes (335% at worst), 2 ± 0.1 (-3%)", Tone::Plain, ""}}, {}, {}});
        const QTemporaryDir folder;
        QFile file{folder.filePath("a.pdf")};
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(writeReportPdf(document, file));
        file.close();
        const std::vector<PdfPage> pages = pdfPages(file.fileName());
        QVERIFY2(!pages.empty(), "pdftotext (poppler-utils) is missing or could not read the PDF");
        QStringList words;
        for (const PdfWord& each : pages.front().words)
            words << each.text;
        for (const char* wanted : {"(335%", "worst),", "\u00b1", "(-3%)"})
            QVERIFY2(words.contains(QString::fromUtf8(wanted)), qPrintable(words.join(u' ')));
    }

    void speaksTheReadersLanguageAndKeepsTheNames()
    {
        Language::current().setChoice(QStringLiteral("de"), Language::Remember::No);
        Design design = smallDesign();
        for (Component& each : design.components)
            if (each.id == "orders")
                each.label = "Consumer";  // a word of the catalogues
        PanelFixture fixture{std::move(design)};
        QVERIFY(fixture.run());
        const QTemporaryDir folder;
        const QString path = folder.filePath("a.html");
        const bool saved(saveReport(reportOf(*fixture.session.result(), fixture.document.design()), path));
        Language::current().setChoice(QStringLiteral("en"), Language::Remember::No);
        delete &Language::current();
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedStates});
        QVERIFY(saved);
        QFile file{path};
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString html = QString::fromUtf8(file.readAll());
        QVERIFY(html.contains(QStringLiteral("lang=\"de\"")));
        QVERIFY(html.contains(QStringLiteral(">Consumer<")));
        // The heading of a column of consumers is; the name in it is not.
        static const QRegularExpression cell{QStringLiteral("<td[^>]*>Konsument<")};
        QVERIFY(!html.contains(cell));
        QVERIFY(html.contains(QStringLiteral("Komponenten")));
        QVERIFY(!html.contains(QStringLiteral("records lost")));
        // What says that a sentence is the reader's already is not left in it.
        QVERIFY(!html.contains(QChar{0x2063}));
    }

    void speaksNoWordsOfTheCommandLine()
    {
        PanelFixture fixture;
        QVERIFY(fixture.run());
        const Document document =
            drawnDocumentOf(reportOf(*fixture.session.result(), fixture.document.design()));
        static const QRegularExpression option{QStringLiteral("--[a-z]")};
        const auto isPlain = [&](const std::string& text) {
            return !QString::fromStdString(text).contains(option);
        };
        int texts = 0;
        for (const Section& section : document.sections) {
            for (const auto* paragraphs : {&section.before, &section.after})
                for (const Paragraph& each : *paragraphs)
                    QVERIFY2(isPlain(each.text), each.text.c_str());
            for (const Row& row : section.table.rows)
                for (const std::string& cell : row.cells) {
                    QVERIFY2(isPlain(cell), cell.c_str());
                    ++texts;
                }
        }
        QVERIFY(texts > 50);
    }

    void aPageOfHtmlHasEveryIdOnce()
    {
        PanelFixture fixture;
        QVERIFY(fixture.run());
        const QString html = reportHtml(
            drawnDocumentOf(reportOf(*fixture.session.result(), fixture.document.design())), wordDrawing());
        QSet<QString> ids;
        static const QRegularExpression id{QStringLiteral(" id=\"([^\"]+)\"")};
        for (auto all = id.globalMatch(html); all.hasNext();) {
            const QString each = all.next().captured(1);
            QVERIFY2(!ids.contains(each), qPrintable(each));
            ids.insert(each);
        }
    }

    void alternativesAreComparedAndCalledByTheirNames()
    {
        Design design;
        for (const DesignTemplate& each : designTemplates())
            if (each.id == "reference-comparison")
                design = parseDesign(each.text, panelLibrary().catalog())->design;
        design.scenarios.front().durationSeconds = 20;
        PanelFixture fixture{std::move(design)};
        QVERIFY(fixture.run());
        QTRY_VERIFY_WITH_TIMEOUT(
            fixture.session.result()->compared && fixture.session.result()->compared->simulated, 60'000);
        const Report report = reportOf(*fixture.session.result(), fixture.document.design());
        const Document document = documentOf(report);
        const auto section = std::find_if(document.sections.begin(), document.sections.end(),
                                          [](const Section& each) { return each.title == "Comparison"; });
        QVERIFY(section != document.sections.end());
        // What is said first of the design, and no sum of what is never built together: 1,340 and 2,468.
        QVERIFY(section <= document.sections.begin() + 1);
        const std::vector<std::string>& total = (section->table.rows.end() - 2)->cells;
        QCOMPARE(QString::fromStdString(total.at(0)), QStringLiteral("Total"));
        QVERIFY(total.at(1).rfind("1,3", 0) == 0 && total.at(2).rfind("2,4", 0) == 0);
        const QTemporaryDir folder;
        const QString path = folder.filePath("run.html");
        QVERIFY(saveReport(report, path, {}, &fixture.document.catalog()));
        QFile file{path};
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString html = QString::fromUtf8(file.readAll());
        QVERIFY(html.contains(QStringLiteral("Kinesis Data Streams")));
        QVERIFY(!html.contains(QStringLiteral("kinesis-data-streams")));
    }

    void pdfHoldsWholeNumbersWithinItsPages()
    {
        PanelFixture fixture;
        QVERIFY(fixture.run());
        const Report report = reportOf(*fixture.session.result(), fixture.document.design());
        const QTemporaryDir folder;
        const QString file = folder.filePath("run.pdf");
        QVERIFY(saveReport(report, file, wordDrawing()));
        const std::vector<PdfPage> pages = pdfPages(file);
        QVERIFY2(!pages.empty(), "pdftotext (poppler-utils) is missing or could not read the PDF");
        QSet<QString> words;
        for (std::size_t at = 0; at < pages.size(); ++at) {
            QStringList ofPage;
            for (const PdfWord& word : pages[at].words) {
                ofPage.append(word.text);
                const QRectF page{QPointF{}, pages[at].size};
                QVERIFY2(page.contains(word.box), qPrintable(word.text));
            }
            words.unite(QSet<QString>{ofPage.begin(), ofPage.end()});
            const QString footer = QStringLiteral("Page %1 of %2").arg(at + 1).arg(pages.size());
            QVERIFY2(ofPage.join(QLatin1Char{' '}).contains(footer), qPrintable(footer));
        }
        const QStringList numbers = numbersOf(documentOf(report));
        QVERIFY(numbers.size() > 20);
        for (const QString& number : numbers)
            QVERIFY2(words.contains(number), qPrintable(number));
        for (const char* title : {"Verdict", "Components", "Latency", "Bill", "Waterline"})
            QVERIFY2(words.contains(QLatin1String{title}), title);
    }

    void aTableTooWideForThePageIsContinuedBelow()
    {
        Document document;
        document.title = "Wide";
        Section section{"Columns", {}, {}, {}};
        Row row{{}, Tone::Plain};
        for (int column = 0; column < 30; ++column) {
            section.table.columns.push_back({"Column-" + std::to_string(column), Align::Right});
            row.cells.push_back(std::to_string(1'000'000 + column));
        }
        section.table.rows = {row};
        document.sections = {section};
        const QTemporaryDir folder;
        QFile file{folder.filePath("wide.pdf")};
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(writeReportPdf(document, file));
        file.close();
        const std::vector<PdfPage> pages = pdfPages(file.fileName());
        QVERIFY2(!pages.empty(), "pdftotext (poppler-utils) is missing or could not read the PDF");
        QStringList words;
        for (const PdfPage& page : pages)
            for (const PdfWord& word : page.words) {
                QVERIFY2(word.box.right() <= page.size.width(), qPrintable(word.text));
                words.append(word.text);
            }
        for (int column = 0; column < 30; ++column)
            QVERIFY(words.contains(QString::number(1'000'000 + column)));
        // The first column stands in front of every part.
        QVERIFY(words.count(QStringLiteral("1000000")) > 1);
    }

    void answersOfOneSourceAreToldApart()
    {
        Design design = smallDesign();
        design.components.push_back({"returns", "sqs", "Returns", {264, 120}, {}, {}, {}});
        design.connections.push_back({"c3", "producers", "returns", {}, {}});
        PanelFixture fixture{std::move(design)};
        QVERIFY(fixture.run());
        const Document document =
            drawnDocumentOf(reportOf(*fixture.session.result(), fixture.document.design()));
        QStringList where;
        for (const Section& section : document.sections)
            if (section.title == "Latency") {
                for (const Row& row : section.table.rows)
                    if (row.cells.at(1) == "response")
                        where << QString::fromStdString(row.cells.front());
                for (const Chart::Line& line : section.charts.front().lines)
                    where << QString::fromStdString(line.label);
            }
        for (const char* wanted : {"Producers -> Orders", "Producers -> Returns"}) {
            QVERIFY2(where.contains(QLatin1String{wanted}), qPrintable(where.join(u'|')));
            QVERIFY2(where.contains(QLatin1String{wanted} + QStringLiteral(", response")),
                     qPrintable(where.join(u'|')));
        }
    }

    void aChartOfManyRowsGoesOnOverleaf()
    {
        constexpr int kRows = 100;  // of 22 units each: more than twice a page of 987
        Chart chart;
        chart.title = "Percentiles";
        chart.kind = Chart::Kind::Ranges;
        chart.xUnit = Chart::Unit::Millis;
        chart.xScale = Chart::Scale::Logarithmic;
        for (int row = 0; row < kRows; ++row)
            chart.lines.push_back({"Row-" + std::to_string(row), "", {{"p50", 1.0 + row}}, Tone::Plain});
        Document document;
        document.title = "Tall";
        document.sections.push_back({"Latency", {}, {}, {}, {chart}});
        const QTemporaryDir folder;
        QFile file{folder.filePath("tall.pdf")};
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(writeReportPdf(document, file));
        file.close();
        const std::vector<PdfPage> pages = pdfPages(file.fileName());
        QCOMPARE(pages.size(), std::size_t{3});  // of 33 or 34 rows each, the first below the title
        QSet<QString> rows;
        int legends = 0;
        for (const PdfPage& page : pages) {
            double footer = 0;
            for (const PdfWord& word : page.words)
                if (word.text == QLatin1String{"of"})
                    footer = word.box.top();
            for (const PdfWord& word : page.words) {
                legends += word.text == QLatin1String{"p50"};
                if (!word.text.startsWith(QLatin1String{"Row-"}))
                    continue;
                QVERIFY2(word.box.bottom() < footer, qPrintable(word.text));
                rows.insert(word.text);
            }
        }
        QCOMPARE(rows.size(), kRows);
        QCOMPARE(legends, 3);
    }

    void aTallDrawingIsSpreadOverPages()
    {
        // Four pages of 180 by 267 mm: at the width of a turned page a strip is 0.67 of 2,000 units high.
        constexpr int kMarks = 26;
        Drawing drawing;
        drawing.size = {1500, 5200};
        drawing.paint = [](QPainter& painter) {
            painter.setFont(Theme::current().font(10));
            painter.setPen(Theme::current().colour(QStringLiteral("text")));
            for (int mark = 0; mark < kMarks; ++mark)
                painter.drawText(QPointF{1200, 150.0 + 200 * mark}, QStringLiteral("Mark-%1").arg(mark));
        };
        Document document;
        document.title = "Tall";
        document.sections.push_back({"Verdict", {{"Fine.", Tone::Plain, ""}}, {}, {}});
        const QTemporaryDir folder;
        QFile file{folder.filePath("tall.pdf")};
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(writeReportPdf(document, file, drawing));
        file.close();
        const std::vector<PdfPage> pages = pdfPages(file.fileName());
        QVERIFY2(pages.size() > 2, "the large drawing has pages of its own");
        QSet<QString> readable;
        for (const PdfPage& page : pages)
            for (const PdfWord& word : page.words)
                // Of letters of 10 points at half their size.
                if (word.text.startsWith(QLatin1String{"Mark-"}) && word.box.height() > 5) {
                    QVERIFY2(word.box.right() <= page.size.width(), qPrintable(word.text));
                    readable.insert(word.text);
                }
        QCOMPARE(readable.size(), kMarks);
    }

    void savesEveryFormat_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("html") << "run.html" << QByteArray{"<!DOCTYPE html>"};
        QTest::newRow("pdf") << "run.PDF" << QByteArray{"%PDF-"};
        QTest::newRow("md") << "run.md" << QByteArray{"# Small"};
        QTest::newRow("csv") << "run.csv" << QByteArray{"section,"};
        QTest::newRow("json") << "run.json" << QByteArray{"{"};
        QTest::newRow("xlsx") << "run.xlsx" << QByteArray{"PK"};
    }
    void savesEveryFormat()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, start);
        PanelFixture fixture;
        QVERIFY(fixture.run());
        const Report report = reportOf(*fixture.session.result(), fixture.document.design());
        const QTemporaryDir folder;
        QVERIFY(saveReport(report, folder.filePath(name)));
        QFile file{folder.filePath(name)};
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.read(start.size()), start);
    }

    void saysWhyItCannotWrite()
    {
        PanelFixture fixture;
        QVERIFY(fixture.run());
        const Report report = reportOf(*fixture.session.result(), fixture.document.design());
        const QTemporaryDir folder;
        const Status folderless = saveReport(report, folder.filePath("no/such/folder/run.html"));
        QVERIFY(!folderless);
        QVERIFY(!folderless.error().what.empty());
        const Status unknown = saveReport(report, folder.filePath("run.docx"));
        QVERIFY(!unknown);
        QVERIFY(unknown.error().remedy.find(".pdf") != std::string::npos);
        QVERIFY(!QFile::exists(folder.filePath("run.docx")));
    }
};

PLIMSOLL_TEST(tst_RenderReport)
#include "tst_render_report.moc"
