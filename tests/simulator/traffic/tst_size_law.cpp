// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/traffic/size_law.h"
#include "tests/support/test_main.h"

#include <cmath>
#include <limits>

using namespace plimsoll;

class TstSizeLaw final : public QObject {
    Q_OBJECT
private slots:
    void aNumberIsAConstant()
    {
        QVERIFY(sizeLawError(std::int64_t{1024}).empty());
        QCOMPARE(sizeLawOf(std::int64_t{1024}).quantile(0.99), 1024.0);
        QCOMPARE(sizeLawOf(512.0).mean(), 512.0);
    }
    void aLogNormalKeepsItsQuantiles()
    {
        const RawJson value{R"({"distribution": "lognormal", "medianBytes": 700, "p99Bytes": 9000})"};
        QVERIFY(sizeLawError(value).empty());
        const Law law = sizeLawOf(value);
        QVERIFY(std::abs(law.quantile(0.5) - 700) < 1e-3);
        QVERIFY(std::abs(law.quantile(0.99) - 9000) < 1e-2);
    }
    void whatIsNoSizeSaysWhy_data()
    {
        QTest::addColumn<QString>("json");
        QTest::newRow("zero") << "0";
        QTest::newRow("negative") << "-5";
        QTest::newRow("too large") << "10485761";
        QTest::newRow("text") << "big";
        QTest::newRow("true of nothing") << "{}";
        QTest::newRow("no distribution") << R"({"medianBytes": 5, "p99Bytes": 9})";
        QTest::newRow("another distribution")
            << R"({"distribution": "pareto", "medianBytes": 5, "p99Bytes": 9})";
        QTest::newRow("no median") << R"({"distribution": "lognormal", "p99Bytes": 9})";
        QTest::newRow("median of text")
            << R"({"distribution": "lognormal", "medianBytes": "5", "p99Bytes": 9})";
        QTest::newRow("p99 below the median")
            << R"({"distribution": "lognormal", "medianBytes": 50, "p99Bytes": 9})";
        QTest::newRow("median of zero")
            << R"({"distribution": "lognormal", "medianBytes": 0, "p99Bytes": 9})";
        QTest::newRow("p99 too large")
            << R"({"distribution": "lognormal", "medianBytes": 50, "p99Bytes": 1e9})";
        QTest::newRow("a list") << "[1, 2]";
        QTest::newRow("cut off") << R"({"distribution": "lognormal")";
        QTest::newRow("a distribution of objects")
            << R"({"distribution": {"a": 1}, "medianBytes": 5, "p99Bytes": 9})";
    }
    void whatIsNoSizeSaysWhy()
    {
        QFETCH(QString, json);
        const std::string text = json.toStdString();
        const ParameterValue value = text.starts_with('{') || text.starts_with('[')
                                         ? ParameterValue{RawJson{text}}
                                         : parameterValueFromText(text);
        QVERIFY(!sizeLawError(value).empty());
        QCOMPARE(sizeLawOf(value).mean(), 1024.0);  // still something to run with
    }
    void neitherNotANumberNorAuto()
    {
        QVERIFY(!sizeLawError(std::numeric_limits<double>::quiet_NaN()).empty());
        QVERIFY(!sizeLawError(std::numeric_limits<double>::infinity()).empty());
        QVERIFY(!sizeLawError(Auto{}).empty());
    }
    void theLimitsThemselvesAreFine()
    {
        QVERIFY(sizeLawError(std::int64_t{1}).empty());
        QVERIFY(sizeLawError(std::int64_t{10'485'760}).empty());
        QVERIFY(sizeLawError(RawJson{R"({"distribution": "lognormal", "medianBytes": 9, "p99Bytes": 9})"})
                    .empty());
    }
};

PLIMSOLL_TEST(TstSizeLaw)
#include "tst_size_law.moc"
