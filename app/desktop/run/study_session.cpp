// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/run/study_session.h"

#include "app/cli/arguments.h"
#include "app/desktop/document/commands/restore_design.h"
#include "app/desktop/run/awaited.h"
#include "app/desktop/run/promise_monitor.h"
#include "app/desktop/text/format.h"
#include "app/desktop/text/parameter_text.h"
#include "model/support/derivation.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QPromise>
#include <QtCore/QThread>
#include <QtCore/QThreadPool>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <deque>
#include <exception>
#include <mutex>

namespace plimsoll {

namespace {

constexpr std::string_view kRate = ".rate";

struct StudyOutcome {
    std::optional<Sweep> sweep;
    std::optional<SizeSearch> search;
    QString error;
};

/// `producers.rate` is what a source sends; everything else is a parameter.
Status setInput(Design& design, const ServiceCatalog& catalog, const ScenarioId& scenario,
                const std::string& input, const std::string& value, double monthHours)
{
    if (input.ends_with(kRate)) {
        const std::string owner = input.substr(0, input.size() - kRate.size());
        const Component* component = findComponent(design, owner);
        const ServiceSpec* spec = component ? catalog.find(component->service) : nullptr;
        if (spec && spec->isSource)
            return applyRate(design, catalog, scenario, owner + "=" + value, monthHours);
    }
    return applySetting(design, catalog, input + "=" + value);
}

/// Values about the present one that a first sweep may try.
QString about(double now, double minimum, double maximum, bool whole)
{
    constexpr double kFewUnits = 12;
    if (whole && now <= kFewUnits) {
        const double from = std::max({minimum, 1.0, now - 1});
        return QStringLiteral("%1:%2:1").arg(from).arg(std::min(maximum, from + 4));
    }
    QStringList values;
    for (const double factor : {0.5, 0.75, 1.0, 1.5, 2.0}) {
        const double value = std::clamp(whole ? std::round(now * factor) : now * factor, minimum, maximum);
        if (const QString text = QString::fromStdString(plainNumber(value, 12)); !values.contains(text))
            values << text;
    }
    return values.join(u',');
}

QString suggestionOf(const ParameterSpec& spec, const ParameterValue& value)
{
    if (spec.type == ParameterType::Boolean)
        return QStringLiteral("false,true");
    if (spec.type == ParameterType::Choice) {
        QStringList values;
        for (const ParameterChoice& choice : spec.choices)
            values << QString::fromStdString(choice.value);
        return values.join(u',');
    }
    const double least = std::max(spec.minimum, 0.0);
    const double most = spec.maximum > spec.minimum ? spec.maximum : 1e15;
    return about(std::max(asNumber(value, least), least), least, most, spec.type == ParameterType::Integer);
}

}  // namespace

struct StudySession::Implementation {
    QThreadPool pool;
    Awaited<StudyOutcome> watcher;
    std::atomic<bool> stop{false};
    bool orphaned = false;
    ScenarioId scenario;
    double monthHours = 730;

    // Written by the workers, read by the window.
    std::mutex guard;
    std::deque<std::pair<std::size_t, SweptPoint>> points;
    std::deque<std::pair<std::vector<SearchKnob>, SearchTrial>> trials;

    /// Runs `study` on the worker; what it throws becomes an error.
    template <class Study>
    void run(Study study)
    {
        stop = false;
        {
            const std::lock_guard lock{guard};
            points.clear();
            trials.clear();
        }
        watcher.await(
            QtConcurrent::run(&pool, [study = std::move(study), this](QPromise<StudyOutcome>& promise) {
                promise.setProgressRange(0, kProgressSteps);
                PromiseMonitor monitor{promise, stop};
                // A lack of memory in a study must not take the user's unsaved work with it.
                try {
                    promise.addResult(study(monitor));
                } catch (const std::exception& exception) {
                    promise.addResult(StudyOutcome{{}, {}, QString::fromUtf8(exception.what())});
                }
            }));
    }
};

StudySession::StudySession(DesignDocument& document, QObject* parent)
    : QObject{parent}, m_impl{std::make_unique<Implementation>()}, m_document{document}
{
    m_impl->pool.setMaxThreadCount(1);
    connect(&m_impl->watcher, &QFutureWatcherBase::progressValueChanged, this, [this](int value) {
        takeNews();
        emit progressed(static_cast<double>(value) / kProgressSteps);
    });
    connect(&m_impl->watcher, &QFutureWatcherBase::finished, this, &StudySession::take);
    connect(&m_document, &DesignDocument::designReplaced, this, [this] {
        m_impl->orphaned = isRunning();
        cancel();
        m_sweep.reset();
        m_search.reset();
        emit changed();
    });
}

StudySession::~StudySession()
{
    m_impl->stop = true;
    m_impl->watcher.disconnect(this);
    m_impl->watcher.waitForFinished();
}

std::vector<StudyInput> StudySession::inputs() const
{
    std::vector<StudyInput> inputs;
    const Design& design = m_document.design();
    const Scenario* scenario = findScenario(design, m_document.currentScenario());
    for (const Component& component : design.components) {
        const ServiceSpec* spec = m_document.catalog().find(component.service);
        if (!spec)
            continue;
        if (spec->isSource && !spec->sendsUnasked && scenario)
            if (const auto traffic = scenario->traffic.find(component.id); traffic != scenario->traffic.end())
                inputs.push_back({component.id + std::string{kRate},
                                  nameOf(component.id + std::string{kRate}),
                                  about(traffic->second.ratePerSecond, 0, 1e9, false), true});
        for (const ParameterSpec& parameter : spec->parameters) {
            if (parameter.type == ParameterType::Text || parameter.type == ParameterType::Structured)
                continue;
            const auto own = component.parameters.find(parameter.id);
            const ParameterValue& value =
                own == component.parameters.end() ? parameter.defaultValue : own->second;
            const std::string input = component.id + "." + parameter.id;
            inputs.push_back({input, nameOf(input), suggestionOf(parameter, value), parameter.sizable});
        }
    }
    std::stable_partition(inputs.begin(), inputs.end(), [](const StudyInput& each) { return each.isSize; });
    return inputs;
}

const ParameterSpec* StudySession::parameterOf(const std::string& input) const
{
    const Component* component = findComponent(m_document.design(), input.substr(0, input.find('.')));
    const ServiceSpec* spec = component ? m_document.catalog().find(component->service) : nullptr;
    return spec ? findParameter(*spec, input.substr(std::min(input.size(), input.find('.') + 1))) : nullptr;
}

QString StudySession::nameOf(const std::string& input) const
{
    const ParameterSpec* parameter = parameterOf(input);
    const std::string what = input.substr(std::min(input.size(), input.find('.') + 1));
    return tr("%1: %2", "a component and its input")
        .arg(QString::fromStdString(labelOf(m_document.design(), input.substr(0, input.find('.')))),
             parameter             ? coreText(parameter->name)
             : "." + what == kRate ? tr("rate")
                                   : QString::fromStdString(what));
}

QString StudySession::valueOf(const std::string& input, const std::string& value) const
{
    const QString text = QString::fromStdString(value);
    const ParameterSpec* parameter = parameterOf(input);
    if (parameter)
        return parameterText(*parameter, value);
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? Format{}.rate(number) : text;
}

QStringList StudySession::namedSettingsOf(std::size_t at) const
{
    QStringList named;
    for (const auto& [input, value] : settingsOf(at))
        named << QStringLiteral("%1 = %2").arg(nameOf(input), valueOf(input, value));
    return named;
}

void StudySession::startSweep(std::vector<SweepAxis> axes, int replications, std::string metric,
                              const PriceChoice& price)
{
    if (isRunning())
        return;
    m_impl->scenario = m_document.currentScenario();
    m_impl->monthHours = price.bill.monthHours;
    m_search.reset();
    m_sweep.emplace();
    m_sweep->axes = axes;
    m_sweep->metric = metric;
    m_sweep->scenario = m_impl->scenario;
    m_sweep->partial = true;
    SweepOptions options;
    options.scenario = m_impl->scenario;
    options.price = price;
    options.replications = replications;
    // One processor stays with the window.
    options.threads = std::max(1, QThread::idealThreadCount() - 1);
    options.axes = std::move(axes);
    options.metric = std::move(metric);
    options.setInput = [&library = m_document.library(), scenario = m_impl->scenario,
                        hours = m_impl->monthHours](Design& design, const std::string& input,
                                                    const std::string& value) {
        return setInput(design, library.catalog(), scenario, input, value, hours);
    };
    options.pointDone = [this](std::size_t at, const SweptPoint& point) {
        const std::lock_guard lock{m_impl->guard};
        m_impl->points.emplace_back(at, point);
    };
    m_impl->run([design = m_document.snapshot(), &library = m_document.library(),
                 options = std::move(options)](RunMonitor& monitor) {
        Result<Sweep> done = plimsoll::sweep(*design, library, options, monitor);
        return done ? StudyOutcome{std::move(*done), {}, {}} : StudyOutcome{{}, {}, coreText(done.error())};
    });
    emit started();
    emit changed();
}

void StudySession::startSearch(const PriceChoice& price)
{
    if (isRunning())
        return;
    m_impl->scenario = m_document.currentScenario();
    m_impl->monthHours = price.bill.monthHours;
    m_sweep.reset();
    m_search.emplace();
    m_search->partial = true;
    SearchOptions options;
    options.scenario = m_impl->scenario;
    options.price = price;
    options.threads = std::max(1, QThread::idealThreadCount() - 1);
    options.trialDone = [this](const std::vector<SearchKnob>& knobs, const SearchTrial& trial) {
        const std::lock_guard lock{m_impl->guard};
        m_impl->trials.emplace_back(knobs, trial);
    };
    m_impl->run([design = m_document.snapshot(), &library = m_document.library(),
                 options = std::move(options)](RunMonitor& monitor) {
        Result<SizeSearch> done = searchSize(*design, library, options, monitor);
        return done ? StudyOutcome{{}, std::move(*done), {}} : StudyOutcome{{}, {}, coreText(done.error())};
    });
    emit started();
    emit changed();
}

void StudySession::cancel()
{
    m_impl->stop = true;
}

bool StudySession::isRunning() const
{
    return m_impl->watcher.isBusy();
}

void StudySession::takeNews()
{
    bool news = false;
    {
        const std::lock_guard lock{m_impl->guard};
        news = !m_impl->points.empty() || !m_impl->trials.empty();
        for (; m_sweep && !m_impl->points.empty(); m_impl->points.pop_front()) {
            auto& [at, point] = m_impl->points.front();
            if (m_sweep->points.empty()) {
                std::size_t count = 1;
                for (const SweepAxis& axis : m_sweep->axes)
                    count *= axis.values.size();
                m_sweep->points.resize(count);
            }
            if (m_sweep->metric.empty())
                m_sweep->metric = point.metric.name;
            m_sweep->points[at] = std::move(point);
        }
        for (; m_search && !m_impl->trials.empty(); m_impl->trials.pop_front()) {
            m_search->knobs = std::move(m_impl->trials.front().first);
            m_search->trials.push_back(std::move(m_impl->trials.front().second));
        }
    }
    if (!news)
        return;
    if (m_sweep)
        m_sweep->front = paretoFront(m_sweep->points);
    emit changed();
}

void StudySession::take()
{
    const QFuture<StudyOutcome> future = m_impl->watcher.future();
    StudyOutcome outcome = future.resultCount() > 0 ? future.result() : StudyOutcome{};
    if (!std::exchange(m_impl->orphaned, false)) {
        takeNews();
        if (outcome.sweep)
            m_sweep = std::move(outcome.sweep);
        if (outcome.search)
            m_search = std::move(outcome.search);
        if (!outcome.error.isEmpty())
            emit failed(outcome.error);
        emit changed();
    }
    emit finished();
}

std::vector<std::pair<std::string, std::string>> StudySession::settingsOf(std::size_t at) const
{
    std::vector<std::pair<std::string, std::string>> settings;
    if (m_sweep && at < m_sweep->points.size()) {
        const std::vector<std::string> values = m_sweep->valuesOf(at);
        for (std::size_t axis = 0; axis < m_sweep->axes.size(); ++axis)
            settings.emplace_back(m_sweep->axes[axis].input, values[axis]);
    } else if (m_search && at < m_search->trials.size()) {
        const std::vector<double>& values = m_search->trials[at].values;
        for (std::size_t knob = 0; knob < std::min(values.size(), m_search->knobs.size()); ++knob)
            settings.emplace_back(m_search->knobs[knob].id, plainNumber(values[knob], 12));
    }
    return settings;
}

Status StudySession::load(std::size_t at)
{
    Design changed = m_document.design();
    for (const auto& [input, value] : settingsOf(at)) {
        if (const Status set =
                setInput(changed, m_document.catalog(), m_impl->scenario, input, value, m_impl->monthHours);
            !set)
            return set;
    }
    auto command = std::make_unique<RestoreDesign>(
        m_document, changed, tr("Set %1").arg(namedSettingsOf(at).join(QStringLiteral(", "))));
    if (!command->isEmpty())
        m_document.undoStack().push(command.release());
    return Done{};
}

}  // namespace plimsoll
