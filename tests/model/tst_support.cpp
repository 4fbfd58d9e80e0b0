// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/derivation.h"
#include "model/support/error.h"
#include "model/support/id.h"
#include "tests/model/fixtures.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using plimsoll::tests::q;

class TestSupport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void idsAreShortAndPlain_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("one letter") << "a" << true;
        QTest::newRow("digit first") << "1-a" << true;
        QTest::newRow("usual") << "kinesis-data-streams-2" << true;
        QTest::newRow("64 characters") << QString(64, 'a') << true;
        QTest::newRow("65 characters") << QString(65, 'a') << false;
        QTest::newRow("empty") << "" << false;
        QTest::newRow("dash first") << "-a" << false;
        QTest::newRow("upper case") << "Orders" << false;
        QTest::newRow("underscore") << "a_b" << false;
        QTest::newRow("umlaut") << QString::fromUtf8("ü") << false;
        QTest::newRow("slash") << "a/b" << false;
    }
    void idsAreShortAndPlain()
    {
        QFETCH(QString, text);
        QFETCH(bool, valid);
        QCOMPARE(isValidId(text.toStdString()), valid);
    }

    void aResultHoldsAValueOrAnError()
    {
        const Result<int> good = 3;
        QVERIFY(good);
        QCOMPARE(*good, 3);
        const Result<int> bad = Error{"/a", "is wrong", "correct it"};
        QVERIFY(!bad);
        QCOMPARE(q(bad.error().toString()), QString("/a: is wrong; correct it"));
    }

    void anErrorsEmptyPartsAreLeftOut()
    {
        QCOMPARE(q(Error{"", "is wrong", ""}.toString()), QString("is wrong"));
        QCOMPARE(q(Error{"", "is wrong", "correct it"}.toString()), QString("is wrong; correct it"));
        QCOMPARE(q(Error{"1:2", "is wrong", ""}.toString()), QString("1:2: is wrong"));
    }

    void errorsAreOneLineOnWhichNothingActs_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("as it is") << QByteArray{"caf\xc3\xa9 \xe6\x97\xa5"}
                                  << QByteArray{"caf\xc3\xa9 \xe6\x97\xa5"};
        QTest::newRow("line break") << QByteArray{"a\nb\tc\r"} << QByteArray{"a\\nb\\tc\\r"};
        QTest::newRow("terminal escape") << QByteArray{"\x1b[31mred"} << QByteArray{"\\x1b[31mred"};
        QTest::newRow("C1 control of the same meaning") << QByteArray{"\xc2\x9b"
                                                                      "31m"}
                                                        << QByteArray{"\\x9b31m"};
        QTest::newRow("delete") << QByteArray{"\x7f"} << QByteArray{"\\x7f"};
        QTest::newRow("no UTF-8") << QByteArray{"\xff\xc3"} << QByteArray{"\\xff\\xc3"};
        QTest::newRow("overlong slash") << QByteArray{"\xc0\xaf"} << QByteArray{"\\xc0\\xaf"};
        QTest::newRow("right to left") << QByteArray{"\xe2\x80\xae"
                                                     "x"}
                                       << QByteArray{"\\u202ex"};
        QTest::newRow("60 characters") << '"' + QByteArray(60, 'x') + '"' << '"' + QByteArray(60, 'x') + '"';
        QTest::newRow("61 characters")
            << '"' + QByteArray(61, 'x') + '"' << '"' + QByteArray(60, 'x') + "...\"";
        QTest::newRow("a quote without an end")
            << '"' + QByteArray(61, 'x') << '"' + QByteArray(60, 'x') + "...";
    }
    void errorsAreOneLineOnWhichNothingActs()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, shown);
        QCOMPARE(QByteArray::fromStdString(Error{"", text.toStdString(), ""}.toString()), shown);
        QCOMPARE(QByteArray::fromStdString(Error{"", "is wrong", text.toStdString()}.toString()),
                 "is wrong; " + shown);
    }
    void anErrorIsNotLongerThanAScreen()
    {
        const std::string text =
            Error{std::string(9'000, 'p'), std::string(9'000, 'w'), std::string(9'000, 'r')}.toString();
        QVERIFY(text.size() < 1'500);
    }

    void numbersAreShownPlainly_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("whole") << 1340.0 << "1340";
        QTest::newRow("a price") << 0.015 << "0.015";
        QTest::newRow("a small price") << 0.0000166667 << "0.0000166667";
        QTest::newRow("minus zero") << -0.0 << "0";
        QTest::newRow("large") << 7.884e9 << "7884000000";
    }
    void numbersAreShownPlainly()
    {
        QFETCH(double, value);
        QFETCH(QString, text);
        QCOMPARE(q(plainNumber(value)), text);
    }

    void aDerivationIsShownAsATree()
    {
        const Derivation shards = computed("shards", 3, "", "ceil(records / 1000)",
                                           {given("records", 3000, "records/s"),
                                            quoted("per shard", 1000, "records/s", "https://example.com")});
        const QString text = q(toText(shards));
        QCOMPARE(text.count('\n'), 3);
        QVERIFY(text.startsWith("shards = 3"));
        QVERIFY(text.contains("\n  per shard = 1000 records/s"));
        QVERIFY(text.contains("documented: https://example.com"));
    }
};

PLIMSOLL_TEST(TestSupport)
#include "tst_support.moc"
