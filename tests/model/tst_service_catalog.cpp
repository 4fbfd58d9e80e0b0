// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/service_catalog.h"
#include "tests/model/fixtures.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

class TestServiceCatalog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsServicesAndParametersById()
    {
        const ServiceCatalog catalog = smallCatalog();
        QVERIFY(catalog.find("lambda") != nullptr);
        QVERIFY(catalog.find("Lambda") == nullptr);
        QVERIFY(catalog.find("") == nullptr);
        QVERIFY(findParameter(*catalog.find("lambda"), "memoryMegabytes") != nullptr);
        QVERIFY(findParameter(*catalog.find("lambda"), "shards") == nullptr);
    }

    void suggestsTheNearestName_data()
    {
        QTest::addColumn<QString>("wrong");
        QTest::addColumn<QString>("nearest");
        QTest::newRow("exact") << "lambda"
                               << "lambda";
        QTest::newRow("one letter") << "lamda"
                                    << "lambda";
        QTest::newRow("case only") << "LAMBDA"
                                   << "lambda";
        QTest::newRow("three edits") << "dynmdbb"
                                     << "dynamodb";
        QTest::newRow("nothing near") << "quantum-teleporter"
                                      << "";
        QTest::newRow("short words need more likeness") << "xy"
                                                        << "";
        QTest::newRow("empty") << ""
                               << "";
        QTest::newRow("one edit in two letters") << "s4"
                                                 << "s3";
    }
    void suggestsTheNearestName()
    {
        QFETCH(QString, wrong);
        QFETCH(QString, nearest);
        QCOMPARE(q(smallCatalog().nearest(wrong.toStdString())), nearest);
    }

    void aVeryLongNameIsAnsweredAtOnce()
    {
        QCOMPARE(q(smallCatalog().nearest(std::string(50'000'000, 'x'))), QString());
    }

    void aComponentsValueComesBeforeTheDefault()
    {
        const ServiceCatalog catalog = smallCatalog();
        const ServiceSpec& lambda = *catalog.find("lambda");
        QCOMPARE(numberOf(lambda, {}, "memoryMegabytes"), 512.0);
        QCOMPARE(numberOf(lambda, {{"memoryMegabytes", std::int64_t{1024}}}, "memoryMegabytes"), 1024.0);
        QCOMPARE(q(textOf(lambda, {}, "runtime")), QString("python3.13"));
        QVERIFY(!flagOf(lambda, {}, "arm"));
        QVERIFY(flagOf(lambda, {{"arm", true}}, "arm"));
        const ServiceSpec& stream = *catalog.find("kinesis-data-streams");
        QVERIFY(!isAuto(stream, {}, "shards"));
        QVERIFY(isAuto(stream, {{"shards", Auto{}}}, "shards"));
        QCOMPARE(numberOf(stream, {{"shards", Auto{}}}, "shards"), 0.0);
    }
};

PLIMSOLL_TEST(TestServiceCatalog)
#include "tst_service_catalog.moc"
