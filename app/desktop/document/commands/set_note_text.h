// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/commands/exchange_items.h"

namespace plimsoll {

/// The text of a note, set when its editing ends.
class SetNoteText final : public ExchangeItems {
public:
    SetNoteText(DesignDocument& document, const Id& note, std::string text);
};

}  // namespace plimsoll
