// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/timeline/timeline_track.h"

#include "app/desktop/document/commands/set_scenario.h"
#include "app/desktop/document/scenario_items.h"
#include "app/desktop/look/chart_style.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/text/format.h"
#include "simulator/traffic/rate_profile.h"

#include <QtGui/QContextMenuEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QMenu>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace plimsoll {

namespace {

constexpr double kMargin = 8;
constexpr double kBarHeight = 11;
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

QString during(double from, double seconds)
{
    const Format format;
    return TimelineTrack::tr("from %1 for %2")
        .arg(from == 0 ? format.number(0) : format.span(from), format.span(seconds));
}

template <class Item>
Item* findById(std::vector<Item>& items, const Id& id)
{
    const auto at = std::find_if(items.begin(), items.end(), [&](const Item& each) { return each.id == id; });
    return at == items.end() ? nullptr : &*at;
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
    handle.isBar = true;
    handle.area = {left, 1, right - left, kBarHeight};
    handle.seconds = from;
    handle.cursor = Qt::OpenHandCursor;
    Handle end = handle;
    handle.apply = [start = std::move(start)](Scenario& changed, double at, double) { start(changed, at); };
    handles.push_back(std::move(handle));
    end.isBar = false;
    end.name += QStringLiteral("/end");
    end.area = {right - kEdge / 2, 0, kEdge, kBarHeight + 2};
    end.seconds = from + seconds;
    end.cursor = Qt::SizeHorCursor;
    end.apply = [length = std::move(length), from](Scenario& changed, double at, double) {
        length(changed, std::max(0.0, at - from));
    };
    handles.push_back(std::move(end));
}

void TimelineTrack::addFaults(std::vector<Handle>& handles, const Scenario& shown) const
{
    for (const Fault& fault : shown.faults) {
        const Id id = fault.id;
        Handle handle;
        handle.name = QString::fromStdString(id);
        handle.ink = "danger";
        const QString what =
            QStringLiteral("%1: %2").arg(nameIn(m_document.design(), fault.component), kindName(fault.kind));
        handle.say = [id, what](const Scenario& now) {
            Scenario copy = now;
            const Fault* found = findById(copy.faults, id);
            return found ? what + QStringLiteral(", ") + during(found->startSeconds, found->durationSeconds)
                         : QString{};
        };
        handle.remove = [id](Scenario& changed) {
            std::erase_if(changed.faults, [&](const Fault& each) { return each.id == id; });
        };
        addBar(
            handles, std::move(handle), fault.startSeconds, fault.durationSeconds,
            [id](Scenario& changed, double at) {
                if (Fault* found = findById(changed.faults, id))
                    found->startSeconds = at;
            },
            [id](Scenario& changed, double seconds) {
                if (Fault* found = findById(changed.faults, id))
                    found->durationSeconds = seconds;
            });
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
    // The ends of a bar lie above it.
    for (Handle& each : handles())
        if (each.area.contains(where) && (!found || found->isBar))
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
    QMenu* faults = menu->addMenu(tr("Add a fault here"));
    for (const Component& component : m_document.design().components) {
        const ServiceSpec* spec = m_document.catalog().find(component.service);
        if (!spec || spec->isSource)
            continue;
        faults->addAction(Theme::current().serviceIcon(QString::fromStdString(component.service)),
                          nameIn(m_document.design(), component.id), this, [this, at, id = component.id] {
                              const Scenario* now = scenario();
                              if (!now)
                                  return;
                              Fault fault = newFault(m_document.design(), m_document.catalog(), *now);
                              fault.component = id;
                              fault.startSeconds = at;
                              change([&](Scenario& changed) { changed.faults.push_back(fault); });
                          });
    }
    faults->setEnabled(!faults->isEmpty());
    return menu;
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
        if (each.isBar) {
            QColor fill = ink;
            fill.setAlpha(90);
            painter.setPen(QPen{ink, 1});
            painter.setBrush(fill);
            painter.drawRoundedRect(each.area, 3, 3);
        } else if (each.area.top() > kBarHeight - kReach) {
            painter.setPen(QPen{ink, 1.5});
            painter.setBrush(style::colour("surface"));
            painter.drawEllipse(each.area.center(), 4, 4);
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
