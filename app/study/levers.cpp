// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/counterfactuals.h"

#include "app/study/wording.h"
#include "model/catalog/connection_parameters.h"
#include "simulator/run/findings/binding.h"
#include "simulator/services/service_library.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

namespace plimsoll {

namespace {

constexpr std::size_t kMostChangesPerFinding = 8;

bool isVisible(const ParameterSpec& parameter, const std::vector<ParameterSpec>& all,
               const ParameterMap& values)
{
    const VisibleWhen& when = parameter.visibleWhen;
    if (when.parameter.empty())
        return true;
    std::string value;
    if (const auto own = values.find(when.parameter); own != values.end()) {
        value = toString(own->second);
    } else {
        for (const ParameterSpec& each : all)
            if (each.id == when.parameter)
                value = toString(each.defaultValue);
    }
    return std::find(when.values.begin(), when.values.end(), value) != when.values.end();
}

/// How many times over the limit of the component that refused most was asked for in its worst stretch; 1 if none did.
double overrunOf(const ComponentReport* measured)
{
    const LimitUse* most = nullptr;
    if (!measured)
        return 1;
    for (const LimitUse& limit : measured->limits) {
        if (limit.refused > (most ? most->refused : 0))
            most = &limit;
    }
    return most ? std::max(1.0, worstUse(*measured, *most)) : 1;
}

/// To three digits, upwards.
double roundedUp(double value)
{
    const double step = std::pow(10, std::floor(std::log10(std::fabs(value))) - 2);
    return value == 0 ? 0 : std::ceil(value / step - 1e-9) * step;
}

/// The values a lever may take next, given where it stands.
std::vector<ParameterValue> movesOf(const ParameterSpec& spec, const ParameterValue& now,
                                    std::optional<double> recommended, double overrun)
{
    std::vector<ParameterValue> moves;
    if (const bool* on = std::get_if<bool>(&now))
        return {ParameterValue{!*on}};
    if (spec.lever == Lever::Choices) {
        // A long list is one of sizes: the next ones are tried, of a short one all others.
        constexpr std::size_t kShort = 4, kNext = 2;
        const bool isShort = spec.choices.size() <= kShort;
        bool passed = isShort;
        for (const ParameterChoice& choice : spec.choices) {
            const bool isNow = ParameterValue{choice.value} == now;
            if (passed && !isNow && (isShort || moves.size() < kNext))
                moves.emplace_back(choice.value);
            passed |= isNow;
        }
        return moves;
    }
    const double value = asNumber(now, std::nan(""));
    // Nothing is often "no such limit": more of it would be one.
    if (!std::isfinite(value) || (spec.lever == Lever::More && value <= 0))
        return moves;
    std::vector<double> wanted;
    constexpr double kHeadRoom = 0.8;
    if (spec.lever == Lever::More && spec.unit == "records")  // of a batch: one more changes nothing
        wanted = {value * 2, value * 10};
    else if (spec.lever == Lever::More && value < 20 && overrun < 2)
        wanted = {value + 1, value + 2};
    else if (spec.lever == Lever::More)
        wanted = {value * 1.25, value * std::max(2.0, overrun / kHeadRoom)};
    else
        wanted = {value / 2, value / 5};
    constexpr double kWithinReach = 10;  // times what there is
    if (spec.lever == Lever::More && spec.maximum > value && spec.maximum <= kWithinReach * value)
        wanted.push_back(spec.maximum);
    if (spec.lever == Lever::More && recommended && *recommended > value)
        wanted.push_back(*recommended);
    std::sort(wanted.begin(), wanted.end());
    for (double next : wanted) {
        if (spec.type == ParameterType::Integer)
            next = spec.lever == Lever::More ? std::ceil(next - 1e-9) : std::floor(next);
        else if (spec.lever == Lever::More)
            next = roundedUp(next);
        next = std::clamp(next, spec.minimum, spec.maximum);
        const ParameterValue move = spec.type == ParameterType::Integer
                                        ? ParameterValue{static_cast<std::int64_t>(next)}
                                        : ParameterValue{next};
        if (next != value && std::find(moves.begin(), moves.end(), move) == moves.end())
            moves.push_back(move);
    }
    return moves;
}

/// Whether so many more of the unit says by itself what there are more of: shards, not records, GiB or requests a second.
bool isThings(const std::string& unit)
{
    static const std::set<std::string> measures{
        "records", "requests", "messages", "units", "slots", "calls", "s",   "ms", "us", "min",
        "h",       "days",     "%",        "B",     "KiB",   "MiB",   "GiB", "KB", "MB", "GB"};
    return !unit.empty() && unit.find('/') == std::string::npos && !measures.contains(unit);
}

/// "+2 shards", "batch size 100 -> 200 records", "reader shared -> enhanced", "RDS Proxy on"
std::string wordingOf(const ParameterSpec& spec, const ParameterValue& from, const ParameterValue& to,
                      const std::string& where)
{
    const double difference = asNumber(to, std::nan("")) - asNumber(from, std::nan(""));
    std::string text;
    if (spec.type == ParameterType::Boolean) {
        text = lowered(spec.name) + (to == ParameterValue{true} ? " on" : " off");
    } else if (spec.lever == Lever::More && isThings(spec.unit) && std::fabs(difference) < 20) {
        std::string unit = spec.unit;
        if (difference == 1 && unit.ends_with('s') && !unit.ends_with("/s"))
            unit.pop_back();
        text = fmt::format("+{} {}", plainNumber(difference), unit);
    } else {
        text = fmt::format("{} {} -> {}", lowered(spec.name), toString(from), toString(to));
        if (!spec.unit.empty())
            text += " " + spec.unit;
    }
    return where.empty() ? text : text + " at " + where;
}

/// What the remedy of a finding names in words, as values to try: the parameter by its id, where the place of the finding or
/// a connection of it has one such.
struct Cure {
    std::string_view finding, parameter;
    std::vector<double> values{}, factors{};  ///< of a flag: 1 is on
    bool isSized = false;                     ///< the value is what the place's sizing recommends
    std::string_view limit{};                 ///< the value is what that limit of the place allows
    std::string_view choice{};                ///< of a choice
    std::string_view refusedBy{};             ///< only where that limit of the place refuses
    bool isSaid = false;                      ///< the value is the one that the remedy names "then"
};
const std::vector<Cure>& cures()
{
    static const std::vector<Cure> all{
        {"blocked-shard", "maximumRetryAttempts", {2}, {}},
        {"blocked-shard", "bisectOnError", {1}, {}},
        {"starts-in-the-way", "provisionedConcurrency", {}, {}, true},
        {"dead-lettered", "maximumConcurrency", {}, {}, false, "concurrency"},
        {"dead-lettered", "maximumConcurrency", {2}, {}},
        {"dead-lettered", "maxReceives", {}, {2, 5}},
        {"dead-lettered", "visibilitySeconds", {}, {2, 6}},
        {"dead-lettered", "reportBatchItemFailures", {1}, {}},
        {"given-up", "endpointRetrySeconds", {}, {4}},
        {"given-up", "copyRetrySeconds", {7200}, {}},
        {.finding = "stale-reads", .parameter = "readQuorum", .isSaid = true},
        {"small-files", "objectMegabytes", {128}, {}},
        {"small-table-files", "bufferMib", {128}, {}},
        {"small-table-files", "bufferSeconds", {900}, {}},
        {.finding = "scaled-late", .parameter = "minTasks", .isSaid = true},
        {.finding = "scaled-late", .parameter = "minPods", .isSaid = true},
        {.finding = "scaled-late", .parameter = "minInstances", .isSaid = true},
        {.finding = "scaled-late", .parameter = "minWorkers", .isSaid = true},
        {"scaled-late", "outPoints", {1}, {}},
        {"scaled-late", "metricSeconds", {10}, {}},
        {"reads-refused", "reader", {}, {}, false, "", "enhanced", "read-calls"},
        {"backlog-grows", "reader", {}, {}, false, "", "enhanced", "read-calls"},
        {"fell-behind", "reader", {}, {}, false, "", "enhanced", "read-calls"},
        {"comes-back-too-soon", "visibilitySeconds", {}, {2, 6}},
        {"cold-starts", "snapStart", {1}, {}},
        {"errors-repeated", "errorTtlSeconds", {0, 1}, {}},
        {"refused", "aggregationBytes", {51'200}, {}, false, "", "", "records"}};
    return all;
}

const LimitUse* limitNamed(const ComponentReport& component, std::string_view id)
{
    const auto found = std::find_if(component.limits.begin(), component.limits.end(),
                                    [&](const LimitUse& each) { return each.limit == id; });
    return found == component.limits.end() ? nullptr : &*found;
}

bool refuses(const ComponentReport* component, std::string_view limit)
{
    const LimitUse* found = component ? limitNamed(*component, limit) : nullptr;
    return found && found->refused > 0;
}

/// What the remedy names as the value to take.
std::optional<double> valueSaid(const Finding& finding)
{
    for (const Phrase::Part& part : finding.remedy.parts())
        for (const PhraseArgument& argument : part.arguments)
            if (argument.name == "then")
                return argument.value;
    return std::nullopt;
}

std::vector<ParameterValue> curesOf(const Finding& finding, const ParameterSpec& spec,
                                    const ParameterValue& now, const ComponentReport* measured,
                                    const ComponentReport* feeder)
{
    std::vector<ParameterValue> moves;
    for (const Cure& cure : cures()) {
        if (cure.finding != finding.id || cure.parameter != spec.id)
            continue;
        if (!cure.refusedBy.empty() && !refuses(measured, cure.refusedBy) && !refuses(feeder, cure.refusedBy))
            continue;
        if (!cure.choice.empty()) {
            if (const ParameterValue move{std::string{cure.choice}}; move != now)
                moves.push_back(move);
            continue;
        }
        const double value = asNumber(now, std::nan(""));
        std::vector<double> wanted = cure.values;
        if (const LimitUse* limit = measured ? limitNamed(*measured, cure.limit) : nullptr)
            wanted.push_back(std::clamp(std::round(limit->capacity), spec.minimum, spec.maximum));
        if (cure.isSized && measured && !measured->sizing.empty())
            wanted.push_back(std::clamp(measured->sizing.front().recommended, spec.minimum, spec.maximum));
        if (const std::optional<double> said = cure.isSaid ? valueSaid(finding) : std::nullopt)
            wanted.push_back(std::clamp(*said, spec.minimum, spec.maximum));
        for (const double factor : cure.factors)
            wanted.push_back(std::clamp(value * factor, spec.minimum, spec.maximum));
        for (const double next : wanted) {
            const ParameterValue move = spec.type == ParameterType::Boolean ? ParameterValue{next > 0}
                                        : spec.type == ParameterType::Real
                                            ? ParameterValue{next}
                                            : ParameterValue{static_cast<std::int64_t>(next)};
            if (move != now && std::find(moves.begin(), moves.end(), move) == moves.end())
                moves.push_back(move);
        }
    }
    return moves;
}

const ServiceSpec* specOf(const Design& design, const ServiceLibrary& library, const ComponentId& id)
{
    const Component* component = findComponent(design, id);
    return component ? library.catalog().find(component->service) : nullptr;
}

/// What may be tried; what the finding itself names goes before all else.
struct Changes {
    std::vector<Change> named, others;
};

void addChanges(Changes& changes, const Finding& finding, const std::vector<ParameterSpec>& specs,
                const ParameterMap& values, const ComponentId& component, const ConnectionId& connection,
                const std::string& where, const RunReport& report, const ComponentId& feeder = {})
{
    for (const ParameterSpec& spec : specs) {
        if (!isVisible(spec, specs, values))
            continue;
        const auto own = values.find(spec.id);
        const ParameterValue now = own == values.end() ? spec.defaultValue : own->second;
        for (ParameterValue& next :
             curesOf(finding, spec, now, findComponent(report, component), findComponent(report, feeder))) {
            // Of several that are alike, such as the readers of a stream, two are tried.
            constexpr std::ptrdiff_t kAlike = 2;
            if (std::count_if(changes.named.begin(), changes.named.end(),
                              [&](const Change& other) {
                                  return !connection.empty() && other.parameter == spec.id
                                         && other.connection != connection;
                              })
                >= kAlike)
                continue;
            std::string text = wordingOf(spec, now, next, where);
            changes.named.push_back(
                {component, connection, spec.id, now, std::move(next), std::move(text), true});
        }
        if (spec.lever == Lever::None)
            continue;
        std::optional<double> recommended;
        const ComponentReport* measured = findComponent(report, component);
        if (measured && connection.empty())
            for (const Sizing& sizing : measured->sizing)
                if (sizing.parameter == spec.id)
                    recommended = sizing.recommended;
        for (ParameterValue& next :
             movesOf(spec, now, recommended, connection.empty() ? overrunOf(measured) : 1)) {
            std::string text = wordingOf(spec, now, next, where);
            const bool isAdvised = recommended && *recommended > asNumber(now, *recommended)
                                   && std::fabs(asNumber(next, 0) - *recommended) < 1;
            (isAdvised ? changes.named : changes.others)
                .push_back(
                    {component, connection, spec.id, now, std::move(next), std::move(text), isAdvised});
        }
    }
}

/// A size of a component that carrying all the work takes.
void addSize(Changes& changes, const SizeChange& size, const ServiceSpec& spec, const std::string& where)
{
    const ParameterSpec* parameter = findParameter(spec, size.parameter);
    if (!parameter)
        return;
    const auto valueOf = [&](double number, const std::string& choice) -> ParameterValue {
        if (!choice.empty())
            return choice;
        if (parameter->type == ParameterType::Integer)
            return static_cast<std::int64_t>(std::ceil(number - 1e-9));
        return number;
    };
    const ParameterValue from = valueOf(size.from, size.fromChoice), to = valueOf(size.to, size.toChoice);
    changes.named.push_back(
        {size.component, {}, size.parameter, from, to, wordingOf(*parameter, from, to, where), true});
}

/// Whether the connection begins or ends at one of the places.
bool touches(const Design& design, const ConnectionId& id, const std::vector<ComponentId>& places)
{
    return std::any_of(design.connections.begin(), design.connections.end(), [&](const Connection& each) {
        return each.id == id
               && (std::find(places.begin(), places.end(), each.to) != places.end()
                   || std::find(places.begin(), places.end(), each.from) != places.end());
    });
}

/// Where most of the time of the journey at p99 went, most first; the sources' own waits are no lever of theirs.
std::vector<ComponentId> slowestParts(const Finding& finding, const RunReport& report)
{
    std::map<ComponentId, std::int64_t> time;
    for (const RequestTrace& trace : report.traces)
        if (trace.component == finding.component && trace.quantile == "p99")
            for (const TraceSegment& segment : trace.segments)
                time[segment.component] += segment.toNanos - segment.fromNanos;
    std::vector<std::pair<ComponentId, std::int64_t>> all(time.begin(), time.end());
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<ComponentId> slowest;
    for (const auto& [id, nanos] : all)
        if (slowest.size() < 2)
            slowest.push_back(id);
    return slowest;
}

}  // namespace

std::vector<Change> changesFor(const Finding& finding, const Design& design, const ServiceLibrary& library,
                               const RunReport& report, const std::vector<SizeChange>& sizes)
{
    std::vector<ComponentId> places{finding.component};
    // Who is kept busy by calls is relieved where they go.
    for (const Binding& binding : bindings(report)) {
        const ComponentReport* of = binding.waits ? binding.waits : binding.at;
        if (binding.callee && of->id == finding.component)
            places.insert(places.begin(), binding.callee->id);
    }
    // Who refuses deliveries is as good a place as who gives them up.
    if (const ComponentReport* gaveUp =
            finding.id == "given-up" ? findComponent(report, finding.component) : nullptr)
        places.insert(places.end(), gaveUp->delivers.begin(), gaveUp->delivers.end());
    // Who stands before what is away for a while may turn to others sooner.
    if (finding.id == "refused")
        for (const Connection& connection : design.connections)
            if (const ServiceSpec* before = specOf(design, library, connection.from);
                connection.to == finding.component && before && before->balances)
                places.push_back(connection.from);
    if (finding.id == "objective-missed")
        for (const ComponentId& id : slowestParts(finding, report))
            if (id != finding.component)
                places.push_back(id);
    Changes found;
    for (const SizeChange& size : sizes) {
        const ServiceSpec* spec = specOf(design, library, size.component);
        const bool isHere = std::find(places.begin(), places.end(), size.component) != places.end();
        if (isHere && spec && size.connection.empty())
            addSize(found, size, *spec, size.component == finding.component ? "" : size.where);
        if (!size.connection.empty() && touches(design, size.connection, places)) {
            const auto from = static_cast<std::int64_t>(std::llround(size.from)),
                       to = static_cast<std::int64_t>(std::ceil(size.to - 1e-9));
            found.named.push_back(
                {size.component, size.connection, size.parameter, from, to,
                 fmt::format("{} {} -> {}{}{} at {}", lowered(size.name), from, to,
                             size.unit.empty() ? "" : " ", size.unit, labelOf(design, size.component)),
                 true});
        }
    }
    std::set<ConnectionId> seen;
    for (const ComponentId& place : places) {
        const Component* component = findComponent(design, place);
        const ServiceSpec* spec = specOf(design, library, place);
        if (!component || !spec)
            continue;
        const auto nameAt = [&](const ComponentId& id) {
            return id == finding.component ? std::string{} : labelOf(design, id);
        };
        addChanges(found, finding, spec->parameters, component->parameters, place, {}, nameAt(place), report);
        for (const Connection& connection : design.connections) {
            if ((connection.from != place && connection.to != place) || !seen.insert(connection.id).second)
                continue;
            const ServiceSpec* from = specOf(design, library, connection.from);
            const ServiceSpec* to = specOf(design, library, connection.to);
            if (!from || !to)
                continue;
            const std::vector<ParameterSpec> specs =
                connectionParameters(kindOf(connection, *from, *to), *from, *to);
            addChanges(found, finding, specs, connection.parameters, connection.to, connection.id,
                       labelOf(design, connection.to), report, connection.from);
            // What a slow reader cannot get through, more lanes of its store may.
            const Component* feeder = findComponent(design, connection.from);
            if (connection.to == place && from->stores && feeder)
                addChanges(found, finding, from->parameters, feeder->parameters, feeder->id, {},
                           nameAt(feeder->id), report);
        }
    }
    std::vector<Change> changes = std::move(found.named);
    std::move(found.others.begin(), found.others.end(), std::back_inserter(changes));
    if (changes.size() > kMostChangesPerFinding)
        changes.resize(kMostChangesPerFinding);
    return changes;
}
}  // namespace plimsoll
