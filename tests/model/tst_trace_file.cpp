// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/serialization/design_file.h"
#include "model/serialization/trace_file.h"
#include "tests/model/fixtures.h"
#include "tests/support/test_main.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <cmath>
#include <fstream>
#include <sstream>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

Result<TraceRates> read(const std::string& text)
{
    std::istringstream input{text};
    return readTrace(input, "calls.csv");
}

double records(const TraceRates& trace)
{
    double sum = 0;
    for (const TraceRates::Stretch& stretch : trace.stretches)
        sum += stretch.ratePerSecond * (stretch.to - stretch.from);
    return sum;
}

void write(const QString& file, const std::string& text)
{
    std::ofstream{file.toStdString(), std::ios::binary} << text;
}

std::string designWithTrace(const std::string& file)
{
    return R"({"format": "plimsoll-design", "version": 1, "components": [{"id": "in", "service": "traffic-source"}],
        "scenarios": [{"id": "s", "traffic": {"in": {"shape": "trace", "file": ")"
           + file + R"("}}}]})";
}

}  // namespace

class TstTraceFile final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ratesHoldUntilTheNextRow()
    {
        const Result<TraceRates> trace = read("time,rate\n0,10\n60,20\n120,0\n180,5\n");
        QVERIFY(trace);
        QCOMPARE(trace->stretches.size(), std::size_t{4});
        QCOMPARE(trace->stretches[1].from, 60.0);
        QCOMPARE(trace->stretches[1].to, 120.0);
        QCOMPARE(trace->stretches[1].ratePerSecond, 20.0);
        QCOMPARE(trace->stretches[3].to, 240.0);  // the last as long as the others
        QCOMPARE(records(*trace), 60.0 * (10 + 20 + 0 + 5));
    }
    void whereRowsAreMissingTheRateIsZero()
    {
        // Minutes 2 to 4 are not there: minute 1 lasts a minute, not four.
        const Result<TraceRates> trace = read("time,rate\n0,10\n60,20\n300,30\n");
        QVERIFY(trace);
        QCOMPARE(trace->stretches[1].to, 120.0);
        QCOMPARE(trace->stretches[2].from, 300.0);
        QCOMPARE(records(*trace), 60.0 * (10 + 20 + 30));
        // A clock that is a little off is no gap.
        const Result<TraceRates> jitter = read("time,rate\n0,1\n60,1\n121,1\n180,1\n");
        QVERIFY(jitter);
        QCOMPARE(jitter->stretches[1].to, 121.0);
    }
    void arrivalsAreCounted()
    {
        const Result<TraceRates> trace = read("time\n0.001\n0.002\n0.5\n7\n");
        QVERIFY(trace);
        QCOMPARE(trace->stretches.size(), std::size_t{3});
        QVERIFY(std::abs(records(*trace) - 4) < 1e-9);
        QVERIFY(std::abs(trace->stretches[0].ratePerSecond - 200) < 1e-9);  // two in 10 ms
        QVERIFY(trace->stretches[2].from <= 7 && trace->stretches[2].to > 7);
    }
    void aLongTraceStaysSmall()
    {
        // A day, one arrival every 0.4 s: 216,000 rows do not fit into 131,072 bins of 10 ms, and none is lost.
        std::string text = "time\n";
        for (int n = 0; n < 216'000; ++n)
            text += std::to_string(n * 0.4) + "\n";
        const Result<TraceRates> trace = read(text);
        QVERIFY(trace);
        QVERIFY(trace->stretches.size() <= 131'072);
        QVERIFY(std::abs(records(*trace) - 216'000) < 1e-6);
        for (const TraceRates::Stretch& stretch : trace->stretches)
            QVERIFY(stretch.to > stretch.from && stretch.to - stretch.from < 2);
    }
    void namesAndOrderOfColumnsAreFree()
    {
        const Result<TraceRates> trace = read(
            "\xEF\xBB\xBFhost,ratePerSecond,\"timestamp\"\r\n# a note\r\na,10,2026-03-01T00:00:00Z\r\n\r\n"
            "b,20,2026-03-01T00:01:00Z\r\nc,30,2026-03-01T01:02:00.5+01:00\r\n");
        QVERIFY(trace);
        QCOMPARE(trace->stretches.size(), std::size_t{3});
        QCOMPARE(trace->stretches[0].from, 0.0);
        QCOMPARE(trace->stretches[1].from, 60.0);
        QCOMPARE(trace->stretches[2].from, 120.5);
        // Without names: a number alone is an arrival, two are time and rate; timestamps count from the first.
        QCOMPARE(read("5\n6\n")->stretches.size(), std::size_t{2});
        QCOMPARE(read("5,100\n6,200\n")->stretches[0].ratePerSecond, 100.0);
        QCOMPARE(read("timestamp,rate\n1767225600,1\n1767225660,2\n")->stretches[1].from, 60.0);
        // The last day of February, over which a year is longer by a day or not: 2024 has a 29th.
        QCOMPARE(read("2024-02-28 00:00:00,1\n2024-03-01 00:00:00,1\n")->stretches[1].from, 2 * 86'400.0);
        QCOMPARE(read("2025-02-28 00:00:00,1\n2025-03-01 00:00:00,1\n")->stretches[1].from, 86'400.0);
    }
    void theDigestIsThatOfTheContent()
    {
        QVERIFY(read("1\n2\n")->digest != read("1\n3\n")->digest);
        QCOMPARE(read("1\n2\n")->digest, read("1\n2\n")->digest);
    }
    void saysWhichLineIsWrong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("what");
        QTest::newRow("empty") << ""
                               << "calls.csv:1"
                               << "the trace has no rows";
        QTest::newRow("names only") << "time,rate\n"
                                    << "calls.csv:1"
                                    << "the trace has no rows";
        QTest::newRow("notes only") << "# nothing\n\n"
                                    << "calls.csv:2"
                                    << "the trace has no rows";
        QTest::newRow("negative") << "time,rate\n-1,5\n"
                                  << "calls.csv:2"
                                  << "the time is negative";
        QTest::newRow("unsorted") << "0\n5\n4\n"
                                  << "calls.csv:3"
                                  << "the time is not after that of the row before";
        QTest::newRow("the same time twice") << "time,rate\n0,1\n0,2\n"
                                             << "calls.csv:3"
                                             << "the time is not after that of the row before";
        QTest::newRow("no time") << "time,rate\n0,1\nnoon,2\n"
                                 << "calls.csv:3"
                                 << "\"noon\" is no time";
        QTest::newRow("not a number") << "time,rate\n0,1\n1,nan\n"
                                      << "calls.csv:3"
                                      << "\"nan\" is no rate";
        QTest::newRow("infinite") << "time,rate\n0,1\ninf,1\n"
                                  << "calls.csv:3"
                                  << "\"inf\" is no time";
        QTest::newRow("negative rate") << "time,rate\n0,1\n1,-3\n"
                                       << "calls.csv:3"
                                       << "\"-3\" is no rate";
        QTest::newRow("absurd rate") << "time,rate\n0,1\n1,1e10\n"
                                     << "calls.csv:3"
                                     << "\"1e10\" is no rate";
        QTest::newRow("a field short") << "time,rate\n0,1\n1\n"
                                       << "calls.csv:3"
                                       << "has fewer columns than the first line";
        QTest::newRow("no time column") << "when,rate\n0,1\n"
                                        << "calls.csv:1"
                                        << "has no column named time or timestamp";
        QTest::newRow("one rate") << "time,rate\n0,1\n"
                                  << "calls.csv:2"
                                  << "one row of rates does not say how long it lasts";
        QTest::newRow("an epoch as seconds from the start")
            << "time\n1767225600\n"
            << "calls.csv:2"
            << "the time is more than ten years after the start";
        QTest::newRow("a month of 13") << "2026-13-01T00:00:00Z\n"
                                       << "calls.csv:1"
                                       << "has no column named time or timestamp";
    }
    void saysWhichLineIsWrong()
    {
        QFETCH(QString, text);
        QFETCH(QString, place);
        QFETCH(QString, what);
        const Result<TraceRates> trace = read(text.toStdString());
        QVERIFY(!trace);
        QCOMPARE(q(trace.error().place), place);
        QCOMPARE(q(trace.error().what), what);
        QVERIFY(!trace.error().remedy.empty());
    }
    void whatIsNoTextIsRefused()
    {
        QVERIFY(!read(std::string(1'000'000, 'x')));
        QVERIFY(!read(std::string(1'000'000, '\0')));
        std::string noise;
        for (std::uint32_t n = 0; n < 200'000; ++n)
            noise += static_cast<char>((n * 2654435761u) >> 24);
        QVERIFY(!read(noise));
    }
    void aDesignReadsTracesOfItsFolderOnly_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("isRead");
        QTest::newRow("beside it") << "calls.csv" << true;
        QTest::newRow("in a folder below") << "traces/calls.csv" << true;
        QTest::newRow("there and back") << "traces/../calls.csv" << true;
        QTest::newRow("above") << "../secret.csv" << false;
        QTest::newRow("above, disguised") << "traces/../../secret.csv" << false;
        QTest::newRow("absolute") << "/etc/hostname" << false;
        QTest::newRow("a link that leads out") << "link.csv" << false;
        QTest::newRow("a folder") << "traces" << false;
        QTest::newRow("not there") << "none.csv" << false;
    }
    void aDesignReadsTracesOfItsFolderOnly()
    {
        QFETCH(QString, file);
        QFETCH(bool, isRead);
        QTemporaryDir folder;
        QVERIFY(QDir{folder.path()}.mkpath("home/traces"));
        write(folder.filePath("secret.csv"), "1\n2\n");
        write(folder.filePath("home/calls.csv"), "1\n2\n");
        write(folder.filePath("home/traces/calls.csv"), "1\n2\n");
        QVERIFY(QFile::link(folder.filePath("secret.csv"), folder.filePath("home/link.csv")));
        write(folder.filePath("home/design.plimsoll"), designWithTrace(file.toStdString()));
        // The design opens in any case; what is wrong with the trace is an issue of it.
        const Result<LoadedDesign> loaded =
            loadDesignFile(folder.filePath("home/design.plimsoll").toStdString(), smallCatalog());
        QVERIFY(loaded);
        const LoadedTrace& trace = loaded->design.scenarios.front().traffic.at("in").trace;
        QCOMPARE(trace.rates != nullptr, isRead);
        QCOMPARE(trace.problem.has_value(), !isRead);
    }
};

PLIMSOLL_TEST(TstTraceFile)
#include "tst_trace_file.moc"
