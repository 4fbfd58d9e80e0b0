// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/connection_parameters.h"
#include "model/serialization/design_file.h"
#include "model/serialization/json_text.h"
#include "model/serialization/migrations/migrate.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace plimsoll {

namespace {

using json = nlohmann::json;

/// The steps from older format versions, oldest first; see migrations/README.md.
const std::vector<MigrationStep<json>>& migrationSteps()
{
    static const std::vector<MigrationStep<json>> steps;
    return steps;
}

std::string quotedName(std::string_view name)
{
    // Names come from the file, so one that is very long is cut, at a character.
    std::size_t length = std::min<std::size_t>(name.size(), 80);
    while (length < name.size() && length > 0 && (static_cast<unsigned char>(name[length]) & 0xC0) == 0x80)
        --length;
    return "\"" + std::string{name.substr(0, length)} + (length < name.size() ? "..." : "") + "\"";
}

std::string listed(const std::vector<std::string>& names)
{
    std::string text;
    for (std::size_t at = 0; at < names.size(); ++at)
        text += (at == 0 ? "" : at + 1 == names.size() ? " or " : ", ") + names[at];
    return text;
}

/// Builds the document from the parser's events: unlike the library's own builder it refuses a member that is given
/// twice, where one value would silently win, and it knows where an error is.
class DocumentBuilder final : public nlohmann::json_sax<json> {
public:
    explicit DocumentBuilder(std::string_view text) : m_text{text} {}

    bool null() override { return add(json(nullptr)); }
    bool boolean(bool value) override { return add(json(value)); }
    bool number_integer(number_integer_t value) override { return add(json(value)); }
    bool number_unsigned(number_unsigned_t value) override { return add(json(value)); }
    bool number_float(number_float_t value, const string_t&) override { return add(json(value)); }
    bool string(string_t& value) override { return add(json(std::move(value))); }
    bool binary(binary_t&) override { return false; }  // not in text
    bool start_object(std::size_t) override { return open(json::object()); }
    bool start_array(std::size_t) override { return open(json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override
    {
        if (m_open.back().value.contains(name)) {
            m_error = Error{pointer(place(), name), "this member is given twice in one object",
                            "keep one of the two"};
            return false;
        }
        m_open.back().key = std::move(name);
        return true;
    }

    bool parse_error(std::size_t position, const std::string& token,
                     const json::exception& exception) override
    {
        const std::string where = lineAndColumn(m_text, position == 0 ? 0 : position - 1);
        if (position > m_text.size()) {
            m_error = Error{where, "the file ends in the middle of its content",
                            "it was cut short; restore it from a copy"};
        } else if (exception.id == 406) {
            m_error = Error{where, "the number " + token + " is too large", "use a number below 1e308"};
        } else {
            std::string_view detail = exception.what();
            if (const std::size_t at = detail.find(": "); at != std::string_view::npos)
                detail.remove_prefix(at + 2);
            m_error =
                Error{where, "this is not valid JSON (" + std::string{detail} + ")", "correct the text here"};
        }
        return false;
    }

    json& document() { return m_root; }
    const std::optional<Error>& error() const { return m_error; }

private:
    struct Open {
        json value;
        std::string key;  ///< of the member being read, in an object
    };

    bool add(json&& value)
    {
        if (m_open.empty())
            m_root = std::move(value);
        else if (m_open.back().value.is_array())
            m_open.back().value.push_back(std::move(value));
        else
            m_open.back().value.emplace(std::move(m_open.back().key), std::move(value));
        return true;
    }

    bool open(json&& value)
    {
        m_open.push_back({std::move(value), {}});
        return true;
    }

    bool close()
    {
        json value = std::move(m_open.back().value);
        m_open.pop_back();
        return add(std::move(value));
    }

    std::string place() const
    {
        std::string text;
        for (std::size_t at = 0; at + 1 < m_open.size(); ++at) {
            const Open& each = m_open[at];
            text = each.value.is_array() ? pointer(text, each.value.size()) : pointer(text, each.key);
        }
        return text;
    }

    std::string_view m_text;
    std::vector<Open> m_open;
    json m_root;
    std::optional<Error> m_error;
};

Result<json> parseDocument(std::string_view text)
{
    if (text.size() > kLargestDesignFile)
        return Error{"", "the file is larger than " + std::to_string(kLargestDesignFile >> 20) + " MB",
                     "a design is rarely larger than 1 MB; check that this is one"};
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
        return Error{"1:1", "the file is UTF-16", "save it as UTF-8"};
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return Error{"", "the file is empty", "restore it from a copy, or start a new design"};
    if (const std::optional<std::size_t> at = nestedDeeperThan(text, kDeepestNesting))
        return Error{lineAndColumn(text, *at),
                     "the content nests deeper than " + std::to_string(kDeepestNesting) + " levels",
                     "no design needs that; check that this is one"};
    DocumentBuilder builder{text};
    if (!json::sax_parse(text.begin(), text.end(), &builder))
        return builder.error().value_or(Error{"", "this is not valid JSON", "correct the text"});
    return std::move(builder.document());
}

/// Remembers the first error; reading goes on harmlessly after it.
class Problems {
public:
    void fail(std::string place, std::string what, std::string remedy)
    {
        if (!m_error)
            m_error = Error{std::move(place), std::move(what), std::move(remedy)};
    }
    void warn(std::string text) { m_warnings.push_back(std::move(text)); }
    const std::optional<Error>& error() const { return m_error; }
    std::vector<std::string>& warnings() { return m_warnings; }

private:
    std::optional<Error> m_error;
    std::vector<std::string> m_warnings;
};

/// One object of the file: members are taken out by name, and what is left over is kept as it was.
class ObjectReader {
public:
    ObjectReader(const json& value, std::string place, Problems& problems)
        : m_value{value.is_object() ? value : empty()}, m_place{std::move(place)}, m_problems{problems}
    {
        if (!value.is_object())
            m_problems.fail(m_place, "must be an object", "write it as { ... }");
    }

    const std::string& place() const { return m_place; }
    std::string placeOf(std::string_view key) const { return pointer(m_place, key); }

    const json* take(const char* key)
    {
        m_taken.insert(key);
        const auto at = m_value.find(key);
        return at == m_value.end() ? nullptr : &*at;
    }

    std::string text(const char* key)
    {
        const json* value = take(key);
        if (value == nullptr)
            return {};
        if (!value->is_string()) {
            m_problems.fail(placeOf(key), "must be text", "put it in double quotes");
            return {};
        }
        return value->get<std::string>();
    }

    /// An id that must be there and be well formed.
    Id id(const char* key)
    {
        if (take(key) == nullptr) {
            m_problems.fail(m_place, "has no " + quotedName(key), "add it");
            return {};
        }
        return checked(key, text(key));
    }

    Id optionalId(const char* key)
    {
        Id value = text(key);
        return value.empty() ? value : checked(key, std::move(value));
    }

    double number(const char* key, double otherwise) { return optionalNumber(key).value_or(otherwise); }

    std::optional<double> optionalNumber(const char* key)
    {
        const json* value = take(key);
        if (value == nullptr)
            return std::nullopt;
        if (!value->is_number()) {
            m_problems.fail(placeOf(key), "must be a number", "write it without quotes or unit");
            return std::nullopt;
        }
        return value->get<double>();
    }

    std::int64_t integer(const char* key, std::int64_t otherwise)
    {
        const json* value = take(key);
        if (value == nullptr)
            return otherwise;
        const bool fits =
            value->is_number_integer()
            && !(value->is_number_unsigned()
                 && value->get<std::uint64_t>() > std::uint64_t{std::numeric_limits<std::int64_t>::max()});
        if (!fits) {
            m_problems.fail(placeOf(key), "must be a whole number",
                            "write it without quotes, unit or decimals");
            return otherwise;
        }
        return value->get<std::int64_t>();
    }

    template <class Enum>
    Enum word(const char* key, Enum otherwise, std::initializer_list<std::pair<const char*, Enum>> words)
    {
        if (take(key) == nullptr)
            return otherwise;
        const std::string value = text(key);
        std::vector<std::string> names;
        for (const auto& [name, meaning] : words) {
            if (value == name)
                return meaning;
            names.emplace_back(name);
        }
        m_problems.fail(placeOf(key), "unknown " + std::string{key} + " " + quotedName(value),
                        "use " + listed(names));
        return otherwise;
    }

    std::pair<double, double> pairOfNumbers(const char* key)
    {
        const json* value = take(key);
        if (value == nullptr)
            return {};
        if (!value->is_array() || value->size() != 2 || !(*value)[0].is_number()
            || !(*value)[1].is_number()) {
            m_problems.fail(placeOf(key), "must be a list of two numbers", "write it as [0, 0]");
            return {};
        }
        return {(*value)[0].get<double>(), (*value)[1].get<double>()};
    }

    /// Calls `read(reader of the element)` for each object of a list.
    template <class Read>
    void forEach(const char* key, const Read& read)
    {
        const json* value = take(key);
        if (value == nullptr)
            return;
        if (!value->is_array()) {
            m_problems.fail(placeOf(key), "must be a list", "write it as [ ... ]");
            return;
        }
        for (std::size_t at = 0; at < value->size() && !m_problems.error(); ++at) {
            ObjectReader element{(*value)[at], pointer(placeOf(key), at), m_problems};
            read(element);
        }
    }

    /// Calls `read(name, value)` for each member of an object.
    template <class Read>
    void forEachMember(const char* key, const Read& read)
    {
        const json* value = take(key);
        if (value == nullptr)
            return;
        if (!value->is_object()) {
            m_problems.fail(placeOf(key), "must be an object", "write it as { ... }");
            return;
        }
        for (const auto& [name, member] : value->items()) {
            if (!m_problems.error())
                read(name, member);
        }
    }

    /// Members nobody asked for, as JSON text; empty when there are none.
    std::string rest() const
    {
        json unknown = json::object();
        for (const auto& [name, member] : m_value.items()) {
            if (!m_taken.contains(name))
                unknown[name] = member;
        }
        return unknown.empty() ? std::string{} : unknown.dump();
    }

private:
    static const json& empty()
    {
        static const json object = json::object();
        return object;
    }

    Id checked(const char* key, Id value)
    {
        if (!isValidId(value))
            m_problems.fail(placeOf(key), quotedName(value) + " is not a valid id",
                            "use 1 to 64 of a-z, 0-9 and -, not starting with -");
        return value;
    }

    const json& m_value;
    std::string m_place;
    Problems& m_problems;
    std::set<std::string, std::less<>> m_taken;
};

ParameterValue parameterValue(const json& value, const ParameterSpec* spec)
{
    if (value.is_boolean())
        return value.get<bool>();
    if (value.is_number_float())
        return value.get<double>();
    if (value.is_number_unsigned()
        && value.get<std::uint64_t>() > std::uint64_t{std::numeric_limits<std::int64_t>::max()})
        return RawJson{value.dump()};  // kept to the digit; validation says that it is no usable number
    if (value.is_number_integer())
        return value.get<std::int64_t>();
    if (!value.is_string())
        return RawJson{value.dump()};
    const auto& text = value.get_ref<const std::string&>();
    if (text != "auto")
        return text;
    const auto means = [](const ParameterChoice& choice) { return choice.value == "auto"; };
    const bool plainWord = spec != nullptr
                           && (spec->type == ParameterType::Text
                               || (spec->type == ParameterType::Choice
                                   && std::any_of(spec->choices.begin(), spec->choices.end(), means)));
    return plainWord ? ParameterValue{text} : ParameterValue{Auto{}};
}

/// The design out of a document of the current version.
class DesignReader {
public:
    explicit DesignReader(const ServiceCatalog& catalog) : m_catalog{catalog} {}

    Result<LoadedDesign> read(const json& document)
    {
        ObjectReader top{document, "", m_problems};
        top.take("format");
        top.take("version");
        m_design.title = top.text("title");
        if (top.take("region") != nullptr)
            m_design.region = top.text("region");
        top.forEach("components", [this](ObjectReader& item) { readComponent(item); });
        top.forEach("groups", [this](ObjectReader& item) { readGroup(item); });
        top.forEach("notes", [this](ObjectReader& item) { readNote(item); });
        checkGroups();
        top.forEach("connections", [this](ObjectReader& item) { readConnection(item); });
        top.forEach("scenarios", [this](ObjectReader& item) { readScenario(item); });
        top.forEach("month", [this](ObjectReader& item) {
            MonthEntry entry{
                item.id("scenario"), item.optionalNumber("times"), item.optionalNumber("hours"), {}};
            entry.extraJson = item.rest();
            m_design.month.push_back(std::move(entry));
        });
        m_design.extraJson = top.rest();
        if (m_problems.error())
            return *m_problems.error();
        sortById(m_design.components);
        sortById(m_design.connections);
        sortById(m_design.groups);
        sortById(m_design.notes);
        sortById(m_design.scenarios);
        return LoadedDesign{std::move(m_design), std::move(m_problems.warnings())};
    }

private:
    template <class Item>
    static void sortById(std::vector<Item>& items)
    {
        std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.id < b.id; });
    }

    /// Reads the id of an item and makes sure that no other of `taken` has it.
    Id readId(ObjectReader& item, std::set<Id>& taken)
    {
        Id id = item.id("id");
        if (!m_problems.error() && !taken.insert(id).second)
            m_problems.fail(item.placeOf("id"), "the id " + quotedName(id) + " is used twice",
                            "give one of them another id");
        return id;
    }

    static Position readPosition(ObjectReader& item)
    {
        const auto [x, y] = item.pairOfNumbers("position");
        return {x, y};
    }

    ParameterMap readParameters(ObjectReader& item, const std::vector<ParameterSpec>* specs,
                                const std::string& itemPlace)
    {
        ParameterMap values;
        item.forEachMember("parameters", [&](const std::string& name, const json& value) {
            const ParameterSpec* spec = nullptr;
            std::vector<std::string> names;
            for (std::size_t at = 0; specs != nullptr && at < specs->size(); ++at) {
                names.push_back((*specs)[at].id);
                if (names.back() == name)
                    spec = &(*specs)[at];
            }
            if (specs != nullptr && spec == nullptr) {
                const std::string near = nearestName(name, names);
                m_problems.warn(
                    pointer(itemPlace + "/parameters", name) + ": unknown parameter"
                    + (near.empty() ? std::string{} : "; did you mean " + quotedName(near) + "?"));
            }
            values.emplace(name, parameterValue(value, spec));
        });
        return values;
    }

    void readComponent(ObjectReader& item)
    {
        Component component;
        component.id = readId(item, m_ids);
        component.service = item.text("service");
        if (component.service.empty())
            m_problems.fail(item.place(), "names no service", "add \"service\"");
        component.label = item.text("label");
        component.position = readPosition(item);
        const ServiceSpec* spec = m_catalog.find(component.service);
        const std::string place = pointer("/components", component.id);
        if (spec == nullptr && !m_problems.error()) {
            const std::string near = m_catalog.nearest(component.service);
            m_problems.warn(place + "/service: unknown service " + quotedName(component.service)
                            + (near.empty() ? std::string{} : "; did you mean " + quotedName(near) + "?")
                            + "; kept as a placeholder");
        }
        m_specs.emplace(component.id, spec);
        component.parameters = readParameters(item, spec != nullptr ? &spec->parameters : nullptr, place);
        component.group = item.optionalId("group");
        component.extraJson = item.rest();
        m_design.components.push_back(std::move(component));
    }

    void readConnection(ObjectReader& item)
    {
        Connection connection;
        connection.id = readId(item, m_ids);
        connection.from = readEnd(item, "from");
        connection.to = readEnd(item, "to");
        const ServiceSpec* fromSpec = specOf(connection.from);
        const ServiceSpec* toSpec = specOf(connection.to);
        const std::string place = pointer("/connections", connection.id);
        if (fromSpec != nullptr && toSpec != nullptr) {
            // The kind decides which parameters there are, so it is read ahead of the others.
            connection.parameters = readParameters(item, nullptr, place);
            const std::vector<ParameterSpec> specs =
                connectionParameters(kindOf(connection, *fromSpec, *toSpec), *fromSpec, *toSpec);
            connection.parameters = readParameters(item, &specs, place);
        } else {
            connection.parameters = readParameters(item, nullptr, place);
        }
        connection.extraJson = item.rest();
        m_design.connections.push_back(std::move(connection));
    }

    ComponentId readEnd(ObjectReader& item, const char* key)
    {
        ComponentId id = item.id(key);
        if (!m_problems.error() && !m_specs.contains(id))
            m_problems.fail(item.placeOf(key), "there is no component " + quotedName(id),
                            "name a component of this design, or remove the connection");
        return id;
    }

    const ServiceSpec* specOf(const ComponentId& id) const
    {
        const auto at = m_specs.find(id);
        return at == m_specs.end() ? nullptr : at->second;
    }

    void readGroup(ObjectReader& item)
    {
        Group group;
        group.id = readId(item, m_ids);
        group.label = item.text("label");
        group.kind = item.text("kind");
        group.position = readPosition(item);
        std::tie(group.width, group.height) = item.pairOfNumbers("size");
        group.extraJson = item.rest();
        m_design.groups.push_back(std::move(group));
    }

    void readNote(ObjectReader& item)
    {
        Note note;
        note.id = readId(item, m_ids);
        note.text = item.text("text");
        note.position = readPosition(item);
        std::tie(note.width, note.height) = item.pairOfNumbers("size");
        note.extraJson = item.rest();
        m_design.notes.push_back(std::move(note));
    }

    /// A group that is gone takes no component with it, so this is only worth a warning.
    void checkGroups()
    {
        std::set<Id> groups;
        for (const Group& group : m_design.groups)
            groups.insert(group.id);
        for (const Component& component : m_design.components) {
            if (!component.group.empty() && !groups.contains(component.group))
                m_problems.warn(pointer("/components", component.id) + "/group: there is no group "
                                + quotedName(component.group));
        }
    }

    void readScenario(ObjectReader& item)
    {
        Scenario scenario;
        scenario.id = readId(item, m_scenarioIds);
        scenario.label = item.text("label");
        scenario.durationSeconds = item.number("durationSeconds", scenario.durationSeconds);
        item.forEachMember("traffic", [&](const std::string& source, const json& value) {
            const std::string place = pointer(item.placeOf("traffic"), source);
            if (!isValidId(source))
                m_problems.fail(place, quotedName(source) + " is not a valid id",
                                "name a component of this design");
            ObjectReader profile{value, place, m_problems};
            scenario.traffic.emplace(source, readTraffic(profile));
        });
        scenario.load = item.number("load", scenario.load);
        // Within a scenario only: a scenario that is copied keeps the names of its loads.
        std::set<Id> ids;
        item.forEach("queries",
                     [&](ObjectReader& each) { scenario.queries.push_back(readQuery(each, ids)); });
        item.forEach("jobs", [&](ObjectReader& each) { scenario.jobs.push_back(readJob(each, ids)); });
        item.forEach("faults", [&](ObjectReader& each) { scenario.faults.push_back(readFault(each, ids)); });
        item.forEach("redrives",
                     [&](ObjectReader& each) { scenario.redrives.push_back(readRedrive(each, ids)); });
        item.forEach("changes",
                     [&](ObjectReader& each) { scenario.changes.push_back(readChange(each, ids)); });
        item.forEach("replays",
                     [&](ObjectReader& each) { scenario.replays.push_back(readReplay(each, ids)); });
        item.forEach("objectives",
                     [&](ObjectReader& each) { scenario.objectives.push_back(readObjective(each)); });
        scenario.monthlyBudgetUsd = item.optionalNumber("monthlyBudgetUsd");
        scenario.analysis = item.word("analysis", scenario.analysis,
                                      {{"terminating", Analysis::Terminating}, {"steady", Analysis::Steady}});
        scenario.opening =
            item.word("opening", scenario.opening, {{"settled", Opening::Settled}, {"cold", Opening::Cold}});
        scenario.extraJson = item.rest();
        sortById(scenario.queries);
        sortById(scenario.jobs);
        sortById(scenario.faults);
        sortById(scenario.redrives);
        sortById(scenario.changes);
        sortById(scenario.replays);
        m_design.scenarios.push_back(std::move(scenario));
    }

    static TrafficProfile readTraffic(ObjectReader& item)
    {
        TrafficProfile profile;
        profile.shape = item.word("shape", profile.shape,
                                  {{"constant", TrafficShape::Constant},
                                   {"ramp", TrafficShape::Ramp},
                                   {"step", TrafficShape::Step},
                                   {"spike", TrafficShape::Spike},
                                   {"diurnal", TrafficShape::Diurnal},
                                   {"weekly", TrafficShape::Weekly},
                                   {"trace", TrafficShape::Trace}});
        profile.arrivals = item.word(
            "arrivals", profile.arrivals,
            {{"regular", Arrivals::Regular}, {"poisson", Arrivals::Poisson}, {"bursty", Arrivals::Bursty}});
        profile.ratePerSecond = item.number("ratePerSecond", profile.ratePerSecond);
        profile.endPerSecond = item.number("endPerSecond", profile.endPerSecond);
        profile.peakPerSecond = item.number("peakPerSecond", profile.peakPerSecond);
        profile.peakStartSeconds = item.number("peakStartSeconds", profile.peakStartSeconds);
        profile.peakSeconds = item.number("peakSeconds", profile.peakSeconds);
        profile.peakHour = item.number("peakHour", profile.peakHour);
        profile.load = item.number("load", profile.load);
        profile.weekendFactor = item.optionalNumber("weekendFactor");
        profile.firstDay = item.word("firstDay", profile.firstDay,
                                     {{"monday", Weekday::Monday},
                                      {"tuesday", Weekday::Tuesday},
                                      {"wednesday", Weekday::Wednesday},
                                      {"thursday", Weekday::Thursday},
                                      {"friday", Weekday::Friday},
                                      {"saturday", Weekday::Saturday},
                                      {"sunday", Weekday::Sunday}});
        item.forEach("levels", [&](ObjectReader& each) {
            RateLevel level;
            level.atSeconds = each.number("atSeconds", level.atSeconds);
            level.ratePerSecond = each.number("ratePerSecond", level.ratePerSecond);
            level.extraJson = each.rest();
            profile.levels.push_back(std::move(level));
        });
        item.forEach("spikes", [&](ObjectReader& each) {
            TrafficSpike spike;
            spike.startSeconds = each.number("startSeconds", spike.startSeconds);
            spike.seconds = each.number("seconds", spike.seconds);
            spike.factor = each.optionalNumber("factor");
            spike.peakPerSecond = each.optionalNumber("peakPerSecond");
            spike.everySeconds = each.number("everySeconds", spike.everySeconds);
            spike.extraJson = each.rest();
            profile.spikes.push_back(std::move(spike));
        });
        item.forEach("pauses", [&](ObjectReader& each) {
            TrafficPause pause;
            pause.startSeconds = each.number("startSeconds", pause.startSeconds);
            pause.seconds = each.number("seconds", pause.seconds);
            pause.everySeconds = each.number("everySeconds", pause.everySeconds);
            pause.extraJson = each.rest();
            profile.pauses.push_back(std::move(pause));
        });
        profile.file = item.text("file");
        profile.burstFactor = item.number("burstFactor", profile.burstFactor);
        profile.burstShare = item.number("burstShare", profile.burstShare);
        profile.burstSeconds = item.number("burstSeconds", profile.burstSeconds);
        profile.extraJson = item.rest();
        return profile;
    }

    QueryLoad readQuery(ObjectReader& item, std::set<Id>& ids)
    {
        QueryLoad query;
        query.id = readId(item, ids);
        query.target = item.id("target");
        query.label = item.text("label");
        query.users = item.integer("users", query.users);
        query.thinkSeconds = item.number("thinkSeconds", query.thinkSeconds);
        query.perHour = item.number("perHour", query.perHour);
        query.gigabytesScanned = item.number("gigabytesScanned", query.gigabytesScanned);
        query.cpuSecondsPerGigabyte = item.number("cpuSecondsPerGigabyte", query.cpuSecondsPerGigabyte);
        query.extraJson = item.rest();
        return query;
    }

    JobLoad readJob(ObjectReader& item, std::set<Id>& ids)
    {
        JobLoad job;
        job.id = readId(item, ids);
        job.component = item.id("component");
        job.label = item.text("label");
        job.everySeconds = item.number("everySeconds", job.everySeconds);
        job.firstAtSeconds = item.number("firstAtSeconds", job.firstAtSeconds);
        job.afterJob = item.optionalId("afterJob");
        job.input = item.optionalId("input");
        job.reads = item.word("reads", job.reads,
                              {{"new", JobReads::New}, {"window", JobReads::Window}, {"all", JobReads::All}});
        job.windowSeconds = item.number("windowSeconds", job.windowSeconds);
        job.gigabytes = item.number("gigabytes", job.gigabytes);
        job.outputFactor = item.number("outputFactor", job.outputFactor);
        job.output = item.optionalId("output");
        job.overlap = item.word(
            "overlap", job.overlap,
            {{"queue", JobOverlap::Queue}, {"skip", JobOverlap::Skip}, {"parallel", JobOverlap::Parallel}});
        job.retries = item.integer("retries", job.retries);
        job.extraJson = item.rest();
        return job;
    }

    Fault readFault(ObjectReader& item, std::set<Id>& ids)
    {
        Fault fault;
        fault.id = readId(item, ids);
        const json* kind = item.take("kind");
        // A zone may be lost to whatever sits in it; every other fault is one component's.
        fault.component =
            kind != nullptr && *kind == "az-lost" ? item.optionalId("component") : item.id("component");
        fault.kind = item.word("kind", fault.kind,
                               {{"down", FaultKind::Down},
                                {"slow", FaultKind::Slow},
                                {"errors", FaultKind::Errors},
                                {"capacity-cut", FaultKind::CapacityCut},
                                {"az-lost", FaultKind::ZoneLost},
                                {"consumer-paused", FaultKind::ConsumerPaused},
                                {"poison-record", FaultKind::PoisonRecord},
                                {"deployment", FaultKind::Deployment},
                                {"spot-interruption", FaultKind::SpotInterruption}});
        fault.startSeconds = item.number("startSeconds", fault.startSeconds);
        fault.durationSeconds = item.number("durationSeconds", fault.durationSeconds);
        fault.factor = item.number("factor", fault.factor);
        fault.zone = item.text("zone");
        fault.extraJson = item.rest();
        return fault;
    }

    Redrive readRedrive(ObjectReader& item, std::set<Id>& ids)
    {
        Redrive redrive;
        redrive.id = readId(item, ids);
        redrive.component = item.id("component");
        redrive.startSeconds = item.number("startSeconds", redrive.startSeconds);
        redrive.ratePerSecond = item.number("ratePerSecond", redrive.ratePerSecond);
        redrive.extraJson = item.rest();
        return redrive;
    }

    ParameterChange readChange(ObjectReader& item, std::set<Id>& ids)
    {
        ParameterChange change;
        change.id = readId(item, ids);
        change.component = item.id("component");
        change.parameter = item.text("parameter");
        const json* value = item.take("value");
        if (value == nullptr && !m_problems.error())
            m_problems.fail(item.placeOf("value"), "says no value to change to", "add \"value\"");
        const auto component = m_specs.find(change.component);
        const ServiceSpec* spec = component == m_specs.end() ? nullptr : component->second;
        if (value != nullptr)
            change.value =
                parameterValue(*value, spec != nullptr ? findParameter(*spec, change.parameter) : nullptr);
        change.startSeconds = item.number("startSeconds", change.startSeconds);
        change.extraJson = item.rest();
        return change;
    }

    Replay readReplay(ObjectReader& item, std::set<Id>& ids)
    {
        Replay replay;
        replay.id = readId(item, ids);
        replay.connection = item.id("connection");
        replay.startSeconds = item.number("startSeconds", replay.startSeconds);
        replay.fromSeconds = item.optionalNumber("fromSeconds");
        replay.extraJson = item.rest();
        return replay;
    }

    static Objective readObjective(ObjectReader& item)
    {
        Objective objective;
        objective.metric = item.text("metric");
        objective.component = item.optionalId("component");
        objective.atMostMillis = item.optionalNumber("atMostMillis");
        objective.atMost = item.optionalNumber("atMost");
        objective.extraJson = item.rest();
        return objective;
    }

    const ServiceCatalog& m_catalog;
    Problems m_problems;
    Design m_design;
    std::set<Id> m_ids, m_scenarioIds;  ///< what is drawn, and what is played: two name spaces
    std::map<ComponentId, const ServiceSpec*>
        m_specs;  ///< of each component; null when the service is unknown
};

/// The format's name and version, checked before anything else is believed.
Result<int> formatVersion(const json& document)
{
    if (!document.is_object())
        return Error{"", "this is not a Plimsoll design", "open a .plimsoll file"};
    const auto format = document.find("format");
    if (format == document.end() || *format != "plimsoll-design")
        return Error{"/format", "this is not a Plimsoll design",
                     "the file must say \"format\": \"plimsoll-design\""};
    const auto version = document.find("version");
    if (version == document.end() || !version->is_number_integer())
        return Error{"/version", "must be a whole number",
                     "add \"version\": " + std::to_string(kDesignFormatVersion)};
    const bool huge = version->is_number_unsigned() && version->get<std::uint64_t>() > 1'000'000;
    if (huge || version->get<std::int64_t>() > kDesignFormatVersion)
        return Error{"/version", "was written by a newer Plimsoll (version " + version->dump() + ")",
                     "update the program"};
    if (version->get<std::int64_t>() < 1)
        return Error{"/version", "there is no version " + version->dump() + " of the format",
                     "use " + std::to_string(kDesignFormatVersion)};
    return static_cast<int>(version->get<std::int64_t>());
}

}  // namespace

Result<LoadedDesign> parseDesign(std::string_view text, const ServiceCatalog& catalog)
{
    Result<json> document = parseDocument(text);
    if (!document)
        return document.error();
    const Result<int> version = formatVersion(*document);
    if (!version)
        return version.error();
    Result<json> current = migrate(std::move(*document), *version, kDesignFormatVersion, migrationSteps());
    if (!current)
        return current.error();
    return DesignReader{catalog}.read(*current);
}

}  // namespace plimsoll
