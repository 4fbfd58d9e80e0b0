// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/results_panel.h"

#include "app/desktop/document/commands/set_parameter.h"
#include "app/desktop/document/field_links.h"
#include "app/desktop/look/chart_style.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/results/audit_page.h"
#include "app/desktop/results/bill_page.h"
#include "app/desktop/results/charts_page.h"
#include "app/desktop/results/compare_page.h"
#include "app/desktop/results/components_page.h"
#include "app/desktop/results/delay_page.h"
#include "app/desktop/results/difference_page.h"
#include "app/desktop/results/history_page.h"
#include "app/desktop/results/overview_page.h"
#include "app/desktop/results/study_page.h"
#include "app/desktop/text/format.h"

#include <QtWidgets/QDockWidget>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStyle>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

namespace plimsoll {

namespace {

const QString kComponentLink = QStringLiteral("component:");

enum class State { Ok, Warn, Danger, Plain };

State worse(State a, State b)
{
    const auto rank = [](State state) {
        return state == State::Danger ? 3 : state == State::Warn ? 2 : state == State::Ok ? 1 : 0;
    };
    return rank(a) >= rank(b) ? a : b;
}

State stateOfObjectives(const RunReport& report)
{
    State state = report.objectives.empty() ? State::Plain : State::Ok;
    for (const ObjectiveReport& objective : report.objectives)
        state = worse(state, objective.verdict == Verdict::Missed   ? State::Danger
                             : objective.verdict == Verdict::NoData ? State::Warn
                                                                    : State::Ok);
    return state;
}

State stateOfComponent(const RunReport& report, const QString& id)
{
    const ComponentReport* component = findComponent(report, id.toStdString());
    if (!component)
        return State::Plain;
    double most = 0;
    double refused = 0;
    for (const LimitUse& use : component->limits) {
        most = std::max(most, use.utilisation);
        refused += use.refused;
    }
    // At its limit but refusing nothing is a warning: the work got done.
    if (refused > 0 || component->counts.lost > 0)
        return State::Danger;
    return most >= 0.8 ? State::Warn : State::Plain;
}

State stateOfClause(const RunResult& result, const std::string& link, bool first)
{
    const QString text = QString::fromStdString(link);
    if (text == QLatin1String{"objectives"})
        return stateOfObjectives(result.report);
    if (text.startsWith(kComponentLink))
        return stateOfComponent(result.report, text.mid(kComponentLink.size()));
    if (text == QLatin1String{"bill"} && result.overBudget)
        return State::Danger;
    if (text == QLatin1String{"audits"})
        return State::Danger;  // the verdict names audits only when one failed
    // A run stopped early says so first; otherwise this clause is about lost work.
    if (text == QLatin1String{"run"})
        return first && result.report.provenance.partial ? State::Warn : State::Danger;
    return State::Plain;
}

/// Whether a clause says how the whole went. What a component refused or the run lost has a colour of its own: a design
/// may lose a record in a thousand and still do all that was asked of it.
bool decidesTheVerdict(const std::string& link)
{
    return link == "objectives" || link == "bill" || link == "audits";
}

QColor inkOf(State state)
{
    switch (state) {
    case State::Ok:
        return style::colour("ok");
    case State::Warn:
        return style::colour("warn");
    case State::Danger:
        return style::colour("danger");
    case State::Plain:
        return style::colour("text");
    }
    return style::colour("text");
}

const char* nameOf(State state)
{
    switch (state) {
    case State::Ok:
        return "ok";
    case State::Warn:
        return "warn";
    case State::Danger:
        return "danger";
    case State::Plain:
        return "";
    }
    return "";
}

}  // namespace

ResultsPanel::ResultsPanel(DesignDocument& document, RunSession& session, StudySession& studies,
                           DifferenceSession& differences, QWidget* parent)
    : QWidget{parent},
      m_document{document},
      m_session{session},
      m_stack{new QStackedWidget{this}},
      m_progressRow{new QWidget{this}},
      m_progressText{new QLabel},
      m_progress{new QProgressBar},
      m_cancel{new QPushButton{tr("Stop")}},
      m_verdict{new QLabel},
      m_stale{new QLabel},
      m_tabs{new QTabWidget},
      m_empty{new QLabel},
      m_compare{new ComparePage{document, session}},
      m_overview{new OverviewPage},
      m_components{new ComponentsPage},
      m_charts{new ChartsPage{session}},
      m_delay{new DelayPage},
      m_bill{new BillPage},
      m_audit{new AuditPage},
      m_history{new HistoryPage{document, session}},
      m_study{new StudyPage{document, studies, [&session] { return session.priceChoice(); }}},
      m_difference{new DifferencePage{differences}}
{
    auto* progress = new QHBoxLayout{m_progressRow};
    progress->setContentsMargins(12, 4, 12, 0);
    progress->setSpacing(10);
    m_cancel->setStyleSheet(QStringLiteral("QPushButton { padding: 1px 10px; }"));
    progress->addWidget(m_progressText);
    progress->addWidget(m_progress, 1);
    m_progress->setMinimumWidth(60);
    progress->addWidget(m_cancel);
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("Progress of the run"));

    m_verdict->setProperty("role", "verdict");
    m_verdict->setTextFormat(Qt::RichText);
    m_verdict->setWordWrap(true);
    m_verdict->setStyleSheet(QStringLiteral("QLabel { padding: 4px 12px; font-size: 10.5pt; }"));
    m_verdict->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_verdict->setAccessibleName(tr("Verdict"));
    m_stale->setProperty("role", "badge-warn");
    m_stale->hide();
    auto* head = new QWidget;
    auto* headRow = new QHBoxLayout{head};
    headRow->setContentsMargins(10, 5, 10, 0);
    headRow->setSpacing(10);
    headRow->addWidget(m_verdict, 1);
    headRow->addWidget(m_stale, 0, Qt::AlignVCenter);

    // What a tab is, whatever it is called in the language shown: pictures of it are named after it.
    const auto add = [this](QWidget* page, const char* id, const QString& title) {
        page->setProperty("panel", QLatin1String{id});
        m_tabs->addTab(page, title);
    };
    add(m_compare, "compare", tr("Compare"));
    add(m_overview, "overview", tr("Overview"));
    add(m_charts, "charts", tr("Charts"));
    add(m_components, "components", tr("Components"));
    add(m_delay, "delay", tr("Delay"));
    add(m_bill, "bill", tr("Bill"));
    add(m_audit, "audits", tr("Audits"));
    add(m_history, "runs", tr("Runs"));
    add(m_difference, "changes", tr("Changes"));
    add(m_study, "sweep", tr("Sweep"));
    m_tabs->setDocumentMode(true);
    // The style draws a bright line above tabs and corner, at different heights; the pane has a line of its own.
    QPalette plain;
    plain.setColor(QPalette::Light, Qt::transparent);
    m_tabs->tabBar()->setPalette(plain);
    auto* results = new QWidget;
    auto* column = new QVBoxLayout{results};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_tabs, 1);

    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setTextFormat(Qt::RichText);
    m_empty->setMargin(24);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(results);

    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_progressRow);
    layout->addWidget(m_stack, 1);

    wirePages(differences);
    connect(m_cancel, &QPushButton::clicked, &m_session, &RunSession::cancel);
    connect(&m_session, &RunSession::started, this, [this] {
        m_error.clear();
        m_progress->setValue(0);
        showComparisonAnew();
    });
    connect(&m_session, &RunSession::progressed, this,
            [this](double fraction) { m_progress->setValue(static_cast<int>(fraction * 1000)); });
    connect(&m_session, &RunSession::failed, this, [this](const QString& error) { m_error = error; });
    connect(&m_session, &RunSession::finished, this, &ResultsPanel::showResult);
    connect(&m_document, &DesignDocument::revisionChanged, this, &ResultsPanel::showState);
    connect(&m_document, &DesignDocument::currentScenarioChanged, this, &ResultsPanel::showComparisonAnew);
    connect(&m_document, &DesignDocument::designReplaced, this, [this] {
        m_error.clear();
        m_compareWanted = false;
        m_studiesWanted = false;
        m_differencesWanted = false;
        showResult();
    });
    connect(&m_session, &RunSession::comparisonChanged, this, &ResultsPanel::showComparisonAnew);
    connect(&m_document, &DesignDocument::scenarioChanged, this, &ResultsPanel::showComparisonAnew);
    // Charts take their colours when drawn.
    connect(&Theme::current(), &Theme::changed, this, &ResultsPanel::showResult);
    showResult();
}

void ResultsPanel::wirePages(DifferenceSession& differences)
{
    const ComponentFieldFinder fields = [this](const ComponentId& component, const Derivation& input) {
        const std::string parameter =
            parameterBehind(m_document.design(), m_document.catalog(), component, input);
        return parameter.empty()
                   ? QString{}
                   : QStringLiteral("parameter:%1/%2")
                         .arg(QString::fromStdString(component), QString::fromStdString(parameter));
    };
    m_overview->setFieldFinder(fields);
    m_bill->setFieldFinder(fields);
    m_components->setFieldFinder(fields);
    // A number of the sides is of several components: a field is meant where only one of them has it.
    m_compare->setFieldFinder([this, fields](const Derivation& input) {
        QString found;
        for (const Component& each : m_document.design().components)
            if (const QString link = fields(each.id, input); !link.isEmpty()) {
                if (!found.isEmpty())
                    return QString{};
                found = link;
            }
        return found;
    });
    connect(m_compare, &ComparePage::linkActivated, this, &ResultsPanel::follow);
    connect(m_verdict, &QLabel::linkActivated, this, &ResultsPanel::follow);
    connect(m_compare, &ComparePage::otherDesignRequested, this, &ResultsPanel::otherDesignRequested);
    connect(m_overview, &OverviewPage::linkActivated, this, &ResultsPanel::follow);
    connect(m_overview, &OverviewPage::tryRequested, &m_session, &RunSession::tryChanges);
    connect(m_overview, &OverviewPage::applyRequested, this, &ResultsPanel::apply);
    connect(m_components, &ComponentsPage::linkActivated, this, &ResultsPanel::follow);
    connect(m_charts, &ChartsPage::linkActivated, this, &ResultsPanel::follow);
    connect(m_delay, &DelayPage::linkActivated, this, &ResultsPanel::follow);
    connect(m_bill, &BillPage::linkActivated, this, &ResultsPanel::follow);
    connect(m_history, &HistoryPage::linkActivated, this, &ResultsPanel::follow);
    connect(m_study, &StudyPage::linkActivated, this, &ResultsPanel::follow);
    connect(m_history, &HistoryPage::differenceRequested, this,
            [this, &differences](const std::shared_ptr<const Design>& design, const QString& name) {
                differences.setOther(design, name);
                showDifferences();
            });
    connect(m_difference, &DifferencePage::linkActivated, this, &ResultsPanel::follow);
    connect(m_difference, &DifferencePage::fileRequested, this, &ResultsPanel::differenceRequested);
}

void ResultsPanel::addCorner(QDockWidget& dock)
{
    auto* corner = new QWidget;
    auto* row = new QHBoxLayout{corner};
    row->setContentsMargins(0, 0, 6, 0);
    row->setSpacing(0);
    const auto button = [&](const QString& mark, const QString& tip) {
        auto* made = new QToolButton;
        made->setIcon(QIcon{QStringLiteral(":/plimsoll/themes/marks/%1.svg").arg(mark)});
        made->setIconSize({10, 10});
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        row->addWidget(made);
        return made;
    };
    connect(button(QStringLiteral("float"), tr("Results in a window of their own")), &QToolButton::clicked,
            &dock, [&dock] { dock.setFloating(!dock.isFloating()); });
    connect(button(QStringLiteral("close"), tr("Put the results away (Ctrl+J)")), &QToolButton::clicked,
            &dock, &QWidget::hide);
    m_tabs->setCornerWidget(corner);
}

ResultsPanel::Kept ResultsPanel::handOver()
{
    return {m_tabs->currentIndex(), m_compareWanted, m_studiesWanted,
            m_differencesWanted,    m_error,         m_history->takeRuns()};
}

void ResultsPanel::takeOver(Kept kept)
{
    m_compareWanted = kept.compareWanted;
    m_studiesWanted = kept.studiesWanted;
    m_differencesWanted = kept.differencesWanted;
    m_error = kept.error;
    m_history->setRuns(std::move(kept.runs));
    showResult();
    if (m_tabs->isTabVisible(kept.tab))
        m_tabs->setCurrentIndex(kept.tab);
}

void ResultsPanel::showResult()
{
    const std::shared_ptr<const RunResult> result = m_session.sharedResult();
    m_overview->setResult(result, m_document.design());
    m_components->setResult(result);
    m_charts->setResult(result, m_document.snapshot());
    m_delay->setResult(result, m_document.design());
    const Scenario* scenario =
        result ? findScenario(m_document.design(), result->report.provenance.scenario) : nullptr;
    m_audit->setResult(result, scenario ? QString::fromStdString(scenario->label) : QString{});
    std::optional<Bill> bill = result ? result->bill : std::nullopt;
    // The sum of designs of which one is built must not pass for a price.
    if (bill && result->compared && result->compared->alternatives)
        bill->heading = tr("%n designs together; %1", nullptr,
                           static_cast<int>(result->compared->comparison.sides.size()))
                            .arg(coreText(bill->heading))
                            .toStdString();
    m_bill->setBill(bill ? &*bill : nullptr, result ? result->billError : QString{},
                    result ? intervalOf(result->report, "cost", "") : StatedInterval{});
    showComparisonAnew();
}

void ResultsPanel::showComparisonAnew()
{
    m_compareDirty = true;
    showState();
}

void ResultsPanel::showState()
{
    const bool running = m_session.isRunning();
    const Scenario* scenario = findScenario(m_document.design(), m_document.currentScenario());
    m_progressRow->setVisible(running);
    m_progressText->setText(m_session.isTrying()      ? tr("Trying changes ...")
                            : m_session.isComparing() ? tr("Running the sides on the same draws ...")
                            : scenario ? tr("Running %1 ...").arg(QString::fromStdString(scenario->label))
                                       : tr("Running ..."));

    m_cancel->setToolTip(m_session.isTrying() || m_session.isComparing()
                             ? tr("Stop; the result stays as it is")
                             : tr("Stop the run and keep what it has simulated so far"));

    const RunResult* result = m_session.result();
    m_overview->setMayTry(!running && result && !m_session.isStale());
    if (std::exchange(m_compareDirty, false))
        m_compare->refresh();
    const bool ran = result && m_error.isEmpty();
    const bool comparing = m_error.isEmpty() && (m_compareWanted || m_compare->hasAnything());
    showTabs(ran, comparing);
    const bool studying = m_error.isEmpty() && (m_studiesWanted || m_differencesWanted);
    m_stack->setCurrentIndex(ran || comparing || studying ? 1 : 0);
    m_stale->setVisible(ran && m_session.isStale());
    m_stale->setText(tr("result of an earlier version: run again"));
    m_stale->setToolTip(tr("The design or the scenario has changed since this run. Press F5."));
    m_verdict->parentWidget()->setVisible(ran || comparing);
    if (ran)
        showVerdict(*result);
    else if (comparing)
        showEstimatedVerdict();
    else
        m_empty->setText(running ? tr("The results appear here when the run has ended.") : emptyText());
}

void ResultsPanel::showTabs(bool ran, bool comparing)
{
    const bool had = m_tabs->isTabVisible(m_tabs->indexOf(m_compare));
    const bool hadRun = m_tabs->isTabVisible(m_tabs->indexOf(m_overview));
    m_tabs->setTabVisible(m_tabs->indexOf(m_compare), comparing);
    m_tabs->setTabVisible(m_tabs->indexOf(m_study), ran || m_studiesWanted);
    for (QWidget* page : std::initializer_list<QWidget*>{m_overview, m_charts, m_components, m_delay, m_bill,
                                                         m_audit, m_history})
        m_tabs->setTabVisible(m_tabs->indexOf(page), ran);
    // Sides that stand for each other are what such a design is about. Whoever looks at another page stays there.
    const ComparedDesigns* compared = m_session.compared();
    const bool alternatives = compared && compared->alternatives;
    m_tabs->setTabVisible(m_tabs->indexOf(m_difference), m_differencesWanted);
    if ((m_tabs->currentWidget() == m_study && m_studiesWanted)
        || (m_tabs->currentWidget() == m_difference && m_differencesWanted))
        return;
    if (comparing && (!ran || (!had && alternatives) || (!hadRun && alternatives)))
        m_tabs->setCurrentWidget(m_compare);
    else if (ran && !hadRun)
        m_tabs->setCurrentWidget(m_overview);
}

void ResultsPanel::showVerdict(const RunResult& result)
{
    State worst = State::Plain;
    QStringList clauses;
    for (const VerdictClause& clause : result.verdict) {
        const State state = stateOfClause(result, clause.link, clauses.isEmpty());
        const bool partial = clauses.isEmpty() && clause.link == "run" && result.report.provenance.partial;
        if (decidesTheVerdict(clause.link) || partial)
            worst = worse(worst, state);
        const QString text = unbroken(coreText(clause.text));
        clauses << (clause.link.empty()
                        ? style::coloured(text.toHtmlEscaped(), inkOf(state))
                        : style::link(QString::fromStdString(clause.link), text, inkOf(state)));
    }
    setVerdict(clauses.join(QStringLiteral("&nbsp; ")), nameOf(worst));
    m_verdict->setToolTip({});
}

void ResultsPanel::showEstimatedVerdict()
{
    const ComparedDesigns* compared = m_session.compared();
    const QString story = compared && !compared->comparison.why.empty()
                              ? coreText(compared->comparison.why.front())
                              : tr("Nothing to compare yet.");
    setVerdict(unbroken(story).toHtmlEscaped(), "");
    m_verdict->setToolTip(tr("Estimated from average rates; a run adds delays and refusals (F5)."));
}

void ResultsPanel::setVerdict(const QString& html, const char* state)
{
    m_verdict->setText(html);
    m_verdict->setProperty("state", state);
    m_verdict->style()->unpolish(m_verdict);
    m_verdict->style()->polish(m_verdict);
}

void ResultsPanel::showComparison()
{
    m_compareWanted = true;
    showComparisonAnew();
    m_tabs->setCurrentWidget(m_compare);
}

void ResultsPanel::showStudies()
{
    m_studiesWanted = true;
    m_tabs->setTabVisible(m_tabs->indexOf(m_study), true);
    m_tabs->setCurrentWidget(m_study);
    showState();
}

void ResultsPanel::showDifferences()
{
    m_differencesWanted = true;
    m_tabs->setTabVisible(m_tabs->indexOf(m_difference), true);
    m_tabs->setCurrentWidget(m_difference);
    showState();
}

QString ResultsPanel::emptyText() const
{
    const QString muted = style::colour("textMuted").name();
    const auto page = [&](const QString& title, const QString& text, const char* ink) {
        return QStringLiteral("<p style=\"font-size:13pt; font-weight:600; color:%1\">%2</p><p "
                              "style=\"color:%3\">%4</p>")
            .arg(style::colour(ink).name(), title.toHtmlEscaped(), muted, text.toHtmlEscaped());
    };
    if (!m_error.isEmpty())
        return page(tr("The run did not start"), m_error, "danger");
    if (m_document.design().components.empty())
        return page(tr("Nothing to run yet"),
                    tr("Drag a traffic source and a service from the palette onto the canvas, connect them, "
                       "then press Run (F5)."),
                    "text");
    const Scenario* scenario = findScenario(m_document.design(), m_document.currentScenario());
    const QString load =
        scenario && !scenario->label.empty() ? QString::fromStdString(scenario->label) : tr("the traffic");
    return page(tr("Press Run (F5) to push %1 through the design").arg(load),
                tr("Limits, delays, refusals and the month's bill appear here; the estimate at the top "
                   "follows every edit."),
                "text");
}

void ResultsPanel::follow(const QString& link)
{
    showLink(link);
    emit linkActivated(link);
}

void ResultsPanel::apply(const Counterfactual& change)
{
    const Id& item = change.connection.empty() ? change.component : change.connection;
    const Design& design = m_document.design();
    // It may have been deleted since the run.
    if (findComponent(design, item) || findConnection(design, item))
        m_document.undoStack().push(
            new SetParameter{m_document, item, change.parameter, parameterValueFromText(change.to)});
}

void ResultsPanel::showLink(const QString& link)
{
    if (link == QLatin1String{"sampling"})
        m_tabs->setCurrentWidget(m_audit);
    else if (link == QLatin1String{"compare"})
        m_tabs->setCurrentWidget(m_compare);
    else if (link == QLatin1String{"bill"})
        m_tabs->setCurrentWidget(m_bill);
    else if (link == QLatin1String{"audits"} || link == QLatin1String{"run"})
        m_tabs->setCurrentWidget(m_audit);
    else if (link == QLatin1String{"objectives"})
        m_tabs->setCurrentWidget(m_overview);
    else if (link.startsWith(kComponentLink))
        showComponent(link.mid(kComponentLink.size()));
}

void ResultsPanel::showComponent(const QString& id)
{
    m_overview->chart().setComponent(id);
    m_charts->setComponent(id);
}

void ResultsPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LocaleChange)
        showResult();
}

}  // namespace plimsoll
