// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/design_page.h"

#include "app/desktop/document/commands/set_header.h"
#include "app/desktop/document/commands/set_scenario.h"
#include "app/desktop/inspector/region_picker.h"
#include "app/desktop/inspector/scenario_picker.h"
#include "app/desktop/text/format.h"
#include "app/desktop/widgets/line_edit.h"
#include "app/desktop/widgets/value_editor.h"

#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

#include <algorithm>

namespace plimsoll {

DesignPage::DesignPage(const InspectorContext& context, QWidget* parent)
    : InspectorPage{context, parent}, m_title{new LineEdit}, m_fields{scenarioFields()}
{
    m_title->setObjectName(QStringLiteral("title"));
    m_title->setAccessibleName(tr("Title of the design"));
    m_title->setPlaceholderText(tr("Untitled design"));
    m_title->setStyleSheet(QStringLiteral("QLineEdit { font-size: 12pt; font-weight: 600; }"));
    tameField(m_title);
    connect(m_title, &QLineEdit::editingFinished, this, [this] {
        if (m_title->text().toStdString() != design().title)
            document().undoStack().push(
                new SetHeader{document(), m_title->text().toStdString(), design().region});
    });
    column().addWidget(m_title);
    auto* region = new RegionPicker{document(), this};
    tameField(region);
    auto* regionRow = new QHBoxLayout;
    regionRow->addWidget(new QLabel{tr("Region")});
    regionRow->addWidget(region, 1);
    column().addLayout(regionRow);

    m_scenarioContent = new QWidget;
    auto* layout = new QVBoxLayout{m_scenarioContent};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    addScenarioButtons(*layout);
    m_form = new ParameterForm{specsOf(m_fields)};
    m_form->setPlain(true);
    m_form->setZeroText("monthlyBudgetUsd", tr("none"));
    connect(m_form, &ParameterForm::edited, this, [this](const QString& field, const ParameterEdit& edit) {
        if (const Scenario* current = scenario())
            document().undoStack().push(
                new SetScenario{document(), withField(m_fields, *current, field.toStdString(), edit.value),
                                QStringLiteral("scenario/") + field});
    });
    layout->addWidget(m_form);
    m_duration = new QLabel;
    m_duration->setProperty("role", "muted");
    m_duration->setWordWrap(true);
    layout->addWidget(m_duration);
    addSection(QStringLiteral("scenario"), tr("Scenario"), m_scenarioContent);

    const ServiceCatalog& catalog = document().catalog();
    m_objectives = new ScenarioList{document(), objectiveRules(catalog)};
    m_queries = new ScenarioList{document(), queryRules(catalog)};
    m_jobs = new ScenarioList{document(), jobRules(catalog)};
    const auto fitting = std::make_shared<FittingItems>(catalog);
    m_faults = new ScenarioList{document(), faultRules(catalog, fitting)};
    m_redrives = new ScenarioList{document(), redriveRules(fitting)};
    m_changes = new ScenarioList{document(), changeRules(catalog, fitting)};
    m_replays = new ScenarioList{document(), replayRules(fitting)};
    addSection(QStringLiteral("objectives"), tr("Objectives"), m_objectives);
    m_querySection = addSection(QStringLiteral("queries"), tr("Queries"), m_queries);
    m_jobSection = addSection(QStringLiteral("jobs"), tr("Jobs"), m_jobs);
    const auto addTimed = [this](const QString& title, ScenarioList* list) {
        m_timed.push_back({addSection(list->key(), title, list, false), title, list});
        return m_timed.back().section;
    };
    addTimed(tr("Faults"), m_faults);
    m_redriveSection = addTimed(tr("Redrives"), m_redrives);
    m_changeSection = addTimed(tr("Changes while it runs"), m_changes);
    m_replaySection = addTimed(tr("Replays"), m_replays);
    for (ScenarioList* list : lists())
        watchItems(*list);
    column().addStretch();
    refresh();
}

void DesignPage::addScenarioButtons(QVBoxLayout& layout)
{
    auto* picker = new ScenarioPicker{document(), this};
    tameField(picker);
    layout.addWidget(picker);
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    const auto button = [&](const QString& text, const QString& name) {
        auto* made = new QPushButton{text};
        made->setObjectName(name);
        made->setStyleSheet(QStringLiteral("QPushButton { padding: 3px 10px; }"));
        row->addWidget(made);
        return made;
    };
    connect(button(tr("New"), QStringLiteral("new-scenario")), &QPushButton::clicked, this,
            [this] { addScenario(false); });
    auto* duplicate = button(tr("Duplicate"), QStringLiteral("duplicate-scenario"));
    connect(duplicate, &QPushButton::clicked, this, [this] { addScenario(true); });
    auto* remove = button(tr("Delete"), QStringLiteral("delete-scenario"));
    connect(remove, &QPushButton::clicked, this, &DesignPage::removeScenario);
    m_remove = remove;
    m_duplicate = duplicate;
    row->addStretch();
    layout.addLayout(row);
}

void DesignPage::addScenario(bool copyCurrent)
{
    Scenario made;
    if (const Scenario* current = scenario(); current && copyCurrent) {
        made = *current;
        made.label = tr("Copy of %1").arg(QString::fromStdString(current->label)).toStdString();
    } else {
        made.label = tr("New scenario").toStdString();
    }
    made.id = freeId(design(), "scenario");
    const ScenarioId id = made.id;
    document().undoStack().push(new SetScenario{document(), std::move(made)});
    document().setCurrentScenario(id);
}

void DesignPage::removeScenario()
{
    if (const Scenario* current = scenario())
        document().undoStack().push(
            new SetScenario{document(), ScenarioId{current->id}, std::optional<Scenario>{}});
}

void DesignPage::refresh()
{
    const QString title = QString::fromStdString(design().title);
    if (!m_title->hasFocus() && m_title->text() != title) {
        m_title->setText(title);
        m_title->setCursorPosition(0);  // a long title shows its beginning
    }
    const Scenario* current = scenario();
    m_form->setVisible(current != nullptr);
    m_remove->setEnabled(current != nullptr);
    m_duplicate->setEnabled(current != nullptr);
    if (current) {
        m_form->setValues(valuesOf(m_fields, *current));
        m_duration->setText(
            tr("A run simulates %1 of traffic.").arg(Format{}.span(current->durationSeconds)));
    } else {
        m_duration->setText(tr("A scenario says how much traffic comes and for how long."));
    }
    for (ScenarioList* list : lists()) {
        list->refresh();
        list->showIssues(session().estimate().issues);
    }
    if (current)
        m_form->showIssues(session().estimate().issues, "/scenarios/" + current->id);
    const auto anyRuns = [&](bool ServiceSpec::*claim) {
        return std::any_of(design().components.begin(), design().components.end(),
                           [&](const Component& each) {
                               const ServiceSpec* spec = document().catalog().find(each.service);
                               return spec && spec->*claim;
                           });
    };
    // A design without a warehouse or a cluster need not be asked about them.
    m_querySection->setVisible(m_queries->count() > 0 || anyRuns(&ServiceSpec::runsQueries));
    m_jobSection->setVisible(m_jobs->count() > 0 || anyRuns(&ServiceSpec::runsJobs));
    const ServiceCatalog& catalog = document().catalog();
    m_redriveSection->setVisible(m_redrives->count() > 0 || mayRedrive(design(), catalog));
    m_changeSection->setVisible(m_changes->count() > 0 || mayChange(design(), catalog));
    m_replaySection->setVisible(m_replays->count() > 0 || mayReplay(design(), catalog));
    // What happens in a scenario is said by the closed heading, too.
    for (const TimedSection& each : m_timed)
        each.section->setTitle(
            each.list->count() > 0
                ? tr("%1 (%2)", "a heading and how many").arg(each.title).arg(each.list->count())
                : each.title);
}

std::vector<ScenarioList*> DesignPage::lists() const
{
    return {m_objectives, m_queries, m_jobs, m_faults, m_redrives, m_changes, m_replays};
}

bool DesignPage::showItem(const QString& list, int index)
{
    return focusIn(lists(), list, index);
}

}  // namespace plimsoll
