// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_document.h"
#include "app/desktop/document/scenario_items.h"
#include "app/desktop/inspector/parameter_form.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>
#include <QtWidgets/QWidget>

#include <functional>
#include <map>
#include <memory>
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
    std::function<std::string(const Scenario&, std::size_t)> place;  ///< of the issues about an item
    /// Why none can be added; empty when one can. Asked when the button is pressed.
    std::function<QString(const Design&)> missing{};
    /// What follows from an item, below its fields.
    std::function<QString(const Design&, const Scenario&, std::size_t)> note{};
};

/// What can happen where and when, asked again only when components or connections have changed.
class FittingItems {
public:
    explicit FittingItems(const ServiceCatalog& catalog) : m_catalog{catalog} {}
    const TimedFits& of(const Design& design);

private:
    const ServiceCatalog& m_catalog;
    decltype(Design::components) m_components;
    decltype(Design::connections) m_connections;
    bool m_asked = false;
    TimedFits m_fits;
};
using FittingItemsPtr = std::shared_ptr<FittingItems>;

/// Objectives, queries, jobs, faults, redrives, changes, replays or a source's spikes in the current scenario: a card
/// each, and a button for one more.
class ScenarioList final : public QWidget {
    Q_OBJECT
public:
    ScenarioList(DesignDocument& document, ScenarioListRules rules, QWidget* parent = nullptr);
    void refresh();
    /// What is wrong with the items, at their fields.
    void showIssues(const std::vector<Issue>& issues);
    /// The cursor into the first field of an item.
    void focusItem(std::size_t index);
    std::size_t count() const { return m_forms.size(); }
    ParameterForm* form(std::size_t index) const { return m_forms.at(index); }
    QPushButton& addButton() { return *m_add; }
    const QString& key() const { return m_rules.key; }

Q_SIGNALS:
    /// An item has got the cursor and shall be in sight.
    void itemShown(QWidget* item);

private:
    void rebuild(const Scenario& scenario);
    void push(const std::function<void(Scenario&)>& change, const QString& mergeKey);

    DesignDocument& m_document;
    ScenarioListRules m_rules;
    std::vector<ParameterForm*> m_forms;
    std::vector<QLabel*> m_notes;
    std::string m_choices;  ///< what the cards can choose from and are called; another set needs other cards
    QVBoxLayout* m_cards;
    QPushButton* m_add;
    QLabel* m_missing = nullptr;
};

ScenarioListRules objectiveRules(const ServiceCatalog& catalog);
ScenarioListRules queryRules(const ServiceCatalog& catalog);
ScenarioListRules jobRules(const ServiceCatalog& catalog);
ScenarioListRules faultRules(const ServiceCatalog& catalog, const FittingItemsPtr& fitting);
ScenarioListRules redriveRules(const FittingItemsPtr& fitting);
ScenarioListRules changeRules(const ServiceCatalog& catalog, const FittingItemsPtr& fitting);
ScenarioListRules replayRules(const FittingItemsPtr& fitting);
/// Of one source's traffic.
ScenarioListRules levelRules(const ComponentId& source);
ScenarioListRules spikeRules(const ComponentId& source);
ScenarioListRules pauseRules(const ComponentId& source);

}  // namespace plimsoll
