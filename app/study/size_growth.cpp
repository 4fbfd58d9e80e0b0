// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/size_growth.h"

#include "app/study/carried_part.h"
#include "app/study/wording.h"
#include "model/catalog/connection_parameters.h"
#include "model/validation/rules/rules.h"
#include "simulator/services/service_library.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace plimsoll {

namespace {

constexpr double kUsedUp = 0.98;         // of a limit
constexpr double kMostUnits = 1e6;       // no size is raised above this
constexpr int kMostRounds = 8;           // relief upstream brings more work downstream, level by level
constexpr double kWorthKeeping = 1.001;  // of what comes through: less is no gain
constexpr std::size_t kEstimatesToSettle = 40;
constexpr std::size_t kWork = 20'000;  // components x estimates: a large design gets fewer trials

/// A number in the design that may be raised, of a component or of a connection.
struct SizeKnob {
    ComponentId component;
    ConnectionId connection;
    ParameterSpec spec;
    double now = 0;
    enum class Kind {
        Size,   ///< capacity of its own, how it is fed, how its readers take from it
        Bound,  ///< a documented bound, which the provider raises on request
        Call    ///< how the component asks others, which is the design's code rather than capacity
    } kind = Kind::Size;

    void set(Design& design, double value) const
    {
        const ParameterValue typed = spec.type == ParameterType::Integer
                                         ? ParameterValue{static_cast<std::int64_t>(std::ceil(value - 1e-9))}
                                         : ParameterValue{value};
        for (Component& each : design.components)
            if (connection.empty() && each.id == component)
                each.parameters[spec.id] = typed;
        for (Connection& each : design.connections)
            if (!connection.empty() && each.id == connection)
                each.parameters[spec.id] = typed;
    }
    double most() const { return std::max(now, std::min(spec.maximum, kMostUnits)); }
};

bool isNumber(const ParameterSpec& spec)
{
    return spec.type == ParameterType::Integer || spec.type == ParameterType::Real;
}

/// Such as the classes of an instance. What has few choices, such as a mode, is no matter of size.
bool isListOfSizes(const ParameterSpec& spec)
{
    constexpr std::size_t kFew = 4;
    return spec.type == ParameterType::Choice && spec.lever == Lever::Choices && spec.choices.size() > kFew;
}

/// Raises sizes until average rates fit.
class Growth {
public:
    Growth(const Design& design, const ServiceLibrary& library, const PriceChoice& price)
        : m_library{library},
          m_price{price},
          m_design{design},
          m_left{std::clamp<std::size_t>(kWork / std::max<std::size_t>(1, design.components.size()), 4, 600)}
    {
        // A size that is enough from the start is not changed on the way.
        for (Scenario& scenario : m_design.scenarios)
            std::erase_if(scenario.changes, [&](const ParameterChange& change) {
                const Component* component = findComponent(m_design, change.component);
                const ServiceSpec* spec = component ? library.catalog().find(component->service) : nullptr;
                const ParameterSpec* parameter = spec ? findParameter(*spec, change.parameter) : nullptr;
                return parameter && parameter->sizable;
            });
    }

    Status carry(const ScenarioId& scenario)
    {
        m_stuck.clear();
        const Design first = m_design;
        for (int round = 0; round < kMostRounds; ++round) {
            constexpr std::size_t kEstimatesOfARound = 3;
            if (m_left < kEstimatesOfARound) {
                m_searched = false;
                break;
            }
            m_left -= kEstimatesOfARound;
            if (const Status sized = takeRecommendations(scenario); !sized)
                return sized;
            const Result<FlowReport> flow = estimateFlow(m_design, m_library, scenario, kTargetUse);
            if (!flow)
                return flow.error();
            bool moved = false;
            m_stuck.clear();
            for (const FlowComponent& component : flow->components) {
                const LimitUse* limit = tightest(component);
                if (!isShort(*flow, component)
                    && !(limit && limit->utilisation > 1 + 1e-9 && limit->refused > 0))
                    continue;
                if (relieve(component.id, scenario)) {
                    moved = true;
                    continue;
                }
                const std::string label = labelOf(m_design, component.id);
                m_stuck.push_back(limit && limit->utilisation > kTargetUse ? inTheWay(label, *limit) : label);
            }
            // Who waits for an answer asks no more than is answered: a limit that nothing exceeds may be what holds all up.
            if (!m_stuck.empty())
                for (const FlowComponent& component : flow->components)
                    if (const LimitUse* limit = tightest(component);
                        limit && limit->utilisation > kUsedUp && !isShort(*flow, component))
                        m_stuck.push_back(inTheWay(labelOf(m_design, component.id), *limit));
            if (!moved && (m_stuck.empty() || !widen(scenario)))
                break;
        }
        if (m_stuck.empty())
            takeBackUnneeded(first, scenario);
        m_allStuck.insert(m_allStuck.end(), m_stuck.begin(), m_stuck.end());
        return Done{};
    }

    const Design& design() const { return m_design; }
    const std::vector<std::string>& stuck() const { return m_allStuck; }
    bool searched() const { return m_searched; }

    /// In the order of the design; sizes that were `auto` count from what they had been sized to.
    std::vector<SizeChange> changes(const Design& before) const
    {
        std::vector<SizeChange> changes;
        for (const Component& component : before.components) {
            const ServiceSpec* spec = m_library.catalog().find(component.service);
            if (!spec)
                continue;
            const Component* after = findComponent(m_design, component.id);
            addChanges(changes, spec->parameters, component.parameters, after->parameters, component.id, {},
                       labelOf(m_design, component.id));
        }
        for (std::size_t at = 0; at < before.connections.size(); ++at) {
            const Connection& connection = before.connections[at];
            addChanges(changes, specsOf(connection), connection.parameters,
                       m_design.connections[at].parameters, connection.to, connection.id,
                       labelOf(m_design, connection.from) + " to " + labelOf(m_design, connection.to));
        }
        return changes;
    }

private:
    static std::string inTheWay(const std::string& label, const LimitUse& limit)
    {
        return fmt::format("{}: {} ({})", label, limit.label, percent(limit.utilisation));
    }
    static void addChanges(std::vector<SizeChange>& changes, const std::vector<ParameterSpec>& specs,
                           const ParameterMap& before, const ParameterMap& after,
                           const ComponentId& component, const ConnectionId& connection,
                           const std::string& where)
    {
        for (const ParameterSpec& spec : specs) {
            const auto now = after.find(spec.id);
            if (now == after.end() || !(isNumber(spec) || isListOfSizes(spec)))
                continue;
            const auto own = before.find(spec.id);
            if (isListOfSizes(spec)) {
                const std::string was = toString(own == before.end() ? spec.defaultValue : own->second);
                if (was != toString(now->second))
                    changes.push_back({component, connection, where, spec.id, spec.name, spec.unit, 0, 0, was,
                                       toString(now->second)});
                continue;
            }
            const double from = asNumber(own == before.end() ? spec.defaultValue : own->second, std::nan(""));
            const double to = asNumber(now->second, std::nan(""));
            if (to > from)
                changes.push_back(
                    {component, connection, where, spec.id, spec.name, spec.unit, from, to, {}, {}});
        }
    }

    const ServiceSpec* specOf(const ComponentId& id) const
    {
        const Component* component = findComponent(m_design, id);
        return component ? m_library.catalog().find(component->service) : nullptr;
    }
    bool isPoll(const Connection& connection) const
    {
        const ServiceSpec *from = specOf(connection.from), *to = specOf(connection.to);
        return from && to && kindOf(connection, *from, *to) == ConnectionKind::Poll;
    }
    /// Whether there is a call by which it is given several records, or it is read in batches.
    bool takesBatches(const Connection& connection) const
    {
        const ServiceSpec* to = specOf(connection.to);
        return isPoll(connection) || (to && !to->puts.api.empty());
    }
    std::vector<ParameterSpec> specsOf(const Connection& connection) const
    {
        const ServiceSpec *from = specOf(connection.from), *to = specOf(connection.to);
        if (!from || !to)
            return {};
        return connectionParameters(kindOf(connection, *from, *to), *from, *to);
    }

    /// Every sizing parameter at what its service recommends for the work that now reaches it, and never below what it
    /// has.
    Status takeRecommendations(const ScenarioId& scenario)
    {
        Design open = m_design;
        for (Component& component : open.components) {
            const ServiceSpec* spec = m_library.catalog().find(component.service);
            if (!spec)
                continue;
            for (const ParameterSpec& parameter : spec->parameters)
                if (parameter.sizable
                    && validation::isVisible(parameter, spec->parameters, component.parameters))
                    component.parameters[parameter.id] = Auto{};
        }
        const Result<SizedDesign> sized = resolveAuto(open, m_library, scenario, kTargetUse);
        if (!sized)
            return sized.error();
        for (std::size_t at = 0; at < m_design.components.size(); ++at) {
            Component& mine = m_design.components[at];
            const ServiceSpec* spec = m_library.catalog().find(mine.service);
            if (!spec)
                continue;
            for (const ParameterSpec& parameter : spec->parameters) {
                const auto found = sized->design.components[at].parameters.find(parameter.id);
                if (!parameter.sizable || found == sized->design.components[at].parameters.end()
                    || !validation::isVisible(parameter, spec->parameters, mine.parameters))
                    continue;
                if (isAuto(*spec, mine.parameters, parameter.id)
                    || asNumber(found->second, 0) > numberOf(*spec, mine.parameters, parameter.id))
                    mine.parameters[parameter.id] = found->second;
            }
        }
        return Done{};
    }

    /// What may be raised for a component, what is capacity first: its own sizes, how it is fed, its documented bounds,
    /// then how it calls others.
    std::vector<SizeKnob> knobsFor(const ComponentId& id) const
    {
        std::vector<SizeKnob> knobs, bounds, calls;
        const Component* component = findComponent(m_design, id);
        const ServiceSpec* spec = component ? m_library.catalog().find(component->service) : nullptr;
        if (!spec)
            return knobs;
        for (const ParameterSpec& each : spec->parameters) {
            if (!isNumber(each) || !validation::isVisible(each, spec->parameters, component->parameters))
                continue;
            const double now = numberOf(*spec, component->parameters, each.id);
            // Nothing is often "no such bound": more of it would be one.
            if (!(now > 0))
                continue;
            if (each.lever == Lever::More)
                knobs.push_back({id, {}, each, now, SizeKnob::Kind::Size});
            else if (each.lever == Lever::None && !each.advanced && each.evidence == Evidence::Documented)
                bounds.push_back({id, {}, each, now, SizeKnob::Kind::Bound});
        }
        for (const Connection& connection : m_design.connections) {
            if (connection.from != id && connection.to != id)
                continue;
            const std::vector<ParameterSpec> specs = specsOf(connection);
            for (const ParameterSpec& each : specs) {
                const bool isCall = (connection.to != id && !isPoll(connection))
                                    || (each.id == "batchSize" && !takesBatches(connection));
                const auto own = connection.parameters.find(each.id);
                const double now =
                    asNumber(own == connection.parameters.end() ? each.defaultValue : own->second, 0);
                if (isNumber(each) && each.lever == Lever::More && now > 0
                    && validation::isVisible(each, specs, connection.parameters))
                    (isCall ? calls : knobs)
                        .push_back({id, connection.id, each, now,
                                    isCall ? SizeKnob::Kind::Call : SizeKnob::Kind::Size});
            }
        }
        knobs.insert(knobs.end(), bounds.begin(), bounds.end());
        knobs.insert(knobs.end(), calls.begin(), calls.end());
        return knobs;
    }

    /// Infinite when it cannot be told.
    double pressureWith(const Design& design, const ComponentId& id, const ScenarioId& scenario)
    {
        constexpr double kUnknown = std::numeric_limits<double>::infinity();
        if (m_left == 0) {
            m_searched = false;
            return kUnknown;
        }
        --m_left;
        const Result<FlowReport> flow = estimateFlow(design, m_library, scenario, kTargetUse);
        const FlowComponent* component = flow ? findComponent(*flow, id) : nullptr;
        return component ? pressure(*flow, *component) : kUnknown;
    }

    /// With the one of the knobs, each of which is enough, that makes the month least dear.
    Design cheapest(const std::vector<SizeKnob>& enough, const ComponentId& id, const ScenarioId& scenario,
                    double goal)
    {
        const Design before = m_design;
        std::optional<Design> best;
        std::optional<Money> least;
        for (const SizeKnob& knob : enough) {
            if (best && m_left < kEstimatesToSettle)
                break;
            m_design = before;
            settle(knob, id, scenario, goal);
            if (!best)
                best = m_design;
            if (enough.size() == 1)
                break;
            const Result<Bill> bill = estimateBill(m_design, m_library, scenario, m_price);
            if (bill && (!least || bill->total < *least)) {
                least = bill->total;
                best = m_design;
            }
        }
        m_design = before;
        return *best;
    }

    /// The least value that brings the pressure down to `goal`, when the largest does.
    void settle(const SizeKnob& knob, const ComponentId& id, const ScenarioId& scenario, double goal)
    {
        double low = knob.now, high = knob.most();
        while (m_left > 0 && high > low * 1.02 && (knob.spec.type == ParameterType::Real || high - low > 1)) {
            double middle = std::sqrt(low * high);
            if (knob.spec.type == ParameterType::Integer)
                middle = std::clamp(std::round(middle), low + 1, high - 1);
            Design tried = m_design;
            knob.set(tried, middle);
            (pressureWith(tried, id, scenario) <= goal ? high : low) = middle;
        }
        knob.set(m_design, high);
    }

    bool relieve(const ComponentId& id, const ScenarioId& scenario)
    {
        const double before = pressureWith(m_design, id, scenario);
        std::vector<std::pair<double, SizeKnob>> helpful;
        std::optional<SizeKnob::Kind> enough;
        for (const SizeKnob& knob : knobsFor(id)) {
            // What capacity does needs no code and nobody's leave.
            if (enough && *enough != knob.kind)
                break;
            if (knob.now >= knob.most())
                continue;
            Design tried = m_design;
            knob.set(tried, knob.most());
            const double after = pressureWith(tried, id, scenario);
            if (after < before * 0.99)
                helpful.emplace_back(after, knob);
            if (after <= kTargetUse && !enough)
                enough = knob.kind;
        }
        // One size that leaves head-room, else one that just carries it, else several of them.
        for (const double goal : {kTargetUse, 1.0}) {
            std::vector<SizeKnob> each;
            for (const auto& [after, knob] : helpful)
                if (after <= goal)
                    each.push_back(knob);
            if (!each.empty()) {
                m_design = cheapest(each, id, scenario, goal);
                return true;
            }
        }
        if (takeFromList(id, scenario,
                         [&](const Design& tried) { return pressureWith(tried, id, scenario); }))
            return true;
        const Design untouched = m_design;
        for (const auto& [after, knob] : helpful) {
            Design tried = m_design;
            knob.set(tried, knob.most());
            if (pressureWith(tried, id, scenario) <= 1) {
                settle(knob, id, scenario, 1);
                return true;
            }
            m_design = std::move(tried);
        }
        m_design = untouched;
        return false;
    }

    /// With the entry of a list of sizes that makes the month least dear, of those that leave head-room, else of those that
    /// just carry it, by the pressure that `left(design)` says is left.
    template <class Left>
    bool takeFromList(const ComponentId& id, const ScenarioId& scenario, Left left)
    {
        const ServiceSpec* spec = specOf(id);
        const Component* component = findComponent(m_design, id);
        if (!spec || !component)
            return false;
        for (const ParameterSpec& list : spec->parameters) {
            if (!isListOfSizes(list) || list.choices.size() > m_left
                || !validation::isVisible(list, spec->parameters, component->parameters))
                continue;
            std::vector<std::pair<double, Design>> each;  // by the pressure that it leaves
            for (const ParameterChoice& choice : list.choices) {
                Design tried = m_design;
                for (Component& own : tried.components)
                    if (own.id == id)
                        own.parameters[list.id] = choice.value;
                const double after = left(tried);
                each.emplace_back(after, std::move(tried));
            }
            for (const double goal : {kTargetUse, 1.0}) {
                std::optional<Money> least;
                for (auto& [after, tried] : each) {
                    const Result<Bill> bill = after <= goal
                                                  ? estimateBill(tried, m_library, scenario, m_price)
                                                  : Result<Bill>{Error{}};
                    if (!bill || isUnpricedAt(*bill, id) || (least && !(bill->total < *least)))
                        continue;
                    least = bill->total;
                    m_design = tried;
                }
                if (least)
                    return true;
            }
        }
        return false;
    }
    static bool isUnpricedAt(const Bill& bill, const ComponentId& id)
    {
        return std::any_of(bill.lines.begin(), bill.lines.end(), [&](const BillLine& line) {
            return line.component == id && line.state == LineState::Unpriced;
        });
    }

    /// What was raised before something else made it unnecessary, since the design was `first`.
    void takeBackUnneeded(const Design& first, const ScenarioId& scenario)
    {
        std::vector<std::pair<ParameterMap*, const ParameterMap*>> changed;
        for (std::size_t at = 0; at < first.components.size(); ++at)
            changed.emplace_back(&m_design.components[at].parameters, &first.components[at].parameters);
        for (std::size_t at = 0; at < first.connections.size(); ++at)
            changed.emplace_back(&m_design.connections[at].parameters, &first.connections[at].parameters);
        std::erase_if(changed, [](const auto& each) { return *each.first == *each.second; });
        const Through now = m_left > 0 ? throughWith(m_design, scenario) : Through{};
        const double goal = std::max(kTargetUse, now.pressure);
        for (const auto& [mine, before] : changed) {
            for (const auto& [id, value] : ParameterMap{*mine}) {
                const auto was = before->find(id);
                if ((was != before->end() && was->second == value) || !now.whole || m_left == 0)
                    continue;
                const ParameterMap grown = *mine;
                if (was == before->end())
                    mine->erase(id);
                else
                    (*mine)[id] = was->second;
                const Through without = throughWith(m_design, scenario);
                if (!without.whole || without.pressure > goal + 1e-9)
                    *mine = grown;
            }
        }
    }

    /// How a design as a whole does.
    struct Through {
        double carried = 0;   ///< records per second at the ends; on the way there a retry looks like work
        double pressure = 0;  ///< on the component that has most
        bool whole = false;
    };
    Through throughWith(const Design& design, const ScenarioId& scenario)
    {
        Through through;
        if (m_left == 0) {
            m_searched = false;
            return through;
        }
        --m_left;
        const Result<FlowReport> flow = estimateFlow(design, m_library, scenario, kTargetUse);
        if (!flow)
            return through;
        through.whole = true;
        const std::set<ComponentId> senders = sendersIn(design, *flow);
        for (const FlowComponent& component : flow->components) {
            if (!senders.contains(component.id))
                through.carried += partOf(component, flow->durationSeconds).carriedPerSecond;
            through.pressure = std::max(through.pressure, pressure(*flow, component));
            through.whole = through.whole && !isShort(*flow, component);
        }
        return through;
    }

    /// Where no size helps by itself, as where a function waits for a table that needs more only once the function has
    /// more: two sizes together, or sizes that bring more through one after the other; then each back to the least that
    /// still carries all.
    bool widen(const ScenarioId& scenario)
    {
        if (widenOne(scenario))
            return true;
        std::vector<SizeKnob> knobs, calls;
        for (const Component& component : m_design.components)
            for (const SizeKnob& knob : knobsFor(component.id))
                // What can be sized has been, for what reaches it.
                if (!knob.spec.sizable && knob.now < knob.most())
                    (knob.kind == SizeKnob::Kind::Call ? calls : knobs).push_back(knob);
        std::vector<SizeKnob> kept = twoOf(knobs, scenario);
        // How components call each other is a matter of code: the last thing to change.
        knobs.insert(knobs.end(), calls.begin(), calls.end());
        if (kept.empty())
            kept = ascend(knobs, scenario);
        if (kept.empty())
            return false;
        for (const SizeKnob& knob : kept)
            knob.set(m_design, knob.most());
        const double goal = std::max(kTargetUse, throughWith(m_design, scenario).pressure);
        for (const SizeKnob& knob : kept)
            takeBack(knob, scenario, goal);
        return true;
    }

    /// Where who is called answers no more than it can: with a larger one of its list, and what else it has with it.
    bool widenOne(const ScenarioId& scenario)
    {
        if (m_left == 0)
            return false;
        --m_left;
        const Result<FlowReport> flow = estimateFlow(m_design, m_library, scenario, kTargetUse);
        if (!flow)
            return false;
        for (const FlowComponent& each : flow->components) {
            const LimitUse* limit = tightest(each);
            if (!limit || limit->utilisation <= kTargetUse)
                continue;
            std::vector<SizeKnob> knobs = knobsFor(each.id);
            std::erase_if(knobs, [](const SizeKnob& knob) {
                return knob.kind != SizeKnob::Kind::Size || !knob.connection.empty();
            });
            const auto left = [&](Design tried) {
                for (const SizeKnob& knob : knobs)
                    knob.set(tried, knob.most());
                const Through through = throughWith(tried, scenario);
                return through.whole ? through.pressure : std::numeric_limits<double>::infinity();
            };
            if (!takeFromList(each.id, scenario, left))
                continue;
            for (const SizeKnob& knob : knobs)
                knob.set(m_design, knob.most());
            const double goal = std::max(kTargetUse, throughWith(m_design, scenario).pressure);
            for (const SizeKnob& knob : knobs)
                takeBack(knob, scenario, goal);
            return true;
        }
        return false;
    }

    /// The first two that carry all together; none when there are too many to try.
    std::vector<SizeKnob> twoOf(const std::vector<SizeKnob>& knobs, const ScenarioId& scenario)
    {
        if (knobs.size() * knobs.size() > m_left)
            return {};
        for (std::size_t a = 0; a < knobs.size(); ++a)
            for (std::size_t b = a + 1; b < knobs.size(); ++b) {
                Design tried = m_design;
                knobs[a].set(tried, knobs[a].most());
                knobs[b].set(tried, knobs[b].most());
                if (throughWith(tried, scenario).whole)
                    return {knobs[a], knobs[b]};
            }
        return {};
    }

    /// Each that brings more through on top of those before it, until all is carried.
    std::vector<SizeKnob> ascend(const std::vector<SizeKnob>& knobs, const ScenarioId& scenario)
    {
        constexpr int kPasses = 3;
        Design grown = m_design;
        std::vector<SizeKnob> kept;
        Through best = throughWith(grown, scenario);
        for (int pass = 0; pass < kPasses; ++pass)
            for (const SizeKnob& knob : knobs) {
                Design tried = grown;
                knob.set(tried, knob.most());
                const Through through = throughWith(tried, scenario);
                if (!through.whole && !(through.carried > best.carried * kWorthKeeping))
                    continue;
                grown = std::move(tried);
                best = through;
                kept.push_back(knob);
                if (best.whole)
                    return kept;
            }
        return {};
    }

    /// The least value with which all is still carried, and nothing is asked more than `goal` of what it has.
    void takeBack(const SizeKnob& knob, const ScenarioId& scenario, double goal)
    {
        const auto fits = [&](double value) {
            Design tried = m_design;
            knob.set(tried, value);
            const Through through = throughWith(tried, scenario);
            return through.whole && through.pressure <= goal + 1e-9;
        };
        double low = knob.now, high = knob.most();
        if (fits(low))
            high = low;
        while (m_left > 0 && high > low * 1.02 && (knob.spec.type == ParameterType::Real || high - low > 1)) {
            double middle = std::sqrt(low * high);
            if (knob.spec.type == ParameterType::Integer)
                middle = std::clamp(std::round(middle), low + 1, high - 1);
            (fits(middle) ? high : low) = middle;
        }
        knob.set(m_design, high);
    }

    const ServiceLibrary& m_library;
    const PriceChoice& m_price;
    Design m_design;
    std::size_t m_left;  ///< estimates that may still be made
    bool m_searched = true;
    std::vector<std::string> m_stuck, m_allStuck;
};

}  // namespace

Result<GrownSizes> growSizes(const Design& design, const ServiceLibrary& library,
                             const std::vector<ScenarioId>& scenarios, const PriceChoice& price)
{
    Growth growth{design, library, price};
    for (const ScenarioId& id : scenarios)
        if (const Status grown = growth.carry(id); !grown)
            return grown.error();
    return GrownSizes{growth.design(), growth.changes(design), growth.stuck(), growth.searched()};
}

}  // namespace plimsoll
