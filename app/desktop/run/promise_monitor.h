// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/run/simulation.h"

#include <QtCore/QPromise>

#include <algorithm>
#include <atomic>

namespace plimsoll {

/// The range of a promise whose progress a PromiseMonitor tells.
inline constexpr int kProgressSteps = 1000;

/// Tells a promise how far a run has come, and the run when to stop.
template <class Outcome>
class PromiseMonitor final : public RunMonitor {
public:
    PromiseMonitor(QPromise<Outcome>& promise, const std::atomic<bool>& stop)
        : m_promise{promise}, m_stop{stop}
    {}
    void progressed(double fraction) override
    {
        m_promise.setProgressValue(static_cast<int>(std::clamp(fraction, 0.0, 1.0) * kProgressSteps));
    }
    bool isCancelled() const override { return m_stop.load(std::memory_order_relaxed); }

private:
    QPromise<Outcome>& m_promise;
    const std::atomic<bool>& m_stop;
};

}  // namespace plimsoll
