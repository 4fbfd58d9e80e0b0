// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/parameter_value.h"
#include "model/design/scenario.h"
#include "model/support/id.h"

#include <string>
#include <vector>

namespace plimsoll {

struct Position {
    double x = 0;
    double y = 0;
    friend bool operator==(Position, Position) = default;
};

/// One placed service with its parameters.
struct Component {
    ComponentId id;
    std::string service;  ///< service id; may be one this version does not know
    std::string label;
    Position position;
    ParameterMap parameters;  ///< only what differs from the spec's defaults need be here
    Id group;                 ///< empty = none
    std::string extraJson;    ///< unknown or optional members of the file, written back unchanged
    friend bool operator==(const Component&, const Component&) = default;
};

/// `from` -> `to` is the way work goes: records' way, or asker to asked.
struct Connection {
    ConnectionId id;
    ComponentId from;
    ComponentId to;
    ParameterMap parameters;  ///< kind, route, operation, batchSize, ... (catalog/connection_parameters.h)
    std::string extraJson;
    friend bool operator==(const Connection&, const Connection&) = default;
};

struct Group {
    Id id;
    std::string label;
    std::string kind;  ///< vpc, account, region, branch, ...
    Position position;
    double width = 0, height = 0;
    std::string extraJson;
    friend bool operator==(const Group&, const Group&) = default;
};

struct Note {
    Id id;
    std::string text;
    Position position;
    double width = 0, height = 0;
    std::string extraJson;
    friend bool operator==(const Note&, const Note&) = default;
};

/// The user's work as plain values. Items are kept sorted by id; nothing points into anything.
struct Design {
    std::string title;
    std::string region = "us-east-1";
    std::vector<Component> components;
    std::vector<Connection> connections;
    std::vector<Group> groups;
    std::vector<Note> notes;
    std::vector<Scenario> scenarios;
    std::vector<MonthEntry> month;
    std::string extraJson;  ///< pages, strokes and unknown members, written back unchanged
    friend bool operator==(const Design&, const Design&) = default;
};

const Component* findComponent(const Design& design, std::string_view id);
/// What a person calls the component: its label, else its id.
std::string labelOf(const Design& design, const ComponentId& id);
const Connection* findConnection(const Design& design, std::string_view id);
/// The named scenario; with an empty id the first one; null when there is none.
const Scenario* findScenario(const Design& design, std::string_view id);
/// `<service>-<smallest free number>`, unique among all items of the design.
Id freeId(const Design& design, std::string_view stem);

}  // namespace plimsoll
