// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/timeline/timeline_parts.h"
#include "app/desktop/timeline/timeline_track.h"

#include "app/desktop/document/scenario_items.h"
#include "app/desktop/text/format.h"
#include "model/catalog/parameter_changes.h"
#include "simulator/traffic/rate_profile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <type_traits>
#include <utility>

// What of a scenario can be dragged on the track: bars, marks and the points of the traffic's shape.

namespace plimsoll {

namespace {

constexpr double kEdge = 6;   // of a bar, where it is stretched
constexpr double kReach = 7;  // around a point that can be dragged
constexpr double kSecondsPerHour = 3600;

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

}  // namespace

void TimelineTrack::addBar(std::vector<Handle>& handles, Handle handle, double from, double seconds,
                           std::function<void(Scenario&, double)> start,
                           std::function<void(Scenario&, double)> length) const
{
    const double left = positionOf(std::min(from, duration()));
    const double right = std::max<double>(left + 4, positionOf(std::min(from + seconds, duration())));
    handle.kind = Kind::Bar;
    handle.area = {left, 1, right - left, kTimelineBar};
    handle.seconds = from;
    handle.cursor = Qt::OpenHandCursor;
    Handle end = handle;
    handle.apply = [start = std::move(start)](Scenario& changed, double at, double) { start(changed, at); };
    handles.push_back(std::move(handle));
    end.kind = Kind::BarEnd;
    end.name += QStringLiteral("/end");
    end.area = {right - kEdge / 2, 0, kEdge, kTimelineBar + 2};
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
    handle.area = {x - kTimelineMark, 0, 2 * kTimelineMark, kTimelineBar + 2};
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
            set(changed.traffic[source], to, roundedRate(toRate / load));
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

}  // namespace plimsoll
