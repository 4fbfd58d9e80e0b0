// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/metrics/limits.h"

#include "model/support/number_text.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

LimitUse rateLimit(const LimitSpec& spec, double meanDemand, double peakDemand, double refused,
                   double busiestShare)
{
    LimitUse use;
    use.limit = spec.limit;
    use.label = spec.label;
    use.unit = spec.unit;
    use.capacity = spec.perUnit * spec.count;
    use.mean = meanDemand;
    use.peak = peakDemand;
    use.refused = refused;
    const double busiest = std::max(busiestShare, spec.count > 0 ? 1 / spec.count : 1);
    use.utilisation = spec.perUnit > 0 ? meanDemand * busiest / spec.perUnit : 0;
    std::vector<Derivation> inputs{given("mean demand", meanDemand, spec.unit)};
    if (spec.count != 1) {
        inputs.push_back(given("share on the busiest of the " + spec.countName, busiest, ""));
        inputs.push_back(given(spec.countName, spec.count, ""));
    }
    inputs.push_back(
        quoted(spec.count != 1 ? "capacity of one" : "capacity", spec.perUnit, spec.unit, spec.source));
    use.derivation =
        computed(spec.label + ", utilisation", use.utilisation, "",
                 spec.count != 1 ? "mean demand x busiest share / capacity of one" : "mean demand / capacity",
                 std::move(inputs));
    return use;
}

LimitUse heldLimit(const LimitSpec& spec, double mean, double peak, double refused)
{
    LimitUse use;
    use.limit = spec.limit;
    use.label = spec.label;
    use.unit = spec.unit;
    use.capacity = spec.perUnit * spec.count;
    use.mean = mean;
    use.peak = peak;
    use.refused = refused;
    use.utilisation = use.capacity > 0 ? mean / use.capacity : 0;
    use.derivation = computed(
        spec.label + ", utilisation", use.utilisation, "", "time mean held / capacity",
        {given("time mean held", mean, spec.unit), quoted("capacity", use.capacity, spec.unit, spec.source)});
    return use;
}

namespace {

void setHistory(LimitUse& use, std::vector<double> demand, double perDemand, double seconds)
{
    use.binSeconds = SlotSums::widthFor(seconds);
    for (double& value : demand)
        value *= perDemand;
    use.overTime = std::move(demand);
}

/// Of a capacity that moved: slot by slot.
LimitUse ofMoving(LimitUse use, std::vector<double> demand, const HeldUse& capacity, double seconds)
{
    const std::vector<double> capacities = capacity.overTime(seconds);
    for (std::size_t slot = 0; slot < demand.size(); ++slot)
        demand[slot] = capacities[slot] > 0 ? demand[slot] / capacities[slot] : 0;
    setHistory(use, std::move(demand), 1, seconds);
    return use;
}

/// The busiest part's share and the capacity are in the ratio already.
double perDemandOf(const LimitUse& use)
{
    return use.mean > 0 ? use.utilisation / use.mean : 0;
}

}  // namespace

LimitUse withHistory(LimitUse use, const RateUse& demand, double seconds)
{
    setHistory(use, demand.overTime(seconds), perDemandOf(use), seconds);
    return use;
}

LimitUse withHistory(LimitUse use, const RateUse& demand, const HeldUse& capacity, double seconds)
{
    return ofMoving(std::move(use), demand.overTime(seconds), capacity, seconds);
}

LimitUse withHistory(LimitUse use, const HeldUse& held, double seconds)
{
    setHistory(use, held.overTime(seconds), perDemandOf(use), seconds);
    return use;
}

LimitUse withHistory(LimitUse use, const HeldSums& held, double seconds)
{
    setHistory(use, held.means(seconds), perDemandOf(use), seconds);
    return use;
}

LimitUse withHistory(LimitUse use, const HeldUse& held, const HeldUse& capacity, double seconds)
{
    return ofMoving(std::move(use), held.overTime(seconds), capacity, seconds);
}

LimitUse withHistory(LimitUse use, const HeldSums& held, const HeldUse& capacity, double seconds)
{
    return ofMoving(std::move(use), held.means(seconds), capacity, seconds);
}

void describeHeadRoom(ComponentReport& component)
{
    constexpr double kBinds = 0.8;  // what findings call near a limit
    std::vector<const LimitUse*> kept;
    for (const LimitUse& limit : component.limits) {
        if (limit.overTime.empty() || limit.capacity <= 0)
            continue;
        component.series.push_back({"utilisation: " + limit.limit, "", limit.binSeconds, limit.overTime});
        kept.push_back(&limit);
    }
    if (kept.empty())
        return;
    TimeSeries room{"head-room", "", kept.front()->binSeconds, {}};
    const std::size_t bins = kept.front()->overTime.size();
    const LimitUse* before = nullptr;
    for (std::size_t bin = 0; bin < bins; ++bin) {
        const LimitUse* tightest =
            *std::max_element(kept.begin(), kept.end(), [&](const LimitUse* a, const LimitUse* b) {
                return a->overTime[bin] < b->overTime[bin];
            });
        const double use = tightest->overTime[bin];
        room.values.push_back(1 - use);
        const LimitUse* binds = use >= kBinds ? tightest : nullptr;
        const double from = static_cast<double>(bin) * room.binSeconds;
        if (binds && binds != before)
            component.binding.push_back({binds->limit, from, from, 0});
        if (binds) {
            BindingSpan& span = component.binding.back();
            const double behind = (span.toSeconds - span.fromSeconds) / room.binSeconds;
            span.utilisation = (span.utilisation * behind + use) / (behind + 1);
            span.toSeconds = from + room.binSeconds;
        }
        before = binds;
    }
    component.series.push_back(std::move(room));
}

Sizing sizeFor(const std::string& parameter, const std::string& unitName, double current, double target,
               const std::vector<SizingNeed>& needs)
{
    Sizing sizing;
    sizing.parameter = parameter;
    sizing.unit = unitName;
    sizing.current = current;
    std::vector<Derivation> least, comfortable;
    double leastUse = 0;
    std::string uses;
    // A quota met exactly is met: do not let the last bit of a division ask for one more.
    const auto up = [](double x) { return std::max(1.0, std::ceil(x - 1e-9)); };
    for (const SizingNeed& need : needs) {
        const double minimum = up(need.demand / need.perUnit);
        const double recommended = up(need.demand / (need.perUnit * target));
        const std::vector<Derivation> inputs{given("demand", need.demand, need.unit),
                                             quoted("one carries", need.perUnit, need.unit, need.source)};
        least.push_back(
            computed("by " + need.limit, minimum, unitName, "ceil(demand / one carries)", inputs));
        std::vector<Derivation> withTarget = inputs;
        withTarget.push_back(given("target utilisation", target, ""));
        comfortable.push_back(computed("by " + need.limit, recommended, unitName,
                                       "ceil(demand / (one carries x target utilisation))", withTarget));
        const double share = need.demand / need.perUnit;
        if (minimum > sizing.minimum || (minimum == sizing.minimum && share > leastUse)) {
            sizing.minimum = minimum;
            sizing.binding = need.limit;
            leastUse = share;
        }
        sizing.recommended = std::max(sizing.recommended, recommended);
        uses += (uses.empty() ? "" : ", ") + figure(minimum) + " by " + need.limit;
    }
    const double full = sizing.minimum > 0 ? leastUse / sizing.minimum : 0;
    const std::string room = full > 0.995 ? "no head-room" : plainNumber(std::round(full * 100)) + "% used";
    sizing.text = figure(sizing.minimum) + " minimum, " + room + "; " + figure(sizing.recommended)
                  + " recommended at " + plainNumber(std::round(target * 100)) + "% (" + uses + ")";
    sizing.minimumDerivation =
        computed(unitName + ", minimum", sizing.minimum, unitName, "largest of the needs", std::move(least));
    sizing.recommendedDerivation = computed(unitName + ", recommended", sizing.recommended, unitName,
                                            "largest of the needs", std::move(comfortable));
    return sizing;
}

}  // namespace plimsoll
