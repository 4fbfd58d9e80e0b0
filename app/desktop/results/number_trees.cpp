// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/number_trees.h"

#include "app/desktop/text/format.h"

#include <QtCore/QCoreApplication>

#include <utility>

namespace plimsoll {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(NumberTrees)
};

Derivation leaf(const QString& name, std::uint64_t count)
{
    return computed(name.toStdString(), static_cast<double>(count), {}, {}, {});
}

Derivation sum(const QString& name, std::uint64_t count, const QString& formula,
               std::vector<Derivation> inputs)
{
    return computed(name.toStdString(), static_cast<double>(count), {}, formula.toStdString(),
                    std::move(inputs));
}

Derivation offered(const Counts& counts)
{
    std::vector<Derivation> inputs{leaf(Words::tr("accepted"), counts.accepted),
                                   leaf(Words::tr("throttled"), counts.throttled),
                                   leaf(Words::tr("rejected"), counts.rejected)};
    if (counts.retried > 0)
        inputs.push_back(leaf(Words::tr("of these, attempts after the first"), counts.retried));
    return sum(Words::tr("Offered"), counts.offered, Words::tr("accepted + throttled + rejected"),
               std::move(inputs));
}

Derivation accepted(const Counts& counts)
{
    return sum(Words::tr("Accepted"), counts.accepted, Words::tr("completed + failed + lost + in flight"),
               {leaf(Words::tr("completed"), counts.completed), leaf(Words::tr("failed"), counts.failed),
                leaf(Words::tr("lost"), counts.lost),
                leaf(Words::tr("in flight at the end"), counts.inFlight)});
}

/// One that is what the others leave of it.
Derivation rest(const QString& name, std::uint64_t count, const QString& formula, Derivation whole)
{
    return sum(name, count, formula, {std::move(whole)});
}

Derivation throttled(const ComponentReport& component)
{
    std::vector<Derivation> limits;
    for (const LimitUse& each : component.limits) {
        if (each.refused <= 0)
            continue;
        const QString label = coreText(each.label.empty() ? each.limit : each.label);
        limits.push_back(computed(Words::tr("refused by %1").arg(label).toStdString(), each.refused, {}, {},
                                  each.derivation.name.empty() ? std::vector<Derivation>{}
                                                               : std::vector{each.derivation}));
    }
    if (limits.empty())
        return rest(Words::tr("Throttled"), component.counts.throttled,
                    Words::tr("offered \u2212 accepted \u2212 rejected"), offered(component.counts));
    return sum(Words::tr("Throttled"), component.counts.throttled, Words::tr("what each limit refused"),
               std::move(limits));
}

Derivation percentile(const LatencySummary& latency, Percentile which)
{
    std::vector<Derivation> inputs{leaf(Words::tr("samples"), latency.samples)};
    const auto millis = [&](const QString& name, const std::optional<double>& value) {
        if (value)
            inputs.push_back(computed(name.toStdString(), *value, "ms", {}, {}));
    };
    millis(Words::tr("how far off it may be (95 times in 100)"), halfWidthOf(latency, which));
    millis(Words::tr("on average"), latency.mean);
    millis(Words::tr("slowest"), latency.max);
    return computed(Words::tr("%1 of the time inside").arg(Format::percentileName(which)).toStdString(),
                    valueOf(latency, which).value_or(0), "ms",
                    Words::tr("nearest rank among the samples").toStdString(), std::move(inputs));
}

}  // namespace

Derivation treeOf(const ComponentReport& component, RunFigure figure)
{
    const Counts& counts = component.counts;
    const QString left = Words::tr("what is left of the accepted");
    switch (figure) {
    case RunFigure::Offered:
        return offered(counts);
    case RunFigure::Accepted:
        return accepted(counts);
    case RunFigure::Throttled:
        return throttled(component);
    case RunFigure::Rejected:
        return rest(Words::tr("Rejected"), counts.rejected,
                    Words::tr("offered \u2212 accepted \u2212 throttled"), offered(counts));
    case RunFigure::Completed:
        return rest(Words::tr("Completed"), counts.completed, left, accepted(counts));
    case RunFigure::Failed:
        return rest(Words::tr("Failed"), counts.failed, left, accepted(counts));
    case RunFigure::Lost:
        return rest(Words::tr("Lost"), counts.lost, left, accepted(counts));
    case RunFigure::InFlight:
        return rest(Words::tr("In flight at the end"), counts.inFlight, left, accepted(counts));
    case RunFigure::Median:
        return percentile(component.latency, Percentile::P50);
    case RunFigure::Tail:
        return percentile(component.latency, Percentile::P99);
    }
    return {};
}

}  // namespace plimsoll
