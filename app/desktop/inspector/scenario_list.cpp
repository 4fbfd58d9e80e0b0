// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/scenario_list.h"

#include "app/desktop/document/commands/set_scenario.h"
#include "app/desktop/document/scenario_items.h"
#include "app/desktop/inspector/inspector_page.h"
#include "app/desktop/inspector/scenario_fields.h"
#include "app/desktop/look/chart_style.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/text/format.h"
#include "model/catalog/parameter_changes.h"

#include <QtCore/QTimer>
#include <QtWidgets/QFrame>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QToolButton>

namespace plimsoll {

namespace {

/// The rules of a plain vector member, given its fields and what a new item is.
template <class T, class MakeFields, class MakeNew>
ScenarioListRules rulesOf(std::vector<T> Scenario::*items, MakeFields fields, MakeNew makeNew)
{
    ScenarioListRules rules;
    rules.count = [items](const Scenario& scenario) { return (scenario.*items).size(); };
    rules.specs = [items, fields](const Design& design, const Scenario& scenario, std::size_t at) {
        return specsOf(fields(design, scenario, (scenario.*items).at(at)));
    };
    rules.values = [items, fields](const Design& design, const Scenario& scenario, std::size_t at) {
        const T& item = (scenario.*items).at(at);
        return valuesOf(fields(design, scenario, item), item);
    };
    rules.edit = [items, fields](const Design& design, Scenario& scenario, std::size_t at,
                                 const std::string& field, const std::optional<ParameterValue>& value) {
        T& item = (scenario.*items).at(at);
        item = withField(fields(design, scenario, item), item, field, value);
    };
    rules.add = [items, makeNew](const Design& design, Scenario& scenario) {
        (scenario.*items).push_back(makeNew(design, scenario));
    };
    rules.remove = [items](Scenario& scenario, std::size_t at) {
        (scenario.*items).erase((scenario.*items).begin() + static_cast<std::ptrdiff_t>(at));
    };
    return rules;
}

/// The same of a member of one source's traffic, whose fields are always the same.
template <class T, class MakeNew>
ScenarioListRules trafficRulesOf(const ComponentId& source, std::vector<T> TrafficProfile::*items,
                                 Fields<T> fields, MakeNew makeNew)
{
    const auto listOf = [source, items](const Scenario& scenario) -> std::vector<T> {
        const auto at = scenario.traffic.find(source);
        return at == scenario.traffic.end() ? std::vector<T>{} : at->second.*items;
    };
    ScenarioListRules rules;
    rules.count = [listOf](const Scenario& scenario) { return listOf(scenario).size(); };
    rules.specs = [fields](const Design&, const Scenario&, std::size_t) { return specsOf(fields); };
    rules.values = [listOf, fields](const Design&, const Scenario& scenario, std::size_t at) {
        return valuesOf(fields, listOf(scenario).at(at));
    };
    rules.edit = [source, items, fields](const Design&, Scenario& scenario, std::size_t at,
                                         const std::string& field,
                                         const std::optional<ParameterValue>& value) {
        T& item = (scenario.traffic[source].*items).at(at);
        item = withField(fields, item, field, value);
    };
    rules.add = [source, items, makeNew](const Design&, Scenario& scenario) {
        TrafficProfile& profile = scenario.traffic[source];
        T made = makeNew(profile, scenario.durationSeconds);
        (profile.*items).push_back(std::move(made));
    };
    rules.remove = [source, items](Scenario& scenario, std::size_t at) {
        std::vector<T>& list = scenario.traffic[source].*items;
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(at));
    };
    return rules;
}

/// What the cards can choose from, and how.
std::string choicesOf(const std::vector<ParameterSpec>& specs)
{
    std::string text;
    for (const ParameterSpec& spec : specs) {
        text += spec.id + "=" + spec.name + "=" + std::to_string(static_cast<int>(spec.type)) + "="
                + spec.unit + "=" + std::to_string(spec.minimum) + "=" + std::to_string(spec.maximum) + "\n";
        for (const ParameterChoice& choice : spec.choices)
            text += spec.id + "=" + choice.value + "=" + choice.name + "\n";
    }
    return text;
}

/// "/scenarios/steady/faults/fault-1" of the issues about an item that has an id.
template <class T>
std::function<std::string(const Scenario&, std::size_t)> placesOf(std::vector<T> Scenario::*items,
                                                                  const char* key)
{
    return [items, key](const Scenario& scenario, std::size_t at) {
        return "/scenarios/" + scenario.id + "/" + key + "/" + (scenario.*items).at(at).id;
    };
}

std::function<std::string(const Scenario&, std::size_t)> trafficPlacesOf(const ComponentId& source,
                                                                         const char* key)
{
    return [source, key](const Scenario& scenario, std::size_t at) {
        return "/scenarios/" + scenario.id + "/traffic/" + source + "/" + key + "/" + std::to_string(at);
    };
}

}  // namespace

const TimedFits& FittingItems::of(const Design& design)
{
    if (!m_asked || design.components != m_components || design.connections != m_connections) {
        m_components = design.components;
        m_connections = design.connections;
        m_fits = timedFits(design, m_catalog, IntegrationTable::builtin());
        m_asked = true;
    }
    return m_fits;
}

ScenarioListRules objectiveRules(const ServiceCatalog& catalog)
{
    ScenarioListRules rules = rulesOf<Objective>(
        &Scenario::objectives,
        [](const Design& design, const Scenario&, const Objective&) { return objectiveFields(design); },
        [&catalog](const Design& design, const Scenario&) { return newObjective(design, catalog); });
    rules.key = QStringLiteral("objectives");
    rules.place = [](const Scenario& scenario, std::size_t at) {
        return "/scenarios/" + scenario.id + "/objectives/" + std::to_string(at);
    };
    rules.addText = ScenarioList::tr("Add an objective");
    rules.removeText = ScenarioList::tr("Remove this objective");
    return rules;
}

ScenarioListRules queryRules(const ServiceCatalog& catalog)
{
    ScenarioListRules rules = rulesOf<QueryLoad>(
        &Scenario::queries,
        [&catalog](const Design& design, const Scenario&, const QueryLoad&) {
            return queryFields(design, catalog);
        },
        [&catalog](const Design& design, const Scenario& scenario) {
            return newQuery(design, catalog, scenario);
        });
    rules.key = QStringLiteral("queries");
    rules.place = placesOf(&Scenario::queries, "queries");
    rules.addText = ScenarioList::tr("Add a query");
    rules.removeText = ScenarioList::tr("Remove this query");
    return rules;
}

ScenarioListRules jobRules(const ServiceCatalog& catalog)
{
    ScenarioListRules rules = rulesOf<JobLoad>(
        &Scenario::jobs,
        [&catalog](const Design& design, const Scenario& scenario, const JobLoad&) {
            return jobFields(design, catalog, scenario);
        },
        [&catalog](const Design& design, const Scenario& scenario) {
            return newJob(design, catalog, scenario);
        });
    rules.key = QStringLiteral("jobs");
    rules.place = placesOf(&Scenario::jobs, "jobs");
    rules.addText = ScenarioList::tr("Add a job");
    rules.removeText = ScenarioList::tr("Remove this job");
    return rules;
}

ScenarioListRules faultRules(const ServiceCatalog& catalog, const FittingItemsPtr& fitting)
{
    ScenarioListRules rules = rulesOf<Fault>(
        &Scenario::faults,
        [&catalog, fitting](const Design& design, const Scenario&, const Fault& fault) {
            return faultFields(design, catalog, fitting->of(design), fault);
        },
        [&catalog](const Design& design, const Scenario& scenario) {
            return newFault(design, catalog, scenario);
        });
    rules.key = QStringLiteral("faults");
    rules.place = placesOf(&Scenario::faults, "faults");
    rules.addText = ScenarioList::tr("Add a fault");
    rules.removeText = ScenarioList::tr("Remove this fault");
    return rules;
}

ScenarioListRules redriveRules(const FittingItemsPtr& fitting)
{
    ScenarioListRules rules = rulesOf<Redrive>(
        &Scenario::redrives,
        [fitting](const Design& design, const Scenario&, const Redrive& redrive) {
            return redriveFields(design, fitting->of(design), redrive);
        },
        [fitting](const Design& design, const Scenario& scenario) {
            return newRedrive(scenario, fitting->of(design));
        });
    rules.key = QStringLiteral("redrives");
    rules.place = placesOf(&Scenario::redrives, "redrives");
    rules.addText = ScenarioList::tr("Add a redrive");
    rules.removeText = ScenarioList::tr("Remove this redrive");
    rules.zeroTexts = {{"ratePerSecond", ScenarioList::tr("as SQS chooses")}};
    return rules;
}

ScenarioListRules changeRules(const ServiceCatalog& catalog, const FittingItemsPtr& fitting)
{
    ScenarioListRules rules = rulesOf<ParameterChange>(
        &Scenario::changes,
        [&catalog, fitting](const Design& design, const Scenario&, const ParameterChange& change) {
            return changeFields(design, catalog, fitting->of(design), change);
        },
        [&catalog, fitting](const Design& design, const Scenario& scenario) {
            return newChange(design, catalog, scenario, fitting->of(design));
        });
    rules.key = QStringLiteral("changes");
    rules.place = placesOf(&Scenario::changes, "changes");
    rules.addText = ScenarioList::tr("Add a change");
    rules.removeText = ScenarioList::tr("Remove this change");
    rules.missing = [fitting](const Design& design) {
        return fitting->of(design).changes.empty()
                   ? ScenarioList::tr("Nothing can change yet: what is sized automatically or scales itself "
                                      "needs a number of its own first.")
                   : QString{};
    };
    rules.note = [&catalog](const Design& design, const Scenario& scenario, std::size_t at) {
        const ParameterChange& shown = scenario.changes.at(at);
        for (const ChangeInForce& each : changesInForce(design, catalog, scenario)) {
            if (each.id != shown.id)
                continue;
            const Component* component = findComponent(design, each.component);
            const ServiceSpec* spec = component ? catalog.find(component->service) : nullptr;
            const ParameterSpec* parameter = spec ? findParameter(*spec, each.parameter) : nullptr;
            const Format format;
            const QString before =
                format.value(asNumber(each.before), QString::fromStdString(parameter ? parameter->unit : ""));
            return each.inForceSeconds > each.requestedSeconds
                       ? ScenarioList::tr("From %1; in force after %2.")
                             .arg(before, format.span(each.inForceSeconds - each.requestedSeconds))
                       : ScenarioList::tr("From %1; in force at once.").arg(before);
        }
        return QString{};
    };
    return rules;
}

ScenarioListRules replayRules(const FittingItemsPtr& fitting)
{
    ScenarioListRules rules = rulesOf<Replay>(
        &Scenario::replays,
        [fitting](const Design& design, const Scenario&, const Replay& replay) {
            return replayFields(design, fitting->of(design), replay);
        },
        [fitting](const Design& design, const Scenario& scenario) {
            return newReplay(scenario, fitting->of(design));
        });
    rules.key = QStringLiteral("replays");
    rules.place = placesOf(&Scenario::replays, "replays");
    rules.addText = ScenarioList::tr("Add a replay");
    rules.removeText = ScenarioList::tr("Remove this replay");
    return rules;
}

ScenarioListRules levelRules(const ComponentId& source)
{
    ScenarioListRules rules =
        trafficRulesOf<RateLevel>(source, &TrafficProfile::levels, levelFields(), newLevel);
    rules.key = QStringLiteral("levels");
    rules.place = trafficPlacesOf(source, "levels");
    rules.addText = ScenarioList::tr("Add a step");
    rules.removeText = ScenarioList::tr("Remove this step");
    return rules;
}

ScenarioListRules spikeRules(const ComponentId& source)
{
    ScenarioListRules rules =
        trafficRulesOf<TrafficSpike>(source, &TrafficProfile::spikes, spikeFields(),
                                     [](const TrafficProfile&, double seconds) { return newSpike(seconds); });
    rules.key = QStringLiteral("spikes");
    rules.place = trafficPlacesOf(source, "spikes");
    rules.addText = ScenarioList::tr("Add a spike");
    rules.removeText = ScenarioList::tr("Remove this spike");
    rules.zeroTexts = {{"factor", ScenarioList::tr("none")},
                       {"peakPerSecond", ScenarioList::tr("none")},
                       {"everySeconds", ScenarioList::tr("never")}};
    return rules;
}

ScenarioListRules pauseRules(const ComponentId& source)
{
    ScenarioListRules rules =
        trafficRulesOf<TrafficPause>(source, &TrafficProfile::pauses, pauseFields(),
                                     [](const TrafficProfile&, double seconds) { return newPause(seconds); });
    rules.key = QStringLiteral("pauses");
    rules.place = trafficPlacesOf(source, "pauses");
    rules.addText = ScenarioList::tr("Add a pause");
    rules.removeText = ScenarioList::tr("Remove this pause");
    rules.zeroTexts = {{"everySeconds", ScenarioList::tr("never")}};
    return rules;
}

ScenarioList::ScenarioList(DesignDocument& document, ScenarioListRules rules, QWidget* parent)
    : QWidget{parent},
      m_document{document},
      m_rules{std::move(rules)},
      m_cards{new QVBoxLayout},
      m_add{new QPushButton{m_rules.addText}}
{
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 2, 0, 6);
    layout->setSpacing(6);
    m_cards->setSpacing(6);
    layout->addLayout(m_cards);
    m_add->setObjectName(QStringLiteral("add-") + m_rules.key);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    m_missing = new QLabel;
    m_missing->setObjectName(QStringLiteral("missing"));
    m_missing->setProperty("role", "muted");
    m_missing->setWordWrap(true);
    m_missing->hide();
    layout->addWidget(m_missing);
    connect(m_add, &QPushButton::clicked, this, [this] {
        // Asked for now only: what fits is a matter of all rules.
        const QString missing = m_rules.missing ? m_rules.missing(m_document.design()) : QString{};
        m_missing->setText(missing);
        m_missing->setVisible(!missing.isEmpty());
        if (missing.isEmpty())
            push([this](Scenario& scenario) { m_rules.add(m_document.design(), scenario); }, {});
    });
    refresh();
}

void ScenarioList::push(const std::function<void(Scenario&)>& change, const QString& mergeKey)
{
    const Scenario* current = findScenario(m_document.design(), m_document.currentScenario());
    if (!current)
        return;
    Scenario scenario = *current;
    change(scenario);
    m_document.undoStack().push(new SetScenario{m_document, std::move(scenario), mergeKey});
}

void ScenarioList::refresh()
{
    const Scenario* scenario = findScenario(m_document.design(), m_document.currentScenario());
    m_add->setEnabled(scenario != nullptr);
    if (!scenario) {
        // Nothing of a scenario that is gone stays in sight.
        m_choices.clear();
        rebuild({});
        return;
    }
    std::string choices;
    for (std::size_t at = 0; at < m_rules.count(*scenario); ++at)
        choices += choicesOf(m_rules.specs(m_document.design(), *scenario, at));
    if (m_rules.count(*scenario) != m_forms.size() || choices != m_choices) {
        m_choices = std::move(choices);
        rebuild(*scenario);
    }
    for (std::size_t at = 0; at < m_forms.size(); ++at) {
        m_forms[at]->setValues(m_rules.values(m_document.design(), *scenario, at));
        const QString note = m_rules.note ? m_rules.note(m_document.design(), *scenario, at) : QString{};
        m_notes[at]->setText(note);
        m_notes[at]->setVisible(!note.isEmpty());
    }
    if (m_rules.count(*scenario) > 0)
        m_missing->hide();
}

void ScenarioList::showIssues(const std::vector<Issue>& issues)
{
    const Scenario* scenario = findScenario(m_document.design(), m_document.currentScenario());
    if (!scenario || !m_rules.place || m_rules.count(*scenario) != m_forms.size())
        return;
    for (std::size_t at = 0; at < m_forms.size(); ++at)
        m_forms[at]->showIssues(issues, m_rules.place(*scenario, at));
}

void ScenarioList::focusItem(std::size_t index)
{
    // A card made a moment ago has no place yet.
    QTimer::singleShot(0, this, [this, index] {
        if (index >= m_forms.size())
            return;
        QWidget* first = nullptr;
        for (QWidget* next = m_forms[index]->nextInFocusChain(); next && !first && next != m_forms[index];
             next = next->nextInFocusChain())
            if (next->isVisible() && next->focusPolicy() != Qt::NoFocus && m_forms[index]->isAncestorOf(next))
                first = next;
        if (first)
            first->setFocus(Qt::ShortcutFocusReason);
        emit itemShown(m_forms[index]);
    });
}

void ScenarioList::rebuild(const Scenario& scenario)
{
    emptyLayout(*m_cards);
    m_forms.clear();
    m_notes.clear();
    for (std::size_t at = 0; at < m_rules.count(scenario); ++at) {
        auto* card = new QFrame;
        card->setObjectName(QStringLiteral("card"));
        card->setStyleSheet(
            QStringLiteral("QFrame#card { background-color: %1; border: 1px solid %2; border-radius: 6px; }")
                .arg(style::colour("surfaceRaised").name(), style::colour("border").name()));
        auto* form = new ParameterForm{m_rules.specs(m_document.design(), scenario, at)};
        form->setPlain(true);
        for (const auto& [field, words] : m_rules.zeroTexts)
            form->setZeroText(field, words);
        auto* remove = new QToolButton;
        remove->setIcon(Theme::current().icon(QStringLiteral("delete"), QStringLiteral("textMuted")));
        remove->setIconSize({14, 14});
        remove->setToolTip(m_rules.removeText);
        remove->setAccessibleName(m_rules.removeText);
        remove->setObjectName(QStringLiteral("remove"));
        auto* row = new QHBoxLayout{card};
        row->setContentsMargins(10, 4, 4, 4);
        row->setSpacing(2);
        auto* note = new QLabel;
        note->setObjectName(QStringLiteral("note"));
        note->setProperty("role", "muted");
        note->setWordWrap(true);
        auto* words = new QVBoxLayout;
        words->setSpacing(2);
        words->addWidget(form);
        words->addWidget(note);
        row->addLayout(words, 1);
        row->addWidget(remove, 0, Qt::AlignTop);
        m_cards->addWidget(card);
        m_forms.push_back(form);
        m_notes.push_back(note);
        connect(form, &ParameterForm::edited, this,
                [this, at](const QString& field, const ParameterEdit& edit) {
                    push(
                        [&](Scenario& changed) {
                            m_rules.edit(m_document.design(), changed, at, field.toStdString(), edit.value);
                        },
                        QStringLiteral("%1/%2/%3").arg(m_rules.key).arg(at).arg(field));
                });
        connect(remove, &QToolButton::clicked, this,
                [this, at] { push([&](Scenario& changed) { m_rules.remove(changed, at); }, {}); });
    }
}

}  // namespace plimsoll
