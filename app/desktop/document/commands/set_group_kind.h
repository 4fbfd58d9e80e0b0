// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/commands/exchange_items.h"

namespace plimsoll {

/// Lets a group stand for something else.
class SetGroupKind final : public ExchangeItems {
public:
    SetGroupKind(DesignDocument& document, const Id& group, std::string kind);
};

}  // namespace plimsoll
