// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/timeline/timeline_parts.h"
#include "app/desktop/timeline/timeline_track.h"

#include "app/desktop/document/commands/set_scenario.h"
#include "app/desktop/document/scenario_items.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/text/format.h"
#include "model/catalog/parameter_changes.h"

#include <QtGui/QContextMenuEvent>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QMenu>

#include <algorithm>
#include <utility>

// What the mouse does on the track, and what its menu adds to the scenario.

namespace plimsoll {

std::optional<TimelineTrack::Handle> TimelineTrack::handleAt(QPointF where) const
{
    std::optional<Handle> found;
    // The ends of a bar lie above it, and marks above both.
    for (Handle& each : handles())
        if (each.area.contains(where) && (!found || found->kind == Kind::Bar || each.kind == Kind::Mark))
            found = std::move(each);
    return found;
}

void TimelineTrack::change(const std::function<void(Scenario&)>& edit, const QString& mergeKey)
{
    const Scenario* shown = scenario();
    if (!shown)
        return;
    Scenario changed = m_before.value_or(*shown);
    edit(changed);
    if (!(changed == *shown))
        m_document.undoStack().push(new SetScenario{m_document, std::move(changed), mergeKey});
}

void TimelineTrack::changeTraffic(const std::function<void(TrafficProfile&)>& edit)
{
    change([&](Scenario& changed) { edit(changed.traffic[m_source]); });
}

void TimelineTrack::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragged = handleAt(event->position());
    if (m_dragged) {
        m_before = *scenario();
        m_grab = secondsAt(event->position().x()) - m_dragged->seconds;
        m_topRate = peakOf(*m_before);
        ++m_drags;
        return;
    }
    m_scrubbing = m_session.result() != nullptr;
    if (m_scrubbing)
        emit scrubbed(secondsAt(event->position().x()));
}

void TimelineTrack::mouseMoveEvent(QMouseEvent* event)
{
    m_saidAt = event->pos();
    if (m_dragged && (event->buttons() & Qt::LeftButton)) {
        const double seconds = snapped(secondsAt(event->position().x()) - m_grab);
        const double rate = rateAt(event->position().y());
        change([&](Scenario& changed) { m_dragged->apply(changed, seconds, rate); },
               QStringLiteral("timeline/%1").arg(m_drags));
        if (const Scenario* shown = scenario())
            m_said = m_dragged->say(*shown);
        update();
        return;
    }
    if (m_scrubbing) {
        emit scrubbed(secondsAt(event->position().x()));
        return;
    }
    const std::optional<Handle> over = handleAt(event->position());
    setCursor(over ? over->cursor : m_session.result() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    const Scenario* shown = scenario();
    m_said = over && shown ? over->say(*shown) : QString{};
    update();
}

void TimelineTrack::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragged.reset();
    m_before.reset();
    m_topRate.reset();
    m_scrubbing = false;
    m_said.clear();
    update();
}

void TimelineTrack::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_scrubbing = false;
    const Scenario* shown = scenario();
    if (const std::optional<Handle> over = handleAt(event->position()); over && !over->link.isEmpty()) {
        emit editRequested(over->link);
        return;
    }
    if (!shown || !plot().contains(event->position()) || handleAt(event->position())
        || shown->traffic.find(m_source) == shown->traffic.end())
        return;
    const TrafficProfile& profile = shown->traffic.at(m_source);
    if (profile.shape != TrafficShape::Constant && profile.shape != TrafficShape::Step)
        return;
    const double load = std::max(1e-9, profile.load * shown->load);
    const RateLevel level{
        snapped(secondsAt(event->position().x())), roundedRate(rateAt(event->position().y()) / load), {}};
    changeTraffic([&](TrafficProfile& traffic) {
        traffic.shape = TrafficShape::Step;
        const auto behind =
            std::find_if(traffic.levels.begin(), traffic.levels.end(),
                         [&](const RateLevel& each) { return each.atSeconds > level.atSeconds; });
        traffic.levels.insert(behind, level);
    });
}

QMenu* TimelineTrack::menuAt(QPoint where)
{
    auto* menu = new QMenu{this};
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Scenario* shown = scenario();
    if (!shown)
        return menu;
    if (const std::optional<Handle> over = handleAt(where); over && over->remove) {
        menu->addAction(tr("Edit\u2026"), this, [this, link = over->link] { emit editRequested(link); });
        menu->addAction(tr("Delete"), this, [this, remove = over->remove] { change(remove); });
        menu->addSeparator();
    }
    const double at = snapped(secondsAt(where.x()));
    if (shown->traffic.find(m_source) != shown->traffic.end()) {
        menu->addAction(tr("Add a spike here"), this, [this, at] {
            TrafficSpike spike = newSpike(duration());
            spike.startSeconds = at;
            changeTraffic([&](TrafficProfile& traffic) { traffic.spikes.push_back(spike); });
        });
        menu->addAction(tr("Add a pause here"), this, [this, at] {
            TrafficPause pause = newPause(duration());
            pause.startSeconds = at;
            changeTraffic([&](TrafficProfile& traffic) { traffic.pauses.push_back(pause); });
        });
    }
    addMenus(*menu, at);
    return menu;
}

template <class Item>
void TimelineTrack::addItem(std::vector<Item> Scenario::*items, const char* list, Item item, double seconds)
{
    const Scenario* now = scenario();
    if (!now)
        return;
    const std::size_t index = (now->*items).size();
    item.startSeconds = seconds;
    change([&](Scenario& changed) { (changed.*items).push_back(item); });
    emit editRequested(QStringLiteral("scenario:%1/%2").arg(QLatin1String{list}).arg(index));
}

void TimelineTrack::addMenus(QMenu& menu, double seconds)
{
    const Design& design = m_document.design();
    const ServiceCatalog& catalog = m_document.catalog();
    const auto iconOf = [&](const ComponentId& id) {
        const Component* component = findComponent(design, id);
        return Theme::current().serviceIcon(QString::fromStdString(component ? component->service : ""));
    };
    const TimedFits fits = timedFits(design, catalog, IntegrationTable::builtin());
    QMenu* faults = menu.addMenu(tr("Add a fault here"));
    for (const Component& component : design.components) {
        const ServiceSpec* spec = catalog.find(component.service);
        if (!spec || spec->isSource)
            continue;
        faults->addAction(iconOf(component.id), nameIn(design, component.id), this,
                          [this, seconds, id = component.id] {
                              Fault fault = newFault(m_document.design(), m_document.catalog(), *scenario());
                              fault.component = id;
                              addItem(&Scenario::faults, "faults", fault, seconds);
                          });
    }
    QMenu* changes = menu.addMenu(tr("Add a change here"));
    for (const TimedFits::Changeable& each : fits.changes) {
        const Component* component = findComponent(design, each.component);
        const ParameterSpec* parameter = findParameter(*catalog.find(component->service), each.parameter);
        changes->addAction(
            iconOf(each.component),
            tr("%1: %2", "a component and its parameter")
                .arg(nameIn(design, each.component), coreText(parameter->name)),
            this, [this, seconds, each] {
                addItem(&Scenario::changes, "changes",
                        newChange(m_document.design(), m_document.catalog(), *scenario(), each), seconds);
            });
    }
    QMenu* replays = menu.addMenu(tr("Add a replay here"));
    for (const ConnectionId& each : fits.replays) {
        const Connection& over = *findConnection(design, each);
        replays->addAction(iconOf(over.to),
                           tr("%1 reads %2 again").arg(nameIn(design, over.to), nameIn(design, over.from)),
                           this, [this, seconds, each] {
                               Replay replay = newReplay(*scenario(), {});
                               replay.connection = each;
                               addItem(&Scenario::replays, "replays", replay, seconds);
                           });
    }
    QMenu* redrives = menu.addMenu(tr("Add a redrive here"));
    for (const ComponentId& each : fits.redrives)
        redrives->addAction(iconOf(each), nameIn(design, each), this, [this, seconds, each] {
            Redrive redrive = newRedrive(*scenario(), {});
            redrive.component = each;
            addItem(&Scenario::redrives, "redrives", redrive, seconds);
        });
    // What no component of the design can have is not offered.
    for (QMenu* each : {changes, replays, redrives})
        each->menuAction()->setVisible(!each->isEmpty());
    faults->setEnabled(!faults->isEmpty());
}

void TimelineTrack::contextMenuEvent(QContextMenuEvent* event)
{
    menuAt(event->pos())->popup(event->globalPos());
}

void TimelineTrack::leaveEvent(QEvent*)
{
    if (!m_dragged)
        m_said.clear();
    update();
}

}  // namespace plimsoll
