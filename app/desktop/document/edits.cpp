// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/edits.h"

#include "app/desktop/document/pages.h"
#include "app/desktop/look/card.h"
#include "model/catalog/integrations.h"
#include "model/design/topology.h"
#include "model/serialization/design_file.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>
#include <set>

namespace plimsoll {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("plimsoll", text);
}

/// "Lambda", then "Lambda 2": labels need not be unique, but the eye wants them so.
std::string freeLabel(const Design& design, const std::string& stem)
{
    const auto taken = [&](const std::string& label) {
        return std::any_of(design.components.begin(), design.components.end(),
                           [&](const Component& each) { return each.label == label; });
    };
    if (!taken(stem))
        return stem;
    for (int number = 2;; ++number) {
        if (std::string label = stem + ' ' + std::to_string(number); !taken(label))
            return label;
    }
}

bool isVisibleByDefault(const ServiceSpec& spec, const ParameterSpec& parameter)
{
    const VisibleWhen& when = parameter.visibleWhen;
    if (when.parameter.empty())
        return true;
    const std::string now = textOf(spec, {}, when.parameter);
    return std::find(when.values.begin(), when.values.end(), now) != when.values.end();
}

Scenario currentOrFirstScenario(const DesignDocument& document)
{
    if (const Scenario* current = findScenario(document.design(), document.currentScenario()))
        return *current;
    Scenario scenario;
    scenario.id = "steady";
    scenario.label = tr("Steady").toStdString();
    scenario.durationSeconds = 300;
    return scenario;
}

template <class Item>
void insertSorted(std::vector<Item>& items, const Item& item)
{
    const auto at = std::lower_bound(items.begin(), items.end(), item,
                                     [](const Item& a, const Item& b) { return a.id < b.id; });
    items.insert(at, item);
}

/// The component that work enters by: the first one in flow order that nothing feeds and that takes connections.
const Component* entryOf(const DesignDocument& document, const ServiceSpec& source)
{
    const Design& design = document.design();
    const Component* fallback = nullptr;
    for (const int index : topologyOf(design, {}).order) {
        const Component& component = design.components[static_cast<std::size_t>(index)];
        const ServiceSpec* spec = document.catalog().find(component.service);
        const bool fed = std::any_of(design.connections.begin(), design.connections.end(),
                                     [&](const Connection& each) { return each.to == component.id; });
        if (!spec || !spec->accepts || !spec->simulated || spec->isSource || fed)
            continue;
        const Legality legality = IntegrationTable::builtin().judge(source, *spec);
        if (legality.verdict == Legality::Verdict::Legal)
            return &component;
        if (legality.verdict == Legality::Verdict::CustomCode && !fallback)
            fallback = &component;
    }
    return fallback;
}

}  // namespace

ItemSet newComponent(const DesignDocument& document, const ServiceSpec& spec, QPointF position)
{
    const Design& design = document.design();
    Component component;
    component.id = freeId(design, spec.id);
    component.service = spec.id;
    component.label = freeLabel(design, spec.shortName.empty() ? spec.name : spec.shortName);
    component.position = {position.x(), position.y()};
    for (const ParameterSpec& parameter : spec.parameters) {
        if (parameter.sizable && isVisibleByDefault(spec, parameter))
            component.parameters[parameter.id] = Auto{};
    }

    ItemSet items;
    if (spec.isSource) {
        Scenario scenario = currentOrFirstScenario(document);
        TrafficProfile profile;
        profile.ratePerSecond = kFirstRatePerSecond;
        scenario.traffic[component.id] = profile;
        items.scenarios.push_back(std::move(scenario));
        if (findParameter(spec, "recordSizeBytes"))
            component.parameters["recordSizeBytes"] = kFirstRecordBytes;
    }
    items.components.push_back(std::move(component));
    return items;
}

FirstLoad firstLoad(const DesignDocument& document)
{
    const Design& design = document.design();
    const Scenario scenario = currentOrFirstScenario(document);
    const bool traffic = std::any_of(scenario.traffic.begin(), scenario.traffic.end(), [](const auto& entry) {
        return entry.second.ratePerSecond > 0 || entry.second.peakPerSecond > 0
               || entry.second.endPerSecond > 0;
    });
    // Users ask without being told a rate.
    const bool asked =
        std::any_of(design.components.begin(), design.components.end(), [&](const Component& each) {
            const ServiceSpec* spec = document.catalog().find(each.service);
            return spec && spec->sendsUnasked;
        });
    if (traffic || asked || !scenario.queries.empty() || !scenario.jobs.empty() || design.components.empty())
        return {};

    FirstLoad load;
    Scenario loaded = scenario;
    for (const Component& component : design.components) {
        const ServiceSpec* spec = document.catalog().find(component.service);
        if (!spec || !spec->isSource)
            continue;
        loaded.traffic[component.id].ratePerSecond = kFirstRatePerSecond;
        load.select = QString::fromStdString(component.id);
    }
    if (!load.select.isEmpty()) {
        load.items.scenarios.push_back(std::move(loaded));
        return load;
    }

    const ServiceSpec* source = document.catalog().defaultSource();
    const Component* entry = source ? entryOf(document, *source) : nullptr;
    if (!entry)
        return {};
    load.items = newComponent(document, *source, {entry->position.x - 264, entry->position.y});
    // Beside what it feeds, on whichever page that is.
    load.items.components.front().extraJson =
        onPage(load.items.components.front().extraJson, Pages{design}.of(entry->extraJson));
    const ComponentId sourceId = load.items.components.front().id;
    load.items.connections.push_back({freeId(design, "c"), sourceId, entry->id, {}, {}});
    load.select = QString::fromStdString(sourceId);
    return load;
}

std::string copyItems(const DesignDocument& document, const QStringList& ids)
{
    const Design& design = document.design();
    std::set<Id> wanted;
    for (const QString& id : ids)
        wanted.insert(id.toStdString());
    Design part;
    part.title = design.title;
    part.region = design.region;
    for (const Group& group : design.groups) {
        if (wanted.contains(group.id))
            part.groups.push_back(group);
    }
    for (Component component : design.components) {
        // A frame is copied with what is in it.
        if (!wanted.contains(component.id) && !wanted.contains(component.group))
            continue;
        if (!wanted.contains(component.group))
            component.group.clear();
        wanted.insert(component.id);
        part.components.push_back(std::move(component));
    }
    for (const Connection& connection : design.connections) {
        if (wanted.contains(connection.from) && wanted.contains(connection.to))
            part.connections.push_back(connection);
    }
    for (const Note& note : design.notes) {
        if (wanted.contains(note.id))
            part.notes.push_back(note);
    }
    Scenario traffic;
    if (const Scenario* current = findScenario(design, document.currentScenario())) {
        traffic.id = current->id;
        traffic.label = current->label;
        traffic.durationSeconds = current->durationSeconds;
        for (const auto& [source, profile] : current->traffic) {
            if (findComponent(part, source))
                traffic.traffic[source] = profile;
        }
    }
    if (!traffic.traffic.empty())
        part.scenarios.push_back(std::move(traffic));
    return writeDesign(part);
}

Result<ItemSet> pastedItems(const DesignDocument& document, std::string_view text, QPointF offset)
{
    Result<LoadedDesign> loaded = parseDesign(text, document.catalog());
    if (!loaded)
        return loaded.error();
    // Copied from another window or written by hand: what lies beyond the canvas comes back to it.
    bringBack(loaded->design);
    Design& part = loaded->design;
    // Pasted items come to the page that is looked at, wherever they were copied.
    const auto leavePage = [](auto& all) {
        for (auto& item : all)
            if (ItemDrawing drawing = drawingOf(item.extraJson); !drawing.page.empty()) {
                drawing.page.clear();
                item.extraJson = withDrawing(item.extraJson, drawing);
            }
    };
    leavePage(part.groups);
    leavePage(part.components);
    leavePage(part.notes);
    // Ids are taken one after the other from a copy, so that each sees the ones before it.
    Design scratch = document.design();
    std::map<Id, Id> renamed;
    ItemSet items;
    const auto moved = [&](Position position) {
        return Position{position.x + offset.x(), position.y + offset.y()};
    };
    for (Group group : part.groups) {
        const Id fresh = freeId(scratch, "group");
        renamed[group.id] = fresh;
        group.id = fresh;
        group.position = moved(group.position);
        insertSorted(scratch.groups, group);
        items.groups.push_back(std::move(group));
    }
    for (Component component : part.components) {
        const Id fresh = freeId(scratch, isValidId(component.service) ? component.service : "component");
        renamed[component.id] = fresh;
        component.id = fresh;
        component.label = freeLabel(scratch, component.label);
        component.position = moved(component.position);
        const auto group = renamed.find(component.group);
        component.group = group == renamed.end() ? Id{} : group->second;
        insertSorted(scratch.components, component);
        items.components.push_back(std::move(component));
    }
    for (Connection connection : part.connections) {
        connection.id = freeId(scratch, "c");
        connection.from = renamed[connection.from];
        connection.to = renamed[connection.to];
        insertSorted(scratch.connections, connection);
        items.connections.push_back(std::move(connection));
    }
    for (Note note : part.notes) {
        note.id = freeId(scratch, "note");
        note.position = moved(note.position);
        insertSorted(scratch.notes, note);
        items.notes.push_back(std::move(note));
    }
    if (!part.scenarios.empty() && !part.scenarios.front().traffic.empty()) {
        Scenario scenario = currentOrFirstScenario(document);
        for (const auto& [source, profile] : part.scenarios.front().traffic) {
            if (const auto fresh = renamed.find(source); fresh != renamed.end())
                scenario.traffic[fresh->second] = profile;
        }
        items.scenarios.push_back(std::move(scenario));
    }
    return items;
}

QStringList idsOf(const ItemSet& items)
{
    QStringList ids;
    const auto append = [&](const auto& all) {
        for (const auto& item : all)
            ids.append(QString::fromStdString(item.id));
    };
    append(items.groups);
    append(items.components);
    append(items.connections);
    append(items.notes);
    return ids;
}

QRectF boundsOf(const ItemSet& items)
{
    QRectF bounds;
    for (const Component& each : items.components)
        bounds |= QRectF{each.position.x, each.position.y, kCardWidth, kCardHeight};
    for (const Group& each : items.groups)
        bounds |=
            QRectF{each.position.x, each.position.y, std::max(1., each.width), std::max(1., each.height)};
    for (const Note& each : items.notes)
        bounds |=
            QRectF{each.position.x, each.position.y, std::max(1., each.width), std::max(1., each.height)};
    return bounds;
}

namespace {

bool isNear(double coordinate)
{
    return std::isfinite(coordinate) && std::abs(coordinate) <= kFarthestCoordinate;
}

bool isNear(Position position)
{
    return isNear(position.x) && isNear(position.y);
}

}  // namespace

std::vector<std::string> bringBack(Design& design)
{
    constexpr double kApart = 48;
    double left = 0;
    double bottom = 0;
    bool any = false;
    const auto consider = [&](Position position, double height) {
        if (!isNear(position) || !isNear(height))
            return;
        left = any ? std::min(left, position.x) : position.x;
        bottom = any ? std::max(bottom, position.y + height) : position.y + height;
        any = true;
    };
    for (const Component& each : design.components)
        consider(each.position, kCardHeight);
    for (const Group& each : design.groups)
        consider(each.position, each.height);
    for (const Note& each : design.notes)
        consider(each.position, each.height);
    Position next{left, any ? bottom + kApart : 0};
    std::vector<std::string> moved;
    const auto bring = [&](Position& position, double width, const std::string& name) {
        if (isNear(position))
            return;
        position = next;
        next.x += width + kApart;
        moved.push_back(tr("%1 lay outside the canvas and was brought back to it")
                            .arg(QString::fromStdString(name))
                            .toStdString());
    };
    const auto bringFrame = [&](auto& frame, double least, const std::string& name) {
        // A frame without bounds would cover everything.
        for (double* side : {&frame.width, &frame.height})
            if (!isNear(*side))
                *side = least;
        bring(frame.position, frame.width, name);
    };
    for (Component& each : design.components)
        bring(each.position, kCardWidth, each.label.empty() ? each.id : each.label);
    for (Group& each : design.groups)
        bringFrame(each, kCardWidth, each.label.empty() ? each.id : each.label);
    for (Note& each : design.notes)
        bringFrame(each, kCardWidth, each.id);
    return moved;
}

}  // namespace plimsoll
