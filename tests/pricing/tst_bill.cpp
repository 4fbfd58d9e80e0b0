// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/bill.h"
#include "tests/support/test_main.h"

using namespace plimsoll;

namespace {

constexpr double kGigabyte = 1073741824.0;
constexpr double kForever = std::numeric_limits<double>::infinity();
/// Every reading here stands for one observed hour.
constexpr double kObserved = 3600;

MeterReading reading(const char* component, const char* meter, MeterClass meterClass)
{
    MeterReading made;
    made.component = component;
    made.meter = meter;
    made.meterClass = meterClass;
    made.observedSeconds = kObserved;
    made.alwaysShare = 1;
    return made;
}

MeterReading count(const char* component, const char* meter, double perSecond)
{
    MeterReading made = reading(component, meter, MeterClass::Count);
    made.amount = perSecond * kObserved;
    return made;
}

MeterReading level(const char* component, const char* meter, double held)
{
    MeterReading made = reading(component, meter, MeterClass::Level);
    made.amount = held;
    return made;
}

MeterReading stock(const char* component, const char* meter, double gigabytesPerSecond,
                   double retention = kForever, double start = 0)
{
    MeterReading made = reading(component, meter, MeterClass::Stock);
    made.inflowPerSecond = gigabytesPerSecond;
    made.retentionSeconds = retention;
    made.startStock = start;
    return made;
}

/// Lambda of the reference case: 3000/s in batches of 500 make 6 calls/s of 20 ms + 500 x 0.1 ms = 70 ms at 0.5 GB.
Usage lambdaOfTheReference(const char* id)
{
    return {count(id, "lambda/requests", 6), count(id, "lambda/duration-gb-seconds", 6 * 0.070 * 0.5)};
}

/// A: three shards, Lambda, and Firehose writing 5 MiB objects to S3.
Usage kinesisBranch()
{
    Usage usage{level("a-stream", "kinesis-data-streams/shard-hours", 3),
                count("a-stream", "kinesis-data-streams/put-payload-units", 3000),
                count("a-firehose", "data-firehose/kinesis-source-gb", 3000 * 5120 / kGigabyte),
                count("a-s3", "s3/put-requests-standard", 3000 * 1024 / 5242880.0),
                stock("a-s3", "s3/storage-standard", 3000 * 1024 / kGigabyte)};
    for (const MeterReading& reading : lambdaOfTheReference("a-lambda"))
        usage.push_back(reading);
    return usage;
}

/// B: a table of 3000 WCU and 1 RCU; 100 B are added to each stored item.
Usage tableBranch()
{
    Usage usage{level("b-table", "dynamodb/provisioned-wcu-hours", 3000),
                level("b-table", "dynamodb/provisioned-rcu-hours", 1),
                stock("b-table", "dynamodb/storage", 3000 * (1024 + 100) / kGigabyte)};
    for (const MeterReading& reading : lambdaOfTheReference("b-lambda"))
        usage.push_back(reading);
    return usage;
}

Result<Bill> price(const Usage& usage, const char* book = "us-east-1", const BillOptions& options = {})
{
    return priceMonth({{usage, 0}}, *builtinPriceBook(book), ServiceCatalog{}, Design{}, options);
}

const BillLine* line(const Bill& bill, const char* meter)
{
    for (const BillLine& each : bill.lines)
        if (each.meter == meter)
            return &each;
    return nullptr;
}

std::string amount(const Bill& bill, const char* meter)
{
    const BillLine* found = line(bill, meter);
    return found ? found->amount.toString() : "no line";
}

/// One meter, one component, one tier list.
PriceBook tieredBook(double freePerMonth = 0)
{
    PriceBook book;
    book.id = book.region = "test";
    Price firehose;
    firehose.meter = "data-firehose/direct-put-gb";
    firehose.unit = "GB";
    firehose.source = "test";
    firehose.freePerMonth = freePerMonth;
    firehose.tiers = {{0, 512000, *Money::parse("29000")},
                      {512000, 2048000, *Money::parse("25000")},
                      {2048000, std::nullopt, *Money::parse("20000")}};
    book.prices[firehose.meter] = firehose;
    return book;
}

/// A month of exactly this many units.
MeterReading units(const char* component, double inTheMonth)
{
    MeterReading made = reading(component, "data-firehose/direct-put-gb", MeterClass::Count);
    made.observedSeconds = 730.0 * 3600;
    made.amount = inTheMonth;
    return made;
}

}  // namespace

class TestBill final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // The reference comparison, us-east-1, 730 h = 2,628,000 s, 3000 records/s of 1024 B = 7.884e9 a month.
    void pricesTheReferenceToTheCent()
    {
        const Bill a = *price(kinesisBranch());
        // 3 x 730 x 0.015
        QCOMPARE(amount(a, "kinesis-data-streams/shard-hours"), std::string{"32.85"});
        // 7.884e9 x 0.014 / 1e6 = 110.376
        QCOMPARE(amount(a, "kinesis-data-streams/put-payload-units"), std::string{"110.38"});
        // 7.884e9 x 5120 / 2^30 = 37,593.84 GB x 0.029
        QCOMPARE(amount(a, "data-firehose/kinesis-source-gb"), std::string{"1,090.22"});
        // 6 x 2,628,000 = 15.768e6 x 0.0000002 = 3.1536
        QCOMPARE(amount(a, "lambda/requests"), std::string{"3.15"});
        // 15.768e6 x 0.07 s x 0.5 GB = 551,880 x 0.0000166667 = 9.19802
        QCOMPARE(amount(a, "lambda/duration-gb-seconds"), std::string{"9.20"});
        QCOMPARE(a.totalOf("a-lambda").toString(), std::string{"12.35"});
        // 0.5859375/s x 2,628,000 = 1,539,843.75 x 0.000005 = 7.69922
        QCOMPARE(amount(a, "s3/put-requests-standard"), std::string{"7.70"});
        // 7,518.77 GB by month end, half of it on average: 3,759.38 x 0.023
        QCOMPARE(amount(a, "s3/storage-standard"), std::string{"86.47"});
        QCOMPARE(line(a, "s3/storage-standard")->monthEndAmount->toString(), std::string{"172.93"});
        QCOMPARE(line(a, "s3/storage-standard")->growthPerMonth.toString(), std::string{"172.93"});
        // 32.85 + 110.376 + 1090.2214 + 12.35162 + 7.69922 + 86.4658
        QCOMPARE(a.total.toString(), std::string{"1,339.96"});

        const Bill b = *price(tableBranch());
        // 3000 x 730 x 0.00065
        QCOMPARE(amount(b, "dynamodb/provisioned-wcu-hours"), std::string{"1,423.50"});
        // 730 x 0.00013 = 0.0949
        QCOMPARE(amount(b, "dynamodb/provisioned-rcu-hours"), std::string{"0.09"});
        // 7.884e9 x 1124 / 2^30 = 8,253.02 GB by month end, 4,126.51 on average, x 0.25
        QCOMPARE(amount(b, "dynamodb/storage"), std::string{"1,031.63"});
        QCOMPARE(line(b, "dynamodb/storage")->monthEndAmount->toString(), std::string{"2,063.26"});
        QCOMPARE(b.total.toString(), std::string{"2,467.57"});
    }

    void reproducesTheStudyNote()
    {
        const Bill a = *price(kinesisBranch(), "study-note");
        // 3 x 720 x 0.015
        QCOMPARE(a.total.toString(), std::string{"32.40"});
        for (const BillLine& each : a.lines)
            QCOMPARE(each.state == LineState::Priced, each.meter == "kinesis-data-streams/shard-hours");
        QVERIFY(line(a, "s3/storage-standard")->state == LineState::LeftOutByNote);

        const Bill b = *price(tableBranch(), "study-note");
        // 3000 x 744 x 0.00065 + 744 x 0.00013 = 1450.80 + 0.09672, to the nanodollar
        QCOMPARE(b.total, *Money::parse("1450.89672"));
        QCOMPARE(b.total.toString(), std::string{"1,450.90"});
    }

    void studyNoteRefusesMonthHours()
    {
        const Result<Bill> bill = price(kinesisBranch(), "study-note", {.monthHours = 720});
        QVERIFY(!bill);
        QCOMPARE(bill.error().what,
                 std::string{"study-note fixes its own hours: dynamodb 744, kinesis-data-streams 720"});
    }

    void scalesWithTheMonth_data()
    {
        QTest::addColumn<double>("hours");
        QTest::addColumn<QString>("shards");
        QTest::addColumn<QString>("puts");
        // 3 x 0.015 = 0.045 an hour; 3000 x 3600 x 0.014e-6 = 0.1512 an hour.
        QTest::newRow("720") << 720.0 << "32.40"
                             << "108.86";
        QTest::newRow("730") << 730.0 << "32.85"
                             << "110.38";
        QTest::newRow("744") << 744.0 << "33.48"
                             << "112.49";
        QTest::newRow("a year") << 8784.0 << "395.28"
                                << "1,328.14";
    }
    void scalesWithTheMonth()
    {
        QFETCH(double, hours);
        QFETCH(QString, shards);
        QFETCH(QString, puts);
        const Bill bill = *price(kinesisBranch(), "us-east-1", {.monthHours = hours});
        QCOMPARE(QString::fromStdString(amount(bill, "kinesis-data-streams/shard-hours")), shards);
        QCOMPARE(QString::fromStdString(amount(bill, "kinesis-data-streams/put-payload-units")), puts);
    }

    void refusesImpossibleMonths()
    {
        for (const double hours : {0.0, -1.0, 8784.5, std::nan(""), kForever})
            QVERIFY(!price(kinesisBranch(), "us-east-1", {.monthHours = hours}));
    }

    void walksTheTiers_data()
    {
        QTest::addColumn<double>("quantity");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<int>("steps");
        QTest::newRow("nothing") << 0.0 << "0.00" << 0;
        QTest::newRow("below: 511,999 x 0.029") << 511999.0 << "14,847.97" << 1;
        QTest::newRow("at: 512,000 x 0.029") << 512000.0 << "14,848.00" << 1;
        QTest::newRow("above: + 1 x 0.025") << 512001.0 << "14,848.03" << 2;
        // 14,848 + 1,536,000 x 0.025 = 53,248
        QTest::newRow("at the second") << 2048000.0 << "53,248.00" << 2;
        QTest::newRow("above the second: + 1 x 0.02") << 2048001.0 << "53,248.02" << 3;
    }
    void walksTheTiers()
    {
        QFETCH(double, quantity);
        QFETCH(QString, expected);
        QFETCH(int, steps);
        const Bill bill =
            *priceMonth({{{units("x", quantity)}, 0}}, tieredBook(), ServiceCatalog{}, Design{}, {});
        QCOMPARE(QString::fromStdString(bill.total.toString()), expected);
        // The derivation holds the month's quantity and one step per tier touched.
        QCOMPARE(static_cast<int>(bill.lines.front().derivation.inputs.size()), 1 + steps);
    }

    void tiersAreFilledByTheAccountInIdOrder()
    {
        // a takes the first tier, b all of the rest: 512,000 x 0.029, then 1000 x 0.025.
        const Bill bill = *priceMonth({{{units("b", 1000), units("a", 512000)}, 0}}, tieredBook(),
                                      ServiceCatalog{}, Design{}, {});
        QCOMPARE(bill.totalOf("a").toString(), std::string{"14,848.00"});
        QCOMPARE(bill.totalOf("b").toString(), std::string{"25.00"});
        QCOMPARE(bill.total.toString(), std::string{"14,873.00"});
    }

    void saysTheTiersInTheDerivation()
    {
        const Bill bill =
            *priceMonth({{{units("x", 600000)}, 0}}, tieredBook(), ServiceCatalog{}, Design{}, {});
        const std::string text = toText(bill.lines.front().derivation);
        QVERIFY2(text.find("first 512,000 GB x 0.029") != std::string::npos, text.c_str());
        QVERIFY2(text.find("next 1,536,000 GB x 0.025") != std::string::npos, text.c_str());
    }

    void freeTierIsOffUnlessAskedFor()
    {
        const auto free = [](double quantity, FreeTier tier) {
            return priceMonth({{{units("x", quantity)}, 0}}, tieredBook(1000), ServiceCatalog{}, Design{},
                              {.freeTier = tier})
                ->total.toString();
        };
        QCOMPARE(free(1000, FreeTier::Ignore), std::string{"29.00"});
        QCOMPARE(free(999, FreeTier::Apply), std::string{"0.00"});
        QCOMPARE(free(1000, FreeTier::Apply), std::string{"0.00"});
        QCOMPARE(free(1001, FreeTier::Apply), std::string{"0.03"});  // 1 x 0.029
    }

    void allowanceIsSharedByTheAccount()
    {
        // 1,500,000 requests at each of two functions, one of them on Arm: 3,000,000 - 1,000,000 free = 0.40.
        const double perSecond = 1'500'000 / (730.0 * 3600);
        const Bill bill =
            *price({count("a", "lambda/requests", perSecond), count("b", "lambda/requests-arm", perSecond)},
                   "us-east-1", {.freeTier = FreeTier::Apply});
        QCOMPARE(bill.total.toString(), std::string{"0.40"});
        QCOMPARE(bill.totalOf("a").toString(), std::string{"0.10"});
    }

    void heldCapacityIsFreeAllMonth()
    {
        // 26 WCU, 25 of them free: 730 x 0.00065 = 0.4745
        const Usage usage{level("t", "dynamodb/provisioned-wcu-hours", 26)};
        QCOMPARE(price(usage, "us-east-1", {.freeTier = FreeTier::Apply})->total.toString(),
                 std::string{"0.47"});
    }

    void mixesScenariosIntoOneMonth()
    {
        // 10 h at ten times the rate, the remaining 720 h at 3000/s:
        // (10 x 30,000 + 720 x 3000) x 3600 = 8.856e9 x 0.014e-6 = 123.984
        const Usage launch{count("s", "kinesis-data-streams/put-payload-units", 30000),
                           level("s", "kinesis-data-streams/shard-hours", 30)};
        const Usage steady{count("s", "kinesis-data-streams/put-payload-units", 3000),
                           level("s", "kinesis-data-streams/shard-hours", 3)};
        const Bill bill = *priceMonth({{launch, 10}, {steady, 0}}, *builtinPriceBook("us-east-1"),
                                      ServiceCatalog{}, Design{}, {});
        QCOMPARE(amount(bill, "kinesis-data-streams/put-payload-units"), std::string{"123.98"});
        // (10 x 30 + 720 x 3) x 0.015 = 36.90
        QCOMPARE(amount(bill, "kinesis-data-streams/shard-hours"), std::string{"36.90"});
    }

    void refusesContradictoryMonths()
    {
        const Usage usage = kinesisBranch();
        const PriceBook book = *builtinPriceBook("us-east-1");
        QVERIFY(!priceMonth({{usage, 731}}, book, ServiceCatalog{}, Design{}, {}));
        QVERIFY(!priceMonth({{usage, 0}, {usage, 0}}, book, ServiceCatalog{}, Design{}, {}));
        QVERIFY(!priceMonth({{usage, -1}}, book, ServiceCatalog{}, Design{}, {}));
        QVERIFY(priceMonth({{usage, 243.0 + 1 / 3.0}, {usage, 243.0 + 1 / 3.0}, {usage, 243.0 + 1 / 3.0}},
                           book, ServiceCatalog{}, Design{}, {})
                    .has_value());
    }

    void storageBasisChoosesTheMonth()
    {
        const Usage usage{
            stock("s", "s3/storage-standard", 1.0 / 86400)};  // 1 GB a day, 30.4167 days a month
        // Average of month 3: 2.5 x 30.41667 = 76.04167 GB x 0.023 = 1.74896
        QCOMPARE(price(usage, "us-east-1", {.storage = {StorageBasis::Kind::Month, 3}})->total.toString(),
                 std::string{"1.75"});
        // Kept 10 days: 10 GB steady, nothing grows.
        const Usage kept{stock("s", "s3/storage-standard", 1.0 / 86400, 10 * 86400.0)};
        const Bill steady = *price(kept, "us-east-1", {.storage = {StorageBasis::Kind::Steady, 1}});
        QCOMPARE(steady.total.toString(), std::string{"0.23"});
        QCOMPARE(steady.growthPerMonth, Money{});
        // Without a retention it says so and falls back on month 1: 15.208 x 0.023 = 0.34979
        const Bill never = *price(usage, "us-east-1", {.storage = {StorageBasis::Kind::Steady, 1}});
        QCOMPARE(never.total.toString(), std::string{"0.35"});
        QVERIFY(never.lines.front().note.find("never steady") != std::string::npos);
    }

    void storedBytesCountFromWhenTheyArrive()
    {
        const PriceBook book = *builtinPriceBook("us-east-1");
        // 1 GB/h for 10 h, then nothing for 720 h.
        const Usage load{stock("s", "s3/storage-standard", 1.0 / 3600)};
        const auto stored = [&](std::vector<MonthPart> month) {
            return priceMonth(month, book, ServiceCatalog{}, Design{}, {})->lines.front().quantity;
        };
        // At the start: 5 h of it on average are missing from 730: 10 x (730 - 5) / 730 = 9.931507.
        QVERIFY(std::fabs(stored({{load, 10, false}, {Usage{}, 0, false}}) - 10 * 725 / 730.0) < 1e-9);
        // At the end only the last 10 h count: 10 x 5 / 730.
        QVERIFY(std::fabs(stored({{Usage{}, 720, false}, {load, 0, false}}) - 10 * 5 / 730.0) < 1e-9);
        // Ten launches of an hour, all over the month: half of it on average.
        QVERIFY(std::fabs(stored({{load, 10, true}, {Usage{}, 0, false}}) - 5) < 1e-9);
    }

    void bytesOfALongRetentionCountOnceOldEnough()
    {
        // 1 GB a day that counts from its eighth day on: (30.41667 - 7)^2 / 2 / 30.41667 = 9.0137 GB in month 1.
        MeterReading old =
            stock("k", "kinesis-data-streams/long-term-retention-gb", 1.0 / 86400, 86400.0 * 358);
        old.delaySeconds = 7 * 86400;
        const double days = 730 / 24.0;
        QVERIFY(std::fabs(price({old})->lines.front().quantity - (days - 7) * (days - 7) / 2 / days) < 1e-9);
    }

    void aRunAloneCostsItsHours()
    {
        // 2 h of 3 shards: 6 x 0.015 = 0.09. 10 GB in stock all the time: 10 x 2 / 730 x 0.023.
        const Bill bill = *price({level("k", "kinesis-data-streams/shard-hours", 3),
                                  stock("s", "s3/storage-standard", 0, kForever, 10)},
                                 "us-east-1", {.spanHours = 2});
        QCOMPARE(line(bill, "kinesis-data-streams/shard-hours")->amount, *Money::parse("0.09"));
        QVERIFY(std::fabs(line(bill, "s3/storage-standard")->amount.dollars() - 10 * 2 / 730.0 * 0.023)
                < 1e-9);
        QCOMPARE(bill.growthPerMonth, Money{});
        QVERIFY(!price({level("k", "kinesis-data-streams/shard-hours", 3)}, "study-note", {.spanHours = 2}));
    }

    void tiersAddUpToTheirLine()
    {
        // 60,000 GB a month: S3 Standard charges the first 51,200 GB 0.023, the next 0.022.
        const Bill bill = *price({stock("s", "s3/storage-standard", 0, kForever, 60000)});
        const BillLine& stored = bill.lines.front();
        QCOMPARE(stored.tiers.size(), std::size_t{2});
        QCOMPARE(stored.tiers[0].units, 51200.0);
        QCOMPARE(stored.tiers[0].amount, *Money::parse("1177.6"));
        QCOMPARE(stored.tiers[1].units, 8800.0);
        QCOMPARE(stored.tiers[1].amount, *Money::parse("193.6"));
        QCOMPARE(unitPrice(stored.tiers[1].perMillionUnits), std::string{"0.022"});
        Money sum;
        for (const TierCharge& tier : stored.tiers)
            sum += tier.amount;
        QCOMPARE(sum, stored.amount);
    }

    void marksWhatOnlyThirdPartiesQuote()
    {
        PriceBook book = tieredBook();
        const auto billed = [&] {
            return priceMonth({{{units("s", 5)}, 0}}, book, ServiceCatalog{}, Design{}, {})->lines.front();
        };
        QVERIFY(!billed().isUncertain);
        book.prices.begin()->second.confidence = "low";
        const BillLine marked = billed();
        QVERIFY(marked.isUncertain);
        QVERIFY(marked.note.find("third parties") != std::string::npos);
        QVERIFY(marked.amount > Money{});
    }

    void listsARegionWithoutThePrice()
    {
        // us-east-1 has a price for it, Frankfurt none: there it is named and not in the total.
        const Usage usage{count("q", "athena/provisioned-dpu-hours", 1), count("q", "athena/scanned-tb", 1)};
        const Bill here = *price(usage, "us-east-1");
        const Bill there = *price(usage, "eu-central-1");
        QVERIFY(line(here, "athena/provisioned-dpu-hours")->state == LineState::Priced);
        QVERIFY(line(there, "athena/provisioned-dpu-hours")->state == LineState::Unpriced);
        QCOMPARE(there.total, line(there, "athena/scanned-tb")->amount);
    }

    void listsWhatHasNoPrice()
    {
        const Bill bill =
            *price({count("s", "s3/retrieval-gb-standard", 5), count("s", "s3/get-requests-standard", 5)});
        QVERIFY(line(bill, "s3/retrieval-gb-standard")->state == LineState::Unpriced);
        QVERIFY(line(bill, "s3/get-requests-standard")->state == LineState::Priced);
        QCOMPARE(line(bill, "s3/retrieval-gb-standard")->quantity, 5 * 730.0 * 3600);
    }

    void namesItsShares()
    {
        MeterReading requests = count("f", "lambda/requests", 8);
        // A quarter of the calls are retries: 2 of 8 per second.
        requests.ofWhich.push_back(computed("retries", 2 * kObserved, "request", "", {}));
        const Bill bill = *price({requests});
        // 2 x 2,628,000 x 0.0000002 = 1.0512
        QCOMPARE(bill.lines.front().ofWhich.front().value, 1.0512);
    }

    void refusesAmountsThatAreNone()
    {
        for (const double amountPerSecond : {-1.0, std::nan(""), kForever})
            QVERIFY(!price({count("f", "lambda/requests", amountPerSecond)}));
        // More than money can hold: 1e15/s of storage-sized prices.
        QVERIFY(!price({count("f", "data-firehose/kinesis-source-gb", 1e15)}));
    }

    void linesAreSortedAndNamed()
    {
        const Bill bill = *price(kinesisBranch());
        for (std::size_t i = 1; i < bill.lines.size(); ++i)
            QVERIFY(std::pair(bill.lines[i - 1].component, bill.lines[i - 1].meter)
                    < std::pair(bill.lines[i].component, bill.lines[i].meter));
        QCOMPARE(bill.lines.front().id, std::string{"bill/a-firehose/data-firehose/kinesis-source-gb"});
        QCOMPARE(bill.priceBookId, std::string{"us-east-1"});
        QVERIFY(!bill.priceBookDate.empty());
    }

    void commitsAsFarAsItIsCheaper()
    {
        // Two Redshift nodes all month: $1.086 an hour on demand, $0.7602 reserved for a year, $0.4725 for three.
        const PriceBook book = *builtinPriceBook("us-east-1");
        const Bill onDemand = *priceMonth({{{level("dw", "redshift/node-hours-ra3.xlplus", 2)}, 0}}, book,
                                          ServiceCatalog{}, Design{}, {});
        QCOMPARE(onDemand.total, Money::nanodollars(1'585'560'000'000));
        QCOMPARE(onDemand.byTerm.size(), std::size_t{2});
        QCOMPARE(onDemand.byTerm[0].total, Money::nanodollars(1'109'892'000'000));  // 2 x 730 x 0.7602
        QCOMPARE(onDemand.byTerm[1].total, Money::nanodollars(689'850'000'000));
        BillOptions options;
        options.term = Term::ThreeYears;
        const Bill committed = *priceMonth({{{level("dw", "redshift/node-hours-ra3.xlplus", 2)}, 0}}, book,
                                           ServiceCatalog{}, Design{}, options);
        QCOMPARE(committed.total, Money::nanodollars(689'850'000'000));
        QCOMPARE(committed.lines[0].tiers.size(), std::size_t{1});
        QVERIFY(committed.byTerm.empty());
    }

    void reservedCapacityIsSoldInHundreds()
    {
        // 1,050 WCU: a WCU reserved for a year costs $0.000128 an hour and $1.50 at once: $0.218440 a month of 730 h,
        // $0.4745 on demand. The eleventh hundred would be half idle: 100 x 0.21844 = $21.84 against 50 x 0.4745 = $23.73.
        const PriceBook book = *builtinPriceBook("us-east-1");
        BillOptions options;
        options.term = Term::OneYear;
        const Bill eleven = *priceMonth({{{level("t", "dynamodb/provisioned-wcu-hours", 1050)}, 0}}, book,
                                        ServiceCatalog{}, Design{}, options);
        QVERIFY(std::fabs(eleven.total.dollars() - 1100 * (0.000128 * 730 + 1.5 / 12)) < 0.01);
        QVERIFY(eleven.lines[0].note.find("idle") != std::string::npos);
        // 1,040 WCU: the eleventh hundred saves nothing, 40 go on demand.
        const Bill ten = *priceMonth({{{level("t", "dynamodb/provisioned-wcu-hours", 1040)}, 0}}, book,
                                     ServiceCatalog{}, Design{}, options);
        QVERIFY(std::fabs(ten.total.dollars() - (1000 * (0.000128 * 730 + 1.5 / 12) + 40 * 730 * 0.00065))
                < 0.01);
        QCOMPARE(ten.lines[0].tiers.size(), std::size_t{2});
    }

    void aPeakIsNotCommittedTo()
    {
        // 2 nodes for 700 h and 10 for 30 h: two are committed to, eight stay on demand for 30 h.
        const PriceBook book = *builtinPriceBook("us-east-1");
        BillOptions options;
        options.term = Term::OneYear;
        const Result<Bill> bill = priceMonth({{{level("dw", "redshift/node-hours-ra3.xlplus", 10)}, 30},
                                              {{level("dw", "redshift/node-hours-ra3.xlplus", 2)}, 0}},
                                             book, ServiceCatalog{}, Design{}, options);
        QVERIFY2(bill.has_value(), bill ? "" : bill.error().toString().c_str());
        QVERIFY(std::fabs(bill->total.dollars() - (2 * 730 * 0.7602 + 8 * 30 * 1.086)) < 0.01);
    }

    void whatComesAndGoesIsNotCommittedTo()
    {
        // Four nodes, one of them at all times.
        const PriceBook book = *builtinPriceBook("us-east-1");
        BillOptions options;
        options.term = Term::OneYear;
        MeterReading nodes = level("dw", "redshift/node-hours-ra3.xlplus", 4);
        nodes.alwaysShare = 0.25;
        const Bill bill = *priceMonth({{{nodes}, 0}}, book, ServiceCatalog{}, Design{}, options);
        QVERIFY(std::fabs(bill.total.dollars() - 730 * (0.7602 + 3 * 1.086)) < 0.01);
    }

    void aRunAloneHasNoTerm()
    {
        const PriceBook book = *builtinPriceBook("us-east-1");
        BillOptions options;
        options.term = Term::OneYear;
        options.spanHours = 1;
        const Result<Bill> bill = priceMonth({{{level("dw", "redshift/node-hours-ra3.xlplus", 2)}, 0}}, book,
                                             ServiceCatalog{}, Design{}, options);
        QVERIFY(!bill.has_value());
        QCOMPARE(bill.error().place, std::string{"--term"});
    }
};

PLIMSOLL_TEST(TestBill)
#include "tst_bill.moc"
