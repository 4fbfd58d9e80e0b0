// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/document/commands/set_parameter.h"
#include "app/desktop/inspector/inspector_panel.h"
#include "app/desktop/inspector/parameter_form.h"
#include "app/desktop/inspector/parameter_row.h"
#include "app/desktop/inspector/region_picker.h"
#include "app/desktop/inspector/scenario_list.h"
#include "app/desktop/inspector/scenario_picker.h"
#include "app/desktop/inspector/sentence_words.h"
#include "app/desktop/text/format.h"
#include "app/desktop/widgets/disclosure.h"
#include "model/catalog/connection_parameters.h"
#include "tests/app/desktop/panel_fixture.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSlider>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QToolButton>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

struct InspectorFixture : PanelFixture {
    explicit InspectorFixture(Design design = smallDesign()) : PanelFixture{std::move(design)}
    {
        panel.resize(360, 900);
        panel.show();
        (void)QTest::qWaitForWindowExposed(&panel);
    }
    template <class Field>
    Field* field(const char* name)
    {
        QCoreApplication::processEvents();  // a layout shows what is added to it a moment later
        for (Field* each : panel.findChildren<Field*>(QString::fromLatin1(name)))
            if (each->isVisibleTo(&panel))
                return each;
        return nullptr;
    }
    /// Types over what the field says.
    void type(QWidget* field, const QString& text)
    {
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, text);
    }
    void openSection(const char* key)
    {
        for (Disclosure* section : panel.findChildren<Disclosure*>(QString::fromLatin1(key)))
            section->setOpen(true);
    }
    ParameterMap parametersOf(const char* id) { return findComponent(document.design(), id)->parameters; }

    InspectorPanel panel{document, session};
};

}  // namespace

class tst_Inspector : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void typingANumberIsOneUndoStep()
    {
        InspectorFixture fixture;
        fixture.panel.showItems({"orders"});
        auto* shards = fixture.field<QSpinBox>("shards");
        QVERIFY(shards);
        QCOMPARE(shards->value(), 1);
        fixture.type(shards, "125");
        QCOMPARE(toString(fixture.parametersOf("orders").at("shards")), std::string{"125"});
        QCOMPARE(fixture.document.undoStack().count(), 1);
        fixture.document.undoStack().undo();
        QCOMPARE(toString(fixture.parametersOf("orders").at("shards")), std::string{"1"});
        QCOMPARE(shards->value(), 1);
    }

    void outOfRangeCannotBeCommitted()
    {
        InspectorFixture fixture;
        fixture.panel.showItems({"orders"});
        auto* shards = fixture.field<QSpinBox>("shards");
        QVERIFY(shards);
        const double most =
            findParameter(*fixture.document.catalog().find("kinesis-data-streams"), "shards")->maximum;
        fixture.type(shards, "99999999");
        QVERIFY(asNumber(fixture.parametersOf("orders").at("shards")) <= most);
        QTest::keyClick(shards, Qt::Key_Return);
        QVERIFY(asNumber(fixture.parametersOf("orders").at("shards")) <= most);
        fixture.type(shards, "0");
        QTest::keyClick(shards, Qt::Key_Tab);
        QVERIFY(asNumber(fixture.parametersOf("orders").at("shards")) >= 1);
    }

    void fieldsComeAndGoWithTheirCondition()
    {
        InspectorFixture fixture;
        fixture.panel.showItems({"orders"});
        QVERIFY(fixture.field<QSpinBox>("shards"));
        auto* mode = fixture.field<QComboBox>("mode");
        QVERIFY(mode);
        mode->setFocus();
        mode->setCurrentIndex(mode->findData("on-demand"));
        QCOMPARE(toString(fixture.parametersOf("orders").at("mode")), std::string{"on-demand"});
        QVERIFY(!fixture.field<QSpinBox>("shards"));
        fixture.document.undoStack().undo();
        QVERIFY(fixture.field<QSpinBox>("shards"));
    }

    void autoShowsWhatItComesTo()
    {
        InspectorFixture fixture;
        QVERIFY(fixture.settle());
        fixture.panel.showItems({"orders"});
        auto* toggle = fixture.field<QToolButton>("auto");
        QVERIFY(toggle);
        QTest::mouseClick(toggle, Qt::LeftButton);
        QCOMPARE(toString(fixture.parametersOf("orders").at("shards")), std::string{"auto"});
        auto* text = fixture.field<QLabel>("autoText");
        QVERIFY(text);
        QVERIFY(QTest::qWaitFor([&] { return text->text().contains("(auto)"); }, 5000));
        QVERIFY2(text->text().startsWith("1"), qPrintable(text->text()));
        // Leaving auto keeps the size.
        QTest::mouseClick(toggle, Qt::LeftButton);
        QCOMPARE(toString(fixture.parametersOf("orders").at("shards")), std::string{"1"});
    }

    void resetTakesTheValueOutOfTheFile()
    {
        Design design = smallDesign();
        design.components[0].parameters["memoryMb"] = std::int64_t{2048};
        InspectorFixture fixture{std::move(design)};
        fixture.panel.showItems({"fn"});
        QToolButton* reset = nullptr;
        for (QToolButton* each : fixture.panel.findChildren<QToolButton*>("reset"))
            if (each->isVisibleTo(&fixture.panel))
                reset = each;
        QVERIFY(reset);
        QTest::mouseClick(reset, Qt::LeftButton);
        QVERIFY(!fixture.parametersOf("fn").contains("memoryMb"));
        QCOMPARE(fixture.field<QSpinBox>("memoryMb")->value(), 512);
    }

    void labelEditRenamesInOneStep()
    {
        InspectorFixture fixture;
        fixture.panel.showItems({"orders"});
        auto* label = fixture.field<QLineEdit>("label");
        QVERIFY(label);
        fixture.type(label, "Clicks");
        QCOMPARE(findComponent(fixture.document.design(), "orders")->label, std::string{"Clicks"});
        QCOMPARE(fixture.document.undoStack().count(), 1);
    }

    void assumptionsAreMarked()
    {
        InspectorFixture fixture;
        fixture.panel.showItems({"fn"});
        const QList<QLabel*> marks = fixture.panel.findChildren<QLabel*>("evidence");
        QVERIFY(!marks.isEmpty());
        for (const QLabel* mark : marks)
            QVERIFY(!mark->toolTip().isEmpty());
    }

    void wheelScrollsPastFieldsWithoutChangingThem()
    {
        InspectorFixture fixture;
        fixture.panel.showItems({"orders"});
        auto* shards = fixture.field<QSpinBox>("shards");
        shards->clearFocus();
        QWheelEvent wheel{QPointF{5, 5},
                          shards->mapToGlobal(QPointF{5, 5}),
                          {0, 0},
                          {0, 120},
                          Qt::NoButton,
                          {},
                          Qt::NoScrollPhase,
                          false};
        QApplication::sendEvent(shards, &wheel);
        QCOMPARE(shards->value(), 1);
        QCOMPARE(fixture.document.undoStack().count(), 0);
    }

    void trafficIsEditedInTheCurrentScenario()
    {
        InspectorFixture fixture;
        fixture.panel.showItems({"producers"});
        auto* rate = fixture.field<QDoubleSpinBox>("ratePerSecond");
        QVERIFY(rate);
        QCOMPARE(rate->value(), 200.0);
        QVERIFY(!fixture.field<QDoubleSpinBox>("peakPerSecond"));
        fixture.type(rate, "3000");
        const Scenario* steady = findScenario(fixture.document.design(), "steady");
        QCOMPARE(steady->traffic.at("producers").ratePerSecond, 3000.0);
        QCOMPARE(findScenario(fixture.document.design(), "zero")->traffic.at("producers").ratePerSecond,
                 200.0);
        QCOMPARE(fixture.document.undoStack().count(), 1);
        auto* shape = fixture.field<QComboBox>("shape");
        shape->setCurrentIndex(shape->findData("spike"));
        QVERIFY(fixture.field<QDoubleSpinBox>("peakPerSecond"));
        fixture.document.undoStack().undo();
        fixture.document.undoStack().undo();
        QCOMPARE(findScenario(fixture.document.design(), "steady")->traffic.at("producers").ratePerSecond,
                 200.0);
    }

    void everyShapeAndArrivalIsShownAsTheFileSays()
    {
        const std::pair<TrafficShape, const char*> shapes[] = {
            {TrafficShape::Constant, "constant"}, {TrafficShape::Ramp, "ramp"},
            {TrafficShape::Step, "step"},         {TrafficShape::Spike, "spike"},
            {TrafficShape::Diurnal, "diurnal"},   {TrafficShape::Weekly, "weekly"},
            {TrafficShape::Trace, "trace"}};
        for (const auto& [shape, name] : shapes) {
            Design design = smallDesign();
            design.scenarios.front().traffic["producers"].shape = shape;
            design.scenarios.front().traffic["producers"].arrivals = Arrivals::Bursty;
            InspectorFixture fixture{std::move(design)};
            fixture.panel.showItems({"producers"});
            QCOMPARE(fixture.field<QComboBox>("shape")->currentData().toString(), name);
            QCOMPARE(fixture.field<QComboBox>("arrivals")->currentData().toString(), "bursty");
            QCOMPARE(fixture.field<QPushButton>("add-levels") != nullptr, shape == TrafficShape::Step);
            QCOMPARE(fixture.document.undoStack().count(), 0);
        }
    }

    void theLoadIsOneStepOfASlider()
    {
        InspectorFixture fixture;
        fixture.panel.showItems({"producers"});
        const auto load = [&] {
            return findScenario(fixture.document.design(), "steady")->traffic.at("producers").load;
        };
        auto* slider = fixture.field<QSlider>("load");
        QVERIFY(slider);
        QCOMPARE(slider->value(), 100);
        slider->setFocus();
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(slider, Qt::Key_PageUp);
        // Five pages of 10 of the 200 steps of a hundredfold: 10^0.5 = 3.16, shown as 3.2.
        QCOMPARE(load(), 3.2);
        QVERIFY(fixture.field<QLabel>("loadText")->text().startsWith("3.2"));
        QCOMPARE(fixture.document.undoStack().count(), 1);
        fixture.document.undoStack().undo();
        QCOMPARE(load(), 1.0);
        QCOMPARE(slider->value(), 100);
    }

    void aSpikeIsAddedEditedAndRemoved()
    {
        InspectorFixture fixture;
        fixture.panel.showItems({"producers"});
        const auto spikes = [&] {
            return findScenario(fixture.document.design(), "steady")->traffic.at("producers").spikes;
        };
        auto* add = fixture.field<QPushButton>("add-spikes");
        QVERIFY(add);
        QTest::mouseClick(add, Qt::LeftButton);
        QCOMPARE(spikes().size(), std::size_t{1});
        // A new card shows with the next events.
        QTRY_VERIFY(fixture.field<QDoubleSpinBox>("factor"));
        fixture.type(fixture.field<QDoubleSpinBox>("factor"), "7");
        QCOMPARE(spikes().front().factor.value_or(0), 7.0);
        // A rate of its own goes in its place.
        fixture.type(fixture.field<QDoubleSpinBox>("peakPerSecond"), "900");
        QVERIFY(!spikes().front().factor);
        QCOMPARE(spikes().front().peakPerSecond.value_or(0), 900.0);
        QTest::mouseClick(fixture.field<QToolButton>("remove"), Qt::LeftButton);
        QVERIFY(spikes().empty());
    }

    void aComponentIsOfferedTheFaultsItCanHave()
    {
        Design design = smallDesign();
        Fault fault;
        fault.id = "fault-1";
        fault.component = "orders";
        design.scenarios.front().faults = {fault};
        design.scenarios.front().objectives.clear();
        InspectorFixture fixture{std::move(design)};
        fixture.panel.showItems({});
        fixture.openSection("faults");
        QTRY_VERIFY(fixture.field<QComboBox>("kind"));
        auto* kind = fixture.field<QComboBox>("kind");
        QVERIFY(kind->findData("down") >= 0);
        QVERIFY(kind->findData("slow") >= 0);
        // A stream asks nobody, runs no code of one's own and has no Spot nodes.
        QCOMPARE(kind->findData("consumer-paused"), -1);
        QCOMPARE(kind->findData("poison-record"), -1);
        QCOMPARE(kind->findData("spot-interruption"), -1);
        auto* where = fixture.field<QComboBox>("component");
        QVERIFY(where);
        QCOMPARE(where->findData("producers"), -1);
        where->setFocus();
        where->setCurrentIndex(where->findData("fn"));
        // The card is made anew for what can happen there.
        QTRY_VERIFY(fixture.field<QComboBox>("kind"));
        kind = fixture.field<QComboBox>("kind");
        QVERIFY(kind->findData("poison-record") >= 0);
        QVERIFY(kind->findData("consumer-paused") >= 0);
        QVERIFY(!fixture.field<QDoubleSpinBox>("factor"));
        kind->setFocus();
        kind->setCurrentIndex(kind->findData("slow"));
        const Fault& edited = findScenario(fixture.document.design(), "steady")->faults.front();
        QCOMPARE(edited.component, std::string{"fn"});
        QVERIFY(edited.kind == FaultKind::Slow);
        QCOMPARE(edited.factor, 2.0);
        QTRY_VERIFY(fixture.field<QDoubleSpinBox>("factor"));
    }

    void connectionShowsItsSentence()
    {
        InspectorFixture fixture;
        fixture.panel.showItems({"c2"});
        auto* text = fixture.field<QLabel>("sentence");
        QVERIFY(text);
        const Design& design = fixture.document.design();
        QCOMPARE(text->accessibleName(),
                 QString::fromStdString(
                     sentence(*findConnection(design, "c2"), design, fixture.document.catalog())));
        auto* batch = fixture.field<QSpinBox>("batchSize");
        QVERIFY(batch);
        fixture.type(batch, "250");
        QCOMPARE(toString(findConnection(design, "c2")->parameters.at("batchSize")), std::string{"250"});
        QVERIFY(text->text().contains("250"));
    }

    void afterARunAConnectionShowsWhatWasCounted()
    {
        InspectorFixture fixture;
        QVERIFY(fixture.settle());
        fixture.panel.showItems({"c2"});
        const auto says = [&](const QString& text) {
            QCoreApplication::processEvents();
            for (const QLabel* each : fixture.panel.findChildren<QLabel*>())
                if (each->isVisible() && each->text().contains(text))
                    return true;
            return false;
        };
        QVERIFY(says(QStringLiteral("Estimated")));
        QVERIFY(fixture.run());
        QTRY_VERIFY(says(QStringLiteral("Delivered")));
        QVERIFY(!says(QStringLiteral("Estimated")));
        const ComponentReport* store = findComponent(fixture.session.result()->report, "orders");
        QVERIFY(store && store->consumers.size() == 1);
        QVERIFY(says(Format{}.count(store->consumers.front().delivered)));
        // Of the line before the store the run knows what arrived.
        fixture.panel.showItems({"c1"});
        QVERIFY(says(Format{}.count(store->counts.offered)));
        // Once the design has changed the numbers are those of an earlier version, and the estimate is told again.
        fixture.document.undoStack().push(
            new SetParameter{fixture.document, "orders", "shards", std::int64_t{2}});
        QVERIFY(fixture.settle());
        QTRY_VERIFY(says(QStringLiteral("Estimated")));
        QVERIFY(!says(Format{}.count(store->counts.offered)));
    }

    void numbersHaveTheirUnitsBeside()
    {
        InspectorFixture fixture;
        int units = 0;
        for (const char* id : {"orders", "fn", "c1", "c2"}) {
            fixture.panel.showItems({QString::fromLatin1(id)});
            const auto* form = fixture.panel.findChild<ParameterForm*>();
            const Component* component = findComponent(fixture.document.design(), id);
            if (!component || !form)
                continue;
            for (const ParameterSpec& spec :
                 fixture.document.catalog().find(component->service)->parameters) {
                const auto* number = qobject_cast<QAbstractSpinBox*>(form->field(spec.id));
                if (!number || spec.unit.empty())
                    continue;
                const QString digits = QStringLiteral("0123456789.,-");
                const QString said = number->text();
                QVERIFY2(std::any_of(said.begin(), said.end(),
                                     [&](QChar each) { return !digits.contains(each) && !each.isSpace(); }),
                         qPrintable(QString::fromStdString(spec.id) + QStringLiteral(": ") + said));
                ++units;
            }
        }
        QVERIFY2(units >= 5, qPrintable(QString::number(units)));
        fixture.panel.showItems({"orders"});
        QCOMPARE(fixture.field<QSpinBox>("shards")->text(), QStringLiteral("1\u00a0shard"));
    }

    void aPageWaitsForTheEndOfADrag()
    {
        Design design = smallDesign();
        const Component like = design.components.front();
        for (int extra = 0; extra < 400; ++extra) {
            Component more = like;
            more.id = "x" + std::to_string(1000 + extra);
            design.components.push_back(std::move(more));
        }
        InspectorFixture fixture{std::move(design)};
        bool busy = true;
        int asked = 0;
        fixture.panel.waitWhile([&] {
            ++asked;
            return busy;
        });
        fixture.panel.showItems({"orders"});
        QTRY_VERIFY(asked > 1);
        QVERIFY(!fixture.field<QSpinBox>("shards"));
        busy = false;
        QTRY_VERIFY(fixture.field<QSpinBox>("shards"));
    }

    void wordsOfTheSentenceAreEditedWhereTheyStand()
    {
        InspectorFixture fixture;
        fixture.panel.showItems({"c2"});
        auto* text = fixture.field<QLabel>("sentence");
        QVERIFY(text->text().contains(QStringLiteral("href=\"batchSize\"")));
        Q_EMIT text->linkActivated(QStringLiteral("batchSize"));
        auto* menu = fixture.panel.findChild<QMenu*>(QStringLiteral("words"));
        QVERIFY(menu);
        auto* box = menu->findChild<QSpinBox*>();
        QVERIFY(box);
        fixture.type(box, "123");
        menu->close();
        QCOMPARE(toString(findConnection(fixture.document.design(), "c2")->parameters.at("batchSize")),
                 std::string{"123"});
        QVERIFY(text->text().contains("123"));
    }

    void theWordsOfAParameterAreFoundByChangingIt()
    {
        InspectorFixture fixture;
        const Design& design = fixture.document.design();
        for (const Connection& connection : design.connections) {
            const QString text =
                QString::fromStdString(sentence(connection, design, fixture.document.catalog()));
            qsizetype behind = 0;
            for (const SentenceWords& words :
                 sentenceWords(connection, design, fixture.document.catalog(), text)) {
                QVERIFY(words.start >= behind && words.length > 0);
                behind = words.start + words.length;
                QVERIFY(behind <= text.size());
            }
        }
    }

    void objectivesAreAddedAndRemoved()
    {
        InspectorFixture fixture;
        fixture.panel.showItems({});
        auto* add = fixture.field<QPushButton>("add-objectives");
        QVERIFY(add);
        QTest::mouseClick(add, Qt::LeftButton);
        QCOMPARE(findScenario(fixture.document.design(), "steady")->objectives.size(), std::size_t{2});
        // New cards show themselves with the next turn of the event loop.
        QToolButton* remove = nullptr;
        QTRY_VERIFY((remove = fixture.field<QToolButton>("remove")) != nullptr);
        QTest::mouseClick(remove, Qt::LeftButton);
        QCOMPARE(findScenario(fixture.document.design(), "steady")->objectives.size(), std::size_t{1});
        fixture.document.undoStack().undo();
        fixture.document.undoStack().undo();
        QCOMPARE(findScenario(fixture.document.design(), "steady")->objectives.size(), std::size_t{1});
    }

    void sharesAreGivenInPercent()
    {
        Design design = smallDesign();
        Objective share;
        share.metric = "throttled-share";
        share.component = "orders";
        share.atMost = 0.07;
        for (Scenario& scenario : design.scenarios)
            scenario.objectives = {share};
        InspectorFixture fixture{std::move(design)};
        fixture.panel.showItems({});
        auto* field = fixture.field<QDoubleSpinBox>("atMostPercent");
        QVERIFY(field);
        QCOMPARE(field->value(), 7.0);
        QVERIFY(field->text().contains(u'%'));
        fixture.type(field, QStringLiteral("1.5"));
        const auto now = [&] {
            return findScenario(fixture.document.design(), "steady")->objectives.front();
        };
        QCOMPARE(now().atMost.value_or(-1), 0.015);
        fixture.document.undoStack().undo();
        QCOMPARE(now().atMost.value_or(-1), 0.07);
    }

    void deadLettersAreRedriven()
    {
        Design design = smallDesign();
        design.components = {{"dead", "sqs", "Dead letters", {264, 200}, {}, {}, {}},
                             {"jobs", "sqs", "Jobs", {264, 0}, {}, {}, {}},
                             {"producers", "traffic-source", "Producers", {0, 0}, {}, {}, {}}};
        design.connections = {{"c1", "producers", "jobs", {}, {}},
                              {"c2", "jobs", "dead", {{"kind", std::string{"notify"}}}, {}}};
        for (Scenario& scenario : design.scenarios)
            scenario.objectives.clear();
        InspectorFixture fixture{std::move(design)};
        fixture.panel.showItems({});
        fixture.openSection("redrives");
        QPushButton* add = nullptr;
        QTRY_VERIFY((add = fixture.field<QPushButton>("add-redrives")) != nullptr);
        QTest::mouseClick(add, Qt::LeftButton);
        const auto redrives = [&] { return findScenario(fixture.document.design(), "steady")->redrives; };
        QCOMPARE(redrives().size(), std::size_t{1});
        QCOMPARE(redrives().front().component, std::string{"dead"});
        // Only a queue that others send their dead letters to can give them back.
        QComboBox* from = nullptr;
        QTRY_VERIFY((from = fixture.field<QComboBox>("component")) != nullptr);
        QCOMPARE(from->findData("jobs"), -1);
        fixture.type(fixture.field<QDoubleSpinBox>("startSeconds"), "7");
        fixture.type(fixture.field<QDoubleSpinBox>("ratePerSecond"), "25");
        QCOMPARE(redrives().front().startSeconds, 7.0);
        QCOMPARE(redrives().front().ratePerSecond, 25.0);
        QTest::mouseClick(fixture.field<QToolButton>("remove"), Qt::LeftButton);
        QVERIFY(redrives().empty());
    }
    void aParameterChangesWhileItRuns()
    {
        Design design = smallDesign();
        design.scenarios.front().objectives.clear();
        InspectorFixture fixture{std::move(design)};
        fixture.panel.showItems({});
        fixture.openSection("changes");
        QPushButton* add = nullptr;
        QTRY_VERIFY((add = fixture.field<QPushButton>("add-changes")) != nullptr);
        QTest::mouseClick(add, Qt::LeftButton);
        const auto changes = [&] { return findScenario(fixture.document.design(), "steady")->changes; };
        QCOMPARE(changes().size(), std::size_t{1});
        QComboBox* where = nullptr;
        QTRY_VERIFY((where = fixture.field<QComboBox>("component")) != nullptr);
        QCOMPARE(where->findData("producers"), -1);  // nothing of it can be changed
        QVERIFY(where->findData("orders") >= 0);
        where->setFocus();
        where->setCurrentIndex(where->findData("orders"));
        QCOMPARE(changes().front().parameter, std::string{"shards"});
        QVERIFY(changes().front().value == ParameterValue{std::int64_t{2}});  // one shard now
        // The parameter's own editor: whole shards.
        QTRY_VERIFY(fixture.field<QSpinBox>("value"));
        fixture.type(fixture.field<QDoubleSpinBox>("startSeconds"), "3");
        QCOMPARE(changes().front().startSeconds, 3.0);
        auto* note = fixture.field<QLabel>("note");
        QVERIFY(note);
        QCOMPARE(note->text().simplified(), QString{"From 1 shard; in force after 1 min."});
        // Shards at most double at once: said at the field that holds the number.
        fixture.type(fixture.field<QSpinBox>("value"), "5");
        QVERIFY(changes().front().value == ParameterValue{std::int64_t{5}});
        const auto problemAt = [&](QWidget* field) {
            QString text;
            for (QLabel* each : fixture.panel.findChildren<QLabel*>("problem"))
                if (each->parentWidget()->isAncestorOf(field) && each->isVisibleTo(&fixture.panel))
                    text += each->text();
            return text;
        };
        QTRY_VERIFY(problemAt(fixture.field<QSpinBox>("value")).contains("at most 2"));
        QVERIFY(problemAt(fixture.field<QDoubleSpinBox>("startSeconds")).isEmpty());
        fixture.type(fixture.field<QSpinBox>("value"), "2");
        QTRY_VERIFY(problemAt(fixture.field<QSpinBox>("value")).isEmpty());
        QToolButton* remove = nullptr;
        for (QToolButton* each : fixture.panel.findChildren<QToolButton*>("remove"))
            if (each->accessibleName() == "Remove this change" && each->isVisible())
                remove = each;
        QVERIFY(remove);
        QTest::mouseClick(remove, Qt::LeftButton);
        QVERIFY(changes().empty());
        const int steps = fixture.document.undoStack().count();
        for (int step = 0; step < steps; ++step)
            fixture.document.undoStack().undo();
        QVERIFY(changes().empty());
    }

    void whatIsSizedAutomaticallyCannotChangeAndSaysSo()
    {
        Design design;
        design.components = {
            {"orders", "kinesis-data-streams", "Orders", {264, 0}, {{"shards", Auto{}}}, {}, {}}};
        design.scenarios = smallDesign().scenarios;
        design.scenarios.front().objectives.clear();
        InspectorFixture fixture{std::move(design)};
        fixture.panel.showItems({});
        fixture.openSection("changes");
        QPushButton* add = nullptr;
        QTRY_VERIFY((add = fixture.field<QPushButton>("add-changes")) != nullptr);
        QTest::mouseClick(add, Qt::LeftButton);
        QVERIFY(findScenario(fixture.document.design(), "steady")->changes.empty());
        bool said = false;
        for (QLabel* each : fixture.panel.findChildren<QLabel*>("missing"))
            said = said || (each->isVisible() && each->text().contains("number"));
        QVERIFY(said);
    }

    void aReaderGoesBack()
    {
        InspectorFixture fixture;
        fixture.panel.showItems({});
        fixture.openSection("replays");
        QPushButton* add = nullptr;
        QTRY_VERIFY((add = fixture.field<QPushButton>("add-replays")) != nullptr);
        QTest::mouseClick(add, Qt::LeftButton);
        const auto replays = [&] { return findScenario(fixture.document.design(), "steady")->replays; };
        QCOMPARE(replays().size(), std::size_t{1});
        QCOMPARE(replays().front().connection, std::string{"c2"});
        QVERIFY(!replays().front().fromSeconds);
        QComboBox* to = nullptr;
        QTRY_VERIFY((to = fixture.field<QComboBox>("to")) != nullptr);
        QCOMPARE(fixture.field<QComboBox>("connection")->findData("c1"), -1);  // a source reads nothing
        QVERIFY(!fixture.field<QDoubleSpinBox>("fromSeconds"));
        to->setFocus();
        to->setCurrentIndex(to->findData("time"));
        QTRY_VERIFY(fixture.field<QDoubleSpinBox>("fromSeconds"));
        fixture.type(fixture.field<QDoubleSpinBox>("fromSeconds"), "2");
        QCOMPARE(replays().front().fromSeconds.value_or(-1), 2.0);
        to->setCurrentIndex(to->findData("oldest"));
        QVERIFY(!replays().front().fromSeconds);
    }

    void theMenuOfAParameterAddsAChange()
    {
        InspectorFixture fixture;
        QSignalSpy links{&fixture.panel, &InspectorPanel::linkActivated};
        fixture.panel.showItems({"orders"});
        auto* shards = fixture.field<QSpinBox>("shards");
        QVERIFY(shards);
        QWidget* row = shards->parentWidget()->parentWidget();
        QContextMenuEvent event{QContextMenuEvent::Mouse, {4, 4}, row->mapToGlobal(QPoint{4, 4})};
        QApplication::sendEvent(row, &event);
        auto* menu = fixture.panel.findChild<QMenu*>("parameterMenu");
        QVERIFY(menu);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        const auto& changes = findScenario(fixture.document.design(), "steady")->changes;
        QCOMPARE(changes.size(), std::size_t{1});
        QCOMPARE(changes.front().component, std::string{"orders"});
        QCOMPARE(changes.front().parameter, std::string{"shards"});
        QCOMPARE(links.size(), 1);
        QCOMPARE(links.front().front().toString(), QString{"scenario:changes/0"});
        fixture.panel.showItems({});
        fixture.panel.focusItem("changes", 0);
        QTRY_VERIFY(fixture.field<QSpinBox>("value"));
    }

    void withoutDeadLettersThereIsNoRedrive()
    {
        InspectorFixture fixture;
        fixture.panel.showItems({});
        QCoreApplication::processEvents();
        for (Disclosure* section : fixture.panel.findChildren<Disclosure*>("redrives"))
            QVERIFY(!section->isVisibleTo(&fixture.panel));
    }

    void budgetOfNothingIsNoBudget()
    {
        InspectorFixture fixture;
        fixture.panel.showItems({});
        auto* budget = fixture.field<QDoubleSpinBox>("monthlyBudgetUsd");
        QVERIFY(budget);
        fixture.type(budget, "2000");
        QCOMPARE(findScenario(fixture.document.design(), "steady")->monthlyBudgetUsd.value_or(0), 2000.0);
        fixture.type(budget, "0");
        QVERIFY(!findScenario(fixture.document.design(), "steady")->monthlyBudgetUsd);
    }

    void aNumberThatStandsForSomethingIsCalledSo()
    {
        InspectorFixture fixture;
        Design design = fixture.document.design();
        design.components.push_back({"server", "custom-server", "Server", {792, 0}, {}, {}, {}});
        fixture.document.replace(std::move(design), {});
        fixture.panel.showItems({"server"});
        auto* places = fixture.field<QDoubleSpinBox>("queueLimit");
        QVERIFY(places);
        QCOMPARE(places->text(), QStringLiteral("no limit"));
        auto* row = qobject_cast<ParameterRow*>(places->parentWidget()->parentWidget());
        QVERIFY(row);
        QStringList said;
        for (const QLabel* each : row->findChildren<QLabel*>())
            said << each->text();
        QVERIFY2(said.join(u' ').contains(QStringLiteral("default no limit")), qPrintable(said.join(u'|')));
        fixture.type(places, "25");
        QCOMPARE(toString(fixture.parametersOf("server").at("queueLimit")), std::string{"25"});
        QVERIFY2(places->text().startsWith(QStringLiteral("25")), qPrintable(places->text()));
        fixture.type(places, "-1");
        QCOMPARE(places->text(), QStringLiteral("no limit"));
    }

    void pickersFollowAndDriveTheDocument()
    {
        InspectorFixture fixture;
        ScenarioPicker scenarios{fixture.document};
        QCOMPARE(scenarios.count(), 2);
        scenarios.setCurrentIndex(scenarios.findData("zero"));
        QCOMPARE(fixture.document.currentScenario(), ScenarioId{"zero"});
        RegionPicker regions{fixture.document};
        QVERIFY(regions.count() >= 5);
        QVERIFY(regions.findData("study-note") < 0);
        QCOMPARE(regions.currentData().toString(), "us-east-1");
        regions.setCurrentIndex(regions.findData("eu-west-1"));
        QCOMPARE(fixture.document.design().region, std::string{"eu-west-1"});
        fixture.document.undoStack().undo();
        QCOMPARE(regions.currentData().toString(), "us-east-1");
    }

    void selectionThatVanishesShowsTheDesign()
    {
        InspectorFixture fixture;
        fixture.panel.showItems({"c2"});
        fixture.document.exchange(ConnectionId{"c2"}, std::optional<Connection>{});
        QVERIFY(!fixture.field<QLabel>("sentence"));
        QVERIFY(fixture.field<QLineEdit>("title"));
        fixture.document.replace(Design{}, {});
        QVERIFY(fixture.field<QLineEdit>("title"));
    }

    void everyServiceHasAPage()
    {
        for (const ServiceSpec& spec : panelLibrary().catalog().all()) {
            Design design;
            design.components = {{"it", spec.id, "It", {}, {}, {}, {}}};
            InspectorFixture fixture{std::move(design)};
            fixture.panel.showItems({"it"});
            for (const ParameterSpec& parameter : spec.parameters) {
                const auto fields =
                    fixture.panel.findChildren<QWidget*>(QString::fromStdString(parameter.id));
                QVERIFY2(!fields.isEmpty(), (spec.id + "." + parameter.id).c_str());
            }
            // Showing a page must not touch the design.
            QCOMPARE(fixture.document.undoStack().count(), 0);
        }
    }

    void unknownServicesAreShownAndKept()
    {
        Design design = smallDesign();
        design.components[0].service = "from-the-future";
        InspectorFixture fixture{std::move(design)};
        fixture.panel.showItems({"fn"});
        QVERIFY(fixture.field<QLineEdit>("label"));
        QCOMPARE(fixture.document.undoStack().count(), 0);
    }
};

PLIMSOLL_TEST(tst_Inspector)
#include "tst_inspector.moc"
