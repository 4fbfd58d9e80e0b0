// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/canvas/canvas_scene.h"
#include "app/desktop/document/pages.h"
#include "app/desktop/look/svg_picture.h"
#include "app/desktop/render/picture_dialog.h"
#include "tests/app/desktop/panel_fixture.h"
#include "tests/app/desktop/pdf_text.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QXmlStreamReader>
#include <QtWidgets/QComboBox>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

struct SvgText {
    QString text, family;
    double size = 0;
};

/// The text elements of an SVG with the size that holds for them.
std::vector<SvgText> textsOf(const QByteArray& svg)
{
    std::vector<SvgText> texts;
    std::vector<std::pair<double, QString>> fonts{{0, {}}};
    QXmlStreamReader xml{svg};
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::StartElement) {
            auto font = fonts.back();
            if (xml.attributes().hasAttribute(QLatin1String{"font-size"}))
                font.first = xml.attributes().value(QLatin1String{"font-size"}).toDouble();
            if (xml.attributes().hasAttribute(QLatin1String{"font-family"}))
                font.second = xml.attributes().value(QLatin1String{"font-family"}).toString();
            if (xml.name() == QLatin1String{"text"})
                texts.push_back({xml.readElementText().trimmed(), font.second, font.first});
            else
                fonts.push_back(font);
        } else if (token == QXmlStreamReader::EndElement) {
            fonts.pop_back();
        }
    }
    return texts;
}

const SvgText* find(const std::vector<SvgText>& texts, const char* text)
{
    const auto found = std::find_if(texts.begin(), texts.end(),
                                    [&](const SvgText& each) { return each.text == QLatin1String{text}; });
    return found == texts.end() ? nullptr : &*found;
}

struct SceneFixture : PanelFixture {
    CanvasScene scene{document, session};
};

}  // namespace

class tst_RenderPicture : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void svgTextHasTheSizesOfTheScene()
    {
        SceneFixture fixture;
        const ThemeForPaper theme{ThemeChoice::Light};
        const std::vector<SvgText> texts = textsOf(svgOf(drawingOf(fixture.scene)));
        const SvgText* label = find(texts, "Orders");
        QVERIFY(label);
        // A card's label is 10 points; the scene's unit is a pixel of the screen.
        QVERIFY2(std::abs(label->size - 10.0 * pictureResolution() / 72) < 0.01,
                 qPrintable(QString::number(label->size)));
        QVERIFY2(label->family.contains(QLatin1String{"sans-serif"}), qPrintable(label->family));
        for (const SvgText& each : texts)
            QVERIFY2(each.size >= 7 * pictureResolution() / 72.0, qPrintable(each.text));
    }

    void pngHasThePixelsOfItsScale_data()
    {
        QTest::addColumn<int>("scale");
        for (int scale = 1; scale <= kLargestPictureScale; ++scale)
            QTest::addRow("%dx", scale) << scale;
    }
    void pngHasThePixelsOfItsScale()
    {
        QFETCH(int, scale);
        SceneFixture fixture;
        const Drawing drawing = drawingOf(fixture.scene);
        PictureOptions options;
        options.scale = scale;
        const QTemporaryDir folder;
        QVERIFY(writePicture(drawing, folder.filePath("a.png"), options));
        const QImage image{folder.filePath("a.png")};
        QCOMPARE(image.width(), qRound(drawing.size.width()) * scale);
        QCOMPARE(image.height(), qRound(drawing.size.height()) * scale);
    }

    void pdfIsAsLargeAsTheDrawingAndItsTextIsText()
    {
        SceneFixture fixture;
        const Drawing drawing = drawingOf(fixture.scene);
        const QTemporaryDir folder;
        QVERIFY(writePicture(drawing, folder.filePath("a.pdf"), {}));
        const std::vector<PdfPage> pages = pdfPages(folder.filePath("a.pdf"));
        QVERIFY2(!pages.empty(), "pdftotext (poppler-utils) is missing or could not read the PDF");
        QCOMPARE(pages.size(), std::size_t{1});
        const double points = 72.0 / pictureResolution();
        QVERIFY(std::abs(pages[0].size.width() - drawing.size.width() * points) < 2);
        QVERIFY(std::abs(pages[0].size.height() - drawing.size.height() * points) < 2);
        bool found = false;
        for (const PdfWord& word : pages[0].words) {
            QVERIFY2(QRectF(QPointF{}, pages[0].size).contains(word.box), qPrintable(word.text));
            if (word.text == QLatin1String{"Orders"}) {
                found = true;
                // 10 points and its leading: neither a speck nor a banner.
                QVERIFY2(word.box.height() > 8 && word.box.height() < 18,
                         qPrintable(QString::number(word.box.height())));
            }
        }
        QVERIFY(found);
    }

    void aSelectionShowsItselfAndWhatConnectsIt()
    {
        SceneFixture fixture;
        const Drawing whole = drawingOf(fixture.scene);
        const Drawing part =
            drawingOf(fixture.scene, {QStringLiteral("orders"), QStringLiteral("producers")});
        QVERIFY(part.size.width() < whole.size.width());
        const std::vector<SvgText> texts = textsOf(svgOf(part));
        QVERIFY(find(texts, "Orders"));
        QVERIFY(find(texts, "put"));
        QVERIFY(!find(texts, "Enrich"));
        QVERIFY(!find(texts, "poll"));
    }

    void theUsersSelectionIsNeitherShownNorLost()
    {
        SceneFixture fixture;
        fixture.scene.select({QStringLiteral("orders")});
        QSignalSpy changed{&fixture.scene, &CanvasScene::selectedIdsChanged};
        const QByteArray selected = svgOf(drawingOf(fixture.scene));
        QCOMPARE(fixture.scene.selectedIds(), QStringList{QStringLiteral("orders")});
        QCOMPARE(changed.size(), qsizetype{0});
        fixture.scene.select({});
        QVERIFY(svgOf(drawingOf(fixture.scene)) == selected);
    }

    void aDarkPictureLeavesTheWindowAlone()
    {
        SceneFixture fixture;
        Theme& theme = Theme::current();
        theme.setChoice(ThemeChoice::Light, Theme::Remember::No);
        const QColor before = theme.colour(QStringLiteral("canvas"));
        QSignalSpy changed{&theme, &Theme::changed};
        PictureOptions options;
        options.theme = ThemeChoice::Dark;
        const QImage dark = pictureOf(drawingOf(fixture.scene), options);
        options.theme = ThemeChoice::Light;
        const QImage light = pictureOf(drawingOf(fixture.scene), options);
        QVERIFY(dark.pixelColor(2, 2).lightness() < 80);
        QVERIFY(light.pixelColor(2, 2).lightness() > 200);
        options.transparent = true;
        QCOMPARE(pictureOf(drawingOf(fixture.scene), options).pixelColor(2, 2).alpha(), 0);
        QCOMPARE(changed.size(), qsizetype{0});
        QCOMPARE(theme.colour(QStringLiteral("canvas")), before);
        QVERIFY(!theme.isDark());
    }

    void iconsAreShapesWhereShapesAreKept()
    {
        SceneFixture fixture;
        QVERIFY(!svgOf(drawingOf(fixture.scene)).contains("<image"));
    }

    void refusesWhatItCannotWrite()
    {
        SceneFixture fixture;
        const QTemporaryDir folder;
        QVERIFY(!writePicture(drawingOf(fixture.scene), folder.filePath("a.bmp"), {}));
        QVERIFY(!writePicture(drawingOf(fixture.scene), folder.filePath("none/a.png"), {}));
        fixture.document.replace({}, {});
        const Status empty = writePicture(drawingOf(fixture.scene), folder.filePath("a.svg"), {});
        QVERIFY(!empty);
        QVERIFY(!QFile::exists(folder.filePath("a.svg")));
    }

    void namesTheFileAfterTheDesign()
    {
        PanelFixture fixture;
        QCOMPARE(suggestedFile(fixture.document, QStringLiteral("svg")), QStringLiteral("small.svg"));
        Design design = smallDesign();
        design.title = "  Orders: 3,000/s & more  ";
        fixture.document.replace(design, {});
        QCOMPARE(suggestedFile(fixture.document, QStringLiteral("pdf")),
                 QStringLiteral("orders-3-000-s-more.pdf"));
        fixture.document.replace(design, QStringLiteral("/designs/launch day.plimsoll"));
        QCOMPARE(suggestedFile(fixture.document, QStringLiteral("html")),
                 QStringLiteral("/designs/launch day.html"));
        fixture.document.replace({}, {});
        QCOMPARE(suggestedFile(fixture.document, QStringLiteral("png")), QStringLiteral("design.png"));
    }

    void eachPageIsAPageOfThePdfOrAFileOfItsOwn()
    {
        SceneFixture fixture;
        QVERIFY(!addPage(fixture.document).empty());
        moveToPage(fixture.document, {QStringLiteral("orders")}, "page-2");
        renamePage(fixture.document, "page-2", QStringLiteral("The stream"));
        fixture.document.setCurrentPage("page-1");
        const double zoomed = drawingOf(fixture.scene).size.width();
        const std::vector<Drawing> pages = drawingsOfPages(fixture.scene);
        QCOMPARE(pages.size(), std::size_t{2});
        // The reader stays where they are, and the picture of that page is what they see.
        QCOMPARE(fixture.document.currentPage(), Id{"page-1"});
        QCOMPARE(pages.front().size.width(), zoomed);

        const QTemporaryDir folder;
        const Result<QStringList> svg = writePictures(pages, folder.filePath("a.svg"), {});
        QVERIFY(svg);
        QCOMPARE(*svg, (QStringList{folder.filePath("a-page-1.svg"), folder.filePath("a-the-stream.svg")}));
        const auto textsIn = [](const QString& path) {
            QFile file{path};
            return file.open(QIODevice::ReadOnly) ? textsOf(file.readAll()) : std::vector<SvgText>{};
        };
        QVERIFY(!find(textsIn(svg->front()), "Orders"));
        QVERIFY(find(textsIn(svg->back()), "Orders"));

        QVERIFY(writePictures(pages, folder.filePath("a.pdf"), {}));
        const std::vector<PdfPage> printed = pdfPages(folder.filePath("a.pdf"));
        QVERIFY2(!printed.empty(), "pdftotext (poppler-utils) is missing or could not read the PDF");
        QCOMPARE(printed.size(), std::size_t{2});
        for (std::size_t at = 0; at < printed.size(); ++at) {
            const QSizeF wanted = pages[at].size * 72.0 / pictureResolution();
            QVERIFY(std::abs(printed[at].size.width() - wanted.width()) < 1);
            QVERIFY(std::abs(printed[at].size.height() - wanted.height()) < 1);
        }
        // A report has one picture: all pages below each other, under their names.
        const std::vector<SvgText> all = textsOf(svgOf(stacked(pages, QStringLiteral("Both"))));
        QVERIFY(find(all, "Orders"));
        QVERIFY(find(all, "The stream"));
    }

    void theDialogOffersAllPagesWhereThereAreSeveral()
    {
        SceneFixture fixture;
        QVERIFY(!addPage(fixture.document).empty());
        moveToPage(fixture.document, {QStringLiteral("orders")}, "page-2");
        PictureDialog dialog{fixture.scene};
        auto* part = dialog.findChild<QComboBox*>(QStringLiteral("part"));
        QVERIFY(part->isEnabled());
        QCOMPARE(dialog.drawings().size(), std::size_t{1});
        part->setCurrentIndex(1);
        QCOMPARE(dialog.drawings().size(), std::size_t{2});
    }

    void theDialogOffersTheSelectionOnlyWhereThereIsOne()
    {
        SceneFixture fixture;
        {
            PictureDialog dialog{fixture.scene};
            QVERIFY(!dialog.findChild<QComboBox*>(QStringLiteral("part"))->isEnabled());
            QCOMPARE(dialog.suffix(), QStringLiteral("png"));
            QCOMPARE(dialog.filter(), QStringLiteral("PNG (*.png)"));
        }
        fixture.scene.select({QStringLiteral("orders")});
        PictureDialog dialog{fixture.scene};
        auto* part = dialog.findChild<QComboBox*>(QStringLiteral("part"));
        QVERIFY(part->isEnabled());
        const double whole = dialog.drawings().front().size.width();
        part->setCurrentIndex(1);
        QVERIFY(dialog.drawings().front().size.width() < whole);
        auto* kind = dialog.findChild<QComboBox*>(QStringLiteral("kind"));
        kind->setCurrentIndex(kind->findData(QStringLiteral("pdf")));
        // Shapes have no pixels to choose.
        QVERIFY(!dialog.findChild<QComboBox*>(QStringLiteral("scale"))->isEnabled());
    }
};

PLIMSOLL_TEST(tst_RenderPicture)
#include "tst_render_picture.moc"
