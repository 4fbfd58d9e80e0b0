// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/support/usage.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll {

/// Where a service states what it is billed for, from a run's totals or from the flow's rates alike.
class MeterSink {
public:
    /// Drops what it is told.
    MeterSink() = default;
    MeterSink(Usage& usage, std::string component, std::string service, double seconds,
              Placement placement = {})
        : m_usage{&usage},
          m_component{std::move(component)},
          m_service{std::move(service)},
          m_placement{std::move(placement)},
          m_seconds{seconds}
    {}
    double seconds() const { return m_seconds; }
    /// Work done: `perSecond` units on average over the observed time, of which `always` at all times. Nothing is billed
    /// for nothing.
    void count(const std::string& meter, double perSecond, std::vector<Derivation> inputs, double always = 0) const
    {
        if (perSecond > 0)
            add(meter, MeterClass::Count, perSecond * m_seconds, std::move(inputs), always * m_seconds);
    }
    /// Capacity held: its time mean, of which `always` at all times.
    void level(const std::string& meter, double held, std::vector<Derivation> inputs, double always = 0) const
    {
        if (held > 0)
            add(meter, MeterClass::Level, held, std::move(inputs), always);
    }
    /// GB kept: what was there, what comes in each second, how long it stays, how old it is before it counts.
    void stock(const std::string& meter, double startGb, double inflowGbPerSecond,
               std::vector<Derivation> inputs,
               double retentionSeconds = std::numeric_limits<double>::infinity(),
               double delaySeconds = 0) const
    {
        if (startGb <= 0 && inflowGbPerSecond <= 0)
            return;
        if (!add(meter, MeterClass::Stock, 0, std::move(inputs)))
            return;
        MeterReading& reading = m_usage->back();
        reading.startStock = startGb;
        reading.inflowPerSecond = inflowGbPerSecond;
        reading.retentionSeconds = retentionSeconds;
        reading.delaySeconds = delaySeconds;
    }

private:
    bool add(const std::string& meter, MeterClass meterClass, double amount,
             std::vector<Derivation> inputs, double always = 0) const
    {
        if (!m_usage)
            return false;
        MeterReading reading;
        reading.component = m_component;
        reading.placement = m_placement;
        reading.meter = m_service + "/" + meter;
        reading.meterClass = meterClass;
        reading.observedSeconds = m_seconds;
        reading.amount = amount;
        reading.alwaysShare = amount > 0 ? std::clamp(always / amount, 0.0, 1.0) : 0;
        reading.inputs = std::move(inputs);
        m_usage->push_back(std::move(reading));
        return true;
    }
    Usage* m_usage = nullptr;
    std::string m_component, m_service;
    Placement m_placement;
    double m_seconds = 0;
};

}  // namespace plimsoll
