// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/comparison.h"

#include "app/study/wording.h"
#include "simulator/services/service_library.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace plimsoll {

namespace {

using Ids = std::set<ComponentId>;

/// A design with only these components, what connects them, and the scenarios as far as they are about them.
Design cutDown(const Design& design, const Ids& kept)
{
    const auto has = [&](const ComponentId& id) { return id.empty() || kept.contains(id); };
    Design part = design;
    std::erase_if(part.components, [&](const Component& each) { return !kept.contains(each.id); });
    std::erase_if(part.connections, [&](const Connection& each) {
        return !kept.contains(each.from) || !kept.contains(each.to);
    });
    part.notes.clear();
    std::erase_if(part.groups, [&](const Group& group) {
        return std::none_of(part.components.begin(), part.components.end(),
                            [&](const Component& each) { return each.group == group.id; });
    });
    for (Scenario& scenario : part.scenarios) {
        std::erase_if(scenario.traffic, [&](const auto& each) { return !has(each.first); });
        std::erase_if(scenario.queries, [&](const QueryLoad& each) { return !has(each.target); });
        std::erase_if(scenario.jobs, [&](const JobLoad& each) {
            return !has(each.component) || !has(each.input) || !has(each.output);
        });
        std::erase_if(scenario.faults, [&](const Fault& each) { return !has(each.component); });
        std::erase_if(scenario.redrives, [&](const Redrive& each) { return !has(each.component); });
        std::erase_if(scenario.changes, [&](const ParameterChange& each) { return !has(each.component); });
        std::erase_if(scenario.replays,
                      [&](const Replay& each) { return findConnection(part, each.connection) == nullptr; });
        std::erase_if(scenario.objectives, [&](const Objective& each) { return !has(each.component); });
    }
    return part;
}

std::vector<Contender> groupedBranches(const Design& design)
{
    std::vector<Contender> branches;
    for (const Group& group : design.groups) {
        if (group.kind != "branch")
            continue;
        Ids kept;
        for (const Component& component : design.components)
            if (component.group == group.id)
                kept.insert(component.id);
        if (!kept.empty())
            branches.push_back({group.label.empty() ? group.id : group.label, cutDown(design, kept)});
    }
    return branches;
}

/// Components that hang together in either direction; each part by its smallest member.
std::vector<Ids> connectedParts(const Design& design)
{
    std::map<ComponentId, ComponentId> leader;
    for (const Component& component : design.components)
        leader[component.id] = component.id;
    const auto find = [&](ComponentId id) {
        while (leader[id] != id)
            id = leader[id] = leader[leader[id]];
        return id;
    };
    for (const Connection& connection : design.connections) {
        if (!leader.contains(connection.from) || !leader.contains(connection.to))
            continue;
        const ComponentId a = find(connection.from);
        const ComponentId b = find(connection.to);
        leader[std::max(a, b)] = std::min(a, b);
    }
    std::map<ComponentId, Ids> parts;
    for (const Component& component : design.components)
        parts[find(component.id)].insert(component.id);
    std::vector<Ids> result;
    // A component that nothing reaches is a leftover, not an architecture to compare with.
    for (auto& [first, ids] : parts)
        if (ids.size() > 1)
            result.push_back(std::move(ids));
    return result;
}

/// The label of the first component behind the sources: what people call the branch by.
std::string nameOfPart(const Design& part)
{
    Ids targets;
    for (const Connection& connection : part.connections)
        targets.insert(connection.to);
    const auto label = [](const Component& component) {
        return component.label.empty() ? component.id : component.label;
    };
    for (const Connection& connection : part.connections)
        if (!targets.contains(connection.from))
            if (const Component* entry = findComponent(part, connection.to))
                return label(*entry);
    return part.components.empty() ? std::string{"empty"} : label(part.components.front());
}

}  // namespace

std::vector<Contender> branchesOf(const Design& design)
{
    if (std::vector<Contender> branches = groupedBranches(design); branches.size() >= 2)
        return branches;
    std::vector<Contender> branches;
    for (const Ids& ids : connectedParts(design)) {
        Design part = cutDown(design, ids);
        std::string name = nameOfPart(part);
        const auto same = std::count_if(branches.begin(), branches.end(),
                                        [&](const Contender& each) { return each.name.starts_with(name); });
        if (same > 0)
            name += fmt::format(" ({})", same + 1);
        branches.push_back({std::move(name), std::move(part)});
    }
    return branches;
}

namespace {

constexpr double kWorthNamingShare = 0.05;  // of the gap
constexpr std::size_t kMostLines = 4;

std::vector<ComparedLine> compareLines(const std::vector<ComparedSide>& sides)
{
    std::map<MeterId, ComparedLine> byMeter;
    for (std::size_t side = 0; side < sides.size(); ++side) {
        for (const BillLine& line : sides[side].bill.lines) {
            if (line.state != LineState::Priced)
                continue;
            ComparedLine& compared = byMeter[line.meter];
            compared.meter = line.meter;
            compared.name = line.name;
            compared.amounts.resize(sides.size());
            compared.amounts[side] = compared.amounts[side].value_or(Money{}) + line.amount;
        }
    }
    std::vector<ComparedLine> lines;
    for (auto& [meter, line] : byMeter) {
        Money least = line.amounts.front().value_or(Money{});
        Money most = least;
        for (const std::optional<Money>& amount : line.amounts) {
            least = std::min(least, amount.value_or(Money{}));
            most = std::max(most, amount.value_or(Money{}));
        }
        line.spread = most - least;
        lines.push_back(std::move(line));
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const ComparedLine& a, const ComparedLine& b) { return a.spread > b.spread; });
    return lines;
}

std::string times(double ratio)
{
    return ratio >= 10 ? figure(std::round(ratio)) : plainNumber(ratio, 1);
}

/// "Table costs $1,128 more than Kinesis: $2,468 against $1,340, 1.8 times as much."
std::string gapSentence(const ComparedSide& dear, const ComparedSide& cheap)
{
    const Money gap = dear.bill.total - cheap.bill.total;
    if (gap == Money{})
        return fmt::format("{} and {} cost the same.", dear.name, cheap.name);
    std::string text =
        fmt::format("{} costs {} more a month than {}: {} against {}", dear.name, roundDollars(gap),
                    cheap.name, roundDollars(dear.bill.total), roundDollars(cheap.bill.total));
    if (cheap.bill.total > Money{})
        text +=
            fmt::format(", {} times as much", times(dear.bill.total.dollars() / cheap.bill.total.dollars()));
    return text + ".";
}

/// The lines that make the gap, and those that work against it.
void addReasons(const Comparison& comparison, std::size_t dear, std::size_t cheap,
                std::vector<std::string>& why)
{
    const double gap = (comparison.sides[dear].bill.total - comparison.sides[cheap].bill.total).dollars();
    std::string widens, narrows;
    std::size_t named = 0;
    for (const ComparedLine& line : comparison.lines) {
        const Money difference = line.amounts[dear].value_or(Money{}) - line.amounts[cheap].value_or(Money{});
        if (std::fabs(difference.dollars()) < std::max(1.0, kWorthNamingShare * gap) || named == kMostLines)
            continue;
        ++named;
        std::string& list = difference > Money{} ? widens : narrows;
        const Money size = difference > Money{} ? difference : Money{} - difference;
        list += fmt::format("{}{} {}", list.empty() ? "" : ", ", roundDollars(size), line.name);
    }
    if (!widens.empty())
        why.push_back(fmt::format("Where {} pays more: {}.", comparison.sides[dear].name, widens));
    if (!narrows.empty())
        why.push_back(fmt::format("Where {} pays more: {}.", comparison.sides[cheap].name, narrows));
}

/// What one side's stored byte costs against the other's.
void addStoredByte(const ComparedSide& dear, const ComparedSide& cheap, std::vector<std::string>& why)
{
    const auto stored = [](const ComparedSide& side) {
        const BillLine* biggest = nullptr;
        for (const BillLine& line : side.bill.lines)
            if (line.monthEndQuantity && line.unit == kStoredBytes && line.state == LineState::Priced
                && line.quantity > 0 && (!biggest || line.amount > biggest->amount))
                biggest = &line;
        return biggest;
    };
    const BillLine* a = stored(dear);
    const BillLine* b = stored(cheap);
    if (!a || !b || b->amount <= Money{})
        return;
    const double ratio = a->amount.dollars() / a->quantity / (b->amount.dollars() / b->quantity);
    if (ratio >= 2)
        why.push_back(fmt::format("A byte kept in {} costs {} times what it costs in {}.", a->componentLabel,
                                  times(ratio), b->componentLabel));
    else if (ratio <= 0.5)
        why.push_back(fmt::format("A byte kept in {} costs {} times what it costs in {}.", b->componentLabel,
                                  times(1 / ratio), a->componentLabel));
}

}  // namespace

Comparison compareSides(std::vector<ComparedSide> sides)
{
    Comparison comparison;
    comparison.sides = std::move(sides);
    if (comparison.sides.empty())
        return comparison;
    comparison.lines = compareLines(comparison.sides);
    const auto total = [](const ComparedSide& side) { return side.bill.total; };
    const auto [least, most] = std::minmax_element(
        comparison.sides.begin(), comparison.sides.end(),
        [&](const ComparedSide& a, const ComparedSide& b) { return total(a) < total(b); });
    comparison.cheapest = static_cast<std::size_t>(least - comparison.sides.begin());
    const auto dearest = static_cast<std::size_t>(most - comparison.sides.begin());
    comparison.heading = comparison.sides.front().bill.heading;
    if (comparison.sides.size() < 2)
        return comparison;
    for (std::size_t side = 0; side < comparison.sides.size(); ++side)
        if (side != comparison.cheapest && (side != dearest || dearest != comparison.cheapest))
            comparison.why.push_back(gapSentence(comparison.sides[side], *least));
    addReasons(comparison, dearest, comparison.cheapest, comparison.why);
    addStoredByte(*most, *least, comparison.why);
    return comparison;
}

namespace {

/// A note that counts a few meters only tells another story; say how far off it is.
std::optional<std::string> noteSentence(const std::vector<Usage>& usages,
                                        const std::vector<Contender>& contenders,
                                        const Comparison& comparison, const ServiceLibrary& library)
{
    for (const std::string& id : builtinPriceBookIds()) {
        const Result<PriceBook> book = builtinPriceBook(id);
        if (!book || !book->isStudyNote() || comparison.sides.front().bill.priceBookId == id)
            continue;
        std::vector<Money> totals;
        for (std::size_t side = 0; side < usages.size(); ++side) {
            const Result<Bill> bill =
                priceMonth({{usages[side], 0}}, *book, library.catalog(), contenders[side].design, {});
            if (!bill || bill->total <= Money{})
                return std::nullopt;
            totals.push_back(bill->total);
        }
        const auto [least, most] = std::minmax_element(totals.begin(), totals.end());
        const auto [cheap, dear] = std::minmax_element(
            comparison.sides.begin(), comparison.sides.end(),
            [](const ComparedSide& a, const ComparedSide& b) { return a.bill.total < b.bill.total; });
        const double noted = most->dollars() / least->dollars();
        const double real = dear->bill.total.dollars() / cheap->bill.total.dollars();
        // Within a fifth both tell the same story.
        if (std::fabs(noted / real - 1) < 0.2)
            return std::nullopt;
        return fmt::format("Counting only capacity ({}), the gap would read {} times: {} against {}.", id,
                           times(noted), dollars(*most), dollars(*least));
    }
    return std::nullopt;
}

/// A sink or path of one side, and the one it is held against.
struct PlacePair {
    std::string first, second;
};

/// Where the side's figures matter most: what an objective of this kind names, else what is used most.
template <class Place, class IdOf, class UseOf>
std::string mainPlace(const RunReport& run, const std::vector<Place>& places, std::string_view kind,
                      IdOf idOf, UseOf useOf)
{
    for (const ObjectiveReport& objective : run.objectives)
        for (const Place& place : places)
            if (objective.objective.metric.starts_with(kind) && objective.objective.component == idOf(place))
                return idOf(place);
    const Place* most = nullptr;
    for (const Place& place : places)
        if (!most || useOf(place) > useOf(*most))
            most = &place;
    return most ? idOf(*most) : "";
}

/// What both sides have by the same id; versions of one design have all. Else the main one of each.
template <class Place, class IdOf, class UseOf>
std::vector<PlacePair> pairPlaces(const RunReport& first, const RunReport& second,
                                  const std::vector<Place> RunReport::*places, std::string_view kind,
                                  IdOf idOf, UseOf useOf)
{
    std::vector<PlacePair> pairs;
    for (const Place& a : first.*places)
        for (const Place& b : second.*places)
            if (idOf(a) == idOf(b))
                pairs.push_back({idOf(a), idOf(b)});
    if (!pairs.empty())
        return pairs;
    const std::string a = mainPlace(first, first.*places, kind, idOf, useOf);
    const std::string b = mainPlace(second, second.*places, kind, idOf, useOf);
    if (!a.empty() && !b.empty())
        pairs.push_back({a, b});
    return pairs;
}

/// The replications that have the figure on both sides.
struct ValuePairs {
    std::vector<double> first, second;
};

ValuePairs valuePairsOf(const FigureOfRuns& first, const FigureOfRuns& second)
{
    ValuePairs pairs;
    for (std::size_t at = 0; at < std::min(first.values.size(), second.values.size()); ++at) {
        if (!first.values[at] || !second.values[at])
            continue;
        pairs.first.push_back(*first.values[at]);
        pairs.second.push_back(*second.values[at]);
    }
    return pairs;
}

double meanOf(const std::vector<double>& values)
{
    Welford mean;
    for (const double value : values)
        mean.add(value);
    return mean.mean();
}

struct Combine {
    const char* id;    ///< of FigureOfRuns
    const char* name;  ///< "delay p99"
    const char* unit;
    const char* better;  ///< what the smaller one is
};

std::string amountText(const Combine& kind, double value)
{
    if (std::string_view{kind.unit} == "ms")
        return millisText(value);
    if (std::string_view{kind.unit} == "USD/month")
        return roundDollars(Money::nanodollars(std::llround(value * 1e9)));
    return percent(value);
}

void addFigure(Comparison& comparison, std::size_t side, const Combine& kind, const PlacePair& place)
{
    const RunReport& a = *comparison.sides.front().run;
    const RunReport& b = *comparison.sides[side].run;
    const FigureOfRuns* first = findFigure(a, kind.id, place.first);
    const FigureOfRuns* second = findFigure(b, kind.id, place.second);
    if (!first || !second)
        return;
    ValuePairs pairs = valuePairsOf(*first, *second);
    if (pairs.first.empty())
        return;
    ComparedFigure figure;
    figure.figure = kind.name;
    figure.unit = kind.unit;
    figure.second = side;
    figure.firstWhere = place.first;
    figure.secondWhere = place.second;
    figure.firstMean = meanOf(pairs.first);
    figure.secondMean = meanOf(pairs.second);
    // At 95% by itself for now; how wide it must be depends on how many there are.
    figure.difference = pairedDifference(pairs.first, pairs.second);
    comparison.figures.push_back(std::move(figure));
}

constexpr Combine kDelays[] = {{"delay-mean", "delay mean", "ms", "faster"},
                               {"delay-p50", "delay p50", "ms", "faster"},
                               {"delay-p99", "delay p99", "ms", "faster"}};
constexpr Combine kResponses[] = {{"response-mean", "response mean", "ms", "faster"},
                                  {"response-p50", "response p50", "ms", "faster"},
                                  {"response-p99", "response p99", "ms", "faster"}};
constexpr Combine kRefused{"refused-share", "share refused", "", "refused less"};
constexpr Combine kCost{"cost", "cost", "USD/month", "cheaper"};

const Combine& kindOf(const ComparedFigure& figure)
{
    for (const Combine& kind : kDelays)
        if (figure.figure == kind.name)
            return kind;
    for (const Combine& kind : kResponses)
        if (figure.figure == kind.name)
            return kind;
    return figure.figure == kCost.name ? kCost : kRefused;
}

std::string labelIn(const ComparedSide& side, const std::string& where)
{
    for (const PathReport& path : side.run->paths)
        if (path.id == where)
            return labelIn(side, path.source);
    const ComponentReport* component = findComponent(*side.run, where);
    return component && !component->label.empty() ? component->label : where;
}

/// " at Archive", or " (Process A against Process B)".
std::string placeOf(const Comparison& comparison, const ComparedFigure& figure)
{
    if (figure.firstWhere.empty())
        return "";
    const std::string first = labelIn(comparison.sides[figure.first], figure.firstWhere);
    const std::string second = labelIn(comparison.sides[figure.second], figure.secondWhere);
    return first == second ? " at " + first : " (" + first + " against " + second + ")";
}

/// "Delay p99 at Archive: A is faster by 12 ms +- 3 ms."
std::string sentenceOf(const Comparison& comparison, const ComparedFigure& figure)
{
    const Combine& kind = kindOf(figure);
    const double difference = figure.secondMean - figure.firstMean;
    const std::string size = amountText(kind, std::fabs(difference));
    const std::string& smaller = comparison.sides[difference > 0 ? figure.first : figure.second].name;
    const std::string name = capitalised(figure.figure) + placeOf(comparison, figure);
    if (!figure.difference)
        return difference == 0
                   ? fmt::format("{}: the same.", name)
                   : fmt::format("{}: {} is {} by {}, in one replication.", name, smaller, kind.better, size);
    const std::string halfWidth = amountText(kind, figure.difference->halfWidth);
    if (difference == 0 && figure.difference->halfWidth == 0)
        return fmt::format("{}: the same in every replication.", name);
    if (!figure.distinguishable)
        return fmt::format("{}: not distinguishable ({}{} +- {}).", name, difference < 0 ? "-" : "", size,
                           halfWidth);
    if (figure.difference->halfWidth == 0)
        return fmt::format("{}: {} is {} by {} in every replication.", name, smaller, kind.better, size);
    return fmt::format("{}: {} is {} by {} +- {}.", name, smaller, kind.better, size, halfWidth);
}

/// Not one whole scenario was played.
bool cutShort(const RunReport& run)
{
    return run.provenance.partial && run.provenance.simulatedSeconds < run.provenance.durationSeconds;
}

/// Each side's share of a progress bar.
class SideMonitor final : public RunMonitor {
public:
    SideMonitor(RunMonitor& whole, std::size_t part, std::size_t parts)
        : m_whole{whole}, m_part{static_cast<double>(part)}, m_parts{static_cast<double>(parts)}
    {}
    void progressed(double fraction) override { m_whole.progressed((m_part + fraction) / m_parts); }
    bool isCancelled() const override { return m_whole.isCancelled(); }

private:
    RunMonitor& m_whole;
    double m_part, m_parts;
};

}  // namespace

void compareRuns(Comparison& comparison, bool individualIntervals)
{
    comparison.figures.clear();
    comparison.figuresNote.clear();
    if (comparison.sides.size() < 2 || !comparison.sides.front().run)
        return;
    const RunReport& first = *comparison.sides.front().run;
    // What stopped on its way carried another load: its figures say nothing beside the others'.
    for (const ComparedSide& side : comparison.sides) {
        if (side.run && cutShort(*side.run)) {
            comparison.figuresNote =
                fmt::format("Nothing to compare in the runs: {} ran {} s of {} s.", side.name,
                            plainNumber(side.run->provenance.simulatedSeconds),
                            plainNumber(side.run->provenance.durationSeconds));
            return;
        }
    }
    for (std::size_t side = 1; side < comparison.sides.size(); ++side) {
        if (!comparison.sides[side].run)
            continue;
        const RunReport& other = *comparison.sides[side].run;
        for (const PlacePair& place : pairPlaces(
                 first, other, &RunReport::sinks, "delay",
                 [](const SinkReport& sink) { return sink.component; },
                 [](const SinkReport& sink) { return sink.delivered; }))
            for (const Combine& kind : kDelays)
                addFigure(comparison, side, kind, place);
        for (const PlacePair& place : pairPlaces(
                 first, other, &RunReport::paths, "response", [](const PathReport& path) { return path.id; },
                 [](const PathReport& path) { return path.succeeded; }))
            for (const Combine& kind : kResponses)
                addFigure(comparison, side, kind, place);
        addFigure(comparison, side, kRefused, {});
        addFigure(comparison, side, kCost, {});
    }
    const auto stated = static_cast<int>(
        std::count_if(comparison.figures.begin(), comparison.figures.end(),
                      [](const ComparedFigure& each) { return each.difference.has_value(); }));
    const double confidence = individualIntervals ? 0.95 : bonferroni(0.95, stated);
    for (ComparedFigure& figure : comparison.figures) {
        if (figure.difference) {
            const double wider = studentRatio(figure.difference->n, confidence, 0.95);
            figure.difference->halfWidth *= wider;
            figure.distinguishable = std::fabs(figure.difference->mean) > figure.difference->halfWidth;
        }
        figure.text = sentenceOf(comparison, figure);
    }
    if (stated == 0)
        comparison.figuresNote =
            "One replication: differences have no interval. Five replications or more give one.";
    else if (individualIntervals || stated == 1)
        comparison.figuresNote =
            "Same draws on every side, paired by replication; individual intervals, each at 95%.";
    else
        comparison.figuresNote =
            fmt::format("Same draws on every side, paired by replication; the {} intervals hold "
                        "together at 95% (Bonferroni).",
                        stated);
}

Result<Comparison> compareDesigns(const std::vector<Contender>& contenders, const ServiceLibrary& library,
                                  const ComparisonOptions& options, RunMonitor& monitor)
{
    std::vector<ComparedSide> sides;
    std::vector<Usage> usages;
    std::vector<std::string> findings;
    for (std::size_t at = 0; at < contenders.size(); ++at) {
        const Contender& contender = contenders[at];
        const auto named = [&](Error error) {
            error.place = contender.name + (error.place.empty() ? "" : ": " + error.place);
            return error;
        };
        const Result<FlowReport> flow = estimateFlow(contender.design, library, options.scenario);
        if (!flow)
            return named(flow.error());
        Result<Bill> bill = estimateBill(contender.design, library, options.scenario, options.price);
        if (!bill)
            return named(bill.error());
        ComparedSide side{contender.name, *bill, std::nullopt};
        if (options.simulate) {
            SideMonitor part{monitor, at, contenders.size()};
            RunOptions run = options.run;
            run.scenario = options.scenario;
            run.monthlyCost = costOf(contender.design, library, options.price);
            Result<RunReport> report = simulate(contender.design, library, run, part);
            if (!report)
                return named(report.error());
            // One bill for the table, the reasons and the differences: that of the run.
            Result<Bill> metered = billOf(*report, contender.design, library, options.price);
            if (!metered)
                return named(metered.error());
            metered->heading += ", metered in the run";
            side.bill = std::move(*metered);
            side.run = std::move(*report);
        }
        for (const Finding& finding :
             billFindings(side.bill, side.run ? side.run->usage : flow->usage, library.catalog()))
            if (finding.id == "record-rounding")
                findings.push_back(finding.text.english() + " " + finding.remedy.english());
        usages.push_back(flow->usage);
        sides.push_back(std::move(side));
    }
    if (monitor.isCancelled() && std::any_of(sides.begin(), sides.end(), [](const ComparedSide& side) {
            return side.run && cutShort(*side.run);
        }))
        return Error{"", "interrupted before every side had run: there is nothing to compare",
                     "let it finish, or leave out --run to compare the estimates"};
    // Two services may both call a meter "Storage"; in one table they need their names.
    for (ComparedSide& side : sides)
        for (BillLine& line : side.bill.lines)
            if (const ServiceSpec* spec = library.catalog().find(line.meter.substr(0, line.meter.find('/'))))
                line.name = (spec->shortName.empty() ? spec->name : spec->shortName) + ": " + line.name;
    Comparison comparison = compareSides(std::move(sides));
    compareRuns(comparison, options.individualIntervals);
    comparison.why.insert(comparison.why.end(), findings.begin(), findings.end());
    if (comparison.sides.size() >= 2)
        if (const auto note = noteSentence(usages, contenders, comparison, library))
            comparison.why.push_back(*note);
    return comparison;
}

}  // namespace plimsoll
