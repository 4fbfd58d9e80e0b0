// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_document.h"
#include "app/desktop/run/compared_designs.h"
#include "app/study/evaluation.h"
#include "app/study/remedies.h"
#include "model/validation/issue.h"

#include <QtCore/QObject>

#include <memory>
#include <optional>

namespace plimsoll {

/// A finished run with its price, of one revision of the design.
struct RunResult {
    quint64 revision = 0;
    RunReport report;
    std::optional<Bill> bill;
    QString billError;
    std::vector<VerdictClause> verdict;
    std::vector<Finding> findings;  ///< the run's and the bill's
    std::vector<Remedy> remedies;   ///< the changes of numbers that findings ask for
    bool overBudget = false;        ///< the scenario has a monthly budget and the bill exceeds it
    bool triedChanges = false;      ///< the findings carry what came of changes
    std::shared_ptr<const ComparedDesigns> compared;  ///< null when there is nothing to compare
};

/// How many times a run is repeated with other random numbers.
enum class Runs {
    Once,
    Five,
    UntilSure  ///< until every watched figure is known to 5%
};

/// The live estimate of the design being edited.
struct LiveEstimate {
    quint64 revision = 0;
    ScenarioId scenario;
    std::optional<FlowReport> flow;
    std::optional<Bill> bill;
    std::shared_ptr<const ComparedDesigns> compared;  ///< null when there is nothing to compare
    std::vector<Issue> issues;                        ///< what validation says of this revision
    QString error;                                    ///< why there is no estimate, for the status line
};

/// Runs and estimates the document's design: the only code of the desktop that knows about threads.
class RunSession final : public QObject {
    Q_OBJECT
public:
    explicit RunSession(DesignDocument& document, QObject* parent = nullptr);
    /// Stops what runs and waits for it.
    ~RunSession() override;

    bool isRunning() const;
    /// Starts on a snapshot of the document; does nothing while one is running.
    void start(quint64 seed = 1);
    /// Tries changes against what the present result found; the findings then carry what came of them. Does nothing
    /// without a result of the present design, or while something runs.
    void tryChanges();
    bool isTrying() const;
    /// What the open design is held against; kept until another design is opened.
    const ComparisonChoice& comparisonChoice() const { return m_comparisonChoice; }
    void setComparisonChoice(ComparisonChoice choice);
    /// Runs the sides of the comparison on the same draws. A run of alternatives does so by itself when it is done.
    void compare();
    bool isComparing() const;
    /// The newest comparison that holds: of the run while it fits the design, else of the estimate. Null when there
    /// is nothing to compare.
    const ComparedDesigns* compared() const;
    /// Cost against load of what is compared, else of the open design alone; null until it is known.
    const Crossover* costCurve() const;
    /// Finds it out for the design as it is, once that has come to rest; costCurveChanged() says when.
    void requestCostCurve();
    void cancel();
    Runs runs() const { return m_runs; }
    /// For the runs started from now on.
    void setRuns(Runs runs) { m_runs = runs; }
    const RunResult* result() const { return m_result.get(); }
    /// Shows a result that was made elsewhere of the document's design as it is now.
    void adopt(RunResult result);
    /// For views that keep drawing one result while the next is made.
    std::shared_ptr<const RunResult> sharedResult() const { return m_result; }
    /// The design changed in a way that may change numbers, or another scenario was chosen. Moving and renaming
    /// things, and undoing a change, leave a result valid.
    bool isStale() const;
    const LiveEstimate& estimate() const { return m_estimate; }

    const PriceChoice& priceChoice() const { return m_priceChoice; }
    /// Prices the estimate anew and, where there is a result that still holds, its bill too.
    void setPriceChoice(const PriceChoice& choice);

Q_SIGNALS:
    void started();
    void progressed(double fraction);
    /// A result is there, or `error` says why not; after cancel with nothing simulated neither.
    void finished();
    void failed(const QString& error);
    /// The live estimate follows each edit after a short pause.
    void estimated();
    /// compared() has another answer.
    void comparisonChanged();
    /// costCurve() has another answer.
    void costCurveChanged();

private:
    enum class Work { Run, Trial, Comparison };
    void requestEstimate();
    void startEstimate();
    void takeEstimate();
    void startCrossover();
    void takeCrossover();
    void takeRun();
    void take(std::shared_ptr<const RunResult> result, Work work);

    struct Implementation;
    std::unique_ptr<Implementation> m_impl;
    DesignDocument& m_document;
    std::shared_ptr<const RunResult> m_result;
    LiveEstimate m_estimate;
    PriceChoice m_priceChoice;
    ComparisonChoice m_comparisonChoice;
    Runs m_runs = Runs::Once;
};

}  // namespace plimsoll
