// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/run/difference_session.h"

#include "app/desktop/run/awaited.h"
#include "app/desktop/text/format.h"
#include "app/desktop/text/parameter_text.h"
#include "model/catalog/connection_parameters.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QThreadPool>

#include <algorithm>
#include <exception>
#include <utility>

namespace plimsoll {

namespace {

struct Estimated {
    std::shared_ptr<const Design> design;
    std::optional<FlowReport> flow;
    std::optional<Bill> bill;
};

Estimated estimateOf(std::shared_ptr<const Design> design, const ServiceLibrary& library,
                     const ScenarioId& scenario, const PriceChoice& price)
{
    Estimated estimated{std::move(design), {}, {}};
    // Whatever the other file holds must not take the open design with it.
    try {
        const Scenario* known = findScenario(*estimated.design, scenario);
        const Scenario* chosen = known ? known : findScenario(*estimated.design, {});
        if (!chosen)
            return estimated;
        if (Result<FlowReport> flow = estimateFlow(*estimated.design, library, chosen->id))
            estimated.flow = std::move(*flow);
        if (Result<Bill> bill = estimateBill(*estimated.design, library, chosen->id, price))
            estimated.bill = std::move(*bill);
    } catch (const std::exception&) {
        return estimated;
    }
    return estimated;
}

QString nameIn(const Design& design, const Id& id)
{
    return QString::fromStdString(labelOf(design, id));
}

const FlowComponent* flowOf(const std::optional<FlowReport>& flow, const Id& id)
{
    return flow ? findComponent(*flow, id) : nullptr;
}

const LimitUse* limitOf(const FlowComponent* component, const std::string& limit)
{
    if (!component)
        return nullptr;
    const auto at = std::find_if(component->limits.begin(), component->limits.end(),
                                 [&](const LimitUse& each) { return each.limit == limit; });
    return at == component->limits.end() ? nullptr : &*at;
}

const LimitUse* closestOf(const FlowComponent* component)
{
    if (!component || component->limits.empty())
        return nullptr;
    return &*std::max_element(
        component->limits.begin(), component->limits.end(),
        [](const LimitUse& a, const LimitUse& b) { return a.utilisation < b.utilisation; });
}

}  // namespace

ItemDifference worded(ItemDifference item, const Design& holder, const ServiceCatalog& catalog)
{
    const auto serviceOf = [&](const Id& id) {
        const Component* component = findComponent(holder, id);
        return component ? catalog.find(component->service) : nullptr;
    };
    std::vector<ParameterSpec> known;
    if (const Connection* connection = item.isConnection ? findConnection(holder, item.id) : nullptr) {
        const ServiceSpec *from = serviceOf(connection->from), *to = serviceOf(connection->to);
        if (from && to)
            known = connectionParameters(kindOf(*connection, *from, *to), *from, *to);
    } else if (const ServiceSpec* spec = serviceOf(item.id)) {
        known = spec->parameters;
    }
    for (ParameterDifference& each : item.parameters) {
        const auto spec = std::find_if(known.begin(), known.end(), [&](const ParameterSpec& parameter) {
            return parameter.id == each.parameter;
        });
        if (spec == known.end())
            continue;
        each.parameter = coreText(spec->name).toStdString();
        for (std::optional<ParameterValue>* value : {&each.before, &each.after})
            if (*value)
                *value = parameterText(*spec, toString(**value)).toStdString();
    }
    return item;
}

struct DifferenceSession::Implementation {
    QThreadPool pool;
    Awaited<Estimated> watcher;
    Estimated other;
    ScenarioId scenario;  ///< that the other was estimated for
};

DifferenceSession::DifferenceSession(DesignDocument& document, RunSession& session, QObject* parent)
    : QObject{parent}, m_impl{std::make_unique<Implementation>()}, m_document{document}, m_session{session}
{
    m_impl->pool.setMaxThreadCount(1);
    connect(&m_impl->watcher, &QFutureWatcherBase::finished, this, [this] {
        m_impl->other = m_impl->watcher.result();
        if (m_other && (m_impl->other.design != m_other || m_impl->scenario != m_document.currentScenario()))
            estimateOther();
        refresh();
    });
    connect(&m_document, &DesignDocument::revisionChanged, this, &DifferenceSession::refresh);
    connect(&m_session, &RunSession::estimated, this, &DifferenceSession::refresh);
    connect(&m_document, &DesignDocument::currentScenarioChanged, this, &DifferenceSession::estimateOther);
    connect(&m_document, &DesignDocument::designReplaced, this, [this] { setOther(nullptr, {}); });
}

DifferenceSession::~DifferenceSession()
{
    m_impl->watcher.disconnect(this);
    m_impl->watcher.waitForFinished();
}

void DifferenceSession::setOther(std::shared_ptr<const Design> other, const QString& name)
{
    if (!other && !m_other)
        return;
    m_other = std::move(other);
    m_name = name;
    m_impl->other = {};
    estimateOther();
    refresh();
}

void DifferenceSession::estimateOther()
{
    if (!m_other || m_impl->watcher.isBusy())
        return;
    m_impl->scenario = m_document.currentScenario();
    m_impl->watcher.await(
        QtConcurrent::run(&m_impl->pool, [design = m_other, &library = m_document.library(),
                                          scenario = m_impl->scenario, price = m_session.priceChoice()] {
            return estimateOf(design, library, scenario, price);
        }));
}

DifferenceRow DifferenceSession::rowOf(ItemDifference item) const
{
    DifferenceRow row;
    const bool gone = item.kind == ItemDifference::Kind::Removed;
    const bool fresh = item.kind == ItemDifference::Kind::Added;
    const Design& holder = gone ? *m_other : m_document.design();
    row.name = nameIn(holder, item.id);
    if (item.isConnection) {
        if (const Connection* connection = findConnection(holder, item.id))
            row.name = nameIn(holder, connection->from) + QStringLiteral(" \u2192 ")
                       + nameIn(holder, connection->to);
        row.item = worded(std::move(item), holder, m_document.catalog());
        return row;
    }
    const LiveEstimate& estimate = m_session.estimate();
    const Estimated& other = m_impl->other;
    if (!gone && estimate.bill)
        row.now.monthly = estimate.bill->totalOf(item.id);
    if (!fresh && other.bill)
        row.then.monthly = other.bill->totalOf(item.id);
    const FlowComponent* now = gone ? nullptr : flowOf(estimate.flow, item.id);
    const FlowComponent* then = fresh ? nullptr : flowOf(other.flow, item.id);
    const LimitUse* closest = closestOf(now) ? closestOf(now) : closestOf(then);
    if (closest) {
        row.limit = QString::fromStdString(closest->label);
        row.unit = QString::fromStdString(closest->unit);
        if (const LimitUse* limit = limitOf(now, closest->limit))
            row.now.capacity = limit->capacity;
        if (const LimitUse* limit = limitOf(then, closest->limit))
            row.then.capacity = limit->capacity;
    }
    row.item = worded(std::move(item), holder, m_document.catalog());
    return row;
}

std::optional<Money> DifferenceSession::totalThen() const
{
    return m_impl->other.bill ? std::optional{m_impl->other.bill->total} : std::nullopt;
}

std::optional<Money> DifferenceSession::totalNow() const
{
    const std::optional<Bill>& bill = m_session.estimate().bill;
    return bill ? std::optional{bill->total} : std::nullopt;
}

void DifferenceSession::refresh()
{
    if (!m_other && m_rows.empty() && m_name.isEmpty())
        return;
    m_rows.clear();
    if (m_other)
        for (ItemDifference& each : differenceOf(*m_other, m_document.design(), m_document.currentScenario()))
            m_rows.push_back(rowOf(std::move(each)));
    emit changed();
}

}  // namespace plimsoll
