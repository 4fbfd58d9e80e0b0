// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_document.h"
#include "app/desktop/run/run_session.h"

#include <QtWidgets/QWidget>

#include <functional>
#include <optional>
#include <vector>

class QMenu;

namespace plimsoll {

/// The scenario from its start to its end: traffic as a curve, above it what happens: faults, spikes and pauses as bars,
/// redrives, changes and replays as marks. All of them are dragged where they shall be and double-clicked to be edited;
/// elsewhere a press moves the playhead.
class TimelineTrack final : public QWidget {
    Q_OBJECT
public:
    TimelineTrack(DesignDocument& document, RunSession& session, QWidget* parent = nullptr);

    /// The source whose traffic is drawn and edited.
    void setSource(const ComponentId& source);
    const ComponentId& source() const { return m_source; }
    void setMoment(std::optional<double> seconds);
    /// Where another view points at.
    void setPointedAt(std::optional<double> seconds);
    double duration() const;
    /// Where a moment is drawn, and a rate of the source.
    int positionOf(double seconds) const;
    int heightOf(double rate) const;
    /// The bar or mark of what happens, by its name ("fault-1", "spikes/0"); null when there is none.
    QRectF barOf(const QString& name) const;
    /// What can be done at this place of the track.
    QMenu* menuAt(QPoint where);
    QSize sizeHint() const override { return {400, 50}; }
    QSize minimumSizeHint() const override { return {160, 50}; }

Q_SIGNALS:
    void scrubbed(double seconds);
    /// A link to the fields of an item: "scenario:faults/0", "traffic:producers/spikes/0".
    void editRequested(const QString& link);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    enum class Kind { Point, Bar, BarEnd, Mark };
    /// Something that can be dragged. `apply` sets it to a moment and a rate, `say` tells what it is then.
    struct Handle {
        QString name;
        QRectF area;
        double seconds = 0;  ///< where it stands
        double rate = 0;     ///< the same of a point of the curve
        Kind kind = Kind::Point;
        double untilSeconds = 0;  ///< of a mark: when what begins there has come about
        QString link{};           ///< to its fields
        const char* ink = "accent";
        Qt::CursorShape cursor = Qt::SizeAllCursor;
        std::function<void(Scenario&, double seconds, double rate)> apply;
        std::function<QString(const Scenario&)> say;
        std::function<void(Scenario&)> remove;
    };
    const Scenario* scenario() const;
    QRectF plot() const;
    double secondsAt(double x) const;
    double rateAt(double y) const;
    double snapped(double seconds) const;
    std::vector<Handle> handles() const;
    void addFaults(std::vector<Handle>& handles, const Scenario& scenario) const;
    void addRedrives(std::vector<Handle>& handles, const Scenario& scenario) const;
    void addChanges(std::vector<Handle>& handles, const Scenario& scenario) const;
    void addReplays(std::vector<Handle>& handles, const Scenario& scenario) const;
    /// What every item of a list has that is moved in time, edited and removed.
    template <class Item>
    Handle itemHandle(std::vector<Item> Scenario::*items, std::size_t index, const char* list,
                      const char* ink) const;
    QString changeSaid(const Scenario& now, const Id& id) const;
    /// Of what begins at one moment.
    void addMark(std::vector<Handle>& handles, Handle handle, double seconds) const;
    template <class Item>
    void addItem(std::vector<Item> Scenario::*items, const char* list, Item item, double seconds);
    void addMenus(QMenu& menu, double seconds);
    void addStretches(std::vector<Handle>& handles, const TrafficProfile& profile) const;
    void addShape(std::vector<Handle>& handles, const Scenario& scenario,
                  const TrafficProfile& profile) const;
    /// The moving and the stretching of a bar from one moment for so many seconds.
    void addBar(std::vector<Handle>& handles, Handle handle, double from, double seconds,
                std::function<void(Scenario&, double)> start,
                std::function<void(Scenario&, double)> length) const;
    std::optional<Handle> handleAt(QPointF where) const;
    void change(const std::function<void(Scenario&)>& edit, const QString& mergeKey = {});
    void changeTraffic(const std::function<void(TrafficProfile&)>& edit);
    void paintTraffic(QPainter& painter, const Scenario& scenario) const;
    void paintRefused(QPainter& painter) const;
    void paintHandles(QPainter& painter) const;
    void paintSaid(QPainter& painter) const;
    double peakOf(const Scenario& scenario) const;

    DesignDocument& m_document;
    RunSession& m_session;
    ComponentId m_source;
    std::optional<double> m_moment, m_pointed;
    std::optional<Handle> m_dragged;
    std::optional<Scenario> m_before;  ///< as it was when the drag began
    double m_grab = 0;                 ///< seconds from the handle to the pointer
    std::optional<double> m_topRate;   ///< of the scale while a rate is dragged
    bool m_scrubbing = false;
    int m_drags = 0;
    QString m_said;
    QPoint m_saidAt;
};

}  // namespace plimsoll
