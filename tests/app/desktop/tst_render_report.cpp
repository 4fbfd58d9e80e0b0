// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/render/report_export.h"
#include "tests/app/desktop/panel_fixture.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

using namespace plimsoll;
using namespace plimsoll::tests;

class tst_RenderReport : public QObject {
    Q_OBJECT
private slots:
    void htmlHoldsTheRunInOneFile()
    {
        Design design = smallDesign();
        design.title = "A <b>bold</b> title & more";
        PanelFixture fixture{std::move(design)};
        QVERIFY(fixture.run());
        QImage picture{40, 20, QImage::Format_RGB32};
        picture.fill(Qt::white);
        const QString html =
            reportHtml(documentOf(*fixture.session.result(), fixture.document.design()), picture);
        QVERIFY(html.contains("A &lt;b&gt;bold&lt;/b&gt; title &amp; more"));
        QVERIFY(!html.contains("<b>bold</b>"));
        QVERIFY(html.contains("data:image/png;base64,"));
        QVERIFY(!html.contains("<script"));
        QVERIFY(html.contains("Orders"));
    }

    void savesHtmlAndPdf()
    {
        PanelFixture fixture;
        QVERIFY(fixture.run());
        const Document document = documentOf(*fixture.session.result(), fixture.document.design());
        const QTemporaryDir folder;
        QVERIFY(saveReport(document, folder.filePath("run.html")));
        QVERIFY(saveReport(document, folder.filePath("run.pdf")));
        QFile pdf{folder.filePath("run.pdf")};
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.read(5) == "%PDF-");
        QVERIFY(pdf.size() > 2000);
        const Status refused = saveReport(document, folder.filePath("no/such/folder/run.html"));
        QVERIFY(!refused);
        QVERIFY(!refused.error().what.empty());
    }
};

PLIMSOLL_TEST(tst_RenderReport)
#include "tst_render_report.moc"
