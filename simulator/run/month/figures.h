// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/run/replication/replication.h"

#include <cstddef>
#include <string>
#include <type_traits>
#include <vector>

namespace plimsoll {

namespace figures {

/// The item of `list` that means the same as `like`; where it was last time is tried first.
template <class List, class Like, class Same>
auto* matching(List* list, const Like& like, std::size_t hint, Same same)
{
    using Item = std::remove_reference_t<decltype((*list)[0])>;
    if (!list)
        return static_cast<Item*>(nullptr);
    if (hint < list->size() && same((*list)[hint], like))
        return &(*list)[hint];
    for (Item& item : *list) {
        if (same(item, like))
            return &item;
    }
    return static_cast<Item*>(nullptr);
}

template <class Trees, class Others, class F>
void eachDerivation(Trees& trees, Others* others, F& f)
{
    for (std::size_t at = 0; at < trees.size(); ++at) {
        auto* other =
            others && at < others->size() && (*others)[at].name == trees[at].name ? &(*others)[at] : nullptr;
        f(Aggregation::TimeMean, &trees[at].value, other ? &other->value : nullptr);
        eachDerivation(trees[at].inputs, other ? &other->inputs : nullptr, f);
    }
}

}  // namespace figures

/// Visits every number of `shape` that can be put together from parts, always in the same order, with the same
/// number of `other` (null where it has none): f(kind, T*, T*). PerRecord figures follow their accepted count.
template <class Shape, class Other, class F>
void eachFigure(Shape& shape, Other& other, F&& f)
{
    using figures::matching;
    for (std::size_t at = 0; at < shape.report.components.size(); ++at) {
        auto& a = shape.report.components[at];
        auto& b = other.report.components[at];
        f(Aggregation::Sum, &a.counts.accepted, &b.counts.accepted);
        for (std::size_t part = 0; part < kTimeParts; ++part)
            f(Aggregation::Share, &a.partMillis[part], &b.partMillis[part]);
        f(Aggregation::Sum, &a.counts.offered, &b.counts.offered);
        f(Aggregation::Sum, &a.counts.throttled, &b.counts.throttled);
        f(Aggregation::Sum, &a.counts.rejected, &b.counts.rejected);
        f(Aggregation::Sum, &a.counts.completed, &b.counts.completed);
        f(Aggregation::Sum, &a.counts.failed, &b.counts.failed);
        f(Aggregation::Sum, &a.counts.lost, &b.counts.lost);
        f(Aggregation::Sum, &a.counts.retried, &b.counts.retried);
        f(Aggregation::Last, &a.counts.inFlight, &b.counts.inFlight);
        for (std::size_t n = 0; n < a.consumers.size(); ++n) {
            auto& c = a.consumers[n];
            auto* d = matching(&b.consumers, c, n, [](const auto& x, const auto& y) {
                return x.connection == y.connection && x.consumer == y.consumer;
            });
            f(Aggregation::Sum, &c.delivered, d ? &d->delivered : nullptr);
            f(Aggregation::Sum, &c.filtered, d ? &d->filtered : nullptr);
            f(Aggregation::Sum, &c.expired, d ? &d->expired : nullptr);
            f(Aggregation::Last, &c.resident, d ? &d->resident : nullptr);
            f(Aggregation::Peak, &c.peakAgeSeconds, d ? &d->peakAgeSeconds : nullptr);
        }
        for (std::size_t n = 0; n < a.limits.size(); ++n) {
            auto& c = a.limits[n];
            auto* d = matching(&b.limits, c, n, [](const auto& x, const auto& y) {
                return x.limit == y.limit && x.label == y.label;
            });
            f(Aggregation::TimeMean, &c.capacity, d ? &d->capacity : nullptr);
            f(Aggregation::TimeMean, &c.mean, d ? &d->mean : nullptr);
            f(Aggregation::TimeMean, &c.utilisation, d ? &d->utilisation : nullptr);
            f(Aggregation::Peak, &c.peak, d ? &d->peak : nullptr);
            f(Aggregation::Sum, &c.refused, d ? &d->refused : nullptr);
            f(Aggregation::TimeMean, &c.derivation.value, d ? &d->derivation.value : nullptr);
            figures::eachDerivation(c.derivation.inputs, d ? &d->derivation.inputs : nullptr, f);
        }
        f(Aggregation::TimeMean, &a.backlogMean, &b.backlogMean);
        f(Aggregation::Peak, &a.backlogPeak, &b.backlogPeak);
        f(Aggregation::Last, &a.backlogFinal, &b.backlogFinal);
        f(Aggregation::Peak, &a.peakAgeSeconds, &b.peakAgeSeconds);
        for (std::size_t n = 0; n < a.facts.size(); ++n) {
            auto& c = a.facts[n];
            auto* d = matching(&b.facts, c, n, [](const auto& x, const auto& y) { return x.id == y.id; });
            f(c.aggregation, &c.value, d ? &d->value : nullptr);
        }
    }
    for (std::size_t at = 0; at < shape.report.paths.size(); ++at) {
        auto& a = shape.report.paths[at];
        auto& b = other.report.paths[at];
        f(Aggregation::Sum, &a.succeeded, &b.succeeded);
        f(Aggregation::Sum, &a.failed, &b.failed);
        f(Aggregation::Sum, &a.gaveUp, &b.gaveUp);
    }
    for (std::size_t at = 0; at < shape.report.sinks.size(); ++at) {
        auto& a = shape.report.sinks[at];
        auto& b = other.report.sinks[at];
        f(Aggregation::Sum, &a.delivered, &b.delivered);
        f(Aggregation::Last, &a.undelivered, &b.undelivered);
        f(Aggregation::Last, &a.undeliveredAgeSeconds, &b.undeliveredAgeSeconds);
        if (a.freshnessMeanSeconds && a.freshnessMaxSeconds) {
            const bool both = b.freshnessMeanSeconds && b.freshnessMaxSeconds;
            f(Aggregation::TimeMean, &*a.freshnessMeanSeconds, both ? &*b.freshnessMeanSeconds : nullptr);
            f(Aggregation::Peak, &*a.freshnessMaxSeconds, both ? &*b.freshnessMaxSeconds : nullptr);
        }
    }
    for (std::size_t n = 0; n < shape.report.usage.size(); ++n) {
        auto& c = shape.report.usage[n];
        auto* d = matching(&other.report.usage, c, n, [](const auto& x, const auto& y) {
            return x.component == y.component && x.meter == y.meter;
        });
        const bool sums = c.meterClass == MeterClass::Count || c.meterClass == MeterClass::Once;
        f(sums ? Aggregation::Sum : Aggregation::TimeMean, &c.amount, d ? &d->amount : nullptr);
        f(Aggregation::TimeMean, &c.inflowPerSecond, d ? &d->inflowPerSecond : nullptr);
        f(Aggregation::TimeMean, &c.startStock, d ? &d->startStock : nullptr);
        figures::eachDerivation(c.inputs, d ? &d->inputs : nullptr, f);
        figures::eachDerivation(c.ofWhich, d ? &d->ofWhich : nullptr, f);
    }
    auto& t = shape.report.totals;
    auto& u = other.report.totals;
    f(Aggregation::Sum, &t.born, &u.born);
    f(Aggregation::Sum, &t.copied, &u.copied);
    f(Aggregation::Sum, &t.generated, &u.generated);
    f(Aggregation::Sum, &t.done, &u.done);
    f(Aggregation::Sum, &t.filtered, &u.filtered);
    f(Aggregation::Sum, &t.joined, &u.joined);
    f(Aggregation::Sum, &t.gaveUp, &u.gaveUp);
    f(Aggregation::Sum, &t.lost, &u.lost);
    f(Aggregation::Last, &t.inFlight, &u.inFlight);
}

/// Adds to `shape` the limits, facts, consumers and meters that only `other` has, at zero.
void widen(Replication& shape, const Replication& other);

}  // namespace plimsoll
