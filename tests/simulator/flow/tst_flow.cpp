// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/flow/flow_context.h"
#include "simulator/services/service.h"
#include "tests/simulator/fixtures.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// A context with outputs to two tables over connections with these parameters.
struct Outputs {
    Outputs(ParameterMap first, ParameterMap second)
        : context{.self = {},
                  .scenario = nullptr,
                  .design = nullptr,
                  .inputs = {},
                  .outputs = {},
                  .result = component,
                  .findings = findings}
    {
        connections[0].parameters = std::move(first);
        connections[1].parameters = std::move(second);
        const ServiceSpec& from = library().find("lambda")->spec;
        const ServiceSpec& to = library().find("s3")->spec;
        for (const Connection& connection : connections) {
            ConnectionPort port;
            port.connection = &connection;
            port.kind = ConnectionKind::Put;
            port.specs =
                std::make_shared<const std::vector<ParameterSpec>>(connectionParameters(port.kind, from, to));
            context.outputs.push_back({port, {}, {}});
        }
    }
    Connection connections[2];
    FlowComponent component;
    std::vector<Finding> findings;
    Usage usage;
    FlowContext context;
};

const FlowRate kRate{100, 300, 30'000, 0.2, {}, {}};

/// One batch of one record at a time on each of two shards, 50 ms of compute and a 5 ms write: 36.4 records/s at most.
Design toTable(double rate)
{
    return Drawing{1800}
        .source("in", rate, {}, Arrivals::Regular)
        .place("kinesis-data-streams", "orders", {{"shards", std::int64_t{2}}})
        .place("lambda", "worker", {{"fixedMillis", 50.0}, {"perRecordMicros", 0.0}})
        .place("dynamodb", "table", {})
        .connect("in", "orders")
        .connect("orders", "worker", {{"batchSize", std::int64_t{1}}})
        .connect("worker", "table")
        .design;
}
Design api()
{
    return Drawing{1800}
        .source("in", 40, {}, Arrivals::Regular)
        .place("api-gateway", "api")
        .place("lambda", "worker", {{"fixedMillis", 80.0}, {"perRecordMicros", 0.0}})
        .place("dynamodb", "table",
               {{"mode", std::string{"provisioned"}}, {"wcu", std::int64_t{100}}, {"rcu", std::int64_t{50}}})
        .connect("in", "api")
        .connect("api", "worker")
        .connect("worker", "table")
        .design;
}
Design delivered()
{
    return Drawing{7200}
        .source("in", 50, {{"recordSizeBytes", std::int64_t{3000}}}, Arrivals::Regular)
        .place("data-firehose", "delivery", {{"bufferSeconds", std::int64_t{60}}})
        .place("s3", "lake")
        .connect("in", "delivery")
        .connect("delivery", "lake")
        .design;
}
Design streamed()
{
    return Drawing{7200}
        .source("in", 50, {{"recordSizeBytes", std::int64_t{7000}}}, Arrivals::Regular)
        .place("kinesis-data-streams", "orders", {{"shards", std::int64_t{1}}})
        .place("data-firehose", "delivery",
               {{"bufferSeconds", std::int64_t{900}}, {"bufferMib", std::int64_t{5}}})
        .place("s3", "lake")
        .connect("in", "orders")
        .connect("orders", "delivery")
        .connect("delivery", "lake")
        .design;
}
Design queued()
{
    return Drawing{600}
        .source("in", 90, {}, Arrivals::Regular)
        .place("custom-server", "server", {{"servers", std::int64_t{3}}, {"pricePerHourUsd", 0.5}})
        .place("s3", "lake")
        .connect("in", "server", {{"kind", std::string{"put"}}})
        .connect("server", "lake")
        .design;
}
Design split()
{
    return Drawing{1200}
        .source("in", 60, {}, Arrivals::Regular)
        .place("s3", "left")
        .place("dynamodb", "right")
        .connect("in", "left", {{"route", std::string{"split"}}, {"share", 25.0}})
        .connect("in", "right", {{"route", std::string{"split"}}, {"share", 75.0}})
        .design;
}

using MakeDesign = Design (*)();

void sixDesigns()
{
    QTest::addColumn<int>("which");
    int which = 0;
    for (const char* name : {"stream to function to table", "API to function to table", "direct delivery",
                             "stream to delivery", "server to bucket", "split over bucket and table"})
        QTest::newRow(name) << which++;
}

Design designNumber(int which)
{
    static constexpr MakeDesign all[] = {[] { return toTable(30); }, api, delivered, streamed, queued, split};
    return all[which]();
}

}  // namespace

/// The estimate against arithmetic, and against the run it stands for.
class TstFlow final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void copiesGoEverywhere()
    {
        Outputs to{{}, {}};
        to.context.passOn(kRate);
        for (const FlowPort& output : to.context.outputs) {
            QCOMPARE(output.rate.messagesPerSecond, 100.0);
            QCOMPARE(output.rate.recordsPerSecond, 300.0);
            QCOMPARE(output.rate.bytesPerSecond, 30'000.0);
        }
    }
    void splitsGoByShare()
    {
        Outputs to{{{"route", std::string{"split"}}, {"share", 30.0}},
                   {{"route", std::string{"split"}}, {"share", 90.0}}};
        to.context.passOn(kRate);
        QCOMPARE(to.context.outputs[0].rate.recordsPerSecond, 75.0);
        QCOMPARE(to.context.outputs[1].rate.recordsPerSecond, 225.0);
        QCOMPARE(to.context.outputs[1].rate.bytesPerSecond, 22'500.0);
        QCOMPARE(to.context.outputs[0].rate.hottestKeyShare, 0.2);
    }
    void noShareAtAllIsNotADivisionByZero()
    {
        Outputs to{{{"route", std::string{"split"}}, {"share", 0.0}},
                   {{"route", std::string{"split"}}, {"share", 0.0}}};
        to.context.passOn(kRate);
        for (const FlowPort& output : to.context.outputs)
            QVERIFY(std::isfinite(output.rate.recordsPerSecond));
    }
    void ratesAdd()
    {
        const FlowRate sum = kRate + FlowRate{10, 100, 5000, 0.5};
        QCOMPARE(sum.messagesPerSecond, 110.0);
        QCOMPARE(sum.recordsPerSecond, 400.0);
        QCOMPARE(sum.bytesPerRecord(), 87.5);
        // The hottest key has 300 x 0.2 = 60 of one or 100 x 0.5 = 50 of the other, of 400 in all.
        QCOMPARE(sum.hottestKeyShare, 0.15);
        QCOMPARE((FlowRate{} + FlowRate{}).hottestKeyShare, 0.0);
        QCOMPARE(FlowRate{}.bytesPerRecord(), 0.0);
    }
    void callsPerRecordAndPerBatch_data()
    {
        QTest::addColumn<QString>("per");
        QTest::addColumn<int>("operations");
        QTest::addColumn<int>("batch");
        QTest::addColumn<double>("calls");
        QTest::addColumn<double>("records");
        // 300 records/s in 100 messages/s.
        QTest::newRow("each record once") << "record" << 1 << 1 << 300.0 << 300.0;
        QTest::newRow("each record twice") << "record" << 2 << 1 << 600.0 << 600.0;
        QTest::newRow("25 to a call") << "record" << 1 << 25 << 12.0 << 300.0;
        QTest::newRow("once a batch") << "batch" << 1 << 1 << 100.0 << 300.0;
        QTest::newRow("three times a request") << "request" << 3 << 1 << 300.0 << 300.0;
    }
    void callsPerRecordAndPerBatch()
    {
        QFETCH(QString, per);
        QFETCH(int, operations);
        QFETCH(int, batch);
        QFETCH(double, calls);
        QFETCH(double, records);
        Outputs to{{{"operationsPer", per.toStdString()},
                    {"operations", std::int64_t{operations}},
                    {"batchSize", std::int64_t{batch}},
                    {"sizeFactor", 0.5}},
                   {}};
        const FlowRate rate = callRate(to.context.outputs[0].port, kRate);
        QCOMPARE(rate.messagesPerSecond, calls);
        QCOMPARE(rate.recordsPerSecond, records);
        QCOMPARE(rate.bytesPerSecond, records * 100 * 0.5);
    }
    void ratesAreTheRuns_data() { sixDesigns(); }
    void ratesAreTheRuns()
    {
        QFETCH(int, which);
        const Design design = designNumber(which);
        const FlowReport flow = estimate(design);
        const RunReport report = run(design, 3);
        for (const ComponentReport& component : report.components) {
            const double expected =
                static_cast<double>(component.counts.offered) / report.provenance.durationSeconds;
            QVERIFY(near(findComponent(flow, component.id)->offered.recordsPerSecond, expected,
                         0.02 * expected, component.id.c_str()));
        }
    }
    void usageIsTheRuns_data() { sixDesigns(); }
    void usageIsTheRuns()
    {
        QFETCH(int, which);
        const Design design = designNumber(which);
        const FlowReport flow = estimate(design);
        const RunReport report = run(design, 3);
        QVERIFY(!report.usage.empty());
        const double duration = report.provenance.durationSeconds;
        for (const MeterReading& metered : report.usage) {
            const MeterReading* estimated = reading(flow.usage, metered.component, metered.meter);
            QVERIFY2(estimated, metered.meter.c_str());
            const std::string what = metered.component + " " + metered.meter;
            QVERIFY(near(estimated->amount, metered.amount, 0.01 * metered.amount, what.c_str()));
            QVERIFY(near(estimated->inflowPerSecond, metered.inflowPerSecond, 0.01 * metered.inflowPerSecond,
                         what.c_str()));
            QCOMPARE(estimated->observedSeconds, duration);
            QVERIFY(estimated->meterClass == metered.meterClass);
        }
        for (const MeterReading& estimated : flow.usage)
            QVERIFY2(reading(report.usage, estimated.component, estimated.meter), estimated.meter.c_str());
    }
    void anOverloadedReaderPassesOnWhatItCan()
    {
        // 2 shards x 1 / 55 ms = 36.4/s of the 80/s; the rest gathers in the stream.
        const Design design = toTable(80);
        const FlowReport flow = estimate(design);
        const double theory = 2 / 0.055;
        const double expected = static_cast<double>(at(run(design, 3), "table").counts.offered) / 1800;
        QVERIFY(near(expected, theory, 0.4, "written in the run"));
        QVERIFY(
            near(findComponent(flow, "table")->offered.recordsPerSecond, theory, 0.02 * theory, "written"));
        QVERIFY(
            near(findComponent(flow, "orders")->backlogGrowthPerSecond, 80 - theory, 1, "backlog growth"));
    }
    void slicesFollowASpike()
    {
        // Two shards carry 2,000/s: 1,000/s pass, of the 5,000/s of the spike's 60 s only 2,000/s.
        Drawing drawing{600};
        drawing.source("in", 1000, {{"recordSizeBytes", std::int64_t{100}}})
            .place("kinesis-data-streams", "orders", {{"shards", std::int64_t{2}}})
            .connect("in", "orders");
        TrafficProfile& profile = drawing.scenario().traffic["in"];
        profile.shape = TrafficShape::Spike;
        profile.peakPerSecond = 5000;
        profile.peakStartSeconds = 100;
        profile.peakSeconds = 60;
        const FlowReport flow = estimate(drawing.design);
        const FlowComponent& orders = *findComponent(flow, "orders");
        QVERIFY(near(orders.offered.recordsPerSecond, (540 * 1000.0 + 60 * 5000) / 600, 1e-6, "offered"));
        QVERIFY(near(orders.refused.recordsPerSecond, 60 * 3000.0 / 600, 0.5, "refused"));
        const auto records = std::find_if(orders.limits.begin(), orders.limits.end(),
                                          [](const LimitUse& use) { return use.limit == "records"; });
        QVERIFY(records != orders.limits.end());
        QVERIFY(near(records->peak, 5000, 1e-6, "peak"));
        QVERIFY(near(records->utilisation, 2.5, 0.01, "utilisation of the worst slice"));
    }
    void aRampIsItsMean()
    {
        Drawing drawing{600};
        drawing.source("in", 100).place("s3", "lake").connect("in", "lake");
        drawing.scenario().traffic["in"].shape = TrafficShape::Ramp;
        drawing.scenario().traffic["in"].endPerSecond = 500;
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(near(findComponent(flow, "lake")->offered.recordsPerSecond, 300, 1e-6, "records/s"));
        QVERIFY(near(reading(flow.usage, "lake", "s3/put-requests-standard")->amount, 180'000, 1e-3, "puts"));
    }
    void aDayHasAtMostAFewHundredSlices()
    {
        // A month of a daily curve must still be an instant's work.
        Drawing drawing{30 * 86'400.0};
        drawing.source("in", 100).place("s3", "lake").connect("in", "lake");
        drawing.scenario().traffic["in"].shape = TrafficShape::Diurnal;
        drawing.scenario().traffic["in"].peakPerSecond = 180;
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(near(findComponent(flow, "lake")->offered.recordsPerSecond, 100, 0.01, "records/s"));
    }
    void autoTakesWhatTheWorstSliceNeeds()
    {
        Drawing drawing{600};
        drawing.source("in", 100, {{"recordSizeBytes", std::int64_t{100}}})
            .place("kinesis-data-streams", "orders", {{"shards", Auto{}}})
            .connect("in", "orders");
        TrafficProfile& profile = drawing.scenario().traffic["in"];
        profile.shape = TrafficShape::Spike;
        profile.peakPerSecond = 3000;
        profile.peakStartSeconds = 100;
        profile.peakSeconds = 1;
        const Result<SizedDesign> sized = resolveAuto(drawing.design, library(), "");
        QVERIFY(sized.has_value());
        QCOMPARE(sized->chosen.front().second, std::string{"4 (auto)"});  // ceil(3000 / 800)
    }
    void namesTheScenariosItKnows()
    {
        const Result<FlowReport> flow = estimateFlow(queued(), library(), "lunch");
        QVERIFY(!flow);
        QVERIFY(flow.error().toString().find("main") != std::string::npos);
    }
};

PLIMSOLL_TEST(TstFlow)
#include "tst_flow.moc"
