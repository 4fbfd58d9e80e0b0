// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// 10/s straight into one service of constant times, without retries.
Drawing into(const std::string& service, double rate = 10, double seconds = 100)
{
    ParameterMap parameters;
    if (service == "s3")
        parameters = {{"firstByteMillis", 40.0}, {"firstByteP99Millis", 40.0}};
    else if (service == "lambda")
        parameters = {{"fixedMillis", 40.0}, {"perRecordMicros", 0.0}, {"provisionedConcurrency", whole(50)}};
    else if (service == "kinesis-data-streams")
        parameters = {{"shards", whole(1)}};
    else if (service == "api-gateway")
        parameters = {{"overheadMillis", 20.0}, {"overheadP99Millis", 20.0}};
    else if (service == "custom-server")
        parameters = {{"servers", whole(50)},
                      {"serviceTimeMicros", whole(40'000)},
                      {"serviceDistribution", text("deterministic")}};
    ParameterMap way;
    if (service == "lambda")
        way["kind"] = text("call");
    return regular(rate, 1000, seconds)
        .place(service, "it", std::move(parameters))
        .connect("in", "it", std::move(way));
}

void services()
{
    QTest::addColumn<QString>("service");
    for (const char* service : {"kinesis-data-streams", "dynamodb", "s3", "data-firehose", "lambda",
                                "api-gateway", "custom-server"})
        QTest::newRow(service) << service;
}

}  // namespace

/// Every service that takes requests meets the four kinds of fault the same way.
class TstServiceFaults final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void downRefusesAllAndOnlyThen_data() { services(); }
    void downRefusesAllAndOnlyThen()
    {
        QFETCH(QString, service);
        Drawing drawing = into(service.toStdString());
        drawing.scenario().faults.push_back(faultOn("it", FaultKind::Down, 30, 20));
        const RunReport report = run(drawing.design);
        const Counts& counts = at(report, "it").counts;
        // 20 s x 10/s; what a function has in work when it goes down fails too.
        QVERIFY(near(number(counts.rejected + counts.failed), 200, 2, "refused"));
        QCOMPARE(counts.throttled, std::uint64_t{0});
        QCOMPARE(report.paths.front().failed, counts.rejected + counts.failed);
        QCOMPARE(countBetween(at(report, "it"), "refused", 0, 29), 0.0);
        QCOMPARE(countBetween(at(report, "it"), "refused", 51, 100), 0.0);
        QCOMPARE(report.totals.gaveUp, report.paths.front().gaveUp);
    }
    void slowMultipliesTheTime_data() { services(); }
    void slowMultipliesTheTime()
    {
        QFETCH(QString, service);
        const auto response = [&](double factor) {
            Drawing drawing = into(service.toStdString());
            if (factor != 1)
                drawing.scenario().faults.push_back(faultOn("it", FaultKind::Slow, 0, 100, factor));
            return *run(drawing.design).paths.front().response.mean;
        };
        const double usual = response(1);
        QVERIFY(usual > 0);
        // S3's transfer of 1,000 B at 90 MB/s, 0.011 ms, is the network's.
        QVERIFY(near(response(5), 5 * usual, 0.05, "ms"));
        QVERIFY(near(response(0.5), 0.5 * usual, 0.05, "ms"));
    }
    void errorsFailTheirShare_data() { services(); }
    void errorsFailTheirShare()
    {
        QFETCH(QString, service);
        Drawing drawing = into(service.toStdString(), 50, 200);
        drawing.scenario().faults.push_back(faultOn("it", FaultKind::Errors, 0, 200, 0.3));
        const RunReport report = run(drawing.design, 17);
        // Four binomial standard errors of 10,000.
        QVERIFY(near(number(report.paths.front().failed), 3000, 4 * std::sqrt(10'000 * 0.3 * 0.7), "failed"));
        Drawing all = into(service.toStdString());
        all.scenario().faults.push_back(faultOn("it", FaultKind::Errors, 30, 20, 1));
        QVERIFY(near(number(run(all.design).paths.front().failed), 200, 2, "failed while all do"));
    }
    void errorsAreTriedAgain_data() { services(); }
    void errorsAreTriedAgain()
    {
        QFETCH(QString, service);
        Drawing drawing = into(service.toStdString(), 20, 200);
        drawing.design.components.front().parameters["retry"] = text("fixed");
        QCOMPARE(drawing.design.components.front().id, std::string{"in"});
        drawing.scenario().faults.push_back(faultOn("it", FaultKind::Errors, 0, 200, 0.5));
        const RunReport report = run(drawing.design, 18);
        const Counts& counts = at(report, "it").counts;
        // Three attempts with one chance in two each: an eighth gives up; 1 + 1/2 + 1/4 attempts a record.
        QVERIFY(near(number(report.totals.gaveUp), 500, 4 * std::sqrt(4000 * 0.125 * 0.875) + 3, "gave up"));
        QVERIFY(near(number(counts.offered), 4000 * 1.75, 4 * std::sqrt(4000 * 0.69) + 10, "attempts"));
        QCOMPARE(counts.offered, counts.retried + report.totals.born);
    }
    void aCutLeavesItsShareOfCapacity_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<double>("rate");
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<int>("value");
        QTest::addColumn<double>("passes");
        // A limit of 200/s cut to a quarter for 40 s: 50/s, and what of the credit still fits under the cut depth.
        QTest::newRow("kinesis") << "kinesis-data-streams" << 150.0 << "recordsPerShard" << 200 << 50.0 * 41;
        QTest::newRow("s3") << "s3" << 150.0 << "putsPerPrefix" << 200 << 50.0 * 41;
        QTest::newRow("gateway") << "api-gateway" << 150.0 << "ratePerSecond" << 200
                                 << 50.0 * 40 + 5000 * 0.25;
        // 40 ms each: ten environments of 40 left serve 250/s. Of eight, two are left; each is busy for 2.8 gaps of
        // 70/s and takes each third call.
        QTest::newRow("lambda, enough") << "lambda" << 150.0 << "reservedConcurrency" << 40 << 150.0 * 40;
        QTest::newRow("lambda, too few")
            << "lambda" << 70.0 << "reservedConcurrency" << 8 << 70.0 * 2 / 3 * 40;
    }
    void aCutLeavesItsShareOfCapacity()
    {
        QFETCH(QString, service);
        QFETCH(double, rate);
        QFETCH(QString, parameter);
        QFETCH(int, value);
        QFETCH(double, passes);
        Drawing drawing = into(service.toStdString(), rate);
        for (Component& component : drawing.design.components) {
            if (component.id == "it")
                component.parameters[parameter.toStdString()] = whole(value);
        }
        drawing.scenario().faults.push_back(faultOn("it", FaultKind::CapacityCut, 30, 40, 0.25));
        const RunReport report = run(drawing.design);
        const ComponentReport& it = at(report, "it");
        const double refused = countBetween(it, "refused", 30, 70);
        QVERIFY(near(rate * 40 - refused, passes, 0.02 * passes + 3, "passed in the cut"));
        // Outside it there is room; a bucket that is empty at the end of the cut fills at 200/s against 150/s.
        QVERIFY(near(number(it.counts.throttled) - refused, 0, 1, "refused outside"));
    }
    void anEndOfOneFaultIsNotTheEndOfAnother()
    {
        // Down from 20 to 60 s and, within that, slow from 30 to 40 s.
        Drawing drawing = into("s3");
        drawing.scenario().faults.push_back(faultOn("it", FaultKind::Down, 20, 40));
        drawing.scenario().faults.push_back({"f-slow", "it", FaultKind::Slow, 30, 10, 4, {}});
        QVERIFY(near(number(at(run(drawing.design), "it").counts.rejected), 400, 2, "rejected"));
    }
    void overlappingFaultsOfOneKindLastUntilTheLastEnds()
    {
        // 20 to 40 s and 30 to 60 s: down for 40 s in all.
        Drawing drawing = into("dynamodb");
        drawing.scenario().faults.push_back(faultOn("it", FaultKind::Down, 20, 20));
        drawing.scenario().faults.push_back({"f-later", "it", FaultKind::Down, 30, 30, 1, {}});
        const double rejected = number(at(run(drawing.design), "it").counts.rejected);
        QVERIFY(std::abs(rejected - 400) <= 2);
    }
};

PLIMSOLL_TEST(TstServiceFaults)
#include "tst_service_faults.moc"
