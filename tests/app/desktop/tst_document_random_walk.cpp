// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/document/arrange.h"
#include "app/desktop/document/commands/add_items.h"
#include "app/desktop/document/commands/connect_items.h"
#include "app/desktop/document/commands/move_items.h"
#include "app/desktop/document/commands/remove_items.h"
#include "app/desktop/document/commands/rename_item.h"
#include "app/desktop/document/commands/restore_design.h"
#include "app/desktop/document/commands/set_drawing.h"
#include "app/desktop/document/commands/set_group_kind.h"
#include "app/desktop/document/commands/set_header.h"
#include "app/desktop/document/commands/set_note_text.h"
#include "app/desktop/document/commands/set_parameter.h"
#include "app/desktop/document/commands/set_scenario.h"
#include "app/desktop/document/edits.h"
#include "app/desktop/document/pages.h"
#include "app/desktop/document/scenario_items.h"
#include "model/serialization/design_file.h"
#include "simulator/services/builtin_services.h"

#include <QtCore/QRandomGenerator>

#include <memory>
#include <optional>
#include <vector>

using namespace plimsoll;

class tst_DocumentRandomWalk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void undoneToTheStartAndRedoneToTheEnd_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 8; ++seed)
            QTest::newRow(qPrintable(QString::number(seed))) << seed;
    }

    void undoneToTheStartAndRedoneToTheEnd()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random{seed};
        DesignDocument document{m_library};
        document.replace({}, {});
        m_kept = {};
        const Design start = document.design();
        for (int step = 0; step < 250; ++step)
            pushSomething(document, random);
        const Design end = document.design();
        QVERIFY(document.undoStack().count() > 100);
        QVERIFY(parseDesign(writeDesign(end), document.catalog()).has_value());
        while (document.undoStack().canUndo())
            document.undoStack().undo();
        QVERIFY(document.design() == start);
        while (document.undoStack().canRedo())
            document.undoStack().redo();
        QVERIFY(document.design() == end);
    }

    void aLongWalkGoesBackAndForthByteForByte()
    {
        QRandomGenerator random{4711};
        DesignDocument document{m_library};
        document.replace({}, {});
        m_kept = {};
        const std::string start = writeDesign(document.design());
        // Longer ones by PLIMSOLL_WALK_STEPS.
        const int asked = qEnvironmentVariableIntValue("PLIMSOLL_WALK_STEPS");
        const int steps = asked > 0 ? asked : 10'000;
        for (int step = 0; step < steps; ++step) {
            // A design that only grows would spend the test on copying it.
            if (document.design().components.size() > 40)
                document.undoStack().push(new RemoveItems{document, someOf(document.design(), random, 25)});
            else
                pushSomething(document, random);
            if (step % 500 == 0) {
                // What is saved is what is read again.
                const std::string saved = writeDesign(document.design());
                const Result<LoadedDesign> read = parseDesign(saved, document.catalog());
                QVERIFY2(read.has_value(), read ? "" : read.error().toString().c_str());
                QCOMPARE(writeDesign(read->design), saved);
            }
        }
        const std::string end = writeDesign(document.design());
        QVERIFY(document.undoStack().count() > steps / 2);
        while (document.undoStack().canUndo())
            document.undoStack().undo();
        QVERIFY(writeDesign(document.design()) == start);
        while (document.undoStack().canRedo())
            document.undoStack().redo();
        QVERIFY(writeDesign(document.design()) == end);
    }

private:
    static QStringList someOf(const Design& design, QRandomGenerator& random, int count)
    {
        QStringList ids;
        for (int i = 0; i < count; ++i)
            ids.append(QString::fromStdString(
                design.components[random.bounded(static_cast<quint32>(design.components.size()))].id));
        return ids;
    }

    void pushSomething(DesignDocument& document, QRandomGenerator& random)
    {
        const Design& design = document.design();
        const auto any = [&](const auto& items) -> const auto&
        {
            return items[random.bounded(static_cast<quint32>(items.size()))];
        };
        QUndoStack& stack = document.undoStack();
        const auto& specs = document.catalog().all();
        const QPointF somewhere{static_cast<double>(random.bounded(1000)),
                                static_cast<double>(random.bounded(1000))};
        const bool populated = design.components.size() >= 2;
        switch (populated ? random.bounded(22) : 0) {
        case 0:
        case 1:
            stack.push(new AddItems{document, newComponent(document, any(specs), somewhere)});
            return;
        case 2:
            stack.push(new ConnectItems{document, any(design.components).id, any(design.components).id});
            return;
        case 3:
            stack.push(new RemoveItems{document, {QString::fromStdString(any(design.components).id)}});
            return;
        case 4:
            stack.push(
                new MoveItems{document,
                              {{any(design.components).id, {somewhere.x(), somewhere.y()}, {}, {}, {}}},
                              random.bounded(2) ? MoveItems::Merge::Yes : MoveItems::Merge::No});
            return;
        case 5: {
            const Component& component = any(design.components);
            const ServiceSpec& spec = *document.catalog().find(component.service);
            if (!spec.parameters.empty())
                stack.push(new SetParameter{
                    document, component.id, any(spec.parameters).id,
                    random.bounded(3) ? std::optional<ParameterValue>{std::int64_t{random.bounded(50)}}
                                      : std::nullopt});
            return;
        }
        case 6:
            stack.push(
                new RenameItem{document, any(design.components).id, std::to_string(random.bounded(5))});
            return;
        case 7: {
            QStringList ids;
            for (int i = 0; i < 3; ++i)
                ids.append(QString::fromStdString(any(design.components).id));
            Result<ItemSet> copy = pastedItems(document, copyItems(document, ids), {24, 24});
            QVERIFY2(copy.has_value(), copy ? "" : copy.error().toString().c_str());
            stack.push(new AddItems{document, std::move(*copy)});
            return;
        }
        case 8:
            if (const auto places = tidied(design, someOf(design, random, 4)); !places.empty())
                stack.push(new MoveItems{document, places});
            return;
        case 9:
            if (const auto places =
                    aligned(design, someOf(design, random, 3), static_cast<Alignment>(random.bounded(6)));
                !places.empty())
                stack.push(new MoveItems{document, places});
            return;
        case 10: {
            if (design.scenarios.empty())
                return;
            Scenario scenario = any(design.scenarios);
            scenario.durationSeconds = random.bounded(1, 1000);
            scenario.faults.push_back(newFault(design, document.catalog(), scenario));
            if (scenario.faults.size() > 5)
                scenario.faults.clear();
            stack.push(new SetScenario{document, std::move(scenario),
                                       random.bounded(2) ? QStringLiteral("drag") : QString{}});
            return;
        }
        case 11: {
            ItemSet items;
            items.notes.push_back(
                {freeId(design, "note"), "a note", {somewhere.x(), somewhere.y()}, 100, 50, {}});
            stack.push(new AddItems{document, std::move(items)});
            stack.push(new SetNoteText{document, document.design().notes.front().id,
                                       std::to_string(random.bounded(9))});
            if (document.design().notes.size() > 8)
                stack.push(
                    new RemoveItems{document, {QString::fromStdString(document.design().notes.front().id)}});
            return;
        }
        case 12: {
            if (design.connections.empty())
                return;
            const Id line = any(design.connections).id;
            stack.push(new SetDrawing{document, {}, {line}, [&](ItemDrawing& drawing) {
                                          drawing.line = static_cast<DrawnLine>(random.bounded(4));
                                          drawing.bends.assign(random.bounded(3u), {somewhere.x(), 7});
                                      }});
            return;
        }
        case 13:
            stack.push(new SetDrawing{document,
                                      {},
                                      {any(design.components).id, any(design.components).id},
                                      [&](ItemDrawing& drawing) {
                                          drawing.locked = random.bounded(2) > 0;
                                          drawing.pinned = random.bounded(2) > 0;
                                          drawing.z = random.bounded(-2, 3);
                                      }});
            return;
        case 14:
            stack.push(new SetDesignLine{document, static_cast<DrawnLine>(random.bounded(4))});
            return;
        case 15:
        case 16: {
            const std::vector<DrawnPage> pages = pagesOf(design.extraJson);
            if (pages.size() < 2) {
                (void)addPage(document);
                return;
            }
            const std::size_t at = random.bounded(static_cast<quint32>(pages.size()));
            document.setCurrentPage(pages[at].id);
            switch (random.bounded(6)) {
            case 0:
                if (pages.size() < 5)
                    (void)addPage(document);
                return;
            case 1:
                return renamePage(document, pages[at].id, QString::number(random.bounded(9)));
            case 2:
                return movePage(document, at, pages.size() - 1 - at);
            case 3:
                if (random.bounded(4) == 0)
                    removePage(document, pages[at].id);
                return;
            default:
                return moveToPage(document, someOf(design, random, 3), pages[at].id);
            }
        }
        case 17: {
            // A frame around some, its kind and its size; what lies in it and the frame itself moved in one step.
            ItemSet items;
            Group made{freeId(design, "group"), "frame", "", {somewhere.x(), somewhere.y()}, 300, 200, {}};
            const Id id = made.id;
            if (design.groups.size() > 6) {
                stack.push(new RemoveItems{document, {QString::fromStdString(any(design.groups).id)}});
                return;
            }
            items.groups.push_back(std::move(made));
            stack.push(new AddItems{document, std::move(items)});
            stack.push(new SetGroupKind{document, id, random.bounded(2) ? "vpc" : "branch"});
            stack.push(new MoveItems{document,
                                     {{id, {somewhere.y(), somewhere.x()}, 400.0, 250.0, {}},
                                      {any(document.design().components).id, {10, 20}, {}, {}, id}}});
            return;
        }
        case 18:
            if (!design.connections.empty())
                stack.push(
                    new SetParameter{document, std::vector<Id>{any(design.connections).id}, "share",
                                     random.bounded(3) ? std::optional<ParameterValue>{0.5} : std::nullopt});
            return;
        case 19: {
            // As of a design of some steps ago, which a run has kept.
            if (m_kept.components.empty() || random.bounded(3) == 0) {
                m_kept = design;
                return;
            }
            auto command = std::make_unique<RestoreDesign>(document, m_kept);
            m_kept = {};
            if (!command->isEmpty())
                stack.push(command.release());
            return;
        }
        case 20: {
            // Several commands in one step, as an insertion between two makes them.
            stack.beginMacro(QStringLiteral("several"));
            stack.push(new AddItems{document, newComponent(document, any(specs), somewhere)});
            stack.push(new RenameItem{document, document.design().components.back().id, "new"});
            stack.endMacro();
            return;
        }
        default:
            stack.push(new SetHeader{document, std::to_string(random.bounded(100)), "eu-west-1"});
        }
    }

    const ServiceLibrary m_library = builtinServices();
    Design m_kept;
};

PLIMSOLL_TEST(tst_DocumentRandomWalk)
#include "tst_document_random_walk.moc"
