// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/commands/set_parameter.h"

#include "model/catalog/connection_parameters.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace plimsoll {

namespace {

template <class Item>
Item withParameter(Item item, const std::string& key, std::optional<ParameterValue> value)
{
    if (value)
        item.parameters[key] = std::move(*value);
    else
        item.parameters.erase(key);
    return item;
}

/// Another kind has other parameters: what it does not act on would be refused, and nothing shows it any more.
Connection withoutIgnored(Connection connection, const DesignDocument& document)
{
    const Component* from = findComponent(document.design(), connection.from);
    const Component* to = findComponent(document.design(), connection.to);
    const ServiceSpec* fromSpec = from ? document.catalog().find(from->service) : nullptr;
    const ServiceSpec* toSpec = to ? document.catalog().find(to->service) : nullptr;
    if (!fromSpec || !toSpec)
        return connection;
    const std::vector<ParameterSpec> offered =
        connectionParameters(kindOf(connection, *fromSpec, *toSpec), *fromSpec, *toSpec);
    std::erase_if(connection.parameters, [&](const auto& own) {
        return std::none_of(offered.begin(), offered.end(),
                            [&](const ParameterSpec& spec) { return spec.id == own.first; });
    });
    return connection;
}

}  // namespace

SetParameter::SetParameter(DesignDocument& document, const Id& item, std::string key,
                           std::optional<ParameterValue> value)
    : SetParameter{document, std::vector<Id>{item}, std::move(key), value}
{}

SetParameter::SetParameter(DesignDocument& document, std::vector<Id> items, std::string key,
                           const std::optional<ParameterValue>& value)
    : ExchangeItems{document,
                    QCoreApplication::translate("Commands", "Change %1").arg(QString::fromStdString(key))},
      m_items{std::move(items)},
      m_key{std::move(key)}
{
    for (const Id& item : m_items) {
        if (const Component* component = findComponent(document.design(), item)) {
            put<Component>(item, withParameter(*component, m_key, value));
        } else if (const Connection* connection = findConnection(document.design(), item)) {
            Connection changed = withParameter(*connection, m_key, value);
            put<Connection>(item, m_key == "kind" ? withoutIgnored(std::move(changed), document)
                                                  : std::move(changed));
        }
    }
}

bool SetParameter::mergeWith(const QUndoCommand* other)
{
    const auto* next = static_cast<const SetParameter*>(other);
    if (m_items != next->m_items || m_key != next->m_key)
        return false;
    setObsolete(changesNothing());
    return true;
}

}  // namespace plimsoll
