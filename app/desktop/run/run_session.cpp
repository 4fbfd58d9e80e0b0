// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/run/run_session.h"

#include "app/desktop/run/awaited.h"
#include "app/desktop/run/promise_monitor.h"
#include "app/desktop/text/format.h"
#include "app/study/alternatives.h"
#include "app/study/counterfactuals.h"
#include "model/design/placement.h"
#include "simulator/run/month/segment.h"

#include <QtConcurrent/QtConcurrentRun>
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

constexpr std::chrono::milliseconds kEstimatePause{60};

/// What a worker hands back: a result, or why there is none.
struct RunOutcome {
    std::shared_ptr<RunResult> result;
    QString error;
};

/// Forwards progress, answers isCancelled(). The stop flag is ours: a cancelled future would drop the partial report.
QString textOf(const Error& error)
{
    // A pointer to one of the file's lists says nothing to who looks at a window; the sentence does.
    Error shown = error;
    if (shown.place.rfind('/', 0) == 0 && shown.place.find('/', 1) == std::string::npos)
        shown.place.clear();
    QString text = coreText(shown);
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

/// The bills of the sides held against each other; null when there is nothing to compare or no price for a side.
std::shared_ptr<ComparedDesigns> comparedBills(const Design& design, const ServiceLibrary& library,
                                               const ScenarioId& scenario, const PriceChoice& price,
                                               const ComparisonChoice& choice)
{
    const std::vector<Contender> contenders = contendersOf(design, scenario, choice);
    if (contenders.size() < 2)
        return nullptr;
    ComparisonOptions options;
    options.scenario = scenario;
    options.price = price;
    RunMonitor monitor;
    Result<Comparison> comparison = compareDesigns(contenders, library, options, monitor);
    if (!comparison)
        return nullptr;
    auto compared = std::make_shared<ComparedDesigns>();
    compared->comparison = std::move(*comparison);
    compared->alternatives = areAlternatives(design, contenders, library, scenario, choice);
    return compared;
}

void price(RunResult& result, const Design& design, const ServiceLibrary& library, const PriceChoice& choice)
{
    Result<Bill> bill = billOf(result.report, design, library, choice);
    result.bill.reset();
    result.billError.clear();
    result.findings = result.report.findings;
    if (bill) {
        result.bill = std::move(*bill);
        std::vector<Finding> ofBill = billFindings(*result.bill, result.report.usage, library.catalog());
        result.findings.insert(result.findings.end(), std::make_move_iterator(ofBill.begin()),
                               std::make_move_iterator(ofBill.end()));
    } else {
        result.billError = textOf(bill.error());
    }
    result.remedies = remediesOf(design, result.report, result.findings, library, choice);
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
    if (result.compared && result.compared->alternatives)
        result.overBudget = judgeSides(result.verdict, design, result.report.provenance.scenario,
                                       result.compared->comparison);
}

RunOutcome runOn(const Design& design, const ServiceLibrary& library, RunOptions options,
                 const PriceChoice& choice, const ComparisonChoice& against, quint64 revision,
                 RunMonitor& monitor)
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
        result->compared = comparedBills(design, library, options.scenario, choice, against);
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

/// The result with the runs of the sides; of a cancelled comparison only the bills stay.
RunOutcome compareOn(const RunResult& before, const Design& design, const ServiceLibrary& library,
                     const ComparisonOptions& options, const ComparisonChoice& against, RunMonitor& monitor)
{
    try {
        const std::vector<Contender> contenders = contendersOf(design, options.scenario, against);
        if (contenders.size() < 2)
            return {};
        Result<Comparison> comparison = compareDesigns(contenders, library, options, monitor);
        // Stopped on the way it has no runs to tell apart, which is no failure.
        if (monitor.isCancelled())
            return {};
        if (!comparison)
            return {nullptr, textOf(comparison.error())};
        auto compared = std::make_shared<ComparedDesigns>();
        compared->comparison = std::move(*comparison);
        compared->alternatives = areAlternatives(design, contenders, library, options.scenario, against);
        compared->simulated = true;
        if (Result<Crossover> crossover = crossoverOf(contenders, library, options.scenario, options.price))
            compared->crossover = std::move(*crossover);
        auto result = std::make_shared<RunResult>(before);
        result->compared = std::move(compared);
        price(*result, design, library, options.price);
        return {std::move(result), {}};
    } catch (const std::exception& exception) {
        return {nullptr,
                RunSession::tr("The comparison stopped: %1").arg(QString::fromUtf8(exception.what()))};
    }
}

LiveEstimate estimateOf(const Design& design, const ServiceLibrary& library, const ScenarioId& scenario,
                        const PriceChoice& choice, const ComparisonChoice& against, quint64 revision)
{
    LiveEstimate estimate;
    estimate.revision = revision;
    estimate.scenario = scenario;
    try {
        estimate.issues = validate(design, library.catalog(), IntegrationTable::builtin());
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
        estimate.compared = comparedBills(design, library, scenario, choice, against);
    } catch (const std::exception& exception) {
        estimate.error = QString::fromUtf8(exception.what());
    }
    return estimate;
}

bool sameCosts(const Comparison& a, const Comparison& b)
{
    return std::equal(a.sides.begin(), a.sides.end(), b.sides.begin(), b.sides.end(),
                      [](const ComparedSide& x, const ComparedSide& y) {
                          return x.name == y.name && x.bill.total == y.bill.total;
                      });
}

template <class Item, class Same>
bool allSame(const std::vector<Item>& a, const std::vector<Item>& b, Same same)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

/// The branch that the component is in; empty where it is in none.
Id branchOf(const Design& design, const Component& component)
{
    const auto at = std::find_if(design.groups.begin(), design.groups.end(),
                                 [&](const Group& each) { return each.id == component.group; });
    return at != design.groups.end() && at->kind == "branch" ? at->id : Id{};
}

/// Whether a run on either would find the same: all but what only the eye sees. It is asked after every edit, so it
/// compares in place.
bool runAlike(const Design& a, const Design& b, const ScenarioId& scenario)
{
    const auto scenarios = [&](const Scenario& x, const Scenario& y) {
        if (x.id != y.id)
            return false;
        if (a.month.empty() && x.id != scenario)
            return true;
        Scenario unlabelled = y;
        unlabelled.label = x.label;
        return x == unlabelled;
    };
    return a.region == b.region
           && a.month == b.month
           // Of the groups only what they mean counts: a zone may decide a price, a branch is a side of a comparison.
           && allSame(a.components, b.components,
                      [&](const Component& x, const Component& y) {
                          return x.id == y.id && x.service == y.service && x.parameters == y.parameters
                                 && placementOf(a, x) == placementOf(b, y)
                                 && branchOf(a, x) == branchOf(b, y);
                      })
           && allSame(a.connections, b.connections,
                      [](const Connection& x, const Connection& y) {
                          return x.id == y.id && x.from == y.from && x.to == y.to
                                 && x.parameters == y.parameters;
                      })
           && (a.month.empty()
                   ? scenarios(findScenario(a, scenario) ? *findScenario(a, scenario) : Scenario{},
                               findScenario(b, scenario) ? *findScenario(b, scenario) : Scenario{})
                   : allSame(a.scenarios, b.scenarios, scenarios));
}

}  // namespace

struct RunSession::Implementation {
    QThreadPool pool;
    Awaited<RunOutcome> run;
    std::atomic<bool> stop{false};
    Work work = Work::Run;    ///< what runs
    bool startAgain = false;  ///< a run was asked for while sides were compared
    quint64 startSeed = 1;
    bool orphaned = false;  ///< the document was replaced under the run in progress
    ScenarioId ranScenario;
    ScenarioId pendingScenario;
    std::shared_ptr<const Design> ranSnapshot, pendingSnapshot;
    std::shared_ptr<SegmentCache> segments = std::make_shared<SegmentCache>();

    Awaited<LiveEstimate> estimate;
    Awaited<Crossover> crossover;
    quint64 crossoverRevision = 0;
    bool crossoverOfOne = false;  ///< of the open design alone
    bool costCurveWanted = false;
    Crossover costCurve;
    std::optional<quint64> costCurveRevision;
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
    // One thread for the run, one for the estimate, one for the crossover, so that editing stays live while a long
    // run goes on.
    m_impl->pool.setMaxThreadCount(3);
    m_impl->pause.setSingleShot(true);
    m_impl->pause.setInterval(kEstimatePause);
    connect(&m_impl->pause, &QTimer::timeout, this, &RunSession::startEstimate);
    connect(&m_impl->run, &QFutureWatcherBase::progressValueChanged, this,
            [this](int value) { emit progressed(static_cast<double>(value) / kProgressSteps); });
    connect(&m_impl->run, &QFutureWatcherBase::finished, this, &RunSession::takeRun);
    connect(&m_impl->estimate, &QFutureWatcherBase::finished, this, &RunSession::takeEstimate);
    connect(&m_impl->crossover, &QFutureWatcherBase::finished, this, &RunSession::takeCrossover);
    connect(&m_document, &DesignDocument::revisionChanged, this, &RunSession::requestEstimate);
    connect(&m_document, &DesignDocument::currentScenarioChanged, this, &RunSession::requestEstimate);
    connect(&m_document, &DesignDocument::designReplaced, this, [this] {
        // Another design's numbers next to this one would be read as its own.
        m_impl->orphaned = isRunning();
        cancel();
        m_impl->startAgain = false;
        m_result.reset();
        m_estimate = {};
        m_comparisonChoice = {};
        emit comparisonChanged();
    });
    requestEstimate();
}

RunSession::~RunSession()
{
    m_impl->stop = true;
    m_impl->run.disconnect(this);
    m_impl->estimate.disconnect(this);
    m_impl->crossover.disconnect(this);
    m_impl->run.waitForFinished();
    m_impl->estimate.waitForFinished();
    m_impl->crossover.waitForFinished();
}

bool RunSession::isRunning() const
{
    return m_impl->run.isBusy();
}

void RunSession::start(quint64 seed)
{
    if (isComparing()) {
        // The sides of the last run are no longer of interest.
        m_impl->startAgain = true;
        m_impl->startSeed = seed;
        cancel();
        return;
    }
    if (isRunning())
        return;
    m_impl->stop = false;
    m_impl->pendingSnapshot = m_document.snapshot();
    m_impl->pendingScenario = m_document.currentScenario();
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
    m_impl->work = Work::Run;
    m_impl->run.await(
        QtConcurrent::run(&m_impl->pool, [design = m_impl->pendingSnapshot, &library = m_document.library(),
                                          options, choice = m_priceChoice, against = m_comparisonChoice,
                                          revision = m_document.revision(),
                                          &stop = m_impl->stop](QPromise<RunOutcome>& promise) {
            promise.setProgressRange(0, kProgressSteps);
            PromiseMonitor monitor{promise, stop};
            promise.addResult(runOn(*design, library, options, choice, against, revision, monitor));
        }));
    emit started();
}

void RunSession::tryChanges()
{
    if (isRunning() || !m_result || isStale())
        return;
    m_impl->stop = false;
    m_impl->work = Work::Trial;
    TrialOptions options;
    options.scenario = m_impl->ranScenario;
    options.seed = m_result->report.provenance.seed;
    options.threads = std::max(1, QThread::idealThreadCount());
    options.price = m_priceChoice;
    m_impl->run.await(QtConcurrent::run(&m_impl->pool, [before = m_result, design = m_impl->ranSnapshot,
                                                        &library = m_document.library(), options,
                                                        &stop = m_impl->stop](QPromise<RunOutcome>& promise) {
        promise.setProgressRange(0, kProgressSteps);
        PromiseMonitor monitor{promise, stop};
        promise.addResult(tryOn(*before, *design, library, options, monitor));
    }));
    emit started();
}

bool RunSession::isTrying() const
{
    return m_impl->work == Work::Trial && isRunning();
}

void RunSession::setComparisonChoice(ComparisonChoice choice)
{
    m_comparisonChoice = std::move(choice);
    if (m_result && m_result->compared) {
        auto without = std::make_shared<RunResult>(*m_result);
        without->compared.reset();
        m_result = std::move(without);
    }
    emit comparisonChanged();
    requestEstimate();
}

void RunSession::compare()
{
    if (isRunning() || !m_result || isStale())
        return;
    m_impl->stop = false;
    m_impl->work = Work::Comparison;
    ComparisonOptions options;
    options.scenario = m_impl->ranScenario;
    options.price = m_priceChoice;
    options.simulate = true;
    options.run.seed = m_result->report.provenance.seed;
    options.run.threads = std::max(1, QThread::idealThreadCount());
    options.run.engine = Engine::Auto;
    options.run.sampling.cache = m_impl->segments;
    options.run.replications = std::max(kLeastPairs, m_result->report.provenance.replicationsAsked);
    m_impl->run.await(QtConcurrent::run(&m_impl->pool, [before = m_result, design = m_impl->ranSnapshot,
                                                        &library = m_document.library(), options,
                                                        against = m_comparisonChoice,
                                                        &stop = m_impl->stop](QPromise<RunOutcome>& promise) {
        promise.setProgressRange(0, kProgressSteps);
        PromiseMonitor monitor{promise, stop};
        promise.addResult(compareOn(*before, *design, library, options, against, monitor));
    }));
    emit started();
}

bool RunSession::isComparing() const
{
    return m_impl->work == Work::Comparison && isRunning();
}

const ComparedDesigns* RunSession::compared() const
{
    if (m_result && m_result->compared && !isStale())
        return m_result->compared.get();
    return m_estimate.compared.get();
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
    const Work work = m_impl->work;
    if (outcome.result && !orphaned)
        take(outcome.result, work);
    if (!outcome.error.isEmpty() && !orphaned)
        emit failed(outcome.error);
    emit finished();
    if (outcome.result && !orphaned)
        emit comparisonChanged();
    if (std::exchange(m_impl->startAgain, false))
        start(m_impl->startSeed);
    else if (work == Work::Run && m_result && !orphaned && m_result->compared
             && m_result->compared->alternatives && !m_result->report.provenance.partial)
        compare();
}

void RunSession::take(std::shared_ptr<const RunResult> result, Work work)
{
    m_result = std::move(result);
    // Trials and comparisons add to the result of the run before them.
    if (work == Work::Run) {
        m_impl->ranScenario = m_impl->pendingScenario;
        m_impl->ranSnapshot = m_impl->pendingSnapshot;
    }
    m_impl->comparedYet = false;
}

void RunSession::adopt(RunResult result)
{
    result.revision = m_document.revision();
    m_impl->ranSnapshot = m_document.snapshot();
    m_impl->ranScenario = ScenarioId{result.report.provenance.scenario};
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
                                || runAlike(*m_impl->ranSnapshot, m_document.design(), m_impl->ranScenario);
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
    repriced->compared.reset();  // its bills were of the old choice; the estimate has those of the new one
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
    if (m_impl->estimate.isBusy() || !m_impl->wanted)
        return;
    m_impl->wanted = false;
    m_impl->estimate.await(
        QtConcurrent::run(&m_impl->pool, [design = m_document.snapshot(), &library = m_document.library(),
                                          scenario = m_document.currentScenario(), choice = m_priceChoice,
                                          against = m_comparisonChoice, revision = m_document.revision()] {
            return estimateOf(*design, library, scenario, choice, against, revision);
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
            // Another note or name moves no price: the crossover that was found stays until the next is.
            if (estimate.compared && m_estimate.compared && estimate.scenario == m_estimate.scenario
                && sameCosts(estimate.compared->comparison, m_estimate.compared->comparison)) {
                auto compared = std::make_shared<ComparedDesigns>(*estimate.compared);
                compared->crossover = m_estimate.compared->crossover;
                estimate.compared = std::move(compared);
            }
            m_estimate = std::move(estimate);
            emit estimated();
            emit comparisonChanged();
        }
    }
    if (m_impl->wanted && !m_impl->pause.isActive())
        startEstimate();
    else if (!m_impl->wanted)
        startCrossover();
}

const Crossover* RunSession::costCurve() const
{
    if (const ComparedDesigns* held = compared(); held && held->alternatives)
        return held->crossover.curve.empty() ? nullptr : &held->crossover;
    return m_impl->costCurveRevision == m_document.revision() ? &m_impl->costCurve : nullptr;
}

void RunSession::requestCostCurve()
{
    if (costCurve() || m_impl->costCurveRevision == m_document.revision())
        return;
    m_impl->costCurveWanted = true;
    if (!m_impl->wanted && !m_impl->estimate.isBusy())
        startCrossover();
}

void RunSession::startCrossover()
{
    // A hundred estimates: only once the design has come to rest, and never in the way of the next estimate.
    const bool alternatives = m_estimate.compared && m_estimate.compared->alternatives;
    if (m_impl->crossover.isBusy() || !(alternatives || m_impl->costCurveWanted)
        || m_estimate.revision != m_document.revision())
        return;
    m_impl->costCurveWanted = false;
    m_impl->crossoverRevision = m_estimate.revision;
    m_impl->crossoverOfOne = !alternatives;
    m_impl->crossover.await(
        QtConcurrent::run(&m_impl->pool, [design = m_document.snapshot(), &library = m_document.library(),
                                          scenario = m_estimate.scenario, choice = m_priceChoice,
                                          against = m_comparisonChoice, alternatives] {
            Result<Crossover> found =
                crossoverOf(alternatives ? contendersOf(*design, scenario, against)
                                         : std::vector<Contender>{{design->title, *design}},
                            library, scenario, choice);
            return found ? std::move(*found) : Crossover{};
        }));
}

void RunSession::takeCrossover()
{
    const QFuture<Crossover> future = m_impl->crossover.future();
    if (future.resultCount() == 0)
        return;
    if (m_impl->crossoverRevision != m_estimate.revision) {
        m_impl->costCurveWanted = m_impl->crossoverOfOne;
        startCrossover();
        return;
    }
    if (m_impl->crossoverOfOne) {
        m_impl->costCurve = future.result();
        m_impl->costCurveRevision = m_impl->crossoverRevision;
        emit costCurveChanged();
        return;
    }
    if (!m_estimate.compared)
        return;
    auto compared = std::make_shared<ComparedDesigns>(*m_estimate.compared);
    compared->crossover = future.result();
    m_estimate.compared = std::move(compared);
    emit comparisonChanged();
    emit costCurveChanged();
}

}  // namespace plimsoll
