// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/traffic/size_law.h"
#include "tests/support/test_main.h"

#include <cmath>
#include <limits>

using namespace plimsoll;

class TstSizeLaw final : public QObject {
    Q_OBJECT
private Q_SLOTS:
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
        const SizeLaw law = sizeLawOf(value);
        QVERIFY(std::abs(law.quantile(0.5) - 700) < 1e-3);
        QVERIFY(std::abs(law.quantile(0.99) - 9000) < 1e-2);
    }
    void countedSizesKeepTheirWeights()
    {
        // 3 of 4 records have 100 bytes, 1 has 2,000: mean 575.
        const RawJson value{
            R"({"distribution": "empirical", "sizes": [{"bytes": 100, "weight": 3}, {"bytes": 2000, "weight": 1}]})"};
        QVERIFY(sizeLawError(value).empty());
        const SizeLaw law = sizeLawOf(value);
        QCOMPARE(law.mean(), 575.0);
        QCOMPARE(law.quantile(0.7499), 100.0);
        QCOMPARE(law.quantile(0.7501), 2000.0);
        const DrawKey draws{1, 0, "in", Purpose::Size};
        double small = 0;
        constexpr int kRecords = 100'000;
        for (std::uint64_t serial = 0; serial < kRecords; ++serial) {
            const std::uint64_t bytes = law.draw(draws, MessageId{.serial = serial});
            QVERIFY(bytes == 100 || bytes == 2000);
            small += bytes == 100 ? 1 : 0;
        }
        QVERIFY(std::abs(small / kRecords - 0.75) < 4 * std::sqrt(0.75 * 0.25 / kRecords));
    }
    void quantilesAreJoinedByLines()
    {
        const RawJson value{R"({"distribution": "empirical", "quantiles": [{"share": 0.1, "bytes": 100},
            {"share": 0.5, "bytes": 500}, {"share": 1, "bytes": 10500}]})"};
        QVERIFY(sizeLawError(value).empty());
        const SizeLaw law = sizeLawOf(value);
        QCOMPARE(law.quantile(0.05), 100.0);
        QVERIFY(std::abs(law.quantile(0.3) - 300) < 1e-9);
        QVERIFY(std::abs(law.quantile(0.75) - 5500) < 1e-9);
        // 0.1 x 100 + 0.4 x 300 + 0.5 x 5,500
        QVERIFY(std::abs(law.mean() - 2880) < 1e-9);
    }
    void aConstantSizeIsTheSize()
    {
        const DrawKey draws{1, 0, "in", Purpose::Size};
        for (std::uint64_t serial = 0; serial < 10; ++serial)
            QCOMPARE(sizeLawOf(std::int64_t{1024}).draw(draws, MessageId{.serial = serial}),
                     std::uint64_t{1024});
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
        QTest::newRow("counted, nothing") << R"({"distribution": "empirical"})";
        QTest::newRow("counted, empty") << R"({"distribution": "empirical", "sizes": []})";
        QTest::newRow("counted, weights of 0")
            << R"({"distribution": "empirical", "sizes": [{"bytes": 9, "weight": 0}]})";
        QTest::newRow("counted, a negative weight")
            << R"({"distribution": "empirical", "sizes": [{"bytes": 9, "weight": -1}, {"bytes": 9, "weight": 3}]})";
        QTest::newRow("counted, no bytes") << R"({"distribution": "empirical", "sizes": [{"weight": 1}]})";
        QTest::newRow("counted, a number") << R"({"distribution": "empirical", "sizes": [5]})";
        QTest::newRow("counted both ways")
            << R"({"distribution": "empirical", "sizes": [{"bytes": 9, "weight": 1}], "quantiles": []})";
        QTest::newRow("quantiles that fall")
            << R"({"distribution": "empirical", "quantiles": [{"share": 0.5, "bytes": 9}, {"share": 0.9, "bytes": 8}]})";
        QTest::newRow("quantiles out of order")
            << R"({"distribution": "empirical", "quantiles": [{"share": 0.5, "bytes": 9}, {"share": 0.5, "bytes": 10}]})";
        QTest::newRow("a share above 1")
            << R"({"distribution": "empirical", "quantiles": [{"share": 1.5, "bytes": 9}]})";
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
