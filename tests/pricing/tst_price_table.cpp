// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/price_table.h"
#include "tests/support/test_main.h"

using namespace plimsoll;

namespace {

const std::string kHead =
    "plimsoll-price-table\t1\tmine\tus-east-1\t2026-01-02\ntext\tthe contract\ntext\tfirst year\n";

/// A price of two tiers whose source, allowance and tiers are given.
std::string price(const std::string& source = "0", const std::string& free = "month\t1000\tpool\t1",
                  const std::string& tiers = "0 5 2;5 - 1.5", const std::string& meter = "lambda/requests")
{
    return "price\t" + meter + "\trequest\tRequests\t2026-01-01\t" + source + "\tlow\ta note\t" + free + "\t"
           + tiers + "\n";
}

}  // namespace

class TestPriceTable final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsEveryField()
    {
        const Result<PriceBook> book =
            readPriceTable(kHead + price() + price("0", "held\t25\t\t-", "0 - 3", "s3/x"));
        QVERIFY2(book.has_value(), book ? "" : book.error().toString().c_str());
        QCOMPARE(book->id, std::string{"mine"});
        QCOMPARE(book->region, std::string{"us-east-1"});
        QCOMPARE(book->asOf, std::string{"2026-01-02"});
        const Price& first = book->prices.at("lambda/requests");
        QCOMPARE(first.unit, std::string{"request"});
        QCOMPARE(first.description, std::string{"Requests"});
        QCOMPARE(first.source, std::string{"the contract"});
        QCOMPARE(first.asOf, std::string{"2026-01-01"});
        QCOMPARE(first.note, std::string{"a note"});
        QVERIFY(first.isUncertain());
        QCOMPARE(first.freePerMonth, 1000.0);
        QCOMPARE(first.freePool, std::string{"pool"});
        QCOMPARE(first.freeNote, std::string{"first year"});
        QCOMPARE(first.tiers.size(), std::size_t{2});
        QCOMPARE(*first.tiers[0].to, 5.0);
        QVERIFY(!first.tiers[1].to);
        QCOMPARE(first.tiers[1].perMillionUnits, Money::nanodollars(1'500'000'000));
        QCOMPARE(book->prices.at("s3/x").freeHeld, 25.0);
        QCOMPARE(book->prices.at("s3/x").freePerMonth, 0.0);
    }

    void readsAStudyNote()
    {
        const Result<PriceBook> book =
            readPriceTable(kHead + "hours\tlambda\t720\ncounted\tlambda/requests\n");
        QVERIFY(book.has_value());
        QVERIFY(book->isStudyNote());
        QCOMPARE(book->hoursByService.at("lambda"), 720.0);
        QCOMPARE(book->countedMeters.front(), std::string{"lambda/requests"});
    }

    void namesTheDamagedLine_data()
    {
        QTest::addColumn<QString>("line");
        const auto row = [](const char* name, const std::string& line) {
            QTest::newRow(name) << QString::fromStdString(line);
        };
        row("of another kind", "nonsense\t1\n");
        row("too few fields", "price\tlambda/requests\n");
        row("a text that is not there", price("2"));
        row("a text by no number", price("x"));
        row("an allowance below nothing", price("0", "month\t-1\t\t-"));
        row("a tier of two fields", price("0", "month\t0\t\t-", "0 5"));
        row("a price by exponent", price("0", "month\t0\t\t-", "0 - 2e3"));
        row("hours of nothing", "hours\tlambda\tmany\n");
    }
    void namesTheDamagedLine()
    {
        QFETCH(QString, line);
        const Result<PriceBook> book = readPriceTable(kHead + line.toStdString());
        QVERIFY(!book);
        QCOMPARE(book.error().place, std::string{"line 4"});
    }

    void refusesAPriceGivenTwice()
    {
        const Result<PriceBook> book = readPriceTable(kHead + price() + price());
        QVERIFY(!book);
        QCOMPARE(book.error().place, std::string{"line 5"});
        QVERIFY(!readPriceTable(""));
    }
};

PLIMSOLL_TEST(TestPriceTable)
#include "tst_price_table.moc"
