// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/run/run_session.h"

#include "app/desktop/text/format.h"
#include "app/study/counterfactuals.h"
#include "simulator/run/month/segment.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QFutureWatcher>
#include <QtCore/QPromise>
#include <QtCore/QThread>
#include <QtCore/QThreadPool>
#include <QtCore/QTimer>

#include <algorithm>
#include <atomic>
#include <exception>
#include <utility>

namespace plimsoll {

namespace {

constexpr int kProgressSteps = 1000;
constexpr std::chrono::milliseconds kEstimatePause{60};

/// What a worker hands back: a result, or why there is none.
struct RunOutcome {
    std::shared_ptr<RunResult> result;
    QString error;
};

/// Forwards progress, answers isCancelled(). The stop flag is ours: a cancelled future would drop the partial report.
class PromiseMonitor final : public RunMonitor {
public:
    PromiseMonitor(QPromise<RunOutcome>& promise, const std::atomic<bool>& stop)
        : m_promise{promise}, m_stop{stop}
    {}
    void progressed(double fraction) override
    {
        m_promise.setProgressValue(static_cast<int>(std::clamp(fraction, 0.0, 1.0) * kProgressSteps));
    }
    bool isCancelled() const override { return m_stop.load(std::memory_order_relaxed); }

private:
    QPromise<RunOutcome>& m_promise;
    const std::atomic<bool>& m_stop;
};

QString textOf(const Error& error)
{
    return coreText(error.toString());
}

void price(RunResult& result, const Design& design, const ServiceLibrary& library, const PriceChoice& choice)
{
    Result<Bill> bill = billOf(result.report, design, library, choice);
    result.bill.reset();
    result.billError.clear();
    result.findings = result.report.findings;
    if (bill) {
        result.bill = std::move(*bill);
        std::vector<Finding> ofBill = billFindings(*result.bill, result.report.usage);
        result.findings.insert(result.findings.end(), std::make_move_iterator(ofBill.begin()),
                               std::make_move_iterator(ofBill.end()));
    } else {
        result.billError = textOf(bill.error());
    }
    result.verdict = verdict(result.report, result.bill ? &*result.bill : nullptr);
    if (const SamplingReport& sampling = result.report.sampling; sampling.sampled)
        result.verdict.push_back(
            {RunSession::tr("Sampled: %1 of %2 messages simulated.")
                 .arg(Format{}.quantity(sampling.simulatedMessages), Format{}.quantity(sampling.messages))
                 .toStdString(),
             "sampling"});
    result.overBudget = false;
    if (result.bill) {
        if (auto budget = budgetClause(design, result.report.provenance.scenario, *result.bill)) {
            result.verdict.push_back(std::move(*budget));
            result.overBudget = true;
        }
    }
}

RunOutcome runOn(const Design& design, const ServiceLibrary& library, RunOptions options,
                 const PriceChoice& choice, quint64 revision, RunMonitor& monitor)
{
    // A bug or a lack of memory in a run must not take the user's unsaved work with it.
    try {
        if (options.replications > 1 || options.stopRule)
            options.monthlyCost = costOf(design, library, choice);
        Result<RunReport> report = simulate(design, library, options, monitor);
        if (!report)
            return {nullptr, textOf(report.error())};
        if (report->provenance.partial && report->provenance.simulatedSeconds <= 0)
            return {};
        auto result = std::make_shared<RunResult>();
        result->revision = revision;
        result->report = std::move(*report);
        price(*result, design, library, choice);
        return {std::move(result), {}};
    } catch (const std::exception& exception) {
        return {nullptr, RunSession::tr("The run stopped: %1").arg(QString::fromUtf8(exception.what()))};
    }
}

/// The result with what came of changes; of a cancelled trial the findings stay as they were.
RunOutcome tryOn(const RunResult& before, const Design& design, const ServiceLibrary& library,
                 const TrialOptions& options, RunMonitor& monitor)
{
    try {
        auto result = std::make_shared<RunResult>(before);
        if (const Status tried = tryChanges(design, library, options, result->report, monitor); !tried)
            return {nullptr, textOf(tried.error())};
        if (monitor.isCancelled())
            return {};
        price(*result, design, library, options.price);
        result->triedChanges = true;
        return {std::move(result), {}};
    } catch (const std::exception& exception) {
        return {nullptr, RunSession::tr("The trial stopped: %1").arg(QString::fromUtf8(exception.what()))};
    }
}

LiveEstimate estimateOf(const Design& design, const ServiceLibrary& library, const ScenarioId& scenario,
                        const PriceChoice& choice, quint64 revision)
{
    LiveEstimate estimate;
    estimate.revision = revision;
    estimate.scenario = scenario;
    try {
        Result<FlowReport> flow = estimateFlow(design, library, scenario);
        if (!flow) {
            estimate.error = textOf(flow.error());
            return estimate;
        }
        estimate.flow = std::move(*flow);
        Result<Bill> bill = estimateBill(design, library, scenario, choice);
        if (bill)
            estimate.bill = std::move(*bill);
        else
            estimate.error = textOf(bill.error());
    } catch (const std::exception& exception) {
        estimate.error = QString::fromUtf8(exception.what());
    }
    return estimate;
}

/// What a run's numbers depend on: the design without what only the eye sees.
Design withoutLooks(Design design, const ScenarioId& scenario)
{
    for (Component& component : design.components) {
        component.label.clear();
        component.position = {};
        component.extraJson.clear();
    }
    for (Connection& connection : design.connections)
        connection.extraJson.clear();
    // Groups stay: a region or an availability zone may decide a transfer price.
    for (Group& group : design.groups) {
        group.label.clear();
        group.position = {};
        group.width = group.height = 0;
        group.extraJson.clear();
    }
    design.notes.clear();
    design.title.clear();
    design.extraJson.clear();
    if (design.month.empty())
        std::erase_if(design.scenarios, [&](const Scenario& each) { return each.id != scenario; });
    for (Scenario& each : design.scenarios)
        each.label.clear();
    return design;
}

}  // namespace

struct RunSession::Implementation {
    QThreadPool pool;
    QFutureWatcher<RunOutcome> run;
    std::atomic<bool> stop{false};
    bool trying = false;    ///< what runs is a trial of changes
    bool orphaned = false;  ///< the document was replaced under the run in progress
    Design ranOn;           ///< without looks
    ScenarioId ranScenario;
    Design pendingDesign;  ///< of the run in progress
    ScenarioId pendingScenario;
    std::shared_ptr<const Design> ranSnapshot, pendingSnapshot;
    std::shared_ptr<SegmentCache> segments = std::make_shared<SegmentCache>();

    QFutureWatcher<LiveEstimate> estimate;
    QTimer pause;
    bool wanted = false;  ///< something changed since the estimate in progress began

    // isStale() is asked on every repaint, comparing designs once per revision is enough.
    mutable quint64 comparedRevision = 0;
    mutable bool comparedYet = false;
    mutable bool comparedEqual = false;
};

RunSession::RunSession(DesignDocument& document, QObject* parent)
    : QObject{parent}, m_impl{std::make_unique<Implementation>()}, m_document{document}
{
    // One thread for the run and one for the estimate, so that editing stays live while a long run goes on.
    m_impl->pool.setMaxThreadCount(2);
    m_impl->pause.setSingleShot(true);
    m_impl->pause.setInterval(kEstimatePause);
    connect(&m_impl->pause, &QTimer::timeout, this, &RunSession::startEstimate);
    connect(&m_impl->run, &QFutureWatcherBase::progressValueChanged, this,
            [this](int value) { emit progressed(static_cast<double>(value) / kProgressSteps); });
    connect(&m_impl->run, &QFutureWatcherBase::finished, this, &RunSession::takeRun);
    connect(&m_impl->estimate, &QFutureWatcherBase::finished, this, &RunSession::takeEstimate);
    connect(&m_document, &DesignDocument::revisionChanged, this, &RunSession::requestEstimate);
    connect(&m_document, &DesignDocument::currentScenarioChanged, this, &RunSession::requestEstimate);
    connect(&m_document, &DesignDocument::designReplaced, this, [this] {
        // Another design's numbers next to this one would be read as its own.
        m_impl->orphaned = isRunning();
        cancel();
        m_result.reset();
        m_estimate = {};
    });
    requestEstimate();
}

RunSession::~RunSession()
{
    m_impl->stop = true;
    m_impl->run.disconnect(this);
    m_impl->estimate.disconnect(this);
    m_impl->run.waitForFinished();
    m_impl->estimate.waitForFinished();
}

bool RunSession::isRunning() const
{
    return m_impl->run.isRunning();
}

void RunSession::start(quint64 seed)
{
    if (isRunning())
        return;
    m_impl->stop = false;
    m_impl->pendingSnapshot = m_document.snapshot();
    m_impl->pendingScenario = m_document.currentScenario();
    m_impl->pendingDesign = withoutLooks(*m_impl->pendingSnapshot, m_impl->pendingScenario);
    RunOptions options;
    options.scenario = m_impl->pendingScenario;
    options.seed = seed;
    options.threads = std::max(1, QThread::idealThreadCount());
    // Short runs are run message by message all the same; it says so when it sampled.
    options.engine = Engine::Auto;
    options.sampling.cache = m_impl->segments;
    if (m_runs == Runs::Five)
        options.replications = 5;
    if (m_runs == Runs::UntilSure)
        options.stopRule = StopRule{};
    m_impl->trying = false;
    m_impl->run.setFuture(
        QtConcurrent::run(&m_impl->pool, [design = m_impl->pendingSnapshot, &library = m_document.library(),
                                          options, choice = m_priceChoice, revision = m_document.revision(),
                                          &stop = m_impl->stop](QPromise<RunOutcome>& promise) {
            promise.setProgressRange(0, kProgressSteps);
            PromiseMonitor monitor{promise, stop};
            promise.addResult(runOn(*design, library, options, choice, revision, monitor));
        }));
    emit started();
}

void RunSession::tryChanges()
{
    if (isRunning() || !m_result || isStale())
        return;
    m_impl->stop = false;
    m_impl->trying = true;
    TrialOptions options;
    options.scenario = m_impl->ranScenario;
    options.seed = m_result->report.provenance.seed;
    options.threads = std::max(1, QThread::idealThreadCount());
    options.price = m_priceChoice;
    m_impl->run.setFuture(QtConcurrent::run(
        &m_impl->pool, [before = m_result, design = m_impl->ranSnapshot, &library = m_document.library(),
                        options, &stop = m_impl->stop](QPromise<RunOutcome>& promise) {
            promise.setProgressRange(0, kProgressSteps);
            PromiseMonitor monitor{promise, stop};
            promise.addResult(tryOn(*before, *design, library, options, monitor));
        }));
    emit started();
}

bool RunSession::isTrying() const
{
    return m_impl->trying && isRunning();
}

void RunSession::cancel()
{
    m_impl->stop = true;
}

void RunSession::takeRun()
{
    const QFuture<RunOutcome> future = m_impl->run.future();
    const RunOutcome outcome = future.resultCount() > 0 ? future.result() : RunOutcome{};
    const bool orphaned = std::exchange(m_impl->orphaned, false);
    if (outcome.result && !orphaned) {
        m_result = outcome.result;
        // A trial adds to the result of the run before it.
        if (!m_impl->trying) {
            m_impl->ranOn = std::move(m_impl->pendingDesign);
            m_impl->ranScenario = m_impl->pendingScenario;
            m_impl->ranSnapshot = m_impl->pendingSnapshot;
        }
        m_impl->comparedYet = false;
    }
    if (!outcome.error.isEmpty() && !orphaned)
        emit failed(outcome.error);
    emit finished();
}

void RunSession::adopt(RunResult result)
{
    result.revision = m_document.revision();
    m_impl->ranSnapshot = m_document.snapshot();
    m_impl->ranScenario = ScenarioId{result.report.provenance.scenario};
    m_impl->ranOn = withoutLooks(*m_impl->ranSnapshot, m_impl->ranScenario);
    m_impl->comparedYet = false;
    m_result = std::make_shared<const RunResult>(std::move(result));
    emit finished();
}

bool RunSession::isStale() const
{
    if (!m_result)
        return false;
    if (m_impl->ranScenario != m_document.currentScenario())
        return true;
    if (!m_impl->comparedYet || m_impl->comparedRevision != m_document.revision()) {
        m_impl->comparedEqual = m_result->revision == m_document.revision()
                                || withoutLooks(m_document.design(), m_impl->ranScenario) == m_impl->ranOn;
        m_impl->comparedRevision = m_document.revision();
        m_impl->comparedYet = true;
    }
    return !m_impl->comparedEqual;
}

void RunSession::setPriceChoice(const PriceChoice& choice)
{
    m_priceChoice = choice;
    requestEstimate();
    if (!m_result || !m_impl->ranSnapshot)
        return;
    auto repriced = std::make_shared<RunResult>(*m_result);
    price(*repriced, *m_impl->ranSnapshot, m_document.library(), m_priceChoice);
    m_result = std::move(repriced);
    emit finished();
}

void RunSession::requestEstimate()
{
    // A running pause is left alone: the first edit of a long drag shows after 60 ms, not after the drag.
    m_impl->wanted = true;
    if (!m_impl->pause.isActive())
        m_impl->pause.start();
}

void RunSession::startEstimate()
{
    // One at a time; takeEstimate() starts the next with whatever is newest then.
    if (m_impl->estimate.isRunning() || !m_impl->wanted)
        return;
    m_impl->wanted = false;
    m_impl->estimate.setFuture(
        QtConcurrent::run(&m_impl->pool, [design = m_document.snapshot(), &library = m_document.library(),
                                          scenario = m_document.currentScenario(), choice = m_priceChoice,
                                          revision = m_document.revision()] {
            return estimateOf(*design, library, scenario, choice, revision);
        }));
}

void RunSession::takeEstimate()
{
    const QFuture<LiveEstimate> future = m_impl->estimate.future();
    if (future.resultCount() > 0) {
        LiveEstimate estimate = future.result();
        // An estimate of a design that is gone, or of another scenario, would flash wrong numbers.
        const bool current =
            estimate.scenario == m_document.currentScenario() && estimate.revision >= m_estimate.revision;
        if (current) {
            m_estimate = std::move(estimate);
            emit estimated();
        }
    }
    if (m_impl->wanted && !m_impl->pause.isActive())
        startEstimate();
}

}  // namespace plimsoll
