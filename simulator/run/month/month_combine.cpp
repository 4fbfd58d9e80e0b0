// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/run/month/month_combine.h"

#include "simulator/metrics/limits.h"
#include "simulator/metrics/statistics.h"
#include "simulator/run/findings/run_findings.h"
#include "simulator/run/month/figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace plimsoll {

namespace {

/// A part of the whole: several runs of one thing, and how much of the scenario they stand for.
struct Part {
    const std::vector<std::shared_ptr<const SegmentResult>>* runs = nullptr;
    bool isLevel = false;
    double seconds = 0;         ///< each measured second stands for seconds / measured of the scenario
    double latencySeconds = 0;  ///< the same for distributions
    double measured = 0;        ///< over all runs
    double bornPerSecond = 0;   ///< level: exact
    double volume = 1;          ///< level: what should have arrived / what did
    double count = 1;           ///< stretch: how often the scenario has it
    /// What one measured message of a distribution stands for.
    double weight() const { return latencySeconds / measured * volume; }
};

/// Mean of some figure per measured second of a part, and the variance of that mean.
struct Estimate {
    double mean = 0, variance = 0, freedom = 0;
    bool known = true;  ///< the variance is
};

/// Batches of one part: y is any figure of a batch that adds over time, born what arrived in it.
struct BatchFigure {
    double y = 0, born = 0, seconds = 0;
};

/// A level's volume is known exactly, so that a figure's own relation to volume takes out the noise of the arrivals:
/// the regression estimator of survey sampling.
Estimate estimateLevel(const std::vector<BatchFigure>& batches, double bornPerSecond)
{
    Estimate estimate;
    double seconds = 0, y = 0, born = 0;
    for (const BatchFigure& batch : batches) {
        seconds += batch.seconds;
        y += batch.y;
        born += batch.born;
    }
    if (seconds <= 0)
        return estimate;
    const auto n = static_cast<double>(batches.size());
    double xx = 0, xy = 0;
    const double meanY = y / seconds, meanX = born / seconds;
    for (const BatchFigure& batch : batches) {
        const double dx = batch.born / batch.seconds - meanX, dy = batch.y / batch.seconds - meanY;
        xx += batch.seconds * dx * dx;
        xy += batch.seconds * dx * dy;
    }
    const bool regress = n >= 6 && xx > 0;
    const double slope = regress ? xy / xx : 0;
    estimate.mean = meanY + slope * (bornPerSecond - meanX);
    double residual = 0;
    for (const BatchFigure& batch : batches) {
        const double dx = batch.born / batch.seconds - meanX, dy = batch.y / batch.seconds - meanY;
        const double r = dy - slope * dx;
        residual += batch.seconds * r * r;
    }
    estimate.freedom = n - (regress ? 2 : 1);
    estimate.known = estimate.freedom > 0;
    estimate.variance = estimate.known ? residual / estimate.freedom / seconds : 0;
    return estimate;
}

/// Runs of equal stretches: independent, each as good as the other.
Estimate estimateStretch(const std::vector<BatchFigure>& runs)
{
    Estimate estimate;
    const auto n = static_cast<double>(runs.size());
    for (const BatchFigure& run : runs)
        estimate.mean += run.y / run.seconds / n;
    estimate.freedom = n - 1;
    estimate.known = n > 1;
    if (estimate.known) {
        for (const BatchFigure& run : runs) {
            const double d = run.y / run.seconds - estimate.mean;
            estimate.variance += d * d / (n - 1) / n;
        }
    }
    return estimate;
}

/// Sums the parts' variances and their freedom (Satterthwaite).
struct Spread {
    double variance = 0, weighted = 0;
    bool known = true;
    void add(const Estimate& estimate, double weight)
    {
        const double v = weight * weight * estimate.variance;
        known &= estimate.known || weight == 0;
        if (v <= 0 || estimate.freedom <= 0)
            return;
        variance += v;
        weighted += v * v / estimate.freedom;
    }
    double halfWidth() const
    {
        if (variance <= 0)
            return 0;
        return studentQuantile(variance * variance / weighted) * std::sqrt(variance);
    }
};

class Combiner {
public:
    Combiner(const Scenario& scenario, const MonthPlan& plan, const MonthParts& parts, CombineDepth depth,
             const MonthlyCost& cost)
        : m_scenario{scenario}, m_plan{plan}, m_depth{depth}, m_cost{cost}
    {
        for (std::size_t kind = 0; kind < plan.kinds.size(); ++kind) {
            const MonthStretchKind& k = plan.kinds[kind];
            addPart(parts.kinds[kind], false, (k.to - k.from) * k.count, (k.to - k.from) * k.count, 0);
            m_all.back().count = k.count;
        }
        m_firstLevel = m_all.size();
        for (std::size_t level = 0; level < plan.levels.size(); ++level) {
            const MonthLevel& l = plan.levels[level];
            addPart(parts.levels[level], true, l.seconds, l.latencySeconds, l.messagesPerSecond);
            m_out.levelSeconds.push_back(m_all.back().measured);
        }
    }

    Combined run()
    {
        const SegmentResult* first = nullptr;
        for (const Part& part : m_all) {
            for (const auto& run : *part.runs) {
                if (!first) {
                    first = run.get();
                    m_out.whole = first->window;
                } else {
                    widen(m_out.whole, run->window);
                }
            }
            if (part.measured > 0)
                m_out.coveredSeconds += part.seconds;
        }
        if (!first) {
            m_out.widest = std::numeric_limits<double>::infinity();
            return std::move(m_out);
        }
        distributions();
        if (m_depth == CombineDepth::Intervals)
            return std::move(m_out);
        sumFigures();
        splits();
        series();
        headRoom();
        audits();
        return std::move(m_out);
    }

private:
    void addPart(const std::vector<std::shared_ptr<const SegmentResult>>& runs, bool isLevel, double seconds,
                 double latencySeconds, double bornPerSecond)
    {
        Part part{&runs, isLevel, seconds, latencySeconds, 0, bornPerSecond, 1};
        double born = 0;
        for (const auto& run : runs) {
            part.measured += run->seconds;
            for (const SegmentResult::Batch& batch : run->batches)
                born += batch.born;
        }
        if (isLevel && born > 0)
            part.volume = bornPerSecond * part.measured / born;
        m_all.push_back(part);
    }

    template <class Pick>
    Estimate estimate(const Part& part, Pick pick) const
    {
        std::vector<BatchFigure> figures;
        for (std::size_t run = 0; run < part.runs->size(); ++run) {
            BatchFigure whole;
            for (const SegmentResult::Batch& batch : (*part.runs)[run]->batches) {
                const BatchFigure one{pick(run, batch), batch.born, batch.seconds};
                if (part.isLevel)
                    figures.push_back(one);
                whole.y += one.y;
                whole.born += one.born;
                whole.seconds += one.seconds;
            }
            if (!part.isLevel)
                figures.push_back(whole);
        }
        return part.isLevel ? estimateLevel(figures, part.bornPerSecond) : estimateStretch(figures);
    }

    /// For each figure of `m_out.whole`, its place among those of `window`; -1 = none.
    std::vector<int> placesIn(const Replication& window) const
    {
        Replication numbered = window;
        int number = 0;
        eachFigure(numbered, numbered, [&](Aggregation, auto* value, const auto*) {
            using T = std::remove_reference_t<decltype(*value)>;
            *value = static_cast<T>(number++);
        });
        std::vector<int> places;
        eachFigure(m_out.whole, numbered, [&](Aggregation, const auto*, const auto* value) {
            places.push_back(value ? static_cast<int>(*value) : -1);
        });
        return places;
    }

    /// The part that holds the end of the scenario.
    const Part& last() const
    {
        const MonthStep& step = m_plan.steps.back();
        const Part& part = step.stretch >= 0
                               ? m_all[m_plan.stretches[static_cast<std::size_t>(step.stretch)].kind]
                               : m_all[m_firstLevel + (step.highShare > 0.5 ? step.high : step.low)];
        if (!part.runs->empty())
            return part;
        return *std::find_if(m_all.begin(), m_all.end(), [](const Part& p) { return !p.runs->empty(); });
    }

    void sumFigures()
    {
        std::vector<Aggregation> kinds;
        eachFigure(m_out.whole, m_out.whole, [&](Aggregation kind, const auto* value, const auto*) {
            m_at[value] = kinds.size();
            kinds.push_back(kind);
        });
        const std::size_t n = kinds.size();
        m_values.assign(n, 0);
        m_spreads.assign(n, {});
        m_peaks.assign(n, {});
        const Part& end = last();
        for (const Part& part : m_all) {
            std::vector<std::vector<int>>& maps = m_maps.emplace_back();
            for (const auto& run : *part.runs)
                maps.push_back(placesIn(run->window));
            if (maps.empty())
                continue;
            for (std::size_t figure = 0; figure < n; ++figure) {
                if (kinds[figure] == Aggregation::Peak || kinds[figure] == Aggregation::Last)
                    continue;
                const Estimate one = estimate(part, [&](std::size_t run, const SegmentResult::Batch& batch) {
                    return figureOf(maps[run], batch, figure);
                });
                m_values[figure] += part.seconds * one.mean;
                m_spreads[figure].add(one, part.seconds);
            }
            std::vector<std::vector<double>> peaks(n);
            for (const auto& run : *part.runs) {
                std::size_t figure = 0;
                const bool isEnd = &part == &end && run == part.runs->front();
                eachFigure(m_out.whole, run->window, [&](Aggregation kind, const auto*, const auto* value) {
                    if (kind == Aggregation::Peak)
                        peaks[figure].push_back(value ? static_cast<double>(*value) : 0);
                    if (value && kind == Aggregation::Last && isEnd)
                        m_values[figure] = static_cast<double>(*value);
                    ++figure;
                });
            }
            for (std::size_t figure = 0; figure < n; ++figure) {
                if (kinds[figure] != Aggregation::Peak || peaks[figure].empty())
                    continue;
                const Peak peak = peakOf(part, peaks[figure]);
                if (peak.value > m_values[figure]) {
                    m_values[figure] = peak.value;
                    m_peaks[figure] = peak;
                }
            }
        }
        write(m_values);
        namedIntervals();
    }

    /// The highest of a part, and how it is known.
    struct Peak {
        double value = 0;
        std::optional<double> halfWidth;
        std::size_t runs = 0;
        bool isLevel = false;
    };
    /// Where the scenario has a stretch several times the highest of so many counts, not of as many as were run.
    static Peak peakOf(const Part& part, const std::vector<double>& ofRuns)
    {
        const double highest = *std::max_element(ofRuns.begin(), ofRuns.end());
        const std::optional<plimsoll::Estimate> largest =
            part.isLevel ? std::nullopt : largestOfMore(ofRuns, part.count);
        if (!largest)
            return {highest, {}, ofRuns.size(), part.isLevel};
        return {largest->mean, largest->halfWidth, ofRuns.size(), false};
    }

    /// What a batch adds to a figure of the whole, given where that figure is in its run.
    static double figureOf(const std::vector<int>& places, const SegmentResult::Batch& batch,
                           std::size_t figure)
    {
        const int place = places[figure];
        return place < 0 ? 0.0 : batch.figures[static_cast<std::size_t>(place)];
    }

    /// Figures of the whole that add over time, each with its factor.
    using Terms = std::vector<std::pair<std::size_t, double>>;
    /// The spread of their weighted sum: what they have in common adds up or cancels, batch by batch.
    Spread spreadOf(const Terms& terms) const
    {
        Spread spread;
        for (std::size_t number = 0; number < m_all.size(); ++number) {
            const Part& part = m_all[number];
            if (part.runs->empty())
                continue;
            spread.add(estimate(part,
                                [&](std::size_t run, const SegmentResult::Batch& batch) {
                                    double sum = 0;
                                    for (const auto& [figure, factor] : terms)
                                        sum += factor * figureOf(m_maps[number][run], batch, figure);
                                    return sum;
                                }),
                       part.seconds);
        }
        return spread;
    }

    void write(const std::vector<double>& values)
    {
        std::size_t figure = 0;
        double acceptedBefore = 0;
        const double seconds = m_out.coveredSeconds;
        eachFigure(m_out.whole, m_out.whole, [&](Aggregation kind, auto* value, const auto*) {
            using T = std::remove_reference_t<decltype(*value)>;
            double v = values[figure++];
            if (kind == Aggregation::TimeMean)
                v = seconds > 0 ? v / seconds : 0;
            else if (kind == Aggregation::Share)
                v = acceptedBefore > 0 ? v / acceptedBefore : 0;
            if constexpr (std::is_same_v<T, std::uint64_t>) {
                if (kind == Aggregation::Sum)
                    acceptedBefore = v;
                *value = static_cast<T>(std::max(0.0, v) + 0.5);
            } else {
                // Weights that sum to one leave the last digit of a constant in doubt.
                *value = std::abs(v - std::round(v)) <= 1e-12 * std::abs(v) ? std::round(v) : v;
            }
        });
        RunReport& report = m_out.whole.report;
        for (MeterReading& reading : report.usage)
            reading.observedSeconds = seconds;
        // Rounded parts need not add up, and what was in flight between parts belongs to none: the books are closed
        // on what completed, which is checked against its own estimate.
        OffBooks furthest;
        for (ComponentReport& component : report.components) {
            Counts& c = component.counts;
            const auto estimated = static_cast<double>(c.completed);
            const std::uint64_t refused = c.throttled + c.rejected;
            c.offered = std::max(c.offered, refused);
            c.accepted = c.offered - refused;
            c.failed = std::min(c.failed, c.accepted);
            c.lost = std::min(c.lost, c.accepted - c.failed);
            c.inFlight = std::min(c.inFlight, c.accepted - c.failed - c.lost);
            c.completed = c.accepted - c.failed - c.lost - c.inFlight;
            const double off = std::abs(static_cast<double>(c.completed) - estimated);
            const double accepted = std::max(1.0, static_cast<double>(c.accepted));
            furthest.add(off / accepted, [&] {
                return spreadOf({{m_at.at(&c.offered), 1},
                                 {m_at.at(&c.throttled), -1},
                                 {m_at.at(&c.rejected), -1},
                                 {m_at.at(&c.failed), -1},
                                 {m_at.at(&c.lost), -1},
                                 {m_at.at(&c.completed), -1}})
                           .halfWidth()
                       / accepted;
            });
        }
        RunTotals& t = report.totals;
        const std::uint64_t in = t.born + t.copied + t.generated;
        const std::uint64_t out = t.filtered + t.joined + t.gaveUp + t.lost;
        t.inFlight = std::min(t.inFlight, in > out ? in - out : 0);
        t.done = in > out + t.inFlight ? in - out - t.inFlight : 0;
        m_offBooks = furthest;
    }

    /// What the sampled parts' books miss, of what was accepted: what was in flight at the ends of batches and runs.
    struct OffBooks {
        double share = 0;
        double chance = 0;  ///< half of its 95% interval
        template <class Chance>
        void add(double other, Chance chanceOfOther)
        {
            // Told from chance only where it is more than rounding.
            constexpr double kRounding = 1e-3;
            const double chanceThere = other > kRounding ? chanceOfOther() : 0;
            const double excess = other - 2 * chanceThere, before = share - 2 * chance;
            // The one most beyond chance; where none is, the largest.
            if (std::max(excess, before) > kRounding ? excess > before : other > share) {
                share = other;
                chance = chanceThere;
            }
        }
    };

    /// Of what was accepted: more than that is no chance, however little is known of it.
    static constexpr double kMostByChance = 0.05;

    static constexpr const char* kRunOnce = "a part that changes was run only once";

    void addInterval(std::string name, double value, const Spread& spread, double scale = 1)
    {
        FigureInterval interval{std::move(name), value, {}, {}};
        if (!spread.known)
            interval.reason = kRunOnce;
        else if (const double half = spread.halfWidth() * scale; half > 1e-9 * std::abs(value))
            interval.halfWidth = half;
        else {
            // Regression leaves rounding errors of what follows from the arrivals alone.
            interval.halfWidth = 0;
            interval.reason = "volumes are exact";
        }
        m_out.intervals.push_back(std::move(interval));
    }

    /// Of a figure that adds over time or is a mean over it; what is 0 says nothing.
    void addFigure(std::string name, const void* place, double scale)
    {
        const std::size_t figure = m_at.at(place);
        if (m_values[figure] != 0)
            addInterval(std::move(name), m_values[figure] * scale, m_spreads[figure], scale);
    }

    /// Another run of the scenario would see its own peak, not the mean of peaks.
    void addPeak(std::string name, const void* place)
    {
        const std::size_t figure = m_at.at(place);
        if (m_values[figure] == 0)
            return;
        FigureInterval interval{std::move(name), m_values[figure], {}, {}};
        const Peak& peak = m_peaks[figure];
        interval.halfWidth = peak.halfWidth;
        if (peak.isLevel)
            interval.reason = "seen in sampled steady traffic: a peak grows with the time that is watched";
        else if (!peak.halfWidth)
            interval.reason = "the stretch it was seen in was run only once";
        else
            interval.reason = fmt::format("spread of the {} peaks of one stretch", peak.runs);
        m_out.intervals.push_back(std::move(interval));
    }

    /// Of what was offered, of one component or of all; to first order, as ratios are.
    void addShare(std::string name, const std::vector<const void*>& parts,
                  const std::vector<const void*>& all)
    {
        double part = 0, whole = 0;
        for (const void* each : parts)
            part += m_values[m_at.at(each)];
        for (const void* each : all)
            whole += m_values[m_at.at(each)];
        if (!(part > 0 && whole > 0))
            return;
        Terms terms;
        for (const void* each : parts)
            terms.emplace_back(m_at.at(each), 1 / whole);
        for (const void* each : all)
            terms.emplace_back(m_at.at(each), -part / whole / whole);
        addInterval(std::move(name), part / whole, spreadOf(terms));
    }

    /// Dollars follow the meters: each by what the bill moves when it moves by its own half-width.
    void addCost()
    {
        Usage usage = m_out.whole.report.usage;
        const std::optional<double> cost = m_cost ? m_cost(usage) : std::nullopt;
        if (!cost || *cost == 0)
            return;
        Terms terms;
        bool known = true;
        for (std::size_t at = 0; at < usage.size(); ++at) {
            MeterReading& reading = usage[at];
            const MeterReading& whole = m_out.whole.report.usage[at];
            const bool sums =
                reading.meterClass == MeterClass::Count || reading.meterClass == MeterClass::Once;
            for (double MeterReading::*part :
                 {&MeterReading::amount, &MeterReading::inflowPerSecond, &MeterReading::startStock}) {
                const std::size_t figure = m_at.at(&(whole.*part));
                const double scale =
                    sums && part == &MeterReading::amount ? 1 : 1 / std::max(1e-9, m_out.coveredSeconds);
                const double step = m_spreads[figure].halfWidth() * scale;
                known = known && m_spreads[figure].known;
                if (!(step > 1e-9 * std::abs(whole.*part)))
                    continue;
                reading.*part = whole.*part + step;
                const std::optional<double> more = m_cost(usage);
                reading.*part = std::max(0.0, whole.*part - step);
                const std::optional<double> less = m_cost(usage);
                const double moved = whole.*part + step - reading.*part;
                reading.*part = whole.*part;
                if (more && less && *more != *less)
                    terms.emplace_back(figure, (*more - *less) / moved * scale);
            }
        }
        Spread spread = spreadOf(terms);
        spread.known = known;
        addInterval("cost", *cost, spread);
    }

    void namedIntervals()
    {
        const double perSecond = m_out.coveredSeconds > 0 ? 1 / m_out.coveredSeconds : 0;
        std::vector<const void*> refused, offered;
        for (const ComponentReport& component : m_out.whole.report.components) {
            const Counts& c = component.counts;
            const std::string at = component.id + "/";
            addFigure(at + "offered", &c.offered, 1);
            addFigure(at + "accepted", &c.accepted, 1);
            addFigure(at + "throttled", &c.throttled, 1);
            addFigure(at + "rejected", &c.rejected, 1);
            addFigure(at + "completed", &c.completed, 1);
            addFigure(at + "failed", &c.failed, 1);
            addFigure(at + "lost", &c.lost, 1);
            addFigure(at + "retried", &c.retried, 1);
            addFigure(at + "backlog-mean", &component.backlogMean, perSecond);
            addPeak(at + "backlog-peak", &component.backlogPeak);
            addPeak(at + "age-peak", &component.peakAgeSeconds);
            addShare(at + "throttled-share", {&c.throttled}, {&c.offered});
            addShare(at + "refused-share", {&c.throttled, &c.rejected}, {&c.offered});
            addShare(at + "failed-share", {&c.throttled, &c.rejected, &c.failed, &c.lost}, {&c.offered});
            refused.insert(refused.end(), {&c.throttled, &c.rejected});
            offered.push_back(&c.offered);
            for (const LimitUse& limit : component.limits) {
                addFigure(at + "use-mean " + limit.limit, &limit.mean, perSecond);
                addFigure(at + "use-share " + limit.limit, &limit.utilisation, perSecond);
                addPeak(at + "use-peak " + limit.limit, &limit.peak);
                addFigure(at + "refused " + limit.limit, &limit.refused, 1);
            }
            for (const ConsumerCounts& consumer : component.consumers) {
                const std::string link = consumer.connection + "/";
                addFigure(link + "consumer-delivered", &consumer.delivered, 1);
                addFigure(link + "consumer-filtered", &consumer.filtered, 1);
                addFigure(link + "consumer-expired", &consumer.expired, 1);
                addPeak(link + "consumer-age-peak", &consumer.peakAgeSeconds);
            }
        }
        addShare("refused-share", refused, offered);
        for (const PathReport& path : m_out.whole.report.paths) {
            addFigure(path.id + "/succeeded", &path.succeeded, 1);
            addFigure(path.id + "/failed", &path.failed, 1);
            addFigure(path.id + "/gave-up", &path.gaveUp, 1);
        }
        for (const SinkReport& sink : m_out.whole.report.sinks) {
            addFigure(sink.component + "/delivered", &sink.delivered, 1);
            if (sink.freshnessMeanSeconds && sink.freshnessMaxSeconds)
                addFigure(sink.component + "/freshness-mean", &*sink.freshnessMeanSeconds, perSecond);
        }
        for (const MeterReading& reading : m_out.whole.report.usage) {
            const bool sums =
                reading.meterClass == MeterClass::Count || reading.meterClass == MeterClass::Once;
            addFigure(reading.component + "/" + reading.meter, &reading.amount, sums ? 1 : perSecond);
            if (reading.meterClass == MeterClass::Stock)
                addFigure(reading.component + "/" + reading.meter + " per second", &reading.inflowPerSecond,
                          perSecond);
        }
        addCost();
        std::sort(m_out.intervals.begin(), m_out.intervals.end(),
                  [](const FigureInterval& a, const FigureInterval& b) { return a.figure < b.figure; });
    }

    /// One distribution out of the parts', and what its mean and percentiles may be off by.
    template <class Whole, class Batched>
    LatencySummary distribution(Histogram& kept, std::size_t at, Whole whole, Batched batched, bool judged)
    {
        WeightedHistogram weighted;
        for (const Part& part : m_all) {
            for (const auto& run : *part.runs)
                weighted.add((run.get()->*whole)[at], part.weight());
        }
        kept = weighted.rounded();
        LatencySummary summary = summarise(kept);
        if (kept.count() == 0)
            return summary;
        const double count = weighted.count();
        const auto halfWidth = [&](auto influence, double scale, double value) {
            Spread spread;
            LevelEffort effort;
            for (const Part& part : m_all) {
                if (part.runs->empty()) {
                    if (part.isLevel)
                        effort.levelSpread.push_back(0);
                    continue;
                }
                const Estimate one = estimate(part, [&](std::size_t, const SegmentResult::Batch& batch) {
                    return influence((batch.*batched)[at]);
                });
                spread.add(one, part.latencySeconds);
                const double relative = part.latencySeconds / count * scale / value * 1.96;
                const double share = relative * relative * one.variance;
                if (part.isLevel)
                    effort.levelSpread.push_back(share * part.measured);
                else
                    effort.stretchVariance += share;
            }
            const double half = spread.halfWidth() / count * scale;
            effort.share = value > 0 ? half / value : 0;
            if (judged && value > 0)
                m_out.efforts.push_back(std::move(effort));
            return spread.known ? std::optional{half} : std::nullopt;
        };
        const double mean = *summary.mean * 1e6;
        summary.meanHalfWidth = halfWidth(
            [&](const SparseHistogram& h) { return h.sumNanos() - mean * h.count(); }, 1e-6, *summary.mean);
        // A percentile moves by the error of the share above it over the density there, taken across 20% of the
        // share on either side.
        const auto percentile = [&](double p, std::optional<double> value) -> std::optional<double> {
            if (!value)
                return std::nullopt;
            const double above = 1 - p;
            const double d = std::min(0.2 * above, 0.2 * p);
            const auto low = kept.quantile(p - d), high = kept.quantile(p + d);
            const double millis = milliseconds(*high - *low);
            const Duration limit = *kept.quantile(p);
            const bool keep = judged;
            judged = keep && p == 0.99;
            auto half =
                halfWidth([&](const SparseHistogram& h) { return h.above(limit) - above * h.count(); },
                          std::max(millis, 1e-6) / (2 * d), *value);
            judged = keep;
            // The value is the middle of a cell, and sampling may be narrower than the cell is.
            if (half)
                *half += *value / 256;
            return half;
        };
        summary.interval = IntervalBasis::BatchMeans;
        for (const Part& part : m_all) {
            for (const auto& run : *part.runs)
                summary.intervalParts += part.isLevel ? static_cast<int>(run->batches.size()) : 1;
        }
        summary.p99HalfWidth = percentile(0.99, summary.p99);
        if (m_depth == CombineDepth::Intervals)
            return summary;
        summary.p50HalfWidth = percentile(0.5, summary.p50);
        summary.p90HalfWidth = percentile(0.9, summary.p90);
        summary.p95HalfWidth = percentile(0.95, summary.p95);
        summary.p999HalfWidth = percentile(0.999, summary.p999);
        return summary;
    }

    void distributions()
    {
        RunReport& report = m_out.whole.report;
        m_out.whole.delays.resize(report.sinks.size());
        m_out.whole.responses.resize(report.paths.size());
        m_out.whole.latencies.resize(report.components.size());
        for (std::size_t at = 0; at < report.sinks.size(); ++at) {
            SinkReport& sink = report.sinks[at];
            sink.delay = distribution(m_out.whole.delays[at], at, &SegmentResult::delays,
                                      &SegmentResult::Batch::delays, true);
            sink.histogram = m_out.whole.delays[at];
            sink.course = {};
        }
        for (std::size_t at = 0; at < report.paths.size(); ++at) {
            report.paths[at].response = distribution(m_out.whole.responses[at], at, &SegmentResult::responses,
                                                     &SegmentResult::Batch::responses, true);
            report.paths[at].course = {};
        }
        for (std::size_t at = 0; at < report.components.size(); ++at) {
            WeightedHistogram weighted;
            for (const Part& part : m_all) {
                for (const auto& run : *part.runs)
                    weighted.add(run->latencies[at], part.weight());
            }
            m_out.whole.latencies[at] = weighted.rounded();
            report.components[at].latency = summarise(m_out.whole.latencies[at]);
            report.components[at].latency.interval = IntervalBasis::NotKept;
            report.components[at].course = {};
            report.components[at].wait = {};
        }
        for (const LevelEffort& effort : m_out.efforts)
            m_out.widest = std::max(m_out.widest, effort.share);
    }

    /// The mean's split by volume; the p99's by where the slowest hundredth comes from. `own` finds a run's split.
    template <class Own>
    TimeSplit split(const Histogram& whole, std::size_t at, std::vector<Histogram> SegmentResult::*parts,
                    Own own) const
    {
        TimeSplit split;
        const std::optional<Duration> tail = whole.quantile(0.99);
        double all = 0, slow = 0;
        for (const Part& part : m_all) {
            for (const auto& run : *part.runs) {
                const TimeSplit& one = own(run->window.report);
                if (one.samples == 0)
                    continue;
                const Histogram& h = (run.get()->*parts)[at];
                const double weight = part.weight() * static_cast<double>(h.count());
                const double tailWeight = tail ? weight * (1 - h.shareWithin(*tail)) : 0;
                all += weight;
                slow += tailWeight;
                for (std::size_t p = 0; p < kTimeParts; ++p) {
                    split.meanMillis[p] += weight * one.meanMillis[p];
                    split.p99Millis[p] += tailWeight * one.p99Millis[p];
                }
                split.samples += one.samples;
            }
        }
        for (std::size_t p = 0; p < kTimeParts; ++p) {
            split.meanMillis[p] /= all > 0 ? all : 1;
            split.p99Millis[p] /= slow > 0 ? slow : 1;
        }
        return split;
    }
    void splits()
    {
        RunReport& report = m_out.whole.report;
        for (std::size_t at = 0; at < report.sinks.size(); ++at)
            report.sinks[at].split =
                split(m_out.whole.delays[at], at, &SegmentResult::delays,
                      [at](const RunReport& r) -> const TimeSplit& { return r.sinks[at].split; });
        for (std::size_t at = 0; at < report.paths.size(); ++at)
            report.paths[at].split =
                split(m_out.whole.responses[at], at, &SegmentResult::responses,
                      [at](const RunReport& r) -> const TimeSplit& { return r.paths[at].split; });
    }

    /// Histories of limits put together as the other series are; what binds when follows from them.
    void headRoom()
    {
        for (ComponentReport& component : m_out.whole.report.components) {
            for (LimitUse& limit : component.limits) {
                const TimeSeries* use = seriesOf(component, "utilisation: " + limit.limit);
                limit.overTime = use ? use->values : std::vector<double>{};
                limit.binSeconds = use ? use->binSeconds : 0;
            }
            std::erase_if(component.series, [](const TimeSeries& s) {
                return s.name == "head-room" || s.name.starts_with("utilisation: ");
            });
            component.binding.clear();
            describeHeadRoom(component);
        }
    }

    static const TimeSeries* seriesOf(const ComponentReport& component, const std::string& name)
    {
        const auto found = std::find_if(component.series.begin(), component.series.end(),
                                        [&](const TimeSeries& s) { return s.name == name; });
        return found == component.series.end() ? nullptr : &*found;
    }

    /// Each bin from what was going on in it: a level's mean, or the stretch's own curve.
    void series()
    {
        constexpr double kMostBins = 600;
        const double duration = m_scenario.durationSeconds;
        const double bin = std::max(1.0, std::ceil(duration / kMostBins));
        const auto bins = static_cast<std::size_t>(std::ceil(duration / bin)) + 1;
        for (std::size_t at = 0; at < m_out.whole.report.components.size(); ++at) {
            ComponentReport& component = m_out.whole.report.components[at];
            for (TimeSeries& whole : component.series) {
                // What is held shows its highest value in a bin, what flows its mean.
                const bool highest = !whole.unit.ends_with("/s") && !whole.name.starts_with("utilisation");
                std::vector<double> steady;  // by level
                for (std::size_t level = m_firstLevel; level < m_all.size(); ++level) {
                    double mean = 0;
                    for (const auto& run : *m_all[level].runs) {
                        const TimeSeries* own = seriesOf(run->window.report.components[at], whole.name);
                        if (!own)
                            continue;
                        const double warmUp = run->window.report.provenance.simulatedSeconds - run->seconds;
                        double sum = 0, n = 0;
                        for (std::size_t b = 0; b < own->values.size(); ++b) {
                            const double from = static_cast<double>(b) * own->binSeconds;
                            if (from < warmUp
                                || from + own->binSeconds
                                       > run->window.report.provenance.simulatedSeconds + 1e-9)
                                continue;
                            sum += own->values[b];
                            n += 1;
                        }
                        mean += n > 0 ? sum / n * run->seconds / m_all[level].measured : 0;
                    }
                    steady.push_back(mean);
                }
                std::vector<double> values(bins, 0);
                const auto put = [&](double from, double to, double value) {
                    while (from < to) {
                        const auto b = static_cast<std::size_t>(from / bin);
                        const double end = std::min(to, static_cast<double>(b + 1) * bin);
                        if (b >= bins || end <= from)
                            break;
                        values[b] =
                            highest ? std::max(values[b], value) : values[b] + value * (end - from) / bin;
                        from = end;
                    }
                };
                for (const MonthStep& step : m_plan.steps) {
                    if (step.stretch < 0)
                        put(step.from, step.to,
                            steady[step.low] * (1 - step.highShare) + steady[step.high] * step.highShare);
                }
                for (const MonthStretch& stretch : m_plan.stretches) {
                    const auto& runs = *m_all[stretch.kind].runs;
                    const TimeSeries* own =
                        runs.empty() ? nullptr
                                     : seriesOf(runs.front()->window.report.components[at], whole.name);
                    if (!own)
                        continue;
                    const double leadIn = m_plan.kinds[stretch.kind].leadInSeconds;
                    for (std::size_t b = 0; b < own->values.size(); ++b) {
                        const double from = stretch.from - leadIn + static_cast<double>(b) * own->binSeconds;
                        put(std::max(from, stretch.from), std::min(from + own->binSeconds, stretch.to),
                            own->values[b]);
                    }
                }
                whole.binSeconds = bin;
                whole.values = std::move(values);
            }
        }
    }

    void audits()
    {
        RunReport& report = m_out.whole.report;
        report.provenance.events = 0;
        std::size_t runs = 0;
        std::vector<Audit> failed;
        for (const Part& part : m_all) {
            for (const auto& run : *part.runs) {
                ++runs;
                report.provenance.events += run->window.report.provenance.events;
                failed.insert(failed.end(), run->failed.begin(), run->failed.end());
            }
        }
        report.audits = audit(report);
        report.audits.insert(report.audits.end(), failed.begin(), failed.end());
        report.audits.push_back({"each segment is conserved", failed.empty(),
                                 fmt::format("{} runs of segments, to the message", runs)});
        report.audits.push_back(
            {"the segments' sum is conserved",
             m_offBooks.share < std::max(0.01, std::min(2 * m_offBooks.chance, kMostByChance)),
             fmt::format("what completed differs from its own estimate by {:.2g} of what was "
                         "accepted; chance alone makes {:.2g}",
                         m_offBooks.share, m_offBooks.chance)});
    }

    const Scenario& m_scenario;
    const MonthPlan& m_plan;
    CombineDepth m_depth;
    const MonthlyCost& m_cost;
    std::vector<Part> m_all;  // kinds of stretches, then levels
    std::size_t m_firstLevel = 0;
    OffBooks m_offBooks;
    // Figures of the whole in the order eachFigure() visits them, before they were divided and rounded.
    std::map<const void*, std::size_t> m_at;
    std::vector<double> m_values;
    std::vector<Spread> m_spreads;
    std::vector<Peak> m_peaks;                          ///< by figure
    std::vector<std::vector<std::vector<int>>> m_maps;  ///< by part and run: a figure's place in its batches
    Combined m_out;
};

}  // namespace

Combined combine(const Scenario& scenario, const MonthPlan& plan, const MonthParts& parts, CombineDepth depth,
                 const MonthlyCost& cost)
{
    return Combiner{scenario, plan, parts, depth, cost}.run();
}

}  // namespace plimsoll
