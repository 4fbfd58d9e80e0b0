// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_difference.h"
#include "app/desktop/run/run_session.h"

#include <QtCore/QDateTime>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QWidget>

#include <vector>

class QLabel;
class QPushButton;

namespace plimsoll {

/// The runs of this design since it was opened, each with what it said and a note; any of them comes back with the
/// design that it was of.
class HistoryPage final : public QWidget {
    Q_OBJECT
public:
    HistoryPage(DesignDocument& document, RunSession& session, QWidget* parent = nullptr);
    int count() const { return static_cast<int>(m_runs.size()); }
    QTreeWidget& list() { return *m_list; }
    /// Shows that run again; where the design has changed since, it goes back in one undoable step.
    void bringBack(int run);
    struct Run {
        std::shared_ptr<const RunResult> result;
        std::shared_ptr<const Design> design;
        QDateTime when;
        QString note;  ///< of the user's; while a list shows the run, it is there
    };
    std::vector<Run> takeRuns();
    void setRuns(std::vector<Run> runs);

Q_SIGNALS:
    void countChanged();
    void linkActivated(const QString& link);
    /// The open design shall be held against that of a run.
    void differenceRequested(const std::shared_ptr<const plimsoll::Design>& design, const QString& name);

private:
    void note();
    void addRow(const Run& run);
    void fitNotes();
    /// Of designs that stand for each other one is built: their sum is nobody's price.
    static QString priceOf(const std::optional<Bill>& bill, const ComparedDesigns* compared);
    /// What the design and its price have become since the chosen run.
    void showChanges();
    QString changesSince(const Run& run) const;
    QString nameOf(const ItemDifference& difference, const Design& design) const;

    DesignDocument& m_document;
    RunSession& m_session;
    QTreeWidget* m_list;
    QPushButton* m_back;
    QPushButton* m_mark;
    QLabel* m_changes;
    std::vector<Run> m_runs;
    bool m_returning = false;
};

}  // namespace plimsoll
