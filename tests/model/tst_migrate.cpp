// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/serialization/migrations/migrate.h"
#include "tests/model/fixtures.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace plimsoll;
using nlohmann::json;
using plimsoll::tests::q;

namespace {

// An invented history: 1 -> 2 renames a member, 2 -> 3 changes its unit.
json renamed(json document)
{
    document["lengthSeconds"] = document["length"];
    document.erase("length");
    return document;
}

json inMillis(json document)
{
    document["lengthMillis"] = document["lengthSeconds"].get<int>() * 1000;
    document.erase("lengthSeconds");
    return document;
}

const std::vector<MigrationStep<json>> kSteps{{2, inMillis}, {1, renamed}};

}  // namespace

class TestMigrate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stepsFollowEachOther_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("both") << 1 << 3 << R"({"length":7,"version":1})"
                              << R"({"lengthMillis":7000,"version":3})";
        QTest::newRow("the first") << 1 << 2 << R"({"length":7,"version":1})"
                                   << R"({"lengthSeconds":7,"version":2})";
        QTest::newRow("the last") << 2 << 3 << R"({"lengthSeconds":7,"version":2})"
                                  << R"({"lengthMillis":7000,"version":3})";
        QTest::newRow("none") << 3 << 3 << R"({"version":3})"
                              << R"({"version":3})";
    }
    void stepsFollowEachOther()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(QString, before);
        const Result<json> result = migrate(json::parse(before.toStdString()), from, to, kSteps);
        QVERIFY(result);
        QTEST(q(result->dump()), "after");
    }

    void aMissingStepIsAnError()
    {
        const Result<json> gap = migrate(json::parse(R"({"lengthSeconds":1})"), 2, 4, kSteps);
        QVERIFY(!gap);
        QCOMPARE(q(gap.error().place), QString("/version"));
        QVERIFY(q(gap.error().what).contains("version 3"));
    }
};

PLIMSOLL_TEST(TestMigrate)
#include "tst_migrate.moc"
