// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/sweep.h"
#include "app/study/sweep_checkpoint.h"
#include "tests/support/test_main.h"

#include <sstream>

using namespace plimsoll;

namespace {

std::optional<SweptPoint> point(double cost, double metric)
{
    SweptPoint made;
    made.cost.value = cost;
    made.metric.value = metric;
    return made;
}

}  // namespace

class TestSweep final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void axes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("values");  // empty: refused
        QTest::newRow("range") << "a.b=1:4:1"
                               << "1 2 3 4";
        QTest::newRow("end between steps") << "a.b=1:4:2"
                                           << "1 3";
        // 0.1 + 2 x 0.1 is 0.30000000000000004 in doubles.
        QTest::newRow("tenths") << "a.b=0.1:0.3:0.1"
                                << "0.1 0.2 0.3";
        QTest::newRow("one") << "a.b=5:5:1"
                             << "5";
        QTest::newRow("list") << "a.b=x,y"
                              << "x y";
        QTest::newRow("single") << "in.rate=2x"
                                << "2x";
        QTest::newRow("backwards") << "a.b=4:1:1"
                                   << "";
        QTest::newRow("no step") << "a.b=1:4:0"
                                 << "";
        QTest::newRow("endless") << "a.b=0:1:1e-9"
                                 << "";
        QTest::newRow("hole") << "a.b=1,,2"
                              << "";
        QTest::newRow("nothing") << "a.b="
                                 << "";
        QTest::newRow("no sign") << "a.b"
                                 << "";
    }
    void axes()
    {
        QFETCH(QString, text);
        QFETCH(QString, values);
        const Result<SweepAxis> axis = parseSweepAxis(text.toStdString());
        QCOMPARE(static_cast<bool>(axis), !values.isEmpty());
        if (!axis)
            return;
        QStringList found;
        for (const std::string& value : axis->values)
            found << QString::fromStdString(value);
        QCOMPARE(found.join(' '), values);
    }
    void frontHoldsWhatNothingBeats()
    {
        // Cheapest; dearer and better; dearer and worse; equal to the second; same cost as the first but worse; none.
        const std::vector<std::optional<SweptPoint>> points{point(1, 9), point(2, 5),  point(3, 6),
                                                            point(2, 5), point(1, 10), std::nullopt};
        QCOMPARE(paretoFront(points), (std::vector<bool>{true, true, false, true, false, false}));
    }
    void linesKeepNumbersExactly()
    {
        SweptPoint made = *point(0.1 + 0.2, 1.0 / 3);
        made.objectives.push_back({{"delay-p99 at \"x\"", 1e-300, 5e300}, 2, Certainty::Unsure});
        made.tails.push_back({"tail", std::nullopt, std::nullopt});
        made.closest = "a: b\n";
        const std::string line = lineOf(7, made);
        QVERIFY(line.find('\n') == std::string::npos);
        const auto back = pointOf(line);
        QVERIFY(back && back->first == 7 && back->second == made);
        QVERIFY(!pointOf(line.substr(0, line.size() - 1)));
        QVERIFY(!pointOf("{}") && !pointOf("") && !pointOf("7"));
    }
    void aCheckpointIsTakenOnlyAsItWasWritten_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("refusal");
        QTest::newRow("as written") << ""
                                    << ""
                                    << "";
        QTest::newRow("another figure") << "\"value\":7.0"
                                        << "\"value\":7.5"
                                        << "altered in line 3";
        QTest::newRow("another point") << "\"point\":1"
                                       << "\"point\":0"
                                       << "altered in line 3";
        QTest::newRow("no checksum") << "\"sum\":"
                                     << "\"was\":"
                                     << "altered in line 2";
        QTest::newRow("another seed") << "\"seed\":\"1\""
                                      << "\"seed\":\"2\""
                                      << "another seed";
        QTest::newRow("more in the header") << "\"seed\""
                                            << "\"more\":1,\"seed\""
                                            << "altered in line 1";
    }
    void aCheckpointIsTakenOnlyAsItWasWritten()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, refusal);
        const SweepIdentity identity{{"design", "abc"}, {"seed", "1"}};
        const std::string header = checkpointHeader(identity);
        QString text = QString::fromStdString(header + "\n" + checkpointLine(0, *point(1, 2), header) + "\n"
                                              + checkpointLine(1, *point(7, 2), header) + "\n");
        if (!from.isEmpty()) {
            QVERIFY(text.contains(from));
            text.replace(text.indexOf(from), from.size(), to);
        }
        std::istringstream input{text.toStdString()};
        const Result<CheckpointContents> read = readCheckpoint(input, identity, 2);
        QCOMPARE(bool(read), refusal.isEmpty());
        if (read)
            QCOMPARE(read->done.size(), std::size_t{2});
        else
            QVERIFY2(read.error().what.find(refusal.toStdString()) != std::string::npos,
                     read.error().what.c_str());
    }
    void aLineOfAnotherSweepIsRefused()
    {
        const SweepIdentity identity{{"seed", "1"}}, other{{"seed", "2"}};
        std::istringstream input{checkpointHeader(identity) + "\n"
                                 + checkpointLine(0, *point(1, 2), checkpointHeader(other)) + "\n"};
        QVERIFY(!readCheckpoint(input, identity, 1));
    }
    void aCheckpointAsksForNoMoreThanItHolds()
    {
        // Nested a few thousand deep, sealed well; and a line without end.
        const SweepIdentity identity{{"seed", "1"}};
        QVERIFY(!pointOf("{\"problem\":" + std::string(5'000, '[') + std::string(5'000, ']') + "}"));
        std::istringstream endless{checkpointHeader(identity) + "\n" + std::string(3 << 20, 'x')};
        const Result<CheckpointContents> read = readCheckpoint(endless, identity, 1);
        QVERIFY(!read && read.error().what.find("line 2") != std::string::npos);
    }
    void certaintyLooksAtTheWholeInterval()
    {
        ObjectiveReport objective;
        objective.objective.atMost = 10;
        objective.halfWidth = 2;
        objective.value = 8;  // 6 to 10
        QVERIFY(certaintyOf(objective) == Certainty::Met);
        QVERIFY(certaintyOf(objective, 1.5) == Certainty::Unsure);  // 5 to 11
        objective.value = 12;                                       // 10 to 14
        QVERIFY(certaintyOf(objective) == Certainty::Unsure);
        objective.value = 12.5;
        QVERIFY(certaintyOf(objective) == Certainty::Missed);
        objective.value.reset();
        QVERIFY(certaintyOf(objective) == Certainty::NoData);
    }
};

PLIMSOLL_TEST(TestSweep)
#include "tst_sweep.moc"
