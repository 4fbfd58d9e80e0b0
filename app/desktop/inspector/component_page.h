// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/inspector/inspector_page.h"
#include "app/desktop/inspector/parameter_form.h"
#include "app/desktop/inspector/scenario_fields.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

class QLabel;
class QSlider;

namespace plimsoll {

class ScenarioList;

class ProfilePreview;

/// One component: parameters, sizing, limits, cost, what a run counted; for a source its traffic.
class ComponentPage final : public InspectorPage {
    Q_OBJECT
public:
    ComponentPage(const InspectorContext& context, ComponentId id, QWidget* parent = nullptr);
    void refresh() override;
    bool isCurrent() const override;
    ParameterForm* form() const { return m_form; }
    ParameterForm* traffic() const { return m_traffic; }
    bool showItem(const QString& list, int index) override;

private:
    const Component* component() const { return findComponent(design(), m_id); }
    const ServiceSpec* spec() const;
    void addHeader(const Component& component);
    void addTraffic();
    void addLoad(QVBoxLayout& layout);
    void showLoad(double load);
    void editTraffic(const QString& field, const ParameterEdit& edit);
    void changeTraffic(const QString& field, const std::function<void(TrafficProfile&)>& change);
    /// The parameter becomes another at some time of the scenario.
    void addChange(const QString& parameter);
    void refreshFigures();
    void fillSizing(const std::vector<Sizing>& sizing);
    void fillLimits(const std::vector<LimitUse>& limits, const QString& idle);
    void fillCost(const Bill* bill, bool fromRun);
    void fillRun(const ComponentReport* report);

    ComponentId m_id;
    std::string m_service;
    QLineEdit* m_label = nullptr;
    ParameterForm* m_form = nullptr;
    ParameterForm* m_traffic = nullptr;
    Fields<TrafficProfile> m_trafficFields;
    ProfilePreview* m_preview = nullptr;
    QSlider* m_load = nullptr;
    QLabel* m_loadText = nullptr;
    ScenarioList *m_levels = nullptr, *m_spikes = nullptr, *m_pauses = nullptr;
    struct Block {
        Disclosure* section = nullptr;
        QWidget* content = nullptr;
        QVBoxLayout* layout = nullptr;
    };
    Block addBlock(const QString& key, const QString& title, bool openAtFirst);
    Block m_sizing, m_limits, m_cost, m_run;
    QString m_shownFigures;  ///< what the blocks show; unchanged figures keep open trees open
};

}  // namespace plimsoll
