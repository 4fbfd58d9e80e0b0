// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/history_page.h"

#include "app/desktop/document/commands/restore_design.h"
#include "app/desktop/document/commands/set_header.h"
#include "app/desktop/look/chart_style.h"
#include "app/desktop/run/compared_designs.h"
#include "app/desktop/run/difference_session.h"
#include "app/desktop/text/format.h"
#include "app/desktop/widgets/scroll_column.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

namespace plimsoll {

namespace {

enum RunColumn { WhenColumn, ScenarioColumn, PriceColumn, VerdictColumn, NoteColumn, RunColumns };

constexpr std::size_t kMostRuns = 50;  // each keeps its whole report

}  // namespace

HistoryPage::HistoryPage(DesignDocument& document, RunSession& session, QWidget* parent)
    : QWidget{parent},
      m_document{document},
      m_session{session},
      m_list{new QTreeWidget},
      m_back{new QPushButton{tr("Bring back")}},
      m_mark{new QPushButton{tr("Show changes since")}},
      m_changes{new QLabel}
{
    m_list->setObjectName(QStringLiteral("runs"));
    m_list->setAccessibleName(tr("Earlier runs"));
    m_list->setColumnCount(RunColumns);
    m_list->setHeaderLabels({tr("Run at"), tr("Scenario"), tr("A month"), tr("Verdict"), tr("Note")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(VerdictColumn, QHeaderView::Stretch);
    // The column that takes what is left never takes less than its own head.
    constexpr int kBesideHead = 30;
    m_list->header()->setMinimumSectionSize(
        QFontMetrics{style::bold(m_list->font())}.horizontalAdvance(tr("Verdict")) + kBesideHead);
    m_list->setTextElideMode(Qt::ElideRight);
    m_back->setToolTip(tr("Show this run again, with the design that it was of"));
    m_back->setEnabled(false);
    m_back->setObjectName(QStringLiteral("bring-back"));
    m_mark->setObjectName(QStringLiteral("mark-changes"));
    m_mark->setToolTip(tr("Mark on the canvas what was added, removed and changed since this run"));
    m_mark->setEnabled(false);
    connect(m_mark, &QPushButton::clicked, this, [this] {
        const int at = m_list->indexOfTopLevelItem(m_list->currentItem());
        if (at >= 0)
            emit differenceRequested(m_runs[static_cast<std::size_t>(at)].design,
                                     tr("the run at %1").arg(m_list->topLevelItem(at)->text(WhenColumn)));
    });
    auto* hint = new QLabel{tr("Double-click a note to write one.")};
    hint->setProperty("role", "muted");
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(hint, 1);
    bottom->addWidget(m_mark);
    bottom->addWidget(m_back);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(10, 4, 10, 8);
    m_changes->setObjectName(QStringLiteral("changes"));
    m_changes->setTextFormat(Qt::RichText);
    m_changes->setWordWrap(true);
    m_changes->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_changes->setMargin(8);
    auto* scroll = new ScrollColumn{nullptr, 200};
    scroll->setWidget(m_changes);
    auto* both = new QSplitter{Qt::Horizontal};
    both->addWidget(m_list);
    both->addWidget(scroll);
    both->setStretchFactor(0, 2);
    both->setStretchFactor(1, 1);
    both->setSizes({2000, 1000});  // shares, whatever the room
    both->setChildrenCollapsible(false);
    layout->addWidget(both, 1);
    layout->addLayout(bottom);

    connect(m_list, &QTreeWidget::itemDoubleClicked, this, [this](QTreeWidgetItem* item, int column) {
        if (column == NoteColumn)
            m_list->editItem(item, NoteColumn);
        else
            bringBack(m_list->indexOfTopLevelItem(item));
    });
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        m_back->setEnabled(item != nullptr);
        m_mark->setEnabled(item != nullptr);
        showChanges();
    });
    connect(m_list, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item, int column) {
        if (column != NoteColumn)
            return;
        const QSignalBlocker quiet{m_list};
        item->setToolTip(NoteColumn, item->text(NoteColumn));
        fitNotes();
    });
    connect(m_changes, &QLabel::linkActivated, this, &HistoryPage::linkActivated);
    connect(&m_session, &RunSession::estimated, this, &HistoryPage::showChanges);
    connect(m_back, &QPushButton::clicked, this,
            [this] { bringBack(m_list->indexOfTopLevelItem(m_list->currentItem())); });
    connect(&m_session, &RunSession::finished, this, &HistoryPage::note);
    connect(&m_document, &DesignDocument::designReplaced, this, [this] {
        m_runs.clear();
        m_list->clear();
        showChanges();
        emit countChanged();
    });
    showChanges();
}

void HistoryPage::note()
{
    const std::shared_ptr<const RunResult> result = m_session.sharedResult();
    // What changes of it later, such as a comparison or other prices, is of the same run.
    if (!result || m_returning || m_session.isStale())
        return;
    if (!m_runs.empty() && m_runs.front().result->revision == result->revision
        && m_runs.front().result->report.provenance.scenario == result->report.provenance.scenario
        && m_runs.front().result->report.provenance.seed == result->report.provenance.seed) {
        m_runs.front().result = result;
        if (m_list->topLevelItemCount() > 0)
            m_list->topLevelItem(0)->setText(PriceColumn, priceOf(result->bill, result->compared.get()));
        return;
    }
    m_runs.insert(m_runs.begin(), {result, m_document.snapshot(), QDateTime::currentDateTime(), {}});
    addRow(m_runs.front());
    if (m_runs.size() > kMostRuns) {
        m_runs.pop_back();
        delete m_list->takeTopLevelItem(m_list->topLevelItemCount() - 1);
    }
    emit countChanged();
}

std::vector<HistoryPage::Run> HistoryPage::takeRuns()
{
    for (std::size_t run = 0; run < m_runs.size(); ++run)
        m_runs[run].note = m_list->topLevelItem(static_cast<int>(run))->text(NoteColumn);
    m_list->clear();
    return std::exchange(m_runs, {});
}

void HistoryPage::setRuns(std::vector<Run> runs)
{
    m_runs = std::move(runs);
    // The newest is the last to be put on top.
    for (auto run = m_runs.rbegin(); run != m_runs.rend(); ++run)
        addRow(*run);
    emit countChanged();
}

QString HistoryPage::priceOf(const std::optional<Bill>& bill, const ComparedDesigns* compared)
{
    if (!bill)
        return {};
    const Format format;
    if (!compared || !compared->alternatives)
        return format.money(bill->total);
    QStringList prices;
    for (const ComparedSide& side : compared->comparison.sides)
        prices << format.money(side.bill.total);
    return prices.join(tr(" or ", "between two prices"));
}

void HistoryPage::addRow(const Run& run)
{
    auto* row = new QTreeWidgetItem;
    row->setFlags(row->flags() | Qt::ItemIsEditable);
    row->setText(WhenColumn, QLocale{}.toString(run.when.time(), QLocale::ShortFormat));
    const Scenario* scenario = findScenario(*run.design, run.result->report.provenance.scenario);
    if (scenario)
        row->setText(ScenarioColumn,
                     QString::fromStdString(scenario->label.empty() ? scenario->id : scenario->label));
    row->setText(PriceColumn, priceOf(run.result->bill, run.result->compared.get()));
    QStringList clauses;
    for (const VerdictClause& clause : run.result->verdict)
        clauses.append(coreText(clause.text));
    row->setText(VerdictColumn, clauses.join(u' '));
    row->setToolTip(VerdictColumn, row->text(VerdictColumn));
    row->setText(NoteColumn, run.note);
    m_list->insertTopLevelItem(0, row);
    // The bold letters of the heads are wider than they are taken for.
    constexpr int kHeadRoom = 14;
    for (const int column : {WhenColumn, ScenarioColumn, PriceColumn}) {
        m_list->resizeColumnToContents(column);
        m_list->setColumnWidth(column, m_list->columnWidth(column) + kHeadRoom);
    }
    // Its name is told by the first words; a note and the verdict want to be seen without scrolling.
    constexpr int kMostOfScenario = 130;
    m_list->setColumnWidth(ScenarioColumn, std::min(kMostOfScenario, m_list->columnWidth(ScenarioColumn)));
    row->setToolTip(ScenarioColumn, row->text(ScenarioColumn));
    row->setToolTip(NoteColumn, row->text(NoteColumn));
    fitNotes();
}

void HistoryPage::fitNotes()
{
    constexpr int kLeastOfNote = 90, kMostOfNote = 220;
    m_list->resizeColumnToContents(NoteColumn);
    m_list->setColumnWidth(NoteColumn,
                           std::clamp(m_list->columnWidth(NoteColumn), kLeastOfNote, kMostOfNote));
}

void HistoryPage::showChanges()
{
    const int at = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_changes->setText(at < 0 ? tr("Choose a run to see what has changed since.")
                              : changesSince(m_runs[static_cast<std::size_t>(at)]));
}

QString HistoryPage::nameOf(const ItemDifference& difference, const Design& design) const
{
    const auto labelOf = [&](const Id& id) {
        const Component* component = findComponent(design, id);
        return QString::fromStdString(component && !component->label.empty() ? component->label : id);
    };
    QString name = labelOf(difference.id);
    if (difference.isConnection)
        if (const Connection* connection = findConnection(design, difference.id))
            name = labelOf(connection->from) + QStringLiteral(" \u2192 ") + labelOf(connection->to);
    // What is no longer there cannot be shown.
    return difference.kind == ItemDifference::Kind::Removed || difference.isConnection
               ? name.toHtmlEscaped()
               : style::link(QStringLiteral("component:") + QString::fromStdString(difference.id), name,
                             style::colour("info"));
}

QString HistoryPage::changesSince(const Run& run) const
{
    const Design& now = m_document.design();
    const auto valueText = [&](const std::optional<ParameterValue>& value) {
        return value ? QString::fromStdString(toString(*value)).toHtmlEscaped() : tr("default");
    };
    QStringList lines;
    for (ItemDifference& found : differenceOf(*run.design, now)) {
        const ItemDifference each = worded(std::move(found), now, m_document.catalog());
        switch (each.kind) {
        case ItemDifference::Kind::Added:
            lines << style::coloured(tr("added"), style::colour("ok")) + u' ' + nameOf(each, now);
            break;
        case ItemDifference::Kind::Removed:
            lines << style::coloured(tr("removed"), style::colour("danger")) + u' '
                         + nameOf(each, *run.design);
            break;
        case ItemDifference::Kind::Changed:
            for (const ParameterDifference& parameter : each.parameters)
                lines << tr("%1: %2 from %3 to %4")
                             .arg(nameOf(each, now),
                                  QString::fromStdString(parameter.parameter).toHtmlEscaped(),
                                  valueText(parameter.before), valueText(parameter.after));
            break;
        }
    }
    const std::optional<Bill>& bill = m_session.estimate().bill;
    if (run.result->bill && bill && !lines.isEmpty()) {
        lines << QStringLiteral("<b>%1</b>")
                     .arg(unbroken(tr("%1/month then, %2/month estimated now")
                                       .arg(priceOf(run.result->bill, run.result->compared.get()),
                                            priceOf(bill, m_session.compared())))
                              .toHtmlEscaped());
    }
    return lines.isEmpty() ? tr("The design is as it was.") : lines.join(QStringLiteral("<br>"));
}

void HistoryPage::bringBack(int run)
{
    if (run < 0 || run >= count() || m_session.isRunning())
        return;
    const Run chosen = m_runs[static_cast<std::size_t>(run)];
    const Design& now = m_document.design();
    auto command = std::make_unique<RestoreDesign>(m_document, *chosen.design);
    const bool elsewhere = now.region != chosen.design->region;
    if (!command->isEmpty() || elsewhere) {
        m_document.undoStack().beginMacro(command->text());
        if (elsewhere)
            m_document.undoStack().push(new SetHeader{m_document, now.title, chosen.design->region});
        m_document.undoStack().push(command.release());
        m_document.undoStack().endMacro();
    }
    m_document.setCurrentScenario(ScenarioId{chosen.result->report.provenance.scenario});
    m_returning = true;
    m_session.adopt(*chosen.result);
    m_returning = false;
    showChanges();  // an estimate, which would say so too, may be a while when other things are run
}

}  // namespace plimsoll
