// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/commands/exchange_items.h"

#include <QtCore/QStringList>

namespace plimsoll {

/// Removes items with what cannot stand without them: connections of a component, its traffic, jobs and objectives.
class RemoveItems final : public ExchangeItems {
public:
    RemoveItems(DesignDocument& document, const QStringList& ids);
};

}  // namespace plimsoll
