// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/study_page.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/text/format.h"
#include "app/desktop/text/metric_name.h"
#include "app/desktop/widgets/combo_box.h"
#include "app/desktop/widgets/scroll_column.h"
#include "app/desktop/widgets/value_editor.h"
#include "app/report/sweep_report.h"
#include "app/study/alternatives.h"

#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace plimsoll {

namespace {

enum Kind { SweepKind, SearchKind };
constexpr int kPointRole = Qt::UserRole;
constexpr int kFormWidth = 300;

QString tickDollars(double value)
{
    return Format{}.roundMoney(value);
}

QString dollars(double amount)
{
    return Format{}.money(Money::nanodollars(std::llround(amount * 1e9)));
}

/// "5.2 s" or "0.3%", by what kind of figure it is.
QString figureText(const std::string& figure, double value)
{
    const Format format;
    if (figure.find("share") != std::string::npos)
        return format.percent(value);
    if (figure.starts_with("delay") || figure.starts_with("latency") || figure.starts_with("response")
        || figure.starts_with("freshness"))
        return format.millis(value);
    return format.quantity(value);
}

/// "Orders: records" of "orders: records".
QString closestName(const Design& design, const std::string& closest)
{
    const std::size_t at = closest.find(": ");
    if (at == std::string::npos)
        return coreText(closest);
    return QStringLiteral("%1: %2").arg(QString::fromStdString(labelOf(design, closest.substr(0, at))),
                                        coreText(closest.substr(at + 2)));
}

FrontChart::Tone toneOf(const SweptPoint& point)
{
    if (point.objectives.empty())
        return FrontChart::Tone::Plain;
    FrontChart::Tone tone = FrontChart::Tone::Good;
    for (const SweptObjective& each : point.objectives) {
        if (each.certainty == Certainty::Missed)
            return FrontChart::Tone::Bad;
        if (each.certainty != Certainty::Met)
            tone = FrontChart::Tone::Unsure;
    }
    return tone;
}

QString toneText(FrontChart::Tone tone)
{
    switch (tone) {
    case FrontChart::Tone::Good:
        return StudyPage::tr("all met");
    case FrontChart::Tone::Bad:
        return StudyPage::tr("missed");
    case FrontChart::Tone::Unsure:
        return StudyPage::tr("not sure");
    case FrontChart::Tone::Plain:
        return StudyPage::tr("none set");
    }
    return {};
}

}  // namespace

StudyPage::StudyPage(DesignDocument& document, StudySession& studies, std::function<PriceChoice()> price,
                     QWidget* parent)
    : QWidget{parent},
      m_document{document},
      m_studies{studies},
      m_price{std::move(price)},
      m_kinds{new QButtonGroup{this}},
      m_sweepForm{new QWidget},
      m_axisRows{new QVBoxLayout},
      m_metric{new ComboBox},
      m_replications{new QSpinBox},
      m_start{new QPushButton},
      m_save{new QPushButton{tr("Save as CSV\u2026")}},
      m_addObjective{new QPushButton{tr("Add an objective")}},
      m_progress{new QProgressBar},
      m_said{new QLabel},
      m_chart{new FrontChart},
      m_table{new QTreeWidget}
{
    m_table->setObjectName(QStringLiteral("points"));
    m_table->setAccessibleName(tr("Points"));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setToolTip(tr("Double-click a row to set the design to it"));
    m_chart->setToolTip(tr("Click a point to set the design to it"));
    auto* scroll = new ScrollColumn;  // words of another language may be wider
    scroll->setWidget(makeForm());
    auto* both = new QSplitter{Qt::Horizontal};
    both->addWidget(scroll);
    both->addWidget(m_chart);
    both->addWidget(m_table);
    both->setChildrenCollapsible(false);
    both->setSizes({kFormWidth, 400, 400});
    both->setStretchFactor(0, 0);
    both->setStretchFactor(1, 1);
    both->setStretchFactor(2, 1);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(both);

    connect(m_chart, &FrontChart::pointClicked, this, &StudyPage::load);
    connect(m_table, &QTreeWidget::itemActivated, this,
            [this](QTreeWidgetItem* row) { load(row->data(0, kPointRole).toULongLong()); });
    connect(m_table, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* row) {
        m_chart->setCurrent(row ? std::optional<std::size_t>{row->data(0, kPointRole).toULongLong()}
                                : std::nullopt);
    });
    connect(&m_document, &DesignDocument::scenarioChanged, this, &StudyPage::showKind);
    connect(&m_document, &DesignDocument::currentScenarioChanged, this, &StudyPage::showKind);
    connect(&m_studies, &StudySession::changed, this, &StudyPage::showPoints);
    connect(&m_studies, &StudySession::started, this, [this] {
        say({}, "textMuted");
        m_progress->setValue(0);
        showState();
    });
    connect(&m_studies, &StudySession::finished, this, &StudyPage::showState);
    connect(&m_studies, &StudySession::failed, this, [this](const QString& error) { say(error, "danger"); });
    connect(&m_studies, &StudySession::progressed, this,
            [this](double fraction) { m_progress->setValue(static_cast<int>(fraction * 1000)); });
    connect(&m_document, &DesignDocument::designReplaced, this, [this] {
        while (!m_axes.empty()) {
            m_axes.back().row->deleteLater();
            m_axes.pop_back();
        }
        say({}, "textMuted");
        if (isVisible())
            fillInputs();
    });
    showKind();
    showPoints();
}

QWidget* StudyPage::makeForm()
{
    auto* form = new QWidget;
    auto* column = new QVBoxLayout{form};
    column->setContentsMargins(12, 6, 10, 8);
    column->setSpacing(6);
    auto* kinds = new QHBoxLayout;
    kinds->setSpacing(4);
    for (const auto& [kind, text] :
         {std::pair{SweepKind, tr("Sweep")}, std::pair{SearchKind, tr("Cheapest sizing")}}) {
        auto* button = new QToolButton;
        button->setText(text);
        button->setCheckable(true);
        button->setChecked(kind == SweepKind);
        m_kinds->addButton(button, kind);
        kinds->addWidget(button);
    }
    kinds->addStretch();
    m_start->setObjectName(QStringLiteral("start-study"));
    m_start->setStyleSheet(QStringLiteral("QPushButton { padding: 3px 12px; }"));
    kinds->addWidget(m_start);
    column->addLayout(kinds);
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("Progress of the study"));
    column->addWidget(m_progress);
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setObjectName(QStringLiteral("said"));
    column->addWidget(m_said);
    connect(m_kinds, &QButtonGroup::idClicked, this, &StudyPage::showKind);

    auto* sweep = new QVBoxLayout{m_sweepForm};
    sweep->setContentsMargins(0, 0, 0, 0);
    sweep->setSpacing(4);
    m_axisRows->setSpacing(4);
    sweep->addLayout(m_axisRows);
    auto* more = new QPushButton{tr("Vary another input")};
    more->setObjectName(QStringLiteral("more-inputs"));
    more->setStyleSheet(QStringLiteral("QPushButton { padding: 2px 10px; }"));
    connect(more, &QPushButton::clicked, this, &StudyPage::addAxis);
    sweep->addWidget(more, 0, Qt::AlignLeft);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    sweep->addLayout(grid);
    const auto labelled = [grid](const QString& text, QWidget* field) {
        auto* label = new QLabel{text};
        label->setBuddy(field);
        const int row = grid->rowCount();
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1);
    };
    m_metric->setObjectName(QStringLiteral("metric"));
    m_metric->setAccessibleName(tr("What is weighed against cost"));
    m_metric->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_metric->setMinimumContentsLength(8);
    tameField(m_metric);
    labelled(tr("Cost against"), m_metric);
    m_replications->setRange(1, 100);
    m_replications->setValue(3);
    m_replications->setAccessibleName(tr("Runs of each point"));
    tameField(m_replications);
    labelled(tr("Runs of each point"), m_replications);
    column->addWidget(m_sweepForm);

    m_addObjective->setObjectName(QStringLiteral("add-objective"));
    m_addObjective->setStyleSheet(QStringLiteral("QPushButton { padding: 2px 10px; }"));
    column->addWidget(m_addObjective, 0, Qt::AlignLeft);
    connect(m_addObjective, &QPushButton::clicked, this,
            [this] { emit linkActivated(QStringLiteral("scenario:objectives/0")); });
    m_save->setStyleSheet(QStringLiteral("QPushButton { padding: 2px 10px; }"));
    column->addWidget(m_save, 0, Qt::AlignLeft);
    column->addStretch();
    connect(m_start, &QPushButton::clicked, this, &StudyPage::start);
    connect(m_save, &QPushButton::clicked, this, &StudyPage::save);
    return form;
}

void StudyPage::addAxis()
{
    Axis axis{new QWidget, new ComboBox, new QLineEdit};
    // Its values below it: side by side neither the name nor five values would fit.
    auto* row = new QGridLayout{axis.row};
    row->setContentsMargins(0, 0, 0, 2);
    row->setHorizontalSpacing(4);
    row->setVerticalSpacing(2);
    row->setColumnStretch(0, 1);
    axis.input->setObjectName(QStringLiteral("input"));
    axis.input->setAccessibleName(tr("Input to vary"));
    axis.input->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    axis.input->setMinimumContentsLength(9);
    axis.values->setObjectName(QStringLiteral("values"));
    axis.values->setAccessibleName(tr("Its values"));
    axis.values->setToolTip(tr("From:to:step, such as 1:10:1, or values with commas between them"));
    tameField(axis.input);
    tameField(axis.values);
    auto* remove = new QToolButton;
    remove->setIcon(QIcon{QStringLiteral(":/plimsoll/themes/marks/close.svg")});
    remove->setIconSize({10, 10});
    remove->setToolTip(tr("Leave this input as it is"));
    remove->setAccessibleName(remove->toolTip());
    row->addWidget(axis.input, 0, 0);
    row->addWidget(remove, 0, 1);
    row->addWidget(axis.values, 1, 0);
    connect(remove, &QToolButton::clicked, this, [this, widget = axis.row] {
        std::erase_if(m_axes, [widget](const Axis& each) { return each.row == widget; });
        widget->deleteLater();
    });
    connect(axis.input, &QComboBox::activated, this, [axis] {
        axis.values->setText(axis.input->currentData(kPointRole + 1).toString());
        axis.values->setCursorPosition(0);
    });
    m_axes.push_back(axis);
    m_axisRows->addWidget(axis.row);
    fillInputs();
}

void StudyPage::fillInputs()
{
    const std::vector<StudyInput> inputs = m_studies.inputs();
    // What is sized is what is asked about most: the first sizable numbers are offered first.
    std::size_t next = 0;
    for (std::size_t at = 0; at < m_axes.size(); ++at) {
        QComboBox& box = *m_axes[at].input;
        const QString before = box.currentData().toString();
        const QSignalBlocker quiet{&box};
        box.clear();
        for (const StudyInput& each : inputs) {
            box.addItem(each.name, QString::fromStdString(each.input));
            box.setItemData(box.count() - 1, each.suggestion, kPointRole + 1);
        }
        const int known = box.findData(before);
        box.setCurrentIndex(known >= 0 ? known : static_cast<int>(std::min(next, inputs.size() - 1)));
        if (known < 0)
            m_axes[at].values->setText(box.currentData(kPointRole + 1).toString());
        if (known < 0)
            m_axes[at].values->setCursorPosition(0);
        next = static_cast<std::size_t>(box.currentIndex()) + 1;
    }
    fillMetrics();
}

void StudyPage::fillMetrics()
{
    const QString before = m_metric->currentData().toString();
    m_metric->clear();
    const Design& design = m_document.design();
    if (const Scenario* scenario = findScenario(design, m_document.currentScenario()))
        for (const Objective& each : scenario->objectives) {
            const std::string metric =
                each.component.empty() ? each.metric : each.metric + "@" + each.component;
            m_metric->addItem(figureName(design, metric), QString::fromStdString(metric));
        }
    m_metric->addItem(metricName("refused-share"), QStringLiteral("refused-share"));
    m_metric->setCurrentIndex(std::max(0, m_metric->findData(before)));
}

void StudyPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_axes.empty())
        addAxis();
    else
        fillInputs();
}

void StudyPage::showKind()
{
    m_sweepForm->setVisible(m_kinds->checkedId() == SweepKind);
    showState();
    if (m_kinds->checkedId() == SearchKind && !m_studies.isRunning() && !m_studies.search())
        say(tr("Looks for the cheapest sizing that meets all objectives of the scenario at 95%."),
            "textMuted");
    m_addObjective->setVisible(m_kinds->checkedId() == SearchKind && !hasObjectives());
}

bool StudyPage::hasObjectives() const
{
    const Scenario* scenario = findScenario(m_document.design(), m_document.currentScenario());
    return scenario && !scenario->objectives.empty();
}

void StudyPage::say(const QString& text, const char* ink)
{
    m_said->setText(text);
    m_said->setStyleSheet(QStringLiteral("color: %1;").arg(style::colour(ink).name()));
    m_said->setVisible(!text.isEmpty());
}

void StudyPage::showState()
{
    const bool running = m_studies.isRunning();
    m_start->setText(running ? tr("Stop") : m_kinds->checkedId() == SweepKind ? tr("Start") : tr("Search"));
    m_progress->setVisible(running);
    m_save->setVisible((m_studies.sweep() || m_studies.search()) && m_table->topLevelItemCount() > 0);
    m_save->setEnabled(!running);
}

void StudyPage::start()
{
    if (m_studies.isRunning()) {
        m_studies.cancel();
        return;
    }
    if (m_kinds->checkedId() == SearchKind) {
        if (hasObjectives())
            m_studies.startSearch(m_price());
        else
            say(tr("The scenario has no objective that a sizing could meet. Add one, such as a delay at "
                   "most."),
                "warn");
        return;
    }
    std::vector<SweepAxis> axes;
    for (const Axis& each : m_axes) {
        const QString text = each.input->currentData().toString() + u'=' + each.values->text().trimmed();
        Result<SweepAxis> axis = parseSweepAxis(text.toStdString());
        if (!axis) {
            say(tr("%1: %2; %3")
                    .arg(each.input->currentText(), coreText(axis.error().what),
                         coreText(axis.error().remedy)),
                "danger");
            each.values->setFocus();
            return;
        }
        axes.push_back(std::move(*axis));
    }
    m_studies.startSweep(std::move(axes), m_replications->value(),
                         m_metric->currentData().toString().toStdString(), m_price());
}

void StudyPage::showPoints()
{
    const auto* current = m_table->currentItem();
    const QVariant before = current ? current->data(0, kPointRole) : QVariant{};
    m_table->clear();
    if (m_studies.sweep())
        showSweep();
    else if (m_studies.search())
        showSearch();
    else
        m_chart->setPoints({});
    m_table->setVisible(m_table->topLevelItemCount() > 0);
    for (int at = 0; before.isValid() && at < m_table->topLevelItemCount(); ++at)
        if (m_table->topLevelItem(at)->data(0, kPointRole) == before)
            m_table->setCurrentItem(m_table->topLevelItem(at));
    for (int column = 0; column < m_table->columnCount(); ++column) {
        m_table->resizeColumnToContents(column);
        m_table->setColumnWidth(column, std::min(180, m_table->columnWidth(column) + 12));
        m_table->headerItem()->setToolTip(column, m_table->headerItem()->text(column));
    }
    showState();
}

bool StudyPage::isOfSeveralDesigns() const
{
    const Design& design = m_document.design();
    const std::vector<Contender> branches = comparableBranches(design);
    return !branches.empty()
           && areAlternatives(design, branches, m_document.library(), m_document.currentScenario());
}

void StudyPage::showSweep()
{
    const Sweep& sweep = *m_studies.sweep();
    QStringList heads;
    for (const SweepAxis& axis : sweep.axes)
        heads << m_studies.nameOf(axis.input);
    const QString metric = figureName(m_document.design(), sweep.metric);
    heads << (isOfSeveralDesigns() ? tr("A month, together") : tr("A month")) << metric << tr("Objectives")
          << tr("Tightest limit");
    m_table->setColumnCount(static_cast<int>(heads.size()));
    m_table->setHeaderLabels(heads);
    std::vector<FrontChart::Point> points;
    for (std::size_t at = 0; at < sweep.points.size(); ++at) {
        if (!sweep.points[at])
            continue;
        const SweptPoint& point = *sweep.points[at];
        auto* row = new QTreeWidgetItem{m_table};
        row->setData(0, kPointRole, static_cast<qulonglong>(at));
        int column = 0;
        for (const auto& [input, value] : m_studies.settingsOf(at))
            row->setText(column++, m_studies.valueOf(input, value));
        if (!point.problem.empty()) {
            row->setText(column, coreText(point.problem));
            row->setToolTip(column, row->text(column));
            continue;
        }
        const FrontChart::Tone tone = toneOf(point);
        if (point.cost.value)
            row->setText(column, dollars(*point.cost.value));
        if (point.metric.value)
            row->setText(column + 1, figureText(sweep.metric, *point.metric.value));
        row->setText(column + 2, toneText(tone));
        if (point.headroom)
            row->setText(column + 3, tr("%1 left at %2")
                                         .arg(Format{}.percent(*point.headroom),
                                              closestName(m_document.design(), point.closest)));
        const bool front = at < sweep.front.size() && sweep.front[at];
        for (int each = 0; front && each < m_table->columnCount(); ++each)
            row->setFont(each, style::bold(m_table->font()));
        if (point.cost.value && point.metric.value)
            points.push_back({at, *point.cost.value, *point.metric.value, point.metric.halfWidth, front, tone,
                              QStringLiteral("%1\n%2, %3\n%4")
                                  .arg(m_studies.namedSettingsOf(at).join(u'\n'), dollars(*point.cost.value),
                                       figureText(sweep.metric, *point.metric.value), toneText(tone))});
    }
    m_chart->setAxes(
        {isOfSeveralDesigns() ? tr("dollars a month, all designs together") : tr("dollars a month"),
         tickDollars},
        {metric, [figure = sweep.metric](double value) { return figureText(figure, value); }});
    m_chart->setPoints(std::move(points));
    if (!m_studies.isRunning() && sweep.partial && !sweep.points.empty())
        say(tr("Stopped before all points were run."), "textMuted");
}

QString StudyPage::whyTried(const std::string& note) const
{
    for (const SearchKnob& knob : m_studies.search()->knobs) {
        if (note == knob.id + " up")
            return tr("more of %1").arg(m_studies.nameOf(knob.id));
        if (note == knob.id + " down")
            return tr("less of %1").arg(m_studies.nameOf(knob.id));
    }
    return coreText(note);
}

void StudyPage::showSearch()
{
    const SizeSearch& search = *m_studies.search();
    QStringList heads;
    for (const SearchKnob& knob : search.knobs)
        heads << m_studies.nameOf(knob.id);
    heads << (isOfSeveralDesigns() ? tr("A month, together") : tr("A month")) << tr("Off by")
          << tr("Objectives") << tr("Why tried");
    m_table->setColumnCount(static_cast<int>(heads.size()));
    m_table->setHeaderLabels(heads);
    std::vector<FrontChart::Point> points;
    for (std::size_t at = 0; at < search.trials.size(); ++at) {
        const SearchTrial& trial = search.trials[at];
        auto* row = new QTreeWidgetItem{m_table};
        row->setData(0, kPointRole, static_cast<qulonglong>(at));
        int column = 0;
        bool chosen = search.found;
        for (const auto& [input, value] : m_studies.settingsOf(at)) {
            chosen = chosen
                     && search.knobs[static_cast<std::size_t>(column)].chosen
                            == trial.values[static_cast<std::size_t>(column)];
            row->setText(column++, m_studies.valueOf(input, value));
        }
        if (trial.usdPerMonth)
            row->setText(column, dollars(*trial.usdPerMonth));
        row->setText(column + 1, Format{}.percent(trial.miss));
        row->setText(column + 2, trial.met ? tr("all met") : tr("missed"));
        row->setText(column + 3, trial.problem.empty() ? whyTried(trial.note) : coreText(trial.problem));
        for (int each = 0; chosen && each < m_table->columnCount(); ++each)
            row->setFont(each, style::bold(m_table->font()));
        if (trial.usdPerMonth && trial.problem.empty())
            points.push_back({at,
                              *trial.usdPerMonth,
                              trial.miss,
                              {},
                              chosen,
                              trial.met ? FrontChart::Tone::Good : FrontChart::Tone::Bad,
                              m_studies.namedSettingsOf(at).join(u'\n')});
    }
    m_chart->setAxes(
        {isOfSeveralDesigns() ? tr("dollars a month, all designs together") : tr("dollars a month"),
         tickDollars},
        {tr("off the objectives by"), [](double value) { return Format{}.percent(value); }});
    m_chart->setPoints(std::move(points));
    if (!m_studies.isRunning() && !search.why.empty())
        say(coreText(search.why), search.found ? "ok" : "warn");
}

void StudyPage::load(std::size_t at)
{
    if (const Status done = m_studies.load(at); !done) {
        say(coreText(done.error()), "danger");
        return;
    }
    for (int row = 0; row < m_table->topLevelItemCount(); ++row)
        if (m_table->topLevelItem(row)->data(0, kPointRole).toULongLong() == at)
            m_table->setCurrentItem(m_table->topLevelItem(row));
    say(tr("The design has %1 now; undo takes it back.")
            .arg(m_studies.namedSettingsOf(at).join(QStringLiteral(", "))),
        "ok");
}

std::string StudyPage::csv() const
{
    return m_studies.sweep()    ? writeSweepCsv(*m_studies.sweep())
           : m_studies.search() ? writeSearchCsv(*m_studies.search())
                                : std::string{};
}

void StudyPage::save()
{
    QString path = QFileDialog::getSaveFileName(window(), tr("Save the points"), QStringLiteral("sweep.csv"),
                                                tr("Table (*.csv)"));
    if (path.isEmpty())
        return;
    if (QFileInfo{path}.suffix().isEmpty())
        path += QStringLiteral(".csv");
    QSaveFile out{path};
    const std::string text = csv();
    const bool written = out.open(QIODevice::WriteOnly)
                         && out.write(text.data(), static_cast<qint64>(text.size())) >= 0 && out.commit();
    if (written)
        say(tr("Wrote %1").arg(QFileInfo{path}.fileName()), "ok");
    else
        say(tr("Not saved. %1").arg(out.errorString()), "danger");
}

}  // namespace plimsoll
