// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/timeline/timeline_track.h"

#include "app/desktop/document/commands/set_scenario.h"
#include "app/desktop/document/scenario_items.h"
#include "app/desktop/look/chart_style.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/text/format.h"
#include "model/catalog/parameter_changes.h"
#include "simulator/traffic/rate_profile.h"

#include <QtGui/QContextMenuEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QMenu>

#include <algorithm>
#include <array>
#include <cmath>
#include <type_traits>
#include <utility>

namespace plimsoll {

namespace {

constexpr double kMargin = 8;
constexpr double kBarHeight = 11;
constexpr double kMark = 6;    // half the width of a mark
constexpr double kEdge = 6;    // of a bar, where it is stretched
constexpr double kReach = 7;   // around a point that can be dragged
constexpr double kHead = 1.2;  // of the highest rate: room to drag it up
constexpr double kSecondsPerHour = 3600;

/// Two digits are what a hand can aim at.
double rounded(double rate)
{
    if (rate <= 0)
        return 0;
    const double step = std::pow(10, std::floor(std::log10(rate)) - 1);
    return std::round(rate / step) * step;
}

QString kindName(FaultKind kind)
{
    switch (kind) {
    case FaultKind::Down:
        return TimelineTrack::tr("down");
    case FaultKind::Slow:
        return TimelineTrack::tr("slow");
    case FaultKind::Errors:
        return TimelineTrack::tr("errors");
    case FaultKind::CapacityCut:
        return TimelineTrack::tr("less capacity");
    case FaultKind::ZoneLost:
        return TimelineTrack::tr("zone lost");
    case FaultKind::ConsumerPaused:
        return TimelineTrack::tr("reads no more");
    case FaultKind::PoisonRecord:
        return TimelineTrack::tr("poison record");
    case FaultKind::Deployment:
        return TimelineTrack::tr("deployment");
    case FaultKind::SpotInterruption:
        return TimelineTrack::tr("Spot nodes taken");
    }
    return {};
}

template <class Items>
auto findById(Items& items, const Id& id) -> decltype(&items.front())
{
    const auto at = std::find_if(items.begin(), items.end(), [&](const auto& each) { return each.id == id; });
    return at == items.end() ? nullptr : &*at;
}

QString moment(double seconds)
{
    const Format format;
    return seconds < 1 ? format.number(seconds) : format.span(seconds);
}

QString during(double from, double seconds)
{
    const Format format;
    return TimelineTrack::tr("from %1 for %2").arg(moment(from), format.span(seconds));
}

QString nameIn(const Design& design, const ComponentId& id)
{
    return QString::fromStdString(labelOf(design, id));
}

}  // namespace

TimelineTrack::TimelineTrack(DesignDocument& document, RunSession& session, QWidget* parent)
    : QWidget{parent}, m_document{document}, m_session{session}
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Timeline of the scenario"));
    setToolTip({});
}

const Scenario* TimelineTrack::scenario() const
{
    return findScenario(m_document.design(), m_document.currentScenario());
}

double TimelineTrack::duration() const
{
    const Scenario* shown = scenario();
    return std::max(1e-3, shown ? shown->durationSeconds : 1);
}

void TimelineTrack::setSource(const ComponentId& source)
{
    m_source = source;
    update();
}

void TimelineTrack::setMoment(std::optional<double> seconds)
{
    m_moment = seconds;
    update();
}

void TimelineTrack::setPointedAt(std::optional<double> seconds)
{
    m_pointed = seconds;
    update();
}

QRectF TimelineTrack::plot() const
{
    return QRectF{rect()}.adjusted(kMargin, kBarHeight + 4, -kMargin, -2);
}

int TimelineTrack::positionOf(double seconds) const
{
    return static_cast<int>(std::lround(plot().left() + plot().width() * seconds / duration()));
}

double TimelineTrack::secondsAt(double x) const
{
    return std::clamp((x - plot().left()) / std::max(1.0, plot().width()), 0.0, 1.0) * duration();
}

double TimelineTrack::peakOf(const Scenario& shown) const
{
    if (m_topRate)
        return *m_topRate;
    const RateProfile curve{trafficOf(shown, m_source), shown.durationSeconds};
    return std::max(1e-9, curve.peak() * kHead);
}

int TimelineTrack::heightOf(double rate) const
{
    const Scenario* shown = scenario();
    const double top = shown ? peakOf(*shown) : 1;
    return static_cast<int>(std::lround(plot().bottom() - plot().height() * rate / top));
}

double TimelineTrack::rateAt(double y) const
{
    const Scenario* shown = scenario();
    return shown ? std::max(0.0, (plot().bottom() - y) / plot().height() * peakOf(*shown)) : 0;
}

double TimelineTrack::snapped(double seconds) const
{
    // What two pixels make is what a hand can aim at, rounded to what a clock shows.
    static constexpr std::array kSteps{0.1,  1.,   5.,    10.,   30.,     60.,
                                       300., 600., 1800., 3600., 21'600., 86'400.};
    const double grain = 2 * duration() / std::max(1.0, plot().width());
    double step = kSteps.back();
    for (auto each = kSteps.rbegin(); each != kSteps.rend(); ++each)
        if (*each >= grain)
            step = *each;
    return std::clamp(std::round(seconds / step) * step, 0.0, duration());
}

void TimelineTrack::addBar(std::vector<Handle>& handles, Handle handle, double from, double seconds,
                           std::function<void(Scenario&, double)> start,
                           std::function<void(Scenario&, double)> length) const
{
    const double left = positionOf(std::min(from, duration()));
    const double right = std::max<double>(left + 4, positionOf(std::min(from + seconds, duration())));
    handle.kind = Kind::Bar;
    handle.area = {left, 1, right - left, kBarHeight};
    handle.seconds = from;
    handle.cursor = Qt::OpenHandCursor;
    Handle end = handle;
    handle.apply = [start = std::move(start)](Scenario& changed, double at, double) { start(changed, at); };
    handles.push_back(std::move(handle));
    end.kind = Kind::BarEnd;
    end.name += QStringLiteral("/end");
    end.area = {right - kEdge / 2, 0, kEdge, kBarHeight + 2};
    end.seconds = from + seconds;
    end.cursor = Qt::SizeHorCursor;
    end.apply = [length = std::move(length), from](Scenario& changed, double at, double) {
        length(changed, std::max(0.0, at - from));
    };
    handles.push_back(std::move(end));
}

template <class Item>
TimelineTrack::Handle TimelineTrack::itemHandle(std::vector<Item> Scenario::*items, std::size_t index,
                                                const char* list, const char* ink) const
{
    const Id id = (scenario()->*items)[index].id;
    Handle handle;
    handle.name = QString::fromStdString(id);
    handle.ink = ink;
    handle.link = QStringLiteral("scenario:%1/%2").arg(QLatin1String{list}).arg(index);
    handle.remove = [items, id](Scenario& changed) {
        std::erase_if(changed.*items, [&](const Item& each) { return each.id == id; });
    };
    handle.apply = [items, id](Scenario& changed, double at, double) {
        if (Item* found = findById(changed.*items, id)) {
            found->startSeconds = at;
            if constexpr (std::is_same_v<Item, Replay>) {
                // A reader goes back, never on.
                if (found->fromSeconds)
                    found->fromSeconds = std::min(*found->fromSeconds, at);
            }
        }
    };
    return handle;
}

void TimelineTrack::addFaults(std::vector<Handle>& handles, const Scenario& shown) const
{
    for (std::size_t index = 0; index < shown.faults.size(); ++index) {
        const Fault& fault = shown.faults[index];
        const Id id = fault.id;
        Handle handle = itemHandle(&Scenario::faults, index, "faults", "danger");
        const QString what =
            QStringLiteral("%1: %2").arg(nameIn(m_document.design(), fault.component), kindName(fault.kind));
        handle.say = [id, what](const Scenario& now) {
            const Fault* found = findById(now.faults, id);
            return found ? what + QStringLiteral(", ") + during(found->startSeconds, found->durationSeconds)
                         : QString{};
        };
        const auto start = [move = handle.apply](Scenario& changed, double at) { move(changed, at, 0); };
        addBar(handles, std::move(handle), fault.startSeconds, fault.durationSeconds, start,
               [id](Scenario& changed, double seconds) {
                   if (Fault* found = findById(changed.faults, id))
                       found->durationSeconds = seconds;
               });
    }
}

void TimelineTrack::addMark(std::vector<Handle>& handles, Handle handle, double seconds) const
{
    const double x = positionOf(std::min(seconds, duration()));
    handle.kind = Kind::Mark;
    handle.area = {x - kMark, 0, 2 * kMark, kBarHeight + 2};
    handle.seconds = seconds;
    handle.cursor = Qt::SizeHorCursor;
    handles.push_back(std::move(handle));
}

void TimelineTrack::addRedrives(std::vector<Handle>& handles, const Scenario& shown) const
{
    for (std::size_t index = 0; index < shown.redrives.size(); ++index) {
        Handle handle = itemHandle(&Scenario::redrives, index, "redrives", "ok");
        const QString name = nameIn(m_document.design(), shown.redrives[index].component);
        handle.say = [id = shown.redrives[index].id, name](const Scenario& now) {
            const Redrive* found = findById(now.redrives, id);
            return found ? tr("%1 gives its messages back at %2").arg(name, moment(found->startSeconds))
                         : QString{};
        };
        addMark(handles, std::move(handle), shown.redrives[index].startSeconds);
    }
}

void TimelineTrack::addChanges(std::vector<Handle>& handles, const Scenario& shown) const
{
    const std::vector<ChangeInForce> inForce =
        changesInForce(m_document.design(), m_document.catalog(), shown);
    for (std::size_t index = 0; index < shown.changes.size(); ++index) {
        const ParameterChange& change = shown.changes[index];
        Handle handle = itemHandle(&Scenario::changes, index, "changes", "info");
        handle.say = [this, id = change.id](const Scenario& now) { return changeSaid(now, id); };
        handle.untilSeconds = change.startSeconds;
        for (const ChangeInForce& each : inForce)
            if (each.id == change.id)
                handle.untilSeconds = each.inForceSeconds;
        addMark(handles, std::move(handle), change.startSeconds);
    }
}

QString TimelineTrack::changeSaid(const Scenario& now, const Id& id) const
{
    const ParameterChange* found = findById(now.changes, id);
    if (!found)
        return {};
    const Component* component = findComponent(m_document.design(), found->component);
    const ServiceSpec* spec = component ? m_document.catalog().find(component->service) : nullptr;
    const ParameterSpec* parameter = spec ? findParameter(*spec, found->parameter) : nullptr;
    if (!parameter)
        return tr("A change of %1").arg(nameIn(m_document.design(), found->component));
    const auto valueText = [&](const ParameterValue& value) {
        return parameter->type == ParameterType::Integer || parameter->type == ParameterType::Real
                   ? Format{}.value(asNumber(value), QString::fromStdString(parameter->unit))
                   : QString::fromStdString(toString(value));
    };
    for (const ChangeInForce& each : changesInForce(m_document.design(), m_document.catalog(), now)) {
        if (each.id != id)
            continue;
        const QString what =
            tr("%1: %2 from %3 to %4")
                .arg(nameIn(m_document.design(), found->component), coreText(parameter->name),
                     valueText(each.before), valueText(each.value));
        return each.inForceSeconds > each.requestedSeconds
                   ? tr("%1, asked for at %2, in force at %3")
                         .arg(what, moment(each.requestedSeconds), moment(each.inForceSeconds))
                   : tr("%1 at %2").arg(what, moment(each.requestedSeconds));
    }
    return {};
}

void TimelineTrack::addReplays(std::vector<Handle>& handles, const Scenario& shown) const
{
    for (std::size_t index = 0; index < shown.replays.size(); ++index) {
        Handle handle = itemHandle(&Scenario::replays, index, "replays", "accent");
        const Connection* over = findConnection(m_document.design(), shown.replays[index].connection);
        const QString reader = over ? nameIn(m_document.design(), over->to)
                                    : QString::fromStdString(shown.replays[index].connection);
        handle.say = [id = shown.replays[index].id, reader](const Scenario& now) {
            const Replay* found = findById(now.replays, id);
            if (!found)
                return QString{};
            return found->fromSeconds
                       ? tr("%1 goes back to %2 at %3")
                             .arg(reader, moment(*found->fromSeconds), moment(found->startSeconds))
                       : tr("%1 goes back to the oldest record at %2")
                             .arg(reader, moment(found->startSeconds));
        };
        addMark(handles, std::move(handle), shown.replays[index].startSeconds);
    }
}

void TimelineTrack::addStretches(std::vector<Handle>& handles, const TrafficProfile& profile) const
{
    const ComponentId source = m_source;
    const auto add = [&](auto TrafficProfile::*member, std::size_t index, const QString& name,
                         const QString& what, const char* ink) {
        const auto& item = (profile.*member)[index];
        Handle handle;
        handle.name = QStringLiteral("%1/%2").arg(name).arg(index);
        handle.ink = ink;
        handle.link = QStringLiteral("traffic:%1/%2").arg(QString::fromStdString(source), handle.name);
        handle.say = [source, member, index, what](const Scenario& now) {
            const TrafficProfile& traffic = now.traffic.at(source);
            const auto& each = (traffic.*member).at(index);
            return what + u' ' + during(each.startSeconds, each.seconds);
        };
        handle.remove = [source, member, index](Scenario& changed) {
            auto& items = changed.traffic[source].*member;
            items.erase(items.begin() + static_cast<std::ptrdiff_t>(index));
        };
        addBar(
            handles, std::move(handle), item.startSeconds, item.seconds,
            [source, member, index](Scenario& changed, double at) {
                (changed.traffic[source].*member).at(index).startSeconds = at;
            },
            [source, member, index](Scenario& changed, double seconds) {
                (changed.traffic[source].*member).at(index).seconds = seconds;
            });
    };
    for (std::size_t at = 0; at < profile.spikes.size(); ++at)
        add(&TrafficProfile::spikes, at, QStringLiteral("spikes"), tr("Spike"), "accent");
    for (std::size_t at = 0; at < profile.pauses.size(); ++at)
        add(&TrafficProfile::pauses, at, QStringLiteral("pauses"), tr("Pause"), "textMuted");
}

void TimelineTrack::addShape(std::vector<Handle>& handles, const Scenario& shown,
                             const TrafficProfile& profile) const
{
    const double load = profile.load * shown.load;
    if (!(load > 0))
        return;
    const ComponentId source = m_source;
    // One point of the curve: where it is, what it may change.
    const auto add = [&](const QString& name, double seconds, double rate, Qt::CursorShape cursor,
                         std::function<void(TrafficProfile&, double, double)> set) {
        Handle handle;
        handle.name = name;
        const QPointF at{positionOf(seconds) * 1.0, heightOf(rate * load) * 1.0};
        handle.area = {at - QPointF{kReach, kReach}, QSizeF{2 * kReach, 2 * kReach}};
        handle.seconds = seconds;
        handle.rate = rate * load;
        handle.cursor = cursor;
        handle.apply = [source, load, set = std::move(set)](Scenario& changed, double to, double toRate) {
            set(changed.traffic[source], to, rounded(toRate / load));
        };
        const bool moves = cursor == Qt::SizeAllCursor;
        handle.say = [this, name, moves](const Scenario&) {
            const Format format;
            for (const Handle& each : this->handles())
                if (each.name == name)
                    return moves ? tr("%1 at %2").arg(format.rate(each.rate), format.span(each.seconds))
                                 : format.rate(each.rate);
            return QString{};
        };
        handles.push_back(std::move(handle));
    };
    const auto rate = [](TrafficProfile& traffic, double, double to) { traffic.ratePerSecond = to; };
    switch (profile.shape) {
    case TrafficShape::Constant:
        return add(QStringLiteral("rate"), duration() / 2, profile.ratePerSecond, Qt::SizeVerCursor, rate);
    case TrafficShape::Ramp:
        add(QStringLiteral("rate"), 0, profile.ratePerSecond, Qt::SizeVerCursor, rate);
        return add(QStringLiteral("end"), duration(), profile.endPerSecond, Qt::SizeVerCursor,
                   [](TrafficProfile& traffic, double, double to) { traffic.endPerSecond = to; });
    case TrafficShape::Step:
        add(QStringLiteral("rate"), 0, profile.ratePerSecond, Qt::SizeVerCursor, rate);
        for (std::size_t at = 0; at < profile.levels.size(); ++at) {
            add(QStringLiteral("levels/%1").arg(at), profile.levels[at].atSeconds,
                profile.levels[at].ratePerSecond, Qt::SizeAllCursor,
                [at](TrafficProfile& traffic, double to, double toRate) {
                    // Levels keep their order: past its neighbours one cannot go.
                    const double least = at > 0 ? traffic.levels[at - 1].atSeconds : 0;
                    const double most =
                        at + 1 < traffic.levels.size() ? traffic.levels[at + 1].atSeconds : to;
                    traffic.levels[at].atSeconds = std::clamp(to, least, std::max(least, most));
                    traffic.levels[at].ratePerSecond = toRate;
                });
            handles.back().link =
                QStringLiteral("traffic:%1/levels/%2").arg(QString::fromStdString(source)).arg(at);
            handles.back().remove = [source, at](Scenario& changed) {
                auto& levels = changed.traffic[source].levels;
                levels.erase(levels.begin() + static_cast<std::ptrdiff_t>(at));
            };
        }
        return;
    case TrafficShape::Spike:
        add(QStringLiteral("rate"), 0, profile.ratePerSecond, Qt::SizeVerCursor, rate);
        add(QStringLiteral("peak"), profile.peakStartSeconds, profile.peakPerSecond, Qt::SizeAllCursor,
            [](TrafficProfile& traffic, double to, double toRate) {
                traffic.peakStartSeconds = to;
                traffic.peakPerSecond = toRate;
            });
        return add(QStringLiteral("peak/end"), profile.peakStartSeconds + profile.peakSeconds,
                   profile.peakPerSecond, Qt::SizeHorCursor, [](TrafficProfile& traffic, double to, double) {
                       traffic.peakSeconds = std::max(0.0, to - traffic.peakStartSeconds);
                   });
    case TrafficShape::Diurnal:
    case TrafficShape::Weekly:
        return add(QStringLiteral("peak"), std::min(duration(), profile.peakHour * kSecondsPerHour),
                   profile.peakPerSecond, Qt::SizeAllCursor,
                   [](TrafficProfile& traffic, double to, double toRate) {
                       traffic.peakHour = std::fmod(std::round(to / kSecondsPerHour * 4) / 4, 24);
                       traffic.peakPerSecond = toRate;
                   });
    case TrafficShape::Trace:
        return;
    }
}

std::vector<TimelineTrack::Handle> TimelineTrack::handles() const
{
    std::vector<Handle> all;
    const Scenario* shown = scenario();
    if (!shown)
        return all;
    addFaults(all, *shown);
    if (const auto traffic = shown->traffic.find(m_source); traffic != shown->traffic.end()) {
        addStretches(all, traffic->second);
        addShape(all, *shown, traffic->second);
    }
    // Marks are small, so they lie on top.
    addRedrives(all, *shown);
    addChanges(all, *shown);
    addReplays(all, *shown);
    return all;
}

QRectF TimelineTrack::barOf(const QString& name) const
{
    for (const Handle& each : handles())
        if (each.name == name)
            return each.area;
    return {};
}

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
        snapped(secondsAt(event->position().x())), rounded(rateAt(event->position().y()) / load), {}};
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

void TimelineTrack::paintTraffic(QPainter& painter, const Scenario& shown) const
{
    const QRectF area = plot();
    const RateProfile curve{trafficOf(shown, m_source), shown.durationSeconds};
    QPainterPath line;
    const int steps = std::max(2, static_cast<int>(area.width()));
    for (int step = 0; step <= steps; ++step) {
        // The last point just inside: at the very end the profile is over.
        const double second = duration() * std::min(static_cast<double>(step) / steps, 0.999999);
        const QPointF at{area.left() + area.width() * step / steps,
                         std::max(area.top(), heightOf(curve.rateAt(second)) * 1.0)};
        step == 0 ? line.moveTo(at) : line.lineTo(at);
    }
    QPainterPath under = line;
    under.lineTo(area.bottomRight());
    under.lineTo(area.bottomLeft());
    QColor fill = style::series(0);
    fill.setAlpha(50);
    painter.fillPath(under, fill);
    painter.strokePath(line, QPen{style::series(0), 1.5});
}

void TimelineTrack::paintRefused(QPainter& painter) const
{
    const RunResult* result = m_session.result();
    const Scenario* shown = scenario();
    if (!result || m_session.isStale() || !shown)
        return;
    QColor fill = style::colour("danger");
    fill.setAlpha(150);
    const double top = peakOf(*shown);
    for (const ComponentReport& component : result->report.components)
        for (const TimeSeries& series : component.series) {
            if (series.name != "refused")
                continue;
            for (std::size_t bin = 0; bin < series.values.size(); ++bin) {
                if (series.values[bin] <= 0)
                    continue;
                const double left =
                    positionOf(std::min(duration(), static_cast<double>(bin) * series.binSeconds));
                const double right =
                    positionOf(std::min(duration(), static_cast<double>(bin + 1) * series.binSeconds));
                const double high = plot().height() * std::min(1.0, series.values[bin] / top);
                painter.fillRect(QRectF{left, plot().bottom() - high, std::max(1.0, right - left), high},
                                 fill);
            }
        }
}

void TimelineTrack::paintHandles(QPainter& painter) const
{
    painter.setFont(style::small(font()));
    for (const Handle& each : handles()) {
        const QColor ink = style::colour(each.ink);
        QColor fill = ink;
        fill.setAlpha(90);
        switch (each.kind) {
        case Kind::Bar:
            painter.setPen(QPen{ink, 1});
            painter.setBrush(fill);
            painter.drawRoundedRect(each.area, 3, 3);
            break;
        case Kind::Mark: {
            // A line leads to when it has come about, and down to the curve.
            const double x = each.area.center().x(), y = 1 + kBarHeight / 2;
            painter.setPen(QPen{fill, 1, Qt::DashLine});
            painter.drawLine(QPointF{x, y}, QPointF{x, plot().bottom()});
            if (each.untilSeconds > each.seconds) {
                const double until = positionOf(std::min(each.untilSeconds, duration()));
                painter.setPen(QPen{ink, 2});
                painter.drawLine(QPointF{x, y}, QPointF{until, y});
                painter.drawLine(QPointF{until, y - 3}, QPointF{until, y + 3});
            }
            painter.setPen(QPen{style::colour("surface"), 1});
            painter.setBrush(ink);
            painter.drawPolygon(QPolygonF{{QPointF{x - kMark, y}, QPointF{x, y - kMark},
                                           QPointF{x + kMark, y}, QPointF{x, y + kMark}}});
            break;
        }
        case Kind::Point:
            painter.setPen(QPen{ink, 1.5});
            painter.setBrush(style::colour("surface"));
            painter.drawEllipse(each.area.center(), 4, 4);
            break;
        case Kind::BarEnd:
            break;
        }
    }
}

void TimelineTrack::paintSaid(QPainter& painter) const
{
    if (m_said.isEmpty())
        return;
    const QFontMetricsF metrics{painter.font()};
    const double wide = metrics.horizontalAdvance(m_said) + 12;
    QRectF box{m_saidAt.x() + 14.0, height() / 2.0 - metrics.height() / 2 - 2, wide, metrics.height() + 4};
    if (box.right() > width())
        box.moveRight(m_saidAt.x() - 10.0);
    painter.setPen(style::colour("border"));
    painter.setBrush(style::colour("surfaceRaised"));
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(style::colour("text"));
    painter.drawText(box, Qt::AlignCenter, m_said);
}

void TimelineTrack::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style::colour("surfaceSunken"));
    painter.drawRoundedRect(plot(), 3, 3);
    const Scenario* shown = scenario();
    if (!shown)
        return;
    paintTraffic(painter, *shown);
    paintRefused(painter);
    paintHandles(painter);
    const auto line = [&](double seconds, const char* ink, double wide) {
        painter.setPen(QPen{style::colour(ink), wide});
        const double x = positionOf(seconds) + 0.5;
        painter.drawLine(QPointF{x, 0}, QPointF{x, height() * 1.0});
    };
    if (m_pointed)
        line(*m_pointed, "textMuted", 1);
    if (m_moment) {
        line(*m_moment, "text", 1.6);
        painter.setBrush(style::colour("text"));
        painter.setPen(Qt::NoPen);
        const double x = positionOf(*m_moment) + 0.5;
        painter.drawPolygon(QPolygonF{{QPointF{x - 5, 0}, QPointF{x + 5, 0}, QPointF{x, 7}}});
    }
    paintSaid(painter);
}

}  // namespace plimsoll
