// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/serialization/design_file.h"
#include "pricing/bill.h"
#include "tests/simulator/gate/stages.h"
#include "tests/simulator/random_design.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

using namespace plimsoll;
using namespace plimsoll::tests;

/// Holds what `price` says of a service to what its run meters, beside all that it can be connected to.
class TstEstimateAndRun : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theEstimateSaysWhatTheRunSays_data()
    {
        QTest::addColumn<std::string>("id");
        for (const ServiceSpec* spec : runnable())
            QTest::newRow(spec->id.c_str()) << spec->id;
    }
    void theEstimateSaysWhatTheRunSays()
    {
        QFETCH(std::string, id);
        std::string apart;
        // PLIMSOLL_DIFFERENCES tells how far apart they are also where that is near enough.
        const bool tells = std::getenv("PLIMSOLL_DIFFERENCES") != nullptr;
        Farthest farthest;
        std::vector<Stage> stages = steadyStagesOf(library().find(id)->spec);
        for (Stage& stage : specialSteadyStagesOf(id))
            stages.push_back(std::move(stage));
        for (const Stage& stage : stages) {
            const std::vector<std::string> differences = differencesOf(stage.design);
            bool excused = false;
            for (const std::string& each : differences) {
                const std::string difference = stage.name + ": " + each;
                excused |= isKnown(difference);
                if (!isKnown(difference))
                    apart += "\n" + difference;
            }
            if (tells && !excused) {
                const Farthest here = farthestApart(stage.design);
                farthest = {std::max(farthest.meters, here.meters), std::max(farthest.times, here.times)};
            }
        }
        if (tells)
            qInfo("%s: meters %.2f%%, times %.1f%%", id.c_str(), 100 * farthest.meters, 100 * farthest.times);
        QVERIFY2(apart.empty(), apart.c_str());
    }
    void soItDoesAboveSaturation_data() { theEstimateSaysWhatTheRunSays_data(); }
    void soItDoesAboveSaturation()
    {
        QFETCH(std::string, id);
        int apart = 0;
        for (const Stage& stage : overloadedStagesOf(library().find(id)->spec)) {
            const std::vector<std::string> differences = overloadDifferencesOf(stage.design);
            const bool excused =
                std::any_of(std::begin(kApartAboveSaturation), std::end(kApartAboveSaturation),
                            [&](const char* pair) { return id + " behind " + behind(stage) == pair; });
            // What agrees by now is to be struck off the list.
            if (differences.empty() != excused)
                continue;
            ++apart;
            qWarning("%s%s", stage.name.c_str(), excused ? " agrees by now" : "");
            for (const std::string& difference : differences)
                qWarning("    %s", difference.c_str());
        }
        QCOMPARE(apart, 0);
    }
    /// The bill by rates and the bill by what was metered, of designs that nobody thought of.
    void randomDesignsCostWhatTheyAreSaidTo()
    {
        Compared all;
        costWhatTheyAreSaidTo([](RandomDesign random) { return random.makeSteady(); }, all);
        costWhatTheyAreSaidTo([](RandomDesign random) { return random.makeSteadyOfAll(); }, all);
        qInfo("%d designs compared, %d apart", all.compared, all.apart);
        // Some bill by rules of busy time, such as a warehouse that is awake a minute for each load: where those come neither
        // evenly nor at random, no mean rate tells. Nor where few keys fall unevenly on the lanes that a function reads.
        constexpr int kOneIn = 30;
        QVERIFY2(isOne() || all.apart * kOneIn <= all.compared, qPrintable(QString::number(all.apart)));
    }

private:
    /// What mean rates do not tell: a buffer's records all at once before few workers that take what they are given in no time, and
    /// few results of windows, whose number is drawn; and two buffers of the same time, one behind the other: which burst still meets
    /// the buffer that the one before it opened.
    static bool isKnown(const std::string& difference)
    {
        return difference.starts_with("steady traffic-source data-firehose x sagemaker-async: out0: ")
               || difference.starts_with("steady traffic-source kinesis-data-streams x splunk: out0: ")
               || difference.starts_with("steady traffic-source msk x mwaa: out0 starts: ")
               || difference.starts_with("steady traffic-source kafka-on-ec2 x bedrock: out0 ")
               || difference.starts_with(
                   "steady traffic-source data-firehose x kinesis-data-streams data-firehose: out1: ");
    }
    /// The service that brings the stage's service its work; empty: the source itself does.
    static std::string behind(const Stage& stage)
    {
        const Component* in = findComponent(stage.design, "in1");
        return in ? in->service : std::string{};
    }
    /// Where a chain above saturation ends up otherwise in a run than mean rates tell: who waits is cut off by a time limit
    /// of the caller's, is tried again because of it, or waits at the other end of the connection.
    static constexpr const char* kApartAboveSaturation[] = {
#include "tests/simulator/gate/apart_above_saturation.inc"
    };
    struct Compared {
        int compared = 0, apart = 0;
    };
    static bool isOne()
    {
        return std::getenv("PLIMSOLL_RANDOM_SEED") != nullptr;
    }
    template <class Make>
    static void costWhatTheyAreSaidTo(Make make, Compared& all)
    {
        // PLIMSOLL_RANDOM_SEED looks at one design by the number a failure names, PLIMSOLL_RANDOM_COUNT at more.
        const char* seed = std::getenv("PLIMSOLL_RANDOM_SEED");
        const char* count = std::getenv("PLIMSOLL_RANDOM_COUNT");
        const quint64 first = seed ? std::strtoull(seed, nullptr, 10) : 1;
        const quint64 number = count ? std::strtoull(count, nullptr, 10) : seed ? 1 : 60;
        for (quint64 each = first; each < first + number; ++each) {
            const Design design = make(RandomDesign{each, library()});
            const Result<Both> played = both(design);
            QVERIFY2(played, played ? "" : played.error().toString().c_str());
            for (const Audit& audit : played->run.audits)
                QVERIFY2(audit.passed,
                         qPrintable(QStringLiteral("design %1: ").arg(each)
                                    + QString::fromStdString(audit.name + ": " + audit.detail)));
            if (!played->steady)
                continue;
            ++all.compared;
            const double estimated = billOf(played->flow.usage, design),
                         metered = billOf(played->run.usage, design);
            if (std::min(std::fabs(metered - estimated), std::fabs(metered / played->drawn - estimated))
                <= 0.02 * estimated)
                continue;
            ++all.apart;
            qWarning("design %llu: $%.2f by estimate, $%.2f in the run",
                     static_cast<unsigned long long>(each), estimated, metered / played->drawn);
            if (!seed)
                continue;
            for (const std::string& difference : differencesOf(design))
                qWarning("%s", difference.c_str());
            qWarning("%s", writeDesign(design).c_str());
        }
    }
    static double billOf(const Usage& usage, const Design& design)
    {
        const Result<Bill> bill =
            priceMonth({{usage, 0}}, *builtinPriceBook("us-east-1"), library().catalog(), design, {});
        return bill ? bill->total.dollars() : -1;
    }
};

PLIMSOLL_TEST(TstEstimateAndRun)
#include "tst_estimate_and_run.moc"
