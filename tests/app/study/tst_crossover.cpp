// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/crossover.h"
#include "app/study/remedies.h"
#include "app/study/templates.h"
#include "model/serialization/design_file.h"
#include "simulator/services/builtin_services.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cmath>

using namespace plimsoll;

class tst_Crossover : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theDesignItselfIsWhereTheLoadIsOne()
    {
        const Design design = reference();
        QVERIFY(atLoad(design, m_library.catalog(), 1) == design);
    }

    void sizesFollowTheLoadInWholeUnits()
    {
        // 3 shards x 0.5 = 1.5, so 2; 3,000 WCU x 0.5 = 1,500; 1 RCU cannot become less than one.
        const Design half = atLoad(reference(), m_library.catalog(), 0.5);
        QCOMPARE(asNumber(findComponent(half, "orders")->parameters.at("shards")), 2.0);
        QCOMPARE(asNumber(findComponent(half, "items")->parameters.at("wcu")), 1500.0);
        QCOMPARE(asNumber(findComponent(half, "items")->parameters.at("rcu")), 1.0);
        QCOMPARE(half.scenarios.front().traffic.at("producers-a").load, 0.5);
    }

    void theCurvePassesThroughTheBills()
    {
        const std::vector<Contender> sides = branchesOf(reference());
        const Result<Crossover> found = crossoverOf(sides, m_library, "steady", {});
        QVERIFY(found);
        bool own = false;
        for (const CostAtLoad& at : found->curve) {
            if (std::abs(at.factor - 1) > 1e-9)
                continue;
            own = true;
            QCOMPARE(std::lround(at.recordsPerSecond), 3000L);
            QCOMPARE(std::lround(at.costs[0].dollars()), 1340L);
            QCOMPARE(std::lround(at.costs[1].dollars()), 2468L);
        }
        QVERIFY(own);
    }

    void theSidesCostTheSameWhereTheyCross()
    {
        const std::vector<Contender> sides = branchesOf(reference());
        const Result<Crossover> found = crossoverOf(sides, m_library, "steady", {});
        QVERIFY(found);
        // A shard for a trickle costs $10.95 a month, one write unit $0.47: the table is cheaper at low rates.
        QVERIFY(!found->points.empty());
        const CrossoverPoint& point = found->points.front();
        QCOMPARE(point.cheaperBelow, std::size_t{1});
        QCOMPARE(point.cheaperAbove, std::size_t{0});
        const double a = point.at.costs[0].dollars();
        const double b = point.at.costs[1].dollars();
        // Both sides are sold in whole units, so at the crossing they may differ by one write unit of $0.47.
        QVERIFY2(std::abs(a - b) <= 0.5, qPrintable(QString::number(a - b)));
        QVERIFY(found->text.find("records/s") != std::string::npos);
    }

    void aRemedySaysWhatItAddsToTheBill()
    {
        Design design = reference();
        design.scenarios.front().durationSeconds = 60;
        RunOptions options;
        options.scenario = "steady";
        RunMonitor monitor;
        const Result<RunReport> report = simulate(design, m_library, options, monitor);
        QVERIFY(report);
        const std::vector<Remedy> remedies =
            remediesOf(design, *report, report->findings, m_library, PriceChoice{});
        const auto shards = std::find_if(remedies.begin(), remedies.end(),
                                         [](const Remedy& each) { return each.parameter == "shards"; });
        QVERIFY(shards != remedies.end());
        QCOMPARE(shards->from, 3.0);
        QCOMPARE(shards->to, 4.0);
        // One more shard: 730 h x $0.015 = $10.95.
        QVERIFY(shards->perMonth.has_value());
        QCOMPARE(std::lround(shards->perMonth->dollars() * 100), 1095L);
    }

private:
    static Design reference()
    {
        static const ServiceLibrary library = builtinServices();
        for (const DesignTemplate& each : designTemplates())
            if (each.id == "reference-comparison")
                return parseDesign(each.text, library.catalog())->design;
        return {};
    }

    ServiceLibrary m_library = builtinServices();
};

PLIMSOLL_TEST(tst_Crossover)
#include "tst_crossover.moc"
