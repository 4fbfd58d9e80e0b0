// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/metrics/report_difference.h"

#include <algorithm>

namespace plimsoll {

namespace {

/// A mean over [0, b] less one over [0, a] is one over [a, b].
class Span {
public:
    Span(double from, double to) : m_from{from}, m_to{to} {}
    double mean(double all, double before) const
    {
        return m_to > m_from ? (all * m_to - before * m_from) / (m_to - m_from) : 0;
    }

private:
    double m_from, m_to;
};

void subtract(Counts& counts, const Counts& before)
{
    counts.offered -= before.offered;
    counts.accepted -= before.accepted;
    counts.throttled -= before.throttled;
    counts.rejected -= before.rejected;
    counts.completed -= before.completed;
    counts.failed -= before.failed;
    counts.lost -= before.lost;
    counts.retried -= before.retried;
    counts.abandoned -= before.abandoned;
}

void subtract(ComponentReport& component, const ComponentReport& before, const Span& span)
{
    subtract(component.counts, before.counts);
    for (std::size_t at = 0; at < std::min(component.consumers.size(), before.consumers.size()); ++at) {
        component.consumers[at].delivered -= before.consumers[at].delivered;
        component.consumers[at].filtered -= before.consumers[at].filtered;
        component.consumers[at].expired -= before.consumers[at].expired;
    }
    for (LimitUse& limit : component.limits) {
        const auto known = std::find_if(before.limits.begin(), before.limits.end(),
                                        [&](const LimitUse& each) { return each.limit == limit.limit; });
        if (known == before.limits.end())
            continue;
        limit.mean = span.mean(limit.mean, known->mean);
        limit.utilisation = span.mean(limit.utilisation, known->utilisation);
        limit.refused -= known->refused;
        limit.derivation.value = limit.utilisation;
    }
    // Lanes that were cut meanwhile count from then on.
    for (std::size_t at = 0; component.lanes.size() == before.lanes.size() && at < before.lanes.size();
         ++at) {
        LaneFigures& lane = component.lanes[at];
        lane.offered -= before.lanes[at].offered;
        lane.refused -= before.lanes[at].refused;
        lane.bytes -= before.lanes[at].bytes;
        lane.utilisation = span.mean(lane.utilisation, before.lanes[at].utilisation);
    }
}

void subtract(MeterReading& reading, const MeterReading& before)
{
    const Span span{before.observedSeconds, reading.observedSeconds};
    switch (reading.meterClass) {
    case MeterClass::Count:
        reading.amount -= before.amount;
        break;
    case MeterClass::Level:
        reading.amount = span.mean(reading.amount, before.amount);
        break;
    case MeterClass::Stock:
        reading.inflowPerSecond = span.mean(reading.inflowPerSecond, before.inflowPerSecond);
        break;
    case MeterClass::Once:
        break;
    }
    reading.observedSeconds -= before.observedSeconds;
}

}  // namespace

void subtract(RunReport& report, const RunReport& earlier)
{
    const Span span{earlier.provenance.simulatedSeconds, report.provenance.simulatedSeconds};
    for (std::size_t at = 0; at < std::min(report.components.size(), earlier.components.size()); ++at)
        subtract(report.components[at], earlier.components[at], span);
    for (MeterReading& reading : report.usage) {
        const auto known =
            std::find_if(earlier.usage.begin(), earlier.usage.end(), [&](const MeterReading& each) {
                return each.component == reading.component && each.meter == reading.meter;
            });
        if (known != earlier.usage.end())
            subtract(reading, *known);
    }
    for (std::size_t at = 0; at < std::min(report.paths.size(), earlier.paths.size()); ++at) {
        report.paths[at].succeeded -= earlier.paths[at].succeeded;
        report.paths[at].failed -= earlier.paths[at].failed;
        report.paths[at].gaveUp -= earlier.paths[at].gaveUp;
    }
    for (std::size_t at = 0; at < std::min(report.sinks.size(), earlier.sinks.size()); ++at)
        report.sinks[at].delivered -= earlier.sinks[at].delivered;
    RunTotals& totals = report.totals;
    const RunTotals& before = earlier.totals;
    totals.born -= before.born;
    totals.copied -= before.copied;
    totals.generated -= before.generated;
    totals.done -= before.done;
    totals.filtered -= before.filtered;
    totals.joined -= before.joined;
    totals.gaveUp -= before.gaveUp;
    totals.lost -= before.lost;
}

}  // namespace plimsoll
