// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/metrics/limits.h"
#include "simulator/metrics/node_meter.h"
#include "simulator/queueing/scaling_controller.h"

#include <string>
#include <vector>

namespace plimsoll {

/// A capacity that changes during a run: its time integral, and its mean in each bin of the report.
class CapacityTrack {
public:
    CapacityTrack() = default;
    CapacityTrack(double binSeconds, std::size_t bins)
        : m_bin{std::max<std::int64_t>(1, fromSeconds(binSeconds).count())}, m_bins(bins, 0)
    {}
    void set(SimTime t, double value)
    {
        fill(t, m_bins);
        m_since = t;
        m_use.set(t, value);
    }
    const HeldUse& use() const { return m_use; }
    /// Whether it ever was another than at the start.
    bool moved() const { return m_since != kSimStart; }
    double meanUntil(SimTime end) const
    {
        if (!moved())
            return m_use.value();
        const double length = seconds(end.time_since_epoch());
        return length > 0 ? m_use.integralUntil(end) / length : m_use.value();
    }
    TimeSeries series(std::string name, std::string unit, SimTime end) const
    {
        TimeSeries out{std::move(name), std::move(unit), static_cast<double>(m_bin) * 1e-9, m_bins};
        fill(end, out.values);
        // The last bin may be cut by the end of the run: its mean is over what there was of it.
        for (std::size_t bin = 0; bin < out.values.size(); ++bin) {
            const std::int64_t begins = static_cast<std::int64_t>(bin) * m_bin;
            const std::int64_t length = std::min(m_bin, end.time_since_epoch().count() - begins);
            out.values[bin] = length > 0 ? out.values[bin] / static_cast<double>(length) : 0;
        }
        return out;
    }

private:
    /// Adds value x nanoseconds from the last change to `t` to the bins between.
    void fill(SimTime t, std::vector<double>& bins) const
    {
        std::int64_t at = m_since.time_since_epoch().count();
        const std::int64_t end = t.time_since_epoch().count();
        while (at < end) {
            const std::int64_t bin = at / m_bin;
            if (bin >= static_cast<std::int64_t>(bins.size()))
                return;
            const std::int64_t next = std::min(end, (bin + 1) * m_bin);
            bins[static_cast<std::size_t>(bin)] += m_use.value() * static_cast<double>(next - at);
            at = next;
        }
    }
    std::int64_t m_bin = 1'000'000'000;
    std::vector<double> m_bins;
    HeldUse m_use;
    SimTime m_since = kSimStart;
};

/// Adds how a limit of each of several parts went over the run's time, whose number moved: the demand by slot against
/// their number, in the scale of the limit's utilisation, which is the busiest part's.
inline LimitUse withParts(LimitUse use, const RateUse& demand, const HeldUse& parts, double runSeconds)
{
    use = withHistory(std::move(use), demand, parts, runSeconds);
    double mean = 0;
    for (const double value : use.overTime)
        mean += value / static_cast<double>(use.overTime.size());
    for (double& value : use.overTime)
        value *= mean > 0 ? use.utilisation / mean : 0;
    return use;
}

/// Adds how a limit went over time, whose capacity may have moved.
template <class Demand>
LimitUse withHistory(LimitUse use, const Demand& demand, const CapacityTrack& capacity, double runSeconds)
{
    return capacity.moved() ? withHistory(std::move(use), demand, capacity.use(), runSeconds)
                            : withHistory(std::move(use), demand, runSeconds);
}

/// How a capacity went, and what it is at the end. `what` is "capacity" where there is one only.
inline void reportCapacity(const CapacityTrack& track, const std::string& what, const std::string& unit,
                           double runSeconds, ComponentReport& out)
{
    out.series.push_back(track.series(what, unit, SimTime{fromSeconds(runSeconds)}));
    std::string id = what + "-at-the-end";
    std::replace(id.begin(), id.end(), ' ', '-');
    out.facts.emplace_back(id, what + " at the end", Aggregation::Last, track.use().value());
}

/// What a controller did, for the report.
inline void reportScaling(const ScalingController& controller, const CapacityTrack& track,
                          const std::string& unit, double runSeconds, ComponentReport& out)
{
    reportCapacity(track, "capacity", unit, runSeconds, out);
    out.facts.emplace_back("scale-outs", "scale-outs", Aggregation::Sum,
                           static_cast<double>(controller.scaleOuts()));
    out.facts.emplace_back("scale-ins", "scale-ins", Aggregation::Sum,
                           static_cast<double>(controller.scaleIns()));
}

}  // namespace plimsoll
