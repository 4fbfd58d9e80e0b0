// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/design/parameter_value.h"
#include "tests/model/fixtures.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using plimsoll::tests::q;

class TestParameterValue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isWrittenAndReadBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("alternative");  // of the variant
        QTest::newRow("auto") << "auto" << 0;
        QTest::newRow("true") << "true" << 1;
        QTest::newRow("false") << "false" << 1;
        QTest::newRow("integer") << "3" << 2;
        QTest::newRow("negative") << "-1" << 2;
        QTest::newRow("largest integer") << "9223372036854775807" << 2;
        QTest::newRow("real") << "0.5" << 3;
        QTest::newRow("word") << "provisioned" << 4;
        QTest::newRow("not a number") << "nan" << 4;
        QTest::newRow("infinite") << "inf" << 4;
        QTest::newRow("number with unit") << "3ms" << 4;
        QTest::newRow("empty") << "" << 4;
        QTest::newRow("object") << "{\"a\":1}" << 5;
        QTest::newRow("list") << "[1]" << 5;
    }
    void isWrittenAndReadBack()
    {
        QFETCH(QString, text);
        QFETCH(int, alternative);
        const ParameterValue value = parameterValueFromText(text.toStdString());
        QCOMPARE(static_cast<int>(value.index()), alternative);
        QCOMPARE(q(toString(value)), text);
    }

    void onlyNumbersAndFlagsAreNumbers()
    {
        QCOMPARE(asNumber(std::int64_t{3}), 3.0);
        QCOMPARE(asNumber(0.25), 0.25);
        QCOMPARE(asNumber(true), 1.0);
        QCOMPARE(asNumber(Auto{}, 7), 7.0);
        QCOMPARE(asNumber(std::string{"3"}, 7), 7.0);
        QCOMPARE(asNumber(RawJson{"3"}, 7), 7.0);
    }

    void integersAndRealsDiffer() { QVERIFY(!(ParameterValue{std::int64_t{3}} == ParameterValue{3.0})); }
};

PLIMSOLL_TEST(TestParameterValue)
#include "tst_parameter_value.moc"
