// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/evaluation.h"
#include "model/support/bytes.h"
#include "simulator/services/builtin_services.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// One line of a bill, worked by hand: the meter and its dollars a month in us-east-1.
struct Line {
    std::string component, meter;
    double dollars = 0;
};

struct Example {
    const char* name;
    Design design;
    std::vector<Line> lines;
    double monthHours = 730;
};

double gibOf(double perSecond, double bytes, double hours)
{
    return perSecond * bytes * hours * 3600 / kGib;
}

Drawing writes(double perSecond, std::int64_t bytes)
{
    return regular(perSecond, bytes, 300);
}

Example firehoseIntoVpc()
{
    // 100/s of 3 KB, each billed as 5 KB, into three zones, in a month of 30 days.
    Drawing drawing = writes(100, 3 * 1024);
    drawing.place("data-firehose", "d", {{"vpcZones", whole(3)}}).place("opensearch", "o");
    drawing.connect("in", "d", {{"batchSize", whole(100)}}).connect("d", "o");
    const double gb = gibOf(100, 5 * 1024, 720);
    return {"delivery into a VPC",
            drawing.design,
            {{"d", "data-firehose/direct-put-gb", gb * 0.029},
             {"d", "data-firehose/vpc-gb", gb * 0.01},
             {"d", "data-firehose/vpc-zone-hours", 3 * 720 * 0.01}},
            720};
}

Example advantage(double perSecond, double least)
{
    // 3 KB records, read once: what is below the account's least is billed as that.
    Drawing drawing = writes(perSecond, 3 * 1024);
    drawing.place("kinesis-data-streams", "k",
                  {{"mode", text("on-demand-advantage")}, {"leastMibPerSecond", least}});
    drawing.place("lambda", "f", {{"fixedMillis", whole(5)}});
    drawing.connect("in", "k", {{"batchSize", whole(100)}}).connect("k", "f", {{"batchSize", whole(500)}});
    const double gb = std::max(gibOf(perSecond, 3 * 1024, 730), gibOf(least, 1048576, 730));
    return {"a stream of On-demand Advantage",
            drawing.design,
            {{"k", "kinesis-data-streams/advantage-ingest-gb", gb * 0.032},
             {"k", "kinesis-data-streams/advantage-retrieval-gb", gb * 0.016},
             {"k", "kinesis-data-streams/on-demand-stream-hours", 0}}};
}

Example tableCopies()
{
    Drawing drawing = writes(10, 900);
    drawing.place("dynamodb", "t",
                  {{"newItemsPercent", 0.0},
                   {"startingStorageGb", 60.0},
                   {"pointInTimeRecovery", true},
                   {"backupsKept", whole(1)},
                   {"restoredGbPerMonth", 60.0},
                   {"importedGbPerMonth", 100.0}});
    drawing.connect("in", "t");
    return {"copies of a table",
            drawing.design,
            {{"t", "dynamodb/on-demand-write-units", 10 * 730 * 3600 * 0.625e-6},
             {"t", "dynamodb/storage", 60 * 0.25},
             {"t", "dynamodb/pitr-storage", 60 * 0.20},
             {"t", "dynamodb/backup-storage", 60 * 0.10},
             {"t", "dynamodb/restore-gb", 60 * 0.15},
             {"t", "dynamodb/import-gb", 100 * 0.15}}};
}

Example archived(const std::string& storageClass, double put, double storage)
{
    // 1,000 objects of 10 MB a month in; they stay, so the month has half of them on average.
    const double perSecond = 1000.0 / (730 * 3600);
    Drawing drawing = writes(0.1, 10'000'000);
    drawing.place("s3", "b", {{"storageClass", text(storageClass)}, {"startingStorageGb", 10'240.0}});
    drawing.connect("in", "b");
    const double factor = 0.1 / perSecond;  // so many times a thousand objects
    const double added = factor * 1000 * 1e7 / kGib / 2;
    return {storageClass == "deep-archive" ? "objects put into Deep Archive"
                                           : "objects put into Flexible Retrieval",
            drawing.design,
            {{"b", "s3/put-requests-" + storageClass, factor * 1000 * put},
             {"b", "s3/storage-" + storageClass, (10'240 + added) * storage}}};
}

Example crawls()
{
    // Half an hour on two DPU each hour, 3 million objects and 2 million requests beyond the free ones.
    Drawing drawing{3600};
    drawing.place("s3", "b", {{"startingStorageGb", 10.0}});
    drawing.place("glue-crawler", "c",
                  {{"dpus", 2.0},
                   {"startSeconds", 0.0},
                   {"commitSeconds", 0.0},
                   {"megabytesPerSecond", 1.0},
                   {"catalogObjects", 3e6},
                   {"catalogRequests", 2e6}});
    drawing.connect("b", "c");
    JobLoad job;
    job.id = "crawl";
    job.component = "c";
    job.everySeconds = 3600;
    job.input = "b";
    job.reads = JobReads::All;
    job.gigabytes = 1800e6 / kGib;
    drawing.scenario().jobs.push_back(job);
    return {"crawls and their catalog",
            drawing.design,
            {{"c", "glue-crawler/dpu-hours", 730 * 2 * 0.5 * 0.44},
             {"c", "glue-crawler/catalog-objects", 30},
             {"c", "glue-crawler/catalog-requests", 2}}};
}

Example dashboards()
{
    Drawing drawing{60};
    drawing.place("quicksight", "q",
                  {{"authors", whole(10)},
                   {"readers", whole(100)},
                   {"proAuthors", whole(2)},
                   {"proReaders", whole(5)},
                   {"spiceGigabytes", 0.0}});
    return {"people who look at dashboards",
            drawing.design,
            {{"q", "quicksight/author-months", 240},
             {"q", "quicksight/reader-months", 300},
             {"q", "quicksight/pro-author-months", 80},
             {"q", "quicksight/pro-reader-months", 100}}};
}

Example lookups(const std::string& type, double each)
{
    Drawing drawing = regular(4, 100, 300);
    drawing.place("route-53", "r",
                  {{"queryType", text(type)},
                   {"ttlSeconds", whole(1)},
                   {"resolvers", whole(1'000'000)},
                   {"endpoints", text("other")}});
    drawing.place("ec2", "e", {{"slots", whole(100)}, {"serviceMillis", 1.0}});
    drawing.connect("in", "r").connect("r", "e");
    return {type == "alias" ? "alias queries are free" : "latency-based queries",
            drawing.design,
            {{"r", "route-53/" + type + "-queries", 4 * 730 * 3600 * each},
             {"r", "route-53/hosted-zones", 0.5},
             {"r", "route-53/other-health-checks", 0.75}}};
}

}  // namespace

/// Sums like those of AWS's pricing pages, with the rates of the price book: the estimate and the bill of a run say the same.
class TstPublishedExamples : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aBillIsTheSumWorkedByHand()
    {
        const std::vector<Example> all{firehoseIntoVpc(),
                                       advantage(200, 25),
                                       advantage(200, 0),
                                       tableCopies(),
                                       archived("glacier-flexible", 0.00003, 0.0036),
                                       archived("deep-archive", 0.00005, 0.00099),
                                       crawls(),
                                       dashboards(),
                                       lookups("latency", 0.6e-6),
                                       lookups("alias", 0)};
        for (const Example& example : all) {
            PriceChoice choice;
            choice.bill.monthHours = example.monthHours;
            const ScenarioId scenario = example.design.scenarios.front().id;
            const Result<Bill> estimated = estimateBill(example.design, m_library, scenario, choice);
            QVERIFY2(estimated.has_value(), example.name);
            const RunReport report = run(example.design);
            const Result<Bill> ran = billOf(report, example.design, m_library, choice);
            QVERIFY2(ran.has_value(), example.name);
            for (const Line& line : example.lines)
                for (const Bill* bill : {&*estimated, &*ran}) {
                    const double dollars = dollarsOf(*bill, line);
                    const QString said = QString{"%1: %2 %3 is %4, not %5"}
                                             .arg(example.name, bill == &*ran ? "run" : "estimate",
                                                  QString::fromStdString(line.meter))
                                             .arg(dollars)
                                             .arg(line.dollars);
                    QVERIFY2(std::fabs(dollars - line.dollars) <= 0.02 * line.dollars + 0.01,
                             qPrintable(said));
                }
        }
    }

private:
    static double dollarsOf(const Bill& bill, const Line& line)
    {
        for (const BillLine& each : bill.lines)
            if (each.component == line.component && each.meter == line.meter)
                return each.amount.dollars();
        return 0;
    }
    ServiceLibrary m_library = builtinServices();
};

PLIMSOLL_TEST(TstPublishedExamples)
#include "tst_published_examples.moc"
