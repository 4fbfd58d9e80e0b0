// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/comparison.h"
#include "tests/support/test_main.h"

using namespace plimsoll;

namespace {

Component component(const char* id, const char* group = "")
{
    Component made;
    made.id = id;
    made.label = std::string{"The "} + id;
    made.group = group;
    return made;
}

Connection connection(const char* id, const char* from, const char* to)
{
    Connection made;
    made.id = id;
    made.from = from;
    made.to = to;
    return made;
}

/// a1 -> a2 -> a3 and b1 -> b2, and a lone leftover.
Design twoParts()
{
    Design design;
    design.components = {component("a1"), component("a2"), component("a3"),
                         component("b1"), component("b2"), component("lone")};
    design.connections = {connection("c1", "a1", "a2"), connection("c2", "a2", "a3"),
                          connection("c3", "b1", "b2")};
    Scenario scenario;
    scenario.id = "steady";
    scenario.traffic["a1"].ratePerSecond = 5;
    scenario.traffic["b1"].ratePerSecond = 5;
    scenario.objectives.emplace_back();
    scenario.objectives.back().component = "b2";
    design.scenarios = {scenario};
    return design;
}

ComparedSide side(const char* name, std::vector<std::pair<const char*, const char*>> lines)
{
    ComparedSide made;
    made.name = name;
    for (const auto& [meter, dollars] : lines) {
        BillLine line;
        line.meter = line.name = meter;
        line.amount = *Money::parse(dollars);
        line.quantity = 1;
        made.bill.total += line.amount;
        made.bill.lines.push_back(line);
    }
    return made;
}

}  // namespace

class TestComparison final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void unconnectedPartsAreBranches()
    {
        const std::vector<Contender> branches = branchesOf(twoParts());
        QCOMPARE(branches.size(), std::size_t{2});
        QCOMPARE(branches[0].name, std::string{"The a2"});  // the first one behind the source
        QCOMPARE(branches[0].design.components.size(), std::size_t{3});
        QCOMPARE(branches[0].design.connections.size(), std::size_t{2});
        QCOMPARE(branches[0].design.scenarios.front().traffic.size(), std::size_t{1});
        QVERIFY(branches[0].design.scenarios.front().objectives.empty());
        QCOMPARE(branches[1].name, std::string{"The b2"});
        QCOMPARE(branches[1].design.scenarios.front().objectives.size(), std::size_t{1});
    }

    void branchGroupsGoFirst()
    {
        Design design = twoParts();
        design.connections.push_back(connection("c4", "a3", "b2"));  // hangs together now
        QCOMPARE(branchesOf(design).size(), std::size_t{1});
        for (Component& each : design.components)
            each.group = each.id.starts_with("a") ? "left" : "right";
        Group left;
        left.id = "left";
        left.label = "Left";
        left.kind = "branch";
        Group right = left;
        right.id = "right";
        right.label = "";
        design.groups = {left, right};
        const std::vector<Contender> branches = branchesOf(design);
        QCOMPARE(branches.size(), std::size_t{2});
        QCOMPARE(branches[0].name, std::string{"Left"});
        QCOMPARE(branches[1].name, std::string{"right"});
        // What ran between the branches belongs to neither.
        QCOMPARE(branches[0].design.connections.size() + branches[1].design.connections.size(),
                 std::size_t{3});
    }

    void emptyDesignsHaveNoBranches() { QVERIFY(branchesOf(Design{}).empty()); }

    void saysTheGapAndWhatMakesIt()
    {
        const Comparison comparison =
            compareSides({side("A", {{"x/put", "1100"}, {"x/same", "12"}, {"x/hours", "228"}}),
                          side("B", {{"y/write", "2456"}, {"x/same", "12"}})});
        QCOMPARE(comparison.cheapest, std::size_t{0});
        // Widest first: 2456, 1100, 228, 0.
        QCOMPARE(comparison.lines.front().meter, std::string{"y/write"});
        QVERIFY(!comparison.lines.front().amounts[0]);
        QCOMPARE(comparison.lines.back().meter, std::string{"x/same"});
        QCOMPARE(comparison.lines.back().spread, Money{});
        // 2468 / 1340 = 1.84
        QCOMPARE(
            comparison.why.front(),
            std::string{"B costs $1,128 more a month than A: $2,468 against $1,340, 1.8 times as much."});
        QCOMPARE(comparison.why.at(1), std::string{"Where B pays more: $2,456 y/write."});
        QCOMPARE(comparison.why.at(2), std::string{"Where A pays more: $1,100 x/put, $228 x/hours."});
    }

    void equalSidesCostTheSame()
    {
        const Comparison comparison =
            compareSides({side("A", {{"x/put", "5"}}), side("B", {{"x/put", "5"}})});
        QCOMPARE(comparison.why.front(), std::string{"B and A cost the same."});
    }

    void threeSidesAreEachHeldAgainstTheCheapest()
    {
        const Comparison comparison = compareSides(
            {side("A", {{"x/a", "30"}}), side("B", {{"x/a", "10"}}), side("C", {{"x/a", "20"}})});
        QCOMPARE(comparison.cheapest, std::size_t{1});
        QVERIFY(comparison.why.at(0).starts_with("A costs $20.00 more a month than B"));
        QVERIFY(comparison.why.at(1).starts_with("C costs $10.00 more a month than B"));
    }

    void nothingToCompareSaysNothing() { QVERIFY(compareSides({}).why.empty()); }

    void runsCutShortAreNotCompared()
    {
        // One side ran ten hours, the other nothing of them: no figure says which is better.
        const auto ran = [](const char* name, double seconds) {
            ComparedSide side;
            side.name = name;
            side.run.emplace();
            side.run->provenance.durationSeconds = 36'000;
            side.run->provenance.simulatedSeconds = seconds;
            side.run->provenance.partial = seconds < 36'000;
            side.run->figures.push_back({"cost", "", {seconds / 10}});
            return side;
        };
        Comparison comparison;
        comparison.sides = {ran("A", 36'000), ran("B", 0)};
        compareRuns(comparison, false);
        QVERIFY(comparison.figures.empty());
        QCOMPARE(comparison.figuresNote,
                 std::string{"Nothing to compare in the runs: B ran 0 s of 36000 s."});
        comparison.sides[1] = ran("B", 36'000);
        compareRuns(comparison, false);
        QCOMPARE(comparison.figures.size(), std::size_t{1});
    }

    void tellsDifferencesFromNoise()
    {
        // Delay p99 of A 100, 120, 110, of B 112, 132, 122: differences 12, 12, 12 +- 0. p50 of B less A: 1, -1, 0.5.
        // Cost 10, 12, 14 dollars more: mean 12, s 2, alone 4.303 x 2 / sqrt 3 = 4.97; as one of three together at
        // 1 - 0.05 / 3: t(2, 0.99167) = 7.649, so 8.83.
        const auto ran = [](const char* name, const char* sink, std::vector<double> p99,
                            std::vector<double> p50, std::vector<double> cost) {
            ComparedSide made;
            made.name = name;
            made.run.emplace();
            made.run->provenance.replications = 3;
            made.run->sinks.emplace_back();
            made.run->sinks.back().component = sink;
            const auto figure = [&](const char* id, const char* where, const std::vector<double>& values) {
                made.run->figures.push_back({id, where, {values.begin(), values.end()}});
            };
            figure("delay-p99", sink, p99);
            figure("delay-p50", sink, p50);
            figure("cost", "", cost);
            return made;
        };
        Comparison comparison;
        comparison.sides = {ran("A", "store", {100, 120, 110}, {50, 51, 52}, {100, 110, 120}),
                            ran("B", "table", {112, 132, 122}, {51, 50, 52.5}, {110, 122, 134})};
        compareRuns(comparison, false);
        QCOMPARE(comparison.figures.size(), std::size_t{3});
        const auto text = [&](const char* name) -> std::string {
            for (const ComparedFigure& each : comparison.figures)
                if (each.figure == name)
                    return each.text;
            return "";
        };
        QCOMPARE(text("delay p99"),
                 std::string{"Delay p99 (store against table): A is faster by 12 ms in every replication."});
        QVERIFY(text("delay p50").find("not distinguishable") != std::string::npos);
        QCOMPARE(text("cost"), std::string{"Cost: A is cheaper by $12.00 +- $8.83."});
        QVERIFY(comparison.figuresNote.find("Bonferroni") != std::string::npos);
        compareRuns(comparison, true);
        QCOMPARE(text("cost"), std::string{"Cost: A is cheaper by $12.00 +- $4.97."});
        QVERIFY(comparison.figuresNote.find("individual intervals") != std::string::npos);
        // One replication each has differences and no interval, so nothing is called distinguishable.
        for (ComparedSide& each : comparison.sides)
            for (FigureOfRuns& figure : each.run->figures)
                figure.values.resize(1);
        compareRuns(comparison, false);
        QCOMPARE(text("cost"), std::string{"Cost: A is cheaper by $10.00, in one replication."});
        QVERIFY(!comparison.figures.front().distinguishable);
        QVERIFY(comparison.figuresNote.find("replications") != std::string::npos);
    }
};

PLIMSOLL_TEST(TestComparison)
#include "tst_comparison.moc"
