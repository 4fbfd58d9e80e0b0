// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/canvas/canvas_view.h"
#include "app/desktop/palette/palette_panel.h"
#include "simulator/services/builtin_services.h"

#include <QtCore/QMimeData>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QLineEdit>

using namespace plimsoll;

class tst_Palette : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void opensOnTheFirstServicesThenListsAll()
    {
        PaletteModel model{m_library.catalog()};
        QCOMPARE(model.index(0).data(PaletteModel::ServiceRole).toString(), QStringLiteral("traffic-source"));
        QSet<QString> below;
        bool heading = false;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row);
            heading = heading || index.data(PaletteModel::HeadingRole).toBool();
            if (heading && !index.data(PaletteModel::HeadingRole).toBool())
                below.insert(index.data(PaletteModel::ServiceRole).toString());
        }
        QCOMPARE(below.size(), static_cast<qsizetype>(m_library.catalog().all().size()));
    }

    void searchFindsByNameShortNameIdAndCategory_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("found");
        QTest::newRow("name") << QStringLiteral("data streams") << QStringLiteral("kinesis-data-streams");
        QTest::newRow("short name") << QStringLiteral("fireho") << QStringLiteral("data-firehose");
        QTest::newRow("id") << QStringLiteral("dynamodb") << QStringLiteral("dynamodb");
        QTest::newRow("case") << QStringLiteral("LAMBDA") << QStringLiteral("lambda");
        QTest::newRow("category") << QStringLiteral("storage") << QStringLiteral("s3");
    }

    void searchFindsByNameShortNameIdAndCategory()
    {
        QFETCH(QString, typed);
        QFETCH(QString, found);
        PaletteModel model{m_library.catalog()};
        model.setFilter(typed);
        QStringList ids;
        for (int row = 0; row < model.rowCount(); ++row)
            ids.append(model.index(row).data(PaletteModel::ServiceRole).toString());
        QVERIFY2(ids.contains(found), qPrintable(ids.join(u' ')));
        QCOMPARE(ids.removeDuplicates(), qsizetype{0});
    }

    void enterInTheSearchAddsTheBestMatch()
    {
        PalettePanel panel{m_library.catalog()};
        panel.show();
        QSignalSpy chosen{&panel, &PalettePanel::serviceChosen};
        auto* search = panel.findChild<QLineEdit*>(QStringLiteral("paletteSearch"));
        QTest::keyClicks(search, QStringLiteral("lamb"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front().front().toString(), QStringLiteral("lambda"));
    }

    void aDoubleClickAdds()
    {
        PalettePanel panel{m_library.catalog()};
        panel.resize(260, 600);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QSignalSpy chosen{&panel, &PalettePanel::serviceChosen};
        QListView& list = panel.list();
        const QPoint first = list.visualRect(list.model()->index(0, 0)).center();
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, first);
        QTest::mouseDClick(list.viewport(), Qt::LeftButton, {}, first);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front().front().toString(), QStringLiteral("traffic-source"));
    }

    void aDragCarriesTheServiceId()
    {
        PaletteModel model{m_library.catalog()};
        const std::unique_ptr<QMimeData> mime{model.mimeData({model.index(0)})};
        QCOMPARE(mime->data(QLatin1String{kServiceMime}), QByteArray{"traffic-source"});
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row);
            if (index.data(PaletteModel::HeadingRole).toBool())
                QVERIFY(!(index.flags() & Qt::ItemIsDragEnabled));
        }
    }

private:
    const ServiceLibrary m_library = builtinServices();
};

PLIMSOLL_TEST(tst_Palette)
#include "tst_palette.moc"
