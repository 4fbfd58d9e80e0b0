// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/design/design.h"
#include "tests/model/fixtures.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

class TestDesign : public QObject {
    Q_OBJECT
private slots:
    void findsItemsById()
    {
        const Design design = cleanDesign();
        QCOMPARE(q(findComponent(design, "orders")->service), QString("kinesis-data-streams"));
        QCOMPARE(q(findConnection(design, "c3")->to), QString("table"));
        QVERIFY(findComponent(design, "c3") == nullptr);
        QVERIFY(findConnection(design, "") == nullptr);
    }

    void anEmptyScenarioIdMeansTheFirst()
    {
        Design design = cleanDesign();
        QCOMPARE(q(findScenario(design, "")->id), QString("steady"));
        QVERIFY(findScenario(design, "launch") == nullptr);
        design.scenarios.clear();
        QVERIFY(findScenario(design, "") == nullptr);
    }

    void freeIdTakesTheSmallestNumber()
    {
        Design design;
        QCOMPARE(q(freeId(design, "lambda")), QString("lambda-1"));
        design.components = {component("lambda-1", "lambda"), component("lambda-3", "lambda")};
        QCOMPARE(q(freeId(design, "lambda")), QString("lambda-2"));
        // Ids are unique over all kinds of items.
        design.connections = {connection("lambda-2", "lambda-1", "lambda-3")};
        QCOMPARE(q(freeId(design, "lambda")), QString("lambda-4"));
    }

    void freeIdStaysValidForALongStem()
    {
        Design design;
        const std::string stem(64, 'a');
        const Id first = freeId(design, stem);
        QVERIFY(isValidId(first));
        design.components = {component(first, "lambda")};
        const Id second = freeId(design, stem);
        QVERIFY(isValidId(second));
        QVERIFY(first != second);
    }
};

PLIMSOLL_TEST(TestDesign)
#include "tst_design.moc"
