// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_document.h"
#include "app/desktop/inspector/parameter_form.h"

#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>
#include <QtWidgets/QWidget>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace plimsoll {

/// How one of a scenario's lists is read and edited; keeps the editor free of what the items are.
struct ScenarioListRules {
    QString key;  ///< "objectives": part of the undo merge key
    QString addText, removeText;
    std::map<std::string, QString> zeroTexts{};  ///< by field: what a zero reads as
    std::function<std::size_t(const Scenario&)> count;
    std::function<std::vector<ParameterSpec>(const Design&, const Scenario&, std::size_t)> specs;
    std::function<ParameterMap(const Design&, const Scenario&, std::size_t)> values;
    std::function<void(const Design&, Scenario&, std::size_t, const std::string&,
                       const std::optional<ParameterValue>&)>
        edit;
    std::function<void(const Design&, Scenario&)> add;
    std::function<void(Scenario&, std::size_t)> remove;
};

/// Objectives, queries, jobs, faults, redrives or a source's spikes in the current scenario: a card each, and a button for one more.
class ScenarioList final : public QWidget {
    Q_OBJECT
public:
    ScenarioList(DesignDocument& document, ScenarioListRules rules, QWidget* parent = nullptr);
    void refresh();
    std::size_t count() const { return m_forms.size(); }
    ParameterForm* form(std::size_t index) const { return m_forms.at(index); }
    QPushButton& addButton() { return *m_add; }

private:
    void rebuild(const Scenario& scenario);
    void push(const std::function<void(Scenario&)>& change, const QString& mergeKey);

    DesignDocument& m_document;
    ScenarioListRules m_rules;
    std::vector<ParameterForm*> m_forms;
    std::string m_choices;  ///< what the cards can choose from and are called; another set needs other cards
    QVBoxLayout* m_cards;
    QPushButton* m_add;
};

ScenarioListRules objectiveRules(const ServiceCatalog& catalog);
ScenarioListRules queryRules(const ServiceCatalog& catalog);
ScenarioListRules jobRules(const ServiceCatalog& catalog);
ScenarioListRules faultRules(const ServiceCatalog& catalog);
ScenarioListRules redriveRules(const ServiceCatalog& catalog);
/// Of one source's traffic.
ScenarioListRules levelRules(const ComponentId& source);
ScenarioListRules spikeRules(const ComponentId& source);
ScenarioListRules pauseRules(const ComponentId& source);

}  // namespace plimsoll
