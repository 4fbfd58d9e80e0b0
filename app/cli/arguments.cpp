// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "model/catalog/connection_parameters.h"
#include "model/catalog/integrations.h"
#include "model/serialization/trace_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <memory>
#include <optional>

namespace plimsoll {

namespace {

std::optional<double> wholeNumber(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::string didYouMean(const std::string& near, std::string otherwise)
{
    return near.empty() ? std::move(otherwise) : fmt::format("did you mean \"{}\"?", near);
}

std::string listed(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

std::optional<double> secondsOf(std::string_view unit)
{
    constexpr std::pair<std::string_view, double> kUnits[] = {
        {"ms", 1e-3}, {"s", 1}, {"sec", 1}, {"m", 60}, {"min", 60}, {"h", 3600}, {"d", 86400}, {"", 1}};
    for (const auto& [name, value] : kUnits)
        if (unit == name)
            return value;
    return std::nullopt;
}

}  // namespace

Result<double> parseDuration(std::string_view text, std::string_view option)
{
    const Error wrong{std::string{option}, fmt::format("\"{}\" is no duration", text),
                      "write it as 500ms, 90s, 15min, 1h or 1h30min"};
    double total = 0;
    bool bare = false;
    if (text.empty())
        return wrong;
    while (!text.empty()) {
        const std::size_t digits = std::min(text.find_first_not_of("0123456789."), text.size());
        const std::optional<double> value = wholeNumber(text.substr(0, digits));
        text.remove_prefix(digits);
        const std::size_t letters = std::min(text.find_first_of("0123456789."), text.size());
        const std::optional<double> unit = secondsOf(text.substr(0, letters));
        // "1h30": is that 30 s or 30 min? Only a lone number needs no unit.
        if (!value || !unit || bare || (letters == 0 && total > 0))
            return wrong;
        bare = letters == 0;
        total += *value * *unit;
        text.remove_prefix(letters);
    }
    if (!(total > 0) || total > 366.0 * 86400)
        return Error{std::string{option}, "the duration is not above 0 and at most 366 days", "shorten it"};
    return total;
}

Result<ScenarioId> resolveScenario(const Design& design, std::string_view wanted)
{
    if (design.scenarios.empty())
        return Error{"/scenarios", "the design has no scenario", "add one with traffic for its sources"};
    if (wanted.empty())
        return design.scenarios.front().id;
    if (findScenario(design, wanted))
        return ScenarioId{wanted};
    std::vector<std::string> ids;
    for (const Scenario& scenario : design.scenarios)
        ids.push_back(scenario.id);
    return Error{"--scenario", fmt::format("there is no scenario \"{}\"", wanted),
                 didYouMean(nearestName(wanted, ids), "use one of " + listed(ids))};
}

namespace {

/// A typed value as the parameter wants it.
Result<ParameterValue> parseValue(const ParameterSpec& spec, std::string_view text, const std::string& place)
{
    if (text == "auto") {
        if (spec.sizable)
            return ParameterValue{Auto{}};
        return Error{place, "cannot be \"auto\"", "give a value"};
    }
    switch (spec.type) {
    case ParameterType::Integer:
    case ParameterType::Real: {
        const std::optional<double> number = wholeNumber(text);
        const bool integer = spec.type == ParameterType::Integer;
        if (!number || (integer && *number != std::floor(*number)))
            return Error{place, fmt::format("\"{}\" is not a {}number", text, integer ? "whole " : ""),
                         fmt::format("give a number from {} to {}", plainNumber(spec.minimum),
                                     plainNumber(spec.maximum))};
        if (*number < spec.minimum || *number > spec.maximum)
            return Error{place, fmt::format("{} is out of range", text),
                         fmt::format("give a number from {} to {}", plainNumber(spec.minimum),
                                     plainNumber(spec.maximum))};
        if (integer)
            return ParameterValue{static_cast<std::int64_t>(*number)};
        return ParameterValue{*number};
    }
    case ParameterType::Boolean:
        if (text == "true" || text == "on" || text == "yes")
            return ParameterValue{true};
        if (text == "false" || text == "off" || text == "no")
            return ParameterValue{false};
        return Error{place, fmt::format("\"{}\" is neither true nor false", text), "write true or false"};
    case ParameterType::Choice: {
        std::vector<std::string> values;
        for (const ParameterChoice& choice : spec.choices) {
            if (choice.value == text)
                return ParameterValue{std::string{text}};
            values.push_back(choice.value);
        }
        return Error{place, fmt::format("\"{}\" is not one of its choices", text),
                     didYouMean(nearestName(text, values), "use one of " + listed(values))};
    }
    case ParameterType::Text:
        return ParameterValue{std::string{text}};
    case ParameterType::Structured:
        return Error{place, "has a structured value, which --set cannot give",
                     "change it in the design file"};
    }
    return Error{place, "cannot be set", ""};
}

Status setIn(ParameterMap& values, const std::vector<ParameterSpec>& specs, const std::string& owner,
             std::string_view parameter, std::string_view value, std::string_view assignment)
{
    const std::string place = "--set " + std::string{assignment};
    std::vector<std::string> known;
    for (const ParameterSpec& spec : specs) {
        if (spec.id != parameter) {
            known.push_back(spec.id);
            continue;
        }
        Result<ParameterValue> parsed = parseValue(spec, value, place);
        if (!parsed)
            return parsed.error();
        values[spec.id] = std::move(*parsed);
        return Done{};
    }
    return Error{place, fmt::format("{} has no parameter \"{}\"", owner, parameter),
                 didYouMean(nearestName(parameter, known),
                            known.empty() ? "it has none" : "its parameters are " + listed(known))};
}

}  // namespace

Status applySetting(Design& design, const ServiceCatalog& catalog, std::string_view assignment)
{
    const std::string place = "--set " + std::string{assignment};
    const std::size_t equals = assignment.find('=');
    const std::size_t dot = assignment.substr(0, equals).find('.');
    if (equals == std::string_view::npos || dot == std::string_view::npos || dot == 0 || dot + 1 == equals)
        return Error{place, "is not component.parameter=value", "write for example --set orders.shards=4"};
    const std::string_view owner = assignment.substr(0, dot);
    const std::string_view parameter = assignment.substr(dot + 1, equals - dot - 1);
    const std::string_view value = assignment.substr(equals + 1);

    for (Component& component : design.components) {
        if (component.id != owner)
            continue;
        const ServiceSpec* spec = catalog.find(component.service);
        if (!spec)
            return Error{place, fmt::format("{} is of the unknown service \"{}\"", owner, component.service),
                         "set parameters of known services only"};
        return setIn(component.parameters, spec->parameters, component.id, parameter, value, assignment);
    }
    for (Connection& connection : design.connections) {
        if (connection.id != owner)
            continue;
        const Component* from = findComponent(design, connection.from);
        const Component* to = findComponent(design, connection.to);
        const ServiceSpec* fromSpec = from ? catalog.find(from->service) : nullptr;
        const ServiceSpec* toSpec = to ? catalog.find(to->service) : nullptr;
        if (!fromSpec || !toSpec)
            return Error{place, fmt::format("{} connects an unknown service", owner),
                         "set parameters of known services only"};
        const ConnectionKind kind = kindOf(connection, *fromSpec, *toSpec);
        return setIn(connection.parameters, connectionParameters(kind, *fromSpec, *toSpec), connection.id,
                     parameter, value, assignment);
    }
    std::vector<std::string> ids;
    for (const Component& component : design.components)
        ids.push_back(component.id);
    for (const Connection& connection : design.connections)
        ids.push_back(connection.id);
    return Error{place, fmt::format("the design has no component or connection \"{}\"", owner),
                 didYouMean(nearestName(owner, ids), ids.empty() ? "it is empty" : "it has " + listed(ids))};
}

namespace {

/// The source of "SOURCE=...", and what stands behind the sign; alone it means the only source there is.
struct SourceAssignment {
    std::string source;
    std::string_view value;
};

Result<SourceAssignment> sourceOf(const Design& design, const ServiceCatalog& catalog,
                                  const std::string& place, std::string_view option,
                                  std::string_view assignment)
{
    std::vector<std::string> sources;
    for (const Component& component : design.components)
        if (const ServiceSpec* spec = catalog.find(component.service); spec && spec->isSource)
            sources.push_back(component.id);
    const std::size_t equals = assignment.find('=');
    std::string source;
    if (equals != std::string_view::npos)
        source = assignment.substr(0, equals);
    else if (sources.size() == 1)
        source = sources.front();
    else
        return Error{place, "does not say which source",
                     fmt::format("write {} with one of {}", option, listed(sources))};
    if (std::find(sources.begin(), sources.end(), source) == sources.end())
        return Error{place, fmt::format("\"{}\" is no source", source),
                     didYouMean(nearestName(source, sources), sources.empty()
                                                                  ? "add a source to the design"
                                                                  : "use one of " + listed(sources))};
    return SourceAssignment{source,
                            equals == std::string_view::npos ? assignment : assignment.substr(equals + 1)};
}

Error noScenario(const std::string& place, std::string_view scenario)
{
    return Error{place, fmt::format("there is no scenario \"{}\"", scenario), "add one to the design"};
}

}  // namespace

Status applyTrace(Design& design, const ServiceCatalog& catalog, std::string_view scenario,
                  std::string_view assignment)
{
    const std::string place = "--trace " + std::string{assignment};
    const Result<SourceAssignment> wanted =
        sourceOf(design, catalog, place, "--trace SOURCE=FILE", assignment);
    if (!wanted)
        return wanted.error();
    Result<TraceRates> rates = readTraceFile(std::filesystem::path{wanted->value});
    if (!rates)
        return Error{"--trace " + rates.error().place, rates.error().what, rates.error().remedy};
    for (Scenario& each : design.scenarios) {
        if (each.id != scenario)
            continue;
        TrafficProfile& traffic = each.traffic[wanted->source];
        traffic.shape = TrafficShape::Trace;
        traffic.file = wanted->value;
        traffic.trace.problem.reset();
        traffic.trace.rates = std::make_shared<const TraceRates>(std::move(*rates));
        return Done{};
    }
    return noScenario(place, scenario);
}

Status applyRate(Design& design, const ServiceCatalog& catalog, std::string_view scenario,
                 std::string_view assignment, double monthHours)
{
    const std::string place = "--rate " + std::string{assignment};
    const Result<SourceAssignment> wanted = sourceOf(design, catalog, place, "--rate SOURCE=N", assignment);
    if (!wanted)
        return wanted.error();
    const std::string& source = wanted->source;
    std::string_view amount = wanted->value;
    const bool multiple = amount.ends_with('x');
    if (multiple)
        amount.remove_suffix(1);
    const std::optional<double> times = multiple ? wholeNumber(amount) : std::nullopt;
    if (multiple && (!times || *times < 0 || *times > 1e6))
        return Error{place, "is no multiple of the baseline", "write it as 2.4x, from 0x to 1000000x"};
    const Result<double> rate = multiple ? Result<double>{*times} : rateOf(amount, monthHours);
    if (!rate)
        return Error{place, rate.error().what, rate.error().remedy + ", or a multiple like 2.4x"};
    const ServiceSpec* spec = catalog.find(findComponent(design, source)->service);
    if (!multiple && spec->sendsUnasked)
        return Error{place, fmt::format("{} has a number of users, no rate", source),
                     fmt::format("use --set {}.users=N, or a multiple: --rate {}=2x", source, source)};
    for (Scenario& each : design.scenarios) {
        if (each.id != scenario)
            continue;
        TrafficProfile& traffic = each.traffic[source];
        if (multiple) {
            traffic.load *= *rate;
            return Done{};
        }
        if (traffic.shape == TrafficShape::Trace)
            return Error{place, fmt::format("{} replays a trace, which has its own rates", source),
                         fmt::format("use a multiple: --rate {}=2x", source)};
        if (traffic.ratePerSecond > 0) {
            const double factor = *rate / traffic.ratePerSecond;
            traffic.endPerSecond *= factor;
            traffic.peakPerSecond *= factor;
            for (RateLevel& level : traffic.levels)
                level.ratePerSecond *= factor;
            for (TrafficSpike& spike : traffic.spikes)
                if (spike.peakPerSecond)
                    *spike.peakPerSecond *= factor;
        }
        traffic.ratePerSecond = *rate;
        return Done{};
    }
    return noScenario(place, scenario);
}

Result<StorageBasis> parseStorageBasis(std::string_view text)
{
    if (text.empty() || text == "first-month")
        return StorageBasis{};
    if (text == "steady")
        return StorageBasis{StorageBasis::Kind::Steady, 1};
    constexpr std::string_view kMonth = "month=";
    if (text.starts_with(kMonth)) {
        const std::optional<double> month = wholeNumber(text.substr(kMonth.size()));
        if (month && *month >= 1 && *month <= 1200 && *month == std::floor(*month))
            return StorageBasis{StorageBasis::Kind::Month, static_cast<int>(*month)};
    }
    return Error{"--storage", fmt::format("\"{}\" is no storage basis", text),
                 "use first-month, steady or month=N with N from 1 to 1200"};
}

}  // namespace plimsoll
