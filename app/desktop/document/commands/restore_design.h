// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/commands/exchange_items.h"

namespace plimsoll {

/// Brings every item of the design back to what it was at another time, in one step.
class RestoreDesign final : public ExchangeItems {
public:
    RestoreDesign(DesignDocument& document, const Design& before);
    /// `text`: what the step is called in the history.
    RestoreDesign(DesignDocument& document, const Design& before, const QString& text);
    bool isEmpty() const { return ExchangeItems::isEmpty(); }
};

}  // namespace plimsoll
