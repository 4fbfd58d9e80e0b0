// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/run/findings/fact_findings.h"

#include "simulator/metrics/facts.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

const TimeSeries* seriesOf(const ComponentReport& component, const char* name)
{
    const auto found = std::find_if(component.series.begin(), component.series.end(),
                                    [&](const TimeSeries& series) { return series.name == name; });
    return found == component.series.end() || found->values.empty() ? nullptr : &*found;
}

double atEndOf(const TimeSeries& series, std::vector<double>::const_iterator bin)
{
    return static_cast<double>(bin - series.values.begin() + 1) * series.binSeconds;
}

}  // namespace

const ComponentReport* mostRefusing(const ComponentReport& sender, const RunReport& report)
{
    const ComponentReport* most = nullptr;
    const auto refused = [](const ComponentReport& each) {
        return each.counts.throttled + each.counts.rejected;
    };
    for (const ComponentId& id : sender.delivers) {
        const ComponentReport* receiver = findComponent(report, id);
        if (receiver && refused(*receiver) > (most ? refused(*most) : 0))
            most = receiver;
    }
    return most;
}

std::optional<Finding> scaledLate(const Binding& binding)
{
    constexpr double kNearlyAll = 0.95, kFarFewer = 0.8;  // of the most there were
    const ComponentReport& scales = *binding.at;
    const TimeSeries *units = seriesOf(scales, "capacity"), *waiting = seriesOf(*binding.waits, "backlog");
    if (!units || !waiting || factOf(scales, "scale-outs") <= 0 || staysBehind(*binding.waits))
        return std::nullopt;
    // Less waits from its peak on: so many were enough, and had not been there before.
    const auto most = std::max_element(units->values.begin(), units->values.end());
    const auto there = std::find_if(units->values.begin(), units->values.end(),
                                    [&](double value) { return value >= kNearlyAll * *most; });
    const auto peak = std::max_element(waiting->values.begin(), waiting->values.end());
    const auto began =
        std::find_if(waiting->values.begin(), peak, [&](double value) { return value > 0.01 * *peak; });
    const auto same =
        static_cast<std::size_t>((began - waiting->values.begin()) * waiting->binSeconds / units->binSeconds);
    const double few = units->values[std::min(same, units->values.size() - 1)];
    if (few > kFarFewer * *most)
        return std::nullopt;
    Finding finding;
    finding.id = "scaled-late";
    finding.component = scales.id;
    finding.level = FindingLevel::Advice;
    finding.text = {
        "{component} scaled too late: it had {few} {unit} when work began to wait, and the {most} that "
        "were enough only at {when} s, when {waiting} waited",
        {inWords("component", scales.label), inFigures("few", std::round(few)), inWords("unit", units->unit),
         inFigures("most", std::round(*most)), inDigits("when", atEndOf(*units, there)),
         inFigures("waiting", binding.waits->backlogPeak)}};
    finding.remedy = {"Keep {then} there before the load comes, or look at it more often and act at once",
                      {inFigures("then", std::round(*most))}};
    finding.derivation = computed("there when work began to wait", few / *most, "", "there then / most",
                                  {given("there then", few, units->unit), given("most", *most, units->unit)});
    return finding;
}

std::optional<Finding> givenUp(const ComponentReport& delivery, const RunReport& report)
{
    // A load that was given up leaves nothing behind.
    const double kept = factOf(delivery, "given-up"),
                 lost = factOf(delivery, "delivery-retries") > 0 ? double(delivery.counts.lost) : 0;
    const double records = std::max(kept, lost);
    if (records <= 0)
        return std::nullopt;
    const bool isKept = factOf(delivery, "error-objects") > 0;
    const ComponentReport* receiver = mostRefusing(delivery, report);
    Finding finding;
    finding.id = "given-up";
    finding.component = delivery.id;
    finding.level = FindingLevel::Problem;
    finding.text = {"{component} could not deliver {records} {records|record|records} in time",
                    {inWords("component", delivery.label), inFigures("records", records)}};
    if (receiver) {
        const Counts& counts = receiver->counts;
        finding.text +=
            Phrase{": {receiver} refused {share} of what it was sent",
                   {inWords("receiver", receiver->label),
                    inPercent("share", counts.shareOf(counts.throttled + counts.rejected).value_or(0))}};
    }
    finding.text += isKept ? "; they lie in the bucket of what failed" : "; they are lost";
    finding.remedy = isKept
                         ? "Let deliveries be tried for longer, or send what lies there once more"
                         : "Connect a bucket in the role of an on-failure destination, or let deliveries be "
                           "tried for longer";
    finding.derivation = computed("records given up", records, "records", "refused until the retries ended",
                                  {given("delivery tries again", factOf(delivery, "delivery-retries"), "")});
    return finding;
}

}  // namespace plimsoll
