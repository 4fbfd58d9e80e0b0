// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/serialization/design_file.h"
#include "tests/simulator/fixtures.h"
#include "tests/simulator/random_design.h"
#include "tests/simulator/transcript.h"
#include "tests/support/test_main.h"

#include <cstdlib>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

using Kind = DriverOptions::Kind;

Result<RunReport> simulated(const Design& design, const DriverOptions& driver)
{
    RunMonitor monitor;
    RunOptions options;
    options.driver = driver;
    return simulate(design, library(), options, monitor);
}

/// The first line in which two transcripts differ.
std::string difference(const std::string& a, const std::string& b)
{
    const auto at = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const auto lineAround = [](const std::string& text, std::ptrdiff_t where) {
        const std::size_t from =
            text.rfind('\n', static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, where - 1)));
        const std::size_t start = from == std::string::npos ? 0 : from + 1;
        return text.substr(start, text.find('\n', start) - start);
    };
    return lineAround(a, at.first - a.begin()) + " | " + lineAround(b, at.second - b.begin());
}

}  // namespace

/// The same node code under every driver: each event one at a time, columns in any legal window, or both mixed.
class TstDrivers final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyDriverGivesTheSameBytes_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<qint64>("window");
        QTest::addColumn<bool>("radix");
        QTest::newRow("events, radix heap") << int(Kind::Event) << std::numeric_limits<qint64>::max() << true;
        QTest::newRow("automatic") << int(Kind::Automatic) << std::numeric_limits<qint64>::max() << true;
        QTest::newRow("columns, widest window")
            << int(Kind::Columnar) << std::numeric_limits<qint64>::max() << false;
        QTest::newRow("columns, 1 ms") << int(Kind::Columnar) << (qint64{1} << 20) << true;
        QTest::newRow("columns, 8 us") << int(Kind::Columnar) << (qint64{1} << 13) << true;
        QTest::newRow("automatic, 4 ms") << int(Kind::Automatic) << (qint64{1} << 22) << false;
    }
    void everyDriverGivesTheSameBytes()
    {
        QFETCH(int, kind);
        QFETCH(qint64, window);
        QFETCH(bool, radix);
        const DriverOptions plain{Kind::Event, Duration::max(), QueueKind::BinaryHeap};
        const DriverOptions other{static_cast<Kind>(kind), Duration{window},
                                  radix ? QueueKind::Radix : QueueKind::BinaryHeap};
        const char* one = std::getenv("PLIMSOLL_RANDOM_SEED");
        const std::uint64_t first = one ? std::strtoull(one, nullptr, 10) : 1;
        const std::uint64_t last = one ? first : 50;
        int failures = 0;
        for (std::uint64_t seed = first; seed <= last; ++seed) {
            const Design design = RandomDesign{seed, library()}.make();
            const Result<RunReport> expected = simulated(design, plain);
            const Result<RunReport> got = simulated(design, other);
            QVERIFY(expected && got);
            QVERIFY2(got->provenance.driver.find("out of order") == std::string::npos,
                     qPrintable(QStringLiteral("design %1").arg(seed)));
            const std::string a = Transcript{*expected}.text, b = Transcript{*got}.text;
            if (a == b)
                continue;
            if (failures++ == 0)
                qWarning("%s", writeDesign(design).c_str());
            qWarning("design %llu: %s", static_cast<unsigned long long>(seed), difference(a, b).c_str());
        }
        QCOMPARE(failures, 0);
    }
    /// Clusters handed from thread to thread: no byte depends on it, whoever is ahead.
    void anyNumberOfThreadsGivesTheSameBytes_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("threads");
        QTest::newRow("two, automatic") << int(Kind::Automatic) << 2;
        QTest::newRow("three, columns") << int(Kind::Columnar) << 3;
    }
    void anyNumberOfThreadsGivesTheSameBytes()
    {
        QFETCH(int, kind);
        QFETCH(int, threads);
        DriverOptions alone, shared;
        alone.kind = shared.kind = static_cast<Kind>(kind);
        shared.threads = threads;
        shared.leastInParallel = 0;
        for (std::uint64_t seed = 1; seed <= 50; ++seed) {
            const Design design = RandomDesign{seed, library()}.make();
            const Result<RunReport> expected = simulated(design, alone);
            const Result<RunReport> got = simulated(design, shared);
            QVERIFY(expected && got);
            QCOMPARE(got->provenance.driver, expected->provenance.driver);
            const std::string a = Transcript{*expected}.text, b = Transcript{*got}.text;
            QVERIFY2(
                a == b,
                qPrintable(
                    QStringLiteral("design %1: %2").arg(seed).arg(QString::fromStdString(difference(a, b)))));
        }
    }
    void feedForwardDesignsRunInColumnsAndLoopsInWindows()
    {
        // Producers do not wait; the stream is polled and the answer to a poll takes 10 ms, a stored object is
        // acknowledged after a millisecond at the soonest: so there is a window, and it is not the event list's.
        Drawing drawing{5};
        drawing.source("in", 3000)
            .place("kinesis-data-streams", "stream", {{"shards", std::int64_t{4}}})
            .place("data-firehose", "firehose")
            .place("s3", "bucket")
            .connect("in", "stream")
            .connect("stream", "firehose")
            .connect("firehose", "bucket");
        const Result<RunReport> report = simulated(drawing.design, {});
        QVERIFY(report);
        QVERIFY2(report->provenance.driver.find("columns") != std::string::npos,
                 report->provenance.driver.c_str());
    }
};

PLIMSOLL_TEST(TstDrivers)
#include "tst_drivers.moc"
