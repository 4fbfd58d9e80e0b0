// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/price_book.h"
#include "tests/support/test_main.h"

using namespace plimsoll;

namespace {

/// A book with one price whose tiers and further members are given.
std::string bookWith(const std::string& tiers, const std::string& more = {})
{
    return R"({"format": "plimsoll-price-book", "version": 1, "id": "mine", "region": "us-east-1", "asOf": "2026-01",
               "prices": [{"meter": "lambda/requests", "unit": "request", "source": "contract")"
           + more + R"(, "tiers": )" + tiers + "}]}";
}

}  // namespace

class TestPriceBook final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void loadsEveryBuiltinBook()
    {
        const std::vector<std::string> regions{"us-east-1",      "us-east-2",    "us-west-2",
                                               "eu-west-1",      "eu-central-1", "ap-southeast-1",
                                               "ap-northeast-1", "ap-south-1"};
        QCOMPARE(builtinRegions(), regions);
        QCOMPARE(builtinPriceBookIds().size(), regions.size() + 1);
        for (const std::string& id : builtinPriceBookIds()) {
            const Result<PriceBook> book = builtinPriceBook(id);
            QVERIFY2(book.has_value(), book ? "" : book.error().toString().c_str());
            QCOMPARE(book->id, id);
            for (const auto& [meter, price] : book->prices) {
                QVERIFY2(!price.source.empty(), meter.c_str());
                QVERIFY2(!price.unit.empty(), meter.c_str());
                QVERIFY2(price.confidence == "high" || price.confidence == "medium" || price.isUncertain(),
                         meter.c_str());
                // What has no price is left out; what is given for nothing is said to be, with its source.
                QVERIFY2(!price.tiers.empty(), meter.c_str());
                for (const PriceTier& tier : price.tiers)
                    QVERIFY2(tier.perMillionUnits >= Money{}, meter.c_str());
            }
        }
    }

    void regionsPriceTheReferenceServices()
    {
        for (const std::string& id : builtinRegions()) {
            const Result<PriceBook> book = builtinPriceBook(id);
            for (const char* meter :
                 {"kinesis-data-streams/shard-hours", "kinesis-data-streams/put-payload-units",
                  "lambda/requests", "lambda/duration-gb-seconds", "data-firehose/kinesis-source-gb",
                  "dynamodb/provisioned-wcu-hours", "dynamodb/on-demand-write-units", "dynamodb/storage",
                  "s3/storage-standard", "s3/put-requests-standard", "redshift/node-hours-ra3.xlplus",
                  "redshift/managed-storage", "emr/uplift-hours-m5.xlarge", "emr/ec2-hours-m5.xlarge",
                  "api-gateway/http-requests", "sqs/requests", "athena/scanned-tb", "glue/etl-dpu-hours"})
                QVERIFY2(book->prices.contains(meter), (id + " " + meter).c_str());
        }
    }

    void keepsSmallPricesExact()
    {
        const Result<PriceBook> book = builtinPriceBook("us-east-1");
        // $0.000000014 a PUT unit is $0.014 a million.
        QCOMPARE(book->prices.at("kinesis-data-streams/put-payload-units").tiers.front().perMillionUnits,
                 Money::nanodollars(14'000'000));
        // $0.0000166667 a GB-second is $16.6667 a million.
        QCOMPARE(book->prices.at("lambda/duration-gb-seconds").tiers.front().perMillionUnits,
                 Money::nanodollars(16'666'700'000));
    }

    void studyNoteCountsThreeMeters()
    {
        const Result<PriceBook> book = builtinPriceBook("study-note");
        QVERIFY(book->isStudyNote());
        QCOMPARE(book->countedMeters.size(), std::size_t{3});
        QCOMPARE(book->hoursByService.at("kinesis-data-streams"), 720.0);
        QCOMPARE(book->hoursByService.at("dynamodb"), 744.0);
    }

    void unknownBookNamesTheNearest()
    {
        const Result<PriceBook> book = builtinPriceBook("us-east-9");
        QVERIFY(!book);
        QVERIFY(book.error().remedy.find("us-east-1") != std::string::npos);
    }

    void writesWhatItReads()
    {
        for (const std::string& id : builtinPriceBookIds()) {
            const std::string once = writePriceBook(*builtinPriceBook(id));
            const Result<PriceBook> again = parsePriceBook(once);
            QVERIFY2(again.has_value(), again ? "" : again.error().toString().c_str());
            QCOMPARE(writePriceBook(*again), once);
        }
    }

    void refusesMalformedBooks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("place");
        const auto row = [](const char* name, const std::string& text, const char* place) {
            QTest::newRow(name) << QString::fromStdString(text) << place;
        };
        row("empty", "", "/");
        row("not JSON", "{\"format\": ", "/");
        row("a list", "[]", "/");
        row("a design", R"({"format": "plimsoll-design", "version": 1})", "/format");
        row("newer",
            R"({"format": "plimsoll-price-book", "version": 2, "id": "x", "region": "y", "prices": []})",
            "/version");
        row("no id", R"({"format": "plimsoll-price-book", "version": 1, "region": "y", "prices": []})",
            "/id");
        row("no prices", R"({"format": "plimsoll-price-book", "version": 1, "id": "x", "region": "y"})",
            "/prices");
        row("misspelt member",
            R"({"format": "plimsoll-price-book", "version": 1, "id": "x", "region": "y", "price": [], "prices": []})",
            "/price");
        row("no tier", bookWith("[]"), "/prices/0/tiers");
        row("tier is a number", bookWith("[3]"), "/prices/0/tiers/0");
        row("first tier above 0", bookWith(R"([{"from": 1, "usdPerMillion": "0.2"}])"),
            "/prices/0/tiers/0/from");
        row("gap",
            bookWith(R"([{"from": 0, "to": 5, "usdPerMillion": "2"}, {"from": 6, "usdPerMillion": "1"}])"),
            "/prices/0/tiers/1/from");
        row("overlap",
            bookWith(R"([{"from": 0, "to": 5, "usdPerMillion": "2"}, {"from": 4, "usdPerMillion": "1"}])"),
            "/prices/0/tiers/1/from");
        row("after the last",
            bookWith(R"([{"from": 0, "usdPerMillion": "2"}, {"from": 4, "usdPerMillion": "1"}])"),
            "/prices/0/tiers/1/from");
        row("ends", bookWith(R"([{"from": 0, "to": 5, "usdPerMillion": "2"}])"), "/prices/0/tiers");
        row("backwards", bookWith(R"([{"from": 0, "to": 0, "usdPerMillion": "2"}])"), "/prices/0/tiers/0/to");
        row("price is a number", bookWith(R"([{"from": 0, "usdPerMillion": 2}])"),
            "/prices/0/tiers/0/usdPerMillion");
        row("negative price", bookWith(R"([{"from": 0, "usdPerMillion": "-2"}])"),
            "/prices/0/tiers/0/usdPerMillion");
        row("exponent", bookWith(R"([{"from": 0, "usdPerMillion": "2e3"}])"),
            "/prices/0/tiers/0/usdPerMillion");
        row("negative allowance",
            bookWith(R"([{"from": 0, "usdPerMillion": "2"}])", R"(, "freePerMonth": -1)"),
            "/prices/0/freePerMonth");
        row("unit is a number", bookWith("[]", R"(, "freeNote": 7)"), "/prices/0/freeNote");
        row("priced twice",
            R"({"format": "plimsoll-price-book", "version": 1, "id": "x", "region": "y", "prices": [
                {"meter": "a/b", "unit": "u", "source": "s", "tiers": [{"from": 0, "usdPerMillion": "1"}]},
                {"meter": "a/b", "unit": "u", "source": "s", "tiers": [{"from": 0, "usdPerMillion": "1"}]}]})",
            "/prices/1/meter");
        row("no source",
            R"({"format": "plimsoll-price-book", "version": 1, "id": "x", "region": "y", "prices": [
                {"meter": "a/b", "unit": "u", "tiers": [{"from": 0, "usdPerMillion": "1"}]}]})",
            "/prices/0/source");
        row("meter without service",
            R"({"format": "plimsoll-price-book", "version": 1, "id": "x", "region": "y", "prices": [
                {"meter": "b", "unit": "u", "source": "s", "tiers": [{"from": 0, "usdPerMillion": "1"}]}]})",
            "/prices/0/meter");
    }
    void refusesMalformedBooks()
    {
        QFETCH(QString, text);
        QFETCH(QString, place);
        const Result<PriceBook> book = parsePriceBook(text.toStdString());
        QVERIFY(!book);
        QCOMPARE(QString::fromStdString(book.error().place), place);
        QVERIFY(!book.error().what.empty());
        QVERIFY(!book.error().remedy.empty());
    }
};

PLIMSOLL_TEST(TestPriceBook)
#include "tst_price_book.moc"
