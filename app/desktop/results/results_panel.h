// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_document.h"
#include "app/desktop/results/history_page.h"
#include "app/desktop/run/difference_session.h"
#include "app/desktop/run/run_session.h"
#include "app/desktop/run/study_session.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QWidget>

class QDockWidget;

namespace plimsoll {

class AuditPage;
class BillPage;
class ChartsPage;
class ComparePage;
class ComponentsPage;
class DelayPage;
class DifferencePage;
class OverviewPage;
class StudyPage;

/// What a run has to say: the verdict first, then throughput, latency, cost and how sure we are.
class ResultsPanel final : public QWidget {
    Q_OBJECT
public:
    ResultsPanel(DesignDocument& document, RunSession& session, StudySession& studies,
                 DifferenceSession& differences, QWidget* parent = nullptr);

    QLabel& verdictLabel() { return *m_verdict; }
    QTabWidget& tabs() { return *m_tabs; }
    ChartsPage& charts() { return *m_charts; }
    /// Buttons beside the tabs that let the dock float and put it away, for a dock without a title.
    void addCorner(QDockWidget& dock);
    /// What another panel on the same session needs to go on where this one was.
    struct Kept {
        int tab = 0;
        bool compareWanted = false, studiesWanted = false, differencesWanted = false;
        QString error;
        std::vector<HistoryPage::Run> runs;
    };
    Kept handOver();
    void takeOver(Kept kept);

public Q_SLOTS:
    /// Charts this component; called when it is selected on the canvas.
    void showComponent(const QString& id);
    /// Shows the comparison even where there is nothing to compare yet, so that the other side can be chosen.
    void showComparison();
    /// Shows sweeps and the search, also before any run.
    void showStudies();
    /// Shows what is different from the design that the open one is held against.
    void showDifferences();
    /// "objectives", "bill", "compare" or "component:<id>".
    void showLink(const QString& link);

Q_SIGNALS:
    void linkActivated(const QString& link);
    /// The user wants another design beside the open one.
    void otherDesignRequested();
    /// The same, to see what has changed between them.
    void differenceRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void wirePages(DifferenceSession& differences);
    void showResult();
    void showState();
    void showComparisonAnew();
    void showTabs(bool ran, bool comparing);
    void showVerdict(const RunResult& result);
    void showEstimatedVerdict();
    void setVerdict(const QString& html, const char* state);
    void follow(const QString& link);
    void apply(const Counterfactual& change);
    QString emptyText() const;

    DesignDocument& m_document;
    RunSession& m_session;
    QString m_error;
    bool m_compareWanted = false;
    bool m_studiesWanted = false;
    bool m_differencesWanted = false;
    bool m_compareDirty = true;

    QStackedWidget* m_stack;
    QWidget* m_progressRow;
    QLabel* m_progressText;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QLabel* m_verdict;
    QLabel* m_stale;
    QTabWidget* m_tabs;
    QLabel* m_empty;
    ComparePage* m_compare;
    OverviewPage* m_overview;
    ComponentsPage* m_components;
    ChartsPage* m_charts;
    DelayPage* m_delay;
    BillPage* m_bill;
    AuditPage* m_audit;
    HistoryPage* m_history;
    StudyPage* m_study;
    DifferencePage* m_difference;
};

}  // namespace plimsoll
