// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/commands/exchange_items.h"

#include <QtCore/QString>

namespace plimsoll {

/// Adds a connection. Reading the change stream of a store that has it switched off switches it on in the same step.
class ConnectItems final : public ExchangeItems {
public:
    ConnectItems(DesignDocument& document, const ComponentId& from, const ComponentId& to,
                 ParameterMap parameters = {});
    QString connectionId() const { return m_id; }

private:
    QString m_id;
};

}  // namespace plimsoll
