// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/timeline/timeline_track.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>

class QComboBox;
class QLabel;
class QToolButton;

namespace plimsoll {

/// The time of the scenario under the canvas: a finished run is played, stepped through and scrubbed; faults and traffic
/// are edited on the track.
class TimelineBar final : public QWidget {
    Q_OBJECT
public:
    TimelineBar(DesignDocument& document, RunSession& session, QWidget* parent = nullptr);

    TimelineTrack& track() { return *m_track; }
    /// The moment of the run that is looked at; nothing while the whole run is.
    std::optional<double> moment() const { return m_moment; }
    void setMoment(std::optional<double> seconds);
    bool isPlaying() const { return m_tick.isActive(); }
    void play();
    void pause();
    /// One bin of the run's series on or back.
    void step(int bins);
    void setPointedAt(std::optional<double> seconds) { m_track->setPointedAt(seconds); }

Q_SIGNALS:
    void momentChanged(std::optional<double> seconds);
    /// While it plays: how far what moves along the lines has come, 0 to 1 over and over.
    void phaseChanged(std::optional<double> phase);

private:
    void refresh();
    void fillSources();
    void fillSpeeds();
    void advance();
    void showMoment();
    double binSeconds() const;
    double end() const;

    DesignDocument& m_document;
    RunSession& m_session;
    QToolButton *m_play, *m_back, *m_on, *m_leave;
    QComboBox *m_speeds, *m_sources;
    QLabel* m_time;
    TimelineTrack* m_track;
    QTimer m_tick;
    QElapsedTimer m_clock;
    double m_phase = 0;
    std::optional<double> m_moment;
};

}  // namespace plimsoll
