// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/integrations.h"
#include "model/validation/issue.h"
#include "simulator/estimate/flow.h"
#include "simulator/services/service.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// A server behind a source, whose work asks something of `service`.
Drawing withSupport(double rate, double seconds, const char* service, ParameterMap own,
                    ParameterMap connection)
{
    Drawing drawing = regular(rate, 1024, seconds);
    drawing.place("custom-server", "server", {{"servers", whole(8)}, {"serviceTimeMicros", whole(100)}})
        .place(service, "support", std::move(own))
        .connect("in", "server")
        .connect("server", "support", std::move(connection));
    return drawing;
}

double ofTheEstimate(const Design& design, const char* meter)
{
    const auto found = reading(estimate(design).usage, "support", meter);
    return found ? found->amount : 0;
}

}  // namespace

class TstSupportService : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itsUsersWorkIsItsCalls()
    {
        // 50/s for 200 s, a call for every fifth.
        const Drawing drawing = withSupport(50, 200, "kms", {{"keys", whole(3)}}, {{"callsPerRecord", 0.2}});
        const RunReport report = run(drawing.design);
        QVERIFY(near(metered(report, "support", "kms/calls"), 2000, 1, "calls"));
        QCOMPARE(at(report, "support").counts.completed, std::uint64_t{2000});
        QVERIFY(near(ofTheEstimate(drawing.design, "kms/calls"), 2000, 1, "calls of the estimate"));
        const MeterReading* keys = reading(report.usage, "support", "kms/key-months");
        QVERIFY(keys && keys->startStock == 3);
        // 10 calls a second of the 100,000 of N. Virginia; nobody waits for them, and nothing is refused.
        const LimitUse& limit = limitOf(at(report, "support"), "calls");
        QVERIFY(near(limit.utilisation, 1e-4, 1e-6, "of the quota"));
        QCOMPARE(limit.refused, 0.0);
        QVERIFY(near(*at(report, "server").latency.mean, 0.1, 0.01, "ms at the server"));
        const auto& series = at(report, "support").series;
        const auto asked = std::find_if(series.begin(), series.end(),
                                        [](const TimeSeries& each) { return each.name == "offered"; });
        QVERIFY(asked != series.end());
        QVERIFY(near(asked->values[asked->values.size() / 2], 10, 0.5, "calls a second in the middle"));
    }
    void whatWasRefusedAsksNothing()
    {
        // One server of 100 ms and no room to wait takes 10/s of 20/s.
        Drawing drawing = regular(20, 100, 100);
        drawing
            .place("custom-server", "server",
                   {{"servers", whole(1)},
                    {"queueLimit", whole(0)},
                    {"serviceTimeMicros", whole(100'000)},
                    {"serviceDistribution", text("deterministic")}})
            .place("kms", "support")
            .connect("in", "server")
            .connect("server", "support");
        const RunReport report = run(drawing.design);
        const Counts& server = at(report, "server").counts;
        QVERIFY(server.accepted < server.offered);
        QCOMPARE(metered(report, "support", "kms/calls"), number(server.accepted));
    }
    void logsAreBilledByWhatComesIn()
    {
        // 3000/s of 200 B: 600 kB/s, of which 15% are kept, for 30 days.
        const Drawing drawing = withSupport(3000, 20, "cloudwatch-logs", {{"retentionDays", whole(30)}},
                                            {{"loggedBytes", 200.0}});
        const RunReport report = run(drawing.design);
        const double gigabytes = 3000 * 20 * 200 / 1073741824.0;
        QVERIFY(near(metered(report, "support", "cloudwatch-logs/ingested-gb"), gigabytes, 1e-4, "GB"));
        QVERIFY(near(ofTheEstimate(drawing.design, "cloudwatch-logs/ingested-gb"), gigabytes, 1e-4, "GB"));
        const MeterReading* kept = reading(report.usage, "support", "cloudwatch-logs/storage");
        QVERIFY(kept);
        QVERIFY(near(kept->inflowPerSecond, 0.15 * gigabytes / 20, 1e-7, "GB kept a second"));
        QCOMPARE(kept->retentionSeconds, 30 * 86'400.0);
    }
    void usersOfOneServiceAddUp()
    {
        Drawing drawing = withSupport(10, 100, "kms", {}, {});
        drawing.place("sqs", "queue").connect("server", "queue").connect("queue", "support");
        const RunReport report = run(drawing.design);
        QVERIFY(near(metered(report, "support", "kms/calls"), 2000, 3, "calls of both"));
    }
    void nothingElseReachesIt()
    {
        const auto judged = [](const char* from, const char* to) {
            return IntegrationTable::builtin().judge(library().find(from)->spec, library().find(to)->spec);
        };
        QVERIFY(judged("lambda", "kms").verdict == Legality::Verdict::Legal);
        QCOMPARE(judged("lambda", "kms").kinds, std::vector<ConnectionKind>{ConnectionKind::Uses});
        QVERIFY(judged("traffic-source", "kms").verdict == Legality::Verdict::Refused);
        QVERIFY(judged("kms", "cloudwatch-logs").verdict == Legality::Verdict::Refused);
        QVERIFY(judged("kms", "custom-server").verdict == Legality::Verdict::Refused);
    }
};

PLIMSOLL_TEST(TstSupportService)
#include "tst_support_service.moc"
