// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/commands/set_parameter.h"

#include <QtCore/QCoreApplication>

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

}  // namespace

SetParameter::SetParameter(DesignDocument& document, const Id& item, std::string key,
                           std::optional<ParameterValue> value)
    : ExchangeItems{document,
                    QCoreApplication::translate("Commands", "Change %1").arg(QString::fromStdString(key))},
      m_item{item},
      m_key{std::move(key)}
{
    if (const Component* component = findComponent(document.design(), item))
        put<Component>(item, withParameter(*component, m_key, std::move(value)));
    else if (const Connection* connection = findConnection(document.design(), item))
        put<Connection>(item, withParameter(*connection, m_key, std::move(value)));
}

bool SetParameter::mergeWith(const QUndoCommand* other)
{
    const auto* next = static_cast<const SetParameter*>(other);
    if (m_item != next->m_item || m_key != next->m_key)
        return false;
    setObsolete(changesNothing());
    return true;
}

}  // namespace plimsoll
