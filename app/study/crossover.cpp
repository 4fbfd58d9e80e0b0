// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/crossover.h"

#include "app/study/wording.h"
#include "simulator/services/service_library.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace plimsoll {

namespace {

constexpr double kLeastFactor = 1e-3;
constexpr double kMostFactor = 1e2;
constexpr int kStepsPerDecade = 6;
constexpr int kHalvings = 14;  // of a step: the crossover is then known to about 0.003%

void scaleSizes(Component& component, const ServiceSpec& spec, double factor)
{
    for (const ParameterSpec& parameter : spec.parameters) {
        if (!parameter.sizable || isAuto(spec, component.parameters, parameter.id))
            continue;
        const auto set = component.parameters.find(parameter.id);
        if (set == component.parameters.end() && !parameter.visibleWhen.parameter.empty())
            continue;  // a size of a mode that is not chosen
        const double size = numberOf(spec, component.parameters, parameter.id) * factor;
        const double least = std::max(parameter.minimum, 1.0);
        const double most = parameter.maximum > 0 ? parameter.maximum : size;
        component.parameters[parameter.id] = static_cast<std::int64_t>(
            std::clamp(std::ceil(size - 1e-9), least, std::max(least, std::floor(most))));
    }
}

/// Records a second that the sources offer.
double offeredOf(const Design& design, const FlowReport& flow, const ServiceCatalog& catalog)
{
    double rate = 0;
    for (const Component& component : design.components) {
        const ServiceSpec* spec = catalog.find(component.service);
        const FlowComponent* found = findComponent(flow, component.id);
        if (spec && spec->isSource && found)
            rate += found->offered.recordsPerSecond;
    }
    return rate;
}

Result<CostAtLoad> costAt(const std::vector<Contender>& pair, const ServiceLibrary& library,
                          const ScenarioId& scenario, const PriceChoice& price, double factor)
{
    CostAtLoad at;
    at.factor = factor;
    for (const Contender& contender : pair) {
        const Design design = atLoad(contender.design, library.catalog(), factor);
        const Result<Bill> bill = estimateBill(design, library, scenario, price);
        if (!bill)
            return bill.error();
        at.costs.push_back(bill->total);
    }
    return at;
}

std::size_t cheaper(const CostAtLoad& at)
{
    return at.costs.size() > 1 && at.costs[1] < at.costs[0] ? 1 : 0;
}

std::string rateText(double recordsPerSecond)
{
    return figure(recordsPerSecond >= 100 ? std::round(recordsPerSecond) : recordsPerSecond) + " records/s";
}

std::string textOf(const Crossover& crossover, const std::vector<Contender>& pair)
{
    if (crossover.curve.size() < 2 || pair.size() < 2)
        return "";
    const CostAtLoad& least = crossover.curve.front();
    const CostAtLoad& most = crossover.curve.back();
    if (crossover.points.empty())
        return fmt::format("{} is cheaper at every rate from {} to {}, sizes growing with the rate.",
                           pair[cheaper(least)].name, rateText(least.recordsPerSecond),
                           rateText(most.recordsPerSecond));
    if (crossover.points.size() == 1) {
        const CrossoverPoint& point = crossover.points.front();
        return fmt::format(
            "Below {} {} is cheaper, above it {}: both cost {} a month there, sizes growing with the rate.",
            rateText(point.at.recordsPerSecond), pair[point.cheaperBelow].name, pair[point.cheaperAbove].name,
            roundDollars(point.at.costs.front()));
    }
    std::string rates;
    for (const CrossoverPoint& point : crossover.points)
        rates += (rates.empty() ? "" : ", ") + rateText(point.at.recordsPerSecond);
    return fmt::format("The cheaper side changes at {}; below the first it is {}.", rates,
                       pair[crossover.points.front().cheaperBelow].name);
}

}  // namespace

Design atLoad(const Design& design, const ServiceCatalog& catalog, double factor)
{
    Design scaled = design;
    if (factor == 1)
        return scaled;
    for (Scenario& scenario : scaled.scenarios)
        for (auto& [source, profile] : scenario.traffic)
            profile.load *= factor;
    for (Component& component : scaled.components)
        if (const ServiceSpec* spec = catalog.find(component.service))
            scaleSizes(component, *spec, factor);
    return scaled;
}

Result<Crossover> crossoverOf(const std::vector<Contender>& contenders, const ServiceLibrary& library,
                              const ScenarioId& scenario, const PriceChoice& price)
{
    Crossover crossover;
    if (contenders.empty())
        return crossover;
    std::vector<Contender> pair{contenders.begin(),
                                contenders.begin() + std::min<std::ptrdiff_t>(2, std::ssize(contenders))};
    const Result<FlowReport> flow = estimateFlow(pair[0].design, library, scenario);
    if (!flow)
        return flow.error();
    const double now = offeredOf(pair[0].design, *flow, library.catalog());
    const auto at = [&](double factor) {
        Result<CostAtLoad> cost = costAt(pair, library, scenario, price, factor);
        if (cost)
            cost->recordsPerSecond = now * factor;
        return cost;
    };
    if (const Result<CostAtLoad> own = at(1); !own)
        return own.error();
    const int steps = static_cast<int>(std::lround(std::log10(kMostFactor / kLeastFactor) * kStepsPerDecade));
    for (int step = 0; step <= steps; ++step) {
        Result<CostAtLoad> cost =
            at(kLeastFactor * std::pow(10.0, static_cast<double>(step) / kStepsPerDecade));
        if (!cost)
            continue;
        if (!crossover.curve.empty() && cheaper(crossover.curve.back()) != cheaper(*cost)) {
            CostAtLoad low = crossover.curve.back();
            CostAtLoad high = *cost;
            for (int halving = 0; halving < kHalvings; ++halving) {
                const Result<CostAtLoad> middle = at(std::sqrt(low.factor * high.factor));
                if (!middle)
                    break;
                (cheaper(*middle) == cheaper(low) ? low : high) = *middle;
            }
            crossover.points.push_back({high, cheaper(low), cheaper(high)});
        }
        crossover.curve.push_back(std::move(*cost));
    }
    crossover.text = textOf(crossover, pair);
    return crossover;
}

}  // namespace plimsoll
