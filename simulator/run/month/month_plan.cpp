// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/run/month/month_plan.h"

#include "simulator/draws/elementary.h"
#include "simulator/run/replication/scenario_part.h"
#include "simulator/traffic/rate_profile.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <set>

namespace plimsoll {

namespace {

constexpr double kLongestStep = 300;     // seconds; the diurnal curve's own chord
constexpr double kSteepest = 0.025;      // largest relative change of a rate within a step
constexpr double kJump = 0.05;           // relative change that is no drift
constexpr double kTense = 0.97;          // utilisation from which queues no longer forget quickly
constexpr double kSettle = 60;           // seconds run exactly after a change
constexpr double kLongTense = 1800;      // a limit met for longer than this is a state of its own
constexpr double kSameRate = 0.01;       // flow evaluations are shared within this
constexpr std::size_t kMostCells = 160;  // evaluations of the graph
constexpr std::size_t kMostLooseLevels = 40;
constexpr std::size_t kFewLevels = 8;  // up to this many distinct rates each is a level of its own
constexpr double kGridStep = 0.15;     // in -ln(1 - utilisation)
constexpr double kGridRatio = 1.15;    // and no further apart than this in rate

/// What never ends is a state, not a change.
double changesUntil(const Fault& fault)
{
    return std::isfinite(endOf(fault)) ? endOf(fault) : fault.startSeconds;
}

/// Time-ordered steps over all sources' curves, cut at every bend and every fault.
struct Timeline {
    std::vector<double> from, to;
    std::vector<double> mean, first, last;  // by step, by source
};

Timeline timelineOf(const std::vector<RateProfile>& profiles, const Scenario& scenario,
                    const std::vector<Epoch>& epochs)
{
    const double end = scenario.durationSeconds;
    std::vector<double> edges{0, end};
    for (const RateProfile& profile : profiles) {
        for (const RateProfile::Segment& s : profile.segments()) {
            edges.push_back(s.from);
            edges.push_back(s.to);
            // A steep line is cut where it has changed by a few percent, but not finer than a second.
            const double last = s.rate + s.slope * (s.to - s.from);
            const double change = std::abs(last - s.rate) / std::max(1e-9, std::max(last, s.rate));
            const double length = s.to - s.from;
            const double parts = std::max(std::min(std::ceil(change / kSteepest), std::max(1.0, length)),
                                          std::ceil(length / kLongestStep - 1e-9));
            if (parts <= 1e5) {
                for (double part = 1; part < parts; ++part)
                    edges.push_back(s.from + length * part / parts);
            }
        }
    }
    for (const Fault& fault : scenario.faults) {
        edges.push_back(fault.startSeconds);
        edges.push_back(changesUntil(fault));
    }
    for (const Epoch& epoch : epochs)
        edges.push_back(epoch.from);
    std::sort(edges.begin(), edges.end());
    Timeline line;
    double at = 0;
    for (const double edge : edges) {
        if (edge <= at + 1e-6 || edge > end)
            continue;
        line.from.push_back(at);
        line.to.push_back(edge);
        at = edge;
    }
    const std::size_t n = profiles.size();
    line.mean.resize(line.from.size() * n);
    line.first.resize(line.mean.size());
    line.last.resize(line.mean.size());
    for (std::size_t source = 0; source < n; ++source) {
        const auto segments = profiles[source].segments();
        std::size_t s = 0;
        for (std::size_t step = 0; step < line.from.size(); ++step) {
            const double middle = (line.from[step] + line.to[step]) / 2;
            while (s < segments.size() && segments[s].to <= middle)
                ++s;
            if (s == segments.size() || segments[s].from > middle)
                continue;
            const auto rateAt = [&](double t) {
                return std::max(0.0, segments[s].rate + segments[s].slope * (t - segments[s].from));
            };
            line.mean[step * n + source] = rateAt(middle);
            line.first[step * n + source] = rateAt(line.from[step]);
            line.last[step * n + source] = rateAt(line.to[step]);
        }
    }
    return line;
}

/// What the flow says of one cell of rates, as far as the plan needs it.
struct Tension {
    std::uint32_t epoch = 0;
    double utilisation = 0;
    double settleSeconds = 0;                       // how long the slowest component remembers
    std::vector<double> growth, capacity, offered;  // by rank, records per second
};

Tension tensionOf(const FlowPoint& point)
{
    Tension tension;
    for (const FlowComponent& component : point.components) {
        double use = 0;
        for (const LimitUse& limit : component.limits)
            use = std::max(use, limit.utilisation);
        tension.utilisation = std::max(tension.utilisation, use);
        // A queue forgets in service / (1 - sqrt(use))^2.
        const double slack = 1 - std::sqrt(std::min(use, kTense));
        tension.settleSeconds =
            std::max(tension.settleSeconds, component.serviceMillis * 1e-3 / (slack * slack));
        tension.growth.push_back(component.backlogGrowthPerSecond);
        tension.offered.push_back(component.offered.recordsPerSecond);
    }
    return tension;
}

/// -ln(1 - utilisation), continued straight where the logarithm has no more to say.
double stretchedUse(double utilisation)
{
    const double u = std::clamp(utilisation, 0.0, kTense);
    return -deterministicLog(1 - u) + (utilisation > kTense ? (utilisation - kTense) / 0.02 * kGridStep : 0);
}

/// Batch windows and buffers a record may wait for: what a level must have filled before it is measured.
double longestBuffer(const EngineGraph& graph)
{
    double longest = 0;
    for (const EngineGraph::Node& node : graph.nodes) {
        for (const ConnectionPort& port : node.inputs)
            longest = std::max(longest, port.number("batchWindowMillis", 0) * 1e-3);
    }
    return longest;
}

std::string cannotBeSampled(const EngineGraph& graph, const Scenario& scenario)
{
    if (!scenario.jobs.empty())
        return "it has scheduled jobs";
    if (!scenario.queries.empty())
        return "it has queries";
    if (!scenario.redrives.empty())
        return "what waits in a dead-letter queue is moved back";
    if (!scenario.replays.empty())
        return "a consumer reads again";
    for (const EngineGraph::Node& node : graph.nodes) {
        if (node.view.spec->isSource && findParameter(*node.view.spec, "thinkSeconds"))
            return "its users wait for answers, so that its volume is not known beforehand";
        if (!node.view.spec->accepts && !node.view.spec->isSource)
            return "it has schedules of its own";
        for (const ConnectionPort& port : node.outputs) {
            if (port.kind == ConnectionKind::Load || port.kind == ConnectionKind::Start)
                return "it has loads or jobs with a schedule of their own";
        }
    }
    return "";
}

class Planner {
public:
    Planner(const std::vector<Epoch>& epochs, const Scenario& scenario)
        : m_epochs{epochs}, m_graph{epochs.front().graph}, m_scenario{scenario}
    {
        for (const Epoch& epoch : epochs)
            m_passes.emplace_back(epoch.graph, epoch.design, scenario, 0.8);
        for (const std::uint32_t rank : m_passes.front().sources()) {
            m_profiles.emplace_back(trafficOf(scenario, m_graph.nodes[rank].view.component->id),
                                    scenario.durationSeconds);
        }
        m_sources = m_profiles.size();
        for (const Epoch& epoch : epochs)
            m_plan.epochs.push_back({epoch.from, epoch.inForce});
    }

    MonthPlan plan()
    {
        m_plan.cannot = cannotBeSampled(m_graph, m_scenario);
        m_plan.sources = m_passes.front().sources();
        m_line = timelineOf(m_profiles, m_scenario, m_epochs);
        std::vector<double> seconds;
        for (std::size_t step = 0; step < m_line.from.size(); ++step) {
            seconds.push_back(m_line.to[step] - m_line.from[step]);
            m_plan.messages += seconds.back() * totalOf(step);
        }
        m_plan.stepRates = m_line.mean;
        if (m_plan.cannot.empty() && (m_sources == 0 || m_plan.messages <= 0))
            m_plan.cannot = "it has no traffic";
        if (!m_plan.cannot.empty())
            return std::move(m_plan);
        findCells(seconds);
        m_buffer = longestBuffer(m_graph);
        markExact();
        cutStretches();
        setLevels();
        return std::move(m_plan);
    }

private:
    double totalOf(std::size_t step) const
    {
        double total = 0;
        for (std::size_t source = 0; source < m_sources; ++source)
            total += m_line.mean[step * m_sources + source];
        return total;
    }
    /// Cells of like rates, epoch by epoch.
    void findCells(const std::vector<double>& seconds)
    {
        std::size_t step = 0;
        const std::size_t most = std::max<std::size_t>(8, kMostCells / m_epochs.size());
        for (std::uint32_t epoch = 0; epoch < m_epochs.size(); ++epoch) {
            const std::size_t first = step;
            while (step < seconds.size() && m_line.from[step] < m_epochs[epoch].to - 1e-6)
                ++step;
            if (step == first)
                continue;
            const auto part = [](const std::vector<double>& all, std::size_t from, std::size_t to) {
                return std::vector<double>(all.begin() + static_cast<std::ptrdiff_t>(from),
                                           all.begin() + static_cast<std::ptrdiff_t>(to));
            };
            std::vector<std::uint32_t> cellOf;
            const std::vector<RateCell> cells =
                groupByRates(part(m_line.mean, first * m_sources, step * m_sources), m_sources,
                             part(seconds, first, step), kSameRate, most, cellOf);
            for (const std::uint32_t cell : cellOf)
                m_cellOf.push_back(static_cast<std::uint32_t>(m_tensions.size()) + cell);
            for (const RateCell& cell : cells) {
                m_tensions.push_back(tensionOf(m_passes[epoch].at(cell.rates, cell.seconds)));
                m_tensions.back().epoch = epoch;
            }
        }
    }
    double warmUpOf(const Tension& tension) const
    {
        // Near a limit the memory is long: a full second of credits moves by sqrt(rate) a second.
        const double slow = tension.utilisation > 0.95 ? 300 : 0;
        return std::ceil(30 + 2 * m_buffer + std::min(900.0, 4 * tension.settleSeconds) + slow);
    }
    const Tension& tension(std::size_t step) const { return m_tensions[m_cellOf[step]]; }

    /// Which times are run as they are: an interval list, before lead-ins.
    void exact(double from, double to, const char* why)
    {
        from = std::max(0.0, from);
        to = std::min(to, m_scenario.durationSeconds);
        if (to > from)
            m_exact.push_back({from, to, 0, why});
    }

    void markExact()
    {
        const std::size_t steps = m_line.from.size();
        for (std::size_t step = 1; step < steps; ++step) {
            for (std::size_t source = 0; source < m_sources; ++source) {
                const double before = m_line.last[(step - 1) * m_sources + source];
                const double after = m_line.first[step * m_sources + source];
                if (std::abs(after - before) > kJump * std::max(before, after))
                    exact(m_line.from[step], m_line.from[step] + settleAt(step), "rate change");
            }
        }
        // A slope that changes the rate within the time queues remember is a change too.
        for (std::size_t step = 0; step < steps; ++step) {
            for (std::size_t source = 0; source < m_sources; ++source) {
                const double a = m_line.first[step * m_sources + source];
                const double b = m_line.last[step * m_sources + source];
                const double length = m_line.to[step] - m_line.from[step];
                if (std::abs(b - a) * std::min(1.0, kSettle / length) > kJump * std::max(a, b))
                    exact(m_line.from[step], m_line.to[step] + settleAt(step), "rate change");
            }
        }
        for (const Fault& fault : m_scenario.faults)
            exact(fault.startSeconds, changesUntil(fault) + kSettle + 2 * m_buffer, "fault");
        for (std::size_t step = 1; step < steps; ++step) {
            if (tension(step).epoch != tension(step - 1).epoch)
                exact(m_line.from[step], m_line.from[step] + settleAt(step), "changed parameter");
        }
        markTense();
        markBacklog();
    }
    double settleAt(std::size_t step) const
    {
        return std::ceil(kSettle + 2 * m_buffer + std::min(600.0, 2 * tension(step).settleSeconds));
    }

    void markTense()
    {
        const std::size_t steps = m_line.from.size();
        for (std::size_t step = 0; step < steps;) {
            std::size_t end = step;
            while (end < steps && tension(end).utilisation > kTense)
                ++end;
            if (end > step) {
                const double from = m_line.from[step], to = m_line.to[end - 1];
                if (to - from <= kLongTense)
                    exact(from, to + kSettle, "near a limit");
            }
            step = std::max(end, step + 1);
        }
    }

    /// A fluid backlog: grows by what the flow cannot pass, drains with what is left of the capacity.
    void markBacklog()
    {
        const std::size_t nodes = m_graph.nodes.size();
        for (std::size_t rank = 0; rank < nodes; ++rank) {
            // Of each epoch as far as it is known: where nothing grows it is more than what is offered.
            double capacity = 0;
            std::vector<double> known(m_epochs.size(), 0);
            for (const Tension& t : m_tensions) {
                if (t.growth[rank] > 0)
                    known[t.epoch] = std::max(known[t.epoch], t.offered[rank] - t.growth[rank]);
                capacity = std::max(capacity, known[t.epoch]);
            }
            double waiting = 0;
            for (std::size_t step = 0; capacity > 0 && step < m_line.from.size(); ++step) {
                const double length = m_line.to[step] - m_line.from[step];
                const double own = known[tension(step).epoch];
                const double change = tension(step).offered[rank] - (own > 0 ? own : capacity);
                if (waiting <= 0 && change <= 0)
                    continue;
                const double left = waiting + change * length;
                // It takes a little longer than the fluid says.
                const double drained =
                    left <= 0 ? m_line.from[step] + waiting / -change * 1.1 : m_line.to[step];
                exact(m_line.from[step], drained + kSettle, "backlog");
                waiting = std::max(0.0, left);
            }
        }
    }

    void cutStretches()
    {
        std::stable_sort(m_exact.begin(), m_exact.end(),
                         [](const MonthStretch& a, const MonthStretch& b) { return a.from < b.from; });
        for (const MonthStretch& one : m_exact) {
            if (!m_plan.stretches.empty()) {
                MonthStretch& last = m_plan.stretches.back();
                // Sooner than a lead-in after the last: one stretch.
                if (one.from <= last.to + 30) {
                    last.to = std::max(last.to, one.to);
                    if (last.why.find(one.why) == std::string::npos)
                        last.why += ", " + one.why;
                    continue;
                }
            }
            m_plan.stretches.push_back(one);
        }
        // Steps end where stretches do.
        Timeline cut;
        std::vector<std::uint32_t> cells;
        std::size_t next = 0;
        for (std::size_t step = 0; step < m_line.from.size(); ++step) {
            double at = m_line.from[step];
            while (at < m_line.to[step]) {
                while (next < m_plan.stretches.size() && m_plan.stretches[next].to <= at)
                    ++next;
                double to = m_line.to[step];
                std::int32_t stretch = -1;
                if (next < m_plan.stretches.size()) {
                    const MonthStretch& one = m_plan.stretches[next];
                    if (one.from <= at) {
                        stretch = static_cast<std::int32_t>(next);
                        to = std::min(to, one.to);
                    } else {
                        to = std::min(to, one.from);
                    }
                }
                m_plan.steps.push_back({at, to, m_cellOf[step], tension(step).epoch, stretch, 0, 0, 0});
                const double length = m_line.to[step] - m_line.from[step];
                for (std::size_t source = 0; source < m_sources; ++source) {
                    const double a = m_line.first[step * m_sources + source];
                    const double b = m_line.last[step * m_sources + source];
                    const double middle = ((at + to) / 2 - m_line.from[step]) / length;
                    cut.mean.push_back(a + (b - a) * middle);
                }
                at = to;
            }
        }
        m_plan.stepRates = std::move(cut.mean);
        // Stretches with the same curve, faults and way there are of one kind.
        std::map<std::vector<std::int64_t>, std::uint32_t> known;
        for (MonthStretch& stretch : m_plan.stretches) {
            // What the stretch finds when it begins is the state of the time before it.
            const std::size_t before = stepAt(std::max(0.0, stretch.from - 1));
            const double leadIn = std::min(stretch.from, warmUpOf(m_tensions[m_plan.steps[before].cell]));
            std::vector<std::int64_t> key{std::llround((stretch.to - stretch.from) * 10),
                                          std::llround(leadIn * 10)};
            double messages = 0;
            for (std::size_t step = stepAt(stretch.from - leadIn);
                 step < m_plan.steps.size() && m_plan.steps[step].from < stretch.to; ++step) {
                const double from = std::max(m_plan.steps[step].from, stretch.from - leadIn);
                const double to = std::min(m_plan.steps[step].to, stretch.to);
                key.push_back(std::llround((from - stretch.from) * 10));
                key.push_back(m_plan.steps[step].epoch);
                for (std::size_t source = 0; source < m_sources; ++source) {
                    const double rate = m_plan.stepRates[step * m_sources + source];
                    key.push_back(std::llround(rate * 1000));
                    messages += rate * (to - from);
                }
            }
            for (const Fault& fault : m_scenario.faults) {
                if (fault.startSeconds < stretch.to && endOf(fault) > stretch.from - leadIn)
                    key.push_back(std::llround((fault.startSeconds - stretch.from) * 10));
            }
            const auto [found, isNew] =
                known.emplace(std::move(key), static_cast<std::uint32_t>(m_plan.kinds.size()));
            if (isNew) {
                const bool settled =
                    stretch.from > leadIn && m_tensions[m_plan.steps[before].cell].utilisation < 1;
                m_plan.kinds.push_back({stretch.from, stretch.to, leadIn, 0, messages, settled});
                m_plan.exactMessages += messages;
            }
            stretch.kind = found->second;
            m_plan.kinds[stretch.kind].count += 1;
        }
    }
    std::size_t stepAt(double second) const
    {
        const auto found = std::partition_point(m_plan.steps.begin(), m_plan.steps.end(),
                                                [&](const MonthStep& step) { return step.to <= second; });
        return std::min(static_cast<std::size_t>(found - m_plan.steps.begin()), m_plan.steps.size() - 1);
    }

    const double* ratesOf(std::size_t step) const { return m_plan.stepRates.data() + step * m_sources; }
    double stepTotal(std::size_t step) const
    {
        double total = 0;
        for (std::size_t source = 0; source < m_sources; ++source)
            total += ratesOf(step)[source];
        return total;
    }

    MonthLevel levelAt(std::vector<double> rates, std::uint32_t epoch)
    {
        MonthLevel level;
        level.epoch = epoch;
        const Tension t = tensionOf(m_passes[epoch].at(rates, 1));
        level.utilisation = t.utilisation;
        level.warmUpSeconds = warmUpOf(t);
        level.settleSeconds = std::min(900.0, t.settleSeconds + m_buffer);
        for (const double rate : rates)
            level.messagesPerSecond += rate;
        level.rates = std::move(rates);
        return level;
    }

    void setLevels()
    {
        std::vector<std::size_t> sampled;
        for (std::size_t step = 0; step < m_plan.steps.size(); ++step) {
            if (m_plan.steps[step].stretch < 0)
                sampled.push_back(step);
        }
        if (sampled.empty())
            return;
        std::map<std::vector<std::int64_t>, std::uint32_t> distinct;
        for (const std::size_t step : sampled) {
            std::vector<std::int64_t> key{m_plan.steps[step].epoch};
            for (std::size_t source = 0; source < m_sources; ++source)
                key.push_back(std::llround(ratesOf(step)[source] * 1e6));
            const auto index = static_cast<std::uint32_t>(distinct.size());
            m_plan.steps[step].low = m_plan.steps[step].high =
                distinct.emplace(std::move(key), index).first->second;
            if (distinct.size() > kFewLevels * m_epochs.size())
                break;
        }
        if (distinct.size() <= kFewLevels * m_epochs.size()) {
            m_plan.levels.resize(distinct.size());
            for (const std::size_t step : sampled) {
                MonthLevel& level = m_plan.levels[m_plan.steps[step].low];
                if (level.rates.empty())
                    level = levelAt({ratesOf(step), ratesOf(step) + m_sources}, m_plan.steps[step].epoch);
            }
            return weigh(sampled);
        }
        // Do the sources move together?
        std::vector<double> mean(m_sources, 0);
        double total = 0;
        for (const std::size_t step : sampled) {
            const double length = m_plan.steps[step].to - m_plan.steps[step].from;
            for (std::size_t source = 0; source < m_sources; ++source)
                mean[source] += ratesOf(step)[source] * length;
            total += stepTotal(step) * length;
        }
        for (double& share : mean)
            share /= total;
        for (const std::size_t step : sampled) {
            for (std::size_t source = 0; source < m_sources; ++source)
                m_plan.proportional &= std::abs(ratesOf(step)[source] - mean[source] * stepTotal(step))
                                       <= 0.01 * std::max(1e-9, stepTotal(step));
        }
        for (std::uint32_t epoch = 0; epoch < m_epochs.size(); ++epoch) {
            std::vector<std::size_t> mine;
            for (const std::size_t step : sampled) {
                if (m_plan.steps[step].epoch == epoch)
                    mine.push_back(step);
            }
            if (mine.empty())
                continue;
            if (m_plan.proportional)
                gridLevels(mine, mean, epoch);
            else
                looseLevels(mine, epoch);
        }
        weigh(sampled);
    }

    /// Levels along the one line on which all sources move, close together where waiting grows fast.
    void gridLevels(const std::vector<std::size_t>& sampled, const std::vector<double>& shares,
                    std::uint32_t epoch)
    {
        const std::size_t first = m_plan.levels.size();
        double least = 1e300, most = 0;
        for (const std::size_t step : sampled) {
            least = std::min(least, stepTotal(step));
            most = std::max(most, stepTotal(step));
        }
        least = std::max(least, most * 1e-3);
        const auto at = [&](double total) {
            std::vector<double> rates = shares;
            for (double& rate : rates)
                rate *= total;
            return levelAt(std::move(rates), epoch);
        };
        m_plan.levels.push_back(at(least));
        while (m_plan.levels.back().messagesPerSecond < most) {
            const MonthLevel& last = m_plan.levels.back();
            const double here = last.messagesPerSecond;
            double next = std::min(most, here * kGridRatio);
            MonthLevel level = at(next);
            for (int tries = 0; tries < 6; ++tries) {
                const double apart = stretchedUse(level.utilisation) - stretchedUse(last.utilisation);
                if (apart <= kGridStep * 1.05)
                    break;
                next = here + (next - here) * std::max(0.25, kGridStep / apart);
                level = at(next);
            }
            // No sliver at the top: two levels that close say the same.
            if (most - next < 0.02 * most)
                level = at(most);
            m_plan.levels.push_back(std::move(level));
        }
        for (const std::size_t step : sampled) {
            const double total = stepTotal(step);
            std::size_t high = first;
            while (high + 1 < m_plan.levels.size() && m_plan.levels[high].messagesPerSecond < total)
                ++high;
            const std::size_t low = high > first ? high - 1 : first;
            MonthStep& s = m_plan.steps[step];
            s.low = static_cast<std::uint32_t>(low);
            s.high = static_cast<std::uint32_t>(high);
            const double a = m_plan.levels[low].messagesPerSecond, b = m_plan.levels[high].messagesPerSecond;
            s.highShare = b > a ? std::clamp((total - a) / (b - a), 0.0, 1.0) : 0;
        }
    }

    /// Sources that move apart: one level for each group of like rates.
    void looseLevels(const std::vector<std::size_t>& sampled, std::uint32_t epoch)
    {
        const auto first = static_cast<std::uint32_t>(m_plan.levels.size());
        std::vector<double> rates, seconds;
        for (const std::size_t step : sampled) {
            rates.insert(rates.end(), ratesOf(step), ratesOf(step) + m_sources);
            seconds.push_back(m_plan.steps[step].to - m_plan.steps[step].from);
        }
        std::vector<std::uint32_t> cellOf;
        const std::vector<RateCell> cells =
            groupByRates(rates, m_sources, seconds, 0.06, kMostLooseLevels, cellOf);
        for (const RateCell& cell : cells)
            m_plan.levels.push_back(levelAt(cell.rates, epoch));
        for (std::size_t n = 0; n < sampled.size(); ++n)
            m_plan.steps[sampled[n]].low = m_plan.steps[sampled[n]].high = first + cellOf[n];
    }

    void weigh(const std::vector<std::size_t>& sampled)
    {
        for (const std::size_t step : sampled) {
            const MonthStep& s = m_plan.steps[step];
            const double length = s.to - s.from, volume = length * stepTotal(step);
            MonthLevel& low = m_plan.levels[s.low];
            MonthLevel& high = m_plan.levels[s.high];
            low.seconds += length * (1 - s.highShare);
            high.seconds += length * s.highShare;
            // Waiting grows with 1 / (1 - utilisation): between two levels distributions mix on that scale.
            const auto scale = [](double u) { return 1 / (1 - std::min(u, kTense)); };
            double share = s.highShare;
            if (s.low != s.high && s.highShare > 0 && s.highShare < 1 && high.utilisation < kTense
                && high.utilisation > low.utilisation) {
                const double u = low.utilisation + (high.utilisation - low.utilisation) * s.highShare;
                share =
                    (scale(u) - scale(low.utilisation)) / (scale(high.utilisation) - scale(low.utilisation));
            }
            if (low.messagesPerSecond > 0)
                low.latencySeconds += volume * (1 - share) / low.messagesPerSecond;
            if (high.messagesPerSecond > 0)
                high.latencySeconds += volume * share / high.messagesPerSecond;
        }
    }

    const std::vector<Epoch>& m_epochs;
    const EngineGraph& m_graph;  ///< as it begins
    const Scenario& m_scenario;
    std::deque<FlowPass> m_passes;  ///< by epoch
    std::vector<RateProfile> m_profiles;
    std::size_t m_sources = 0;
    double m_buffer = 0;
    Timeline m_line;
    std::vector<std::uint32_t> m_cellOf;
    std::vector<Tension> m_tensions;
    std::vector<MonthStretch> m_exact;
    MonthPlan m_plan;
};

}  // namespace

MonthPlan planMonth(const std::vector<Epoch>& epochs, const Scenario& scenario)
{
    return Planner{epochs, scenario}.plan();
}

}  // namespace plimsoll
