// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/overview_page.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/results/finding_card.h"
#include "app/desktop/results/labels.h"
#include "app/desktop/results/number_trees.h"
#include "app/desktop/text/format.h"
#include "app/desktop/widgets/scroll_column.h"
#include "app/desktop/widgets/why_bubble.h"
#include "app/desktop/widgets/why_label.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSplitter>

#include <algorithm>
#include <iterator>

namespace plimsoll {

namespace {

constexpr int kNarrowest = 190;  // of a column

QWidget* titled(const QString& title, QWidget* content, QWidget* beside = nullptr)
{
    auto* column = new QWidget;
    auto* layout = new QVBoxLayout{column};
    layout->setContentsMargins(10, 6, 10, 4);
    layout->setSpacing(4);
    if (!title.isEmpty()) {
        auto* heading = new QLabel{title, column};
        heading->setStyleSheet(QStringLiteral("font-weight: 600;"));
        auto* row = new QHBoxLayout;
        row->addWidget(heading, 1);
        if (beside)
            row->addWidget(beside);
        layout->addLayout(row);
    }
    layout->addWidget(content, 1);
    return column;
}

QString objectiveValue(const ObjectiveReport& objective, const Format& format)
{
    if (!objective.value)
        return Format::none(Format::noCompletions());
    const bool time = objective.objective.atMostMillis.has_value();
    const bool share = objective.objective.metric.find("share") != std::string::npos;
    if (time)
        return format.millisWithin(*objective.value, objective.halfWidth);
    const auto text = [&](double value) { return share ? format.percent(value) : format.quantity(value); };
    QString result = text(*objective.value);
    if (objective.halfWidth && *objective.halfWidth > 0)
        result += QStringLiteral(" \u00b1 ") + text(*objective.halfWidth);
    return result;
}

/// One line per objective: mark, wording, what came out.
QWidget* objectiveList(const RunReport& report, OverviewPage& page, const ComponentFieldFinder& fields)
{
    auto* list = new QWidget;
    auto* grid = new QGridLayout{list};
    grid->setContentsMargins(0, 0, 0, 4);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(8);
    const Format format;
    int row = 0;
    for (const ObjectiveReport& objective : report.objectives) {
        const bool met = objective.verdict == Verdict::Met;
        const bool missed = objective.verdict == Verdict::Missed;
        auto* mark = new QLabel{met      ? OverviewPage::tr("met")
                                : missed ? OverviewPage::tr("missed")
                                         : OverviewPage::tr("no data"),
                                list};
        mark->setProperty("role", met ? "badge-ok" : missed ? "badge-danger" : "badge-warn");
        auto* value = new WhyLabel{objectiveValue(objective, format), list};
        value->setStyleSheet(QStringLiteral("font-weight: 600;"));
        value->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        if (!objective.noInterval.empty())
            value->setToolTip(OverviewPage::tr("No \u00b1: %1").arg(coreText(objective.noInterval)));
        if (objective.value)
            value->setWhy(treeOf(objective, report),
                          [fields, where = objective.objective.component](const Derivation& input) {
                              return fields ? fields(where, input) : QString{};
                          });
        QObject::connect(value, &QLabel::linkActivated, &page, &OverviewPage::linkActivated);
        auto* text = new QLabel{coreText(objective.text), list};
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
        // The value on a line of its own: beside it the text of a narrow column would be a word wide.
        grid->addWidget(mark, row, 0, 2, 1, Qt::AlignTop);
        grid->addWidget(value, row, 1, Qt::AlignTop | Qt::AlignLeft);
        grid->addWidget(text, row + 1, 1, Qt::AlignTop);
        row += 2;
    }
    return list;
}

}  // namespace

OverviewPage::OverviewPage(QWidget* parent)
    : QWidget{parent},
      m_chart{new ThroughputChart},
      m_percentiles{new PercentileChart},
      m_findings{new QWidget},
      m_try{new QPushButton{tr("Try changes")}},
      m_findingsLayout{new QVBoxLayout{m_findings}}
{
    m_findingsLayout->setContentsMargins(0, 0, 4, 0);
    m_findingsLayout->setSpacing(6);

    auto* percentiles = new ScrollColumn{nullptr, kNarrowest};
    percentiles->setWidget(m_percentiles);
    auto* findings = new ScrollColumn{nullptr, kNarrowest};
    findings->setWidget(m_findings);

    auto* splitter = new QSplitter{Qt::Horizontal, this};
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(titled({}, m_chart));
    splitter->addWidget(titled(tr("Latency"), percentiles));
    splitter->addWidget(titled(tr("Findings"), findings, m_try));
    for (int i = 0; i < 3; ++i)
        splitter->setStretchFactor(i, 1);
    splitter->setSizes({400, 400, 400});
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    m_try->setObjectName(QStringLiteral("try-changes"));
    m_try->setStyleSheet(QStringLiteral("QPushButton { padding: 2px 10px; }"));
    m_try->setToolTip(
        tr("Runs the design with other sizes and settings and shows what each would gain and cost"));
    m_try->hide();
    connect(m_try, &QPushButton::clicked, this, &OverviewPage::tryRequested);
    connect(m_percentiles, &PercentileChart::linkActivated, this, &OverviewPage::linkActivated);
    connect(m_percentiles, &PercentileChart::figureClicked, this,
            [this](const PercentileChart::Row& row, Percentile which, const QPoint& below) {
                const std::optional<Derivation> why = treeOf(row.summary, which, row.split);
                if (!why)
                    return;
                auto* bubble = new WhyBubble{*why, {}, m_percentiles};
                connect(bubble, &WhyBubble::linkActivated, this, &OverviewPage::linkActivated);
                bubble->showAt(below);
            });
}

void OverviewPage::setResult(const std::shared_ptr<const RunResult>& result, const Design& design)
{
    m_chart->setResult(result);
    std::vector<PercentileChart::Row> rows;
    if (result) {
        const RunReport& report = result->report;
        for (const SinkReport& sink : report.sinks)
            rows.push_back({labelOf(report, sink.component), tr("delay until readable"), sink.delay,
                            QStringLiteral("component:") + QString::fromStdString(sink.component),
                            sink.split});
        for (const PathReport& path : report.paths) {
            // A path whose answer nobody waited for has nothing to show next to the sinks.
            if (path.response.samples == 0 && path.failed + path.gaveUp == 0)
                continue;
            rows.push_back({labelOf(report, path, design), tr("response"), path.response,
                            QStringLiteral("component:") + QString::fromStdString(path.source), path.split});
        }
    }
    m_percentiles->setRows(std::move(rows));

    while (QLayoutItem* item = m_findingsLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    // Only what the run itself found can be tried against.
    const bool anything =
        result
        && std::any_of(result->report.findings.begin(), result->report.findings.end(),
                       [](const Finding& finding) { return finding.level != FindingLevel::Note; });
    m_try->setVisible(anything && !result->triedChanges);
    if (result)
        fillFindings(*result);
}

void OverviewPage::setMayTry(bool may)
{
    m_try->setEnabled(may);
}

void OverviewPage::fillFindings(const RunResult& result)
{
    if (!result.report.objectives.empty())
        m_findingsLayout->addWidget(objectiveList(result.report, *this, m_fields));
    std::vector<Finding> findings = result.findings.empty() ? result.report.findings : result.findings;
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return a.level > b.level; });
    // Before the findings: who has waited for it looks there first.
    if (result.triedChanges && std::all_of(findings.begin(), findings.end(), [](const Finding& finding) {
            return finding.counterfactuals.empty();
        })) {
        auto* none = new QLabel{tr("Of the changes tried, none made a difference that shows.")};
        none->setObjectName(QStringLiteral("none-helped"));
        none->setWordWrap(true);
        m_findingsLayout->addWidget(none);
    }
    for (const Finding& finding : findings) {
        std::vector<Remedy> remedies;
        std::copy_if(result.remedies.begin(), result.remedies.end(), std::back_inserter(remedies),
                     [&](const Remedy& remedy) {
                         return remedy.finding == finding.id && remedy.about == finding.component;
                     });
        auto* card =
            new FindingCard{finding, labelOf(result.report, finding.component), remedies,
                            [fields = m_fields, component = finding.component](const Derivation& input) {
                                return fields ? fields(component, input) : QString{};
                            }};
        connect(card, &FindingCard::linkActivated, this, &OverviewPage::linkActivated);
        connect(card, &FindingCard::applyRequested, this, &OverviewPage::applyRequested);
        m_findingsLayout->addWidget(card);
    }
    if (result.triedChanges && result.report.trials) {
        auto* where = new QLabel{
            tr("Changes were tried on %1.").arg(QString::fromStdString(result.report.trials->text))};
        where->setObjectName(QStringLiteral("trials"));
        where->setProperty("role", "muted");
        where->setWordWrap(true);
        m_findingsLayout->addWidget(where);
    }
    if (findings.empty()) {
        auto* nothing = new QLabel{tr("Nothing stands out: no limit is near and no objective is at risk.")};
        nothing->setProperty("role", "muted");
        nothing->setWordWrap(true);
        m_findingsLayout->addWidget(nothing);
    }
    m_findingsLayout->addStretch();
}

}  // namespace plimsoll
