// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/inspector/inspector_page.h"
#include "app/desktop/inspector/parameter_form.h"
#include "app/desktop/inspector/scenario_fields.h"
#include "app/desktop/inspector/scenario_list.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

namespace plimsoll {

/// The design itself: title, region, and the current scenario with its objectives, queries, jobs and faults.
class DesignPage final : public InspectorPage {
    Q_OBJECT
public:
    explicit DesignPage(const InspectorContext& context, QWidget* parent = nullptr);
    void refresh() override;
    ParameterForm* scenarioForm() const { return m_form; }
    ScenarioList* objectives() const { return m_objectives; }
    bool showItem(const QString& list, int index) override;

private:
    const Scenario* scenario() const { return findScenario(design(), document().currentScenario()); }
    std::vector<ScenarioList*> lists() const;
    void addScenarioButtons(QVBoxLayout& layout);
    void addScenario(bool copyCurrent);
    void removeScenario();

    /// What happens at some time of the scenario.
    struct TimedSection {
        Disclosure* section;
        QString title;
        ScenarioList* list;
    };

    QLineEdit* m_title;
    QLabel* m_duration = nullptr;
    Fields<Scenario> m_fields;
    ParameterForm* m_form = nullptr;
    QWidget* m_scenarioContent = nullptr;
    QWidget *m_remove = nullptr, *m_duplicate = nullptr;
    ScenarioList* m_objectives = nullptr;
    ScenarioList* m_queries = nullptr;
    ScenarioList* m_jobs = nullptr;
    ScenarioList* m_faults = nullptr;
    ScenarioList* m_redrives = nullptr;
    ScenarioList* m_changes = nullptr;
    ScenarioList* m_replays = nullptr;
    Disclosure* m_querySection = nullptr;
    Disclosure* m_jobSection = nullptr;
    Disclosure* m_redriveSection = nullptr;
    Disclosure* m_changeSection = nullptr;
    Disclosure* m_replaySection = nullptr;
    std::vector<TimedSection> m_timed;
};

}  // namespace plimsoll
