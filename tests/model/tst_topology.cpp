// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/design/topology.h"
#include "tests/model/fixtures.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// "a>b b>c d": components in order of appearance, an edge for each ">".
Design drawn(const QString& text)
{
    Design design;
    const auto place = [&design](const std::string& id) {
        if (findComponent(design, id) == nullptr)
            design.components.push_back(component(id, "lambda"));
    };
    int number = 0;
    for (const QString& word : text.split(' ', Qt::SkipEmptyParts)) {
        const QStringList ends = word.split('>');
        for (const QString& end : ends)
            place(end.toStdString());
        if (ends.size() == 2)
            design.connections.push_back(
                connection("c" + std::to_string(++number), ends[0].toStdString(), ends[1].toStdString()));
    }
    return design;
}

QString joined(const std::vector<ComponentId>& ids)
{
    QStringList list;
    for (const ComponentId& id : ids)
        list += q(id);
    return list.join(' ');
}

}  // namespace

class TestTopology : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsGraphs_data()
    {
        QTest::addColumn<QString>("graph");
        QTest::addColumn<QString>("sources");
        QTest::addColumn<QString>("order");
        QTest::addColumn<QString>("cycles");  // groups apart by |
        QTest::addColumn<QString>("orphans");
        QTest::addColumn<QString>("unreachable");
        QTest::addColumn<QString>("articulation");
        const auto row = [](const char* name, const char* graph, const char* sources, const char* order,
                            const char* cycles, const char* orphans, const char* unreachable,
                            const char* articulation) {
            QTest::newRow(name) << graph << sources << order << cycles << orphans << unreachable
                                << articulation;
        };
        row("nothing", "", "", "", "", "", "", "");
        row("one", "a", "a", "a", "", "a", "", "");
        row("a chain", "c>b b>a", "c", "c b a", "", "", "", "b");
        row("a diamond", "s>a s>b a>t b>t", "s", "s a b t", "", "", "", "");
        row("two chains through one", "a>m b>m m>x m>y", "a b", "a b m x y", "", "", "", "m");
        row("an orphan and a stray pair", "s>a o x>y", "s", "s a o x y", "", "o", "o x y", "");
        row("no source", "a>b", "", "a b", "", "", "a b", "");
        row("a source of larger id first", "a>b z>b", "z", "z a b", "", "", "a", "b");
        row("a cycle is opened at its smallest id", "s>c c>b b>a a>c", "s", "s a c b", "a b c", "", "", "c");
        row("a cycle alone", "b>a a>b", "", "a b", "a b", "", "a b", "");
        row("a cycle that feeds another", "x>y y>x y>a a>b b>a", "", "x y a b", "a b|x y", "", "a b x y",
            "a y");
        row("a self loop", "s>a a>a", "s", "s a", "a", "", "", "");
        row("there and back is one link", "s>a a>b b>a", "s", "s a b", "a b", "", "", "a");
        row("parallel connections", "s>a s>a", "s", "s a", "", "", "", "");
    }
    void readsGraphs()
    {
        QFETCH(QString, graph);
        QFETCH(QString, sources);
        std::vector<ComponentId> sourceIds;
        for (const QString& id : sources.split(' ', Qt::SkipEmptyParts))
            sourceIds.push_back(id.toStdString());
        const Design design = drawn(graph);
        const Topology topology = topologyOf(design, sourceIds);
        std::vector<ComponentId> order;
        for (const int index : topology.order)
            order.push_back(design.components.at(static_cast<std::size_t>(index)).id);
        QStringList cycles;
        for (const std::vector<ComponentId>& cycle : topology.cycles)
            cycles += joined(cycle);
        QTEST(joined(order), "order");
        QTEST(cycles.join('|'), "cycles");
        QTEST(joined(topology.orphans), "orphans");
        QTEST(joined(topology.unreachable), "unreachable");
        QTEST(joined(topology.articulationPoints), "articulation");
    }

    void danglingConnectionsAreSkipped()
    {
        Design design = drawn("s>a");
        design.connections.push_back(connection("x", "a", "nowhere"));
        design.connections.push_back(connection("y", "nowhere", "a"));
        const Topology topology = topologyOf(design, {"s", "nowhere"});
        QCOMPARE(topology.order.size(), std::size_t{2});
        QVERIFY(topology.unreachable.empty());
    }

    void theOrderDoesNotDependOnHowTheDesignIsStored()
    {
        const QString graph = "s>c c>b b>a a>c b>d t>d d>e";
        const auto namesOf = [](const Design& design) {
            QStringList names;
            for (const int index : topologyOf(design, {"s", "t"}).order)
                names += q(design.components.at(static_cast<std::size_t>(index)).id);
            return names;
        };
        Design design = drawn(graph);
        const QStringList expected = namesOf(design);
        std::reverse(design.components.begin(), design.components.end());
        std::reverse(design.connections.begin(), design.connections.end());
        QCOMPARE(namesOf(design), expected);
    }

    void manyCyclesAreNoProblem()
    {
        // Pairs that call each other, one feeding the next: each has to be opened, in the order they feed.
        Design design;
        const int pairs = 10'000;
        for (int at = 0; at < pairs; ++at) {
            const std::string n = std::to_string(100'000 - at);
            design.components.push_back(component("a" + n, "lambda"));
            design.components.push_back(component("b" + n, "lambda"));
            design.connections.push_back(connection("x" + n, "a" + n, "b" + n));
            design.connections.push_back(connection("y" + n, "b" + n, "a" + n));
            if (at > 0)
                design.connections.push_back(
                    connection("z" + n, "b" + std::to_string(100'001 - at), "a" + n));
        }
        const Topology topology = topologyOf(design, {});
        QCOMPARE(topology.cycles.size(), std::size_t{pairs});
        QCOMPARE(topology.order.size(), std::size_t{2 * pairs});
        for (int at = 0; at < 2 * pairs; ++at)
            QCOMPARE(topology.order[static_cast<std::size_t>(at)], at);
    }

    void aVeryLongChainIsNoProblem()
    {
        Design design;
        for (int at = 0; at < 20'000; ++at) {
            design.components.push_back(component("n" + std::to_string(at), "lambda"));
            if (at > 0)
                design.connections.push_back(connection(
                    "c" + std::to_string(at), "n" + std::to_string(at - 1), "n" + std::to_string(at)));
        }
        const Topology topology = topologyOf(design, {"n0"});
        QCOMPARE(topology.order.size(), std::size_t{20'000});
        QVERIFY(topology.unreachable.empty());
        QCOMPARE(topology.articulationPoints.size(), std::size_t{19'998});
    }
};

PLIMSOLL_TEST(TestTopology)
#include "tst_topology.moc"
