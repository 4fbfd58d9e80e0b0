// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/document/autosave.h"
#include "app/desktop/document/commands/add_items.h"
#include "app/desktop/document/commands/connect_items.h"
#include "app/desktop/document/commands/move_items.h"
#include "app/desktop/document/commands/remove_items.h"
#include "app/desktop/document/commands/rename_item.h"
#include "app/desktop/document/commands/set_header.h"
#include "app/desktop/document/commands/set_note_text.h"
#include "app/desktop/document/commands/set_parameter.h"
#include "app/desktop/document/commands/set_scenario.h"
#include "app/desktop/document/edits.h"
#include "model/serialization/design_file.h"
#include "simulator/services/builtin_services.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>

using namespace plimsoll;

namespace {

/// Source -> stream -> function beside a group, a note and a scenario that names all of them.
Design sample()
{
    Design design;
    design.title = "Sample";
    design.components = {
        {"fn", "lambda", "Enrich", {528, 0}, {}, "vpc", {}},
        {"orders", "kinesis-data-streams", "Orders", {264, 0}, {{"shards", std::int64_t{3}}}, {}, {}},
        {"producers", "traffic-source", "Producers", {0, 0}, {}, {}, {}}};
    design.connections = {{"c1", "producers", "orders", {}, {}}, {"c2", "orders", "fn", {}, {}}};
    design.groups = {{"vpc", "VPC", "vpc", {500, -40}, 300, 200, {}}};
    design.notes = {{"n1", "Remember the rounding", {0, 200}, 200, 80, {}}};
    Scenario scenario;
    scenario.id = "steady";
    scenario.label = "Steady";
    scenario.traffic["producers"].ratePerSecond = 3000;
    scenario.faults.push_back({"f1", "fn", FaultKind::Down, 10, 5, 1});
    scenario.objectives.push_back({"delay-p99", "fn", 1000.0, std::nullopt});
    design.scenarios = {scenario};
    return design;
}

}  // namespace

class tst_Document : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCommandRestoresExactly_data()
    {
        using Make = std::function<QUndoCommand*(DesignDocument&)>;
        QTest::addColumn<Make>("make");
        const auto row = [](const char* name, Make make) { QTest::newRow(name) << make; };
        row("add", [](DesignDocument& d) {
            return new AddItems{d, newComponent(d, *d.catalog().find("traffic-source"), {1, 2})};
        });
        row("remove one with lines and faults", [](DesignDocument& d) { return new RemoveItems{d, {"fn"}}; });
        row("remove a source with traffic", [](DesignDocument& d) {
            return new RemoveItems{d, {"producers"}};
        });
        row("remove a group, members stay", [](DesignDocument& d) { return new RemoveItems{d, {"vpc"}}; });
        row("remove everything", [](DesignDocument& d) {
            return new RemoveItems{d, {"fn", "orders", "producers", "c1", "c2", "vpc", "n1"}};
        });
        row("move", [](DesignDocument& d) {
            return new MoveItems{
                d, {{"fn", {1, 2}, {}, {}, Id{}}, {"vpc", {3, 4}, 500, 400, {}}, {"n1", {5, 6}, {}, {}, {}}}};
        });
        row("connect", [](DesignDocument& d) { return new ConnectItems{d, "producers", "fn"}; });
        row("set a parameter", [](DesignDocument& d) {
            return new SetParameter{d, "orders", "shards", std::int64_t{9}};
        });
        row("reset a parameter", [](DesignDocument& d) {
            return new SetParameter{d, "orders", "shards", std::nullopt};
        });
        row("a connection's parameter", [](DesignDocument& d) {
            return new SetParameter{d, "c2", "batchSize", std::int64_t{500}};
        });
        row("rename", [](DesignDocument& d) { return new RenameItem{d, "orders", "Clicks"}; });
        row("rename a scenario", [](DesignDocument& d) { return new RenameItem{d, "steady", "Calm"}; });
        row("change a scenario", [](DesignDocument& d) {
            Scenario changed = d.design().scenarios.front();
            changed.traffic["producers"].ratePerSecond = 1;
            return new SetScenario{d, changed};
        });
        row("remove a scenario", [](DesignDocument& d) {
            return new SetScenario{d, "steady", std::nullopt};
        });
        row("header", [](DesignDocument& d) { return new SetHeader{d, "Other", "eu-west-1"}; });
        row("note", [](DesignDocument& d) { return new SetNoteText{d, "n1", "Forget it"}; });
    }

    void everyCommandRestoresExactly()
    {
        QFETCH(std::function<QUndoCommand*(DesignDocument&)>, make);
        DesignDocument document{m_library};
        document.replace(sample(), {});
        const Design before = document.design();
        QVERIFY(before == sample());
        document.undoStack().push(make(document));
        const Design after = document.design();
        QVERIFY(after != before);
        document.undoStack().undo();
        QVERIFY(document.design() == before);
        document.undoStack().redo();
        QVERIFY(document.design() == after);
        document.undoStack().undo();
        QVERIFY(document.design() == before);
        QVERIFY(!document.isModified());
    }

    void removalTakesTheReplaysOverItsConnections()
    {
        DesignDocument document{m_library};
        Design design = sample();
        const Connection over = design.connections.back();
        Replay replay;
        replay.id = "r1";
        replay.connection = over.id;
        design.scenarios.front().replays = {replay};
        document.replace(std::move(design), {});
        document.undoStack().push(new RemoveItems{document, {QString::fromStdString(over.to)}});
        QVERIFY(document.design().scenarios.front().replays.empty());
        document.undoStack().undo();
        QCOMPARE(document.design().scenarios.front().replays.size(), std::size_t{1});
    }

    void removalTakesWhatCannotStandAlone()
    {
        DesignDocument document{m_library};
        document.replace(sample(), {});
        document.undoStack().push(new RemoveItems{document, {"fn"}});
        QCOMPARE(document.design().connections.size(), std::size_t{1});
        QVERIFY(document.design().scenarios.front().faults.empty());
        QVERIFY(document.design().scenarios.front().objectives.empty());
        QCOMPARE(document.design().scenarios.front().traffic.size(), std::size_t{1});
        // What is left is a file that loads.
        QVERIFY(parseDesign(writeDesign(document.design()), document.catalog()).has_value());
    }

    void oneKeyIsOneStepTwoKeysAreTwo()
    {
        DesignDocument document{m_library};
        document.replace(sample(), {});
        for (std::int64_t shards = 4; shards < 20; ++shards)
            document.undoStack().push(new SetParameter{document, "orders", "shards", shards});
        QCOMPARE(document.undoStack().count(), 1);
        document.undoStack().push(new SetParameter{document, "orders", "retentionHours", std::int64_t{48}});
        QCOMPARE(document.undoStack().count(), 2);
        document.undoStack().undo();
        document.undoStack().undo();
        QVERIFY(document.design() == sample());
    }

    void aSlidersWayBackLeavesNoStep()
    {
        DesignDocument document{m_library};
        document.replace(sample(), {});
        document.undoStack().push(new SetParameter{document, "orders", "shards", std::int64_t{4}});
        document.undoStack().push(new SetParameter{document, "orders", "shards", std::int64_t{3}});
        QCOMPARE(document.undoStack().count(), 0);
        QVERIFY(document.design() == sample());
    }

    void scenarioEditsMergeByField()
    {
        DesignDocument document{m_library};
        document.replace(sample(), {});
        const auto rate = [&](double perSecond, const QString& key) {
            Scenario changed = document.design().scenarios.front();
            changed.traffic["producers"].ratePerSecond = perSecond;
            document.undoStack().push(new SetScenario{document, changed, key});
        };
        rate(1, QStringLiteral("rate"));
        rate(2, QStringLiteral("rate"));
        QCOMPARE(document.undoStack().count(), 1);
        rate(3, {});
        rate(4, {});
        QCOMPARE(document.undoStack().count(), 3);
    }

    void aSnapshotKeepsItsStateWhileTheDocumentGoesOn()
    {
        DesignDocument document{m_library};
        document.replace(sample(), {});
        const std::shared_ptr<const Design> held = document.snapshot();
        document.undoStack().push(new RenameItem{document, "orders", "Clicks"});
        QVERIFY(*held == sample());
        QCOMPARE(findComponent(document.design(), "orders")->label, "Clicks");
    }

    void changesAreAnnouncedById()
    {
        DesignDocument document{m_library};
        document.replace(sample(), {});
        QSignalSpy removed{&document, &DesignDocument::componentRemoved};
        QSignalSpy lines{&document, &DesignDocument::connectionRemoved};
        QSignalSpy revisions{&document, &DesignDocument::revisionChanged};
        document.undoStack().push(new RemoveItems{document, {"orders"}});
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed.front().front().toString(), QStringLiteral("orders"));
        QCOMPARE(lines.size(), 2);
        // Item by item, but one change of the whole.
        QCOMPARE(revisions.size(), 1);
    }

    void aFailedOpenLeavesTheDesignAlone()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("broken.plimsoll"));
        QFile file{path};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"format\": \"plimsoll-design\", \"version\": 1, \"components\": [{]}");
        file.close();
        DesignDocument document{m_library};
        document.replace(sample(), {});
        QVERIFY(!document.open(path));
        QVERIFY(document.design() == sample());
        QVERIFY(!document.open(folder.filePath(QStringLiteral("missing.plimsoll"))));
        QVERIFY(document.design() == sample());
    }

    void saveAndOpenComeBackTheSame()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("größe.plimsoll"));
        DesignDocument document{m_library};
        document.replace(sample(), {});
        document.undoStack().push(new RenameItem{document, "orders", "Bestellungen"});
        QVERIFY(document.isModified());
        QVERIFY(document.save(path).has_value());
        QVERIFY(!document.isModified());
        QCOMPARE(document.filePath(), path);
        DesignDocument other{m_library};
        QVERIFY(other.open(path).has_value());
        QVERIFY(other.design() == document.design());
    }

    void whatACrashLeftIsOffered()
    {
        QTemporaryDir folder;
        DesignDocument document{m_library};
        document.replace(sample(), {});
        document.undoStack().push(new RenameItem{document, "orders", "Clicks"});
        auto crashed = std::make_unique<Autosave>(document, folder.path());
        crashed->flush();
        // Another window of a running program is not a crash.
        {
            DesignDocument fresh{m_library};
            Autosave next{fresh, folder.path()};
            QVERIFY(!next.leftover());
        }
        // What remains after a crash: the copy without a living owner.
        const QString copy = folder.filePath(QStringLiteral("left.plimsoll"));
        QVERIFY(document.save(copy).has_value());
        DesignDocument fresh{m_library};
        Autosave next{fresh, folder.path()};
        const auto found = next.leftover();
        QVERIFY(found);
        QCOMPARE(found->copy, copy);
        next.discard(*found);
        QVERIFY(!QFile::exists(copy));
    }

    void firstLoadPutsASourceBeforeTheEntry()
    {
        DesignDocument document{m_library};
        Design design = sample();
        design.scenarios.clear();
        std::erase_if(design.components, [](const Component& each) { return each.id == "producers"; });
        std::erase_if(design.connections, [](const Connection& each) { return each.id == "c1"; });
        document.replace(design, {});
        FirstLoad load = firstLoad(document);
        QCOMPARE(load.items.components.size(), std::size_t{1});
        QCOMPARE(load.items.connections.front().to, "orders");
        document.undoStack().push(new AddItems{document, std::move(load.items)});
        QCOMPARE(document.design().scenarios.front().traffic.at(load.select.toStdString()).ratePerSecond,
                 100.0);
        QVERIFY(firstLoad(document).items.isEmpty());
        document.undoStack().undo();
        QVERIFY(document.design() == design);
    }

    void usersAreALoad()
    {
        DesignDocument document{m_library};
        Design design = sample();
        design.scenarios.front().traffic.clear();
        for (Component& component : design.components) {
            if (component.id == "producers")
                component.service = "users";
        }
        document.replace(design, {});
        QVERIFY(firstLoad(document).items.isEmpty());
    }

    void firstLoadGivesASilentSourceARate()
    {
        DesignDocument document{m_library};
        Design design = sample();
        design.scenarios.front().traffic.clear();
        document.replace(design, {});
        const FirstLoad load = firstLoad(document);
        QVERIFY(load.items.components.empty());
        QCOMPARE(load.items.scenarios.front().traffic.at("producers").ratePerSecond, 100.0);
        QVERIFY(firstLoad(DesignDocument{m_library}).items.isEmpty());
    }

    void sizesOfNewComponentsAreLeftToTheSimulator()
    {
        DesignDocument document{m_library};
        const ServiceSpec& spec = *document.catalog().find("kinesis-data-streams");
        const ItemSet items = newComponent(document, spec, {});
        for (const auto& [key, value] : items.components.front().parameters)
            QVERIFY(findParameter(spec, key)->sizable && std::holds_alternative<Auto>(value));
    }

private:
    const ServiceLibrary m_library = builtinServices();
};

PLIMSOLL_TEST(tst_Document)
#include "tst_document.moc"
