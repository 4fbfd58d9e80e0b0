// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/timeline/timeline_bar.h"

#include "app/desktop/look/theme.h"
#include "app/desktop/text/format.h"
#include "app/desktop/widgets/combo_box.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

constexpr int kFrameMillis = 40;
constexpr double kPhasesPerSecond = 0.5;
constexpr double kWholeRunSeconds = 40;  // a run is played in about this time at first
constexpr double kSpeeds[] = {1, 10, 60, 600, 3600, 36'000, 360'000};

}  // namespace

TimelineBar::TimelineBar(DesignDocument& document, RunSession& session, QWidget* parent)
    : QWidget{parent},
      m_document{document},
      m_session{session},
      m_play{new QToolButton},
      m_back{new QToolButton},
      m_on{new QToolButton},
      m_leave{new QToolButton},
      m_speeds{new ComboBox},
      m_sources{new ComboBox},
      m_time{new QLabel},
      m_track{new TimelineTrack{document, session}}
{
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(8, 2, 8, 2);
    row->setSpacing(4);
    const auto button = [&](QToolButton* made, const char* icon, const QString& text, const char* name) {
        if (icon)
            made->setIcon(Theme::current().icon(QString::fromLatin1(icon)));
        made->setToolTip(text);
        made->setAccessibleName(text);
        made->setObjectName(QString::fromLatin1(name));
        row->addWidget(made);
    };
    button(m_play, "run", tr("Play the run"), "timelinePlay");
    m_back->setText(QStringLiteral("\u2039"));
    button(m_back, nullptr, tr("One step back"), "timelineBack");
    m_on->setText(QStringLiteral("\u203a"));
    button(m_on, nullptr, tr("One step on"), "timelineOn");
    m_speeds->setToolTip(tr("How fast the run is played"));
    m_speeds->setAccessibleName(m_speeds->toolTip());
    row->addWidget(m_speeds);
    m_time->setObjectName(QStringLiteral("timelineTime"));
    QSizePolicy kept = m_leave->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_leave->setSizePolicy(kept);
    row->addWidget(m_time);
    m_sources->setToolTip(tr("Whose traffic is drawn"));
    m_sources->setAccessibleName(m_sources->toolTip());
    m_sources->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_sources->setMinimumContentsLength(8);
    row->addWidget(m_sources);
    row->addWidget(m_track, 1);
    button(m_leave, "stop", tr("Back to the whole run"), "timelineLeave");

    m_tick.setInterval(kFrameMillis);
    connect(&m_tick, &QTimer::timeout, this, &TimelineBar::advance);
    connect(m_play, &QToolButton::clicked, this, [this] { isPlaying() ? pause() : play(); });
    connect(m_back, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_on, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_leave, &QToolButton::clicked, this, [this] { setMoment({}); });
    connect(m_track, &TimelineTrack::scrubbed, this, [this](double seconds) {
        pause();
        setMoment(seconds);
    });
    connect(m_sources, &QComboBox::currentIndexChanged, this,
            [this] { m_track->setSource(m_sources->currentData().toString().toStdString()); });
    connect(&document, &DesignDocument::revisionChanged, this, [this] {
        // What is edited is seen in the estimate: a moment of a run of before would stand still.
        if (m_moment && m_session.isStale())
            setMoment({});
        refresh();
    });
    connect(&document, &DesignDocument::currentScenarioChanged, this, &TimelineBar::refresh);
    connect(&document, &DesignDocument::designReplaced, this, [this] { setMoment({}); });
    connect(&session, &RunSession::started, this, [this] { setMoment({}); });
    connect(&session, &RunSession::finished, this, &TimelineBar::refresh);
    refresh();
}

double TimelineBar::end() const
{
    const RunResult* result = m_session.result();
    return result ? result->report.provenance.simulatedSeconds : 0;
}

double TimelineBar::binSeconds() const
{
    const RunResult* result = m_session.result();
    double finest = 0;
    if (result)
        for (const ComponentReport& component : result->report.components)
            for (const TimeSeries& series : component.series)
                if (series.binSeconds > 0 && (finest == 0 || series.binSeconds < finest))
                    finest = series.binSeconds;
    return finest > 0 ? finest : 1;
}

void TimelineBar::fillSources()
{
    struct Source {
        QString id, label, service;
    };
    QList<Source> sources;
    if (const Scenario* scenario = findScenario(m_document.design(), m_document.currentScenario()))
        for (const auto& [id, traffic] : scenario->traffic)
            if (const Component* component = findComponent(m_document.design(), id))
                sources.append({QString::fromStdString(id),
                                QString::fromStdString(component->label.empty() ? id : component->label),
                                QString::fromStdString(component->service)});
    const auto shown = [&](const Source& source, int at) {
        return m_sources->itemData(at).toString() == source.id && m_sources->itemText(at) == source.label;
    };
    bool same = sources.size() == m_sources->count();
    for (int at = 0; same && at < m_sources->count(); ++at)
        same = shown(sources[at], at);
    // A list of hundreds is not made anew for every edit.
    if (!same) {
        const QString before = m_sources->currentData().toString();
        const QSignalBlocker quiet{m_sources};
        m_sources->clear();
        for (const Source& each : std::as_const(sources))
            m_sources->addItem(Theme::current().serviceIcon(each.service), each.label, each.id);
        m_sources->setCurrentIndex(std::max(0, m_sources->findData(before)));
    }
    m_sources->setVisible(sources.size() > 1);
    m_track->setSource(m_sources->currentData().toString().toStdString());
}

void TimelineBar::fillSpeeds()
{
    if (m_speeds->count() > 0 && m_speeds->property("of").toDouble() == end())
        return;
    m_speeds->setProperty("of", end());
    m_speeds->clear();
    const Format format;
    int chosen = 0;
    for (const double speed : kSpeeds) {
        // Slower than real time nobody waits for; faster than a second nobody sees.
        if (m_speeds->count() > 0 && end() / speed < 1)
            break;
        if (end() / speed >= kWholeRunSeconds)
            chosen = m_speeds->count();
        m_speeds->addItem(tr("\u00d7%1", "times as fast").arg(format.number(speed)), speed);
    }
    m_speeds->setCurrentIndex(std::min(m_speeds->count() - 1, chosen + 1));
}

void TimelineBar::refresh()
{
    const bool ran = m_session.result() != nullptr;
    if (!ran && m_moment)
        setMoment({});
    fillSources();
    fillSpeeds();
    for (QWidget* each : std::initializer_list<QWidget*>{m_play, m_back, m_on, m_speeds})
        each->setEnabled(ran);
    showMoment();
    m_track->update();
}

void TimelineBar::showMoment()
{
    const Format format;
    m_leave->setVisible(m_moment.has_value());
    m_play->setIcon(Theme::current().icon(isPlaying() ? QStringLiteral("pause") : QStringLiteral("run")));
    m_play->setToolTip(isPlaying() ? tr("Pause") : tr("Play the run"));
    // As wide as any moment of the run is written, so that the track beside it stays while it is played.
    constexpr int kTried = 48;
    int widest = 0;
    for (int at = 0; at <= kTried; ++at)
        widest = std::max(widest, m_time->fontMetrics().horizontalAdvance(
                                      format.span(std::round(m_track->duration() * at / kTried))));
    m_time->setMinimumWidth(widest);
    m_time->setText(m_moment ? (*m_moment < 1 ? format.number(0) : format.span(std::round(*m_moment)))
                             : format.span(std::round(m_track->duration())));
    m_time->setToolTip(m_moment ? tr("The canvas shows this moment of the run")
                                : tr("Press on the track to see a moment of the run; drag what is on it "
                                     "to change the scenario"));
}

void TimelineBar::setMoment(std::optional<double> seconds)
{
    if (seconds)
        seconds = std::clamp(*seconds, 0.0, end());
    else
        pause();
    if (seconds == m_moment)
        return;
    m_moment = seconds;
    m_track->setMoment(seconds);
    showMoment();
    emit momentChanged(seconds);
}

void TimelineBar::play()
{
    if (!m_session.result())
        return;
    if (!m_moment || *m_moment >= end())
        setMoment(0.0);
    m_clock.start();
    m_tick.start();
    showMoment();
}

void TimelineBar::pause()
{
    if (!m_tick.isActive())
        return;
    m_tick.stop();
    emit phaseChanged({});
    showMoment();
}

void TimelineBar::step(int bins)
{
    pause();
    const double bin = binSeconds();
    const double at = m_moment ? (std::floor(*m_moment / bin) + bins + 0.5) * bin : bin / 2;
    setMoment(std::clamp(at, bin / 2, std::max(bin / 2, end())));
}

void TimelineBar::advance()
{
    const double passed = static_cast<double>(m_clock.restart()) / 1000;
    m_phase = std::fmod(m_phase + passed * kPhasesPerSecond, 1.0);
    emit phaseChanged(m_phase);
    const double next = m_moment.value_or(0) + passed * std::max(1.0, m_speeds->currentData().toDouble());
    setMoment(std::min(next, end()));
    if (next >= end())
        pause();
}

}  // namespace plimsoll
