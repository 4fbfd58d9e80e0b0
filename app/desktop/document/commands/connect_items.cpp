// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/commands/connect_items.h"

#include "model/catalog/connection_parameters.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace plimsoll {

namespace {

constexpr std::string_view kOff = "off";

/// The value that switches an output port such as "Stream" on: a choice parameter of the port's name, now "off".
std::optional<std::pair<std::string, std::string>> portSwitch(const ServiceSpec& spec,
                                                              const Component& component)
{
    for (const std::string& port : spec.extraOutputs) {
        const std::string parameter = QString::fromStdString(port).toLower().toStdString();
        const ParameterSpec* found = findParameter(spec, parameter);
        if (!found || textOf(spec, component.parameters, parameter) != kOff)
            continue;
        // The new image is what most consumers of a change feed read, and the least that carries the item.
        for (const ParameterChoice& choice : found->choices) {
            if (choice.value == "new-image")
                return std::pair{parameter, choice.value};
        }
        for (const ParameterChoice& choice : found->choices) {
            if (choice.value != kOff)
                return std::pair{parameter, choice.value};
        }
    }
    return std::nullopt;
}

}  // namespace

ConnectItems::ConnectItems(DesignDocument& document, const ComponentId& from, const ComponentId& to,
                           ParameterMap parameters)
    : ExchangeItems{document, QCoreApplication::translate("Commands", "Connect")}
{
    const Design& design = document.design();
    Connection connection{freeId(design, "c"), from, to, std::move(parameters), {}};
    m_id = QString::fromStdString(connection.id);

    const Component* source = findComponent(design, from);
    const Component* target = findComponent(design, to);
    const ServiceSpec* sourceSpec = source ? document.catalog().find(source->service) : nullptr;
    const ServiceSpec* targetSpec = target ? document.catalog().find(target->service) : nullptr;
    if (sourceSpec && targetSpec && kindOf(connection, *sourceSpec, *targetSpec) == ConnectionKind::Poll) {
        if (const auto on = portSwitch(*sourceSpec, *source)) {
            Component streaming = *source;
            streaming.parameters[on->first] = on->second;
            put<Component>(from, std::move(streaming));
        }
    }
    const Id id = connection.id;
    put<Connection>(id, std::move(connection));
}

}  // namespace plimsoll
