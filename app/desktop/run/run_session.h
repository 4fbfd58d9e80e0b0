// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_document.h"
#include "app/study/evaluation.h"

#include <QtCore/QFutureWatcher>
#include <QtCore/QObject>
#include <QtCore/QTimer>

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
    std::vector<Finding> findings; ///< the run's and the bill's
};

/// The live estimate of the design being edited.
struct LiveEstimate {
    quint64 revision = 0;
    std::optional<FlowReport> flow;
    std::optional<Bill> bill;
    QString error; ///< why there is no estimate, for the status line
};

/// Runs and estimates the document's design: the only code of the desktop that knows about threads.
class RunSession final : public QObject {
    Q_OBJECT
public:
    explicit RunSession(DesignDocument& document, QObject* parent = nullptr);
    ~RunSession() override;

    bool isRunning() const;
    /// Starts on a snapshot of the document; does nothing while one is running.
    void start(quint64 seed = 1);
    void cancel();
    const RunResult* result() const { return m_result.get(); }
    bool isStale() const;
    const LiveEstimate& estimate() const { return m_estimate; }

signals:
    void started();
    void progressed(double fraction);
    /// A result is there, or `error` says why not; after cancel with nothing simulated neither.
    void finished();
    void failed(const QString& error);
    /// The live estimate follows each edit after a short pause.
    void estimated();

private:
    struct Implementation;
    std::unique_ptr<Implementation> m_impl;
    DesignDocument& m_document;
    std::unique_ptr<RunResult> m_result;
    LiveEstimate m_estimate;
};

} // namespace plimsoll
