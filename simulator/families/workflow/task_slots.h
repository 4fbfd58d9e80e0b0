// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/workflow/workflow.h"
#include "simulator/metrics/node_meter.h"
#include "simulator/queueing/call_desk.h"

#include <cmath>
#include <deque>
#include <map>

namespace plimsoll {

/// A task that is ready, or will be.
struct ReadyTask {
    CallToken execution;
    std::size_t task = 0;
    std::uint64_t number = 0;  ///< of the task's operations
    SimTime ready{};
};

/// Who of the ready tasks has a place on a worker.
class TaskSlots {
public:
    void open(const std::optional<TaskWorkers>& workers, double settled)
    {
        if (!workers)
            return;
        m_workers = workers;
        m_scaling = ScalingController{workers->scaling, settled};
        note(kSimStart);
    }
    bool used() const { return m_workers.has_value(); }
    Duration period() const { return m_workers->scaling.period; }
    /// It will be ready at its time.
    void expect(const ReadyTask& task) { m_expected.emplace(task.ready, task); }
    /// What is ready at `t` gets in line.
    void lineUp(SimTime t)
    {
        while (!m_expected.empty() && m_expected.begin()->first <= t) {
            m_line.push_back(m_expected.begin()->second);
            m_expected.erase(m_expected.begin());
        }
    }
    /// The next one that may begin; it has a place then.
    std::optional<ReadyTask> next(SimTime t, double capacity)
    {
        const double places = std::max(1.0, std::floor(m_scaling.capacity() * m_workers->each * capacity));
        if (m_line.empty() || m_busy.value() >= places)
            return std::nullopt;
        const ReadyTask task = m_line.front();
        m_line.pop_front();
        m_waited += t > task.ready ? 1 : 0;
        m_busy.set(t, m_busy.value() + 1);
        return task;
    }
    void giveBack(SimTime t) { m_busy.set(t, m_busy.value() - 1); }
    /// A look at what runs and waits; when a change is in force, kNever without any.
    SimTime look(SimTime t)
    {
        const SimTime due = m_scaling.sample(t, m_busy.value() + static_cast<double>(m_line.size()));
        note(t);
        return due;
    }
    void applyDue(SimTime t)
    {
        m_scaling.applyDue(t);
        note(t);
    }
    double waiting() const { return static_cast<double>(m_line.size()); }
    double oldest(SimTime t) const { return m_line.empty() ? 0 : seconds(t - m_line.front().ready); }
    double workersUntil(SimTime end) const
    {
        const double length = seconds(end.time_since_epoch());
        return length > 0 ? m_held.integralUntil(end) / length : m_held.value();
    }
    std::uint64_t scaleOuts() const { return m_scaling.scaleOuts(); }
    std::uint64_t waited() const { return m_waited; }
    LimitUse use(double length) const
    {
        const SimTime end{fromSeconds(length)};
        LimitSpec limit = m_workers->tasks;
        const double places = m_places.integralUntil(end) / length;
        limit.count = places / m_workers->each;
        return withHistory(heldLimit(limit, m_busy.integralUntil(end) / length, m_busy.peak(), 0), m_busy,
                           m_places, length);
    }

private:
    /// Workers are there from their order until they are let go.
    void note(SimTime t)
    {
        m_held.set(t, std::max(m_scaling.capacity(), m_scaling.decided()));
        m_places.set(t, m_scaling.capacity() * m_workers->each);
    }

    std::optional<TaskWorkers> m_workers;
    ScalingController m_scaling;
    std::multimap<SimTime, ReadyTask> m_expected;
    std::deque<ReadyTask> m_line;
    HeldUse m_busy, m_held, m_places;
    std::uint64_t m_waited = 0;
};

}  // namespace plimsoll
