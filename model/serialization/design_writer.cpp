// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/serialization/design_file.h"
#include "model/serialization/json_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

namespace plimsoll {

namespace {

using json = nlohmann::json;
// Members are written in the order that reads best: who, what, where, then the details.
using Ordered = nlohmann::ordered_json;

/// Text kept from a file, or nothing when it is no JSON that could be read back.
std::optional<Ordered> kept(const std::string& text)
{
    if (text.empty() || nestedDeeperThan(text, kDeepestNesting))
        return std::nullopt;
    const json value = json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (value.is_discarded())
        return std::nullopt;
    return Ordered(value);
}

/// Whole numbers without a decimal point. JSON has no NaN or infinity; validation has long complained about one, and
/// a file that can be opened again is worth more than the broken figure.
Ordered number(double value)
{
    constexpr double kExactIntegers = 9007199254740992.0;
    if (!std::isfinite(value))
        return 0;
    if (value == std::floor(value) && std::fabs(value) <= kExactIntegers)
        return static_cast<std::int64_t>(value);
    return value;
}

struct ToJson {
    Ordered operator()(Auto) const { return "auto"; }
    Ordered operator()(bool value) const { return value; }
    Ordered operator()(std::int64_t value) const { return value; }
    Ordered operator()(double value) const { return std::isfinite(value) ? Ordered(value) : Ordered(0); }
    Ordered operator()(const std::string& value) const { return value; }
    Ordered operator()(const RawJson& value) const { return kept(value.text).value_or(Ordered(nullptr)); }
};

Ordered parameters(const ParameterMap& values)
{
    Ordered object = Ordered::object();
    for (const auto& [name, value] : values)
        object[name] = std::visit(ToJson{}, value);
    return object;
}

void addExtra(Ordered& object, const std::string& extraJson)
{
    const std::optional<Ordered> extra = kept(extraJson);
    if (!extra || !extra->is_object())
        return;
    for (const auto& [name, value] : extra->items()) {
        if (!object.contains(name))
            object[name] = value;
    }
}

void addText(Ordered& object, const char* key, const std::string& text)
{
    if (!text.empty())
        object[key] = text;
}

void addNumber(Ordered& object, const char* key, double value, double usual)
{
    if (value != usual)
        object[key] = number(value);
}

void addNumber(Ordered& object, const char* key, const std::optional<double>& value)
{
    if (value)
        object[key] = number(*value);
}

Ordered pairOfNumbers(double first, double second)
{
    return Ordered::array({number(first), number(second)});
}

template <class Item, class Write>
Ordered sortedList(const std::vector<Item>& items, const Write& write)
{
    std::vector<const Item*> sorted;
    for (const Item& item : items)
        sorted.push_back(&item);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Item* a, const Item* b) { return a->id < b->id; });
    Ordered list = Ordered::array();
    for (const Item* item : sorted)
        list.push_back(write(*item));
    return list;
}

Ordered writeComponent(const Component& component)
{
    Ordered object{{"id", component.id}, {"service", component.service}};
    addText(object, "label", component.label);
    object["position"] = pairOfNumbers(component.position.x, component.position.y);
    object["parameters"] = parameters(component.parameters);
    addText(object, "group", component.group);
    addExtra(object, component.extraJson);
    return object;
}

Ordered writeConnection(const Connection& connection)
{
    Ordered object{{"id", connection.id}, {"from", connection.from}, {"to", connection.to}};
    object["parameters"] = parameters(connection.parameters);
    addExtra(object, connection.extraJson);
    return object;
}

void addFrame(Ordered& object, Position position, double width, double height)
{
    object["position"] = pairOfNumbers(position.x, position.y);
    if (width != 0 || height != 0)
        object["size"] = pairOfNumbers(width, height);
}

Ordered writeGroup(const Group& group)
{
    Ordered object{{"id", group.id}};
    addText(object, "label", group.label);
    addText(object, "kind", group.kind);
    addFrame(object, group.position, group.width, group.height);
    addExtra(object, group.extraJson);
    return object;
}

Ordered writeNote(const Note& note)
{
    Ordered object{{"id", note.id}};
    object["text"] = note.text;
    addFrame(object, note.position, note.width, note.height);
    addExtra(object, note.extraJson);
    return object;
}

const char* nameOf(TrafficShape shape)
{
    switch (shape) {
    case TrafficShape::Constant:
        return "constant";
    case TrafficShape::Ramp:
        return "ramp";
    case TrafficShape::Step:
        return "step";
    case TrafficShape::Spike:
        return "spike";
    case TrafficShape::Diurnal:
        return "diurnal";
    case TrafficShape::Weekly:
        return "weekly";
    case TrafficShape::Trace:
        return "trace";
    }
    return "constant";
}

const char* nameOf(Arrivals arrivals)
{
    switch (arrivals) {
    case Arrivals::Regular:
        return "regular";
    case Arrivals::Poisson:
        return "poisson";
    case Arrivals::Bursty:
        return "bursty";
    }
    return "poisson";
}

const char* nameOf(Weekday day)
{
    switch (day) {
    case Weekday::Monday:
        return "monday";
    case Weekday::Tuesday:
        return "tuesday";
    case Weekday::Wednesday:
        return "wednesday";
    case Weekday::Thursday:
        return "thursday";
    case Weekday::Friday:
        return "friday";
    case Weekday::Saturday:
        return "saturday";
    case Weekday::Sunday:
        return "sunday";
    }
    return "monday";
}

const char* nameOf(JobReads reads)
{
    switch (reads) {
    case JobReads::New:
        return "new";
    case JobReads::Window:
        return "window";
    case JobReads::All:
        return "all";
    }
    return "new";
}

const char* nameOf(JobOverlap overlap)
{
    switch (overlap) {
    case JobOverlap::Queue:
        return "queue";
    case JobOverlap::Skip:
        return "skip";
    case JobOverlap::Parallel:
        return "parallel";
    }
    return "queue";
}

const char* nameOf(FaultKind kind)
{
    switch (kind) {
    case FaultKind::Down:
        return "down";
    case FaultKind::Slow:
        return "slow";
    case FaultKind::Errors:
        return "errors";
    case FaultKind::CapacityCut:
        return "capacity-cut";
    case FaultKind::ZoneLost:
        return "az-lost";
    case FaultKind::ConsumerPaused:
        return "consumer-paused";
    case FaultKind::PoisonRecord:
        return "poison-record";
    case FaultKind::Deployment:
        return "deployment";
    case FaultKind::SpotInterruption:
        return "spot-interruption";
    }
    return "down";
}

Ordered writeLevel(const RateLevel& level)
{
    Ordered object{{"atSeconds", number(level.atSeconds)}};
    object["ratePerSecond"] = number(level.ratePerSecond);
    addExtra(object, level.extraJson);
    return object;
}

Ordered writeSpike(const TrafficSpike& spike)
{
    Ordered object{{"startSeconds", number(spike.startSeconds)}};
    object["seconds"] = number(spike.seconds);
    addNumber(object, "factor", spike.factor);
    addNumber(object, "peakPerSecond", spike.peakPerSecond);
    addNumber(object, "everySeconds", spike.everySeconds, 0);
    addExtra(object, spike.extraJson);
    return object;
}

Ordered writePause(const TrafficPause& pause)
{
    Ordered object{{"startSeconds", number(pause.startSeconds)}};
    object["seconds"] = number(pause.seconds);
    addNumber(object, "everySeconds", pause.everySeconds, 0);
    addExtra(object, pause.extraJson);
    return object;
}

/// In the given order: where two of them meet, the order is the user's.
template <class Item, class Write>
void addList(Ordered& object, const char* key, const std::vector<Item>& items, Write write)
{
    if (items.empty())
        return;
    Ordered list = Ordered::array();
    for (const Item& item : items)
        list.push_back(write(item));
    object[key] = std::move(list);
}

Ordered writeTraffic(const TrafficProfile& profile)
{
    const TrafficProfile usual;
    Ordered object{{"shape", nameOf(profile.shape)}};
    object["arrivals"] = nameOf(profile.arrivals);
    object["ratePerSecond"] = number(profile.ratePerSecond);
    addNumber(object, "endPerSecond", profile.endPerSecond, usual.endPerSecond);
    addNumber(object, "peakPerSecond", profile.peakPerSecond, usual.peakPerSecond);
    addNumber(object, "peakStartSeconds", profile.peakStartSeconds, usual.peakStartSeconds);
    addNumber(object, "peakSeconds", profile.peakSeconds, usual.peakSeconds);
    addNumber(object, "peakHour", profile.peakHour, usual.peakHour);
    addNumber(object, "load", profile.load, usual.load);
    addNumber(object, "weekendFactor", profile.weekendFactor);
    if (profile.firstDay != usual.firstDay)
        object["firstDay"] = nameOf(profile.firstDay);
    addList(object, "levels", profile.levels, writeLevel);
    addList(object, "spikes", profile.spikes, writeSpike);
    addList(object, "pauses", profile.pauses, writePause);
    addText(object, "file", profile.file);
    addNumber(object, "burstFactor", profile.burstFactor, usual.burstFactor);
    addNumber(object, "burstShare", profile.burstShare, usual.burstShare);
    addNumber(object, "burstSeconds", profile.burstSeconds, usual.burstSeconds);
    addExtra(object, profile.extraJson);
    return object;
}

Ordered writeQuery(const QueryLoad& query)
{
    Ordered object{{"id", query.id}, {"target", query.target}};
    addText(object, "label", query.label);
    if (query.users != 0)
        object["users"] = query.users;
    addNumber(object, "thinkSeconds", query.thinkSeconds, 0);
    addNumber(object, "perHour", query.perHour, 0);
    object["gigabytesScanned"] = number(query.gigabytesScanned);
    object["cpuSecondsPerGigabyte"] = number(query.cpuSecondsPerGigabyte);
    addExtra(object, query.extraJson);
    return object;
}

Ordered writeJob(const JobLoad& job)
{
    Ordered object{{"id", job.id}, {"component", job.component}};
    addText(object, "label", job.label);
    addNumber(object, "everySeconds", job.everySeconds, 0);
    addNumber(object, "firstAtSeconds", job.firstAtSeconds, 0);
    addText(object, "afterJob", job.afterJob);
    addText(object, "input", job.input);
    object["reads"] = nameOf(job.reads);
    addNumber(object, "windowSeconds", job.windowSeconds, 0);
    addNumber(object, "gigabytes", job.gigabytes, 0);
    object["outputFactor"] = number(job.outputFactor);
    addText(object, "output", job.output);
    object["overlap"] = nameOf(job.overlap);
    if (job.retries != 0)
        object["retries"] = job.retries;
    addExtra(object, job.extraJson);
    return object;
}

Ordered writeFault(const Fault& fault)
{
    Ordered object{{"id", fault.id}};
    if (fault.kind != FaultKind::ZoneLost || !fault.component.empty())
        object["component"] = fault.component;
    object["kind"] = nameOf(fault.kind);
    object["startSeconds"] = number(fault.startSeconds);
    object["durationSeconds"] = number(fault.durationSeconds);
    addNumber(object, "factor", fault.factor, 1);
    addText(object, "zone", fault.zone);
    addExtra(object, fault.extraJson);
    return object;
}

Ordered writeRedrive(const Redrive& redrive)
{
    Ordered object{{"id", redrive.id}, {"component", redrive.component}};
    object["startSeconds"] = number(redrive.startSeconds);
    addNumber(object, "ratePerSecond", redrive.ratePerSecond, 0);
    addExtra(object, redrive.extraJson);
    return object;
}

Ordered writeChange(const ParameterChange& change)
{
    Ordered object{{"id", change.id}, {"component", change.component}, {"parameter", change.parameter}};
    object["value"] = std::visit(ToJson{}, change.value);
    object["startSeconds"] = number(change.startSeconds);
    addExtra(object, change.extraJson);
    return object;
}

Ordered writeReplay(const Replay& replay)
{
    Ordered object{{"id", replay.id}, {"connection", replay.connection}};
    object["startSeconds"] = number(replay.startSeconds);
    addNumber(object, "fromSeconds", replay.fromSeconds);
    addExtra(object, replay.extraJson);
    return object;
}

Ordered writeObjective(const Objective& objective)
{
    Ordered object{{"metric", objective.metric}};
    addText(object, "component", objective.component);
    addNumber(object, "atMostMillis", objective.atMostMillis);
    addNumber(object, "atMost", objective.atMost);
    addExtra(object, objective.extraJson);
    return object;
}

Ordered writeScenario(const Scenario& scenario)
{
    Ordered object{{"id", scenario.id}};
    addText(object, "label", scenario.label);
    object["durationSeconds"] = number(scenario.durationSeconds);
    Ordered traffic = Ordered::object();
    for (const auto& [source, profile] : scenario.traffic)
        traffic[source] = writeTraffic(profile);
    object["traffic"] = std::move(traffic);
    addNumber(object, "load", scenario.load, 1);
    object["queries"] = sortedList(scenario.queries, writeQuery);
    object["jobs"] = sortedList(scenario.jobs, writeJob);
    object["faults"] = sortedList(scenario.faults, writeFault);
    if (!scenario.redrives.empty())
        object["redrives"] = sortedList(scenario.redrives, writeRedrive);
    if (!scenario.changes.empty())
        object["changes"] = sortedList(scenario.changes, writeChange);
    if (!scenario.replays.empty())
        object["replays"] = sortedList(scenario.replays, writeReplay);
    Ordered objectives = Ordered::array();
    for (const Objective& objective : scenario.objectives)
        objectives.push_back(writeObjective(objective));
    object["objectives"] = std::move(objectives);
    addNumber(object, "monthlyBudgetUsd", scenario.monthlyBudgetUsd);
    if (scenario.analysis == Analysis::Steady)
        object["analysis"] = "steady";
    if (scenario.opening == Opening::Cold)
        object["opening"] = "cold";
    addExtra(object, scenario.extraJson);
    return object;
}

Ordered writeMonth(const std::vector<MonthEntry>& month)
{
    Ordered list = Ordered::array();
    for (const MonthEntry& entry : month) {
        Ordered object{{"scenario", entry.scenario}};
        addNumber(object, "times", entry.times);
        addNumber(object, "hours", entry.hours);
        addExtra(object, entry.extraJson);
        list.push_back(std::move(object));
    }
    return list;
}

std::string scalar(const Ordered& value)
{
    // Labels typed elsewhere may hold broken UTF-8; replacing it keeps the file readable.
    return value.dump(-1, ' ', false, Ordered::error_handler_t::replace);
}

/// Two-space indent; a list of plain numbers, such as a position, stays on one line.
void print(const Ordered& value, int depth, std::string& text)
{
    if (!value.is_structured() || value.empty()) {
        text += scalar(value);
        return;
    }
    const bool inOneLine =
        value.is_array()
        && std::all_of(value.begin(), value.end(), [](const Ordered& each) { return each.is_number(); });
    const std::string indent(static_cast<std::size_t>(depth + 1) * 2, ' ');
    text += value.is_array() ? '[' : '{';
    bool first = true;
    for (auto at = value.begin(); at != value.end(); ++at) {
        if (!first)
            text += inOneLine ? ", " : ",";
        first = false;
        if (!inOneLine)
            text += "\n" + indent;
        if (value.is_object())
            text += scalar(at.key()) + ": ";
        print(*at, depth + 1, text);
    }
    if (!inOneLine)
        text += "\n" + indent.substr(2);
    text += value.is_array() ? ']' : '}';
}

}  // namespace

std::string writeDesign(const Design& design)
{
    const Ordered extra = kept(design.extraJson).value_or(Ordered::object());
    Ordered document{{"format", "plimsoll-design"}, {"version", kDesignFormatVersion}};
    document["title"] = design.title;
    document["region"] = design.region;
    const auto addKept = [&](const char* key) {
        if (extra.is_object() && extra.contains(key))
            document[key] = extra[key];
    };
    addKept("pages");
    document["components"] = sortedList(design.components, writeComponent);
    document["connections"] = sortedList(design.connections, writeConnection);
    document["groups"] = sortedList(design.groups, writeGroup);
    document["notes"] = sortedList(design.notes, writeNote);
    addKept("strokes");
    document["month"] = writeMonth(design.month);
    document["scenarios"] = sortedList(design.scenarios, writeScenario);
    addExtra(document, design.extraJson);
    std::string text;
    print(document, 0, text);
    text += '\n';
    return text;
}

}  // namespace plimsoll
