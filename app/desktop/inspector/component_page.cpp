// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/component_page.h"

#include "app/desktop/document/commands/rename_item.h"
#include "app/desktop/document/commands/set_parameter.h"
#include "app/desktop/document/commands/set_scenario.h"
#include "app/desktop/inspector/profile_preview.h"
#include "app/desktop/inspector/scenario_list.h"
#include "app/desktop/look/chart_style.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/text/format.h"
#include "app/desktop/widgets/bars.h"
#include "app/desktop/widgets/derivation_view.h"
#include "app/desktop/widgets/line_edit.h"
#include "app/desktop/widgets/value_editor.h"
#include "app/report/run_sections.h"
#include "model/serialization/trace_file.h"

#include <QtCore/QFileInfo>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSlider>

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace plimsoll {

namespace {

constexpr int kIconSize = 40;
constexpr double kLeastLoad = 0.1;
constexpr double kMostLoad = 10;
constexpr int kLoadSteps = 200;  ///< of the slider, over two decades around the middle: 1 x

int stepOfLoad(double load)
{
    const double share =
        std::log(std::clamp(load, kLeastLoad, kMostLoad) / kLeastLoad) / std::log(kMostLoad / kLeastLoad);
    return static_cast<int>(std::lround(share * kLoadSteps));
}

/// Two digits that count: 0.25, 1, 2.4, 10.
double loadOfStep(int step)
{
    const double load = kLeastLoad * std::pow(kMostLoad / kLeastLoad, static_cast<double>(step) / kLoadSteps);
    const double grains = load < 0.995 ? 100 : 10;
    return std::round(load * grains) / grains;
}

QLabel* muted(const QString& text)
{
    auto* label = new QLabel{text};
    label->setProperty("role", "muted");
    label->setWordWrap(true);
    return label;
}

/// A fold-out "Why?" that makes its tree when first opened.
Disclosure* whyOf(const QString& title, std::vector<Derivation> derivations)
{
    auto* why = new Disclosure{title, Disclosure::Kind::Inline};
    why->setContentMaker([derivations = std::move(derivations)] {
        auto* view = new DerivationView;
        view->setDerivations(derivations);
        return view;
    });
    return why;
}

bool isWorthShowing(const Derivation& derivation)
{
    return !derivation.name.empty();
}

}  // namespace

ComponentPage::ComponentPage(const InspectorContext& context, ComponentId id, QWidget* parent)
    : InspectorPage{context, parent}, m_id{std::move(id)}, m_trafficFields{trafficFields()}
{
    const Component* shown = component();
    if (!shown)
        return;
    m_service = shown->service;
    addHeader(*shown);
    const ServiceSpec* service = spec();
    if (!service) {
        column().addWidget(muted(tr("This version does not know the service \"%1\". The component is kept as "
                                    "it is; a run is not possible with it.")
                                     .arg(QString::fromStdString(m_service))));
        column().addStretch();
        return;
    }
    if (!service->simulated)
        column().addWidget(muted(tr("Can be drawn and connected; this version does not simulate it.")));
    if (service->isSource)
        addTraffic();
    if (!service->parameters.empty()) {
        m_form = new ParameterForm{service->parameters};
        connect(m_form, &ParameterForm::edited, this, [this](const QString& key, const ParameterEdit& edit) {
            document().undoStack().push(new SetParameter{document(), m_id, key.toStdString(), edit.value});
        });
        m_form->setOffersChanges(true);
        connect(m_form, &ParameterForm::changeRequested, this, &ComponentPage::addChange);
        addSection(QStringLiteral("parameters"), tr("Parameters"), m_form);
    }
    m_sizing = addBlock(QStringLiteral("sizing"), tr("Sizing"), true);
    m_limits = addBlock(QStringLiteral("limits"), tr("Limits"), true);
    m_cost = addBlock(QStringLiteral("cost"), tr("Cost"), true);
    m_run = addBlock(QStringLiteral("run"), tr("Last run"), true);
    column().addStretch();
    refresh();
}

const ServiceSpec* ComponentPage::spec() const
{
    return document().catalog().find(m_service);
}

bool ComponentPage::isCurrent() const
{
    const Component* shown = component();
    return shown && shown->service == m_service;
}

void ComponentPage::addHeader(const Component& shown)
{
    const ServiceSpec* service = spec();
    auto* icon = new QLabel;
    icon->setPixmap(Theme::current().servicePixmap(QString::fromStdString(m_service), {kIconSize, kIconSize},
                                                   devicePixelRatioF()));
    icon->setFixedSize(kIconSize, kIconSize);
    m_label = new LineEdit{QString::fromStdString(shown.label)};
    m_label->setObjectName(QStringLiteral("label"));
    m_label->setAccessibleName(tr("Label"));
    m_label->setPlaceholderText(QString::fromStdString(m_id));
    m_label->setStyleSheet(QStringLiteral("QLineEdit { font-size: 12pt; font-weight: 600; }"));
    tameField(m_label);
    connect(m_label, &QLineEdit::textEdited, this, [this](const QString& text) {
        document().undoStack().push(new RenameItem{document(), m_id, text.toStdString()});
    });
    auto* about = new QLabel;
    about->setProperty("role", "muted");
    about->setTextFormat(Qt::RichText);
    about->setWordWrap(true);
    about->setOpenExternalLinks(true);
    QString text = coreText(service ? service->name : m_service).toHtmlEscaped();
    if (service && !service->docsUrl.empty())
        text += QStringLiteral(" · ")
                + style::link(QString::fromStdString(service->docsUrl), tr("documentation"),
                              style::colour("info"));
    about->setText(text);
    if (service)
        about->setToolTip(coreText(service->summary));

    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_label);
    words->addWidget(about);
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    column().addLayout(row);
}

void ComponentPage::addTraffic()
{
    m_traffic = new ParameterForm{specsOf(m_trafficFields)};
    m_traffic->setPlain(true);
    connect(m_traffic, &ParameterForm::edited, this, &ComponentPage::editTraffic);
    m_preview = new ProfilePreview;
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout{content};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_preview);
    addLoad(*layout);
    layout->addWidget(m_traffic);
    const auto add = [this, layout](ScenarioList*& list, DesignDocument& edited, ScenarioListRules rules) {
        list = new ScenarioList{edited, std::move(rules)};
        list->setObjectName(QStringLiteral("list"));
        layout->addWidget(list);
        watchItems(*list);
    };
    add(m_levels, document(), levelRules(m_id));
    add(m_spikes, document(), spikeRules(m_id));
    add(m_pauses, document(), pauseRules(m_id));
    const Scenario* scenario = findScenario(design(), document().currentScenario());
    addSection(
        QStringLiteral("traffic"),
        scenario ? tr("Traffic in %1")
                       .arg(QString::fromStdString(scenario->label.empty() ? scenario->id : scenario->label))
                 : tr("Traffic"),
        content);
    if (!scenario)
        layout->insertWidget(
            0, muted(tr("The design has no scenario yet; the first number typed here makes one.")));
}

void ComponentPage::addLoad(QVBoxLayout& layout)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* name = new QLabel{tr("Load")};
    m_load = new QSlider{Qt::Horizontal};
    m_load->setObjectName(QStringLiteral("load"));
    m_load->setAccessibleName(tr("Load as a multiple of the traffic below"));
    m_load->setToolTip(tr("Scales the traffic below without changing its shape."));
    m_load->setRange(0, kLoadSteps);
    m_load->setPageStep(kLoadSteps / 20);
    tameField(m_load);
    name->setBuddy(m_load);
    m_loadText = new QLabel;
    m_loadText->setObjectName(QStringLiteral("loadText"));
    m_loadText->setMinimumWidth(m_loadText->fontMetrics().horizontalAdvance(tr("%1 × baseline").arg(88.8)));
    m_loadText->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(name);
    row->addWidget(m_load, 1);
    row->addWidget(m_loadText);
    layout.addLayout(row);
    connect(m_load, &QSlider::valueChanged, this, [this](int step) {
        changeTraffic(QStringLiteral("load"),
                      [step](TrafficProfile& profile) { profile.load = loadOfStep(step); });
    });
}

void ComponentPage::showLoad(double load)
{
    // A load typed into a file may lie between the steps or beyond them; showing it must not change it.
    const QSignalBlocker quiet{m_load};
    if (loadOfStep(m_load->value()) != load)
        m_load->setValue(stepOfLoad(load));
    m_loadText->setText(tr("%1 × baseline").arg(Format{}.quantity(load)));
}

void ComponentPage::editTraffic(const QString& field, const ParameterEdit& edit)
{
    changeTraffic(field, [&](TrafficProfile& profile) {
        profile = withField(m_trafficFields, profile, field.toStdString(), edit.value);
    });
}

void ComponentPage::changeTraffic(const QString& field, const std::function<void(TrafficProfile&)>& change)
{
    Scenario scenario;
    if (const Scenario* current = findScenario(design(), document().currentScenario())) {
        scenario = *current;
    } else {
        scenario.id = freeId(design(), "scenario");
        scenario.label = tr("Steady").toStdString();
    }
    TrafficProfile& profile = scenario.traffic[m_id];
    change(profile);
    if (profile.shape == TrafficShape::Trace
        && (field == QLatin1String{"file"} || field == QLatin1String{"shape"})) {
        // What the file holds is read when it is named, as it is when a design is opened.
        Design holder;
        holder.scenarios = {std::move(scenario)};
        loadTraces(holder, std::filesystem::path{QFileInfo{document().filePath()}.path().toStdString()});
        scenario = std::move(holder.scenarios.front());
    }
    document().undoStack().push(
        new SetScenario{document(), std::move(scenario),
                        QStringLiteral("traffic/%1/%2").arg(QString::fromStdString(m_id), field)});
}

ComponentPage::Block ComponentPage::addBlock(const QString& key, const QString& title, bool openAtFirst)
{
    Block block;
    block.content = new QWidget;
    block.layout = new QVBoxLayout{block.content};
    block.layout->setContentsMargins(0, 0, 0, 4);
    block.layout->setSpacing(4);
    block.section = addSection(key, title, block.content, openAtFirst);
    return block;
}

void ComponentPage::refresh()
{
    const Component* shown = component();
    if (!shown)
        return;
    const QString label = QString::fromStdString(shown->label);
    if (m_label->text() != label) {
        m_label->setText(label);
        m_label->setCursorPosition(0);  // a long name shows its beginning
    }
    if (m_form)
        m_form->setValues(shown->parameters);
    if (m_traffic) {
        TrafficProfile profile;
        const Scenario* scenario = findScenario(design(), document().currentScenario());
        if (scenario)
            if (const auto at = scenario->traffic.find(m_id); at != scenario->traffic.end())
                profile = at->second;
        m_traffic->setValues(valuesOf(m_trafficFields, profile));
        showLoad(profile.load);
        if (scenario)
            profile.load *= scenario->load;
        m_preview->setProfile(profile, scenario ? scenario->durationSeconds : 3600);
        m_levels->setVisible(profile.shape == TrafficShape::Step);
        const std::vector<Issue>& issues = session().estimate().issues;
        for (ScenarioList* list : {m_levels, m_spikes, m_pauses}) {
            list->refresh();
            list->showIssues(issues);
        }
        if (scenario)
            m_traffic->showIssues(issues, "/scenarios/" + scenario->id + "/traffic/" + m_id);
    }
    if (m_form)
        m_form->showIssues(session().estimate().issues, "/components/" + m_id + "/parameters");
    if (m_sizing.section && !context().numbersHidden)
        refreshFigures();
    else if (m_sizing.section)
        for (const Block& each : {m_sizing, m_limits, m_cost, m_run})
            each.section->hide();
}

bool ComponentPage::showItem(const QString& list, int index)
{
    return m_traffic && focusIn({m_levels, m_spikes, m_pauses}, list, index);
}

void ComponentPage::addChange(const QString& parameter)
{
    const Scenario* current = findScenario(design(), document().currentScenario());
    if (!current)
        return;
    Scenario scenario = *current;
    scenario.changes.push_back(
        newChange(design(), document().catalog(), scenario, {m_id, parameter.toStdString()}));
    const std::size_t index = scenario.changes.size() - 1;
    const auto follow = context().followLink;
    document().undoStack().push(new SetScenario{document(), std::move(scenario)});
    follow(QStringLiteral("scenario:changes/%1").arg(index));
}

void ComponentPage::refreshFigures()
{
    const LiveEstimate& estimate = session().estimate();
    const FlowComponent* flow = estimate.flow ? findComponent(*estimate.flow, m_id) : nullptr;
    const RunResult* result = session().result();
    const bool fresh = result && !session().isStale();
    const ComponentReport* report = result ? findComponent(result->report, m_id) : nullptr;

    const std::vector<Sizing>* sizing = flow && !flow->sizing.empty() ? &flow->sizing
                                        : report && fresh             ? &report->sizing
                                                                      : nullptr;
    // A run's own figures go before the estimate's while they hold.
    const std::vector<LimitUse>* limits = report && fresh && !report->limits.empty() ? &report->limits
                                          : flow                                     ? &flow->limits
                                                                                     : nullptr;
    const Bill* bill = fresh && result->bill ? &*result->bill : estimate.bill ? &*estimate.bill : nullptr;
    const QString idle = coreText(flow ? flow->idle : report ? report->idle : std::string{});

    if (m_form && sizing)
        for (const Sizing& each : *sizing)
            m_form->setResolved(each.parameter, each.recommended);

    // Rebuilding closes open trees, so it waits for figures that differ.
    QStringList figures{idle, estimate.error, QString::number(fresh),
                        QString::number(result ? result->revision : 0)};
    const Format format;
    if (sizing)
        for (const Sizing& each : *sizing)
            figures << coreText(each.text);
    if (limits)
        for (const LimitUse& each : *limits)
            figures << QString::number(each.mean) << QString::number(each.capacity)
                    << QString::number(each.refused);
    if (bill)
        for (const BillLine& line : bill->lines)
            if (line.component == m_id)
                figures << QString::fromStdString(line.meter) << QString::number(line.amount.nanodollars());
    const QString signature = figures.join(u'\n');
    if (signature == m_shownFigures)
        return;
    m_shownFigures = signature;

    fillSizing(sizing ? *sizing : std::vector<Sizing>{});
    fillLimits(limits ? *limits : std::vector<LimitUse>{}, idle);
    m_limits.section->setTitle(report && fresh ? tr("Limits, in the run") : tr("Limits, estimated"));
    fillCost(bill, fresh);
    fillRun(report);
    m_run.section->setTitle(fresh ? tr("Last run") : tr("Last run, of an earlier version"));
}

void ComponentPage::fillSizing(const std::vector<Sizing>& sizing)
{
    emptyLayout(*m_sizing.layout);
    m_sizing.section->setVisible(!sizing.empty());
    for (const Sizing& each : sizing) {
        const ParameterSpec* parameter = spec() ? findParameter(*spec(), each.parameter) : nullptr;
        auto* text = new QLabel;
        text->setWordWrap(true);
        text->setTextFormat(Qt::RichText);
        text->setText(QStringLiteral("<b>%1</b>: %2")
                          .arg(coreText(parameter ? parameter->name : each.parameter).toHtmlEscaped(),
                               coreText(each.text).toHtmlEscaped()));
        m_sizing.layout->addWidget(text);
        std::vector<Derivation> trees;
        for (const Derivation& tree : {each.minimumDerivation, each.recommendedDerivation})
            if (isWorthShowing(tree))
                trees.push_back(tree);
        if (!trees.empty())
            m_sizing.layout->addWidget(whyOf(tr("Why?"), std::move(trees)));
    }
}

void ComponentPage::fillLimits(const std::vector<LimitUse>& limits, const QString& idle)
{
    emptyLayout(*m_limits.layout);
    m_limits.section->setVisible(!limits.empty() || !idle.isEmpty());
    const Format format;
    if (!idle.isEmpty())
        m_limits.layout->addWidget(muted(idle));
    for (const LimitUse& use : limits) {
        auto* bar = new UtilisationBar;
        bar->setUse(use);
        m_limits.layout->addWidget(bar);
        const QString unit = QString::fromStdString(use.unit);
        QString figures =
            std::isfinite(use.capacity) && use.capacity > 0
                ? tr("%1 of %2")
                      .arg(unit.startsWith(u'B') ? format.value(use.mean, unit) : format.quantity(use.mean),
                           format.value(use.capacity, unit))
                : tr("no limit");
        if (use.refused > 0)
            figures += QStringLiteral(" · ") + tr("%1 refused").arg(format.quantity(use.refused));
        if (isWorthShowing(use.derivation))
            m_limits.layout->addWidget(whyOf(figures, {use.derivation}));
        else
            m_limits.layout->addWidget(muted(figures));
    }
}

void ComponentPage::fillCost(const Bill* bill, bool fromRun)
{
    emptyLayout(*m_cost.layout);
    const Format format;
    bool any = false;
    if (bill)
        for (const BillLine& line : bill->lines) {
            if (line.component != m_id)
                continue;
            any = true;
            auto* row = new QWidget;
            auto* grid = new QGridLayout{row};
            grid->setContentsMargins(0, 2, 0, 0);
            grid->setVerticalSpacing(0);
            grid->setColumnStretch(0, 1);
            auto* name = new QLabel{coreText(line.name.empty() ? line.meter : line.name)};
            name->setWordWrap(true);
            auto* amount = new QLabel{line.state == LineState::Priced     ? format.exactMoney(line.amount)
                                      : line.state == LineState::Unpriced ? tr("no price")
                                                                          : tr("left out by the note")};
            amount->setStyleSheet(
                line.state == LineState::Priced
                    ? QStringLiteral("font-weight: 600;")
                    : QStringLiteral("font-weight: 600; color: %1;").arg(style::colour("warn").name()));
            amount->setToolTip(coreText(line.note));
            grid->addWidget(name, 0, 0);
            grid->addWidget(amount, 0, 1, Qt::AlignRight | Qt::AlignTop);
            const QString unit = QString::fromStdString(line.unit);
            QString quantity = unit.contains(u' ') ? format.quantity(line.quantity) + QStringLiteral(" × ")
                                                         + coreText(line.unit)
                                                   : format.value(line.quantity, unit);
            if (line.growthPerMonth.nanodollars() > 0)
                quantity +=
                    QStringLiteral(" · ") + tr("+%1 each month").arg(format.money(line.growthPerMonth));
            if (isWorthShowing(line.derivation)) {
                grid->addWidget(whyOf(quantity, {line.derivation}), 1, 0, 1, 2);
            } else {
                grid->addWidget(muted(quantity), 1, 0, 1, 2);
            }
            m_cost.layout->addWidget(row);
        }
    m_cost.section->setVisible(any);
    if (any)
        m_cost.section->setTitle(
            (fromRun ? tr("Cost, from the run: %1 per month") : tr("Cost, estimated: %1 per month"))
                .arg(format.money(bill->totalOf(m_id))));
}

void ComponentPage::fillRun(const ComponentReport* report)
{
    emptyLayout(*m_run.layout);
    m_run.section->setVisible(report != nullptr);
    if (!report)
        return;
    const Format format;
    auto* table = new QWidget;
    auto* grid = new QGridLayout{table};
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(0, 1);
    const Counts& counts = report->counts;
    const auto add = [&](const QString& name, std::uint64_t value, bool always) {
        if (always || value > 0)
            addPair(*grid, name, format.count(value));
    };
    add(tr("Offered"), counts.offered, true);
    add(tr("Accepted"), counts.accepted, true);
    add(tr("Throttled"), counts.throttled, true);
    add(tr("Rejected"), counts.rejected, false);
    add(tr("Completed"), counts.completed, true);
    add(tr("Failed"), counts.failed, false);
    add(tr("Lost"), counts.lost, false);
    add(tr("In flight at the end"), counts.inFlight, false);
    add(tr("Retries among the offered"), counts.retried, false);
    // A source takes no time of its own; four zeros would only fill the panel.
    if (report->latency.max.value_or(0) > 0)
        for (const Percentile which : {Percentile::P50, Percentile::P90, Percentile::P99, Percentile::P999})
            addPair(*grid, tr("Time here, %1").arg(Format::percentileName(which)),
                    format.percentile(report->latency, which));
    if (report->backlogPeak > 0)
        addPair(*grid, tr("Backlog, peak"), format.quantity(report->backlogPeak));
    if (report->peakAgeSeconds > 0)
        addPair(*grid, tr("Oldest record waiting, peak"), format.seconds(report->peakAgeSeconds));
    for (const Fact& fact : report->facts) {
        QString text = coreText(fact.name);
        if (!text.isEmpty())
            text[0] = text[0].toUpper();
        const std::string_view unit = unitAtEnd(fact.name);
        const QString shownUnit = QString::fromUtf8(unit.data(), static_cast<qsizetype>(unit.size()));
        QString value = format.quantity(fact.value);
        if (!unit.empty() && text.endsWith(shownUnit)) {
            text.chop(shownUnit.size());
            value += shownUnit;
        }
        addPair(*grid, text, value);
    }
    m_run.layout->addWidget(table);
}

}  // namespace plimsoll
