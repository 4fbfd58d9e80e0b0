// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/canvas/connection_item.h"
#include "app/desktop/canvas/routing.h"
#include "app/desktop/document/arrange.h"
#include "app/desktop/document/commands/connect_items.h"
#include "app/desktop/document/layered_layout.h"
#include "app/desktop/look/card.h"
#include "tests/app/desktop/canvas_fixture.h"

#include <QtCore/QRandomGenerator>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

LayeredGraph graphOf(std::size_t boxes, std::vector<std::pair<std::size_t, std::size_t>> edges)
{
    LayeredGraph graph;
    for (std::size_t at = 0; at < boxes; ++at)
        graph.boxes.push_back({100, 50, static_cast<double>(at)});
    graph.edges = std::move(edges);
    return graph;
}

QRectF cardOf(const Component& component)
{
    return {component.position.x, component.position.y, kCardWidth, kCardHeight};
}

/// Whether a stretch of the line passes through the card.
bool passesThrough(const QList<QPointF>& corners, const QRectF& card)
{
    for (qsizetype at = 0; at + 1 < corners.size(); ++at) {
        const QRectF stretch = QRectF{corners[at], corners[at + 1]}.normalized();
        if (stretch.left() < card.right() && stretch.right() > card.left() && stretch.top() < card.bottom()
            && stretch.bottom() > card.top())
            return true;
    }
    return false;
}

}  // namespace

class tst_Arrange : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void edgesGoForwardAndBoxesLieApart()
    {
        QRandomGenerator random{7};
        LayeredGraph graph = graphOf(40, {});
        for (int edge = 0; edge < 70; ++edge) {
            const std::size_t from = random.bounded(39u);
            graph.edges.emplace_back(from, from + 1 + random.bounded(static_cast<quint32>(39 - from)));
        }
        const LayeredPlaces places = layeredLayout(graph);
        for (const auto& [from, to] : graph.edges)
            QVERIFY(places.corners[from].first + 100 + graph.gaps.across <= places.corners[to].first + 1e-6);
        for (std::size_t a = 0; a < 40; ++a)
            for (std::size_t b = a + 1; b < 40; ++b) {
                const QRectF one{places.corners[a].first, places.corners[a].second, 100, 50};
                const QRectF other{places.corners[b].first, places.corners[b].second, 100, 50};
                QVERIFY(!one.adjusted(0, 0, -0.01, -0.01).intersects(other));
            }
    }

    void aPlanarDrawingHasNoCrossings()
    {
        // Two ladders in an order that crosses: 0 -> 3, 1 -> 2 becomes level by turning one layer round.
        QCOMPARE(layeredLayout(graphOf(4, {{0, 3}, {1, 2}})).crossings, std::size_t{0});
        // All of two with all of two: in two layers one crossing is the least.
        QCOMPARE(layeredLayout(graphOf(4, {{0, 2}, {0, 3}, {1, 2}, {1, 3}})).crossings, std::size_t{1});
    }

    void aChainIsOneStraightLine()
    {
        const LayeredPlaces places = layeredLayout(graphOf(5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}}));
        for (const auto& [x, y] : places.corners)
            QVERIFY(std::abs(y - places.corners.front().second) < 1e-6);
    }

    void aCycleIsCutAndACallToItselfLeftOut()
    {
        const LayeredPlaces places = layeredLayout(graphOf(3, {{0, 1}, {1, 2}, {2, 0}, {1, 1}}));
        QVERIFY(places.corners[0].first < places.corners[1].first);
        QVERIFY(places.corners[1].first < places.corners[2].first);
    }

    void tidyIsOneStepAndKeepsFramesAroundTheirMembers()
    {
        CanvasFixture canvas;
        const QString source = canvas.add("traffic-source", 400, 300);
        const QString stream = canvas.add("kinesis-data-streams", 90, 10);
        const QString lambda = canvas.add("lambda", 410, 290);
        QUndoStack& stack = canvas.document.undoStack();
        stack.push(new ConnectItems{canvas.document, source.toStdString(), stream.toStdString()});
        stack.push(new ConnectItems{canvas.document, stream.toStdString(), lambda.toStdString()});
        canvas.view.canvas().select({stream, lambda});
        canvas.view.actions().group->trigger();
        canvas.view.canvas().select({});
        const Design before = canvas.document.design();
        const int steps = stack.count();
        canvas.view.actions().tidy->trigger();
        QCOMPARE(stack.count(), steps + 1);
        const Design& after = canvas.document.design();
        const auto card = [&](const QString& id) { return cardOf(*findComponent(after, id.toStdString())); };
        QVERIFY(card(source).right() < card(stream).left());
        QVERIFY(card(stream).right() < card(lambda).left());
        const Group& frame = after.groups.front();
        const QRectF around{frame.position.x, frame.position.y, frame.width, frame.height};
        QVERIFY(around.contains(card(stream)) && around.contains(card(lambda)));
        QVERIFY(!around.intersects(card(source)));
        stack.undo();
        QCOMPARE(canvas.document.design(), before);
    }

    void tidyOfASelectionLeavesTheRest()
    {
        CanvasFixture canvas;
        const QString a = canvas.add("lambda", 0, 0), b = canvas.add("lambda", 5, 5),
                      far = canvas.add("lambda", 2000, 2000);
        canvas.view.canvas().select({a, b});
        canvas.view.actions().tidy->trigger();
        const Design& after = canvas.document.design();
        QCOMPARE(findComponent(after, far.toStdString())->position, (Position{2000, 2000}));
        QVERIFY(!cardOf(*findComponent(after, a.toStdString()))
                     .intersects(cardOf(*findComponent(after, b.toStdString()))));
    }

    void itemsAlignAndDistribute()
    {
        CanvasFixture canvas;
        const QStringList ids{canvas.add("lambda", 0, 0), canvas.add("lambda", 300, 40),
                              canvas.add("lambda", 900, 100)};
        canvas.view.canvas().select(ids);
        canvas.view.actions().alignments[static_cast<int>(Alignment::Top)]->trigger();
        for (const Component& each : canvas.document.design().components)
            QCOMPARE(each.position.y, 0.0);
        canvas.view.actions().distributeAcross->trigger();
        // 900 + 192 wide in all, three cards: gaps of (1092 - 3 x 192) / 2 = 258.
        QCOMPARE(findComponent(canvas.document.design(), ids[1].toStdString())->position.x, 192.0 + 258.0);
        canvas.document.undoStack().undo();
        QCOMPARE(findComponent(canvas.document.design(), ids[1].toStdString())->position.x, 300.0);
    }

    void aGroupIsTakenApartWithoutLosingItsMembers()
    {
        CanvasFixture canvas;
        const QString a = canvas.add("lambda", 0, 0), b = canvas.add("lambda", 300, 0);
        canvas.view.canvas().select({a, b});
        canvas.view.actions().group->trigger();
        QCOMPARE(canvas.document.design().groups.size(), std::size_t{1});
        canvas.view.actions().ungroup->trigger();
        QVERIFY(canvas.document.design().groups.empty());
        QCOMPARE(canvas.document.design().components.size(), std::size_t{2});
        QCOMPARE(canvas.view.canvas().selectedIds(), (QStringList{a, b}));
    }

    void similarOnesAreSelected()
    {
        CanvasFixture canvas;
        const QString a = canvas.add("lambda", 0, 0), b = canvas.add("lambda", 300, 0);
        canvas.add("s3", 600, 0);
        canvas.view.canvas().select({a});
        canvas.view.actions().selectSimilar->trigger();
        QCOMPARE(canvas.view.canvas().selectedIds(), (QStringList{a, b}));
    }

    void aLineGoesRoundWhatIsInItsWay()
    {
        const QRectF from{0, 0, kCardWidth, kCardHeight}, to{800, 0, kCardWidth, kCardHeight};
        const QRectF between{400, -40, kCardWidth, 160};
        const QPointF out{from.right(), from.center().y()}, in{to.left(), to.center().y()};
        const QList<QPointF> free = orthogonalRoute(out, PortSide::Right, in, PortSide::Left, {from, to});
        QCOMPARE(free, (QList<QPointF>{out, in}));
        const QList<QPointF> round =
            orthogonalRoute(out, PortSide::Right, in, PortSide::Left, {from, to, between});
        QVERIFY(!passesThrough(round, between));
        for (qsizetype at = 0; at + 1 < round.size(); ++at)
            QVERIFY(round[at].x() == round[at + 1].x() || round[at].y() == round[at + 1].y());
        QCOMPARE(round.first(), out);
        QCOMPARE(round.last(), in);
    }

    void aLineBackwardsLeavesAndArrivesAtItsPorts()
    {
        const QRectF from{800, 0, kCardWidth, kCardHeight}, to{0, 40, kCardWidth, kCardHeight};
        const QPointF out{from.right(), from.center().y()}, in{to.left(), to.center().y()};
        const QList<QPointF> line = orthogonalRoute(out, PortSide::Right, in, PortSide::Left, {from, to});
        QVERIFY(line[1].x() > out.x());
        QVERIFY(line[line.size() - 2].x() < in.x());
        QVERIFY(!passesThrough(line.mid(1, line.size() - 2), from.adjusted(1, 1, -1, -1)));
        QVERIFY(!passesThrough(line.mid(1, line.size() - 2), to.adjusted(1, 1, -1, -1)));
    }

    void linesFindAnotherWayWhenACardIsPutInTheirWay()
    {
        CanvasFixture canvas;
        const QString a = canvas.add("traffic-source", 0, 0), b = canvas.add("lambda", 900, 0);
        canvas.document.undoStack().push(new ConnectItems{canvas.document, a.toStdString(), b.toStdString()});
        const QString line = QString::fromStdString(canvas.document.design().connections.front().id);
        const auto& item = *dynamic_cast<ConnectionItem*>(canvas.view.canvas().item(line));
        QCOMPARE(item.corners().size(), qsizetype{2});
        const QString wall = canvas.add("s3", 450, -10);
        const QRectF card = cardOf(*findComponent(canvas.document.design(), wall.toStdString()));
        QTRY_VERIFY(item.corners().size() > 2 && !passesThrough(item.corners(), card));
        canvas.document.undoStack().undo();
        QTRY_COMPARE(item.corners().size(), qsizetype{2});
        // The other styles do not mind, and are a choice of the menu.
        canvas.view.actions().lines[static_cast<int>(LineStyle::Curved)]->trigger();
        QCOMPARE(item.style(), LineStyle::Curved);
        canvas.view.actions().lines[static_cast<int>(LineStyle::Orthogonal)]->trigger();
        QCOMPARE(item.corners().size(), qsizetype{2});
    }

    void noNoteLiesUnderWhatIsTidied()
    {
        CanvasFixture canvas;
        const QString a = canvas.add("traffic-source", 0, 0), b = canvas.add("lambda", 600, 400);
        canvas.document.undoStack().push(new ConnectItems{canvas.document, a.toStdString(), b.toStdString()});
        // One card is held where it is, away from where the others begin; a note lies where its neighbour will be.
        canvas.view.canvas().select({b});
        canvas.view.actions().pin->trigger();
        ItemSet items;
        items.notes.push_back({"note-near", "near", {300, 390}, 200, 80, {}});
        items.notes.push_back({"note-held", "held", {310, 400}, 200, 80, {}});
        canvas.document.undoStack().push(new AddItems{canvas.document, std::move(items)});
        canvas.view.canvas().select({QStringLiteral("note-held")});
        canvas.view.actions().pin->trigger();
        canvas.view.canvas().select({});
        canvas.view.actions().tidy->trigger();
        const Design& after = canvas.document.design();
        QCOMPARE(findComponent(after, b.toStdString())->position, (Position{600, 400}));
        const Note& held = after.notes[0];
        const Note& near = after.notes[1];
        QCOMPARE(held.id, std::string{"note-held"});
        QCOMPARE(held.position, (Position{310, 400}));
        const QRectF moved{near.position.x, near.position.y, near.width, near.height};
        for (const Component& each : after.components)
            QVERIFY(!moved.intersects(cardOf(each)));
    }

    void linesGoRoundACardWhileItIsDragged()
    {
        CanvasFixture canvas;
        const QString a = canvas.add("traffic-source", 0, 0), b = canvas.add("lambda", 900, 0),
                      wall = canvas.add("s3", 450, 300);
        canvas.document.undoStack().push(new ConnectItems{canvas.document, a.toStdString(), b.toStdString()});
        canvas.view.fit();
        const auto& line = *dynamic_cast<ConnectionItem*>(canvas.view.canvas().item(
            QString::fromStdString(canvas.document.design().connections.front().id)));
        QTRY_COMPARE(line.corners().size(), qsizetype{2});
        const QPoint from = canvas.centreOf(wall);
        canvas.press(from);
        canvas.moveTo(from + QPoint{0, -30});
        const QPoint into = canvas.at({450 + kCardWidth / 2, kCardHeight / 2 - 8});
        canvas.moveTo(into);
        // The button is still held.
        QTRY_VERIFY(line.corners().size() > 2);
        QVERIFY(!passesThrough(line.corners(), canvas.card(wall).mapRectToScene(canvas.card(wall).card())));
        canvas.moveTo(from);
        QTRY_COMPARE(line.corners().size(), qsizetype{2});
        canvas.release(from);
    }
};

PLIMSOLL_TEST(tst_Arrange)
#include "tst_arrange.moc"
