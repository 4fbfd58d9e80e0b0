// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/design/design.h"
#include "tests/model/fixtures.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

class TestDesign : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itemsAreFoundInAnyOrder()
    {
        // Kept sorted by the program; a design that is being put together may not be.
        Design design;
        for (const char* id : {"m", "c", "x", "a", "k"})
            design.components.push_back(component(id, "lambda"));
        for (const char* id : {"m", "c", "x", "a", "k"}) {
            QVERIFY(findComponent(design, id) != nullptr);
            QCOMPARE(findComponent(design, id)->id, std::string{id});
        }
        QVERIFY(findComponent(design, "b") == nullptr);
        std::sort(design.components.begin(), design.components.end(),
                  [](const Component& a, const Component& b) { return a.id < b.id; });
        for (const char* id : {"m", "c", "x", "a", "k"})
            QCOMPARE(findComponent(design, id)->id, std::string{id});
        QVERIFY(findComponent(design, "") == nullptr);
        QVERIFY(findComponent(design, "z") == nullptr);
    }
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
