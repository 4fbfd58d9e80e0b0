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
private slots:
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
};

PLIMSOLL_TEST(TestComparison)
#include "tst_comparison.moc"
